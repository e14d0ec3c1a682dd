"""The forms of a survey and of a data set."""

from __future__ import annotations

from diagnostics import __version__
from diagnostics.definitions.dataset import DataColumn, Dataset
from diagnostics.definitions.document_list import document_list_ids, load_document_list
from diagnostics.definitions.form import Form, FormGroup, FormOption, FormQuestion
from diagnostics.definitions.form_parts import Names, form_languages
from diagnostics.definitions.instrument import AboutRespondent, Instrument, Theme
from diagnostics.definitions.outline import outline
from diagnostics.definitions.standard import Node, Standard
from diagnostics.definitions.translations import Words, put_together, same_words, words_of

RESPONDENT = "respondent"
ABOUT_RESPONDENTS = ("respondent", "unit", "grade_band", "sex")
"""The columns of the data set ``survey`` that say who answers."""

TYPES = {"text": "text", "code": "text", "integer": "integer", "number": "decimal", "date": "date", "month": "text"}


def form_of_instrument(instrument: Instrument, survey: Dataset) -> Form:
    """The form of a survey: who answers, then its statements by theme.

    Args:
        instrument: the survey.
        survey: the data set ``survey``, whose columns on the respondent are asked first; an instrument that asks its respondents
            something else, as those outside the administration have no grade, keeps of them the respondent's number.
    """
    names = Names()
    columns = ABOUT_RESPONDENTS[:1] if instrument.about else ABOUT_RESPONDENTS
    about = tuple(_respondent_question(survey.column(name), names) for name in columns)
    about += tuple(_own_question(asked, names) for asked in instrument.about)
    groups = [FormGroup(names.of("about_you"), words_of("About you"), about)]
    options = tuple(FormOption(option.code, words_of(option.label)) for option in instrument.scale.options)
    groups += [_theme(theme, instrument, options, names) for theme in instrument.themes]
    title, introduction = words_of(instrument.title), words_of(" ".join(instrument.introduction.split()))
    languages = form_languages(groups, title, introduction)
    return Form(instrument.id, instrument.version, title, introduction, tuple(groups), languages, RESPONDENT)


def _respondent_question(column: DataColumn, names: Names) -> FormQuestion:
    # Who answers on a screen has no number on paper, and may keep the rest to themselves.
    options = tuple(FormOption(code.code, words_of(code.meaning)) for code in column.codes)
    kind, list_name = ("select_one", column.name) if options else ("text", "")
    return FormQuestion(names.of(column.name), column.name, kind, heading(column), words_of(column.description), options, list_name)


def _own_question(asked: AboutRespondent, names: Names) -> FormQuestion:
    options = tuple(FormOption(option.code, words_of(option.label)) for option in asked.options)
    kind, list_name = ("select_one", asked.id) if options else ("text", "")
    return FormQuestion(names.of(asked.id), asked.id, kind, words_of(asked.label), words_of(asked.hint), options, list_name)


def _theme(theme: Theme, instrument: Instrument, options: tuple[FormOption, ...], names: Names) -> FormGroup:
    questions = [
        FormQuestion(
            names.of(item.id),
            item.id,
            "select_one",
            put_together(same_words("{id}. {text}"), id=item.id, text=words_of(item.text)),
            options=options,
            list_name="answers",
        )
        for item in instrument.items
        if item.process == theme.process
    ]
    return FormGroup(names.of(f"group_{theme.process}"), words_of(theme.name), tuple(questions))


def form_of_dataset(dataset: Dataset, standard: Standard) -> Form:
    """The form of a data set: one repeating group, in which each column is a question.

    The questions of the criteria come before it as notes where a column asks for a criterion, as in an interview guide.

    Args:
        dataset: the data set.
        standard: whose criteria, or reference documents, may be named where a column refers to them.
    """
    names = Names()
    guide = _guide(standard, names) if any(_names_a_criterion(column) for column in dataset.columns) else []
    rows = rows_of_dataset(dataset, standard, names)
    title, introduction = words_of(dataset.title.capitalize()), words_of(dataset.description)
    # The guide is the standard's text, not the form's: it may stand in English below headings in another language.
    return Form(dataset.id, __version__, title, introduction, (*guide, rows), form_languages([rows], title, introduction))


def rows_of_dataset(dataset: Dataset, standard: Standard, names: Names) -> FormGroup:
    """The rows of a data set: a repeating group, in which each column is a question."""
    questions = tuple(_column_question(column, dataset, standard, names) for column in dataset.columns)
    return FormGroup(names.of(f"{dataset.id}_row"), words_of(dataset.title.capitalize()), questions, repeats=True)


def _guide(standard: Standard, names: Names) -> list[FormGroup]:
    laid_out = outline(standard)
    groups = []
    for process in laid_out.processes:
        notes = [
            FormQuestion(
                names.of(node.id),
                node.id,
                "note",
                _criterion_question(node),
                words_of(node.why) if node.why else None,
                short=_criterion_name(node.id, node.name),
                informs=(node.id,),
            )
            for node in laid_out.rated
            if laid_out.process_of(node.id) == process.id
        ]
        label = _criterion_name(process.id, process.name)
        groups.append(FormGroup(names.of(f"group_{process.id}"), label, tuple(notes)))
    return groups


def _column_question(column: DataColumn, dataset: Dataset, standard: Standard, names: Names) -> FormQuestion:
    options = _column_options(column, standard)
    needed = next((rule for rule in dataset.rules if rule.kind == "empty-when" and column.name in rule.empty and rule.when.equals), None)
    return FormQuestion(
        names.of(column.name),
        column.name,
        "select_one" if options else TYPES[column.type],
        heading(column),
        _column_hint(column),
        options,
        column.name if options else "",
        required=column.required,
        unless=(needed.when.column, needed.when.equals or "") if needed else None,
        minimum=column.min,
        maximum=column.max,
        pattern="" if column.several else column.pattern or "",
    )


def _column_options(column: DataColumn, standard: Standard) -> tuple[FormOption, ...]:
    if _names_a_criterion(column):
        return tuple(FormOption(node.id, _criterion_name(node.id, node.name)) for node in standard.criteria())
    if column.references == "standard.documents" and standard.id in document_list_ids():
        return tuple(FormOption(document.type, words_of(document.title)) for document in load_document_list(standard.id).documents)
    return () if column.several else tuple(FormOption(code.code, words_of(code.meaning)) for code in column.codes)


def _names_a_criterion(column: DataColumn) -> bool:
    """Whether one criterion is to be chosen; where a cell may hold several, they are typed."""
    return column.references == "standard.criteria" and not column.several


def _column_hint(column: DataColumn) -> Words:
    described = words_of(column.description)
    if column.unit:
        described = put_together(words_of("{text} Unit: {unit}."), text=described, unit=words_of(column.unit))
    if column.form:
        described = put_together(words_of("{text} Written as {form}."), text=described, form=words_of(column.form))
    return described


def heading(column: DataColumn) -> Words:
    """What stands above a column: its name as words, such as ``Grade band``."""
    return words_of(column.name.replace("_", " ").capitalize())


def _criterion_question(node: Node) -> Words:
    name = _criterion_name(node.id, node.name)
    return put_together(same_words("{name}: {question}"), name=name, question=words_of(node.question)) if node.question else name


def _criterion_name(node_id: str, name: str | None) -> Words:
    return put_together(same_words("{id}. {name}"), id=node_id, name=words_of(name or node_id))

"""Writes a form as an XLSForm: the workbook that KoboToolbox, ODK Central and SurveyCTO take, in all its languages at once.

Codes and names are those of the definition, so that answers of several versions and languages fit together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from diagnostics.definitions.form import Form, FormGroup, FormOption, FormQuestion
from diagnostics.definitions.translations import ENGLISH, LANGUAGES, Words, put_together, same_words, say, words_of
from diagnostics.intake.written_files import moved_into_place, neutralised

Row = dict[str, str]
ONE_SCREEN = "field-list"
"""ODK's word for a group that is shown on one screen."""


def write_xlsform(form: Form, path: Path) -> None:
    """Write a form as an XLSForm workbook with the sheets ``survey``, ``choices`` and ``settings``."""
    import xlsxwriter

    lists = _Lists()
    survey = list(_survey(form, lists))
    settings = {
        "form_title": say(form.title, ENGLISH),
        "form_id": form.id,
        "version": form.version,
        "default_language": _heading(form.languages[0]),
        "style": "pages",
    }
    with moved_into_place(path) as temporary, xlsxwriter.Workbook(str(temporary), {"strings_to_numbers": False}) as book:
        head = book.add_format({"bold": True, "bg_color": "#DCE6EC", "bottom": 1})
        cell = book.add_format({"text_wrap": True, "valign": "top"})
        for name, rows in (("survey", survey), ("choices", lists.rows(form.languages)), ("settings", [settings])):
            _write_sheet(book.add_worksheet(name), rows, head, cell)


def _write_sheet(sheet, rows: list[Row], head, cell) -> None:
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    sheet.write_row(0, 0, headings, head)
    sheet.freeze_panes(1, 0)
    for column, heading in enumerate(headings):
        sheet.set_column(column, column, 48 if "::" in heading else 24)
    for number, row in enumerate(rows, start=1):
        for column, heading in enumerate(headings):
            if row.get(heading):
                sheet.write_string(number, column, neutralised(row[heading]), cell)


class _Lists:
    """The lists of options; questions with the same options share one."""

    def __init__(self) -> None:
        self._options: dict[str, tuple[FormOption, ...]] = {}

    def name(self, question: FormQuestion) -> str:
        """The name of a question's list: that of the definition, numbered where another list has it already."""
        wanted = "".join(letter if letter.isascii() and letter.isalnum() else "_" for letter in question.list_name or question.name)
        name, number = wanted, 1
        while self._options.setdefault(name, question.options) != question.options:
            number += 1
            name = f"{wanted}_{number}"
        return name

    def rows(self, languages: tuple[str, ...]) -> list[Row]:
        """The sheet ``choices``."""
        return [
            {"list_name": name, "name": option.code, **_texts("label", option.label, languages)}
            for name, options in self._options.items()
            for option in options
        ]


def _survey(form: Form, lists: _Lists) -> Iterator[Row]:
    yield {"type": "note", "name": "introduction", **_texts("label", form.introduction, form.languages)}
    for group in form.groups:
        kind = "repeat" if group.repeats else "group"
        nested = any(question.about for question in group.questions)
        appearance = {} if nested else {"appearance": ONE_SCREEN}
        yield {"type": f"begin_{kind}", "name": group.name, **_texts("label", group.label, form.languages), **appearance}
        yield from _group_rows(group, form.languages, lists)
        yield {"type": f"end_{kind}", "name": group.name}


def _group_rows(group: FormGroup, languages: tuple[str, ...], lists: _Lists) -> Iterator[Row]:
    for about, questions in groupby(group.questions, key=lambda question: question.about):
        asked = list(questions)
        if not about:
            yield from (_question_row(question, languages, lists) for question in asked)
            continue
        # All that is asked about one criterion stands on one screen, so that it can be weighed together.
        name, label = f"criterion_{about}", asked[0].short or asked[0].label
        yield {"type": "begin_group", "name": name, **_texts("label", label, languages), "appearance": ONE_SCREEN}
        yield from (_question_row(question, languages, lists) for question in asked)
        yield {"type": "end_group", "name": name}


def _question_row(question: FormQuestion, languages: tuple[str, ...], lists: _Lists) -> Row:
    chosen = f"{question.type} {lists.name(question)}" if question.options else question.type
    row = {"type": chosen, "name": question.name, **_texts("label", question.label, languages)}
    hint = _hint(question)
    if hint:
        row |= _texts("hint", hint, languages)
    if question.required:
        row["required"] = "yes"
    conditions = [*_condition(question.relevant, "="), *_condition(question.unless, "!=")]
    if conditions:
        row["relevant"] = " and ".join(conditions)
    limits = list(_limits(question))
    if limits:
        row["constraint"] = " and ".join(limits)
        row |= _texts("constraint_message", _limit_words(question), languages)
    return row


def _hint(question: FormQuestion) -> Words | None:
    lines = [question.hint] if question.hint else []
    level = words_of("Level {number}: {meaning}")
    lines += [put_together(level, number=str(number), meaning=text) for number, text in enumerate(question.descriptors, start=1)]
    if not lines:
        return None
    pattern = same_words("\n\n".join(f"{{line_{number}}}" for number in range(len(lines))))
    return put_together(pattern, **{f"line_{number}": line for number, line in enumerate(lines)})


def _condition(condition: tuple[str, str] | None, sign: str) -> Iterator[str]:
    if condition:
        name, code = condition
        yield f"${{{name}}} {sign} {_quoted(code)}"


def _limits(question: FormQuestion) -> Iterator[str]:
    if question.minimum is not None:
        yield f". >= {question.minimum:g}"
    if question.maximum is not None:
        yield f". <= {question.maximum:g}"
    if question.pattern:
        yield f"regex(., {_quoted(f'^({question.pattern})$')})"


def _limit_words(question: FormQuestion) -> Words:
    if question.pattern:
        return words_of("This does not have the form that is asked for. See the note below the question.")
    low, high = question.minimum, question.maximum
    if low is None:
        return put_together(words_of("A number up to {high}."), high=f"{high:g}")
    if high is None:
        return put_together(words_of("A number from {low} upwards."), low=f"{low:g}")
    return put_together(words_of("A number from {low} to {high}."), low=f"{low:g}", high=f"{high:g}")


def _quoted(text: str) -> str:
    """A text as XPath writes it, which knows no escapes."""
    return f"'{text}'" if "'" not in text else f'"{text}"'


def _texts(column: str, words: Words, languages: Iterable[str]) -> Row:
    # A dollar before a brace would be taken for the name of another question.
    return {f"{column}::{_heading(language)}": say(words, language).replace("${", "$ {") for language in languages}


def _heading(language: str) -> str:
    # Servers know a language by its tag without the script; the name tells Latin and Cyrillic letters apart.
    return f"{LANGUAGES[language]} ({language.partition('-')[0]})"

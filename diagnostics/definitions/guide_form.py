"""The forms of the interview guides: the questions of one group or of all, with room for what was said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from diagnostics.definitions.dataset import Dataset
from diagnostics.definitions.form import Form, FormGroup, FormQuestion
from diagnostics.definitions.form_parts import Names, form_languages
from diagnostics.definitions.interview_guide import GuidePart, GuideQuestion, InterviewGuide
from diagnostics.definitions.outline import outline
from diagnostics.definitions.standard import Standard
from diagnostics.definitions.table_form import rows_of_dataset
from diagnostics.definitions.translations import Words, put_together, same_words, words_of


def form_of_guides(guides: Sequence[InterviewGuide], interviews: Dataset, standard: Standard) -> Form:
    """The form of one guide, or of several one after another.

    Args:
        guides: at least one.
        interviews: the data set ``interviews``: a finding a row, after the questions.
        standard: whose criteria the questions inform.
    """
    names = Names()
    questions = [group for guide in guides for group in _guide(guide, standard, names)]
    rows = rows_of_dataset(interviews, standard, names)
    if len(guides) == 1:
        (guide,) = guides
        asked = tuple(_of_group(question, guide.group) for question in rows.questions)
        form_id, version, title = f"{interviews.id}-{guide.group}", guide.version, words_of(guide.title)
        rows = replace(rows, questions=asked)
    else:
        form_id, version, title = interviews.id, guides[0].version, words_of(interviews.title.capitalize())
    introduction = words_of(interviews.description)
    # The guides may stand in English below headings in another language.
    return Form(form_id, version, title, introduction, (*questions, rows), form_languages([rows], introduction))


def _of_group(question: FormQuestion, group: str) -> FormQuestion:
    """A guide for one group leaves no other to be chosen."""
    if question.item != "group":
        return question
    return replace(question, options=tuple(option for option in question.options if option.code == group))


def _guide(guide: InterviewGuide, standard: Standard, names: Names) -> Iterator[FormGroup]:
    about = (("who", guide.who), ("opening", guide.opening), ("closing", guide.closing))
    notes = tuple(
        FormQuestion(names.of(f"{guide.group}_{name}"), f"{guide.group}.{name}", "note", words_of(" ".join(text.split())))
        for name, text in about
    )
    yield FormGroup(names.of(f"guide_{guide.group}"), _lasting(guide.title, guide.minutes), notes[:2])
    for number, part in enumerate(guide.parts, start=1):
        yield _part(part, f"{guide.group}_{number}", standard, names)
    yield FormGroup(names.of(f"close_{guide.group}"), words_of("To close"), notes[2:])


def _part(part: GuidePart, name: str, standard: Standard, names: Names) -> FormGroup:
    questions = tuple(_question(question, standard, names) for question in part.questions)
    return FormGroup(names.of(f"part_{name}"), _lasting(part.title, part.minutes), questions)


def _lasting(title: str, minutes: int) -> Words:
    return put_together(words_of("{title} ({minutes} minutes)"), title=words_of(title), minutes=str(minutes))


def _question(question: GuideQuestion, standard: Standard, names: Names) -> FormQuestion:
    short = same_words(question.id)
    label = put_together(same_words("{id}: {text}"), id=question.id, text=words_of(question.text))
    lines = [
        *(put_together(words_of("Ask next: {text}"), text=words_of(text)) for text in question.follow_up),
        put_together(words_of("A good sign: {text}"), text=words_of(question.good_sign)),
        put_together(words_of("A warning sign: {text}"), text=words_of(question.warning_sign)),
        put_together(words_of("Informs: {criteria}"), criteria=_criteria(question, standard)),
    ]
    hint = _in_lines(lines)
    return FormQuestion(names.of(question.id), question.id, "note", label, hint, short=short, informs=question.criteria)


def _in_lines(lines: Sequence[Words]) -> Words:
    places = {f"line{place}": line for place, line in enumerate(lines)}
    return put_together(same_words("\n".join(f"{{{name}}}" for name in places)), **places)


def _criteria(question: GuideQuestion, standard: Standard) -> Words:
    nodes = outline(standard).nodes
    named = {f"c{place}": words_of(nodes[one].name or one) for place, one in enumerate(question.criteria)}
    pattern = "; ".join(f"{one} {{c{place}}}" for place, one in enumerate(question.criteria))
    return put_together(same_words(pattern), **named)

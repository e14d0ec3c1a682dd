"""A form to print and fill in by hand: tick boxes, descriptions beside them, space to write, headings that a screen reader follows."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from diagnostics.definitions.form import Form, FormGroup, FormQuestion
from diagnostics.definitions.translations import say
from diagnostics.intake.forms.form_workbook import subjects
from diagnostics.intake.written_files import moved_into_place
from diagnostics.reporting.documents.form_paper import BOX, Paper
from diagnostics.reporting.docx_parts import TEXT_WIDTH, empty_document, fixed_zip, page_footer

SHORT_LABEL = 36  # letters of an answer that still fits above a column
WORD_LANGUAGES = {"en": "en-GB", "fr": "fr-FR", "sr-Latn": "sr-Latn-RS", "sr-Cyrl": "sr-Cyrl-RS"}
"""How word processors name our languages."""
MOST_COLUMNS = 8  # of a table that is still wide enough to write in
BLANK_ROWS, BLANK_RECORDS = 13, 4


def write_form_document(form: Form, path: Path, language: str) -> None:
    """Write a form as a Word document in one of its languages. Equal forms give equal bytes."""
    word = empty_document(WORD_LANGUAGES.get(language, language))
    paper = Paper(word, language)
    title, mark = say(form.title, language), f"{form.id} {form.version}"
    describe(word, title, mark, WORD_LANGUAGES.get(language, language))
    page_footer(word, f"{mark} · {paper.ui('page')}")
    word.add_paragraph(title, style="Title")
    word.add_paragraph(say(form.introduction, language), style="Lead")
    once, each = _guided(form)
    if each:
        _interview(paper, form, once, each)
    else:
        for group in form.groups:
            _group(paper, group)
    file = io.BytesIO()
    word.save(file)
    with moved_into_place(path) as temporary:
        temporary.write_bytes(fixed_zip(file.getvalue()))


def describe(word, title: str, mark: str, language: str) -> None:
    """Title, subject and language of a printed form, in its properties and above each page."""
    from diagnostics.intake.forms.form_sheets import MADE_ON

    about = word.core_properties
    about.title, about.subject, about.language, about.author, about.comments = title, mark, language, "", ""
    about.created = about.modified = MADE_ON
    header = word.sections[0].header.paragraphs[0]
    header.style = "Note"
    header.add_run(f"{title} · {mark}")


def _guided(form: Form) -> tuple[Sequence[FormQuestion], Sequence[FormQuestion]]:
    """What is asked once and what after each note, in a form whose table files answers under what the notes inform.

    The first of the latter chooses the criterion; a note that informs one criterion only does without it.
    """
    notes = {code for group in form.groups if not group.repeats for question in group.questions for code in question.informs}
    for group in form.groups:
        for place, question in enumerate(group.questions):
            if group.repeats and notes and notes <= set(question.codes()):
                return group.questions[:place], group.questions[place:]
    return (), ()


def _interview(paper: Paper, form: Form, once: Sequence[FormQuestion], each: Sequence[FormQuestion]) -> None:
    if once:
        paper.answers([(question, paper.label(question)) for question in once])
    for group in form.groups:
        if group.repeats:
            continue
        paper.heading(group.label, 1)
        for question in group.questions:
            if not question.informs:
                paper.text(paper.say(question.label), kept=False)
                continue
            paper.heading(question.short or question.label, 2)
            paper.question(question)
            filed, *rest = each
            choice = tuple(option for option in filed.options if option.code in question.informs)
            asked = [replace(filed, options=choice), *rest] if len(choice) > 1 else rest
            paper.answers([(one, paper.label(one)) for one in asked], roomy=True)


def _group(paper: Paper, group: FormGroup) -> None:
    if group.repeats:
        _records(paper, group)
        return
    judged = any(question.about for question in group.questions)
    paper.heading(group.label, 1, new_page=judged)
    if judged:
        # A page a criterion: its levels are weighed against each other, and pages can be dealt out among raters.
        for number, (subject, questions) in enumerate(subjects(group.questions)):
            _criterion(paper, subject, questions, new_page=number > 0)
    elif _one_scale(paper, group):
        _statements(paper, group)
    elif group.questions[0].options:
        for question in group.questions:
            paper.heading(question.label, 2)
            paper.note(question.hint)
            paper.boxes(question)
    else:
        paper.answers([(question, paper.label(question)) for question in group.questions])


def _one_scale(paper: Paper, group: FormGroup) -> bool:
    """Whether the answers to all questions fit as columns beside them."""
    lists = {question.codes() for question in group.questions}
    labels = [paper.say(option.label) for question in group.questions for option in question.options]
    plain = not any(question.hint for question in group.questions)
    return plain and len(lists) == 1 and bool(labels) and max(map(len, labels)) <= SHORT_LABEL


def _statements(paper: Paper, group: FormGroup) -> None:
    options = group.questions[0].options
    narrow = 16.0
    widths = [TEXT_WIDTH - narrow * len(options), *[narrow] * len(options)]
    grid = paper.table(len(group.questions) + 1, widths, [paper.ui("Statement"), *(paper.say(option.label) for option in options)])
    for row, question in enumerate(group.questions, start=1):
        paper.cell(grid, row, 0, paper.say(question.label))
        for column in range(1, len(widths)):
            paper.cell(grid, row, column, BOX, centred=True)
    paper.gap()


def _criterion(paper: Paper, subject: FormQuestion, questions: Sequence[FormQuestion], new_page: bool) -> None:
    paper.heading(subject.short or subject.label, 2, new_page=new_page)
    paper.question(subject)
    gates = [question for question in questions if question.options and len(question.codes()) >= len(subject.descriptors) > 0]
    same = len({question.codes() for question in gates}) == 1
    before = [question for question in questions if question.options and question not in gates]
    after = [question for question in questions if not question.options]
    for question in before:
        paper.in_line(question)
    if gates and same:
        _gates(paper, subject, gates)
    else:
        for question in gates:
            paper.in_line(question)
    paper.answers([(question, paper.label(question)) for question in after], hints=False)


def _gates(paper: Paper, subject: FormQuestion, gates: Sequence[FormQuestion]) -> None:
    """The levels downwards, each with its description and with one box a gate beside it."""
    gate_width = 31.0
    widths = [12.0, TEXT_WIDTH - 12.0 - gate_width * len(gates), *[gate_width] * len(gates)]
    headings = [paper.ui("Level"), paper.ui("What it looks like"), *(paper.with_hint(gate) for gate in gates)]
    grid = paper.table(len(gates[0].options) + 1, widths, headings)
    for row, option in enumerate(gates[0].options, start=1):
        described = row <= len(subject.descriptors)
        paper.cell(grid, row, 0, option.code, small=True)
        paper.cell(grid, row, 1, paper.say(subject.descriptors[row - 1]) if described else paper.say(option.label), small=True)
        for column, gate in enumerate(gates, start=2):
            label = paper.say(gate.options[row - 1].label)
            paper.cell(grid, row, column, f"{BOX} {label}" if described else BOX, small=True)
    paper.gap()


def _records(paper: Paper, group: FormGroup) -> None:
    """Empty rows where the columns are few; else an empty card for each of several records."""
    if len(group.questions) <= MOST_COLUMNS:
        paper.turn()
        _columns(paper, group)
        _codes(paper, group)
        return
    for number in range(1, BLANK_RECORDS + 1):
        paper.heading_text(f"{paper.say(group.label)} {number}", 2)
        paper.answers([(question, paper.label(question)) for question in group.questions], hints=number == 1)


def _columns(paper: Paper, group: FormGroup) -> None:
    shares = [2.0 if question.type == "text" and not question.pattern else 1.1 for question in group.questions]
    widths = [paper.width * share / sum(shares) for share in shares]
    grid = paper.table(BLANK_ROWS + 1, widths, [paper.label(question) for question in group.questions])
    for row in range(1, BLANK_ROWS + 1):
        paper.blank(grid, row, 8.0)
    paper.gap()


def _codes(paper: Paper, group: FormGroup) -> None:
    for question in group.questions:
        if question.hint or question.options:
            paper.heading(question.label, 2)
            paper.note(question.hint)
            for option in question.options:
                paper.text(f"{option.code}: {paper.say(option.label)}", style="Note")

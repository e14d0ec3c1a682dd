"""Writes a form as an Excel workbook to send by e-mail: one row a criterion or item, drop-down lists, all else locked.

``form_sheets`` says how such a workbook is read back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from diagnostics.definitions.form import Form, FormGroup, FormQuestion
from diagnostics.definitions.translations import Words, words_of
from diagnostics.intake.forms.form_sheets import A4, FormBook, form_book, height_for
from diagnostics.intake.forms.form_tables import NOTHING, write_table

A3 = 8
QUESTION_WIDTH, DESCRIPTOR_WIDTH, CHOICE_WIDTH, TEXT_WIDTH = 46.0, 26.0, 15.0, 30.0
PAGE_WIDTH = 100.0

INSTRUCTIONS = (
    "Fill in the yellow cells only; all others are locked.",
    "Where a cell has a list, click the arrow beside it and choose. A cell that you leave empty counts as not answered.",
    "If you do not know, choose so rather than guess: it is counted apart and lowers nothing.",
    "Save the file as it is (.xlsx), without renaming its sheets, and send it back to whoever sent it to you.",
)


def write_form_workbook(form: Form, path: Path, language: str, filled: Mapping[str, Sequence[str]] = NOTHING) -> None:
    """Write a form as a workbook.

    Args:
        form: the form.
        path: the .xlsx file.
        language: one of the form's languages.
        filled: values that stand in the table of a repeating group already, by the question's name.
    """
    with form_book(form, path, language) as made:
        about = [group for group in form.groups if not group.repeats and form.respondent in {each.name for each in group.questions}]
        _instructions(made, about)
        asked = [group for group in form.groups if not group.repeats and group not in about]
        if asked:
            _Questions(made, asked).write()
        for group in form.groups:
            if group.repeats:
                write_table(made, group, filled)


def _instructions(made: FormBook, about: list[FormGroup]) -> None:
    sheet = made.sheet("Instructions")
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 40)
    sheet.set_column(2, 2, 40)
    sheet.write_string(0, 0, made.say(made.form.title), made.formats["title"])
    row = 2
    for text in (
        made.say(made.form.introduction),
        "",
        *(f"{number}. {made.ui(text)}" for number, text in enumerate(INSTRUCTIONS, start=1)),
    ):
        if text:
            sheet.merge_range(row, 0, row, 2, text, made.formats["text"])
            sheet.set_row(row, height_for([(text, PAGE_WIDTH)]))
        row += 1
    for group in about:
        row = _about(made, sheet, group, row + 1)


def _about(made: FormBook, sheet: Worksheet, group: FormGroup, row: int) -> int:
    sheet.write_string(row, 0, made.say(group.label), made.formats["heading"])
    row += 1
    for question in group.questions:
        hint = made.say(question.hint) if question.hint else ""
        sheet.write_string(row, 0, made.say(question.label) + (" *" if question.required else ""), made.formats["bold"])
        made.answer(sheet, row, 1, question)
        sheet.write_string(row, 2, hint, made.formats["small"])
        sheet.set_row(row, height_for([(hint, 40.0)], lowest=24.0))
        row += 1
    if any(question.required for question in group.questions):
        sheet.write_string(row, 0, made.ui("* needs an answer"), made.formats["small"])
    return row + 1


class _Questions:
    """The sheet with a row for each criterion or item."""

    def __init__(self, made: FormBook, groups: list[FormGroup]) -> None:
        self.made, self.groups = made, groups
        questions = [question for group in groups for question in group.questions]
        self.levels = max(len(question.descriptors) for question in questions)
        self.columns: dict[str, Words] = {}
        answered: dict[str, list[FormQuestion]] = {}
        for subject, asked in subjects(questions):
            for question in asked:
                part = _part(subject, question)
                self.columns.setdefault(part, question.short or words_of("Answer"))
                answered.setdefault(part, []).append(question)
        self.first = 1 + self.levels
        self.widths = [self._width(asked) for asked in answered.values()]

    def write(self) -> None:
        """Write the sheet."""
        self.sheet = self.made.sheet("Questions")
        self._set_up()
        row = 2
        for group in self.groups:
            last = self.first + len(self.columns) - 1
            for column in range(last + 1):
                self.sheet.write_blank(row, column, None, self.made.formats["band"])
            self.sheet.write_string(row, 0, self.made.say(group.label), self.made.formats["band"])
            self.sheet.set_row(row, 24)
            for number, (subject, asked) in enumerate(subjects(group.questions), start=1):
                self._subject(row + number, subject, asked)
            row += 1 + len(subjects(group.questions))
        self.sheet.print_area(0, 0, row - 1, self.first + len(self.columns) - 1)

    def _set_up(self) -> None:
        made, sheet = self.made, self.sheet
        wide = self.levels or len(self.columns) > 2
        sheet.set_paper(A3 if wide else A4)
        if wide:
            sheet.set_landscape()
            sheet.set_zoom(85)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.repeat_rows(1)
        sheet.freeze_panes(2, 1)
        sheet.hide_gridlines(2)
        sheet.write_string(0, 0, made.say(made.form.title), made.formats["title"])
        levels = [made.ui("Level {number}").format(number=number) for number in range(1, self.levels + 1)]
        headings = [made.ui("Question"), *levels, *(made.say(heading) for heading in self.columns.values())]
        widths = [self._question_width(), *[DESCRIPTOR_WIDTH] * self.levels, *self.widths]
        for column, (heading, width) in enumerate(zip(headings, widths, strict=True)):
            sheet.write_string(1, column, heading, made.formats["head"])
            sheet.set_column(column, column, width)
        sheet.set_row(1, height_for(list(zip(headings, widths, strict=True)), lowest=30.0))

    def _question_width(self) -> float:
        return QUESTION_WIDTH if self.levels else 70.0

    def _width(self, asked: list[FormQuestion]) -> float:
        if not any(question.options for question in asked):
            return TEXT_WIDTH if asked[0].type == "text" else CHOICE_WIDTH
        longest = max(len(self.made.shown(option)) for question in asked for option in question.options)
        return min(max(CHOICE_WIDTH, longest + 4.0), 34.0 if not self.levels else 20.0)

    def _subject(self, row: int, subject: FormQuestion, asked: list[FormQuestion]) -> None:
        made, sheet = self.made, self.sheet
        label, hint = made.say(subject.label), self._hint(subject, asked)
        if hint:
            pieces = [made.formats["bold"], label, made.formats["small"], f"\n{hint}", made.formats["cell"]]
            sheet.write_rich_string(row, 0, *pieces)
        else:
            sheet.write_string(row, 0, label, made.formats["cell"])
        descriptors = [made.say(text) for text in subject.descriptors]
        for column in range(self.levels):
            sheet.write_string(row, 1 + column, descriptors[column] if column < len(descriptors) else "", made.formats["cell"])
        texts = [(f"{label}\n{hint}" if hint else label, self._question_width() * 0.93)]
        sheet.set_row(row, height_for([*texts, *((text, DESCRIPTOR_WIDTH) for text in descriptors)], lowest=30.0))
        self._answers(row, subject, asked)

    def _hint(self, subject: FormQuestion, asked: list[FormQuestion]) -> str:
        # What coverage counts differs from row to row, so it stands with the question.
        own = [question.hint for question in asked if question is not subject and question.options and question.list_name != "yes_no"]
        return "\n".join(self.made.say(hint) for hint in (subject.hint, *own) if hint)

    def _answers(self, row: int, subject: FormQuestion, asked: list[FormQuestion]) -> None:
        by_part = {_part(subject, question): question for question in asked}
        places = {question.name: self.first + list(self.columns).index(part) for part, question in by_part.items()}
        for number, part in enumerate(self.columns):
            question = by_part.get(part)
            if question is None:
                self.sheet.write_blank(row, self.first + number, None, self.made.formats["none"])
                continue
            self.made.answer(self.sheet, row, self.first + number, question)
            if question.unless and question.unless[0] in places:
                self._grey_out(row, self.first + number, question, by_part, places)

    def _grey_out(self, row: int, column: int, question: FormQuestion, by_part: dict[str, FormQuestion], places: dict[str, int]) -> None:
        """Show that an answer is not wanted where another cell says that the criterion does not apply."""
        name, code = question.unless or ("", "")
        asked = next(other for other in by_part.values() if other.name == name)
        shown = next(self.made.shown(option) for option in asked.options if option.code == code)
        quoted = shown.replace('"', '""')
        cell = xl_rowcol_to_cell(row, places[name], col_abs=True)
        grey = self.made.book.add_format({"bg_color": "#BDBDBD", "font_color": "#BDBDBD"})
        self.sheet.conditional_format(row, column, row, column, {"type": "formula", "criteria": f'={cell}="{quoted}"', "format": grey})


def subjects(questions: Iterable[FormQuestion]) -> list[tuple[FormQuestion, list[FormQuestion]]]:
    """What is asked about, each with its answered questions: a criterion with its gates, or an item with itself."""
    subjects = []
    for about, members in groupby(questions, key=lambda question: question.about):
        asked = list(members)
        if about:
            subjects.append((asked[0], [question for question in asked if question.type != "note"]))
        else:
            subjects += [(question, [] if question.type == "note" else [question]) for question in asked]
    return subjects


def _part(subject: FormQuestion, question: FormQuestion) -> str:
    return question.item.removeprefix(subject.item)

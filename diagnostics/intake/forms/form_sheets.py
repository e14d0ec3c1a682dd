"""What the Excel forms of every layout share: locked sheets with open answer cells, drop-down lists, and the hidden notes for reading back.

A form is read back by two very hidden sheets, never by its labels, its language or the look of its rows:

``_form``: the rows ``form_id``, ``version`` and ``language`` with their value in column B; an empty row; then a table with the
headings ``item``, ``name``, ``sheet``, ``row``, ``column``, ``last_row``. Each line says where the answer to one item stands: the sheet's
name, the row as the spreadsheet shows it, the column's letter. In a table that grows downwards, ``row`` is its first row and
``last_row`` is empty; elsewhere the two are equal.

``_lists``: two columns for each list of options, headed ``<list>.shown`` and ``<list>.code``: what the drop-down shows, and its code.
An answer cell holds either one of the shown texts (``3 – approved``, ``Yes``) or, where somebody typed, perhaps only the code.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from diagnostics.definitions.base import LARGEST
from diagnostics.definitions.form import Form, FormOption, FormQuestion
from diagnostics.definitions.translations import Words, say, translated
from diagnostics.intake.written_files import moved_into_place, neutralised

FORM_SHEET, LISTS_SHEET = "_form", "_lists"
LONGEST_MESSAGE = 255  # what Excel takes beside a cell
LONGEST_HEADING = 31  # of such a message, and of a sheet's name
MADE_ON = datetime.datetime(2026, 1, 1)
EARLIEST, LATEST = datetime.date(1950, 1, 1), datetime.date(2100, 12, 31)

_BASE = {"font_name": "Calibri", "font_size": 10, "valign": "top", "text_wrap": True}
_ANSWER = {"bg_color": "#FFF9E0", "border": 1, "border_color": "#9A9A9A", "locked": False}
_STYLES = {
    "title": {"font_size": 16, "bold": True, "text_wrap": False, "font_color": "#1F3B57"},
    "heading": {"font_size": 12, "bold": True, "text_wrap": False, "font_color": "#1F3B57"},
    "text": {},
    "bold": {"bold": True},
    "small": {"font_color": "#555555"},
    "head": {"bold": True, "bg_color": "#1F3B57", "font_color": "#FFFFFF", "border": 1, "valign": "vcenter"},
    "band": {"bold": True, "font_size": 12, "bg_color": "#DCE6EC", "text_wrap": False, "valign": "vcenter"},
    "cell": {"border": 1, "border_color": "#C8C8C8"},
    "answer": {**_ANSWER, "num_format": "@"},
    "number": {**_ANSWER, "num_format": "General"},
    "date": {**_ANSWER, "num_format": "yyyy-mm-dd"},
    "none": {"bg_color": "#E4E4E4", "border": 1, "border_color": "#C8C8C8"},
}


A4 = 9  # in the numbers of paper sizes that a workbook knows


class LockedWorkbook(xlsxwriter.Workbook):
    """A workbook whose sheets cannot be renamed, moved or deleted by accident: reading back relies on them."""

    def _write_book_views(self) -> None:
        self._xml_empty_tag("workbookProtection", [("lockStructure", 1)])
        super()._write_book_views()


def text_page(book: xlsxwriter.Workbook, name: str, width: float) -> Worksheet:
    """A new locked sheet for running text: one column, as wide as a printed page."""
    sheet = book.add_worksheet(name)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    sheet.hide_gridlines(2)
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_column(0, 0, width)
    return sheet


class FormBook:
    """A workbook in the making: writes answer cells and remembers where each stands."""

    def __init__(self, book: xlsxwriter.Workbook, form: Form, language: str) -> None:
        self.book, self.form, self.language = book, form, language
        self.formats = {name: book.add_format({**_BASE, **style}) for name, style in _STYLES.items()}
        self._places: list[tuple[str, ...]] = []
        self._lists: dict[tuple[tuple[str, str], ...], str] = {}

    def say(self, words: Words) -> str:
        """Words in the form's language, safe to stand in a cell."""
        return neutralised(say(words, self.language))

    def ui(self, text: str) -> str:
        """One of the kit's own texts in the form's language."""
        return translated(text, self.language)

    def sheet(self, name: str) -> Worksheet:
        """A new locked sheet; people may still change widths and heights."""
        sheet = self.book.add_worksheet(self.ui(name)[:LONGEST_HEADING])
        sheet.protect("", {"format_columns": True, "format_rows": True, "format_cells": False})
        sheet.set_footer(f"&L{self.form.id} {self.form.version}&R{self.ui('page')} &P / &N")
        return sheet

    def answer(self, sheet: Worksheet, row: int, column: int, question: FormQuestion) -> None:
        """Open one cell for the answer to a question."""
        sheet.write_blank(row, column, None, self.answer_format(question))
        self.limit(sheet, (row, column, row, column), question)
        self.remember(sheet, row, column, question, last_row=str(row + 1))
        if question.required:
            missing = self.book.add_format({"bg_color": "#F8D7CF"})
            sheet.conditional_format(row, column, row, column, {"type": "blanks", "format": missing})

    def answer_format(self, question: FormQuestion):
        """How the cell of an answer looks: numbers and dates as such, all else as text, whatever the country writes."""
        kinds = {"date": "date", "integer": "number", "decimal": "number"}
        return self.formats[kinds.get(question.type, "answer")]

    def remember(self, sheet: Worksheet, row: int, column: int, question: FormQuestion, last_row: str = "") -> None:
        """Note where the answers to a question stand, for reading back."""
        place = (sheet.get_name(), str(row + 1), xl_col_to_name(column), last_row)
        self._places.append((question.item, question.name, *place))

    def limit(self, sheet: Worksheet, area: tuple[int, int, int, int], question: FormQuestion, codes_only: bool = False) -> None:
        """Let cells take only what a question may be answered with, and show its hint beside them.

        Args:
            sheet: where the cells are.
            area: first row, first column, last row, last column, from 0.
            question: what is asked.
            codes_only: the drop-down shows the bare codes, as a data set holds them.
        """
        rule = self._rule(question, codes_only)
        hint = _cut(say(question.hint, self.language), LONGEST_MESSAGE) if question.hint else ""
        label = _cut(self.say(question.short or question.label), LONGEST_HEADING)
        rule |= {"input_title": label, "input_message": hint} if hint else {}
        if rule["validate"] != "any":
            rule |= {
                "error_title": _cut(self.ui("Not a possible answer"), LONGEST_HEADING),
                "error_message": _cut(self.ui(self._refusal(question)), LONGEST_MESSAGE),
            }
        if rule["validate"] != "any" or hint:
            sheet.data_validation(*area, rule)

    def _refusal(self, question: FormQuestion) -> str:
        if question.options:
            return "Choose one from the list, or leave the cell empty."
        return "Write a date, for example 2026-05-31." if question.type == "date" else "Write a number within the limits."

    def _rule(self, question: FormQuestion, codes_only: bool) -> dict:
        if question.options:
            return {"validate": "list", "source": self.drop_down(question, codes_only)}
        if question.type == "date":
            return {"validate": "date", "criteria": "between", "minimum": EARLIEST, "maximum": LATEST}
        if question.type in ("integer", "decimal"):
            low = _whole(-LARGEST if question.minimum is None else question.minimum)
            high = _whole(LARGEST if question.maximum is None else question.maximum)
            return {"validate": question.type, "criteria": "between", "minimum": low, "maximum": high}
        return {"validate": "any"}

    def drop_down(self, question: FormQuestion, codes_only: bool = False) -> str:
        """The cells that hold a question's list, as a formula. A list written into the rule itself may have 255 signs only."""
        shown = [option.code if codes_only else self.shown(option) for option in question.options]
        entries = tuple(zip(shown, question.codes(), strict=True))
        if entries not in self._lists:
            wanted = question.list_name or question.name
            clash = sum(1 for name in self._lists.values() if name.split("#")[0] == wanted)
            self._lists[entries] = f"{wanted}#{clash + 1}" if clash else wanted
        column = xl_col_to_name(2 * list(self._lists).index(entries), col_abs=True)
        return f"='{LISTS_SHEET}'!{column}$2:{column}${len(entries) + 1}"

    def shown(self, option: FormOption) -> str:
        """What a drop-down shows for an option: ``3 – approved``; the label alone where the code is an English word."""
        label = self.say(option.label)
        a_word = len(option.code) > 1 and option.code.replace("-", "").isalpha() and option.code.islower()
        return label if a_word or label == option.code else f"{option.code} – {label}"

    def write_hidden_sheets(self) -> None:
        """Write ``_form`` and ``_lists``; the last step."""
        notes = self.book.add_worksheet(FORM_SHEET)
        head = [("form_id", self.form.id), ("version", self.form.version), ("language", self.language), ()]
        table = [("item", "name", "sheet", "row", "column", "last_row"), *self._places]
        for row, texts in enumerate([*head, *table]):
            for column, text in enumerate(texts):
                notes.write_string(row, column, text)
        lists = self.book.add_worksheet(LISTS_SHEET)
        for number, (entries, name) in enumerate(self._lists.items()):
            for row, texts in enumerate([(f"{name}.shown", f"{name}.code"), *entries]):
                lists.write_string(row, 2 * number, texts[0])
                lists.write_string(row, 2 * number + 1, texts[1])
        for sheet in (notes, lists):
            sheet.protect()
            sheet.very_hidden()


@contextmanager
def form_book(form: Form, path: Path, language: str) -> Iterator[FormBook]:
    """A workbook for a form, moved into place when the block ends well."""
    with moved_into_place(path) as temporary, LockedWorkbook(str(temporary)) as book:
        # Without a fixed day two forms made from the same definition would differ.
        about = {"title": say(form.title, language), "comments": f"{form.id} {form.version} {language}", "created": MADE_ON}
        book.set_properties(about)
        made = FormBook(book, form, language)
        yield made
        made.write_hidden_sheets()


def height_for(texts: Sequence[tuple[str, float]], lowest: float = 18.0) -> float:
    """The height of a row, in points, in which wrapped texts are seen whole.

    Args:
        texts: each text with the width of its column in characters.
        lowest: the least height.
    """
    # A column's width counts digits of 11 points: of our letters of 10 points a third more fit in, less what wrapping costs.
    lines = max((sum(max(1, math.ceil(len(part) * 0.8 / width)) for part in text.split("\n")) for text, width in texts), default=1)
    return min(max(lowest, 12.9 * lines + 5), 409.0)  # 409 is the most that Excel takes


def _whole(number: float) -> float | int:
    """A whole number without a point, as Excel writes it."""
    return int(number) if float(number).is_integer() else number


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"

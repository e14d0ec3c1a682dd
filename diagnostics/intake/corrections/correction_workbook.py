"""Writes a correction workbook: the rejected rows as they came, the wrong cells open and marked, everything else locked."""

from __future__ import annotations

import datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from diagnostics import __version__
from diagnostics.definitions.correction_texts import load_correction_texts
from diagnostics.definitions.translations import translated
from diagnostics.intake.corrections.correction_sheet import (
    BEFORE,
    FACTS,
    LISTS_SHEET,
    ROWS_COLUMN,
    SOURCE_SHEET,
    TABLE,
    CorrectionSheet,
    OpenCell,
    as_shown,
)
from diagnostics.intake.forms.form_sheets import A4, height_for, text_page
from diagnostics.intake.written_files import moved_into_place

LONGEST_NAME = 31  # of a sheet, and of the title of a message
WIDEST, NARROWEST = 34, 9  # characters
WHAT_TO_DO_WIDTH, PAGE_WIDTH = 56, 88

_BASE = {"font_name": "Calibri", "font_size": 10, "valign": "top", "text_wrap": True, "num_format": "@"}
_LOCKED = {"border": 1, "border_color": "#C8C8C8", "font_color": "#404040"}
_MARKS = {
    # Thick or dashed: the border says what the colour says.
    "wrong": {"border": 5, "border_color": "#A4262C", "bg_color": "#FBE3DD", "bold": True},
    "look": {"border": 8, "border_color": "#9A6A00", "bg_color": "#FFF4D6"},
    "related": {"border": 3, "border_color": "#5A6B7B", "bg_color": "#FFFDF2"},
}
_STYLES = {
    "title": {"font_size": 16, "bold": True, "text_wrap": False, "font_color": "#1F3B57"},
    "heading": {"font_size": 12, "bold": True, "text_wrap": False, "font_color": "#1F3B57"},
    "text": {},
    "personal": {"bold": True, "border": 2, "border_color": "#9A6A00", "bg_color": "#FFF4D6"},
    "head": {"bold": True, "bg_color": "#1F3B57", "font_color": "#FFFFFF", "border": 1, "valign": "vcenter"},
    "own_head": {"bold": True, "bg_color": "#DCE6EC", "border": 1, "valign": "vcenter"},
    "row": {**_LOCKED, "bold": True, "align": "center"},
    "advice": _LOCKED,
    "cell": _LOCKED,
    **{mark: {**style, "locked": False} for mark, style in _MARKS.items()},
}


def write_correction_workbook(sheet: CorrectionSheet, path: Path, language: str, mode: int = 0o600) -> None:
    """Write one data set's correction workbook.

    Args:
        sheet: what to correct.
        path: where it shall stand; moved into place whole.
        language: the respondents', such as ``fr``. A text without a translation stands in English.
        mode: who may read the file: those who may read its source.
    """
    with moved_into_place(path, mode) as temporary, xlsxwriter.Workbook(str(temporary), {"strings_to_urls": False}) as book:
        book.set_properties({"title": sheet.file, "created": datetime.datetime(2026, 1, 1)})
        _CorrectionBook(book, sheet, language).write()


class _CorrectionBook:
    """The workbook in the making."""

    def __init__(self, book: xlsxwriter.Workbook, sheet: CorrectionSheet, language: str) -> None:
        self.book, self.sheet, self.language = book, sheet, language
        self.texts = load_correction_texts()
        self.formats = {name: book.add_format({**_BASE, **style}) for name, style in _STYLES.items()}
        self.lists: dict[tuple[str, ...], int] = {}

    def say(self, text: str, **blanks: object) -> str:
        """One of the workbook's own texts in its language."""
        return translated(text, self.language).format(**blanks)

    def name(self, text: str) -> str:
        return self.say(text)[:LONGEST_NAME]

    def write(self) -> None:
        """Write every sheet."""
        self._instructions()
        if self.sheet.rows:
            self._corrections()
        self._source()
        self._hidden_lists()

    def _instructions(self) -> None:
        texts, sheet = self.texts, text_page(self.book, self.name(self.texts.instructions_sheet), PAGE_WIDTH)
        sheet.write_string(0, 0, self.say(texts.title, file=as_shown(self.sheet.file)), self.formats["title"])
        lines: list[tuple[str, str]] = []
        if self.sheet.rows:
            lines.append((self.say(texts.introduction, sheet=self.name(texts.corrections_sheet)), "text"))
            steps = (self.say(step, what_to_do=self.say(texts.what_to_do)) for step in texts.steps)
            lines += [(f"{number}. {step}", "text") for number, step in enumerate(steps, start=1)]
            if self.sheet.all_rows > len(self.sheet.rows):
                lines.append((self.say(texts.more_rows, shown=len(self.sheet.rows), all=self.sheet.all_rows), "text"))
            lines += [("", "text"), (self.say(texts.personal), "personal")]
        if self.sheet.elsewhere:
            lines += [("", "text"), (self.say(texts.elsewhere), "heading")]
            lines += [(f"• {as_shown(sentence)}", "text") for sentence in self.sheet.elsewhere]
        for row, (text, style) in enumerate(lines, start=2):
            sheet.write_string(row, 0, text, self.formats[style])
            sheet.set_row(row, height_for([(text, PAGE_WIDTH)]))

    def _corrections(self) -> None:
        sheet = self.book.add_worksheet(self.name(self.texts.corrections_sheet))
        sheet.protect("", {"format_columns": True, "format_rows": True})
        sheet.set_paper(A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.freeze_panes(1, BEFORE)
        widths = self._widths()
        headings = [self.say(self.texts.row), self.say(self.texts.what_to_do), *map(as_shown, self.sheet.headings)]
        for column, (heading, width) in enumerate(zip(headings, widths, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, heading, self.formats["head" if column < BEFORE else "own_head"])
        sheet.set_row(0, height_for(list(zip(headings, widths, strict=True)), lowest=30.0))
        opened = {(cell.row, cell.position): cell for cell in self.sheet.open_cells}
        for line, (row, cells) in enumerate(self.sheet.rows.items(), start=1):
            self._row(sheet, line, row, cells, opened, widths)
        sheet.ignore_errors({"number_stored_as_text": f"A1:{xl_col_to_name(len(headings) - 1)}{len(self.sheet.rows) + 1}"})
        sheet.activate()

    def _widths(self) -> list[float]:
        """As wide as the longest text of a column, within limits."""
        columns = [[heading, *(cells[place] for cells in self.sheet.rows.values())] for place, heading in enumerate(self.sheet.headings)]
        fitted = [min(max(NARROWEST, 2 + max(len(text) for text in texts)), WIDEST) for texts in columns]
        return [11, WHAT_TO_DO_WIDTH, *fitted]

    def _row(self, sheet: Worksheet, line: int, row: int, cells: tuple[str, ...], opened, widths: list[float]) -> None:
        advice = as_shown(self.sheet.advice.get(row, ""))
        sheet.write_string(line, 0, str(row), self.formats["row"])
        sheet.write_string(line, 1, advice, self.formats["advice"])
        shown = [as_shown(text) for text in cells]
        for position, text in enumerate(shown):
            cell = opened.get((row, position))
            style = self.formats[cell.mark if cell else "cell"]
            if text:
                sheet.write_string(line, BEFORE + position, text, style)
            else:
                sheet.write_blank(line, BEFORE + position, None, style)
            if cell:
                self._open(sheet, line, cell)
        sheet.set_row(line, height_for(list(zip([advice, *shown], widths[1:], strict=True)), lowest=18.0))

    def _open(self, sheet: Worksheet, line: int, cell: OpenCell) -> None:
        column = BEFORE + cell.position
        size = {"width": 320, "height": 20 + 16 * max(3, len(cell.note) // 45 + 1), "author": ""}
        sheet.write_comment(line, column, cell.note, size)
        if cell.choices:
            place = xl_col_to_name(self.lists.setdefault(cell.choices, len(self.lists)), col_abs=True)
            source = f"='{LISTS_SHEET}'!{place}$1:{place}${len(cell.choices)}"
            # A warning, no stop: the file may rightly hold what the kit's list does not know.
            refusal = {"error_title": self.name(self.texts.not_on_list), "error_message": self.say(self.texts.choose)}
            sheet.data_validation(line, column, line, column, {"validate": "list", "source": source, "error_type": "warning", **refusal})

    def _source(self) -> None:
        notes = self.book.add_worksheet(SOURCE_SHEET)
        own = self.sheet
        shown_on = self.name(self.texts.corrections_sheet) if own.rows else ""
        facts = (__version__, own.data_set, own.file, own.sha256, shown_on)
        for row, (name, fact) in enumerate(zip(FACTS, facts, strict=True)):
            notes.write_string(row, 0, name)
            notes.write_string(row, 1, fact)
        lines = {row: line for line, row in enumerate(own.rows, start=2)}
        table = [(str(lines[c.row]), str(c.row), str(c.position), as_shown(own.rows[c.row][c.position])) for c in own.open_cells]
        for number, texts in enumerate((TABLE, *table), start=len(facts) + 1):
            for column, text in enumerate(texts):
                notes.write_string(number, column, text)
        for number, text in enumerate(("rows", *map(str, own.rows)), start=len(facts) + 1):
            notes.write_string(number, ROWS_COLUMN, text)
        notes.protect()
        notes.very_hidden()

    def _hidden_lists(self) -> None:
        lists = self.book.add_worksheet(LISTS_SHEET)
        for choices, column in self.lists.items():
            for row, choice in enumerate(choices):
                lists.write_string(row, column, as_shown(choice))
        lists.protect()
        lists.very_hidden()

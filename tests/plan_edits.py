"""Edits of a plan's workbook, as people make them in a spreadsheet program."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

IDS_ROW = 6
"""The hidden row of field ids on the sheet Plan, as the spreadsheet counts; the headings stand in the row below."""


def plan_sheet(book: Workbook) -> Worksheet:
    """The sheet of the plan, whatever it is called in the language."""
    return next(sheet for sheet in book if sheet.sheet_state == "visible" and sheet.cell(IDS_ROW, 1).value == "action")


def column_of(sheet: Worksheet, field: str) -> int:
    """The column of a field."""
    return next(cell.column for cell in sheet[IDS_ROW] if cell.value == field)


def row_of(sheet: Worksheet, action: str) -> int:
    """The row of an action."""
    at = column_of(sheet, "action")
    return next(row for row in range(IDS_ROW + 2, sheet.max_row + 1) if sheet.cell(row, at).value == action)


def first_empty_row(sheet: Worksheet) -> int:
    """The first row that is kept for actions to be added."""
    at = column_of(sheet, "title")
    return next(row for row in range(IDS_ROW + 2, sheet.max_row + 1) if not sheet.cell(row, at).value)


def without_results(path: Path, to: Path) -> Path:
    """The same workbook with no result stored beside its formulas, so that whoever opens it must calculate."""
    to.parent.mkdir(parents=True, exist_ok=True)
    openpyxl.load_workbook(path).save(to)
    return to


def formula_cells(path: Path) -> dict[tuple[str, str], object]:
    """Sheet and cell of every formula → the result that is stored; an empty text counts as nothing."""
    results = openpyxl.load_workbook(path, data_only=True)
    return {
        (sheet.title, cell.coordinate): results[sheet.title][cell.coordinate].value or None
        for sheet in openpyxl.load_workbook(path)
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }

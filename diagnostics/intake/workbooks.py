"""XLSX workbooks: which sheet holds the table, and what a spreadsheet hides from those who read it by program."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.intake.grid import Grid, Place, column_letter
from diagnostics.intake.headings import find_heading_row, is_filled, normal_name
from diagnostics.intake.limits import inspect_workbook

Cells = list[list[Any]]
LOOKS_LIKE_DATA = 3  # known columns; fewer may be chance


def read_workbook(path: Path, name: str, known: tuple[str, ...]) -> Grid:
    """Read the sheet of a workbook that holds the most known columns.

    Args:
        path: the file.
        name: what to call it in messages.
        known: names of columns that are expected; they decide between sheets.

    Raises:
        BadInput: not to be parsed (see ``limits``), damaged, without a filled sheet, or with merged headings.
    """
    facts = inspect_workbook(path, name)
    import python_calamine

    try:
        workbook = python_calamine.load_workbook(str(path))
        sheets = {
            each.name: workbook.get_sheet_by_name(each.name)
            for each in workbook.sheets_metadata
            if each.typ == python_calamine.SheetTypeEnum.WorkSheet
        }
        hidden = {each.name for each in workbook.sheets_metadata if each.visible != python_calamine.SheetVisibleEnum.Visible}
        filled = {sheet: cells for sheet, each in sheets.items() if _any_filled(cells := each.to_python(skip_empty_area=False))}
    except (python_calamine.CalamineError, OSError, ValueError):
        raise BadInput([Problem(name, "The workbook is damaged or was cut off. Copy or export it again.", "damaged-workbook")]) from None
    chosen, problems = _choose_sheet(filled, hidden, name, known)
    cells = filled[chosen]
    heading, place = find_heading_row(cells, known), Place(name, chosen)
    problems += _merged(sheets[chosen].merged_cell_ranges or [], heading, place)
    if facts.has_formula_errors:
        problems += formula_errors(path, place, cells[heading])
    if facts.has_formulas_without_result:
        advice = "Formulas of the workbook have no stored result and are read as empty. Open it in a spreadsheet program and save it again."
        problems.append(Place(name).problem("formula-without-result", advice, severity="warning"))
    if any(problem.kind == "merged-header" for problem in problems):
        raise BadInput(problems)
    table = pd.DataFrame([[cell_text(value) for value in row] for row in cells], dtype=str)
    return Grid(table, np.arange(len(cells)) + 1, chosen, tuple(problems))


def _any_filled(cells: Cells) -> bool:
    return any(is_filled(cell) for row in cells for cell in row)


def _choose_sheet(filled: dict[str, Cells], hidden: set[str], name: str, known: tuple[str, ...]) -> tuple[str, list[Problem]]:
    visible = [sheet for sheet in filled if sheet not in hidden]
    if not visible:
        if filled:
            advice = "Only a hidden sheet is filled. Show it, and save the workbook again."
            raise BadInput([Problem(name, advice, "hidden-sheet", sheet=next(iter(filled)))])
        raise BadInput([Problem(name, "No sheet of the workbook is filled. Fill one, or take the data set off 'inputs'.", "empty-sheet")])

    def known_columns(sheet: str) -> int:
        cells = filled[sheet]
        return sum(normal_name(str(value)) in known for value in cells[find_heading_row(cells, known)])

    chosen = max(visible, key=known_columns)
    place = Place(name)
    problems = []
    for sheet in filled:
        if sheet != chosen and known_columns(sheet) >= LOOKS_LIKE_DATA:
            what = "hidden sheet" if sheet in hidden else "sheet"
            advice = f"This {what} looks like data but is not read: the table was taken from '{chosen}'. Put all rows on one sheet."
            problems.append(place.problem("sheet-not-read", advice, sheet=sheet, severity="warning"))
    return chosen, problems


def _merged(ranges: Iterable[tuple[tuple[int, int], tuple[int, int]]], heading: int, place: Place) -> list[Problem]:
    problems = []
    for (top, left), (bottom, right) in ranges:
        if bottom < heading:
            continue  # a title above the table
        found = f"merged cells {column_letter(left)}{top + 1}:{column_letter(right)}{bottom + 1}"
        if top <= heading:
            advice = "Headings are merged. Undo the merge and give each column its own heading in one row."
            problems.append(place.problem("merged-header", advice, column_letter(left), row=heading + 1, found=found))
        else:
            advice = "Cells of the table are merged: all but the first are read as empty. Undo the merge and fill every cell."
            problems.append(place.problem("merged-cells", advice, column_letter(left), row=top + 1, found=found, severity="warning"))
    return problems


def formula_errors(path: Path, place: Place, headings: list[Any]) -> list[Problem]:
    """Cells such as #N/A. The fast reader returns them as empty, so they are looked up with the slower one."""
    import openpyxl

    advice = "A formula failed in this cell. Correct it, or type the value."
    try:
        workbook = openpyxl.load_workbook(path, read_only=True, data_only=True)
        try:
            cells = [cell for row in workbook[place.sheet].iter_rows() for cell in row if cell.data_type == "e"]
        finally:
            workbook.close()
    except Exception:  # on a damaged workbook openpyxl raises whatever it stumbles over
        return [place.problem("formula-error", "A formula failed in a cell of the workbook. Correct it, or type the value.")]

    def heading(position: int) -> str:
        named = str(headings[position]).strip() if position < len(headings) else ""
        return named or column_letter(position)

    return [place.problem("formula-error", advice, heading(cell.column - 1), row=cell.row, found=str(cell.value)) for cell in cells]


def cell_text(value: Any) -> str:
    """A cell's value as it would be typed: whole numbers without a point, dates as 2026-05-31."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        whole = value.is_integer() and abs(value) < 1e15
        return str(int(value)) if whole else format(value, ".15g")
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.isoformat(sep="T", timespec="seconds")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value)

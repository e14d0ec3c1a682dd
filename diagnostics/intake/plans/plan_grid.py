"""The sheets of a file that may hold a work plan, cells as the file has them, with what is merged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.intake.grid import column_letter
from diagnostics.intake.headings import is_filled
from diagnostics.intake.limits import inspect_workbook
from diagnostics.intake.text_files import read_ragged_rows

Range = tuple[int, int, int, int]
"""Top, left, bottom, right, counted from 0, all four among the cells."""
_EMPTY = "The file is empty. Take the plan itself."


@dataclass(frozen=True)
class Sheet:
    """One sheet.

    Attributes:
        name: as the file names it; none for a text file.
        cells: a list a row; texts, numbers, days, truth values, or an empty text.
        first: the row of the first line as a spreadsheet shows it.
        merged: cells that are merged, where they lie in ``cells``.
        hidden: not shown to people.
    """

    name: str | None
    cells: Sequence[Sequence[Any]]
    first: int = 1
    merged: tuple[Range, ...] = ()
    hidden: bool = False

    def row(self, place: int) -> int:
        """The row of a line as the spreadsheet shows it."""
        return self.first + place

    def at(self, row: int, column: int) -> Any:
        """A cell; an empty text outside of the sheet."""
        return self.cells[row][column] if row < len(self.cells) and column < len(self.cells[row]) else ""

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max((len(row) for row in self.cells), default=0)

    def cell_name(self, row: int, column: int) -> str:
        """``B7``."""
        return f"{column_letter(column)}{self.row(row)}"


def read_sheets(path: Path, name: str) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """Every sheet of a workbook on which anything stands, very hidden ones too, and warnings.

    Raises:
        BadInput: not to be parsed (see ``limits``), or damaged.
    """
    facts = inspect_workbook(path, name)
    import python_calamine

    sheets = []
    try:
        workbook = python_calamine.load_workbook(str(path))
        for each in workbook.sheets_metadata:
            if each.typ == python_calamine.SheetTypeEnum.WorkSheet:
                sheet = workbook.get_sheet_by_name(each.name)
                cells = sheet.to_python(skip_empty_area=False)
                if any(is_filled(cell) for row in cells for cell in row):
                    merged = tuple((top, left, bottom, right) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ())
                    hidden = each.visible != python_calamine.SheetVisibleEnum.Visible
                    sheets.append(Sheet(each.name, cells, merged=merged, hidden=hidden))
    except (python_calamine.CalamineError, OSError, ValueError):
        raise BadInput([Problem(name, "The workbook is damaged or was cut off. Copy or export it again.", "damaged-workbook")]) from None
    problems = []
    if facts.has_formula_errors:
        advice = "Formulas of the workbook failed (#N/A …). Their cells are read as empty: correct those that belong to the plan."
        problems.append(Problem(name, advice, "formula-error", severity="warning"))
    return tuple(sheets), tuple(problems)


def read_text_sheet(path: Path, name: str) -> tuple[Sheet, tuple[Problem, ...]]:
    """A CSV file as a sheet. Raises ``BadInput`` as ``read_ragged_rows`` does."""
    rows, first, problems = read_ragged_rows(path, name, _EMPTY)
    return Sheet(None, [[cell.strip() for cell in row] for row in rows], first), problems

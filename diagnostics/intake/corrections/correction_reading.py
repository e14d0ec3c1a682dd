"""Reads a correction workbook back: which open cells were filled in, and that no locked one was changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.intake.corrections.correction_sheet import BEFORE, FACTS, ROWS_COLUMN, SOURCE_SHEET, TABLE, as_shown, is_same
from diagnostics.intake.grid import column_letter
from diagnostics.intake.limits import inspect_workbook
from diagnostics.intake.workbooks import cell_text

Place = tuple[int, int]
"""A cell of the source file: its row as the spreadsheet shows it, its column counted from 0."""


@dataclass(frozen=True)
class ReturnedWorkbook:
    """A correction workbook that came back.

    Attributes:
        name: its file's name, for messages.
        data_set, file, sha256: which source it belongs to.
        sheet: the name of its sheet of corrections; empty where it has none.
        cells: the sheet as it stands now, the headings first.
        rows: the rows of the source that it shows, in order.
        was: open cell → what stood in it when the workbook was written.
    """

    name: str
    data_set: str
    file: str
    sha256: str
    sheet: str
    cells: Sequence[Sequence[str]]
    rows: tuple[int, ...]
    was: Mapping[Place, str]

    def changes(self) -> dict[Place, str]:
        """The open cells that hold something else now, without blanks around it."""
        lines = {row: line for line, row in enumerate(self.rows, start=1)}
        now = {place: self.at(lines[place[0]], BEFORE + place[1]) for place in self.was}
        return {place: text.strip() for place, text in now.items() if not is_same(self.was[place], text)}

    def at(self, line: int, column: int) -> str:
        """What stands in a cell of the sheet of corrections, from 0."""
        return self.cells[line][column] if line < len(self.cells) and column < len(self.cells[line]) else ""


def read_correction_workbook(path: Path) -> ReturnedWorkbook:
    """Read a correction workbook. Raises ``BadInput`` where it is none, is damaged, or lost what it needs."""
    name = path.name
    inspect_workbook(path, name)
    import python_calamine

    try:
        workbook = python_calamine.load_workbook(str(path))
        if SOURCE_SHEET not in workbook.sheet_names:
            raise _no_correction_workbook(name)
        notes = _texts(workbook, SOURCE_SHEET)
        facts = {line[0]: line[1] for line in notes[: len(FACTS)] if len(line) > 1}
        if facts.keys() != set(FACTS):
            raise _no_correction_workbook(name)
        sheet = facts["corrections_sheet"]
        cells = _texts(workbook, sheet) if sheet else []
        rows, was = _open_cells(notes)
    except (python_calamine.CalamineError, OSError, ValueError, IndexError, KeyError):
        raise _no_correction_workbook(name) from None
    return ReturnedWorkbook(name, facts["data_set"], facts["file"], facts["sha256"], sheet, cells, rows, was)


def _texts(workbook, sheet: str) -> list[list[str]]:
    return [[cell_text(value) for value in row] for row in workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)]


def _open_cells(notes: list[list[str]]) -> tuple[tuple[int, ...], dict[Place, str]]:
    start = len(FACTS) + 1
    if start < len(notes) and tuple(notes[start][: len(TABLE)]) != TABLE:
        raise ValueError("the table of open cells is gone")
    below = notes[start + 1 :]
    rows = tuple(int(line[ROWS_COLUMN]) for line in below if len(line) > ROWS_COLUMN and line[ROWS_COLUMN])
    was = {(int(line[1]), int(line[2])): line[3] for line in below if line[1]}
    if not {row for row, _ in was} <= set(rows) or any(position < 0 for _, position in was):
        raise ValueError("an open cell stands in a row that is not shown")
    return rows, was


def refuse_locked_changes(returned: ReturnedWorkbook, headings: Sequence[str], rows: Mapping[int, Sequence[str]]) -> None:
    """Raise ``BadInput`` with every locked cell that is not as it was written.

    Args:
        returned: the workbook.
        headings: those of the source file.
        rows: row of the source → its cells.
    """
    expected = [("", "", *headings), *((str(row), "", *rows[row]) for row in returned.rows)]
    opened = {(returned.rows.index(row) + 1, BEFORE + position) for row, position in returned.was}
    problems = []
    for line in range(max(len(returned.cells), len(expected))):
        wanted = expected[line] if line < len(expected) else ()
        width = max(len(wanted), len(returned.cells[line]) if line < len(returned.cells) else 0)
        for column in range(width):
            is_free = (line, column) in opened or (column < BEFORE and (line == 0 or column == 1) and line < len(expected))
            shown = as_shown(wanted[column]) if column < len(wanted) else ""
            if not is_free and not is_same(shown, returned.at(line, column)):
                advice = "This cell is locked and was changed. Write into the marked cells only, in a fresh copy of the workbook."
                place = f"{column_letter(column)}{line + 1}"
                problems.append(Problem(returned.name, advice, "locked-cell", row=line + 1, column=place, sheet=returned.sheet))
    if problems:
        raise BadInput(problems)


def _no_correction_workbook(name: str) -> BadInput:
    advice = "This is no correction workbook, or its hidden sheets are gone. Take the one that came back, or run: hrm-review check DIR"
    return BadInput([Problem(name, advice, "no-correction-workbook")])

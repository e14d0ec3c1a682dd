"""Takes a correction workbook that came back over into the file it is about: exactly its open cells, and nothing else."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from diagnostics.definitions.dataset import DataColumn, Dataset, load_dataset
from diagnostics.definitions.mission import Mission
from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.intake.corrections.changed_text import changed_text
from diagnostics.intake.corrections.changed_workbook import CellValue, Place, changed_workbook, look_at_cells
from diagnostics.intake.corrections.correction_reading import ReturnedWorkbook, read_correction_workbook, refuse_locked_changes
from diagnostics.intake.grid import Grid
from diagnostics.intake.tables import find_columns, read_grid
from diagnostics.intake.values import parse_date, parse_number
from diagnostics.intake.workbooks import cell_text
from diagnostics.intake.written_files import moved_into_place, neutralised
from diagnostics.validation.corrections import WORKBOOKS

INPUTS = "inputs"
BACKUP = ".before-correction"
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,14})", re.ASCII)


@dataclass(frozen=True)
class Correction:
    """What a correction workbook changes in its source.

    Attributes:
        path: the source file.
        name: what to call it in messages.
        dataset: its definition.
        grid: the source as it stands.
        values: what is written into each cell.
        columns: data set column of each cell.
        content: the whole file with these values.
    """

    path: Path
    name: str
    dataset: Dataset
    grid: Grid
    values: Mapping[Place, CellValue]
    columns: Mapping[Place, DataColumn]
    content: bytes

    def described(self) -> list[str]:
        """One line a cell. Values are shown where a list, a number or a date says them and they are nobody's secret."""
        return [self._line(place) for place in sorted(self.values)]

    def _line(self, place: Place) -> str:
        column = self.columns[place]
        line = f"{self.name}, row {place[0]}, column '{column.name}'"
        if column.personal or (column.type == "text" and not column.scale_of):
            return f"{line}: changed"
        was = str(_cells(self.grid).iat[place[0] - int(self.grid.rows[0]), place[1]])
        return f"{line}: '{was.strip()}' becomes '{_read_back(self.values[place])}'"


def read_correction(mission: Mission, folder: Path, workbook: Path) -> Correction:
    """Hold a correction workbook against its source. Nothing is written.

    Args:
        mission: its settings; they name the source.
        folder: the mission's folder.
        workbook: the workbook that came back.

    Raises:
        BadInput: it is no correction workbook, belongs to another file or to another state of it, a locked cell was changed, or a
            correction cannot be written in the source's form.
    """
    returned = read_correction_workbook(workbook)
    path = _source(returned, mission, folder)
    dataset = load_dataset(returned.data_set)
    grid = read_grid(path, dataset, returned.file)
    heading, positions = find_columns(grid, dataset)
    cells = _cells(grid)
    first, names = int(grid.rows[0]), {position: name for name, position in positions.items()}
    if any(not 0 <= row - first < len(cells) for row in returned.rows) or any(position not in names for _, position in returned.was):
        advice = "The hidden notes of the workbook were changed. Take a fresh copy: hrm-review check DIR"
        raise BadInput([Problem(returned.name, advice, "no-correction-workbook")])
    refuse_locked_changes(returned, tuple(cells.iloc[heading]), {row: tuple(cells.iloc[row - first]) for row in returned.rows})
    changes = returned.changes()
    columns = {place: dataset.column(names[place[1]]) for place in changes}
    values, content = _changed(path, grid, changes, columns, returned.file)
    return Correction(path, returned.file, dataset, grid, values, columns, content)


def take_over(correction: Correction) -> Path:
    """Write the corrected source, and keep the one before beside it.

    Returns:
        Where the source as it was is kept; put it back to undo the correction.

    Raises:
        BadInput: the corrected file would not read as the old one with these cells changed; nothing was written.
    """
    source, mode = correction.path, correction.path.stat().st_mode & 0o777
    with moved_into_place(source, mode) as temporary:
        temporary.write_bytes(correction.content)
        if not _reads_as_wished(read_grid(temporary, correction.dataset, correction.name), correction):
            advice = "The corrections cannot be written into this file without changing more of it. Correct it where it was made."
            raise BadInput([Problem(correction.name, advice, "not-correctable")])
        backup = _free_name(source)
        with moved_into_place(backup, mode) as copy:
            copy.write_bytes(source.read_bytes())
    return backup


def _source(returned: ReturnedWorkbook, mission: Mission, folder: Path) -> Path:
    files = {name: f"{INPUTS}/{file}" for name, file in mission.input_files().items()}
    if files.get(returned.data_set) != returned.file:
        advice = (
            f"The workbook is about {returned.file} as '{returned.data_set}', which this mission does not bring. Name the right mission."
        )
        raise BadInput([Problem(returned.name, advice, "other-mission")])
    path = folder / returned.file
    if not path.is_file():
        raise BadInput([Problem(returned.file, "The file is not there. Put it back in place.", "missing-file")])
    if hashlib.sha256(path.read_bytes()).hexdigest() != returned.sha256:
        advice = (
            f"The workbook belongs to another state of {returned.file}: the file was changed since, or corrected already. "
            "Put that state back, or write a new workbook with: hrm-review check DIR"
        )
        raise BadInput([Problem(returned.name, advice, "other-source")])
    return path


def _changed(
    path: Path, grid: Grid, changes: Mapping[Place, str], columns: Mapping[Place, DataColumn], name: str
) -> tuple[dict[Place, CellValue], bytes]:
    content = path.read_bytes()
    if path.suffix.lower() not in WORKBOOKS:
        texts = {place: neutralised(text) for place, text in changes.items()}
        return dict(texts), changed_text(content, grid, texts, name) if texts else content
    _, dates = look_at_cells(path, grid.sheet or "", changes)
    values = {place: _cell_value(text, columns[place], place in dates) for place, text in changes.items()}
    return values, changed_workbook(content, grid.sheet or "", values, name) if values else content


def _cell_value(text: str, column: DataColumn, is_date: bool) -> CellValue:
    """A text as a spreadsheet holds it: a number or a day where the column and the cell's format say so."""
    number = parse_number(text) if column.numeric else None
    if number is None and (column.type == "code" or column.scale_of) and _WHOLE.fullmatch(text):
        number = float(text)
    day = parse_date(text) if is_date else None
    if day is not None and day.year >= 1905:
        return day
    return neutralised(text) if number is None else number


def _read_back(value: CellValue) -> str:
    return value.isoformat() if isinstance(value, date) else cell_text(value)


def _cells(grid: Grid) -> pd.DataFrame:
    return grid.cells.astype("object").fillna("")


def _reads_as_wished(now: Grid, correction: Correction) -> bool:
    wished = _cells(correction.grid)
    for (row, position), value in correction.values.items():
        wished.iat[row - int(correction.grid.rows[0]), position] = _read_back(value)
    return now.sheet == correction.grid.sheet and _cells(now).equals(wished)


def _free_name(source: Path) -> Path:
    """A name for the backup that no earlier one has."""
    wanted, number = source.with_name(source.name + BACKUP), 1
    while wanted.exists():
        number += 1
        wanted = source.with_name(f"{source.name}{BACKUP}-{number}")
    return wanted

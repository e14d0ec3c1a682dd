"""One data set from one file: the reader that knows the form, then the columns that the definition knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from diagnostics.definitions.dataset import DataColumn, Dataset
from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.intake.grid import Grid, Place, stripped
from diagnostics.intake.headings import TITLE_ROWS, Headings, find_heading_row, match_headings
from diagnostics.intake.parquet_files import read_parquet_file
from diagnostics.intake.text_files import read_text_file
from diagnostics.intake.workbooks import read_workbook

NO_ROWS = pd.DataFrame({"row": pd.Series(dtype="int64")})

Reader = Callable[[Path, str, tuple[str, ...]], Grid]

READERS: dict[str, Reader] = {
    ".csv": read_text_file,
    ".tsv": read_text_file,
    ".txt": read_text_file,
    ".xlsx": read_workbook,
    ".xlsm": read_workbook,
    ".parquet": read_parquet_file,
}
"""How to read a file, by the end of its name. A reader of another export is one more line here."""


@dataclass(frozen=True)
class Origin:
    """Where in a client's own file the columns of a data set stand, so that a message points to what is there.

    Attributes:
        headings: column of the data set → heading in the file.
        item: the column that holds an item's id, where each item has a column of its own in the file; else empty.
        value: the column that holds the answer, likewise.
        items: item → heading in the file.
    """

    headings: Mapping[str, str]
    item: str = ""
    value: str = ""
    items: Mapping[str, str] = field(default_factory=dict)

    def heading(self, column: str, table: pd.DataFrame, at: int) -> str:
        """What stands above a cell in the file; the column's own name where it has no place there."""
        if column == self.value and self.item:
            return self.items.get(table[self.item].iat[at], column)
        return self.headings.get(column, column)


@dataclass(frozen=True)
class RawTable:
    """A data set as it was typed.

    Attributes:
        dataset: id of the data set.
        file: name of the file in messages.
        table: one row a filled row of the file. Columns: those of the data set that the file has, text without blanks
            around it, null = empty; and ``row`` int, the row as the spreadsheet shows it.
        sheet: the sheet it was read from.
        blank_rows: rows between the heading and the last filled row that are empty, and were skipped.
        problems: what is wrong with the file, its sheets and headings.
        origin: for a file that was read with a map, where its columns stand in the file.
    """

    dataset: str
    file: str
    table: pd.DataFrame
    sheet: str | None = None
    blank_rows: int = 0
    problems: tuple[Problem, ...] = ()
    origin: Origin | None = None


def read_table(path: Path, dataset: Dataset, name: str) -> RawTable:
    """Read one file as a data set. Never raises for a bad file: the problems are in the table that comes back.

    Args:
        path: the file.
        dataset: what is expected in it.
        name: what to call the file in messages.
    """
    try:
        return tidy(read_grid(path, dataset, name), dataset, name)
    except BadInput as bad:
        return RawTable(dataset.id, name, NO_ROWS, problems=bad.problems)


def read_grid(path: Path, dataset: Dataset, name: str) -> Grid:
    """Read the cells of one file as they stand in it, headings included. Raises ``BadInput`` where it cannot be read."""
    return read_cells(path, name, dataset.names)


def read_cells(path: Path, name: str, known: tuple[str, ...]) -> Grid:
    """Read the cells of one file; ``known`` names of columns decide between sheets and delimiters. Raises as ``read_grid``."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        advice = "Files of this form cannot be read. Save the table in one of the allowed forms."
        raise BadInput([Problem(name, advice, "unknown-form", found=path.suffix or "no ending", allowed=", ".join(READERS))])
    return reader(path, name, known)


def tidy(grid: Grid, dataset: Dataset, name: str) -> RawTable:
    """The columns that a data set knows, of the cells of a file."""
    cells = stripped(grid.cells)
    heading, headings = _find_headings(cells, grid, dataset, name)
    body, rows = cells.iloc[heading + 1 :], grid.rows[heading + 1 :]
    place = Place(name, grid.sheet, int(grid.rows[heading]))
    problems = (*grid.problems, *headings.problems)
    if not headings.positions:
        return RawTable(dataset.id, name, NO_ROWS, grid.sheet, problems=problems)
    is_filled = body.notna().any(axis=1).to_numpy()
    table = _known_columns(body[is_filled], headings, dataset).assign(row=rows[is_filled].astype("int64"))
    last = is_filled.nonzero()[0].max() + 1 if is_filled.any() else 0
    blank = int((~is_filled[:last]).sum())
    untouched = _untouched(table, dataset)
    problems = (*problems, *_about_rows(table, blank, int(untouched.sum()), place))
    return RawTable(dataset.id, name, table[~untouched].reset_index(drop=True), grid.sheet, blank, problems)


def find_columns(grid: Grid, dataset: Dataset) -> tuple[int, dict[str, int]]:
    """The line of the headings in ``grid.cells``, and each known column's place in it, both counted from 0."""
    heading, headings = _find_headings(stripped(grid.cells), grid, dataset, "")
    return heading, headings.positions


def _find_headings(cells: pd.DataFrame, grid: Grid, dataset: Dataset, name: str) -> tuple[int, Headings]:
    top = _as_lists(cells.iloc[: _first_filled(cells) + TITLE_ROWS])
    heading = find_heading_row(top, dataset.names)
    place = Place(name, grid.sheet, int(grid.rows[heading]))
    return heading, match_headings(top[heading], dataset, cells.iloc[heading + 1 :].notna().any().tolist(), place)


def _untouched(table: pd.DataFrame, dataset: Dataset) -> pd.Series:
    """Rows of a form in which nothing stands but what was there before it was filled in."""
    own = [column.name for column in dataset.columns if column.name in table and not column.prefilled]
    return table[own].isna().all(axis=1)


def _first_filled(cells: pd.DataFrame) -> int:
    return int(cells.notna().any(axis=1).to_numpy().argmax())


def _as_lists(cells: pd.DataFrame) -> list[list[str | None]]:
    objects = cells.astype(object)
    return objects.where(objects.notna(), None).to_numpy().tolist()


def _known_columns(body: pd.DataFrame, headings: Headings, dataset: Dataset) -> pd.DataFrame:
    columns = {}
    for column in dataset.columns:
        if column.name in headings.positions:
            texts = body.iloc[:, headings.positions[column.name]]
            columns[column.name] = _with_known_codes(texts, column) if column.codes else texts
    return pd.DataFrame(columns, index=body.index)


def _about_rows(table: pd.DataFrame, blank: int, untouched: int, place: Place) -> list[Problem]:
    if len(table) == untouched:
        advice = "No row stands below the headings. Fill the table, or take the data set off 'inputs' in mission.yaml."
        return [Problem(place.file, advice, "no-rows", sheet=place.sheet)]
    problems = []
    if untouched:
        advice = f"Rows of the form that nobody filled in were set aside: {untouched}. Fill them in, or leave them."
        problems.append(Problem(place.file, advice, "untouched-rows", sheet=place.sheet, severity="warning"))
    if blank:
        advice = f"Blank rows between filled ones were skipped: {blank}. Check that nothing was deleted by mistake."
        problems.append(Problem(place.file, advice, "blank-rows", sheet=place.sheet, severity="warning"))
    return problems


def _with_known_codes(values: pd.Series, column: DataColumn) -> pd.Series:
    """Codes as the definition writes them: ``dk`` is ``DK``, and ``3.0``, as spreadsheets export it, is ``3``."""
    known = {code.code.casefold(): code.code for code in column.codes}

    def as_known(text: str) -> str:
        plain = text.casefold()
        whole = plain.removesuffix(".0").removesuffix(",0")
        return known.get(plain) or known.get(whole) or text

    return values.map({text: as_known(text) for text in values.dropna().unique()})

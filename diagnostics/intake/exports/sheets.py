"""Every sheet of an export as it stands there: a workbook's sheets, a CSV file, the CSV files of an archive or a folder."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pandas as pd

from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.intake.exports.words import plain
from diagnostics.intake.grid import Grid, Place, stripped
from diagnostics.intake.headings import TITLE_ROWS, is_filled
from diagnostics.intake.limits import MAX_UNPACKED, inspect_archive, inspect_workbook
from diagnostics.intake.parquet_files import read_parquet_file
from diagnostics.intake.text_files import read_text_file
from diagnostics.intake.workbooks import cell_text, formula_errors

EMPTY = "The file is empty. Export it again."
TEXT_ENDINGS = (".csv", ".tsv", ".txt")
WORKBOOK_ENDINGS = (".xlsx", ".xlsm")


@dataclass(frozen=True)
class ExportSheet:
    """One table of an export.

    Attributes:
        place: file, sheet and row of the headings.
        headings: one a column, empty where nothing stands.
        cells: what stands below the headings; one column a heading by position, text without blanks around it, null = empty.
        rows: the row of each line of ``cells`` as a spreadsheet shows it.
        top: the rows above the headings, and the headings.
        labels: longer names of columns by position, as SPSS files have them.
        meanings: what the values of a column mean by position, as SPSS files say it.
        hidden: whether a spreadsheet hides the sheet.
    """

    place: Place
    headings: tuple[str, ...]
    cells: pd.DataFrame
    rows: np.ndarray
    top: pd.DataFrame = field(default_factory=pd.DataFrame)
    labels: Mapping[int, str] = field(default_factory=dict)
    meanings: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    hidden: bool = False

    def at(self, heading: str) -> int | None:
        """The position of a heading, whatever its case; none where it does not stand there."""
        wanted = heading.casefold()
        return next((position for position, each in enumerate(self.headings) if each.casefold() == wanted), None)

    def column(self, heading: str) -> pd.Series | None:
        """The column of this heading, where the sheet has it."""
        position = self.at(heading)
        return None if position is None else self.cells.iloc[:, position]

    def above(self) -> int:
        """Rows above the headings in which something stands."""
        return int(self.top.iloc[:-1].notna().any(axis=1).sum()) if len(self.top) else 0

    def whole(self) -> pd.DataFrame:
        """Every row of the sheet, headings and what stands above them included."""
        return pd.concat([self.top, self.cells], ignore_index=True)


@dataclass(frozen=True)
class Loaded:
    """What an export holds, and warnings about its files."""

    sheets: tuple[ExportSheet, ...]
    problems: tuple[Problem, ...] = ()


def load_sheets(path: Path, name: str, known: Collection[str], times: int = 1) -> Loaded:
    """Load one file of an export.

    Args:
        path: CSV, a workbook, a ZIP archive of CSV files, Parquet or SPSS.
        name: what to call it in messages.
        known: words that headings of this form may hold, as ``plain`` writes them; they tell headings from a title above them.
        times: how many times the ordinary size a workbook may have (see ``limits.inspect_workbook``).

    Raises:
        BadInput: not there, too large, damaged, of another form, or without a filled sheet.
    """
    ending = path.suffix.lower()
    if ending in WORKBOOK_ENDINGS:
        return _workbook(path, name, known, times)
    if ending == ".zip":
        return _archive(path, name, known)
    if ending in TEXT_ENDINGS:
        return _one(read_text_file(path, name, tuple(known), EMPTY), name, known)
    if ending == ".parquet":
        return _one(read_parquet_file(path, name, ()), name, known)
    if ending == ".sav":
        from diagnostics.intake.exports.spss import load_spss

        return load_spss(path, name)
    allowed = ", ".join((*WORKBOOK_ENDINGS, ".csv", ".zip", ".json", ".parquet", ".sav"))
    advice = "Files of this form cannot be read. Export the answers in one of the allowed forms."
    raise BadInput([Problem(name, advice, "unknown-form", found=path.suffix or "no ending", allowed=allowed)])


def _one(grid: Grid, name: str, known: Collection[str]) -> Loaded:
    return Loaded((as_sheet(stripped(grid.cells), grid.rows, Place(name, grid.sheet), known),), grid.problems)


def as_sheet(cells: pd.DataFrame, rows: np.ndarray, place: Place, known: Collection[str], *, hidden: bool = False) -> ExportSheet:
    """A table whose headings stand in one of its first rows, as an export's sheet."""
    cells = cells.set_axis(range(cells.shape[1]), axis=1)
    top = cells.iloc[:TITLE_ROWS].astype(object)
    heading = _heading_row(top.where(top.notna(), None).to_numpy().tolist(), known)
    headings = tuple("" if pd.isna(cell) else str(cell) for cell in cells.iloc[heading]) if len(cells) else ()
    body = cells.iloc[heading + 1 :].reset_index(drop=True)
    row = int(rows[heading]) if len(rows) else None
    return ExportSheet(replace(place, row=row), headings, body, np.asarray(rows[heading + 1 :]), cells.iloc[: heading + 1], hidden=hidden)


def _heading_row(top: list[list[object]], known: Collection[str]) -> int:
    counts = [sum(_is_known(cell, known) for cell in row) for row in top]
    if counts and max(counts) >= 1:
        return counts.index(max(counts))
    return next((number for number, row in enumerate(top) if any(is_filled(cell) for cell in row)), 0)


def _is_known(cell: object, known: Collection[str]) -> bool:
    if not is_filled(cell):
        return False
    whole = plain(str(cell))
    return whole in known or whole.rsplit("/", 1)[-1] in known or whole.split("[", 1)[0].split(". ", 1)[0] in known


def _workbook(path: Path, name: str, known: Collection[str], times: int) -> Loaded:
    facts = inspect_workbook(path, name, times)
    import python_calamine

    sheets, problems = [], []
    try:
        workbook = python_calamine.load_workbook(str(path))
        for each in workbook.sheets_metadata:
            if each.typ != python_calamine.SheetTypeEnum.WorkSheet:
                continue
            cells = workbook.get_sheet_by_name(each.name).to_python(skip_empty_area=False)
            hidden = each.visible != python_calamine.SheetVisibleEnum.Visible
            sheet = as_sheet(_texts(cells), np.arange(len(cells)) + 1, Place(name, each.name), known, hidden=hidden)
            sheets.append(sheet)
    except (python_calamine.CalamineError, OSError, ValueError):
        raise BadInput([Problem(name, "The workbook is damaged or was cut off. Copy or export it again.", "damaged-workbook")]) from None
    filled = [sheet for sheet in sheets if any(sheet.headings)]
    if not filled:
        raise BadInput([Problem(name, "No sheet of the workbook is filled. Export it again.", "empty-sheet")])
    if facts.has_formula_errors:
        problems = [problem for sheet in filled for problem in formula_errors(path, sheet.place, list(sheet.headings))]
    return Loaded(tuple(filled), tuple(problems))


def _texts(cells: list[list[object]]) -> pd.DataFrame:
    """Cells as texts, by the distinct values of each column: an export has few, and a million cells take too long one by one."""
    columns = {position: _column_texts(list(values)) for position, values in enumerate(zip(*cells, strict=True))}
    return pd.DataFrame(columns)


def _column_texts(values: list[object]) -> pd.Series:
    if any(value is True or value is False for value in values):  # they are equal to 1 and 0, and no text of their own
        values = [cell_text(value) if isinstance(value, bool) else value for value in values]
    objects = np.empty(len(values), dtype=object)
    objects[:] = values
    places, distinct = pd.factorize(objects, use_na_sentinel=False)
    texts = pd.Series([None if value is None else cell_text(value).strip() or None for value in distinct], dtype="str")
    return texts.take(places).reset_index(drop=True)


def _archive(path: Path, name: str, known: Collection[str]) -> Loaded:
    """The CSV files of a ZIP archive; photos and the like beside them are not opened."""
    inspect_archive(path, name)
    sheets, problems = [], []
    with zipfile.ZipFile(path) as archive, tempfile.TemporaryDirectory() as folder:
        members = [part for part in archive.infolist() if part.filename.lower().endswith(".csv")]
        for number, member in enumerate(members):
            copy = Path(folder, f"{number}.csv")  # the name in the archive may point anywhere
            copy.write_bytes(archive.open(member).read(MAX_UNPACKED))
            if not copy.stat().st_size:
                continue
            grid = read_text_file(copy, f"{name}/{member.filename}", tuple(known), EMPTY)
            sheets.append(as_sheet(stripped(grid.cells), grid.rows, Place(name, member.filename), known))
            problems += grid.problems
    if not sheets:
        advice = "No CSV file lies in the archive. Export the answers as CSV."
        raise BadInput([Problem(name, advice, "empty-archive")])
    return Loaded(tuple(sheets), tuple(problems))

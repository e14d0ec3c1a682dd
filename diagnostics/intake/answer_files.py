"""The ANSWERS table from a CSV or Parquet file, and the SCORES table into one."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.csv

from diagnostics.definitions.base import repeated
from diagnostics.definitions.problems import BadInput, Problem, WrongCall
from diagnostics.intake.grid import Grid
from diagnostics.intake.parquet_columns import read_parquet_columns
from diagnostics.intake.shifted_cells import shifted_cells
from diagnostics.intake.text_files import read_text_file
from diagnostics.intake.written_files import moved_into_place, neutralised_table

COLUMNS = ("assessment", "item", "answer", "respondent", "weight", "evidence", "comment", "row")
REPEATED = ("assessment", "item", "answer", "respondent", "evidence")  # columns in which the same texts stand again and again
FORMS = (".csv", ".parquet")


@dataclass(frozen=True)
class TableFile:
    """A table from a file.

    Attributes:
        table: the columns of the file under their names in lower case. From CSV every cell is the text that stands there, an
            empty one the empty text; Parquet keeps its types, but texts that repeat come as categories, in a fraction of the
            memory. And ``row``, int, the row as a spreadsheet shows it.
        warnings: what had to be guessed: the encoding, cells that may be shifted.
        has_rows: whether ``row`` is a column of the file itself.
    """

    table: pd.DataFrame
    warnings: tuple[Problem, ...] = ()
    has_rows: bool = False


def read_answers(path: Path) -> pd.DataFrame:
    """Read a table of answers: the table of ``read_table_file``, without its warnings."""
    return read_table_file(path).table


def read_table_file(path: Path, known: tuple[str, ...] = COLUMNS) -> TableFile:
    """Read a table, of answers unless other columns are expected.

    Args:
        path: a CSV or Parquet file, known by its ending.
        known: names of columns that are expected; they decide between delimiters.

    Raises:
        BadInput: not there, a folder, of another form, damaged, or with a heading written twice.
    """
    name = path.name
    what = "Answers are" if known is COLUMNS else "The table is"
    if path.is_dir():
        raise BadInput([Problem(name, "This is a folder. Name the file in it.", "folder")])
    if not path.is_file():
        raise BadInput([Problem(name, "The file is not there. Correct the path.", "missing-file")])
    suffix = path.suffix.lower()
    if suffix == ".parquet":
        read = read_parquet_columns(path, REPEATED)
        return TableFile(_named(read, name, known), has_rows="row" in _lower(read))
    if suffix not in (".csv", ".tsv", ".txt"):
        advice = f"{what} read from CSV or Parquet. Save the table as one of the two."
        raise BadInput([Problem(name, advice, "unknown-form", found=path.suffix or "no ending", allowed=", ".join(FORMS))])
    quick = _read_plain_csv(path)
    if quick is not None:
        table = _named(quick, name, known)
        return TableFile(table, tuple(shifted_cells(table, name)), "row" in _lower(quick))
    read, rows, grid = _read_any_csv(path, name, known)
    has_rows = "row" in _lower(read)
    table = _named(read if has_rows else read.assign(row=rows), name, known)
    return TableFile(table, (*grid.problems, *(shifted_cells(table, name) if grid.delimiter == "," else ())), has_rows)


def write_scores(scores: pd.DataFrame, path: Path) -> None:
    """Write a table of scores as CSV or Parquet, by the file's ending, beside its place and moved into it.

    Raises:
        WrongCall: another ending, or a place that cannot be written to.
    """
    refuse_form(path)
    try:
        with moved_into_place(path) as temporary:
            if path.suffix.lower() == ".parquet":
                scores.to_parquet(temporary, index=False, engine="pyarrow")
            else:
                table = pa.Table.from_pandas(neutralised_table(scores), preserve_index=False)
                options = pyarrow.csv.WriteOptions(quoting_style="needed", quoting_header="needed")
                pyarrow.csv.write_csv(table, temporary, options)
    except OSError as error:
        raise WrongCall(f"{path} cannot be written: {error.strerror}.") from None


def refuse_form(path: Path) -> None:
    """Raise ``WrongCall`` where a table cannot be written to a file of this name."""
    if path.suffix.lower() not in FORMS:
        raise WrongCall(f"Tables are written as CSV or Parquet: end the name of '{path.name}' in .csv or .parquet.")
    if path.is_dir():
        raise WrongCall(f"'{path.name}' is a folder. Name a file in it.")


def _read_plain_csv(path: Path) -> pd.DataFrame | None:
    """A CSV file as programs write it: UTF-8, commas, rows of one length. None for any other, which needs a closer look."""
    content = path.read_bytes().rstrip(b"\r\n") + b"\n"  # line ends after the last row are no rows
    if b"\x00" in content or content.count(b'"') % 2:  # an open quotation mark would swallow the rows after it
        return None
    heading = content.split(b"\n", 1)[0].decode("utf-8-sig", errors="replace").strip()
    names = heading.replace('"', "").split(",")
    if "item" not in {name.strip().lower() for name in names}:
        return None
    parse = pyarrow.csv.ParseOptions(newlines_in_values=True, ignore_empty_lines=False)
    # Names are made up for reading, so that two columns of one name are not mixed up.
    made_up = [f"f{position}" for position in range(len(names))]
    read = pyarrow.csv.ReadOptions(column_names=made_up, block_size=1 << 24)
    convert = pyarrow.csv.ConvertOptions(column_types=dict.fromkeys(made_up, pa.string()), strings_can_be_null=False)
    try:
        table = pyarrow.csv.read_csv(io.BytesIO(content), read, parse, convert).to_pandas()
    except pa.ArrowException:
        return None
    body = table.iloc[1:].reset_index(drop=True)
    body.columns = [str(cell) for cell in table.iloc[0]]
    return body


def _read_any_csv(path: Path, name: str, known: tuple[str, ...]) -> tuple[pd.DataFrame, np.ndarray, Grid]:
    grid = read_text_file(path, name, known, empty="The file is empty. Export it again, or take another file.")
    cells = grid.cells.fillna("")
    heading = int((cells != "").any(axis=1).to_numpy().argmax())
    body = cells.iloc[heading + 1 :].reset_index(drop=True)
    body.columns = [str(cell) for cell in cells.iloc[heading]]
    return body, grid.rows[heading + 1 :], grid


def _lower(table: pd.DataFrame) -> list[str]:
    return [str(column).strip().lower() for column in table.columns]


def _named(table: pd.DataFrame, name: str, known: tuple[str, ...]) -> pd.DataFrame:
    names = _lower(table)
    if twice := [column for column in repeated(names) if column in known]:
        advice = "Two columns have this heading. Keep one of them."
        raise BadInput(Problem(name, advice, "duplicate-header", row=1, column=column) for column in twice)
    table = table.set_axis(names, axis=1)
    return table if "row" in names else table.assign(row=np.arange(2, len(table) + 2))

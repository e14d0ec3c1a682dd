"""The ANSWERS table from a CSV or Parquet file, and the SCORES table into one."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from diagnostics.definitions.problems import BadInput, Problem, WrongCall
from diagnostics.intake.text_files import read_text_file
from diagnostics.intake.written_files import moved_into_place, neutralised_table

COLUMNS = ("assessment", "item", "answer", "respondent", "weight", "evidence", "comment", "row")
FORMS = (".csv", ".parquet")


def read_answers(path: Path) -> pd.DataFrame:
    """Read a table of answers.

    Args:
        path: a CSV or Parquet file, known by its ending.

    Returns:
        The columns of the file under their names in lower case. From CSV every cell is the text that stands there, an
        empty one the empty text; Parquet keeps its types. And ``row``, int, the row as a spreadsheet shows it.

    Raises:
        BadInput: not there, a folder, of another form, damaged, or with a heading written twice.
    """
    name = path.name
    if path.is_dir():
        raise BadInput([Problem(name, "This is a folder. Name the file of answers in it.", "folder")])
    if not path.is_file():
        raise BadInput([Problem(name, "The file is not there. Correct the path.", "missing-file")])
    suffix = path.suffix.lower()
    if suffix == ".parquet":
        table = _read_parquet(path, name)
    elif suffix in (".csv", ".tsv", ".txt"):
        quick = _read_plain_csv(path)
        table = _read_any_csv(path, name) if quick is None else quick
    else:
        advice = "Answers are read from CSV or Parquet. Save the table as one of the two."
        raise BadInput([Problem(name, advice, "unknown-form", found=path.suffix or "no ending", allowed=", ".join(FORMS))])
    return _named(table, name)


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
    """Raise ``WrongCall`` where scores cannot be written to a file of this name."""
    if path.suffix.lower() not in FORMS:
        raise WrongCall(f"Scores are written as CSV or Parquet: end the name of '{path.name}' in .csv or .parquet.")
    if path.is_dir():
        raise WrongCall(f"'{path.name}' is a folder. Name a file in it.")


def _read_parquet(path: Path, name: str) -> pd.DataFrame:
    try:
        return pyarrow.parquet.read_table(path).to_pandas().reset_index(drop=True)
    except (pa.ArrowException, OSError, ValueError):
        raise BadInput([Problem(name, "This is not a Parquet file, or it was cut off. Export it again.", "damaged-parquet")]) from None


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


def _read_any_csv(path: Path, name: str) -> pd.DataFrame:
    grid = read_text_file(path, name, COLUMNS, empty="The file is empty. Export it again, or take another file.")
    cells = grid.cells.fillna("")
    heading = int((cells != "").any(axis=1).to_numpy().argmax())
    body = cells.iloc[heading + 1 :].reset_index(drop=True)
    body.columns = [str(cell) for cell in cells.iloc[heading]]
    return body if "row" in _lower(body) else body.assign(row=grid.rows[heading + 1 :])


def _lower(table: pd.DataFrame) -> list[str]:
    return [str(column).strip().lower() for column in table.columns]


def _named(table: pd.DataFrame, name: str) -> pd.DataFrame:
    names = _lower(table)
    twice = sorted({column for column in names if names.count(column) > 1 and column in COLUMNS})
    if twice:
        advice = "Two columns have this heading. Keep one of them."
        raise BadInput(Problem(name, advice, "duplicate-header", row=1, column=column) for column in twice)
    table = table.set_axis(names, axis=1)
    return table if "row" in names else table.assign(row=np.arange(len(table)) + 2)

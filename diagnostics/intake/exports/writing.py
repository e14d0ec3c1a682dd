"""Writes the tables that come out of an export, beside their place and moved into it, with no cell that starts a formula."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.compute
import pyarrow.csv
import pyarrow.parquet

from diagnostics.definitions.problems import WrongCall
from diagnostics.intake.written_files import moved_into_place, neutralised

ENDINGS = (".csv", ".parquet")


def refuse_ending(path: Path) -> None:
    """Raise ``WrongCall`` where a table cannot be written to a file of this name."""
    if path.suffix.lower() not in ENDINGS:
        raise WrongCall(f"The table is written as CSV or Parquet: end the name of '{path.name}' in .csv or .parquet.")
    if path.is_dir():
        raise WrongCall(f"'{path.name}' is a folder. Name a file in it.")


def write_answers(table: pd.DataFrame, path: Path) -> None:
    """Write a table of texts and row numbers as CSV or Parquet, by the file's ending. Raises ``WrongCall`` for another ending."""
    refuse_ending(path)
    as_csv = path.suffix.lower() == ".csv"
    columns = {str(name): _column(table[name], safe=as_csv) for name in table.columns}
    try:
        with moved_into_place(path) as temporary:
            if as_csv:
                options = pyarrow.csv.WriteOptions(quoting_style="needed", quoting_header="needed")
                pyarrow.csv.write_csv(pa.table(columns), temporary, options)
            else:
                pyarrow.parquet.write_table(pa.table(columns), temporary)
    except OSError as error:
        raise WrongCall(f"{path} cannot be written: {error.strerror}.") from None


def _column(values: pd.Series, *, safe: bool) -> pa.Array:
    """A column as Arrow text; a spreadsheet takes none of a CSV file's texts for a formula."""
    if pd.api.types.is_numeric_dtype(values):
        return pa.array(values)
    places, distinct = pd.factorize(values)
    texts = [neutralised(str(text)) if safe else str(text) for text in distinct]
    numbers = pa.array(places, mask=places < 0)
    return pa.compute.take(pa.array(texts, pa.string()), numbers)

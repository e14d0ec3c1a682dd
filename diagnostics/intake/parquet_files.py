"""Parquet tables, turned into the same texts that a CSV export of them would hold."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.intake.grid import Grid
from diagnostics.intake.limits import MAX_TABLE, MEGABYTE, refuse_size
from diagnostics.intake.workbooks import cell_text

MAX_IN_MEMORY = 2_000 * MEGABYTE


def read_parquet_file(path: Path, name: str, known: tuple[str, ...]) -> Grid:
    """Read one Parquet file. ``known`` decides nothing here. Raises ``BadInput`` when it is too large or damaged."""
    refuse_size(path, name, MAX_TABLE)
    import pyarrow
    import pyarrow.parquet

    try:
        with pyarrow.parquet.ParquetFile(path) as file:
            size = sum(file.metadata.row_group(number).total_byte_size for number in range(file.metadata.num_row_groups))
            if size > MAX_IN_MEMORY:
                found, allowed = f"{size // MEGABYTE} MB unpacked", f"up to {MAX_IN_MEMORY // MEGABYTE} MB"
                raise BadInput([Problem(name, "Export fewer columns or rows.", "unpacked-too-large", found=found, allowed=allowed)])
            table = file.read().to_pandas()
    except (pyarrow.ArrowException, OSError, ValueError):
        raise BadInput([Problem(name, "This is not a Parquet file, or it was cut off. Export it again.", "damaged-parquet")]) from None
    texts = pd.DataFrame({position: _texts(table.iloc[:, position]) for position in range(table.shape[1])})
    heading = pd.DataFrame([[str(column) for column in table.columns]], columns=texts.columns, dtype=str)
    return Grid(pd.concat([heading, texts], ignore_index=True), np.arange(len(texts) + 1) + 1)


def _texts(column: pd.Series) -> pd.Series:
    if isinstance(column.dtype, pd.StringDtype):
        return column.astype("str").reset_index(drop=True)
    values = [None if pd.isna(value) else cell_text(_plain(value)) for value in column.to_list()]
    return pd.Series(values, dtype="str")


def _plain(value: object) -> object:
    if isinstance(value, pd.Timestamp):
        return value.to_pydatetime()
    return value.item() if isinstance(value, np.generic) else value

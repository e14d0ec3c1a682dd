"""Columns of a Parquet file with their texts as categories: a million respondents with 60 items take 0.1 GB instead of 1."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet

from diagnostics.definitions.base import repeated
from diagnostics.definitions.problems import BadInput, Problem

AT_ONCE = 2  # columns; while one is read, each cell takes several times the memory that it keeps


def read_parquet_columns(path: Path, categories: Collection[str] | None = None) -> pd.DataFrame:
    """Read a table in which the same texts stand again and again, such as answers, or a survey with a column for each item.

    Args:
        path: a Parquet file.
        categories: the columns whose texts come as categories, in lower case; None for all.

    Returns:
        The columns of the file under their names, an index that was stored with it among them. Other types are those of the file.

    Raises:
        BadInput: not there, damaged, or with a heading written twice.
    """
    name = path.name
    if not path.is_file():
        raise BadInput([Problem(name, "The file is not there. Correct the path.", "missing-file")])
    try:
        schema = pyarrow.parquet.read_schema(path)
        twice = repeated(schema.names)
        if not twice:
            return _read(path, schema, categories)
    except (pa.ArrowException, OSError, ValueError):
        raise BadInput([Problem(name, "This is not a Parquet file, or it was cut off. Export it again.", "damaged-parquet")]) from None
    advice = "Two columns have this heading. Keep one of them."
    raise BadInput(Problem(name, advice, "duplicate-header", row=1, column=column) for column in twice)


def _read(path: Path, schema: pa.Schema, categories: Collection[str] | None) -> pd.DataFrame:
    texts = [field.name for field in schema if _is_text(field.type) and (categories is None or field.name.strip().lower() in categories)]
    with pyarrow.parquet.ParquetFile(path, read_dictionary=texts) as file:
        parts = []
        for first in range(0, len(schema), AT_ONCE):
            read = file.read(columns=schema.names[first : first + AT_ONCE])
            parts.append(read.to_pandas(ignore_metadata=True))
    pa.default_memory_pool().release_unused()  # what is worked out next needs it
    return pd.concat(parts, axis=1) if parts else pd.DataFrame()


def _is_text(kind: pa.DataType) -> bool:
    return pa.types.is_string(kind) or pa.types.is_large_string(kind)

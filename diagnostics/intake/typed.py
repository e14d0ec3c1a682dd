"""A data set with numbers as numbers, dates as dates and persons as pseudonyms."""

from __future__ import annotations

import pandas as pd

from diagnostics.definitions.dataset import DataColumn, Dataset
from diagnostics.intake.pseudonyms import pseudonymise
from diagnostics.intake.values import map_distinct, parse_date, parse_integer, parse_month, parse_number


def typed_table(table: pd.DataFrame, dataset: Dataset, key: bytes) -> pd.DataFrame:
    """Give every column its type.

    Args:
        table: as ``RawTable.table``: text, null = empty, and ``row``.
        dataset: its definition.
        key: the mission's key for pseudonyms.

    Returns:
        One row a row of ``table``. Every column of the definition, also one that the file does not have: text and code as str,
        integer as Int64, number as float64, date as datetime64[us], month as its first day; what cannot be read so is empty.
        Columns that name a person hold pseudonyms. Last ``row`` int.
    """
    columns = {}
    for column in dataset.columns:
        texts = table[column.name] if column.name in table else pd.Series(None, index=table.index, dtype="str")
        columns[column.name] = _typed(texts, column, key)
    return pd.DataFrame({**columns, "row": table["row"]}, index=table.index)


def _typed(texts: pd.Series, column: DataColumn, key: bytes) -> pd.Series:
    if column.person:
        return pseudonymise(texts, key)
    if column.type == "number":
        return map_distinct(texts, parse_number).astype("float64")
    if column.type == "integer":
        return map_distinct(texts, parse_integer).astype("Float64").astype("Int64")
    if column.type in ("date", "month"):
        parse = parse_date if column.type == "date" else parse_month
        return pd.to_datetime(map_distinct(texts, parse), errors="coerce").astype("datetime64[us]")
    return texts.astype("str")

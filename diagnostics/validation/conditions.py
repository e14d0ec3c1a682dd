"""Which rows a rule is about, and the lines that it makes of them."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from diagnostics.definitions.dataset_rules import Condition


def spread(value: bool, table: pd.DataFrame) -> pd.Series:
    """The same answer for every row."""
    return pd.Series(value, index=table.index)


def is_concerned(table: pd.DataFrame, condition: Condition) -> pd.Series:
    """True for the rows in which a condition holds; a column that is not there is empty."""
    if condition.column not in table:
        return spread(condition.is_empty, table)
    cells = table[condition.column]
    if condition.is_empty:
        return cells.isna()
    return cells.notna() if condition.equals is None else (cells == condition.equals).fillna(False)


def are_concerned(table: pd.DataFrame, conditions: Iterable[Condition], unless: Condition | None = None) -> pd.Series:
    """True for the rows in which every condition holds, and ``unless`` does not."""
    concerned = spread(True, table)
    for condition in conditions:
        concerned &= is_concerned(table, condition)
    return concerned if unless is None else concerned & ~is_concerned(table, unless)


def part(at: pd.Index, column: str, **columns: pd.Series) -> pd.DataFrame:
    """Lines about one column, one for each position in ``at``; the other columns stand beside by position."""
    values = {name: series.to_numpy() for name, series in columns.items()}
    return pd.DataFrame({"at": at.to_numpy(), "column": column, **values})

"""The rows that an indicator counts: a data set, what stands beside it, and the conditions that each row must meet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from diagnostics.definitions.data_indicators import Condition, DataIndicators, Join, RowSet

_PARTS, _CODES = r"\s*;\s*", r"[\s;,]+"


class Missing(LookupError):
    """A data set was not brought, or a column that a condition needs holds nothing."""


@dataclass
class Counting:
    """The sets of rows of one mission, each made once.

    Attributes:
        tables: data set → typed table.
        definitions: the row sets.
        day: the mission's day.
    """

    tables: Mapping[str, pd.DataFrame]
    definitions: DataIndicators
    day: date
    _made: dict[str, pd.DataFrame] = field(default_factory=dict)

    def rows(self, name: str) -> pd.DataFrame:
        """The rows of a set, or of a whole data set. Raises ``Missing``."""
        if name not in self._made:
            declared = next((one for one in self.definitions.row_sets if one.id == name), None)
            self._made[name] = self._declared(declared) if declared else self._brought(name)
        return self._made[name]

    def holding(self, rows: pd.DataFrame, conditions: tuple[Condition, ...]) -> pd.Series:
        """Which rows meet all conditions; bool on the rows' index. Raises ``Missing``."""
        holds = pd.Series(True, index=rows.index)
        for one in conditions:
            found = self._found(rows, one) if one.found_in else self._test(rows, rows[holds], one)
            if one.column and one.or_empty:
                found |= rows[one.column].isna()
            holds &= ~found if one.negated else found
        return holds

    def _declared(self, declared: RowSet) -> pd.DataFrame:
        rows = self.rows(declared.data)
        for join in declared.beside:
            rows = self._beside(rows, join)
        rows = rows[self.holding(rows, declared.where)]
        if declared.earliest:
            rows = rows.sort_values(declared.earliest.by, kind="stable").drop_duplicates(list(declared.earliest.of))
        return rows.drop_duplicates(declared.distinct) if declared.distinct else rows

    def _brought(self, name: str) -> pd.DataFrame:
        if name not in self.tables or self.tables[name].empty:
            raise Missing(f"no data: {name}")
        return self.tables[name]

    def _beside(self, rows: pd.DataFrame, join: Join) -> pd.DataFrame:
        other = self.rows(join.rows)
        keys = list(join.on.values())
        # An empty key is no key: two rows that both lack it do not belong together.
        first = other.dropna(subset=keys).drop_duplicates(keys)
        named = first[[name for name in first if "." not in str(name)]].add_prefix(f"{join.rows}.")
        joined = rows.merge(named, how="left", left_on=list(join.on), right_on=[f"{join.rows}.{key}" for key in keys])
        return joined.set_index(rows.index)

    def _found(self, rows: pd.DataFrame, one: Condition) -> pd.Series:
        other = self.rows(one.found_in or "")
        counts = other.dropna(subset=list(one.on.values())).groupby(list(one.on.values())).size()
        keys = rows[list(one.on)]
        if len(one.on) == 1:
            found = keys.iloc[:, 0].map(counts)
        else:
            found = pd.Series([counts.get(key, 0) for key in keys.itertuples(index=False, name=None)], index=rows.index, dtype="float64")
        return found.astype("float64").fillna(0) >= one.times

    def _test(self, rows: pd.DataFrame, before: pd.DataFrame, one: Condition) -> pd.Series:
        """One condition on a column; ``before`` are the rows that met the conditions so far."""
        column = rows[one.column or ""]
        if one.filled is not None:
            return column.notna() == one.filled
        if column.isna().all() and len(column) and not (one.or_empty or one.negated):
            raise Missing(f"the column '{one.column}' is empty")
        return (
            (_dated(rows, column, one, pd.Timestamp(self.day)) if _is_date(one) else self._plain(column, before, one))
            .fillna(False)
            .astype(bool)
        )

    def _plain(self, column: pd.Series, before: pd.DataFrame, one: Condition) -> pd.Series:
        if one.codes is not None:
            return column.isin(one.codes)
        if one.has is not None:
            return column.fillna("").str.split(_CODES, regex=True).map(lambda codes: one.has in codes)
        if one.parts is not None:
            return column.fillna("").str.split(_PARTS, regex=True).map(lambda parts: sum(bool(part) for part in parts)) >= one.parts
        if one.at_least is not None or one.at_most is not None:
            return column >= one.at_least if one.at_least is not None else column <= one.at_most
        if one.this_year:
            return column == self.day.year
        return column == before[one.column].max()


def _is_date(one: Condition) -> bool:
    return any(value is not None for value in (one.until, one.since, one.older_than, one.within, one.not_after))


def _dated(rows: pd.DataFrame, column: pd.Series, one: Condition, day: pd.Timestamp) -> pd.Series:
    if one.until is not None:
        return column <= day - pd.DateOffset(months=one.until)
    if one.since is not None:
        return column >= day - pd.DateOffset(months=one.since)
    if one.not_after is not None:
        return column <= rows[one.not_after]
    if one.within is not None:
        start = rows[one.within.after]
        return (column >= start) & (column <= start + pd.DateOffset(months=one.within.months))
    months = rows[one.older_than] if isinstance(one.older_than, str) else pd.Series(one.older_than, index=rows.index)
    limit = pd.Series(pd.NaT, index=rows.index, dtype="datetime64[us]")
    for number in months.dropna().unique():
        same = months == number
        limit[same.fillna(False)] = column[same.fillna(False)] + pd.DateOffset(months=int(number))
    return limit < day

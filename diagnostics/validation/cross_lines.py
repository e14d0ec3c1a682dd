"""Lines for the rules that set rows side by side: those of one data set, or of two."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from diagnostics.definitions.dataset_rules import (
    AnyRule,
    InLatestMonth,
    NoCycle,
    NoOverlap,
    NotAbove,
    StandsIn,
    UniqueWhen,
    WithinSpan,
    WithinYear,
)
from diagnostics.intake.values import map_distinct, parse_date, parse_month, parse_number
from diagnostics.validation.conditions import are_concerned, part
from diagnostics.validation.cycles import circles

OPEN = float(date.max.toordinal())  # the end of what has not ended
Tables = Mapping[str, pd.DataFrame]
ROWS_SHOWN = 8  # rows of a circle that a message names


def cross_lines(table: pd.DataFrame, rule: AnyRule, tables: Tables) -> list[pd.DataFrame]:
    """The lines of one rule (see ``row_lines``).

    Args:
        table: the data set's own, with every column of its definition.
        rule: one of those that ``LINES`` lists.
        tables: every data set that was read, by id.
    """
    return LINES[rule.kind](table, rule, tables)


def _counted(texts: pd.Series, parse: Callable[[str], date | None]) -> pd.Series:
    """Days or months as numbers, counted from year 1; null where nothing can be read."""

    def number(text: str) -> float | None:
        day = parse(text)
        return None if day is None else float(day.toordinal())

    return map_distinct(texts, number).astype("float64")


def _last_day(texts: pd.Series) -> pd.Series:
    """The last day of the month that a text means, or the day itself where it is a date."""

    def number(text: str) -> float | None:
        first = parse_month(text)
        if first is None or parse_date(text) is not None:
            return None if first is None else float((parse_date(text) or first).toordinal())
        following = first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)
        return float(following.toordinal() - 1)

    return map_distinct(texts, number).astype("float64")


def _first_day(texts: pd.Series) -> pd.Series:
    """The day that a text means, or the first one of the month."""
    return _counted(texts, lambda text: parse_date(text) or parse_month(text))


def _year_lines(table: pd.DataFrame, rule: WithinYear, _: Tables) -> list[pd.DataFrame]:
    day = _counted(table[rule.column], parse_date)
    year = map_distinct(table[rule.year], lambda text: int(text) if text.isdigit() and len(text) == 4 and text > "0000" else None)
    both = day.notna() & year.notna()
    at, texts, day = table.index[both], table[rule.column][both], day[both]
    month = year[both].astype("int64") * 12 + 12 + rule.months_after  # the first month that is too late, counted from year 0
    begins = year[both].map(lambda number: float(date(int(number), 1, 1).toordinal()))
    ends = month.map(lambda number: float(date(number // 12, number % 12 + 1, 1).toordinal() - 1))
    return [part(at, rule.column, text=texts, first=day, second=begins), part(at, rule.column, text=texts, first=ends, second=day)]


def _unique_lines(table: pd.DataFrame, rule: UniqueWhen, _: Tables) -> list[pd.DataFrame]:
    concerned = are_concerned(table, rule.when, rule.unless) & table[rule.column].notna()
    texts = table.loc[concerned, rule.column]
    return [part(texts.index, rule.column, text=texts, first=pd.Series(pd.factorize(texts)[0]))]


def _overlap_lines(table: pd.DataFrame, rule: NoOverlap, _: Tables) -> list[pd.DataFrame]:
    """Each row but the first of its thing: when it starts, and when the rows before it have ended."""
    start, end = _counted(table[rule.start], parse_date), _counted(table[rule.end], parse_date)
    filled = start.notna() & table[list(rule.within)].notna().all(axis=1) & (end.notna() | table[rule.end].isna())
    rows = pd.DataFrame({"start": start[filled], "end": end[filled].fillna(OPEN)})
    rows["thing"] = table[filled].groupby(list(rule.within), sort=False).ngroup()
    rows = rows.sort_values(["thing", "start", "end"], kind="stable")
    of_thing = rows.groupby("thing", sort=False)
    rows["before"] = of_thing["end"].cummax().groupby(rows["thing"], sort=False).shift()
    later = rows[rows["before"].notna()].copy()
    later["said"] = None
    for at in later.index[later["start"] < later["before"]]:
        own = rows[(rows["thing"] == later.at[at, "thing"]) & (rows["end"] == later.at[at, "before"])]
        later.at[at, "said"] = f"It overlaps with row {table.at[own.index[0], 'row']}."
    texts = table.loc[later.index, rule.start]
    return [part(later.index, rule.start, text=texts, first=later["start"], second=later["before"], said=later["said"])]


def _cycle_lines(table: pd.DataFrame, rule: NoCycle, _: Tables) -> list[pd.DataFrame]:
    """Each row that names another; ``text`` is empty in the first row of a circle, where the message names them all."""
    named = table[rule.column].notna()
    text, said = table[rule.column][named].copy(), pd.Series(None, index=table.index[named], dtype="object")
    for circle in circles(table[rule.key], table[rule.column]):
        first = min(circle)
        rows = [str(table.at[at, "row"]) for at in circle[:ROWS_SHOWN]]
        more = f" and {len(circle) - ROWS_SHOWN} more" if len(circle) > ROWS_SHOWN else ""
        text[first] = None
        said[first] = (
            f"Rows {' → '.join([*rows, *rows[:1]])}{more} form a circle." if len(circle) > 1 else f"Row {rows[0]} refers to itself."
        )
    return [part(table.index[named], rule.column, text=text, said=said)]


def _span_lines(table: pd.DataFrame, rule: WithinSpan, tables: Tables) -> list[pd.DataFrame]:
    other, _, key = rule.key.partition(".")
    limits = tables[other].drop_duplicates(key).set_index(key)[rule.limit]
    limit = _counted(table[rule.match].map(limits), parse_date)
    day = _last_day(table[rule.column]) if rule.not_before else _first_day(table[rule.column])
    both = day.notna() & limit.notna()
    first, second = (day, limit) if rule.not_before else (limit, day)
    return [part(table.index[both], rule.column, text=table[rule.column][both], first=first[both], second=second[both])]


def _highest_lines(table: pd.DataFrame, rule: NotAbove, tables: Tables) -> list[pd.DataFrame]:
    other, _, key = rule.key.partition(".")
    numbers = map_distinct(tables[other][rule.highest_of], parse_number).astype("float64")
    highest = table[rule.match].map(numbers.groupby(tables[other][key]).max())
    own = map_distinct(table[rule.column], parse_number).astype("float64")
    both = highest.notna() & own.notna()
    return [part(table.index[both], rule.column, text=table[rule.column][both], first=highest[both], second=own[both])]


def _standing_lines(table: pd.DataFrame, rule: StandsIn, tables: Tables) -> list[pd.DataFrame]:
    other, _, column = rule.other.partition(".")
    values = tables[other].loc[are_concerned(tables[other], rule.other_when), column].dropna()
    own = table.loc[are_concerned(table, rule.when) & table[rule.column].notna(), rule.column]
    return [part(own.index, rule.column, text=own.where(own.isin(values.unique())))]


def _month_lines(table: pd.DataFrame, rule: InLatestMonth, tables: Tables) -> list[pd.DataFrame]:
    other, _, column = rule.other.partition(".")
    months = _counted(tables[other][rule.month], parse_month)
    if months.isna().all():
        return []
    latest = months.max()
    last = float(_last_day(pd.Series([date.fromordinal(int(latest)).isoformat()[:7]])).iloc[0])
    there = tables[other].loc[months == latest, column].dropna().unique()
    start, end = _counted(table[rule.start], parse_date), _counted(table[rule.end], parse_date)
    works = (start <= latest) & (table[rule.end].isna() | (end >= last)) & are_concerned(table, (), rule.unless)
    own = table.loc[works & table[rule.column].notna(), rule.column]
    return [part(own.index, rule.column, text=own.where(np.isin(own.to_numpy(dtype=object), there)))]


LINES: dict[str, Callable[[pd.DataFrame, Any, Tables], list[pd.DataFrame]]] = {
    "within-year": _year_lines,
    "unique-when": _unique_lines,
    "no-overlap": _overlap_lines,
    "no-cycle": _cycle_lines,
    "within-span": _span_lines,
    "not-above": _highest_lines,
    "stands-in": _standing_lines,
    "not-in": _standing_lines,
    "in-latest-month": _month_lines,
}
"""Kind of rule → how its lines are made."""

"""Indicators computed from the data sets of a mission: where the administration stands before the first action starts."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from diagnostics.definitions.data_indicators import (
    DataIndicator,
    DataIndicators,
    Difference,
    MedianDays,
    Rate,
    RatioOfShares,
    ShareOf,
    Spread,
    bases_of,
)
from diagnostics.systems.indicator_rows import Counting, Missing

TYPES = {
    "indicator": "str", "name": "str", "value": "float64", "n": "Int64", "unit": "str", "lowest": "float64", "highest": "float64",
    "direction": "str", "data": "str", "formula": "str", "measures": "str", "as_of": "str", "reason": "str",
}  # fmt: skip
_LEAST_UNITS = 2  # a range needs two ends
_FEW, _NOTHING = "fewer than {least} people", "nothing to count"


class _Withheld(Exception):
    """A value that rests on too few people, or on nothing."""


_Range = tuple[float, float]
_NO_RANGE: _Range = (math.nan, math.nan)


@dataclass(frozen=True)
class _Value:
    """A value, and the rows of its base that it rests on."""

    value: float
    rows: int


def compute_indicators(tables: Mapping[str, pd.DataFrame], definitions: DataIndicators, as_of: date, disclosure: int) -> pd.DataFrame:
    """Compute every indicator that the data allow.

    Args:
        tables: data set → its typed table (see ``typed_table``); what was not brought is absent.
        definitions: the indicators.
        as_of: the mission's day.
        disclosure: people. A value that rests on fewer, and a share of which one side is somebody but fewer, is withheld; the range
            is taken over units of at least so many rows.

    Returns:
        One row an indicator, in the order of the definitions:
            indicator, name  str    id, and name
            value            float  in ``unit``; empty = not computable, and ``reason`` says why
            n                Int64  rows of its base (people, posts, cases ...); empty with the value
            unit             str    %, days, ratio ...
            lowest, highest  float  of the units, whole figures where they are about people; empty with fewer than two units
            direction        str    up or down: which way is better
            data             str    data set of its base
            formula          str    in words
            measures         str    names of the indicators that are this one, one a line
            as_of            str    ISO day of the data
            reason           str    empty where there is a value
    """
    counting = Counting(tables, definitions, as_of)
    rows = []
    for one in definitions.indicators:
        told = {"indicator": one.id, "name": one.name, "unit": one.unit, "direction": one.direction, "formula": one.formula}
        told |= {"data": definitions.data_of(bases_of(one)[0]), "measures": "\n".join(one.measures), "as_of": as_of.isoformat()}
        rows.append(told | _computed(one, counting, disclosure))
    return pd.DataFrame(rows, columns=list(TYPES)).astype(TYPES)


def _computed(one: DataIndicator, counting: Counting, disclosure: int) -> dict[str, object]:
    empty: dict[str, object] = {"value": math.nan, "n": None, "lowest": math.nan, "highest": math.nan}
    try:
        bases = {name: _narrow(one, counting.rows(name)) for name in bases_of(one)}
        holds = _holding(one, counting)
        found = _value(one, bases, holds, counting.day, disclosure)
    except Missing as missing:
        return empty | {"reason": str(missing)}
    except _Withheld as why:
        return empty | {"reason": str(why)}
    lowest, highest = _range(one, bases, holds, counting.day, disclosure)
    return {"value": found.value, "n": found.rows, "lowest": lowest, "highest": highest, "reason": ""}


def _narrow(one: DataIndicator, rows: pd.DataFrame) -> pd.DataFrame:
    """The columns that the arithmetic reads; the rows are taken apart by unit again and again."""
    named = {getattr(one, name, None) for name in ("people", "by", "part_sum", "whole_sum", "start", "end")}
    return rows[[name for name in rows if name in named]]


def _holding(one: DataIndicator, counting: Counting) -> tuple[pd.Series, ...]:
    """For each share of an indicator, which rows of its base it counts."""
    shares = (one,) if isinstance(one, ShareOf | Spread) else (one.part, one.whole) if isinstance(one, RatioOfShares) else ()
    return tuple(counting.holding(counting.rows(share.of), share.where) for share in shares)


def _range(one: DataIndicator, bases: Mapping[str, pd.DataFrame], holds: tuple[pd.Series, ...], day: date, disclosure: int) -> _Range:
    """The lowest and the highest value of a unit with enough rows.

    The range names no unit and no count. Where it is about people it is rounded to whole figures, lest a unit be known by its fraction.
    """
    if not one.by or isinstance(one, Spread):
        return _NO_RANGE
    parts = {name: dict(tuple(rows.groupby(one.by))) if one.by in rows else {} for name, rows in bases.items()}
    values = []
    for unit, rows in parts[bases_of(one)[0]].items():
        if len(rows) < disclosure:
            continue
        within = {name: parts[name].get(unit, bases[name].iloc[:0]) for name in bases}
        try:
            values.append(_value(one, within, holds, day, 0).value)
        except _Withheld:
            continue
    if len(values) < _LEAST_UNITS:
        return _NO_RANGE
    return (float(round(min(values))), float(round(max(values)))) if one.people else (min(values), max(values))


def _value(one: DataIndicator, bases: Mapping[str, pd.DataFrame], holds: tuple[pd.Series, ...], day: date, disclosure: int) -> _Value:
    base = bases[bases_of(one)[0]]
    match one:
        case ShareOf():
            return _share(one, base, holds[0], disclosure)
        case MedianDays():
            return _median(one, base, day, disclosure)
        case Rate():
            return _rate(one, bases, disclosure)
        case Difference():
            return _difference(one, bases, disclosure)
        case Spread():
            return _spread(one, base, holds[0], disclosure)
        case RatioOfShares():
            share, whole = _share(one, bases[one.part.of], holds[0], disclosure), _share(one, base, holds[1], disclosure)
            if not whole.value:
                raise _Withheld(_NOTHING)
            return _Value(share.value / whole.value, share.rows)


def _share(one: DataIndicator, base: pd.DataFrame, holds: pd.Series, disclosure: int) -> _Value:
    if not len(base):
        raise _Withheld(_NOTHING)
    holds = holds[base.index]
    _refuse_few(one, base, disclosure)
    _refuse_some(one, base[holds], disclosure)
    _refuse_some(one, base[~holds], disclosure)
    return _Value(100 * float(holds.mean()), len(base))


def _median(one: MedianDays, base: pd.DataFrame, day: date, disclosure: int) -> _Value:
    dated = base[base[one.start].notna() & (base[one.end].notna() if one.end else True)]
    if not len(dated):
        raise _Withheld(_NOTHING)
    _refuse_few(one, dated, disclosure)
    end = dated[one.end] if one.end else pd.Timestamp(day)
    return _Value(float((end - dated[one.start]).dt.days.median()), len(dated))


def _rate(one: Rate, bases: Mapping[str, pd.DataFrame], disclosure: int) -> _Value:
    part, wholes = bases[one.part], [bases[name] for name in one.whole]
    whole = sum(_amount(rows, one.whole_sum) for rows in wholes) / len(wholes)
    if not whole:
        raise _Withheld(_NOTHING)
    for rows in wholes:
        _refuse_few(one, rows, disclosure)
    _refuse_some(one, part, disclosure)
    return _Value(one.times * _amount(part, one.part_sum) / whole, len(wholes[0]))


def _amount(rows: pd.DataFrame, column: str | None) -> float:
    return float(rows[column].sum()) if column else float(len(rows))


def _difference(one: Difference, bases: Mapping[str, pd.DataFrame], disclosure: int) -> _Value:
    part, whole = len(bases[one.part]), len(bases[one.whole])
    if not whole:
        raise _Withheld(_NOTHING)
    if one.people and 0 < abs(part - whole) < disclosure:
        raise _Withheld(_FEW.format(least=disclosure))
    return _Value(100 * abs(part - whole) / whole, whole)


def _spread(one: Spread, base: pd.DataFrame, holds: pd.Series, disclosure: int) -> _Value:
    """Of units with enough rows; it names none of them."""
    shares = [100 * holds[rows.index].mean() for _, rows in base.groupby(one.by or "") if len(rows) >= disclosure]
    if len(shares) < _LEAST_UNITS:
        raise _Withheld(_FEW.format(least=disclosure))
    return _Value(float(round(max(shares) - min(shares))) if one.people else float(max(shares) - min(shares)), len(base))


def _refuse_few(one: DataIndicator, rows: pd.DataFrame, disclosure: int) -> None:
    """Rows that do not name people, such as cases, stand for one person each."""
    if one.people and (rows[one.people].nunique() if one.people in rows else len(rows)) < disclosure:
        raise _Withheld(_FEW.format(least=disclosure))


def _refuse_some(one: DataIndicator, rows: pd.DataFrame, disclosure: int) -> None:
    """Somebody, but fewer than the threshold; nobody at all, or everybody, is no single person."""
    if len(rows):
        _refuse_few(one, rows, disclosure)

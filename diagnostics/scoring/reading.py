"""From what stands in a cell to a state and a value, for each scale once.

Only *different* answers are read, not every row: ten million answers on a five-point scale are eight texts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import pandas as pd

from diagnostics.definitions.scale import Scale, points_of, points_range
from diagnostics.definitions.standard import SHARES, Node, Standard

CONSENSUS = "consensus"
FULL = 100.0  # the top of percent-positive and index-0-100
_SOON = 10_000  # rows
_NUMBER = r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?"


class State(IntEnum):
    """What an answer is. The states stay apart all the way to the report."""

    ANSWERED = 0
    DONT_KNOW = 1
    BLANK = 2
    NOT_APPLICABLE = 3
    NOT_USED = 4
    BAD = 5


_SPECIAL = {"not-applicable": State.NOT_APPLICABLE, "not-used": State.NOT_USED, "dont-know": State.DONT_KNOW}


Worth = Callable[[np.ndarray | float], np.ndarray]


@dataclass(frozen=True)
class Reading:
    """How the answers of some items are read: one scale and one way of giving an answer its value.

    Attributes:
        texts: the codes that the scale knows; beside each its state, its value and whether it is marked.
        limits: lowest and highest number, where the scale takes numbers.
        numbers: the code that a number stands for, where an option may be named by its value.
        worth: an answer's value as the item counts it (``percent-positive`` and ``index-0-100`` change it).
    """

    scale: str
    texts: pd.Index
    states: np.ndarray
    values: np.ndarray
    marked: np.ndarray
    limits: tuple[float, float] | None
    numbers: dict[float, str]
    worth: Worth

    def read(self, texts: pd.Index) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """State, value and mark of each text."""
        states = np.full(len(texts), State.BAD, dtype=np.int8)
        values = np.full(len(texts), np.nan)
        marked = np.zeros(len(texts), dtype=bool)
        place = self._places(texts)
        known = place >= 0
        states[known], values[known], marked[known] = self.states[place[known]], self.values[place[known]], self.marked[place[known]]
        states[np.asarray(texts == "")] = State.BLANK
        if self.limits is not None:
            numbers = parse_numbers(texts)
            inside = ~known & (numbers >= self.limits[0]) & (numbers <= self.limits[1])
            states[inside], values[inside] = State.ANSWERED, self.worth(numbers[inside])
        return states, values, marked

    def _places(self, texts: pd.Index) -> np.ndarray:
        place = self.texts.get_indexer(texts)
        if self.limits is None and (place < 0).any():
            # A column with empty cells turns 5 into 5.0 in many programs: the number 5 is meant.
            whole = pd.Index(pd.Series(texts, dtype="str").str.replace(r"^([0-9]+)\.0+$", r"\1", regex=True))
            place = np.where(place < 0, self.texts.get_indexer(whole), place)
        if self.numbers and (place < 0).any():
            codes = pd.Index([self.numbers.get(number) for number in parse_numbers(texts)], dtype="str")
            place = np.where(place < 0, self.texts.get_indexer(codes), place)
        return place


@dataclass(frozen=True)
class Item:
    """A leaf with all that scoring needs to know of it.

    Attributes:
        worst, best: the item's value if it is answered worst or best.
        unanswered: the value it takes when nobody answered it; NaN where it is then left out.
    """

    node: Node
    scale: Scale
    reading: int
    worst: float
    best: float
    unanswered: float


def readings_of(standard: Standard) -> tuple[list[Item], list[Reading]]:
    """The items of a standard in tree order, and the ways in which their answers are read."""
    readings: dict[tuple[object, ...], Reading] = {}
    places: dict[tuple[object, ...], int] = {}
    items = []
    for leaf in standard.leaves():
        scale = standard.scale_of(leaf)
        is_share = leaf.respondents in SHARES
        key = (leaf.scale, leaf.respondents if is_share else None, leaf.positive)
        if key not in readings:
            places[key] = len(readings)
            readings[key] = _reading(leaf, scale)
        items.append(_item(leaf, scale, readings[key], places[key]))
    return items, list(readings.values())


def _reading(leaf: Node, scale: Scale) -> Reading:
    """How the answers to one leaf, and to all like it, are read."""
    values = scale.values()
    worth = _worth(leaf, scale)
    table = {code: (State.ANSWERED, _worth_of_code(leaf, code, value, worth), False) for code, value in values.items()}
    table |= {code: (_SPECIAL[state], np.nan, False) for code, state in scale.special_codes().items()}
    for alias in scale.same_as:
        target = scale.read_as(alias)
        number = (State.ANSWERED, np.nan, False) if target in table else (State.ANSWERED, worth(float(target)), False)
        state, value, _ = table.get(target, number)
        table[alias] = (state, value, state == State.ANSWERED)
    limits = None if scale.options or scale.min is None or scale.max is None else (scale.min, scale.max)
    states, worths, marked = zip(*table.values(), strict=True) if table else ((), (), ())
    texts = pd.Index(list(table), dtype="str")
    columns = np.array(states, np.int8), np.array(worths, float), np.array(marked, bool)
    return Reading(leaf.scale or "", texts, *columns, limits, codes_by_value(scale), worth)


def _worth(leaf: Node, scale: Scale) -> Worth:
    """What an answer's value counts as in the item."""
    low, high = points_range(None, scale)
    if leaf.respondents == "percent-positive":
        values = scale.values()
        positive = [values[code] if values else float(code) for code in leaf.positive]
        return lambda value: np.where(np.isin(value, positive), FULL, 0.0)
    if leaf.respondents == "index-0-100":
        return lambda value: (value - low) / (high - low) * FULL
    return lambda value: value


def _worth_of_code(leaf: Node, code: str, value: float, worth: Worth) -> float:
    if leaf.respondents == "percent-positive":  # two codes may share a value, and one of them be positive
        return FULL if code in leaf.positive else 0.0
    return float(worth(value))


def _item(leaf: Node, scale: Scale, reading: Reading, place: int) -> Item:
    between = scale
    if leaf.respondents in SHARES:
        shares = reading.values[reading.states == State.ANSWERED]
        low, high = (float(shares.min()), float(shares.max())) if scale.options else (0.0, FULL)
        between = Scale(min=low, max=high)
    worst, best = points_range(leaf.points, between)
    unanswered = worst if scale.unanswered == "lowest" else np.nan
    if isinstance(scale.unanswered, int | float):
        counted = float(reading.worth(float(scale.unanswered)))
        unanswered = counted if leaf.points is None else points_of(leaf.points, counted)
    return Item(leaf, scale, place, worst, best, unanswered)


def codes_by_value(scale: Scale) -> dict[float, str]:
    """The code that each number stands for: that of the only option with this value. None where a code itself looks like a number."""
    codes = [*scale.values(), *scale.same_as, *scale.special_codes()]
    if not np.isnan(parse_numbers(pd.Index(codes, dtype="str"))).all():
        return {}
    values = list(scale.values().values())
    return {value: code for code, value in scale.values().items() if values.count(value) == 1}


def parse_numbers(texts: pd.Index | pd.Series) -> np.ndarray:
    """The number that each text is; NaN for one that is none. A decimal comma makes no number."""
    series = pd.Series(texts, dtype="str")
    is_number = series.str.fullmatch(_NUMBER).to_numpy(dtype=bool, na_value=False)
    numbers = np.full(len(series), np.nan)
    numbers[is_number] = series[is_number].astype(float)
    return numbers


def coded(column: pd.Series) -> tuple[np.ndarray, pd.Index]:
    """A column as small numbers into its different texts, in the order of their first row. Empty cells are the empty text."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        codes, different = column.cat.codes.to_numpy(), column.cat.categories
    else:
        codes, different = pd.factorize(column, use_na_sentinel=True)
    texts = pd.concat([_texts(pd.Series(different)), pd.Series([""], dtype="str")], ignore_index=True)
    used = pd.unique(codes[:_SOON])
    if len(used) < len(different) + (codes < 0).any():  # most columns show all their texts soon: the other rows need not be looked at
        used = pd.unique(codes)
    again, unique = pd.factorize(texts.iloc[used])  # " 5" and "5" are one text
    places = small_numbers(np.zeros(len(texts)), len(unique))
    places[used] = again  # an empty cell is -1, which is the place of the last text: the empty one
    return places[codes], pd.Index(unique, dtype="str")


def small_numbers(numbers: np.ndarray, most: int) -> np.ndarray:
    """Whole numbers from ``-most`` to ``most`` in as few bytes as hold them. Widen them before arithmetic."""
    return numbers.astype(np.min_scalar_type(-most - 1), copy=False)


def _texts(different: pd.Series) -> pd.Series:
    if pd.api.types.is_bool_dtype(different) or not pd.api.types.is_numeric_dtype(different):
        return different.map(_text).astype("str").str.strip() if different.dtype == object else different.astype("str").str.strip()
    return different.astype("str").str.replace(r"\.0$", "", regex=True)


def _text(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)

"""From the answers of one or several people to one value an item."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from diagnostics.definitions.scale import Points
from diagnostics.scoring.answers import CodedAnswers
from diagnostics.scoring.reading import Item, State

COUNTED = ("answered", "dont_know", "blank", "not_applicable", "not_used", "insufficient")


@dataclass(frozen=True)
class ItemTable:
    """One line an item, one column an assessment.

    Attributes:
        score: the item's value; NaN where it has none.
        lowest, highest: its value if it is answered worst or best; NaN where it does not apply.
        people: how many people gave each sort of answer (an item without any row counts as one blank).
        items: the same for the item as a whole: 1 in the column of its state, so that sums count items.
        marked: read as another code, or lowered for want of evidence.
    """

    score: np.ndarray
    lowest: np.ndarray
    highest: np.ndarray
    people: dict[str, np.ndarray]
    items: dict[str, np.ndarray]
    marked: np.ndarray


@dataclass(frozen=True)
class _Rows:
    """The rows that item values are made from; ``cell`` is item × assessment."""

    cell: np.ndarray
    state: np.ndarray
    value: np.ndarray
    weight: np.ndarray
    marked: np.ndarray


def rate_items(coded: CodedAnswers, rows: np.ndarray, columns: np.ndarray, n_columns: int) -> ItemTable:
    """Make one value an item and assessment out of the rows of all its raters.

    Args:
        coded: the answers, without any that is bad.
        rows: places of the answers to take; those out of scope are passed over.
        columns: for each of these rows the column of its assessment.
        n_columns: number of columns.
    """
    items = coded.items
    shape = (len(items), n_columns)
    inside = coded.item[rows] >= 0
    used = rows[inside]
    cell = coded.item[used].astype(np.int64) * n_columns + columns[inside]
    kept = _kept(coded, used, cell, shape)
    pair, pairs = coded.pair[used[kept]], coded.pairs
    counted = _Rows(cell[kept], pairs.state[pair], pairs.value[pair], coded.weights[used[kept]], pairs.marked[pair])
    people = _people(counted, shape)
    silent = ~np.logical_or.reduce([counts > 0 for counts in people.values()])
    people["blank"] = people["blank"] + silent
    claimed = _claimed(counted, items, shape)
    lowered = _lowered(coded, cell, used, claimed, items, shape)
    people["insufficient"] = _people_lowered(counted, lowered, items, shape)
    return _table(people, claimed, lowered, _count(counted.cell[counted.marked], shape) > 0, items)


def _people(rows: _Rows, shape: tuple[int, int]) -> dict[str, np.ndarray]:
    """How many people gave each sort of answer."""
    size = (len(State), *shape)
    counts = np.bincount(rows.state * np.int64(shape[0] * shape[1]) + rows.cell, minlength=math.prod(size)).reshape(size).astype(np.int32)
    return {name: counts[State[name.upper()]] for name in COUNTED[:-1]}


def _count(cell: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    return np.bincount(cell, minlength=shape[0] * shape[1]).reshape(shape).astype(np.int32)


def _of_items(items: list[Item], *respondents: str) -> np.ndarray:
    return np.array([item.node.respondents in respondents for item in items], dtype=bool)


def _kept(coded: CodedAnswers, used: np.ndarray, cell: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    """The rows that count: the consensus row where the standard asks for it."""
    only = _of_items(coded.items, "consensus")
    first = _of_items(coded.items, "consensus-or-median")
    if not only.any() and not first.any():
        return np.arange(len(used))
    item = coded.item[used]
    agreed = coded.is_consensus[used]
    recorded = np.zeros(shape[0] * shape[1], dtype=bool)
    recorded[cell[agreed & (coded.state[used] != State.BLANK)]] = True
    out = (only[item] & ~agreed) | (first[item] & (agreed != recorded[cell]))
    return np.flatnonzero(~out)


def _claimed(rows: _Rows, items: list[Item], shape: tuple[int, int]) -> np.ndarray:
    """Each item's value as it was claimed, whatever the evidence; NaN where nobody answered."""
    given = np.flatnonzero(rows.state == State.ANSWERED)
    cell, value, weight = rows.cell[given], rows.value[given], rows.weight[given]
    claimed = np.full(shape[0] * shape[1], np.nan)
    if len(cell) and np.bincount(cell).max() > 1:
        # Sorted by value, so that the order of the rows cannot change even the last digit of a sum.
        order = np.lexsort((weight, value, cell))
        cell, value, weight = cell[order], value[order], weight[order]
        starts = np.flatnonzero(np.r_[True, cell[1:] != cell[:-1]])
        medians = _of_items(items, "median", "consensus-or-median")[cell[starts] // shape[1]]
        ends = np.r_[starts[1:], len(cell)]
        claimed[cell[starts]] = np.where(medians, _medians(value, weight, starts, ends), _means(value, weight, starts, ends))
    else:
        claimed[cell] = value
    claimed = claimed.reshape(shape)
    for place, item in enumerate(items):
        if item.node.points is not None:
            claimed[place] = _points(item.node.points, claimed[place])
    return claimed


def _means(value: np.ndarray, weight: np.ndarray, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
    mean = np.add.reduceat(value * weight, starts) / np.add.reduceat(weight, starts)
    return np.clip(mean, value[starts], value[ends - 1])  # three times 0.1 averages to 0.1, not to 0.10000000000000002


def _medians(value: np.ndarray, weight: np.ndarray, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """The value at which half the weight is reached; the mean of two where exactly half lies on either side."""
    equal = np.minimum.reduceat(weight, starts) == np.maximum.reduceat(weight, starts)
    total = np.add.reduceat(weight, starts)
    running = np.cumsum(weight)
    half = running[starts] - weight[starts] + total / 2
    close = total * 1e-9
    middle = np.where(equal, (starts + ends - 1) // 2, np.searchsorted(running, half - close))
    following = np.where(equal, (starts + ends) // 2, np.searchsorted(running, half + close))
    return (value[np.clip(middle, starts, ends - 1)] + value[np.clip(following, starts, ends - 1)]) / 2


def _points(points: Points, values: np.ndarray) -> np.ndarray:
    if points.linear:
        x, y = zip(*points.linear, strict=True)
        return np.interp(values, x, y)
    limits = [band.below for band in points.bands if band.below is not None]
    earned = np.array([band.points for band in points.bands])[np.searchsorted(limits, values, side="right").clip(max=len(points.bands) - 1)]
    return np.where(np.isnan(values), np.nan, earned)


def _column(items: list[Item], attribute: str) -> np.ndarray:
    return np.array([getattr(item, attribute) for item in items], dtype=float)[:, None]


def _lowered(
    coded: CodedAnswers, cell: np.ndarray, used: np.ndarray, claimed: np.ndarray, items: list[Item], shape: tuple[int, int]
) -> np.ndarray:
    """Where more than the worst is claimed, evidence is asked for, and no row of the item names any."""
    strict = np.array([item.scale.without_evidence == "lowest" for item in items], dtype=bool)
    if not strict.any():
        return np.zeros(shape, dtype=bool)
    shown = np.zeros(shape[0] * shape[1], dtype=bool)
    shown[cell[coded.has_evidence[used]]] = True
    return strict[:, None] & (claimed > _column(items, "worst")) & ~shown.reshape(shape)


def _people_lowered(rows: _Rows, lowered: np.ndarray, items: list[Item], shape: tuple[int, int]) -> np.ndarray:
    """How many people's answers were lowered in each item."""
    theirs = np.flatnonzero((rows.state == State.ANSWERED) & lowered.ravel()[rows.cell])
    if not len(theirs):
        return np.zeros(shape, dtype=np.int32)
    cell, value = rows.cell[theirs], rows.value[theirs].copy()
    place = cell // shape[1]
    for which, item in enumerate(items):
        if item.node.points is not None:
            value[place == which] = _points(item.node.points, value[place == which])
    return _count(cell[value > _column(items, "worst")[place, 0]], shape)


def _table(people: dict[str, np.ndarray], claimed: np.ndarray, lowered: np.ndarray, marked: np.ndarray, items: list[Item]) -> ItemTable:
    """Lay out what is known of each item: its value, what it may still become, and its state."""
    worst, best, unanswered = (_column(items, name) for name in ("worst", "best", "unanswered"))
    answered = people["answered"] > 0
    unsure = ~answered & (people["dont_know"] > 0)
    absent = ~answered & ~unsure & (people["not_applicable"] > 0)
    unused = ~answered & ~unsure & ~absent & (people["not_used"] > 0)
    left_out = absent | unused
    score = np.where(answered, np.where(lowered, worst, claimed), np.where(left_out, np.nan, unanswered))
    lowest = np.where(answered, score, np.where(left_out, np.nan, worst))
    highest = np.where(answered, claimed, np.where(left_out, np.nan, best))
    states = {
        "answered": answered,
        "dont_know": unsure,
        "blank": ~(answered | unsure | left_out),
        "not_applicable": absent,
        "not_used": unused,
        "insufficient": lowered,
    }
    return ItemTable(score, lowest, highest, people, {name: flag.astype(np.int32) for name, flag in states.items()}, marked | lowered)

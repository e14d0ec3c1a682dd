"""The aggregation rules: from the values of children to the value of their node.

Every function takes ``values``, one line a child and one column an assessment, NaN where a child does not count, and
returns one value an assessment, NaN where nothing counts. Children are added one after the other, so that a score is the
same to the last digit whether assessments are scored together or alone.
"""

from __future__ import annotations

import numpy as np

CLOSE = 1e-9  # what rounding may do to a value that stands on a scale
PERCENT = 100.0
_TABLE_BASE = 5  # 0 to 4 dimensions may have each of the four letters
_TABLE_SIZE = 4 * _TABLE_BASE**3 + 1  # four dimensions of the best letter

# PEFA Framework (2016), conversion table for the averaging method M2: dimensions, worst first, and the indicator's letter.
PEFA_TABLE = """
DD D · DC D+ · DB C · DA C+ · CC C · CB C+ · CA B · BB B · BA B+ · AA A ·
DDD D · DDC D+ · DDB D+ · DDA C · DCC D+ · DCB C · DCA C+ · DBB C+ · DBA B · DAA B · CCC C · CCB C+ · CCA B · CBB B · CBA B ·
CAA B+ · BBB B · BBA B+ · BAA A · AAA A ·
DDDD D · DDDC D · DDDB D+ · DDDA D+ · DDCC D+ · DDCB D+ · DDCA C · DDBB C · DDBA C+ · DDAA C+ · DCCC D+ · DCCB C · DCCA C+ ·
DCBB C+ · DCBA C+ · DCAA B · DBBB C+ · DBBA B · DBAA B · DAAA B+ · CCCC C · CCCB C+ · CCCA C+ · CCBB C+ · CCBA B · CCAA B ·
CBBB B · CBBA B · CBAA B+ · CAAA B+ · BBBB B · BBBA B+ · BBAA B+ · BAAA A · AAAA A ·
D D · C C · B B · A A
"""  # the last line is ours: a dimension that stands alone is the indicator


def mean(values: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """The weighted mean of the children that count."""
    total, weight = np.zeros(values.shape[1]), np.zeros(values.shape[1])
    for value, share in zip(values, weights, strict=True):
        counts = ~np.isnan(value)
        total += np.where(counts, value, 0.0) * share
        weight += counts * share
    return _divided(total, weight)


def weighted_sum(values: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """The sum of the children that count, each times its weight."""
    total = np.zeros(values.shape[1])
    for value, share in zip(values, weights, strict=True):
        total += np.where(np.isnan(value), 0.0, value) * share
    return np.where(np.isnan(values).all(axis=0), np.nan, total)


def minimum(values: np.ndarray) -> np.ndarray:
    """The lowest child that counts."""
    return np.fmin.reduce(values, axis=0)


def weakest_link(values: np.ndarray, letters: np.ndarray) -> np.ndarray:
    """PEFA's method M1: the lowest letter, half a step higher (``+``) where any other child is higher.

    Args:
        letters: the values of the scale's letters, worst first.
    """
    place, counts = _places(values, letters)
    worst = np.where(counts, place, len(letters)).min(axis=0)
    best = np.where(counts, place, -1).max(axis=0)
    return _half_steps(2 * worst + (best > worst), counts.any(axis=0), letters)


def average_table(values: np.ndarray, letters: np.ndarray) -> np.ndarray:
    """PEFA's method M2: the conversion table, whatever the order of the children; a plain average is wrong.

    Args:
        letters: the values of the scale's four letters, worst first.
    """
    place, counts = _places(values, letters)
    key = (np.where(counts, _TABLE_BASE ** place.clip(min=0), 0)).sum(axis=0)
    return _half_steps(_HALF_STEPS[key], counts.any(axis=0), letters)


def staged(reached: np.ndarray, applies: np.ndarray, stages: np.ndarray) -> np.ndarray:
    """C2M2: level k is reached if, over the practices of levels 1 to k together, none is missed, at least one is reached,
    and every lower level is reached.

    Args:
        reached: whether each child is reached; an unanswered one is not.
        applies: whether each child applies.
        stages: the level that each child belongs to.
    """
    level = np.zeros(reached.shape[1])
    goes_on = np.ones(reached.shape[1], dtype=bool)
    for stage in range(1, int(stages.max()) + 1):
        so_far = stages <= stage
        missed = (applies[so_far] & ~reached[so_far]).any(axis=0)
        any_reached = (applies[so_far] & reached[so_far]).any(axis=0)
        goes_on = goes_on & ~missed & any_reached
        level = level + goes_on
    return np.where(applies.any(axis=0), level, np.nan)


def points(earned: np.ndarray, maxima: np.ndarray, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """SIGMA 2021: points earned, and the maximum of the children that count. A percentage is ``share_of_points`` of the two."""
    total = weighted_sum(earned, weights)
    return total, weighted_sum(np.where(np.isnan(earned), np.nan, maxima), weights)


def share_of_points(earned: np.ndarray, maximum: np.ndarray) -> np.ndarray:
    """Points earned in percent of the maximum."""
    return _divided(earned, maximum) * PERCENT


def half_step_values(letters: np.ndarray) -> np.ndarray:
    """The values of D, D+, C, C+, … for the values of D, C, …: a ``+`` stands half way to the next letter."""
    steps = np.empty(2 * len(letters) - 1)
    steps[::2] = letters
    steps[1::2] = (letters[:-1] + letters[1:]) / 2
    return steps


def _divided(total: np.ndarray, by: np.ndarray) -> np.ndarray:
    return np.divide(total, by, out=np.full_like(total, np.nan), where=by > 0)


def _places(values: np.ndarray, letters: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The letter of each value. An average of several people between two letters is read as the lower one."""
    place = np.searchsorted(letters, values + CLOSE, side="right") - 1
    return place.clip(0, len(letters) - 1), ~np.isnan(values)


def _half_steps(steps: np.ndarray, counts: np.ndarray, letters: np.ndarray) -> np.ndarray:
    return np.where(counts, half_step_values(letters)[np.where(counts, steps, 0)], np.nan)


def _table_of_half_steps() -> np.ndarray:
    """The conversion table by how often each letter occurs: Σ 5^place → half steps above D."""
    table = np.zeros(_TABLE_SIZE, dtype=np.int64)
    for dimensions, letter in (cell.split() for cell in PEFA_TABLE.split("·")):
        key = sum(_TABLE_BASE ** "DCBA".index(dimension) for dimension in dimensions)
        table[key] = 2 * "DCBA".index(letter[0]) + letter.endswith("+")
    return table


_HALF_STEPS = _table_of_half_steps()

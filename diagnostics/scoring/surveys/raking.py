"""Iterative proportional fitting: weights are moved to one variable's margin after another until all of them hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd


class CannotRake(ValueError):
    """No weights meet the margins. The message names every variable and category that stands in the way."""


@dataclass(frozen=True)
class Limits:
    """When raking is good enough, and when it gives up.

    Attributes:
        tolerance: largest difference from a target, as a share of the target.
        max_iterations: passes over all variables.
        largest_weight: largest weight allowed, as a multiple of the mean weight; None for no limit.
    """

    tolerance: float = 1e-8
    max_iterations: int = 1000
    largest_weight: float | None = None


@dataclass(frozen=True)
class Cells:
    """The sample as its different combinations of categories: raking moves combinations, not rows.

    Attributes:
        row: each row's cell.
        categories: variables × cells, each cell's category by place in the variable's target.
        targets: what the weights of each variable's categories have to add up to.
        names, labels: the variables and their categories, for messages.
    """

    row: np.ndarray
    categories: list[np.ndarray]
    targets: list[np.ndarray]
    names: list[str]
    labels: list[list[str]]


def make_cells(table: pd.DataFrame, known: Mapping[str, Mapping[str, float]], whole: float) -> Cells:
    """Combine the categories of every row, and scale each margin to the whole.

    Args:
        table: the sample's categories, one categorical column a variable.
        known: the margins of the categories that the sample holds.
        whole: what the weights add up to.
    """
    code = np.zeros(len(table), dtype=np.int64)
    columns, targets = [], []
    for name, margin in known.items():
        categories, people = list(margin), np.array(list(margin.values()))
        columns.append(pd.Index(categories).get_indexer(table[name].cat.categories)[table[name].cat.codes])
        targets.append(people / people.sum() * whole)
        code = np.unique(code * (len(categories) + 1) + columns[-1], return_inverse=True)[1]
    _, first, row = np.unique(code, return_index=True, return_inverse=True)
    return Cells(row, [column[first] for column in columns], targets, list(known), [list(margin) for margin in known.values()])


def fit_weights(start: np.ndarray, cells: Cells, limits: Limits) -> tuple[np.ndarray, int]:
    """The raked weight of each row, and the passes that it took.

    Where weights are limited, each is the lower of the limit and its design weight times a factor for each category (Deville, Särndal
    & Sautory 1993, Generalized raking procedures in survey sampling), so that the margins still hold.
    """
    cap = np.inf if limits.largest_weight is None else limits.largest_weight * cells.targets[0].sum() / len(start)
    # Rows of one cell with one design weight move together.
    different, place = np.unique(start, return_inverse=True)
    _, first, row, people = np.unique(cells.row * len(different) + place, return_index=True, return_inverse=True, return_counts=True)
    categories = [category[cells.row[first]] for category in cells.categories]
    weights = start[first].astype(float)
    for iteration in range(1, limits.max_iterations + 1):
        for category, target in zip(categories, cells.targets, strict=True):
            weights = weights * _factors(category, weights, people, target, cap)[category]
        found = np.minimum(weights, cap)[row]
        difference, worst = largest_difference(np.bincount(cells.row, found), cells)
        if not np.isfinite(difference):
            break
        if difference <= limits.tolerance:
            return found, iteration
    limited = "" if limits.largest_weight is None else f" with weights up to {limits.largest_weight:g} times the mean"
    raise CannotRake(
        f"Raking does not converge in {limits.max_iterations} passes{limited}: {worst} does not meet its margin beside the others. "
        "Merge categories, or allow larger weights."
    )


def _factors(category: np.ndarray, weights: np.ndarray, people: np.ndarray, target: np.ndarray, cap: float) -> np.ndarray:
    """What each category's weights are multiplied by, so that they add up to its target with none counted above the cap."""
    with np.errstate(divide="ignore", invalid="ignore"):  # a category that has dwindled to nothing: the caller refuses
        factors = target / np.bincount(category, weights * people, minlength=len(target))
        if np.isinf(cap):
            return factors
        order = np.lexsort((-weights, category))
        starts = np.searchsorted(category[order], np.arange(len(target)))
        for place, at in enumerate(np.split(order, starts[1:])):
            # With the k largest at the cap, the others share what is left; k is right when none of them passes the cap.
            rest = np.append(0, np.cumsum(people[at]))[:-1] * cap
            below = np.cumsum((weights[at] * people[at])[::-1])[::-1]
            tried = (target[place] - rest) / below
            right = np.flatnonzero((tried * weights[at] <= cap * (1 + 1e-12)) & (tried >= 0))
            factors[place] = tried[right[0]] if len(right) else np.nan
    return factors


def largest_difference(weights: np.ndarray, cells: Cells) -> tuple[float, str]:
    """The largest difference of a category from its target, as a share of it, and which category that is."""
    largest, worst = 0.0, ""
    for name, labels, category, target in zip(cells.names, cells.labels, cells.categories, cells.targets, strict=True):
        off = np.abs(np.bincount(category, weights, minlength=len(target)) / target - 1)
        place = int(np.argmax(np.where(np.isnan(off), np.inf, off)))
        if not off[place] <= largest:
            largest, worst = float(off[place]), f"'{labels[place]}' of '{name}'"
    return largest, worst


def trim_weights(weights: np.ndarray | pd.Series, largest: float) -> np.ndarray:
    """Cap weights at ``largest`` times their mean and give the excess to the others in proportion. Margins may then differ a little."""
    values = checked_weights(weights)
    if largest < 1:
        raise ValueError("The largest weight must be at least the mean: give a multiple of 1 or more.")
    total = values.sum()
    cap = largest * total / len(values)
    capped = np.zeros(len(values), dtype=bool)
    while (values > cap * (1 + 1e-12)).any():
        capped |= values >= cap
        rest, below = total - cap * capped.sum(), values[~capped].sum()
        if below <= 0:
            raise ValueError("Too many weights are 0: the others cannot stay below the cap.")
        values = np.where(capped, cap, values * rest / below)
    return values


def checked_weights(weights: np.ndarray | pd.Series) -> np.ndarray:
    """Weights as numbers. Raises ``ValueError`` where one is none, or all are 0."""
    values = np.asarray(weights, dtype=float)
    if not len(values) or not np.isfinite(values).all() or (values < 0).any() or not (values > 0).any():
        raise ValueError("Weights must be finite numbers from 0 up, and at least one must be above 0.")
    return values

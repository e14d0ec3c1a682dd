"""Survey weights: raking to known margins, trimming, and what weights cost in precision."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from diagnostics.scoring.surveys.raking import (
    CannotRake,
    Limits,
    checked_weights,
    fit_weights,
    largest_difference,
    make_cells,
    trim_weights,
)

NOT_STATED = "not stated"
"""The category of a missing value where it is kept as one of its own."""

EXACT = Limits()
Margins = Mapping[str, Mapping[object, float]]


@dataclass(frozen=True)
class Raked:
    """Weights whose sums meet known margins.

    Attributes:
        weights: one a row of the sample, in its order; NaN for a row that was left out because a value is missing.
        iterations: passes over all variables.
        largest_difference: between a weighted margin and its target, as a share of the target.
        effective_size: number of equally weighted respondents that would be as precise (Kish).
        design_effect: respondents divided by ``effective_size``; 1 for equal weights.
        notes: what a reader must know besides.
    """

    weights: pd.Series
    iterations: int
    largest_difference: float
    effective_size: float
    design_effect: float
    notes: tuple[str, ...] = ()


def rake(
    sample: pd.DataFrame,
    margins: Margins,
    *,
    weights: pd.Series | None = None,
    missing: Literal["refuse", "drop", "category"] = "refuse",
    absent: Literal["refuse", "warn"] = "refuse",
    total: float | None = None,
    limits: Limits = EXACT,
) -> Raked:
    """Weight a sample so that each variable's categories have their known sums (iterative proportional fitting).

    Args:
        sample: one row a respondent, with a column for each variable of ``margins``.
        margins: for each variable the number of people, or the share, in each category.
        weights: of the sampling design; 1 each where there are none. Rows with the same categories keep their ratios.
        missing: what to do with a row that lacks a value: refuse, drop the row, or count it in the category ``NOT_STATED``.
        absent: what to do with a category of the margins that nobody in the sample belongs to: refuse, or warn and let the
            variable's other categories stand for it.
        total: sum of the weights; the margins' own total, or the number of rows where the margins are shares that add up to 1.
        limits: how exact the margins must be, after how many passes to give up, and the largest weight allowed.

    Raises:
        CannotRake: with every category that stands in the way, or because the weights do not converge.
    """
    used = _used_rows(sample, margins, missing)
    table = pd.DataFrame({name: _categories(sample[name][used]) for name in margins})
    start = _design_weights(weights, sample, used)
    known, notes = _known_margins(table, margins, absent)
    cells = make_cells(table, known, _common_total(margins, total, len(table)))
    found, iterations = fit_weights(start, cells, limits)
    for note in notes:
        warnings.warn(note, stacklevel=2)
    out = np.full(len(sample), np.nan)
    out[used] = found
    return Raked(
        weights=pd.Series(out, index=sample.index, name="weight"),
        iterations=iterations,
        largest_difference=largest_difference(np.bincount(cells.row, found), cells)[0],
        effective_size=effective_size(found),
        design_effect=design_effect(found),
        notes=tuple(notes),
    )


def margins_of(
    population: pd.DataFrame, variables: list[str], weights: pd.Series | None = None, missing: Literal["drop", "category"] = "drop"
) -> dict[str, dict[str, float]]:
    """Count a population table into margins for ``rake``.

    Args:
        population: one row a person, or a row a group with its number of people in ``weights``.
        variables: the columns to count.
        weights: how many people a row stands for; 1 each where there are none.
        missing: leave a row with a missing value out of every margin, or count it in the category ``NOT_STATED``.
    """
    table = population[variables]
    people = pd.Series(1.0, index=table.index) if weights is None else weights.astype(float)
    if missing == "drop":
        complete = table.notna().all(axis=1)
        table, people = table[complete], people[complete]
    return {name: people.groupby(_categories(table[name]), observed=True).sum().to_dict() for name in variables}


def effective_size(weights: np.ndarray | pd.Series) -> float:
    """Number of equally weighted respondents that would be as precise (Kish 1965): (Σw)² ÷ Σw²."""
    values = checked_weights(weights)
    return float(values.sum() ** 2 / (values**2).sum())


def design_effect(weights: np.ndarray | pd.Series) -> float:
    """By how much unequal weights multiply the variance (Kish 1965): n Σw² ÷ (Σw)²."""
    return len(checked_weights(weights)) / effective_size(weights)


def _categories(column: pd.Series) -> pd.Categorical:
    """Categories as texts, so that the number 1, 1.0 and the text "1" are one; missing values as ``NOT_STATED``."""
    codes, different = pd.factorize(column.to_numpy(), use_na_sentinel=True)
    again, names = pd.factorize(np.array([*map(_name, different), NOT_STATED], dtype=object))
    return pd.Categorical.from_codes(again[codes], names).remove_unused_categories()


def _name(category: object) -> str:
    return str(int(category)) if isinstance(category, float) and category.is_integer() else str(category)


def _used_rows(sample: pd.DataFrame, margins: Margins, missing: str) -> np.ndarray:
    absent = [name for name in margins if name not in sample]
    if absent or not margins:
        raise CannotRake(f"The sample has no column {', '.join(repr(name) for name in absent)}." if absent else "No margins are given.")
    lacking = sample[list(margins)].isna()
    if missing == "refuse" and lacking.to_numpy().any():
        counts = ", ".join(f"'{name}' in {count:,} rows" for name, count in lacking.sum().items() if count)
        raise CannotRake(f"Values are missing: {counts}. Drop these rows, or count them in a category of their own.")
    used = ~lacking.any(axis=1).to_numpy() if missing == "drop" else np.ones(len(sample), dtype=bool)
    if not used.any():
        raise CannotRake("No row of the sample is complete.")
    return used


def _design_weights(weights: pd.Series | None, sample: pd.DataFrame, used: np.ndarray) -> np.ndarray:
    if weights is None:
        return np.ones(int(used.sum()))
    if len(weights) != len(sample):
        raise ValueError(f"There are {len(weights):,} weights for {len(sample):,} rows.")
    start = checked_weights(np.asarray(weights, dtype=float)[used])
    if not start.all():
        raise ValueError("A design weight is 0. Leave the row out: no margin can be met with it.")
    return start


def _known_margins(table: pd.DataFrame, margins: Margins, absent: str) -> tuple[dict[str, dict[str, float]], list[str]]:
    """The margins of the categories that the sample holds, after every objection to them."""
    objections, notes, known = [], [], {}
    for name, margin in margins.items():
        target = {_name(category): float(people) for category, people in margin.items()}
        held = set(table[name].cat.categories)
        bad = [category for category, people in target.items() if not (np.isfinite(people) and people >= 0)]
        empty = [category for category in held if target.get(category) == 0]
        objections += [f"'{name}': the margin of '{category}' is no number from 0 up." for category in bad]
        objections += [f"'{name}': '{category}' is in the sample, but its margin is 0." for category in sorted(empty)]
        objections += [f"'{name}': '{category}' is in the sample, but not in the margins." for category in sorted(held - set(target))]
        unheld = [category for category, people in target.items() if people > 0 and category not in held]
        if absent == "refuse":
            objections += [f"'{name}': '{category}' is in the margins, but nobody in the sample belongs to it." for category in unheld]
        else:
            notes += [f"'{name}': nobody in the sample belongs to '{category}'; the other categories stand for it." for category in unheld]
        known[name] = {category: people for category, people in target.items() if category in held}
    if objections:
        raise CannotRake("\n".join(objections))
    return known, notes


def _common_total(margins: Margins, total: float | None, rows: int) -> float:
    totals = {name: float(sum(margin.values())) for name, margin in margins.items()}
    first = next(iter(totals.values()))
    if any(abs(one - first) > 1e-6 * first for one in totals.values()):
        listed = ", ".join(f"'{name}' {one:g}" for name, one in totals.items())
        raise CannotRake(f"The margins add up to different totals: {listed}. Give all as shares of 1, or for the same people.")
    if total is None:
        return float(rows) if abs(first - 1) < 1e-6 else first
    if not (np.isfinite(total) and total > 0):
        raise ValueError("The total must be a number above 0.")
    return total


__all__ = ["NOT_STATED", "CannotRake", "Limits", "Raked", "design_effect", "effective_size", "margins_of", "rake", "trim_weights"]

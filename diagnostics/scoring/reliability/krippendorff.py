"""Krippendorff's alpha: agreement of any number of raters on any scale, with missing ratings.

The disagreement that is seen within units is set against the disagreement expected if ratings fell to units by chance
(Krippendorff 2011, Computing Krippendorff's alpha-reliability). A unit counts with its ratings only as numbers of each value, so units
with the same numbers are one *pattern*: the interval draws numbers of patterns, never rows, and row order cannot matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from diagnostics.scoring.ratings import Agreement, LongTable, Undefined, left_out_note, sentence, table_of_ratings

METRICS = ("nominal", "ordinal", "interval", "ratio")
# House rule. In trials with 3 raters on 5 points, intervals meant to hold alpha in 95 % of cases held it in 80-89 % with 10 units, in
# 92-95 % with 30 and in 94-96 % with 100.
FEW_UNITS = 20
_CELLS_AT_ONCE = 4_000_000


@dataclass(frozen=True)
class _Patterns:
    """The different ways in which units are rated.

    Attributes:
        counts: patterns × values, how many ratings of each value.
        units: how many units show each pattern.
        values: the values, lowest first; places instead of values where they are no numbers.
    """

    counts: np.ndarray
    units: np.ndarray
    values: np.ndarray


def krippendorff(
    table: pd.DataFrame,
    metric: str = "ordinal",
    *,
    long: LongTable | None = None,
    order: Sequence[object] | None = None,
    confidence: float = 0.95,
    resamples: int = 2000,
    seed: int = 1,
) -> Agreement:
    """Agreement on a nominal, ordinal, interval or ratio scale.

    Args:
        table: units × raters, missing = not rated; or a long table, its columns named in ``long``.
        metric: one of ``METRICS``.
        long: targets as rows, raters as columns.
        order: the values from lowest to highest, where nominal or ordinal ratings are texts.
        confidence: of the interval, 0-1.
        resamples, seed: of the bootstrap.

    Returns:
        The coefficient. Units with fewer than two ratings are left out and counted. The interval is the percentile interval of a
        bootstrap that draws whole units and works out alpha anew for each draw, expected disagreement included.
    """
    _refuse_metric(metric, order)
    wide = table_of_ratings(table, long)
    paired = wide[wide.notna().sum(axis=1) >= 2]
    left_out = len(wide) - len(paired)
    patterns = _patterns(paired, metric, order)
    value = float(_alphas(patterns, patterns.units[None, :], metric)[0])
    lower, upper, note = _interval(patterns, metric, confidence, resamples, seed)
    return Agreement(
        value=value,
        lower=lower,
        upper=upper,
        targets=len(paired),
        raters=int(paired.notna().any().sum()),
        ratings=int(paired.notna().to_numpy().sum()),
        left_out=left_out,
        method=f"Krippendorff's alpha, {metric} (2011); {confidence:.0%} interval: {resamples:,} draws of units, seed {seed}",
        note=sentence(left_out_note(left_out, "unit", "fewer than two ratings"), note),
    )


def _refuse_metric(metric: str, order: Sequence[object] | None) -> None:
    if metric not in METRICS:
        raise ValueError(f"'{metric}' is no metric of Krippendorff's alpha; allowed: {', '.join(METRICS)}.")
    if order is not None and metric not in ("nominal", "ordinal"):
        raise ValueError(f"An order of values says nothing of their distances: the metric '{metric}' needs numbers.")


def _patterns(paired: pd.DataFrame, metric: str, order: Sequence[object] | None) -> _Patterns:
    """Count the values in each unit, then the units with the same counts."""
    if paired.empty:
        raise Undefined("No unit is rated by two raters: there is nothing to compare.")
    cells = paired.to_numpy(dtype=object)
    given = paired.notna().to_numpy()
    codes, values = _coded(cells[given], metric, order)
    if len(np.unique(codes)) < 2:
        raise Undefined("All ratings are the same: agreement by chance would be perfect too, so alpha has no value.")
    unit = np.nonzero(given)[0]
    counts = np.bincount(unit * len(values) + codes, minlength=len(cells) * len(values)).reshape(len(cells), len(values))
    patterns, units = np.unique(counts, axis=0, return_counts=True)
    return _Patterns(patterns.astype(float), units, values)


def _coded(ratings: np.ndarray, metric: str, order: Sequence[object] | None) -> tuple[np.ndarray, np.ndarray]:
    """Each rating as a place among the values, lowest first."""
    if order is not None:
        codes = pd.Index(list(order), dtype=object).get_indexer(ratings)
        if (codes < 0).any():
            strange = sorted({str(rating) for rating in ratings[codes < 0]})
            raise ValueError(f"These ratings are not in the order given: {', '.join(strange)}.")
        return codes, np.arange(len(order), dtype=float)
    if metric == "nominal":
        codes, values = pd.factorize(ratings)  # 3 and 3.0 are one value, "3" is another
        texts = np.array([isinstance(value, str) for value in values])
        order = sorted(range(len(values)), key=lambda place: (texts[place], str(values[place]) if texts[place] else values[place]))
        ranks = np.argsort(order)
        return ranks[codes], np.arange(len(values), dtype=float)
    try:
        numbers = ratings.astype(float)
    except (TypeError, ValueError) as error:
        raise ValueError(f"The metric '{metric}' needs numbers. Say which number or place each code stands for.") from error
    if np.isinf(numbers).any():
        raise ValueError("The ratings must be finite numbers.")
    if metric == "ratio" and (numbers < 0).any():
        raise Undefined("Some ratings are below 0, where ratios mean nothing: take another metric.")
    values, codes = np.unique(numbers, return_inverse=True)
    return codes, values


def _alphas(patterns: _Patterns, draws: np.ndarray, metric: str) -> np.ndarray:
    """Alpha of each draw; NaN for one in which a single value is left.

    Args:
        patterns: the different ways in which units are rated.
        draws: draws × patterns, how many units show each pattern.
    """
    counts = patterns.counts
    per_unit = counts.sum(axis=1)
    weights = draws / (per_unit - 1)
    of_value = draws @ counts
    ratings = of_value.sum(axis=1)
    if metric in ("ordinal", "interval"):
        # Squares of distances between positions, without a table of all pairs of values. On an ordinal scale two values are as far
        # apart as there are ratings from the middle of one to the middle of the other.
        position = (patterns.values - patterns.values.mean())[None, :]
        if metric == "ordinal":
            position = np.cumsum(of_value, axis=1) - of_value / 2
        sums, squares = position @ counts.T, position**2 @ counts.T
        seen = (weights * 2 * (per_unit * squares - sums**2)).sum(axis=1)
        expected = 2 * (ratings * (of_value * position**2).sum(axis=1) - (of_value * position).sum(axis=1) ** 2)
    else:
        distance = _distances(patterns.values, metric)
        seen = weights @ ((counts @ distance) * counts).sum(axis=1)
        expected = ((of_value @ distance) * of_value).sum(axis=1)
    varied = (of_value > 0).sum(axis=1) > 1
    return np.where(varied, 1 - (ratings - 1) * seen / np.where(varied, expected, 1), np.nan)


def _distances(values: np.ndarray, metric: str) -> np.ndarray:
    apart = values[:, None] - values
    if metric == "nominal":
        return (apart != 0).astype(float)
    together = values[:, None] + values
    return (apart / np.where(together > 0, together, 1)) ** 2


def _interval(patterns: _Patterns, metric: str, confidence: float, resamples: int, seed: int) -> tuple[float, float, str]:
    units = int(patterns.units.sum())
    random = np.random.default_rng(seed)
    at_once = max(1, _CELLS_AT_ONCE // (len(patterns.units) + len(patterns.values)))
    alphas = np.concatenate(
        [
            _alphas(patterns, random.multinomial(units, patterns.units / units, size=min(at_once, resamples - done)), metric)
            for done in range(0, resamples, at_once)
        ]
    )
    known = alphas[~np.isnan(alphas)]
    if units < 2 or len(known) < resamples / 2:
        return np.nan, np.nan, "Too few units, or too few that differ, for an interval."
    tail = (1 - confidence) / 2
    lower, upper = np.quantile(known, [tail, 1 - tail])
    notes = [f"Only {units} units: the interval is likely to be too narrow." if units < FEW_UNITS else ""]
    if len(known) < resamples:
        notes.append(f"{resamples - len(known)} of {resamples} draws held a single value and were passed over.")
    if upper - lower < 1e-12:
        notes.append("The interval has no width and says nothing about other units.")
    return float(lower), float(upper), sentence(*notes)

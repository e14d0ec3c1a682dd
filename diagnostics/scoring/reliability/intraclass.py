"""Intraclass correlation in its six forms (Shrout & Fleiss 1979), with the intervals of McGraw & Wong (1996)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from diagnostics.scoring.ratings import (
    Agreement,
    LongTable,
    Undefined,
    as_numbers,
    complete_rows,
    left_out_note,
    sentence,
    table_of_ratings,
)

FORMS = {
    "icc1": "ICC(1,1): each target rated by other raters, one rating",
    "icc2": "ICC(2,1): raters drawn from many, absolute agreement, one rating",
    "icc3": "ICC(3,1): these raters only, consistency, one rating",
    "icc1k": "ICC(1,k): each target rated by other raters, mean of k ratings",
    "icc2k": "ICC(2,k): raters drawn from many, absolute agreement, mean of k ratings",
    "icc3k": "ICC(3,k): these raters only, consistency, mean of k ratings",
}
_NO_INTERVAL = "The targets' mean ratings vary too little for an interval."
_ROUNDING = 1e-13  # a share of the total variation that is no more than the rounding of the machine


@dataclass(frozen=True)
class IntraclassCorrelation(Agreement):
    """An intraclass correlation with its F test of "the targets do not differ".

    Attributes:
        f: the F value; infinite where the raters agree without any error.
        df1, df2: its degrees of freedom.
        p: its probability.
    """

    f: float = np.nan
    df1: int = 0
    df2: int = 0
    p: float = np.nan


@dataclass(frozen=True)
class _MeanSquares:
    """The two-way analysis of variance of n targets × k raters without a missing rating."""

    n: int
    k: int
    targets: float
    raters: float
    within: float
    error: float

    def test(self, form: str) -> tuple[float, int, int]:
        """F and its degrees of freedom: against the variation within targets, or against the error left after the raters."""
        df1 = self.n - 1
        base, df2 = (self.within, self.n * (self.k - 1)) if form.startswith("icc1") else (self.error, df1 * (self.k - 1))
        if base > 0:
            return self.targets / base, df1, df2
        return np.inf if self.targets > 0 else np.nan, df1, df2


def intraclass(
    table: pd.DataFrame, form: str = "icc2", *, long: LongTable | None = None, confidence: float = 0.95
) -> IntraclassCorrelation:
    """How far raters give the same targets the same number.

    Args:
        table: targets × raters, NaN = not rated; or a long table, its columns named in ``long``.
        form: one of ``FORMS``.
        long: targets as rows, raters as columns.
        confidence: of the interval, 0-1.

    Returns:
        The coefficient. Targets that are not rated by every rater are left out and counted.
    """
    if form not in FORMS:
        raise ValueError(f"'{form}' is no form of the intraclass correlation; allowed: {', '.join(FORMS)}.")
    numbers = as_numbers(table_of_ratings(table, long))
    complete, left_out = complete_rows(numbers, "targets", "raters")
    squares = _mean_squares(complete)
    value = _coefficient(squares, form)
    f, df1, df2 = squares.test(form)
    lower, upper, note = _interval(squares, form, value, confidence)
    return IntraclassCorrelation(
        value=value,
        lower=lower,
        upper=upper,
        targets=squares.n,
        raters=squares.k,
        ratings=complete.size,
        left_out=left_out,
        method=f"{FORMS[form]} (Shrout & Fleiss 1979); {confidence:.0%} interval by McGraw & Wong (1996)",
        note=sentence(left_out_note(left_out, "target", "not rated by every rater"), note),
        f=f,
        df1=df1,
        df2=df2,
        p=_f_beyond(f, df1, df2),
    )


def _mean_squares(ratings: np.ndarray) -> _MeanSquares:
    n, k = ratings.shape
    ratings = ratings - ratings[0, 0]  # large numbers that differ little would lose their differences to rounding
    grand, by_target, by_rater = ratings.mean(), ratings.mean(axis=1), ratings.mean(axis=0)
    total = float(((ratings - grand) ** 2).sum())
    if total == 0:
        raise Undefined("All ratings are the same: without any variation agreement has no value.")
    between = k * float(((by_target - grand) ** 2).sum())
    of_raters = n * float(((by_rater - grand) ** 2).sum())
    within = float(((ratings - by_target[:, None]) ** 2).sum())
    error = float(((ratings - by_target[:, None] - by_rater + grand) ** 2).sum())
    between, of_raters, within, error = (0.0 if part < total * _ROUNDING else part for part in (between, of_raters, within, error))
    return _MeanSquares(n, k, between / (n - 1), of_raters / (k - 1), within / (n * (k - 1)), error / ((n - 1) * (k - 1)))


def _coefficient(squares: _MeanSquares, form: str) -> float:
    n, k, targets, error = squares.n, squares.k, squares.targets, squares.error
    raters = (squares.raters - error) / n
    above, below = {
        "icc1": (targets - squares.within, targets + (k - 1) * squares.within),
        "icc2": (targets - error, targets + (k - 1) * error + k * raters),
        "icc3": (targets - error, targets + (k - 1) * error),
        "icc1k": (targets - squares.within, targets),
        "icc2k": (targets - error, targets + raters),
        "icc3k": (targets - error, targets),
    }[form]
    if below <= 0:
        raise Undefined("The targets do not differ in their mean rating: this form of the coefficient has no value.")
    return above / below


def _interval(squares: _MeanSquares, form: str, value: float, confidence: float) -> tuple[float, float, str]:
    """Limits of the single rating, stepped up to the mean of k where the form asks for it."""
    if value == 1:
        return 1.0, 1.0, "The raters agree without exception: the interval has no width and says nothing about other targets."
    tail = (1 - confidence) / 2
    if squares.targets == 0:
        return np.nan, np.nan, _NO_INTERVAL
    limits = _limits_of_agreement(squares, tail) if form.startswith("icc2") else _limits_by_f(squares, form, tail)
    if form.endswith("k"):
        limits = tuple(_of_mean(limit, squares.k) for limit in limits)
    # With very few targets the approximation of form 2 may miss the coefficient itself.
    if not limits[0] - 1e-9 <= value <= limits[1] + 1e-9:
        return np.nan, np.nan, _NO_INTERVAL
    return *limits, ""


def _limits_by_f(squares: _MeanSquares, form: str, tail: float) -> tuple[float, float]:
    """Forms 1 and 3, for one rating."""
    f, df1, df2 = squares.test(form)
    low, high = f / _f_value(1 - tail, df1, df2), f * _f_value(1 - tail, df2, df1)
    return (low - 1) / (low + squares.k - 1), (high - 1) / (high + squares.k - 1)


def _limits_of_agreement(squares: _MeanSquares, tail: float) -> tuple[float, float]:
    """Form 2 for one rating: McGraw & Wong (1996), with Satterthwaite's degrees of freedom."""
    n, k, targets, raters, error = squares.n, squares.k, squares.targets, squares.raters, squares.error
    value = _coefficient(squares, "icc2")
    # Their a and b, each times n (1 - value), so that nothing is divided by zero when the raters agree.
    part_raters = k * value * raters
    part_error = (n * (1 - value) + k * value * (n - 1)) * error
    both = part_raters + part_error
    if abs(both) <= 1e-9 * (abs(part_raters) + abs(part_error)):
        return np.nan, np.nan
    v = both**2 / (part_raters**2 / (k - 1) + part_error**2 / ((n - 1) * (k - 1)))
    low, high = targets / _f_value(1 - tail, n - 1, v), targets * _f_value(1 - tail, v, n - 1)
    rest = k * raters + (k * n - k - n) * error
    if rest + n * low <= 0:
        return np.nan, np.nan
    return n * (low - error) / (rest + n * low), n * (high - error) / (rest + n * high)


def _of_mean(limit: float, k: int) -> float:
    """Spearman and Brown: from one rating to the mean of k. Nothing is below -1/(k-1) for one rating."""
    below = 1 + (k - 1) * limit
    return k * limit / below if below > 0 else np.nan


def _f_value(share: float, df1: float, df2: float) -> float:
    from scipy.special import fdtri

    return float(fdtri(df1, df2, share))


def _f_beyond(f: float, df1: float, df2: float) -> float:
    from scipy.special import fdtrc

    return 0.0 if np.isinf(f) else float(fdtrc(df1, df2, f))

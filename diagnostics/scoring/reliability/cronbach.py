"""Cronbach's alpha: how far the items of a scale measure one thing, with the interval of Feldt, Woodruff & Salih (1987)."""

from __future__ import annotations

from typing import Literal

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

Missing = Literal["listwise", "pairwise"]


def cronbach(table: pd.DataFrame, missing: Missing = "listwise", *, long: LongTable | None = None, confidence: float = 0.95) -> Agreement:
    """Internal consistency of a scale.

    Args:
        table: respondents × items, NaN = not answered; or a long table, its columns named in ``long``.
        missing: ``listwise`` counts only respondents who answered every item; ``pairwise`` takes each variance and covariance from
            all who answered the items concerned.
        long: respondents as rows, items as columns.
        confidence: of the interval, 0-1.

    Returns:
        The coefficient; ``targets`` are the items and ``raters`` the respondents. The interval of ``pairwise`` rests on the smallest
        number of respondents that any pair of items has in common, so it is rather too wide than too narrow.
    """
    if missing not in ("listwise", "pairwise"):
        raise ValueError(f"'{missing}' is no way to treat missing answers; allowed: listwise, pairwise.")
    numbers = as_numbers(table_of_ratings(table, long))
    left_out = 0
    if missing == "listwise":
        numbers, left_out = complete_rows(numbers, "respondents", "items")
    covariances, smallest = _covariances(numbers)
    value, k = _alpha(covariances), len(covariances)
    lower, upper = _feldt(value, smallest, k, confidence)
    return Agreement(
        value=value,
        lower=lower,
        upper=upper,
        targets=k,
        raters=len(numbers),
        ratings=int((~np.isnan(numbers)).sum()),
        left_out=left_out,
        method=f"Cronbach's alpha, missing answers {missing}; {confidence:.0%} interval by Feldt, Woodruff & Salih (1987)",
        note=sentence(left_out_note(left_out, "respondent", "not all items answered"), _remark(value, covariances)),
    )


def _alpha(covariances: np.ndarray) -> float:
    k, total, of_items = len(covariances), float(covariances.sum()), float(np.trace(covariances))
    if not total > 1e-12 * of_items:
        raise Undefined("The respondents do not differ in their sum over the items: alpha has no value.")
    return k / (k - 1) * (1 - of_items / total)


def _covariances(numbers: np.ndarray) -> tuple[np.ndarray, int]:
    """Covariances of the items, and the smallest number of respondents behind one of them."""
    given = ~np.isnan(numbers)
    if numbers.shape[1] < 2:
        raise Undefined("Fewer than two items have answers: there is nothing to compare.")
    in_common = given.T.astype(np.int64) @ given.astype(np.int64)
    if in_common.min() < 2:
        pairs = int((in_common[np.triu_indices(len(in_common))] < 2).sum())
        raise Undefined(f"Fewer than two respondents answered both items of a pair ({pairs} such pairs): its covariance is unknown.")
    return pd.DataFrame(numbers).cov().to_numpy(), int(in_common.min())


def _feldt(value: float, n: int, k: int, confidence: float) -> tuple[float, float]:
    from scipy.special import fdtri

    tail = (1 - confidence) / 2
    df1, df2 = n - 1, (n - 1) * (k - 1)
    return float(1 - (1 - value) * fdtri(df1, df2, 1 - tail)), float(1 - (1 - value) * fdtri(df1, df2, tail))


def _remark(value: float, covariances: np.ndarray) -> str:
    constant = int((np.diag(covariances) == 0).sum())
    return sentence(
        "Alpha is below 0: items point in opposite directions. Turn the reversed ones round first." if value < 0 else "",
        f"{constant} of the items do not vary." if constant else "",
    )

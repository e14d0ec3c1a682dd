"""Intervals for shares and for differences of figures that have an interval."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike


def wilson(percent: ArrayLike, answers: ArrayLike, confidence: float = 0.95) -> tuple[np.ndarray, np.ndarray]:
    """Limits of a share by Wilson (1927), within 0 to 100 however small the number of answers.

    Args:
        percent: the share found, 0-100.
        answers: number of answers behind it; with weights the effective number.
        confidence: 0-1.

    Returns:
        Lower and upper limit, 0-100; NaN where there are no answers.
    """
    z2 = _z(confidence) ** 2
    share, n = np.asarray(percent, dtype=float) / 100, np.asarray(answers, dtype=float)
    n = np.where(n > 0, n, np.nan)
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = np.sqrt(z2 * (share * (1 - share) / n + z2 / (4 * n**2))) / (1 + z2 / n)
    # Rounding must not push a limit past the share itself, which it touches at 0 and at 100.
    return 100 * np.clip(middle - half, 0, share), 100 * np.clip(middle + half, share, 1)


def newcombe(
    before: tuple[ArrayLike, ArrayLike, ArrayLike], after: tuple[ArrayLike, ArrayLike, ArrayLike]
) -> tuple[np.ndarray, np.ndarray]:
    """Limits of the difference *after minus before* of two independent figures.

    With Wilson's limits this is Newcombe's (1998) method 10; with the limits of other figures it is that of Zou & Donner (2008).

    Args:
        before, after: a figure, its lower and its upper limit.
    """
    b, b_low, b_high = (np.asarray(one, dtype=float) for one in before)
    a, a_low, a_high = (np.asarray(one, dtype=float) for one in after)
    change = a - b
    return change - np.hypot(a - a_low, b_high - b), change + np.hypot(a_high - a, b - b_low)


def _z(confidence: float) -> float:
    from scipy.special import ndtri

    return float(ndtri((1 + confidence) / 2))

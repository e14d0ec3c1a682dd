"""Seeded draws that give the same numbers on every machine.

Only whole numbers and uniform fractions are taken from numpy, and only added and compared afterwards: numpy may improve its
other distributions from one version to the next, and logarithms differ in the last bit between processors.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

STREAMS = {
    "responses": 1, "interviews": 2, "survey": 3, "staff": 4, "jobs": 5, "positions": 6, "postings": 7, "assessments": 8, "training": 9,
    "ac_ratings": 10, "appraisals": 11, "absences": 12, "payroll": 13, "envelopes": 14, "presence": 15, "cases": 16, "recruitment": 17,
}  # fmt: skip


class Draw:
    """One stream of chance for each data set, so that a change in one leaves the others as they are."""

    def __init__(self, seed: int, data_set: str) -> None:
        self._rng = np.random.Generator(np.random.PCG64([seed, STREAMS[data_set]]))

    def share(self, count: int) -> np.ndarray:
        """``count`` fractions from 0 to below 1."""
        return self._rng.random(count)

    def happens(self, chance: float) -> bool:
        """True with the given chance."""
        return bool(self._rng.random() < chance)

    def whole(self, low: int, high: int) -> int:
        """One whole number, both ends included."""
        return int(self._rng.integers(low, high, endpoint=True))

    def around(self, count: int) -> np.ndarray:
        """``count`` numbers around 0 with standard deviation 1, none beyond 6 (twelve uniform fractions, less 6)."""
        return self._rng.random((count, 12)).sum(axis=1) - 6

    def one_of(self, options: Sequence[Any]) -> Any:
        """One option, all equally likely."""
        return options[self.whole(0, len(options) - 1)]

    def some_of(self, options: Sequence[Any], count: int) -> list[Any]:
        """``count`` different options in the order given."""
        order = np.argsort(self._rng.random(len(options)), kind="stable")
        return [options[place] for place in sorted(order[:count])]

    def by_weight(self, weights: Mapping[str, float], count: int) -> np.ndarray:
        """``count`` keys, each as likely as its weight says."""
        edges = np.cumsum(list(weights.values()))
        places = np.searchsorted(edges / edges[-1], self._rng.random(count), side="right")
        return np.array(list(weights))[np.minimum(places, len(weights) - 1)]

"""Circles in a table whose rows name one another."""

from __future__ import annotations

import numpy as np
import pandas as pd


def circles(keys: pd.Series, named: pd.Series) -> list[list[int]]:
    """Find every circle: rows of which each names the next, and the last the first.

    Args:
        keys: what each row is called; of rows called alike the first counts.
        named: what each row names; null = nothing, and a name that no row has leads nowhere.

    Returns:
        The positions of each circle's rows, from its first row on in the order in which they name each other.
    """
    positions = pd.Series(np.arange(len(keys)), index=keys.to_numpy())
    positions = positions[positions.index.notna() & ~positions.index.duplicated()]
    following = named.map(positions).fillna(-1).astype("int64").to_numpy()
    seen = np.zeros(len(keys), dtype=np.int64)  # the walk on which a row was met first; 0 = not yet
    found = []
    for start in range(len(keys)):
        at = start
        while at >= 0 and not seen[at]:
            seen[at] = start + 1
            at = int(following[at])
        if at >= 0 and seen[at] == start + 1:
            found.append(_from_first(following, at))
    return found


def _from_first(following: np.ndarray, at: int) -> list[int]:
    circle = [at]
    while (next_one := int(following[circle[-1]])) != at:
        circle.append(next_one)
    first = circle.index(min(circle))
    return circle[first:] + circle[:first]

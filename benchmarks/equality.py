"""Whether two tables of figures are the same: timings of different results say nothing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

CLOSE = 1e-9


def differences(ours: pd.DataFrame, other: pd.DataFrame, keys: Sequence[str], name: str) -> list[str]:
    """What is different between two tables, whatever the order of their rows.

    Args:
        ours, other: the columns ``keys``, str, and others of the same names, float; empty = no figure.
        keys: together they name a row.
        name: what the other table is called in messages.

    Returns:
        One sentence a fault; none where the tables are equal.
    """
    if ours.empty:
        return [f"{name}: there is nothing to compare."]
    both = ours.merge(other, on=list(keys), how="outer", suffixes=("", " of the other"), indicator="where", validate="one_to_one")
    alone = int((both["where"] != "both").sum())
    found = [f"{name}: {alone:,} rows stand in one of the tables only."] if alone else []
    for column in (column for column in ours.columns if column not in keys):
        mine, theirs = both[column].to_numpy(dtype=float), both[f"{column} of the other"].to_numpy(dtype=float)
        wrong = int((~np.isclose(mine, theirs, rtol=CLOSE, atol=CLOSE, equal_nan=True)).sum())
        if wrong:
            found.append(f"{name}: column '{column}' differs in {wrong:,} of {len(both):,} rows.")
    return found


def texts(table: pd.DataFrame, keys: Sequence[str]) -> pd.DataFrame:
    """The table with its keys as plain texts, whatever library wrote them."""
    return table.assign(**{key: table[key].astype("str") for key in keys}).reset_index(drop=True)

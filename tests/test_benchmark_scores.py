"""The benchmark over organisations is a median of organisations."""

from __future__ import annotations

import numpy as np
import pandas as pd

from diagnostics.scoring.comparing.benchmark import median_of_units


def _scores(**units: float) -> pd.DataFrame:
    return pd.DataFrame({"assessment": list(units), "node": "theme", "score": list(units.values())})


def test_it_is_the_median_of_units_whatever_their_size():
    found = median_of_units(_scores(a=60.0, b=74.0, c=90.0)).iloc[0]
    assert (found["units"], found["median"], found["upper_quartile"]) == (3, 74, 82)


def test_a_themes_benchmark_is_no_mean_of_its_items_benchmarks():
    # Three organisations, two items; the theme is the mean of its items in each: 55, 85 and 40.
    items = pd.DataFrame({"one": [50.0, 90.0, 10.0], "two": [60.0, 80.0, 70.0]}, index=["a", "b", "c"])
    theme = median_of_units(_scores(**items.mean(axis=1).to_dict())).iloc[0]
    assert theme["median"] == 55 != items.median().mean()


def test_totals_and_units_without_a_score_are_left_out():
    found = median_of_units(_scores(a=60.0, b=np.nan, total=10.0), leave_out=["total"]).iloc[0]
    assert (found["units"], found["median"]) == (1, 60)
    assert median_of_units(_scores(a=np.nan)).iloc[0].isna().tolist() == [False, False, True, True]

"""What many assessments have in common: the median of organisations, never the mean of their people."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd


def median_of_units(scores: pd.DataFrame, leave_out: Collection[str] = ()) -> pd.DataFrame:
    """The benchmark of each node over all assessments, as the UK Civil Service People Survey forms it.

    Args:
        scores: SCORES table, one row per assessment and node: assessment, node, score; an empty score is left out, never zero.
        leave_out: assessments that are totals of others, such as a ministry with its agencies.

    Returns:
        One row per node, in the order of the table:
            node            str
            units           int    assessments with a score
            median          float  half of them stand at or above it, unrounded; empty where there are none
            upper_quartile  float  where the high performers begin; linear between the two nearest
    """
    counted = scores[~scores["assessment"].isin(list(leave_out))]
    by_node = counted.groupby("node", sort=False)["score"]
    table = pd.DataFrame({"units": by_node.count(), "median": by_node.median(), "upper_quartile": by_node.quantile(0.75)})
    return table.reset_index().astype({"units": np.int64, "median": float, "upper_quartile": float})

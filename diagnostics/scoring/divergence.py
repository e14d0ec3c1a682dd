"""How far the raters of one group lie apart on an item: a median hides a group that is split in two."""

from __future__ import annotations

import pandas as pd

from diagnostics.definitions.standard import Standard
from diagnostics.scoring.reading import CONSENSUS


def rater_spread(answers: pd.DataFrame, standard: Standard, threshold: float) -> pd.DataFrame:
    """The spread of the raters' answers to each item.

    Args:
        answers: ANSWERS table: assessment, item, answer, respondent. Don't know, not applicable and blank are no opinion; the row
            of the consensus is no rater.
        standard: its scales say what each code is worth.
        threshold: levels, or units of the scale; a spread of this or more is divergence.

    Returns:
        One row per assessment and item with two opinions or more, in the order of the standard:
            assessment, item  str
            raters            int    with an opinion
            lowest, highest   float  opinions
            spread            float  highest - lowest
            diverges          bool   spread >= threshold
    """
    values = pd.DataFrame(
        [(leaf.id, code, value) for leaf in standard.leaves() for code, value in standard.scale_of(leaf).values().items()],
        columns=["item", "answer", "value"],
    )
    opinions = answers[answers["respondent"] != CONSENSUS].merge(values, on=["item", "answer"], how="inner")
    by_item = opinions.groupby(["assessment", "item"], sort=False)["value"]
    table = pd.DataFrame({"raters": by_item.count(), "lowest": by_item.min(), "highest": by_item.max()}).reset_index()
    table = table[table["raters"] > 1]
    table = table.assign(spread=table["highest"] - table["lowest"])
    table = table.assign(diverges=table["spread"] >= threshold - 1e-9)
    order = {leaf.id: place for place, leaf in enumerate(standard.leaves())}
    return table.sort_values(["assessment", "item"], key=lambda names: names.map(order).fillna(-1), kind="stable").reset_index(drop=True)

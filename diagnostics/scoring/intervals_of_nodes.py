"""95 % intervals of survey figures, when only scores and numbers of people are known, and of their differences."""

from __future__ import annotations

import numpy as np

from diagnostics.scoring.additive import slopes_of
from diagnostics.scoring.comparing.sides import Side
from diagnostics.scoring.intervals import newcombe, wilson

METHOD = (
    "Interval of a survey figure: Wilson's, 95 %, on the number of people, each counted once. An index gets the interval of a share of "
    "the same size, the widest that it can have.",
    "A node of several survey items: the items' intervals, each times its share in the node, added up. That is right if the answers of "
    "a person go together fully, and too wide otherwise; scores do not tell how far they do.",
    "Difference of two figures: Newcombe's rule, for two groups of different people; where the same people answered twice it is wider "
    "than need be. A difference whose interval holds 0 is not called a change.",
)


def survey_items(side: Side) -> frozenset[str]:
    """The items of one assessment that people answered in a survey, and whose value counts."""
    scored = {item for item in side.people if not np.isnan(side.scores[item])}
    return frozenset(scored)


def limits(side: Side, node: str, confidence: float) -> tuple[float, float, float] | None:
    """A node's score with the limits of its interval; equal to it where nothing below is a survey; None where none can be given."""
    items = survey_items(side)
    slopes = slopes_of(side.tree.nodes[node], side.scores, items)
    if slopes is None or any(side.tree.nodes[item].points is not None for item in slopes):
        return None
    score = below = above = side.scores[node]
    for item, slope in slopes.items():
        share, people = side.scores[item], side.people[item]
        low, high = wilson(np.clip(share, 0, 100), people, confidence)
        below, above = below - slope * (share - float(low)), above + slope * (float(high) - share)
    return None if np.isnan([score, below, above]).any() else (score, below, above)


def interval_of_difference(a: tuple[float, float, float], b: tuple[float, float, float]) -> tuple[float, float]:
    """The limits of B minus A."""
    low, high = newcombe(a, b)
    return float(low), float(high)

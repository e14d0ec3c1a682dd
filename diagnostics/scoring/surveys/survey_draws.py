"""A bootstrap of a survey that costs the same for a thousand respondents and for a million.

Respondents who answered alike are one pattern, and numbers of patterns are drawn, not rows. Where there are too many patterns,
respondents are first dealt at random into groups of equal size and whole groups are drawn: each group is a small random sample, so the
spread of the drawn totals is the same. The result depends on the seed, never on the order of the rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from diagnostics.scoring.surveys.survey_codes import Survey, count_answers, first_counts

MOST_UNITS = 2000
_OFFSET = 4  # makes the negative states positive


@dataclass(frozen=True)
class Draws:
    """Totals of each draw; draws × items.

    Attributes:
        counts: items × codes, the weight of each answer among the respondents themselves.
        opinions: weight of those who gave an opinion.
        positive: weight of those whose opinion is positive.
        points: weight times points, 0-100.
    """

    counts: np.ndarray
    opinions: np.ndarray
    positive: np.ndarray
    points: np.ndarray


def draw_totals(survey: Survey, items: list[int], resamples: int, seed: int) -> Draws:
    """Draw as many respondents as there are, with replacement, again and again.

    Args:
        survey: the answers of those who are drawn from.
        items: which items are counted, as places.
        resamples, seed: of the bootstrap.
    """
    unit, order, draws = _units(survey, resamples, seed)
    if survey.weights is not None:  # the last digit of a sum of weights depends on their order
        unit, survey = unit[order], survey.part(order)
    n_codes, totals, found = len(survey.scale.codes), [], []
    first = first_counts(unit, n_codes)
    for item in items:
        counts, _ = count_answers(survey.answers[:, item], first, draws.shape[1], n_codes, survey.weights)
        found.append(counts.sum(axis=0))
        totals.append(np.column_stack([counts.sum(axis=1), counts @ survey.kinds_of(item)[:, 0], counts @ survey.points_of(item)]))
    drawn = draws @ np.concatenate(totals, axis=1)
    return Draws(np.array(found), drawn[:, 0::3], drawn[:, 1::3], drawn[:, 2::3])


def _units(survey: Survey, resamples: int, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """What is drawn: the unit of each respondent, an order of theirs by their answers, and how often each draw takes each unit.

    The counts of a unit are totals over its respondents. Where a unit is a pattern, a draw takes a number of its respondents, which are
    all alike: the number is divided by how many they are.
    """
    names = _names_of_patterns(survey)
    n = len(names)
    order = np.argsort(names)  # equal respondents side by side: what came first in the table is forgotten
    starts = np.flatnonzero(np.r_[True, np.diff(names[order]) != 0])
    people, unit = np.diff(np.r_[starts, n]), np.empty(n, dtype=np.int64)
    if len(people) <= MOST_UNITS:
        unit[order] = np.repeat(np.arange(len(people)), people)
        draws = np.random.default_rng(seed).multinomial(n, people / n, size=resamples)
        return unit, order, draws / people
    unit[order] = np.random.default_rng(seed).permutation(n) % MOST_UNITS
    return unit, order, _equal_draws(resamples, seed)


@lru_cache(maxsize=1)
def _equal_draws(resamples: int, seed: int) -> np.ndarray:
    """How often each of ``MOST_UNITS`` equal groups is drawn."""
    return np.random.default_rng([seed, 1]).multinomial(MOST_UNITS, np.full(MOST_UNITS, 1 / MOST_UNITS), size=resamples).astype(float)


def _names_of_patterns(survey: Survey) -> np.ndarray:
    """One number for each way of answering the whole survey: equal answers and weight, equal number.

    All items count, so that a figure's interval does not depend on which other figures are worked out beside it.
    Two patterns share a number by chance with a probability of about 2⁻⁶⁴; they would then be drawn together, and nothing else.
    """
    factors = np.random.default_rng(0).integers(0, 2**63, size=len(survey.items) + 1, dtype=np.uint64) * np.uint64(2) + np.uint64(1)
    names = np.zeros(len(survey.answers), dtype=np.uint64)
    for item, factor in enumerate(factors[:-1]):
        names += (survey.answers[:, item].astype(np.int16) + _OFFSET).astype(np.uint64) * factor
    weights = survey.weights
    if weights is not None and (weights != weights[0]).any():  # equal weights say nothing: the draws are those without weights
        names += weights.view(np.uint64) * factors[-1]
    return names

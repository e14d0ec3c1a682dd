"""A survey as one small number an answer: respondents × items, so that a million respondents fit and count in seconds."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd

from diagnostics.definitions.instrument import AnswerScale
from diagnostics.scoring.ratings import LongTable

BLANK, DONT_KNOW, NOT_APPLICABLE = -1, -2, -3
STATES = {"dont_know": DONT_KNOW, "not_applicable": NOT_APPLICABLE, "blank": BLANK}
N_STATES = len(STATES)
FULL = 100.0


@dataclass(frozen=True)
class SurveyScale:
    """The answers that every item of a survey offers.

    Attributes:
        codes: the answers that are opinions, worst first.
        positive, negative: codes that count as positive and as negative; the others are neutral.
        points: 0-100 for each code; even steps where none are given.
        dont_know, not_applicable: codes that are no opinion.
    """

    codes: tuple[str, ...]
    positive: tuple[str, ...]
    negative: tuple[str, ...]
    points: tuple[float, ...] = ()
    dont_know: tuple[str, ...] = ("DK",)
    not_applicable: tuple[str, ...] = ("NA",)

    def __post_init__(self) -> None:
        strange = {*self.positive, *self.negative} - set(self.codes)
        if len(self.codes) < 2 or len(set(self.codes)) < len(self.codes) or strange or set(self.positive) & set(self.negative):
            raise ValueError("A survey scale needs two codes or more, each once, and a code is positive, negative or neither.")
        if self.points and (len(self.points) != len(self.codes) or not all(0 <= one <= FULL for one in self.points)):
            raise ValueError("A survey scale needs points from 0 to 100 for each of its codes, or none at all.")

    @classmethod
    def of(cls, scale: AnswerScale) -> SurveyScale:
        """The scale of a bundled instrument; its values, stretched to 0-100, are the points."""
        opinions = sorted((option.value, option.code) for option in scale.options if option.value is not None)
        values = np.array([value for value, _ in opinions])
        points = (values - values.min()) / (values.max() - values.min()) * FULL
        codes = tuple(code for _, code in opinions)
        silent = tuple(option.code for option in scale.options if option.value is None and option.code != scale.dont_know)
        return cls(codes, scale.positive, scale.negative, tuple(points), (scale.dont_know,), ("NA", *silent))

    @cached_property
    def kinds(self) -> np.ndarray:
        """Codes × (positive, neutral, negative), 1 where the code is of the kind."""
        positive, negative = np.isin(self.codes, self.positive), np.isin(self.codes, self.negative)
        return np.column_stack([positive, ~positive & ~negative, negative]).astype(float)

    @cached_property
    def points_of_codes(self) -> np.ndarray:
        """0-100 for each code."""
        return np.array(self.points) if self.points else np.linspace(0, FULL, len(self.codes))

    def read(self, texts: pd.Index) -> np.ndarray:
        """The place of each text among the codes, or the state it stands for; NaN for one that the scale does not know."""
        known = dict.fromkeys(self.not_applicable, NOT_APPLICABLE) | dict.fromkeys(self.dont_know, DONT_KNOW)
        known |= {code: place for place, code in enumerate(self.codes)} | {"": BLANK}
        return np.array([known.get(str(text), np.nan) for text in texts], dtype=float)


@dataclass(frozen=True)
class Survey:
    """A survey that has been read.

    Attributes:
        answers: respondents × items, the place of the code in the scale, or a negative number for a state that is no opinion.
        items: ids of the items.
        is_reversed: items whose agreement is bad news: their positive and negative codes change places.
        weights: one a respondent; None where all count alike.
        groups: one row a respondent, one column of texts a grouping.
    """

    answers: np.ndarray
    items: tuple[str, ...]
    scale: SurveyScale
    is_reversed: np.ndarray
    weights: np.ndarray | None = None
    groups: pd.DataFrame = field(default_factory=pd.DataFrame)

    def part(self, respondents: np.ndarray) -> Survey:
        """Some of the respondents, without their groups."""
        answers = np.empty((len(respondents), len(self.items)), dtype=self.answers.dtype, order="F")  # counted column by column
        for item in range(len(self.items)):
            np.take(self.answers[:, item], respondents, out=answers[:, item])
        weights = None if self.weights is None else self.weights[respondents]
        return Survey(answers, self.items, self.scale, self.is_reversed, weights)

    def kinds_of(self, item: int) -> np.ndarray:
        """Codes × (positive, neutral, negative) of one item."""
        return self.scale.kinds[:, ::-1] if self.is_reversed[item] else self.scale.kinds

    def points_of(self, item: int) -> np.ndarray:
        """0-100 for each code of one item."""
        return FULL - self.scale.points_of_codes if self.is_reversed[item] else self.scale.points_of_codes


def first_counts(group: np.ndarray, n_codes: int) -> np.ndarray:
    """For each respondent the place of its group's first code among the counts of ``count_answers``."""
    return group.astype(np.int64) * (N_STATES + n_codes) + N_STATES


def count_answers(
    answers: np.ndarray, first: np.ndarray, n_groups: int, n_codes: int, weights: np.ndarray | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Count the answers to one item.

    Args:
        answers: one a respondent, as in ``Survey``.
        first: from ``first_counts``.
        n_groups, n_codes: how many groups and codes there are.
        weights: what each respondent counts; 1 where there are none.

    Returns:
        Groups × codes, and groups × states, of which state -1 is the last.
    """
    width = N_STATES + n_codes
    counts = np.bincount(first + answers, weights, minlength=n_groups * width).reshape(n_groups, width)
    return counts[:, N_STATES:], counts[:, :N_STATES]


@dataclass(frozen=True)
class Layout:
    """Where things stand in a survey table.

    Attributes:
        long: respondents as rows, items as columns, in a table with one row an answer; None where a row is a respondent.
        weight: the column of the weights; None where all count alike.
        groups: columns to group by.
    """

    long: LongTable | None = None
    weight: str | None = None
    groups: tuple[str, ...] = ()


WIDE = Layout()

"""The answers of a table as numbers, ready for scoring and for checking."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from diagnostics.definitions.standard import Standard
from diagnostics.scoring.reading import CONSENSUS, Item, Reading, State, coded, parse_numbers, readings_of, small_numbers

REQUIRED = ("assessment", "item", "answer")
KNOWN = (*REQUIRED, "respondent", "weight", "evidence", "comment", "row")
UNKNOWN_ITEM = -1
OUT_OF_SCOPE = -2
_MOST_ROOM = 8  # bytes a row that a quick look for repeated answers may take


@dataclass(frozen=True)
class ReadPairs:
    """What each different answer says, under each way of reading.

    Attributes:
        state: a ``State``; value: the answer's value where it is one; marked: read as another code.
    """

    state: np.ndarray
    value: np.ndarray
    marked: np.ndarray


@dataclass(frozen=True)
class CodedAnswers:
    """One entry a row of the answers table, in its order.

    Attributes:
        table: the answers as they came.
        assessment, item, answer: places in ``assessments``, in ``items`` (or ``UNKNOWN_ITEM``, ``OUT_OF_SCOPE``), in ``answer_texts``.
        item_code: places in ``item_texts``, the items as they are written.
        pair: places in ``pairs``, the different pairs of a way of reading and an answer.
    """

    table: pd.DataFrame
    items: list[Item]
    readings: list[Reading]
    assessment: np.ndarray
    assessments: pd.Index
    item: np.ndarray
    item_code: np.ndarray
    item_texts: pd.Index
    answer: np.ndarray
    answer_texts: pd.Index
    pair: np.ndarray
    pairs: ReadPairs

    @cached_property
    def state(self) -> np.ndarray:
        """The ``State`` of each row."""
        return self.pairs.state[self.pair]

    @cached_property
    def value(self) -> np.ndarray:
        """The value of each answer; NaN where it is none."""
        return self.pairs.value[self.pair]

    @cached_property
    def is_blank_row(self) -> np.ndarray:
        """Rows in which neither assessment, item nor answer stands."""
        nameless = self.lacks_assessment & np.asarray(self.item_texts == "")[self.item_code]
        return nameless & np.asarray(self.answer_texts == "")[self.answer]

    @cached_property
    def lacks_assessment(self) -> np.ndarray:
        """Rows without an assessment."""
        return np.asarray(self.assessments == "")[self.assessment]

    @cached_property
    def rows(self) -> np.ndarray:
        """The row of each answer as the spreadsheet shows it."""
        if "row" in self.table:
            numbers = pd.to_numeric(self.table["row"], errors="coerce").to_numpy(dtype=float, na_value=np.nan)
            if np.isfinite(numbers).all():
                return numbers.astype(np.int64)
        return np.arange(len(self.table)) + 2

    @cached_property
    def weights(self) -> np.ndarray:
        """The weight of each respondent; 1 where the table has no such column, NaN where it is no number."""
        if "weight" not in self.table:
            return np.broadcast_to(1.0, len(self.table))  # takes no memory
        if pd.api.types.is_numeric_dtype(self.table["weight"]):
            return self.table["weight"].to_numpy(dtype=float, na_value=np.nan)
        codes, texts = coded(self.table["weight"])
        return parse_numbers(texts)[codes]

    @cached_property
    def respondents(self) -> tuple[np.ndarray, pd.Index]:
        """Each row's respondent and the different ones; one nameless respondent where the table has no such column."""
        if "respondent" not in self.table:
            return np.zeros(len(self.table), dtype=np.int8), pd.Index([""], dtype="str")
        return coded(self.table["respondent"])

    @cached_property
    def is_consensus(self) -> np.ndarray:
        """Rows that a group of raters agreed on."""
        codes, texts = self.respondents
        return np.asarray(texts == CONSENSUS)[codes]

    @cached_property
    def has_evidence(self) -> np.ndarray:
        """Rows that name evidence."""
        if "evidence" not in self.table:
            return np.zeros(len(self.table), dtype=bool)
        codes, texts = coded(self.table["evidence"])
        return np.asarray(texts != "")[codes]

    @cached_property
    def is_repeated(self) -> np.ndarray:
        """Rows in which a respondent answers an item of an assessment that the same respondent answers in another row too."""
        known = (self.item >= 0) & ~self.lacks_assessment
        codes, texts = self.respondents
        most = len(self.assessments) * len(self.items) * len(texts)
        assessment = small_numbers(self.assessment, most + len(self.items) + len(texts))
        key = (assessment * len(self.items) + self.item) * len(texts) + codes
        key = key[known]
        repeated = np.zeros(len(self.table), dtype=bool)
        if not _all_different(key, most):
            repeated[known] = pd.Series(key).duplicated(keep=False).to_numpy()
        return repeated


def code_answers(answers: pd.DataFrame, standard: Standard) -> CodedAnswers:
    """Read every cell of an answers table by the scale of its item.

    Args:
        answers: the ANSWERS table, with at least the columns ``assessment``, ``item`` and ``answer``.
        standard: says which items there are and what may be answered.
    """
    items, readings = readings_of(standard)
    assessment, assessments = coded(answers["assessment"])
    item_code, item_texts = coded(answers["item"])
    answer, answer_texts = coded(answers["answer"])
    place = _item_places(item_texts, items, standard.out_of_scope)
    reading = np.array([*(one.reading for one in items), -1, -1])[place]  # the last two: unknown and out of scope
    pair, pairs = pd.factorize(reading[item_code] * len(answer_texts) + answer)
    return CodedAnswers(
        table=answers,
        items=items,
        readings=readings,
        assessment=assessment,
        assessments=assessments,
        item=small_numbers(place, len(items) + 1)[item_code],
        item_code=item_code,
        item_texts=item_texts,
        answer=answer,
        answer_texts=answer_texts,
        pair=small_numbers(pair, len(pairs)),
        pairs=_read_pairs(pairs, readings, answer_texts),
    )


def _item_places(texts: pd.Index, items: list[Item], out_of_scope: tuple[str, ...]) -> np.ndarray:
    places = pd.Index([item.node.id for item in items], dtype="str").get_indexer(texts)
    return np.where((places < 0) & texts.isin(out_of_scope), OUT_OF_SCOPE, places)


def _all_different(keys: np.ndarray, n_possible: int) -> bool:
    """Whether no key occurs twice. Sure only where it says so: it does not look where there is too much room between the keys."""
    if n_possible > _MOST_ROOM * len(keys):
        return False
    seen = np.zeros(n_possible, dtype=bool)
    seen[keys] = True
    return int(seen.sum()) == len(keys)


def _read_pairs(pairs: np.ndarray, readings: list[Reading], texts: pd.Index) -> ReadPairs:
    """Read each different pair of a reading and an answer."""
    states = np.full(len(pairs), State.BAD, dtype=np.int8)
    values = np.full(len(pairs), np.nan)
    marks = np.zeros(len(pairs), dtype=bool)
    which = pairs // max(len(texts), 1)
    for place, reading in enumerate(readings):
        mine = np.flatnonzero(which == place)
        states[mine], values[mine], marks[mine] = reading.read(texts[pairs[mine] % len(texts)])
    return ReadPairs(states, values, marks)

"""The answers that agreement is worked out from: read once, and every row that cannot be read told with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from diagnostics.definitions.problems import Problem
from diagnostics.scoring.reading import CONSENSUS, coded, parse_numbers

REQUIRED = ("assessment", "item", "answer", "respondent")
STATES = ("dont_know", "not_applicable", "blank")
_RATED, _DONT_KNOW, _NOT_APPLICABLE, _BLANK, _BAD = range(5)
_ROWS_SHOWN = 5
_MOST_GROUPS = 100  # different faults of one kind that are told one by one


@dataclass(frozen=True)
class CodedRatings:
    """One entry a row that is not wholly empty.

    Attributes:
        rows: each row as the spreadsheet shows it.
        assessment, item, respondent, answer: places in ``assessments``, ``items``, ``respondents``, ``texts``.
        state: rated, don't know, not applicable, blank or bad.
        value: the number that was given, or the place of a label; NaN where nothing was.
    """

    rows: np.ndarray
    assessment: np.ndarray
    assessments: pd.Index
    item: np.ndarray
    items: pd.Index
    respondent: np.ndarray
    respondents: pd.Index
    answer: np.ndarray
    texts: pd.Index
    state: np.ndarray
    value: np.ndarray

    @property
    def places(self) -> range:
        """One number an assessment, in the order of the table."""
        return range(len(self.assessments))

    @cached_property
    def is_consensus(self) -> np.ndarray:
        """Rows that a group of raters agreed on."""
        return np.asarray(self.respondents == CONSENSUS)[self.respondent]

    @cached_property
    def _by_assessment(self) -> list[np.ndarray]:
        order = np.argsort(self.assessment, kind="stable")
        return np.split(order, np.searchsorted(self.assessment[order], np.arange(1, len(self.assessments))))

    def table_of(self, assessment: int) -> tuple[pd.DataFrame, int]:
        """One assessment's ratings, items × respondents, and how many answers of the consensus are not among them."""
        mine = self._by_assessment[assessment]
        rated = mine[self.state[mine] == _RATED]
        counted = rated[~self.is_consensus[rated]]
        items, rows = np.unique(self.item[counted], return_inverse=True)
        respondents, columns = np.unique(self.respondent[counted], return_inverse=True)
        cells = np.full((len(items), len(respondents)), np.nan)
        cells[rows, columns] = self.value[counted]
        return pd.DataFrame(cells, index=self.items[items], columns=self.respondents[respondents]), len(rated) - len(counted)

    def count_states(self, assessment: int) -> dict[str, int]:
        """How many answers of one assessment are missing, by reason."""
        mine = self._by_assessment[assessment]
        counts = np.bincount(self.state[mine[~self.is_consensus[mine]]], minlength=_BAD + 1)
        return {name: int(counts[place]) for place, name in enumerate(STATES, start=_DONT_KNOW)}


def missing_rating_columns(answers: pd.DataFrame, file: str) -> list[Problem]:
    """A problem for each column that agreement needs and that is not there."""
    return [
        Problem(file, "Agreement needs this column. Add it.", "missing-column", row=1, column=column)
        for column in REQUIRED
        if column not in answers
    ]


def code_ratings(answers: pd.DataFrame, codes: Mapping[str, float | None], *, texts_allowed: bool = False) -> CodedRatings:
    """Read an answers table whose columns are all there.

    Args:
        answers: the ANSWERS table of the contract.
        codes: the number of each code; None for a code that counts as missing.
        texts_allowed: labels that are no numbers are ratings too.
    """
    columns = {name: coded(answers[name].reset_index(drop=True)) for name in REQUIRED}
    filled = ~np.logical_and.reduce([np.asarray(texts == "")[places] for places, texts in columns.values()])
    answer, texts = columns["answer"]
    states, values = _read(texts, codes, texts_allowed)
    rows = _row_numbers(answers)
    order: dict[str, tuple[np.ndarray, pd.Index]] = {}
    for name in ("assessment", "item", "respondent"):
        places, different = columns[name]
        again, unique = pd.factorize(places[filled])
        order[name] = (again, different[unique])
    return CodedRatings(
        rows=rows[filled],
        assessment=order["assessment"][0],
        assessments=order["assessment"][1],
        item=order["item"][0],
        items=order["item"][1],
        respondent=order["respondent"][0],
        respondents=order["respondent"][1],
        answer=answer[filled],
        texts=texts,
        state=states[answer[filled]],
        value=values[answer[filled]],
    )


def _read(texts: pd.Index, codes: Mapping[str, float | None], texts_allowed: bool) -> tuple[np.ndarray, np.ndarray]:
    """State and number of each different answer."""
    values = parse_numbers(texts)
    for code, number in codes.items():
        values[np.asarray(texts == code)] = np.nan if number is None else number
    states = np.where(np.isfinite(values), _RATED, _BAD)
    if texts_allowed:
        # Only which label it is matters, so a label that is no number gets one above all numbers: its place in the alphabet.
        labels = np.flatnonzero(states == _BAD)
        above = values[states == _RATED].max(initial=0.0) + 1
        values[labels] = above + np.argsort(np.argsort(texts[labels].to_numpy(dtype=object)))
        states[labels] = _RATED
    missing = {"": _BLANK, "DK": _DONT_KNOW, "NA": _NOT_APPLICABLE}
    missing = {text: state for text, state in missing.items() if text not in codes}
    missing |= {code: _NOT_APPLICABLE for code, number in codes.items() if number is None}
    for text, state in missing.items():
        states[np.asarray(texts == text)] = state
    return states, values


def _row_numbers(answers: pd.DataFrame) -> np.ndarray:
    if "row" in answers:
        numbers = pd.to_numeric(answers["row"], errors="coerce").to_numpy(dtype=float, na_value=np.nan)
        if np.isfinite(numbers).all():
            return numbers.astype(np.int64)
    return np.arange(len(answers)) + 2


def find_rating_problems(ratings: CodedRatings, file: str) -> list[Problem]:
    """Everything that stands in the way of agreement, in the order of the first rows."""
    if not len(ratings.rows):
        return [Problem(file, "The table holds no answer. Fill it in, or take another file.", "no-answers")]
    return sorted(_problems(ratings, file), key=lambda problem: problem.row or 0)


def _problems(ratings: CodedRatings, file: str) -> Iterator[Problem]:
    bad = np.flatnonzero(ratings.state == _BAD)
    different = pd.unique(ratings.answer[bad])
    for place in different[:_MOST_GROUPS]:
        at, text = bad[ratings.answer[bad] == place], ratings.texts[place]
        advice = "Agreement is worked out from numbers. Correct the cell, or say which number the code stands for."
        yield _problem(ratings, at, file, "not-a-number", "answer", advice, found=str(text)[:60], allowed="a number, DK, NA or empty")
    if len(different) > _MOST_GROUPS:
        at = bad[np.isin(ratings.answer[bad], different[_MOST_GROUPS:])]
        yield _problem(ratings, at, file, "not-a-number", "answer", "Many other answers are no numbers either: correct those above first.")
    for name, texts in (("assessment", ratings.assessments), ("item", ratings.items), ("respondent", ratings.respondents)):
        at = np.flatnonzero(np.asarray(texts == "")[getattr(ratings, name)] & (ratings.state != _BLANK))
        if len(at):
            yield _problem(ratings, at, file, f"missing-{name}", name, f"The {name} is empty. Agreement needs it beside every answer.")
    key = (ratings.assessment * len(ratings.items) + ratings.item) * len(ratings.respondents) + ratings.respondent
    named = np.asarray(ratings.respondents != "")[ratings.respondent]
    at = np.flatnonzero(pd.Series(key).duplicated(keep=False).to_numpy() & named)
    if len(at):
        advice = "A respondent answers an item of an assessment more than once. Keep one row for each respondent."
        yield _problem(ratings, at, file, "repeated-answer", "item", advice)


def _problem(ratings: CodedRatings, at: np.ndarray, file: str, kind: str, column: str, advice: str, **more: str) -> Problem:
    """One problem for all rows with the same fault."""
    rows = ratings.rows[at]
    if len(rows) > 1:
        shown = ", ".join(str(row) for row in rows[:_ROWS_SHOWN])
        rest = f" and {len(rows) - _ROWS_SHOWN:,} more" if len(rows) > _ROWS_SHOWN else ""
        advice = f"{advice} In {len(rows):,} rows: {shown}{rest}."
    return Problem(file, advice, kind, row=int(rows[0]), column=column, **more)

"""What is wrong with a table of answers: all of it, and never a line a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from diagnostics.definitions.base import LARGEST, nearest
from diagnostics.definitions.problems import Problem, Severity
from diagnostics.definitions.standard import Standard
from diagnostics.scoring.answers import KNOWN, REQUIRED, UNKNOWN_ITEM, CodedAnswers, code_answers
from diagnostics.scoring.reading import Item, State, parse_numbers
from diagnostics.scoring.reading import coded as coded_column

MOST_GROUPS = 100  # different faults of one kind that are told one by one
MOST_UNKNOWN = 20  # more unknown items than this, and none known: the standard is another one
ROWS_SHOWN = 5
TEXT_SHOWN = 60


def check_answers(answers: pd.DataFrame, standard: Standard, file: str) -> list[Problem]:
    """Find everything that is wrong with a table of answers.

    Args:
        answers: as ``score_answers`` takes it.
        standard: the standard that the items belong to.
        file: what to call the table in messages.

    Returns:
        The problems in the order of their first rows. Rows with the same fault share a problem, which says how many they are.
    """
    absent = missing_columns(answers, file)
    if absent:
        return absent
    return find_problems(code_answers(answers.reset_index(drop=True), standard), standard, file)


def missing_columns(answers: pd.DataFrame, file: str) -> list[Problem]:
    """A problem for each column that is required and not there; one for all where no heading is known."""
    names = [str(name) for name in answers.columns if str(name).strip() and str(name) != "row"]
    unknown = [name for name in names if name not in KNOWN]
    absent = [column for column in REQUIRED if column not in names]
    near = {column: nearest(column, unknown) for column in absent}
    if unknown and unknown == names and not any(near.values()):
        advice = f"No heading is known: the first row looks like data. Add the heading row {', '.join(REQUIRED)} above it."
        return [Problem(file, advice, "missing-header", row=1)]
    found = f" (found: {', '.join(names)})" if names else ""
    problems = []
    for column in absent:
        meant = near[column] or (unknown[0] if len(unknown) == len(absent) == 1 else None)
        advice = f"Is '{meant}' meant? Rename it." if meant else "Add it."
        problems.append(Problem(file, f"The column is missing{found}. {advice}", "missing-column", row=1, column=column))
    return problems


def has_errors(coded: CodedAnswers) -> bool:
    """Whether any row stands in the way of scoring, without saying which."""
    return any(mask.any() for mask in _error_masks(coded).values())


def find_problems(coded: CodedAnswers, standard: Standard, file: str) -> list[Problem]:
    """Every problem of answers that are coded already."""
    if coded.is_blank_row.all():
        return [Problem(file, "The table holds no answer. Fill it in, or take another file.", "no-answers")]
    masks = _error_masks(coded)
    report = _Report(coded, file)
    problems = [
        *report.unknown_items(masks["unknown-item"], standard),
        *report.bad_answers(masks["bad-answer"]),
        *report.told_once(masks["no-assessment"], "missing-assessment", "assessment", "Say which assessment the answer belongs to."),
        *report.repeated(masks["repeated"]),
        *report.weights(masks["weight"]),
        *report.told_once(coded.is_blank_row, "blank-row", None, "Nothing stands here; it is passed over.", "warning"),
        *report.told_once(_out_of_scope(coded), "out-of-scope", "item", "The item is out of scope; its answer is not counted.", "warning"),
        *report.without_consensus(),
    ]
    return sorted(problems, key=lambda problem: problem.row or 0)


def _out_of_scope(coded: CodedAnswers) -> np.ndarray:
    return coded.item < UNKNOWN_ITEM


def _error_masks(coded: CodedAnswers) -> dict[str, np.ndarray]:
    """The rows with each kind of error."""
    filled = ~coded.is_blank_row
    weights = coded.weights
    needed = coded.state == State.ANSWERED
    return {
        "unknown-item": filled & (coded.item == UNKNOWN_ITEM),
        "bad-answer": (coded.item >= 0) & (coded.state == State.BAD),
        "no-assessment": filled & coded.lacks_assessment,
        "repeated": coded.is_repeated,
        "weight": ~((weights > 0) & (weights <= LARGEST)) & (needed | ~np.isnan(weights)) & filled,
    }


@dataclass(frozen=True)
class _Report:
    """Groups rows with the same fault and puts them into words."""

    coded: CodedAnswers
    file: str

    def groups(self, mask: np.ndarray, keys: np.ndarray) -> tuple[list[tuple[int, np.ndarray]], np.ndarray]:
        """The rows of each key, for the first keys that occur; and the rows of all the others."""
        at = np.flatnonzero(mask)
        codes, different = pd.factorize(keys[at])
        shown = [(int(key), at[codes == place]) for place, key in enumerate(different[:MOST_GROUPS])]
        return shown, at[codes >= MOST_GROUPS]

    def told(self, at: np.ndarray, kind: str, column: str | None, advice: str, **more: str | None) -> Problem:
        """One problem for all the rows ``at``."""
        rows = self.coded.rows[at]
        if len(rows) > 1:
            shown = ", ".join(str(row) for row in rows[:ROWS_SHOWN])
            rest = f" and {len(rows) - ROWS_SHOWN:,} more" if len(rows) > ROWS_SHOWN else ""
            advice = f"{advice} In {len(rows):,} rows: {shown}{rest}."
        severity: Severity = "warning" if more.pop("severity", None) else "error"
        return Problem(self.file, advice, kind, row=int(rows[0]), column=column, severity=severity, **more)

    def told_once(self, mask: np.ndarray, kind: str, column: str | None, advice: str, severity: str | None = None) -> Iterator[Problem]:
        """One problem for all rows of a mask, if there are any."""
        at = np.flatnonzero(mask)
        if len(at):
            yield self.told(at, kind, column, advice, severity=severity)

    def others(self, at: np.ndarray, kind: str, column: str) -> Iterator[Problem]:
        """One problem for the rows whose faults are too many to be told one by one."""
        if len(at):
            yield self.told(at, kind, column, f"More than {MOST_GROUPS} different faults of this kind: correct those above first.")

    def unknown_items(self, mask: np.ndarray, standard: Standard) -> Iterator[Problem]:
        leaves = [item.node.id for item in self.coded.items]
        inner = {placed.node.id for placed in standard.nodes()} - set(leaves)
        named = mask & np.asarray(self.coded.item_texts != "")[self.coded.item_code]
        if self.belongs_elsewhere(named, inner):
            advice = f"None of the items belongs to '{standard.id}': is it the right standard?"
            yield self.told(np.flatnonzero(named), "wrong-standard", "item", advice)
            mask = mask & ~named
        groups, rest = self.groups(mask, self.coded.item_code)
        for key, at in groups:
            found = str(self.coded.item_texts[key])
            near = nearest(found, leaves)
            advice = f"Standard '{standard.id}' has no item of this id."
            if found in inner:
                advice = "This node is computed from its items. Answer the items instead."
            elif not found:
                advice = "Say which item is answered."
            elif near:
                advice += f" Did you mean '{near}'?"
            yield self.told(at, "unknown-item" if found else "missing-item", "item", advice, found=found[:TEXT_SHOWN] or None)
        yield from self.others(rest, "unknown-item", "item")

    def belongs_elsewhere(self, unknown: np.ndarray, inner: set[str]) -> bool:
        """Whether many items are named and none of them is the standard's."""
        codes = np.unique(self.coded.item_code[unknown])
        if len(codes) <= MOST_UNKNOWN or (self.coded.item != UNKNOWN_ITEM).any():
            return False
        return inner.isdisjoint(self.coded.item_texts[codes])

    def bad_answers(self, mask: np.ndarray) -> Iterator[Problem]:
        coded = self.coded
        reading = np.array([item.reading for item in coded.items])[coded.item.clip(min=0)]
        groups, rest = self.groups(mask, reading * len(coded.answer_texts) + coded.answer)
        for key, at in groups:
            item = coded.items[coded.item[at[0]]]
            found = str(coded.answer_texts[key % len(coded.answer_texts)])
            kind, advice = _bad_answer(item, found)
            allowed = f"{item.scale.allowed()} (scale '{item.node.scale}')"
            yield self.told(at, kind, "answer", advice, found=found[:TEXT_SHOWN], allowed=allowed)
        yield from self.others(rest, "code-outside-scale", "answer")

    def repeated(self, mask: np.ndarray) -> Iterator[Problem]:
        groups, rest = self.groups(mask, self.coded.item)
        for key, at in groups:
            advice = "A respondent answers this item of an assessment more than once. Keep one row for each respondent."
            if "respondent" not in self.coded.table:
                advice = "The item is answered more than once in an assessment. Keep one row, or name the raters in a column 'respondent'."
            yield self.told(at, "repeated-answer", "item", advice, found=self.coded.items[key].node.id)
        yield from self.others(rest, "repeated-answer", "item")

    def weights(self, mask: np.ndarray) -> Iterator[Problem]:
        if not mask.any():
            return
        codes, texts = coded_column(self.coded.table["weight"])
        groups, rest = self.groups(mask, codes)
        for key, at in groups:
            found = str(texts[key])[:TEXT_SHOWN]
            advice = "Give the respondent a weight." if not found else "A weight is a number above 0, written with a decimal point."
            yield self.told(at, "bad-weight", "weight", advice, found=found or None, allowed="a number above 0")
        yield from self.others(rest, "bad-weight", "weight")

    def without_consensus(self) -> Iterator[Problem]:
        """Items that count the consensus row only, and have answers but no such row: they stay unanswered."""
        coded = self.coded
        only = np.array([item.node.respondents == "consensus" for item in coded.items], dtype=bool)
        if not only.any():
            return
        asked = (coded.item >= 0) & only[coded.item.clip(min=0)]
        cell = coded.assessment.astype(np.int64) * len(coded.items) + coded.item
        recorded = np.unique(cell[asked & coded.is_consensus])
        lost = asked & (coded.state == State.ANSWERED) & ~np.isin(cell, recorded)
        advice = "The item counts the row whose respondent is 'consensus', and there is none: it stays unanswered. Add that row."
        yield from self.told_once(lost, "no-consensus", "respondent", advice, "warning")


def _bad_answer(item: Item, found: str) -> tuple[str, str]:
    """The kind of a bad answer, and what to do about it."""
    correct = "Correct the cell, or leave it empty if the question was not asked."
    near = _meant(item, found)
    if item.scale.options:
        return "code-outside-scale", f"Did you mean '{near}'? {correct}" if near else correct
    if np.isnan(parse_numbers(pd.Index([found], dtype="str"))[0]):
        comma = "Write the number with a decimal point. " if "," in found else ""
        return "not-a-number", comma + (f"Did you mean '{near}'? {correct}" if near else correct)
    return "number-out-of-range", correct


def _meant(item: Item, found: str) -> str | None:
    """The code that a mistyped one stands for. One of a single letter is meant only where all else is upper or lower case."""
    special = item.scale.special_codes()
    codes = [*(option.code for option in item.scale.options), *item.scale.same_as, *special]
    alike = next((code for code in codes if code.casefold() == found.casefold()), None)
    letters = re.sub(r"[\W_]", "", found).casefold()
    absent = next((code for code, state in special.items() if state == "not-applicable"), None) if letters == "na" else None
    return alike or absent or nearest(found, [option.code for option in item.scale.options if len(option.code) > 1])

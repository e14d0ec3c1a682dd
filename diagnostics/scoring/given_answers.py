"""The answers behind one item, counted: what was given how often, which evidence is named. Never who, never a comment."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from diagnostics.definitions.standard import Node, Standard
from diagnostics.scoring.answers import CodedAnswers, code_answers
from diagnostics.scoring.comparing.sides import is_survey
from diagnostics.scoring.reading import State, codes_by_value, parse_numbers
from diagnostics.scoring.rules import CLOSE
from diagnostics.scoring.small_groups import shown_counts

_ID = re.compile(r"[A-Za-z]{0,10}[-_./]?\d[\w./-]{0,20}$")


@dataclass(frozen=True)
class AnswerCount:
    """One answer to an item, and how often it counts.

    Attributes:
        code: as it was given; empty for a blank.
        label: what the scale calls it.
        read_as: the code that it stands for, where it is read as another one.
        state: a name of ``State`` in small letters.
        value: what it counts as in the item; NaN where it is no answer.
        people: how many gave it; None where that is withheld.
        weight: their weights together; None as ``people``.
    """

    code: str
    label: str
    read_as: str
    state: str
    value: float
    people: int | None
    weight: float | None


@dataclass(frozen=True)
class GivenAnswers:
    """All that was said about one item.

    Attributes:
        counts: the answers that count, worst first, then those that are none.
        is_weighted: whether people's weights differ.
        claimed: what the answers come to before points and before a want of evidence; NaN for none.
        people: how many gave a valid answer; None where that is withheld.
        from_consensus: the group's recorded answer is the one that counts.
        others: answers that do not count beside it.
        evidence: ids of documents, each once; what is named in words is left out.
        has_evidence: whether any row names evidence, as an id or in words.
    """

    counts: tuple[AnswerCount, ...]
    is_weighted: bool
    claimed: float
    people: int | None
    from_consensus: bool
    others: int
    evidence: tuple[str, ...]
    has_evidence: bool

    def valid(self) -> tuple[AnswerCount, ...]:
        """The answers that have a value."""
        return tuple(count for count in self.counts if count.state == "answered")


NOTHING = GivenAnswers((), False, math.nan, 0, False, 0, (), False)


def given_answers(answers: pd.DataFrame, standard: Standard, items: Iterable[str], threshold: int) -> Mapping[str, GivenAnswers]:
    """Count the answers of one assessment.

    Args:
        answers: the ANSWERS rows of one assessment.
        standard: what they answer.
        items: the items wanted.
        threshold: people; where several answered, an answer that fewer of them gave is not counted out.

    Returns:
        Item → what was said about it; items without any row are left out.
    """
    coded = code_answers(answers.reset_index(drop=True), standard)
    found = {}
    wanted = set(items)
    for place, item in enumerate(coded.items):
        rows = np.flatnonzero(coded.item == place)
        if item.node.id in wanted and len(rows):
            found[item.node.id] = _given(coded, rows, item.node, threshold)
    return found


def _given(coded: CodedAnswers, rows: np.ndarray, leaf: Node, threshold: int) -> GivenAnswers:
    kept, from_consensus = _kept(coded, rows, leaf)
    texts = coded.answer_texts.to_numpy(dtype=object)[coded.answer[kept]]
    weights = coded.weights[kept]
    times = {str(code): int((texts == code).sum()) for code in dict.fromkeys(texts)}
    alone = len(kept) == 1 and not is_survey(leaf)  # one assessor's answer is the assessment's
    counts = [_count(coded, kept[texts == code], code, times[code]) for code in times]
    counts = counts if alone else _told(counts, leaf, threshold)
    ids, named = _evidence(coded, rows)
    valid = coded.state[kept] == State.ANSWERED
    number = int(valid.sum())
    return GivenAnswers(
        counts=tuple(sorted(counts, key=lambda count: (math.isnan(count.value), count.value, count.code))),
        is_weighted=bool(number and weights[valid].min() != weights[valid].max()),
        claimed=_claimed(coded.value[kept][valid], weights[valid], leaf),
        people=number if alone or number >= threshold else None,
        from_consensus=from_consensus,
        others=int((coded.state[rows] == State.ANSWERED).sum() - number),
        evidence=ids,
        has_evidence=named,
    )


def _told(counts: list[AnswerCount], leaf: Node, threshold: int) -> list[AnswerCount]:
    """The counts that may be told. Answers whose total follows from what else is told are told together or not at all."""
    by_value = leaf.respondents == "percent-positive"  # the share tells how many are positive, and how many are not
    groups: dict[object, list[AnswerCount]] = {}
    for count in counts:
        valid = count.state == "answered"
        groups.setdefault((count.value if by_value else "valid") if valid else count.code, []).append(count)
    hidden = set()
    for group in groups.values():
        shown = shown_counts({count.code: count.people or 0 for count in group}, threshold)
        hidden |= {code for code, people in shown.items() if people is None}
    return [replace(count, people=None, weight=None) if count.code in hidden else count for count in counts]


def _claimed(values: np.ndarray, weights: np.ndarray, leaf: Node) -> float:
    """What answers with a value come to."""
    if not len(values):
        return math.nan
    if leaf.respondents not in ("median", "consensus-or-median"):
        return float(np.sum(values * weights) / np.sum(weights))
    order = np.argsort(values, kind="stable")
    running = np.cumsum(weights[order])
    half, close = running[-1] / 2, running[-1] * CLOSE
    middle = values[order][np.searchsorted(running, [half - close, half + close]).clip(max=len(values) - 1)]
    return float(middle.mean())


def _kept(coded: CodedAnswers, rows: np.ndarray, leaf: Node) -> tuple[np.ndarray, bool]:
    """The rows that count, and whether they are the group's consensus."""
    agreed = coded.is_consensus[rows]
    if leaf.respondents == "consensus":
        return rows[agreed], True
    if leaf.respondents == "consensus-or-median":
        recorded = bool((agreed & (coded.state[rows] != State.BLANK)).any())
        return rows[agreed == recorded], recorded
    return rows, False


def _count(coded: CodedAnswers, rows: np.ndarray, code: str, people: int) -> AnswerCount:
    """One answer, given in ``rows``."""
    scale = coded.items[coded.item[rows[0]]].scale
    number = float(parse_numbers(pd.Index([code], dtype="str"))[0])
    read_as = codes_by_value(scale).get(number, scale.read_as(code))
    labels = {option.code: option.label or "" for option in scale.options}
    return AnswerCount(
        code,
        labels.get(read_as, ""),
        read_as if read_as != code else "",
        State(int(coded.state[rows[0]])).name.lower(),
        float(coded.value[rows[0]]),
        people,
        float(np.nansum(coded.weights[rows])),
    )


def _evidence(coded: CodedAnswers, rows: np.ndarray) -> tuple[tuple[str, ...], bool]:
    """Ids of documents that any row names; a cell with other words in it is free text and stays where it is."""
    if "evidence" not in coded.table:
        return (), False
    cells = [str(cell).strip() for cell in coded.table["evidence"].iloc[rows[coded.has_evidence[rows]]].unique()]
    ids: dict[str, None] = {}
    for cell in cells:
        words = re.split(r"[\s,;]+", cell)
        if all(_ID.match(word) for word in words if word):
            ids |= dict.fromkeys(word for word in words if word)
    return tuple(ids), bool(cells)

"""One score explained: the path from the number down to the answers, each step in words and with the numbers that give it."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass

import pandas as pd

from diagnostics.definitions.base import nearest
from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.definitions.standard import Node, Standard
from diagnostics.scoring.checks import check_answers
from diagnostics.scoring.comparing.sides import COUNTS, Row, Side, is_survey, side_of
from diagnostics.scoring.explaining.explanation_items import item_sentences
from diagnostics.scoring.explaining.explanation_rules import reason_of, rule_in_words
from diagnostics.scoring.given_answers import NOTHING, AnswerCount, GivenAnswers, given_answers
from diagnostics.scoring.scores import score_answers
from diagnostics.scoring.small_groups import THRESHOLD, withheld_nodes
from diagnostics.scoring.wording import plain_data

CLOSE = 1e-9
WITHHELD = "Withheld: too few people answered, or a figure of too few would follow from it."


@dataclass(frozen=True)
class Step:
    """One node on the path.

    Attributes:
        node, name: what it is called.
        rule: its rule, or how several people's answers become one.
        score, lowest, highest: unrounded; NaN where there is none or where it is withheld.
        label: letter or level; empty for none.
        marked: ``*`` stands beside it.
        weight: what it weighs in the step above.
        decides: the step above hangs on it alone.
        counts: state → items of that state, in an item people; None for each where the node is withheld, or where they are too few.
        sentences: how the number comes about.
        answers: in an item the answers, counted.
        evidence: in an item the ids of documents.
        withheld: fewer people answered than may be told of, or such a figure would follow.
        children: the next steps.
    """

    node: str
    name: str
    rule: str
    score: float
    lowest: float
    highest: float
    label: str
    marked: bool
    weight: float
    decides: bool
    counts: Mapping[str, int | None]
    sentences: tuple[str, ...]
    answers: tuple[AnswerCount, ...]
    evidence: tuple[str, ...]
    withheld: bool
    children: tuple[Step, ...]


@dataclass(frozen=True)
class Explanation:
    """A score explained.

    Attributes:
        assessment: whose score.
        title: the standard and its version.
        step: the node asked for; the rest hangs below it.
    """

    assessment: str
    title: str
    step: Step


def explain_score(
    scores: pd.DataFrame, answers: pd.DataFrame, standard: Standard, assessment: str | None, node: str, threshold: int = THRESHOLD
) -> Explanation:
    """Explain one score down to its answers.

    Args:
        scores: as ``score_answers`` returns them.
        answers: the ANSWERS that they were made from.
        standard: what was answered, without what was out of scope.
        assessment: which one; None where the scores hold only one.
        node: the node to explain.
        threshold: people; survey figures that rest on fewer are withheld, and what would give them away.

    Raises:
        BadInput: no such assessment or node, answers at fault, or answers that do not give these scores.
    """
    name = _assessment(scores, assessment)
    _refuse_unknown_node(standard, node)
    rows = answers[answers["assessment"].astype("str").str.strip() == name] if "assessment" in answers else answers
    if rows.empty:
        raise BadInput(
            [Problem("answers", "The answers hold none of this assessment. Take those that were scored.", "no-answers", found=name)]
        )
    problems = [problem for problem in check_answers(rows, standard, "answers") if problem.severity == "error"]
    if problems:
        raise BadInput(problems)
    side = side_of(scores[scores["assessment"].astype("str") == name], standard, name)
    _refuse_other_answers(side, rows, standard, node)
    below = [placed.id for placed in _walk(standard.node(node)) if placed.is_leaf]
    look = _Look(side, given_answers(rows, standard, below, threshold), withheld_nodes(standard, side.people, threshold), threshold)
    return Explanation(name, f"{standard.id} {standard.version}", look.step(standard.node(node), decides=False))


@dataclass(frozen=True)
class _Look:
    side: Side
    given: Mapping[str, GivenAnswers]
    hidden: frozenset[str]
    threshold: int

    def step(self, node: Node, decides: bool) -> Step:
        """A node, and everything below it."""
        if node.id in self.hidden and node.is_leaf:
            return self.made(node, decides, (WITHHELD,), ())
        if node.is_leaf:
            given = self.given.get(node.id, NOTHING)
            return self.made(node, decides, item_sentences(node, given, self.side), (), given)
        if node.id in self.hidden:
            return self.made(node, decides, (rule_in_words(node), WITHHELD), tuple(self.step(child, False) for child in node.children))
        reason = reason_of(node, self.side)
        children = tuple(self.step(child, child.id in reason.decides) for child in node.children)
        return self.made(node, decides, reason.sentences, children)

    def made(
        self, node: Node, decides: bool, sentences: tuple[str, ...], children: tuple[Step, ...], given: GivenAnswers = NOTHING
    ) -> Step:
        row, hidden = self.side.rows[node.id], node.id in self.hidden
        return Step(
            node=node.id,
            name=node.name or "",
            rule=node.aggregate or node.respondents,
            score=math.nan if hidden else row.score,
            lowest=math.nan if hidden else row.lowest,
            highest=math.nan if hidden else row.highest,
            label="" if hidden else row.label,
            marked=row.marked and not hidden,
            weight=node.weight,
            decides=decides,
            counts=self.counts(node, row),
            sentences=sentences,
            answers=given.counts,
            evidence=given.evidence,
            withheld=hidden,
            children=children,
        )

    def counts(self, node: Node, row: Row) -> dict[str, int | None]:
        """Items by state; people, where it is an item, and only as many as may be told."""
        counts = {state: row.counts[state] for state in COUNTS}
        if node.id in self.hidden:
            return dict.fromkeys(counts)
        people = sum(counts[state] for state in COUNTS if state != "insufficient")
        if not node.is_leaf or (people == 1 and not is_survey(node)):
            return dict(counts)
        return {state: None if 0 < count < self.threshold else count for state, count in counts.items()}


def _walk(node: Node) -> list[Node]:
    return [node, *(below for child in node.children for below in _walk(child))]


def _assessment(scores: pd.DataFrame, assessment: str | None) -> str:
    names = list(dict.fromkeys(scores["assessment"].astype("str")))
    if assessment is None and len(names) == 1:
        return names[0]
    if assessment not in names:
        advice = "Say which assessment is meant." if assessment is None else "The scores hold no assessment of this name."
        allowed = ", ".join(names[:20])
        raise BadInput([Problem("scores", advice, "unknown-assessment", column="assessment", found=assessment, allowed=allowed)])
    return assessment


def _refuse_unknown_node(standard: Standard, node: str) -> None:
    known = [placed.node.id for placed in standard.nodes()]
    if node not in known:
        near = nearest(node, known)
        advice = f"Standard '{standard.id}' has no node of this id in scope."
        advice = f"{advice} Did you mean '{near}'?" if near else advice
        raise BadInput([Problem("scores", advice, "unknown-node", column="node", found=node)])


def _refuse_other_answers(side: Side, rows: pd.DataFrame, standard: Standard, node: str) -> None:
    """An explanation with other answers than those that were scored would be a wrong one."""
    scored = score_answers(rows, standard)
    again = side_of(scored, standard, side.assessment) if len(scored) else None
    wanted = [placed.id for placed in _walk(standard.node(node))]
    differ = [one for one in wanted if again is None or not _same(side.scores[one], again.scores[one])]
    if differ:
        shown = ", ".join(differ[:5]) + (f" and {len(differ) - 5} more" if len(differ) > 5 else "")
        advice = f"These answers do not give the scores of '{side.assessment}': {shown}. Take the answers that were scored, or score again."
        raise BadInput([Problem("answers", advice, "other-answers")])


def _same(one: float, other: float) -> bool:
    return (math.isnan(one) and math.isnan(other)) or abs(one - other) <= CLOSE * max(1.0, abs(one))


def explanation_json(explanation: Explanation) -> str:
    """The explanation as JSON, every number unrounded; what is not known is null."""
    return json.dumps(plain_data(asdict(explanation)), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


__all__ = ["Explanation", "Step", "explain_score", "explanation_json"]

"""Annex: how each score comes about, from the explanation that ``hrm-review explain`` prints."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from diagnostics.reporting.blocks import Blocks, Column, Heading, Paragraph, Table, cell, section
from diagnostics.reporting.material import Material
from diagnostics.reporting.numbers import known
from diagnostics.reporting.speaker import Speaker
from diagnostics.scoring.explaining.explanation import Step, explain_score
from diagnostics.scoring.explaining.explanation_rules import MOST_TERMS

_EXACT = 6  # decimals, as in the explanation


def how_scores_come_about(material: Material) -> Blocks:
    """The arithmetic of every score above the rated criteria or items, with the unrounded parts."""
    mission, standard, say = material.mission, material.standard, material.say
    threshold = mission.thresholds.disclosure
    rated = {node.id for node in material.tree.rated}
    rows = [
        (cell(f"{say.content(step.name)} ({step.node})"), cell(_score(say, step)), cell(" ".join(told(say, step))))
        for root in standard.roots
        for step in _above(explain_score(material.scores, material.answers, standard, mission.focus, root.id, threshold).step, rated)
    ]
    columns = (
        Column(say("arithmetic-score-of"), width=1.6),
        Column(say("column-value"), "number", 0.7),
        Column(say("arithmetic-how"), width=4.2),
    )
    return section(
        Heading(say("arithmetic-heading"), 1, "arithmetic", annex=True),
        Paragraph(say("arithmetic-intro")),
        Table(say("arithmetic-caption", focus=material.name_of(mission.focus)), columns, tuple(rows), compact=True),
    )


def told(say: Speaker, step: Step) -> tuple[str, ...]:
    """How a score follows from those below it, in the report's language.

    Means, sums and the lowest child are told with their numbers. The rules of other standards, and what is withheld, are told in
    the words of the explanation, translated where a catalogue has them.
    """
    counted = [child for child in step.children if known(child.score)]
    if step.withheld or step.rule not in ("mean", "sum", "minimum"):
        return tuple(say.content(one) for one in step.sentences)
    if not counted:
        return (say("arithmetic-none"),)
    left_out = [child.node for child in step.children if not known(child.score)]
    said = {"mean": _mean, "sum": _sum, "minimum": _lowest}[step.rule](say, step, counted)
    return (said, say("arithmetic-left-out", names=say.listed(left_out), count=len(left_out))) if left_out else (said,)


def _mean(say: Speaker, step: Step, children: Sequence[Step]) -> str:
    total = sum(child.weight for child in children)
    if not total > 0:
        return say("arithmetic-no-weight")
    same = all(child.weight == 1 for child in children)
    facts = {"total": _exact(say, total), "result": _exact(say, step.score)}
    if len(children) <= MOST_TERMS:
        terms = _terms(say, children, always_weighted=not same)
        return say("arithmetic-mean", terms=terms, **facts) if same else say("arithmetic-weighted-mean", terms=terms, **facts)
    together = _exact(say, sum(child.weight * child.score for child in children))
    if same:
        return say("arithmetic-mean-long", count=len(children), sum=together, **facts)
    return say("arithmetic-weighted-mean-long", sum=together, **facts)


def _sum(say: Speaker, step: Step, children: Sequence[Step]) -> str:
    return say("arithmetic-sum", terms=_terms(say, children), result=_exact(say, step.score))


def _lowest(say: Speaker, step: Step, children: Sequence[Step]) -> str:
    lowest = [child.node for child in children if child.score <= step.score]
    return say("arithmetic-lowest", names=say.listed(lowest), result=_exact(say, step.score))


def _terms(say: Speaker, children: Sequence[Step], always_weighted: bool = False) -> str:
    return " + ".join(
        f"{_exact(say, child.weight)} × {_exact(say, child.score)}" if always_weighted or child.weight != 1 else _exact(say, child.score)
        for child in children
    )


def _exact(say: Speaker, value: float) -> str:
    """A number to be reckoned with, as the explanation shows it: up to six decimals."""
    number = say.fixed(value, _EXACT)
    return number.rstrip("0").rstrip(say.decimal)


def _score(say: Speaker, step: Step) -> str:
    if step.withheld:
        return say("not-shown")
    return (say.fixed(step.score) + (" *" if step.marked else "")) if not math.isnan(step.score) else "–"


def _above(step: Step, rated: set[str]) -> Iterator[Step]:
    """The steps that stand above what is rated, from the top down."""
    if step.node in rated:
        return
    yield step
    for child in step.children:
        yield from _above(child, rated)

"""Annex: how each score comes about, from the explanation that ``hrm-review explain`` prints."""

from __future__ import annotations

from collections.abc import Iterator

from diagnostics.reporting.blocks import Blocks, Column, Heading, Paragraph, Table, cell, section
from diagnostics.reporting.material import Material
from diagnostics.reporting.numbers import fixed, known
from diagnostics.scoring.explanation import Step, explain_score


def how_scores_come_about(material: Material) -> Blocks:
    """The arithmetic of every score above the rated criteria or items, with the unrounded parts."""
    mission, standard = material.mission, material.standard
    threshold = mission.thresholds.disclosure
    rated = {node.id for node in material.tree.rated}
    rows = [
        (cell(f"{step.name} ({step.node})"), cell(_score(step)), cell(" ".join(step.sentences)))
        for root in standard.roots
        for step in _above(explain_score(material.scores, material.answers, standard, mission.focus, root.id, threshold).step, rated)
    ]
    columns = (Column("Score of", width=1.6), Column("Value", "number", 0.7), Column("How it comes about", width=4.2))
    return section(
        Heading("How each score comes about", 1, "arithmetic", annex=True),
        Paragraph("Every score above the answers, with its rule and its parts before rounding."),
        Table(f"Scores and their parts: {material.name_of(mission.focus)}", columns, tuple(rows), compact=True),
    )


def _score(step: Step) -> str:
    return (fixed(step.score) + (" *" if step.marked else "")) if known(step.score) else "–"


def _above(step: Step, rated: set[str]) -> Iterator[Step]:
    """The steps that stand above what is rated, from the top down."""
    if step.node in rated:
        return
    yield step
    for child in step.children:
        yield from _above(child, rated)

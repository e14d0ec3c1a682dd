"""Where the raters of one group disagree: their median stands in the profile, their split stands here."""

from __future__ import annotations

import pandas as pd

from diagnostics.reporting.blocks import Blocks, Column, Heading, Paragraph, Table, cell, section
from diagnostics.reporting.material import Material
from diagnostics.reporting.numbers import count, level
from diagnostics.reporting.sentences import counted, listed
from diagnostics.scoring.divergence import rater_spread


def rater_divergence(material: Material) -> Blocks | None:
    """The criteria on which the raters of an assessment lie far apart; nothing where no group of raters answered.

    A group of fewer raters than the disclosure threshold is not told of: two raters know each other's answer.
    """
    limit = material.mission.thresholds.divergence
    spread = rater_spread(material.answers, material.standard, limit)
    shown = spread[spread["assessment"].isin([material.mission.focus, *material.mission.beside])]
    if shown.empty:
        return None
    enough = shown[shown["raters"] >= material.mission.thresholds.disclosure]
    apart = enough[enough["diverges"]]
    head = Heading("Where the raters disagree", 2, "divergence")
    if apart.empty:
        return section(head, Paragraph(f"No criterion with enough raters to be shown divides them by {level(limit)} levels or more."))
    table = _by_criterion(material, apart)
    text = (
        f"On {counted(len(table), 'criterion', 'criteria')} the raters lie {level(limit)} levels or more apart. Their median stands in the "
        "profile; talk about the difference before relying on it."
    )
    columns = (
        Column("Criterion", width=3),
        Column("Raters", "number"),
        Column("Answers from", "number"),
        Column("to", "number"),
        Column("On", width=2.5),
    )
    rows = [
        (cell(row.name), cell(count(row.raters)), cell(level(row.lowest)), cell(level(row.highest)), cell(row.gates))
        for row in table.itertuples()
    ]
    return section(head, Paragraph(text), Table("Criteria on which the raters are divided", columns, tuple(rows), compact=True))


def _by_criterion(material: Material, apart: pd.DataFrame) -> pd.DataFrame:
    owner = material.tree.item_owner()
    rows = []
    for (assessment, node), items in apart.groupby(["assessment", apart["item"].map(owner)], sort=False):
        gates = listed([item.rsplit(".", 1)[-1] for item in items["item"]])
        name = f"{material.tree.nodes[node].name} ({node}), {material.name_of(str(assessment))}"
        rows.append((name, items["raters"].max(), items["lowest"].min(), items["highest"].max(), gates))
    return pd.DataFrame(rows, columns=["name", "raters", "lowest", "highest", "gates"])

"""Where the raters of one group disagree: their median stands in the profile, their split stands here."""

from __future__ import annotations

import pandas as pd

from diagnostics.reporting.blocks import Blocks, Column, Heading, Paragraph, Table, cell, section
from diagnostics.reporting.material import Material
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
    say = material.say
    head = Heading(say("raters-heading"), 2, "divergence")
    if apart.empty:
        return section(head, Paragraph(say("raters-none", limit=say.level(limit))))
    table = _by_criterion(material, apart)
    columns = (
        Column(say("column-criterion"), width=3),
        Column(say("raters-raters"), "number"),
        Column(say("raters-from"), "number"),
        Column(say("raters-to"), "number"),
        Column(say("raters-on"), width=2.5),
    )
    rows = [
        (cell(row.name), cell(say.count(row.raters)), cell(say.level(row.lowest)), cell(say.level(row.highest)), cell(row.gates))
        for row in table.itertuples()
    ]
    text = say("raters-intro", count=len(table), limit=say.level(limit))
    return section(head, Paragraph(text), Table(say("raters-caption"), columns, tuple(rows), compact=True))


def _by_criterion(material: Material, apart: pd.DataFrame) -> pd.DataFrame:
    owner = material.tree.item_owner()
    rows = []
    for (assessment, node), items in apart.groupby(["assessment", apart["item"].map(owner)], sort=False):
        gates = material.say.listed(material.gate_names(item.rsplit(".", 1)[-1] for item in items["item"]))
        name = f"{material.node_name(material.tree.nodes[node])} ({node}), {material.name_of(str(assessment))}"
        rows.append((name, items["raters"].max(), items["lowest"].min(), items["highest"].max(), gates))
    return pd.DataFrame(rows, columns=["name", "raters", "lowest", "highest", "gates"])

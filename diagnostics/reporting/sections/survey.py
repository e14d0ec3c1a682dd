"""For the standard of a staff survey: its index, sub-indices and statements, wave by wave."""

from __future__ import annotations

import pandas as pd

from diagnostics.definitions.standard import Node
from diagnostics.reporting.blocks import Blocks, Callout, Column, Heading, Paragraph, ScoreCard, ScoreCards, Table, anchor, cell, section
from diagnostics.reporting.figures.survey_charts import index_chart
from diagnostics.reporting.material import Material
from diagnostics.reporting.numbers import known
from diagnostics.scoring.intervals import wilson

ONE_DECIMAL = 1


def survey_summary(material: Material) -> Blocks:
    """The index in the focus, its parts, and what to bear in mind."""
    say, focus = material.say, material.mission.focus
    root, own = material.standard.nodes()[0].node, material.scores_of(focus)["score"]
    cards = [_card(material, node, own.get(node.id)) for node in (root, *material.processes) if node.id in own.index]
    facts = {"index": material.node_name(root), "wave": material.name_of(focus)}
    value = own.get(root.id)
    lead = say("surveyed-lead", value=say.fixed(value, ONE_DECIMAL), **facts) if known(value) else say("surveyed-lead-withheld", **facts)
    caveats = (
        say("surveyed-caveat-share"),
        say("surveyed-caveat-mean"),
        say("surveyed-caveat-least", least=material.mission.thresholds.disclosure),
    )
    return section(
        Heading(say("summary-heading"), 1, "summary"),
        Paragraph(lead, "lead"),
        ScoreCards(tuple(cards)),
        Callout(say("caveats-title"), caveats, "attention"),
    )


def _card(material: Material, node: Node, value: float | None) -> ScoreCard:
    say, name = material.say, material.node_name(node)
    if not known(value):
        return ScoreCard(name, "–", "", say("not-shown"))
    return ScoreCard(name, say.fixed(value, ONE_DECIMAL), say("surveyed-of-hundred"))


def survey_profile(material: Material) -> Blocks:
    """The index and its parts in every wave, as a chart and as a table."""
    say = material.say
    nodes = (material.standard.nodes()[0].node, *material.processes)
    values = pd.DataFrame(
        {wave: _values(material, wave, [node.id for node in nodes]) for wave in waves(material)}, index=[node.id for node in nodes]
    )
    names = {node.id: material.node_name(node) for node in nodes}
    columns = (Column(say("surveyed-index"), width=2), *(Column(material.name_of(wave), "number") for wave in values))
    rows = tuple(
        (cell(names[node], "strong" if place == 0 else None), *(cell(_said(material, value)) for value in line))
        for place, (node, line) in enumerate(zip(values.index, values.to_numpy(), strict=True))
    )
    return section(
        Heading(say("surveyed-profile-heading"), 1, "climate"),
        Paragraph(say("surveyed-profile-intro")),
        index_chart(say, values, names, {wave: material.name_of(wave) for wave in values}),
        Table(say("surveyed-table-caption"), columns, rows, say("surveyed-table-note")),
    )


def survey_items(material: Material) -> Blocks:
    """Every statement in every wave, with the number of answers and the interval of the wave in focus."""
    say = material.say
    tables = [_item_table(material, process) for process in material.processes]
    return section(
        Heading(say("surveyed-items-heading"), 1, "statements"),
        *(part for process, table in zip(material.processes, tables, strict=True) for part in (_part_heading(material, process), table)),
    )


def _part_heading(material: Material, process) -> Heading:
    return Heading(material.node_name(process), 2, anchor("process", process.id))


def _item_table(material: Material, process) -> Table:
    say, focus = material.say, material.mission.focus
    items = [child for child in process.children if child.is_leaf]
    own = material.scores_of(focus).reindex([item.id for item in items])
    lower, upper = wilson(own["score"], own["answered"])
    values = {wave: _values(material, wave, [item.id for item in items]) for wave in waves(material)}
    columns = (
        Column(say("surveyed-statement"), width=2.6),
        *(Column(material.name_of(wave), "number") for wave in values),
        Column(say("surveyed-interval"), "number", 1.2),
        Column(say("surveyed-answers"), "number"),
    )
    rows = []
    for place, item in enumerate(items):
        is_shown = known(values[focus][place])
        span = f"{say.fixed(lower[place], ONE_DECIMAL)}–{say.fixed(upper[place], ONE_DECIMAL)}" if is_shown else "–"
        count = say.count(int(own["answered"].iloc[place])) if is_shown else "–"
        shares = (cell(_said(material, values[wave][place])) for wave in values)
        rows.append((cell(f"{item.id} {material.node_name(item)}"), *shares, cell(span), cell(count)))
    note = say("surveyed-items-note", wave=material.name_of(focus))
    return Table(say("surveyed-items-caption", index=material.node_name(process)), columns, tuple(rows), note)


def waves(material: Material) -> tuple[str, ...]:
    """The assessments shown, in the order that the mission gives them."""
    mission = material.mission
    return mission.comparison.assessments if mission.comparison else (*reversed(mission.beside), mission.focus)


def _values(material: Material, wave: str, nodes: list[str]) -> list[float]:
    """Scores of one wave; empty where they may not be shown."""
    return [float(value) for value in material.scores_of(wave)["score"].reindex(nodes)]


def _said(material: Material, value: float) -> str:
    return material.say.fixed(value, ONE_DECIMAL, unknown=material.say("not-shown"))

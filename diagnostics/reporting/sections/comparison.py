"""For a standard without levels: the focus beside other administrations, every published value unchanged."""

from __future__ import annotations

import pandas as pd

from diagnostics.reporting import sentences
from diagnostics.reporting.blocks import (
    Blocks,
    BulletList,
    Callout,
    Column,
    Heading,
    Paragraph,
    ScoreCard,
    ScoreCards,
    Table,
    anchor,
    cell,
    section,
)
from diagnostics.reporting.figures.comparison_charts import comparison_dots, comparison_heat_map
from diagnostics.reporting.figures.profile import comparison_table
from diagnostics.reporting.material import Material
from diagnostics.reporting.numbers import known
from diagnostics.reporting.sentences import sentence

_SHOWN = 4
_FAR = 25  # points of 100
_SAME = 1e-9


def comparison_summary(material: Material) -> Blocks:
    """Where the focus stands above and below the average, in plain words."""
    say, table = material.say, comparison_table(material)
    focus, name = material.mission.focus, material.name_of(material.mission.focus)
    groups = _table(material, comparison_table(material, "groups"), say("comparison-groups-caption"), rounded=True)
    return section(
        Heading(say("summary-heading"), 1, "summary"),
        Paragraph(sentence(sentences.indicator_title(say, table, name, focus)), "lead"),
        _cards(material, table),
        Paragraph(_basis(material), "note"),
        groups,
        Heading(say("comparison-below-heading"), 2, "main-gaps"),
        _furthest(material, table.nsmallest(_SHOWN, "difference"), below=True),
        Heading(say("comparison-above-heading"), 2, "strengths"),
        _furthest(material, table.nlargest(_SHOWN, "difference"), below=False),
        _caveats(material, table),
    )


def _cards(material: Material, table: pd.DataFrame) -> ScoreCards:
    say, apart = material.say, table["difference"].dropna()
    of = say("of-number", number=len(apart))
    cards = [
        ScoreCard(say("comparison-card-items"), say.count(len(table)), "", say("comparison-card-groups", count=len(material.processes))),
        ScoreCard(say("comparison-card-above"), say.count((apart > _SAME).sum()), of),
        ScoreCard(say("comparison-card-below"), say.count((apart < -_SAME).sum()), of),
        ScoreCard(say("comparison-card-far-below", points=_FAR), say.count((apart <= -_FAR + _SAME).sum()), of),
    ]
    return ScoreCards(tuple(cards))


def _furthest(material: Material, rows: pd.DataFrame, below: bool) -> Blocks:
    say, focus = material.say, material.mission.focus
    rows = rows[rows["difference"] < -_SAME] if below else rows[rows["difference"] > _SAME]
    if rows.empty:
        return section(Paragraph(say("comparison-none-below") if below else say("comparison-none-above")))
    items = tuple(
        say(
            "comparison-item",
            name=row["name"],
            value=say.published(row[focus]),
            average=say.fixed(row["average"]),
            difference=say.signed(row["difference"]),
        )
        for _, row in rows.iterrows()
    )
    return section(BulletList(items))


def _basis(material: Material) -> str:
    say, comparison = material.say, material.mission.comparison
    if comparison is None:
        return say("comparison-nobody")
    members = [material.name_of(one) for one in comparison.average_of]
    rest = [material.name_of(one) for one in comparison.assessments if one not in comparison.average_of]
    text = say("comparison-basis", count=len(members), members=say.listed(members))
    return f"{text} {say('comparison-beside', names=say.listed(rest), count=len(rest))}" if rest else text


def footnote(material: Material) -> str:
    """What the mission says about the names of those compared; it stands wherever they stand."""
    note = material.mission.comparison.note if material.mission.comparison else ""
    return sentence(note) if note else ""


def _caveats(material: Material, table: pd.DataFrame) -> Callout:
    say = material.say
    shown = [column for column in table if column in set(material.told_scores["assessment"])]
    missing = int(table[shown].isna().sum().sum())
    texts = [say("comparison-published", standard=say.content(material.standard.title))]
    if missing:
        texts.append(say("comparison-missing", count=missing))
    return Callout(say("caveats-title"), tuple(texts), "attention")


def comparison_profile(material: Material) -> Blocks:
    """The heat map of everything, and the indicators as a table."""
    say, table, focus = material.say, comparison_table(material), material.mission.focus
    columns = {**_columns(material), "average": say("comparison-average")}
    note = f"{_basis(material)} {footnote(material)}".strip()
    return section(Heading(say("comparison-profile-heading"), 1, "maturity-profile"), comparison_heat_map(say, table, columns, focus, note))


def indicator_pages(material: Material) -> Blocks:
    """One page an indicator."""
    say, table, focus = material.say, comparison_table(material), material.mission.focus
    pages = []
    for place, node in enumerate(material.processes):
        rows, name = table[table["group"] == node.id], material.node_name(node)
        pages.append(
            section(
                Heading(f"{name} ({node.id})", 2, anchor("process", node.id), new_page=place > 0),
                Paragraph(say.content(node.scope), "note") if node.scope else None,
                comparison_dots(say, rows, _columns(material), focus, name),
                _table(material, rows, say("comparison-items-caption", indicator=name)),
            )
        )
    return section(Heading(say("comparison-indicators-heading"), 1, "processes"), *pages)


def _columns(material: Material) -> dict[str, str]:
    comparison = material.mission.comparison
    return {one: material.name_of(one) for one in (comparison.assessments if comparison else (material.mission.focus,))}


def _table(material: Material, values: pd.DataFrame, caption: str, rounded: bool = False) -> Table:
    say, columns, focus = material.say, _columns(material), material.mission.focus
    heads = (
        Column(say("comparison-indicator") if rounded else say("comparison-sub-indicator"), width=2.9),
        *(Column(name, "number", 1.05) for name in columns.values()),
        Column(say("comparison-average"), "number"),
        Column(say("column-difference"), "number", 1.15),
    )
    rows = []
    for _, row in values.iterrows():
        cells = [cell(row["name"])]
        for column in columns:
            text = say.fixed(row[column], unknown=say.no_data) if rounded else say.published(row[column])
            cells.append(cell(text, "muted" if not known(row[column]) else "strong" if column == focus else None))
        apart = row["difference"]
        cells.append(cell(say.fixed(row["average"], unknown=say.no_data)))
        cells.append(cell(say.signed(apart, unknown=say.no_data), "attention" if known(apart) and apart < -_SAME else None))
        rows.append(tuple(cells))
    source = say("comparison-rounded-note") if rounded else say("comparison-published-note")
    note = f"{source} {say('comparison-difference-note', focus=columns[focus])} {footnote(material)}".strip()
    return Table(caption, heads, tuple(rows), note)

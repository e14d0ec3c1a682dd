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
from diagnostics.reporting.comparison_charts import comparison_dots, comparison_heat_map
from diagnostics.reporting.material import Material
from diagnostics.reporting.numbers import NO_DATA, count, fixed, known, published, signed
from diagnostics.reporting.profile import comparison_table, name_of
from diagnostics.reporting.sentences import counted, listed, sentence

_SHOWN = 4


def comparison_summary(material: Material) -> Blocks:
    """Where the focus stands above and below the average, in plain words."""
    table = comparison_table(material)
    focus, name = material.mission.focus, material.name_of(material.mission.focus)
    return section(
        Heading("Executive summary", 1, "summary"),
        Paragraph(sentence(sentences.indicator_title(table, name, focus)), "lead"),
        _cards(material, table),
        Paragraph(_basis(material), "note"),
        _table(material, comparison_table(material, "groups"), "Indicators: mean of their sub-indicators", rounded=True),
        Heading("Furthest below the average", 2, "main-gaps"),
        _furthest(table.nsmallest(_SHOWN, "difference"), focus, below=True),
        Heading("Furthest above the average", 2, "strengths"),
        _furthest(table.nlargest(_SHOWN, "difference"), focus, below=False),
        _caveats(material, table),
    )


def _cards(material: Material, table: pd.DataFrame) -> ScoreCards:
    both = table.dropna(subset=["difference"])
    cards = [
        ScoreCard("Sub-indicators", count(len(table)), "", f"in {len(material.processes)} indicators"),
        ScoreCard("Above the average", count(int((both["difference"] > 1e-9).sum())), f"of {len(both)}"),
        ScoreCard("Below the average", count(int((both["difference"] < -1e-9).sum())), f"of {len(both)}"),
        ScoreCard("Below it by 25 or more", count(int((both["difference"] <= -25 + 1e-9).sum())), f"of {len(both)}"),
    ]
    return ScoreCards(tuple(cards))


def _furthest(rows: pd.DataFrame, focus: str, below: bool) -> Blocks:
    rows = rows[rows["difference"] < -1e-9] if below else rows[rows["difference"] > 1e-9]
    if rows.empty:
        return section(Paragraph(f"No sub-indicator lies {'below' if below else 'above'} the average."))
    items = tuple(
        f"{row['name']}: {published(row[focus])}, average {fixed(row['average'])}, difference {signed(row['difference'])}."
        for _, row in rows.iterrows()
    )
    return section(BulletList(items))


def _basis(material: Material) -> str:
    comparison = material.mission.comparison
    if comparison is None:
        return "The mission names no other administrations to compare with."
    members = [material.name_of(one) for one in comparison.average_of]
    rest = [material.name_of(one) for one in comparison.assessments if one not in comparison.average_of]
    who = f"{counted(len(members), 'administration')} {listed(members)}"
    text = f"The average is the plain mean of the {who}, each counted where it has a value."
    return text + (
        f" {listed(rest)} {'is' if len(rest) == 1 else 'are'} shown beside and {'does' if len(rest) == 1 else 'do'} not enter it."
        if rest
        else ""
    )


def footnote(material: Material) -> str:
    """What the mission says about the names of those compared; it stands wherever they stand."""
    note = material.mission.comparison.note if material.mission.comparison else ""
    return sentence(note) if note else ""


def _caveats(material: Material, table: pd.DataFrame) -> Callout:
    shown = [column for column in table if column in set(material.scores["assessment"])]
    missing = int(table[shown].isna().sum().sum())
    texts = [f"The values are those published with “{material.standard.title}”; the kit adds only averages and differences."]
    if missing:
        texts.append(
            sentence(
                f"{counted(missing, 'value')} {'is' if missing == 1 else 'are'} missing and shown as “{NO_DATA}”; none is taken as zero"
            )
        )
    return Callout("What to bear in mind", tuple(texts), "attention")


def comparison_profile(material: Material) -> Blocks:
    """The heat map of everything, and the indicators as a table."""
    table, focus = comparison_table(material), material.mission.focus
    columns = _columns(material)
    note = f"{_basis(material)} {footnote(material)}".strip()
    return section(
        Heading("Profile in comparison", 1, "maturity-profile"),
        comparison_heat_map(table, {**columns, "average": "Average"}, focus, note),
    )


def indicator_pages(material: Material) -> Blocks:
    """One page an indicator."""
    table, focus = comparison_table(material), material.mission.focus
    pages = []
    for place, node in enumerate(material.processes):
        rows = table[table["group"] == node.id]
        pages.append(
            section(
                Heading(f"{name_of(node)} ({node.id})", 2, anchor("process", node.id), new_page=place > 0),
                Paragraph(node.scope, "note") if node.scope else None,
                comparison_dots(rows, _columns(material), focus, name_of(node)),
                _table(material, rows, f"{name_of(node)}: every sub-indicator"),
            )
        )
    return section(Heading("Indicator by indicator", 1, "processes"), *pages)


def _columns(material: Material) -> dict[str, str]:
    comparison = material.mission.comparison
    return {one: material.name_of(one) for one in (comparison.assessments if comparison else (material.mission.focus,))}


def _table(material: Material, values: pd.DataFrame, caption: str, rounded: bool = False) -> Table:
    columns = _columns(material)
    focus = material.mission.focus
    heads = (
        Column("Sub-indicator" if not rounded else "Indicator", width=2.9),
        *(Column(name, "number", 1.05) for name in columns.values()),
    )
    heads += (Column("Average", "number"), Column("Difference", "number", 1.15))
    rows = []
    for _, row in values.iterrows():
        cells = [cell(row["name"])]
        for column in columns:
            text = fixed(row[column], unknown=NO_DATA) if rounded else published(row[column])
            cells.append(cell(text, "muted" if not known(row[column]) else "strong" if column == focus else None))
        apart = row["difference"]
        cells.append(cell(fixed(row["average"], unknown=NO_DATA)))
        cells.append(cell(signed(apart, unknown=NO_DATA), "attention" if known(apart) and apart < -1e-9 else None))
        rows.append(tuple(cells))
    source = "House rule: an indicator's score is the plain mean of its sub-indicators. " if rounded else "Values as published. "
    text = f"{source}Difference: {columns[focus]} minus average, from unrounded values. {footnote(material)}".strip()
    return Table(caption, heads, tuple(rows), text)

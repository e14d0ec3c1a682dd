"""One page a process: where it stands, how the assessments differ, what staff say, what was found and what closes it."""

from __future__ import annotations

import pandas as pd

from diagnostics.definitions.standard import Node
from diagnostics.reporting import sentences
from diagnostics.reporting.blocks import Blocks, Cell, Column, Heading, Paragraph, ScoreCard, ScoreCards, Table, anchor, cell, section
from diagnostics.reporting.figures.charts import self_against_expert
from diagnostics.reporting.figures.profile import criterion_table, process_table
from diagnostics.reporting.material import Material
from diagnostics.reporting.numbers import NOT_APPLICABLE, known
from diagnostics.reporting.sections.maturity import level_cell, score_range
from diagnostics.reporting.sections.voices import voices
from diagnostics.reporting.speaker import Speaker

_SAME = 1e-9


def process_pages(material: Material) -> Blocks:
    """Every process on a page of its own."""
    processes, criteria = process_table(material), criterion_table(material)
    pages = [
        _page(material, node, row, criteria[criteria["process"] == node.id], first=place == 0)
        for place, (node, (_, row)) in enumerate(zip(material.processes, processes.iterrows(), strict=True))
    ]
    return section(Heading(material.say("processes-heading"), 1, "processes"), *pages)


def _page(material: Material, node: Node, row: pd.Series, criteria: pd.DataFrame, first: bool) -> Blocks:
    say, name = material.say, material.node_name(node)
    names = (material.name_of(material.mission.focus), material.name_of(material.beside or ""))
    figure = self_against_expert(say, criteria, name, names) if material.beside and criteria["self_level"].notna().any() else None
    return section(
        Heading(f"{name} ({node.id})", 2, anchor("process", node.id), new_page=not first),
        Paragraph(say.content(node.scope), "note") if node.scope else None,
        _cards(say, row),
        Paragraph(" ".join(filter(None, (_standing(say, criteria), _incomplete(material, criteria), voices(material, node))))),
        figure,
        _criteria_table(material, name, criteria),
        _findings(material, node),
    )


def _cards(say: Speaker, row: pd.Series) -> ScoreCards:
    label = str(row["label"])
    tone = f"level-{label}" if label in ("1", "2", "3", "4", "5") else None
    why = say.unrated(row["unrated"])
    gap = ""
    if known(row["gap"]):
        gap = say("process-card-gap", gap=say.fixed(row["gap"])) if row["gap"] > 0 else say("process-card-reached")
    is_known = known(row["score"])
    spread = say("process-card-range", range=score_range(say, row["lowest"], row["highest"])) if is_known else ""
    return ScoreCards(
        (
            ScoreCard(say("column-level"), label if tone else "–", say("of-number", number=5) if tone else "", "" if tone else why, tone),
            ScoreCard(say("column-score"), say.fixed(row["score"]) if is_known else "–", "", spread),
            ScoreCard(say("column-lowest-criterion"), say.level(row["minimum"], unknown="–")),
            ScoreCard(say("column-target"), say.level(row["target"], unknown="–"), "", gap),
            ScoreCard(say("column-with-evidence"), say.percent(row["evidence_share"], unknown="–"), "", say("process-card-evidence-note")),
        )
    )


def _standing(say: Speaker, criteria: pd.DataFrame) -> str:
    rated = criteria[criteria["level"].notna()]
    outside = int(criteria["unrated"].eq(NOT_APPLICABLE).sum())
    if outside == len(criteria):
        return say("process-nothing-applies")
    if rated.empty:
        return say("process-none-rated")
    strong, weak = sentences.extremes(rated, "level")
    best, worst = rated["level"].max(), rated["level"].min()
    text = _below(say, int((rated["target"] - rated["level"] > _SAME).sum()), len(rated))
    if best - worst < _SAME:
        return f"{text} {say('process-all-equal', level=say.level(best))}"
    told = say("process-extremes", best=say.level(best), strong=say.listed(strong), worst=say.level(worst), weak=say.listed(weak))
    unknown = len(criteria) - len(rated) - outside
    parts = [text, told, say("process-not-assessed", count=unknown) if unknown else ""]
    parts.append(say("process-not-applicable", count=outside) if outside else "")
    return " ".join(filter(None, parts))


def _incomplete(material: Material, criteria: pd.DataFrame) -> str:
    """A word of warning where too few of the criteria that apply were rated."""
    applies = material.scores_of(material.mission.focus)["applicable"].reindex(criteria["node"]).to_numpy() > 0
    needed = material.mission.thresholds.coverage
    if not applies.any() or criteria["level"].notna().to_numpy()[applies].mean() >= needed - _SAME:
        return ""
    return material.say("process-incomplete", share=material.say.percent(100 * needed))


def _below(say: Speaker, low: int, rated: int) -> str:
    if low == rated:
        return say("process-all-below", count=rated)
    return say("process-some-below", count=low, total=rated) if low else say("process-none-below", total=rated)


def _criteria_table(material: Material, name: str, criteria: pd.DataFrame) -> Table:
    say, beside = material.say, bool(material.beside)
    columns = [
        Column(say("column-criterion"), width=3.6),
        Column(say("column-level"), "level"),
        Column(say("column-target"), "number", 0.9),
        Column(say("criteria-held-down"), width=2.5),
    ]
    if beside:
        other = sentences.capital(material.name_of(material.beside or ""))
        columns[3:3] = [Column(other, "level", 1.2), Column(say("column-difference"), "number", 1.1)]
    limiting = dict(zip(material.findings["node"], material.findings["limiting"], strict=True)) if len(material.findings) else {}
    rows = [_criterion_row(material, row, str(limiting.get(row.node, "")).split(), beside) for row in criteria.itertuples()]
    notes = [say("criteria-difference-note", limit=say.level(material.mission.thresholds.divergence))] if beside else []
    notes.append(say("criteria-held-down-note"))
    notes += [say("marked-note")] if criteria["marked"].any() else []
    return Table(say("criteria-caption", process=name), tuple(columns), tuple(rows), " ".join(notes), compact=True)


def _criterion_row(material: Material, row, gates: list[str], beside: bool) -> tuple[Cell, ...]:
    say = material.say
    cells = [cell(f"{row.name} ({row.node})"), level_cell(say, row.level, row.marked, row.unrated), cell(say.level(row.target))]
    if beside:
        apart = known(row.difference) and abs(row.difference) >= material.mission.thresholds.divergence - _SAME
        cells += [
            level_cell(say, row.self_level, why=row.self_unrated),
            cell(say.signed(row.difference, 0, "–"), "attention" if apart else None),
        ]
    return (*cells, cell(say.listed(material.gate_names(gates)) or "–"))


def _findings(material: Material, node: Node) -> Blocks:
    say, name = material.say, material.node_name(node)
    found = material.findings[material.findings["process"] == node.id] if len(material.findings) else material.findings
    if found.empty:
        return section(Paragraph(say("process-no-gap", process=name)))
    columns = (
        Column(say("findings-rank"), "number", 0.5),
        Column(say("findings-finding"), width=2.7),
        Column(say("column-priority"), width=0.7),
        Column(say("findings-closed-by"), width=5.6),
    )
    bands = {"high": say("band-high"), "medium": say("band-medium"), "low": say("band-low")}
    rows = [
        (
            cell(say.count(row.rank)),
            cell(f"{say.content(row.name)} ({row.node})"),
            cell(bands[row.band], "strong" if row.band == "high" else None),
            cell(_remedies(material, row)),
        )
        for row in found.itertuples()
    ]
    return section(Table(say("findings-caption", process=name), columns, tuple(rows), compact=True))


def _remedies(material: Material, row) -> str:
    say = material.say
    titles = {remedy.id: remedy.title for remedy in material.remedies}
    plan = material.workplan.set_index("action") if len(material.workplan) else material.workplan
    lines = []
    for remedy in str(row.remedies).split():
        planned = plan.loc[remedy] if remedy in plan.index else None
        title = titles.get(remedy) or (planned["title"] if planned is not None else remedy)
        is_placed = planned is not None and planned["scheduled"]
        when = say.span(planned["start"], planned["finish"]) if is_placed else say("findings-not-scheduled")
        lines.append(f"{say.content(title)} ({when})")
    return "\n".join(lines) or say("findings-no-remedy")

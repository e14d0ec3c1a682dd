"""One page a process: where it stands, how the assessments differ, what staff say, what was found and what closes it."""

from __future__ import annotations

import pandas as pd

from diagnostics.definitions.standard import Node
from diagnostics.reporting import sentences
from diagnostics.reporting.blocks import Blocks, Column, Heading, Paragraph, ScoreCard, ScoreCards, Table, anchor, cell, section
from diagnostics.reporting.charts import self_against_expert
from diagnostics.reporting.material import Material
from diagnostics.reporting.numbers import NOT_APPLICABLE, NOT_ASSESSED, count, fixed, in_words, known, level, percent, signed
from diagnostics.reporting.profile import criterion_table, name_of, process_table
from diagnostics.reporting.sections.maturity import level_cell, score_range, shown_shares
from diagnostics.reporting.sentences import counted, listed, sentence


def process_pages(material: Material) -> Blocks:
    """Every process on a page of its own."""
    processes, criteria = process_table(material), criterion_table(material)
    pages = [
        _page(material, node, row, criteria[criteria["process"] == node.id], first=place == 0)
        for place, (node, (_, row)) in enumerate(zip(material.processes, processes.iterrows(), strict=True))
    ]
    return section(Heading("Process by process", 1, "processes"), *pages)


def _page(material: Material, node: Node, row: pd.Series, criteria: pd.DataFrame, first: bool) -> Blocks:
    names = (material.name_of(material.mission.focus), material.name_of(material.beside or ""))
    name = name_of(node)
    figure = self_against_expert(criteria, name, names) if material.beside and criteria["self_level"].notna().any() else None
    return section(
        Heading(f"{name} ({node.id})", 2, anchor("process", node.id), new_page=not first),
        Paragraph(node.scope, "note") if node.scope else None,
        _cards(row),
        Paragraph(" ".join(filter(None, (_standing(row, criteria), _incomplete(material, criteria), _voices(material, node))))),
        figure,
        _criteria_table(material, name, criteria),
        _findings(material, node),
    )


def _cards(row: pd.Series) -> ScoreCards:
    label = str(row["label"])
    tone = f"level-{label}" if label in ("1", "2", "3", "4", "5") else None
    spread = score_range(row["lowest"], row["highest"])
    gap = f"gap {fixed(row['gap'])}" if known(row["gap"]) and row["gap"] > 0 else "reached" if known(row["gap"]) else ""
    is_known = known(row["score"])
    return ScoreCards(
        (
            ScoreCard("Level", label if tone else "–", "of 5" if tone else "", "" if tone else row["unrated"], tone),
            ScoreCard("Score", fixed(row["score"]) if is_known else "–", "", f"range {spread}" if is_known else ""),
            ScoreCard("Lowest criterion", level(row["minimum"], unknown="–")),
            ScoreCard("Target", level(row["target"], unknown="–"), "", gap),
            ScoreCard("With evidence", percent(row["evidence_share"], unknown="–"), "", "of the answers that claim something"),
        )
    )


def _standing(row: pd.Series, criteria: pd.DataFrame) -> str:
    rated = criteria[criteria["level"].notna()]
    outside = int(criteria["unrated"].eq(NOT_APPLICABLE).sum())
    if outside == len(criteria):
        return "Nothing of this process applies."
    if rated.empty:
        return "No criterion of this process has been rated."
    strong, weak = sentences.extremes(rated, "level")
    best, worst = rated["level"].max(), rated["level"].min()
    low = int((rated["target"] - rated["level"] > 1e-9).sum())
    text = _below(low, len(rated))
    if best - worst < 1e-9:
        return f"{text} All stand at level {level(best)}."
    text += f" Highest, at level {level(best)}: {listed(strong)}. Lowest, at level {level(worst)}: {listed(weak)}."
    return text + _unrated(len(criteria) - len(rated) - outside, NOT_ASSESSED) + _unrated(outside, NOT_APPLICABLE)


def _unrated(number: int, why: str) -> str:
    return " " + sentence(f"{counted(number, 'criterion is', 'criteria are')} {why}") if number else ""


def _incomplete(material: Material, criteria: pd.DataFrame) -> str:
    """A word of warning where too few of the criteria that apply were rated."""
    applies = material.scores_of(material.mission.focus)["applicable"].reindex(criteria["node"]).to_numpy() > 0
    needed = material.mission.thresholds.coverage
    if not applies.any() or criteria["level"].notna().to_numpy()[applies].mean() >= needed - 1e-9:
        return ""
    return f"Fewer than {percent(100 * needed)} of the criteria that apply were rated: read the score as incomplete."


def _below(low: int, rated: int) -> str:
    if low == rated:
        return "All criteria that were rated lie below target." if rated > 1 else "The one criterion that was rated lies below target."
    words = in_words(low) if low else "none"
    return sentence(f"{words} of the {counted(rated, 'criterion', 'criteria')} rated {'lie' if low > 1 else 'lies'} below target")


def _criteria_table(material: Material, name: str, criteria: pd.DataFrame) -> Table:
    columns = [Column("Criterion", width=3.6), Column("Level", "level"), Column("Target", "number", 0.9), Column("Held down by", width=2.5)]
    beside = bool(material.beside)
    if beside:
        columns[3:3] = [Column(material.name_of(material.beside or "").capitalize(), "level", 1.2), Column("Difference", "number", 1.1)]
    limiting = dict(zip(material.findings["node"], material.findings["limiting"], strict=True)) if len(material.findings) else {}
    limit = material.mission.thresholds.divergence
    rows = []
    for row in criteria.itertuples():
        cells = [cell(f"{row.name} ({row.node})"), level_cell(row.level, row.marked, row.unrated), cell(level(row.target))]
        if beside:
            apart = known(row.difference) and abs(row.difference) >= limit - 1e-9
            cells += [
                level_cell(row.self_level, unknown=row.self_unrated),
                cell(signed(row.difference, 0, "–"), "attention" if apart else None),
            ]
        rows.append((*cells, cell(listed(str(limiting.get(row.node, "")).split()) or "–")))
    note = f"Difference of {level(limit)} or more is highlighted. " if beside else ""
    note += "Held down by: the gates at the criterion's level, where it is below target."
    note += " * A level was claimed without evidence and counts as 1." if criteria["marked"].any() else ""
    return Table(f"{name}: levels of the criteria", tuple(columns), tuple(rows), note, compact=True)


def _voices(material: Material, node: Node) -> str:
    return " ".join(filter(None, (_survey(material, node), _interviews(material, node), _missing_documents(material, node))))


def _missing_documents(material: Material, node: Node) -> str:
    """A basic document that is not there is a finding of its own."""
    if material.documents.empty:
        return "Reference documents: not available, no reference document data."
    absent = material.documents.query("process_id == @node.id and status == 'missing'")["title"]
    return f"Missing documents: {'; '.join(absent)}." if len(absent) else ""


def _survey(material: Material, node: Node) -> str:
    if material.process_survey.empty:
        return "Staff survey: not available, no staff survey data."
    row = shown_shares(material).query("process == @node.id")
    if row.empty:
        return "The staff survey asks nothing about this process."
    share = row.iloc[0]
    if not known(share["percent_positive"]):
        least = material.mission.thresholds.disclosure
        return f"Staff survey: not shown, fewer than {least} people answered it or one of its statements."
    over = f"on average over its {counted(int(share['items']), 'statement')}" if share["items"] > 1 else "on its one statement"
    people = f"{count(share['respondents'])} people answered"
    return f"Staff survey: {over}, {percent(share['percent_positive'])} of the answers are favourable ({people})."


def _interviews(material: Material, node: Node) -> str:
    if material.interviews_summary.empty:
        return "Interviews: not available, no interview data."
    rows = material.interviews_summary[material.interviews_summary["process"] == node.id]
    total = rows["interviews"].sum()
    if not total:
        return "No interview touched on this process."
    if total < material.mission.thresholds.disclosure:
        return f"Interviews: not shown, fewer than {material.mission.thresholds.disclosure} spoke about this process."
    good, bad, neutral = (int(rows[column].sum()) for column in ("positive", "negative", "neutral"))
    # Single counts may be small enough to point at people; their balance does not.
    more = "favourable than critical" if good > bad else "critical than favourable"
    balance = "as many were favourable as critical" if good == bad else f"more were {more}"
    return f"Of {count(good + bad + neutral)} remarks on it in interviews, {balance}."


def _findings(material: Material, node: Node) -> Blocks:
    name = name_of(node)
    found = material.findings[material.findings["process"] == node.id] if len(material.findings) else material.findings
    if found.empty:
        return section(Paragraph(f"{name}: no criterion that was assessed lies below its target."))
    columns = (
        Column("Rank", "number", 0.5),
        Column("Finding", width=2.7),
        Column("Priority", width=0.7),
        Column("What closes it", width=5.6),
    )
    rows = [
        (
            cell(count(row.rank)),
            cell(f"{row.name} ({row.node})"),
            cell(row.band, "strong" if row.band == "high" else None),
            cell(_remedies(material, row)),
        )
        for row in found.itertuples()
    ]
    return section(
        Table(
            f"{name}: findings by their rank in the review, and remedies",
            columns,
            tuple(rows),
            compact=True,
        )
    )


def _remedies(material: Material, row) -> str:
    titles = {remedy.id: remedy.title for remedy in material.remedies}
    plan = material.workplan.set_index("action") if len(material.workplan) else material.workplan
    lines = []
    for remedy in str(row.remedies).split():
        planned = plan.loc[remedy] if remedy in plan.index else None
        title = titles.get(remedy) or (planned["title"] if planned is not None else remedy)
        when = sentences.span(planned["start"], planned["finish"]) if planned is not None and planned["scheduled"] else "not scheduled"
        lines.append(f"{title} ({when})")
    return "\n".join(lines) or "no remedy is bundled for this step"

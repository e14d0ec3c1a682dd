"""The maturity profile: every criterion at a glance, score against target, and the figures behind them."""

from __future__ import annotations

import pandas as pd

from diagnostics.definitions.standard import Node
from diagnostics.reporting.blocks import Blocks, Cell, Column, Heading, Paragraph, Span, Table, Tone, anchor, cell, section
from diagnostics.reporting.charts import climate_bars, maturity_heat_map
from diagnostics.reporting.material import Material
from diagnostics.reporting.numbers import NO_DATA, NOT_APPLICABLE, NOT_ASSESSED, count, fixed, known, level, percent, published
from diagnostics.reporting.profile import criterion_table, name_of, process_table
from diagnostics.reporting.sections.raters import rater_divergence
from diagnostics.reporting.sections.summary import overall_row

_EXACT = 3  # decimals
RANGE_NOTE = "Range: the lowest and highest score that unanswered questions, and claims without evidence, leave possible."


def maturity_profile(material: Material) -> Blocks:
    """Heat map, targets, levels table, answer counts and the climate survey."""
    processes, criteria = process_table(material), criterion_table(material)
    return section(
        Heading("Maturity profile", 1, "maturity-profile"),
        Paragraph(
            f"The figures rest on the {material.name_of(material.mission.focus)}. A criterion's level is the lowest of its gates; "
            "a process's score is the weighted mean of its criteria and is always shown with its lowest one."
        ),
        maturity_heat_map(criteria, processes),
        Heading("Levels, scores and targets", 2, "targets"),
        _levels_table(material, processes),
        _overall_table(material),
        _states_table(processes),
        rater_divergence(material),
        _climate(material, processes),
    )


def level_tone(value: object) -> Tone | None:
    """The colour of a level."""
    if not known(value):
        return "unknown"
    return f"level-{min(max(int(float(value) + 1e-9), 1), 5)}"  # type: ignore[arg-type, return-value]


def level_cell(value: object, marked: bool = False, unknown: str = NOT_ASSESSED) -> Cell:
    """A level on its colour, with * where evidence is missing."""
    return cell(level(value, unknown) + (" *" if marked else ""), level_tone(value))


def _levels_table(material: Material, processes: pd.DataFrame) -> Table:
    columns = (
        Column("Process", width=3.1),
        Column("Level", "level", 0.9),
        Column("Score", "number", 0.9),
        Column("Lowest criterion", "level", 1.2),
        Column("Target", "number", 0.9),
        Column("Gap", "number", 0.9),
        Column("Range", "number", 1.5),
        Column("With evidence", "number", 1.1),
    )
    rows = [
        (
            cell((Span(f"{row.name} ({row.node})", link=anchor("process", row.node)),)),
            level_cell(float(row.label) if str(row.label).isdigit() else None, unknown=row.unrated),
            cell(fixed(row.score, unknown=row.unrated)),
            level_cell(row.minimum, unknown=row.unrated),
            cell(level(row.target)),
            cell(fixed(row.gap, unknown=row.unrated), "attention" if known(row.gap) and row.gap > 0 else None),
            cell(score_range(row.lowest, row.highest, row.unrated)),
            cell(percent(row.evidence_share, unknown=row.unrated if row.unrated == NOT_APPLICABLE else NO_DATA)),
        )
        for row in processes.itertuples()
    ]
    overall = overall_row(material)
    if overall is not None:
        name = material.standard.nodes()[0].node
        label = float(overall["label"]) if str(overall["label"]).isdigit() else None
        total = (fixed(overall["score"]), None, "", "", score_range(overall["lowest"], overall["highest"]), "")
        rows.append((cell(name_of(name), "strong"), level_cell(label), *(cell(text or "", "strong") for text in total)))
    note = (
        f"Gap: target minus score, from unrounded values; 0.00 where the target is reached. {RANGE_NOTE} "
        "With evidence: of the answers above the lowest option, the share for which evidence is named."
    )
    return Table("Level, score and target by process", columns, tuple(rows), note)


def _overall_table(material: Material) -> Table | None:
    """The parts of the overall score with their weights: enough to work it out again on paper."""
    root = material.standard.nodes()[0].node
    overall, scores = overall_row(material), material.scores_of(material.mission.focus)["score"].to_dict()
    if overall is None or root.aggregate != "mean" or any(child.is_leaf for child in root.children):
        return None
    columns = (Column("Part", width=2.2), Column("Weight", "number", 0.7), Column("Score", "number", 0.7), Column("Made of", width=4.4))
    rows = [
        (
            cell(f"{name_of(part)} ({part.id})"),
            cell(published(part.weight)),
            cell(fixed(scores.get(part.id), _EXACT)),
            cell(_made_of(part, material, scores)),
        )
        for part in root.children
    ]
    total = ("", fixed(overall["score"], _EXACT), "the weighted mean of the scores above")
    rows.append((cell(name_of(root), "strong"), *(cell(text, "strong") for text in total)))
    note = "A part without a score is left out, with its weight. Three decimals are shown so that the sum can be checked."
    return Table("How the overall score comes about", columns, tuple(rows), note, compact=True)


def _made_of(part: Node, material: Material, scores: dict[str, float]) -> str:
    if part.aggregate != "mean" or part in material.processes:
        return "its criteria" if part in material.processes else "see the annex"
    children = (f"{child.id} {fixed(scores.get(child.id), _EXACT)} (weight {published(child.weight)})" for child in part.children)
    return ", ".join(children)


def score_range(lowest: float, highest: float, unknown: str = NOT_ASSESSED) -> str:
    """From–to; one number where the range is a point."""
    if not known(lowest) or not known(highest):
        return unknown
    low, high = fixed(lowest), fixed(highest)
    return low if low == high else f"{low} – {high}"


def _states_table(processes: pd.DataFrame) -> Table:
    states = ("answered", "dont_know", "not_applicable", "blank", "insufficient")
    labels = ("Answered", "Don't know", "Not applicable", "Blank", "No evidence")
    columns = (Column("Process", width=2.4), *(Column(label, "number") for label in labels))
    rows = [(cell(f"{row.name} ({row.node})"), *(cell(count(getattr(row, state))) for state in states)) for row in processes.itertuples()]
    rows.append((cell("All processes", "strong"), *(cell(count(processes[state].sum()), "strong") for state in states)))
    note = (
        "Counted are the questions of each process, one a gate. “No evidence”: an answer was given above the lowest option, "
        "and no document was named for it."
    )
    return Table("What stands behind the scores: answers by state", columns, tuple(rows), note)


def _climate(material: Material, processes: pd.DataFrame) -> Blocks:
    head = Heading("What the staff survey says", 2, "climate")
    if material.process_survey.empty:
        return section(head, Paragraph("Not available: no staff survey data."))
    survey = shown_shares(material).set_index("process")
    shares = processes[["node", "name"]].merge(survey, left_on="node", right_index=True, how="inner")
    text = "The survey stands beside the rating and does not enter it. It shows how those who are subject to a process see it."
    return section(head, Paragraph(text), climate_bars(shares, material.mission.thresholds.disclosure))


def shown_shares(material: Material) -> pd.DataFrame:
    """Survey shares by process; empty where fewer people answered it, or one of its statements, than may be shown."""
    survey, least = material.process_survey, material.mission.thresholds.disclosure
    # One person answers several statements, so people decide where they are known.
    enough = survey["respondents"].fillna(0) >= least
    if len(material.survey_summary):
        # A mean less the statements that are shown gives the one that is not.
        small = material.survey_summary["answered"].gt(0) & material.survey_summary["answered"].lt(least)
        enough &= ~survey["process"].isin(material.survey_summary.loc[small, "process_id"])
    figures = ("percent_positive", "lower", "upper", "answered", "respondents")
    return survey.assign(**{name: survey[name].where(enough) for name in figures})

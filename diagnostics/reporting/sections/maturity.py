"""The maturity profile: every criterion at a glance, score against target, and the figures behind them."""

from __future__ import annotations

import pandas as pd

from diagnostics.definitions.standard import Node
from diagnostics.reporting.blocks import Blocks, Cell, Column, Heading, Paragraph, Span, Table, Tone, anchor, cell, section
from diagnostics.reporting.figures.charts import climate_bars, maturity_heat_map
from diagnostics.reporting.figures.profile import criterion_table, process_table
from diagnostics.reporting.material import Material
from diagnostics.reporting.numbers import NOT_APPLICABLE, NOT_ASSESSED, known
from diagnostics.reporting.sections.raters import rater_divergence
from diagnostics.reporting.sections.summary import overall_row
from diagnostics.reporting.speaker import Speaker

_EXACT = 3  # decimals


def maturity_profile(material: Material) -> Blocks:
    """Heat map, targets, levels table, answer counts and the climate survey."""
    say, processes, criteria = material.say, process_table(material), criterion_table(material)
    return section(
        Heading(say("profile-heading"), 1, "maturity-profile"),
        Paragraph(say("profile-basis", focus=material.name_of(material.mission.focus))),
        maturity_heat_map(say, criteria, processes),
        Heading(say("profile-targets-heading"), 2, "targets"),
        _levels_table(material, processes),
        _overall_table(material),
        _states_table(say, processes),
        rater_divergence(material),
        _climate(material, processes),
    )


def level_tone(value: object) -> Tone | None:
    """The colour of a level."""
    if not known(value):
        return "unknown"
    return f"level-{min(max(int(float(value) + 1e-9), 1), 5)}"  # type: ignore[arg-type, return-value]


def level_cell(say: Speaker, value: object, marked: bool = False, why: str = NOT_ASSESSED) -> Cell:
    """A level on its colour, with * where evidence is missing; where there is none, why not."""
    return cell(say.level(value, say.unrated(why)) + (" *" if marked else ""), level_tone(value))


def _levels_table(material: Material, processes: pd.DataFrame) -> Table:
    say = material.say
    columns = (
        Column(say("column-process"), width=3.1),
        Column(say("column-level"), "level", 0.9),
        Column(say("column-score"), "number", 0.9),
        Column(say("column-lowest-criterion"), "level", 1.2),
        Column(say("column-target"), "number", 0.9),
        Column(say("levels-gap"), "number", 0.9),
        Column(say("levels-range"), "number", 1.5),
        Column(say("column-with-evidence"), "number", 1.1),
    )
    rows = [_levels_row(say, row) for row in processes.itertuples()]
    overall = overall_row(material)
    if overall is not None:
        name = material.standard.nodes()[0].node
        label = float(overall["label"]) if str(overall["label"]).isdigit() else None
        total = (say.fixed(overall["score"]), "", "", "", score_range(say, overall["lowest"], overall["highest"]), "")
        rows.append((cell(material.node_name(name), "strong"), level_cell(say, label), *(cell(text, "strong") for text in total)))
    return Table(say("levels-caption"), columns, tuple(rows), say("levels-note"))


def _levels_row(say: Speaker, row) -> tuple[Cell, ...]:
    why = say.unrated(row.unrated)
    return (
        cell((Span(f"{row.name} ({row.node})", link=anchor("process", row.node)),)),
        level_cell(say, float(row.label) if str(row.label).isdigit() else None, why=row.unrated),
        cell(say.fixed(row.score, unknown=why)),
        level_cell(say, row.minimum, why=row.unrated),
        cell(say.level(row.target)),
        cell(say.fixed(row.gap, unknown=why), "attention" if known(row.gap) and row.gap > 0 else None),
        cell(score_range(say, row.lowest, row.highest, row.unrated)),
        cell(say.percent(row.evidence_share, unknown=why if row.unrated == NOT_APPLICABLE else say.no_data)),
    )


def _overall_table(material: Material) -> Table | None:
    """The parts of the overall score with their weights: enough to work it out again on paper."""
    say, root = material.say, material.standard.nodes()[0].node
    overall, scores = overall_row(material), material.scores_of(material.mission.focus)["score"].to_dict()
    if overall is None or root.aggregate != "mean" or any(child.is_leaf for child in root.children):
        return None
    columns = (
        Column(say("overall-part"), width=2.2),
        Column(say("column-weight"), "number", 0.7),
        Column(say("column-score"), "number", 0.7),
        Column(say("overall-made-of"), width=4.4),
    )
    rows = [
        (
            cell(f"{material.node_name(part)} ({part.id})"),
            cell(say.published(part.weight)),
            cell(say.fixed(scores.get(part.id), _EXACT)),
            cell(_made_of(part, material, scores)),
        )
        for part in root.children
    ]
    total = ("", say.fixed(overall["score"], _EXACT), say("overall-total"))
    rows.append((cell(material.node_name(root), "strong"), *(cell(text, "strong") for text in total)))
    return Table(say("overall-caption"), columns, tuple(rows), say("overall-note"), compact=True)


def _made_of(part: Node, material: Material, scores: dict[str, float]) -> str:
    say = material.say
    if part in material.processes:
        return say("overall-its-criteria")
    if part.aggregate != "mean":
        return say("overall-see-annex")
    return ", ".join(
        say("overall-child", node=child.id, score=say.fixed(scores.get(child.id), _EXACT), weight=say.published(child.weight))
        for child in part.children
    )


def score_range(say: Speaker, lowest: float, highest: float, why: str = NOT_ASSESSED) -> str:
    """From–to; one number where the range is a point; where there is none, why not."""
    if not known(lowest) or not known(highest):
        return say.unrated(why)
    low, high = say.fixed(lowest), say.fixed(highest)
    return low if low == high else f"{low} – {high}"


def _states_table(say: Speaker, processes: pd.DataFrame) -> Table:
    states = {
        "answered": say("states-answered"),
        "dont_know": say("states-dont-know"),
        "not_applicable": say("states-not-applicable"),
        "blank": say("states-blank"),
        "insufficient": say("states-no-evidence"),
    }
    columns = (Column(say("column-process"), width=2.4), *(Column(label, "number") for label in states.values()))
    rows = [
        (cell(f"{row.name} ({row.node})"), *(cell(say.count(getattr(row, state))) for state in states)) for row in processes.itertuples()
    ]
    rows.append((cell(say("states-all"), "strong"), *(cell(say.count(processes[state].sum()), "strong") for state in states)))
    return Table(say("states-caption"), columns, tuple(rows), say("states-note"))


def _climate(material: Material, processes: pd.DataFrame) -> Blocks:
    say = material.say
    head = Heading(say("climate-heading"), 2, "climate")
    if material.process_survey.empty:
        return section(head, Paragraph(say("climate-not-available")))
    survey = shown_shares(material).set_index("process")
    shares = processes[["node", "name"]].merge(survey, left_on="node", right_index=True, how="inner")
    return section(head, Paragraph(say("climate-intro")), climate_bars(say, shares, material.mission.thresholds.disclosure))


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

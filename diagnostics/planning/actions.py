"""From findings to actions: which remedies, after what, measured by what.

House rules: a finding's remedies are the steps from its level to its target. A step that one of them waits for, in a criterion
that is in scope and below it, joins the plan even where that criterion has reached its own target. Where the coverage that an
indicator counts is reached already, the action is measured by the gate that holds its criterion down. Whatever lies out of scope,
or was not assessed, is taken as given and named in ``assumes``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

import pandas as pd

from diagnostics.definitions.mission import Mission
from diagnostics.definitions.outline import outline
from diagnostics.definitions.plan_file import PlannedAction
from diagnostics.definitions.planning_figures import load_planning_figures
from diagnostics.definitions.remedy import Indicator, Remedy, prerequisites
from diagnostics.definitions.standard import Standard
from diagnostics.planning.judging.measurability import with_computed_baselines
from diagnostics.planning.plan_table import plan_table, typed_plan
from diagnostics.planning.told import GATE_FORMULA, GATE_INDICATOR, NOT_MEASURED


def remedy_actions(
    findings: pd.DataFrame,
    scores: pd.DataFrame,
    standard: Standard,
    remedies: tuple[Remedy, ...],
    mission: Mission,
    also: Iterable[str] = (),
    indicators: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """The actions that all findings ask for, without a place in time.

    Args:
        findings: table of ``find_gaps``.
        scores: SCORES table; the focus assessment's levels and coverage ratings are the baselines.
        standard: what is in scope of it.
        remedies: those bundled for the standard; without any there are no actions.
        mission: its ``focus`` is what the actions rest on, and the baselines are true on its ``as_of`` day.
        also: remedies that were asked for by name.
        indicators: table of ``compute_indicators``: baselines that the mission's data give.

    Returns:
        ``plan_table`` in the order of the remedies. ``baseline`` is the value of the indicator at ``baseline_on``, or "not yet
        measured"; ``priority`` that of its finding, 0 where it only serves another action; ``amount`` that of its cost class.
    """
    levels = scores[scores["assessment"] == mission.focus].set_index("node")
    chosen, assumes = _choose(findings, levels["score"], standard, remedies, also)
    before = prerequisites(remedies)
    known = {remedy.id for remedy in chosen}
    priority = dict(zip(findings["node"], findings["priority"], strict=True))
    names = {node.id: node.name for node in outline(standard).rated}
    rows = []
    for remedy in chosen:
        after = tuple(one for one in before[remedy.id] if one in known)
        facts = {"objective": names.get(remedy.criterion, ""), "priority": priority.get(remedy.criterion, 0.0)}
        facts |= _measure(remedy, levels, standard) | {"baseline_on": mission.dates.as_of}
        rows.append(_action(remedy, mission, after=after, assumes=tuple(assumes.get(remedy.id, ())), **facts))
    plan = plan_table(rows)
    if indicators is None:
        return plan
    return _measured_by_what_is_below(with_computed_baselines(plan, indicators), levels, standard)


def _measured_by_what_is_below(plan: pd.DataFrame, levels: pd.DataFrame, standard: Standard) -> pd.DataFrame:
    """Where the data say that an action's target is reached, it is measured by the gate that holds its criterion down."""
    rows = plan.to_dict("records")
    for row in rows:
        ahead = row["baseline_value"] - row["target_value"]
        if row["unit"] and (ahead >= 0 if row["direction"] == "up" else ahead <= 0):
            row.update(_gate_measure(row["criterion"], int(row["to_level"]), levels, standard))
    return typed_plan(pd.DataFrame(rows, columns=plan.columns))


def _choose(
    findings: pd.DataFrame, levels: pd.Series, standard: Standard, remedies: tuple[Remedy, ...], also: Iterable[str]
) -> tuple[list[Remedy], dict[str, list[str]]]:
    """The remedies of all findings and those they wait for; and, by remedy, what is taken as done without being known."""
    by_id = {remedy.id: remedy for remedy in remedies}
    before = prerequisites(remedies)
    rated = {node.id for node in outline(standard).rated}
    wanted = [one for cell in findings["remedies"] for one in cell.split()] + [one for one in also if one in by_id]
    chosen: set[str] = set()
    assumes: dict[str, list[str]] = {}
    while wanted:
        remedy = wanted.pop()
        if remedy in chosen:
            continue
        chosen.add(remedy)
        for other in before[remedy]:
            level = levels.get(by_id[other].criterion, math.nan) if by_id[other].criterion in rated else math.nan
            if math.isnan(level):
                assumes.setdefault(remedy, []).append(other)
            elif level < by_id[other].to_level:
                wanted.append(other)
    return [remedy for remedy in remedies if remedy.id in chosen], assumes


def _action(remedy: Remedy, mission: Mission, **facts: object) -> PlannedAction:
    figures = load_planning_figures()
    same = ("criterion", "title", "steps", "owner", "months", "cost", "quick_win", "deliverable", "evidence", "risk", "countermeasure")
    return PlannedAction(
        action=remedy.id,
        process=remedy.criterion.rsplit("-", 1)[0],
        **{name: getattr(remedy, name) for name in (*same, "from_level", "to_level")},
        partners=tuple(role for role in remedy.person_days if role != remedy.owner),
        person_days=sum(remedy.person_days.values()),
        person_days_by_role=remedy.person_days,
        optimistic_months=remedy.months * figures.three_point.optimistic,
        pessimistic_months=remedy.months * figures.three_point.pessimistic,
        amount=figures.amount_of(remedy.cost, mission.plan.budget),
        **({"direction": remedy.indicator.direction} | facts),
    )


def _measure(remedy: Remedy, levels: pd.DataFrame, standard: Standard) -> dict[str, object]:
    """The remedy's own indicator; where its coverage is reached already, the rating of the gate that holds the criterion down."""
    indicator = remedy.indicator
    measure: dict[str, object] = {name: getattr(indicator, name) for name in ("formula", "unit", "data")}
    measure |= {"indicator": indicator.name, "target": _target(indicator), "target_value": indicator.target, "baseline": NOT_MEASURED}
    gate = f"{remedy.criterion}.coverage"
    value = levels["score"].get(gate, math.nan)
    # A claim without evidence is no baseline.
    if indicator.measures != "coverage" or math.isnan(value) or levels.at[gate, "marked"]:
        return measure
    if value >= remedy.to_level:
        return measure | _gate_measure(remedy.criterion, remedy.to_level, levels, standard)
    return measure | {"baseline": _label(standard, gate, value) or NOT_MEASURED}


def _gate_measure(criterion_id: str, to_level: int, levels: pd.DataFrame, standard: Standard) -> dict[str, object]:
    """The rating of the lowest gate below a level; nothing where no gate is known to stand below it."""
    criterion = outline(standard).nodes[criterion_id]
    scores = {gate.id: levels["score"].get(gate.id, math.nan) for gate in criterion.children}
    below = {gate: score for gate, score in scores.items() if score < to_level and not levels.at[gate, "marked"]}
    if not below:
        return {}
    gate = min(below, key=lambda one: below[one])
    name = gate.rsplit(".", 1)[-1]
    return {
        "indicator": GATE_INDICATOR.format(criterion=criterion.name, gate=name),
        "formula": GATE_FORMULA.format(gate=name),
        "unit": "",
        "direction": "up",
        "data": "responses",
        "baseline": _label(standard, gate, below[gate]),
        "baseline_value": below[gate],
        "target": _label(standard, gate, to_level),
        "target_value": float(to_level),
    }


def _label(standard: Standard, gate: str, value: float) -> str:
    """What a rating means. The median of an even number of raters may lie between two options: the lower one was reached."""
    options = standard.scale_of(outline(standard).nodes[gate]).options
    reached = [option for option in options if option.value <= value]
    return (reached[-1].label or reached[-1].code) if reached else ""


def _target(indicator: Indicator) -> str:
    sign = "≥" if indicator.direction == "up" else "≤"
    unit = f" {indicator.unit}" if indicator.unit else ""
    return f"{sign}{indicator.target:g}{unit}"


def unplanned(findings: pd.DataFrame, plan: pd.DataFrame) -> Mapping[str, str]:
    """Findings for which the plan holds no action, with the reason: criterion → sentence."""
    planned = set(plan["criterion"])
    return {row.node: "no remedy is bundled for this criterion" for row in findings.itertuples() if row.node not in planned}

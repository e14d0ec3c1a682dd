"""From findings to a work plan: which remedies, in which order, in which quarter, measured by what.

House rules: a finding's remedies are the steps from its level to its target. A step that one of them waits for, in a criterion
that is in scope and below it, joins the plan even where that criterion has reached its own target. Where the coverage that an
indicator counts is reached already, the action is measured by the gate that holds its criterion down. Whatever lies out of scope,
or was not assessed, is taken as given and named in ``assumes``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping

import pandas as pd

from diagnostics.definitions.mission import Mission, PlanSettings
from diagnostics.definitions.outline import outline
from diagnostics.definitions.remedy import Indicator, Remedy, prerequisites
from diagnostics.definitions.standard import Standard
from diagnostics.planning.placement import MONTHS_IN_QUARTER, Place, Task, place_tasks
from diagnostics.planning.told import GATE_FORMULA, GATE_INDICATOR

COLUMNS = [
    "action", "criterion", "process", "title", "steps", "owner", "person_days", "person_days_by_role", "months", "cost",
    "quick_win", "after", "assumes", "start", "finish", "start_month", "finish_month", "from_level", "to_level", "indicator",
    "formula", "unit", "baseline", "baseline_on", "target", "target_on", "data", "deliverable", "evidence", "risk",
    "countermeasure", "priority", "scheduled", "reason",
]  # fmt: skip
NOT_MEASURED = "not yet measured"


def plan_work(
    findings: pd.DataFrame,
    scores: pd.DataFrame,
    standard: Standard,
    remedies: tuple[Remedy, ...],
    mission: Mission,
) -> pd.DataFrame:
    """Plan the remedies of all findings.

    Args:
        findings: table of ``find_gaps``.
        scores: SCORES table; the focus assessment's levels and coverage ratings are the baselines.
        remedies: those bundled for the standard; without any the plan is empty.
        mission: start, length and capacity of the plan; its ``focus`` is what the plan rests on, and the baselines are true on
            its ``as_of`` day.

    Returns:
        One row per action, in the order of its start. Columns (see also ``Remedy``):
            action, criterion, process, title, steps (one per line), owner, cost, quick_win, deliverable, evidence, risk,
            countermeasure, data, indicator, formula, unit
            person_days          float  effort of all roles; ``person_days_by_role`` as JSON
            after                str    actions of the plan that come first, space-separated
            assumes              str    remedies taken as done because they lie out of scope or were not assessed
            start, finish        str    first and last quarter, ``2027-Q1``; empty = no place
            start_month, finish_month   int  months from the plan's start, finish exclusive; empty = no place
            baseline             str    value of the indicator at ``baseline_on``, or "not yet measured"
            target, target_on    str    value to be reached, and the quarter
            priority             float  of its finding; 0 where it only serves another action
            scheduled            bool   has a place; ``reason`` says why not
    """
    levels = scores[scores["assessment"] == mission.focus].set_index("node")
    settings = mission.plan
    chosen, assumes = _choose(findings, levels["score"], standard, remedies)
    before = prerequisites(remedies)
    known = {remedy.id for remedy in chosen}
    priority = dict(zip(findings["node"], findings["priority"], strict=True))
    tasks = [
        Task(
            r.id, r.months, sum(r.person_days.values()), tuple(one for one in before[r.id] if one in known), priority.get(r.criterion, 0.0)
        )
        for r in chosen
    ]
    places = place_tasks(tasks, settings.person_days_per_quarter, settings.quarters)
    measures = {remedy.id: _measure(remedy, levels, standard) for remedy in chosen}
    rows = [
        _row(remedy, task, places[task.id], measures[remedy.id], mission) | {"assumes": " ".join(assumes.get(remedy.id, ()))}
        for remedy, task in zip(chosen, tasks, strict=True)
    ]
    table = pd.DataFrame(rows, columns=COLUMNS).astype(
        {"start_month": "Int64", "finish_month": "Int64", "scheduled": bool, "quick_win": bool}
    )
    return table.sort_values(["start_month", "finish_month", "action"], na_position="last").reset_index(drop=True)


def _choose(
    findings: pd.DataFrame, levels: pd.Series, standard: Standard, remedies: tuple[Remedy, ...]
) -> tuple[list[Remedy], dict[str, list[str]]]:
    """The remedies of all findings and those they wait for; and, by remedy, what is taken as done without being known."""
    by_id = {remedy.id: remedy for remedy in remedies}
    before = prerequisites(remedies)
    rated = {node.id for node in outline(standard).rated}
    wanted = [one for cell in findings["remedies"] for one in cell.split()]
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


def _row(remedy: Remedy, task: Task, place: Place, measure: dict[str, str], mission: Mission) -> dict[str, object]:
    placed = place.start is not None and place.finish is not None
    finish = quarter_after(mission.plan.start, (place.finish - 1) // MONTHS_IN_QUARTER) if placed else None
    return {
        **{
            name: getattr(remedy, name)
            for name in ("criterion", "title", "owner", "months", "cost", "quick_win", "deliverable", "evidence")
        },
        **{name: getattr(remedy, name) for name in ("risk", "countermeasure", "from_level", "to_level")},
        "action": remedy.id,
        "process": remedy.criterion.rsplit("-", 1)[0],
        "steps": "\n".join(remedy.steps),
        "person_days": float(task.person_days),
        "person_days_by_role": json.dumps(remedy.person_days, sort_keys=True),
        "after": " ".join(task.after),
        "start": quarter_after(mission.plan.start, place.start // MONTHS_IN_QUARTER) if placed else None,
        "finish": finish,
        "start_month": place.start,
        "finish_month": place.finish,
        **measure,
        "baseline_on": mission.dates.as_of.isoformat(),
        "target_on": finish,
        "priority": task.priority,
        "scheduled": placed,
        "reason": place.reason,
    }


def _measure(remedy: Remedy, levels: pd.DataFrame, standard: Standard) -> dict[str, str]:
    """The remedy's own indicator; where its coverage is reached already, the rating of the gate that holds the criterion down."""
    indicator = remedy.indicator
    measure = {name: getattr(indicator, name) for name in ("formula", "unit", "data")}
    measure |= {"indicator": indicator.name, "target": _target(indicator), "baseline": NOT_MEASURED}
    gate = f"{remedy.criterion}.coverage"
    value = levels["score"].get(gate, math.nan)
    # A claim without evidence is no baseline.
    if indicator.measures != "coverage" or math.isnan(value) or levels.at[gate, "marked"]:
        return measure
    if value >= remedy.to_level:
        return measure | _gate_measure(remedy, levels, standard)
    return measure | {"baseline": _label(standard, gate, value) or NOT_MEASURED}


def _gate_measure(remedy: Remedy, levels: pd.DataFrame, standard: Standard) -> dict[str, str]:
    criterion = outline(standard).nodes[remedy.criterion]
    scores = {gate.id: levels["score"].get(gate.id, math.nan) for gate in criterion.children}
    below = {gate: score for gate, score in scores.items() if score < remedy.to_level and not levels.at[gate, "marked"]}
    if not below:
        return {}
    gate = min(below, key=lambda one: below[one])
    name = gate.rsplit(".", 1)[-1]
    return {
        "indicator": GATE_INDICATOR.format(criterion=criterion.name, gate=name),
        "formula": GATE_FORMULA.format(gate=name),
        "unit": "",
        "data": "responses",
        "baseline": _label(standard, gate, below[gate]),
        "target": _label(standard, gate, remedy.to_level),
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


def quarter_after(start: str, quarters: int) -> str:
    """The quarter that lies ``quarters`` after ``start``: ``2026-Q4`` and 1 give ``2027-Q1``."""
    year, number = start.split("-Q")
    count = int(year) * 4 + int(number) - 1 + quarters
    return f"{count // 4}-Q{count % 4 + 1}"


def load_by_quarter(plan: pd.DataFrame, settings: PlanSettings) -> pd.DataFrame:
    """Person-days that the scheduled actions take in each quarter.

    Returns:
        One row per quarter of the plan: quarter str, person_days float, capacity float.
    """
    quarters = [quarter_after(settings.start, number) for number in range(settings.quarters)]
    days = dict.fromkeys(quarters, 0.0)
    for row in plan[plan["scheduled"]].itertuples():
        for month in _months(row.start_month, row.finish_month):
            days[quarter_after(settings.start, month // MONTHS_IN_QUARTER)] += row.person_days / row.months
    return pd.DataFrame({"quarter": quarters, "person_days": list(days.values()), "capacity": settings.person_days_per_quarter})


def _months(start: int, finish: int) -> Iterable[int]:
    return range(int(start), int(finish))


def unplanned(findings: pd.DataFrame, plan: pd.DataFrame) -> Mapping[str, str]:
    """Findings for which the plan holds no action, with the reason: criterion → sentence."""
    planned = set(plan["criterion"])
    return {row.node: "no remedy is bundled for this criterion" for row in findings.itertuples() if row.node not in planned}

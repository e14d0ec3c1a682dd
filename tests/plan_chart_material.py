"""Work plans for tests of charts and report pages: the small sample, and large ones from a seeded generator."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import cache

import numpy as np
import pandas as pd

from diagnostics.definitions.mission import Mission
from diagnostics.definitions.plan_file import PlannedAction
from diagnostics.definitions.plan_settings import PlanSettings
from diagnostics.definitions.planning_figures import load_planning_figures
from diagnostics.definitions.remedy import Remedy, load_remedies, load_roles, prerequisites
from diagnostics.planning.judging.delay_risk import delay_risk
from diagnostics.planning.load import load_by_month, load_by_quarter, money_by_year
from diagnostics.planning.plan_table import plan_table
from diagnostics.planning.scheduling.network import network_times
from diagnostics.planning.working_days import quarter_of, working_days
from diagnostics.reporting.material import Material
from tests.plan_samples import SETTINGS, sample_plan
from tests.report_material import MISSION, example_material

DECISIONS = pd.DataFrame(
    {
        "action": ["P9-5-R2", "P8-3-R2", "P4-3-R4", "OWN-1"],
        "title": ["List overdue rotations every quarter", "Train managers to give feedback", "Describe four posts in five", "Move"],
        "decision": ["pin", "postpone", "drop", "own"],
        "reason": ["promised to parliament", "the trainer's post is vacant", "posts are under review", "the lease ends"],
        "days_later": pd.array([0, 12, -21, 0], dtype="Int64"),
        "pressing_later": [0.2, 3.4, -2.0, 0.0],
        "left_out": ["", "P7-1-R3", "", ""],
        "taken_in": ["", "", "P5-3-R2 P5-3-R3", ""],
        "person_days": [0.0, -40.0, -70.0, 5.0],
        "amount": [0.0, 0.0, -10000.0, 0.0],
        "priority": [0.0, -6.0, -24.0, 0.0],
    }
)


@cache
def large_plan(actions: int, seed: int = 20270101) -> tuple[pd.DataFrame, PlanSettings]:
    """A plan of that many bundled remedies over three to four years, some critical, carried over, pinned or under way."""
    random = np.random.default_rng(seed)
    bundled = load_remedies("wco-hrm")
    chosen = [bundled[place] for place in sorted(random.choice(len(bundled), actions, replace=False))]
    ids = {remedy.id for remedy in chosen}
    before = {one: tuple(other for other in others if other in ids) for one, others in prerequisites(bundled).items() if one in ids}
    settings = SETTINGS.model_copy(update={"quarters": 16, "person_days_per_quarter": 420.0})
    release = random.integers(0, 560, actions).astype(float)
    tasks = pd.DataFrame({"task": [r.id for r in chosen], "duration": [r.months * 21.0 for r in chosen], "earliest": release})
    times = network_times(tasks.assign(after=[before[remedy.id] for remedy in chosen])).set_index("task")
    calendar = working_days(settings)
    rows = [_planned(remedy, before[remedy.id], times.loc[remedy.id], calendar, random) for remedy in chosen]
    return plan_table(rows), settings


def _planned(remedy: Remedy, after: tuple[str, ...], times: pd.Series, calendar, random: np.random.Generator) -> PlannedAction:
    start, finish = (calendar.day(int(times[name]) - late) for name, late in (("earliest_start", 0), ("earliest_finish", 1)))
    done = float(random.choice([0, 0.3, 0.7])) if start.year == 2027 and start.month < 6 else None
    fixed = random.random()
    return PlannedAction(
        **{
            name: getattr(remedy, name) for name in ("criterion", "title", "steps", "owner", "cost", "quick_win", "deliverable", "evidence")
        },
        **{name: getattr(remedy, name) for name in ("risk", "countermeasure", "from_level", "to_level", "months")},
        action=remedy.id,
        process=remedy.criterion.split("-")[0],
        objective=remedy.criterion,
        partners=tuple(role for role in remedy.person_days if role != remedy.owner),
        person_days=sum(remedy.person_days.values()),
        person_days_by_role=dict(remedy.person_days),
        amount=load_planning_figures().amount_of(remedy.cost, SETTINGS.budget),
        funding="own budget",
        after=after,
        start=quarter_of(start),
        finish=quarter_of(finish),
        start_on=start,
        finish_on=finish,
        starts=start if fixed < 0.05 else None,
        not_before=start if 0.05 <= fixed < 0.1 else None,
        by=finish + timedelta(days=20) if 0.1 <= fixed < 0.15 else None,
        slack_days=int(times["slack"]),
        critical=bool(times["critical"]),
        indicator=remedy.indicator.name,
        formula=remedy.indicator.formula,
        unit=remedy.indicator.unit,
        direction=remedy.indicator.direction,
        baseline="not yet measured",
        target=f"{'≥' if remedy.indicator.direction == 'up' else '≤'}{remedy.indicator.target:g} {remedy.indicator.unit}".strip(),
        target_value=remedy.indicator.target,
        target_on=quarter_of(finish),
        data=remedy.indicator.data,
        priority=float(random.choice([0, 1, 2, 3, 4, 6, 8, 18, 24], p=[0.03, 0.2, 0.42, 0.05, 0.1, 0.14, 0.03, 0.01, 0.02])),
        decision="carried" if done else "",
        status="in progress" if done else "",
        progress=done,
    )


def material_with(plan: pd.DataFrame, settings: PlanSettings, **tables: pd.DataFrame) -> Material:
    """The made-up mission of the report's tests with a work plan of its own."""
    mission = Mission.model_validate({**MISSION, "plan": settings.model_dump(by_alias=True)})
    load = load_by_month(plan, settings)
    made = {"workplan": plan, "capacity": load_by_quarter(load), "load": load, "budget": money_by_year(plan, settings)}
    made["delay_risk"] = delay_risk(plan, settings, mission.dates.as_of, draws=1000)
    return replace(example_material(), mission=mission, roles=load_roles(), **(made | {"decisions": DECISIONS.head(0)} | tables))


@cache
def sample_material() -> Material:
    """The sample plan with all its tables."""
    return material_with(*sample_plan(), decisions=DECISIONS)

"""A small work plan with everything in it, for tests of what is made from one."""

from __future__ import annotations

from datetime import date

import pandas as pd

from diagnostics.definitions.plan_file import PlanFile, PlannedAction
from diagnostics.definitions.plan_settings import PlanSettings
from diagnostics.definitions.remedy import load_roles
from diagnostics.planning.plan_table import plan_table
from diagnostics.planning.scheduling.network import network_times
from diagnostics.planning.working_days import quarter_of, working_days

SETTINGS = PlanSettings.model_validate(
    {
        "start": "2027-Q1",
        "quarters": 8,
        "person_days_per_quarter": 200,
        "people": [
            {"role": "hr-officer", "people": 2},
            {"role": "hr-manager", "people": 1},
            {"role": "line-manager", "unit": "CH-03", "people": 0.5},
            {"role": "trainer", "people": 1, "from": "2027-04"},
        ],
        "budget": {"currency": "EUR", "by_year": {2027: 60000, 2028: 40000}},
        "calendar": {"country": "RS", "blackouts": [{"from": "2027-08-02", "to": "2027-08-13", "reason": "summer closing"}]},
        "approved_on": "2026-12-15",
    }
)

# id, process, title, owner, days by role, months, cost, after, direction, baseline, target, priority, quick win
_ROWS = [
    (
        "P1-4-R3",
        "P1",
        "Fund the work plan by year",
        "head-of-administration",
        {"hr-manager": 10, "finance-officer": 8},
        2,
        "low",
        (),
        "up",
        0,
        1,
        6,
        True,
    ),
    (
        "P2-1-R3",
        "P2",
        "Sign the mandate of the HR unit",
        "hr-manager",
        {"hr-manager": 12, "legal-officer": 6},
        3,
        "low",
        ("P1-4-R3",),
        "up",
        40,
        80,
        6,
        False,
    ),
    (
        "P4-3-R3",
        "P4",
        "Approve the template and describe half the posts",
        "hr-manager",
        {"hr-officer": 45, "hr-manager": 10, "line-manager@CH-03": 20},
        6,
        "medium",
        (),
        "up",
        35,
        50,
        24,
        False,
    ),
    (
        "P4-3-R4",
        "P4",
        "Describe four posts in five",
        "hr-manager",
        {"hr-officer": 60, "hr-manager": 10},
        8,
        "medium",
        ("P4-3-R3",),
        "up",
        35,
        80,
        24,
        False,
    ),
    (
        "P5-3-R2",
        "P5",
        "Draft the competency dictionary",
        "hr-officer",
        {"hr-officer": 30, "trainer": 6},
        4,
        "medium",
        ("P4-3-R3",),
        "up",
        0,
        30,
        6,
        False,
    ),
    (
        "P5-3-R3",
        "P5",
        "Approve the competency dictionary",
        "hr-manager",
        {"hr-officer": 15, "legal-officer": 4},
        2,
        "low",
        ("P5-3-R2",),
        "up",
        0,
        100,
        6,
        True,
    ),
    (
        "P7-1-R3",
        "P7",
        "Derive training needs from gaps",
        "trainer",
        {"trainer": 25, "hr-officer": 15},
        4,
        "low",
        ("P5-3-R3",),
        "up",
        10,
        60,
        6,
        False,
    ),
    ("P8-3-R2", "P8", "Train managers to give feedback", "trainer", {"trainer": 30}, 3, "medium", (), "up", 20, 60, 3, False),
    ("P9-5-R2", "P9", "List overdue rotations every quarter", "hr-officer", {"hr-officer": 8}, 1, "low", (), "down", 35, 10, 6, True),
    (
        "P11-4-R2",
        "P11",
        "Open a channel for reports of misconduct",
        "legal-officer",
        {"legal-officer": 20, "it-officer": 10},
        5,
        "high",
        ("P2-1-R3",),
        "up",
        0,
        90,
        4,
        False,
    ),
    (
        "P12-2-R2",
        "P12",
        "Compare register and payroll every month",
        "it-officer",
        {"it-officer": 25, "finance-officer": 10},
        3,
        "medium",
        (),
        "down",
        14,
        0,
        6,
        False,
    ),
    (
        "OWN-1",
        "",
        "Move the HR unit to the main building",
        "head-of-administration",
        {"hr-manager": 5},
        1,
        "",
        (),
        "",
        None,
        None,
        0,
        False,
    ),
]


def sample_plan() -> tuple[pd.DataFrame, PlanSettings]:
    """Twelve actions, each as early as the ones that it waits for allow; the last one is an own action without an indicator."""
    calendar = working_days(SETTINGS)
    tasks = pd.DataFrame([{"task": row[0], "duration": row[5] * 21.0, "after": row[7]} for row in _ROWS])
    times = network_times(tasks).set_index("task")
    return plan_table([_action(row, times.loc[row[0]], calendar) for row in _ROWS]), SETTINGS


def sample_file() -> PlanFile:
    """The same plan as it is handed over."""
    from diagnostics.planning.plan_table import planned_actions

    table, settings = sample_plan()
    return PlanFile(
        mission="sample",
        administration="Valdoria Customs Administration",
        synthetic=True,
        as_of=date(2026, 10, 16),
        settings=settings,
        roles=load_roles(),
        actions=planned_actions(table),
    )


def _action(row: tuple, times: pd.Series, calendar) -> PlannedAction:
    action, process, title, owner, days, months, cost, after, direction, baseline, target, priority, quick_win = row
    start, finish = calendar.day(int(times["earliest_start"])), calendar.day(int(times["earliest_finish"]) - 1)
    measured = baseline is not None
    return PlannedAction(
        action=action,
        criterion=action.rsplit("-", 1)[0] if process else "",
        process=process,
        objective=f"Objective of {action}",
        title=title,
        steps=("Name who does it", "Do it", "Report that it is done"),
        owner=owner,
        partners=tuple(r for r in days if r != owner),
        person_days=sum(days.values()),
        person_days_by_role=days,
        months=months,
        cost=cost,
        amount={"low": 1000, "medium": 10000, "high": 60000}.get(cost),
        funding="own budget" if cost else "",
        quick_win=quick_win,
        after=after,
        start=quarter_of(start),
        finish=quarter_of(finish),
        start_on=start,
        finish_on=finish,
        slack_days=int(times["slack"]),
        critical=bool(times["critical"]),
        indicator=f"Share measured by {action}" if measured else "",
        formula="units done / all units x 100" if measured else "",
        unit="%" if measured else "",
        direction=direction,
        baseline=f"{baseline} %" if measured else "",
        baseline_value=baseline,
        baseline_on=date(2026, 10, 16) if measured else None,
        target=f"{target} %" if measured else "",
        target_value=target,
        target_on=quarter_of(finish) if measured else "",
        data="job_descriptions" if measured else "",
        deliverable="A signed document",
        evidence="The document",
        risk="Delay",
        countermeasure="Start early",
        priority=priority,
        decision="" if process else "own",
    )

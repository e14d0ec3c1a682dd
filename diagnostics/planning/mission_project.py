"""A mission's actions as a project: working days from the plan's start, people in thousandths, money in whole units.

House rules: an action of one month takes 21 working days, and its person-days are spread evenly over them. What it needs of a role
is rounded up to a thousandth of a person, what there is of it is rounded down: no plan promises more than there is. An action's
money is committed in the year in which it starts.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import pandas as pd

from diagnostics.definitions.plan_settings import ALL_ROLES, PlanSettings
from diagnostics.definitions.planning_figures import load_planning_figures
from diagnostics.planning.plan_table import roles_of
from diagnostics.planning.scheduling.calendars import Stretch
from diagnostics.planning.scheduling.project import Project, Year
from diagnostics.planning.working_days import WorkingDays, first_of_month, last_of_month, quarter_of

SCALE = 1000  # whole units in one person
_EXACT = 1e-9  # sums of binary fractions; less than this is no need


def mission_project(actions: pd.DataFrame, settings: PlanSettings, calendar: WorkingDays) -> Project:
    """Actions that want a place, as the scheduler takes them.

    Args:
        actions: ``plan_table``; each with its months. An ``after`` that is not among them counts as finished.
        settings: people, money and dates of the plan.
        calendar: its working days.
    """
    rows = actions.to_dict("records")
    place = {row["action"]: number for number, row in enumerate(rows)}
    durations = tuple(duration_of(row["months"]) for row in rows)
    dates = [_dates(row, duration, settings, calendar) for row, duration in zip(rows, durations, strict=True)]
    needs = tuple(_needs(row, duration, settings) for row, duration in zip(rows, durations, strict=True))
    named = [name for name in dict.fromkeys(one.resource for one in settings.people)]
    calendars = {name: _people(name, settings, calendar) for name in named} | {ALL_ROLES: _everybody(settings, calendar)}
    return Project(
        ids=tuple(place),
        durations=durations,
        before=tuple(tuple(place[one] for one in str(row["after"]).split() if one in place) for row in rows),
        earliest=tuple(earliest for earliest, _ in dates),
        latest=tuple(latest for _, latest in dates),
        priorities=tuple(float(row["priority"]) for row in rows),
        needs=needs,
        calendars=calendars,
        scale=SCALE,
        rows=tuple(range(2, len(rows) + 2)),
        costs=tuple(0 if math.isnan(row["amount"]) else math.ceil(row["amount"]) for row in rows),
        years=_years(settings, calendar),
    )


def duration_of(months: float) -> int:
    """Working days that so many months stand for; an action takes one at least."""
    return max(1, round(months * load_planning_figures().working_days_a_month.value))


def resource_of(role: str, settings: PlanSettings) -> str | None:
    """Which people an effort is taken from.

    Args:
        role: as in ``person_days_by_role``: a role, or ``role@unit``.

    Returns:
        Those of the role in that unit; else those of the role without a unit; else, for a role without a unit, those of the unit
        named first. None = the settings name no people of it: it is limited by the total alone.
    """
    named = [one.resource for one in settings.people]
    name, _, unit = role.partition("@")
    if role in named or name in named:
        return role if role in named else name
    return None if unit else next((one for one in named if one.startswith(f"{name}@")), None)


def needs_of(row: Mapping[str, object], settings: PlanSettings) -> dict[str, float]:
    """Person-days that an action takes of each resource; of all roles together too."""
    needs: dict[str, float] = {}
    by_role = roles_of(str(row["person_days_by_role"]))
    for role, days in by_role.items():
        if name := resource_of(role, settings):
            needs[name] = needs.get(name, 0.0) + days
    total = row["person_days"]
    whole = sum(by_role.values()) if pd.isna(total) else float(total)
    return needs | ({ALL_ROLES: whole} if whole else {})


def _needs(row: Mapping[str, object], duration: int, settings: PlanSettings) -> dict[str, int]:
    return {name: math.ceil(days / duration * SCALE - _EXACT) for name, days in needs_of(row, settings).items() if days}


def _dates(row: Mapping[str, str], duration: int, settings: PlanSettings, calendar: WorkingDays) -> tuple[int, int | None]:
    """First working day on which an action may start, and the number of working days by which it must be finished."""
    if row["starts"]:
        start = calendar.on_or_after(date.fromisoformat(row["starts"]))
        return start, start + duration
    earliest = [day for day in (row["not_before"], settings.approved_on and settings.approved_on.isoformat()) if day]
    first = max((calendar.on_or_after(date.fromisoformat(day)) for day in earliest), default=0)
    return first, calendar.up_to(date.fromisoformat(row["by"])) if row["by"] else None


def _people(name: str, settings: PlanSettings, calendar: WorkingDays) -> tuple[Stretch, ...]:
    """The people of one role and unit over time, without gaps."""
    spans = []
    for row in (one for one in settings.people if one.resource == name):
        start = calendar.on_or_after(first_of_month(row.from_month)) if row.from_month else 0
        finish = calendar.up_to(last_of_month(row.to_month)) if row.to_month else None
        spans.append((start, finish, math.floor(row.people * SCALE + _EXACT)))
    return _without_gaps(sorted(spans, key=lambda span: span[0]))


def _everybody(settings: PlanSettings, calendar: WorkingDays) -> tuple[Stretch, ...]:
    """The person-days of each quarter, spread over its working days; after the plan as in its last quarter."""
    quarters: dict[str, int] = {}
    for day in calendar.days[: calendar.horizon]:
        quarters[quarter_of(day)] = quarters.get(quarter_of(day), 0) + 1
    spans: list[tuple[int, int | None, int]] = []
    start = 0
    for days in quarters.values():
        spans.append((start, start + days, math.floor(settings.person_days_per_quarter / days * SCALE + _EXACT)))
        start += days
    last = spans.pop()
    return _without_gaps([*spans, (last[0], None, last[2])])


def _without_gaps(spans: Iterable[tuple[int, int | None, int]]) -> tuple[Stretch, ...]:
    stretches: list[Stretch] = []
    at = 0
    for start, finish, units in spans:
        if finish is not None and finish <= max(at, start):
            continue  # before the plan
        if start > at:
            stretches.append(Stretch(at, start, 0, None))
        stretches.append(Stretch(max(at, start), finish, units, None))
        if finish is None:
            return tuple(stretches)
        at = finish
    return (*stretches, Stretch(at, None, 0, None))


def _years(settings: PlanSettings, calendar: WorkingDays) -> tuple[Year, ...]:
    """The years of the plan and what each may cost; none where money is not limited."""
    if settings.budget is None or not settings.budget.by_year:
        return ()
    years = []
    for number in range(calendar.days[0].year, max(calendar.end.year, *settings.budget.by_year) + 1):
        start, finish = calendar.on_or_after(date(number, 1, 1)), calendar.on_or_after(date(number + 1, 1, 1))
        purse = settings.budget.by_year.get(number)
        years.append(Year(str(number), start, finish, None if purse is None else math.floor(purse)))
    return tuple(years)


def part_of(project: Project, kept: Sequence[int]) -> Project:
    """The same project with some of its tasks alone. A task that is left out counts as finished."""
    place = {task: number for number, task in enumerate(kept)}
    return Project(
        ids=tuple(project.ids[task] for task in kept),
        durations=tuple(project.durations[task] for task in kept),
        before=tuple(tuple(place[one] for one in project.before[task] if one in place) for task in kept),
        earliest=tuple(project.earliest[task] for task in kept),
        latest=tuple(project.latest[task] for task in kept),
        priorities=tuple(project.priorities[task] for task in kept),
        needs=tuple(project.needs[task] for task in kept),
        calendars=project.calendars,
        scale=project.scale,
        rows=tuple(project.rows[task] for task in kept),
        costs=tuple(project.cost(task) for task in kept),
        years=project.years,
    )

"""Where what was decided does not fit: the smallest change of dates, of people and of money that helps, in days and people."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from diagnostics.definitions.plan_settings import ALL_ROLES, PlanSettings
from diagnostics.definitions.problems import Problem
from diagnostics.planning.mission_project import mission_project, part_of
from diagnostics.planning.placing import is_decided
from diagnostics.planning.scheduling.constraints import Limits
from diagnostics.planning.scheduling.project import Project
from diagnostics.planning.scheduling.ways_out import Added, Granted, Moved, ways_out
from diagnostics.planning.working_days import WorkingDays, working_days

MISSION = "mission.yaml"


def decided_actions(project: Project, decided: Iterable[bool]) -> list[int]:
    """The tasks that were decided to be in the plan and those that they wait for, by position."""
    wanted = [number for number, one in enumerate(decided) if one]
    found: set[int] = set()
    while wanted:
        task = wanted.pop()
        if task not in found:
            found.add(task)
            wanted += project.before[task]
    return sorted(found)


def told_no_plan(actions: pd.DataFrame, settings: PlanSettings, proven: bool) -> list[Problem]:
    """What stands in the way of the decided actions, and the smallest change that helps; one problem a change.

    Args:
        actions: ``plan_table`` without places and without what was dropped.
        settings: people, days and money.
        proven: whether it is proven that there is no plan; otherwise none was found.
    """
    calendar = working_days(settings)
    project = mission_project(actions, settings, calendar)
    decided = part_of(project, decided_actions(project, is_decided(actions)))
    ways = [way for way in ways_out(decided, Limits(settings.effort), calendar.horizon) if way.changes]
    why = (
        "The decided actions do not fit with these dates, people and money."
        if proven
        else "No plan was found that holds all decided actions with these dates, people and money."
    )
    if not ways:
        advice = f"{why} Take back a decision, or give the plan more quarters."
        return [Problem(MISSION, advice, "no-plan", column="plan", found=", ".join(decided.ids))]
    problems = []
    for number, way in enumerate(ways):
        head = "One way out" if number == 0 else "Another way out"
        sure = "no smaller change of this sort helps" if way.smallest else "perhaps a smaller one of this sort helps too"
        together = f", together with {len(way.changes) - 1} more of this sort" if len(way.changes) > 1 else ""
        problems += [
            _told(change, f"{why} {head}: make this change{together}; {sure}.", decided, settings, calendar) for change in way.changes
        ]
    return problems


def _told(change: Moved | Added | Granted, advice: str, project: Project, settings: PlanSettings, calendar: WorkingDays) -> Problem:
    if isinstance(change, Moved):
        found, allowed = _last_day(calendar, change.latest), f"{_last_day(calendar, change.instead)} or later"
        return Problem(
            MISSION, f"{advice} This is the date of '{change.task}'.", "date-in-the-way", column="decisions", found=found, allowed=allowed
        )
    if isinstance(change, Granted):
        currency = settings.budget.currency if settings.budget else ""
        column, found, allowed = f"plan.budget.by_year.{change.year}", f"{change.purse} {currency}", f"{change.instead} {currency} or more"
        return Problem(
            MISSION, f"{advice} This is the money of {change.year}.", "money-in-the-way", column=column, found=found, allowed=allowed
        )
    first = calendar.day(change.stretch.start)
    until = "on" if change.stretch.finish is None else f"to {calendar.day(change.stretch.finish - 1)}"
    where = f"{advice} These are the people of '{change.resource}' from {first} {until}."
    if change.resource != ALL_ROLES:
        allowed = f"{change.instead:g} people or more"
        return Problem(MISSION, where, "people-in-the-way", column="plan.people", found=f"{change.units:g} people", allowed=allowed)
    days = (change.stretch.finish or calendar.horizon) - change.stretch.start
    allowed = f"{settings.person_days_per_quarter + (change.instead - change.units) * days:.0f} person-days or more"
    found = f"{settings.person_days_per_quarter:g} person-days"
    return Problem(MISSION, where, "people-in-the-way", column="plan.person_days_per_quarter", found=found, allowed=allowed)


def _last_day(calendar: WorkingDays, periods: int) -> str:
    """The last working day before a finish, which counts the periods that are over."""
    return calendar.day(max(0, periods - 1)).isoformat()

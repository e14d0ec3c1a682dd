"""Whether there are people for a plan: the load of each month against them, owners, roles, and time enough for the work."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator

import pandas as pd

from diagnostics.definitions.plan_settings import ALL_ROLES, PlanSettings
from diagnostics.definitions.planning_figures import PlanningFigures
from diagnostics.planning.judging.realism_table import Found
from diagnostics.planning.judging.realism_time import PlanInTime, Planned
from diagnostics.planning.load import load_by_month
from diagnostics.planning.mission_project import needs_of, resource_of
from diagnostics.planning.plan_table import roles_of
from diagnostics.planning.working_days import first_of_month, last_of_month

MOST_NAMED = 5
"""Actions named as making up an overload: those that take most of it."""
_EXACT = 1e-6  # sums of binary fractions


def people_findings(plan: PlanInTime, figures: PlanningFigures, roles: Collection[str]) -> Iterator[Found]:
    """Everything that is wrong with the people of a plan.

    Args:
        plan: the plan in time.
        figures: thresholds.
        roles: ids of the roles there are; none = not known, and no role is called unknown.
    """
    yield from _roles(plan, roles)
    yield from _efforts(plan)
    yield from _without_capacity(plan)
    yield from _load(plan, figures)
    yield from _too_short(plan, figures)
    yield from _owners(plan, figures)


def _roles(plan: PlanInTime, roles: Collection[str]) -> Iterator[Found]:
    known = {*roles, *(one.role for one in plan.settings.people)} if roles else set()
    for one in plan.actions:
        owner = one.cells["owner"]
        if not owner:
            yield Found("no-owner", {"action": one.action}, one.action, one.row)
        elif known and owner not in known:
            yield Found("unknown-owner", {"action": one.action, "role": owner}, one.action, one.row, resource=owner, found=owner)
        for role in roles_of(one.cells["person_days_by_role"]):
            if known and role.partition("@")[0] not in known:
                yield Found("unknown-role", {"action": one.action, "role": role}, one.action, one.row, resource=role, found=role)


def _efforts(plan: PlanInTime) -> Iterator[Found]:
    together = 0
    for one in plan.actions:
        by_role, total = roles_of(one.cells["person_days_by_role"]), one.cells["person_days"]
        if not by_role and math.isnan(total):
            yield Found("no-effort", {"action": one.action}, one.action, one.row)
        together += not by_role and not math.isnan(total)
    if together and plan.settings.people:
        yield Found("no-effort-by-role", {"count": together}, found=together)


def _without_capacity(plan: PlanInTime) -> Iterator[Found]:
    """Roles that are needed and of which no people are given. Where none are given at all, that is one finding and not one a role."""
    missing: dict[str, tuple[int, float]] = {}
    for one in plan.actions:
        by_role = roles_of(one.cells["person_days_by_role"])
        for role in (role for role in by_role if resource_of(role, plan.settings) is None):
            count, days = missing.get(role, (0, 0.0))
            missing[role] = (count + 1, days + by_role[role])
    if not plan.settings.people:
        missing = {}
    if not limited(plan.settings):
        efforts = [needs_of(one.cells, plan.settings).get(ALL_ROLES, 0.0) for one in plan.actions]
        missing = {ALL_ROLES: (sum(1 for days in efforts if days), sum(efforts))} | missing
    for role, (count, days) in missing.items():
        if days:
            yield Found("no-capacity", {"resource": role, "count": count, "days": days}, resource=role, found=days)


def limited(settings: PlanSettings) -> bool:
    """Whether the person-days of all roles together are known."""
    return math.isfinite(settings.person_days_per_quarter)


def _load(plan: PlanInTime, figures: PlanningFigures) -> Iterator[Found]:
    dated = list(plan.dated())
    load = load_by_month(_as_table(dated), plan.settings)
    for row in load[load["person_days"] > 0].to_dict("records"):
        name, month, days, capacity = row["resource"], row["month"], row["person_days"], row["capacity"]
        if not math.isfinite(capacity):
            continue
        facts = {"resource": name, "month": month, "days": days, "capacity": capacity}
        if days > capacity + figures.realism.whole_days.value:
            named = " ".join(_makers(plan, dated, name, month))
            yield Found("overload", facts | {"actions": named}, month=month, resource=name, found=days, allowed=capacity)
        elif capacity and days > figures.capacity_warning.share * capacity + _EXACT:
            share = 100 * days / capacity
            yield Found("nearly-full", facts | {"share": share}, month=month, resource=name, found=days, allowed=capacity)


def _as_table(dated: list[Planned]) -> pd.DataFrame:
    """What ``load_by_month`` reads, with days also where the plan gives quarters alone."""
    columns = ["person_days", "person_days_by_role", "start_on", "finish_on"]
    rows = [
        [one.cells["person_days"], one.cells["person_days_by_role"], str(one.first), str(one.last)]
        for one in dated
        if one.first and one.last
    ]
    return pd.DataFrame(rows, columns=columns)


def _makers(plan: PlanInTime, dated: list[Planned], resource: str, month: str) -> list[str]:
    """The actions that take most of a resource in a month, the largest first."""
    first, last = first_of_month(month), last_of_month(month)
    taken: dict[str, float] = {}
    for one in dated:
        if not one.first or not one.last or one.last < first or one.first > last:
            continue
        days = needs_of(one.cells, plan.settings).get(resource, 0.0)
        part = plan.calendar.between(max(first, one.first), min(last, one.last)) / one.length
        taken[one.action] = taken.get(one.action, 0.0) + days * part
    order = sorted((name for name, days in taken.items() if days > 0), key=lambda name: -taken[name])
    return order[:MOST_NAMED]


def _too_short(plan: PlanInTime, figures: PlanningFigures) -> Iterator[Found]:
    """Actions that the people could not do in their time, even with nothing else to do."""
    for one in plan.dated():
        for name, days in needs_of(one.cells, plan.settings).items():
            there = _available(plan, one, name)
            if days > there + figures.realism.whole_days.value:
                facts = {"action": one.action, "resource": name, "days": days, "available": there}
                yield Found("too-short", facts, one.action, one.row, resource=name, found=days, allowed=there)


def _available(plan: PlanInTime, one: Planned, resource: str) -> float:
    """Person-days of a resource from an action's first to its last day."""
    if resource == ALL_ROLES:
        return _of_everybody(plan, one)
    there = 0.0
    for people in (row for row in plan.settings.people if row.resource == resource):
        first = max(filter(None, [one.first, people.from_month and first_of_month(people.from_month)]))
        last = min(filter(None, [one.last, people.to_month and last_of_month(people.to_month)]))
        there += people.people * plan.calendar.between(first, last) if first <= last else 0.0
    return there


def _of_everybody(plan: PlanInTime, one: Planned) -> float:
    """The total of each quarter, by the part of its working days."""
    if not one.first or not one.last or not limited(plan.settings):
        return math.inf
    there, at = 0.0, one.first
    while at <= one.last:
        quarter = 3 * ((at.month - 1) // 3) + 1
        first, last = at.replace(month=quarter, day=1), last_of_month(f"{at.year}-{quarter + 2:02d}")
        whole = plan.calendar.between(first, last)
        part = plan.calendar.between(at, min(last, one.last))
        there += plan.settings.person_days_per_quarter * part / whole if whole else 0.0
        at = first_of_month(f"{last.year + last.month // 12}-{last.month % 12 + 1:02d}")
    return there


def _owners(plan: PlanInTime, figures: PlanningFigures) -> Iterator[Found]:
    most = figures.realism.owned_at_once.value
    owned: dict[str, list[Planned]] = {}
    for one in plan.dated():
        if one.cells["owner"] and one.cells["status"] != "done":
            owned.setdefault(one.cells["owner"], []).append(one)
    for owner, actions in owned.items():
        at_once = max((_running(actions, one) for one in actions), key=len)
        if len(at_once) > most:
            day = max(one.first for one in at_once if one.first)
            named = " ".join(one.action for one in at_once[:MOST_NAMED])
            facts = {"owner": owner, "count": len(at_once), "day": day, "most": int(most), "actions": named}
            yield Found("busy-owner", facts, resource=owner, found=len(at_once), allowed=int(most))


def _running(actions: list[Planned], at: Planned) -> list[Planned]:
    """The actions that run on the first day of one of them."""
    return [one for one in actions if one.first and one.last and at.first and one.first <= at.first <= one.last]

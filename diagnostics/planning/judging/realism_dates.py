"""Whether the dates of a plan can be kept: within the plan, after its approval, on working days, long enough."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from diagnostics.definitions.plan_settings import Blackout
from diagnostics.definitions.planning_figures import PlanningFigures
from diagnostics.planning.judging.realism_table import Found
from diagnostics.planning.judging.realism_time import PlanInTime, Planned


def date_findings(plan: PlanInTime, figures: PlanningFigures) -> Iterator[Found]:
    """Everything that is wrong with the dates of single actions."""
    for one in plan.actions:
        if one.first is None:
            yield _about(one, "no-start")
        if one.last is None:
            yield _about(one, "no-finish")
        yield from _too_long(plan, one)
        if one.first and one.last and one.last < one.first:
            yield _about(one, "finish-before-start", found=one.last, allowed=one.first, start=one.first, finish=one.last)
            continue
        yield from _outside(plan, one)
        yield from _fixed(plan, one)
        yield from _working_days(plan, one)
        yield from _estimate(one, figures)


def _about(
    one: Planned, check: str, found: date | float | str = "", allowed: date | float | str = "", **facts: date | float | str
) -> Found:
    return Found(check, {"action": one.action, **facts}, one.action, one.row, found=found, allowed=allowed)


def _too_long(plan: PlanInTime, one: Planned) -> Iterator[Found]:
    days = max(one.estimate("months") or 0, one.length)
    if days > plan.horizon:
        yield _about(one, "longer-than-plan", float(days), float(plan.horizon), days=days, horizon=plan.horizon)


def _outside(plan: PlanInTime, one: Planned) -> Iterator[Found]:
    if one.first and not one.under_way:
        if one.first < plan.first:
            yield _about(one, "before-plan", one.first, plan.first, start=one.first, first=plan.first)
        approved = plan.settings.approved_on
        if approved and one.first < approved:
            yield _about(one, "before-approval", one.first, approved, start=one.first, approved=approved)
        if one.first < plan.as_of:
            yield _about(one, "in-the-past", one.first, plan.as_of, start=one.first, day=plan.as_of)
    if one.last and one.last > plan.last:
        yield _about(one, "after-plan", one.last, plan.last, finish=one.last, last=plan.last)


def _fixed(plan: PlanInTime, one: Planned) -> Iterator[Found]:
    starts, earliest, by = (_day(one, name) for name in ("starts", "not_before", "by"))
    if one.first and earliest and one.first < earliest:
        yield _about(one, "too-early", one.first, earliest, start=one.first, day=earliest)
    # A fixed start on a Sunday is kept by starting on Monday.
    if one.first and one.to_the_day and starts and plan.calendar.on_or_after(one.first) != plan.calendar.on_or_after(starts):
        yield _about(one, "not-as-fixed", one.first, starts, start=one.first, day=starts)
    if one.last and by and one.last > by:
        yield _about(one, "too-late", one.last, by, finish=one.last, day=by)


def _day(one: Planned, name: str) -> date | None:
    return date.fromisoformat(one.cells[name]) if one.cells[name] else None


def _working_days(plan: PlanInTime, one: Planned) -> Iterator[Found]:
    if not (one.first and one.last):
        return
    if not one.length:
        yield _about(one, "no-working-day", one.first, "", start=one.first, finish=one.last)
        return
    for edge, day in (("start", one.first), ("finish", one.last)):
        blackout = _blackout(plan, day) if one.to_the_day else None
        if blackout:
            yield _about(one, "blackout", day, "", day=day, edge=edge, reason=blackout.reason)


def _blackout(plan: PlanInTime, day: date) -> Blackout | None:
    return next((one for one in plan.settings.calendar.blackouts if one.from_day <= day <= one.to_day), None)


def _estimate(one: Planned, figures: PlanningFigures) -> Iterator[Found]:
    months = one.estimate("months")
    if months is None or not one.length:
        return
    least = one.estimate("optimistic_months") or round(months * figures.three_point.optimistic)
    if one.length < least:
        yield _about(one, "shorter-than-estimate", float(one.length), float(least), days=one.length, least=least)

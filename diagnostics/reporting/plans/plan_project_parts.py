"""The parts of a project file beside its tasks: values as the schema writes them, the calendar, the resources."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

from diagnostics.definitions.plan_file import PlanFile, PlannedAction
from diagnostics.definitions.plan_settings import People
from diagnostics.intake.plans.project_fields import HOURS_A_DAY
from diagnostics.intake.values import number_text
from diagnostics.planning.mission_project import resource_of
from diagnostics.planning.working_days import WEEKDAYS, first_of_month, last_of_month
from diagnostics.reporting.plans.closed_days import named_closed_days
from diagnostics.reporting.plans.handover_words import role_name
from diagnostics.reporting.speaker import Speaker

_SHIFTS = (("08:00:00", "12:00:00"), ("13:00:00", "17:00:00"))
_WORKING_RESOURCE, _PRORATED, _DAILY = 1, 3, 1
_LAST_MINUTE = datetime.time(23, 59)
_FAR = datetime.date(2049, 12, 31)
_EARLY = datetime.date(1984, 1, 1)
_CONTROL = dict.fromkeys(code for code in range(32) if chr(code) not in "\t\n\r")


def add(parent: ElementTree.Element, name: str, value: Any) -> None:
    """An element with a value as the schema writes it. Signs that XML cannot hold are left out."""
    text = value.isoformat(timespec="seconds") if isinstance(value, datetime.datetime | datetime.time) else str(value).translate(_CONTROL)
    ElementTree.SubElement(parent, name).text = text


def flag(parent: ElementTree.Element, name: str, is_so: bool) -> None:
    """A truth value: 1 or 0."""
    add(parent, name, 1 if is_so else 0)


def work(days: float) -> str:
    """Days of eight hours as a duration: 1.5 days are ``PT12H0M0S``."""
    minutes = round(days * HOURS_A_DAY * 60)
    return f"PT{minutes // 60}H{minutes % 60}M0S"


def calendars(root: ElementTree.Element, plan: PlanFile, span: tuple[datetime.date, datetime.date], say: Speaker) -> None:
    """The working days: five or so a week, from eight to five, and as exceptions the days on which nobody works."""
    one = ElementTree.SubElement(ElementTree.SubElement(root, "Calendars"), "Calendar")
    add(one, "UID", 1)
    add(one, "Name", say("handover-calendar-name"))
    flag(one, "IsBaseCalendar", True)
    add(one, "BaseCalendarUID", -1)
    days = ElementTree.SubElement(one, "WeekDays")
    for number, name in enumerate((WEEKDAYS[-1], *WEEKDAYS[:-1]), start=1):  # a week begins on Sunday here
        _weekday(days, number, name not in plan.settings.calendar.weekend)
    exceptions = ElementTree.SubElement(one, "Exceptions")
    closed = named_closed_days(plan.settings.calendar, span[0].year, span[1].year + 1, say.language)
    for first, last, reason in _stretches(closed):
        _exception(exceptions, first, last, reason)


def _weekday(parent: ElementTree.Element, number: int, working: bool) -> None:
    day = ElementTree.SubElement(parent, "WeekDay")
    add(day, "DayType", number)
    flag(day, "DayWorking", working)
    if working:
        times = ElementTree.SubElement(day, "WorkingTimes")
        for begins, ends in _SHIFTS:
            shift = ElementTree.SubElement(times, "WorkingTime")
            add(shift, "FromTime", begins)
            add(shift, "ToTime", ends)


def _exception(parent: ElementTree.Element, first: datetime.date, last: datetime.date, reason: str) -> None:
    one = ElementTree.SubElement(parent, "Exception")
    flag(one, "EnteredByOccurrences", False)
    period = ElementTree.SubElement(one, "TimePeriod")
    add(period, "FromDate", datetime.datetime.combine(first, datetime.time()))
    add(period, "ToDate", datetime.datetime.combine(last, _LAST_MINUTE))
    add(one, "Occurrences", (last - first).days + 1)
    add(one, "Name", reason[:512])
    add(one, "Type", _DAILY)
    flag(one, "DayWorking", False)


def _stretches(closed: Sequence[tuple[datetime.date, str]]) -> list[tuple[datetime.date, datetime.date, str]]:
    """Days in a row that are closed for the same reason, as one."""
    stretches = [(day, day, reason) for day, reason in closed[:1]]
    for (before, reason_before), (day, reason) in pairwise(closed):
        if day - before == datetime.timedelta(days=1) and reason == reason_before:
            stretches[-1] = (stretches[-1][0], day, reason)
        else:
            stretches.append((day, day, reason))
    return stretches


def resources(root: ElementTree.Element, plan: PlanFile, dated: Sequence[PlannedAction], say: Speaker) -> None:
    """The roles, with as many people as there are at most; where that changes, by period."""
    parent = ElementTree.SubElement(root, "Resources")
    roles = dict.fromkeys(role for action in dated for role in action.person_days_by_role)
    for number, role in enumerate(roles, start=1):
        people = [row for row in plan.settings.people if row.resource == resource_of(role, plan.settings)]
        one = ElementTree.SubElement(parent, "Resource")
        add(one, "UID", number)
        add(one, "ID", number)
        add(one, "Name", role_name(role, plan.roles, say)[:512])
        add(one, "Type", _WORKING_RESOURCE)
        flag(one, "IsNull", False)
        add(one, "Initials", role[:1])
        add(one, "Code", role)
        if "@" in role:
            add(one, "Group", role.partition("@")[2])
        most = max((row.people for row in people), default=None)
        if most is not None:
            add(one, "MaxUnits", number_text(most))
        add(one, "AccrueAt", _PRORATED)
        add(one, "CalendarUID", 1)
        flag(one, "IsGeneric", True)
        if any(row.from_month or row.to_month for row in people):
            _availability(one, people)


def _availability(one: ElementTree.Element, people: Sequence[People]) -> None:
    periods = ElementTree.SubElement(one, "AvailabilityPeriods")
    for row in people:
        period = ElementTree.SubElement(periods, "AvailabilityPeriod")
        first = first_of_month(row.from_month) if row.from_month else _EARLY
        last = last_of_month(row.to_month) if row.to_month else _FAR
        add(period, "AvailableFrom", datetime.datetime.combine(first, datetime.time()))
        add(period, "AvailableTo", datetime.datetime.combine(last, _LAST_MINUTE))
        add(period, "AvailableUnits", number_text(row.people))

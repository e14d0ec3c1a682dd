"""A work plan as a calendar file (iCalendar, RFC 5545): a day-long event an action, with reminders, and a milestone a process."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from diagnostics.definitions.plan_file import PlanFile, PlannedAction
from diagnostics.intake.written_files import moved_into_place
from diagnostics.reporting.plans.handover_words import process_name, role_name, spoken
from diagnostics.reporting.speaker import Speaker

if TYPE_CHECKING:
    from icalendar import Event

REMINDER = datetime.timedelta(days=14)
"""How long before its last day an action's end is announced."""
_MORNING = datetime.timedelta(hours=9)
_DAY = datetime.timedelta(days=1)
_COUNTED_FROM = datetime.date(2020, 1, 1)


def write_plan_calendar(plan: PlanFile, path: Path, say: Speaker, processes: Mapping[str, str]) -> None:
    """Write a plan as ICS. An equal plan gives equal bytes: stamps are of the day on which its baselines are true.

    Args:
        plan: the plan; actions without dates are left out.
        path: the .ics file.
        say: the reader's language.
        processes: process id → its name in English.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//HRM Diagnostic Review Kit//Work plan//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"{say('handover-heading')}: {plan.administration}")
    ends: dict[str, datetime.date] = {}
    for action in plan.actions:
        if action.scheduled and action.start_on and action.finish_on:
            calendar.add_component(_action(plan, spoken(action, say), (action.start_on, action.finish_on), say, processes))
            ends[action.process] = max(ends.get(action.process, action.finish_on), action.finish_on)
    for process, end in ends.items():
        calendar.add_component(_milestone(plan, process, end, say, processes))
    with moved_into_place(path) as temporary:
        temporary.write_bytes(calendar.to_ical(sorted=False))


def _event(plan: PlanFile, about: str, first: datetime.date, last: datetime.date) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{about}.{plan.mission}@work-plan.invalid")
    event.add("dtstamp", datetime.datetime.combine(plan.as_of, datetime.time(), datetime.UTC))
    # Grows from wave to wave, so that a calendar that holds the earlier plan takes the later one over.
    event.add("sequence", (plan.as_of - _COUNTED_FROM).days)
    event.add("dtstart", first)
    event.add("dtend", last + _DAY)
    event.add("transp", "TRANSPARENT")
    return event


def _action(
    plan: PlanFile, action: PlannedAction, days: tuple[datetime.date, datetime.date], say: Speaker, processes: Mapping[str, str]
) -> Event:
    event = _event(plan, action.action, *days)
    event.add("summary", f"{action.action} {action.title}")
    event.add("description", "\n".join(description(plan, action, say)))
    event.add("categories", [process_name(action.process, processes, say)])
    event.add("status", "CANCELLED" if action.status == "stopped" else "CONFIRMED")
    _remind(event, say("handover-starts-now", title=action.title), _MORNING, "START")
    if days[1] - days[0] > REMINDER:
        # Counted from the end of the last day, at nine in the morning two weeks before that day.
        _remind(event, say("handover-ends-soon", title=action.title), _MORNING - REMINDER - _DAY, "END")
    return event


def description(plan: PlanFile, action: PlannedAction, say: Speaker) -> list[str]:
    """What an action is about, a line each; what is empty is left out."""
    lines = [
        say("handover-owned-by", owner=role_name(action.owner, plan.roles, say)) if action.owner else "",
        say("handover-result", result=action.deliverable) if action.deliverable else "",
        say("handover-measured", indicator=action.indicator) if action.indicator else "",
        say("handover-from-to", baseline=action.baseline, target=action.target) if action.baseline and action.target else "",
        say("handover-depends-on", actions=say.listed(action.after)) if action.after else "",
        say("handover-at-risk", risk=action.risk) if action.risk else "",
        *(f"{number}. {step}" for number, step in enumerate(action.steps, start=1)),
    ]
    return [line for line in lines if line]


def _remind(event: Event, text: str, when: datetime.timedelta, related: str) -> None:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", text)
    alarm.add("trigger", when, parameters={"RELATED": related})
    event.add_component(alarm)


def _milestone(plan: PlanFile, process: str, end: datetime.date, say: Speaker, processes: Mapping[str, str]) -> Event:
    """The day on which the last action of a process is finished."""
    name = process_name(process, processes, say)
    event = _event(plan, f"milestone-{process or 'own'}", end, end)
    event.add("summary", say("handover-process-done", process=name))
    event.add("categories", [name])
    event.add("status", "CONFIRMED")
    return event

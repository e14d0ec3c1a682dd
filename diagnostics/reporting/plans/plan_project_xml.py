"""A work plan as a project file: Microsoft's Project XML Data Interchange (MSPDI), which MS Project and most planning programs open.

Processes are summary tasks, actions the tasks below them, roles the resources; the end of each process is a milestone.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree

from diagnostics.definitions.plan_file import PlanFile, PlannedAction
from diagnostics.definitions.planning_figures import load_planning_figures
from diagnostics.intake.plans.project_fields import (
    HOURS_A_DAY,
    NAMESPACE,
    SUBJECT,
    TEXT_FIELDS,
)
from diagnostics.intake.values import number_text
from diagnostics.intake.written_files import moved_into_place
from diagnostics.planning.working_days import plan_span, working_days
from diagnostics.reporting.plans.handover_words import headings
from diagnostics.reporting.plans.plan_project_parts import add, calendars, resources, work
from diagnostics.reporting.plans.plan_project_tasks import CLOSES, FIXED_DURATION, IN_DAYS, OPENS, Task, tasks_of, write_tasks
from diagnostics.reporting.speaker import Speaker


def write_project_xml(plan: PlanFile, path: Path, say: Speaker, processes: Mapping[str, str]) -> None:
    """Write a plan as MSPDI. An equal plan gives equal bytes.

    Args:
        plan: the plan; actions without dates are left out.
        path: the .xml file.
        say: the reader's language.
        processes: process id → its name in English.
    """
    dated = [one for one in plan.actions if one.scheduled and one.start_on and one.finish_on]
    calendar = working_days(plan.settings, also=[one.finish_on for one in dated if one.finish_on])
    tasks = tasks_of(plan, dated, calendar, say, processes)
    root = ElementTree.Element("Project", {"xmlns": NAMESPACE})
    _about(root, plan, tasks, say)
    _fields(root, say)
    end = max([plan_span(plan.settings)[1], *(task.finish.date() for task in tasks)])
    calendars(root, plan, (plan_span(plan.settings)[0], end), say)
    places = {one.action: task for task in tasks if (one := task.action)}
    write_tasks(root, tasks, plan, calendar, say)
    resources(root, plan, dated, say)
    _assignments(root, plan, dated, places)
    ElementTree.indent(root)
    with moved_into_place(path) as temporary:
        ElementTree.ElementTree(root).write(temporary, encoding="UTF-8", xml_declaration=True)


def _about(root: ElementTree.Element, plan: PlanFile, tasks: Sequence[Task], say: Speaker) -> None:
    settings = plan.settings
    currency = settings.budget.currency if settings.budget else ""
    a_week = 7 - len(set(settings.calendar.weekend))
    first = datetime.datetime.combine(plan_span(settings)[0], OPENS)
    as_of = datetime.datetime.combine(plan.as_of, OPENS)
    add(root, "SaveVersion", 12)
    add(root, "Name", f"{plan.mission}.xml")
    add(root, "Title", f"{say('handover-heading')}: {plan.administration}"[:512])
    add(root, "Subject", f"{SUBJECT} {plan.version} {plan.mission}")
    if plan.synthetic:
        add(root, "Category", say("handover-synthetic"))
    add(root, "Company", plan.administration)
    add(root, "CreationDate", as_of)
    add(root, "ScheduleFromStart", 1)
    add(root, "StartDate", min([first, *(task.start for task in tasks)]))
    add(root, "FinishDate", max([first, *(task.finish for task in tasks)]))
    add(root, "FYStartDate", 1)
    add(root, "CriticalSlackLimit", 0)
    add(root, "CurrencyDigits", 2)
    if currency:
        add(root, "CurrencySymbol", currency)
        add(root, "CurrencyCode", currency)
    add(root, "CalendarUID", 1)
    add(root, "DefaultStartTime", OPENS)
    add(root, "DefaultFinishTime", CLOSES)
    add(root, "MinutesPerDay", HOURS_A_DAY * 60)
    add(root, "MinutesPerWeek", HOURS_A_DAY * 60 * a_week)
    add(root, "DaysPerMonth", load_planning_figures().working_days_a_month.value)
    add(root, "DefaultTaskType", FIXED_DURATION)
    add(root, "DurationFormat", IN_DAYS)
    add(root, "WorkFormat", IN_DAYS)
    add(root, "HonorConstraints", 1)
    add(root, "NewTasksEffortDriven", 0)
    add(root, "NewTasksEstimated", 0)
    add(root, "WeekStartDay", 1)
    add(root, "StatusDate", as_of)
    add(root, "CurrentDate", as_of)


def _fields(root: ElementTree.Element, say: Speaker) -> None:
    """What the custom fields are called in the program that opens the file."""
    names = headings(say) | {"action": say("handover-field-action"), "formula": say("handover-formula"), "data": say("handover-data")}
    names |= {"direction": say("handover-direction"), "process": say("column-process")}
    parent = ElementTree.SubElement(root, "ExtendedAttributes")
    for name, (field_id, field_name) in TEXT_FIELDS.items():
        one = ElementTree.SubElement(parent, "ExtendedAttribute")
        add(one, "FieldID", field_id)
        add(one, "FieldName", field_name)
        add(one, "Alias", names[name][:50])


def _assignments(root: ElementTree.Element, plan: PlanFile, dated: Sequence[PlannedAction], places: Mapping[str, Task]) -> None:
    parent = ElementTree.SubElement(root, "Assignments")
    uids = {role: number for number, role in enumerate(dict.fromkeys(role for one in dated for role in one.person_days_by_role), start=1)}
    uid = 1
    for action in dated:
        task = places[action.action]
        progress = action.progress or 0
        for role, days in action.person_days_by_role.items():
            one = ElementTree.SubElement(parent, "Assignment")
            for name, value in (
                ("UID", uid), ("TaskUID", task.uid), ("ResourceUID", uids[role]), ("PercentWorkComplete", round(100 * progress)),
                ("ActualWork", work(days * progress)), ("Finish", task.finish), ("RemainingWork", work(days * (1 - progress))),
                ("Start", task.start), ("Units", number_text(round(days / task.days, 6) if task.days else 1.0)), ("Work", work(days)),
                ("WorkContour", 0),
            ):  # fmt: skip
                add(one, name, value)
            uid += 1

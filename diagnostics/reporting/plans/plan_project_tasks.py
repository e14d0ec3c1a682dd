"""The tasks of a project file: processes as summary tasks, actions below them, and a milestone at the end of each process.

An action is held where the plan put it by 'start no earlier than', since its place rests on people and money as well as on the
actions before it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

from diagnostics.definitions.plan_file import PlanFile, PlannedAction
from diagnostics.intake.plans.project_fields import (
    FINISH_TO_START,
    FIXED_START,
    HOURS_A_DAY,
    LONGEST_TEXT,
    MILESTONE,
    NOT_AFTER,
    NOT_BEFORE,
    TEXT_FIELDS,
)
from diagnostics.intake.values import number_text
from diagnostics.planning.working_days import WorkingDays
from diagnostics.reporting.plans.handover_words import process_name, spoken
from diagnostics.reporting.plans.plan_calendar_file import description
from diagnostics.reporting.plans.plan_project_parts import add, flag, work
from diagnostics.reporting.speaker import Speaker

OPENS, CLOSES = datetime.time(8), datetime.time(17)
IN_DAYS, FIXED_DURATION, NORMAL_PRIORITY = 7, 1, 500


@dataclass(frozen=True)
class Task:
    """One row of the project: a summary task, an action or a milestone."""

    uid: int
    name: str
    number: str
    start: datetime.datetime
    finish: datetime.datetime
    days: int
    action: PlannedAction | None = None
    summary: bool = False
    after: tuple[int, ...] = ()
    process: str | None = None
    """Of a milestone."""


@dataclass(frozen=True)
class _Made:
    """What every task is written from."""

    plan: PlanFile
    tasks: Sequence[Task]
    calendar: WorkingDays
    say: Speaker


def tasks_of(
    plan: PlanFile, dated: Sequence[PlannedAction], calendar: WorkingDays, say: Speaker, processes: Mapping[str, str]
) -> list[Task]:
    """All rows but that of the whole, in the order of the plan: each process with its actions and the milestone at its end."""
    groups = {process: [one for one in dated if one.process == process] for process in dict.fromkeys(one.process for one in dated)}
    uids = _uids(groups)
    tasks: list[Task] = []
    for place, (process, actions) in enumerate(groups.items(), start=1):
        start, finish = _span(actions)
        name = process_name(process, processes, say)
        days = calendar.between(start.date(), finish.date())
        tasks.append(Task(uids["process", process], name, str(place), start, finish, days, summary=True))
        for number, one in enumerate(actions, start=1):
            begins, ends = _span([one])
            days = calendar.between(begins.date(), ends.date())
            after = tuple(uids["action", other] for other in one.after if ("action", other) in uids)
            title = spoken(one, say).title
            tasks.append(Task(uids["action", one.action], title, f"{place}.{number}", begins, ends, days, one, after=after))
        before = tuple(uids["action", one.action] for one in actions)
        done, number = say("handover-process-done", process=name), f"{place}.{len(actions) + 1}"
        tasks.append(Task(uids["milestone", process], done, number, finish, finish, 0, after=before, process=process))
    return tasks


def _uids(groups: Mapping[str, Sequence[PlannedAction]]) -> dict[tuple[str, str], int]:
    """The number of each row, from 1; 0 is the whole."""
    rows = [
        row
        for process, actions in groups.items()
        for row in (("process", process), *(("action", one.action) for one in actions), ("milestone", process))
    ]
    return {row: number for number, row in enumerate(rows, start=1)}


def _span(actions: Iterable[PlannedAction]) -> tuple[datetime.datetime, datetime.datetime]:
    days = [(one.start_on, one.finish_on) for one in actions if one.start_on and one.finish_on]
    return datetime.datetime.combine(min(first for first, _ in days), OPENS), datetime.datetime.combine(
        max(last for _, last in days), CLOSES
    )


def write_tasks(root: ElementTree.Element, tasks: Sequence[Task], plan: PlanFile, calendar: WorkingDays, say: Speaker) -> None:
    """Write the whole as row 0, then every task."""
    parent, made = ElementTree.SubElement(root, "Tasks"), _Made(plan, tasks, calendar, say)
    if tasks:
        first, last = min(task.start for task in tasks), max(task.finish for task in tasks)
        whole = Task(0, plan.administration, "0", first, last, calendar.between(first.date(), last.date()), summary=True)
        _write_task(parent, whole, 0, made)
    for row, task in enumerate(tasks, start=1):
        _write_task(parent, task, row, made)


def _write_task(parent: ElementTree.Element, task: Task, row: int, made: _Made) -> None:
    """One task, its elements in the order of the schema."""
    one, action = ElementTree.SubElement(parent, "Task"), task.action
    level = 0 if task.uid == 0 else task.number.count(".") + 1
    progress = round(100 * (action.progress or 0)) if action else 0
    for name, value in (
        ("UID", task.uid), ("ID", row), ("Name", task.name[:512]), ("Type", FIXED_DURATION), ("IsNull", 0), ("WBS", task.number),
        ("OutlineNumber", task.number), ("OutlineLevel", level), ("Priority", NORMAL_PRIORITY), ("Start", task.start),
        ("Finish", task.finish), ("Duration", work(task.days)), ("DurationFormat", IN_DAYS),
    ):  # fmt: skip
        add(one, name, value)
    if action and action.person_days is not None:
        add(one, "Work", work(action.person_days))
    for name, is_so in (
        ("EffortDriven", False), ("Recurring", False), ("Estimated", False), ("Milestone", task.process is not None),
        ("Summary", task.summary), ("Critical", bool(action and action.critical)),
    ):  # fmt: skip
        flag(one, name, is_so)
    if action:
        _money_and_progress(one, action, task, progress)
        _constraint(one, action, task, made)
        add(one, "Notes", "\n".join(description(made.plan, spoken(action, made.say), made.say)))
    elif task.process is not None:
        add(one, "PercentComplete", 0)
        add(one, "ConstraintType", 0)
    for before in task.after:
        _link(one, before)
    if action or task.process is not None:
        _texts(one, task, made.say)
    if action:
        _baseline(one, action, task)


def _money_and_progress(one: ElementTree.Element, action: PlannedAction, task: Task, progress: int) -> None:
    if action.slack_days is not None:
        add(one, "TotalSlack", action.slack_days * HOURS_A_DAY * 60 * 10)  # in tenths of a minute
    if action.amount is not None:
        add(one, "FixedCost", number_text(100 * action.amount))  # money stands in hundredths
        add(one, "FixedCostAccrual", 1)
    add(one, "PercentComplete", progress)
    add(one, "PercentWorkComplete", progress)
    if action.amount is not None:
        add(one, "Cost", number_text(100 * action.amount))
    if progress:
        add(one, "ActualStart", task.start)
    if progress == 100:
        add(one, "ActualFinish", task.finish)
    add(one, "ActualDuration", work(task.days * progress / 100))
    add(one, "RemainingDuration", work(task.days * (100 - progress) / 100))


def _constraint(one: ElementTree.Element, action: PlannedAction, task: Task, made: _Made) -> None:
    """Fixed days as such. An action that stands where the ones before it end needs nothing to be held there but its latest day."""
    ends = [other.finish.date() for other in made.tasks if other.uid in task.after]
    follows = bool(ends) and made.calendar.day(made.calendar.up_to(max(ends))) == task.start.date()
    if action.starts:
        kind, day = FIXED_START, task.start
    elif action.by and follows:
        kind, day = NOT_AFTER, datetime.datetime.combine(action.by, CLOSES)
    else:
        kind, day = NOT_BEFORE, task.start
    add(one, "ConstraintType", kind)
    add(one, "ConstraintDate", day)
    if action.by:
        add(one, "Deadline", datetime.datetime.combine(action.by, CLOSES))


def _link(one: ElementTree.Element, before: int) -> None:
    link = ElementTree.SubElement(one, "PredecessorLink")
    for name, value in (
        ("PredecessorUID", before),
        ("Type", FINISH_TO_START),
        ("CrossProject", 0),
        ("LinkLag", 0),
        ("LagFormat", IN_DAYS),
    ):
        add(link, name, value)


def _texts(one: ElementTree.Element, task: Task, say: Speaker) -> None:
    """The custom fields that are filled. A text that is too long for one is cut; the notes hold it whole."""
    shown = spoken(task.action, say) if task.action else None
    for name, (field_id, _) in TEXT_FIELDS.items():
        text = f"{MILESTONE}{task.process}" if task.action is None and name == "action" else _text(name, shown)
        if text:
            field = ElementTree.SubElement(one, "ExtendedAttribute")
            add(field, "FieldID", field_id)
            add(field, "Value", text[:LONGEST_TEXT])


def _text(name: str, action: PlannedAction | None) -> str:
    if action is None:
        return ""
    value = getattr(action, name)
    if name == "partners":
        return " ".join(value)
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value or ""


def _baseline(one: ElementTree.Element, action: PlannedAction, task: Task) -> None:
    baseline = ElementTree.SubElement(one, "Baseline")
    add(baseline, "Number", 0)
    add(baseline, "Interim", 0)
    add(baseline, "Start", task.start)
    add(baseline, "Finish", task.finish)
    add(baseline, "Duration", work(task.days))
    add(baseline, "DurationFormat", IN_DAYS)
    add(baseline, "EstimatedDuration", 0)
    if action.person_days is not None:
        add(baseline, "Work", work(action.person_days))
    if action.amount is not None:
        add(baseline, "Cost", number_text(100 * action.amount))

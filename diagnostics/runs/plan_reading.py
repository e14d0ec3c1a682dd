"""Reads a work plan from any file as the table that planning, reports and checks share."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pandas as pd

from diagnostics.definitions.plan_file import PlannedAction
from diagnostics.definitions.plan_settings import PlanSettings
from diagnostics.definitions.problems import Problem
from diagnostics.intake.plans.plan_files import Kind, ReadPlan, read_plan
from diagnostics.planning.mission_project import duration_of
from diagnostics.planning.plan_table import plan_table
from diagnostics.planning.scheduling.network import waiting_circles
from diagnostics.planning.working_days import quarter_of, working_days


@dataclass(frozen=True)
class PlanReading:
    """A plan that was read from a file.

    Attributes:
        table: columns of ``plan_table``, and ``row`` int, where each action stands in the file (0 = not shown there).
        settings: those that the file carries, else those that were given; none where nobody told.
        problems: every cell that cannot be used, as errors; what had to be guessed or was left out, as warnings.
        kind: what the file was recognised as.
        told: how it was understood, a line each.
        as_of: the day on which the plan's baselines are true, where the file says it.
        read: the plan as the reader gave it.
    """

    table: pd.DataFrame
    settings: PlanSettings | None
    problems: tuple[Problem, ...]
    kind: Kind
    told: tuple[str, ...]
    read: ReadPlan = field(repr=False)
    as_of: date | None = None


def read_plan_file(path: Path, settings: PlanSettings | None = None) -> PlanReading:
    """Read a plan: our workbook, project file, table or JSON, an MS Project file, or a ministry's own table.

    An action with a start and a duration but no finish gets the last of so many working days.

    Args:
        path: XLSX, CSV, XML or JSON.
        settings: the mission's: the calendar for finishes that are missing, the currency of the money; none = the file's own.

    Raises:
        BadInput: not there, not to be parsed, or without a plan in it. What is wrong with single cells stands in ``problems``.
    """
    read = read_plan(path, settings)
    own = read.about.settings if read.about else None
    used = settings or own
    actions = tuple(with_finish(action, used) for action in read.actions)
    circles = [_circle(ids, actions, read.rows, path.name) for ids in waiting_circles({one.action: one.after for one in actions})]
    filled = sum(one.finish_on is not None and other.finish_on is None for one, other in zip(actions, read.actions, strict=True))
    told = (*read.told, f"{filled} finishes are reckoned from start and duration") if filled else read.told
    table = plan_table(actions).assign(row=pd.Series(read.rows, dtype="int64"))
    as_of = read.about.as_of if read.about else None
    return PlanReading(table, used, (*read.problems, *circles), read.kind, told, read, as_of)


def with_finish(action: PlannedAction, settings: PlanSettings | None) -> PlannedAction:
    """The action with its last working day, where its first one and its duration are known and that is not."""
    if action.finish_on or not action.start_on or not action.months:
        return action
    duration = duration_of(action.months)
    within = date(action.start_on.year + math.ceil(action.months / 12), 12, 31)  # the calendar reaches years beyond
    calendar = working_days(settings or PlanSettings(start=quarter_of(action.start_on)), also=[within])
    finish = calendar.day(calendar.on_or_after(action.start_on) + duration - 1)
    return action.model_copy(update={"finish_on": finish, "finish": quarter_of(finish)})


def _circle(ids: list[str], actions: tuple[PlannedAction, ...], rows: tuple[int, ...], file: str) -> Problem:
    row = next(row for row, action in zip(rows, actions, strict=True) if action.action == ids[0])
    advice = "These actions wait for one another in a circle. Take one of them out of 'after'."
    return Problem(file, advice, "cycle", row or None, "after", " → ".join([*ids, ids[0]]))

"""When the plan will be finished if nobody plans it anew: what was reported is taken as it is, the rest follows in its order."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from diagnostics.definitions.plan_settings import PlanSettings, last_of_quarter
from diagnostics.planning.following.progress import latest_progress
from diagnostics.planning.mission_project import mission_project, part_of
from diagnostics.planning.scheduling.network import order_of
from diagnostics.planning.scheduling.project import Project, place_in_order
from diagnostics.planning.working_days import WorkingDays, working_days


@dataclass(frozen=True)
class Outlook:
    """The whole plan's end.

    Attributes:
        planned: the last planned day; None of an empty plan.
        forecast: the last day forecast, of the actions that have one.
        days_later: working days from the one to the other; negative = earlier.
        undated: actions without a forecast: stopped ones, those that wait for them, and those for which there are no people.
    """

    planned: date | None
    forecast: date | None
    days_later: int | None
    undated: int


def forecast(plan: pd.DataFrame, progress: pd.DataFrame, quarter: str, settings: PlanSettings) -> pd.DataFrame:
    """When each scheduled action will be finished.

    What is done stays as reported. What is under way goes on with the same people each day for the part of its planned duration that
    its progress leaves. What has not started begins on its planned first day or later: after the quarter, after those that it waits
    for, in the planned order, when its people are free. Money goes where the action goes.

    Args:
        plan: ``plan_table``; actions without a place are left out.
        progress: reports, as ``progress_history`` gives them.
        quarter: at whose end; later reports are left out.
        settings: people and calendar of the plan.

    Returns:
        One row an action in the order of the planned starts. Columns:
            action, process, title, status   str
            planned_start, planned_finish    str   ISO days
            forecast_start, forecast_finish  str   ISO days; real ones where it is done; empty = no date can be given
            days_later   Int64  working days from the planned to the forecast last day, negative = earlier; empty = no date
            waits_for    str    the action without a date that stands in its way, or itself where it was stopped or has no people
    """
    scheduled = plan[plan["scheduled"] & (plan["start_on"] != "")].sort_values(["start_on", "finish_on"], kind="stable", ignore_index=True)
    today = last_of_quarter(quarter)
    calendar = working_days(settings, [today, *map(date.fromisoformat, scheduled["finish_on"])])
    known = latest_progress(progress, quarter).to_dict("index")
    rows = scheduled.to_dict("records")
    stuck, places = _placed(scheduled, known, calendar.up_to(today), settings, calendar)
    lines = [_line(row, known.get(row["action"], {}), places.get(row["action"]), stuck.get(row["action"], ""), calendar) for row in rows]
    return pd.DataFrame(lines, columns=list(_COLUMNS)).astype({"days_later": "Int64"})


_COLUMNS = (
    "action", "process", "title", "status", "planned_start", "planned_finish", "forecast_start", "forecast_finish", "days_later",
    "waits_for",
)  # fmt: skip


def _placed(
    scheduled: pd.DataFrame, known: Mapping[str, Mapping[str, Any]], now: int, settings: PlanSettings, calendar: WorkingDays
) -> tuple[dict[str, str], dict[str, tuple[int, int]]]:
    """Action → the one without a date in its way; and action → first working day and the one after its last, for those with a place."""
    whole = mission_project(scheduled, settings, calendar)
    status = {action: known.get(action, {}).get("status", "") for action in whole.ids}
    open_ones = [task for task, action in enumerate(whole.ids) if status[action] not in ("done", "stopped")]
    stuck = _followers(whole, [action for action in whole.ids if status[action] == "stopped"], status)
    starts = {row["action"]: row["start_on"] for row in scheduled.to_dict("records")}
    before = {row["action"]: row["progress"] for row in scheduled.to_dict("records")}
    rest = _rest(whole, known, before, {action: calendar.on_or_after(date.fromisoformat(day)) for action, day in starts.items()}, now)
    while True:
        kept = [task for task in open_ones if whole.ids[task] not in stuck]
        project = part_of(rest, kept)
        order = _order(project, {action: status[action] == "in progress" for action in project.ids})
        places = place_in_order(project, order)
        if places is not None:
            found = {action: (start, start + length) for action, start, length in zip(project.ids, places, project.durations, strict=True)}
            return stuck, found
        without = project.ids[_first_without_place(project, order)]
        stuck |= _followers(whole, [without], status)


def _rest(
    whole: Project, known: Mapping[str, Mapping[str, Any]], before: Mapping[str, float], starts: Mapping[str, int], now: int
) -> Project:
    """What is left of each action, none before now. The date by which it should be finished holds no longer, nor do the purses."""
    durations, earliest = [], []
    for action, duration in zip(whole.ids, whole.durations, strict=True):
        told = known.get(action, {})
        under_way = told.get("status") == "in progress"
        durations.append(_days_left(duration, told.get("progress", math.nan), before[action]) if under_way else duration)
        earliest.append(now if under_way else max(now, starts[action]))
    latest = (None,) * len(whole.ids)
    return replace(whole, durations=tuple(durations), earliest=tuple(earliest), latest=latest, costs=(), years=())


def _days_left(duration: int, progress: float, before: float) -> int:
    """Working days left of an action under way; all of them where nobody told how far it is."""
    start = 0.0 if math.isnan(before) else min(before, 1.0)
    done = start if math.isnan(progress) else max(start, progress)
    if start >= 1:
        return 1
    # The rest of binary fractions must not add a day.
    return max(1, math.ceil(duration * (1 - done) / (1 - start) - 1e-6))


def _order(project: Project, under_way: Mapping[str, bool]) -> list[int]:
    """What is under way first, then by planned start; none before one that it waits for."""
    after = {number: before for number, before in enumerate(project.before)}
    rank = {number: -1.0 if under_way[action] else float(project.earliest[number]) for number, action in enumerate(project.ids)}
    return order_of(after, rank)


def _first_without_place(project: Project, order: Sequence[int]) -> int:
    """The first task in the order for which there are not the people, however long it waits."""
    return next(task for number, task in enumerate(order, start=1) if place_in_order(project, order[:number]) is None)


def _followers(whole: Project, causes: Sequence[str], status: Mapping[str, str]) -> dict[str, str]:
    """Action → the one of the causes that it waits for, over others too; the causes themselves among them."""
    stuck = {action: action for action in causes}
    after = {number: before for number, before in enumerate(whole.before)}
    for task in order_of(after):
        action = whole.ids[task]
        ahead = [stuck[whole.ids[one]] for one in whole.before[task] if whole.ids[one] in stuck]
        if ahead and action not in stuck and status[action] != "done":
            stuck[action] = ahead[0]
    return stuck


def _line(row: dict[str, Any], told: Mapping[str, Any], place: tuple[int, int] | None, waits: str, calendar: WorkingDays) -> dict[str, Any]:
    status = told.get("status", "")
    started = told.get("started_on", "")
    line = {name: row[name] for name in ("action", "process", "title")} | {"status": status, "waits_for": waits, "days_later": None}
    line |= {"planned_start": row["start_on"], "planned_finish": row["finish_on"], "forecast_start": started, "forecast_finish": ""}
    if status == "done" and told["finished_on"]:
        line["forecast_finish"] = told["finished_on"]
    elif place is not None:
        line["forecast_start"] = started or calendar.day(place[0]).isoformat()
        line["forecast_finish"] = calendar.day(place[1] - 1).isoformat()
    if line["forecast_finish"]:
        line["days_later"] = _days_between(line["planned_finish"], line["forecast_finish"], calendar)
    return line


def _days_between(planned: str, found: str, calendar: WorkingDays) -> int:
    return calendar.up_to(date.fromisoformat(found)) - calendar.up_to(date.fromisoformat(planned))


def outlook(table: pd.DataFrame, settings: PlanSettings) -> Outlook:
    """When the whole will be finished.

    Args:
        table: as ``forecast`` gives it.
        settings: the plan's calendar.
    """
    dated = table[table["forecast_finish"] != ""]
    if table.empty or dated.empty:
        return Outlook(None, None, None, len(table))
    planned, found = table["planned_finish"].max(), dated["forecast_finish"].max()
    calendar = working_days(settings, map(date.fromisoformat, (planned, found)))
    later = _days_between(planned, found, calendar)
    return Outlook(date.fromisoformat(planned), date.fromisoformat(found), later, len(table) - len(dated))


def milestones(table: pd.DataFrame, settings: PlanSettings) -> pd.DataFrame:
    """When the last action of each process is finished.

    Args:
        table: as ``forecast`` gives it.
        settings: the plan's calendar.

    Returns:
        One row a process, in the order in which they first appear; actions without a process are left out. Columns: ``process`` str |
        ``planned``, ``forecast`` str, ISO days, empty where one of its actions has no date | ``days_later`` Int64, working days |
        ``actions``, ``done`` int.
    """
    rows = []
    for process, group in table[table["process"] != ""].groupby("process", sort=False):
        planned = group["planned_finish"].max()
        found = "" if (group["forecast_finish"] == "").any() else group["forecast_finish"].max()
        later = None
        if found:
            later = _days_between(planned, found, working_days(settings, map(date.fromisoformat, (planned, found))))
        counts = {"actions": len(group), "done": int((group["status"] == "done").sum())}
        rows.append({"process": process, "planned": planned, "forecast": found, "days_later": later} | counts)
    columns = ["process", "planned", "forecast", "days_later", "actions", "done"]
    return pd.DataFrame(rows, columns=columns).astype({"days_later": "Int64"})

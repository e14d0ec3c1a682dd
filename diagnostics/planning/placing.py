"""Gives a mission's actions their days, and those without a place their reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from diagnostics.definitions.plan_settings import PlanSettings
from diagnostics.planning.mission_project import SCALE, mission_project, part_of
from diagnostics.planning.plan_table import typed_plan
from diagnostics.planning.scheduling.calendars import first_fit, free_units
from diagnostics.planning.scheduling.choice import choose_tasks
from diagnostics.planning.scheduling.constraints import Limits
from diagnostics.planning.scheduling.project import Project, makespan_of
from diagnostics.planning.scheduling.schedule import place_project
from diagnostics.planning.scheduling.slack import critical_chain, slack_of
from diagnostics.planning.told import DROPPED, NO_ROOM, TOO_DEAR, TOO_LONG, TOO_MUCH, WAITS
from diagnostics.planning.working_days import WorkingDays, quarter_of, working_days

_CHOOSING = 0.5  # of the effort, for the choice where not all fits


@dataclass(frozen=True)
class Placed:
    """A plan.

    Attributes:
        plan: ``plan_table``, in the order of the starts, what has no place last.
        finish: working days from the plan's start to its last action's end.
        lower_bound: no plan of the same actions ends earlier.
        choice_proven: no other choice of actions is worth more; also where all have a place.
    """

    plan: pd.DataFrame
    finish: int
    lower_bound: int
    choice_proven: bool


def place_actions(actions: pd.DataFrame, settings: PlanSettings) -> Placed:
    """Choose the actions that fit, make their plan as short as the search finds, and within it start what is pressing early.

    Args:
        actions: ``plan_table`` without places. Those decided to be dropped are kept out, and with them what waits for them; those
            pinned, added by the administration or under way must have a place.
        settings: people, days and money, and how long to search.

    Raises:
        NoPlan: what was decided does not fit.
    """
    limits = Limits(settings.effort)
    wanted, reasons = wanted_of(actions)
    if wanted.empty:
        return Placed(_with_places(actions, {}, reasons), 0, 0, True)
    calendar = working_days(settings)
    project = mission_project(wanted, settings, calendar)
    pinned = set(np.flatnonzero(is_decided(wanted)))
    choice = choose_tasks(project, calendar.horizon, worth_of(wanted), pinned, limits.share(_CHOOSING))
    chosen = part_of(project, choice.kept)
    places = place_project(chosen, limits, known=choice.starts)
    critical = {chosen.ids[task] for task in critical_chain(chosen, places.starts)}
    found = {
        name: _days(calendar, start, duration) | {"slack_days": slack, "critical": name in critical}
        for name, start, duration, slack in zip(chosen.ids, places.starts, chosen.durations, slack_of(chosen, places.starts), strict=True)
    }
    reasons |= _reasons(project, wanted, set(chosen.ids), settings, calendar)
    return Placed(_with_places(actions, found, reasons), makespan_of(chosen, places.starts), places.lower_bound, choice.proven)


def wanted_of(actions: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, str]]:
    """The actions that want a place; and action → why it wants none: dropped, or waiting for one that was."""
    reasons = _without_what_was_dropped(actions)
    return actions[~actions["action"].isin(reasons)].reset_index(drop=True), reasons


def is_decided(actions: pd.DataFrame) -> pd.Series:
    """Which actions must be in the plan whatever has to give way: pinned, added, or under way since the plan before. Bool."""
    under_way = (actions["decision"] == "carried") & (actions["status"] == "in progress")
    return actions["decision"].isin(["pin", "own"]) | under_way


def worth_of(actions: pd.DataFrame) -> list[float]:
    """What each action is worth in the choice: its finding's priority, shared among the steps of its criterion."""
    steps = actions.groupby("criterion")["action"].transform("size").where(actions["criterion"] != "", 1)
    return (actions["priority"] / steps).tolist()


def _without_what_was_dropped(actions: pd.DataFrame) -> dict[str, str]:
    """Actions that were dropped, and those that wait for one that is out, with the reason."""
    reasons = {row.action: row.reason or DROPPED for row in actions.itertuples() if row.decision == "drop"}
    known = dict(zip(actions["action"], (cell.split() for cell in actions["after"]), strict=True))
    while out := {name: [one for one in after if one in reasons] for name, after in known.items() if name not in reasons}:
        waiting = {name: others for name, others in out.items() if others}
        if not waiting:
            break
        reasons |= {name: WAITS.format(others=" and ".join(others)) for name, others in waiting.items()}
    return reasons


def _days(calendar: WorkingDays, start: int, duration: int) -> dict[str, object]:
    first, last = calendar.day(start), calendar.day(start + duration - 1)
    return {"start_on": first.isoformat(), "finish_on": last.isoformat(), "start": quarter_of(first), "finish": quarter_of(last)}


def _with_places(actions: pd.DataFrame, found: Mapping[str, Mapping[str, object]], reasons: Mapping[str, str]) -> pd.DataFrame:
    plan = actions.copy()
    for name, empty in (("start_on", ""), ("finish_on", ""), ("start", ""), ("finish", ""), ("slack_days", None), ("critical", False)):
        plan[name] = [found.get(action, {}).get(name, empty) for action in plan["action"]]
    plan["scheduled"] = plan["action"].isin(list(found))
    plan["reason"] = [reasons.get(action, told) for action, told in zip(plan["action"], plan["reason"], strict=True)]
    plan["target_on"] = plan["finish"].where(plan["scheduled"] & (plan["target_on"] == ""), plan["target_on"])
    plan = typed_plan(plan)
    order = plan.assign(_start=plan["start_on"].where(plan["scheduled"], "9999"))
    return order.sort_values(["_start", "finish_on", "action"]).drop(columns="_start").reset_index(drop=True)


def _reasons(project: Project, wanted: pd.DataFrame, kept: set[str], settings: PlanSettings, calendar: WorkingDays) -> dict[str, str]:
    """Why each action that was not chosen has no place."""
    reasons = {}
    for number, name in enumerate(project.ids):
        if name in kept:
            continue
        others = [project.ids[one] for one in project.before[number] if project.ids[one] not in kept]
        reasons[name] = WAITS.format(others=" and ".join(others)) if others else _alone(project, number, wanted, settings, calendar)
    return reasons


def _alone(project: Project, number: int, wanted: pd.DataFrame, settings: PlanSettings, calendar: WorkingDays) -> str:
    """What an action would lack even if it were the only one; else, that others go before it."""
    for name, units in project.needs[number].items():
        stretches = project.calendars[name]
        if first_fit({name: free_units(stretches)}, {name: units}, project.earliest[number], project.durations[number]) is None:
            most = max(stretch.units for stretch in stretches)
            return TOO_MUCH.format(need=f"{units / SCALE:.3g}", resource=name, capacity=f"{most / SCALE:.3g}")
    months = settings.quarters * 3
    if project.earliest[number] + project.durations[number] > calendar.horizon:
        return TOO_LONG.format(months=f"{wanted['months'].iloc[number]:g}")
    purses = [year.purse for year in project.years]
    if purses and all(purse is not None and purse < project.cost(number) for purse in purses):
        return TOO_DEAR.format(amount=f"{project.cost(number):d}")
    return NO_ROOM.format(months=months)

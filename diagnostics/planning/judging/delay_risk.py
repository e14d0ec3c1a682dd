"""How likely a plan is to be late: its finish over many draws of its durations.

House rules. A duration follows the PERT-beta distribution of its three estimates; one that is finished is certain. An action
starts as soon as the actions that it waits for are finished, those of ``after`` and those whose people it takes over
(``people_flow``), but never before a date that was fixed for it, before the plan's start or its approval, before its people are
there, or before the year whose budget pays for it; an action that waits for nothing starts on its planned day. Delays of different
actions are independent: a common cause, such as an election, is not in these figures.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from diagnostics.definitions.plan_settings import ALL_ROLES, PlanSettings
from diagnostics.definitions.planning_figures import load_planning_figures
from diagnostics.planning.judging.people_flow import Work, flow_links
from diagnostics.planning.judging.realism_people import limited
from diagnostics.planning.judging.realism_time import PlanInTime, Planned, plan_in_time
from diagnostics.planning.mission_project import needs_of
from diagnostics.planning.scheduling.network import order_of, waiting_circles
from diagnostics.planning.working_days import first_of_month, month_of, quarter_of

DRAWS, SEED = 10_000, 20_270_101
WHOLE_PLAN = "plan"
COLUMNS = ("kind", "milestone", "planned_on", "p50_on", "p80_on", "p95_on", "on_time", "criticality")
_SHAPE = 4  # weight of the most likely duration in PERT
_EXACT = 1e-6  # of a working day


@dataclass(frozen=True)
class Durations:
    """Three estimates of each action's duration in working days; optimistic ≤ most likely ≤ pessimistic."""

    optimistic: np.ndarray
    likely: np.ndarray
    pessimistic: np.ndarray


@dataclass(frozen=True)
class Drawn:
    """Every draw of a plan, actions × draws.

    Attributes:
        finish: working days from the calendar's first to the action's end.
        decides: whether the action's end decided the end of the whole plan.
    """

    finish: np.ndarray
    decides: np.ndarray


def delay_risk(plan: pd.DataFrame, settings: PlanSettings, as_of: date, draws: int = DRAWS, seed: int = SEED) -> pd.DataFrame:
    """When a plan, its processes and its actions will be finished.

    Args:
        plan: columns of ``plan_table``, any of them absent. Actions without a working day are left out; of links in a circle, and to
            actions that are not there, nothing is made: ``judge_realism`` tells of them.
        settings: people, calendar and span.
        as_of: the day on which the plan was made.
        draws: how many.
        seed: the same seed gives the same table.

    Returns:
        One row for the plan, each process and each action, in this order; without a row where nothing has dates:
            kind         str    plan, process or action
            milestone    str    "plan", or the id
            planned_on   str    ISO day on which its last action is planned to be finished
            p50_on, p80_on, p95_on   str   the day by which it is finished in 50, 80 and 95 % of the draws
            on_time      float  0-1, share of the draws in which it is finished on the planned day or before
            criticality  float  0-1, of an action: share of the draws in which it decides the plan's end; empty otherwise
    """
    laid_out = plan_in_time(plan, settings, as_of)
    actions = _distinct(laid_out)
    if not actions:
        return pd.DataFrame(columns=list(COLUMNS))
    links = links_of(actions, laid_out)
    drawn = draw(durations_of(actions), links, releases_of(actions, links, laid_out), draws, seed)
    everything = list(range(len(actions)))
    processes: dict[str, list[int]] = {}
    for place, one in enumerate(actions):
        if one.cells["process"]:
            processes.setdefault(one.cells["process"], []).append(place)
    rows = [_milestone("plan", WHOLE_PLAN, everything, actions, drawn, laid_out)]
    rows += [_milestone("process", name, places, actions, drawn, laid_out) for name, places in processes.items()]
    rows += [_milestone("action", one.action, [place], actions, drawn, laid_out) for place, one in enumerate(actions)]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def draw(durations: Durations, links: Sequence[Sequence[int]], releases: Sequence[float], draws: int, seed: int) -> Drawn:
    """Draw the durations and add them up along the network.

    Args:
        durations: of each action.
        links: for each action the places of those that are finished before it starts, free of circles.
        releases: working days from the calendar's first, before which an action does not start.
        draws, seed: how many, and from where.
    """
    length = _sampled(durations, draws, np.random.default_rng(seed))
    start, finish = np.empty_like(length), np.empty_like(length)
    order = order_of({str(place): [str(one) for one in before] for place, before in enumerate(links)})
    for at in map(int, order):
        start[at] = releases[at]
        for one in links[at]:
            np.maximum(start[at], finish[one], out=start[at])
        finish[at] = start[at] + length[at]
    decides = finish >= finish.max(axis=0) - _EXACT
    for at in map(int, reversed(order)):
        for one in links[at]:
            decides[one] |= decides[at] & (finish[one] >= start[at] - _EXACT)
    return Drawn(finish, decides)


def durations_of(actions: Sequence[Planned]) -> Durations:
    """The three estimates of each action; the factors of ``planning.yaml`` stand in for those that are absent."""
    factors = load_planning_figures().three_point
    rows = []
    for one in actions:
        likely = float(one.estimate("months") or one.length)
        low, high = one.estimate("optimistic_months"), one.estimate("pessimistic_months")
        least = min(likely, float(low) if low is not None else likely * factors.optimistic)
        most = max(likely, float(high) if high is not None else likely * factors.pessimistic)
        rows.append((one.length,) * 3 if one.cells["status"] == "done" else (least, likely, most))
    optimistic, likely_ones, pessimistic = np.array(rows, dtype=float).T
    return Durations(optimistic, likely_ones, pessimistic)


def links_of(actions: Sequence[Planned], plan: PlanInTime) -> list[tuple[int, ...]]:
    """For each action, those that must be finished before it starts: by ``after``, and by the people that it takes over."""
    place = {one.action: at for at, one in enumerate(actions)}
    after = {one.action: [other for other in one.after if other in place and other != one.action] for one in actions}
    for circle in waiting_circles(after):
        for name in circle:
            after[name] = [other for other in after[name] if other not in circle]
    before = [{place[other] for other in after[one.action]} for one in actions]
    works = [_work(one, frozenset(own), plan) for one, own in zip(actions, before, strict=True)]
    for at, givers in enumerate(flow_links(works, _capacity(plan))):
        for giver in sorted(givers - before[at]):
            # A plan that breaks its own order may hand people over against it.
            if not _waits_for(before, giver, at):
                before[at].add(giver)
    return [tuple(sorted(own)) for own in before]


def releases_of(actions: Sequence[Planned], links: Sequence[Sequence[int]], plan: PlanInTime) -> list[float]:
    """Working days from the calendar's first, before which each action does not start."""
    return [float(_release(one, plan, bool(before))) for one, before in zip(actions, links, strict=True)]


def _release(one: Planned, plan: PlanInTime, waits: bool) -> int:
    if one.under_way or not waits:
        return one.begin or 0
    fixed = [date.fromisoformat(one.cells[name]) for name in ("starts", "not_before") if one.cells[name]]
    there = [_people_from(name, plan.settings) for name in needs_of(one.cells, plan.settings)]
    return plan.calendar.on_or_after(max(filter(None, [plan.first, plan.settings.approved_on, _paid_from(one, plan), *fixed, *there])))


def _paid_from(one: Planned, plan: PlanInTime) -> date | None:
    """The first day of the year whose budget pays for an action; None = it costs nothing, or money is not limited."""
    limits = plan.settings.budget.by_year if plan.settings.budget else {}
    return date(one.first.year, 1, 1) if limits and one.first and one.cells["amount"] > 0 else None


def _people_from(resource: str, settings: PlanSettings) -> date | None:
    """The first day on which there is anybody of a resource; None = from the start, or not known."""
    months = [one.from_month for one in settings.people if one.resource == resource]
    return min(first_of_month(month) for month in months if month) if months and all(months) else None


def _distinct(plan: PlanInTime) -> list[Planned]:
    """The actions with working days, the first of each id."""
    first: dict[str, Planned] = {}
    for one in plan.dated():
        first.setdefault(one.action, one)
    return list(first.values())


def _work(one: Planned, before: frozenset[int], plan: PlanInTime) -> Work:
    needs = {name: days / one.length for name, days in needs_of(one.cells, plan.settings).items()}
    return Work(one.begin or 0, one.end or 0, needs, before)


def _capacity(plan: PlanInTime) -> dict[str, list[float]]:
    """Resource → people on each working day up to the plan's end."""
    days = plan.calendar.days[: plan.calendar.up_to(plan.last)]
    months = [month_of(day) for day in days]
    capacity = {
        name: [sum(one.people for one in rows if (one.from_month or month) <= month <= (one.to_month or month)) for month in months]
        for name in dict.fromkeys(one.resource for one in plan.settings.people)
        if (rows := [one for one in plan.settings.people if one.resource == name])
    }
    if limited(plan.settings):
        quarters = [quarter_of(day) for day in days]
        counts: Mapping[str, int] = pd.Series(quarters).value_counts().to_dict()
        capacity[ALL_ROLES] = [plan.settings.person_days_per_quarter / counts[quarter] for quarter in quarters]
    return capacity


def _waits_for(before: Sequence[set[int]], one: int, other: int) -> bool:
    """Whether an action waits for another one, directly or through others."""
    left, seen = [one], {one}
    while left:
        at = left.pop()
        if at == other:
            return True
        left += [place for place in before[at] if place not in seen]
        seen |= before[at]
    return False


def _sampled(durations: Durations, draws: int, rng: np.random.Generator) -> np.ndarray:
    """Actions × draws of the PERT-beta distribution, in working days."""
    low, span = durations.optimistic[:, None], (durations.pessimistic - durations.optimistic)[:, None]
    certain = span <= 0
    rising = np.where(certain, 1.0, 1 + _SHAPE * (durations.likely[:, None] - low) / np.where(certain, 1.0, span))
    return low + span * rng.beta(rising, 2 + _SHAPE - rising, size=(len(low), draws))


def _milestone(kind: str, name: str, places: Sequence[int], actions: Sequence[Planned], drawn: Drawn, plan: PlanInTime) -> tuple:
    finish = drawn.finish[places].max(axis=0)
    planned = max(actions[place].end or 0 for place in places)
    # The day by which it is done: of the draws, not between two of them.
    days = [_day(value, plan) for value in np.quantile(finish, [0.5, 0.8, 0.95], method="inverted_cdf")]
    on_time = float((finish <= planned + _EXACT).mean())
    criticality = float(drawn.decides[places[0]].mean()) if kind == "action" else float("nan")
    return (kind, name, plan.calendar.day(planned - 1).isoformat(), *days, on_time, criticality)


def _day(finish: float, plan: PlanInTime) -> str:
    """The working day in which a number of working days ends; beyond the calendar its last day."""
    number = max(0, int(np.ceil(finish - _EXACT)) - 1)
    return plan.calendar.day(min(number, len(plan.calendar.days) - 1)).isoformat()

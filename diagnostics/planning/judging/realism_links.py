"""Whether the order of a plan holds: who waits for whom, and what stands in it twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pandas as pd

from diagnostics.planning.judging.realism_table import Found
from diagnostics.planning.judging.realism_time import PlanInTime, Planned
from diagnostics.planning.scheduling.network import network_times, waiting_circles

_LEAST = 2  # actions; one alone never has slack


def link_findings(plan: PlanInTime) -> Iterator[Found]:
    """Predecessors that are not there, not planned, not finished in time; circles; ids and titles that stand twice."""
    known: dict[str, Planned] = {}
    for one in plan.actions:
        known.setdefault(one.action, one)
    for one in plan.actions:
        for other in one.after:
            yield from _link(plan, one, other, known)
    for circle in waiting_circles({name: one.after for name, one in known.items()}):
        chain = " → ".join([*circle, circle[0]])
        yield Found("circle", {"chain": chain}, circle[0], known[circle[0]].row, found=chain)
    yield from _twice(plan)


def _link(plan: PlanInTime, one: Planned, other: str, known: dict[str, Planned]) -> Iterator[Found]:
    facts = {"action": one.action, "other": other}
    before = known.get(other)
    if before is None:
        check = "unplanned-predecessor" if other in plan.without_place else "unknown-predecessor"
        yield Found(check, facts, one.action, one.row, found=other)
        return
    if before.cells["status"] == "done" or not one.first or not before.last or one is before:
        return
    if _overlap(one, before):
        days = {"start": one.first, "finish": before.last}
        yield Found("before-predecessor", facts | days, one.action, one.row, found=one.first, allowed=before.last)


def _overlap(one: Planned, before: Planned) -> bool:
    """Whether an action surely starts before the other one is finished; within one quarter, where no days are given, nobody knows."""
    return bool(one.starts_by and before.finishes_from and one.starts_by <= before.finishes_from)


def _twice(plan: PlanInTime) -> Iterator[Found]:
    for action, count in Counter(one.action for one in plan.actions).items():
        if count > 1:
            last = [one for one in plan.actions if one.action == action][-1]
            yield Found("duplicate-id", {"action": action, "count": count}, action, last.row, found=count, allowed=1)
    titles: dict[tuple[str, str], Planned] = {}
    for one in plan.actions:
        # The steps of one criterion may share a title where each raises the coverage; the level tells them apart.
        title = (" ".join(one.cells["title"].casefold().split()), str(one.cells["to_level"]))
        first = titles.setdefault(title, one)
        if first.action != one.action:
            yield Found("duplicate-title", {"action": one.action, "other": first.action}, one.action, one.row, found=one.cells["title"])


def slack_findings(plan: PlanInTime) -> Iterator[Found]:
    """A plan in which nothing can be late without delaying the end."""
    dated = {one.action: one for one in plan.dated()}
    if len(dated) < _LEAST or waiting_circles({name: one.after for name, one in dated.items()}):
        return
    times = network_times(_as_tasks(dated))
    if times["critical"].all():
        last = max(one.last for one in dated.values() if one.last)
        yield Found("no-slack", {"count": len(dated), "finish": last}, found=len(dated))


def _as_tasks(dated: dict[str, Planned]) -> pd.DataFrame:
    rows = [
        {
            "task": name,
            "duration": float(one.length),
            "after": tuple(other for other in one.after if other in dated and (dated[other].end or 0) <= (one.begin or 0)),
            "earliest": float(one.begin or 0),
        }
        for name, one in dated.items()
    ]
    return pd.DataFrame(rows)

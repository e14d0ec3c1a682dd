"""The network of a work plan: which tasks wait for which, its critical path, and durations expected from three estimates."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence

import pandas as pd

_NO_SLACK = 1e-9  # durations expected from three estimates are no whole numbers


def expected_durations(estimates: pd.DataFrame) -> pd.Series:
    """The duration to be expected of each task, (o + 4 m + p) ÷ 6, as PERT takes it.

    Args:
        estimates: one row a task. Columns ``optimistic``, ``most_likely`` and ``pessimistic``, float, in any one unit of time.

    Returns:
        Float in the same unit, on the table's index; empty where an estimate is.
    """
    return (estimates["optimistic"] + 4 * estimates["most_likely"] + estimates["pessimistic"]) / 6


def network_times(tasks: pd.DataFrame) -> pd.DataFrame:
    """When each task can be done at the earliest and must be done at the latest, were resources no matter.

    Args:
        tasks: one row a task, its predecessors free of circles. Columns:
            task       str    id
            duration   float  in any unit of time
            after      tuple  ids of the tasks that must be finished first
            earliest   float  not before; the column may be absent

    Returns:
        One row a task, in the same order: ``task``; ``earliest_start``, ``earliest_finish``, ``latest_start``, ``latest_finish`` and
        ``slack``, float, in the durations' unit and from 0; ``critical``, bool: a delay of the task delays the whole.
    """
    ids = tasks["task"].tolist()
    after = dict(zip(ids, tasks["after"], strict=True))
    duration = dict(zip(ids, tasks["duration"].astype(float), strict=True))
    release = dict(zip(ids, tasks["earliest"].astype(float) if "earliest" in tasks else [0.0] * len(ids), strict=True))
    order = order_of(after)
    start: dict[str, float] = {}
    for task in order:
        start[task] = max([release[task], *(start[one] + duration[one] for one in after[task])])
    whole = max((start[task] + duration[task] for task in ids), default=0.0)
    latest = dict.fromkeys(ids, whole)
    for task in reversed(order):
        for one in after[task]:
            latest[one] = min(latest[one], latest[task] - duration[task])
    times = pd.DataFrame({"task": ids, "earliest_start": [start[task] for task in ids]})
    times["earliest_finish"] = [start[task] + duration[task] for task in ids]
    times["latest_start"] = [latest[task] - duration[task] for task in ids]
    times["latest_finish"] = [latest[task] for task in ids]
    times["slack"] = times["latest_start"] - times["earliest_start"]
    return times.assign(critical=times["slack"].abs() < _NO_SLACK)


def order_of(after: Mapping[str, Sequence[str]], rank: Mapping[str, float] | None = None) -> list[str]:
    """Every task behind those that it waits for; of several that may come next, that of the lowest rank, then the first given.

    Args:
        after: task → tasks that come first, all of them keys, free of circles.
        rank: task → what it is chosen by.
    """
    place = {task: number for number, task in enumerate(after)}
    following: dict[str, list[str]] = {task: [] for task in after}
    waits = {task: len(set(before)) for task, before in after.items()}
    for task, before in after.items():
        for one in set(before):
            following[one].append(task)
    key = {task: ((rank or {}).get(task, 0.0), place[task]) for task in after}
    ready = [(key[task], task) for task, number in waits.items() if not number]
    heapq.heapify(ready)
    order = []
    while ready:
        _, task = heapq.heappop(ready)
        order.append(task)
        for one in following[task]:
            waits[one] -= 1
            if not waits[one]:
                heapq.heappush(ready, (key[one], one))
    return order


def waiting_circles(after: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Circles of tasks that wait for each other, no task in two of them.

    Args:
        after: task → tasks that come first; names that are no keys lead nowhere.

    Returns:
        Each circle from its first task on: each waits for the next, and the last for the first.
    """
    left = {task: [one for one in before if one in after] for task, before in after.items()}
    circles = []
    while left := _tangled(left):
        seen: dict[str, None] = {}
        task = next(iter(left))
        while task not in seen:
            seen[task] = None
            task = left[task][0]
        path = list(seen)
        circle = path[path.index(task) :]
        first = min(range(len(circle)), key=lambda at: list(after).index(circle[at]))
        circles.append(circle[first:] + circle[:first])
        left = {one: before for one, before in left.items() if one not in circle}
    return circles


def _tangled(after: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """What is left when every task that waits for nothing is done, again and again; in the end each waits for another."""
    within = {task: [one for one in before if one in after] for task, before in after.items()}
    done = set(order_of(within))
    return {task: [one for one in before if one not in done] for task, before in within.items() if task not in done}

"""A plan with one decision undone and everything else in the order that it had: what the decision costs shows beside it.

The freed action is tried at every place in the order, every action behind it moves up where there is room, and actions without a place
are added where they fit now. The best of these plans is taken: that which holds what is worth most, then the one with the pressing
actions earliest, then the shortest. The plan as decided is among them, so undoing a decision never makes it worse; a search without
regard to the old order might gain more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from diagnostics.planning.mission_project import part_of
from diagnostics.planning.scheduling.network import order_of
from diagnostics.planning.scheduling.project import Project, makespan_of, place_in_order


@dataclass(frozen=True)
class Undone:
    """The tasks that have a place, by position, with their starts."""

    kept: tuple[int, ...]
    starts: tuple[int, ...]


def undo(project: Project, near: Mapping[int, int], freed: int | None, horizon: int, worth: Sequence[float]) -> Undone:
    """The best plan without a decision that keeps the order of the plan with it.

    Args:
        project: all that might be done, without the decision.
        near: task → start in the plan as decided.
        freed: the task that was decided upon; None = it is not there without the decision.
        horizon: the first period after the plan.
        worth: of each task.
    """
    plans = [plan for ranks in _orders(near, freed) if (plan := _filled(project, ranks, horizon, worth)) is not None]
    return max(plans, key=lambda plan: _value(project, plan, worth), default=Undone(tuple(near), tuple(near.values())))


def _orders(near: Mapping[int, int], freed: int | None) -> Iterator[dict[int, float]]:
    """The order of the plan as decided, without the freed task, and with it at every place."""
    others = {task: float(start) for task, start in near.items() if task != freed}
    yield others
    if freed is not None:
        for start in sorted({0.0, *others.values()}):
            yield others | {freed: start - 0.5}
        yield others | {freed: float("inf")}


def _filled(project: Project, ranks: Mapping[int, float], horizon: int, worth: Sequence[float]) -> Undone | None:
    """A plan in that order, and then with every other task that fits behind it, what is worth most first; None where there is none."""
    kept = dict(ranks)
    found = _placed(project, kept, horizon)
    if found is None:
        return None
    left = sorted((task for task in range(len(project.ids)) if task not in kept), key=lambda task: (-worth[task], task))
    while True:
        ready = [task for task in left if all(one in kept for one in project.before[task])]
        for task in ready:
            longer = _placed(project, kept | {task: float("inf")}, horizon)
            if longer is not None:
                kept[task], found = float("inf"), longer
                left.remove(task)
                break
        else:
            return found


def _placed(project: Project, ranks: Mapping[int, float], horizon: int) -> Undone | None:
    kept = tuple(sorted(ranks))
    if any(one not in ranks for task in kept for one in project.before[task]):
        return None
    part = part_of(project, kept)
    order = order_of(dict(enumerate(part.before)), {place: ranks[task] for place, task in enumerate(kept)})
    starts = place_in_order(part, order)
    if starts is None or makespan_of(part, starts) > horizon:
        return None
    return Undone(kept, tuple(starts))


def _value(project: Project, plan: Undone, worth: Sequence[float]) -> tuple[float, float, int]:
    ends = max((start + project.durations[task] for task, start in zip(plan.kept, plan.starts, strict=True)), default=0)
    late = sum(project.priorities[task] * start for task, start in zip(plan.kept, plan.starts, strict=True))
    return round(sum(worth[task] for task in plan.kept), 6), -late, -ends

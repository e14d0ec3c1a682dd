"""Puts actions into months: prerequisites first, the most pressing first, never more person-days in a quarter than there are.

A serial schedule: simple to explain and always within capacity, but not proven to be the shortest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from diagnostics.planning.told import NO_ROOM, TOO_MUCH, WAITS

MONTHS_IN_QUARTER = 3


@dataclass(frozen=True)
class Task:
    """What placement needs to know of one action.

    Attributes:
        months: elapsed duration, whole months.
        person_days: effort, spread evenly over its months.
        after: ids of tasks that must be finished first.
        priority: the larger, the earlier.
    """

    id: str
    months: int
    person_days: float
    after: tuple[str, ...] = ()
    priority: float = 0.0


@dataclass(frozen=True)
class Place:
    """Where a task stands: months from the plan's start, ``finish`` exclusive; or why it has no place."""

    start: int | None
    finish: int | None
    reason: str = ""


@dataclass
class _Load:
    """Person-days taken in each quarter."""

    capacity: float
    horizon: int
    taken: dict[int, float] = field(default_factory=dict)

    def share(self, task: Task, start: int) -> dict[int, float]:
        """Person-days that a task starting in month ``start`` takes of each quarter."""
        days: dict[int, float] = {}
        for month in range(start, start + task.months):
            quarter = month // MONTHS_IN_QUARTER
            days[quarter] = days.get(quarter, 0.0) + task.person_days / task.months
        return days

    def fits(self, task: Task, start: int) -> bool:
        return all(self.taken.get(quarter, 0.0) + days <= self.capacity + 1e-9 for quarter, days in self.share(task, start).items())

    def take(self, task: Task, start: int) -> None:
        for quarter, days in self.share(task, start).items():
            self.taken[quarter] = self.taken.get(quarter, 0.0) + days


def place_tasks(tasks: Sequence[Task], capacity: float, quarters: int) -> dict[str, Place]:
    """Place every task, or say why it has no place.

    Args:
        tasks: without a cycle; an ``after`` that is not among them counts as finished.
        capacity: person-days available in each quarter.
        quarters: length of the plan.

    Returns:
        Task id → its place, in the order in which they were placed.
    """
    known = {task.id: task for task in tasks}
    urgency = _urgency(known)
    load = _Load(capacity, quarters * MONTHS_IN_QUARTER)
    places: dict[str, Place] = {}
    waiting = set(known)
    while waiting:
        ready = [task for task in waiting if not any(other in waiting for other in known[task].after)]
        task = known[min(ready, key=lambda name: (-urgency[name], name))]
        places[task.id] = _place(task, places, load)
        waiting.remove(task.id)
    return places


def _place(task: Task, places: Mapping[str, Place], load: _Load) -> Place:
    before = [other for other in task.after if other in places]
    homeless = [other for other in before if places[other].finish is None]
    if homeless:
        return Place(None, None, WAITS.format(others=" and ".join(homeless)))
    earliest = max((places[other].finish or 0 for other in before), default=0)
    for start in range(earliest, load.horizon - task.months + 1):
        if load.fits(task, start):
            load.take(task, start)
            return Place(start, start + task.months)
    free = _Load(load.capacity, load.horizon)
    if not any(free.fits(task, start) for start in range(MONTHS_IN_QUARTER)):
        return Place(None, None, TOO_MUCH.format(capacity=f"{load.capacity:g}"))
    return Place(None, None, NO_ROOM.format(months=load.horizon))


def _urgency(tasks: Mapping[str, Task]) -> dict[str, float]:
    """A task is as urgent as the most urgent one that waits for it, directly or not."""
    urgency = {name: task.priority for name, task in tasks.items()}
    changed = True
    while changed:
        changed = False
        for name, task in tasks.items():
            for other in task.after:
                if other in urgency and urgency[other] < urgency[name]:
                    urgency[other] = urgency[name]
                    changed = True
    return urgency

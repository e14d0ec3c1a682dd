"""A work plan's tasks and resources in whole numbers, and plans made by one rule: each task at the first place where it fits."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

import pandas as pd

from diagnostics.intake.plans.task_files import FINEST, NEEDS
from diagnostics.planning.scheduling.calendars import Free, Stretch, calendar, first_fit, free_units, taken
from diagnostics.planning.scheduling.network import network_times, order_of


@dataclass(frozen=True)
class Year:
    """Periods that share one purse: what their tasks cost is taken from it when they start.

    Attributes:
        name: what to call it.
        start, finish: first period, and the first one after it.
        purse: whole units of money; None = not limited.
    """

    name: str
    start: int
    finish: int
    purse: int | None


@dataclass(frozen=True)
class Project:
    """Tasks and resources by position, as the scheduler takes them.

    Attributes:
        ids, durations, before, earliest, priorities: of each task; ``before`` holds positions.
        latest: the period before which it must be finished; None = any.
        needs: resource → whole units; of a task that takes no time, none.
        calendars: resource → its stretches, in the same whole units.
        scale: whole units in one unit of TASKS and RESOURCES.
        rows: of each task in TASKS, as the spreadsheet shows it.
        costs: of each task, whole units of money; empty where nothing costs.
        years: in order and without gaps; after the last one money is not limited.
    """

    ids: tuple[str, ...]
    durations: tuple[int, ...]
    before: tuple[tuple[int, ...], ...]
    earliest: tuple[int, ...]
    latest: tuple[int | None, ...]
    priorities: tuple[float, ...]
    needs: tuple[Mapping[str, int], ...]
    calendars: Mapping[str, tuple[Stretch, ...]]
    scale: int
    rows: tuple[int, ...]
    costs: tuple[int, ...] = ()
    years: tuple[Year, ...] = ()

    @property
    def horizon(self) -> int:
        """A period by which a shortest plan is finished, if there is any plan.

        Once no calendar and no date changes any more, some task is under way in every period: else all later ones could move up.
        """
        edges = [stretch.start for stretches in self.calendars.values() for stretch in stretches]
        years = [year.finish for year in self.years if year.purse is not None]
        return max([0, *edges, *years, *self.earliest]) + sum(self.durations)

    def cost(self, task: int) -> int:
        """What a task takes from the purse of the year in which it starts."""
        return self.costs[task] if self.costs else 0

    def year_of(self, period: int) -> Year | None:
        """The year that a period lies in; None = after the last one."""
        return next((year for year in self.years if year.start <= period < year.finish), None)


def project_of(tasks: pd.DataFrame, resources: pd.DataFrame) -> Project:
    """The two tables, free of problems, as ``read_tasks`` and ``read_resources`` give them, in whole numbers."""
    columns = [name for name in tasks if name.startswith(NEEDS)]
    fine = 10**FINEST
    amounts = [round(value * fine) for name in columns for value in tasks[name]] + [round(value * fine) for value in resources["capacity"]]
    divisor = reduce(math.gcd, amounts, fine)
    scale = fine // divisor
    place = {task: number for number, task in enumerate(tasks["task"])}
    needs = [
        {name.removeprefix(NEEDS): round(line[name] * scale) for name in columns if line[name] and line["duration"]}
        for line in tasks.to_dict("records")
    ]
    return Project(
        ids=tuple(tasks["task"]),
        durations=tuple(int(value) for value in tasks["duration"]),
        before=tuple(tuple(place[one] for one in before) for before in tasks["after"]),
        earliest=tuple(int(value) for value in tasks["earliest"]),
        latest=tuple(None if pd.isna(value) else int(value) for value in tasks["latest"]),
        priorities=tuple(float(value) for value in tasks["priority"]),
        needs=tuple(needs),
        calendars={name: calendar(rows, scale) for name, rows in resources.groupby("resource", sort=False)},
        scale=scale,
        rows=tuple(int(row) for row in tasks["row"]),
    )


def place_in_order(project: Project, order: Sequence[int]) -> list[int] | None:
    """Put one task after the other at the first place where it fits.

    In the order of the starts of a plan, and where money is no matter, it moves every task as early as it goes and none back.

    Args:
        order: positions of all tasks, none before one that it waits for.

    Returns:
        The start of each task; None where one finds no place, or none before its latest finish.
    """
    free = {name: free_units(stretches) for name, stretches in project.calendars.items()}
    purses = {year.name: year.purse for year in project.years}
    starts = [0] * len(project.ids)
    for task in order:
        ready = max([project.earliest[task], *(starts[one] + project.durations[one] for one in project.before[task])])
        start = _affordable_fit(project, task, ready, free, purses)
        latest = project.latest[task]
        if start is None or (latest is not None and start + project.durations[task] > latest):
            return None
        starts[task] = start
        for name, units in project.needs[task].items():
            free[name] = taken(free[name], start, start + project.durations[task], units)
    return starts


def _affordable_fit(project: Project, task: int, ready: int, free: Mapping[str, Free], purses: dict[str, int | None]) -> int | None:
    """The first period from ``ready`` on with room and money for a task, whose cost is taken from the purse."""
    cost = project.cost(task)
    start = first_fit(free, project.needs[task], ready, project.durations[task])
    while start is not None and cost:
        year = project.year_of(start)
        left = purses[year.name] if year else None
        if year is None or left is None:
            break
        if cost <= left:
            purses[year.name] = left - cost
            break
        start = first_fit(free, project.needs[task], year.finish, project.durations[task])
    return start


def first_plan(project: Project) -> list[int] | None:
    """A plan in no time: tasks that must start soonest come first. None where it does not find one; there may be one nevertheless."""
    latest = project_times(project)["latest_start"]
    after = {number: before for number, before in enumerate(project.before)}
    return place_in_order(project, order_of(after, dict(enumerate(latest))))


def moved_up(project: Project, starts: Sequence[int]) -> list[int]:
    """The same plan with every task as early as the tasks that start before it leave room for; as it is where money forbids it."""
    after = {number: before for number, before in enumerate(project.before)}
    moved = place_in_order(project, order_of(after, dict(enumerate(starts))))
    if moved is None or any(new > old for new, old in zip(moved, starts, strict=True)):
        return list(starts)
    return moved


def makespan_of(project: Project, starts: Sequence[int]) -> int:
    """The period before which all tasks are finished."""
    return max((start + duration for start, duration in zip(starts, project.durations, strict=True)), default=0)


def project_times(project: Project) -> pd.DataFrame:
    """The network's times, where a latest finish counts like the end of the whole."""
    numbers = range(len(project.ids))
    tasks = pd.DataFrame({"task": list(numbers), "duration": project.durations, "earliest": project.earliest})
    times = network_times(tasks.assign(after=list(project.before)))
    latest = times["latest_finish"].tolist()
    for number in reversed(order_of(dict(zip(numbers, project.before, strict=True)))):
        date = project.latest[number]
        latest[number] = latest[number] if date is None else min(latest[number], date)
        for one in project.before[number]:
            latest[one] = min(latest[one], latest[number] - project.durations[number])
    return times.assign(latest_start=[finish - duration for finish, duration in zip(latest, project.durations, strict=True)])

"""By how much an action can slip before the plan ends later, and which chain of actions sets its end.

The plan is laid out a second time from its end: each action as late as people, dates and those after it allow, the last ones
first. What lies between its two places is its slack. People count here, not the order of actions alone; with unlimited people this
is the slack of the critical-path method.

Where people are short, nearly every action is without slack. The critical path is therefore one chain, from the action that ends
last back to the start: each begins when the one before it ends, because it waits for it or for its people. (Wiest, "Some properties
of schedules for large projects with limited resources", Operations Research 12, 1964, calls such a chain a critical sequence.)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from diagnostics.planning.scheduling.calendars import Stretch
from diagnostics.planning.scheduling.network import order_of
from diagnostics.planning.scheduling.project import Project, makespan_of, place_in_order


def slack_of(project: Project, starts: Sequence[int]) -> list[int]:
    """Periods by which each task can start later.

    Args:
        project: what was planned.
        starts: a plan of it that keeps everything.

    Returns:
        From 0 up, in the project's order. Where money is limited, a task that costs something stays within the year that pays for it.
    """
    end = makespan_of(project, starts)
    late = [end - finish for finish in _mirrored_starts(project, starts, end)]
    return [max(0, finish - duration - start) for finish, duration, start in zip(late, project.durations, starts, strict=True)]


def critical_chain(project: Project, starts: Sequence[int]) -> list[int]:
    """The chain of tasks that sets the end of a plan, first to last, by position; empty where there are no tasks.

    A task that begins at a date of its own, or with the money of a new year, is the first of its chain.
    """
    ends = [start + duration for start, duration in zip(starts, project.durations, strict=True)]
    if not ends:
        return []
    chain = [max(range(len(ends)), key=lambda task: (ends[task], project.durations[task], -task))]
    while True:
        task = chain[-1]
        ready = [one for one, end in enumerate(ends) if end == starts[task] and project.durations[one]]
        shared = [one for one in ready if project.needs[one].keys() & project.needs[task].keys()]
        before = [one for one in ready if one in project.before[task]] or shared
        if not before:
            return chain[::-1]
        chain.append(max(before, key=lambda one: (project.durations[one], -one)))


def _mirrored_starts(project: Project, starts: Sequence[int], end: int) -> list[int]:
    """Where each task starts when time runs backwards from the end."""
    after: list[list[int]] = [[] for _ in starts]
    for number, before in enumerate(project.before):
        for one in before:
            after[one].append(number)
    mirrored = replace(
        project,
        before=tuple(tuple(one) for one in after),
        earliest=tuple(end - min(end, latest) for latest in _latest(project, starts, end)),
        latest=tuple(end - earliest for earliest in project.earliest),
        calendars={name: _mirrored(stretches, end) for name, stretches in project.calendars.items()},
        costs=(),
        years=(),
    )
    finishes = {number: end - start - duration for number, (start, duration) in enumerate(zip(starts, project.durations, strict=True))}
    waits: Mapping[int, Sequence[int]] = dict(enumerate(mirrored.before))
    found = place_in_order(mirrored, order_of(waits, finishes))
    return found if found is not None else [finishes[number] for number in range(len(starts))]


def _latest(project: Project, starts: Sequence[int], end: int) -> list[int]:
    """The latest finish of each task; of one that costs something, such that it still starts in its year where the next is limited."""
    latest = [end if date is None else date for date in project.latest]
    for task, start in enumerate(starts):
        year = project.year_of(start) if project.cost(task) else None
        if year is not None:
            latest[task] = min(latest[task], year.finish - 1 + project.durations[task])
    return latest


def _mirrored(stretches: Sequence[Stretch], end: int) -> tuple[Stretch, ...]:
    turned = [
        Stretch(end - (end if one.finish is None else min(one.finish, end)), end - one.start, one.units, one.row)
        for one in reversed(stretches)
        if one.start < end
    ]
    return (*turned, Stretch(end, None, 0, None))

"""Where no plan keeps every date and capacity: the smallest change of dates that helps, of capacities, and of money."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from diagnostics.definitions.problems import Problem
from diagnostics.intake.values import number_text
from diagnostics.planning.scheduling.calendars import Stretch
from diagnostics.planning.scheduling.constraints import Limits, Model, constrain, solver_of
from diagnostics.planning.scheduling.project import Project


@dataclass(frozen=True)
class Moved:
    """A task's latest finish, and the one that it takes instead."""

    task: str
    row: int
    latest: int
    instead: int


@dataclass(frozen=True)
class Added:
    """Units to be added to a resource in one stretch of its calendar; ``units`` and ``instead`` are its capacity before and after."""

    resource: str
    stretch: Stretch
    units: float
    instead: float


@dataclass(frozen=True)
class Granted:
    """Money to be added to the purse of a year; ``purse`` and ``instead`` are what is in it before and after."""

    year: str
    purse: int
    instead: int


@dataclass(frozen=True)
class WayOut:
    """Changes of one sort that make a plan possible, all of them together.

    Attributes:
        changes: none were found where it is empty.
        smallest: whether it is proven that no smaller sum of such changes helps.
    """

    changes: tuple[Moved | Added | Granted, ...]
    smallest: bool


def ways_out(project: Project, limits: Limits, horizon: int | None = None) -> tuple[WayOut, ...]:
    """The smallest sum of periods by which dates move with all else as it is; of units added; and of money where it is limited.

    Args:
        project: what has no plan.
        limits: how long to search for each of them.
        horizon: the first period after the plan; None = as long as it takes.
    """
    whole = horizon or project.horizon
    ways = [_by_date(project, limits, whole), _by_capacity(project, limits, whole)]
    return (*ways, _by_money(project, limits, whole)) if any(project.costs) else tuple(ways)


def _by_date(project: Project, limits: Limits, horizon: int) -> WayOut:
    built = constrain(project, horizon, is_open="dates")
    periods, smallest = _least(built, list(built.moved.values()), limits)
    changes = [
        Moved(project.ids[task], project.rows[task], project.latest[task], project.latest[task] + more)
        for task, more in zip(built.moved, periods, strict=False)
        if more
    ]
    return WayOut(tuple(changes), smallest)


def _by_capacity(project: Project, limits: Limits, horizon: int) -> WayOut:
    built = constrain(project, horizon, is_open="capacities")
    units, smallest = _least(built, list(built.added.values()), limits)
    changes = [
        Added(name, stretch, stretch.units / project.scale, (stretch.units + more) / project.scale)
        for (name, stretch), more in zip(built.added, units, strict=False)
        if more
    ]
    return WayOut(tuple(changes), smallest)


def _by_money(project: Project, limits: Limits, horizon: int) -> WayOut:
    built = constrain(project, horizon, is_open="purses")
    amounts, smallest = _least(built, list(built.granted.values()), limits)
    purses = {year.name: year.purse or 0 for year in project.years}
    changes = [Granted(year, purses[year], purses[year] + more) for year, more in zip(built.granted, amounts, strict=False) if more]
    return WayOut(tuple(changes), smallest)


def told_ways_out(ways: Sequence[WayOut], proven: bool, tasks_file: str, resources_file: str) -> list[Problem]:
    """The ways out as problems, one a change: where it is to be made, what stands there, and what must stand there.

    Args:
        ways: from ``ways_out``.
        proven: whether it is proven that there is no plan; otherwise none was found.
        tasks_file, resources_file: what to call the two tables.
    """
    why = "No plan keeps every date with these capacities." if proven else "No plan was found that keeps every date with these capacities."
    found = [way for way in ways if way.changes]
    problems = []
    for number, way in enumerate(found):
        head = "One way out" if number == 0 else "Another way out"
        for change in way.changes:
            advice = f"{why} {head}: {_what(way)}"
            if isinstance(change, Moved):
                facts = {"row": change.row, "column": "latest", "found": str(change.latest), "allowed": f"{change.instead} or later"}
                problems.append(Problem(tasks_file, f"{advice} This is the date of '{change.task}'.", "date-in-the-way", **facts))
            elif isinstance(change, Added):
                problems.append(_told_capacity(change, advice, resources_file))
    return problems or [Problem(tasks_file, f"{why} Raise --effort, or loosen a date or a capacity.", "no-plan")]


def _least(built: Model, slacks: list, limits: Limits) -> tuple[list[int], bool]:
    """Values of the slacks with the smallest sum, and whether that is proven; no values where nothing was found."""
    from ortools.sat.python import cp_model

    built.model.minimize(sum(slacks))
    solver = solver_of(limits)
    status = solver.solve(built.model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return [], False
    return [solver.value(slack) for slack in slacks], status == cp_model.OPTIMAL


def _what(way: WayOut) -> str:
    date = isinstance(way.changes[0], Moved)
    sort, unit = ("date", "period") if date else ("capacity", "unit")
    total = sum(c.instead - (c.latest if isinstance(c, Moved) else c.units) for c in way.changes)
    amount = f"{number_text(float(total))} {unit}{'' if total == 1 else 's'}"
    plural = "dates" if date else "capacities"
    what = f"change this {sort} by {amount}" if len(way.changes) == 1 else f"change these {len(way.changes)} {plural}, {amount} in all"
    return (
        f"{what}; {'no smaller change' if way.smallest else 'perhaps a smaller change'} of {plural} helps{'' if way.smallest else ' too'}."
    )


def _told_capacity(change: Added, advice: str, file: str) -> Problem:
    stretch = change.stretch
    instead = f"{number_text(change.instead)} or more"
    if stretch.row is not None:
        text = f"{advice} This is the capacity of '{change.resource}'."
        return Problem(
            file, text, "capacity-in-the-way", row=stretch.row, column="capacity", found=number_text(change.units), allowed=instead
        )
    until = "on" if stretch.finish is None else f"up to and without {stretch.finish}"
    text = f"{advice} Add a row for '{change.resource}': its calendar has nothing from period {stretch.start} {until}."
    return Problem(file, text, "capacity-in-the-way", column="capacity", found="0", allowed=instead)

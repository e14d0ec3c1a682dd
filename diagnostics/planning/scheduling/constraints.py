"""What every plan must keep, said to the solver: who waits for whom, dates, capacities and money. One of these may be left open."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from diagnostics.planning.scheduling.calendars import Stretch
from diagnostics.planning.scheduling.project import Project

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

EFFORT_PER_SECOND = 0.3  # of the solver's own count of its work, on an ordinary core; the same work everywhere
SEED = 1  # any would do, as long as it stays


Open = Literal["", "dates", "capacities", "purses"]
"""What may be widened to make room."""


@dataclass(frozen=True)
class Limits:
    """How long to search.

    Attributes:
        effort: work, in seconds of an ordinary core, but counted in steps: equal inputs give equal plans on every machine.
        seconds: stop by the clock as well; a plan that the clock stopped may differ from run to run. None = no such stop.
    """

    effort: float = 30.0
    seconds: float | None = None

    def share(self, part: float) -> Limits:
        """So much of both."""
        return Limits(self.effort * part, None if self.seconds is None else self.seconds * part)


ORDINARY = Limits()


@dataclass(frozen=True)
class Model:
    """The solver's model and its variables.

    Attributes:
        starts: of each task, in the project's order.
        present: position of a task → whether it has a place; only where tasks may be left out.
        moved: position of a task → periods by which its latest finish is moved; only where dates are open.
        added: (resource, stretch) → whole units added to the capacity; only where capacities are open.
        granted: year's name → whole units of money added to its purse; only where purses are open.
    """

    model: cp_model.CpModel
    starts: list[Any]
    present: dict[int, Any]
    moved: dict[int, Any]
    added: dict[tuple[str, Stretch], Any]
    granted: dict[str, Any]


def constrain(
    project: Project, horizon: int, *, is_open: Literal["", "dates", "capacities", "purses"] = "", pinned: Container[int] | None = None
) -> Model:
    """Build the model of all plans that are finished by ``horizon``.

    Args:
        project: what to plan.
        horizon: the first period after the plan.
        is_open: what may be widened to make room.
        pinned: tasks that must have a place; None = all must. A task without a place takes no room, and none that waits for it has one.
    """
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    built = Model(model, [], {}, {}, {}, {})
    for number in range(len(project.ids)):
        if pinned is not None and number not in pinned:
            built.present[number] = model.new_bool_var(f"present {number}")
        built.starts.append(_start(built, project, number, horizon, is_open == "dates"))
    for number, before in enumerate(project.before):
        for one in before:
            follows = model.add(built.starts[number] >= built.starts[one] + project.durations[one])
            if number in built.present:
                follows.only_enforce_if(built.present[number])
            if one in built.present:
                model.add_implication(built.present.get(number, True), built.present[one])
    for name in project.calendars:
        _keep_capacity(built, project, name, horizon, is_open == "capacities")
    _keep_purses(built, project, horizon, is_open == "purses")
    return built


def _start(built: Model, project: Project, number: int, horizon: int, is_open: bool) -> Any:
    """The first period of a task, between its dates; where they leave no room, it has no place."""
    model, duration, latest = built.model, project.durations[number], project.latest[number]
    last = horizon - duration if latest is None or is_open else min(horizon, latest) - duration
    start = model.new_int_var(project.earliest[number], max(last, project.earliest[number]), f"start {number}")
    if latest is not None and is_open:
        built.moved[number] = model.new_int_var(0, horizon, f"moved {number}")
        model.add(start + duration <= latest + built.moved[number])
    elif last < project.earliest[number]:
        model.add_bool_or([~built.present[number]] if number in built.present else [])
    return start


def _keep_capacity(built: Model, project: Project, name: str, horizon: int, is_open: bool) -> None:
    """Never more of a resource than there is. What a stretch lacks of the most there ever is, is taken by a block that stands still."""
    users = [number for number, needs in enumerate(project.needs) if needs.get(name)]
    if not users:
        return
    stretches = [stretch for stretch in project.calendars[name] if stretch.start < horizon]
    most = max(stretch.units for stretch in stretches)
    if is_open:
        most = max(most, sum(project.needs[number][name] for number in users))
    intervals = [_interval(built, project, number, name) for number in users]
    demands: list[Any] = [project.needs[number][name] for number in users]
    for stretch in stretches:
        lacks = most - stretch.units
        if not lacks:
            continue
        finish = horizon if stretch.finish is None else min(stretch.finish, horizon)
        block = f"{name} from {stretch.start}"
        intervals.append(built.model.new_fixed_size_interval_var(stretch.start, finish - stretch.start, block))
        if is_open:
            built.added[name, stretch] = built.model.new_int_var(0, lacks, f"{name} added from {stretch.start}")
        demands.append(lacks - built.added[name, stretch] if is_open else lacks)
    built.model.add_cumulative(intervals, demands, most)


def _interval(built: Model, project: Project, number: int, name: str) -> Any:
    start, duration, label = built.starts[number], project.durations[number], f"{name} {number}"
    if number in built.present:
        return built.model.new_optional_fixed_size_interval_var(start, duration, built.present[number], label)
    return built.model.new_fixed_size_interval_var(start, duration, label)


def _keep_purses(built: Model, project: Project, horizon: int, is_open: bool) -> None:
    """The tasks that start in a year cost no more than there is in its purse."""
    years = [year for year in project.years if year.start < horizon]
    costly = [number for number in range(len(project.ids)) if project.cost(number)]
    if not costly or all(year.purse is None for year in years):
        return
    model = built.model
    spent: dict[str, list[Any]] = {year.name: [] for year in years}
    for number in costly:
        choices = []
        for year in years:
            starts_then = model.new_bool_var(f"{number} starts in {year.name}")
            model.add_linear_constraint(built.starts[number], year.start, year.finish - 1).only_enforce_if(starts_then)
            spent[year.name].append(project.cost(number) * starts_then)
            choices.append(starts_then)
        after_all = model.new_bool_var(f"{number} starts after the last year")
        model.add(built.starts[number] >= years[-1].finish).only_enforce_if(after_all)
        model.add(sum([*choices, after_all]) == built.present.get(number, 1))
    for year in years:
        if year.purse is None:
            continue
        if is_open:
            built.granted[year.name] = model.new_int_var(0, sum(project.costs), f"granted in {year.name}")
        model.add(sum(spent[year.name]) <= year.purse + built.granted.get(year.name, 0))


def solver_of(limits: Limits) -> cp_model.CpSolver:
    """A solver that does the same work on every machine: one worker, one seed, and its own count of steps."""
    from ortools.sat.python import cp_model

    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.num_workers = 1
    parameters.random_seed = SEED
    parameters.max_deterministic_time = limits.effort * EFFORT_PER_SECOND
    if limits.seconds is not None:
        parameters.max_time_in_seconds = limits.seconds
    return solver

"""What every plan must keep, said to the solver: who waits for whom, dates, and capacities. Dates or capacities may be left open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from diagnostics.planning.calendars import Stretch
from diagnostics.planning.project import Project

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

EFFORT_PER_SECOND = 0.3  # of the solver's own count of its work, on an ordinary core; the same work everywhere
SEED = 1  # any would do, as long as it stays


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
        moved: position of a task → periods by which its latest finish is moved; only where dates are open.
        added: (resource, stretch) → whole units added to the capacity; only where capacities are open.
    """

    model: cp_model.CpModel
    starts: list[Any]
    moved: dict[int, Any]
    added: dict[tuple[str, Stretch], Any]


def constrain(project: Project, horizon: int, *, open_dates: bool = False, open_capacities: bool = False) -> Model:
    """Build the model of all plans that are finished by ``horizon``."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    starts, moved = [], {}
    for number, duration in enumerate(project.durations):
        latest = project.latest[number]
        last = horizon - duration if latest is None or open_dates else min(horizon, latest) - duration
        start = model.new_int_var(project.earliest[number], max(last, project.earliest[number]), f"start {number}")
        starts.append(start)
        if latest is not None and open_dates:
            moved[number] = model.new_int_var(0, horizon, f"moved {number}")
            model.add(start + duration <= latest + moved[number])
        elif last < project.earliest[number]:
            model.add_bool_or([])  # no room at all
    for number, before in enumerate(project.before):
        for one in before:
            model.add(starts[number] >= starts[one] + project.durations[one])
    added: dict[tuple[str, Stretch], Any] = {}
    for name in project.calendars:
        added |= _keep_capacity(model, starts, project, name, horizon, open_capacities)
    return Model(model, starts, moved, added)


def _keep_capacity(
    model: cp_model.CpModel, starts: list[Any], project: Project, name: str, horizon: int, is_open: bool
) -> dict[tuple[str, Stretch], Any]:
    """Never more of a resource than there is. What a stretch lacks of the most there ever is, is taken by a block that stands still."""
    users = [number for number, needs in enumerate(project.needs) if needs.get(name)]
    if not users:
        return {}
    stretches = [stretch for stretch in project.calendars[name] if stretch.start < horizon]
    most = max(stretch.units for stretch in stretches)
    if is_open:
        most = max(most, sum(project.needs[number][name] for number in users))
    intervals = [model.new_fixed_size_interval_var(starts[number], project.durations[number], f"{name} {number}") for number in users]
    demands: list[Any] = [project.needs[number][name] for number in users]
    added = {}
    for stretch in stretches:
        lacks = most - stretch.units
        if not lacks:
            continue
        finish = horizon if stretch.finish is None else min(stretch.finish, horizon)
        intervals.append(model.new_fixed_size_interval_var(stretch.start, finish - stretch.start, f"{name} from {stretch.start}"))
        if is_open:
            added[name, stretch] = model.new_int_var(0, lacks, f"{name} added from {stretch.start}")
        demands.append(lacks - added[name, stretch] if is_open else lacks)
    model.add_cumulative(intervals, demands, most)
    return added


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

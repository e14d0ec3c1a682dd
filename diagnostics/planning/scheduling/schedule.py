"""The shortest plan that keeps who waits for whom, dates and capacities; within it, what is pressing comes early."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from diagnostics.planning.scheduling.constraints import ORDINARY, Limits, constrain, solver_of
from diagnostics.planning.scheduling.project import Project, first_plan, makespan_of, moved_up, project_of, project_times

Tell = Callable[[int, int], None]
"""Called with the makespan and the lower bound so far, whenever a shorter plan is found."""

_ORDERING = 0.25  # of the effort, for the order within the shortest plan
_STEPS = 1000  # to which priorities are rounded


@dataclass(frozen=True)
class Schedule:
    """A plan.

    Attributes:
        plan: the table of tasks with ``start`` and ``finish``, int, periods from 0, ``finish`` exclusive.
        makespan: the period before which all is finished.
        lower_bound: no plan can be finished earlier.
        order_proven: no plan as short has a lower sum of start × priority.
    """

    plan: pd.DataFrame
    makespan: int
    lower_bound: int
    order_proven: bool

    @property
    def proven(self) -> bool:
        """Whether no plan is shorter."""
        return self.makespan == self.lower_bound


@dataclass(frozen=True)
class Places:
    """A plan of a project: the start of each task, with the bound and the proof of ``Schedule``."""

    starts: tuple[int, ...]
    lower_bound: int
    order_proven: bool


class NoPlan(Exception):
    """No plan was found. ``proven``: there is none; otherwise the search was given up."""

    def __init__(self, proven: bool) -> None:
        self.proven = proven
        super().__init__("no plan keeps every date and capacity" if proven else "no plan was found")


def schedule_tasks(tasks: pd.DataFrame, resources: pd.DataFrame, limits: Limits = ORDINARY, tell: Tell | None = None) -> Schedule:
    """Plan tasks with the resources that there are.

    First the makespan is made as short as possible; then, without making it longer, the sum of start × priority. What the effort does
    not suffice for is told by the bound.

    Args:
        tasks: one row a task, without problems (``planning_problems``). Columns of ``read_tasks``.
        resources: one row a resource and stretch of its calendar. Columns of ``read_resources``.
        limits: how long to search.
        tell: hears of every shorter plan.

    Raises:
        NoPlan: none keeps all dates and capacities, or none was found.
    """
    project = project_of(tasks, resources)
    found = place_project(project, limits, tell)
    places = pd.Series(list(found.starts), dtype="int64", index=tasks.index)
    plan = tasks.assign(start=places, finish=places + tasks["duration"].astype("int64"))
    return Schedule(plan, makespan_of(project, found.starts), found.lower_bound, found.order_proven)


def place_project(project: Project, limits: Limits = ORDINARY, tell: Tell | None = None, known: Sequence[int] | None = None) -> Places:
    """Give every task of a project its place, as ``schedule_tasks`` describes it.

    Args:
        project: what to plan.
        limits: how long to search.
        tell: hears of every shorter plan.
        known: the starts of a plan to begin with, if there is one.

    Raises:
        NoPlan: as ``schedule_tasks``.
    """
    starts, bound = _shortest(project, limits, tell, list(known) if known else first_plan(project))
    starts, order_proven = _in_order(project, starts, limits.share(_ORDERING))
    return Places(tuple(starts), bound, order_proven)


def _shortest(project: Project, limits: Limits, tell: Tell | None, known: list[int] | None) -> tuple[list[int], int]:
    """A plan as short as the effort finds, and a bound on every plan."""
    from ortools.sat.python import cp_model

    bound = lower_bound(project)
    if known is not None and makespan_of(project, known) == bound:
        return known, bound
    horizon = project.horizon if known is None else makespan_of(project, known)
    if tell and known is not None:
        tell(horizon, bound)
    built = constrain(project, horizon)
    makespan = built.model.new_int_var(min(bound, horizon), horizon, "makespan")
    for start, duration in zip(built.starts, project.durations, strict=True):
        built.model.add(start + duration <= makespan)
    built.model.minimize(makespan)
    give_hint(built.model, built.starts, known)
    solver = solver_of(limits)
    status = solver.solve(built.model, _listener(tell, bound) if tell else None)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        starts = moved_up(project, [solver.value(start) for start in built.starts])
        return starts, max(bound, round(solver.best_objective_bound))
    if known is None:
        raise NoPlan(proven=status == cp_model.INFEASIBLE)
    return known, bound


def _in_order(project: Project, starts: list[int], limits: Limits) -> tuple[list[int], bool]:
    """A plan that is as short, with the pressing tasks as early as the effort finds; and whether that is proven the best."""
    from ortools.sat.python import cp_model

    weights = _weights(project.priorities)
    built = constrain(project, makespan_of(project, starts))
    built.model.minimize(sum(weight * start for weight, start in zip(weights, built.starts, strict=True)))
    give_hint(built.model, built.starts, starts)
    solver = solver_of(limits)
    status = solver.solve(built.model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return starts, False
    found = moved_up(project, [solver.value(start) for start in built.starts])
    better = _weighed(weights, found) <= _weighed(weights, starts)
    return (found if better else starts), status == cp_model.OPTIMAL


def _weights(priorities: Sequence[float]) -> list[int]:
    """Whole weights in proportion to the priorities; one more for each task, so that none lies about without need."""
    most = max(priorities, default=0.0) or 1.0
    return [round(_STEPS * priority / most) * len(priorities) + 1 for priority in priorities]


def _weighed(weights: Sequence[int], starts: Sequence[int]) -> int:
    return sum(weight * start for weight, start in zip(weights, starts, strict=True))


def give_hint(model, variables: Sequence, starts: Sequence[int] | None) -> None:
    """Tell the solver of a plan that is known already."""
    for variable, start in zip(variables, starts or [], strict=False):
        model.add_hint(variable, start)


def _listener(tell: Tell, bound: int):
    from ortools.sat.python import cp_model

    class Listener(cp_model.CpSolverSolutionCallback):
        """Passes on every shorter plan."""

        def on_solution_callback(self) -> None:
            tell(round(self.objective_value), max(bound, round(self.best_objective_bound)))

    return Listener()


def lower_bound(project: Project) -> int:
    """The longest chain of tasks, and the work that each resource has room for: no plan is shorter than either."""
    chain = round(max(project_times(project)["earliest_finish"], default=0))
    return max([chain, *(_time_for_work(project, name) for name in project.calendars)])


def _time_for_work(project: Project, name: str) -> int:
    """The first period before which a resource has offered as much work as all tasks need."""
    work = sum(needs.get(name, 0) * duration for needs, duration in zip(project.needs, project.durations, strict=True))
    for stretch in project.calendars[name]:
        length = None if stretch.finish is None else stretch.finish - stretch.start
        if work <= 0:
            return 0
        if stretch.units and (length is None or work <= stretch.units * length):
            return stretch.start + -(-work // stretch.units)
        work -= stretch.units * (length or 0)
    return 0  # there is not room for all: the solver will say so

"""Which actions have a place where people, months or money do not suffice for all of them."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from diagnostics.planning.scheduling.constraints import Limits, constrain, solver_of
from diagnostics.planning.scheduling.project import Project, first_plan, makespan_of
from diagnostics.planning.scheduling.schedule import NoPlan

_STEPS = 1000  # to which worths are rounded


@dataclass(frozen=True)
class Choice:
    """The tasks that have a place, by position, with their starts; ``proven``: no choice is worth more."""

    kept: tuple[int, ...]
    starts: tuple[int, ...]
    proven: bool


def choose_tasks(project: Project, horizon: int, worth: Sequence[float], pinned: Container[int], limits: Limits) -> Choice:
    """Choose what is worth most of what fits.

    Args:
        project: all that might be done.
        horizon: the first period after the plan.
        worth: of each task; one that is worth nothing is kept where another waits for it, or where there is room.
        pinned: tasks that must have a place.
        limits: how long to search.

    Raises:
        NoPlan: the pinned tasks alone do not fit.
    """
    from ortools.sat.python import cp_model

    whole = first_plan(project)
    if whole is not None and makespan_of(project, whole) <= horizon:
        return Choice(tuple(range(len(whole))), tuple(whole), proven=True)
    built = constrain(project, horizon, pinned=pinned)
    most = max(worth, default=0.0) or 1.0
    weights = {task: round(_STEPS * worth[task] / most) * len(worth) + 1 for task in built.present}
    built.model.maximize(sum(weight * built.present[task] for task, weight in weights.items()))
    solver = solver_of(limits)
    status = solver.solve(built.model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        raise NoPlan(proven=status == cp_model.INFEASIBLE)
    kept = tuple(task for task in range(len(project.ids)) if task not in built.present or solver.boolean_value(built.present[task]))
    return Choice(kept, tuple(solver.value(built.starts[task]) for task in kept), proven=status == cp_model.OPTIMAL)

"""``hrm-review plan``: TASKS and RESOURCES in, PLAN out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from diagnostics.definitions.problems import BadInput, Problem, WrongCall, errors
from diagnostics.intake.plans.task_files import read_resources, read_tasks, write_plan
from diagnostics.planning.scheduling.constraints import ORDINARY, Limits
from diagnostics.planning.scheduling.project import project_of
from diagnostics.planning.scheduling.schedule import NoPlan, Schedule, Tell, schedule_tasks
from diagnostics.planning.scheduling.task_checks import places_in_time, planning_problems
from diagnostics.planning.scheduling.ways_out import told_ways_out, ways_out


@dataclass(frozen=True)
class PlannedFile:
    """What was planned, how many resources there are, and what had to be guessed in reading."""

    schedule: Schedule
    resources: int
    warnings: tuple[Problem, ...]


def plan_file(tasks: Path, resources: Path, out: Path, limits: Limits = ORDINARY, tell: Tell | None = None) -> PlannedFile:
    """Plan the tasks and write PLAN.

    Args:
        tasks, resources: CSV files, see ``hrm-review plan --help``.
        out: where PLAN goes, CSV.
        limits: how long to search.
        tell: hears of every shorter plan.

    Raises:
        BadInput: everything that stands in the way, in both files; nothing is written.
        WrongCall: ``out`` cannot take a table, or is one of the two, or there is no time to search in.
    """
    _refuse_call(tasks, resources, out, limits)
    task_file, resource_file = _read_both(tasks, resources)
    problems = [*task_file.problems, *resource_file.problems]
    problems += planning_problems(task_file.table, resource_file.table, tasks.name, resources.name)
    if not errors(problems):
        problems += places_in_time(task_file.table, resource_file.table, tasks.name)
    if errors(problems):
        raise BadInput(problems)
    try:
        schedule = schedule_tasks(task_file.table, resource_file.table, limits, tell)
    except NoPlan as none:
        ways = ways_out(project_of(task_file.table, resource_file.table), limits)
        raise BadInput([*problems, *told_ways_out(ways, none.proven, tasks.name, resources.name)]) from None
    write_plan(task_file, schedule.plan, out)
    return PlannedFile(schedule, resource_file.table["resource"].nunique(), tuple(problems))


def _read_both(tasks: Path, resources: Path):
    """Both files, or what is wrong with either."""
    files, problems = [], []
    for read, path in ((read_tasks, tasks), (read_resources, resources)):
        try:
            files.append(read(path))
        except BadInput as bad:
            problems += bad.problems
    if problems:
        raise BadInput([*(problem for file in files for problem in file.problems), *problems])
    return files


def _refuse_call(tasks: Path, resources: Path, out: Path, limits: Limits) -> None:
    if out.suffix.lower() != ".csv":
        raise WrongCall(f"The plan is written as CSV: end the name of '{out.name}' in .csv.")
    if out.is_dir():
        raise WrongCall(f"'{out.name}' is a folder. Name a file in it.")
    if any(out.exists() and path.exists() and out.samefile(path) for path in (tasks, resources)):
        raise WrongCall("The plan would be written over one of the tables that it is made from. Name another file.")
    for name, value in (("--effort", limits.effort), ("--seconds", limits.seconds)):
        if value is not None and not 0 < value < float("inf"):
            raise WrongCall(f"{name} {value:g}: a number above 0.")

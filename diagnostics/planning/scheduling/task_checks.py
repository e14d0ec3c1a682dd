"""What no solver could mend in TASKS and RESOURCES: ids, circles, needs that are never met, dates that the tasks before rule out."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

import pandas as pd

from diagnostics.definitions.problems import Problem
from diagnostics.intake.plans.task_files import NEEDS
from diagnostics.intake.values import number_text
from diagnostics.planning.scheduling.calendars import first_fit, free_units
from diagnostics.planning.scheduling.network import order_of, waiting_circles
from diagnostics.planning.scheduling.project import Project, project_of


def planning_problems(tasks: pd.DataFrame, resources: pd.DataFrame, tasks_file: str, resources_file: str) -> list[Problem]:
    """Find every contradiction within and between the two tables.

    Args:
        tasks, resources: as ``read_tasks`` and ``read_resources`` give them; cells that cannot be used are passed over.
        tasks_file, resources_file: what to call the two.

    Returns:
        One problem a contradiction. With none, and no cell that cannot be used, each task alone has a place in time.
    """
    return [
        *_task_ids(tasks, tasks_file),
        *_circles(tasks, tasks_file),
        *_calendars(resources, resources_file),
        *_needs(tasks, resources, tasks_file, resources_file),
    ]


def places_in_time(tasks: pd.DataFrame, resources: pd.DataFrame, tasks_file: str) -> list[Problem]:
    """Tasks that have no place even with all resources to themselves.

    Args:
        tasks, resources: without problems.
        tasks_file: what to call TASKS.

    Returns:
        One problem a task that the calendars never leave room for, or that cannot keep its ``latest`` for the tasks before it.
    """
    project = project_of(tasks, resources)
    free = {name: free_units(stretches) for name, stretches in project.calendars.items()}
    finish: dict[int, int] = {}
    problems = []
    for task in order_of(dict(enumerate(project.before))):
        if any(one not in finish for one in project.before[task]):
            continue  # told of the task before it
        ready = max([project.earliest[task], *(finish[one] for one in project.before[task])])
        start = first_fit(free, project.needs[task], ready, project.durations[task])
        if start is None:
            problems.append(_never_free(project, task, ready, tasks_file))
            continue
        finish[task] = start + project.durations[task]
        latest = project.latest[task]
        if latest is not None and finish[task] > latest:
            problems.append(_too_late(project, task, finish, start, tasks_file))
    return sorted(problems, key=lambda problem: problem.row or 0)


def _task_ids(tasks: pd.DataFrame, file: str) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for task, row in zip(tasks["task"], tasks["row"], strict=True):
        if task and task in first:
            advice = f"Row {first[task]} has the same id. Give each task an id of its own."
            yield Problem(file, advice, "duplicate-task", row=row, column="task", found=task)
        first.setdefault(task, row)
    blanks = " Ids with blanks cannot stand in 'after': write them with hyphens." if any(" " in task for task in first) else ""
    for before, row in zip(tasks["after"], tasks["row"], strict=True):
        for one in before:
            if one not in first:
                advice = f"No task has this id. Correct it, or add the task; put blanks between several ids.{_nearest(one, first)}{blanks}"
                yield Problem(file, advice, "unknown-predecessor", row=row, column="after", found=one)


def _circles(tasks: pd.DataFrame, file: str) -> Iterator[Problem]:
    known = tasks.drop_duplicates("task").set_index("task")
    for circle in waiting_circles(known["after"].to_dict()):
        chain = " after ".join([*circle, circle[0]])
        advice = f"Tasks wait for each other in a circle: {chain}. Take one of them out of 'after'."
        row = int(known.at[circle[0], "row"])
        yield Problem(file, advice, "circle", row=row, column="after", found=" ".join(known.at[circle[0], "after"]))


def _calendars(resources: pd.DataFrame, file: str) -> Iterator[Problem]:
    for name, rows in resources[resources["resource"] != ""].groupby("resource", sort=False):
        if (rows["capacity"] == 0).all():
            advice = f"Nothing of '{name}' is ever available. Correct the capacity, or take the resource out of both tables."
            row = int(rows["row"].iloc[0])
            yield Problem(file, advice, "no-capacity", row=row, column="capacity", found="0", allowed="a number above 0")
        for row, start, to in rows[["row", "from", "to"]].itertuples(index=False, name=None):
            if to <= start:
                advice = "The row holds for no period: it counts from 'from' up to and without 'to'. Correct one of the two."
                yield Problem(file, advice, "no-period", row=row, column="to", found=number_text(to), allowed=f"above {number_text(start)}")
        ordered = rows.assign(until=rows["to"].fillna(float("inf"))).sort_values(["from", "row"])
        until, before = -1.0, 0
        for row, start, end in ordered[["row", "from", "until"]].itertuples(index=False, name=None):
            if start < until:
                advice = (
                    f"Row {before} gives the capacity of '{name}' for some of the same periods. Give each period one row: 'from' is its "
                    "first period, 'to' the first one after it."
                )
                yield Problem(file, advice, "overlapping-rows", row=row, column="from", found=number_text(start))
            if end > until:
                until, before = end, row


def _needs(tasks: pd.DataFrame, resources: pd.DataFrame, tasks_file: str, resources_file: str) -> Iterator[Problem]:
    capacity = resources.groupby("resource")["capacity"].max()
    for column in (name for name in tasks if name.startswith(NEEDS)):
        name = column.removeprefix(NEEDS)
        if name not in capacity:
            known = [one for one in capacity.index if one]
            advice = f"'{resources_file}' has no such resource. Add it there, or correct the heading.{_nearest(name, known)}"
            yield Problem(tasks_file, advice, "unknown-resource", column=column, found=name, allowed=", ".join(known) or None)
            continue
        most = capacity[name]
        for need, row, duration in zip(tasks[column], tasks["row"], tasks["duration"], strict=True):
            if need > most and duration > 0:
                advice = f"There are never more of '{name}'. Lower the need, or raise the capacity in '{resources_file}'."
                allowed = f"up to {number_text(most)}"
                yield Problem(tasks_file, advice, "need-above-capacity", row=row, column=column, found=number_text(need), allowed=allowed)


def _never_free(project: Project, task: int, ready: int, file: str) -> Problem:
    """Which resource it is that a task waits for in vain."""
    alone = [
        name
        for name, units in project.needs[task].items()
        if first_fit({name: free_units(project.calendars[name])}, {name: units}, ready, project.durations[task]) is None
    ]
    names = alone or list(project.needs[task])
    wanted = " and ".join(f"{number_text(project.needs[task][name] / project.scale)} of '{name}'" for name in names)
    advice = (
        f"From period {ready} on, when the task can start at the earliest, the calendars never have {wanted} for as many periods in a "
        "row. Shorten the task, lower its need, or extend the calendar."
    )
    return Problem(file, advice, "never-free", row=project.rows[task], column="duration", found=str(project.durations[task]))


def _too_late(project: Project, task: int, finish: dict[int, int], start: int, file: str) -> Problem:
    chain = [task]
    while before := [one for one in project.before[chain[-1]] if finish[one] == finish[chain[-1]] - project.durations[chain[-1]]]:
        chain.append(before[0])
    names = [project.ids[one] for one in reversed(chain)]
    why = f"{' and then '.join(names)} take until then" if len(names) > 1 else f"it cannot start before period {start}"
    advice = f"Even with every resource to itself the task cannot be finished earlier: {why}. Move the date, or shorten what comes before."
    found, allowed = str(project.latest[task]), f"{finish[task]} or later"
    return Problem(file, advice, "latest-too-early", row=project.rows[task], column="latest", found=found, allowed=allowed)


def _nearest(word: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, list(known), n=1)
    return f" The nearest known one is '{near[0]}'." if near else ""

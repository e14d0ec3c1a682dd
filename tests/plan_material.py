"""Small work plans for tests: files to write, tables as they are read, and an independent judge of a plan."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from diagnostics.intake.plans.task_files import NEEDS, read_resources, read_tasks
from diagnostics.planning.scheduling.schedule import Schedule, schedule_tasks

TASKS = "task,duration,after,needs:hr\nA,3,,1\nB,2,,1\nC,2,A B,2\n"
RESOURCES = "resource,capacity\nhr,2\n"


def write_tables(folder: Path, tasks: str = TASKS, resources: str = RESOURCES) -> tuple[Path, Path, Path]:
    """TASKS and RESOURCES as files; gives back the paths of both and of PLAN."""
    paths = folder / "tasks.csv", folder / "resources.csv", folder / "plan.csv"
    paths[0].write_text(tasks, encoding="utf-8")
    paths[1].write_text(resources, encoding="utf-8")
    return paths


def schedule_texts(folder: Path, tasks: str, resources: str = RESOURCES) -> Schedule:
    """The plan of two tables given as text, which must be free of problems."""
    paths = write_tables(folder, tasks, resources)
    read = read_tasks(paths[0]), read_resources(paths[1])
    assert [file.problems for file in read] == [(), ()]
    return schedule_tasks(*(file.table for file in read))


def broken_rules(plan: pd.DataFrame, resources: pd.DataFrame) -> list[str]:
    """Everything that a plan breaks, counted period by period. It shares no code with the scheduler."""
    finish = dict(zip(plan["task"], plan["finish"], strict=True))
    broken = []
    for line in plan.to_dict("records"):
        broken += [f"{line['task']} before {one}" for one in line["after"] if finish[one] > line["start"]]
        if line["finish"] != line["start"] + line["duration"] or line["start"] < line["earliest"]:
            broken.append(f"{line['task']} at {line['start']}")
        if line["finish"] > line["latest"]:
            broken.append(f"{line['task']} after its date")
    for column in (name for name in plan if name.startswith(NEEDS)):
        rows = resources[resources["resource"] == column.removeprefix(NEEDS)]
        for period in range(int(plan["finish"].max())):
            used = plan.loc[(plan["start"] <= period) & (plan["finish"] > period), column].sum()
            there = rows.loc[(rows["from"] <= period) & ~(rows["to"] <= period), "capacity"].sum()
            if used > there + 1e-9:
                broken.append(f"{column} in {period}: {used} of {there}")
    return broken


def every_plan(tasks: pd.DataFrame, resources: pd.DataFrame, horizon: int) -> Iterator[list[int]]:
    """The starts of every plan there is that is finished by ``horizon``, tried out one by one; tasks stand behind those before them."""
    names = list(dict.fromkeys(resources["resource"]))
    lines = tasks.to_dict("records")
    place = {line["task"]: number for number, line in enumerate(lines)}
    free = {name: [0.0] * horizon for name in names}
    for name, units, start, to in resources[["resource", "capacity", "from", "to"]].itertuples(index=False, name=None):
        for period in range(int(start), horizon if pd.isna(to) else min(int(to), horizon)):
            free[name][period] = units

    def go_on(starts: list[int], free: dict[str, list[float]]) -> Iterator[list[int]]:
        if len(starts) == len(lines):
            yield starts
            return
        line = lines[len(starts)]
        ready = max([int(line["earliest"]), *(starts[place[one]] + int(lines[place[one]]["duration"]) for one in line["after"])])
        end = horizon if pd.isna(line["latest"]) else min(horizon, int(line["latest"]))
        for start in range(ready, end - int(line["duration"]) + 1):
            took = range(start, start + int(line["duration"]))
            left = {name: [units - line[NEEDS + name] * (at in took) for at, units in enumerate(free[name])] for name in names}
            if all(left[name][at] >= 0 for name in names for at in took):
                yield from go_on([*starts, start], left)

    yield from go_on([], free)

"""``python -m benchmarks.planning``: the scheduler on published projects, and on a synthetic plan of the size of a large mission.

Published: 13 projects of 30 tasks (PSPLIB j30) in ../shared/truth/psplib, each with its published optimum, SECONDS for each. Synthetic:
150 tasks, six resources and 36 periods, made by a seeded generator. Takes a few minutes.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
import time

import pandas as pd

from diagnostics.planning.scheduling.constraints import Limits
from diagnostics.planning.scheduling.schedule import Schedule, schedule_tasks
from tests.conftest import TRUTH
from tests.psplib import read_psplib, resources_of

TASKS, RESOURCES, PERIODS, SEED = 150, 6, 36, 7
AIM_FIRST, AIM_SECONDS = 2.0, 30.0


def main() -> int:
    """Print both tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.planning", description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60.0, help="for each published project (default: 60)")
    called = parser.parse_args()
    folder = TRUTH / "psplib"
    if not folder.is_dir():
        print("The published projects do not lie in ../shared/truth/psplib.", file=sys.stderr)
        return 2
    with (folder / "selected_instances.csv").open(encoding="utf-8", newline="") as file:
        published = {line["instance"]: int(line["published_optimum"]) for line in csv.DictReader(file)}
    print("instance | published | ours | proven, or lower bound | seconds", flush=True)
    proven = 0
    for name, optimum in published.items():
        schedule, seconds, _ = timed(*read_psplib(folder / name), called.seconds)
        proven += schedule.proven and schedule.makespan == optimum
        end = "proven" if schedule.proven else f"lower bound {schedule.lower_bound}"
        print(f"{name.removesuffix('.sm')} | {optimum} | {schedule.makespan} | {end} | {seconds:.1f}", flush=True)
    print(f"published optimum found and proven: {proven} of {len(published)} (aim: 12)", flush=True)
    _print_synthetic()
    return 0


def timed(tasks: pd.DataFrame, resources: pd.DataFrame, seconds: float) -> tuple[Schedule, float, float]:
    """The plan, the seconds that it took in all, and those until the first plan was there."""
    started = time.perf_counter()
    first: list[float] = []
    limits = Limits(effort=10 * seconds, seconds=seconds)  # the clock decides
    schedule = schedule_tasks(tasks, resources, limits, lambda *_: first.append(time.perf_counter() - started))
    seconds = time.perf_counter() - started
    return schedule, seconds, first[0] if first else seconds


def synthetic_plan() -> tuple[pd.DataFrame, pd.DataFrame]:
    """A plan that just about fills its resources: tasks of 1 to 6 periods that need one to three of six resources."""
    chance = random.Random(SEED)
    names = [f"unit-{number}" for number in range(1, RESOURCES + 1)]
    rows = []
    for number in range(TASKS):
        before = chance.sample(range(max(0, number - 30), number), k=min(number, chance.choice((0, 0, 1, 1, 2))))
        needs = dict.fromkeys(names, 0.0) | {name: float(chance.randint(1, 3)) for name in chance.sample(names, chance.randint(1, 3))}
        rows.append(
            {
                "row": number + 2,
                "task": f"T{number}",
                "duration": float(chance.randint(1, 6)),
                "after": tuple(f"T{one}" for one in before),
                "earliest": 0.0,
                "latest": float("nan"),
                "priority": float(chance.randint(0, 5)),
                **{f"needs:{name}": units for name, units in needs.items()},
            }
        )
    tasks = pd.DataFrame(rows)
    work = {name: float((tasks[f"needs:{name}"] * tasks["duration"]).sum()) for name in names}
    return tasks, resources_of({name: -(-amount // (PERIODS - 2)) for name, amount in work.items()})


def _print_synthetic() -> None:
    schedule, seconds, first = timed(*synthetic_plan(), AIM_SECONDS)
    gap = schedule.makespan / schedule.lower_bound - 1
    print(f"synthetic, {TASKS} tasks, {RESOURCES} resources: makespan {schedule.makespan}, lower bound {schedule.lower_bound}")
    print(
        f"first plan after {first:.2f} s (aim: {AIM_FIRST:g}); {100 * gap:.1f} % above its bound after {seconds:.1f} s (aim: 5 % in 30 s)"
    )


if __name__ == "__main__":
    sys.exit(main())

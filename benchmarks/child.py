"""One task in a process of its own, so that its peak memory is its own: make the inputs, check equality, or time one side.

Called by ``benchmarks.paired``; prints one line of JSON.
"""

from __future__ import annotations

import argparse
import importlib
import json
import resource
import time
from pathlib import Path
from types import ModuleType

WARM_UP = "warm-up"
WARM_UP_DIVISOR = 50
MEBIBYTE_OF_KIB = 1024


def main() -> None:
    """Do the task that the command line names."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.child", description=__doc__)
    parser.add_argument("measure", choices=("scoring", "survey", "intake"))
    parser.add_argument("task", help="'inputs', 'check', or the name of a side")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--divisor", type=int, default=1, help="of the full size of the inputs")
    parser.add_argument("--part", type=int, default=1, help="sides that are too slow take one of so many parts")
    called = parser.parse_args()
    measure = importlib.import_module(f"benchmarks.{called.measure}")
    if called.task == "inputs":
        print(json.dumps(_make_inputs(measure, called.folder, called.divisor, called.part)))
    elif called.task == "check":
        print(json.dumps(measure.check(called.folder)))
    else:
        print(json.dumps(_timed(measure, called.task, called.folder, called.part)))


def _make_inputs(measure: ModuleType, folder: Path, divisor: int, part: int) -> None:
    for place, rows in ((folder, measure.FULL // divisor), (folder / WARM_UP, measure.FULL // (divisor * WARM_UP_DIVISOR))):
        place.mkdir(parents=True, exist_ok=True)
        measure.make_inputs(place, rows, max(rows // part, 1))


def _timed(measure: ModuleType, name: str, folder: Path, part: int) -> dict[str, float]:
    """Seconds of one side, scaled up to the whole work, and the peak memory of this process."""
    side = measure.SIDES[name]
    side.work(side.prepare(folder / WARM_UP))  # imports and first calls are not what is measured
    inputs = side.prepare(folder)
    started = time.perf_counter()
    result = side.work(inputs)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEBIBYTE_OF_KIB
    del result  # kept until here: letting go of it is not timed
    share = side.share / part if side.part_only else side.share
    return {"seconds": seconds / share, "mebibytes": peak, "share": share}


if __name__ == "__main__":
    main()

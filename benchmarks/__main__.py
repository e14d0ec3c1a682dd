"""``python -m benchmarks``: prints the machine, then one line a measure."""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from benchmarks import intake, scoring, survey
from benchmarks.paired import Inputs, measured

LINES = (*scoring.LINES, *survey.LINES, *intake.LINES)
OTHERS = ("polars", "duckdb")
QUICK_DIVISOR = 50
PART = 50
GIBIBYTE = 1 << 30


def main() -> int:
    """Make the inputs, refuse to time unequal results, and print the lines."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Paired timings; about ten minutes.")
    parser.add_argument("--quick", action="store_true", help="1/50 of the size, one run: are the results equal? The timings say nothing")
    parser.add_argument("--runs", type=int, default=5, help="paired runs of which the medians are printed (default: 5)")
    called = parser.parse_args()
    if called.runs < 1:
        parser.error("--runs takes a number from 1")
    missing = [name for name in OTHERS if importlib.util.find_spec(name) is None]
    if missing:
        print(f"Not installed: {', '.join(missing)}. Call: {Path(sys.executable).name} -m pip install -e '.[bench]'", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        inputs = Inputs(Path(folder), QUICK_DIVISOR if called.quick else 1, 1 if called.quick else PART)
        print(machine(), flush=True)
        faults = [fault for measure in ("scoring", "survey", "intake") for fault in _made_and_checked(measure, inputs)]
        if faults:
            print("The results differ; nothing is timed.", *faults, sep="\n", file=sys.stderr)
            return 1
        print("name | ours | other | ratio | aim", flush=True)
        for line in LINES:
            print(measured(line, inputs, 1 if called.quick else called.runs, not called.quick), flush=True)
    return 0


def machine() -> str:
    """Cores and memory, how busy the machine is, and the versions compared."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / GIBIBYTE
    versions = ", ".join(f"{name} {version(name)}" for name in ("pandas", *OTHERS))
    return f"{len(os.sched_getaffinity(0))} cores, {memory:.1f} GiB of memory, load {os.getloadavg()[0]:.1f}; {versions}"


def _made_and_checked(measure: str, inputs: Inputs) -> list[str]:
    print(f"{measure}: making the inputs, comparing the results", file=sys.stderr)
    inputs.task(measure, "inputs")
    return inputs.task(measure, "check")


if __name__ == "__main__":
    sys.exit(main())

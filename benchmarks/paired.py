"""Runs the sides of a line by turns, each in a fresh process, and puts medians into words.

This process imports no heavy library: on Linux a child's peak memory is never below that of the process that started it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.sides import Line

PROJECT = Path(__file__).resolve().parents[1]
NAMES = {"polars": "Polars", "duckdb": "DuckDB", "pandas": "pandas"}


@dataclass(frozen=True)
class Inputs:
    """Where the inputs of the measures lie and how large they are.

    Attributes:
        folder: one folder a measure in it.
        divisor: of the full size.
        part: sides that are too slow take one of so many parts.
    """

    folder: Path
    divisor: int
    part: int

    def task(self, measure: str, task: str) -> Any:
        """What a task prints, done in a fresh process."""
        options = ["--divisor", str(self.divisor), "--part", str(self.part)]
        command = [sys.executable, "-m", "benchmarks.child", measure, task, str(self.folder / measure), *options]
        done = subprocess.run(command, cwd=PROJECT, stdout=subprocess.PIPE, check=True, encoding="utf-8")
        return json.loads(done.stdout)


def measured(line: Line, inputs: Inputs, runs: int, is_judged: bool) -> str:
    """One line of the output: medians of ``runs`` paired runs."""
    sides = (line.ours, *line.others)
    found: dict[str, list[dict[str, float]]] = {side: [] for side in sides}
    for run in range(runs):
        for side in sides if run % 2 == 0 else reversed(sides):  # neither side is always the first
            found[side].append(inputs.task(line.measure, side))
    best = min(line.others, key=lambda side: _median(found[side], "seconds"))
    pairs = zip(found[line.ours], found[best], strict=True)
    ratio = median(line.ratio(ours["seconds"], other["seconds"]) for ours, other in pairs)
    other = ", ".join(_shown(found[side], NAMES[side.split()[0]]) for side in sorted(line.others, key=lambda side: side != best))
    return " | ".join([line.name, _shown(found[line.ours]), other, line.ratio_text(ratio), line.aim_text(ratio, is_judged)])


def _median(found: list[dict[str, float]], what: str) -> float:
    return median(one[what] for one in found)


def _shown(found: list[dict[str, float]], name: str = "") -> str:
    """Seconds and peak memory of one side; where only a share was done, which."""
    scaled = f" (scaled from 1/{round(1 / found[0]['share']):,})" if found[0]["share"] < 1 else ""
    return f"{name} {_median(found, 'seconds'):,.2f} s{scaled}, {_median(found, 'mebibytes'):,.0f} MiB".strip()

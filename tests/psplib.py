"""Projects in the form .sm of the project scheduling library PSPLIB (Kolisch & Sprecher 1997), as TASKS and RESOURCES."""

from __future__ import annotations

from pathlib import Path

import pandas as pd


def read_psplib(path: Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables that ``schedule_tasks`` takes: tasks of one mode and renewable resources."""
    lines = path.read_text(encoding="utf-8").splitlines()
    followers = {int(line.split()[0]): line.split()[3:] for line in _section(lines, "PRECEDENCE RELATIONS", 2)}
    requests = [[int(cell) for cell in line.split()] for line in _section(lines, "REQUESTS/DURATIONS", 3)]
    capacities = [int(cell) for cell in _section(lines, "RESOURCEAVAILABILITIES", 2)[0].split()]
    names = [f"R{number}" for number in range(1, len(capacities) + 1)]
    rows = [
        {
            "row": number,
            "task": str(job),
            "duration": float(duration),
            "after": tuple(str(other) for other, following in followers.items() if str(job) in following),
            "earliest": 0.0,
            "latest": float("nan"),
            "priority": 0.0,
            **{f"needs:{name}": float(units) for name, units in zip(names, needs, strict=True)},
        }
        for number, (job, _, duration, *needs) in enumerate(requests, start=2)
    ]
    return pd.DataFrame(rows), resources_of(dict(zip(names, capacities, strict=True)))


def resources_of(capacities: dict[str, float]) -> pd.DataFrame:
    """RESOURCES with one row for each."""
    table = pd.DataFrame({"resource": list(capacities), "capacity": list(map(float, capacities.values()))})
    return table.assign(**{"from": 0.0, "to": float("nan"), "row": range(2, len(table) + 2)})


def _section(lines: list[str], title: str, skip: int) -> list[str]:
    start = next(number for number, line in enumerate(lines) if line.startswith(title)) + skip
    section = lines[start:]
    return section[: next((number for number, line in enumerate(section) if line.startswith("*")), len(section))]

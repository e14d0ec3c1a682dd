"""Real runs of real missions, for tests: a copy of a bundled mission and the command run on it as a user would."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from tests.conftest import PROJECT

SMALL = ("responses", "reference_documents", "interviews", "survey", "staff")


def copy_mission(name: str, to: Path) -> Path:
    """A copy of a bundled mission's settings and inputs, without anything that a run made."""
    folder = to / name
    shutil.copytree(PROJECT / "missions" / name, folder, ignore=shutil.ignore_patterns("results", "reports", "notebooks", ".pseudonym-key"))
    return folder


def small_mission(to: Path) -> Path:
    """The example mission with two of its processes and five of its data sets: for tests of how a run goes, not of what it says."""
    folder = copy_mission("example", to)
    settings = yaml.safe_load((folder / "mission.yaml").read_text(encoding="utf-8"))
    settings["scope"] = {"include": ["P4", "P5"], "reason": "A small mission for tests."}
    settings["targets"]["by_node"] = {
        node: level for node, level in settings["targets"]["by_node"].items() if node.startswith(("P4", "P5"))
    }
    settings["plan"] = {"start": "2027-Q1", "quarters": 16, "person_days_per_quarter": 280, "effort": 1}
    settings["inputs"] = {name: settings["inputs"][name] for name in SMALL}
    for path in (folder / "inputs").iterdir():
        if path.name not in settings["inputs"].values():
            path.unlink()
    (folder / "mission.yaml").write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return folder


def command(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run ``hrm-review`` in a process of its own."""
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-m", "diagnostics", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env=environment,
        check=False,
    )


def what_ran(output: str) -> list[str]:
    """The stages that a run's output says were done."""
    return [line.split()[0] for line in output.splitlines() if " done in " in line]


def code_cells(notebook: Path) -> list[dict]:
    """The code cells of a notebook file."""
    return [cell for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]

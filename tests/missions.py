"""Real runs of real missions, for tests: a copy of a bundled mission and the command run on it as a user would."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import PROJECT


def copy_mission(name: str, to: Path) -> Path:
    """A copy of a bundled mission's settings and inputs, without anything that a run made."""
    folder = to / name
    shutil.copytree(PROJECT / "missions" / name, folder, ignore=shutil.ignore_patterns("results", "reports", "notebooks", ".pseudonym-key"))
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

"""Writes ``environment.yml`` from ``pyproject.toml`` and ``requirements.lock``: Python from conda, the packages from pip."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).resolve().parents[1]
HEAD = """\
# For conda users, on Windows above all: conda env create -f environment.yml
# Made from pyproject.toml and requirements.lock by tests/environment_file.py; a test fails when it is stale.
name: hrm-review
channels:
  - conda-forge
dependencies:
  - python=3.11
  - pip
  - pip:
"""


def locked_versions() -> dict[str, str]:
    """Canonical package name → exact version in the lock."""
    lock = (PROJECT / "requirements.lock").read_text(encoding="utf-8")
    return {canonicalize_name(name): version for name, version in re.findall(r"^([A-Za-z0-9._-]+)==([^ ;\\\n]+)", lock, re.MULTILINE)}


def environment_text() -> str:
    """What ``environment.yml`` must hold."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [Requirement(text) for text in (*project["dependencies"], "pytest")]
    locked = locked_versions()
    pins = [f"      - {wish.name}=={locked[canonicalize_name(wish.name)]}\n" for wish in wanted]
    return HEAD + "".join(pins) + "      - -e .\n"


if __name__ == "__main__":
    (PROJECT / "environment.yml").write_text(environment_text(), encoding="utf-8", newline="\n")

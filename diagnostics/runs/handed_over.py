"""Writes a mission's work plan for others again after a run, and keeps what somebody edited meanwhile."""

from __future__ import annotations

from pathlib import Path

from diagnostics.reporting.plans.handover import PLAN_FILES
from diagnostics.runs.handover_files import hand_over_plan
from diagnostics.runs.mission_folder import OpenMission
from diagnostics.runs.results import digest_file, read_json, write_json


def hand_over_anew(opened: OpenMission, language: str = "") -> list[str]:
    """Write the plan's files into the mission's ``reports/``.

    A file that was changed since the last run wrote it is not written over: it is kept beside as ``workplan.edited-1.xlsx``.

    Args:
        opened: a mission that has run to its plan; without any action there is nothing to hand over.
        language: of the reader where it is not the mission's own.

    Returns:
        A line for each file that was kept.
    """
    if opened.read("workplan").empty:
        return []
    record = opened.results / "stages" / f"handover{f'.{language}' if language else ''}.json"
    written = read_json(record, {})
    kept = {path: _set_aside(path) for path in _files(opened, language) if path.is_file() and written.get(path.name) != digest_file(path)}
    paths = hand_over_plan(opened, language)
    write_json(record, {path.name: digest_file(path) for path in paths})
    return [told for path, aside in kept.items() if (told := _told(path, aside))]


def _files(opened: OpenMission, language: str) -> list[Path]:
    return [opened.reports / (name.replace(".", f".{language}.") if language else name) for name in PLAN_FILES]


def _set_aside(path: Path) -> Path:
    """Move a file to the next free name beside it."""
    number = next(one for one in range(1, 10_000) if not path.with_name(f"{path.stem}.edited-{one}{path.suffix}").exists())
    return path.rename(path.with_name(f"{path.stem}.edited-{number}{path.suffix}"))


def _told(path: Path, aside: Path) -> str:
    """What to say of a file that was set aside; nothing where it is what was written again."""
    if digest_file(path) == digest_file(aside):
        aside.unlink()
        return ""
    advice = f"take it over with: hrm-review adopt DIR {aside.name}"
    return f"{path.name} was edited since the last run; it is kept as reports/{aside.name} ({advice})"

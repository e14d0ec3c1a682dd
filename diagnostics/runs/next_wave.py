"""Lays out the folder of the next wave: the settings of the mission before, its adopted plan, progress reports and scores."""

from __future__ import annotations

import os
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from diagnostics.definitions.mission import MISSION_FILE, Mission, read_mission
from diagnostics.definitions.plan_settings import FollowUp, quarter_after
from diagnostics.definitions.problems import WrongCall
from diagnostics.definitions.standard_loading import load_standard
from diagnostics.intake.answer_files import write_scores
from diagnostics.intake.written_files import moved_into_place
from diagnostics.planning.working_days import quarter_of
from diagnostics.runs.layout import BROUGHT, OPTIONAL, refuse_filled, write_empty_inputs
from diagnostics.runs.mission_folder import is_gated
from diagnostics.runs.results import read_table, write_text

ADOPTED = "adopted_plan.json"
"""Where ``hrm-review adopt`` puts the adopted plan, below ``inputs/``."""
_KEPT = ("administration", "language", "standard", "focus", "beside", "scope", "targets", "thresholds")
_HEAD = """\
# Wave {wave} of {name}, laid out from the mission '{before}'. Look through every setting; lines that start with # are remarks.
# Run it with: hrm-review run {folder}
"""
_REMARKS = {
    "dates": "first and last day on site, and the day on which the figures are true",
    "standard": "what is below is as in the wave before, so that the two compare",
    "plan": "what the next work plan may use; unfinished actions of the adopted plan are carried into it",
    "follow_up": "the plan that was adopted, the progress forms that came back, and the scores of the wave before",
    "inputs": "data set: file below inputs/. Take the # away from what the mission brings",
}


def lay_out_next_wave(folder: Path, before: Path) -> list[str]:
    """Make the folder of a mission's next wave.

    Args:
        folder: must not exist, or be empty.
        before: the mission before, with a plan that was adopted and results of a run.

    Returns:
        What was made and what to do next, a line each.

    Raises:
        BadInput: ``mission.yaml`` of the mission before is at fault.
        WrongCall: the folder holds something, or the mission before has no scores, no adopted plan or no levels; nothing was changed.
    """
    refuse_filled(folder)
    mission = read_mission(before)
    standard = load_standard(mission.standard)
    if not is_gated(standard):
        raise WrongCall(f"--after {before}: its standard '{mission.standard}' leads to no work plan that could be followed up.")
    follow_up = _follow_up(before, mission)
    scores = read_table(before / "results" / "scores.parquet")
    write_text(folder / MISSION_FILE, _mission_text(folder, mission, follow_up))
    for file in (follow_up.plan, *follow_up.progress.values()):
        _copy(before / "inputs" / file, folder / "inputs" / file)
    write_scores(scores, folder / "inputs" / str(follow_up.scores))
    made = [folder / MISSION_FILE, *(folder / "inputs" / file for file in follow_up.files()), *write_empty_inputs(folder, standard)]
    steps = [f"  1. look through {folder / MISSION_FILE}", f"  2. fill in {folder / 'inputs' / (BROUGHT + '.xlsx')}"]
    missing = (
        "  3. where a quarter's progress is still to come: hrm-review progress DIR QUARTER, and name what comes back under 'follow_up'"
    )
    return [*(f"made {path}" for path in made), "", "Next:", *steps, missing, f"  4. hrm-review run {folder}"]


def _follow_up(before: Path, mission: Mission) -> FollowUp:
    """What the next wave follows up."""
    known = mission.follow_up
    plan = known.plan if known else ADOPTED
    if not (before / "inputs" / plan).is_file():
        raise WrongCall(f"--after {before}: no adopted plan lies in its inputs/. Adopt one first: hrm-review adopt {before}")
    if not (before / "results" / "scores.parquet").is_file():
        raise WrongCall(f"--after {before}: it has no scores yet. Run it first: hrm-review run {before}")
    return FollowUp(plan=plan, progress=known.progress if known else {}, scores=f"scores-wave-{mission.wave}.csv")


def _copy(source: Path, to: Path) -> None:
    """A file as it is, with the rights of its source: a progress form may hold names."""
    with moved_into_place(to, mode=os.stat(source).st_mode & 0o777) as temporary:
        shutil.copyfile(source, temporary)


def _mission_text(folder: Path, mission: Mission, follow_up: FollowUp) -> str:
    today = date.today()
    name = re.sub(r"[^a-z0-9]+", "-", folder.resolve().name.lower()).strip("-") or "mission"
    told = mission.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    plan = {key: value for key, value in told["plan"].items() if key not in ("decisions", "own_actions", "approved_on")}
    parts: dict[str, Any] = {
        "mission": name[:60],
        "administration": told["administration"],
        "wave": mission.wave + 1,
        "dates": dict.fromkeys(("start", "end", "as_of"), today),
        **{key: told[key] for key in _KEPT[1:] if key in told},
        "plan": plan | {"start": quarter_after(quarter_of(today), 1)},
        "follow_up": follow_up.model_dump(mode="json", exclude_defaults=True),
    }
    head = _HEAD.format(wave=mission.wave + 1, name=mission.administration.name, before=mission.mission, folder=folder.name)
    lines = [
        head,
        *(_part(key, value) for key, value in parts.items()),
        f"\n# {_REMARKS['inputs']}\ninputs:\n  {BROUGHT}: {BROUGHT}.xlsx\n",
    ]
    return "".join([*lines, *(f"  # {one}: {one}.xlsx\n" for one in OPTIONAL)])


def _part(key: str, value: Any) -> str:
    remark = f"\n# {_REMARKS[key]}\n" if key in _REMARKS else ""
    return remark + yaml.safe_dump({key: value}, allow_unicode=True, sort_keys=False, width=120)

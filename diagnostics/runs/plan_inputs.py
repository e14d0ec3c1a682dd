"""What a mission brought for its plan: decisions, and actions that the administration adds. Read, and held against what is known."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from diagnostics.definitions.decisions import read_decisions, read_own_actions
from diagnostics.definitions.mission import MISSION_FILE
from diagnostics.definitions.problems import BadInput, Problem, errors
from diagnostics.definitions.remedy import load_roles
from diagnostics.planning.plan_input_checks import decision_problems, own_action_problems, settings_problems
from diagnostics.planning.plan_table import plan_table
from diagnostics.planning.workplan import Brought
from diagnostics.runs.follow_up import read_follow_up
from diagnostics.runs.mission_folder import OpenMission
from diagnostics.runs.plan_reading import read_plan_file

_YAML = (".yaml", ".yml")


@dataclass(frozen=True)
class PlanInputs:
    """What was brought, and everything that is wrong with it."""

    brought: Brought = field(default_factory=Brought)
    problems: tuple[Problem, ...] = ()


def read_plan_inputs(opened: OpenMission) -> PlanInputs:
    """Read the files that ``plan`` of ``mission.yaml`` names, and check them and the settings themselves."""
    settings, roles = opened.mission.plan, load_roles()
    problems = settings_problems(opened.mission, roles, MISSION_FILE)
    decisions, own = None, plan_table([]).assign(row=pd.Series(dtype="int64"))
    if settings.own_actions:
        name = f"inputs/{settings.own_actions}"
        own, found = _own_actions(opened.inputs / settings.own_actions)
        problems += found
        if not errors(found):
            problems += own_action_problems(own, opened.remedies, opened.mission, roles, name)
    if settings.decisions:
        try:
            decisions = read_decisions(opened.inputs / settings.decisions)
            problems += decision_problems(decisions, own, opened.remedies, opened.mission, f"inputs/{settings.decisions}")
        except BadInput as bad:
            problems += bad.problems
    before, found = _plan_before(opened)
    problems += found
    return PlanInputs(Brought(decisions, own.drop(columns="row"), **before), tuple(problems))


def _plan_before(opened: OpenMission) -> tuple[dict[str, pd.DataFrame], list[Problem]]:
    """The adopted plan of an earlier wave with what was reported of it; and what is wrong with what ``follow_up`` names.

    A plan that this mission made itself is followed up, and carried nowhere.
    """
    try:
        followed = read_follow_up(opened)
    except BadInput as bad:
        return {}, list(bad.problems)
    if followed is None:
        return {}, []
    earlier = followed.plan.wave < opened.mission.wave
    return {"adopted": followed.adopted, "progress": followed.history} if earlier else {}, list(followed.problems)


def _own_actions(path: Path) -> tuple[pd.DataFrame, list[Problem]]:
    """Own actions with their row, from YAML or from a spreadsheet; and what is wrong with the file."""
    empty = plan_table([]).assign(row=pd.Series(dtype="int64"))
    try:
        if path.suffix.lower() in _YAML:
            table = plan_table(read_own_actions(path).actions)
            return table.assign(row=range(1, len(table) + 1)), []
        reading = read_plan_file(path)
    except BadInput as bad:
        return empty, list(bad.problems)
    return reading.table, list(reading.problems)

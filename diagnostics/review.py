"""The main flow. Read this first.

Each line of ``run_review`` is one stage. ``notebooks/`` holds a window on each: the same function, called with the tables that
the stage before left in the mission's ``results/``, and the table that it makes written there in turn.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from diagnostics.definitions.data_indicators import load_data_indicators
from diagnostics.definitions.problems import refuse_errors
from diagnostics.planning.findings import find_gaps, target_profile
from diagnostics.planning.workplan import WorkPlan, plan_work
from diagnostics.runs.mission_folder import open_mission
from diagnostics.runs.plan_inputs import read_plan_inputs
from diagnostics.scoring import score_answers
from diagnostics.systems.indicators import compute_indicators
from diagnostics.validation.inputs import Checked, validate_inputs


@dataclass(frozen=True)
class Review:
    """One administration, from its answers to its work plan. The tables' columns stand with the functions that make them."""

    checked: Checked
    scores: pd.DataFrame
    targets: pd.DataFrame
    findings: pd.DataFrame
    work: WorkPlan


def run_review(folder: str | Path) -> Review:
    """Take one administration from its answers to its work plan, in memory. Raises ``BadInput`` naming every bad cell."""
    opened = open_mission(folder)
    mission, standard, remedies = opened.mission, opened.standard, opened.remedies
    checked = validate_inputs(mission, opened.folder, standard)
    inputs = read_plan_inputs(opened)
    refuse_errors((*checked.problems, *inputs.problems))
    scores = score_answers(checked.answers, standard)
    targets = target_profile(scores, standard, mission)
    findings = find_gaps(scores, checked.answers, targets, standard, remedies, mission)
    indicators = compute_indicators(checked.tables, load_data_indicators(), mission.dates.as_of, mission.thresholds.disclosure)
    work = plan_work(findings, scores, standard, remedies, mission, inputs.brought, indicators)
    return Review(checked, scores, targets, findings, work)

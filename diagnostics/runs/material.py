"""Gathers from a mission's results what its report reads."""

from __future__ import annotations

from diagnostics.definitions.document_list import document_list_ids, load_document_list
from diagnostics.definitions.problems import Problem
from diagnostics.definitions.remedy import load_roles
from diagnostics.reporting.material import Material
from diagnostics.runs.mission_folder import OpenMission
from diagnostics.runs.provenance import provenance
from diagnostics.runs.results import read_json

TABLES = ("answers", "scores", "targets", "findings", "workplan", "capacity")
BESIDE = ("interviews_summary", "survey_summary", "process_survey", "documents", "workforce")
OF_THE_PLAN = ("load", "budget", "decisions", "realism", "delay_risk", "measurability")
"""Tables that say more about the plan, where they were made."""


def gather_material(opened: OpenMission) -> Material:
    """Read all tables of a mission's ``results/``. Raises ``BadInput`` where a stage has not run yet."""
    standard = opened.mission.standard
    made = [name for name in OF_THE_PLAN if (opened.results / f"{name}.parquet").exists()]
    return Material(
        mission=opened.mission,
        standard=opened.standard,
        remedies=opened.remedies,
        roles=load_roles(),
        document_list=load_document_list(standard) if standard in document_list_ids() else None,
        **{name: opened.read(name) for name in (*TABLES, *BESIDE, *made)},
        quality=opened.read("data_quality"),
        problems=stored_problems(opened),
        provenance=provenance(opened),
    )


def stored_problems(opened: OpenMission) -> tuple[Problem, ...]:
    """What the last validation found."""
    return tuple(Problem(**problem) for problem in read_json(opened.results / "problems.json", []))

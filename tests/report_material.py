"""A realistic made-up mission for the report's tests: five of the bundled standard's processes, answers from a seeded generator."""

from __future__ import annotations

import datetime
from functools import lru_cache

import numpy as np
import pandas as pd

from diagnostics.definitions.mission import Mission
from diagnostics.definitions.outline import outline
from diagnostics.definitions.problems import Problem
from diagnostics.definitions.remedy import load_remedies, load_roles
from diagnostics.definitions.standard import Standard
from diagnostics.definitions.standard_loading import load_standard
from diagnostics.planning.findings import find_gaps, target_profile
from diagnostics.planning.workplan import plan_work
from diagnostics.reporting.material import Material
from diagnostics.scoring import score_answers

MISSION = {
    "mission": "report-test",
    "administration": {"name": "Customs Service of Ardania", "short_name": "ACS", "country": "Ardania", "synthetic": True},
    "dates": {"start": datetime.date(2026, 10, 5), "end": datetime.date(2026, 10, 9), "as_of": datetime.date(2026, 10, 31)},
    "standard": "wco-hrm",
    "focus": "expert",
    "beside": ("self",),
    "scope": {"reason": "five processes were agreed with the administration before the mission"},
    "targets": {"default": 3, "by_node": {"P4": 4}},
    "plan": {"start": "2027-Q1", "quarters": 12, "person_days_per_quarter": 160, "effort": 0.5},
    "inputs": {"responses": "responses.csv"},
}
SIGMA = {
    "mission": "comparison-test",
    "administration": {"name": "Public administration of Serbia", "short_name": "SRB", "country": "Serbia"},
    "dates": {"start": datetime.date(2021, 1, 1), "end": datetime.date(2021, 12, 31), "as_of": datetime.date(2021, 12, 31)},
    "standard": "sigma-2021",
    "focus": "SRB",
    "targets": {"comparison_average": True},
    "comparison": {
        "assessments": ("ALB", "XKV", "MNE", "MKD", "SRB", "UKR"),
        "average_of": ("ALB", "XKV", "MNE", "MKD", "SRB"),
        "names": {"ALB": "Albania", "XKV": "Kosovo", "MNE": "Montenegro", "MKD": "North Macedonia", "SRB": "Serbia", "UKR": "Ukraine"},
    },
    "plan": {"start": "2022-Q1"},
    "inputs": {"answers": "values.csv"},
}


@lru_cache(maxsize=1)
def example_material() -> Material:
    """Thirty-five criteria, two assessments, a survey, interviews, a plan."""
    return material_of(part_of_the_standard("P4", "P5", "P6", "P8", "P9"), Mission.model_validate(MISSION))


def part_of_the_standard(*processes: str) -> Standard:
    """The bundled standard with only these processes."""
    whole = load_standard("wco-hrm")
    return whole.without([process.id for process in outline(whole).processes if process.id not in processes])


def material_of(standard: Standard, mission: Mission) -> Material:
    """Everything a report reads, from generated answers."""
    random = np.random.default_rng(20261031)
    answers = pd.concat([_answers(standard, name, random) for name in ("expert", "self")], ignore_index=True)
    scores = score_answers(answers, standard)
    remedies = load_remedies(standard.id)
    targets = target_profile(scores, standard, mission)
    findings = find_gaps(scores, answers, targets, standard, remedies, mission)
    work = plan_work(findings, scores, standard, remedies, mission)
    processes = [node.id for node in outline(standard).processes]
    return Material(
        mission, standard, answers, scores, targets, findings, work.plan, work.capacity, remedies, load_roles(),
        load=work.load,
        budget=work.budget,
        decisions=work.decisions,
        quality=_quality(len(answers)),
        problems=_problems(),
        interviews_summary=_interviews(processes, random),
        process_survey=_survey(processes, random),
        provenance=_provenance(),
    )  # fmt: skip


def _answers(standard: Standard, assessment: str, random: np.random.Generator) -> pd.DataFrame:
    rows = []
    for criterion in standard.criteria():
        base = random.choice([1, 2, 3, 4], p=[0.2, 0.4, 0.3, 0.1]) + (random.random() < 0.45 if assessment == "self" else 0)
        has_evidence = assessment == "self" or random.random() < 0.88
        skipped = random.random() < 0.03
        for item in criterion.children:
            level = int(np.clip(base + random.choice([0, 0, 1]), 1, 5))
            answer = "NA" if skipped else random.choice([str(level), "DK", None], p=[0.94, 0.03, 0.03])
            evidence = f"D-{random.integers(1, 40):02d}" if has_evidence and level > 1 and answer else None
            rows.append((assessment, item.id, answer, "r1", 1.0, evidence, "responses.csv", len(rows) + 2))
    return pd.DataFrame(rows, columns=["assessment", "item", "answer", "respondent", "weight", "evidence", "file", "row"])


def _survey(processes: list[str], random: np.random.Generator) -> pd.DataFrame:
    shares = random.uniform(24, 71, len(processes))
    people = random.integers(900, 1400, len(processes))
    table = pd.DataFrame({"process": processes, "items": 4, "answered": 4 * people, "percent_positive": shares, "respondents": people})
    return table.assign(lower=shares - 2.5, upper=shares + 2.5)


def _interviews(processes: list[str], random: np.random.Generator) -> pd.DataFrame:
    rows = [
        (process, group, *random.integers(2, 9, 3), random.integers(5, 9)) for process in processes for group in ("managers", "clients")
    ]
    return pd.DataFrame(rows, columns=["process", "group", "positive", "negative", "neutral", "interviews"])


def _quality(answers: int) -> pd.DataFrame:
    read = [
        ("responses", "responses.csv", "read", answers // 3, 13, answers * 4, 41, 0, 6),
        ("reference_documents", "documents.xlsx", "read", 38, 7, 266, 12, 0, 1),
        ("survey", "survey.csv", "read", 6240, 6, 37440, 310, 0, 0),
    ]
    missing = [
        (name, "", f"not available: no {name.replace('_', ' ')} data", *[None] * 6) for name in ("payroll", "training", "appraisals")
    ]
    columns = ["data_set", "file", "status", "rows", "columns", "cells", "empty_cells", "errors", "warnings"]
    return pd.DataFrame(read + missing, columns=columns)


def _problems() -> tuple[Problem, ...]:
    advice = "A level above 1 has no evidence; it counts as 1. Name the document, or correct the level."
    warnings = [Problem("responses.csv", advice, "level-without-evidence", row, "evidence_id", severity="warning") for row in range(14, 20)]
    other = Problem(
        "documents.xlsx", "Write the date as 2026-10-31.", "ambiguous-date", 7, "reviewed_on", "03/04/26", "a date", "Sheet1", "warning"
    )
    return (*warnings, other)


def _provenance() -> dict[str, object]:
    return {
        "inputs": {name: f"{place:064x}" for place, name in enumerate(("responses.csv", "documents.xlsx", "survey.csv"), start=7**20)},
        "versions": {"hrm-diagnostic-review": "0.1.0", "pandas": "3.1.1"},
        "parameters": {"report": {"default_target": None, "folder": "/somewhere/else/missions/x"}},
    }


SIGMA_VALUES = (
    ("S46-1", "100 100 61.11 94.44 72.22 38.89"), ("S46-3", "0 0 100 0 0 100"), ("S46-4", "75 0 50 50 50 0"), ("S46-5", "25 0 75 25 75 0"),
    ("S50-1", "100 100 100 100 100 -"), ("S50-2", "100 100 66.67 66.67 100 -"), ("S50-11", "20 0 0 0 20 -"),
)  # fmt: skip


@lru_cache(maxsize=1)
def comparison_material() -> Material:
    """A few published values of six administrations, some missing; no levels, no remedies."""
    mission = Mission.model_validate(SIGMA)
    standard = load_standard("sigma-2021")
    known = {leaf.id for leaf in standard.leaves()}
    values = [
        (assessment, item, value, "published", 1.0, None, "values.csv", 0)
        for item, line in SIGMA_VALUES
        for assessment, value in zip(mission.comparison.assessments, line.split(), strict=True)
        if value != "-" and item in known
    ]
    answers = pd.DataFrame(values, columns=["assessment", "item", "answer", "respondent", "weight", "evidence", "file", "row"])
    scores = score_answers(answers, standard)
    targets = target_profile(scores, standard, mission)
    findings = find_gaps(scores, answers, targets, standard, (), mission)
    return Material(mission, standard, answers, scores, targets, findings, provenance=_provenance())

"""Gaps, their order and their band; and which remedies lead from a level to a target."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from diagnostics.definitions.mission import Mission, Targets
from diagnostics.definitions.remedy import load_remedies
from diagnostics.definitions.standard_loading import load_standard
from diagnostics.planning.findings import chain, find_gaps, target_profile
from diagnostics.scoring import score_answers

STANDARD = load_standard("wco-hrm")
REMEDIES = load_remedies("wco-hrm")
GATES = {leaf.id for leaf in STANDARD.leaves()}  # what cannot be counted has no coverage
MISSION = Mission.model_validate(
    {
        "mission": "probe",
        "administration": {"name": "Probe Customs", "short_name": "Probe", "country": "Nowhere", "synthetic": True},
        "dates": {"start": "2026-10-12", "end": "2026-10-16", "as_of": "2026-10-16"},
        "standard": "wco-hrm",
        "beside": ["self"],
        "targets": {"default": 3, "by_node": {"P6": 4, "P6-7": 2}},
        "plan": {"start": "2027-Q1"},
        "inputs": {"responses": "responses.csv"},
    }
)


def _answers(levels: dict[str, str | tuple[str, str, str]], assessment: str = "expert", evidence: str | None = "D01") -> pd.DataFrame:
    """Answers to whole criteria: one level for all three gates, or one for each of existence, coverage, effect."""
    rows = [
        {"assessment": assessment, "item": f"{criterion}.{gate}", "answer": level, "respondent": "x", "evidence": evidence}
        for criterion, given in levels.items()
        for gate, level in zip(("existence", "coverage", "effect"), (given,) * 3 if isinstance(given, str) else given, strict=True)
        if f"{criterion}.{gate}" in GATES
    ]
    return pd.DataFrame(rows)


def _findings(answers: pd.DataFrame, mission: Mission = MISSION) -> pd.DataFrame:
    scores = score_answers(answers, STANDARD)
    return find_gaps(scores, answers, target_profile(scores, STANDARD, mission), STANDARD, REMEDIES, mission)


def test_a_criterions_own_target_counts_before_its_processs_and_that_before_the_default():
    scores = score_answers(_answers({"P4-1": "3"}), STANDARD)
    targets = target_profile(scores, STANDARD, MISSION).set_index("node")["target"]
    assert (targets["P4-1"], targets["P6-1"], targets["P6-7"]) == (3, 4, 2)


def test_the_compared_average_leaves_out_who_has_no_data():
    standard = load_standard("sigma-2021")
    answers = pd.DataFrame({"assessment": ["A", "B", "C"], "item": "S46-1", "answer": ["100", "50", ""]})
    mission = MISSION.model_copy(
        update={"targets": Targets(comparison_average=True), "comparison": type("C", (), {"average_of": ("A", "B", "C")})()}
    )
    targets = target_profile(score_answers(answers, standard), standard, mission).set_index("node")["target"]
    assert targets["S46-1"] == 75 and np.isnan(targets["S46-2"])


def test_what_nobody_assessed_is_unknown_and_no_finding():
    found = _findings(_answers({"P4-1": "1", "P4-2": "3", "P4-3": "DK"}))
    assert list(found["node"]) == ["P4-1"]


def test_a_level_at_its_target_is_no_finding():
    assert _findings(_answers({"P4-1": "3", "P6-7": "2"})).empty


def test_priority_is_gap_times_weight_times_leverage():
    found = _findings(_answers({"P4-3": "1", "P4-7": "2"})).set_index("node")
    needing = sum("P4-3" in criterion.requires for criterion in STANDARD.criteria())
    assert found.loc["P4-3", "leverage"] == needing > 0
    assert found.loc["P4-3", "priority"] == 2 * STANDARD.node("P4-3").weight * (1 + needing)
    assert list(found["rank"]) == [1, 2] and found["priority"].is_monotonic_decreasing


def test_equal_priorities_share_a_band_and_half_of_all_priority_is_high():
    answers = _answers({criterion.id: "2" for criterion in STANDARD.criteria()})
    found = _findings(answers)
    assert found.groupby("priority")["band"].nunique().max() == 1
    ahead = found["priority"].cumsum() - found["priority"]
    assert (found.loc[ahead >= 0.8 * found["priority"].sum(), "band"] == "low").any()
    assert found["band"].iloc[0] == "high" and set(found["band"]) == {"high", "medium", "low"}


def test_the_limiting_gates_are_those_at_the_level_found():
    found = _findings(_answers({"P4-1": ("3", "1", "2")}))
    assert found.loc[0, "limiting"] == "coverage" and found.loc[0, "level"] == 1


def test_a_claim_without_evidence_counts_as_1_and_is_said():
    found = _findings(_answers({"P4-1": "4"}, evidence=None))
    assert found.loc[0, "level"] == 1 and found.loc[0, "marked"] and "no evidence" in found.loc[0, "statement"]


def test_a_finding_names_its_answers_and_evidence():
    found = _findings(_answers({"P4-1": ("2", "1", "2")}))
    assert found.loc[0, "answers"] == "P4-1.existence=2; P4-1.coverage=1; P4-1.effect=2" and found.loc[0, "evidence"] == "D01"


def test_the_self_assessment_stands_beside_and_decides_nothing():
    answers = pd.concat([_answers({"P4-1": "2"}), _answers({"P4-1": "5", "P4-2": "1"}, "self")])
    found = _findings(answers)
    assert list(found["node"]) == ["P4-1"] and found.loc[0, "self_level"] == 5


@pytest.mark.parametrize(
    ("level", "target", "ids"),
    [(1, 3, ["P4-1-R2", "P4-1-R3"]), (2.5, 3, ["P4-1-R3"]), (3, 3, []), (4, 5, ["P4-1-R5"]), (1, 2.5, ["P4-1-R2", "P4-1-R3"])],
)
def test_the_remedies_lead_from_the_level_to_the_target(level, target, ids):
    assert [remedy.id for remedy in chain("P4-1", level, target, REMEDIES)] == ids


def test_a_standard_without_remedies_has_findings_all_the_same():
    found = find_gaps(
        scores := score_answers(_answers({"P4-1": "1"}), STANDARD),
        _answers({"P4-1": "1"}),
        target_profile(scores, STANDARD, MISSION),
        STANDARD,
        (),
        MISSION,
    )
    assert list(found["remedies"]) == [""]

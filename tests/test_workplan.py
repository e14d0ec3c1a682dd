"""The work plan: which remedies, after what, from which baseline to which target."""

from __future__ import annotations

import json

import pandas as pd
import pytest

from diagnostics.definitions.problems import BadInput
from diagnostics.definitions.remedy import load_remedies, order_of, prerequisites
from diagnostics.planning.findings import find_gaps, target_profile
from diagnostics.planning.plan_table import COLUMNS
from diagnostics.planning.told import NOT_MEASURED
from diagnostics.planning.workplan import WorkPlan, plan_work
from diagnostics.scoring import score_answers
from tests.test_findings import MISSION, REMEDIES, STANDARD, _answers

QUICK = MISSION.model_copy(update={"plan": MISSION.plan.model_copy(update={"effort": 0.5})})
ALL_THREE = {criterion.id: "3" for criterion in STANDARD.criteria()}


def _plan(levels: dict, mission=QUICK) -> pd.DataFrame:
    return _work(levels, mission).plan


def _work(levels: dict, mission=QUICK) -> WorkPlan:
    answers = _answers(levels)
    scores = score_answers(answers, STANDARD)
    found = find_gaps(scores, answers, target_profile(scores, STANDARD, mission), STANDARD, REMEDIES, mission)
    return plan_work(found, scores, STANDARD, REMEDIES, mission)


def test_no_finding_gives_an_empty_plan_with_its_columns():
    plan = _plan({"P4-1": "3"})
    assert plan.empty and tuple(plan.columns) == COLUMNS


def test_a_step_comes_after_the_step_below_it():
    plan = _plan(ALL_THREE | {"P4-1": "1"}).set_index("action")
    assert plan.loc["P4-1-R3", "after"] == "P4-1-R2"
    assert plan.loc["P4-1-R3", "start_on"] > plan.loc["P4-1-R2", "finish_on"]


def test_a_prerequisite_below_its_level_joins_the_plan_and_a_reached_one_does_not():
    waiting = next(remedy for remedy in REMEDIES if remedy.id == "P5-5-R3")
    assert "P4-2-R3" in waiting.after
    below = QUICK.model_copy(update={"targets": MISSION.targets.model_copy(update={"by_node": {"P4-2": 2.0, "P6": 3.0}})})
    plan = _plan(ALL_THREE | {"P5-5": "2", "P4-2": "2"}, below).set_index("action")
    assert plan.loc["P4-2-R3", "priority"] == 0 and "P4-2-R3" in plan.loc["P5-5-R3", "after"].split()
    assert "P4-2-R3" not in set(_plan(ALL_THREE | {"P5-5": "2"}, below)["action"])


def test_what_was_not_assessed_is_taken_as_given_and_named():
    plan = _plan({"P5-5": "2"}).set_index("action")
    assert "P4-2-R3" in plan.loc["P5-5-R3", "assumes"].split()


def test_the_baseline_is_the_coverage_rating_where_the_indicator_is_that_coverage():
    plan = _plan(ALL_THREE | {"P4-3": ("3", "2", "3"), "P5-2": "2", "P6-3": "3"}).set_index("action")
    assert plan.loc["P4-3-R3", "baseline"] == "20–49 %" and plan.loc["P4-3-R3", "target"] == "≥50 %"
    assert plan.loc["P6-3-R4", "baseline"] == NOT_MEASURED


def test_an_action_whose_coverage_is_reached_is_measured_by_the_gate_that_holds_it_down():
    plan = _plan(ALL_THREE | {"P5-2": ("2", "3", "3")}).set_index("action")
    assert plan.loc["P5-2-R3", ["baseline", "target"]].tolist() == ["draft", "approved"]
    assert "gate existence" in plan.loc["P5-2-R3", "indicator"] and plan.loc["P5-2-R3", "data"] == "responses"


def test_no_action_starts_from_its_own_target():
    plan = _plan({criterion.id: ("1", "5", "2") for criterion in STANDARD.criteria()})
    assert (plan["baseline"] != plan["target"]).all() and not plan["baseline"].isin(["≥95 %", "80–94 %"]).any()


def test_a_plan_too_large_for_its_quarters_says_so_and_loses_nothing():
    small = QUICK.model_copy(update={"plan": QUICK.plan.model_copy(update={"quarters": 2, "person_days_per_quarter": 60.0})})
    whole, cut = _plan(dict.fromkeys(ALL_THREE, "1")), _work(dict.fromkeys(ALL_THREE, "1"), small)
    assert set(whole["action"]) == set(cut.plan["action"])
    left = cut.plan[~cut.plan["scheduled"]]
    assert len(left) > 0 and left["reason"].str.len().gt(0).all() and (left["start"] == "").all()
    assert len(cut.capacity) == 2 and (cut.capacity["person_days"] <= 60 + 1e-9).all() and cut.capacity["capacity"].tolist() == [60, 60]


def test_the_load_adds_up_to_the_effort():
    work = _work(dict.fromkeys(ALL_THREE, "2"))
    placed = work.plan[work.plan["scheduled"]]
    assert work.capacity["person_days"].sum() == pytest.approx(placed["person_days"].sum())
    assert all(sum(json.loads(row.person_days_by_role).values()) == row.person_days for row in work.plan.itertuples())


def test_equal_inputs_give_equal_plans():
    pd.testing.assert_frame_equal(_plan(dict.fromkeys(ALL_THREE, "2")), _plan(dict.fromkeys(ALL_THREE, "2")))


def test_the_bundled_remedies_stand_in_an_order_and_belong_to_the_standard():
    order = order_of(REMEDIES)
    before = prerequisites(REMEDIES)
    place = {remedy: number for number, remedy in enumerate(order)}
    assert all(place[other] < place[remedy] for remedy, others in before.items() for other in others)
    criteria = {criterion.id for criterion in STANDARD.criteria()}
    assert {remedy.criterion for remedy in REMEDIES} == criteria
    assert all({remedy.to_level for remedy in REMEDIES if remedy.criterion == criterion} >= {3, 5} for criterion in criteria)


def test_remedies_that_wait_for_each_other_are_named_step_by_step():
    loop = [remedy.model_copy(update={"after": ("P4-2-R2",)}) if remedy.id == "P4-1-R2" else remedy for remedy in REMEDIES]
    loop = [remedy.model_copy(update={"after": ("P4-1-R2",)}) if remedy.id == "P4-2-R2" else remedy for remedy in loop]
    with pytest.raises(BadInput, match="P4-1-R2 → P4-2-R2 → P4-1-R2"):
        order_of(loop)


def test_faults_of_a_remedy_file_are_listed_together(tmp_path):
    folder = tmp_path / "remedies" / "x"
    folder.mkdir(parents=True)
    (tmp_path / "remedies" / "roles.yaml").write_text("source: ours\nroles:\n  - {id: hr-officer, name: HR officer}\n", encoding="utf-8")
    remedy = """\
  - id: P1-1-R3
    criterion: P1-1
    from_level: 2
    to_level: 3
    title: Do it
    steps: [one]
    person_days: {wizard: 3}
    owner: hr-officer
    months: 2
    cost: low
    quick_win: false
    after: [P9-9-R3]
    indicator: {name: a, formula: b, unit: "%", target: 1, direction: up, data: staff}
    deliverable: a
    evidence: b
    risk: c
    countermeasure: d
"""
    (folder / "P1.yaml").write_text(f"process: P1\nsource: ours\nas_of: 2026-11-01\nremedies:\n{remedy}", encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        load_remedies("x", tmp_path)
    assert {problem.kind for problem in caught.value.problems} == {"unknown-role", "dangling-remedy", "remedy-chain"}

"""Decisions and own actions as files: every fault at once, where it stands; and what the command does with good ones."""

from __future__ import annotations

import pandas as pd
import pytest
import yaml

from diagnostics.definitions.problems import BadInput
from diagnostics.runs.mission_folder import open_mission
from diagnostics.runs.plan_inputs import read_plan_inputs
from tests.missions import command, small_mission

DECISIONS = {"decided_by": "committee", "decided_on": "2026-11-20"}
OWN = {"action": "OWN-1", "title": "Open a help desk", "months": 2, "person_days": 10, "person_days_by_role": {"hr-officer": 10}}


@pytest.fixture
def folder(tmp_path):
    return small_mission(tmp_path)


def _with(folder, decisions: list[dict] | None = None, own: list[dict] | None = None, **plan):
    settings = yaml.safe_load((folder / "mission.yaml").read_text(encoding="utf-8"))
    settings["plan"] |= plan
    if decisions is not None:
        settings["plan"]["decisions"] = "decisions.yaml"
        content = DECISIONS | {"decisions": [{"reason": "because"} | one for one in decisions]}
        (folder / "inputs" / "decisions.yaml").write_text(yaml.safe_dump(content), encoding="utf-8")
    if own is not None:
        settings["plan"]["own_actions"] = "own.yaml"
        (folder / "inputs" / "own.yaml").write_text(yaml.safe_dump({"added_by": "committee", "actions": own}), encoding="utf-8")
    (folder / "mission.yaml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    return open_mission(folder)


def _told(opened) -> list[tuple]:
    return [(problem.kind, problem.column, problem.found) for problem in read_plan_inputs(opened).problems]


def test_good_files_are_read(folder):
    inputs = read_plan_inputs(_with(folder, [{"action": "P5-6-R2", "decision": "drop"}], [OWN]))
    assert inputs.problems == () and inputs.brought.decisions.decisions[0].action == "P5-6-R2"
    assert inputs.brought.own_actions["action"].tolist() == ["OWN-1"]


def test_faults_of_decisions_own_actions_and_settings_are_told_together(folder):
    decisions = [
        {"action": "P5-6-R9", "decision": "drop"},
        {"action": "P4-1-R3", "decision": "pin", "starts": "2026-12"},
        {"action": "P4-2-R3", "decision": "pin", "by": "2026-10"},
        {"action": "P4-3-R2", "decision": "drop"},
        {"action": "P4-3-R3", "decision": "pin"},
    ]
    own = [
        OWN | {"action": "P4-1-R2"},
        OWN | {"months": 60},
        OWN | {"action": "OWN-2", "months": None, "after": ["OWN-3"]},
        OWN | {"action": "OWN-3", "after": ["OWN-2", "OWN-9"], "person_days_by_role": {"hr-wizard": 3}},
    ]
    people = [{"role": "trainr", "people": 1}]
    told = _told(_with(folder, decisions, own, people=people, start="2026-Q4"))
    assert told == [
        ("unknown-role", "plan.people", "trainr"),
        ("plan-before-mission", "plan.start", "2026-Q4"),
        ("id-taken", "action", "P4-1-R2"),
        ("longer-than-plan", "months", "60"),
        ("missing-duration", "months", None),
        ("unknown-role", "person_days_by_role", "hr-wizard"),
        ("unknown-predecessor", "after", "OWN-9"),
        ("circle", "after", None),
        ("unknown-action", "action", "P5-6-R9"),
        ("date-too-early", "by", "2026-10"),
        ("contradiction", "action", "P4-3-R2"),
    ]
    problems = read_plan_inputs(open_mission(folder)).problems
    assert "Did you mean 'trainer'?" in problems[0].advice
    by_kind = {problem.kind: problem for problem in problems}
    assert "OWN-2 after OWN-3 after OWN-2" in by_kind["circle"].advice
    assert by_kind["missing-duration"].row == 3 and by_kind["unknown-predecessor"].row == 4


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        ({"action": "A", "decision": "postpone"}, "needs 'not_before'"),
        ({"action": "A", "decision": "drop", "by": "2027-05"}, "a dropped action has no dates"),
        ({"action": "A", "decision": "pin", "starts": "2027-05", "by": "2027-03"}, "finished before it starts"),
        ({"action": "A", "decision": "pin", "starts": "mid-March"}, "mid-march"),
    ],
)
def test_a_decision_that_contradicts_itself_is_told_with_its_line(folder, decision, said):
    problems = read_plan_inputs(_with(folder, [decision])).problems
    assert len(problems) == 1 and said in f"{problems[0].advice} {problems[0].found}".lower() and problems[0].row


def test_a_file_that_is_not_there_is_told(folder):
    opened = _with(folder, [])
    (folder / "inputs" / "decisions.yaml").unlink()
    assert [kind for kind, *_ in _told(opened)] == ["missing-file"]


def test_check_refuses_bad_decisions_and_run_plans_good_ones(folder):
    _with(folder, [{"action": "P5-6-R9", "decision": "drop"}])
    done = command("check", folder)
    assert done.returncode == 3 and "P5-6-R9" in done.stdout + done.stderr
    _with(folder, [{"action": "P5-6-R2", "decision": "drop"}], [OWN])
    done = command("run", folder)
    assert done.returncode == 0, done.stderr
    plan = pd.read_parquet(folder / "results" / "workplan.parquet").set_index("action")
    assert plan.loc["OWN-1", "scheduled"] and plan.loc["P5-6-R2", "reason"] == "dropped by decision: because"
    costs = pd.read_parquet(folder / "results" / "decisions.parquet")
    assert costs[["action", "decision"]].to_numpy().tolist() == [["P5-6-R2", "drop"], ["OWN-1", "own"]]


def test_what_does_not_fit_ends_in_the_smallest_change_that_helps(folder):
    pinned = [{"action": one, "decision": "pin", "by": "2027-07"} for one in ("P4-3-R3", "P5-3-R3")]
    opened = _with(folder, pinned, None, people=[{"role": "hr-officer", "people": 0.3}])
    assert read_plan_inputs(opened).problems == ()
    done = command("run", folder)
    assert done.returncode == 3 and "way out" in done.stderr and "plan.people" in done.stderr and "Traceback" not in done.stderr


def test_a_plan_needs_a_known_weekday_and_a_budget_needs_a_currency(folder):
    with pytest.raises(BadInput) as caught:
        _with(folder, calendar={"weekend": ["someday"]}, budget={"by_year": {2027: 5}}, people=[{"role": "trainer", "people": 0}])
    assert {problem.column for problem in caught.value.problems} >= {
        "plan.calendar.weekend.0",
        "plan.budget.currency",
        "plan.people.0.people",
    }


def test_dates_outside_the_plan_and_before_its_approval_are_told(folder):
    decisions = [
        {"action": "P4-1-R3", "decision": "pin", "starts": "2026-12"},
        {"action": "P4-2-R3", "decision": "pin", "starts": "2027-01"},
        {"action": "P4-3-R3", "decision": "postpone", "not_before": "2031-01"},
    ]
    told = _told(_with(folder, decisions, approved_on="2027-01-15"))
    assert ("date-outside-plan", "starts", "2026-12") in told and ("date-outside-plan", "not_before", "2031-01") in told
    assert ("start-before-approval", "starts", "2027-01") in told

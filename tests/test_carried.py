"""What becomes of an adopted plan in the next one."""

from __future__ import annotations

import json
import math

import pytest

from diagnostics.intake.progress.progress_sheet import progress_table
from diagnostics.planning.following.carried import carry_forward
from diagnostics.planning.plan_table import COLUMNS, planned_actions
from tests.follow_up_samples import sample_progress
from tests.plan_samples import sample_plan


@pytest.fixture(scope="module")
def carried():
    """The remedies asked for again, with two quarters of progress, by action."""
    adopted, _ = sample_plan()
    asked_again = adopted[(adopted["action"] != "OWN-1") & (adopted["action"] != "P9-5-R2")].assign(start_on="", finish_on="", decision="")
    return carry_forward(asked_again, adopted, sample_progress()).set_index("action", drop=False)


def test_it_stays_a_table_of_actions(carried):
    assert list(carried.columns) == list(COLUMNS) and len(planned_actions(carried)) == len(carried)


def test_what_is_in_progress_keeps_its_id_and_what_is_left(carried):
    row = carried.loc["P4-3-R3"]  # six months, 75 days, 10,000; 70 % done, 7,000 spent
    assert row[["status", "decision", "reason"]].tolist() == ["in progress", "carried", ""]
    assert row[["progress", "months", "person_days", "amount"]].tolist() == pytest.approx([0.7, 1.8, 22.5, 3000])
    assert json.loads(row["person_days_by_role"]) == {"hr-manager": 3.0, "hr-officer": 13.5, "line-manager@CH-03": 6.0}
    assert row["priority"] == carried["priority"].max()
    assert carried.loc["P2-1-R3", "amount"] == 700  # half done, and 300 of 1,000 spent


def test_what_was_only_reported_done_is_planned_again_in_full(carried):
    row = carried.loc["P12-2-R2"]
    assert row[["status", "decision", "months", "person_days", "amount"]].tolist() == ["done", "carried", 3, 35, 10000]
    assert math.isnan(row["progress"])
    assert "P9-5-R2" not in carried.index  # its level is reached: nobody asks for it again


def test_stopped_ones_come_back_with_their_reason_and_own_ones_come_along(carried):
    row = carried.loc["OWN-1"]
    assert row[["status", "decision", "reason", "progress"]].tolist() == ["stopped", "own", "money", 0.2]
    assert row[["start_on", "finish_on", "start"]].tolist() == ["", "", ""] and row["scheduled"]
    assert row["months"] == pytest.approx(0.8)


def test_what_never_began_is_planned_as_before(carried):
    assert carried.loc["P7-1-R3", ["status", "months", "person_days"]].tolist() == ["not started", 4, 40]


def test_own_actions_that_are_done_stay_behind_and_a_decision_is_kept():
    adopted, _ = sample_plan()
    done = progress_table([{"quarter": "2027-Q1", "action": "OWN-1", "status": "done", "finished_on": "2027-02-01"}])
    pinned = adopted[adopted["action"] == "P4-3-R4"].assign(decision="pin")
    assert carry_forward(pinned, adopted, done)[["action", "decision", "after"]].values.tolist() == [["P4-3-R4", "pin", "P4-3-R3"]]


def test_a_second_wave_takes_the_rest_of_the_rest():
    adopted, _ = sample_plan()
    halfway = adopted[adopted["action"] == "P4-3-R3"].assign(progress=0.5, status="in progress", months=3.0, person_days=40.0)
    told = progress_table([{"quarter": "2027-Q4", "action": "P4-3-R3", "status": "in progress", "progress": 0.75}])
    row = carry_forward(halfway, halfway, told).iloc[0]
    assert row[["progress", "months", "person_days"]].tolist() == pytest.approx([0.75, 1.5, 20])
    unreported = carry_forward(halfway, halfway, progress_table()).iloc[0]
    assert unreported[["status", "progress", "months"]].tolist() == ["in progress", 0.5, 3.0]

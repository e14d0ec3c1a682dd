"""When a plan is finished if nobody plans it anew."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings

from diagnostics.definitions.plan_settings import PlanSettings
from diagnostics.intake.progress.progress_sheet import progress_table
from diagnostics.planning.following.forecast import forecast, milestones, outlook
from tests.follow_up_samples import FIRST, SECOND, sample_progress
from tests.plan_samples import sample_plan
from tests.test_variance import PLAIN, THREE, TOLD, reports


def test_the_forecast_is_that_worked_by_hand():
    # Of B's 40 working days 30 are left: 1 April to 12 May. C follows from 13 May for ten: to 26 May, thirteen after 7 May.
    table = forecast(THREE, TOLD, FIRST, PLAIN).set_index("action")
    assert table["forecast_finish"].tolist() == ["2027-02-05", "2027-05-12", "2027-05-26"]
    assert table["days_later"].tolist() == [5, 13, 13]
    assert table.loc["C", "forecast_start"] == "2027-05-13"
    end = outlook(table.reset_index(), PLAIN)
    assert (end.forecast.isoformat(), end.days_later, end.undated) == ("2027-05-26", 13, 0)


def test_what_is_as_planned_ends_as_planned():
    as_planned = TOLD.assign(finished_on=["2027-01-29", ""], progress=[1.0, 23 / 40])
    table = forecast(THREE, as_planned, FIRST, PLAIN)
    assert table["forecast_finish"].tolist() == table["planned_finish"].tolist()
    assert outlook(table, PLAIN).days_later == 0


def test_what_waits_for_a_stopped_action_has_no_date():
    stopped = progress_table([{"quarter": FIRST, "action": "B", "status": "stopped"}])
    table = forecast(THREE, stopped, FIRST, PLAIN).set_index("action")
    assert table.loc[["B", "C"], "waits_for"].tolist() == ["B", "B"] and (table.loc[["B", "C"], "forecast_finish"] == "").all()
    assert table.loc["A", "forecast_finish"] and outlook(table.reset_index(), PLAIN).undated == 2


def test_what_runs_late_takes_its_people_along():
    # Two actions of one officer cannot run at once: the second waits for the first, though nothing else binds them.
    people = PlanSettings.model_validate({**PLAIN.model_dump(by_alias=True), "people": [{"role": "hr-officer", "people": 1}]})
    alone = THREE.assign(after="", person_days_by_role='{"hr-officer": 40}', person_days=40.0)
    alone.loc[alone["action"] != "B", "person_days_by_role"] = '{"hr-officer": 10}'
    with_people = forecast(alone, TOLD, FIRST, people).set_index("action")
    without = forecast(alone, TOLD, FIRST, PLAIN).set_index("action")
    assert with_people.loc["C", "forecast_start"] == "2027-05-13" and without.loc["C", "forecast_start"] == "2027-04-26"


def test_an_action_whose_people_are_gone_has_no_date_and_the_others_keep_theirs():
    settings = {**PLAIN.model_dump(by_alias=True), "people": [{"role": "hr-officer", "people": 1, "to": "2027-04"}]}
    needs = THREE.assign(person_days_by_role=["{}", "{}", '{"hr-officer": 10}'])
    late = TOLD.assign(progress=[1.0, 0.0])
    table = forecast(needs, late, FIRST, PlanSettings.model_validate(settings)).set_index("action")
    assert table["waits_for"].tolist() == ["", "", "C"] and table.loc["B", "forecast_finish"]


def test_milestones_are_those_of_the_last_action_of_each_process():
    plan, calendar = sample_plan()
    table = milestones(forecast(plan, sample_progress(), SECOND, calendar), calendar).set_index("process")
    assert table.loc["P4", ["actions", "done"]].tolist() == [2, 0]
    assert table.loc["P12", ["forecast", "days_later"]].tolist() == ["2027-05-14", 26]
    assert "" not in table.index


@given(reports())
@settings(max_examples=15, deadline=None)
def test_done_stays_and_nothing_begins_before_its_time(told: pd.DataFrame):
    plan, calendar = sample_plan()
    table = forecast(plan, told, SECOND, calendar).set_index("action")
    known = told.set_index("action")
    for action, row in table.iterrows():
        status = known["status"].get(action, "")
        if status == "done":
            assert row["forecast_finish"] == known.loc[action, "finished_on"]
        elif row["forecast_finish"]:
            assert row["forecast_finish"] > "2027-06-30"
        if status in ("", "not started") and row["forecast_finish"]:
            assert row["forecast_start"] >= row["planned_start"] and row["forecast_finish"] >= row["planned_finish"]
        before = [other for other in plan.set_index("action").loc[action, "after"].split() if known["status"].get(other, "") != "done"]
        if status in ("", "not started") and row["forecast_finish"]:
            assert all(table.loc[other, "forecast_finish"] < row["forecast_start"] for other in before)


@pytest.mark.parametrize("quarter", [FIRST, SECOND, "2028-Q4"])
def test_where_nothing_was_done_nothing_ends_earlier_than_planned(quarter):
    plan, calendar = sample_plan()
    table = forecast(plan, progress_table(), quarter, calendar)
    assert (table["days_later"] >= 0).all() and outlook(table, calendar).days_later > 0

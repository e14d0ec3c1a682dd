"""Plan against actual: a plan of three actions worked by hand, and what must hold of every plan and report."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diagnostics.definitions.plan_file import PlannedAction
from diagnostics.definitions.plan_settings import PlanSettings
from diagnostics.intake.progress.progress_sheet import STATUSES, progress_table
from diagnostics.planning.following.progress import asked_about, latest_progress, progress_history
from diagnostics.planning.following.variance import reasons_told, totals, variance
from diagnostics.planning.plan_table import plan_table
from tests.follow_up_samples import FIRST, SECOND, sample_progress
from tests.plan_samples import SETTINGS, sample_plan

# Monday to Friday, no holidays. A: 20 working days; B: 40, of which 23 lie in March; C: 10, after B.
PLAIN = PlanSettings.model_validate({"start": "2027-Q1", "quarters": 4, "person_days_per_quarter": 500})
THREE = plan_table(
    [
        PlannedAction(
            action=name, title=name, person_days=days, months=length / 21, amount=money, after=after, start_on=first, finish_on=last
        )
        for name, days, length, money, after, first, last in (
            ("A", 20, 20, 1000, (), date(2027, 1, 4), date(2027, 1, 29)),
            ("B", 40, 40, 3000, (), date(2027, 3, 1), date(2027, 4, 23)),
            ("C", 10, 10, None, ("B",), date(2027, 4, 26), date(2027, 5, 7)),
        )
    ]
)
TOLD = progress_table(
    [
        {"quarter": FIRST, "action": "A", "status": "done", "finished_on": "2027-02-05", "person_days": 24, "amount": 1100},
        {"quarter": FIRST, "action": "B", "status": "in progress", "progress": 0.25, "person_days": 12, "reason": "people"},
    ]
)


def test_earned_value_is_that_worked_by_hand():
    table = variance(THREE, TOLD, FIRST, PLAIN).set_index("action")
    assert table.loc["A", ["progress", "progress_planned"]].tolist() == [1.0, 1.0]
    assert table.loc["B", "progress_planned"] == pytest.approx(23 / 40)
    assert table["days_late"].tolist() == [5, 0, 0]
    assert table["standing"].tolist() == ["done", "in progress", "not started"]
    whole = totals(table.reset_index())
    # Planned 20 + 23, earned 20 + 10, spent 24 + 12 person-days.
    assert (whole.planned, whole.earned, whole.spent, whole.person_days) == (pytest.approx(43), 30, 36, 70)
    assert whole.schedule_performance == pytest.approx(30 / 43) and whole.cost_performance == pytest.approx(30 / 36)
    assert (whole.amount, whole.amount_planned, whole.amount_spent, whole.amount_earned) == (4000, 4000, 1100, 1000)


def test_days_and_money_that_nobody_told_are_not_zero():
    silent = TOLD.assign(person_days=[24, None], amount=None)
    whole = totals(variance(THREE, silent, FIRST, PLAIN))
    assert whole.cost_performance == pytest.approx(20 / 24)  # of A alone
    assert whole.amount_earned == 0
    assert pd.isna(totals(variance(THREE, progress_table(), FIRST, PLAIN)).cost_performance)


@pytest.mark.parametrize(
    ("quarter", "told", "standing", "late"),
    [
        ("2027-Q1", {}, "not reported", 23),  # B should have begun on 1 March: 23 working days of it have passed
        ("2027-Q1", {"status": "not started"}, "late", 23),
        ("2027-Q2", {"status": "in progress", "progress": 0.9}, "late", 48),  # 26 April to 30 June
        ("2027-Q2", {"status": "done", "finished_on": "2027-04-21"}, "done", -2),
        ("2027-Q2", {"status": "done", "finished_on": "2027-04-25"}, "done", 0),  # a Sunday
        ("2027-Q1", {"status": "in progress", "progress": 0.1}, "in progress", 0),
        ("2027-Q2", {"status": "stopped", "progress": 0.1}, "stopped", None),
    ],
)
def test_where_an_action_stands_and_how_late_it_is(quarter, told, standing, late):
    progress = progress_table([{"quarter": quarter, "action": "B"} | told] if told else [])
    row = variance(THREE, progress, quarter, PLAIN).set_index("action").loc["B"]
    assert row["standing"] == standing
    assert (None if pd.isna(row["days_late"]) else row["days_late"]) == late


def test_a_plan_that_takes_an_action_up_in_the_middle_holds_the_rest_of_it():
    taken_up = THREE.assign(progress=[0.5, None, None], status=["in progress", "", ""])
    half_way = progress_table([{"quarter": FIRST, "action": "A", "status": "in progress", "progress": 0.75}])
    row = variance(taken_up, half_way, FIRST, PLAIN).set_index("action").loc["A"]
    assert row["earned_share"] == pytest.approx(0.5) and row["progress_planned"] == 1.0


def test_the_latest_report_counts_and_figures_that_it_leaves_out_stay():
    latest = latest_progress(sample_progress(), SECOND)
    assert latest.loc["P12-2-R2", ["status", "progress", "finished_on"]].tolist() == ["done", 1.0, "2027-05-14"]
    assert latest.loc["P9-5-R2", ["status", "quarter", "indicator_value"]].tolist() == ["done", FIRST, 18.0]
    reopened = progress_table([{"quarter": "2027-Q3", "action": "P9-5-R2", "status": "in progress"}])
    row = latest_progress(progress_history([sample_progress(), reopened]), "2027-Q3").loc["P9-5-R2"]
    assert row[["status", "finished_on", "progress", "person_days", "evidence"]].tolist() == ["in progress", "", 1.0, 6.0, "D102"]
    assert "P2-1-R3" not in latest_progress(sample_progress(), FIRST).index


def test_reasons_are_counted_but_for_what_was_finished_in_time():
    told = reasons_told(variance(sample_plan()[0], sample_progress(), SECOND, SETTINGS))
    assert told.set_index("reason")["actions"].to_dict() == {"approval": 1, "money": 1, "people": 1, "systems": 1, "vacancy": 1}
    in_time = TOLD.assign(finished_on=["2027-01-22", ""], reason=["people", "money"])
    assert reasons_told(variance(THREE, in_time, FIRST, PLAIN))["reason"].tolist() == ["money"]


def test_a_form_asks_first_about_what_should_be_finished():
    plan, _ = sample_plan()
    asked = dict(zip(plan["action"], asked_about(plan, sample_progress(), SECOND), strict=True))
    assert {name: asked[name] for name in ("P1-4-R3", "OWN-1", "P8-3-R2", "P4-3-R3", "P7-1-R3")} == {
        "P1-4-R3": "finished", "OWN-1": "stopped", "P8-3-R2": "due", "P4-3-R3": "under way", "P7-1-R3": "later",
    }  # fmt: skip
    assert asked_about(plan, progress_table(), "2027-Q3").tolist().count("late") == 6


@st.composite
def reports(draw) -> pd.DataFrame:
    """Reports on the sample plan that a form can hold."""
    rows = []
    for action in sample_plan()[0]["action"]:
        if draw(st.booleans()):
            status = draw(st.sampled_from(STATUSES))
            progress = {"done": 1.0, "not started": 0.0}.get(status, draw(st.integers(0, 20)) / 20)
            finished = draw(st.dates(date(2027, 1, 4), date(2027, 6, 30))).isoformat() if status == "done" else ""
            days = draw(st.one_of(st.none(), st.integers(0, 200)))
            told = {"status": status, "progress": progress, "finished_on": finished, "person_days": days}
            rows.append({"quarter": SECOND, "action": action} | told)
    return progress_table(rows)


@given(reports())
@settings(max_examples=15, deadline=None)
def test_whatever_is_reported_the_totals_stay_within_the_plan(told: pd.DataFrame):
    plan, calendar = sample_plan()
    table = variance(plan, told, SECOND, calendar)
    whole = totals(table)
    assert whole.actions == len(plan) == len(table)
    assert 0 <= whole.earned <= whole.person_days + 1e-9 and 0 <= whole.planned <= whole.person_days + 1e-9
    more = told.assign(progress=told["progress"].where(told["status"] != "in progress", 1.0))
    assert totals(variance(plan, more, SECOND, calendar)).earned >= whole.earned - 1e-9

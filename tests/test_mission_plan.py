"""A mission's plan on working days: it breaks nothing, keeps what was decided, and says why an action has no place."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diagnostics.definitions.decisions import Decisions
from diagnostics.definitions.plan_file import PlannedAction
from diagnostics.definitions.plan_settings import PlanSettings
from diagnostics.planning.decided import with_decisions, with_own_actions
from diagnostics.planning.load import load_by_month, load_by_quarter, money_by_year
from diagnostics.planning.no_plan import told_no_plan
from diagnostics.planning.placing import place_actions
from diagnostics.planning.plan_table import plan_table
from diagnostics.planning.scheduling.schedule import NoPlan
from tests.mission_plan_judge import broken_by

BASE = {"start": "2027-Q1", "quarters": 4, "person_days_per_quarter": 100, "effort": 0.3}


def _settings(**changed) -> PlanSettings:
    return PlanSettings.model_validate(BASE | changed)


def _action(name: str, months: float = 1, days: float = 10, role: str = "hr-officer", **more) -> PlannedAction:
    facts = {"person_days": days, "person_days_by_role": {role: days}, "priority": 1.0} | more
    return PlannedAction(action=name, title=name, months=months, **facts)


def _placed(actions: list[PlannedAction], plan_settings: PlanSettings) -> pd.DataFrame:
    return place_actions(plan_table(actions), plan_settings).plan.set_index("action", drop=False)


def test_a_month_is_twenty_one_working_days_without_weekends_holidays_and_blackouts():
    calendar = {"country": "RS", "blackouts": [{"from": "2027-01-18", "to": "2027-01-19", "reason": "closing"}]}
    row = _placed([_action("A")], _settings(calendar=calendar)).loc["A"]
    # Serbia, January 2027: 1 (New Year), 2 (a Saturday), 7 (Christmas) and two days of blackout are off.
    assert (row["start_on"], row["finish_on"], row["start"], row["finish"]) == ("2027-01-04", "2027-02-04", "2027-Q1", "2027-Q1")


def test_people_of_a_unit_are_not_those_of_another():
    people = [{"role": "hr-officer", "unit": "CH-1", "people": 0.5}, {"role": "hr-officer", "unit": "CH-2", "people": 0.5}]
    twice = [_action("A", role="hr-officer@CH-1"), _action("B", role="hr-officer@CH-1"), _action("C", role="hr-officer@CH-2")]
    plan = _placed(twice, _settings(people=people))
    assert plan.loc["C", "start_on"] == plan["start_on"].min() and plan.loc[["A", "B"], "start_on"].nunique() == 2


def test_nobody_is_planned_before_they_come_or_after_they_leave():
    people = [{"role": "trainer", "people": 1, "from": "2027-04", "to": "2027-06"}]
    plan = _placed(
        [_action("A", role="trainer"), _action("B", role="trainer", days=21), _action("C", 3, role="trainer")], _settings(people=people)
    )
    load = load_by_month(plan, _settings(people=people))
    capacity = load[load["resource"] == "trainer"].set_index("month")["capacity"]
    assert capacity["2027-03"] == 0 and capacity["2027-04"] == 22 and capacity["2027-07"] == 0  # 22 weekdays in April 2027
    assert plan.loc["A", "start_on"] >= "2027-04-01" and plan.loc["B", "finish_on"] <= "2027-06-30"


def test_money_is_committed_in_the_year_of_the_start():
    budget = {"currency": "EUR", "by_year": {2027: 1000, 2028: 5000}}
    actions = [_action("A", amount=1000.0, priority=2.0), _action("B", amount=1000.0), _action("C", amount=0.0)]
    plan = _placed(actions, _settings(budget=budget, quarters=8))
    assert plan.loc["A", "start_on"][:4] == "2027" and plan.loc["B", "start_on"] >= "2028-01-01" and plan.loc["C", "start_on"][:4] == "2027"
    money = money_by_year(plan, _settings(budget=budget, quarters=8))
    assert money[["year", "amount", "budget"]].to_numpy().tolist() == [[2027, 1000, 1000], [2028, 1000, 5000]]


def test_what_does_not_fit_is_left_out_for_what_is_worth_more_and_says_why():
    actions = [
        _action("A", 3, 50, priority=5.0), _action("B", 3, 50, priority=4.0), _action("C", 3, 50, priority=1.0),
        _action("D", 1, 10, after=("C",), priority=0.5), _action("E", 1, 90, role="trainer"), _action("F", 7, 7),
        _action("G", amount=900.0),
    ]  # fmt: skip
    tight = _settings(
        quarters=2,
        person_days_per_quarter=58,
        people=[{"role": "trainer", "people": 0.5}],
        budget={"currency": "EUR", "by_year": {2027: 500}},
    )
    plan = _placed(actions, tight)
    assert plan["scheduled"].to_dict() == {"A": True, "B": True, "C": False, "D": False, "E": False, "F": False, "G": False}
    assert (
        plan.loc["C", "reason"].startswith("finds no room within 6 months")
        and plan.loc["D", "reason"] == "waits for C, which has no place in the plan"
    )
    assert plan.loc["E", "reason"] == "needs 4.29 people of trainer at a time; there are never more than 0.5"
    assert plan.loc["F", "reason"] == "takes 7 months, longer than the plan" and "costs 900" in plan.loc["G", "reason"]


def _decided(actions: list[PlannedAction], *decisions: dict, own: tuple[PlannedAction, ...] = ()) -> pd.DataFrame:
    content = {"decided_by": "committee", "decided_on": "2026-11-20", "decisions": [{"reason": "because"} | one for one in decisions]}
    return with_decisions(with_own_actions(plan_table(actions), plan_table(own)), Decisions.model_validate(content))


def test_decisions_are_kept():
    actions = [_action(name) for name in "ABCDE"] + [_action("F", after=("E",))]
    table = _decided(
        actions,
        {"action": "A", "decision": "pin", "starts": "2027-05"},
        {"action": "B", "decision": "postpone", "not_before": "2027-07"},
        {"action": "C", "decision": "pin", "by": "2027-02"},
        {"action": "E", "decision": "drop"},
        own=(_action("OWN", priority=0.0),),
    )
    plan = place_actions(table, _settings()).plan.set_index("action")
    assert (
        plan.loc["A", "start_on"] == "2027-05-03"
        and plan.loc["B", "start_on"] == "2027-07-01"
        and plan.loc["C", "finish_on"] <= "2027-02-28"
    )
    assert plan.loc[["E", "F"], "scheduled"].tolist() == [False, False] and plan.loc["E", "reason"] == "dropped by decision: because"
    assert plan.loc["OWN", "decision"] == "own" and plan.loc["OWN", "priority"] == 1.0


def test_a_pinned_action_takes_the_place_of_one_that_is_worth_more():
    actions = [_action("A", 3, 50, priority=5.0), _action("B", 3, 50, priority=1.0)]
    small = _settings(quarters=1, person_days_per_quarter=58)
    assert _placed(actions, small)["scheduled"].to_dict() == {"A": True, "B": False}
    pinned = place_actions(_decided(actions, {"action": "B", "decision": "pin"}), small).plan.set_index("action")
    assert pinned["scheduled"].to_dict() == {"B": True, "A": False}


@pytest.mark.parametrize(
    ("changed", "kind", "raised"),
    [
        ({"people": [{"role": "hr-officer", "people": 0.5}]}, "people-in-the-way", {"people": [{"role": "hr-officer", "people": 0.954}]}),
        (
            {"budget": {"currency": "EUR", "by_year": {2027: 500}}},
            "money-in-the-way",
            {"budget": {"currency": "EUR", "by_year": {2027: 1800}}},
        ),
    ],
)
def test_where_the_decided_does_not_fit_the_smallest_change_is_named_and_helps(changed, kind, raised):
    actions = [_action(name, by="2027-01-31", amount=900.0, decision="pin") for name in "AB"]
    with pytest.raises(NoPlan):
        place_actions(plan_table(actions), _settings(**changed))
    told = {problem.kind: problem for problem in told_no_plan(plan_table(actions), _settings(**changed), proven=True)}
    assert "no smaller change of this sort helps" in told[kind].advice
    number = next(iter(raised.values()))
    value = number[0]["people"] if kind == "people-in-the-way" else number["by_year"][2027]
    assert told[kind].allowed.startswith(f"{value:g} ")
    assert place_actions(plan_table(actions), _settings(**raised)).plan["scheduled"].all()


@st.composite
def _plans(draw) -> tuple[list[PlannedAction], PlanSettings]:
    names = [f"A{number}" for number in range(draw(st.integers(1, 6)))]
    actions = []
    for place, name in enumerate(names):
        after = tuple(draw(st.lists(st.sampled_from(names[:place]), unique=True, max_size=2))) if place else ()
        role = draw(st.sampled_from(["hr-officer", "trainer", "it-officer"]))
        dates = draw(st.sampled_from([{}, {}, {"not_before": "2027-03-15"}, {"by": "2027-08-31"}]))
        actions.append(
            _action(name, draw(st.sampled_from([0.5, 1, 2, 3])), draw(st.sampled_from([3, 10, 21, 33])), role, after=after,
                    amount=draw(st.sampled_from([None, 0.0, 400.0, 900.0])), priority=draw(st.sampled_from([0.0, 1.0, 4.0])), **dates)
        )  # fmt: skip
    return actions, _settings(
        quarters=draw(st.integers(2, 6)),
        person_days_per_quarter=draw(st.sampled_from([25, 60, 200])),
        people=[
            {"role": "hr-officer", "people": draw(st.sampled_from([0.3, 1]))},
            {"role": "trainer", "people": 1, "from": "2027-02", "to": "2027-10"},
        ],
        budget={"currency": "EUR", "by_year": {2027: draw(st.sampled_from([500, 2000]))}},
        calendar={"country": "RS", "blackouts": [{"from": "2027-05-10", "to": "2027-05-21", "reason": "closing"}]},
        approved_on="2027-01-11",
        effort=0.1,
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_plans())
def test_no_plan_breaks_anything_and_its_figures_add_up(case):
    actions, plan_settings = case
    placed = place_actions(plan_table(actions), plan_settings)
    plan = placed.plan
    assert sorted(plan["action"]) == sorted(one.action for one in actions) and broken_by(plan, plan_settings) == []
    assert (plan.loc[~plan["scheduled"], "reason"] != "").all() and (plan.loc[plan["scheduled"], "reason"] == "").all()
    load = load_by_month(plan, plan_settings)
    assert (load["person_days"] <= load["capacity"] + 1e-6).all()
    assert load_by_quarter(load)["person_days"].sum() == pytest.approx(plan.loc[plan["scheduled"], "person_days"].sum())
    assert placed.finish >= placed.lower_bound
    pd.testing.assert_frame_equal(plan, place_actions(plan_table(actions), plan_settings).plan)

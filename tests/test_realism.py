"""Whether a plan can be kept: each check finds what it is there for, and nothing else."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diagnostics.definitions.plan_file import PlannedAction
from diagnostics.definitions.plan_settings import ALL_ROLES, PlanSettings
from diagnostics.definitions.planning_figures import load_planning_figures
from diagnostics.definitions.remedy import load_roles
from diagnostics.planning.judging.realism import judge_realism
from diagnostics.planning.judging.realism_checks import REALISM
from diagnostics.planning.judging.realism_table import COLUMNS
from diagnostics.planning.plan_table import plan_table
from tests.plan_samples import sample_plan

AS_OF = date(2026, 11, 20)
SETTINGS = {
    "start": "2027-Q1",
    "quarters": 4,
    "person_days_per_quarter": 100,
    "people": [{"role": "hr-officer", "people": 1}],
    "budget": {"currency": "EUR", "by_year": {2027: 5000}},
    "calendar": {"blackouts": [{"from": "2027-05-03", "to": "2027-05-07", "reason": "summit"}]},
    "approved_on": "2026-12-15",
}
# Four actions that can be kept: B waits for A, the others for nothing; all but D have room to slip.
PLAN = {
    "A": {"start_on": "2027-01-04", "finish_on": "2027-01-29", "months": 1, "person_days_by_role": {"hr-officer": 10}, "amount": 1000},
    "B": {"start_on": "2027-02-01", "finish_on": "2027-04-30", "months": 3, "person_days_by_role": {"hr-officer": 20}, "after": ["A"]},
    "C": {"start_on": "2027-03-01", "finish_on": "2027-03-31", "months": 1, "person_days_by_role": {"hr-officer": 5}},
    "D": {"start_on": "2027-07-01", "finish_on": "2027-07-30", "months": 1, "person_days_by_role": {"hr-officer": 5}},
}


def _plan(changes: dict[str, dict] | None = None, **more: dict) -> pd.DataFrame:
    rows = {name: dict(cells) for name, cells in (PLAN | more).items()}
    for name, cells in (changes or {}).items():
        rows[name] |= cells
    return plan_table(
        PlannedAction(**{"action": name, "title": f"Title of {name}", "owner": "hr-manager", **cells}) for name, cells in rows.items()
    )


def _judged(plan: pd.DataFrame, **changes) -> pd.DataFrame:
    return judge_realism(plan, PlanSettings.model_validate(SETTINGS | changes), AS_OF, load_roles())


def _facts(table: pd.DataFrame, check: str) -> list[dict]:
    return [json.loads(params) for params in table.loc[table["check"] == check, "params"]]


def test_a_plan_that_can_be_kept_has_no_finding():
    found = _judged(_plan())
    assert found.empty and tuple(found.columns) == COLUMNS


# What is changed in a plan that can be kept, and everything that is then found.
BROKEN = [
    ({"C": {"start_on": None}}, {}, {"no-start"}),
    ({"C": {"finish_on": None}}, {}, {"no-finish"}),
    ({"C": {"finish_on": "2027-02-26"}}, {}, {"finish-before-start"}),
    ({"C": {"start_on": "2026-12-21"}}, {}, {"before-plan"}),
    ({"C": {"start_on": "2026-12-01"}}, {}, {"before-plan", "before-approval"}),
    ({"C": {"start_on": "2026-11-02"}}, {}, {"before-plan", "before-approval", "in-the-past"}),
    ({"C": {"start_on": "2026-11-02", "status": "in progress"}}, {}, set()),
    ({"B": {"finish_on": "2028-01-14"}}, {}, {"after-plan"}),
    ({"B": {"months": 13}}, {}, {"longer-than-plan", "shorter-than-estimate"}),
    ({"C": {"start_on": "2027-03-06", "finish_on": "2027-03-07"}}, {}, {"no-working-day"}),
    ({"B": {"finish_on": "2027-05-04"}}, {}, {"blackout"}),
    ({"C": {"start_on": "2027-05-03", "finish_on": "2027-05-07"}}, {}, {"no-working-day"}),
    ({"C": {"not_before": "2027-03-15"}}, {}, {"too-early"}),
    ({"C": {"by": "2027-03-15"}}, {}, {"too-late"}),
    ({"C": {"starts": "2027-02-01"}}, {}, {"not-as-fixed"}),
    ({"C": {"starts": "2027-02-27"}}, {}, set()),  # a Saturday: Monday, 1 March, keeps it
    ({"B": {"months": 5}}, {}, {"shorter-than-estimate"}),
    ({"B": {"months": 5, "optimistic_months": 2.5}}, {}, set()),
    ({"C": {"person_days_by_role": {"hr-officer": 24}}}, {}, {"too-short", "overload"}),
    ({"C": {"person_days_by_role": {}}}, {}, {"no-effort"}),
    ({"C": {"person_days_by_role": {}, "person_days": 4}}, {}, {"no-effort-by-role"}),
    ({"C": {"person_days_by_role": {"hr-oficer": 5}}}, {}, {"unknown-role", "no-capacity"}),
    ({"C": {"person_days_by_role": {"trainer": 5}}}, {}, {"no-capacity"}),
    ({"C": {"owner": "Department 4"}}, {}, {"unknown-owner"}),
    ({"C": {"owner": ""}}, {}, {"no-owner"}),
    ({"C": {"person_days_by_role": {"hr-officer": 17}}}, {}, {"overload"}),
    ({"C": {"person_days_by_role": {"hr-officer": 14.5}}}, {}, {"nearly-full"}),
    ({}, {"person_days_per_quarter": 20}, {"overload", "nearly-full", "too-short"}),
    ({}, {"people": [{"role": "hr-officer", "people": 1, "from": "2027-02"}]}, {"overload", "too-short"}),
    ({"C": {"after": ["X"]}}, {}, {"unknown-predecessor"}),
    ({"C": {"after": ["A"]}, "A": {"scheduled": False}}, {}, {"unplanned-predecessor"}),
    ({"C": {"after": ["A"]}, "A": {"status": "stopped"}}, {}, {"unplanned-predecessor"}),
    ({"C": {"after": ["B"]}}, {}, {"before-predecessor"}),
    ({"C": {"after": ["B"]}, "B": {"status": "done"}}, {}, set()),
    ({"A": {"after": ["B"]}}, {}, {"circle", "before-predecessor"}),
    ({"A": {"after": ["A"]}}, {}, {"circle"}),
    ({"C": {"title": "title  of a"}}, {}, {"duplicate-title"}),
    ({"C": {"amount": 500}}, {"budget": {"currency": "EUR"}}, {"unfunded"}),
    ({"C": {"amount": 500, "funding": "donor"}, "A": {"funding": "own"}}, {"budget": None}, set()),
    ({"C": {"cost": "high"}}, {}, {"no-amount"}),
    ({"C": {"amount": 4500}}, {}, {"over-budget"}),
    ({"C": {"amount": 4000}}, {}, set()),
    ({"C": {"finish_on": "2027-04-30", "months": 2}, "D": {"scheduled": False}}, {}, {"no-slack"}),
]


@pytest.mark.parametrize(
    ("changes", "settings_changed", "expected"), BROKEN, ids=lambda one: str(sorted(one) if isinstance(one, set) else one)[:60]
)
def test_what_is_broken_is_found_and_nothing_else(changes, settings_changed, expected):
    assert set(_judged(_plan(changes), **settings_changed)["check"]) == expected


def test_every_check_is_made_somewhere_in_this_file():
    shown = set().union(*(expected for _, _, expected in BROKEN)) | {"duplicate-id", "busy-owner", "back-loaded"}
    assert shown == set(REALISM)


def test_an_overload_says_how_much_and_which_actions_make_it_up():
    facts = _facts(_judged(_plan({"C": {"person_days_by_role": {"hr-officer": 23}}})), "overload")
    # March 2027: 23 working days; B spreads 20 person-days over 65 of them, C all of its 23.
    assert facts == [
        {"resource": "hr-officer", "month": "2027-03", "days": pytest.approx(23 + 20 * 23 / 65), "capacity": 23.0, "actions": "C B"}
    ]


def test_all_roles_together_are_judged_by_the_part_of_the_quarter():
    found = _judged(_plan(), person_days_per_quarter=20)
    rows = found[found["check"] == "overload"]
    # The first quarter of 2027 has 64 working days, January 21 of them and March 23.
    assert rows[["resource", "month", "allowed"]].values.tolist() == [[ALL_ROLES, "2027-01", "6.56"], [ALL_ROLES, "2027-03", "7.19"]]


def test_what_nobody_has_told_is_not_taken_for_nothing():
    found = _judged(_plan(), person_days_per_quarter=float("inf"), people=[])
    assert found["check"].tolist() == ["no-capacity"]
    assert _facts(found, "no-capacity") == [{"resource": ALL_ROLES, "count": 4, "days": 40.0}]


def test_a_plan_in_quarters_is_judged_by_its_quarters():
    plan = _plan({"A": {"start_on": None, "finish_on": None, "start": "2027-Q1", "finish": "2027-Q1"},
                  "B": {"start_on": None, "finish_on": None, "start": "2027-Q1", "finish": "2027-Q2"}})  # fmt: skip
    assert set(_judged(plan)["check"]) == set()  # B may start after A within the quarter
    later = _plan({"A": {"start_on": None, "finish_on": None, "start": "2027-Q1", "finish": "2027-Q3"},
                   "B": {"start_on": None, "finish_on": None, "start": "2027-Q2", "finish": "2027-Q3"}})  # fmt: skip
    assert "before-predecessor" in set(_judged(later)["check"])


def test_a_circle_is_named_action_by_action():
    found = _judged(_plan({"A": {"after": ["C"]}, "C": {"after": ["B"]}}))
    assert [facts["chain"] for facts in _facts(found, "circle")] == ["A → C → B → A"]


def test_an_id_that_stands_twice_is_named_with_the_row_of_the_file():
    plan = pd.concat([_plan(), _plan().iloc[[2]].assign(title="Another")], ignore_index=True).assign(row=[3, 4, 5, 6, 9])
    found = _judged(plan)
    assert found[["check", "action", "row"]].values.tolist() == [["duplicate-id", "C", 9]]


def test_an_owner_of_everything_is_named():
    many = {f"E{number}": PLAN["C"] | {"person_days_by_role": {"hr-officer": 0.5}} for number in range(5)}
    found = _judged(_plan(**many))
    assert [(facts["owner"], facts["count"]) for facts in _facts(found, "busy-owner")] == [("hr-manager", 7)]


def test_a_plan_whose_results_come_in_its_last_quarter_is_back_loaded():
    late = {f"E{number}": {"start_on": "2027-10-01", "finish_on": "2027-10-29", "person_days": 0} for number in range(4)}
    assert _facts(_judged(_plan(**late)), "back-loaded") == []  # four of eight are half, and no more
    late["E4"] = late["E0"]
    assert _facts(_judged(_plan(**late)), "back-loaded") == [
        {"quarter": "2027-Q4", "share": pytest.approx(500 / 9), "count": 5, "total": 9}
    ]


def test_actions_without_a_place_are_not_judged():
    plan = _plan(E={"scheduled": False, "reason": "no room", "owner": ""}, F={"decision": "drop", "owner": ""})
    assert _judged(plan).empty


def test_any_table_with_some_of_the_columns_is_judged():
    bare = pd.DataFrame({"action": ["1", "2"], "title": ["Hire", "Train"], "start": ["2027-Q1", "2027-Q2"], "finish": ["2027-Q1", ""]})
    found = _judged(bare)
    assert set(found["check"]) == {"no-finish", "no-effort", "no-owner"}


def test_the_sample_plan_is_judged_as_by_hand():
    """Trainers are there from April only, and the first year has 60,000 for actions that cost 114,000."""
    plan, plan_settings = sample_plan()
    found = judge_realism(plan, plan_settings, date(2026, 10, 16), load_roles())
    breaches = found[found["severity"] == "breach"]
    assert breaches[["check", "action", "month", "resource"]].values.tolist() == [
        ["too-short", "P8-3-R2", "", "trainer"],
        ["overload", "", "2027-01", "trainer"],
        ["overload", "", "2027-02", "trainer"],
        ["overload", "", "2027-03", "trainer"],
        ["over-budget", "", "", ""],
    ]
    assert _facts(found, "over-budget")[0]["amount"] == plan.loc[plan["start_on"] < "2028", "amount"].sum() == 114000


def test_thresholds_are_those_of_the_figures():
    figures = load_planning_figures()
    assert (figures.realism.owned_at_once.value, figures.realism.back_loading.value, figures.measurability.baseline_age.value) == (
        5,
        0.5,
        24,
    )


_DAYS = st.integers(0, 250).map(lambda number: date(2027, 1, 4) + timedelta(days=number))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(_DAYS, st.integers(0, 200), st.floats(0, 40), st.sampled_from(["hr-officer", "trainer"])), min_size=1, max_size=8),
    st.floats(0.1, 3),
)
def test_more_people_never_bring_a_new_overload(actions, people):
    plan = plan_table(
        PlannedAction(
            action=f"X{at}", title=f"X{at}", start_on=start, finish_on=start + timedelta(days=length), person_days_by_role={role: days}
        )
        for at, (start, length, days, role) in enumerate(actions)
    )

    def overloads(number: float) -> set[tuple[str, str]]:
        given_people = [{"role": role, "people": number} for role in ("hr-officer", "trainer")]
        found = _judged(plan, people=given_people, person_days_per_quarter=300)
        return set(found.loc[found["check"] == "overload", ["resource", "month"]].itertuples(index=False, name=None))

    assert overloads(people * 2) <= overloads(people)


def test_every_check_says_why():
    assert all(check.why.endswith(".") and len(check.why) < 100 for check in REALISM.values())
    assert {check.severity for check in REALISM.values()} == {"breach", "warning", "note"}

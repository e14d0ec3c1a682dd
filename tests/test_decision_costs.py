"""What a decision costs: the plan as decided beside the one that would be possible without it."""

from __future__ import annotations

import pandas as pd
import pytest

from diagnostics.definitions.decisions import Decisions
from diagnostics.definitions.plan_file import PlannedAction
from diagnostics.definitions.plan_settings import PlanSettings
from diagnostics.planning.decided import decision_costs, with_decisions, with_own_actions
from diagnostics.planning.placing import place_actions
from diagnostics.planning.plan_table import plan_table


def _settings(**changed) -> PlanSettings:
    people = [{"role": "hr-officer", "people": 1}]
    return PlanSettings.model_validate({"start": "2027-Q1", "quarters": 4, "people": people, "effort": 0.5} | changed)


def _action(name: str, priority: float = 1.0, **more) -> PlannedAction:
    """An action that takes one person for a whole month."""
    facts = {"months": 1, "person_days": 21, "person_days_by_role": {"hr-officer": 21}, "amount": 100.0}
    return PlannedAction(action=name, title=f"Title of {name}", priority=priority, **(facts | more))


def _costs(actions: list[PlannedAction], settings: PlanSettings, decisions: tuple = (), own: tuple = ()) -> pd.DataFrame:
    content = {"decided_by": "committee", "decided_on": "2026-11-20", "decisions": [{"reason": "because"} | one for one in decisions]}
    decided, added = Decisions.model_validate(content), plan_table(own)

    def actions_with(some: Decisions | None, extra: pd.DataFrame) -> pd.DataFrame:
        return with_decisions(with_own_actions(plan_table(actions), extra), some)

    plan = place_actions(actions_with(decided, added), settings).plan
    return decision_costs(plan, decided, added, settings, actions_with).set_index("action")


def test_a_pressing_action_that_is_postponed_starts_later_and_lets_another_one_in_front():
    later = {"action": "A", "decision": "postpone", "not_before": "2027-03"}
    row = _costs([_action("A", 4.0), _action("B", 1.0)], _settings(), (later,)).loc["A"]
    # January and February 2027 have 21 and 20 weekdays. Without the decision A starts on the first one and B on the 22nd; with it B
    # comes first, and A starts on the 42nd: 41 days later for A, 21 earlier for B, and the end comes 20 days later.
    assert row["pressing_later"] == pytest.approx((4 * 41 - 21) / 5) and row["days_later"] == 20
    assert (row["left_out"], row["taken_in"], row["person_days"]) == ("", "", 0)


def test_a_pinned_action_pushes_out_what_is_worth_more():
    actions = [_action("A", 4.0), _action("B", 3.0), _action("C", 1.0)]
    short = _settings(quarters=1, people=[{"role": "hr-officer", "people": 0.7}], person_days_per_quarter=200)
    actions = [one.model_copy(update={"months": 1.5}) for one in actions]
    row = _costs(actions, short, ({"action": "C", "decision": "pin"},)).loc["C"]
    assert (row["left_out"], row["taken_in"], row["priority"], row["amount"]) == ("B", "C", 1 - 3, 0)


def test_a_dropped_action_takes_along_what_waits_for_it():
    actions = [_action("A"), _action("B", after=("A",)), _action("C", after=("B",)), _action("D")]
    row = _costs(actions, _settings(), ({"action": "A", "decision": "drop"},)).loc["A"]
    assert (row["left_out"], row["person_days"], row["amount"]) == ("A B C", -63, -300)


def test_an_own_action_takes_the_time_of_others():
    row = _costs([_action("A", 2.0)], _settings(), own=(_action("OWN", 5.0),)).loc["OWN"]
    assert (row["taken_in"], row["left_out"], row["person_days"], row["days_later"]) == ("OWN", "", 21, 21)
    assert row["pressing_later"] == 21 and row["decision"] == "own"


def test_a_decision_that_changes_nothing_costs_nothing():
    row = _costs([_action("A")], _settings(), ({"action": "A", "decision": "pin", "by": "2027-06"},)).loc["A"]
    assert (row["days_later"], row["pressing_later"], row["left_out"], row["taken_in"]) == (0, 0, "", "")


def test_without_decisions_there_is_no_row():
    assert _costs([_action("A")], _settings()).empty

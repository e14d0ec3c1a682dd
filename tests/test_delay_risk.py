"""When a plan will be finished: moments and quantiles of PERT, networks by hand, and what more time may never do."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import beta

from diagnostics.definitions.plan_file import PlannedAction
from diagnostics.definitions.plan_settings import PlanSettings
from diagnostics.planning.judging.delay_risk import Durations, delay_risk, draw, links_of
from diagnostics.planning.judging.people_flow import Work, flow_links
from diagnostics.planning.judging.realism_time import plan_in_time
from diagnostics.planning.plan_table import plan_table
from diagnostics.planning.working_days import working_days
from tests.plan_samples import sample_plan
from tests.test_network import FOURTEEN

AS_OF = date(2026, 11, 20)
SETTINGS = PlanSettings.model_validate({"start": "2027-Q1", "quarters": 8, "person_days_per_quarter": 500})
CALENDAR = working_days(SETTINGS)


def _durations(rows) -> Durations:
    low, likely, high = np.array(rows, dtype=float).T
    return Durations(low, likely, high)


def _mean_and_variance(low: float, likely: float, high: float) -> tuple[float, float]:
    """Of the PERT-beta distribution of shape 4: (a + 4 m + b) ÷ 6 and (μ − a)(b − μ) ÷ 7."""
    mean = (low + 4 * likely + high) / 6
    return mean, (mean - low) * (high - mean) / 7


def _plan(**actions: dict) -> pd.DataFrame:
    """Actions by working days from the plan's start: ``at`` and ``days``."""
    rows = []
    for name, given_cells in actions.items():
        cells = dict(given_cells)
        at, days = cells.pop("at"), cells.pop("days")
        dates = {"start_on": CALENDAR.day(at), "finish_on": CALENDAR.day(at + days - 1)}
        rows.append(PlannedAction(action=name, title=name, **dates, **{"months": days / 21} | cells))
    return plan_table(rows)


def _risk(plan: pd.DataFrame, plan_settings: PlanSettings = SETTINGS, draws: int = 2000) -> pd.DataFrame:
    return delay_risk(plan, plan_settings, AS_OF, draws).set_index("milestone")


def test_a_chain_has_the_sum_of_the_moments():
    """The fourteen activities of the textbook example, one behind the other."""
    rows = [row[1:4] for row in FOURTEEN]
    links = [(number - 1,) if number else () for number in range(len(rows))]
    finish = draw(_durations(rows), links, [0.0] * len(rows), 20_000, seed=3).finish[-1]
    moments = [_mean_and_variance(*row) for row in rows]
    mean, variance = sum(one for one, _ in moments), sum(one for _, one in moments)
    assert finish.mean() == pytest.approx(mean, abs=4 * (variance / 20_000) ** 0.5)
    assert finish.var() == pytest.approx(variance, rel=0.05)


def test_the_critical_path_of_the_fourteen_decides_most_often():
    names = [row[0] for row in FOURTEEN]
    links = [tuple(names.index(one) for one in row[4].split()) for row in FOURTEEN]
    drawn = draw(_durations([row[1:4] for row in FOURTEEN]), links, [0.0] * len(names), 5000, seed=3)
    often = dict(zip(names, drawn.decides.mean(axis=1), strict=True))
    assert [name for name in names if often[name] > 0.5] == list("ACEHIKMN")
    # I is on every path, and of J-L and K-M one decides; B, eight working days before E must start, never does.
    assert often["I"] == often["N"] == 1 and often["J"] + often["K"] == pytest.approx(1) and often["B"] == 0
    # The mean of the largest of several paths lies above the longest path of means.
    assert drawn.finish[-1].mean() > sum(_mean_and_variance(*row[1:4])[0] for row in FOURTEEN if row[0] in "ACEHIKMN")


@pytest.mark.parametrize("estimates", [(10, 20, 60), (5, 40, 41), (20, 20, 30)])
def test_one_action_has_the_quantiles_of_the_beta_distribution(estimates):
    low, likely, high = estimates
    finish = draw(_durations([estimates]), [()], [7.0], 40_000, seed=1).finish[0]
    shape = (1 + 4 * (likely - low) / (high - low), 1 + 4 * (high - likely) / (high - low))
    for share in (0.5, 0.8, 0.95):
        assert np.quantile(finish, share) == pytest.approx(7 + beta.ppf(share, *shape, loc=low, scale=high - low), rel=0.01)


def test_the_table_gives_the_days_of_the_quantiles():
    risk = _risk(_plan(A={"at": 5, "days": 42, "process": "P1"}), draws=40_000)
    # 0.8 and 1.8 of 42 days where nothing else is told, drawn in whole working days of the calendar.
    shape = (1 + 4 * 0.2, 1 + 4 * 0.8)
    for column, share in (("p50_on", 0.5), ("p80_on", 0.8), ("p95_on", 0.95)):
        day = CALENDAR.day(int(np.ceil(5 + 42 * beta.ppf(share, *shape, loc=0.8, scale=1.0))) - 1)
        assert abs((date.fromisoformat(risk.at["plan", column]) - day).days) <= 1
    assert risk.at["plan", "on_time"] == pytest.approx(beta.cdf(1, *shape, loc=0.8, scale=1.0), abs=0.01)
    assert risk.loc[["plan", "P1", "A"], "planned_on"].unique().tolist() == [CALENDAR.day(46).isoformat()]
    assert risk["kind"].tolist() == ["plan", "process", "action"] and risk.at["A", "criticality"] == 1


def test_three_equal_estimates_are_certain():
    sure = {"months": 2, "optimistic_months": 2, "pessimistic_months": 2}
    plan = _plan(A={"at": 0, "days": 42, **sure}, B={"at": 42, "days": 42, "after": ["A"], **sure})
    risk = _risk(plan)
    assert (risk["on_time"] == 1).all()
    assert (risk["p50_on"] == risk["planned_on"]).all() and (risk["p95_on"] == risk["planned_on"]).all()


def test_what_is_done_is_certain():
    risk = _risk(_plan(A={"at": 0, "days": 42, "status": "done"}, B={"at": 42, "days": 21, "after": ["A"]}))
    assert risk.at["A", "on_time"] == 1 and 0 < risk.at["B", "on_time"] < 1


def test_no_action_starts_before_a_date_that_was_fixed_for_it():
    plan = _plan(A={"at": 0, "days": 21}, B={"at": 84, "days": 21, "after": ["A"], "not_before": CALENDAR.day(84)})
    free = _plan(A={"at": 0, "days": 21}, B={"at": 84, "days": 21, "after": ["A"]})
    fixed, pulled = _risk(plan), _risk(free)
    assert fixed.at["B", "p50_on"] >= CALENDAR.day(84 + 21 - 1).isoformat() > pulled.at["B", "p50_on"]
    assert pulled.at["B", "on_time"] == 1


def test_an_action_that_waits_for_nothing_starts_on_its_planned_day():
    later, now = _risk(_plan(A={"at": 100, "days": 21})), _risk(_plan(A={"at": 0, "days": 21}))
    assert later.at["A", "on_time"] == now.at["A", "on_time"]
    assert later.at["A", "p50_on"] > CALENDAR.day(118).isoformat()


def test_people_who_are_handed_over_make_a_delay_go_on():
    """Two actions of one trainer, one behind the other, with nothing else between them."""
    one_trainer = SETTINGS.model_copy(update={"people": PlanSettings.model_validate(
        {"start": "2027-Q1", "people": [{"role": "trainer", "people": 1}]}).people})  # fmt: skip
    needs = {"person_days_by_role": {"trainer": 21}}
    plan = _plan(A={"at": 0, "days": 21, **needs}, B={"at": 21, "days": 21, **needs})
    laid_out = plan_in_time(plan, one_trainer, AS_OF)
    assert links_of(laid_out.actions, laid_out) == [(), (0,)]
    assert _risk(plan, one_trainer).at["B", "on_time"] < _risk(plan).at["B", "on_time"]
    two_trainers = PlanSettings.model_validate(
        {"start": "2027-Q1", "people": [{"role": "trainer", "people": 2}], "person_days_per_quarter": 500}
    )
    assert links_of(laid_out.actions, plan_in_time(plan, two_trainers, AS_OF)) == [(), ()]


def test_a_flow_prefers_who_comes_first_anyway_then_who_is_free_longest():
    people = {"hr-officer": [3.0] * 100}
    works = [
        Work(0, 10, {"hr-officer": 1.0}, frozenset()),
        Work(0, 20, {"hr-officer": 1.0}, frozenset()),
        Work(0, 30, {"hr-officer": 1.0}, frozenset()),
        Work(30, 40, {"hr-officer": 1.0}, frozenset({2})),  # takes over from 2, for which it waits
        Work(35, 50, {"hr-officer": 2.0}, frozenset()),  # from 0 and 1, free since 10 and 20
        Work(45, 60, {"hr-officer": 1.0}, frozenset()),  # from 3: the others are at work
    ]
    assert flow_links(works, people) == [set(), set(), set(), {2}, {0, 1}, {3}]
    assert flow_links(works, {"hr-officer": [4.0] * 100})[3:] == [set(), {0, 1}, {2}]  # the fourth was never busy
    assert flow_links(works, {}) == [set()] * 6


def test_an_overloaded_plan_hands_over_what_there_is():
    works = [
        Work(0, 10, {"trainer": 1.0}, frozenset()),
        Work(5, 15, {"trainer": 1.0}, frozenset()),
        Work(15, 20, {"trainer": 1.0}, frozenset()),
    ]
    assert flow_links(works, {"trainer": [1.0] * 30}) == [set(), set(), {0}]


def test_a_plan_with_a_circle_and_a_broken_order_is_drawn_all_the_same():
    plan = _plan(
        A={"at": 0, "days": 21, "after": ["B"]}, B={"at": 30, "days": 21, "after": ["A"]}, C={"at": 0, "days": 21, "after": ["B", "X"]}
    )
    risk = _risk(plan)
    assert risk.at["C", "on_time"] == 0 and risk.at["B", "criticality"] == 1


def test_the_same_seed_gives_the_same_table_and_another_one_nearly():
    plan, plan_settings = sample_plan()
    first, again = delay_risk(plan, plan_settings, AS_OF), delay_risk(plan, plan_settings, AS_OF)
    pd.testing.assert_frame_equal(first, again)
    other = delay_risk(plan, plan_settings, AS_OF, seed=5)
    assert (first["on_time"] - other["on_time"]).abs().between(1e-9, 0.03).any()
    assert (first["p50_on"] <= first["p80_on"]).all() and (first["p80_on"] <= first["p95_on"]).all()


def test_the_mean_of_the_sample_plan_s_longest_chain_is_that_of_its_moments():
    plan, plan_settings = sample_plan()
    chain = ["P4-3-R3", "P5-3-R2", "P5-3-R3", "P7-1-R3"]
    laid_out = plan_in_time(plan, plan_settings, AS_OF)
    finish = laid_out.calendar.on_or_after(
        date.fromisoformat(delay_risk(plan, plan_settings, AS_OF).set_index("milestone").at["P7", "p50_on"])
    )
    months = plan.set_index("action").loc[chain, "months"].sum()
    assert finish + 1 == pytest.approx(months * 21 * (0.8 + 4 + 1.8) / 6, rel=0.04)  # the median lies a little below the mean


def test_a_plan_without_dates_gives_a_table_without_rows():
    assert delay_risk(plan_table([PlannedAction(action="A", title="A")]), SETTINGS, AS_OF).empty


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.integers(5, 60), st.booleans()), min_size=2, max_size=6),
    st.integers(0, 5),
    st.integers(0, 30),
)
def test_more_slack_never_makes_it_less_likely_to_be_on_time(shape, at, more):
    """Each action waits for the one before, or not; from one of them on, the plan gives more time."""

    def on_time(slack: int) -> np.ndarray:
        actions, begin = {}, 0
        for number, (days, waits) in enumerate(shape):
            begin += slack if number == at else 0
            actions[f"A{number}"] = {"at": begin, "days": days, "after": [f"A{number - 1}"] if waits and number else []}
            begin += days
        return _risk(_plan(**actions), draws=300)["on_time"].to_numpy()

    assert (on_time(more) >= on_time(0) - 1e-9).all()

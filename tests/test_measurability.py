"""Whether progress can be told from figures: each check finds what it is there for, and nothing else."""

from __future__ import annotations

import json
from datetime import date

import pandas as pd
import pytest

from diagnostics.definitions.dataset import load_datasets
from diagnostics.definitions.plan_file import PlannedAction
from diagnostics.planning.judging.measurability import MEASURABILITY, judge_measurability, possible, with_computed_baselines
from diagnostics.planning.plan_table import plan_table
from diagnostics.planning.told import NOT_MEASURED
from tests.plan_samples import sample_plan

AS_OF = date(2026, 10, 16)
DATA_SETS = {dataset.id for dataset in load_datasets()}
MEASURED = {
    "owner": "hr-manager", "indicator": "Posts with an approved job description", "formula": "posts described / posts x 100", "unit": "%",
    "direction": "up", "baseline": "35 %", "baseline_value": 35, "baseline_on": "2026-10-16", "target": "80 %", "target_value": 80,
    "target_on": "2027-Q4", "data": "positions",
}  # fmt: skip


def _plan(**changes) -> pd.DataFrame:
    return plan_table([PlannedAction(**{"action": "A", "title": "Describe posts", **MEASURED, **changes})])


def _indicators(**changes) -> pd.DataFrame:
    row = {
        "indicator": "x", "name": "Posts with an approved job description", "value": 50.5, "n": 1273, "unit": "%", "lowest": 18.0,
        "highest": 62.5, "direction": "up", "data": "positions", "formula": "f", "measures": "Posts described\nJobs described",
        "as_of": "2026-10-16", "reason": "",
    }  # fmt: skip
    return pd.DataFrame([row | changes])


# What is changed in a measurable action, and everything that is then found.
BROKEN = [
    ({}, set()),
    ({"indicator": ""}, {"no-indicator"}),
    ({"formula": ""}, {"no-formula"}),
    ({"unit": ""}, {"no-unit"}),
    ({"unit": "", "data": "responses"}, set()),
    ({"data": ""}, {"no-source"}),
    ({"data": "document"}, set()),
    ({"data": "hr_statistics"}, {"unknown-source"}),
    ({"direction": ""}, {"no-direction"}),
    ({"baseline": "", "baseline_value": None}, {"no-baseline"}),
    ({"baseline": NOT_MEASURED, "baseline_value": None}, {"no-baseline"}),
    ({"baseline": "about a third", "baseline_value": None}, {"baseline-not-a-number"}),
    ({"baseline_on": None}, {"baseline-undated"}),
    ({"baseline_on": "2024-10-16"}, set()),
    ({"baseline_on": "2024-10-01"}, {"baseline-old"}),
    ({"baseline_on": "2026-11-01"}, {"baseline-later"}),
    ({"target": "", "target_value": None}, {"no-target"}),
    ({"target": "much better", "target_value": None}, {"target-not-a-number"}),
    ({"target_on": ""}, {"target-undated"}),
    ({"target_value": 35}, {"target-equals-baseline"}),
    ({"target_value": 20}, {"target-against-direction"}),
    ({"target_value": 20, "direction": "down"}, set()),
    ({"target_value": 40, "direction": "down"}, {"target-against-direction"}),
    ({"target_value": 120}, {"target-impossible"}),
    ({"target_value": 120, "unit": "days"}, set()),
    ({"target_value": -5, "unit": "days", "direction": "down"}, {"target-impossible"}),
    ({"target_value": 120, "unit": "percentage points"}, set()),
    ({"owner": ""}, {"no-measure-owner"}),
    ({"scheduled": False, "indicator": ""}, set()),
    ({"decision": "drop", "indicator": ""}, set()),
]


@pytest.mark.parametrize(("changes", "expected"), BROKEN, ids=lambda value: str(value)[:60])
def test_what_is_missing_is_found_and_nothing_else(changes, expected):
    assert set(judge_measurability(_plan(**changes), AS_OF, DATA_SETS)["check"]) == expected


def test_every_check_is_made_somewhere_in_this_file():
    assert set().union(*(expected for _, expected in BROKEN)) | {"target-beyond-seen"} == set(MEASURABILITY)


@pytest.mark.parametrize(
    ("changes", "range_", "beyond"),
    [
        ({}, (18.0, 62.5), 62.5),
        ({}, (18.0, 80.0), None),
        ({}, (float("nan"), float("nan")), None),
        ({"direction": "down", "target_value": 10}, (18.0, 62.5), 18.0),
        ({"direction": "down", "target_value": 18}, (18.0, 62.5), None),
        ({"indicator": "JOBS  described"}, (18.0, 62.5), 62.5),
        ({"indicator": "Something else"}, (18.0, 62.5), None),
    ],
)
def test_a_target_is_held_against_the_best_unit(changes, range_, beyond):
    found = judge_measurability(_plan(**changes), AS_OF, DATA_SETS, _indicators(lowest=range_[0], highest=range_[1]))
    seen = [json.loads(params)["seen"] for params in found.loc[found["check"] == "target-beyond-seen", "params"]]
    assert seen == ([] if beyond is None else [beyond])


def test_the_row_of_the_file_comes_along():
    found = judge_measurability(_plan(formula="").assign(row=[17]), AS_OF, DATA_SETS)
    assert found[["check", "severity", "action", "row"]].values.tolist() == [["no-formula", "warning", "A", 17]]


def test_any_table_with_some_of_the_columns_is_judged():
    bare = pd.DataFrame({"action": ["1"], "title": ["Hire"], "indicator": ["posts filled"]})
    assert set(judge_measurability(bare, AS_OF, DATA_SETS)["check"]) == {
        "no-measure-owner", "no-formula", "no-unit", "no-source", "no-direction", "no-baseline", "no-target",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("unit", "ends"),
    [("%", (0, 100)), ("per cent of posts", (0, 100)), ("percentage points", (0, float("inf"))), ("days", (0, float("inf"))), ("", None)],
)
def test_what_a_unit_allows(unit, ends):
    assert possible(unit) == (ends or (-float("inf"), float("inf")))


def test_a_computed_baseline_takes_the_place_of_words():
    told = {"baseline_value": None, "baseline_on": "2026-01-01", "data": "document"}
    measured = _plan(action="A", baseline=NOT_MEASURED, indicator="Posts described", **told)
    plan = pd.concat([measured, _plan(action="B", baseline="20 to 49 %", indicator="Another", **told)])
    filled = with_computed_baselines(plan, _indicators())
    columns = ["baseline", "baseline_value", "baseline_on", "data"]
    assert filled.loc[0, columns].tolist() == ["50.5 %", 50.5, "2026-10-16", "positions"]
    assert filled.loc[1, "baseline"] == "20 to 49 %" and pd.isna(filled.loc[1, "baseline_value"])
    assert filled.dtypes.equals(plan.dtypes)


def test_a_baseline_that_is_a_number_stays():
    pd.testing.assert_frame_equal(with_computed_baselines(_plan(), _indicators()), _plan())


def test_an_indicator_without_a_value_changes_nothing():
    plan = _plan(baseline=NOT_MEASURED, baseline_value=None)
    pd.testing.assert_frame_equal(with_computed_baselines(plan, _indicators(value=float("nan"))), plan)


def test_the_sample_plan_lacks_the_indicator_of_its_own_action_alone():
    found = judge_measurability(sample_plan()[0], AS_OF, DATA_SETS)
    assert found[["check", "action"]].values.tolist() == [["no-indicator", "OWN-1"]]

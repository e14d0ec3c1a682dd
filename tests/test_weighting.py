"""Raking against another project's published cases, its refusals, and what always holds of weights."""

from __future__ import annotations

import json
import warnings

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from diagnostics.scoring.surveys.weighting import (
    NOT_STATED,
    CannotRake,
    Limits,
    design_effect,
    effective_size,
    margins_of,
    rake,
    trim_weights,
)


@pytest.fixture(scope="module")
def cases(truth):
    listed = json.loads((truth / "raking" / "rake_cases.json").read_text(encoding="utf-8"))["cases"]
    assert len(listed) == 6
    return {case["name"].split(":")[0]: case for case in listed}


@pytest.mark.parametrize("name", ["two margins", "weighted target"])
def test_the_published_weights_are_reproduced(cases, name):
    case = cases[name]
    sample, population = pd.DataFrame(case["sample"]), pd.DataFrame(case["target"])
    people = pd.Series(case["target_weights"]) if "target_weights" in case else None
    raked = rake(sample, margins_of(population, ["a", "b"], people))
    assert raked.weights.round(2).tolist() == case["expected_weights_rounded_2"]


def test_design_weights_keep_their_ratios_and_the_margins_are_met(cases):
    case = cases["design weights"]
    sample, start = pd.DataFrame(case["sample"]), pd.Series(case["sample_weights"])
    start.iloc[0] = 6.0  # the first two rows belong to the same cell
    raked = rake(sample, margins_of(pd.DataFrame(case["target"]), ["a", "b"]), weights=start)
    for name, margin in case["expected_margins"].items():
        sums = raked.weights.groupby(sample[name]).sum()
        assert sums.to_dict() == pytest.approx(margin, abs=case["tolerance"])
    assert raked.weights[0] / raked.weights[1] == pytest.approx(6 / 4)


def missing_case():
    """18 rows with a in 1, 2 and missing, six each; 18 people with 10, 6 and 2; b balanced in both."""
    sample = pd.DataFrame({"a": ["1"] * 6 + ["2"] * 6 + [None] * 6, "b": ["x", "y"] * 9})
    population = pd.DataFrame({"a": ["1"] * 10 + ["2"] * 6 + [None] * 2, "b": ["x", "y"] * 9})
    return sample, population


@pytest.mark.parametrize(("way", "key"), [("drop", "drop"), ("category", "own_category")])
def test_missing_values_are_dropped_or_a_category_of_their_own(cases, way, key):
    expected = cases["missing values"]["expected"][key]
    sample, population = missing_case()
    raked = rake(sample, margins_of(population, ["a", "b"], missing=way), missing=way)
    for start, weight in zip((0, 6, 12), expected, strict=True):
        rows = raked.weights[start : start + 6]
        assert rows.isna().all() if weight is None else (rows.round(2) == weight).all()


def test_missing_values_are_refused_unless_something_else_is_asked_for():
    sample, population = missing_case()
    with pytest.raises(CannotRake, match="'a' in 6 rows"):
        rake(sample, margins_of(population, ["a", "b"]))


def test_a_category_that_the_margins_lack_is_refused(cases):
    assert cases["a level in the sample that the target lacks"]["expected"] == "ValueError naming variable and level"
    with pytest.raises(ValueError, match="'a': '2' is in the sample, but not in the margins"):
        rake(pd.DataFrame({"a": ["1", "2"]}), {"a": {"1": 10}})


def test_a_category_that_the_sample_lacks_is_refused_or_warned_of(cases):
    assert cases["a level in the target that the sample lacks"]["expected"] == "warning naming variable and level"
    sample, margins = pd.DataFrame({"a": ["1", "2"]}), {"a": {"1": 10, "2": 5, "3": 5}}
    with pytest.raises(CannotRake, match="'a': '3' is in the margins, but nobody in the sample belongs to it"):
        rake(sample, margins)
    with pytest.warns(UserWarning, match="'a': nobody in the sample belongs to '3'"):
        raked = rake(sample, margins, absent="warn")
    assert raked.weights.tolist() == pytest.approx([40 / 3, 20 / 3])
    assert len(raked.notes) == 1


def test_every_objection_is_told_at_once():
    sample = pd.DataFrame({"a": ["1", "2"], "b": ["x", "y"]})
    with pytest.raises(CannotRake) as refused:
        rake(sample, {"a": {"1": 0, "3": 2}, "b": {"x": float("nan"), "y": 2}})
    said = str(refused.value)
    assert said.count("\n") == 3
    for word in ("'a': '1' is in the sample, but its margin is 0", "'a': '2'", "'a': '3'", "'b': the margin of 'x'"):
        assert word in said


def test_margins_of_different_totals_are_refused():
    sample = pd.DataFrame({"a": ["1", "2"], "b": ["x", "y"]})
    with pytest.raises(CannotRake, match="'a' 10, 'b' 12"):
        rake(sample, {"a": {"1": 5, "2": 5}, "b": {"x": 6, "y": 6}})


def test_margins_that_contradict_the_empty_cells_are_refused():
    sample = pd.DataFrame({"a": ["1", "2"], "b": ["x", "y"]})  # nobody is 1 and y, or 2 and x
    with pytest.raises(CannotRake, match="does not converge"):
        rake(sample, {"a": {"1": 0.9, "2": 0.1}, "b": {"x": 0.5, "y": 0.5}})


def test_a_missing_column_and_a_design_weight_of_zero_are_refused():
    with pytest.raises(CannotRake, match="no column 'c'"):
        rake(pd.DataFrame({"a": ["1"]}), {"c": {"1": 1}})
    with pytest.raises(ValueError, match="design weight is 0"):
        rake(pd.DataFrame({"a": ["1", "1"]}), {"a": {"1": 2}}, weights=pd.Series([1.0, 0.0]))
    with pytest.raises(ValueError, match="3 weights for 1 rows"):
        rake(pd.DataFrame({"a": ["1"]}), {"a": {"1": 2}}, weights=pd.Series([1.0, 1.0, 1.0]))


def test_shares_give_weights_with_a_mean_of_one_and_a_total_may_be_given():
    sample = pd.DataFrame({"sex": ["f", "m", "m", "m"]})
    margins = {"sex": {"f": 0.5, "m": 0.5}}
    assert rake(sample, margins).weights.tolist() == pytest.approx([2, 2 / 3, 2 / 3, 2 / 3])
    assert rake(sample, margins, total=100).weights.sum() == pytest.approx(100)


def test_a_table_whose_index_repeats_keeps_its_rows_and_its_index():
    sample = pd.DataFrame({"a": ["1", "2", None, "1"]}, index=[7, 7, 7, 7])
    raked = rake(sample, {"a": {"1": 2, "2": 4}}, missing="drop")
    assert raked.weights.index.tolist() == [7, 7, 7, 7]
    assert raked.weights.tolist() == pytest.approx([1, 4, np.nan, 1], nan_ok=True)


def test_numbers_and_texts_name_the_same_category():
    sample = pd.DataFrame({"grade": [1.0, 2.0, 2.0, None]})
    raked = rake(sample, {"grade": {1: 5, "2": 4, NOT_STATED: 1}}, missing="category")
    assert raked.weights.tolist() == pytest.approx([5, 2, 2, 1])


def test_limited_weights_still_meet_the_margins():
    random = np.random.default_rng(3)
    sample = pd.DataFrame({"a": random.integers(0, 4, 400), "b": random.integers(0, 3, 400)})
    margins = {"a": {0: 0.5, 1: 0.3, 2: 0.15, 3: 0.05}, "b": {0: 0.6, 1: 0.3, 2: 0.1}}
    free, limited = rake(sample, margins), rake(sample, margins, limits=Limits(largest_weight=2.8))
    assert free.weights.max() > 3.7
    assert limited.weights.max() <= 2.8 * (1 + 1e-9)
    assert limited.largest_difference < 1e-6
    assert limited.effective_size != free.effective_size
    with pytest.raises(CannotRake, match=r"up to 1\.1 times the mean"):
        rake(sample, margins, limits=Limits(largest_weight=1.1))


def test_trimming_keeps_the_total_and_what_is_below_the_cap_in_proportion():
    trimmed = trim_weights(np.array([1.0, 1.0, 2.0, 16.0]), 2)
    assert trimmed.tolist() == pytest.approx([2.5, 2.5, 5, 10])
    with pytest.raises(ValueError, match="1 or more"):
        trim_weights(np.ones(3), 0.5)


def test_kish_by_hand():
    # Kish (1965), Survey Sampling: n Σw² ÷ (Σw)². By hand: weights 1 1 1 3 give 4 · 12 ÷ 36.
    assert design_effect(np.array([1, 1, 1, 3])) == pytest.approx(4 * 12 / 36)
    assert effective_size(np.array([1, 1, 1, 3])) == pytest.approx(3)
    assert (design_effect(np.ones(7)), effective_size(np.ones(7))) == (1, 7)


@pytest.mark.parametrize("weights", [[], [0, 0], [1, -1], [1, np.nan], [1, np.inf]])
def test_weights_that_are_none_are_refused(weights):
    with pytest.raises(ValueError, match="Weights must be"):
        effective_size(np.array(weights, dtype=float))


@st.composite
def samples(draw):
    """A sample in which every pair of categories occurs, and shares for both variables."""
    cells = [(a, b) for a in "123" for b in "xy"]
    rows = cells + draw(st.lists(st.sampled_from(cells), max_size=30))
    shares = [draw(st.lists(st.floats(0.05, 1), min_size=size, max_size=size)) for size in (3, 2)]
    margins = {
        name: dict(zip(keys, np.array(part) / sum(part), strict=True)) for name, keys, part in zip("ab", ("123", "xy"), shares, strict=True)
    }
    weights = draw(st.lists(st.floats(0.2, 5), min_size=len(rows), max_size=len(rows)))
    return pd.DataFrame(rows, columns=["a", "b"]), margins, pd.Series(weights)


@settings(max_examples=60, deadline=None)
@given(samples())
def test_raked_margins_equal_their_targets(drawn):
    sample, margins, weights = drawn
    raked = rake(sample, margins, weights=weights)
    assert raked.weights.sum() == pytest.approx(len(sample))
    assert raked.design_effect >= 1 - 1e-12
    for name, margin in margins.items():
        assert (raked.weights.groupby(sample[name]).sum() / len(sample)).to_dict() == pytest.approx(margin, rel=1e-7)


@settings(max_examples=40, deadline=None)
@given(samples(), st.integers(0, 1000))
def test_the_order_of_rows_never_matters_to_raking(drawn, seed):
    sample, margins, weights = drawn
    shuffled = sample.sample(frac=1, random_state=seed)
    found = rake(shuffled, margins, weights=weights[shuffled.index]).weights
    assert found.sort_index().to_numpy() == pytest.approx(rake(sample, margins, weights=weights).weights.to_numpy(), rel=1e-6)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(0.01, 100), min_size=2, max_size=30), st.floats(1.01, 5))
def test_trimmed_weights_stay_below_the_cap_and_keep_their_total(weights, largest):
    assume(max(weights) > 0)
    trimmed = trim_weights(np.array(weights), largest)
    assert trimmed.sum() == pytest.approx(sum(weights))
    assert trimmed.max() <= largest * trimmed.mean() * (1 + 1e-9)
    assert (np.diff(trimmed[np.argsort(weights)]) >= -1e-9).all()


def test_a_sample_that_needs_no_weights_warns_of_nothing():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        raked = rake(pd.DataFrame({"a": ["1", "2"]}), {"a": {"1": 0.5, "2": 0.5}})
    assert (raked.weights.tolist(), raked.design_effect, raked.iterations) == ([1.0, 1.0], 1.0, 1)

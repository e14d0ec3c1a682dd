"""Agreement and reliability against published tables, refusals, and other programs' results on random tables."""

from __future__ import annotations

import json

import krippendorff as krippendorff_oracle
import numpy as np
import pandas as pd
import pingouin
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diagnostics.scoring.ratings import LongTable, Undefined
from diagnostics.scoring.reliability.cronbach import cronbach
from diagnostics.scoring.reliability.intraclass import FORMS, intraclass
from diagnostics.scoring.reliability.krippendorff import METRICS, krippendorff

# Shrout & Fleiss (1979), Intraclass correlations: uses in assessing rater reliability, Psychological Bulletin 86(2), 420-428,
# Table 2: six targets, four judges.
SHROUT_FLEISS = pd.DataFrame([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]])
SHROUT_FLEISS_ICC = {"icc1": 0.17, "icc2": 0.29, "icc3": 0.71, "icc1k": 0.44, "icc2k": 0.62, "icc3k": 0.91}

# Krippendorff (2011), Computing Krippendorff's alpha-reliability: four observers, twelve units.
_ = None
KRIPPENDORFF = pd.DataFrame(
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
        [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
    ]
).T
KRIPPENDORFF_ALPHA = {"nominal": 0.743, "ordinal": 0.815, "interval": 0.849, "ratio": 0.797}


def read_cases(truth, name):
    return json.loads((truth / "reliability" / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("form", FORMS)
def test_icc_reproduces_shrout_and_fleiss(form):
    assert intraclass(SHROUT_FLEISS, form).value == pytest.approx(SHROUT_FLEISS_ICC[form], abs=0.005)


def test_icc_reproduces_the_tests_and_intervals_of_shrout_and_fleiss(truth):
    case = read_cases(truth, "icc_cases.json")[0]
    assert pd.DataFrame(case["ratings_by_judge"]).to_numpy().tolist() == SHROUT_FLEISS.to_numpy().tolist()
    expected = case["expected"]
    for place, form in enumerate(FORMS):
        found = intraclass(SHROUT_FLEISS, form)
        assert found.f == pytest.approx(expected["F"][place], abs=0.05)
        assert (found.df1, found.df2) == (expected["df1"], expected["df2"][place])
        # For ICC(1,·) the case says .16472; the F distribution gives .16477 for its F of 1.7947 and .16472 for 1.7949.
        assert found.p == pytest.approx(expected["p"][place], abs=6e-5)
        assert (found.lower, found.upper) == pytest.approx((expected["ci95_lower"][place], expected["ci95_upper"][place]), abs=0.0051)


def test_icc_reproduces_the_wine_judges_from_a_long_table(truth):
    case = read_cases(truth, "icc_cases.json")[1]
    wine = pd.read_csv(truth / "reliability" / case["csv"])
    long, expected = LongTable(*case["columns"]), case["expected"]
    for place, form in enumerate(FORMS):
        found = intraclass(wine, form, long=long)
        assert found.value == pytest.approx(expected["ICC"][place], abs=0.005)
        assert (found.df1, found.df2) == (expected["df1"], expected["df2"][place])
        assert (found.lower, found.upper) == pytest.approx((expected["ci95_lower"][place], expected["ci95_upper"][place]), abs=0.0051)


def test_icc_leaves_out_a_target_that_not_every_judge_rated(truth):
    case = read_cases(truth, "icc_cases.json")[1]
    wine = pd.read_csv(truth / "reliability" / case["csv"]).astype({"Scores": float})
    wine.loc[3, "Scores"] = np.nan
    expected = case["after_setting_row_3_score_missing_and_dropping_that_target"]
    for place, form in enumerate(FORMS):
        found = intraclass(wine, form, long=LongTable(*case["columns"]))
        assert found.value == pytest.approx(expected["ICC"][place], abs=0.005)
        assert (found.df1, found.left_out, found.targets) == (expected["df1"], 1, 7)
        assert found.note == "1 target was left out: not rated by every rater."


@pytest.mark.parametrize("metric", METRICS)
def test_krippendorff_reproduces_his_own_example(metric):
    found = krippendorff(KRIPPENDORFF, metric)
    assert found.value == pytest.approx(KRIPPENDORFF_ALPHA[metric], abs=0.0005)
    assert (found.targets, found.raters, found.ratings, found.left_out) == (11, 4, 40, 1)
    assert found.lower < found.value < found.upper


def test_krippendorff_reproduces_every_public_case(truth):
    checked = 0
    for case in read_cases(truth, "krippendorff_alpha_cases.json"):
        table = pd.DataFrame(case["data_rows_are_coders"]).T
        if isinstance(case["expected"], str):
            for metric in METRICS:
                with pytest.raises(Undefined):
                    krippendorff(table, metric)
            checked += 1
            continue
        for metric in set(case["expected"]) & set(METRICS):
            found = krippendorff(table, metric, order=case.get("value_domain"), resamples=10)
            assert found.value == pytest.approx(case["expected"][metric], abs=0.51 * 10 ** -case.get("decimals", 9)), case["name"]
            checked += 1
    assert checked == 12


def test_cronbach_reproduces_the_public_cases(truth):
    long, missing = read_cases(truth, "cronbach_cases.json")
    found = cronbach(pd.read_csv(truth / "reliability" / long["csv"]), long=LongTable(*long["columns"]))
    assert found.value == pytest.approx(long["expected"]["alpha"], abs=0.0005)
    assert (found.lower, found.upper) == pytest.approx(long["expected"]["ci95"], abs=0.0005)
    wide = pd.read_csv(truth / "reliability" / missing["csv"], encoding="utf-8-sig")
    assert cronbach(wide, "pairwise").value == pytest.approx(missing["expected"]["alpha_pairwise"], abs=0.005)
    listwise = cronbach(wide, "listwise")
    assert listwise.value == pytest.approx(missing["expected"]["alpha_listwise"], abs=0.005)
    assert (listwise.raters, listwise.targets, listwise.left_out) == (9, 11, 3)


@pytest.mark.parametrize(
    ("measure", "table", "reason"),
    [
        (intraclass, [[1], [2]], "Fewer than two raters"),
        (intraclass, [[1, 2]], "Fewer than two targets"),
        (intraclass, [[1, None], [None, 2]], "Fewer than two targets"),
        (intraclass, [[3, 3], [3, 3]], "All ratings are the same"),
        (intraclass, [[1, 2], [2, 1]], "do not differ in their mean"),
        (intraclass, [[None, None]], "Nothing has been rated"),
        (krippendorff, [[1, None], [None, 2]], "No unit is rated by two raters"),
        (krippendorff, [[1, 1], [1, 1]], "All ratings are the same"),
        (krippendorff, [[1, 1], [1, 1], [2, None]], "All ratings are the same"),
        (cronbach, [[1], [2]], "Fewer than two items"),
        (cronbach, [[1, 2]], "Fewer than two respondents"),
        (cronbach, [[1, 2], [1, 2]], "do not differ in their sum"),
        (cronbach, [[1, 2], [2, 1]], "do not differ in their sum"),
    ],
)
def test_what_has_no_value_is_refused_with_the_reason(measure, table, reason):
    with pytest.raises(Undefined, match=reason):
        measure(pd.DataFrame(table, dtype=object))


def test_cronbach_pairwise_refuses_items_that_nobody_answered_together():
    with pytest.raises(Undefined, match=r"1 such pairs"):
        cronbach(pd.DataFrame([[1, None], [2, None], [None, 1], [None, 3]]), "pairwise")


def test_ratios_of_negative_ratings_are_refused():
    with pytest.raises(Undefined, match="below 0"):
        krippendorff(pd.DataFrame([[-1, 1], [2, 2]]), "ratio")


@pytest.mark.parametrize("measure", [intraclass, krippendorff, cronbach])
def test_texts_are_not_taken_for_numbers(measure):
    with pytest.raises(ValueError, match="number"):
        measure(pd.DataFrame([["high", "low"], ["low", "low"]]))


def test_a_rater_who_rates_a_target_twice_is_refused():
    table = pd.DataFrame({"t": [1, 1, 2], "r": ["a", "a", "b"], "v": [1, 2, 3]})
    with pytest.raises(ValueError, match="1 ratings repeat"):
        krippendorff(table, long=LongTable("t", "r", "v"))


def test_raters_who_differ_by_a_constant_are_consistent_but_do_not_agree():
    table = pd.DataFrame([[1.1, 3.1], [2.1, 4.1], [4.1, 6.1]])
    found = intraclass(table, "icc3")
    assert (found.value, found.lower, found.upper, found.f, found.p) == (1, 1, 1, np.inf, 0)
    agreement = intraclass(table, "icc2")
    assert agreement.value < 0.6
    assert agreement.lower < agreement.value < agreement.upper <= 1


@pytest.mark.parametrize("table", [[[4, 5, 1], [1, 5, 5]], [[1, 1, 3], [1, 2, 2]]])
def test_an_interval_that_does_not_exist_is_empty_and_says_so(table):
    found = intraclass(pd.DataFrame(table), "icc2")
    assert np.isnan([found.lower, found.upper]).all()
    assert found.note == "The targets' mean ratings vary too little for an interval."


def test_the_bootstrap_depends_on_the_seed_only():
    first, again, other = (krippendorff(KRIPPENDORFF, seed=seed) for seed in (1, 1, 2))
    assert first == again
    assert (first.lower, first.upper) != (other.lower, other.upper)


def random_ratings(seed, targets=30, raters=4, missing=0.0):
    random = np.random.default_rng(seed)
    ratings = np.clip(np.rint(3 + random.normal(0, 1, (targets, 1)) + random.normal(0, 0.8, (targets, raters))), 1, 5)
    ratings[random.random(ratings.shape) < missing] = np.nan
    return pd.DataFrame(ratings)


@pytest.mark.filterwarnings("ignore::pandas.errors.Pandas4Warning")  # the other program's own
@pytest.mark.parametrize("seed", range(5))
def test_icc_agrees_with_another_program(seed):
    table = random_ratings(seed, targets=8 + 5 * seed, raters=2 + seed)
    long = table.reset_index().melt(id_vars="index", var_name="rater", value_name="rating")
    oracle = pingouin.intraclass_corr(long, targets="index", raters="rater", ratings="rating").set_index("Type")
    names = dict(zip(FORMS, ["ICC(1,1)", "ICC(A,1)", "ICC(C,1)", "ICC(1,k)", "ICC(A,k)", "ICC(C,k)"], strict=True))
    for form, name in names.items():
        found, row = intraclass(table, form), oracle.loc[name]
        assert (found.value, found.f, found.p) == pytest.approx((row["ICC"], row["F"], row["pval"]), abs=1e-9)
        assert (found.lower, found.upper) == pytest.approx(tuple(row["CI95"]), abs=0.00501)


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("seed", range(5))
def test_krippendorff_agrees_with_another_program(metric, seed):
    table = random_ratings(seed, raters=2 + seed, missing=0.3)
    oracle = krippendorff_oracle.alpha(table.to_numpy().T, level_of_measurement=metric)
    assert krippendorff(table, metric, resamples=10).value == pytest.approx(oracle, abs=1e-12)


@pytest.mark.parametrize("seed", range(5))
def test_cronbach_agrees_with_another_program(seed):
    table = random_ratings(seed, raters=3 + seed)
    value, limits = pingouin.cronbach_alpha(table)
    found = cronbach(table)
    assert found.value == pytest.approx(value, abs=1e-12)
    assert (found.lower, found.upper) == pytest.approx(tuple(limits), abs=0.000501)
    with_gaps = random_ratings(seed, targets=60, raters=3 + seed, missing=0.2)
    assert cronbach(with_gaps, "pairwise").value == pytest.approx(pingouin.cronbach_alpha(with_gaps)[0], abs=1e-12)


ratings = st.lists(st.lists(st.sampled_from([1.0, 2.0, 3.0, 4.0, 5.0, np.nan]), min_size=3, max_size=3), min_size=2, max_size=12)


@settings(max_examples=60, deadline=None)
@given(ratings, st.randoms())
def test_the_order_of_targets_and_raters_never_matters(rows, random):
    table = pd.DataFrame(rows)
    shuffled = table.sample(frac=1, random_state=random.randrange(1000)).iloc[:, random.sample(range(3), 3)]
    for measure in (intraclass, krippendorff, cronbach):
        try:
            found = measure(table)
        except Undefined as reason:
            with pytest.raises(Undefined) as again:
                measure(shuffled)
            assert str(again.value) == str(reason)
            continue
        limits = (found.value, found.lower, found.upper)
        other = measure(shuffled)
        assert (other.value, other.lower, other.upper) == pytest.approx(limits, abs=1e-9, nan_ok=True)
        assert found.value <= 1


@settings(max_examples=40, deadline=None)
@given(ratings, st.floats(0.5, 50), st.floats(-50, 50))
def test_another_unit_of_measurement_never_matters(rows, factor, shift):
    table = pd.DataFrame(rows)
    for measure in (intraclass, cronbach):
        try:
            found = measure(table).value
        except Undefined:
            continue
        assert measure(table * factor + shift).value == pytest.approx(found, abs=1e-6)

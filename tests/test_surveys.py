"""Survey shares, indices and differences against published results, formulas from print, and plain counting."""

from __future__ import annotations

import time

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diagnostics.scoring.surveys.survey_figures import (
    Index,
    Layout,
    SurveyScale,
    code_survey,
    differences,
    index_of,
    index_scores,
    item_shares,
    newcombe,
    wilson,
)

FIVE = SurveyScale(codes=("1", "2", "3", "4", "5"), positive=("4", "5"), negative=("1", "2"))
# US Federal Employee Viewpoint Survey, items of 2023 and 2024 (truth/fevs/fevs_index_items_by_year.csv).
LEADERS = Index("leaders", ("Q57", "Q58", "Q59", "Q61", "Q62"))
SUPERVISORS = Index("supervisors", ("Q48", "Q50", "Q51", "Q52", "Q54"))
INTRINSIC = Index("intrinsic", ("Q2", "Q3", "Q4", "Q6", "Q7"))
EEI = Index("EEI", (LEADERS, SUPERVISORS, INTRINSIC))
GSI = Index("GSI", ("Q46", "Q70", "Q71", "Q72"))


def test_fevs_indices_are_means_of_unrounded_parts(truth):
    published = pd.read_csv(truth / "fevs" / "fevs_agency_year_half.csv")
    eei = index_of(published, Index("EEI", ("eei_leaders", "eei_supervisors", "eei_intrinsic")))
    gsi = index_of(published, Index("GSI", ("pp_recommend", "pp_job_sat", "pp_pay_sat", "pp_org_sat")))
    assert len(published) == 23
    assert eei.to_numpy() == pytest.approx(published["eei"].to_numpy(), abs=0.0075)
    assert gsi.to_numpy() == pytest.approx(published["gsi"].to_numpy(), abs=0.0075)


# Cabinet Office, Civil Service People Survey 2019, HM Revenue and Customs: items in % positive, printed rounded, and the theme.
CSPS_2019 = {
    "my work": ([81, 75, 67, 46, 61], 66),
    "objectives": ([78, 81], 79),
    "manager": ([69, 84, 79, 66, 73, 78, 69, 62, 67, 42], 69),
    "team": ([88, 84, 74], 82),
    "learning": ([61, 50, 54, 44], 52),
    "inclusion": ([76, 84, 58, 71], 72),
    "resources": ([62, 72, 79, 62, 65, 71], 68),
    "pay": ([19, 24, 17], 20),
}


@pytest.mark.parametrize("theme", CSPS_2019)
def test_csps_themes_are_means_of_their_items(theme):
    items, published = CSPS_2019[theme]
    names = [f"i{place}" for place in range(len(items))]
    assert index_of(pd.DataFrame([items], columns=names), Index(theme, tuple(names))).iloc[0] == pytest.approx(published, abs=1)


@pytest.fixture(scope="module")
def fevs(truth):
    table = pd.read_excel(
        truth / "fevs" / "fevs_sample_responses_2023_2025.xlsx", sheet_name="fevs_sample_data_3FYs_Set1", engine="calamine"
    )
    items = [name for name in table.columns if name.startswith("Q")]
    return table, code_survey(table, FIVE, items, Layout(groups=("FY",)))


def test_a_real_survey_file_is_counted_as_by_hand(fevs):
    table, survey = fevs
    shares = item_shares(survey, by=["FY"]).set_index(["FY", "item"])
    for year, rows in table.groupby("FY"):
        for item in ("Q2", "Q46", "Q90"):
            counted = [rows[item].isin(codes).mean() * 100 for codes in ([4, 5], [3], [1, 2])]
            found = shares.loc[(str(year), item)]
            assert found[["positive", "neutral", "negative"]].tolist() == pytest.approx(counted)
            assert (found["answered"], found["blank"]) == (len(rows), 0)


def test_indices_of_a_real_survey_file_are_means_of_shares(fevs):
    table, survey = fevs
    scores = index_scores(survey, [EEI, GSI], by=["FY"], resamples=200).set_index(["FY", "index"])
    for year, rows in table.groupby("FY"):
        share = rows.isin([4, 5]).mean() * 100
        parts = [share[list(part.parts)].mean() for part in (LEADERS, SUPERVISORS, INTRINSIC)]
        assert scores.loc[(str(year), "EEI"), "score"] == pytest.approx(np.mean(parts))
        assert scores.loc[(str(year), "GSI"), "score"] == pytest.approx(share[list(GSI.parts)].mean())
        assert scores.loc[(str(year), "EEI"), ["answered", "items", "items_counted"]].tolist() == [len(rows), 15, 15]


def test_the_bootstrap_is_as_wide_as_the_formula_says(fevs):
    """The index of one item set is a mean of one number a person, whose standard error is known."""
    table, survey = fevs
    person = pd.DataFrame({part.id: table[list(part.parts)].isin([4, 5]).mean(axis=1) for part in EEI.parts}).mean(axis=1) * 100
    wanted = 2 * 1.959964 * person.std() / np.sqrt(len(person))
    assert len(person) > 7000  # more respondents than units are drawn: they are dealt into groups
    found = index_scores(survey, [EEI]).iloc[0]
    assert found["score_upper"] - found["score_lower"] == pytest.approx(wanted, rel=0.08)
    few = code_survey(table.head(300), FIVE, list(survey.items))
    wanted = 2 * 1.959964 * person.head(300).std() / np.sqrt(300)
    found = index_scores(few, [EEI]).iloc[0]
    assert found["score_upper"] - found["score_lower"] == pytest.approx(wanted, rel=0.08)


# Newcombe (1998), Statistics in Medicine 17, 857-872 and 873-890: Wilson's limits (method 3, first paper, Table I) and
# those of the difference (method 10, second paper, Table II).
@pytest.mark.parametrize(
    ("r", "n", "low", "high"), [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)]
)
def test_wilson_reproduces_newcombes_table(r, n, low, high):
    assert [float(limit) / 100 for limit in wilson(100 * r / n, n)] == pytest.approx([low, high], abs=0.00005)


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
)
def test_differences_reproduce_newcombes_table(first, second, low, high):
    (after, before) = ((100 * r / n, *wilson(100 * r / n, n)) for r, n in (first, second))
    assert [float(limit) / 100 for limit in newcombe(before, after)] == pytest.approx([low, high], abs=0.00005)


def survey_of(answers, weights=None, groups=None, **more):
    """Answers as texts, one list a respondent."""
    table = pd.DataFrame(answers, columns=[f"q{place}" for place in range(len(answers[0]))])
    items = list(table.columns)
    if weights is not None:
        table["w"] = weights
    if groups is not None:
        table["unit"] = groups
    layout = Layout(weight=None if weights is None else "w", groups=() if groups is None else ("unit",))
    return code_survey(table, FIVE, items, layout, **more)


def test_dont_know_and_blank_are_in_neither_sum():
    row = item_shares(survey_of([["5"], ["4"], ["3"], ["1"], ["DK"], [""], [None], ["NA"]])).iloc[0]
    assert row[["positive", "neutral", "negative"]].tolist() == [50, 25, 25]
    assert row[["answered", "dont_know", "blank", "not_applicable", "effective"]].tolist() == [4, 1, 2, 1, 4]


def test_weights_move_the_share_and_widen_the_interval():
    plain, weighted = (item_shares(survey_of([["5"], ["5"], ["1"], ["1"]], weights)).iloc[0] for weights in (None, [3, 1, 1, 1]))
    assert weighted["positive"] == pytest.approx(100 * 4 / 6)
    assert weighted["effective"] == pytest.approx(3)  # Kish: 6² ÷ 12
    assert (weighted["positive_lower"], weighted["positive_upper"]) == pytest.approx([float(x) for x in wilson(100 * 4 / 6, 3)])
    assert plain["effective"] == 4


def test_a_reversed_item_counts_the_other_way_round():
    answers = [["5", "5"], ["4", "4"], ["1", "1"], ["3", "3"]]
    survey = survey_of(answers, reverse=["q1"])
    shares = item_shares(survey).set_index("item")
    assert shares.loc["q0", ["positive", "negative"]].tolist() == shares.loc["q1", ["negative", "positive"]].tolist() == [50, 25]
    straight, turned = (index_scores(survey, [Index("i", (item,), "index-0-100")]).iloc[0]["score"] for item in ("q0", "q1"))
    assert (straight, turned) == (56.25, 43.75)


def test_the_index_from_0_to_100_scores_the_ends_0_and_100():
    index = Index("engagement", ("q0", "q1"), "index-0-100")
    for answers, score in ((["1", "1"], 0), (["5", "5"], 100), (["2", "3"], 37.5), (["DK", "4"], 75), (["DK", ""], None)):
        found = index_scores(survey_of([answers, answers]), [index], resamples=20).iloc[0]
        assert pd.isna(found["score"]) if score is None else found["score"] == score
        assert pd.isna(found["score_lower"])  # all answered alike


def test_an_item_that_nobody_answered_is_left_out_of_the_index_and_counted():
    found = index_scores(survey_of([["5", "DK"], ["1", ""]]), [Index("i", ("q0", "q1"))]).iloc[0]
    assert found[["score", "answered", "items", "items_counted"]].tolist() == [50, 2, 2, 1]


def test_groups_at_once_equal_each_alone_and_an_empty_cell_is_a_group():
    random = np.random.default_rng(5)
    answers, units = random.integers(1, 6, (300, 4)).astype(str).tolist(), random.choice(["A", "B", ""], 300)
    index = Index("i", ("q0", "q1", "q2"))
    at_once = survey_of(answers, random.choice([0.5, 2.0], 300), units)
    for unit, name in (("A", "A"), ("", "not stated")):
        mine = np.flatnonzero(units == unit)
        alone = survey_of([answers[place] for place in mine], at_once.weights[mine])
        shares, scores = item_shares(at_once, ["unit"]), index_scores(at_once, [index], ["unit"])
        for table, row in ((shares, item_shares(alone)), (scores, index_scores(alone, [index]))):
            found = table[table["unit"] == name].drop(columns="unit").reset_index(drop=True)
            pd.testing.assert_frame_equal(found, row)


def test_a_difference_inside_its_interval_is_no_change():
    before = item_shares(survey_of([["5", "5"]] * 50 + [["1", "1"]] * 50))
    after = item_shares(survey_of([["5", "5"]] * 55 + [["5", "1"]] * 25 + [["1", "1"]] * 20))
    table = differences(before, after, on=["item"]).set_index("item")
    assert table["difference"].tolist() == pytest.approx([30, 5])
    assert table["is_change"].tolist() == [True, False]
    assert table.loc["q1", "lower"] < 0 < table.loc["q1", "upper"]
    # Which item is new, and which is gone, shows as an empty difference that is no change.
    table = differences(before.iloc[1:], after.iloc[:1], on=["item"])
    assert table["item"].tolist() == ["q1", "q0"]
    assert table["difference"].isna().all()
    assert not table["is_change"].any()


def test_differences_of_indices_use_their_intervals():
    random = np.random.default_rng(1)
    waves = [survey_of(random.choice(list("12345"), (400, 3), p=p).tolist()) for p in ([0.2] * 5, [0.1, 0.1, 0.2, 0.3, 0.3])]
    before, after = (index_scores(wave, [Index("i", ("q0", "q1", "q2"))]) for wave in waves)
    row = differences(before, after, on=["index"], of="score").iloc[0]
    assert row["difference"] == after["score"][0] - before["score"][0]
    assert row["lower"] < row["difference"] < row["upper"]
    assert row["is_change"]


def test_two_hundred_thousand_respondents_take_seconds():
    random = np.random.default_rng(0)
    items = [f"q{place}" for place in range(60)]
    table = pd.DataFrame(random.integers(1, 6, (200_000, 60), dtype=np.int8), columns=items)
    started = time.perf_counter()
    survey = code_survey(table, FIVE, items)
    assert len(item_shares(survey)) == 60
    assert index_scores(survey, [Index("all", tuple(items))]).iloc[0]["score"] == pytest.approx(40, abs=0.5)
    assert time.perf_counter() - started < 10


@given(st.integers(1, 400), st.data())
def test_wilson_stays_between_0_and_100_around_the_share(n, data):
    r = data.draw(st.integers(0, n))
    low, high = wilson(100 * r / n, n)
    assert 0 <= low <= 100 * r / n <= high <= 100
    assert high > low


answers_lists = st.lists(
    st.lists(st.sampled_from(["1", "2", "3", "4", "5", "DK", "NA", ""]), min_size=3, max_size=3), min_size=1, max_size=25
)
ALL_THREE = [Index("share", (Index("part", ("q0", "q1")), "q2")), Index("points", ("q0", "q1", "q2"), "index-0-100")]


@settings(max_examples=40, deadline=None)
@given(answers_lists, st.randoms())
def test_the_order_of_respondents_never_matters(answers, random):
    weights = [random.choice([0.3, 1.7, 2.0]) for _ in answers]
    order = random.sample(range(len(answers)), len(answers))
    one = survey_of(answers, weights)
    other = survey_of([answers[place] for place in order], [weights[place] for place in order])
    pd.testing.assert_frame_equal(item_shares(one), item_shares(other))
    pd.testing.assert_frame_equal(index_scores(one, ALL_THREE, resamples=100), index_scores(other, ALL_THREE, resamples=100))


@settings(max_examples=40, deadline=None)
@given(answers_lists)
def test_weights_of_one_equal_no_weights_and_shares_add_up(answers):
    plain, weighted = survey_of(answers), survey_of(answers, [1] * len(answers))
    shares = item_shares(plain)
    pd.testing.assert_frame_equal(shares, item_shares(weighted))
    pd.testing.assert_frame_equal(index_scores(plain, ALL_THREE, resamples=100), index_scores(weighted, ALL_THREE, resamples=100))
    assert (shares["answered"] + shares["dont_know"] + shares["not_applicable"] + shares["blank"] == len(answers)).all()
    known = shares[shares["answered"] > 0]
    assert known[["positive", "neutral", "negative"]].sum(axis=1).to_numpy() == pytest.approx(np.full(len(known), 100.0))
    assert shares.loc[shares["answered"] == 0, "positive"].isna().all()

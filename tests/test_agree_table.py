"""The table behind ``hrm-review agree``: one result an assessment, and every row that cannot be read."""

from __future__ import annotations

import pandas as pd
import pytest

from diagnostics.definitions.problems import BadInput
from diagnostics.scoring.reliability.agreement import COLUMNS, MEASURES, agree_table
from diagnostics.scoring.reliability.cronbach import cronbach
from diagnostics.scoring.reliability.krippendorff import krippendorff
from tests.test_agreement import KRIPPENDORFF, KRIPPENDORFF_ALPHA, SHROUT_FLEISS, SHROUT_FLEISS_ICC


def answers_of(assessment: str, table: pd.DataFrame, missing: str = "") -> pd.DataFrame:
    """A table targets × raters as the ANSWERS of the contract."""
    rows = [
        {"assessment": assessment, "item": f"i{item}", "answer": missing if pd.isna(value) else f"{value:g}", "respondent": f"r{rater}"}
        for item, ratings in enumerate(table.to_numpy(dtype=float))
        for rater, value in enumerate(ratings)
    ]
    return pd.DataFrame(rows)


BOTH = pd.concat([answers_of("shrout", SHROUT_FLEISS), answers_of("kripp", KRIPPENDORFF, "DK")], ignore_index=True)


def test_every_measure_gives_one_row_an_assessment():
    for measure in MEASURES:
        table = agree_table(BOTH, measure, resamples=50)
        assert list(table.columns) == list(COLUMNS)
        assert list(table["assessment"]) == ["shrout", "kripp"]


@pytest.mark.parametrize(("measure", "value"), SHROUT_FLEISS_ICC.items())
def test_targets_are_items_and_raters_are_respondents(measure, value):
    row = agree_table(BOTH, measure).iloc[0]
    assert row["value"] == pytest.approx(value, abs=0.005)
    assert (row["raters"], row["targets"], row["note"]) == (4, 6, "")


@pytest.mark.parametrize(("metric", "value"), KRIPPENDORFF_ALPHA.items())
def test_krippendorff_counts_what_is_missing_by_reason(metric, value):
    row = agree_table(BOTH, f"krippendorff-{metric}").iloc[1]
    assert row["value"] == pytest.approx(value, abs=0.0005)
    assert (row["targets"], row["left_out"], row["dont_know"], row["not_applicable"], row["blank"]) == (11, 1, 7, 0, 0)
    assert row["lower"] == krippendorff(KRIPPENDORFF, metric).lower


def test_cronbach_takes_respondents_as_rows():
    row = agree_table(BOTH, "cronbach").iloc[0]
    found = cronbach(SHROUT_FLEISS.T)
    assert (row["value"], row["raters"], row["targets"]) == (found.value, 4, 6)


def test_cronbach_may_take_missing_answers_pairwise():
    answers = answers_of("a", pd.DataFrame([[1, 2, 3, 4, None], [2, 2, 4, 4, 5], [1, 3, 3, None, 5]]))
    listwise, pairwise = (agree_table(answers, "cronbach", missing=way).iloc[0] for way in ("listwise", "pairwise"))
    assert (listwise["raters"], listwise["left_out"], listwise["blank"]) == (3, 2, 2)
    assert (pairwise["raters"], pairwise["left_out"]) == (5, 0)


def test_an_undefined_coefficient_is_empty_and_the_note_says_why():
    row = agree_table(answers_of("a", pd.DataFrame([[3, 3], [3, 3]])), "icc2").iloc[0]
    assert row[["value", "lower", "upper"]].isna().all()
    assert row["note"] == "All ratings are the same: without any variation agreement has no value."
    row = agree_table(answers_of("a", pd.DataFrame([[None, None]]), "NA"), "icc2").iloc[0]
    assert (row["note"], row["not_applicable"]) == ("Nothing has been rated.", 2)


def test_the_consensus_of_a_group_is_no_rater():
    agreed = pd.DataFrame({"assessment": "shrout", "item": ["i0", "i1"], "answer": ["7", "3"], "respondent": "consensus"})
    alone, beside = (agree_table(table, "icc2").iloc[0] for table in (BOTH, pd.concat([BOTH, agreed])))
    assert (alone["value"], alone["raters"]) == (beside["value"], beside["raters"])
    assert beside["note"] == "Answers of the consensus are not counted (2)."


def test_codes_say_which_number_a_label_stands_for():
    letters = BOTH.assign(answer=BOTH["answer"].map(lambda text: {"1": "D", "2": "C", "DK": "NU"}.get(text, text)))
    codes = {"D": 1.0, "C": 2.0, "NU": None}
    for measure in ("icc3", "krippendorff-ordinal"):
        found, wanted = agree_table(letters, measure, codes=codes, resamples=50), agree_table(BOTH, measure, resamples=50)
        pd.testing.assert_series_equal(found["value"], wanted["value"])
    assert found["not_applicable"].tolist() == [0, 7]


def test_labels_may_stay_labels_on_a_nominal_scale():
    letters = BOTH.assign(answer=BOTH["answer"].map(lambda text: {"1": "D", "2": "C", "3": "3.0"}.get(text, text)))
    found, wanted = (agree_table(table, "krippendorff-nominal", resamples=50) for table in (letters, BOTH))
    pd.testing.assert_series_equal(found["value"], wanted["value"])


def test_assessments_at_once_equal_each_alone_in_any_order_of_rows():
    at_once = agree_table(BOTH.sample(frac=1, random_state=1), "krippendorff-interval").set_index("assessment")
    for name, rows in BOTH.groupby("assessment"):
        alone = agree_table(rows, "krippendorff-interval").set_index("assessment")
        pd.testing.assert_series_equal(alone.loc[name], at_once.loc[name])


def test_numbers_may_come_as_numbers():
    numbers = BOTH.assign(answer=pd.to_numeric(BOTH["answer"], errors="coerce"))
    assert agree_table(numbers, "icc2")["value"].tolist() == agree_table(BOTH, "icc2")["value"].tolist()


def test_every_row_that_cannot_be_read_is_told_at_once():
    rows = [
        ("shrout", "i0", "often", "r9"),
        ("shrout", "i1", "often", "r9"),
        ("", "i2", "3", "r9"),
        ("shrout", "i3", "1e999", "r9"),
        ("shrout", "i0", "3", "r0"),
        ("shrout", "i4", "3", ""),
        ("", "", "", ""),
    ]
    bad = pd.DataFrame(rows, columns=["assessment", "item", "answer", "respondent"])
    with pytest.raises(BadInput) as raised:
        agree_table(pd.concat([BOTH, bad]), "icc2", file="answers.csv")
    found = {(problem.kind, problem.row, problem.found) for problem in raised.value.problems}
    assert found == {
        ("not-a-number", 74, "often"),
        ("missing-assessment", 76, None),
        ("not-a-number", 77, "1e999"),
        ("repeated-answer", 2, None),
        ("missing-respondent", 79, None),
    }
    assert "In 2 rows: 74, 75." in str(raised.value)


def test_missing_columns_are_named():
    with pytest.raises(BadInput, match="respondent"):
        agree_table(BOTH.drop(columns="respondent"), "icc2")


def test_an_empty_table_is_refused():
    with pytest.raises(BadInput, match="no answer"):
        agree_table(BOTH.iloc[:0], "icc2")


def test_an_unknown_measure_is_refused_with_those_allowed():
    with pytest.raises(ValueError, match="krippendorff-ordinal"):
        agree_table(BOTH, "kappa")

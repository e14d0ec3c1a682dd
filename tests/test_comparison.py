"""Two sets of scores compared: published differences and intervals, what may be called a change, and parts that add up."""

from __future__ import annotations

import json
import math

import pandas as pd
import pytest

from diagnostics.definitions.crosswalk import parse_crosswalk
from diagnostics.definitions.problems import BadInput
from diagnostics.scoring import score_answers
from diagnostics.scoring.comparing.comparison import compare_scores, comparison_table
from diagnostics.scoring.comparing.comparison_words import comparison_json, comparison_text
from diagnostics.scoring.intervals import wilson
from tests.comparison_material import answers_of, compared, leaf, node, people, rows_of, scores_of, share, standard_of

TREE = standard_of(
    node(
        "N",
        "mean",
        node("P", "mean", leaf("p1"), leaf("p2"), name="Jobs", weight=2),
        node("Q", "minimum", leaf("q1", "level"), leaf("q2", "level"), name="Pay"),
    )
)
SURVEY = standard_of(node("T", "mean", share("s1"), share("s2"), name="Climate"))


def test_the_published_difference_comes_from_unrounded_scores():
    # Published example: 75.43647583 and 74.63572484 print as 75, 75 and +1.
    standard = standard_of(share("satisfied", name="Satisfied"))
    rows = scores_of(standard, {"satisfied": people(3, 1)})
    a, b = (rows.assign(score=score, lowest=score, highest=score, answered=5000) for score in (74.63572484, 75.43647583))
    comparison = compare_scores(a, b, standard, standard)
    assert rows_of(comparison)["satisfied"].difference == pytest.approx(0.80075099)
    assert any(line.split()[:6] == ["satisfied", "Satisfied", "75", "75", "+1", "-1"] for line in comparison_text(comparison))


# Newcombe (1998), Statistics in Medicine 17, Table II, method 10: the difference of two shares, here second minus first.
@pytest.mark.parametrize(
    ("second", "first", "low", "high"),
    [((56, 70), (48, 80), 5.24, 33.39), ((9, 10), (3, 10), 17.05, 80.90), ((10, 10), (0, 20), 67.91, 100)],
)
def test_shares_of_a_survey_get_the_published_interval(second, first, low, high):
    standard = standard_of(share("s"))
    a, b = ({"s": people(positive, all_people - positive)} for positive, all_people in (first, second))
    row = rows_of(compared(standard, a, b))["s"]
    assert (row.low, row.high) == (pytest.approx(low, abs=0.01), pytest.approx(high, abs=0.01))
    assert row.called == "change up" and (row.people_a, row.people_b) == (first[1], second[1])


def test_a_difference_within_its_interval_is_not_called_a_change():
    before = {"s1": people(50, 50), "s2": people(20, 80)}
    after = {"s1": people(55, 45, 7), "s2": people(60, 40)}
    rows = rows_of(compared(SURVEY, before, after))
    assert [rows[node].called for node in ("s1", "s2", "T")] == ["no change", "change up", "change up"]
    assert rows["s1"].difference == pytest.approx(5) and rows["s1"].low < 0 < rows["s1"].high
    # By hand: the limits of the node are the means of its items' limits, for their answers may go together fully.
    limits = [[float(one) for one in wilson(share, 100)] for share in (50, 20, 55, 60)]
    below, above = 57.5 - (limits[2][0] + limits[3][0]) / 2, (limits[0][1] + limits[1][1]) / 2 - 35
    assert rows["T"].low == pytest.approx(22.5 - math.hypot(below, above))
    assert rows["s1"].low < rows["s1"].difference < rows["s1"].high


def test_a_single_item_gives_its_node_its_own_interval():
    standard = standard_of(node("T", "mean", share("s")))
    rows = rows_of(compared(standard, {"s": people(30, 20)}, {"s": people(20, 30)}))
    assert (rows["T"].low, rows["T"].high) == (pytest.approx(rows["s"].low), pytest.approx(rows["s"].high))


def test_no_interval_under_a_rule_that_does_not_add_up():
    standard = standard_of(node("T", "minimum", share("s1"), share("s2")))
    row = rows_of(compared(standard, {"s1": people(30, 20), "s2": people(40, 10)}, {"s1": people(45, 5), "s2": people(41, 9)}))["T"]
    assert row.called == "not comparable" and row.note == "no interval can be given for these survey answers under this rule"


def test_unanswered_items_may_explain_a_difference():
    before, after = {"p1": "2", "p2": "DK", "q1": "1", "q2": "1"}, {"p1": "2", "p2": "4", "q1": "1", "q2": "1"}
    rows = rows_of(compared(TREE, before, after))
    assert rows["P"].open_items and "the unanswered items could explain the difference" in rows["P"].note
    assert rows["p2"].note == "no score in A" and rows["p2"].called == "not comparable"
    rows = rows_of(compared(TREE, before | {"p2": "2"}, after))
    assert not rows["P"].open_items and rows["P"].called == "change up"


def test_the_words_of_a_comparison():
    before = {"p1": "2", "p2": "DK", "q1": ("3", "D1"), "q2": "4"}
    after = {"p1": "3", "p2": "5", "q1": ("3", "D1"), "q2": ("4", "D2")}
    comparison = compare_scores(scores_of(TREE, before, "2024"), scores_of(TREE, after, "2026"), TREE, TREE)
    assert comparison_text(comparison)[:14] == [
        "A: small 1.0. B: small 1.0. Differences are B minus A, taken before rounding.",
        "Comparability: 100 % (4 of the 4 items of either are shared).",
        "Nothing changed between the standards.",
        "",
        "A: 2024, B: 2026",
        "                   A     B  B minus A",
        "  N             1.67  3.67      +2.00  change up",
        "    P Jobs      2.00  4.00      +2.00  change up",
        "      p1        2.00  3.00      +1.00  change up",
        "      p2    no score  5.00          -  not comparable (no score in A)",
        "    Q Pay       1.00  3.00      +2.00  change up (the unanswered items could explain the difference)",
        "      q1        3.00  3.00       0.00  no change",
        "      q2        1.00  4.00      +3.00  change up (the unanswered items could explain the difference)",
        "",
    ]
    text = "\n".join(comparison_text(comparison))
    assert (
        "N rose by 2.00, from 1.67 to 3.67: +1.33 from P Jobs (2.00 to 4.00); "
        "+0.67 from Q Pay (1.00 to 3.00; marked * in A for want of evidence, not in B)." in text
    )
    assert "P Jobs rose by 2.00, from 2.00 to 4.00: +1.00 from p2, which counts only in B (don't know in A, answered in B); " in text
    assert (
        "Q Pay rose by 2.00, from 1.00 to 3.00, under the rule minimum. Below it: "
        "q2 (1.00 to 4.00; lowest in A; marked * in A for want of evidence, not in B); q1 (3.00 to 3.00; lowest in B)." in text
    )
    assert "N down to the items: +0.67 from p2, which counts only in B (don't know in A, answered in B); +0.67 from Q Pay (1.00" in text


def test_a_new_item_as_good_as_the_rest_brings_nothing():
    old, new = (standard_of(node("N", "mean", *(leaf(item) for item in items)), version=v) for items, v in (("ab", "1"), ("abc", "2")))
    comparison = compare_scores(scores_of(old, {"a": "3", "b": "3"}), scores_of(new, {"a": "3", "b": "3", "c": "3"}), old, new)
    assert comparison.pairs[0].children["N"] == ()
    comparison = compare_scores(scores_of(old, {"a": "3", "b": "3"}), scores_of(new, {"a": "3", "b": "3", "c": "5"}), old, new)
    row = rows_of(comparison)["N"]
    assert row.difference == pytest.approx(2 / 3) and row.shared_difference == 0 and row.called == "no change"
    assert row.note == "judged on the 2 of 3 items that are shared"
    assert {part.node: round(part.amount, 9) for part in comparison.pairs[0].children["N"]} == {
        "c": pytest.approx(5 / 9),
        "a": pytest.approx(1 / 18),
        "b": pytest.approx(1 / 18),
    }
    assert rows_of(comparison)["c"].note == "only in B: new"


def test_versions_with_a_crosswalk_compare_in_both_directions():
    old = standard_of(node("N", "mean", leaf("a"), leaf("b", question="Old?")), version="1.0")
    new = standard_of(node("N", "mean", leaf("a"), leaf("c", question="New?")), version="2.0")
    text = 'crosswalk: small\nfrom: "1.0"\nto: "2.0"\nitems: [{from: b, to: c, change: reworded}]\n'
    a, b = scores_of(old, {"a": "2", "b": "3"}), scores_of(new, {"a": "4", "c": "4"})
    there, back = (compare_scores(*both, parse_crosswalk(text)) for both in ((a, b, old, new), (b, a, new, old)))
    assert (there.comparability, back.comparability) == (50, 50)
    row = rows_of(there)["b"]
    assert (row.node_b, row.called, row.note) == ("c", "not comparable", "reworded") and math.isnan(row.difference)
    assert [part.kind for part in there.pairs[0].children["N"]] == ["score", "not comparable"]
    assert rows_of(there)["N"].shared_difference == 2 == -rows_of(back)["N"].shared_difference
    comparable = compare_scores(a, b, old, new, parse_crosswalk(text.replace("reworded", "reworded, comparable: true")))
    assert comparable.comparability == 100 and rows_of(comparable)["b"].called == "change up"
    with pytest.raises(BadInput, match="between the two versions"):
        compare_scores(a, a, old, old, parse_crosswalk(text))


def test_a_changed_rule_is_never_called_a_change():
    old = standard_of(node("N", "mean", node("P", "mean", leaf("a"), leaf("b"))))
    new = standard_of(node("N", "mean", node("P", "minimum", leaf("a"), leaf("b"))))
    rows = rows_of(compare_scores(scores_of(old, {"a": "2", "b": "4"}), scores_of(new, {"a": "2", "b": "4"}), old, new))
    assert [rows[one].called for one in ("N", "P", "a")] == ["not comparable", "not comparable", "no change"]
    assert rows["N"].note == "places or weights below it changed; the rule of P changed" and rows["N"].difference == -1


def test_assessments_are_paired_by_name_or_as_told():
    standard = standard_of(leaf("i"))
    a = pd.concat([scores_of(standard, {"i": "1"}, "self"), scores_of(standard, {"i": "2"}, "expert")])
    b = pd.concat([scores_of(standard, {"i": "4"}, "expert"), scores_of(standard, {"i": "5"}, "peers")])
    comparison = compare_scores(a, b, standard, standard)
    assert [(pair.a, pair.b) for pair in comparison.pairs] == [("expert", "expert")]
    assert (comparison.unpaired_a, comparison.unpaired_b) == (("self",), ("peers",))
    comparison = compare_scores(a, b, standard, standard, pairs={"self": "peers"})
    assert rows_of(comparison)["i"].difference == 4
    with pytest.raises(BadInput) as caught:
        compare_scores(a, b, standard, standard, pairs={"slef": "peers", "self": "pears"})
    assert [problem.found for problem in caught.value.problems] == ["slef", "pears"]
    with pytest.raises(BadInput, match="Say which belong together"):
        compare_scores(a, b[b["assessment"] == "peers"], standard, standard)


def test_the_table_and_the_json_hold_every_node():
    given = {"p1": "2", "p2": "DK", "q1": "1", "q2": "1"}
    comparison = compared(TREE, given, given | {"p2": "4"})
    table = comparison_table(comparison)
    assert table["node"].tolist() == ["N", "P", "p1", "p2", "Q", "q1", "q2"]
    assert table["difference"].dtype == float and table["people_a"].isna().all()
    data = json.loads(comparison_json(comparison))
    assert data["pairs"][0]["nodes"][3]["score_a"] is None and data["comparability"] == 100
    assert data["pairs"][0]["children"]["P"][0]["kind"] == "only in B"


def test_real_agency_figures_of_two_years(truth):
    published = pd.read_csv(truth / "fevs" / "fevs_agency_year_half.csv")
    years = published[published["agency"] == "ALL"].set_index("year")
    standard = standard_of(share("job"))
    base = scores_of(standard, {"job": people(3, 1)})
    first, last = years.index.min(), years.index.max()
    sides = [base.assign(score=years.loc[year, "pp_job_sat"], answered=int(years.loc[year, "n_resp"])) for year in (first, last)]
    row = rows_of(compare_scores(*sides, standard, standard))["job"]
    assert row.difference == pytest.approx(years.loc[last, "pp_job_sat"] - years.loc[first, "pp_job_sat"])
    assert row.high - row.low < 1  # half a million people
    assert row.called == ("change up" if row.difference > 0 else "change down")


def test_answers_never_need_a_respondent():
    answers = answers_of({"p1": "2", "p2": "3", "q1": "1", "q2": "1"}).drop(columns=["respondent", "evidence"])
    scores = score_answers(answers, TREE)
    assert rows_of(compare_scores(scores, scores, TREE, TREE))["N"].called == "no change"

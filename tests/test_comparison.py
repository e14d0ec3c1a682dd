"""Two sets of scores compared: published differences and intervals, what may be called a change, and parts that add up."""

from __future__ import annotations

import json
import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diagnostics.definitions.crosswalk import parse_crosswalk
from diagnostics.definitions.problems import BadInput
from diagnostics.scoring import score_answers
from diagnostics.scoring.comparison import compare_scores, comparison_table
from diagnostics.scoring.comparison_words import comparison_json, comparison_text
from diagnostics.scoring.intervals import wilson
from diagnostics.scoring.small_groups import shown_counts, withheld_nodes
from tests.comparison_material import answers_of, leaf, node, people, scores_of, share, standard_of
from tests.random_standards import answers_to, standards

MANY = settings(max_examples=30, deadline=None, derandomize=True)
TREE = standard_of(
    node(
        "N",
        "mean",
        node("P", "mean", leaf("p1"), leaf("p2"), name="Jobs", weight=2),
        node("Q", "minimum", leaf("q1", "level"), leaf("q2", "level"), name="Pay"),
    )
)
SURVEY = standard_of(node("T", "mean", share("s1"), share("s2"), name="Climate"))


def _rows(comparison, pair: int = 0) -> dict:
    return {row.id: row for row in comparison.pairs[pair].nodes}


def _compared(standard, a: dict, b: dict, **keys):
    return compare_scores(scores_of(standard, a), scores_of(standard, b), standard, standard, **keys)


def test_the_published_difference_comes_from_unrounded_scores():
    # Published example: 75.43647583 and 74.63572484 print as 75, 75 and +1.
    standard = standard_of(share("satisfied", name="Satisfied"))
    rows = scores_of(standard, {"satisfied": people(3, 1)})
    a, b = (rows.assign(score=score, lowest=score, highest=score, answered=5000) for score in (74.63572484, 75.43647583))
    comparison = compare_scores(a, b, standard, standard)
    assert _rows(comparison)["satisfied"].difference == pytest.approx(0.80075099)
    assert any(line.split()[:6] == ["satisfied", "Satisfied", "75", "75", "+1", "-1"] for line in comparison_text(comparison))


# Newcombe (1998), Statistics in Medicine 17, Table II, method 10: the difference of two shares, here second minus first.
@pytest.mark.parametrize(
    ("second", "first", "low", "high"),
    [((56, 70), (48, 80), 5.24, 33.39), ((9, 10), (3, 10), 17.05, 80.90), ((10, 10), (0, 20), 67.91, 100)],
)
def test_shares_of_a_survey_get_the_published_interval(second, first, low, high):
    standard = standard_of(share("s"))
    a, b = ({"s": people(positive, all_people - positive)} for positive, all_people in (first, second))
    row = _rows(_compared(standard, a, b))["s"]
    assert (row.low, row.high) == (pytest.approx(low, abs=0.01), pytest.approx(high, abs=0.01))
    assert row.called == "change up" and (row.people_a, row.people_b) == (first[1], second[1])


def test_a_difference_within_its_interval_is_not_called_a_change():
    before = {"s1": people(50, 50), "s2": people(20, 80)}
    after = {"s1": people(55, 45, 7), "s2": people(60, 40)}
    rows = _rows(_compared(SURVEY, before, after))
    assert [rows[node].called for node in ("s1", "s2", "T")] == ["no change", "change up", "change up"]
    assert rows["s1"].difference == pytest.approx(5) and rows["s1"].low < 0 < rows["s1"].high
    # By hand: the limits of the node are the means of its items' limits, for their answers may go together fully.
    limits = [[float(one) for one in wilson(share, 100)] for share in (50, 20, 55, 60)]
    below, above = 57.5 - (limits[2][0] + limits[3][0]) / 2, (limits[0][1] + limits[1][1]) / 2 - 35
    assert rows["T"].low == pytest.approx(22.5 - math.hypot(below, above))
    assert rows["s1"].low < rows["s1"].difference < rows["s1"].high


def test_a_single_item_gives_its_node_its_own_interval():
    standard = standard_of(node("T", "mean", share("s")))
    rows = _rows(_compared(standard, {"s": people(30, 20)}, {"s": people(20, 30)}))
    assert (rows["T"].low, rows["T"].high) == (pytest.approx(rows["s"].low), pytest.approx(rows["s"].high))


def test_no_interval_under_a_rule_that_does_not_add_up():
    standard = standard_of(node("T", "minimum", share("s1"), share("s2")))
    row = _rows(_compared(standard, {"s1": people(30, 20), "s2": people(40, 10)}, {"s1": people(45, 5), "s2": people(41, 9)}))["T"]
    assert row.called == "not comparable" and row.note == "no interval can be given for these survey answers under this rule"


def test_unanswered_items_may_explain_a_difference():
    before, after = {"p1": "2", "p2": "DK", "q1": "1", "q2": "1"}, {"p1": "2", "p2": "4", "q1": "1", "q2": "1"}
    rows = _rows(_compared(TREE, before, after))
    assert rows["P"].open_items and "the unanswered items could explain the difference" in rows["P"].note
    assert rows["p2"].note == "no score in A" and rows["p2"].called == "not comparable"
    rows = _rows(_compared(TREE, before | {"p2": "2"}, after))
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
    row = _rows(comparison)["N"]
    assert row.difference == pytest.approx(2 / 3) and row.shared_difference == 0 and row.called == "no change"
    assert row.note == "judged on the 2 of 3 items that are shared"
    assert {part.node: round(part.amount, 9) for part in comparison.pairs[0].children["N"]} == {
        "c": pytest.approx(5 / 9),
        "a": pytest.approx(1 / 18),
        "b": pytest.approx(1 / 18),
    }
    assert _rows(comparison)["c"].note == "only in B: new"


def test_versions_with_a_crosswalk_compare_in_both_directions():
    old = standard_of(node("N", "mean", leaf("a"), leaf("b", question="Old?")), version="1.0")
    new = standard_of(node("N", "mean", leaf("a"), leaf("c", question="New?")), version="2.0")
    text = 'crosswalk: small\nfrom: "1.0"\nto: "2.0"\nitems: [{from: b, to: c, change: reworded}]\n'
    a, b = scores_of(old, {"a": "2", "b": "3"}), scores_of(new, {"a": "4", "c": "4"})
    there, back = (compare_scores(*both, parse_crosswalk(text)) for both in ((a, b, old, new), (b, a, new, old)))
    assert (there.comparability, back.comparability) == (50, 50)
    row = _rows(there)["b"]
    assert (row.node_b, row.called, row.note) == ("c", "not comparable", "reworded") and math.isnan(row.difference)
    assert [part.kind for part in there.pairs[0].children["N"]] == ["score", "not comparable"]
    assert _rows(there)["N"].shared_difference == 2 == -_rows(back)["N"].shared_difference
    comparable = compare_scores(a, b, old, new, parse_crosswalk(text.replace("reworded", "reworded, comparable: true")))
    assert comparable.comparability == 100 and _rows(comparable)["b"].called == "change up"
    with pytest.raises(BadInput, match="between the two versions"):
        compare_scores(a, a, old, old, parse_crosswalk(text))


def test_a_changed_rule_is_never_called_a_change():
    old = standard_of(node("N", "mean", node("P", "mean", leaf("a"), leaf("b"))))
    new = standard_of(node("N", "mean", node("P", "minimum", leaf("a"), leaf("b"))))
    rows = _rows(compare_scores(scores_of(old, {"a": "2", "b": "4"}), scores_of(new, {"a": "2", "b": "4"}), old, new))
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
    assert _rows(comparison)["i"].difference == 4
    with pytest.raises(BadInput) as caught:
        compare_scores(a, b, standard, standard, pairs={"slef": "peers", "self": "pears"})
    assert [problem.found for problem in caught.value.problems] == ["slef", "pears"]
    with pytest.raises(BadInput, match="Say which belong together"):
        compare_scores(a, b[b["assessment"] == "peers"], standard, standard)


def test_the_table_and_the_json_hold_every_node():
    given = {"p1": "2", "p2": "DK", "q1": "1", "q2": "1"}
    comparison = _compared(TREE, given, given | {"p2": "4"})
    table = comparison_table(comparison)
    assert table["node"].tolist() == ["N", "P", "p1", "p2", "Q", "q1", "q2"]
    assert table["difference"].dtype == float and table["people_a"].isna().all()
    data = json.loads(comparison_json(comparison))
    assert data["pairs"][0]["nodes"][3]["score_a"] is None and data["comparability"] == 100
    assert data["pairs"][0]["children"]["P"][0]["kind"] == "only in B"


# A survey of few people: their figures, and those they would follow from, are withheld.
def test_figures_of_few_people_are_withheld_with_what_gives_them_away():
    standard = standard_of(node("T", "mean", share("s1"), share("s2"), share("s3")))
    a = {"s1": people(5, 3), "s2": people(20, 20), "s3": people(30, 30)}
    b = {"s1": people(20, 20), "s2": people(20, 20), "s3": people(60)}
    comparison = _compared(standard, a, b)
    rows = _rows(comparison)
    assert [one for one in rows if rows[one].withheld] == ["s1", "s2"]
    assert math.isnan(rows["s1"].score_a) and math.isnan(rows["s1"].difference) and rows["s1"].people_a is None
    assert rows["T"].difference == pytest.approx((50 + 0 - 12.5) / 3)
    parts = comparison.pairs[0].children["T"]
    assert [part.kind for part in parts] == ["score", "withheld"] and sum(part.amount for part in parts) == pytest.approx(12.5)
    assert "62.5" not in "\n".join(comparison_text(comparison)) + comparison_json(comparison)
    everything = _rows(_compared(standard, {item: people(5, 3) for item in a}, b))
    assert all(math.isnan(row.score_a) for row in everything.values())


@MANY
@given(st.data())
def test_a_withheld_figure_does_not_follow_from_those_told(data):
    standard = data.draw(standards(depth=2, rules=("mean", "sum")))
    counts = {item.id: data.draw(st.sampled_from([0, 4, 9, 10, 12, 50])) for item in standard.leaves()}
    hidden = sorted(withheld_nodes(standard, counts, 10))
    small = [item for item, count in counts.items() if 0 < count < 10]
    assert set(small) <= set(hidden)
    equations = []
    for placed in standard.nodes():
        children = placed.node.children
        if children and any(child.weight > 0 for child in children):
            counting = [child for child in children if not child.is_leaf or counts[child.id]]
            total = sum(child.weight for child in counting) if placed.node.aggregate == "mean" else 1
            line = {child.id: child.weight / (total or 1) for child in counting} | {placed.node.id: -1}
            equations.append([line.get(one, 0) for one in hidden])
    matrix = np.array([line for line in equations if any(line)] or [[0] * len(hidden)])
    for item in small:
        own = np.array([[float(one == item) for one in hidden]])
        assert np.linalg.matrix_rank(np.vstack([matrix, own])) > np.linalg.matrix_rank(matrix), item


def test_small_counts_are_not_told_and_cannot_be_subtracted():
    assert shown_counts({"5": 20, "4": 12, "1": 3}, 10) == {"5": 20, "4": None, "1": None}
    assert shown_counts({"5": 20, "4": 8, "1": 7}, 10) == {"5": 20, "4": None, "1": None}
    assert shown_counts({"5": 20, "1": 0}, 10) == {"5": 20, "1": 0}


def _two(data, **keys):
    standard = data.draw(standards(**keys))
    return standard, *(score_answers(data.draw(answers_to(standard)), standard) for _ in range(2))


@MANY
@given(st.data())
def test_compared_with_itself_nothing_differs(data):
    standard, a, _ = _two(data)
    comparison = compare_scores(a, a, standard, standard, threshold=1)
    assert comparison.comparability == 100 and comparison.changes == ()
    rows = comparison.pairs[0].nodes
    assert all(row.difference == 0 for row in rows if not math.isnan(row.difference)) and all(row.shared for row in rows)
    assert {row.called for row in rows} <= {"no change", "not comparable"}
    assert not any(comparison.pairs[0].children.values())


TURNED = {"change up": "change down", "change down": "change up"}


@MANY
@given(st.data())
def test_changing_a_with_b_turns_every_sign(data):
    standard, a, b = _two(data)
    there, back = compare_scores(a, b, standard, standard, threshold=1), compare_scores(b, a, standard, standard, threshold=1)
    for one, other in zip(there.pairs[0].nodes, back.pairs[0].nodes, strict=True):
        np.testing.assert_allclose([one.difference, one.low, one.high], [-other.difference, -other.high, -other.low], atol=1e-9)
        assert TURNED.get(one.called, one.called) == other.called
    for node_id, parts in there.pairs[0].children.items():
        amounts = {(part.node, part.kind.translate(str.maketrans("AB", "BA"))): part.amount for part in parts}
        turned = {(part.node, part.kind): -part.amount for part in back.pairs[0].children[node_id]}
        assert amounts.keys() == turned.keys()
        np.testing.assert_allclose(list(amounts.values()), [turned[key] for key in amounts], atol=1e-9)


def _assert_adds_up(comparison) -> None:
    rows = _rows(comparison)
    for parts in (comparison.pairs[0].children, comparison.pairs[0].items):
        for node_id, found in parts.items():
            amounts = [part.amount for part in found]
            if rows[node_id].rule in ("mean", "sum", "points") and not np.isnan(amounts).any():
                assert sum(amounts) == pytest.approx(rows[node_id].difference, abs=1e-9)


@pytest.mark.parametrize("rules", [("mean",), ("sum",), ("points",), ("mean", "sum", "points", "minimum")], ids=" ".join)
@MANY
@given(st.data())
def test_the_parts_add_up_to_the_difference(rules, data):
    standard, a, b = _two(data, rules=rules)
    comparison = compare_scores(a, b, standard, standard, threshold=1)
    _assert_adds_up(comparison)
    for row in comparison.pairs[0].nodes:
        if row.rule in ("mean", "sum", "points") and not math.isnan(row.difference):
            assert not any(math.isnan(part.amount) for part in comparison.pairs[0].children[row.id])


@MANY
@given(st.data())
def test_the_parts_add_up_between_two_standards_too(data):
    standard = data.draw(standards(rules=("mean", "sum")))
    leaves = [item.id for item in standard.leaves()]
    out = data.draw(st.lists(st.sampled_from(leaves), unique=True, max_size=len(leaves) - 1)) if len(leaves) > 1 else []
    other = standard.without(out) if out else standard
    a, b = (score_answers(data.draw(answers_to(one)), one) for one in (standard, other))
    comparison = compare_scores(a, b, standard, other, threshold=1)
    _assert_adds_up(comparison)
    assert comparison.shared_items == len(leaves) - len(out)
    assert comparison.comparability == pytest.approx(100 * (len(leaves) - len(out)) / len(leaves))


@MANY
@given(st.data())
def test_words_and_json_are_always_there(data):
    standard, a, b = _two(data, depth=3)
    comparison = compare_scores(a, b, standard, standard)
    assert all(isinstance(line, str) and "nan" not in line.split() for line in comparison_text(comparison, depth=9))
    json.loads(comparison_json(comparison))
    assert len(comparison_table(comparison)) == len(standard.nodes())


def test_real_agency_figures_of_two_years(truth):
    published = pd.read_csv(truth / "fevs" / "fevs_agency_year_half.csv")
    years = published[published["agency"] == "ALL"].set_index("year")
    standard = standard_of(share("job"))
    base = scores_of(standard, {"job": people(3, 1)})
    first, last = years.index.min(), years.index.max()
    sides = [base.assign(score=years.loc[year, "pp_job_sat"], answered=int(years.loc[year, "n_resp"])) for year in (first, last)]
    row = _rows(compare_scores(*sides, standard, standard))["job"]
    assert row.difference == pytest.approx(years.loc[last, "pp_job_sat"] - years.loc[first, "pp_job_sat"])
    assert row.high - row.low < 1  # half a million people
    assert row.called == ("change up" if row.difference > 0 else "change down")


def test_answers_never_need_a_respondent():
    answers = answers_of({"p1": "2", "p2": "3", "q1": "1", "q2": "1"}).drop(columns=["respondent", "evidence"])
    scores = score_answers(answers, TREE)
    assert _rows(compare_scores(scores, scores, TREE, TREE))["N"].called == "no change"

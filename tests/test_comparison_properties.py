"""What must hold of every comparison: parts that add up, signs that turn, and nothing of a small group that could be worked out."""

from __future__ import annotations

import json
import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from diagnostics.definitions.standard import SHARES, Node, Standard
from diagnostics.scoring import score_answers
from diagnostics.scoring.comparing.comparison import compare_scores, comparison_table
from diagnostics.scoring.comparing.comparison_words import comparison_json, comparison_text
from diagnostics.scoring.explaining.explanation import explain_score, explanation_json
from diagnostics.scoring.explaining.explanation_words import explanation_text
from diagnostics.scoring.small_groups import shown_counts, told_scores, withheld_nodes
from tests.comparison_material import compared, node, people, rows_of, share, standard_of
from tests.random_standards import answers_to, given_answers, standards

MANY = settings(max_examples=30, deadline=None, derandomize=True)
UNSHRUNK = settings(MANY, phases=[Phase.generate])  # each example is scored many times: a smaller one would take minutes to find


# A survey of few people: their figures, and those they would follow from, are withheld.
def test_figures_of_few_people_are_withheld_with_what_gives_them_away():
    standard = standard_of(node("T", "mean", share("s1"), share("s2"), share("s3")))
    a = {"s1": people(5, 3), "s2": people(20, 20), "s3": people(30, 30)}
    b = {"s1": people(20, 20), "s2": people(20, 20), "s3": people(60)}
    comparison = compared(standard, a, b)
    rows = rows_of(comparison)
    assert [one for one in rows if rows[one].withheld] == ["T", "s1"]
    assert math.isnan(rows["s1"].score_a) and math.isnan(rows["s1"].difference) and rows["s1"].people_a is None
    assert math.isnan(rows["T"].score_a) and math.isnan(rows["T"].difference) and rows["T"].score_b == pytest.approx(200 / 3)
    assert comparison.pairs[0].children == {} == comparison.pairs[0].items
    assert (rows["s2"].difference, rows["s3"].difference) == (0, 50)
    assert "62.5" not in "\n".join(comparison_text(comparison)) + comparison_json(comparison)
    everything = rows_of(compared(standard, {item: people(5, 3) for item in a}, b))
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


def _is_survey(leaf: Node) -> bool:
    return leaf.respondents in SHARES


@st.composite
def _surveys(draw) -> Standard:
    return draw(standards(depth=1, rules=("mean", "sum", "minimum", "points")).filter(lambda one: any(map(_is_survey, one.leaves()))))


def _few_say_something_else(data, answers: pd.DataFrame, standard: Standard, threshold: int) -> pd.DataFrame:
    """The same people answer the same survey items; only what they say to items of few opinions is drawn anew."""
    changed = answers.copy()
    for item in filter(_is_survey, standard.leaves()):
        scale = standard.scale_of(item)
        opinions = answers.index[(answers["item"] == item.id) & ~answers["answer"].isin(["", "DK", *scale.special_codes()])]
        if len(opinions) < threshold:
            changed.loc[opinions, "answer"] = [data.draw(st.sampled_from(given_answers(scale))) for _ in opinions]
    return changed


def _everything_told(answers: pd.DataFrame, before: pd.DataFrame, standard: Standard, threshold: int) -> list[str]:
    """All that a reader gets to see of a wave and of its comparison with another."""
    scores, earlier = score_answers(answers, standard), score_answers(before, standard)
    told = [told_scores(scores, standard, threshold).to_csv()]
    for root in standard.roots:
        explanation = explain_score(scores, answers, standard, None, root.id, threshold)
        told += [*explanation_text(explanation), explanation_json(explanation)]
    comparison = compare_scores(earlier, scores, standard, standard, threshold=threshold)
    return [*told, *comparison_text(comparison, depth=9), comparison_json(comparison), comparison_table(comparison).to_csv()]


@UNSHRUNK
@given(st.data())
def test_what_few_people_say_changes_nothing_that_is_told(data):
    """What does not depend on their answers cannot give them away, whatever a reader reckons with."""
    standard, threshold = data.draw(_surveys()), 3
    answers, before = (data.draw(answers_to(standard)) for _ in range(2))
    others = _few_say_something_else(data, answers, standard, threshold)
    assert _everything_told(answers, before, standard, threshold) == _everything_told(others, before, standard, threshold)


def test_a_small_count_hides_those_it_would_follow_from():
    assert shown_counts({"5": 20, "4": 12, "1": 3}, 10) == {"5": None, "4": None, "1": None}
    assert shown_counts({"5": 20, "4": 10, "1": 0}, 10) == {"5": 20, "4": 10, "1": 0}


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
    rows = rows_of(comparison)
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

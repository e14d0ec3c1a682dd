"""What must hold of scores under every rule, whatever the standard and the answers."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from diagnostics.definitions.standard_loading import parse_standard
from diagnostics.scoring import score_answers
from diagnostics.scoring import scores as scores_module
from tests.random_standards import RULES, answers_to, given_answers, leaf_of, standards

MANY = settings(max_examples=50, deadline=None, derandomize=True)


# Points may fall as an answer rises: less bribery earns more. There a higher answer is not a better one.
RISING = tuple(rule for rule in RULES if rule != "points")


@MANY
@given(st.data())
def test_a_better_answer_never_lowers_a_score(data):
    standard = data.draw(standards(rules=RISING))
    answers = data.draw(answers_to(standard))
    ladders = [given_answers(standard.scale_of(leaf_of(standard, item))) for item in answers["item"]]
    rows = [row for row, answer in enumerate(answers["answer"]) if answer in ladders[row][:-1]]
    assume(rows)
    row = data.draw(st.sampled_from(rows))
    ladder = ladders[row]
    better = answers.copy()
    better.loc[row, "answer"] = data.draw(st.sampled_from(ladder[ladder.index(answers.loc[row, "answer"]) + 1 :]))
    before, after = score_answers(answers, standard), score_answers(better, standard)
    for column in ("score", "lowest", "highest"):
        change = (after[column] - before[column]).dropna()
        assert (change >= -1e-9).all()


@MANY
@given(st.data())
def test_the_order_of_rows_and_the_names_of_respondents_do_not_matter(data):
    standard = data.draw(standards())
    answers = data.draw(answers_to(standard))
    order = data.draw(st.permutations(range(len(answers))))
    names = {name: f"person {number}" for number, name in enumerate(sorted(answers["respondent"].unique(), reverse=True))}
    shuffled = answers.iloc[order].assign(respondent=lambda table: table["respondent"].map(names))
    pd.testing.assert_frame_equal(score_answers(shuffled, standard), score_answers(answers, standard))


@MANY
@given(st.data())
def test_however_many_are_scored_at_once_it_is_the_same_to_the_last_digit(data):
    standard = data.draw(standards())
    several = [data.draw(answers_to(standard)).assign(assessment=f"wave {number}") for number in range(5)]
    mixed = pd.concat(several, ignore_index=True).sample(frac=1, random_state=1)
    whole = score_answers(mixed, standard)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scores_module, "_CELLS_AT_ONCE", data.draw(st.integers(1, 3 * len(standard.leaves()))))
        pd.testing.assert_frame_equal(score_answers(mixed, standard), whole)


@MANY
@given(st.data())
def test_scored_together_or_alone_is_the_same_to_the_last_digit(data):
    standard = data.draw(standards())
    several = [data.draw(answers_to(standard)).assign(assessment=f"wave {number}") for number in range(3)]
    together = score_answers(pd.concat(several, ignore_index=True), standard)
    alone = pd.concat([score_answers(one, standard) for one in several], ignore_index=True)
    pd.testing.assert_frame_equal(together, alone)


@MANY
@given(st.data())
def test_counts_add_up(data):
    standard = data.draw(standards())
    scores = score_answers(data.draw(answers_to(standard)), standard)
    assert (scores["applicable"] == scores["answered"] + scores["dont_know"] + scores["blank"]).all()
    assert (scores["insufficient"] <= scores["answered"]).all()
    inner = {placed.node.id for placed in standard.nodes() if placed.depth == 0}
    whole = scores[scores["node"].isin(inner)]
    assert (whole["applicable"] + whole["not_applicable"] + whole["not_used"] == len(standard.leaves())).all()


@MANY
@given(st.data())
def test_the_answers_are_left_as_they_were(data):
    standard = data.draw(standards(depth=1))
    answers = data.draw(answers_to(standard))
    kept = answers.copy(deep=True)
    score_answers(answers, standard)
    pd.testing.assert_frame_equal(answers, kept)


def test_weights_that_add_up_oddly_give_the_same_mean_in_any_order():
    standard = parse_standard(
        "standard: s\nversion: 1\ntitle: s\nsource: t\nscales: {n: {min: 0, max: 1}}\n"
        "nodes: [{id: a, scale: n}, {id: m, scale: n, respondents: median}]\n"
    )
    rng = np.random.default_rng(7)
    values = rng.random(500)
    people = [f"r{number}" for number in range(500)]
    answers = pd.DataFrame({"assessment": "x", "item": "a", "answer": values, "respondent": people, "weight": rng.random(500) + 0.1})
    answers = pd.concat([answers, answers.assign(item="m")], ignore_index=True)
    first = score_answers(answers, standard)
    for seed in range(5):
        pd.testing.assert_frame_equal(score_answers(answers.sample(frac=1, random_state=seed), standard), first)
    np.testing.assert_allclose(first["score"][0], np.average(values, weights=answers["weight"][:500]))

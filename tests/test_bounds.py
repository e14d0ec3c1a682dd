"""Bounds against brute force: every way in which what is open could still be answered, under every rule."""

from __future__ import annotations

import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from diagnostics.definitions.standard_loading import parse_standard
from diagnostics.scoring import score_answers
from tests.random_standards import RULES, answers_to, given_answers, standards

MOST_WAYS = 3_000


def _open_items(standard, answers, scores):
    """The items that could still change, with the rows that each way of settling them would bring."""
    lines = scores.set_index("node")
    for leaf in standard.leaves():
        line = lines.loc[leaf.id]
        is_open = line["dont_know"] > 0 or (line["blank"] > 0 and line["not_applicable"] + line["not_used"] == 0)
        if line["insufficient"]:
            proof = {"assessment": "base", "item": leaf.id, "answer": "", "respondent": "archive", "evidence": "doc"}
            yield [None, proof]
        elif not line["answered"] and is_open:
            row = {"assessment": "base", "item": leaf.id, "respondent": "late", "evidence": "doc"}
            yield [row | {"answer": code} for code in given_answers(standard.scale_of(leaf))]


def _settled(standard, answers, scores) -> pd.DataFrame | None:
    """Every way to settle all open items at once, each as an assessment of its own."""
    choices = list(_open_items(standard, answers, scores))
    if np.prod([len(choice) for choice in choices] or [1]) > MOST_WAYS:
        return None
    ways = [
        pd.concat([answers, pd.DataFrame([row for row in way if row])]).assign(assessment=f"way {number}")
        for number, way in enumerate(itertools.product(*choices))
    ]
    return pd.concat(ways, ignore_index=True)


@pytest.mark.parametrize("rules", [RULES, ("staged",), ("points",), ("average-table", "weakest-link")], ids=" ".join)
@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.data())
def test_bounds_are_the_worst_and_best_that_can_still_come(rules, data):
    standard = data.draw(standards(rules=rules))
    answers = data.draw(answers_to(standard))
    scores = score_answers(answers, standard)
    settled = _settled(standard, answers, scores)
    assume(settled is not None)
    ways = score_answers(settled, standard)
    possible = pd.concat([ways, scores]).groupby("node")["score"].agg(["min", "max"])
    lines = scores.set_index("node")
    # A claim without evidence may be proved or not; each item is settled for itself, so a node's bounds are met exactly.
    np.testing.assert_allclose(lines["lowest"], possible["min"].reindex(lines.index), atol=1e-9)
    np.testing.assert_allclose(lines["highest"], possible["max"].reindex(lines.index), atol=1e-9)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.data())
def test_bounds_contain_the_score(data):
    standard = data.draw(standards(depth=3))
    scores = score_answers(data.draw(answers_to(standard)), standard)
    known = scores.dropna(subset="score")
    assert (known["lowest"] <= known["score"]).all() and (known["score"] <= known["highest"]).all()
    assert (scores["lowest"].isna() == scores["highest"].isna()).all()


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.data())
def test_nothing_open_leaves_no_doubt(data):
    standard = data.draw(standards())
    answers = data.draw(answers_to(standard, empty=[])).assign(evidence="doc")
    scores = score_answers(answers, standard)
    sure = scores[(scores["dont_know"] + scores["blank"] == 0)].dropna(subset="score")
    np.testing.assert_array_equal(sure["lowest"], sure["score"])
    np.testing.assert_array_equal(sure["highest"], sure["score"])


@pytest.mark.parametrize("rule", ["sum", "mean", "minimum"])
def test_a_sum_that_leaves_out_what_is_unanswered_lies_within_its_bounds(rule):
    standard = parse_standard(
        "standard: s\nversion: 1\ntitle: s\nsource: tests\nscales: {n: {min: 5, max: 10}}\n"
        f"nodes: [{{id: N, aggregate: {rule}, children: [{{id: a, scale: n}}, {{id: b, scale: n}}]}}]\n"
    )
    scores = score_answers(pd.DataFrame({"assessment": "x", "item": ["a", "b"], "answer": ["7", ""]}), standard)
    node = scores.set_index("node").loc["N"]
    assert (node["score"], node["lowest"], node["highest"]) == {"sum": (7, 7, 17), "mean": (7, 6, 8.5), "minimum": (7, 5, 7)}[rule]

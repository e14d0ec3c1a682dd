"""Every number that an explanation prints gives the score again, whatever the standard."""

from __future__ import annotations

import ast
import json
import math
import operator
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diagnostics.scoring import score_answers
from diagnostics.scoring.explaining.explanation import Step, explanation_json
from diagnostics.scoring.explaining.explanation_words import explanation_text
from tests.comparison_material import explained
from tests.random_standards import answers_to, standards

MANY = settings(max_examples=40, deadline=None, derandomize=True)
OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


def _worked_out(term: str) -> float:
    def value(tree: ast.expr) -> float:
        if isinstance(tree, ast.BinOp):
            return OPERATORS[type(tree.op)](value(tree.left), value(tree.right))
        return -value(tree.operand) if isinstance(tree, ast.UnaryOp) else tree.value

    return value(ast.parse(term.replace("×", "*").replace("÷", "/"), mode="eval").body)


def _steps(step: Step):
    yield step
    for child in step.children:
        yield from _steps(child)


def _from_answers(step: Step) -> float:
    """The value of an item, from the counted answers alone."""
    valid = [(count.value, count.weight) for count in step.answers if count.state == "answered"]
    if step.rule in ("median", "consensus-or-median"):
        values = sorted(value for value, weight in valid for _ in range(round(weight)))
        return (values[(len(values) - 1) // 2] + values[len(values) // 2]) / 2
    return sum(value * weight for value, weight in valid) / sum(weight for _, weight in valid)


@MANY
@given(st.data())
def test_the_numbers_printed_give_the_score_again(data):
    standard = data.draw(standards())
    answers = data.draw(answers_to(standard))
    root = standard.roots[0].id
    scores = score_answers(answers, standard).set_index("node")
    for step in _steps(explained(standard, answers, root, threshold=1).step):
        assert step.score == scores.loc[step.node, "score"] or math.isnan(step.score)
        for sentence in step.sentences:
            for term, result in re.findall(r"[:;] ([-\d.() +×÷]+) = (-?[\d.]*\d)", sentence):
                assert _worked_out(term) == pytest.approx(float(result), abs=1e-4)
                if step.children:
                    assert float(result) == pytest.approx(step.score, abs=1e-6)
        if step.rule == "minimum" and not math.isnan(step.score):
            assert step.score == min(child.score for child in step.children if not math.isnan(child.score))
            assert {child.node for child in step.children if child.decides} == {
                child.node for child in step.children if child.score == step.score
            }
        plain = not step.children and standard.node(step.node).points is None and not step.counts["insufficient"]
        if plain and any(count.state == "answered" for count in step.answers):
            assert _from_answers(step) == pytest.approx(step.score)


@MANY
@given(st.data())
def test_words_and_json_are_always_there(data):
    standard = data.draw(standards(depth=3))
    answers = data.draw(answers_to(standard)).assign(comment="secret words")
    explanation = explained(standard, answers, data.draw(st.sampled_from([placed.node.id for placed in standard.nodes()])))
    text = "\n".join(explanation_text(explanation)) + explanation_json(explanation)
    json.loads(explanation_json(explanation))
    assert "nan" not in re.split(r"\W+", text) and "secret" not in text

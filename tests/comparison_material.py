"""Small standards and answers that the tests of comparisons and explanations share."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

from diagnostics.definitions.standard import Standard
from diagnostics.definitions.standard_loading import parse_standard
from diagnostics.scoring import score_answers
from diagnostics.scoring.comparing.comparison import ComparedNode, Comparison, compare_scores
from diagnostics.scoring.explaining.explanation import Explanation, explain_score

SCALES: dict[str, dict[str, Any]] = {
    "level": {
        "options": [{"code": str(n), "value": n, "label": f"stage {n}"} for n in range(1, 6)],
        "not_used": ["NU"],
        "without_evidence": "lowest",
    },
    "plain": {"options": [{"code": str(n), "value": n} for n in range(1, 6)]},
    "low": {
        "options": [{"code": "none", "value": 0}, {"code": "some", "value": 0.25}, {"code": "most", "value": 1}],
        "unanswered": "lowest",
    },
    "letters": {
        "options": [{"code": code, "value": value} for value, code in enumerate("DCBA", 1)],
        "same_as": {"D*": "D"},
        "reached": ["B", "A"],
    },
    "percent": {"min": 0, "max": 100},
}


def node(node_id: str, aggregate: str, *children: dict[str, Any], **keys: Any) -> dict[str, Any]:
    """A node with a rule."""
    return {"id": node_id, "aggregate": aggregate, "children": list(children), **keys}


def leaf(node_id: str, scale: str = "plain", **keys: Any) -> dict[str, Any]:
    """An item."""
    return {"id": node_id, "scale": scale, **keys}


def share(node_id: str, **keys: Any) -> dict[str, Any]:
    """A survey item, positive at 4 and 5."""
    return leaf(node_id, respondents="percent-positive", positive=["4", "5"], **keys)


def standard_of(*roots: dict[str, Any], version: str = "1.0", **keys: Any) -> Standard:
    """A standard made of nodes."""
    head = {"standard": "small", "version": version, "title": "Small", "source": "tests", "scales": SCALES}
    return parse_standard(json.dumps(head | keys | {"nodes": list(roots)}))


def answers_of(given: dict[str, Any], assessment: str = "x", **keys: Any) -> pd.DataFrame:
    """Answers to items; a list for several respondents, a pair for an answer and its evidence."""
    rows = []
    for item, answers in given.items():
        for place, answer in enumerate(answers if isinstance(answers, list) else [answers]):
            code, evidence = answer if isinstance(answer, tuple) else (answer, "")
            rows.append({"assessment": assessment, "item": item, "answer": code, "respondent": f"secret-{place}", "evidence": evidence})
    return pd.DataFrame(rows).assign(**keys)


def scores_of(standard: Standard, given: dict[str, Any], assessment: str = "x") -> pd.DataFrame:
    """The scores of one assessment."""
    return score_answers(answers_of(given, assessment), standard)


def people(positive: int, others: int = 0, silent: int = 0) -> list[str]:
    """So many positive answers, others, and don't-knows."""
    return ["5"] * positive + ["2"] * others + ["DK"] * silent


def compared(standard: Standard, a: dict[str, Any], b: dict[str, Any], **keys: Any) -> Comparison:
    """Two sets of answers to one standard, compared."""
    return compare_scores(scores_of(standard, a), scores_of(standard, b), standard, standard, **keys)


def rows_of(comparison: Comparison) -> dict[str, ComparedNode]:
    """Node → its row, of the first pair."""
    return {row.id: row for row in comparison.pairs[0].nodes}


def explained(standard: Standard, answers: pd.DataFrame, wanted: str, threshold: int = 10) -> Explanation:
    """The explanation of one node of answers that hold one assessment."""
    return explain_score(score_answers(answers, standard), answers, standard, None, wanted, threshold)

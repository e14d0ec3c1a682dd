"""Small random standards with random answers, for properties that must hold under every rule."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
from hypothesis import strategies as st

from diagnostics.definitions.scale import Scale
from diagnostics.definitions.standard import Node, Standard
from diagnostics.definitions.standard_loading import parse_standard

LETTERS = [{"code": "D", "value": 1}, {"code": "C", "value": 2}, {"code": "B", "value": 3.5}, {"code": "A", "value": 4}]
SCALES: dict[str, dict[str, Any]] = {
    "letters": {"options": LETTERS, "same_as": {"D*": "D"}, "not_used": ["NU"], "reached": ["B", "A"]},
    "letters-low": {"options": LETTERS, "unanswered": "lowest", "reached": ["A"]},
    "letters-high": {"options": LETTERS, "unanswered": 4, "reached": ["C", "B", "A"]},
    "quarters": {"options": [{"code": c, "value": v} for c, v in (("none", 0), ("some", 0.25), ("most", 1))], "unanswered": "lowest"},
    "half": {"options": [{"code": "No", "value": 2}, {"code": "Yes", "value": 5}], "unanswered": 3},
    "below": {"options": [{"code": "1", "value": 1}, {"code": "2", "value": 2}], "unanswered": 0},
    "number": {"min": 2, "max": 10},
    "strict": {"options": [{"code": str(n), "value": n} for n in (1, 2, 3)], "without_evidence": "lowest"},
}
LETTER_SCALES = ["letters", "letters-low", "letters-high"]
RULES = ("mean", "sum", "minimum", "weakest-link", "average-table", "staged", "points")
ON_SCALE = ["mean", "median", "consensus-or-median"]
WEIGHTS = st.sampled_from([1, 1, 0.5, 3, 0])


class _Ids:
    def __init__(self) -> None:
        self.count = 0

    def next(self, prefix: str) -> str:
        self.count += 1
        return f"{prefix}{self.count}"


@st.composite
def _leaf(draw, ids: _Ids, scales: list[str], on_scale: bool = False) -> dict[str, Any]:
    scale = draw(st.sampled_from(scales))
    leaf: dict[str, Any] = {"id": ids.next("i"), "scale": scale, "weight": draw(WEIGHTS)}
    leaf["respondents"] = draw(st.sampled_from(ON_SCALE if on_scale else [*ON_SCALE, "percent-positive", "index-0-100"]))
    if leaf["respondents"] == "percent-positive":
        options = SCALES[scale].get("options")
        leaf["positive"] = [options[-1]["code"]] if options else ["10"]
    return leaf


BANDS = {"bands": [{"below": 3, "points": 4}, {"below": 7, "points": 6}, {"points": 0}]}
LINES = {"linear": [[1, 6], [3, 0], [7, 5]]}


@st.composite
def _points_leaf(draw, ids: _Ids) -> dict[str, Any]:
    leaf = draw(_leaf(ids, list(SCALES), on_scale=True))
    shape = draw(st.sampled_from([BANDS, LINES, None]))
    return leaf | {"max_points": 10} | ({"points": shape} if shape else {})


@st.composite
def _inner(draw, ids: _Ids, depth: int, rules: tuple[str, ...]) -> dict[str, Any]:
    rule = draw(st.sampled_from(rules))
    size = draw(st.integers(1, 3))
    node: dict[str, Any] = {"id": ids.next("n"), "aggregate": rule, "weight": draw(WEIGHTS)}
    if rule in ("weakest-link", "average-table"):
        scale = draw(st.sampled_from(LETTER_SCALES[:2] if rule == "average-table" else LETTER_SCALES))
        children = [draw(_leaf(ids, [scale], on_scale=True)) for _ in range(size)]
    elif rule == "staged":
        children = [draw(_leaf(ids, LETTER_SCALES, on_scale=True)) | {"stage": draw(st.integers(1, 3))} for _ in range(size)]
    elif rule == "points":
        children = [draw(_points_leaf(ids)) for _ in range(size)]
    elif depth and (inner := tuple(one for one in rules if one not in ("weakest-link", "average-table"))):  # letters are not averaged
        children = [draw(st.one_of(_leaf(ids, list(SCALES)), _inner(ids, depth - 1, inner))) for _ in range(size)]
    else:
        children = [draw(_leaf(ids, list(SCALES))) for _ in range(size)]
    return node | {"children": children}


@st.composite
def standards(draw, depth: int = 2, rules: tuple[str, ...] = RULES) -> Standard:
    """A standard of a few items."""
    root = draw(_inner(_Ids(), depth, rules))
    head = {"standard": "random", "version": "1", "title": "Random", "source": "tests"}
    return parse_standard(json.dumps(head | {"scales": SCALES, "nodes": [root]}))


def given_answers(scale: Scale) -> list[str]:
    """Answers on the scale, worst value first; of a number's those at which points may turn."""
    return list(scale.values()) if scale.options else ["2", "2.5", "3", "6.5", "7", "9", "10"]


@st.composite
def answers_to(draw, standard: Standard, empty: list[str] | None = None) -> pd.DataFrame:
    """One assessment; most items answered by one person, some by up to three."""
    rows = [{"assessment": "base", "item": standard.leaves()[0].id, "answer": "", "respondent": "nobody", "evidence": ""}]
    for leaf in standard.leaves():
        scale = standard.scale_of(leaf)
        codes = [*given_answers(scale), *scale.same_as]
        others = (
            empty if empty is not None else ["", "DK", *(code for code, state in scale.special_codes().items() if state != "dont-know")]
        )
        for respondent in range(draw(st.sampled_from([0, 1, 1, 1, 3]))):
            answer = draw(st.sampled_from([*codes, *others]))
            evidence = draw(st.sampled_from(["", "doc"]))
            rows.append({"assessment": "base", "item": leaf.id, "answer": answer, "respondent": f"r{respondent}", "evidence": evidence})
    return pd.DataFrame(rows)


def leaf_of(standard: Standard, item: str) -> Node:
    """A leaf by its id."""
    return next(leaf for leaf in standard.leaves() if leaf.id == item)

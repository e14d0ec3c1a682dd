"""One assessment's scores, laid out for look-ups: what a comparison lays side by side and an explanation goes through."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
import pandas as pd

from diagnostics.definitions.outline import Outline, outline
from diagnostics.definitions.problems import BadInput
from diagnostics.definitions.standard import SHARES, Node, Standard
from diagnostics.scoring.raters import ItemTable
from diagnostics.scoring.tree import branches_of, score_nodes

COUNTS = ("answered", "dont_know", "blank", "not_applicable", "not_used", "insufficient")
STATE_WORDS = {
    "answered": "answered",
    "dont_know": "don't know",
    "blank": "not answered",
    "not_applicable": "not applicable",
    "not_used": "not used",
}


class Row(NamedTuple):
    """One row of a SCORES table; what its columns mean stands with ``score_answers``."""

    score: float
    label: str
    marked: bool
    lowest: float
    highest: float
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Side:
    """The scores of one assessment.

    Attributes:
        assessment: its name.
        standard: what it was scored against, without what was out of scope.
        rows: node → its row.
    """

    assessment: str
    standard: Standard
    rows: Mapping[str, Row]

    @cached_property
    def tree(self) -> Outline:
        """The standard's tree."""
        return outline(self.standard)

    @cached_property
    def scores(self) -> dict[str, float]:
        """Node → unrounded score, NaN where it has none."""
        return {node: row.score for node, row in self.rows.items()}

    @cached_property
    def people(self) -> dict[str, int]:
        """Survey item → people who gave an opinion on it."""
        return {leaf.id: self.rows[leaf.id].counts["answered"] for leaf in self.standard.leaves() if is_survey(leaf)}

    def state(self, item: str) -> str:
        """What an item is as a whole: a key of ``STATE_WORDS``."""
        counts = self.rows[item].counts
        return next((state for state in ("answered", "dont_know", "not_applicable", "not_used") if counts[state]), "blank")

    def open_items(self, node: str) -> int:
        """How many items at or below a node are unanswered, or lowered because no evidence is named."""
        row = self.rows[node]
        if self.tree.nodes[node].is_leaf:
            return int(self.state(node) in ("dont_know", "blank") or row.counts["insufficient"] > 0)
        return row.counts["dont_know"] + row.counts["blank"] + row.counts["insufficient"]

    def without(self, items: Iterable[str]) -> Side | None:
        """The same items scored again without some of them; None where nothing is left. Bounds and counts are those of before."""
        try:
            standard = self.standard.without(items)
        except BadInput:
            return None
        scores = _scored_again(standard, self)
        rows = {node: self.rows[node]._replace(score=score) for node, score in scores.items()}
        return Side(self.assessment, standard, rows)


def side_of(scores: pd.DataFrame, standard: Standard, assessment: str) -> Side:
    """Lay out one assessment's rows of a SCORES table, which has one for every node of the standard."""
    mine = scores.set_index("node").reindex([placed.node.id for placed in standard.nodes()])
    counts = {name: _counts(mine, name) for name in COUNTS}
    columns = {name: mine[name].to_numpy(dtype=float, na_value=np.nan) for name in ("score", "lowest", "highest")}
    labels = mine["label"].astype("str").fillna("").to_list() if "label" in mine else [""] * len(mine)
    marks = mine["marked"].fillna(False).to_list()
    rows = {
        node: Row(
            float(columns["score"][place]),
            labels[place],
            bool(marks[place]),
            float(columns["lowest"][place]),
            float(columns["highest"][place]),
            {name: int(column[place]) for name, column in counts.items()},
        )
        for place, node in enumerate(mine.index)
    }
    return Side(assessment, standard, rows)


def _counts(mine: pd.DataFrame, name: str) -> np.ndarray:
    """A column of counts. Tables of other programs may have the contract's columns only: the rest follows from them."""
    if name in mine:
        return mine[name].fillna(0).to_numpy(dtype=np.int64)
    if name == "blank":
        return (mine["applicable"] - mine["answered"] - mine["dont_know"]).fillna(0).to_numpy(dtype=np.int64).clip(min=0)
    silent = mine["applicable"].fillna(0).to_numpy(dtype=np.int64) == 0
    return silent.astype(np.int64) if name == "not_applicable" else np.zeros(len(mine), dtype=np.int64)


def is_survey(node: Node) -> bool:
    """Whether an item's value is a share or an index of what many people answered."""
    return node.is_leaf and node.respondents in SHARES


def _scored_again(standard: Standard, side: Side) -> dict[str, float]:
    leaves = [leaf.id for leaf in standard.leaves()]
    states = [side.state(leaf) for leaf in leaves]
    flags = {name: np.array([[int(state == name)] for state in states], dtype=np.int32) for name in COUNTS}
    values = np.array([[side.scores[leaf]] for leaf in leaves], dtype=float)
    table = ItemTable(values, values, values, flags, flags, np.zeros(values.shape, dtype=bool))
    branches = branches_of(standard)
    scored = score_nodes(branches, table).score[:, 0]
    return {branch.node.id: float(score) for branch, score in zip(branches, scored, strict=True)}


def known(value: float | None) -> bool:
    """Whether there is a number."""
    return value is not None and not math.isnan(value)

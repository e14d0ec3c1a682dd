"""Two sets of scores side by side: what differs, whether it may be called a change, and where it comes from.

A is the earlier wave, or the administration compared with; every difference is B minus A, taken from unrounded scores.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from diagnostics.definitions.crosswalk import Crosswalk
from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.definitions.standard import Standard
from diagnostics.scoring.comparing.contributions import Part, Sides, child_parts, is_additive, item_parts
from diagnostics.scoring.comparing.node_comparison import ComparedNode, compare_nodes
from diagnostics.scoring.comparing.pairing import ChangedItem, Pairing, pair_standards
from diagnostics.scoring.comparing.sides import Side, is_survey, side_of
from diagnostics.scoring.intervals_of_nodes import METHOD
from diagnostics.scoring.small_groups import THRESHOLD, withheld_nodes

CONFIDENCE = 0.95


@dataclass(frozen=True)
class ComparedPair:
    """One assessment of A with one of B.

    Attributes:
        a, b: their names.
        nodes: every node of either, in A's tree order, then those of B alone.
        children: for a node of ``nodes`` with a difference: what each of its children brings to it.
        items: for each root the same down to the items.
    """

    a: str
    b: str
    nodes: tuple[ComparedNode, ...]
    children: Mapping[str, tuple[Part, ...]]
    items: Mapping[str, tuple[Part, ...]]


@dataclass(frozen=True)
class Comparison:
    """Two sets of scores compared.

    Attributes:
        title_a, title_b: standard and version of each.
        comparability: shared items in percent of the items of either, 0-100; NaN where there is none.
        shared_items, all_items: what it is made from; both count what is in scope.
        changes: what is not the same in A and B.
        pairs: the assessments compared.
        unpaired_a, unpaired_b: assessments without a counterpart.
        method: how intervals are made, in sentences; empty where there are no survey figures.
        threshold: people; survey figures of fewer are withheld.
        crosswalk: the cross-walk used, such as ``small 1.0 to 2.0``; empty where none was.
        warnings: what had to be guessed in reading the two files.
    """

    title_a: str
    title_b: str
    comparability: float
    shared_items: int
    all_items: int
    changes: tuple[ChangedItem, ...]
    pairs: tuple[ComparedPair, ...]
    unpaired_a: tuple[str, ...]
    unpaired_b: tuple[str, ...]
    method: tuple[str, ...]
    threshold: int
    crosswalk: str = ""
    warnings: tuple[Problem, ...] = ()


def compare_scores(
    scores_a: pd.DataFrame,
    scores_b: pd.DataFrame,
    standard_a: Standard,
    standard_b: Standard,
    crosswalk: Crosswalk | None = None,
    *,
    pairs: Mapping[str, str] | None = None,
    threshold: int = THRESHOLD,
) -> Comparison:
    """Compare two sets of scores.

    Args:
        scores_a, scores_b: SCORES as ``score_answers`` returns them, with a row for every node of their standard.
        standard_a, standard_b: what they were scored against, without what was out of scope.
        crosswalk: between the two versions, in either direction.
        pairs: assessment of A → assessment of B. By default those of the same name, or the only one of each.
        threshold: people; survey figures that rest on fewer are withheld, and what would give them away.

    Raises:
        BadInput: the cross-walk is between other versions, or no assessments belong together.
    """
    pairing = pair_standards(standard_a, standard_b, _read_the_right_way(crosswalk, standard_a, standard_b))
    by_name_a, by_name_b = (_by_assessment(scores) for scores in (scores_a, scores_b))
    together = _pairs(list(by_name_a), list(by_name_b), pairs)
    sides = ((side_of(by_name_a[a], standard_a, a), side_of(by_name_b[b], standard_b, b)) for a, b in together.items())
    surveys = any(is_survey(leaf) for leaf in (*standard_a.leaves(), *standard_b.leaves()))
    return Comparison(
        f"{standard_a.id} {standard_a.version}",
        f"{standard_b.id} {standard_b.version}",
        pairing.comparability,
        len(pairing.shared),
        pairing.all_items,
        pairing.changes,
        tuple(_compare(a, b, pairing, threshold) for a, b in sides),
        tuple(name for name in by_name_a if name not in together),
        tuple(name for name in by_name_b if name not in together.values()),
        METHOD if surveys else (),
        threshold,
        f"{crosswalk.crosswalk} {crosswalk.from_version} to {crosswalk.to_version}" if crosswalk else "",
    )


def _by_assessment(scores: pd.DataFrame) -> dict[str, pd.DataFrame]:
    return {str(name): rows for name, rows in scores.groupby("assessment", sort=False)}


def _read_the_right_way(crosswalk: Crosswalk | None, a: Standard, b: Standard) -> Crosswalk | None:
    if crosswalk is None:
        return None
    turned = crosswalk.between(a.version, b.version)
    if turned is None:
        found = f"{crosswalk.from_version} to {crosswalk.to_version}"
        advice = "Take the cross-walk between the two versions that are compared."
        raise BadInput([Problem("cross-walk", advice, "other-version", found=found, allowed=f"{a.version} to {b.version}")])
    return turned


def _pairs(names_a: list[str], names_b: list[str], given: Mapping[str, str] | None) -> dict[str, str]:
    """Assessments that belong together, in A's order."""
    if given:
        problems = [_no_assessment("A", name, names_a) for name in given if name not in names_a]
        problems += [_no_assessment("B", name, names_b) for name in given.values() if name not in names_b]
        if problems:
            raise BadInput(problems)
        return dict(given)
    if len(names_a) == len(names_b) == 1:
        return {names_a[0]: names_b[0]}
    same = {name: name for name in names_a if name in names_b}
    if not same:
        advice = "No assessment of A has the name of one of B. Say which belong together, as A=B."
        raise BadInput([Problem("scores", advice, "no-pair", found=", ".join(names_a[:10]), allowed=", ".join(names_b[:10]))])
    return same


def _no_assessment(side: str, name: str, known: list[str]) -> Problem:
    advice = f"The scores of {side} hold no assessment of this name. Correct the pair."
    return Problem(f"scores {side}", advice, "unknown-assessment", column="assessment", found=name, allowed=", ".join(known[:10]))


def _compare(a: Side, b: Side, pairing: Pairing, threshold: int) -> ComparedPair:
    hidden_a, hidden_b = (withheld_nodes(side.standard, side.people, threshold) for side in (a, b))
    sides = Sides(a, b, pairing, hidden_a, hidden_b)
    nodes = compare_nodes(sides, CONFIDENCE)
    told = [node for node in nodes if node.node_a and node.node_b and not math.isnan(node.difference)]
    inner = [node for node in told if not a.tree.nodes[node.node_a].is_leaf]
    children = {node.node_a: tuple(child_parts(sides, node.node_a, node.node_b)) for node in inner}
    roots = {root.id for root in a.standard.roots}
    items = {
        node.node_a: tuple(item_parts(sides, node.node_a, node.node_b))
        for node in inner
        if node.node_a in roots and is_additive(sides, node.node_a, node.node_b)
    }
    return ComparedPair(a.assessment, b.assessment, nodes, children, items)


def comparison_table(comparison: Comparison) -> pd.DataFrame:
    """The nodes of all pairs as one table, for a file.

    Returns:
        One row a pair and node. Columns:
            assessment_a, assessment_b   str
            node, node_b      str    its id in A, in B; empty where it has none
            name              str
            score_a, score_b  float  unrounded; empty where there is none, or where it is withheld
            difference        float  B minus A
            label_a, label_b  str    letter or level
            shared            bool   all items at and below it are the same in both, and their rules and weights
            shared_items, all_items   int   items at and below it that are shared, and those of either
            shared_difference float  B minus A on the shared items alone; the difference where all are shared
            low, high         float  95 % interval of ``shared_difference``; empty where no survey answers lie below
            called            str    change up, change down, no change or not comparable
            open_items        bool   the unanswered items could explain the difference
            withheld          bool   fewer people answered than may be told of, or such a figure would follow from this one
            people_a, people_b   int   people behind a survey item; empty elsewhere
            note              str    what a reader must know of the row
    """
    rows = [{"assessment_a": pair.a, "assessment_b": pair.b} | _columns(node) for pair in comparison.pairs for node in pair.nodes]
    table = pd.DataFrame(rows, columns=["assessment_a", "assessment_b", *_columns(_EMPTY)])
    for name in ("people_a", "people_b"):
        table[name] = table[name].astype("Int64")
    return table


_EMPTY = ComparedNode("", "", "", 0)


_NOT_IN_TABLE = ("node_a", "depth", "rule", "decimals")


def _columns(node: ComparedNode) -> dict[str, object]:
    values = {name: getattr(node, name) for name in ComparedNode.__dataclass_fields__ if name not in _NOT_IN_TABLE}
    return {"node": node.node_a, **values}


__all__ = ["ChangedItem", "ComparedNode", "ComparedPair", "Comparison", "Part", "compare_scores", "comparison_table"]

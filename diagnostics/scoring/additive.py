"""Rules under which a node's score is a sum of its children's: what each child adds, and how much an item moves a node."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

from diagnostics.definitions.standard import Node

ADDITIVE = ("mean", "sum", "points")
PERCENT = 100.0


class Share(NamedTuple):
    """What one child that counts adds to its node: ``share × value``, and ``value`` is ``factor × its score``."""

    child: str
    share: float
    value: float
    factor: float


def shares_of(node: Node, scores: Mapping[str, float]) -> tuple[Share, ...] | None:
    """The children of a node that count; their ``share × value`` add up to its score. None for a rule that does not add up.

    Args:
        node: the node.
        scores: id → score of every node; NaN where it has none.
    """
    if node.aggregate not in ADDITIVE:
        return None
    known = [child for child in node.children if not math.isnan(scores.get(child.id, math.nan))]
    if node.aggregate == "points":
        return _point_shares(known, scores)
    total = sum(child.weight for child in known) if node.aggregate == "mean" else 1.0
    return tuple(Share(child.id, child.weight / total, scores[child.id], 1.0) for child in known) if total > 0 else ()


def _point_shares(known: list[Node], scores: Mapping[str, float]) -> tuple[Share, ...]:
    """Points earned ÷ maximum is a mean of percentages, each weighted with its maximum."""
    maxima = {child.id: points_maximum(child, scores) for child in known}
    counting = [child for child in known if maxima[child.id] > 0]
    total = sum(child.weight * maxima[child.id] for child in counting)
    if not total > 0:
        return ()
    factors = {child.id: 1.0 if child.aggregate == "points" else PERCENT / maxima[child.id] for child in counting}
    return tuple(
        Share(child.id, child.weight * maxima[child.id] / total, factors[child.id] * scores[child.id], factors[child.id])
        for child in counting
    )


def points_maximum(node: Node, scores: Mapping[str, float]) -> float:
    """The most points that a child of a points node could have earned; 0 where nothing of it counts."""
    if math.isnan(scores.get(node.id, math.nan)):
        return 0.0
    if node.aggregate != "points":
        return node.max_points or 0.0
    return sum(child.weight * points_maximum(child, scores) for child in node.children)


def points_earned(node: Node, scores: Mapping[str, float]) -> float:
    """The points that a child hands on to a points node."""
    if math.isnan(scores.get(node.id, math.nan)):
        return 0.0
    if node.aggregate != "points":
        return scores[node.id]
    return sum(child.weight * points_earned(child, scores) for child in node.children)


def slopes_of(node: Node, scores: Mapping[str, float], items: frozenset[str]) -> dict[str, float] | None:
    """How much a node's score rises when an item's rises by 1, for those of ``items`` that count below it.

    None where one of them reaches the node through a rule that does not add up.
    """
    if node.is_leaf:
        return {node.id: 1.0} if node.id in items else {}
    below = {child.id: slopes_of(child, scores, items) for child in node.children}
    shares = shares_of(node, scores)
    if shares is None:
        return {} if all(found == {} for found in below.values()) else None
    slopes: dict[str, float] = {}
    for share in shares:
        found = below[share.child]
        if found is None:
            return None
        slopes |= {item: share.share * share.factor * slope for item, slope in found.items()}
    return slopes

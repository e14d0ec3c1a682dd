"""From item values to the value of every node of the tree, from the items upwards."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from diagnostics.definitions.scale import Scale
from diagnostics.definitions.standard import Node, Standard, value_scale
from diagnostics.scoring import rules
from diagnostics.scoring.letters import labels_of_values
from diagnostics.scoring.raters import ItemTable


@dataclass(frozen=True)
class Branch:
    """A node of the tree and where its children and items stand.

    Attributes:
        children: places of its children among all nodes.
        first, last: its items are those from ``first`` up to, not including, ``last``.
        scales: for each child the scale that its value lies on, if it lies on one.
        labels: its values that have a label of their own, lowest first, each with the label.
    """

    node: Node
    parent: str | None
    children: tuple[int, ...]
    first: int
    last: int
    scales: tuple[Scale | None, ...]
    labels: tuple[tuple[float, str], ...]


@dataclass(frozen=True)
class NodeTable:
    """One line a node in tree order, one column an assessment. Meanings as in ``ItemTable``."""

    score: np.ndarray
    lowest: np.ndarray
    highest: np.ndarray


def branches_of(standard: Standard) -> list[Branch]:
    """Every node with its children's places, in tree order."""
    placed = standard.nodes()
    place = {entry.node.id: index for index, entry in enumerate(placed)}
    leaves_before = np.cumsum([0, *(entry.node.is_leaf for entry in placed)])
    branches = []
    for index, (node, parent, _) in enumerate(placed):
        after = index + _size(node)
        children = tuple(place[child.id] for child in node.children)
        scales = tuple(standard.scales.get(value_scale(child, standard.scales) or "") for child in node.children)
        labels = labels_of_values(node, scales, standard.scales)
        branches.append(Branch(node, parent, children, int(leaves_before[index]), int(leaves_before[after]), scales, labels))
    return branches


def _size(node: Node) -> int:
    return 1 + sum(_size(child) for child in node.children)


def score_nodes(branches: list[Branch], items: ItemTable) -> NodeTable:
    """Apply each node's rule three times: to the answers as they are, and with everything unanswered at its worst and best.

    A bound always contains the score: leaving unanswered items out can give more than answering them best would.
    """
    three = np.concatenate([items.score, items.lowest, items.highest], axis=1)
    applies = missing = np.empty((0, 0), dtype=bool)
    if any(branch.node.aggregate == "staged" for branch in branches):  # no other rule asks for them
        unanswered = items.items["dont_know"] + items.items["blank"]
        applies = np.tile(_sums(branches, items.items["answered"] + unanswered) > 0, 3)
        missing = np.concatenate([_sums(branches, unanswered) > 0, np.zeros((len(branches), 2 * unanswered.shape[1]), bool)], axis=1)
    score, lowest, highest = np.split(_evaluated(branches, three, applies, missing), 3, axis=1)
    return NodeTable(score, np.fmin(lowest, score), np.fmax(highest, score))


def count_items(branches: list[Branch], items: ItemTable) -> dict[str, np.ndarray]:
    """How many items of each state lie below each node; in an item's own line, how many people."""
    leaves = np.array([branch.node.is_leaf for branch in branches])
    counts = {}
    for name, flags in items.items.items():
        counts[name] = _sums(branches, flags)
        counts[name][leaves] = items.people[name]
    return counts


def any_marked(branches: list[Branch], items: ItemTable) -> np.ndarray:
    """Whether any item below each node is marked."""
    return _sums(branches, items.marked.astype(np.int32)) > 0


def _sums(branches: list[Branch], flags: np.ndarray) -> np.ndarray:
    running = np.zeros((len(flags) + 1, flags.shape[1]), dtype=np.int32)
    np.cumsum(flags, axis=0, out=running[1:])
    return running[[branch.last for branch in branches]] - running[[branch.first for branch in branches]]


def _evaluated(branches: list[Branch], items: np.ndarray, applies: np.ndarray, missing: np.ndarray) -> np.ndarray:
    """The value of every node, given those of the items."""
    values = np.empty((len(branches), items.shape[1]))
    values[[branch.node.is_leaf for branch in branches]] = items
    points: dict[int, tuple[np.ndarray, np.ndarray]] = {}
    for place in range(len(branches) - 1, -1, -1):  # children stand after their parent
        branch = branches[place]
        children = list(branch.children)
        if branch.node.is_leaf:
            continue
        if branch.node.aggregate == "points":
            points[place] = _points(branch, values, points)
            values[place] = rules.share_of_points(*points[place])
        elif branch.node.aggregate == "staged":
            values[place] = _staged(branch, values[children], applies[children], missing[children])
        else:
            values[place] = _ruled(branch, values[children])
    return values


def _ruled(branch: Branch, values: np.ndarray) -> np.ndarray:
    rule = branch.node.aggregate
    if rule == "mean":
        return rules.mean(values, _weights(branch))
    if rule == "sum":
        return rules.weighted_sum(values, _weights(branch))
    if rule == "minimum":
        return rules.minimum(values)
    letters = np.array(list(branch.scales[0].values().values())) if branch.scales[0] else np.empty(0)
    return rules.weakest_link(values, letters) if rule == "weakest-link" else rules.average_table(values, letters)


def _weights(branch: Branch) -> np.ndarray:
    return np.array([child.weight for child in branch.node.children])


def _staged(branch: Branch, values: np.ndarray, applies: np.ndarray, missing: np.ndarray) -> np.ndarray:
    """Something unanswered is never reached, whatever an unanswered item counts as elsewhere."""
    thresholds = np.array([min(scale.values()[code] for code in scale.reached) if scale else np.inf for scale in branch.scales])
    reached = (values >= thresholds[:, None] - rules.CLOSE) & ~missing
    return rules.staged(reached, applies, np.array([child.stage or 1 for child in branch.node.children]))


def _points(branch: Branch, values: np.ndarray, points: dict[int, tuple[np.ndarray, np.ndarray]]) -> tuple[np.ndarray, np.ndarray]:
    """Points earned and their maximum; a child that counts points itself hands on its own."""
    earned, maxima = [], []
    for place, child in zip(branch.children, branch.node.children, strict=True):
        mine, maximum = points.get(place, (values[place], np.full(values.shape[1], child.max_points or np.nan)))
        earned.append(mine)
        maxima.append(maximum)
    return rules.points(np.array(earned), np.array(maxima), _weights(branch))

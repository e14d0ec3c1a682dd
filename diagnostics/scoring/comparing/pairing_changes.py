"""The list of what changed between two standards, as short as it can be: a whole process that is new is one line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from diagnostics.definitions.crosswalk import Crosswalk
from diagnostics.definitions.outline import Outline
from diagnostics.definitions.standard import Node, Standard

WEIGHING = ("mean", "sum", "points")


@dataclass(frozen=True)
class ChangedItem:
    """One thing that is not the same in A and B.

    Attributes:
        item_a, item_b: the node in A and in B; empty where it has none. A node stands for all items below it.
        change: ``new``, ``dropped``, ``reworded``, ``moved``, ``split``, ``merged``, ``out of scope in A``, ``out of scope in B``,
            ``scale changed``, ``rule changed``, ``weight changed``, ``levels changed``.
        items: how many items it takes out of the comparison; 0 where all still compare.
        note: what exactly, or why, as a text.
    """

    item_a: str
    item_b: str
    change: str
    items: int = 0
    note: str = ""


def list_changes(
    a: Standard,
    b: Standard,
    outlines: tuple[Outline, Outline],
    nodes: Mapping[str, str],
    why_a: Mapping[str, str],
    why_b: Mapping[str, str],
    crosswalk: Crosswalk | None,
) -> tuple[ChangedItem, ...]:
    """Everything that changed, in A's tree order, then what only B has."""
    found: list[ChangedItem] = []
    targets = _targets(crosswalk)
    for root in a.roots:
        for node, change, items in _collapsed(root, why_a):
            others = targets.get(node.id, "") if change in ("split", "merged") else nodes.get(node.id, "")
            found.append(ChangedItem(node.id, others, change, items, _note(node.id, crosswalk)))
    for root in b.roots:
        for node, change, items in _collapsed(root, why_b):
            if change not in ("split", "merged") or not crosswalk:
                found.append(ChangedItem("", node.id, change, items, _note(node.id, crosswalk)))
            else:
                sources = ", ".join(row.from_id for row in crosswalk.items if row.to_id == node.id)
                found.append(ChangedItem(sources, node.id, change, items, _note(node.id, crosswalk)))
    for one, other in nodes.items():
        found += _node_changes(one, other, outlines, nodes, crosswalk)
    if [level.threshold for level in a.levels] != [level.threshold for level in b.levels]:
        found.append(ChangedItem("", "", "levels changed", 0, "the levels begin at other scores, so that labels do not compare"))
    return tuple(found)


def _targets(crosswalk: Crosswalk | None) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for row in crosswalk.items if crosswalk else ():
        found.setdefault(row.from_id, []).append(row.to_id)
    return {one: ", ".join(others) for one, others in found.items()}


def _collapsed(node: Node, why: Mapping[str, str]) -> Iterator[tuple[Node, str, int]]:
    """The highest nodes below which every item changed in the same way."""
    leaves = [why.get(leaf) for leaf in _leaves(node)]
    if leaves and leaves[0] and len(set(leaves)) == 1:
        yield node, leaves[0], len(leaves)
    else:
        for child in node.children:
            yield from _collapsed(child, why)


def _leaves(node: Node) -> Iterator[str]:
    if node.is_leaf:
        yield node.id
    for child in node.children:
        yield from _leaves(child)


def _node_changes(
    one: str, other: str, outlines: tuple[Outline, Outline], nodes: Mapping[str, str], crosswalk: Crosswalk | None
) -> Iterator[ChangedItem]:
    """Another place, rule or weight of two nodes that belong together."""
    node_a, node_b = outlines[0].nodes[one], outlines[1].nodes[other]
    parent_a, parent_b = outlines[0].parents[one], outlines[1].parents[other]
    if (nodes.get(parent_a) if parent_a else None) != parent_b:
        words = f"from {parent_a or 'the top'} to {parent_b or 'the top'}"
        note = _note(one, crosswalk)
        yield ChangedItem(one, other, "moved", 0, f"{words}; {note}" if note else words)
    if node_a.aggregate != node_b.aggregate:
        yield ChangedItem(one, other, "rule changed", 0, f"from {node_a.aggregate} to {node_b.aggregate}")
    rules = [tree.nodes[parent].aggregate for tree, parent in zip(outlines, (parent_a, parent_b), strict=True) if parent]
    if node_a.weight != node_b.weight and any(rule in WEIGHING for rule in rules):
        yield ChangedItem(one, other, "weight changed", 0, f"from {node_a.weight:g} to {node_b.weight:g}")


def _note(node: str, crosswalk: Crosswalk | None) -> str:
    return next((row.note for row in crosswalk.items if node in (row.from_id, row.to_id) and row.note), "") if crosswalk else ""

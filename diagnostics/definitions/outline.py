"""A standard's tree, laid out for look-ups."""

from __future__ import annotations

from dataclasses import dataclass

from diagnostics.definitions.standard import SHARES, Node, Standard


@dataclass(frozen=True)
class Outline:
    """Who stands above and below whom.

    Attributes:
        nodes: id → node, a parent before its children.
        parents: id → the id of its parent; None at a root.
        rated: what findings are about: the criteria, or the items of a standard without criteria.
        processes: the parents of the rated nodes, each once.
    """

    nodes: dict[str, Node]
    parents: dict[str, str | None]
    rated: tuple[Node, ...]
    processes: tuple[Node, ...]

    def process_of(self, rated: str) -> str:
        """The process that a rated node belongs to; empty for one that stands alone."""
        return self.parents.get(rated) or ""

    def item_owner(self) -> dict[str, str]:
        """Item id → the rated node that it belongs to."""
        owner = {node.id: node.id for node in self.rated if node.is_leaf}
        return owner | {child.id: node.id for node in self.rated for child in node.children}


def outline(standard: Standard) -> Outline:
    """Lay out a standard's tree."""
    placed = standard.nodes()
    nodes = {place.node.id: place.node for place in placed}
    parents = {place.node.id: place.parent for place in placed}
    rated = tuple(standard.criteria() or standard.leaves())
    above = dict.fromkeys(parents[node.id] for node in rated)
    return Outline(nodes, parents, rated, tuple(nodes[process] for process in above if process))


def is_survey_standard(standard: Standard) -> bool:
    """Whether all items of a standard are shares or indices of respondents, from 0 to 100."""
    return not standard.levels and all(leaf.respondents in SHARES for leaf in standard.leaves())

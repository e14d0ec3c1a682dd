"""Which node of one standard is which node of another, and what of their items still compares.

Items are shared by their stable ids, or by what a cross-walk says. An item that only looks the same is not shared: other
words that no cross-walk calls comparable, another scale, other points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from diagnostics.definitions.crosswalk import Crosswalk, CrosswalkItem
from diagnostics.definitions.outline import Outline, outline
from diagnostics.definitions.standard import Node, Standard
from diagnostics.scoring.comparing.pairing_changes import ChangedItem, list_changes

OUT_A, OUT_B = "out of scope in A", "out of scope in B"
NEW, DROPPED = "new", "dropped"


@dataclass(frozen=True)
class Pairing:
    """Two standards side by side.

    Attributes:
        a, b: the standards.
        nodes: node of A → the node of B that it is compared with, both in scope.
        shared: item of A → item of B, of those whose answers compare.
        why_a, why_b: item in scope that is not shared → why; an item that has a counterpart stands in ``why_a`` alone.
        changes: what a reader of a comparison must know of, in tree order.
    """

    a: Standard
    b: Standard
    nodes: Mapping[str, str]
    shared: Mapping[str, str]
    why_a: Mapping[str, str]
    why_b: Mapping[str, str]
    changes: tuple[ChangedItem, ...]

    @cached_property
    def outline_a(self) -> Outline:
        """A's tree."""
        return outline(self.a)

    @cached_property
    def outline_b(self) -> Outline:
        """B's tree."""
        return outline(self.b)

    @property
    def all_items(self) -> int:
        """Items of either standard that are in scope there; two that belong together count once."""
        return len(self.shared) + len(self.why_a) + len(self.why_b)

    @property
    def comparability(self) -> float:
        """Shared items in percent of the items of either, 0-100; NaN where there is none."""
        return 100 * len(self.shared) / self.all_items if self.all_items else float("nan")


def pair_standards(a: Standard, b: Standard, crosswalk: Crosswalk | None = None) -> Pairing:
    """Lay two standards side by side.

    Args:
        a, b: two versions, or the same one twice, each without what was out of its scope.
        crosswalk: from A's version to B's; what it does not name keeps its id.
    """
    outlines = outline(a), outline(b)
    links = _links(a, b, outlines, crosswalk)
    nodes = {one: link.to_id for one, link in links.items() if one in outlines[0].nodes and link.to_id in outlines[1].nodes}
    nodes = {one: other for one, other in nodes.items() if outlines[0].nodes[one].is_leaf == outlines[1].nodes[other].is_leaf}
    shared: dict[str, str] = {}
    why_a: dict[str, str] = {}
    for leaf in a.leaves():
        why = _why_not(leaf, links.get(leaf.id), nodes, (a, b), outlines, crosswalk)
        if why:
            why_a[leaf.id] = why
        else:
            shared[leaf.id] = nodes[leaf.id]
    taken = {nodes[one] for one in (*shared, *why_a) if one in nodes}
    why_b = {leaf.id: _why_only_b(leaf.id, a, links, crosswalk) for leaf in b.leaves() if leaf.id not in taken}
    changes = list_changes(a, b, outlines, nodes, why_a, why_b, crosswalk)
    return Pairing(a, b, nodes, shared, why_a, why_b, changes)


def _links(a: Standard, b: Standard, outlines: tuple[Outline, Outline], crosswalk: Crosswalk | None) -> dict[str, CrosswalkItem]:
    """What became of each node of A, its items out of scope included; nothing for what was dropped, split or merged."""
    known_a = dict.fromkeys([*outlines[0].nodes, *a.out_of_scope])
    known_b = dict.fromkeys([*outlines[1].nodes, *b.out_of_scope])
    rows = crosswalk.items if crosswalk else ()
    ends_a = {row.from_id for row in rows} | set(crosswalk.dropped if crosswalk else ())
    ends_b = {row.to_id for row in rows} | set(crosswalk.new if crosswalk else ())
    links = {row.from_id: row for row in rows if row.change not in ("split", "merged")}
    for row in rows:
        for one in known_a:
            other = row.to_id + one.removeprefix(row.from_id)
            if one.startswith(f"{row.from_id}.") and one not in ends_a and other in known_b and row.from_id in links:
                links[one] = row.model_copy(update={"from_id": one, "to_id": other})
    for one in known_a:
        if one in known_b and one not in links and not _named(one, ends_a) and not _named(one, ends_b):
            links[one] = CrosswalkItem.model_validate({"from": one, "to": one, "change": "same"})
    return links


def _named(one: str, ends: set[str]) -> bool:
    """Whether a cross-walk names a node, or the node whose gate it is."""
    return one in ends or any(one.startswith(f"{end}.") for end in ends)


def _why_not(
    leaf: Node,
    link: CrosswalkItem | None,
    nodes: Mapping[str, str],
    standards: tuple[Standard, Standard],
    outlines: tuple[Outline, Outline],
    crosswalk: Crosswalk | None,
) -> str:
    """Why an item of A is not shared; empty where it is."""
    if link is None:
        rows = [row for row in (crosswalk.items if crosswalk else ()) if _named(leaf.id, {row.from_id})]
        return rows[0].change if rows else DROPPED
    if leaf.id not in nodes:
        return OUT_B if link.to_id in standards[1].out_of_scope else DROPPED
    if not link.is_shared:
        return link.change
    other = outlines[1].nodes[nodes[leaf.id]]
    same_version = (standards[0].id, standards[0].version) == (standards[1].id, standards[1].version)
    if _measure(leaf, standards[0], labels=not same_version) != _measure(other, standards[1], labels=not same_version):
        return "scale changed"
    named = crosswalk is not None and any(_named(leaf.id, {row.from_id}) for row in crosswalk.items)
    if not named and not same_version and _words(leaf.id, outlines[0]) != _words(other.id, outlines[1]):
        return "reworded"
    return ""


def _why_only_b(item: str, a: Standard, links: Mapping[str, CrosswalkItem], crosswalk: Crosswalk | None) -> str:
    back = {link.to_id: one for one, link in links.items()}
    if back.get(item) in a.out_of_scope:
        return OUT_A
    rows = [row for row in (crosswalk.items if crosswalk else ()) if _named(item, {row.to_id}) and row.change in ("split", "merged")]
    return rows[0].change if rows else NEW


def _measure(leaf: Node, standard: Standard, labels: bool) -> tuple[object, ...]:
    """All that decides which value an answer has."""
    scale = standard.scale_of(leaf)
    options = tuple((option.code, option.value, option.label if labels else None) for option in scale.options)
    counted = (scale.min, scale.max, scale.unanswered, tuple(sorted(scale.same_as.items())), scale.without_evidence, set(scale.reached))
    silent = tuple(sorted(scale.special_codes().items()))
    return (options, counted, silent, leaf.points, leaf.max_points, leaf.respondents, set(leaf.positive), leaf.stage)


def _words(item: str, tree: Outline) -> tuple[object, ...]:
    """What was asked: an item's own words and those of the criterion it belongs to."""
    node: Node = tree.nodes[item]
    above: str | None = item
    while above is not None and not (tree.nodes[above].question or tree.nodes[above].descriptors):
        above = tree.parents[above]
    criterion = tree.nodes[above] if above is not None else node
    return (node.name, node.question, criterion.question, criterion.descriptors)


__all__ = ["ChangedItem", "Pairing", "pair_standards"]

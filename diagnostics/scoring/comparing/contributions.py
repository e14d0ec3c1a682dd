"""Where a difference between two scores comes from: parts that add up to it exactly.

Under ``mean``, ``sum`` and ``points`` a score is Σ share × value over the children that count. Between A and B
a child that counts in both brings (mean share) × (change of value), and (mean value − c) × (change of share); one that counts in
one only brings its share × (value − c), with a minus where it is gone. c is half way between the two scores (0 under ``sum``), so
that a new child as good as the rest brings nothing. Changing A with B turns every sign.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from diagnostics.definitions.standard import Node
from diagnostics.scoring.additive import ADDITIVE, Share, shares_of
from diagnostics.scoring.comparing.pairing import Pairing
from diagnostics.scoring.comparing.sides import STATE_WORDS, Side

Kind = Literal["score", "weight", "only in A", "only in B", "not comparable", "moved"]
TINY = 1e-9
NOTHING = 1e-12


@dataclass(frozen=True)
class Part:
    """One part of a difference.

    Attributes:
        node_a, node_b: the child or item it comes from, in A and in B; empty where there is none.
        name: what it is called.
        kind: ``score`` its own score changed; ``weight`` its share in its node changed; ``only in A``, ``only in B`` it counts there
            only; ``not comparable`` it changed, but is not the same item any more;
            ``moved`` a child that changed under a rule that does not add up: it has no amount.
        amount: B minus A, in the unit of the node explained.
        score_a, score_b: the child's own scores, unrounded.
        why: what is known of the reason: its state or its mark changed.
    """

    node_a: str
    node_b: str
    name: str
    kind: Kind
    amount: float
    score_a: float = math.nan
    score_b: float = math.nan
    why: str = ""

    @property
    def node(self) -> str:
        """Its id: A's, or B's where only B has it."""
        return self.node_a or self.node_b


@dataclass(frozen=True)
class Sides:
    """Two assessments and how their standards fit together.

    Attributes:
        hidden_a, hidden_b: nodes of each whose figures are not told.
    """

    a: Side
    b: Side
    pairing: Pairing
    hidden_a: frozenset[str] = frozenset()
    hidden_b: frozenset[str] = frozenset()

    def hides(self, one: str, other: str) -> bool:
        """Whether the difference of two nodes is not told."""
        return one in self.hidden_a or other in self.hidden_b


def is_additive(sides: Sides, one: str, other: str) -> bool:
    """Whether two nodes add their children up in the same way."""
    rules = (sides.a.tree.nodes[one].aggregate, sides.b.tree.nodes[other].aggregate)
    return rules[0] == rules[1] and rules[0] in ADDITIVE


def child_parts(sides: Sides, one: str, other: str) -> list[Part]:
    """What each child of a pair of nodes brings to the difference, largest first.

    Under a rule that does not add up: the children that changed, without amounts. Of a pair whose difference is told nothing below
    is withheld.
    """
    if not is_additive(sides, one, other):
        return _largest_first(_moved(sides, one, other))
    return _worth_telling(part for part, _ in _parts(sides, one, other))


def item_parts(sides: Sides, one: str, other: str) -> list[Part]:
    """The same down to the items, or to the nodes below which nothing adds up."""
    return _worth_telling(_deep(sides, one, other, 1.0))


def _deep(sides: Sides, one: str, other: str, factor: float) -> Iterator[Part]:
    for part, slope in _parts(sides, one, other):
        below = part.node_a and part.node_b and not sides.a.tree.nodes[part.node_a].is_leaf
        if below and not math.isnan(slope) and is_additive(sides, part.node_a, part.node_b):
            yield from _deep(sides, part.node_a, part.node_b, factor * slope)
        else:
            yield replace(part, amount=factor * part.amount)


def _parts(sides: Sides, one: str, other: str) -> Iterator[tuple[Part, float]]:
    """Every part of a pair's difference, however small, and how much the node moves when the child's score does."""
    node_a, node_b = sides.a.tree.nodes[one], sides.b.tree.nodes[other]
    shares_a, shares_b = (_by_child(node, side) for node, side in ((node_a, sides.a), (node_b, sides.b)))
    middle = 0.0 if node_a.aggregate == "sum" else (sides.a.scores[one] + sides.b.scores[other]) / 2
    for child_a, child_b in _children(sides, node_a, node_b):
        a, b = shares_a.get(child_a), shares_b.get(child_b)
        if a and b:
            slope = (a.share * a.factor + b.share * b.factor) / 2 if a.factor == b.factor else math.nan
            share = (a.share + b.share) / 2
            yield _part(sides, child_a, child_b, _kind(sides, child_a), share * (b.value - a.value)), slope
            yield _part(sides, child_a, child_b, "weight", ((a.value + b.value) / 2 - middle) * (b.share - a.share)), math.nan
        elif a:
            yield _part(sides, child_a, child_b, "only in A", -a.share * (a.value - middle)), math.nan
        elif b:
            yield _part(sides, child_a, child_b, "only in B", b.share * (b.value - middle)), math.nan


def _by_child(node: Node, side: Side) -> dict[str, Share]:
    return {share.child: share for share in shares_of(node, side.scores) or ()}


def _children(sides: Sides, node_a: Node, node_b: Node) -> Iterator[tuple[str, str]]:
    """The children of two nodes in pairs, then those that stand alone; an empty text for what is missing."""
    in_b = {child.id for child in node_b.children}
    taken = set()
    for child in node_a.children:
        other = sides.pairing.nodes.get(child.id, "")
        other = other if other in in_b else ""
        taken.add(other)
        yield child.id, other
    for child in node_b.children:
        if child.id not in taken:
            yield "", child.id


def _kind(sides: Sides, child: str) -> Kind:
    return "not comparable" if child in sides.pairing.why_a else "score"


def _part(sides: Sides, one: str, other: str, kind: Kind, amount: float) -> Part:
    node = sides.a.tree.nodes[one] if one else sides.b.tree.nodes[other]
    scores = (sides.a.scores.get(one, math.nan), sides.b.scores.get(other, math.nan))
    why = sides.pairing.why_a.get(one, "") if kind == "not comparable" else _why(sides, one, other)
    return Part(one, other, node.name or "", kind, amount, *scores, why)


def _moved(sides: Sides, one: str, other: str) -> Iterator[Part]:
    """The children that changed, and those that are the lowest where the lowest decides."""
    node_a, node_b = sides.a.tree.nodes[one], sides.b.tree.nodes[other]
    lowest_a, lowest_b = (_lowest(node, side) for node, side in ((node_a, sides.a), (node_b, sides.b)))
    for child_a, child_b in _children(sides, node_a, node_b):
        a, b = sides.a.scores.get(child_a, math.nan), sides.b.scores.get(child_b, math.nan)
        decides = [name for name, is_lowest in (("A", child_a in lowest_a), ("B", child_b in lowest_b)) if is_lowest]
        changed = math.isnan(a) != math.isnan(b) or abs(b - a) > TINY
        if changed or len(decides) == 1:
            part = _part(sides, child_a, child_b, "moved", math.nan)
            role = f"lowest in {' and '.join(decides)}" if decides else ""
            yield replace(part, why="; ".join(word for word in (role, part.why) if word))


def _lowest(node: Node, side: Side) -> set[str]:
    if node.aggregate not in ("minimum", "weakest-link"):
        return set()
    scores = {child.id: side.scores[child.id] for child in node.children if not math.isnan(side.scores[child.id])}
    return {child for child, score in scores.items() if score <= min(scores.values()) + TINY}


def _why(sides: Sides, one: str, other: str) -> str:
    """What changed in the state of a child, beside its score."""
    if not one:
        return _elsewhere(sides, other, in_a=False)
    if not other:
        return _elsewhere(sides, one, in_a=True)
    words = []
    if sides.a.tree.nodes[one].is_leaf:
        before, after = sides.a.state(one), sides.b.state(other)
        if before != after:
            words.append(f"{STATE_WORDS[before]} in A, {STATE_WORDS[after]} in B")
    if not is_additive(sides, one, other):  # where parts add up, marks are told of those below
        words += _mark_words(sides.a, one, sides.b, other)
    return "; ".join(words)


def _mark_words(a: Side, one: str, b: Side, other: str) -> list[str]:
    before, after = a.rows[one].counts["insufficient"] > 0, b.rows[other].counts["insufficient"] > 0
    if before and not after and not (b.tree.nodes[other].is_leaf and b.state(other) != "answered"):
        return ["marked * in A for want of evidence, not in B"]
    if after and not before and not (a.tree.nodes[one].is_leaf and a.state(one) != "answered"):
        return ["marked * in B for want of evidence, not in A"]
    if a.rows[one].marked != b.rows[other].marked:
        return [f"marked * in {'A' if a.rows[one].marked else 'B'} only"]
    return []


def _elsewhere(sides: Sides, node: str, in_a: bool) -> str:
    """Why a child stands on one side only."""
    pairing = sides.pairing
    there = pairing.nodes.get(node) if in_a else {other: one for one, other in pairing.nodes.items()}.get(node)
    tree = sides.b.tree if in_a else sides.a.tree
    if there is not None:
        return f"in {'B' if in_a else 'A'} it stands under {tree.parents[there] or 'nothing'}"
    why = pairing.why_a if in_a else pairing.why_b
    mine = sides.a.tree if in_a else sides.b.tree
    reasons = {why.get(leaf, "") for leaf in _leaves(mine.nodes[node])}
    return reasons.pop() if len(reasons) == 1 else ""


def _leaves(node: Node) -> Iterator[str]:
    if node.is_leaf:
        yield node.id
    for child in node.children:
        yield from _leaves(child)


def _worth_telling(parts: Iterator[Part]) -> list[Part]:
    return _largest_first(part for part in parts if abs(part.amount) > NOTHING)


def _largest_first(parts: Iterator[Part]) -> list[Part]:
    def size(part: Part) -> float:
        amount = part.amount if not math.isnan(part.amount) else part.score_b - part.score_a
        return -math.inf if math.isnan(amount) else -abs(amount)

    return sorted(parts, key=size)

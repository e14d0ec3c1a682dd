"""One node of A beside one of B: scores, difference, interval, and whether it may be called a change."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from diagnostics.definitions.standard import Node
from diagnostics.scoring.additive import ADDITIVE
from diagnostics.scoring.comparing.contributions import TINY, Sides
from diagnostics.scoring.comparing.sides import Side, is_survey, known
from diagnostics.scoring.intervals_of_nodes import interval_of_difference, limits, survey_items

UP, DOWN, NO_CHANGE, NOT_COMPARABLE = "change up", "change down", "no change", "not comparable"
WITHHELD = "withheld: too few people answered, or a figure of too few would follow from it"


@dataclass(frozen=True)
class ComparedNode:
    """One row of a comparison; what the other fields mean stands with ``comparison_table``.

    Attributes:
        depth: 0 at a root.
        rule: how it is made from its children; empty for an item.
        decimals: with how many its scores are printed: none for percentages of a survey.
    """

    node_a: str
    node_b: str
    name: str
    depth: int
    score_a: float = math.nan
    score_b: float = math.nan
    difference: float = math.nan
    label_a: str = ""
    label_b: str = ""
    shared: bool = False
    shared_items: int = 0
    all_items: int = 0
    shared_difference: float = math.nan
    low: float = math.nan
    high: float = math.nan
    called: str = NOT_COMPARABLE
    open_items: bool = False
    withheld: bool = False
    people_a: int | None = None
    people_b: int | None = None
    note: str = ""
    rule: str = ""
    decimals: int = 2

    @property
    def id(self) -> str:
        """Its id: A's, or B's where only B has it."""
        return self.node_a or self.node_b


def compare_nodes(sides: Sides, confidence: float) -> tuple[ComparedNode, ...]:
    """Every node of either, in A's tree order, then those that only B has."""
    look = _Look(sides, confidence)
    found = [look.node(placed.node, sides.pairing.nodes.get(placed.node.id, ""), placed.depth) for placed in sides.a.standard.nodes()]
    in_a = set(sides.pairing.nodes.values())
    return (*found, *(look.only_b(placed.node, placed.depth) for placed in sides.b.standard.nodes() if placed.node.id not in in_a))


@dataclass(frozen=True)
class _Look:
    """What is worked out once for all nodes of a pair of assessments."""

    sides: Sides
    confidence: float
    _leaves: dict[tuple[int, str], frozenset[str]] = field(default_factory=dict)

    @cached_property
    def alike(self) -> tuple[Side | None, Side | None]:
        """Both sides scored again on the shared items alone."""
        pairing = self.sides.pairing
        lost_b = {leaf.id for leaf in pairing.b.leaves()} - set(pairing.shared.values())
        sides = ((self.sides.a, set(pairing.why_a)), (self.sides.b, lost_b))
        a, b = (side.without(lost) if lost else side for side, lost in sides)
        return a, b

    def leaves(self, which: int, node: str) -> frozenset[str]:
        """The items at or below a node of A (0) or of B (1)."""
        if (which, node) not in self._leaves:
            tree = (self.sides.a if which == 0 else self.sides.b).tree
            self._leaves[which, node] = frozenset(_items(tree.nodes[node]))
        return self._leaves[which, node]

    def node(self, node: Node, other: str, depth: int) -> ComparedNode:
        """A node of A with its counterpart."""
        row = _one_side(self.sides.a, node, depth, self.sides.hidden_a, "a")
        if not other:
            reasons = {self.sides.pairing.why_a.get(leaf, "") for leaf in self.leaves(0, node.id)}
            why = reasons.pop() if len(reasons) == 1 else "its items went elsewhere"
            return replace(row, node_a=node.id, all_items=len(self.leaves(0, node.id)), note=f"only in A: {why}")
        b = _one_side(self.sides.b, self.sides.b.tree.nodes[other], depth, self.sides.hidden_b, "b")
        row = replace(row, node_a=node.id, node_b=other, score_b=b.score_b, label_b=b.label_b, people_b=b.people_b)
        shared = [one for one in self.leaves(0, node.id) if self.sides.pairing.shared.get(one) in self.leaves(1, other)]
        pairs = [one for one in self.leaves(0, node.id) if self.sides.pairing.nodes.get(one) in self.leaves(1, other)]
        everything = len(self.leaves(0, node.id)) + len(self.leaves(1, other)) - len(pairs)
        row = replace(row, shared=self.same(node.id, other), shared_items=len(shared), all_items=everything)
        if self.sides.hides(node.id, other):
            return replace(row, withheld=True, note=WITHHELD)
        return self.judged(row)

    def only_b(self, node: Node, depth: int) -> ComparedNode:
        """A node that only B has."""
        row = _one_side(self.sides.b, node, depth, self.sides.hidden_b, "b")
        reasons = {self.sides.pairing.why_b.get(leaf, "") for leaf in self.leaves(1, node.id)}
        why = reasons.pop() if len(reasons) == 1 else "its items were elsewhere"
        return replace(row, node_b=node.id, all_items=len(self.leaves(1, node.id)), note=f"only in B: {why}")

    def same(self, one: str, other: str) -> bool:
        """Whether two nodes are made of the same items in the same way."""
        a, b = self.sides.a.tree.nodes[one], self.sides.b.tree.nodes[other]
        if a.is_leaf or b.is_leaf:
            return self.sides.pairing.shared.get(one) == other
        pairs = [(child, self.sides.pairing.nodes.get(child.id)) for child in a.children]
        weights = {child.id: child.weight for child in b.children}
        if a.aggregate != b.aggregate or {there for _, there in pairs} != set(weights):
            return False
        alike = a.aggregate not in ADDITIVE or all(child.weight == weights[there or ""] for child, there in pairs)
        return alike and all(self.same(child.id, there or "") for child, there in pairs)

    def judged(self, row: ComparedNode) -> ComparedNode:
        """With the difference, and what it may be called."""
        if self.sides.a.tree.nodes[row.node_a].is_leaf and not row.shared:
            return replace(row, note=self.sides.pairing.why_a[row.node_a])
        if not known(row.score_a) or not known(row.score_b):
            missing = [name for name, score in (("A", row.score_a), ("B", row.score_b)) if not known(score)]
            return replace(row, note=f"no score in {' and '.join(missing)}")
        row = replace(row, difference=row.score_b - row.score_a)
        row = replace(row, open_items=self.may_be_open(row))
        notes = [self.basis(row)]
        changed = self.other_rule(row.node_a)
        if changed:
            notes.append(f"the rule of {changed} changed")
        else:
            row, why = self.called(row)
            notes.append(why)
        if row.open_items:
            notes.append("the unanswered items could explain the difference")
        return replace(row, note="; ".join(note for note in notes if note))

    def basis(self, row: ComparedNode) -> str:
        """What the judgement rests on, where that is not everything."""
        if row.shared:
            return ""
        if row.shared_items < row.all_items:
            return f"judged on the {row.shared_items} of {row.all_items} items that are shared"
        return "places or weights below it changed"

    def called(self, row: ComparedNode) -> tuple[ComparedNode, str]:
        """What the difference on the shared items may be called, and why it may not."""
        a, b = (self.sides.a, self.sides.b) if row.shared else self.alike
        if not row.shared_items or a is None or b is None:
            return row, ""
        scores = a.scores.get(row.node_a, math.nan), b.scores.get(row.node_b, math.nan)
        if math.isnan(scores[0]) or math.isnan(scores[1]):
            return row, "the shared items have no score on both sides"
        row = replace(row, shared_difference=scores[1] - scores[0])
        if not (survey_items(a) & self.leaves(0, row.node_a) or survey_items(b) & self.leaves(1, row.node_b)):
            return replace(row, called=_sign(row.shared_difference, row.shared_difference)), ""
        around = limits(a, row.node_a, self.confidence), limits(b, row.node_b, self.confidence)
        if around[0] is None or around[1] is None:
            return row, "no interval can be given for these survey answers under this rule"
        low, high = interval_of_difference(around[0], around[1])
        return replace(row, low=low, high=high, called=_sign(low, high)), ""

    def other_rule(self, one: str) -> str:
        """The first node at or below one whose rule changed; empty where none did."""
        other = self.sides.pairing.nodes.get(one)
        if other is not None and self.sides.a.tree.nodes[one].aggregate != self.sides.b.tree.nodes[other].aggregate:
            return one
        return next((found for child in self.sides.a.tree.nodes[one].children if (found := self.other_rule(child.id))), "")

    def may_be_open(self, row: ComparedNode) -> bool:
        """Whether the bounds overlap and something was unanswered."""
        a, b = self.sides.a.rows[row.node_a], self.sides.b.rows[row.node_b]
        is_open = self.sides.a.open_items(row.node_a) + self.sides.b.open_items(row.node_b) > 0
        return is_open and abs(row.difference) > TINY and a.lowest <= b.highest and b.lowest <= a.highest


def _sign(low: float, high: float) -> str:
    return UP if low > TINY else DOWN if high < -TINY else NO_CHANGE


def _one_side(side: Side, node: Node, depth: int, hidden: frozenset[str], which: str) -> ComparedNode:
    """What one side tells of a node."""
    empty = ComparedNode("", "", node.name or "", depth, rule=node.aggregate or "", decimals=decimals_of(node))
    if node.id in hidden:
        return replace(empty, withheld=True, note=WITHHELD)
    row = side.rows[node.id]
    return replace(empty, **{f"score_{which}": row.score, f"label_{which}": row.label, f"people_{which}": side.people.get(node.id)})


def decimals_of(node: Node) -> int:
    """Survey percentages are printed whole, everything else with two decimals."""
    if node.is_leaf:
        return 0 if is_survey(node) and node.points is None else 2
    return max(0 if node.aggregate in ("mean", "minimum") else 2, *(decimals_of(child) for child in node.children))


def _items(node: Node) -> Iterator[str]:
    if node.is_leaf:
        yield node.id
    for child in node.children:
        yield from _items(child)

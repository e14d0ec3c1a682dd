"""A standard: its scales, its tree of nodes and the rule of each node.

The format is that of one YAML file; ``standard_loading`` reads it. A *leaf* carries a scale and is answered; every other
node carries an ``aggregate`` rule and children. A *criterion* is a node with a question or descriptors.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, Literal, NamedTuple, Protocol

from pydantic import BeforeValidator, Field

from diagnostics.definitions.base import Definition, Number, Text, nearest
from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.definitions.scale import Points, Scale

Aggregate = Literal["mean", "sum", "minimum", "weakest-link", "average-table", "staged", "points"]
Respondents = Literal["mean", "median", "consensus", "consensus-or-median", "percent-positive", "index-0-100"]
AGGREGATES: tuple[str, ...] = Aggregate.__args__
LETTER_RULES = ("weakest-link", "average-table")
ON_SCALE = ("mean", "median", "consensus", "consensus-or-median")  # the item's value stays within its scale
SHARES = ("percent-positive", "index-0-100")  # the item's value is a share or an index of many people's answers, from 0 to 100

CRITERION_LEVELS = 5


def _source(value: Any) -> Any:
    return {"where": value} if isinstance(value, str) else value


Source = Annotated[dict[str, Text], BeforeValidator(_source, json_schema_input_type=str | dict[str, Text]), Field(min_length=1)]
"""Where something comes from: usually ``where``, ``licence``, ``year`` and what is ``ours``."""


class Node(Definition):
    """A node of a standard: a pillar, a process, a criterion or an item."""

    id: Text
    name: Text | None = None
    aggregate: Aggregate | None = None
    children: tuple[Node, ...] = ()
    weight: Number = Field(default=1.0, ge=0)
    stage: int | None = Field(default=None, ge=1)
    scale: Text | None = None
    points: Points | None = None
    max_points: Number | None = Field(default=None, gt=0)
    respondents: Respondents = "mean"
    positive: tuple[Text, ...] = ()
    file: Text | None = None
    scope: Text | None = None
    source: Source | None = None
    question: Text | None = None
    why: Text | None = None
    evidence: tuple[Text, ...] = ()
    descriptors: tuple[Text, ...] | None = Field(default=None, min_length=CRITERION_LEVELS, max_length=CRITERION_LEVELS)
    weight_reason: Text | None = None
    coverage_of: Text | None = None
    coverage_reason: Text | None = None
    requires: tuple[Text, ...] = ()

    @property
    def is_leaf(self) -> bool:
        """Whether the node is answered itself."""
        return self.aggregate is None


class Gate(Definition):
    """One of the tests that every criterion of a process file must pass; becomes the item ``<criterion>.<gate>``."""

    id: Text
    scale: Text
    name: Text | None = None
    respondents: Respondents = "mean"


class Level(Definition):
    """A level of maturity. A score is at the highest level whose ``min_score`` (its number by default) it reaches."""

    number: int
    name: Text
    meaning: Text | None = None
    min_score: Number | None = None

    @property
    def threshold(self) -> float:
        """The lowest score at this level."""
        return float(self.number if self.min_score is None else self.min_score)


class Placed(NamedTuple):
    """A node and its place in the tree."""

    node: Node
    parent: str | None
    depth: int


class Standard(Definition):
    """A whole standard, as read from its YAML file. ``roots`` is the key ``nodes`` of the file."""

    standard: Text
    version: Text
    title: Text
    source: Source
    scales: dict[str, Scale]
    roots: tuple[Node, ...] = Field(alias="nodes", min_length=1)
    levels: tuple[Level, ...] = ()
    gates: tuple[Gate, ...] = ()
    unit: Text | None = None
    effective_from: datetime.date | None = None
    out_of_scope: tuple[Text, ...] = ()

    @property
    def id(self) -> str:
        """The standard's id."""
        return self.standard

    def nodes(self) -> list[Placed]:
        """Every node in the order of the tree, a parent before its children."""
        return list(_walk(self.roots, None, 0))

    def leaves(self) -> list[Node]:
        """The items that are answered, in the order of the tree."""
        return [placed.node for placed in self.nodes() if placed.node.is_leaf]

    def criteria(self) -> list[Node]:
        """The nodes with a question or descriptors, in the order of the tree."""
        return [placed.node for placed in self.nodes() if placed.node.question or placed.node.descriptors]

    def node(self, node_id: str) -> Node:
        """One node. Raises ``KeyError`` where there is none of that id."""
        for placed in self.nodes():
            if placed.node.id == node_id:
                return placed.node
        raise KeyError(node_id)

    def scale_of(self, leaf: Node) -> Scale:
        """The scale that a leaf is answered on."""
        return self.scales[leaf.scale or ""]

    def without(self, ids: Iterable[str]) -> Standard:
        """The standard with nodes taken out of scope; a parent left without children disappears too.

        Raises ``BadInput`` for an id that is not in the standard, and when nothing is left.
        """
        unwanted = set(ids)
        known = {placed.node.id for placed in self.nodes()}
        problems = [_not_in_standard(self.id, node_id, known) for node_id in sorted(unwanted - known - set(self.out_of_scope))]
        roots = tuple(kept for root in self.roots if (kept := _without(root, unwanted)))
        if not roots:
            problems.append(Problem(self.id, "Every node is out of scope. Keep at least one.", "nothing-in-scope"))
        if problems:
            raise BadInput(problems)
        gone = known - {placed.node.id for placed in _walk(roots, None, 0)}
        roots = tuple(_without_requires(root, gone) for root in roots)
        left_out = [*self.out_of_scope, *(leaf.id for leaf in self.leaves() if leaf.id in gone)]
        return self.model_copy(update={"roots": roots, "out_of_scope": tuple(left_out)})


def _walk(nodes: Iterable[Node], parent: str | None, depth: int) -> Iterator[Placed]:
    for node in nodes:
        yield Placed(node, parent, depth)
        yield from _walk(node.children, node.id, depth + 1)


def _without(node: Node, unwanted: set[str]) -> Node | None:
    if node.id in unwanted:
        return None
    if node.is_leaf:
        return node
    children = tuple(kept for child in node.children if (kept := _without(child, unwanted)))
    return node.model_copy(update={"children": children}) if children else None


def _without_requires(node: Node, gone: set[str]) -> Node:
    requires = tuple(other for other in node.requires if other not in gone)
    return node.model_copy(update={"requires": requires, "children": tuple(_without_requires(child, gone) for child in node.children)})


def _not_in_standard(standard: str, node_id: str, known: set[str]) -> Problem:
    near = nearest(node_id, known)
    advice = f"No node of the standard has this id. Did you mean '{near}'?" if near else "No node of the standard has this id."
    return Problem(standard, advice, "unknown-node", found=node_id)


class OnScale(Protocol):
    """What ``value_scale`` asks of a node."""

    aggregate: Any
    scale: Any
    points: Any
    respondents: Any

    @property
    def children(self) -> Iterable[Any]: ...


def value_scale(node: OnScale, scales: Mapping[str, Any]) -> str | None:
    """The scale whose options a node's score lies among: a leaf's own; under ``minimum`` the one that all children share."""
    if node.aggregate is None:
        return node.scale if node.scale in scales and not node.points and node.respondents in ON_SCALE else None
    if node.aggregate != "minimum":
        return None
    shared = {value_scale(child, scales) for child in node.children}
    return shared.pop() if len(shared) == 1 else None

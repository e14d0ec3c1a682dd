"""What a standard may not say, beyond the form of its keys.

The checks look at the plain data of the file, not at finished models, so that a wrong rule, a dangling scale and a
mistyped weight are all reported at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from diagnostics.definitions.base import definition_problems, nearest
from diagnostics.definitions.problems import Problem
from diagnostics.definitions.scale import Scale
from diagnostics.definitions.scale_checks import Faults, check_scales, readable_scales, whole_scales
from diagnostics.definitions.standard import AGGREGATES, Standard
from diagnostics.definitions.standard_rules import check_rule
from diagnostics.definitions.yaml_reader import Place, YamlDocument

LEAF_KEYS = ("scale", "points", "positive", "respondents")


@dataclass(frozen=True)
class NodeView:
    """A node as it stands in the file, whatever its faults."""

    place: Place
    raw: dict[str, Any]
    children: tuple[NodeView, ...]

    def __getattr__(self, key: str) -> Any:
        """The value of a key; empty where the file does not give it."""
        return self.raw.get(key)

    @property
    def id(self) -> str:
        """The id as text, to name the node in a message."""
        value = self.raw.get("id")
        return "" if value is None else str(getattr(value, "written", value))

    @property
    def scale(self) -> str | None:
        """The scale's name; empty text for something that cannot be a name."""
        value = self.raw.get("scale")
        return None if value is None else str(getattr(value, "written", value)) if isinstance(value, str | int | float) else ""

    @property
    def respondents(self) -> Any:
        """How several people's answers become one."""
        return self.raw.get("respondents") or "mean"

    def walk(self) -> Iterator[NodeView]:
        """The node and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


def standard_problems(document: YamlDocument, complete: bool = True) -> list[Problem]:
    """Every fault of a standard, in the order of its lines.

    Args:
        document: the standard, with its process files taken in.
        complete: False where a process file could not be read, so that ids may be missing.
    """
    faults = Faults(document)
    if isinstance(document.data, dict):
        readable = readable_scales(document.data)
        check_scales(document.data, readable, faults)
        scales = whole_scales(document.data, readable)
        roots = _views(document.data.get("nodes"), ("nodes",))
        nodes = [node for root in roots for node in root.walk()]
        _check_ids(nodes, faults)
        for node in nodes:
            _check_node(node, scales, faults, complete)
            if node.aggregate in AGGREGATES and node.children:
                check_rule(node, scales, faults)
        _check_gates(document.data, scales, faults)
        _check_levels(document.data, faults)
        if complete:
            _check_requires(nodes, faults)
    found = list(dict.fromkeys(faults.problems))  # several nodes may complain about one scale
    told = {(problem.file, problem.row, problem.column) for problem in found}
    form = [problem for problem in definition_problems(Standard, document) if (problem.file, problem.row, problem.column) not in told]
    return sorted([*found, *form], key=lambda problem: (problem.file, problem.row or 0))


def _views(raw: Any, place: Place) -> tuple[NodeView, ...]:
    if not isinstance(raw, list):
        return ()
    found = [(item, (*place, index)) for index, item in enumerate(raw) if isinstance(item, dict)]
    return tuple(NodeView(where, item, _views(item.get("children"), (*where, "children"))) for item, where in found)


def _check_ids(nodes: list[NodeView], faults: Faults) -> None:
    first: dict[str, NodeView] = {}
    for node in nodes:
        if node.id and node.id in first:
            advice = f"This id stands on line {faults.line_of((*first[node.id].place, 'id'))} already. Give each node an id of its own."
            faults.add((*node.place, "id"), "duplicate-id", advice, found=node.id)
        first.setdefault(node.id, node)


def _check_node(node: NodeView, scales: dict[str, Scale | None], faults: Faults, complete: bool) -> None:
    """A leaf has a scale that exists; any other node has a rule that exists, and children."""
    if node.aggregate is None and node.children:
        faults.add(node.place, "rule-missing", "The node has children but no rule. Add 'aggregate'.", allowed=", ".join(AGGREGATES))
    elif node.aggregate is None and node.scale is None:
        if complete or "file" not in node.raw:
            faults.add(node.place, "scale-missing", "An item needs a scale, and any other node needs 'aggregate' and 'children'.")
    elif node.aggregate is not None:
        _check_inner(node, faults)
    if node.scale and node.scale not in scales:
        near = nearest(node.scale, scales)
        advice = f"No scale has this name. Did you mean '{near}'?" if near else "No scale has this name. Declare it under 'scales'."
        faults.add((*node.place, "scale"), "dangling-scale", advice, found=node.scale, allowed=", ".join(scales) or None)
    if node.aggregate is None:
        _check_respondents(node, scales, faults)


def _check_inner(node: NodeView, faults: Faults) -> None:
    rule = str(node.aggregate)
    if rule not in AGGREGATES:
        near = nearest(rule, AGGREGATES)
        advice = f"No such rule is known. Did you mean '{near}'?" if near else "No such rule is known."
        faults.add((*node.place, "aggregate"), "unknown-rule", advice, found=rule, allowed=", ".join(AGGREGATES))
    if not node.children:
        faults.add(node.place, "children-missing", "A node with a rule needs children. List them, or give the item a scale.", found=node.id)
    for key in LEAF_KEYS:
        if key in node.raw:
            faults.add((*node.place, key), "leaf-key", "Only an item without children may carry this key. Move it to the items.")


def _check_respondents(node: NodeView, scales: dict[str, Scale | None], faults: Faults) -> None:
    """The answers that count as positive are answers of the scale, and an index has a scale to stretch over."""
    positive = node.positive if isinstance(node.positive, list) else []
    place = (*node.place, "positive")
    scale = scales.get(node.scale or "")
    if node.respondents == "index-0-100" and scale is not None and len(set(scale.values().values())) == 1:
        faults.add(node.place, "index-without-range", "An index needs a scale with a lowest and a highest answer.", found=node.id)
    if node.respondents != "percent-positive":
        if positive:
            faults.add(place, "positive-unused", "This key needs 'respondents: percent-positive' beside it. Add that, or remove the key.")
        return
    if not positive:
        faults.add(node.place, "positive-missing", "List the codes that count as positive under 'positive'.", found=node.id)
    for index, code in enumerate(positive):
        if scale is not None and not scale.is_answer(str(getattr(code, "written", code))):
            advice = "This is no answer of the scale."
            faults.add((*place, index), "dangling-code", advice, found=str(code), allowed=scale.allowed())


def _check_gates(data: dict[str, Any], scales: dict[str, Scale | None], faults: Faults) -> None:
    gates = data.get("gates")
    for index, gate in enumerate(gates if isinstance(gates, list) else []):
        if isinstance(gate, dict) and isinstance(gate.get("scale"), str) and gate["scale"] not in scales:
            place = ("gates", index, "scale")
            faults.add(place, "dangling-scale", "No scale has this name. Declare it under 'scales'.", found=gate["scale"])


def _check_levels(data: dict[str, Any], faults: Faults) -> None:
    declared = data.get("levels")
    levels = [level for level in declared if isinstance(level, dict)] if isinstance(declared, list) else []
    numbers = [level.get("number") for level in levels]
    thresholds = [number if level.get("min_score") is None else level["min_score"] for level, number in zip(levels, numbers, strict=True)]
    for steps in (numbers, thresholds):
        if all(isinstance(step, int | float) for step in steps) and steps != sorted(set(steps)):
            faults.add(
                ("levels",), "levels-order", "List the levels once each, lowest first, each with a higher score than the one before."
            )


def _check_requires(nodes: list[NodeView], faults: Faults) -> None:
    """What a criterion requires exists, and nothing requires itself."""
    needs = {node.id: [str(other) for other in node.requires] for node in nodes if isinstance(node.requires, list)}
    ids = {node.id for node in nodes}
    for node in nodes:
        for index, other in enumerate(needs.get(node.id, [])):
            if other not in ids:
                near = nearest(other, ids)
                advice = f"No node has this id. Did you mean '{near}'?" if near else "No node has this id."
                faults.add((*node.place, "requires", index), "dangling-requires", advice, found=other)
    circle = _in_circle(needs)
    for node in nodes:
        if node.id in circle:
            faults.add(
                (*node.place, "requires"), "requires-cycle", "These criteria require each other in a circle. Remove one link.", node.id
            )


def _in_circle(needs: dict[str, list[str]]) -> set[str]:
    """The ids that are left when all that nobody waits for, or that waits for nobody, is taken away."""
    left = {node_id: {other for other in others if other in needs} for node_id, others in needs.items()}
    while True:
        wanted = Counter(other for others in left.values() for other in others)
        free = {node_id for node_id, others in left.items() if not others or not wanted[node_id]}
        if not free:
            return set(left)
        left = {node_id: others - free for node_id, others in left.items() if node_id not in free}

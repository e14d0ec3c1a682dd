"""A whole standard with its remedies as plain data, in one language, for other programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from diagnostics.definitions.remedy import Remedy
from diagnostics.definitions.standard import Node, Standard
from diagnostics.definitions.translations import translated

Say = Callable[[str], str]


def standard_as_json(standard: Standard, remedies: Iterable[Remedy], language: str) -> dict[str, Any]:
    """The standard, every node in the order of the tree, then its remedies.

    Args:
        standard: the standard.
        remedies: those bundled for it; empty where there are none.
        language: of all texts; English where one is not translated.

    Returns:
        ``id``, ``version``, ``language``, ``levels``, ``nodes`` and ``remedies``. ``parent`` is null at a root; ``question`` and
        ``descriptors`` are null on nodes that are not answered. The gates of a criterion are no nodes of their own.
    """

    def say(text: str) -> str:
        return translated(text, language)

    levels = [
        {"number": one.number, "name": say(one.name), "meaning": say(one.meaning) if one.meaning else None} for one in standard.levels
    ]
    return {
        "id": standard.id,
        "version": standard.version,
        "language": language,
        "levels": levels,
        "nodes": [_node(placed.node, placed.parent, say) for placed in shown_nodes(standard)],
        "remedies": [_remedy(remedy, say) for remedy in remedies],
    }


def shown_nodes(standard: Standard) -> list[Any]:
    """Every node but the gates of criteria, which are the same for all and stand in the standard once."""
    gated = {child.id for criterion in standard.criteria() for child in criterion.children}
    return [placed for placed in standard.nodes() if placed.node.id not in gated]


def _node(node: Node, parent: str | None, say: Say) -> dict[str, Any]:
    return {
        "id": node.id,
        "parent": parent,
        "name": say(node.name) if node.name else None,
        "weight": node.weight,
        "question": say(node.question) if node.question else None,
        "evidence": [say(each) for each in node.evidence],
        "descriptors": [say(each) for each in node.descriptors] if node.descriptors else None,
        "source": dict(node.source) if node.source else None,
    }


def _remedy(remedy: Remedy, say: Say) -> dict[str, Any]:
    indicator = remedy.indicator.model_dump()
    for key in ("name", "formula", "unit"):
        indicator[key] = say(indicator[key])
    return {
        "id": remedy.id,
        "node": remedy.criterion,
        "from_level": remedy.from_level,
        "to_level": remedy.to_level,
        "title": say(remedy.title),
        "steps": [say(step) for step in remedy.steps],
        "person_days": dict(remedy.person_days),
        "months": remedy.months,
        "after": list(remedy.after),
        "indicator": indicator,
    }

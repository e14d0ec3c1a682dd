"""A comparison as plain text for the terminal, and as JSON for other programs."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from diagnostics.scoring.comparing.comparison import ComparedNode, ComparedPair, Comparison
from diagnostics.scoring.comparing.contributions import TINY, Part
from diagnostics.scoring.comparing.pairing import ChangedItem
from diagnostics.scoring.wording import counted, exact, named, plain_data, shown, signed

MOST_PARTS = 6
DEPTH = 2
_HEADS = ("", "A", "", "B", "", "B minus A", "95 % interval", "")
_CALLED = len(_HEADS) - 1


def comparison_text(comparison: Comparison, depth: int = DEPTH) -> list[str]:
    """What the terminal shows: comparability, what changed, the scores, and where each difference comes from.

    Args:
        comparison: as ``compare_scores`` returns it.
        depth: how far below the roots nodes are shown; tables and JSON hold all.
    """
    lines = [f"A: {comparison.title_a}. B: {comparison.title_b}. Differences are B minus A, taken before rounding."]
    lines += [*crosswalk_lines(comparison), comparability_sentence(comparison), *changed_lines(comparison.changes)]
    for names, side in ((comparison.unpaired_a, "A"), (comparison.unpaired_b, "B")):
        if names:
            lines.append(f"Only in {side}, not compared: {', '.join(names)}.")
    for pair in comparison.pairs:
        lines += ["", pair.a if pair.a == pair.b else f"A: {pair.a}, B: {pair.b}", *_table(pair, depth)]
        sentences = explanation_of_change(pair, depth)
        lines += ["", "Where the differences come from", *(f"  {sentence}" for sentence in sentences)] if sentences else []
    return [*lines, *([""] if comparison.method else []), *comparison.method]


def crosswalk_lines(comparison: Comparison) -> list[str]:
    """Which cross-walk was used between two versions, or that none was."""
    if comparison.crosswalk:
        return [f"Cross-walk used: {comparison.crosswalk}."]
    if comparison.title_a != comparison.title_b:
        return ["No cross-walk is at hand: an item of one id and one wording is taken for the same."]
    return []


def comparability_sentence(comparison: Comparison) -> str:
    """How much of the two standards compares."""
    if math.isnan(comparison.comparability):
        return "Comparability: none of the two standards has an item in scope."
    share = shown(comparison.comparability, 0)
    if share == "100" and comparison.shared_items < comparison.all_items:
        share = "over 99"  # 100 % is said only where nothing is missing
    return f"Comparability: {share} % ({comparison.shared_items} of the {counted(comparison.all_items, 'item')} of either are shared)."


def changed_lines(changes: Sequence[ChangedItem]) -> list[str]:
    """What changed between the standards, one line a change."""
    if not changes:
        return ["Nothing changed between the standards."]
    return ["Changed between the standards:", *(f"  {_changed(change)}" for change in changes)]


def _changed(change: ChangedItem) -> str:
    ids = [one for one in (change.item_a, change.item_b) if one]
    node = ids[0] if len(set(ids)) == 1 else " to ".join(ids)
    count = f" ({counted(change.items, 'item')})" if change.items > 1 else ""
    return f"{node}: {change.change}{count}{': ' + change.note if change.note else ''}" if node else f"{change.change}: {change.note}"


def _table(pair: ComparedPair, depth: int) -> list[str]:
    rows = [_HEADS, *(_cells(node) for node in pair.nodes if node.depth <= depth)]
    used = [place for place in range(len(_HEADS)) if place == 0 or any(row[place] for row in rows[1:])]
    widths = {place: max(len(row[place]) for row in rows) for place in used}
    return [("  " + "  ".join(_aligned(row[place], widths[place], place) for place in used)).rstrip() for row in rows]


def _aligned(cell: str, width: int, place: int) -> str:
    return cell.ljust(width) if place in (0, 2, 4, _CALLED) else cell.rjust(width)


def _cells(node: ComparedNode) -> tuple[str, ...]:
    difference = "-" if math.isnan(node.difference) else signed(node.difference, node.decimals)
    interval = "" if math.isnan(node.low) else f"{signed(node.low, node.decimals)} to {signed(node.high, node.decimals)}"
    called = node.called + (f" ({node.note})" if node.note else "")
    name = "  " * node.depth + named(node.id, node.name)
    a = _score_cells(node.score_a, node.label_a, node.decimals, node.node_a, node.withheld)
    b = _score_cells(node.score_b, node.label_b, node.decimals, node.node_b, node.withheld)
    return (name, *a, *b, difference, interval, called)


def _score_cells(value: float, label: str, decimals: int, node: str, withheld: bool) -> tuple[str, str]:
    if not node:
        return "-", ""
    if math.isnan(value) and withheld:
        return "withheld", ""
    return shown(value, decimals), "" if label == exact(value) else label


def explanation_of_change(pair: ComparedPair, depth: int = DEPTH) -> list[str]:
    """Sentences that say where each node's difference comes from, the roots first down to their items."""
    sentences = []
    for node in pair.nodes:
        if node.node_a in pair.children and node.depth <= depth:
            sentences.append(change_sentence(node, pair.children[node.node_a]))
            deep = pair.items.get(node.node_a, ())
            if deep and {part.node for part in deep} != {part.node for part in pair.children[node.node_a]}:
                sentences.append(f"{node.id} down to the items: {_summed(deep, node.decimals)}.")
    return [sentence for sentence in sentences if sentence]


def change_sentence(node: ComparedNode, parts: Sequence[Part]) -> str:
    """Where one node's difference comes from; empty where nothing below it changed."""
    if not parts and abs(node.difference) <= TINY:
        return ""
    places = node.decimals
    way = f"{shown(node.score_a, places)} to {shown(node.score_b, places)}"
    verb = "rose" if node.difference > 0 else "fell"
    head = f"{named(node.id, node.name)} {verb} by {shown(abs(node.difference), places)}, from {way}"
    if abs(node.difference) <= TINY:
        head = f"{named(node.id, node.name)} stayed at {shown(node.score_b, places)}"
    if not parts:
        return f"{head}: the rule changed."
    if all(math.isnan(part.amount) for part in parts):
        told = [_moved(part, places) for part in parts[:MOST_PARTS]] + _others(len(parts) - MOST_PARTS)
        return f"{head}, under the rule {node.rule}. Below it: {'; '.join(told)}."
    return f"{head}: {_summed(parts, places)}."


def _others(count: int) -> list[str]:
    return [counted(count, "other child", "other children")] if count > 0 else []


def _summed(parts: Sequence[Part], places: int) -> str:
    first, rest = parts[:MOST_PARTS], parts[MOST_PARTS:]
    fine = max(places, 1)  # a part of a whole percentage point is still a part
    told = [f"{signed(part.amount, fine)} from {_source(part, places)}" for part in first]
    if rest:
        told.append(f"{signed(sum(part.amount for part in rest), fine)} from {counted(len(rest), 'other part')} together")
    return "; ".join(told)


def _source(part: Part, places: int) -> str:
    name = named(part.node, part.name)
    if part.kind == "weight":
        return f"{name}, whose weight in it changed" + (f" ({part.why})" if part.why else "")
    if part.kind in ("only in A", "only in B"):
        return f"{name}, which counts {part.kind}" + (f" ({part.why})" if part.why else "")
    if part.kind == "not comparable":
        return f"{name}, which is not comparable ({part.why})"
    return _moved(part, places)


def _moved(part: Part, places: int) -> str:
    facts = [f"{shown(part.score_a, places)} to {shown(part.score_b, places)}", part.why]
    return f"{named(part.node, part.name)} ({'; '.join(fact for fact in facts if fact)})"


def comparison_json(comparison: Comparison) -> str:
    """The comparison as JSON, every number unrounded; what is not known is null."""
    data = {
        name: getattr(comparison, name)
        for name in ("title_a", "title_b", "comparability", "shared_items", "all_items", "threshold", "crosswalk")
    }
    data["changes"] = [asdict(change) for change in comparison.changes]
    data["unpaired"] = {"a": list(comparison.unpaired_a), "b": list(comparison.unpaired_b)}
    data["pairs"] = [_pair_data(pair) for pair in comparison.pairs]
    data["method"] = list(comparison.method)
    return json.dumps(plain_data(data), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _pair_data(pair: ComparedPair) -> dict[str, Any]:
    return {
        "a": pair.a,
        "b": pair.b,
        "nodes": [asdict(node) for node in pair.nodes],
        "children": {node: _part_data(parts) for node, parts in pair.children.items()},
        "items": {node: _part_data(parts) for node, parts in pair.items.items()},
        "sentences": explanation_of_change(pair, depth=max((node.depth for node in pair.nodes), default=0)),
    }


def _part_data(parts: Iterable[Part]) -> list[dict[str, Any]]:
    return [asdict(part) for part in parts]


__all__ = ["comparability_sentence", "comparison_json", "comparison_text", "explanation_of_change"]

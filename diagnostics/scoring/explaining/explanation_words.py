"""An explanation as plain text: one indented step below the other."""

from __future__ import annotations

import math

from diagnostics.scoring.comparing.sides import STATE_WORDS
from diagnostics.scoring.explaining.explanation import Explanation, Step
from diagnostics.scoring.wording import exact, named, shown

INDENT = "  "


def explanation_text(explanation: Explanation, depth: int | None = None) -> list[str]:
    """The lines for a terminal.

    Args:
        explanation: as ``explain_score`` returns it.
        depth: how many steps down to go; all by default.
    """
    step = explanation.step
    head = f"{named(step.node, step.name)}: {_result(step, round_it=True)}"
    lines = [head, f"Standard {explanation.title}, assessment {explanation.assessment}. {_bounds(step)}".rstrip()]
    return [*lines, *_below(step, 1, depth)]


def _below(step: Step, level: int, depth: int | None) -> list[str]:
    lines = [INDENT * level + sentence for sentence in step.sentences]
    for child in step.children:
        lines.append(INDENT * level + _headline(child))
        if depth is None or depth > 1:
            lines += _below(child, level + 1, None if depth is None else depth - 1)
    return lines


def _headline(step: Step) -> str:
    weight = "" if step.weight == 1 else f", weight {exact(step.weight)}"
    counts = _counts(step)
    return (
        f"- {named(step.node, step.name)}: {_result(step)}{weight}{f'; {counts}' if counts else ''}{' [decides]' if step.decides else ''}"
    )


def _result(step: Step, round_it: bool = False) -> str:
    if step.withheld:
        return "withheld"
    if math.isnan(step.score):
        return "no score"
    text = shown(step.score, 2) if round_it else exact(step.score)
    label = f" ({step.label})" if step.label and step.label != exact(step.score) else ""
    return f"{text}{label}{' *' if step.marked else ''}"


def _bounds(step: Step) -> str:
    if step.withheld or math.isnan(step.lowest) or step.lowest == step.highest:
        return ""
    proved = " and what lacks evidence were proved" if step.counts.get("insufficient") else ""
    return f"Between {shown(step.lowest)} and {shown(step.highest)}, if what is unanswered were answered worst or best{proved}."


def _counts(step: Step) -> str:
    """How many items, or people, are of each state; of an item that one person answered its state alone is told."""
    told = []
    for state, count in step.counts.items():
        word = "without evidence" if state == "insufficient" else STATE_WORDS[state]
        if count is None and not step.withheld:
            told.append(f"some {word}")
        elif count:
            told.append(word if not step.children and step.counts == _one(state) else f"{count:,} {word}")
    return ", ".join(told)


def _one(state: str) -> dict[str, int]:
    counts = dict.fromkeys([*STATE_WORDS, "insufficient"], 0)
    return counts | {state: 1}

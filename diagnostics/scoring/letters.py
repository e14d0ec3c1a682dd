"""The labels that values have by themselves: letters and codes of a scale, half steps between letters, stages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from diagnostics.definitions.scale import Scale
from diagnostics.definitions.standard import LETTER_RULES, Node, value_scale
from diagnostics.scoring.rules import half_step_values


def labels_of_values(node: Node, below: Sequence[Scale | None], scales: Mapping[str, Scale]) -> tuple[tuple[float, str], ...]:
    """The values of a node that have a label of their own, lowest first, each with its label; none where the rule gives no labels.

    Args:
        node: the node.
        below: for each child the scale that its value lies on, if it lies on one.
        scales: those of the standard.
    """
    if node.aggregate == "staged":
        return tuple((float(stage), str(stage)) for stage in range(1 + max(child.stage or 0 for child in node.children)))
    if node.aggregate in LETTER_RULES and below[0]:
        options = _letters(below[0])
        steps = half_step_values(np.array(list(options)))
        return tuple((float(step), list(options.values())[place // 2] + "+" * (place % 2)) for place, step in enumerate(steps))
    scale = scales.get(value_scale(node, scales) or "")
    return tuple(_letters(scale).items()) if scale else ()


def _letters(scale: Scale) -> dict[float, str]:
    letters: dict[float, str] = {}
    for code, value in scale.values().items():  # lowest first
        letters.setdefault(value, code)
    return letters

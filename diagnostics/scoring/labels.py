"""The letter or level of a score, where its rule or its standard has one."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from diagnostics.definitions.scale import Scale
from diagnostics.definitions.standard import LETTER_RULES, Level, Standard, value_scale
from diagnostics.scoring.rules import CLOSE, half_step_values
from diagnostics.scoring.tree import Branch


def labels_of(
    standard: Standard, branches: list[Branch], scores: np.ndarray, counts: Mapping[str, np.ndarray] | None = None
) -> tuple[np.ndarray, list[str]]:
    """The label of every score.

    Args:
        scores: one line a node, one column an assessment.
        counts: how many items below each node are ``applicable``, ``not_applicable`` and ``not_used``, of the form of ``scores``.
            With them a letter that nothing applies to is labelled ``NA``, one that is not used at all ``NU``.

    Returns:
        For each score the place of its label, -1 where it has none; and the labels.
    """
    words: dict[str, int] = {}
    places = np.full(scores.shape, -1, dtype=np.int64)
    for line, branch in enumerate(branches):
        own = _own_labels(branch, standard)
        if branch.node.aggregate == "staged":
            own = {float(level): str(level) for level in range(1 + max(child.stage or 0 for child in branch.node.children))}
        places[line] = _exact(scores[line], own, words)
        if counts is not None and branch.node.aggregate in LETTER_RULES:
            places[line] = _without_letter(places[line], {name: count[line] for name, count in counts.items()}, words)
        if standard.levels:
            level = _levels(scores[line], standard.levels, words)
            places[line] = np.where(places[line] < 0, level, places[line])
    return places, list(words)


def _without_letter(places: np.ndarray, counts: Mapping[str, np.ndarray], words: dict[str, int]) -> np.ndarray:
    """``NA`` where nothing below applies, ``NU`` where nothing below is used; the places as they are elsewhere."""
    idle = (places < 0) & (counts["applicable"] == 0)
    absent, unused = idle & (counts["not_applicable"] > 0), idle & (counts["not_applicable"] == 0) & (counts["not_used"] > 0)
    for label, mask in (("NA", absent), ("NU", unused)):
        if mask.any():
            places = np.where(mask, words.setdefault(label, len(words)), places)
    return places


def _own_labels(branch: Branch, standard: Standard) -> dict[float, str]:
    """The labels that the rule of a node gives, by score."""
    if branch.node.aggregate in LETTER_RULES and branch.scales[0]:
        options = _letters(branch.scales[0])
        steps = half_step_values(np.array(list(options)))
        return {float(step): list(options.values())[place // 2] + "+" * (place % 2) for place, step in enumerate(steps)}
    scale = standard.scales.get(value_scale(branch.node, standard.scales) or "")
    return _letters(scale) if scale else {}


def _letters(scale: Scale) -> dict[float, str]:
    letters: dict[float, str] = {}
    for code, value in scale.values().items():
        letters.setdefault(value, code)
    return letters


def _exact(scores: np.ndarray, labels: Mapping[float, str], words: dict[str, int]) -> np.ndarray:
    """Labels of those scores that stand exactly on a labelled value."""
    if not labels:
        return np.full(len(scores), -1, dtype=np.int64)
    values = np.array(sorted(labels))
    places = np.array([words.setdefault(labels[value], len(words)) for value in values])
    nearest = np.searchsorted(values, scores - CLOSE).clip(max=len(values) - 1)
    return np.where(np.abs(values[nearest] - scores) <= CLOSE, places[nearest], -1)


def _levels(scores: np.ndarray, levels: tuple[Level, ...], words: dict[str, int]) -> np.ndarray:
    """The highest level whose lowest score is reached; none below the first."""
    thresholds = np.array([level.threshold for level in levels])
    places = np.array([-1, *(words.setdefault(str(level.number), len(words)) for level in levels)])
    reached = np.searchsorted(thresholds, scores + CLOSE, side="right")
    return np.where(np.isnan(scores), -1, places[reached])

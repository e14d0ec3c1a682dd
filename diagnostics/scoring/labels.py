"""The letter or level of a score, where its rule or its standard has one."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from diagnostics.definitions.standard import LETTER_RULES, Level, Standard
from diagnostics.scoring.rules import CLOSE
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
    places = np.full(scores.shape, -1, dtype=np.int16)
    lines: dict[tuple[tuple[float, str], ...], list[int]] = {}
    for line, branch in enumerate(branches):
        lines.setdefault(branch.labels, []).append(line)
    for labels, sharing in lines.items():
        if labels:
            places[sharing] = _exact(scores[sharing], labels, words)
    if counts is not None:
        for line, branch in enumerate(branches):
            if branch.node.aggregate in LETTER_RULES:
                places[line] = _without_letter(places[line], {name: count[line] for name, count in counts.items()}, words)
    if standard.levels:
        places = np.where(places < 0, _levels(scores, standard.levels, words), places)
    return places, list(words)


def _without_letter(places: np.ndarray, counts: Mapping[str, np.ndarray], words: dict[str, int]) -> np.ndarray:
    """``NA`` where nothing below applies, ``NU`` where nothing below is used; the places as they are elsewhere."""
    idle = (places < 0) & (counts["applicable"] == 0)
    absent, unused = idle & (counts["not_applicable"] > 0), idle & (counts["not_applicable"] == 0) & (counts["not_used"] > 0)
    for label, mask in (("NA", absent), ("NU", unused)):
        if mask.any():
            places = np.where(mask, words.setdefault(label, len(words)), places)
    return places


def _exact(scores: np.ndarray, labels: tuple[tuple[float, str], ...], words: dict[str, int]) -> np.ndarray:
    """Labels of those scores that stand exactly on a labelled value."""
    values = np.array([value for value, _ in labels])
    places = np.array([words.setdefault(label, len(words)) for _, label in labels], dtype=np.int16)
    nearest = np.searchsorted(values, scores - CLOSE).clip(max=len(values) - 1)
    return np.where(np.abs(values[nearest] - scores) <= CLOSE, places[nearest], -1)


def _levels(scores: np.ndarray, levels: tuple[Level, ...], words: dict[str, int]) -> np.ndarray:
    """The highest level whose lowest score is reached; none below the first."""
    reached = np.zeros(scores.shape, dtype=np.int16)
    for level in levels:
        reached += scores >= level.threshold - CLOSE
    return np.array([-1, *(words.setdefault(str(level.number), len(words)) for level in levels)], dtype=np.int16)[reached]

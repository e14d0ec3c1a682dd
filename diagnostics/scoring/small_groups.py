"""Survey figures of too few people, and those that would give them away: what a comparison and an explanation keep to themselves.

A figure of a small group follows from its node's score and its siblings' figures. So a second, larger item of the node is
withheld beside it; where there is none, the node is withheld too, and so on upwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from diagnostics.definitions.standard import Node, Standard
from diagnostics.scoring.additive import ADDITIVE

THRESHOLD = 10
"""People. Below it nothing is told of a group unless the mission says otherwise."""


class _Below(NamedTuple):
    withheld: frozenset[str]
    people: int  # the most people that any survey item below rests on


def withheld_nodes(standard: Standard, people: Mapping[str, int], threshold: int = THRESHOLD) -> frozenset[str]:
    """The items and nodes whose figures are not told.

    Args:
        standard: the tree.
        people: survey item → people who gave an opinion on it. Items of other kinds are what assessors say, not people's views.
        threshold: people; figures of fewer are withheld.
    """
    return frozenset().union(*(_look(root, people, threshold).withheld for root in standard.roots))


def _look(node: Node, people: Mapping[str, int], threshold: int) -> _Below:
    if node.is_leaf:
        count = people.get(node.id, 0)
        return _Below(frozenset({node.id} if 0 < count < threshold else ()), count)
    below = [_look(child, people, threshold) for child in node.children]
    withheld = frozenset().union(*(found.withheld for found in below))
    most = max(found.people for found in below)
    if 0 < most < threshold:
        return _Below(withheld | {node.id}, most)
    if not any(child.id in withheld for child in node.children):
        return _Below(withheld, most)
    covers = [child for child in node.children if people.get(child.id, 0) >= threshold and child.is_leaf and child.weight > 0]
    if node.aggregate not in ADDITIVE or not covers:
        return _Below(withheld | {node.id}, most)
    cover = min(covers, key=lambda child: (people[child.id], child.id))
    return _Below(withheld | {cover.id}, most)


def shown_counts(counts: Mapping[str, int], threshold: int = THRESHOLD) -> dict[str, int | None]:
    """How often each of some answers was given; None for all of them where one was given by too few.

    Their total, and often their mean, are told elsewhere: a small count could be worked out from any others that are shown.

    Args:
        counts: answer → people.
        threshold: people; counts below it are withheld.
    """
    small = any(0 < count < threshold for count in counts.values())
    return {answer: None if small else count for answer, count in counts.items()}

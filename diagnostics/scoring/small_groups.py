"""Survey figures of too few people, and those that would give them away: what no report, table or explanation tells.

Figures of few people are withheld. A group's figure also follows from that of everybody and those of the other groups, and an item's from
its node and the other items: so a second group is withheld beside a single one, and every node above a withheld item.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from diagnostics.definitions.standard import Standard
from diagnostics.scoring.comparing.sides import COUNTS, is_survey

THRESHOLD = 10
"""People. Below it nothing is told of a group unless the mission says otherwise."""
EVERYBODY = "(all)"


def withheld_figures(standard: Standard, people: Mapping[str, Mapping[str, int]], threshold: int = THRESHOLD) -> dict[str, frozenset[str]]:
    """Which nodes' figures are withheld in which group.

    A node is told where every item below it is, so that it says nothing that its items do not say; what can be subtracted is then
    one item's figures of the groups from that of everybody.

    Args:
        standard: the tree.
        people: group → survey item → people who gave an opinion; ``(all)`` is everybody, whom the other groups make up. Items of other
            kinds are what assessors say, not people's views.
        threshold: people; figures of fewer are withheld.
    """
    hidden: dict[str, set[str]] = {group: set() for group in people}
    for item in standard.leaves():
        for group in _withheld_groups({group: counts.get(item.id, 0) for group, counts in people.items()}, threshold):
            hidden[group].add(item.id)
    for placed in reversed(standard.nodes()):  # children before their parents
        for nodes in hidden.values():
            if any(child.id in nodes for child in placed.node.children):
                nodes.add(placed.node.id)
    return {group: frozenset(nodes) for group, nodes in hidden.items()}


def _withheld_groups(people: Mapping[str, int], threshold: int) -> set[str]:
    """The groups in which one item is withheld: those of few people and, while they are few together, the next larger ones."""
    by_size = sorted((count, group) for group, count in people.items() if group != EVERYBODY and count > 0)
    few = [group for count, group in by_size if count < threshold]
    hidden = {EVERYBODY} if 0 < people[EVERYBODY] < threshold else set()
    if not few:
        return hidden
    taken = len(few)
    while taken < len(by_size) and sum(count for count, _ in by_size[:taken]) < threshold:
        taken += 1
    return hidden | {group for _, group in by_size[:taken]}


def withheld_nodes(standard: Standard, people: Mapping[str, int], threshold: int = THRESHOLD) -> frozenset[str]:
    """The same for everybody alone: the items and nodes of one assessment whose figures are not told.

    Args:
        standard: the tree.
        people: survey item → people who gave an opinion on it.
        threshold: people; figures of fewer are withheld.
    """
    return withheld_figures(standard, {EVERYBODY: people}, threshold)[EVERYBODY]


def told_scores(scores: pd.DataFrame, standard: Standard, threshold: int = THRESHOLD) -> pd.DataFrame:
    """SCORES as a reader may see them.

    Args:
        scores: SCORES of any number of assessments, as ``score_answers`` returns them.
        standard: what they were scored against.
        threshold: people; survey figures that rest on fewer are withheld, and what would give them away.

    Returns:
        The same rows and columns. Where a figure is withheld, score, label, bounds and every count are empty, and nothing is marked.
    """
    items = [leaf.id for leaf in standard.leaves() if is_survey(leaf)]
    if not items:
        return scores
    people = scores[scores["node"].isin(items)].pivot(index="node", columns="assessment", values="answered").fillna(0)
    hidden = {str(name): withheld_nodes(standard, people[name].to_dict(), threshold) for name in people}
    withheld = np.array([node in hidden.get(str(name), ()) for name, node in zip(scores["assessment"], scores["node"], strict=True)])
    if not withheld.any():
        return scores
    empty = [name for name in ("score", "label", "lowest", "highest", "applicable", *COUNTS) if name in scores]
    told = {name: scores[name].mask(withheld) for name in empty}
    return scores.assign(**told, marked=scores["marked"].mask(withheld, False))


def shown_counts(counts: Mapping[str, int], threshold: int = THRESHOLD) -> dict[str, int | None]:
    """How often each of some answers was given; None for all of them where one was given by too few.

    Their total, and often their mean, are told elsewhere: a small count could be worked out from any others that are shown.

    Args:
        counts: answer → people.
        threshold: people; counts below it are withheld.
    """
    small = any(0 < count < threshold for count in counts.values())
    return {answer: None if small else count for answer, count in counts.items()}

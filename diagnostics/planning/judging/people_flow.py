"""Who hands people over to whom in a plan: the links that its dates imply beside those of ``after``.

A plan that keeps its capacities can be read as a flow of people: what an action needs of a role it gets from those who were never
busy, or from actions that were finished before. Where it is the latter, it cannot start before them, even though nothing in its
content waits for them. Such a resource flow keeps the capacities also when durations change, which a list of dates does not
(C. Artigues, P. Michelon, S. Reusser, "Insertion techniques for static and dynamic resource-constrained project scheduling",
European Journal of Operational Research 149, 2003, 249–267). Many flows fit one plan. This one prefers people whom nobody else had,
then those of actions that come first anyway, then those who have been free the longest, so that it binds as little as it can.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_NOBODY = 1e-6  # of a person; less is rounding


@dataclass(frozen=True)
class Work:
    """One action as the flow sees it.

    Attributes:
        begin, end: first working day, and the first one after the action.
        needs: resource → people on each of these days.
        before: places of the actions that come first anyway.
    """

    begin: int
    end: int
    needs: Mapping[str, float]
    before: frozenset[int]


def flow_links(works: Sequence[Work], capacity: Mapping[str, Sequence[float]]) -> list[set[int]]:
    """For each action, the actions whose people it takes over.

    Args:
        works: the actions; an overload of theirs is passed over, since nobody hands over what is not there.
        capacity: resource → people on each working day from the calendar's first; the last value holds for ever. A resource without
            an entry is not limited.

    Returns:
        Places in ``works``, in their order; each of them ends before the action begins.
    """
    order = sorted(range(len(works)), key=lambda at: (works[at].begin, works[at].end, at))
    links: list[set[int]] = [set() for _ in works]
    for resource, people in capacity.items():
        idle: dict[int, float] = {}
        for at in order:
            need = works[at].needs.get(resource, 0.0)
            if need <= _NOBODY:
                continue
            _release(idle, works, resource, at, order)
            need -= _never_busy(idle, works, resource, at, order, people)
            for giver in sorted((one for one in idle if works[one].end <= works[at].begin), key=lambda one: _rank(works, links, at, one)):
                if need <= _NOBODY:
                    break
                taken = min(need, idle[giver])
                if taken > _NOBODY:
                    idle[giver] -= taken
                    need -= taken
                    links[at].add(giver)
    return links


def _release(idle: dict[int, float], works: Sequence[Work], resource: str, at: int, order: Sequence[int]) -> None:
    """Those who worked on actions that are finished by now join the idle ones."""
    for other in order:
        if works[other].begin > works[at].begin or other == at:
            break
        if other not in idle and works[other].end <= works[at].begin and works[other].needs.get(resource, 0.0) > _NOBODY:
            idle[other] = works[other].needs[resource]


def _never_busy(
    idle: Mapping[int, float], works: Sequence[Work], resource: str, at: int, order: Sequence[int], people: Sequence[float]
) -> float:
    """People whom no action before had: what there is on the day, less those at work and those who are idle again."""
    day = works[at].begin
    place = order.index(at)
    at_work = sum(works[one].needs.get(resource, 0.0) for one in order[:place] if works[one].end > day)
    there = people[min(day, len(people) - 1)]
    return min(works[at].needs[resource], max(0.0, there - at_work - sum(idle.values())))


def _rank(works: Sequence[Work], links: Sequence[set[int]], at: int, giver: int) -> tuple[bool, int, int]:
    comes_first_anyway = giver in works[at].before or giver in links[at]
    return (not comes_first_anyway, works[giver].end, giver)

"""What needs what in the WCO-style standard: criteria that require others, remedies that wait for others, and the stages between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

STAGES: Mapping[str, int] = {"P1": 1, "P4": 2, "P5": 3, "P6": 4, "P7": 4, "P8": 4, "P9": 4}
"""The order in which an administration builds: strategy, then jobs, then competencies, then talent.

P2, P3 and P10 to P12 run alongside and have no place in the order.
"""
Graph = Mapping[str, frozenset[str]]


def process_of(node_id: str) -> str:
    """The process of a criterion (P4-3) or of a remedy (P4-3-R2)."""
    return node_id.partition("-")[0]


def everything_needed(graph: Graph) -> Graph:
    """What each node needs, itself or through others. The graph has no cycle."""

    @cache
    def needed(node: str) -> frozenset[str]:
        return graph[node].union(*(needed(other) for other in graph[node]))

    return {node: needed(node) for node in graph}


def against_the_order(graph: Graph, nodes: Iterable[str]) -> list[tuple[str, str]]:
    """Which of the nodes need something of a later stage, and what."""
    return [(node, other) for node in nodes for other in sorted(graph[node]) if _stage(other) > _stage(node) > 0]


def _stage(node_id: str) -> int:
    return STAGES.get(process_of(node_id), 0)

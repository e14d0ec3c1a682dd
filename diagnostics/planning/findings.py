"""Which gaps are worth acting on, and in what order.

House rules. Priority = gap × weight of the criterion × (1 + number of criteria in scope that require it). In the order of
priority, the findings that make up the first half of the sum of all priorities are high, those up to four fifths medium, the
rest low; equal priorities share a band.
"""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from diagnostics.definitions.mission import Mission
from diagnostics.definitions.outline import Outline, outline
from diagnostics.definitions.remedy import Remedy
from diagnostics.definitions.standard import Node, Standard

HIGH, MEDIUM = 0.5, 0.8  # shares of the sum of all priorities
TOLERANCE = 1e-9  # levels are sums of binary fractions; less than this is no gap

COLUMNS = [
    "rank", "node", "process", "name", "level", "target", "gap", "weight", "leverage", "priority", "band", "marked",
    "limiting", "self_level", "answers", "evidence", "statement", "remedies",
]  # fmt: skip


def target_profile(scores: pd.DataFrame, standard: Standard, mission: Mission) -> pd.DataFrame:
    """The target of every node: its own, else its nearest parent's, else the default or the compared average.

    Args:
        scores: SCORES table; read only where the compared average is the target.
        mission: ``targets`` and ``comparison``.

    Returns:
        One row per node in tree order: node str, target float (empty = none: nobody to compare with had data).
    """
    averages = comparison_averages(scores, mission.comparison.average_of) if mission.comparison else {}
    goals: dict[str, float | None] = {}
    for node, parent in outline(standard).parents.items():
        above = goals.get(parent or "", mission.targets.default)
        goals[node] = averages.get(node) if mission.targets.comparison_average else mission.targets.by_node.get(node, above)
    return pd.DataFrame({"node": list(goals), "target": pd.Series(list(goals.values()), dtype=float)})


def comparison_averages(scores: pd.DataFrame, assessments: tuple[str, ...]) -> dict[str, float]:
    """Mean score of each node over the named assessments that have one; "no data" is left out, never zero."""
    chosen = scores[scores["assessment"].isin(assessments) & scores["score"].notna()]
    return chosen.groupby("node", sort=False)["score"].mean().to_dict()


def find_gaps(
    scores: pd.DataFrame,
    answers: pd.DataFrame,
    targets: pd.DataFrame,
    standard: Standard,
    remedies: tuple[Remedy, ...],
    mission: Mission,
) -> pd.DataFrame:
    """List every rated criterion below its target, most pressing first.

    Args:
        scores: SCORES table of ``score_answers``.
        answers: ANSWERS table: assessment, item, answer, evidence.
        targets: table of ``target_profile``.
        remedies: those bundled for the standard.
        mission: findings rest on its ``focus``; the first of ``beside`` is shown with them.

    Returns:
        One row per finding, sorted by ``rank``. Columns:
            rank        int    1 = first
            node        str    the criterion; ``process`` its parent; ``name`` in words
            level       float  what was reached, unrounded
            target      float  what is to be reached
            gap         float  target - level, above 0
            weight      float  the criterion's weight in its process
            leverage    int    criteria in scope that require this one
            priority    float  gap × weight × (1 + leverage)
            band        str    high, medium or low: where its priority stands among all
            marked      bool   a claim without evidence counted as the lowest level
            limiting    str    gates that stand at the level found, space-separated; empty where the standard has none
            self_level  float  level in the assessment shown beside; empty = not assessed
            answers     str    the answers it rests on, ``item=answer; …``
            evidence    str    document ids, space-separated
            statement   str    the finding in one sentence
            remedies    str    ids that lead from the level to the target, in order
        Criteria that nobody assessed are no findings: they are unknown, not weak.
    """
    tree = outline(standard)
    rated = tree.rated
    own = scores[scores["assessment"] == mission.focus].set_index("node")
    other = scores[scores["assessment"].isin(mission.beside[:1])].set_index("node")["score"]
    levels = own["score"].reindex([node.id for node in rated])
    goals = targets.set_index("node")["target"].reindex(levels.index)
    gaps = (goals - levels)[lambda gap: gap > TOLERANCE]
    required = pd.Series([other_id for node in rated for other_id in node.requires], dtype=str).value_counts()
    table = pd.DataFrame(
        {"node": gaps.index, "level": levels[gaps.index].to_numpy(), "target": goals[gaps.index].to_numpy(), "gap": gaps.to_numpy()}
    )
    nodes = {node.id: node for node in rated}
    table["process"] = [tree.process_of(node) for node in table["node"]]
    table["name"] = [nodes[node].name for node in table["node"]]
    table["weight"] = [float(nodes[node].weight) for node in table["node"]]
    table["leverage"] = [int(required.get(node, 0)) for node in table["node"]]
    table["priority"] = table["gap"] * table["weight"] * (1 + table["leverage"])
    table["band"] = _bands(table["priority"])
    table["marked"] = own["marked"].reindex(table["node"]).fillna(False).to_numpy(dtype=bool)
    table["limiting"] = [_limiting(tree.nodes[node], own["score"]) for node in table["node"]]
    table["self_level"] = other.reindex(table["node"]).to_numpy(dtype=float)
    told = _answers_by_criterion(answers[answers["assessment"] == mission.focus], tree)
    table["answers"] = [told.get(node, ("", ""))[0] for node in table["node"]]
    table["evidence"] = [told.get(node, ("", ""))[1] for node in table["node"]]
    table["statement"] = [_statement(row) for row in table.itertuples()]
    table["remedies"] = [
        " ".join(r.id for r in chain(node, level, goal, remedies))
        for node, level, goal in zip(table["node"], table["level"], table["target"], strict=True)
    ]
    order = {node.id: place for place, node in enumerate(rated)}
    table = table.assign(_place=table["node"].map(order)).sort_values(["priority", "_place"], ascending=[False, True])
    table["rank"] = np.arange(1, len(table) + 1)
    return table[COLUMNS].reset_index(drop=True)


def chain(criterion: str, level: float, target: float, remedies: tuple[Remedy, ...]) -> tuple[Remedy, ...]:
    """The remedies that lead a criterion from a level to a target, lowest first. A level between two counts as the lower."""
    steps = {remedy.from_level: remedy for remedy in remedies if remedy.criterion == criterion}
    path: list[Remedy] = []
    reached = math.floor(level + TOLERANCE)
    while reached < target - TOLERANCE:
        # A step may span two levels: whoever stands inside it still has to finish it.
        step = next((remedy for start, remedy in sorted(steps.items()) if start <= reached < remedy.to_level), None)
        if step is None:
            break
        path.append(step)
        reached = step.to_level
    return tuple(path)


def _bands(priority: pd.Series) -> list[str]:
    """High, medium or low, by the share of the whole that the more pressing findings already make up."""
    ahead = [priority[priority > one + TOLERANCE].sum() for one in priority]
    share = np.array(ahead) / priority.sum() if len(priority) else np.array([])
    return [str(band) for band in np.select([share < HIGH, share < MEDIUM], ["high", "medium"], "low")]


def _limiting(criterion: Node, levels: pd.Series) -> str:
    """The gates that stand as low as their criterion does."""
    scores = levels.reindex([gate.id for gate in criterion.children]).dropna()
    if scores.empty:
        return ""
    return " ".join(name.rsplit(".", 1)[-1] for name in scores[scores <= scores.min() + TOLERANCE].index)


def _answers_by_criterion(answers: pd.DataFrame, tree: Outline) -> dict[str, tuple[str, str]]:
    """Criterion → its answers as ``item=answer; …`` and the evidence given, each once."""
    given = answers[answers["answer"].notna()]
    told = {}
    for name, rows in given.groupby(given["item"].map(tree.item_owner()), sort=False):
        texts = "; ".join(f"{item}={answer}" for item, answer in zip(rows["item"], rows["answer"], strict=True))
        ids = sorted({one for cell in rows["evidence"].dropna() for one in str(cell).replace(";", " ").split()})
        told[str(name)] = (texts, " ".join(ids))
    return told


def _statement(row) -> str:
    gates = f" What holds it down: {' and '.join(row.limiting.split())}." if row.limiting else ""
    mark = " The level claimed has no evidence and counts as 1." if row.marked else ""
    return f"{row.name} stands at {row.level:g} against a target of {row.target:g}.{gates}{mark}"

"""Tables that several sections share: one row a process, one row a criterion, one row a compared item. Nothing is rounded here."""

from __future__ import annotations

import numpy as np
import pandas as pd

from diagnostics.planning.findings import comparison_averages
from diagnostics.reporting.material import Material
from diagnostics.reporting.numbers import NOT_APPLICABLE, NOT_ASSESSED

_COUNTS = ("applicable", "answered", "dont_know", "not_applicable", "blank", "insufficient")


def criterion_table(material: Material) -> pd.DataFrame:
    """Every criterion of the focus assessment.

    Returns:
        One row per criterion in the order of the standard. Columns: node, process, name str | level, lowest, highest, target,
        self_level float, empty = not assessed | difference float, self_level - level | marked bool | unrated, self_unrated str, what is
        said where the level is empty | counts of items.
    """
    nodes = [node for node, _ in material.rated]
    ids = [node.id for node in nodes]
    own = material.scores_of(material.mission.focus).reindex(ids)
    table = pd.DataFrame(
        {"node": ids, "process": [parent for _, parent in material.rated], "name": [material.node_name(node) for node in nodes]}
    )
    for column, source in (("level", "score"), ("lowest", "lowest"), ("highest", "highest")):
        table[column] = own[source].to_numpy(dtype=float)
    table["marked"] = own["marked"].eq(True).to_numpy()
    table["target"] = [material.target(node.id) for node, _ in material.rated]
    other = material.scores_of(material.beside).reindex(ids)
    table["self_level"] = other["score"].to_numpy(dtype=float)
    table["unrated"], table["self_unrated"] = _unrated(own), _unrated(other)
    table["difference"] = table["self_level"] - table["level"]
    return table.join(_counts(own))


def process_table(material: Material) -> pd.DataFrame:
    """Every process of the focus assessment.

    Returns:
        One row per process in the order of the standard. Columns: node, name, label str (its level) | score, lowest, highest, minimum
        (of its criteria), target, gap (target - score, above 0), self_score, evidence_share (0-100) float, empty = unknown |
        unrated str, what is said where the score is empty |
        counts of items: applicable, answered, dont_know, not_applicable, blank, insufficient.
    """
    ids = [node.id for node in material.processes]
    own = material.scores_of(material.mission.focus).reindex(ids)
    criteria = criterion_table(material)
    table = pd.DataFrame({"node": ids, "name": [material.node_name(node) for node in material.processes], "label": own["label"].to_numpy()})
    for column in ("score", "lowest", "highest"):
        table[column] = own[column].to_numpy(dtype=float)
    table["minimum"] = criteria.groupby("process")["level"].min().reindex(ids).to_numpy()
    table["target"] = [material.target(node.id) for node in material.processes]
    table["gap"] = (table["target"] - table["score"]).where(lambda gap: gap > 1e-9, 0.0).where(table["score"].notna())
    table["self_score"] = material.scores_of(material.beside)["score"].reindex(ids).to_numpy(dtype=float)
    table["unrated"] = _unrated(own)
    table["evidence_share"] = evidence_shares(material).reindex(ids).to_numpy(dtype=float)
    return table.join(_counts(own))


def _unrated(own: pd.DataFrame) -> np.ndarray:
    """Why a node has no score: nothing of it applies here, or it was not assessed."""
    outside = own["applicable"].eq(0) & own["not_applicable"].gt(0)
    return np.where(outside, NOT_APPLICABLE, NOT_ASSESSED)


def _counts(own: pd.DataFrame) -> pd.DataFrame:
    present = [column for column in _COUNTS if column in own]
    return own[present].fillna(0).astype(int).reset_index(drop=True)


def evidence_shares(material: Material) -> pd.Series:
    """Of the items whose answer in the focus claims more than the lowest option, the per cent for which evidence is named.

    Returns:
        Process id → 0-100; a process in which nothing is claimed is left out.
    """
    answers = material.answers[(material.answers["assessment"] == material.mission.focus) & material.answers["answer"].notna()]
    process = _process_of_items(material)
    worst = {leaf.id: min(values.values()) for leaf in material.standard.leaves() if (values := material.standard.scale_of(leaf).values())}
    values = {leaf.id: material.standard.scale_of(leaf).values() for leaf in material.standard.leaves()}
    claims = np.array(
        [
            item in worst and values[item].get(str(answer), -np.inf) > worst[item]
            for item, answer in zip(answers["item"], answers["answer"], strict=True)
        ],
        dtype=bool,
    )
    claimed = answers[claims]
    if claimed.empty:
        return pd.Series(dtype=float)
    proven = claimed.assign(proven=claimed["evidence"].fillna("").astype(str).str.strip() != "").groupby("item")["proven"].any()
    by_process = proven.groupby(proven.index.map(process)).mean() * 100
    return by_process.astype(float)


def _process_of_items(material: Material) -> dict[str, str]:
    """Leaf id → the process it belongs to."""
    return {item: material.tree.process_of(owner) for item, owner in material.tree.item_owner().items()}


def averages(material: Material) -> dict[str, float]:
    """Node → mean of the compared administrations; nothing where the mission compares none."""
    comparison = material.mission.comparison
    return comparison_averages(material.told_scores, comparison.average_of) if comparison else {}


def comparison_table(material: Material, of: str = "items") -> pd.DataFrame:
    """Every item, or every indicator, in every administration.

    Args:
        material: what the report reads.
        of: ``items`` or ``groups``.

    Returns:
        One row per item in the order of the standard. Columns: node, name, group (the indicator's id) str | one float column per
        administration, empty = no data | average | difference float, focus - average, from unrounded values.
    """
    shown = material.mission.comparison.assessments if material.mission.comparison else (material.mission.focus,)
    placed = material.rated if of == "items" else [(node, node.id) for node in material.processes]
    ids = [node.id for node, _ in placed]
    table = pd.DataFrame({"node": ids, "name": [material.node_name(node) for node, _ in placed], "group": [parent for _, parent in placed]})
    for assessment in shown:
        table[assessment] = material.scores_of(assessment)["score"].reindex(ids).to_numpy(dtype=float)
    mean = averages(material)
    table["average"] = [mean.get(node, np.nan) for node in ids]
    table["difference"] = table[material.mission.focus] - table["average"]
    return table

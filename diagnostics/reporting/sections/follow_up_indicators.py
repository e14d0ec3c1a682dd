"""Page 3 of the follow-up report: how far the indicators are on their way, and why actions deviate."""

from __future__ import annotations

import pandas as pd

from diagnostics.definitions.planning_figures import load_planning_figures
from diagnostics.reporting.blocks import Blocks, Column, Heading, Paragraph, Table, cell, section
from diagnostics.reporting.figures.follow_up_charts import indicator_ways
from diagnostics.reporting.follow_up_material import FollowUpMaterial
from diagnostics.reporting.sections.plan_words import indicator_words, target_words

WAYS, REASONS, OTHERS = 13, 7, 7


def indicators_and_reasons(material: FollowUpMaterial) -> Blocks:
    """Baseline, value and target of each indicator that was measured; then the reasons told."""
    say, measured = material.say, measured_indicators(material)
    done = material.variance["status"] == "done"
    unmeasured = int((done & material.variance["indicator_value"].isna() & (material.variance["indicator"] != "")).sum())
    chart = indicator_ways(say, measured.head(WAYS), len(measured), int(measured["reached"].sum())) if len(measured) else None
    return section(
        Heading(say("followup-indicators-heading"), 1, "indicators"),
        chart or Paragraph(say("followup-indicators-none")),
        Paragraph(say("followup-indicators-unmeasured", count=unmeasured)) if unmeasured else None,
        _without_baseline(material),
        _reasons(material),
    )


def measured_indicators(material: FollowUpMaterial) -> pd.DataFrame:
    """Actions whose indicator has a baseline, a target and a value in figures.

    Returns:
        Rows of ``variance`` with ``name`` str, ``way`` float, 0 at the baseline and 1 at the target, and ``reached`` bool; the nearest to
        its target first.
    """
    table = material.variance
    numbers = table[["baseline", "indicator_value", "target"]].notna().all(axis=1)
    table = table[numbers & (table["baseline"] != table["target"])]
    way = (table["indicator_value"] - table["baseline"]) / (table["target"] - table["baseline"])
    names = [f"{row.action} {indicator_words(material, row)}" for row in table.itertuples()]
    found = table.assign(name=pd.Series(names, index=table.index, dtype="str"), way=way, reached=way >= 1)
    return found.sort_values("way", ascending=False, kind="stable")


def _without_baseline(material: FollowUpMaterial) -> Table | None:
    """Values that were reported of indicators whose baseline is a word, a range or not known."""
    say = material.say
    table = material.variance[material.variance["indicator_value"].notna() & material.variance["baseline"].isna()]
    if table.empty:
        return None
    planned = {action.action: action for action in material.plan.actions}
    columns = (
        Column(say("followup-column-indicator"), width=5),
        Column(say("column-owner"), width=1.8),
        Column(say("followup-column-baseline"), width=1.6),
        Column(say("followup-column-value-now"), "number", 0.8),
        Column(say("column-target"), width=1.4),
    )
    rows = [
        (
            cell(f"{row.action} {indicator_words(material, row)}"),
            cell(material.owner(row.owner)),
            cell(say.content(planned[row.action].baseline)),
            cell(say.brief(row.indicator_value, 1)),
            cell(target_words(say, planned[row.action].target)),
        )
        for row in table.head(OTHERS).itertuples()
    ]
    return Table(say("followup-indicators-table-caption"), columns, tuple(rows), compact=True)


def _reasons(material: FollowUpMaterial) -> Table | Paragraph:
    say, table = material.say, material.reasons
    if table.empty:
        return Paragraph(say("followup-reasons-none"))
    texts = {reason.id: say.content(reason.text) for reason in load_planning_figures().reasons}
    columns = (
        Column(say("followup-column-reason"), width=5),
        Column(say("followup-column-actions"), "number", 1),
        Column(say("followup-column-reason-days"), "number", 1.4),
    )
    rows = [
        (cell(texts.get(row.reason, row.reason)), cell(say.count(row.actions)), cell(say.count(row.days_late)))
        for row in table.head(REASONS).itertuples()
    ]
    return Table(say("followup-reasons-caption"), columns, tuple(rows), say("followup-reasons-note"))

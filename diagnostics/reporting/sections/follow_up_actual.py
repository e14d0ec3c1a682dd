"""Page 2 of the follow-up report: plan against actual."""

from __future__ import annotations

from datetime import date

import pandas as pd

from diagnostics.definitions.planning_figures import load_planning_figures
from diagnostics.reporting.blocks import Blocks, Column, Heading, Paragraph, Table, cell, section
from diagnostics.reporting.figures.follow_up_charts import progress_bars
from diagnostics.reporting.follow_up_material import FollowUpMaterial

BARS, ROWS = 18, 6
"""As many as fit on the page beside each other."""


def plan_against_actual(material: FollowUpMaterial) -> Blocks:
    """The actions that are done, due or under way as bars, and those that deviate with their reasons."""
    shown = current_actions(material)
    bars = shown.head(BARS).sort_values(["planned_start", "planned_finish"], kind="stable")
    late = shown["standing"].isin(["late", "not reported"])
    later = (shown["standing"] == "in progress") & (shown["days_later"] > 0).fillna(False)
    counts = len(shown), int(late.sum()), int(later.sum())
    return section(
        Heading(material.say("followup-actual-heading"), 1, "plan-against-actual"),
        progress_bars(material.say, bars, material.last_day, counts) if len(shown) else None,
        _deviating(material),
    )


def current_actions(material: FollowUpMaterial) -> pd.DataFrame:
    """What should have begun by now or has, most telling first: stopped, late, not reported, under way, done."""
    rank = {"stopped": 0, "late": 1, "not reported": 2, "in progress": 3, "done": 4, "not started": 5}
    table = material.actions
    begun = table[(table["planned_start"] <= material.last_day.isoformat()) | ~table["standing"].isin(["not started"])]
    order = begun.assign(rank=begun["standing"].map(rank), lateness=begun["days_late"].fillna(0))
    return order.sort_values(["rank", "lateness"], ascending=[True, False], kind="stable")


def deviating(material: FollowUpMaterial) -> pd.DataFrame:
    """What is late, stopped or unreported, then what is under way and will be late; of each the latest first."""
    table = material.actions
    off = table["standing"].isin(["late", "stopped", "not reported"])
    will_be = (table["standing"] == "in progress") & (table["days_later"] > 0).fillna(False)
    found = table[off | will_be]
    ranked = found.assign(off=off[found.index], lateness=found["days_later"].fillna(0))
    return ranked.sort_values(["off", "lateness"], ascending=False, kind="stable")


def _deviating(material: FollowUpMaterial) -> Table | Paragraph:
    say, table = material.say, deviating(material)
    if table.empty:
        return Paragraph(say("followup-late-none"))
    columns = (
        Column(say("column-action"), width=2.8),
        Column(say("column-owner"), width=1.9),
        Column(say("followup-column-due"), width=1.5),
        Column(say("followup-column-progress"), "number", 0.8),
        Column(say("followup-column-late"), "number", 1),
        Column(say("followup-column-forecast"), width=1.6),
        Column(say("followup-column-reason"), width=2.3),
    )
    rows = [
        (
            cell(f"{row.action} {say.content(row.title)}"),
            cell(material.owner(row.owner)),
            cell(_day(material, row.planned_finish)),
            cell(say.percent(100 * row.progress, unknown="–")),
            cell(say.count(row.days_later, unknown="–"), "attention" if row.off else None),
            cell(_day(material, row.forecast_finish) if row.forecast_finish else say("followup-no-date")),
            cell(_why(material, row)),
        )
        for row in table.head(ROWS).itertuples()
    ]
    left = max(0, len(table) - ROWS)
    return Table(say("followup-late-caption"), columns, tuple(rows), say("followup-late-note", left=left), compact=True)


def _why(material: FollowUpMaterial, row) -> str:
    say = material.say
    texts = {reason.id: reason.text for reason in load_planning_figures().reasons}
    told = say.content(texts[row.reason]) if row.reason in texts else ""
    if told and row.reported < material.quarter:
        told = say("followup-told-in", reason=told, quarter=say.quarter(row.reported))
    if row.standing == "not reported":
        return say("followup-not-reported")
    if row.standing == "stopped":
        return f"{say('followup-stopped')}: {told}" if told else say("followup-stopped")
    return told or say("followup-no-reason")


def _day(material: FollowUpMaterial, day: str) -> str:
    return material.say.date(date.fromisoformat(day))

"""The work plan: who does what, when, measured by what."""

from __future__ import annotations

import pandas as pd

from diagnostics.reporting import sentences
from diagnostics.reporting.blocks import Blocks, Callout, Column, Heading, Paragraph, ScoreCard, ScoreCards, Table, cell, section
from diagnostics.reporting.material import Material
from diagnostics.reporting.numbers import count, days
from diagnostics.reporting.plan_charts import ROWS_A_CHART, gantt, load_chart
from diagnostics.reporting.sentences import counted, sentence


def work_plan(material: Material) -> Blocks:
    """Calendar, load, the actions of the first quarter, every action, and what found no place."""
    head = Heading("Modernisation work plan", 1, "work-plan")
    if not material.remedies:
        return section(head, _none_bundled(material))
    if material.workplan.empty or not material.workplan["scheduled"].any():
        return section(
            head,
            Paragraph("No action is scheduled: nothing that was assessed lies below its target, or nothing fits the plan's capacity."),
            _left_out(material),
        )
    planned = material.workplan[material.workplan["scheduled"]]
    return section(
        head,
        Paragraph(_shape(material, planned), "lead"),
        _cards(planned),
        *_calendar(material, planned),
        load_chart(material.capacity),
        Heading("Actions of the first quarter", 2, "first-quarter"),
        _first_quarter(material, planned),
        Heading("All actions", 2, "all-actions"),
        _all_actions(material, planned),
        _left_out(material),
    )


def _none_bundled(material: Material) -> Callout:
    gaps = counted(len(material.findings), "sub-indicator") if not material.has_levels else counted(len(material.findings), "finding")
    text = f"No remedies are bundled for the standard “{material.standard.title}”, so the kit plans no actions for it."
    more = sentence(
        f"{gaps} below the target {'is' if len(material.findings) == 1 else 'are'} listed in this report; "
        "the actions that close them are for the administration to name"
    )
    return Callout("No work plan for this standard", (text, more) if len(material.findings) else (text,))


def _shape(material: Material, planned: pd.DataFrame) -> str:
    settings = material.mission.plan
    return (
        f"The plan holds {counted(len(planned), 'action')} from {planned['start'].min()} to {planned['finish'].max()}. Together they take "
        f"{days(planned['person_days'].sum())} person-days, within the {days(settings.person_days_per_quarter)} a quarter "
        "that the administration can give."
    )


def _cards(planned: pd.DataFrame) -> ScoreCards:
    quick = int(planned["quick_win"].sum())
    first = planned["start"].min()
    return ScoreCards(
        (
            ScoreCard("Actions", count(len(planned))),
            ScoreCard("Person-days", days(planned["person_days"].sum())),
            ScoreCard("Quick wins", count(quick), "", "short, cheap and visible to staff"),
            ScoreCard("Start in the first quarter", count(int((planned["start"] == first).sum())), "", first),
        )
    )


def _calendar(material: Material, planned: pd.DataFrame) -> list:
    load = material.capacity
    busy = load.index[load["person_days"] > 0].max()
    quarters = list(load["quarter"].iloc[: int(busy) + 1])
    table = planned.assign(owner=[material.role(owner) for owner in planned["owner"]]).sort_values(
        ["start_month", "finish_month", "action"]
    )
    # A chart is not broken over pages, so a long plan becomes several of about the same length.
    parts = -(-len(table) // ROWS_A_CHART)
    size = -(-len(table) // parts)
    return [gantt(table.iloc[place * size : (place + 1) * size], quarters, (place + 1, parts)) for place in range(parts)]


def _first_quarter(material: Material, planned: pd.DataFrame) -> Table:
    first = planned[planned["start"] == planned["start"].min()].sort_values("priority", ascending=False, kind="stable")
    columns = (
        Column("Action", width=2.6),
        Column("First steps", width=4.2),
        Column("Owner", width=1.5),
        Column("Person-days", "number", 1),
    )
    rows = [
        (
            cell(f"{row.title} ({row.action})" + (", quick win" if row.quick_win else "")),
            cell("\n".join(f"{number}. {step}" for number, step in enumerate(str(row.steps).split("\n"), start=1))),
            cell(material.role(row.owner)),
            cell(days(row.person_days)),
        )
        for row in first.itertuples()
    ]
    return Table(f"What starts in {planned['start'].min()}, highest priority first", columns, tuple(rows))


def _all_actions(material: Material, planned: pd.DataFrame) -> Table:
    columns = (
        Column("Action", width=3.1),
        Column("Owner", width=1.3),
        Column("When", width=1.15),
        Column("Person-days", "number", 0.85),
        Column("After", width=1.15),
        Column("Measured by", width=3),
    )
    rows = [
        (
            cell(f"{row.action}\n{row.title}"),
            cell(material.role(row.owner)),
            cell(sentences.span(row.start, row.finish).replace(" to ", "\nto ")),
            cell(days(row.person_days)),
            cell("\n".join(str(row.after).split()) or "–"),
            cell(f"{row.indicator}: {row.baseline} → {row.target}"),
        )
        for row in planned.itertuples()
    ]
    note = (
        "After: actions that must be finished first. Measured by: the indicator with its baseline and its target; "
        "the annex holds formulas, deliverables and risks."
    )
    return Table("All scheduled actions in the order of their start", columns, tuple(rows), note, compact=True)


def _left_out(material: Material) -> Blocks:
    plan = material.workplan
    rest = plan[~plan["scheduled"]] if len(plan) else plan
    if rest.empty:
        return section()
    columns = (
        Column("Action", width=3),
        Column("Owner", width=1.3),
        Column("Person-days", "number", 0.9),
        Column("Why it has no place", width=3),
    )
    rows = [
        (cell(f"{row.action}\n{row.title}"), cell(material.role(row.owner)), cell(days(row.person_days)), cell(row.reason))
        for row in rest.itertuples()
    ]
    verb = "finds" if len(rest) == 1 else "find"
    text = sentence(f"{counted(len(rest), 'action')} {verb} no place within {counted(material.mission.plan.quarters, 'quarter')}")
    return section(
        Heading("Not scheduled", 2, "not-scheduled"),
        Paragraph(text),
        Table("Actions without a place in the plan", columns, tuple(rows), compact=True),
    )

"""The work plan: who does what, when, measured by what."""

from __future__ import annotations

import pandas as pd

from diagnostics.reporting.blocks import Blocks, Callout, Column, Heading, Paragraph, ScoreCard, ScoreCards, Table, cell, section
from diagnostics.reporting.material import Material
from diagnostics.reporting.plan_charts import ROWS_A_CHART, ROWS_BELOW_HEADING, gantt, load_chart
from diagnostics.reporting.sections.plan_words import reason_words, result_words, steps_words
from diagnostics.reporting.speaker import Speaker


def work_plan(material: Material) -> Blocks:
    """Calendar, load, the actions of the first quarter, every action, what found no place, and who approves it."""
    say = material.say
    head = Heading(say("plan-heading"), 1, "work-plan")
    if not material.remedies:
        return section(head, _none_bundled(material))
    if material.workplan.empty or not material.workplan["scheduled"].any():
        return section(head, Paragraph(say("plan-no-action")), _left_out(material))
    planned = material.workplan[material.workplan["scheduled"]]
    return section(
        head,
        Paragraph(_shape(material, planned), "lead"),
        _cards(say, planned),
        *_calendar(material, planned),
        load_chart(say, material.capacity),
        Heading(say("plan-first-quarter-heading"), 2, "first-quarter"),
        _first_quarter(material, planned),
        Heading(say("plan-all-heading"), 2, "all-actions"),
        _all_actions(material, planned),
        _left_out(material),
        _approval(say),
    )


def _none_bundled(material: Material) -> Callout:
    say, gaps = material.say, len(material.findings)
    text = say("plan-none-bundled", standard=say.content(material.standard.title))
    more = say("plan-findings-listed", count=gaps) if material.has_levels else say("plan-items-listed", count=gaps)
    return Callout(say("plan-none-bundled-title"), (text, more) if gaps else (text,))


def _shape(material: Material, planned: pd.DataFrame) -> str:
    say = material.say
    return say(
        "plan-shape",
        count=len(planned),
        start=say.quarter(planned["start"].min()),
        finish=say.quarter(planned["finish"].max()),
        days=say.days(planned["person_days"].sum()),
        capacity=say.days(material.mission.plan.person_days_per_quarter),
    )


def _cards(say: Speaker, planned: pd.DataFrame) -> ScoreCards:
    first = planned["start"].min()
    return ScoreCards(
        (
            ScoreCard(say("plan-card-actions"), say.count(len(planned))),
            ScoreCard(say("column-person-days"), say.days(planned["person_days"].sum())),
            ScoreCard(say("plan-card-quick-wins"), say.count(planned["quick_win"].sum()), "", say("plan-card-quick-wins-note")),
            ScoreCard(say("plan-card-first"), say.count((planned["start"] == first).sum()), "", say.quarter(first)),
        )
    )


def _calendar(material: Material, planned: pd.DataFrame) -> list:
    load = material.capacity
    busy = load.index[load["person_days"] > 0].max()
    quarters = list(load["quarter"].iloc[: int(busy) + 1])
    told = planned.assign(
        owner=[material.role(owner) for owner in planned["owner"]], title=[material.say.content(title) for title in planned["title"]]
    )
    table = told.sort_values(["start_month", "finish_month", "action"])
    starts = _chart_starts(len(table))
    ends = [*starts[1:], len(table)]
    return [
        gantt(material.say, table.iloc[start:end], quarters, (place, len(starts)))
        for place, (start, end) in enumerate(zip(starts, ends, strict=True), start=1)
    ]


def _chart_starts(rows: int) -> list[int]:
    """Where each chart begins: one is not broken over pages, so a long plan fills the first page and then others evenly."""
    if rows <= ROWS_A_CHART:
        return [0]
    rest = rows - ROWS_BELOW_HEADING
    pages = -(-rest // ROWS_A_CHART)
    size = -(-rest // pages)
    return [0, *range(ROWS_BELOW_HEADING, rows, size)]


def _first_quarter(material: Material, planned: pd.DataFrame) -> Table:
    say = material.say
    first = planned[planned["start"] == planned["start"].min()].sort_values("priority", ascending=False, kind="stable")
    columns = (
        Column(say("column-action"), width=2.6),
        Column(say("plan-first-steps"), width=4.2),
        Column(say("column-owner"), width=1.5),
        Column(say("column-person-days"), "number", 1),
    )
    rows = []
    for row in first.itertuples():
        name = f"{say.content(row.title)} ({row.action})"
        name = say("plan-quick-win", action=name) if row.quick_win else name
        texts = (name, steps_words(say, row.steps), material.role(row.owner), say.days(row.person_days))
        rows.append(tuple(cell(text) for text in texts))
    return Table(say("plan-first-quarter-caption", quarter=say.quarter(planned["start"].min())), columns, tuple(rows))


def _all_actions(material: Material, planned: pd.DataFrame) -> Table:
    say = material.say
    columns = (
        Column(say("column-action"), width=3.1),
        Column(say("column-owner"), width=1.3),
        Column(say("plan-when"), width=1.15),
        Column(say("column-person-days"), "number", 0.85),
        Column(say("plan-after"), width=1.15),
        Column(say("plan-measured-by"), width=3),
    )
    rows = [
        (
            cell(f"{row.action}\n{say.content(row.title)}"),
            cell(material.role(row.owner)),
            cell(_when(say, row)),
            cell(say.days(row.person_days)),
            cell("\n".join(str(row.after).split()) or "–"),
            cell(result_words(material, row)),
        )
        for row in planned.itertuples()
    ]
    return Table(say("plan-all-caption"), columns, tuple(rows), say("plan-all-note"), compact=True)


def _when(say: Speaker, row) -> str:
    """Quarters from and to on two lines: the column is narrow."""
    if row.start == row.finish:
        return say.quarter(row.start)
    return f"{say.quarter(row.start)}\n{say('plan-until', finish=say.quarter(row.finish))}"


def _left_out(material: Material) -> Blocks:
    say, plan = material.say, material.workplan
    rest = plan[~plan["scheduled"]] if len(plan) else plan
    if rest.empty:
        return section()
    columns = (
        Column(say("column-action"), width=3),
        Column(say("column-owner"), width=1.3),
        Column(say("column-person-days"), "number", 0.9),
        Column(say("plan-why-no-place"), width=3),
    )
    rows = [
        (
            cell(f"{row.action}\n{say.content(row.title)}"),
            cell(material.role(row.owner)),
            cell(say.days(row.person_days)),
            cell(reason_words(say, row.reason)),
        )
        for row in rest.itertuples()
    ]
    return section(
        Heading(say("plan-not-scheduled-heading"), 2, "not-scheduled"),
        Paragraph(say("plan-not-scheduled", count=len(rest), quarters=material.mission.plan.quarters)),
        Table(say("plan-not-scheduled-caption"), columns, tuple(rows), compact=True),
    )


def _approval(say: Speaker) -> Blocks:
    """Where those who answer for the plan sign it."""
    columns = (
        Column(say("approval-role"), width=2.6),
        Column(say("approval-name"), width=2.6),
        Column(say("approval-date"), width=1.6),
        Column(say("approval-signature"), width=3.2),
    )
    roles = (say("approval-head-of-administration"), say("approval-head-of-hr"), say("approval-head-of-review"))
    # The empty lines below each role leave room to write by hand.
    rows = tuple((cell(f"{role}\n\u00a0\n\u00a0"), cell(""), cell(""), cell("")) for role in roles)
    return section(
        Heading(say("approval-heading"), 2, "approval"),
        Paragraph(say("approval-intro")),
        Table(say("approval-caption"), columns, rows),
    )

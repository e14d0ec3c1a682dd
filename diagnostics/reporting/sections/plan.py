"""The work plan: what, when, with which people and money, how sure, measured by what."""

from __future__ import annotations

from datetime import date

import pandas as pd

from diagnostics.reporting.blocks import Blocks, Callout, Column, Heading, Paragraph, ScoreCard, ScoreCards, Table, cell, section
from diagnostics.reporting.material import Material
from diagnostics.reporting.sections.plan_actions import all_actions, first_quarter, left_out
from diagnostics.reporting.sections.plan_calendar import calendar
from diagnostics.reporting.sections.plan_checks import measurable, realistic, share_words
from diagnostics.reporting.sections.plan_decisions import decisions
from diagnostics.reporting.sections.plan_means import effort_and_effect, money, people
from diagnostics.reporting.speaker import Speaker

_THOUSAND = 10_000
"""From this amount on the card counts in thousands; from a thousand times as much in millions."""


def work_plan(material: Material) -> Blocks:
    """Calendar, people, money, effect, decisions, what found no place, how sure all is, every action, and who approves it."""
    say = material.say
    head = Heading(say("plan-heading"), 1, "work-plan")
    if not material.remedies and material.workplan.empty:
        return section(head, _none_bundled(material))
    if material.workplan.empty or not material.workplan["scheduled"].any():
        return section(head, Paragraph(say("plan-no-action")), left_out(material))
    planned = material.workplan[material.workplan["scheduled"]]
    return section(
        head,
        Paragraph(_shape(material, planned), "lead"),
        _cards(material, planned),
        *calendar(material, planned),
        people(material),
        money(material),
        effort_and_effect(material, planned),
        decisions(material),
        left_out(material),
        realistic(material),
        measurable(material, planned),
        first_quarter(material, planned),
        all_actions(material, planned),
        _approval(say),
    )


def _none_bundled(material: Material) -> Callout:
    say, gaps = material.say, len(material.findings)
    text = say("plan-none-bundled", standard=say.content(material.standard.title))
    more = say("plan-findings-listed", count=gaps) if material.kind == "maturity" else say("plan-items-listed", count=gaps)
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


def _cards(material: Material, planned: pd.DataFrame) -> ScoreCards:
    say, end = material.say, date.fromisoformat(planned["finish_on"].max())
    quick = say("plan-card-quick-wins-count", count=int(planned["quick_win"].sum()))
    cards = [
        ScoreCard(say("plan-card-actions"), say.count(len(planned)), "", quick),
        ScoreCard(say("column-person-days"), say.count(planned["person_days"].sum()), "", say("plan-card-days-note")),
        ScoreCard(say("plan-card-end"), say("quarter-short", number=str((end.month + 2) // 3)), str(end.year), say.date(end)),
        _money_card(material, planned),
        _on_time_card(material),
    ]
    return ScoreCards(tuple(card for card in cards if card))


def _money_card(material: Material, planned: pd.DataFrame) -> ScoreCard | None:
    """The money of all actions; in thousands or millions, since a card is small. None where no budget is given."""
    say, budget = material.say, material.mission.plan.budget
    if budget is None or not planned["amount"].notna().any():
        return None
    amount = float(planned["amount"].sum())
    step, label = 1.0, say("plan-card-money", currency=budget.currency)
    if amount >= 1000 * _THOUSAND:
        step, label = 1e6, say("plan-card-money-millions", currency=budget.currency)
    elif amount >= _THOUSAND:
        step, label = 1e3, say("plan-card-money-thousands", currency=budget.currency)
    unknown = int(planned["amount"].isna().sum())
    note = say("plan-card-money-unknown", count=unknown) if unknown else say("plan-card-money-note")
    return ScoreCard(label, say.brief(amount / step, 1 if step == 1e6 else 0), "", note)


def _on_time_card(material: Material) -> ScoreCard | None:
    if material.delay_risk.empty:
        return None
    say, whole = material.say, material.delay_risk[material.delay_risk["kind"] == "plan"]
    return ScoreCard(say("plan-card-on-time"), share_words(say, whole["on_time"].iloc[0]), "", say("plan-card-on-time-note"))


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

"""The follow-up report: four pages on an adopted plan at the end of a quarter. No text that somebody typed into a form stands in it."""

from __future__ import annotations

import pandas as pd

from diagnostics.planning.working_days import quarter_of
from diagnostics.reporting.blocks import Blocks, BulletList, Column, Cover, Heading, Paragraph, ScoreCard, ScoreCards, Table, cell, section
from diagnostics.reporting.follow_up_material import FollowUpMaterial
from diagnostics.reporting.numbers import known
from diagnostics.reporting.sections.follow_up_actual import plan_against_actual
from diagnostics.reporting.sections.follow_up_change import before_and_after
from diagnostics.reporting.sections.follow_up_indicators import indicators_and_reasons

_LEVEL = 0.005  # of the planned work: less than this is neither behind nor ahead


def cover(material: FollowUpMaterial) -> Blocks:
    """What stands above the first page."""
    mission, say, plan = material.mission, material.say, material.plan
    starts, ends = material.variance["planned_start"].min(), material.variance["planned_finish"].max()
    span = say("followup-fact-plan-value", start=_day(material, starts), finish=_day(material, ends), actions=len(material.variance))
    facts = (
        (say("followup-fact-day"), say.date(material.last_day)),
        (say("followup-fact-plan"), span),
        (say("followup-fact-wave"), str(plan.wave)),
    )
    notice = say("cover-synthetic") if mission.administration.synthetic else ""
    quarter = say.quarter(material.quarter)
    return section(
        Cover(
            title=say("followup-title"),
            subtitle=say("followup-subtitle", quarter=quarter),
            administration=mission.administration.name,
            date=material.last_day.isoformat(),
            facts=facts,
            notice=notice,
            language=mission.language,
            brief=True,
        )
    )


def where_things_stand(material: FollowUpMaterial) -> Blocks:
    """Page 1: the whole in figures and plain words, and the processes."""
    return section(
        Heading(material.say("followup-stand-heading"), 1, "where-things-stand"),
        Paragraph(_lead(material), "lead"),
        _whole_cards(material),
        _standing_cards(material),
        BulletList(tuple(_plain_words(material))),
        _processes(material),
    )


def _lead(material: FollowUpMaterial) -> str:
    say, whole = material.say, material.totals
    done, planned = (100 * part / whole.person_days if whole.person_days else 0.0 for part in (whole.earned, whole.planned))
    facts = {"day": say.date(material.last_day), "done": say.percent(done), "planned": say.percent(planned)}
    return say("followup-lead", **facts, forecast=_forecast_words(material))


def _forecast_words(material: FollowUpMaterial) -> str:
    say, end = material.say, material.outlook
    if end.forecast is None or end.planned is None or end.days_later is None:
        return say("followup-lead-no-date")
    facts = {"day": say.date(end.forecast), "planned": say.date(end.planned), "days": say.count(abs(end.days_later))}
    if end.days_later > 0:
        return say("followup-lead-later", **facts)
    if end.days_later < 0:
        return say("followup-lead-earlier", **facts)
    return say("followup-lead-in-time", day=facts["day"])


def _whole_cards(material: FollowUpMaterial) -> ScoreCards:
    """Work, end, person-days and money, each against the plan."""
    say, whole, end = material.say, material.totals, material.outlook
    share, planned = (100 * part / whole.person_days if whole.person_days else None for part in (whole.earned, whole.planned))
    note = say("followup-card-done-share-note", planned=say.percent(planned))
    forecast, planned_end = (say.no_data if day is None else say.date(day) for day in (end.forecast, end.planned))
    quarter = say.no_data if end.forecast is None else say.quarter(quarter_of(end.forecast))
    earned = say("followup-card-days-note", earned=say.brief(whole.earned, 0))
    cards = [
        ScoreCard(say("followup-card-done-share"), say.percent(share), "", note),
        ScoreCard(say("followup-card-end"), quarter, "", say("followup-card-end-note", forecast=forecast, planned=planned_end)),
        ScoreCard(say("followup-card-days"), say.brief(whole.spent, 0), "", earned),
    ]
    if material.currency:
        note = say("followup-card-money-note", planned=say.brief(whole.amount_planned, 0))
        label = say("followup-card-money", currency=material.currency)
        cards.append(ScoreCard(label, say.brief(whole.amount_spent, 0), "", note))
    return ScoreCards(tuple(cards))


def _standing_cards(material: FollowUpMaterial) -> ScoreCards:
    """How many actions stand where."""
    say, counts = material.say, material.totals.standings
    labels = {
        "done": say("followup-card-done"),
        "in progress": say("followup-card-in-progress"),
        "late": say("followup-card-late"),
        "not started": say("followup-card-not-started"),
        "stopped": say("followup-card-stopped"),
        "not reported": say("followup-card-not-reported"),
    }
    shown = {standing: label for standing, label in labels.items() if counts[standing] or standing != "not reported"}
    return ScoreCards(tuple(ScoreCard(label, say.count(counts[standing])) for standing, label in shown.items()))


def _plain_words(material: FollowUpMaterial) -> list[str]:
    say, whole = material.say, material.totals
    late = material.variance.loc[material.variance["standing"] == "late", "days_late"]
    words = [*_performance(material), say("followup-plain-late", count=len(late), days=say.count(late.max() if len(late) else 0))]
    if material.outlook.undated:
        words.append(say("followup-plain-undated", count=material.outlook.undated))
    if whole.standings["not reported"]:
        words.append(say("followup-plain-not-reported", count=whole.standings["not reported"]))
    stale = material.variance["standing"].isin(["in progress", "late"]) & (material.variance["reported"] < material.quarter)
    if (stale & (material.variance["reported"] != "")).any():
        words.append(say("followup-plain-stale", count=int((stale & (material.variance["reported"] != "")).sum())))
    without = (material.variance["status"] == "done") & (material.variance["evidence"] == "")
    if without.any():
        words.append(say("followup-plain-evidence", count=int(without.sum())))
    return words


def _performance(material: FollowUpMaterial) -> list[str]:
    """Schedule and cost performance, in words."""
    say, whole = material.say, material.totals
    words = []
    if known(whole.schedule_performance):
        share = say.fixed(100 * whole.schedule_performance, 0)
        if abs(whole.schedule_performance - 1) < _LEVEL:
            words.append(say("followup-plain-schedule-level"))
        elif whole.schedule_performance < 1:
            words.append(say("followup-plain-schedule-behind", share=share))
        else:
            words.append(say("followup-plain-schedule-ahead", share=share))
    if not known(whole.cost_performance):
        return [*words, say("followup-plain-cost-unknown")]
    spent, earned = say.brief(whole.spent, 0), say.brief(whole.spent * whole.cost_performance, 0)
    if whole.cost_performance < 1:
        return [*words, say("followup-plain-cost-more", spent=spent, earned=earned)]
    return [*words, say("followup-plain-cost-less", spent=spent, earned=earned)]


def _processes(material: FollowUpMaterial) -> Table | None:
    say = material.say
    if material.milestones.empty:
        return None
    columns = (
        Column(say("column-process"), width=3.6),
        Column(say("followup-column-actions"), "number", 0.9),
        Column(say("followup-column-done"), "number", 0.9),
        Column(say("followup-column-planned"), width=2),
        Column(say("followup-column-forecast"), width=2),
        Column(say("followup-column-later"), "number", 1.3),
    )
    rows = []
    for row in material.milestones.itertuples():
        later = say.no_data if pd.isna(row.days_later) else _signed(material, row.days_later)
        forecast = _day(material, row.forecast) if row.forecast else say("followup-no-date")
        texts = (material.process_name(row.process), say.count(row.actions), say.count(row.done), _day(material, row.planned), forecast)
        tone = "attention" if not row.forecast or row.days_later > 0 else None
        rows.append((*(cell(text) for text in texts), cell("–" if not row.forecast else later, tone)))
    return Table(say("followup-processes-caption"), columns, tuple(rows), say("followup-processes-note"), compact=True)


def _signed(material: FollowUpMaterial, days: int) -> str:
    return material.say.signed(days, 0)


def _day(material: FollowUpMaterial, day: str) -> str:
    return material.say.date(pd.Timestamp(day).date())


def follow_up_blocks(material: FollowUpMaterial) -> Blocks:
    """The whole report, without a notebook."""
    parts = (cover, where_things_stand, plan_against_actual, indicators_and_reasons, before_and_after)
    return section(*(part(material) for part in parts))


__all__ = ["before_and_after", "cover", "follow_up_blocks", "indicators_and_reasons", "plan_against_actual", "where_things_stand"]

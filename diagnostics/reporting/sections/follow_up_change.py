"""Page 4 of the follow-up report: maturity before and after, or, before there is a second diagnostic, what comes next."""

from __future__ import annotations

from datetime import date

import pandas as pd

from diagnostics.definitions.plan_settings import last_of_quarter, quarter_after
from diagnostics.reporting.blocks import Blocks, BulletList, Callout, Column, Heading, Paragraph, Table, Text, cell, section
from diagnostics.reporting.figures.follow_up_charts import maturity_dumbbells
from diagnostics.reporting.follow_up_material import FollowUpMaterial
from diagnostics.reporting.sections.follow_up_actual import deviating
from diagnostics.scoring.comparing.comparison import ComparedNode
from diagnostics.scoring.comparing.contributions import TINY, Part

PARTS, UNCONFIRMED, MILESTONES, DECISIONS = 2, 2, 14, 8


def before_and_after(material: FollowUpMaterial) -> Blocks:
    """What the second diagnostic says of the first; the next milestones and the decisions asked for where there is none."""
    return _maturity(material) if material.changes else _what_comes_next(material)


def _maturity(material: FollowUpMaterial) -> Blocks:
    say, comparison = material.say, material.comparison
    comparability = say.percent(comparison.comparability if comparison else None)
    names = {node.id: material.process_name(node.node_b) for node in material.changes}
    return section(
        Heading(say("followup-maturity-heading"), 1, "maturity-before-and-after"),
        maturity_dumbbells(say, material.changes, names, material.targets, comparability),
        _where_from(material, names),
        _unconfirmed(material),
    )


def _where_from(material: FollowUpMaterial, names: dict[str, str]) -> Table:
    say = material.say
    columns = (
        Column(say("column-process"), width=2.6),
        Column(say("followup-column-before"), "number", 0.8),
        Column(say("followup-column-after"), "number", 0.8),
        Column(say("followup-column-change"), "number", 0.9),
        Column(say("followup-column-from"), width=6),
    )
    rows = []
    for node in material.changes:
        figures = (say.fixed(node.score_a), say.fixed(node.score_b), say.signed(node.difference))
        tone = "attention" if node.difference < -TINY else "strong" if node.difference > TINY else None
        told = _parts(material, node)
        rows.append((cell(names[node.id]), cell(figures[0]), cell(figures[1]), cell(figures[2], tone), cell(told)))
    return Table(say("followup-change-caption"), columns, tuple(rows), say("followup-change-note"), compact=True)


def _parts(material: FollowUpMaterial, node: ComparedNode) -> str:
    """The largest parts of a difference, which add up to it with the rest."""
    say = material.say
    parts = material.pair.children.get(node.node_a, ()) if material.pair else ()
    parts = sorted((part for part in parts if abs(part.amount) > TINY), key=lambda part: -abs(part.amount))
    if not parts:
        return say("followup-part-none")
    told = [_part(material, part) for part in parts[:PARTS]]
    rest = sum(part.amount for part in parts[PARTS:])
    if len(parts) > PARTS:
        told.append(say("followup-part-rest", amount=say.signed(rest)))
    return "; ".join(told)


def _part(material: FollowUpMaterial, part: Part) -> str:
    say = material.say
    name, amount = f"{part.node} {say.content(part.name)}", say.signed(part.amount)
    if part.kind != "score":
        return say("followup-part-other", amount=amount, name=name)
    return say("followup-part", amount=amount, name=name, before=say.level(part.score_a), after=say.level(part.score_b))


def _unconfirmed(material: FollowUpMaterial) -> Callout | None:
    say = material.say
    levels = {node.node_b: node.score_b for node in material.pair.nodes} if material.pair else {}
    done = set(material.variance.loc[material.variance["status"] == "done", "action"])
    short = [
        action
        for action in material.plan.actions
        if action.action in done and action.to_level is not None and levels.get(action.criterion, action.to_level) < action.to_level
    ]
    if not short:
        return None
    shown = [f"{action.action} {say.content(action.title)}" for action in short[:UNCONFIRMED]]
    more = [", ".join(action.action for action in short[UNCONFIRMED:])]
    texts = (say("followup-unconfirmed", count=len(short)), "; ".join([*shown, *filter(None, more)]))
    return Callout(say("followup-unconfirmed-title"), texts, "attention")


def _what_comes_next(material: FollowUpMaterial) -> Blocks:
    say, coming = material.say, _coming(material)
    first = quarter_after(material.quarter, 1)
    due = int((coming["forecast_finish"] <= _end(first)).sum())
    return section(
        Heading(say("followup-next-heading"), 1, "what-comes-next"),
        Paragraph(say("followup-next-lead", count=due, quarter=say.quarter(first)), "lead"),
        _milestones(material, coming) if len(coming) else Paragraph(say("followup-next-none")),
        Heading(say("followup-decisions-heading"), 2, "decisions"),
        BulletList(_decisions(material)),
    )


def _coming(material: FollowUpMaterial) -> pd.DataFrame:
    table = material.actions
    open_ones = table[(table["status"] != "done") & (table["forecast_finish"] != "")]
    return open_ones[open_ones["forecast_finish"] <= _end(quarter_after(material.quarter, 2))].sort_values("forecast_finish", kind="stable")


def _milestones(material: FollowUpMaterial, coming: pd.DataFrame) -> Table:
    say = material.say
    results = {action.action: action.deliverable for action in material.plan.actions}
    columns = (
        Column(say("column-action"), width=3.4),
        Column(say("followup-column-result"), width=3),
        Column(say("column-owner"), width=1.6),
        Column(say("followup-column-forecast"), width=1.5),
    )
    rows = [
        (
            cell(f"{row.action} {say.content(row.title)}"),
            cell(say.content(results[row.action])),
            cell(material.owner(row.owner)),
            cell(say.date(date.fromisoformat(row.forecast_finish))),
        )
        for row in coming.head(MILESTONES).itertuples()
    ]
    return Table(say("followup-next-caption"), columns, tuple(rows), compact=True)


def _decisions(material: FollowUpMaterial) -> tuple[Text, ...]:
    """What those who steer the plan have to decide, from what deviates."""
    say = material.say
    asked = []
    for row in deviating(material).itertuples():
        action = f"{row.action} {say.content(row.title)}"
        if row.standing == "stopped":
            asked.append(say("followup-decide-stopped", action=action))
        elif row.waits_for and row.waits_for != row.action:
            asked.append(say("followup-decide-waiting", action=action, other=row.waits_for))
        elif row.standing == "not reported":
            asked.append(say("followup-decide-report", action=action))
        elif row.off:
            end = say.date(date.fromisoformat(row.forecast_finish)) if row.forecast_finish else say("followup-no-date")
            asked.append(say("followup-decide-late", action=action, days=say.count(row.days_later), forecast=end))
    if not asked:
        return (say("followup-decide-none"),)
    rest = len(asked) - DECISIONS
    return (*asked[:DECISIONS], *([say("followup-decide-more", count=rest)] if rest > 0 else []))


def _end(quarter: str) -> str:
    return last_of_quarter(quarter).isoformat()

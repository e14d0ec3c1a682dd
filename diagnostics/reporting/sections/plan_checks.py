"""How sure the work plan is: whether it can be kept, when it will really end, and whether its progress can be measured."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from diagnostics.definitions.planning_figures import load_planning_figures
from diagnostics.reporting.blocks import Blocks, Column, Heading, Paragraph, Table, Tone, cell, section
from diagnostics.reporting.material import Material
from diagnostics.reporting.plan_findings import realism_sentences
from diagnostics.reporting.speaker import Speaker

_TOLD = 3  # findings of one check that are told one by one
_MOST_CRITICAL = 5
_RARE = 0.005  # share of the draws
_OFTEN = 0.05  # share of the draws; what decides the end more rarely is not told


def realistic(material: Material) -> Blocks | None:
    """What the checks of people, money, dates and order found, and when the plan will end; nothing where neither was looked at."""
    if material.delay_risk.empty and material.realism.empty:
        return None
    say = material.say
    return section(
        Heading(say("plan-realism-heading"), 2, "realism"),
        *(_delay(material) if len(material.delay_risk) else ()),
        _findings(material, material.realism, say("plan-realism-caption")) or Paragraph(say("plan-realism-none")),
    )


def _findings(material: Material, table: pd.DataFrame, caption: str) -> Table | None:
    """A row a check that found something, the gravest first; None where none did."""
    if table.empty:
        return None
    say = material.say
    columns = (
        Column(say("plan-findings-grade"), width=1.5),
        Column(say("plan-findings-found"), width=5),
        Column(say("plan-findings-advice"), width=3.5),
    )
    roles = {role: material.role(role) for role in material.roles}
    rows = []
    for group in realism_sentences(say, table, roles, _TOLD):
        found = [*group.sentences, *filter(None, [group.and_more])]
        tone: Tone | None = "attention" if group.severity == "breach" else None
        rows.append((cell(group.label, tone), cell("\n".join(found)), cell(group.advice)))
    return Table(caption, columns, tuple(rows), compact=True)


def _delay(material: Material) -> list[Any]:
    say, risk = material.say, material.delay_risk
    whole = risk[risk["kind"] == "plan"].iloc[0]
    days = {name: say.date(date.fromisoformat(whole[name])) for name in ("planned_on", "p80_on", "p95_on")}
    figures = load_planning_figures().three_point
    facts = {"optimistic": say.percent(100 * figures.optimistic), "pessimistic": say.percent(100 * figures.pessimistic)}
    columns = (
        Column(say("plan-delay-what"), width=3.2),
        Column(say("plan-delay-planned"), width=1.6),
        Column(say("plan-delay-by", share=say.percent(50)), width=1.6),
        Column(say("plan-delay-by", share=say.percent(80)), width=1.6),
        Column(say("plan-delay-by", share=say.percent(95)), width=1.6),
        Column(say("plan-delay-on-time"), "number", 1.1),
    )
    order = {"plan": -1, **{node.id: place for place, node in enumerate(material.processes)}}
    told = risk[risk["kind"] != "action"].sort_values("milestone", key=lambda names: names.map(order).fillna(len(order)), kind="stable")
    rows = [_delay_row(material, row) for row in told.itertuples()]
    return [
        Paragraph(say("plan-delay-shape", share=share_words(say, whole["on_time"]), **days)),
        Table(say("plan-delay-caption"), columns, tuple(rows), say("plan-delay-note", **facts), compact=True),
        _deciding(material),
    ]


def share_words(say: Speaker, share: float) -> str:
    """A probability; of one that is nearly nothing or nearly certain no more is said than the draws can tell."""
    if share < _RARE:
        return f"<{say.percent(1)}"
    return f">{say.percent(99)}" if share > 1 - _RARE else say.percent(100 * share)


def _delay_row(material: Material, row: Any) -> tuple[Any, ...]:
    say = material.say
    dates = [say.brief_date(date.fromisoformat(day)) for day in (row.planned_on, row.p50_on, row.p80_on, row.p95_on)]
    node = material.tree.nodes.get(row.milestone)
    name = say("plan-delay-whole") if row.kind == "plan" else f"{row.milestone} {material.node_name(node)}" if node else row.milestone
    return (cell(name, "strong" if row.kind == "plan" else None), *map(cell, dates), cell(share_words(say, row.on_time)))


def _deciding(material: Material) -> Paragraph | None:
    """The actions that most often decide when the plan ends."""
    say, risk = material.say, material.delay_risk
    actions = risk[(risk["kind"] == "action") & (risk["criticality"] >= _OFTEN)]
    first = actions.sort_values(["criticality", "milestone"], ascending=[False, True]).head(_MOST_CRITICAL)
    if first.empty:
        return None
    told = [say("plan-delay-deciding-one", action=row.milestone, share=say.percent(100 * row.criticality)) for row in first.itertuples()]
    return Paragraph(say("plan-delay-deciding", actions=say.listed(told)))


def measurable(material: Material, planned: pd.DataFrame) -> Blocks:
    """How many actions have what it takes to tell their progress from figures, and what the checks found."""
    say = material.say
    columns = (
        Column(say("plan-measure-what"), width=3),
        Column(say("plan-measure-actions"), "number", 1),
        Column(say("plan-measure-without"), width=4),
    )
    rows = tuple(_requirement(say, name, planned, fits) for name, fits in _requirements(say, planned))
    whole = pd.concat([fits for _, fits in _requirements(say, planned)], axis=1).all(axis=1)
    return section(
        Heading(say("plan-measurable-heading"), 2, "measurability"),
        Paragraph(say("plan-measurable", count=int(whole.sum()), total=len(planned))),
        Table(say("plan-measure-caption"), columns, rows, compact=True),
        _findings(material, material.measurability, say("plan-measure-found-caption")),
    )


def _requirements(say: Speaker, planned: pd.DataFrame) -> list[tuple[str, pd.Series]]:
    return [
        (say("plan-measure-indicator"), (planned["indicator"] != "") & (planned["formula"] != "")),
        (say("plan-measure-source"), planned["data"] != ""),
        (say("plan-measure-baseline"), planned["baseline_value"].notna() & (planned["baseline_on"] != "")),
        (say("plan-measure-target"), (planned["target"] != "") & (planned["target_on"] != "")),
        (say("plan-measure-owner"), planned["owner"] != ""),
    ]


def _requirement(say: Speaker, name: str, planned: pd.DataFrame, fits: pd.Series) -> tuple[Any, ...]:
    missing = list(planned.loc[~fits, "action"])
    shown = (
        say.listed(missing)
        if len(missing) <= _FEW
        else say("plan-measure-many", actions=say.series(missing[:_FEW]), rest=len(missing) - _FEW)
    )
    return cell(name), cell(say("plan-measure-of", count=int(fits.sum()), total=len(planned))), cell(shown or "–")


_FEW = 8  # ids that a cell names

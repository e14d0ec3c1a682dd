"""The tables of the work plan's actions: those of the first quarter, all by process, and those without a place."""

from __future__ import annotations

from typing import Any

import pandas as pd

from diagnostics.reporting.blocks import Blocks, Cell, Column, Heading, Paragraph, Table, cell, section
from diagnostics.reporting.material import Material
from diagnostics.reporting.sections.plan_words import reason_words, result_words, steps_words, when_words


def first_quarter(material: Material, planned: pd.DataFrame) -> Blocks:
    """What starts first, with its steps."""
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
        texts = (name, steps_words(say, row.steps) or "–", material.role(row.owner) or "–", say.days(row.person_days))
        rows.append(tuple(cell(text) for text in texts))
    caption = say("plan-first-quarter-caption", quarter=say.quarter(planned["start"].min()))
    return section(Heading(say("plan-first-quarter-heading"), 2, "first-quarter"), Table(caption, columns, tuple(rows)))


def all_actions(material: Material, planned: pd.DataFrame) -> Blocks:
    """Every action with its indicator, under its process; last those that the administration added."""
    say = material.say
    columns = (
        Column(say("column-action"), width=3),
        Column(say("column-owner"), width=1.35),
        Column(say("plan-when"), width=1.45),
        Column(say("column-person-days"), "number", 0.95),
        Column(say("plan-after"), width=1.1),
        Column(say("plan-measured-by"), width=3),
    )
    rows: list[tuple[Cell, ...]] = []
    for process in _in_order(material, planned):
        own = planned[planned["process"] == process].sort_values(["start_on", "finish_on", "action"])
        rows += [(cell(_process(material, process), "strong"), *(cell("") for _ in columns[1:]))]
        rows += [_action(material, row) for row in own.itertuples()]
    table = Table(say("plan-all-caption"), columns, tuple(rows), say("plan-all-note"), compact=True)
    return section(Heading(say("plan-all-heading"), 2, "all-actions"), table)


def _in_order(material: Material, planned: pd.DataFrame) -> list[str]:
    """The processes of the plan as the standard has them, then others; last the empty one, of actions without a process."""
    there = set(planned["process"])
    known = [node.id for node in material.processes if node.id in there]
    return [*known, *sorted(there - set(known) - {""}, key=lambda one: (len(one), one)), *({""} & there)]


def _process(material: Material, process: str) -> str:
    if not process:
        return material.say("plan-own-actions")
    node = material.tree.nodes.get(process)
    return f"{process} {material.node_name(node)}" if node else process


def _action(material: Material, row: Any) -> tuple[Cell, ...]:
    say = material.say
    name = f"{row.action}\n{say.content(row.title)}"
    name = say("plan-quick-win", action=name) if row.quick_win else name
    after = "\n".join(str(row.after).split()) or "–"
    texts = (name, material.role(row.owner) or "–", when_words(say, row), say.days(row.person_days), after, result_words(material, row))
    return tuple(cell(text) for text in texts)


def left_out(material: Material) -> Blocks:
    """Actions without a place, and why; nothing where all have one."""
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
            cell(material.role(row.owner) or "–"),
            cell(say.days(row.person_days)),
            cell(reason_words(material, row.reason)),
        )
        for row in rest.itertuples()
    ]
    return section(
        Heading(say("plan-not-scheduled-heading"), 2, "not-scheduled"),
        Paragraph(say("plan-not-scheduled", count=len(rest), quarters=material.mission.plan.quarters)),
        Table(say("plan-not-scheduled-caption"), columns, tuple(rows), compact=True),
    )

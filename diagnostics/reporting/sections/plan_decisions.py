"""What people decided about the work plan, and what each decision costs."""

from __future__ import annotations

from typing import Any

from diagnostics.reporting.blocks import Blocks, Column, Heading, Paragraph, Table, cell, section
from diagnostics.reporting.material import Material
from diagnostics.reporting.numbers import known
from diagnostics.reporting.speaker import Speaker

_SOME = 0.5  # of a unit; less is not told


def decisions(material: Material) -> Blocks | None:
    """A row a decision; nothing where none was taken."""
    if material.decisions.empty:
        return None
    say = material.say
    columns = (
        Column(say("plan-decisions-decision"), width=3),
        Column(say("plan-decisions-reason"), width=2.6),
        Column(say("plan-decisions-cost"), width=4.4),
    )
    rows = tuple(
        (cell(_decision(say, row)), cell(say.content(row.reason) or "–"), cell("\n".join(_costs(material, row))))
        for row in material.decisions.itertuples()
    )
    return section(
        Heading(say("plan-decisions-heading"), 2, "decisions"),
        Paragraph(say("plan-decisions-intro")),
        Table(say("plan-decisions-caption"), columns, rows),
    )


def _decision(say: Speaker, row: Any) -> str:
    words = {
        "pin": say("plan-decisions-pin"),
        "drop": say("plan-decisions-drop"),
        "postpone": say("plan-decisions-postpone"),
        "own": say("plan-decisions-own"),
    }
    named = f"{row.action}\n{say.content(row.title)}" if row.title else row.action
    return f"{words[row.decision]}: {named}"


def _costs(material: Material, row: Any) -> list[str]:
    """The difference that a decision makes, a line each; one line where it makes none."""
    say = material.say
    lines = [
        _days(say, int(row.days_later)) if known(row.days_later) else "",
        _pressing(say, row),
        say("plan-decisions-left-out", actions=say.listed(row.left_out.split())) if row.left_out else "",
        say("plan-decisions-taken-in", actions=say.listed(row.taken_in.split())) if row.taken_in else "",
        _sums(material, row),
    ]
    told = [line for line in lines if line]
    return told or [say("plan-decisions-nothing")]


def _days(say: Speaker, days: int) -> str:
    if not days:
        return ""
    return say("plan-decisions-later", days=days) if days > 0 else say("plan-decisions-earlier", days=-days)


def _pressing(say: Speaker, row: Any) -> str:
    """By how much the actions start later on average."""
    later = row.pressing_later
    if not known(later) or abs(later) < _SOME:
        return ""
    return say("plan-decisions-others", direction="later" if later > 0 else "earlier", days=say.brief(abs(later)))


def _sums(material: Material, row: Any) -> str:
    """How much more or less the whole plan takes and brings."""
    say, budget = material.say, material.mission.plan.budget
    parts = []
    if known(row.person_days) and abs(row.person_days) >= _SOME:
        parts.append(say("plan-decisions-days", change=say.signed(row.person_days, 0)))
    if budget and known(row.amount) and abs(row.amount) >= _SOME:
        amount = say.money(abs(row.amount), budget.currency)
        parts.append(say("plan-decisions-amount", direction="more" if row.amount > 0 else "less", amount=amount))
    if known(row.priority) and abs(row.priority) >= _SOME:
        parts.append(say("plan-decisions-effect", change=say.signed(row.priority, 0)))
    return say("plan-decisions-sums", parts=say.listed(parts)) if parts else ""

"""What the plan's table says in English, said in the report's language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from diagnostics.definitions.plan_settings import ALL_ROLES
from diagnostics.definitions.planning_figures import load_planning_figures
from diagnostics.planning.told import DROPPED, GATE_FORMULA, GATE_INDICATOR, NO_ROOM, TOO_DEAR, TOO_LONG, TOO_MUCH, WAITS, read_back
from diagnostics.reporting.material import Material
from diagnostics.reporting.numbers import known
from diagnostics.reporting.speaker import Speaker

_TARGET = re.compile(r"([≥≤])(\d+(?:\.\d+)?)(?: (.+))?")


def steps_words(say: Speaker, steps: str) -> str:
    """The steps of an action, numbered, one a line."""
    return "\n".join(f"{number}. {say.content(step)}" for number, step in enumerate(filter(None, str(steps).split("\n")), start=1))


def indicator_words(material: Material, row) -> str:
    """What an action is measured by: its remedy's indicator, or the rating of a gate."""
    say = material.say
    gate = read_back(GATE_INDICATOR, row.indicator)
    if gate is None:
        return say.content(row.indicator)
    return say("measure-gate", criterion=say.content(gate["criterion"]), gate=say.listed(material.gate_names([gate["gate"]])))


def formula_words(material: Material, row) -> str:
    """How the indicator is computed."""
    gate = read_back(GATE_FORMULA, row.formula)
    if gate is None:
        return material.say.content(row.formula)
    return material.say("measure-gate-formula", gate=material.say.listed(material.gate_names([gate["gate"]])))


def target_words(say: Speaker, target: str) -> str:
    """A target: a bound with its unit, or the words of a rating."""
    found = _TARGET.fullmatch(target)
    if found is None:
        return say.content(target)
    sign, number, unit = found.groups()
    bound = f"{sign}{say.published(float(number))}"
    if not unit:
        return bound
    # A sign stays with its number; a longer unit may go on in the next line.
    return f"{bound}\u00a0{unit}" if len(unit) == 1 else f"{bound} {say.content(unit)}"


def result_words(material: Material, row) -> str:
    """Indicator, baseline and target in one line; for an action that nothing measures, so."""
    say = material.say
    if not row.indicator:
        return say("plan-not-measured")
    baseline, target = say.content(row.baseline) or say("plan-no-value"), target_words(say, row.target) or say("plan-no-value")
    return say("plan-measure", indicator=indicator_words(material, row), baseline=baseline, target=target)


def when_words(say: Speaker, row) -> str:
    """First and last day on two lines: the column is narrow."""
    start, finish = date.fromisoformat(row.start_on), date.fromisoformat(row.finish_on)
    return f"{say.brief_date(start)}\n{say('plan-until', finish=say.brief_date(finish))}"


def place_words(material: Material, row) -> str:
    """When an action takes place, how far it can slip, what it costs and who takes part; one a line."""
    say, budget = material.say, material.mission.plan.budget
    lines = []
    if row.partners:
        lines.append(say("details-partners", roles=say.listed(material.role(one) for one in row.partners.split())))
    if row.start_on and row.finish_on:
        days = {"start": say.brief_date(date.fromisoformat(row.start_on)), "finish": say.brief_date(date.fromisoformat(row.finish_on))}
        lines.append(say("details-when", **days))
        lines.append(
            say("details-critical") if row.critical else say("details-slack", days=int(row.slack_days)) if known(row.slack_days) else ""
        )
    if known(row.amount) and budget:
        funding = say("details-funding", funding=say.content(row.funding)) if row.funding else ""
        lines.append(say("details-amount", amount=say.money(row.amount, budget.currency)) + funding)
    return "\n".join(filter(None, lines))


def reason_words(material: Material, reason: str) -> str:
    """Why an action has no place in the plan."""
    for pattern, words in _REASONS.items():
        if facts := read_back(pattern, reason):
            return words(material, facts)
    told = {one.id: one.text for one in load_planning_figures().reasons}
    return material.say.content(told.get(reason, reason))


def _waits(material: Material, facts: Mapping[str, str]) -> str:
    others = facts["others"].split(" and ")
    return material.say("reason-waits", others=material.say.listed(others), count=len(others))


def _too_much(material: Material, facts: Mapping[str, str]) -> str:
    figures = {name: material.say.published(float(facts[name])) for name in ("need", "capacity")}
    return material.say("reason-too-much", resource=resource_words(material, facts["resource"]), **figures)


def _too_dear(material: Material, facts: Mapping[str, str]) -> str:
    budget = material.mission.plan.budget
    amount = float(facts["amount"])
    return material.say("reason-too-dear", amount=material.say.money(amount, budget.currency) if budget else material.say.brief(amount, 0))


_REASONS: Mapping[str, Callable[[Material, Mapping[str, str]], str]] = {
    WAITS: _waits,
    TOO_MUCH: _too_much,
    TOO_LONG: lambda material, facts: material.say("reason-too-long", months=material.say.published(float(facts["months"]))),
    TOO_DEAR: _too_dear,
    NO_ROOM: lambda material, facts: material.say("reason-no-room", months=int(facts["months"])),
    DROPPED: lambda material, facts: material.say("reason-dropped", reason=facts["reason"]),
}


def resource_words(material: Material, resource: str) -> str:
    """The name of people that the plan takes days from: a role, perhaps of a unit, or all roles together."""
    return material.say("plan-all-roles") if resource == ALL_ROLES else material.role(resource)

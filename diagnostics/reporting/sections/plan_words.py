"""What the plan's table says in English, said in the report's language."""

from __future__ import annotations

import re

from diagnostics.planning.told import GATE_FORMULA, GATE_INDICATOR, NO_ROOM, TOO_MUCH, WAITS, read_back
from diagnostics.reporting.material import Material
from diagnostics.reporting.speaker import Speaker

_TARGET = re.compile(r"([≥≤])(\d+(?:\.\d+)?)(?: (.+))?")


def steps_words(say: Speaker, steps: str) -> str:
    """The steps of an action, numbered, one a line."""
    return "\n".join(f"{number}. {say.content(step)}" for number, step in enumerate(str(steps).split("\n"), start=1))


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
    return f"{bound} {say.content(unit)}" if unit else bound


def result_words(material: Material, row) -> str:
    """Indicator, baseline and target in one line."""
    say = material.say
    baseline = say.content(row.baseline)
    return say("plan-measure", indicator=indicator_words(material, row), baseline=baseline, target=target_words(say, row.target))


def reason_words(say: Speaker, reason: str) -> str:
    """Why an action has no place in the plan."""
    if waits := read_back(WAITS, reason):
        others = waits["others"].split(" and ")
        return say("reason-waits", others=say.listed(others), count=len(others))
    if much := read_back(TOO_MUCH, reason):
        return say("reason-too-much", capacity=say.published(float(much["capacity"])))
    if room := read_back(NO_ROOM, reason):
        return say("reason-no-room", months=int(room["months"]))
    return reason

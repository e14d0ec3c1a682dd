"""Annex: how the figures are made, in words, with every house rule declared as such."""

from __future__ import annotations

from diagnostics.planning.findings import HIGH, MEDIUM
from diagnostics.reporting.blocks import Block, Blocks, BulletList, Column, DefinitionList, Heading, Paragraph, Table, cell, section
from diagnostics.reporting.material import Material
from diagnostics.reporting.sentences import capital, sentence


def maturity_method(material: Material) -> Blocks:
    """Rules, scales, levels, sources, weights and targets."""
    return section(_rules(material, _level_rules(material)), _gates(material), *_levels(material), _sources(material), _weights(material))


def survey_method(material: Material) -> Blocks:
    """Rules and sources of a survey."""
    return section(_rules(material, _survey_rules(material)), _sources(material))


def comparison_method(material: Material) -> Blocks:
    """Rules and sources of a comparison."""
    return section(_rules(material, _comparison_rules(material)), _sources(material))


def _rules(material: Material, rules: list[str]) -> Blocks:
    say = material.say
    head = Heading(say("method-heading"), 1, "method", annex=True)
    return section(head, Paragraph(say("method-intro")), BulletList(tuple(rules)))


def _sources(material: Material) -> Blocks:
    say = material.say
    sources = tuple((say.content(key.capitalize()), say.content(str(text))) for key, text in material.standard.source.items())
    return section(Heading(say("method-sources-heading"), 2, "sources"), DefinitionList(sources))


def _levels(material: Material) -> tuple[Block, ...]:
    say = material.say
    meanings = tuple(
        (f"{one.number}  {say.content(one.name)}", sentence(say.content(one.meaning or one.name))) for one in material.standard.levels
    )
    return (Heading(say("method-levels-heading"), 2, "levels"), DefinitionList(meanings))


def _level_rules(material: Material) -> list[str]:
    say, mission = material.say, material.mission
    gates = material.gate_names(gate.id for gate in material.standard.gates)
    rules = [
        say("method-gates", count=len(gates), gates=say.listed(gates)) if gates else "",
        say("method-evidence"),
        say("method-not-applicable"),
        say("method-weights"),
        say("method-reached"),
        say("method-range"),
        say("method-focus", focus=material.name_of(mission.focus)),
        say("method-divergence", limit=say.level(mission.thresholds.divergence)),
        _targets(material),
        say("method-priority", high=say.percent(100 * HIGH), medium=say.percent(100 * MEDIUM)),
        say("method-plan", days=say.days(mission.plan.person_days_per_quarter)),
        say("method-disclosure", least=mission.thresholds.disclosure),
        say("method-rounding"),
    ]
    return [rule for rule in rules if rule]


def _targets(material: Material) -> str:
    say, targets = material.say, material.mission.targets
    own = say.listed(f"{node} {say.level(value)}" for node, value in targets.by_node.items())
    if targets.default is None:
        return say("method-targets-apart", own=own) if own else say("method-targets-one-by-one")
    level = say.level(targets.default)
    return say("method-target-and-apart", level=level, own=own) if own else say("method-target", level=level)


def _survey_rules(material: Material) -> list[str]:
    say = material.say
    least = say("surveyed-caveat-least", least=material.mission.thresholds.disclosure)
    return [say("surveyed-method-share"), say("surveyed-caveat-mean"), say("surveyed-method-interval"), least]


def _comparison_rules(material: Material) -> list[str]:
    say, comparison = material.say, material.mission.comparison
    members = say.listed(material.name_of(one) for one in comparison.average_of) if comparison else ""
    return [
        say("method-published"),
        say("method-average", members=members) if members else "",
        say("method-indicator"),
        say("method-difference"),
        say("method-two-decimals"),
        say("method-missing"),
    ]


def _gates(material: Material) -> Table | None:
    say, gates = material.say, material.standard.gates
    if not gates:
        return None
    scales = [sorted(material.standard.scales[gate.scale].options, key=lambda option: option.value) for gate in gates]
    length = min(len(options) for options in scales)
    heads = (Column(capital(say.content(gate.name or gate.id)), width=2) for gate in gates)
    rows = [
        (
            cell(say.published(scales[0][place].value)),
            *(cell(say.content(options[place].label or options[place].code)) for options in scales),
        )
        for place in range(length)
    ]
    columns = (Column(say("column-level"), "level", 0.6), *heads)
    return Table(say("method-gates-caption"), columns, tuple(rows), say("method-gates-note"))


def _weights(material: Material) -> Blocks:
    say = material.say
    processes = {node.id: material.node_name(node) for node in material.processes}
    columns = (
        Column(say("column-criterion"), width=2.4),
        Column(say("column-process"), width=1.3),
        Column(say("column-weight"), "number", 0.7),
        Column(say("method-weight-reason"), width=4.2),
    )
    rows = [
        (
            cell(f"{material.node_name(node)} ({node.id})"),
            cell(processes[parent]),
            cell(say.published(node.weight)),
            cell(say.content(node.weight_reason) if node.weight_reason else "–"),
        )
        for node, parent in material.rated
    ]
    table = Table(say("method-weights-caption"), columns, tuple(rows), compact=True)
    return section(Heading(say("method-weights-heading"), 2, "weights"), table)

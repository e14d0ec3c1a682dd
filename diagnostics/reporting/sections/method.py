"""Annex: how the figures are made, in words, with every house rule declared as such."""

from __future__ import annotations

from diagnostics.definitions.standard import Node
from diagnostics.planning.findings import HIGH, MEDIUM
from diagnostics.reporting.blocks import Block, Blocks, BulletList, Column, DefinitionList, Heading, Paragraph, Table, cell, section
from diagnostics.reporting.material import Material
from diagnostics.reporting.numbers import days, level, percent, published
from diagnostics.reporting.profile import name_of
from diagnostics.reporting.sentences import counted, listed, sentence


def method(material: Material) -> Blocks:
    """Rules, scales, weights, targets and sources."""
    rules = _level_rules(material) if material.has_levels else _comparison_rules(material)
    return section(
        Heading("Method", 1, "method", annex=True),
        Paragraph("A rule marked “house rule” is the kit's own; it comes from no published standard."),
        BulletList(tuple(rules)),
        _gates(material) if material.has_levels else None,
        *_levels(material),
        Heading("Sources", 2, "sources"),
        DefinitionList(tuple((key.capitalize(), text) for key, text in material.standard.source.items())),
        _weights(material) if material.has_levels else None,
    )


def _levels(material: Material) -> tuple[Block, ...]:
    if not material.standard.levels:
        return ()
    meanings = tuple((f"{one.number}  {one.name}", sentence(one.meaning or one.name)) for one in material.standard.levels)
    return (Heading("The levels", 2, "levels"), DefinitionList(meanings))


def _level_rules(material: Material) -> list[str]:
    thresholds, mission = material.mission.thresholds, material.mission
    gates = [gate.name or gate.id for gate in material.standard.gates]
    rules = [
        f"House rule: each criterion passes {counted(len(gates), 'gate')}: {listed(gates)}. Its level is the lowest of them."
        if gates
        else "",
        "House rule: a claim above the lowest option for which no document is named counts as level 1 and is marked *.",
        "A question that does not apply is left out. “Don't know” and blank answers are counted, never taken as zero.",
        "A process's score is the mean of its criteria by their weights; the whole is the mean of its parts by their weights.",
        "House rule: a score is at the highest level whose number it reaches; 2.99 is level 2.",
        "The range of a score runs from what it would be if every open question had the worst answer to what it would be "
        "with the best one.",
        f"Levels and findings rest on the {material.name_of(mission.focus)}. "
        "Other assessments stand beside it and are not averaged with it.",
        f"Where raters or assessments lie {level(thresholds.divergence)} levels or more apart, the difference is highlighted.",
        _targets(material),
        "House rule: the priority of a finding is its gap times the weight of the criterion times one plus the number of criteria "
        "that require it. "
        f"Taken from the top, the findings that make up the first {percent(100 * HIGH)} of all priority are high, "
        f"those up to {percent(100 * MEDIUM)} medium, the rest low.",
        f"House rule: the work plan takes at most {days(mission.plan.person_days_per_quarter)} person-days a quarter; "
        "an action starts when those it waits for are finished. "
        "Effort and duration of the remedies are house estimates.",
        f"No figure of the survey or the interviews is shown that rests on fewer than {thresholds.disclosure} people or answers.",
        "Differences are taken from unrounded values. Rounding, half away from zero, is the last step.",
    ]
    return [rule for rule in rules if rule]


def _targets(material: Material) -> str:
    targets = material.mission.targets
    own = listed(f"{node} {level(value)}" for node, value in targets.by_node.items())
    text = f"The target is level {level(targets.default)}" if targets.default is not None else "Targets are set one by one"
    return sentence(text + (f"; set apart: {own}" if own else ""))


def _comparison_rules(material: Material) -> list[str]:
    comparison = material.mission.comparison
    members = listed(material.name_of(one) for one in comparison.average_of) if comparison else ""
    return [
        "The values are shown as they were published; none is rounded, converted or filled in.",
        f"The average is the plain mean over {members}. An administration without a value is left out of that average." if members else "",
        "House rule: an indicator's score is the plain mean of its sub-indicators.",
        "A difference is the value of the administration in focus minus the average, taken from unrounded values.",
        "Averages and differences are rounded to two decimals, half away from zero, as the last step.",
        "A missing value is shown as “no data” and never taken as zero.",
    ]


def _gates(material: Material) -> Table | None:
    gates = material.standard.gates
    if not gates:
        return None
    scales = [sorted(material.standard.scales[gate.scale].options, key=lambda option: option.value) for gate in gates]
    length = min(len(options) for options in scales)
    columns = (Column("Level", "level", 0.6), *(Column((gate.name or gate.id).capitalize(), width=2) for gate in gates))
    rows = [
        (cell(published(scales[0][place].value)), *(cell(options[place].label or options[place].code) for options in scales))
        for place in range(length)
    ]
    return Table(
        "The gates: what each level asks for",
        columns,
        tuple(rows),
        "House rule of this kit, in the style of public maturity models. The lowest gate decides.",
    )


def _weights(material: Material) -> Blocks:
    processes = {node.id: name_of(node) for node in material.processes}
    columns = (Column("Criterion", width=2.4), Column("Process", width=1.3), Column("Weight", "number", 0.7), Column("Reason", width=4.2))
    rows = [
        (cell(f"{name_of(node)} ({node.id})"), cell(processes[parent]), cell(published(node.weight)), cell(_reason(node)))
        for node, parent in material.rated
    ]
    return section(Heading("Weights", 2, "weights"), Table("Weight of every criterion in its process", columns, tuple(rows), compact=True))


def _reason(node: Node) -> str:
    return node.weight_reason or "–"

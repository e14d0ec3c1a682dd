"""A whole standard as blocks, for experts who read and comment it: a chapter a process, every row with its id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from diagnostics.definitions.outline import Outline, outline
from diagnostics.definitions.remedy import Remedy
from diagnostics.definitions.standard import Node, Standard
from diagnostics.definitions.standard_json import shown_nodes
from diagnostics.definitions.translations import translated
from diagnostics.reporting.blocks import (
    Block,
    Blocks,
    Column,
    Cover,
    DefinitionList,
    Heading,
    Paragraph,
    Span,
    Table,
    Text,
    anchor,
    cell,
    section,
)

Say = Callable[[str], str]


def standard_blocks(standard: Standard, remedies: Iterable[Remedy], roles: Mapping[str, str], language: str, day: str) -> Blocks:
    """The cover, how to read it, and a chapter a process.

    Args:
        standard: the standard.
        remedies: those bundled for it.
        roles: role id → its name.
        language: of all texts.
        day: ISO day printed on the cover and kept as the document's date.
    """

    def say(text: str) -> str:
        return translated(text, language)

    tree = outline(standard)
    by_criterion: dict[str, list[Remedy]] = {}
    for remedy in remedies:
        by_criterion.setdefault(remedy.criterion, []).append(remedy)
    chapters = [_process(process, tree, standard, by_criterion, roles, say) for process in tree.processes or (standard.roots[0],)]
    return section(_cover(standard, say, language, day), _how_to_read(standard, say), *chapters)


def _cover(standard: Standard, say: Say, language: str, day: str) -> Cover:
    facts = ((say("Version"), standard.version), (say("Criteria or items"), str(len(outline(standard).rated))))
    source = tuple((say(key.capitalize()), say(text)) for key, text in standard.source.items())
    return Cover(title=say("The standard, whole"), administration=say(standard.title), date=day, facts=facts + source, language=language)


def _how_to_read(standard: Standard, say: Say) -> Blocks:
    levels = tuple((f"{one.number}\u2002{say(one.name)}", say(one.meaning or one.name)) for one in standard.levels)
    gates = tuple((say(gate.name or gate.id), _options(standard, gate.scale, say)) for gate in standard.gates)
    note = say("To comment, write beside the id of a row. Comments are collected by these ids; the ids stay the same in every version.")
    return section(
        Heading(say("How to read this document"), 1, "how-to-read"),
        Paragraph(note),
        Heading(say("Levels"), 2, "levels") if levels else None,
        DefinitionList(levels) if levels else None,
        Heading(say("Gates"), 2, "gates") if gates else None,
        Paragraph(say("A criterion's level is the lowest of its gates: existence on paper is not practice.")) if gates else None,
        DefinitionList(gates) if gates else None,
    )


def _options(standard: Standard, scale_id: str, say: Say) -> str:
    return "; ".join(f"{option.code} {say(option.label or option.code)}" for option in standard.scales[scale_id].options)


def _process(
    process: Node, tree: Outline, standard: Standard, remedies: Mapping[str, list[Remedy]], roles: Mapping[str, str], say: Say
) -> Blocks:
    own = [node for node in tree.rated if tree.process_of(node.id) == process.id or process.id == node.id]
    name = f"{say(process.name or process.id)} ({process.id})"
    described = [node for node in own if node.descriptors]
    parts: list[Block | None] = [Heading(name, 1, anchor("process", process.id))]
    parts.append(Paragraph(say(process.scope)) if process.scope else None)
    parts.append(_levels_table(described, name, say) if described else _items_table(own, standard, name, say))
    parts.append(_reasons_table(described, name, say) if described else None)
    actions = [remedy for node in own for remedy in remedies.get(node.id, ())]
    parts.append(_remedies_table(actions, roles, name, say) if actions else None)
    return section(*parts)


def _levels_table(criteria: list[Node], process: str, say: Say) -> Table:
    rows = tuple((cell(_named(node, say)), *(cell(say(text)) for text in node.descriptors or ())) for node in criteria)
    columns = (Column(say("Criterion"), width=1.25), *(Column(f"{say('Level')} {number}") for number in range(1, 6)))
    return Table(_about(say("Criteria and their five levels"), process, say), columns, rows, compact=True)


def _about(what: str, process: str, say: Say) -> str:
    """A caption; where a language sets a space before the colon, its pattern has it."""
    return say("{what}: {process}").format(what=what, process=process)


def _named(node: Node, say: Say) -> Text:
    name = Span(f"{node.id} {say(node.name or node.id)}", strong=True)
    return (name, Span(f"\n{say(node.question)}")) if node.question else (name,)


def _reasons_table(criteria: list[Node], process: str, say: Say) -> Table:
    columns = (
        Column(say("Id"), width=0.4),
        Column(say("Why it matters"), width=2),
        Column(say("Evidence to ask for"), width=2.2),
        Column(say("Weight"), "number", 0.5),
        Column(say("Comes after"), width=0.7),
        Column(say("Comments"), width=1.5),
    )
    rows = tuple(
        (
            cell(node.id),
            cell(say(node.why or "")),
            cell("\n".join(say(each) for each in node.evidence)),
            cell(f"{node.weight:g}"),
            cell(", ".join(node.requires) or "–"),
            cell(""),
        )
        for node in criteria
    )
    return Table(_about(say("Reasons and evidence"), process, say), columns, rows, compact=True)


def _items_table(items: list[Node], standard: Standard, process: str, say: Say) -> Table:
    columns = (
        Column(say("Id"), width=0.7),
        Column(say("Item"), width=2.5),
        Column(say("Answers"), width=2),
        Column(say("Comments"), width=1),
    )
    rows = tuple(
        (cell(node.id), cell(say(node.question or node.name or node.id)), cell(_answers(node, standard, say)), cell("")) for node in items
    )
    return Table(_about(say("Items"), process, say), columns, rows, compact=True)


def _answers(node: Node, standard: Standard, say: Say) -> str:
    if node.scale is None:
        return ""
    scale = standard.scale_of(node)
    return _options(standard, node.scale, say) if scale.options else scale.allowed()


def _remedies_table(remedies: list[Remedy], roles: Mapping[str, str], process: str, say: Say) -> Table:
    columns = (
        Column(say("Id"), width=0.6),
        Column(say("Levels"), width=0.45),
        Column(say("Remedy and steps"), width=3),
        Column(say("Person-days and months"), width=1.2),
        Column(say("Measured by"), width=1.5),
        Column(say("Comments"), width=0.9),
    )
    rows = tuple(
        (
            cell(remedy.id),
            cell(f"{remedy.from_level}–{remedy.to_level}"),
            cell((Span(say(remedy.title), strong=True), Span("\n" + "\n".join(f"– {say(step)}" for step in remedy.steps)))),
            cell(_effort(remedy, roles, say)),
            cell(f"{say(remedy.indicator.name)}: {remedy.indicator.target:g} {say(remedy.indicator.unit)}"),
            cell(""),
        )
        for remedy in remedies
    )
    return Table(_about(say("Remedies"), process, say), columns, rows, compact=True)


def _effort(remedy: Remedy, roles: Mapping[str, str], say: Say) -> str:
    days = "\n".join(f"{say(roles.get(role, role))} {days}" for role, days in remedy.person_days.items())
    after = f"\n{say('Comes after')} {', '.join(remedy.after)}" if remedy.after else ""
    return f"{days}\n{say('Months')}: {remedy.months}{after}"


def commentable_ids(standard: Standard, remedies: Iterable[Remedy]) -> tuple[str, ...]:
    """The ids that a comment may belong to: nodes and remedies."""
    return (*(placed.node.id for placed in shown_nodes(standard)), *(remedy.id for remedy in remedies))

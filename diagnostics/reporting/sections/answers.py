"""Annex: every criterion's answers, from the level back to what was answered."""

from __future__ import annotations

from typing import Any

import pandas as pd

from diagnostics.definitions.scale import Option
from diagnostics.definitions.standard import Node
from diagnostics.reporting.blocks import Blocks, Cell, Column, Heading, Paragraph, Table, cell, section
from diagnostics.reporting.material import Material
from diagnostics.reporting.numbers import NOT_APPLICABLE, NOT_ASSESSED, known
from diagnostics.reporting.sections.maturity import level_cell
from diagnostics.reporting.sentences import capital, sentence
from diagnostics.reporting.speaker import Speaker


def answers_by_gate(material: Material) -> Blocks:
    """Every criterion with its answers and the words of the level it reached: from the number back to the answers."""
    say, own = material.say, material.scores_of(material.mission.focus)
    tables = [
        _answers_table(material, process, [node for node, parent in material.rated if parent == process.id], own)
        for process in material.processes
    ]
    intro = say("answers-intro", focus=material.name_of(material.mission.focus))
    return section(Heading(say("answers-heading"), 1, "answers", annex=True), Paragraph(intro), *tables)


def _answers_table(material: Material, process: Node, criteria: list[Node], own: pd.DataFrame) -> Table:
    say, gates = material.say, material.standard.gates
    given = _given(material)
    columns = (
        Column(say("column-criterion"), width=1.5),
        *(Column(capital(say.content(gate.name or gate.id)), width=1.25) for gate in gates),
        Column(say("column-level"), "level", 0.75),
        Column(say("answers-wording"), width=4),
    )
    rows = []
    for node in criteria:
        score = own["score"].get(node.id)
        marked = bool(own["marked"].get(node.id, False))
        why = _unrated(own, node)
        cells = [
            cell(f"{node.id}\n{material.node_name(node)}"),
            *(_gate_cell(material, f"{node.id}.{gate.id}", own, node, given) for gate in gates),
        ]
        words = "" if marked else _descriptor(say, node, score, why)
        rows.append((*cells, level_cell(say, score, marked, why), cell(words)))
    marked = own["marked"].reindex([node.id for node in criteria]).eq(True).any()
    note = say("answers-marked") if marked else ""
    return Table(f"{material.node_name(process)} ({process.id})", columns, tuple(rows), note, compact=True)


def _given(material: Material) -> dict[str, list[str]]:
    """Item → the different codes that were given for it in the focus."""
    answers = material.answers[(material.answers["assessment"] == material.mission.focus) & material.answers["answer"].notna()]
    return {str(item): sorted({str(code) for code in codes}) for item, codes in answers.groupby("item")["answer"]}


def _unrated(own: pd.DataFrame, node: Node) -> str:
    """Why a criterion has no level."""
    row = own.loc[node.id] if node.id in own.index else None
    return NOT_APPLICABLE if row is not None and row["applicable"] == 0 and row["not_applicable"] > 0 else NOT_ASSESSED


def _gate_cell(material: Material, leaf: str, own: pd.DataFrame, node: Node, given: dict[str, list[str]]) -> Cell:
    say = material.say
    if leaf not in own.index:
        return cell(say("answers-not-here") if node.coverage_reason else "–", "muted")
    row = own.loc[leaf]
    if not known(row["score"]):
        return cell(_state(say, row), "muted")
    options = material.standard.scale_of(material.standard.node(leaf)).options
    if row.get("insufficient", 0):
        claim = _claim(say, given.get(leaf, []), options)
        return cell(say("answers-no-evidence", claim=claim, value=say.published(row["score"])))
    label = next((option.label or option.code for option in options if abs(option.value - row["score"]) < 1e-9), None)
    mark = " *" if bool(row["marked"]) else ""
    return cell(f"{say.published(row['score'])}{mark}  {say.content(label) if label else say('answers-between')}")


def _claim(say: Speaker, codes: list[str], options: tuple[Option, ...]) -> str:
    """What was answered before its evidence was asked for; raters who differ are not told apart."""
    if len(codes) != 1:
        return say("answers-several")
    label = next((option.label for option in options if option.code == codes[0]), None)
    return f"{codes[0]} {say.content(label)}" if label and label != codes[0] else codes[0]


def _state(say: Speaker, row: pd.Series) -> str:
    states = {
        "not_applicable": say("not-applicable"),
        "dont_know": say("answers-dont-know"),
        "not_used": say("answers-not-asked"),
        "blank": say("answers-blank"),
    }
    return next((words for column, words in states.items() if row.get(column, 0)), say.not_assessed)


def _descriptor(say: Speaker, node: Node, score: Any, why: str) -> str:
    if not known(score) or not node.descriptors:
        return sentence(say.unrated(why))
    return say.content(node.descriptors[min(max(int(score + 1e-9), 1), len(node.descriptors)) - 1])

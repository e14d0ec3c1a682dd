"""Annexes: the quality of the data, every answer, every action in detail, and where all of it comes from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from diagnostics.definitions.problems import Problem
from diagnostics.definitions.scale import Option
from diagnostics.definitions.standard import Node
from diagnostics.reporting.blocks import Blocks, Cell, Column, DefinitionList, Heading, Paragraph, Table, anchor, cell, section
from diagnostics.reporting.material import Material
from diagnostics.reporting.numbers import NOT_APPLICABLE, NOT_ASSESSED, count, days, known, percent, published
from diagnostics.reporting.profile import name_of
from diagnostics.reporting.sections.maturity import level_cell
from diagnostics.reporting.sentences import counted, sentence

_MACHINE_PATH = re.compile(r"^(?:[A-Za-z]:)?[\\/]|^\\\\|^~")
_WARNINGS_SHOWN = 60


def data_quality(material: Material) -> Blocks:
    """What was read, what is missing, what the checks found."""
    found = len(material.problems)
    intro = f"The checks of the inputs left {counted(found, 'remark')}." if found else "The checks of the inputs left no remark."
    return section(
        Heading("Data quality", 1, "data-quality", annex=True),
        Paragraph(intro + " A data set that the mission did not bring is stated as not available; nothing is guessed in its place."),
        _data_sets(material.quality) if len(material.quality) else None,
        _problems(material.problems),
    )


def _data_sets(quality: pd.DataFrame) -> Table:
    columns = (
        Column("Data set", width=2),
        Column("Status", width=2.6),
        *(Column(label, "number") for label in ("Rows", "Empty cells", "Errors", "Warnings")),
    )
    rows = []
    for row in quality.itertuples():
        is_read = row.status == "read"
        share = f" ({percent(100 * row.empty_cells / row.cells)})" if is_read and known(row.cells) and row.cells else ""
        figures = [count(row.rows), count(row.empty_cells) + share, count(row.errors), count(row.warnings)] if is_read else ["–"] * 4
        rows.append(
            (cell(str(row.data_set).replace("_", " ")), cell(row.status, None if is_read else "muted"), *(cell(text) for text in figures))
        )
    return Table("Data sets", columns, tuple(rows))


def _problems(problems: tuple[Problem, ...]) -> Table | None:
    if not problems:
        return None
    columns = (Column("Where", width=2), Column("What was found", width=2.2), Column("What to do", width=4))
    rows = [(cell(_place(one)), cell(_found(one)), cell(one.advice)) for one in problems[:_WARNINGS_SHOWN]]
    rest = len(problems) - len(rows)
    note = sentence(f"{counted(rest, 'further remark')} {'stands' if rest == 1 else 'stand'} in results/problems.json") if rest else ""
    return Table("Remarks of the checks", columns, tuple(rows), note, compact=True)


def _place(problem: Problem) -> str:
    parts = [
        problem.file,
        f"sheet {problem.sheet}" if problem.sheet else "",
        f"row {problem.row}" if problem.row is not None else "",
        problem.column or "",
    ]
    return ", ".join(part for part in parts if part)


def _found(problem: Problem) -> str:
    is_empty = problem.found == "" and problem.allowed
    found = ["found nothing" if is_empty else problem.found or "", f"allowed: {problem.allowed}" if problem.allowed else ""]
    return "; ".join(part for part in found if part) or "–"


def answers_by_gate(material: Material) -> Blocks:
    """Every criterion with its answers and the words of the level it reached: from the number back to the answers."""
    own = material.scores_of(material.mission.focus)
    tables = [
        _answers_table(material, process, [node for node, parent in material.rated if parent == process.id], own)
        for process in material.processes
    ]
    return section(
        Heading("Every criterion's answers", 1, "answers", annex=True),
        Paragraph(
            f"The answers are those of the {material.name_of(material.mission.focus)}. The lowest gate gives the level; "
            "the last column holds the standard's words for it. It is empty where a claim without evidence holds the level down."
        ),
        *tables,
    )


def _answers_table(material: Material, process: Node, criteria: list[Node], own: pd.DataFrame) -> Table:
    gates = material.standard.gates
    given = _given(material)
    columns = (
        Column("Criterion", width=1.5),
        *(Column((gate.name or gate.id).capitalize(), width=1.25) for gate in gates),
        Column("Level", "level", 0.75),
        Column("The standard's wording for this level", width=4),
    )
    rows = []
    for node in criteria:
        score = own["score"].get(node.id)
        marked = bool(own["marked"].get(node.id, False))
        unrated = _unrated(own, node)
        cells = [cell(f"{node.id}\n{name_of(node)}"), *(_gate_cell(material, f"{node.id}.{gate.id}", own, node, given) for gate in gates)]
        words = "" if marked else _descriptor(node, score, unrated)
        rows.append((*cells, level_cell(score, marked, unrated), cell(words)))
    marked = own["marked"].reindex([node.id for node in criteria]).eq(True).any()
    note = "* The claim has no evidence and counts as level 1." if marked else ""
    return Table(f"{name_of(process)} ({process.id})", columns, tuple(rows), note, compact=True)


def _given(material: Material) -> dict[str, list[str]]:
    """Item → the different codes that were given for it in the focus."""
    answers = material.answers[(material.answers["assessment"] == material.mission.focus) & material.answers["answer"].notna()]
    return {str(item): sorted({str(code) for code in codes}) for item, codes in answers.groupby("item")["answer"]}


def _unrated(own: pd.DataFrame, node: Node) -> str:
    """What is said of a criterion without a level."""
    row = own.loc[node.id] if node.id in own.index else None
    return NOT_APPLICABLE if row is not None and row["applicable"] == 0 and row["not_applicable"] > 0 else NOT_ASSESSED


def _gate_cell(material: Material, leaf: str, own: pd.DataFrame, node: Node, given: dict[str, list[str]]) -> Cell:
    if leaf not in own.index:
        return cell("does not apply here" if node.coverage_reason else "–", "muted")
    row = own.loc[leaf]
    if not known(row["score"]):
        return cell(_state(row), "muted")
    options = material.standard.scale_of(material.standard.node(leaf)).options
    if row.get("insufficient", 0):
        return cell(f"{_claim(given.get(leaf, []), options)}, no evidence: counts {published(row['score'])} *")
    label = next((option.label or option.code for option in options if abs(option.value - row["score"]) < 1e-9), "between two options")
    mark = " *" if bool(row["marked"]) else ""
    return cell(f"{published(row['score'])}{mark}  {label}")


def _claim(codes: list[str], options: tuple[Option, ...]) -> str:
    """What was answered before its evidence was asked for; raters who differ are not told apart."""
    if len(codes) != 1:
        return "several answers"
    label = next((option.label for option in options if option.code == codes[0]), None)
    return f"{codes[0]} {label}" if label and label != codes[0] else codes[0]


def _state(row: pd.Series) -> str:
    states = (("not_applicable", "not applicable"), ("dont_know", "don't know"), ("not_used", "not asked"), ("blank", "blank"))
    return next((words for column, words in states if row.get(column, 0)), NOT_ASSESSED)


def _descriptor(node: Node, score: Any, unrated: str) -> str:
    if not known(score) or not node.descriptors:
        return sentence(unrated)
    return node.descriptors[min(max(int(score + 1e-9), 1), len(node.descriptors)) - 1]


def actions_in_detail(material: Material) -> Blocks | None:
    """Steps, formulas, deliverables, evidence and risks of every action."""
    if material.workplan.empty:
        return None
    columns = (
        Column("Action", width=1.8),
        Column("Steps", width=3.6),
        Column("Result and how it is measured", width=3),
        Column("Risk and answer to it", width=2.4),
    )
    rows = [
        (
            cell(f"{row.action}\n{row.title}"),
            cell("\n".join(f"{number}. {step}" for number, step in enumerate(str(row.steps).split("\n"), start=1))),
            cell(_result(row)),
            cell(f"{row.risk}\n{row.countermeasure}"),
        )
        for row in material.workplan.itertuples()
    ]
    return section(
        Heading("Actions in detail", 1, "actions-in-detail", annex=True),
        Paragraph(
            f"The actions take {days(material.workplan['person_days'].sum())} person-days in all, "
            "those without a place in the plan included."
        ),
        Table("Steps, results, measurement and risks of every action", columns, tuple(rows), compact=True),
    )


def _result(row) -> str:
    parts = (
        f"Deliverable: {row.deliverable}",
        f"Evidence: {row.evidence}",
        f"Formula: {row.formula}",
        f"Baseline {row.baseline}, target {row.target}",
    )
    return "\n".join(sentence(part) for part in parts)


def provenance(material: Material) -> Blocks:
    """Fingerprints of the inputs, versions and parameters: enough to make the same report again."""
    inputs = material.provenance.get("inputs", {})
    columns = (Column("Input", width=2.2), Column("SHA-256", width=5))
    rows = tuple((cell(_shown(name)), cell(str(digest))) for name, digest in sorted(inputs.items())) if isinstance(inputs, Mapping) else ()
    parts = [
        section(Heading(key.capitalize(), 2, anchor("provenance", key)), DefinitionList(tuple(_flat(data))))
        for key, data in sorted(material.provenance.items())
        if key != "inputs" and data
    ]
    mission, standard = material.mission, material.standard
    own = f"Standard “{standard.id}”, version {standard.version}; mission “{mission.mission}”, wave {mission.wave}."
    return section(
        Heading("Provenance", 1, "provenance", annex=True),
        Paragraph(f"{own} Equal inputs, parameters and versions give an equal report."),
        Table("Fingerprints of the inputs", columns, rows, compact=True) if rows else Paragraph("The run recorded no inputs."),
        *parts,
    )


def _flat(data: Any, prefix: str = "") -> list[tuple[str, str]]:
    if isinstance(data, Mapping):
        return [pair for key in sorted(data, key=str) for pair in _flat(data[key], f"{prefix}.{key}" if prefix else str(key))]
    shown = ", ".join(_shown(one) for one in data) if isinstance(data, list | tuple) else _shown(data)
    return [(prefix, shown)] if shown not in ("", "None") else []


def _shown(value: Any) -> str:
    """A value without the path of the machine that it was made on."""
    text = str(value)
    return re.split(r"[\\/]", text.rstrip("\\/"))[-1] if _MACHINE_PATH.match(text) else text

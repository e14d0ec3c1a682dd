"""Annexes: the quality of the data, every answer, every action in detail, and where all of it comes from."""

from __future__ import annotations

from diagnostics.definitions.problems import Problem
from diagnostics.reporting.blocks import Blocks, Cell, Column, Heading, Paragraph, Table, cell, section
from diagnostics.reporting.material import Material
from diagnostics.reporting.numbers import known
from diagnostics.reporting.sections.plan_words import formula_words, place_words, steps_words, target_words
from diagnostics.reporting.speaker import Speaker

_WARNINGS_SHOWN = 60
_ABSENT = "not available"


def data_quality(material: Material) -> Blocks:
    """What was read, what is missing, what the checks found."""
    say = material.say
    return section(
        Heading(say("quality-heading"), 1, "data-quality", annex=True),
        Paragraph(say("quality-intro", count=len(material.problems))),
        _data_sets(material) if len(material.quality) else None,
        _problems(say, material.problems),
    )


def _data_sets(material: Material) -> Table:
    say = material.say
    columns = (
        Column(say("quality-data-set"), width=2),
        Column(say("quality-status"), width=2.6),
        Column(say("quality-rows"), "number"),
        Column(say("quality-empty"), "number"),
        Column(say("quality-errors"), "number"),
        Column(say("quality-warnings"), "number"),
    )
    return Table(say("quality-caption"), columns, tuple(_data_set(material, row) for row in material.quality.itertuples()))


def _data_set(material: Material, row) -> tuple[Cell, ...]:
    say, name = material.say, material.data_name(str(row.data_set))
    if row.status != "read":
        return (cell(name), cell(_status(say, row.status), "muted"), *(cell("–") for _ in range(4)))
    share = f" ({say.percent(100 * row.empty_cells / row.cells)})" if known(row.cells) and row.cells else ""
    figures = [say.count(row.rows), say.count(row.empty_cells) + share, say.count(row.errors), say.count(row.warnings)]
    return (cell(name), cell(say("quality-read")), *(cell(text) for text in figures))


def _status(say: Speaker, status: str) -> str:
    """Why a data set was not read. English keeps the words of the check, which name the data set once more."""
    return say("quality-not-available", status=status) if status.startswith(_ABSENT) else say("quality-not-readable")


def _problems(say: Speaker, problems: tuple[Problem, ...]) -> Table | None:
    if not problems:
        return None
    columns = (
        Column(say("problems-where"), width=2),
        Column(say("problems-found"), width=2.2),
        Column(say("problems-advice"), width=4),
    )
    rows = [(cell(_place(say, one)), cell(_found(say, one)), cell(say.content(one.advice))) for one in problems[:_WARNINGS_SHOWN]]
    rest = len(problems) - len(rows)
    note = say("problems-more", count=rest) if rest else ""
    return Table(say("problems-caption"), columns, tuple(rows), note, compact=True)


def _place(say: Speaker, problem: Problem) -> str:
    parts = [
        problem.file,
        say("problems-sheet", sheet=problem.sheet) if problem.sheet else "",
        say("problems-row", row=str(problem.row)) if problem.row is not None else "",
        problem.column or "",
    ]
    return ", ".join(part for part in parts if part)


def _found(say: Speaker, problem: Problem) -> str:
    is_empty = problem.found == "" and problem.allowed
    allowed = say("problems-allowed", allowed=say.content(problem.allowed)) if problem.allowed else ""
    found = [say("problems-found-nothing") if is_empty else problem.found or "", allowed]
    return say.series(part for part in found if part) or "–"


def actions_in_detail(material: Material) -> Blocks | None:
    """Steps, formulas, deliverables, evidence and risks of every action."""
    if material.workplan.empty:
        return None
    say = material.say
    columns = (
        Column(say("column-action"), width=2.5),
        Column(say("details-steps"), width=3.3),
        Column(say("details-result"), width=3),
        Column(say("details-risk"), width=2.2),
    )
    rows = [
        (
            cell("\n".join(filter(None, (row.action, say.content(row.title), place_words(material, row))))),
            cell(steps_words(say, row.steps) or "–"),
            cell(_result(material, row) or "–"),
            cell("\n".join(filter(None, (say.content(row.risk), say.content(row.countermeasure)))) or "–"),
        )
        for row in material.workplan.itertuples()
    ]
    return section(
        Heading(say("details-heading"), 1, "actions-in-detail", annex=True),
        Paragraph(say("details-intro", days=say.days(material.workplan["person_days"].sum()))),
        Table(say("details-caption"), columns, tuple(rows), compact=True),
    )


def _result(material: Material, row) -> str:
    """Deliverable, evidence and measurement; what an action does not tell is left out."""
    say = material.say
    baseline, target = say.content(row.baseline) or say("plan-no-value"), _open(target_words(say, row.target)) or say("plan-no-value")
    parts = (
        say("details-deliverable", text=_open(say.content(row.deliverable))) if row.deliverable else "",
        say("details-evidence", text=_open(say.content(row.evidence))) if row.evidence else "",
        say("details-formula", text=_open(formula_words(material, row))) if row.formula else "",
        say("details-baseline", baseline=baseline, target=target) if row.baseline or row.target else "",
    )
    return "\n".join(filter(None, parts))


def _open(text: str) -> str:
    """A text without its own full stop: the message has one."""
    return text.strip().rstrip(".")

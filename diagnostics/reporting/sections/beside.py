"""Annex: the data that stand beside the rating and do not enter it: survey statements, documents, workforce figures."""

from __future__ import annotations

import pandas as pd

from diagnostics.reporting.blocks import Blocks, Cell, Column, Heading, Paragraph, Table, cell, section
from diagnostics.reporting.material import Material
from diagnostics.reporting.numbers import known
from diagnostics.reporting.sections.absent import basics
from diagnostics.reporting.speaker import Speaker


def beside(material: Material) -> Blocks:
    """Every survey statement, every reference document, every workforce figure; or that there are none."""
    say = material.say
    return section(
        Heading(say("beside-heading"), 1, "beside", annex=True),
        Paragraph(say("beside-intro")),
        Heading(say("workforce-heading"), 2, "workforce"),
        _workforce(material),
        Heading(say("survey-heading"), 2, "survey"),
        _statements(material),
        Heading(say("documents-heading"), 2, "documents"),
        _documents(material),
        basics(material),
    )


def _workforce(material: Material) -> Table | Paragraph:
    say = material.say
    if material.workforce.empty:
        return Paragraph(say("workforce-not-available"))
    least = material.mission.thresholds.disclosure
    columns = (
        Column(say("workforce-figure"), width=3),
        Column(say("column-value"), "number"),
        Column(say("workforce-unit"), width=1.2),
        Column(say("workforce-rests-on"), "number"),
    )
    rows = []
    for row in material.workforce.itertuples():
        shown = known(row.n) and row.n >= least
        value = say.brief(row.value) if shown and known(row.value) else say("not-shown")
        people = say.count(row.n) if shown else say("people-fewer", least=least)
        rows.append(tuple(cell(text) for text in (say.content(str(row.figure)), value, say.content(str(row.unit)), people)))
    return Table(say("workforce-caption"), columns, tuple(rows), say("workforce-note", least=least))


def _statements(material: Material) -> Table | Paragraph:
    say = material.say
    if material.survey_summary.empty:
        return Paragraph(say("climate-not-available"))
    least = material.mission.thresholds.disclosure
    names = {node.id: material.node_name(node) for node in material.processes}
    columns = (
        Column(say("survey-statement"), width=4.4),
        Column(say("column-process"), width=1.8),
        Column(say("column-answers"), "number"),
        Column(say("survey-favourable"), "number", 1.1),
    )
    rows = []
    for row in _by_process(material, material.survey_summary).itertuples():
        shown = known(row.answered) and row.answered >= least and known(row.positive)
        favourable = say.percent(100 * row.positive / row.answered) if shown else say("not-shown")
        text = say.content(row.text)
        text = say("survey-reversed", statement=text) if bool(row.reverse) else text
        answers = say.count(row.answered) if shown else say("people-fewer", least=least)
        cells = (text, names.get(row.process_id, str(row.process_id)), answers, favourable)
        rows.append(tuple(cell(one) for one in cells))
    return Table(say("survey-caption"), columns, tuple(rows), say("survey-note", least=least), compact=True)


def _documents(material: Material) -> Table | Paragraph:
    say = material.say
    if material.documents.empty:
        return Paragraph(say("documents-not-available"))
    columns = (
        Column(say("documents-document"), width=3.6),
        Column(say("documents-type"), width=1.8),
        Column(say("column-process"), width=0.9),
        Column(say("documents-status"), width=1.2),
        Column(say("documents-approved"), width=1.1),
        Column(say("documents-reviewed"), width=1.1),
    )
    rows = [_document(say, row) for row in _by_process(material, material.documents).to_dict("records")]
    return Table(say("documents-caption"), columns, tuple(rows), compact=True)


def _by_process(material: Material, table: pd.DataFrame) -> pd.DataFrame:
    """The rows in the order of the processes; those of no process in scope come last."""
    places = {node.id: place for place, node in enumerate(material.processes)}
    order = table["process_id"].map(places).fillna(len(places))
    return table.loc[order.sort_values(kind="stable").index]


def _document(say: Speaker, row: dict[str, object]) -> tuple[Cell, ...]:
    """A row of the table; the title stands as it is printed on the document."""
    plain = [_word(row.get(name)) for name in ("title", "type", "process_id", "status", "approved_on", "reviewed_on")]
    plain[1], plain[3] = say.content(plain[1]), say.content(plain[3])
    return tuple(cell(text) for text in plain)


def _word(value: object) -> str:
    if value is None or value is pd.NaT or (isinstance(value, float) and pd.isna(value)) or value is pd.NA:
        return "–"
    return value.date().isoformat() if isinstance(value, pd.Timestamp) else str(value)

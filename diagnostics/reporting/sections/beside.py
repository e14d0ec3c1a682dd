"""Annex: the data that stand beside the rating and do not enter it: survey statements, documents, workforce figures."""

from __future__ import annotations

import pandas as pd

from diagnostics.reporting.blocks import Blocks, Column, Heading, Paragraph, Table, cell, section
from diagnostics.reporting.material import Material
from diagnostics.reporting.numbers import brief, count, known, percent
from diagnostics.reporting.profile import name_of


def beside(material: Material) -> Blocks:
    """Every survey statement, every reference document, every workforce figure; or that there are none."""
    return section(
        Heading("Data beside the rating", 1, "beside", annex=True),
        Paragraph("These data do not enter a score. They help to judge whether a score is believable."),
        Heading("Workforce in figures", 2, "workforce"),
        _workforce(material),
        Heading("Staff survey", 2, "survey"),
        _statements(material),
        Heading("Reference documents", 2, "documents"),
        _documents(material),
    )


def _workforce(material: Material) -> Table | Paragraph:
    if material.workforce.empty:
        return Paragraph("Not available: no staff data.")
    least = material.mission.thresholds.disclosure
    columns = (Column("Figure", width=3), Column("Value", "number"), Column("Unit", width=1.2), Column("Rests on", "number"))
    rows = []
    for row in material.workforce.itertuples():
        shown = known(row.n) and row.n >= least
        value = brief(row.value) if shown and known(row.value) else "not shown"
        people = count(row.n) if shown else f"fewer than {least}"
        rows.append(tuple(cell(text) for text in (str(row.figure), value, str(row.unit), people)))
    return Table(
        "The workforce on the day of the figures", columns, tuple(rows), f"Nothing is shown that rests on fewer than {least} people."
    )


def _statements(material: Material) -> Table | Paragraph:
    if material.survey_summary.empty:
        return Paragraph("Not available: no staff survey data.")
    least = material.mission.thresholds.disclosure
    names = {node.id: name_of(node) for node in material.processes}
    columns = (
        Column("Statement", width=4.4),
        Column("Process", width=1.8),
        Column("Answers", "number"),
        Column("Favourable", "number", 1.1),
    )
    rows = []
    for row in material.survey_summary.itertuples():
        shown = known(row.answered) and row.answered >= least and known(row.positive)
        favourable = percent(100 * row.positive / row.answered) if shown else "not shown"
        text = f"{row.text}{' (agreement is a bad sign)' if bool(row.reverse) else ''}"
        cells = (text, names.get(row.process_id, str(row.process_id)), count(row.answered) if shown else f"fewer than {least}", favourable)
        rows.append(tuple(cell(one) for one in cells))
    note = f"Answers: people who gave one; “don't know” and blank are left out. Nothing is shown for fewer than {least} answers, "
    note += "nor the figure of a process that has such a statement."
    return Table("Every statement of the staff survey", columns, tuple(rows), note, compact=True)


def _documents(material: Material) -> Table | Paragraph:
    if material.documents.empty:
        return Paragraph("Not available: no reference documents data.")
    widths = {"Document": 3.6, "Type": 1.8, "Process": 0.9, "Status": 1.2, "Approved": 1.1, "Reviewed": 1.1}
    columns = tuple(Column(label, width=width) for label, width in widths.items())
    rows = [
        tuple(cell(_word(row.get(name))) for name in ("title", "type", "process_id", "status", "approved_on", "reviewed_on"))
        for row in material.documents.to_dict("records")
    ]
    return Table("Reference documents asked for", columns, tuple(rows), compact=True)


def _word(value: object) -> str:
    if value is None or value is pd.NaT or (isinstance(value, float) and pd.isna(value)) or value is pd.NA:
        return "–"
    return value.date().isoformat() if isinstance(value, pd.Timestamp) else str(value)

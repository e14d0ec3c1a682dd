"""A table that is long already: a column of items and a column of answers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from diagnostics.definitions.form import Form
from diagnostics.definitions.problems import Problem
from diagnostics.intake.exports.account import ColumnFate
from diagnostics.intake.exports.answers import Fault, meaning_of
from diagnostics.intake.exports.columns import ColumnPlan, heading_shown
from diagnostics.intake.exports.layout import Layout
from diagnostics.intake.exports.matching import QuestionIndex, targets_of
from diagnostics.intake.exports.melting import Melted, cell_problem
from diagnostics.intake.exports.plain import ANSWER, ITEM
from diagnostics.intake.exports.sheets import ExportSheet
from diagnostics.intake.grid import column_letter

_ROOM = 10_000


def plan_long(sheet: ExportSheet, layout: Layout, form: Form) -> ColumnPlan:
    """What becomes of the columns of a long table. Columns that are the same in all rows of a respondent are no answers here."""
    parts = {
        "item": _first(sheet, ITEM),
        "answer": _first(sheet, ANSWER),
        "submission": _first(sheet, layout.submission),
        "submitted_at": _first(sheet, layout.submitted_at),
        "form_version": _first(sheet, layout.form_version),
    }
    played = {position: part for part, position in parts.items() if position is not None}
    fates, problems = [], []
    for position, heading in enumerate(sheet.headings):
        shown = heading_shown(sheet, position)
        place = (sheet.place.file, sheet.place.sheet, column_letter(position), shown)
        if position in played:
            fates.append(ColumnFate(*place, "used", played[position].replace("submission", "respondent")))
            continue
        fates.append(ColumnFate(*place, "ignored", "the long table has no such column"))
        if sheet.cells.iloc[:, position].notna().any() and heading.casefold() not in ("row", "sheet"):
            advice = "A long table holds items and answers; this column is ignored. Add its answers as rows if they are needed."
            problems.append(sheet.place.problem("unknown-column", advice, shown or column_letter(position), severity="warning"))
    roles = {part: position for part, position in parts.items() if part not in ("item", "answer") and position is not None}
    asked = next((each for each in form.questions() if each.name == form.respondent), None)
    return ColumnPlan({}, roles, roles.get("submission") if asked else None, tuple(fates), tuple(problems))


def _first(sheet: ExportSheet, headings: tuple[str, ...]) -> int | None:
    return next((position for heading in headings if (position := sheet.at(heading)) is not None), None)


def melt_long(sheet: ExportSheet, index: QuestionIndex) -> Melted:
    """Understand every answer of a long table by the question that its row names."""
    items, answers = _first(sheet, ITEM), _first(sheet, ANSWER)
    named = sheet.cells.iloc[:, items]
    parts: list[tuple[np.ndarray, int, str, np.ndarray]] = []
    faulty = np.zeros(len(sheet.cells), dtype=bool)
    problems: list[Problem] = []
    filled = sheet.cells.iloc[:, answers].notna().to_numpy()
    nameless = named.isna().to_numpy() & filled
    if nameless.any():
        faulty |= nameless
        fault = Fault("no-item", "The answer belongs to no item. Name it.")
        problems.append(replace(cell_problem(sheet, items, "", fault, np.flatnonzero(nameless)), found=""))
    for item, places in named.groupby(named, sort=False).indices.items():
        lines = places[filled[places]]
        targets = targets_of(index, [str(item)])
        if len(targets) != 1:
            faulty[places] = True
            problems.append(cell_problem(sheet, items, str(item), _no_item(index, str(item)), places))
            continue
        question = targets[0].question
        understood = meaning_of(question)
        texts, distinct = pd.factorize(sheet.cells.iloc[lines, answers])
        for number, text in enumerate(distinct):
            chosen, meaning = lines[texts == number], understood(str(text))
            if isinstance(meaning, Fault):
                faulty[chosen] = True
                advice = f"{question.item}: {meaning.advice}"
                problems.append(cell_problem(sheet, answers, str(text), replace(meaning, advice=advice), chosen))
            else:
                order = index.order[question.name] * _ROOM
                parts += [
                    (chosen, order + nth, question.item, np.full(len(chosen), code, dtype=object)) for nth, code in enumerate(meaning)
                ]
    return _melted(parts, faulty, problems)


def _no_item(index: QuestionIndex, item: str) -> Fault:
    near = index.nearest(item)
    return Fault("unknown-item", "The form has no such item." + (f" The nearest name is '{near}'." if near else ""))


def _melted(parts: list, faulty: np.ndarray, problems: list[Problem]) -> Melted:
    def joined(arrays: list[np.ndarray], kind) -> np.ndarray:
        return np.concatenate(arrays) if arrays else np.empty(0, dtype=kind)

    return Melted(
        joined([lines for lines, _, _, _ in parts], np.int64),
        joined([np.full(len(lines), order, dtype=np.int64) for lines, order, _, _ in parts], np.int64),
        joined([np.full(len(lines), item, dtype=object) for lines, _, item, _ in parts], object),
        joined([codes for _, _, _, codes in parts], object),
        faulty,
        tuple(problems),
    )

"""The loaded sheets of an export to the long response table, with an account of every column and row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from diagnostics.definitions.form import Form
from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.intake.exports import own_form, plain
from diagnostics.intake.exports.account import COLUMNS, ColumnFate, Reading, RowFate
from diagnostics.intake.exports.columns import ColumnPlan, heading_shown, plan_columns
from diagnostics.intake.exports.joining import Origin, origins
from diagnostics.intake.exports.layout import Layout
from diagnostics.intake.exports.long_table import melt_long, plan_long
from diagnostics.intake.exports.matching import QuestionIndex
from diagnostics.intake.exports.melting import Melted, melt
from diagnostics.intake.exports.recognise import Recognised
from diagnostics.intake.exports.sheets import ExportSheet, Loaded
from diagnostics.intake.grid import Place, column_letter

_TEXTS = dict.fromkeys((*COLUMNS[:5], "sheet"), "str")
_OTHER_FORM = "no column of the sheet belongs to the form, or far fewer than of another sheet"
LEAST_OF_BEST = 0.5  # share of the questions of the fullest sheet that another one needs to be read as answers, ours


@dataclass(frozen=True)
class _Read:
    """One sheet on its way: ``tidied`` are rows taken away, by reason."""

    sheet: ExportSheet
    plan: ColumnPlan
    melted: Melted
    tidied: dict[str, int]


def read_loaded(form: Form, index: QuestionIndex, loaded: Loaded, seen: Recognised, name: str) -> Reading:
    """Read an export whose sheets are loaded and whose program is known.

    Args:
        form: what was asked.
        index: its questions.
        loaded: the sheets of the export, and warnings about its files.
        seen: the program, and how it was seen.
        name: what to call the export in messages.

    Raises:
        BadInput: no column belongs to the form.
    """
    layout = seen.layout
    is_long = layout in (plain.LONG, own_form.LAYOUT)
    read, unread, beside = [], [], _beside(loaded.sheets, layout, index, form)
    for sheet in loaded.sheets:
        done = None if sheet.hidden or sheet.place in beside else _read_sheet(sheet, layout, index, form, is_long)
        read += [done] if done else []
        unread += [] if done else [sheet]
    if not read:
        raise BadInput([*loaded.problems, *(_no_match(sheet, form) for sheet in unread if not sheet.hidden)] or [_hidden(name)])
    origin = origins([each.sheet for each in read], [each.plan for each in read], layout, form)
    problems = [*loaded.problems, *(problem for each in read for problem in (*each.plan.problems, *each.melted.problems))]
    problems += [problem for each in origin for problem in each.problems]
    columns = [fate for each in read for fate in each.plan.fates] + [fate for sheet in unread for fate in _unread_columns(sheet)]
    rows = [fate for each, who in zip(read, origin, strict=True) for fate in _row_fates(each, who)]
    rows += [fate for sheet in unread for fate in _unread_rows(sheet)]
    answers = _answers(read, origin)
    asked = set(answers["item"]) if is_long else {target.question.item for each in read for target in each.plan.targets.values()}
    unasked = _unasked(form, asked)
    return Reading(form.id, layout.kind, seen.reason, answers, tuple(columns), tuple(rows), unasked, tuple(problems))


def _unasked(form: Form, asked: set[str]) -> tuple[str, ...]:
    questions = [question for question in form.questions() if question.type != "note" and question.name != form.respondent]
    return tuple(question.item for question in questions if question.item not in asked)


def _read_sheet(sheet: ExportSheet, layout: Layout, index: QuestionIndex, form: Form, is_long: bool) -> _Read | None:
    sheet, tidied = layout.tidy(sheet) if layout.tidy else (sheet, {})
    if is_long:
        return _Read(sheet, plan_long(sheet, layout, form), melt_long(sheet, index), dict(tidied))
    plan = plan_columns(sheet, layout, index, form)
    judged_useless = not plan.targets and not any(fate.fate == "problem" for fate in plan.fates)
    if judged_useless and plan.respondent is None and not _holds_keys(sheet, layout):
        return None
    return _Read(sheet, plan, melt(sheet, plan, index, layout.unanswered), dict(tidied))


def _beside(sheets: Sequence[ExportSheet], layout: Layout, index: QuestionIndex, form: Form) -> set[Place]:
    """Sheets of a workbook of no program that only look like answers, such as a codebook: far fewer questions than another sheet."""
    if layout is not plain.WIDE or len(sheets) == 1:
        return set()
    matched = {sheet.place: len(plan_columns(sheet, layout, index, form).targets) for sheet in sheets if not sheet.hidden}
    most = max(matched.values(), default=0)
    return {place for place, count in matched.items() if count < most * LEAST_OF_BEST}


def _holds_keys(sheet: ExportSheet, layout: Layout) -> bool:
    """Whether rows of repeated parts may belong to a sheet that itself answers nothing."""
    return layout.child_parent is not None and sheet.at(layout.child_parent[1]) is not None


def _no_match(sheet: ExportSheet, form: Form) -> Problem:
    names = ", ".join(question.name for question in list(form.questions())[:8])
    advice = f"No column belongs to the form '{form.id}'. Name the form that was filled in, or export with names instead of labels."
    return sheet.place.problem("another-form", advice, allowed=f"{names} ...")


def _hidden(name: str) -> Problem:
    return Problem(name, "Only hidden sheets are filled. Show them, and save the workbook again.", "hidden-sheet")


def _answers(read: Sequence[_Read], origin: Sequence[Origin]) -> pd.DataFrame:
    tables = []
    for each, who in zip(read, origin, strict=True):
        kept = ~who.lost()[each.melted.line]
        line, order = each.melted.line[kept], each.melted.order[kept]
        sorting = np.lexsort((order, line))
        line = line[sorting]
        table = pd.DataFrame(
            {
                "respondent": _repeated(who.respondent, line),
                "item": pd.Categorical(each.melted.item[kept][sorting]),
                "answer": pd.Categorical(each.melted.answer[kept][sorting]),
                "submitted_at": _repeated(who.submitted_at, line),
                "form_version": _repeated(who.form_version, line),
                "row": each.sheet.rows[line].astype("int64"),
                "sheet": pd.Categorical([each.sheet.place.sheet or ""]).take(np.zeros(len(line), dtype="int64")),
            }
        )
        tables.append(table)
    joined = (
        tables[0]
        if len(tables) == 1
        else pd.concat([table.astype(dict.fromkeys(COLUMNS[:5], "str") | {"sheet": "str"}) for table in tables])
    )
    return joined[list(COLUMNS)].reset_index(drop=True)


def _repeated(values: pd.Series, line: np.ndarray) -> pd.Categorical:
    """The value of each answer's line; millions of them cost no more than their numbers."""
    places, distinct = pd.factorize(values)
    return pd.Categorical.from_codes(places[line], categories=pd.Index(distinct, dtype="str"))


def _row_fates(read: _Read, who: Origin) -> list[RowFate]:
    """Each row once: with a problem, used, empty, or without an answer."""
    cells = read.sheet.cells
    answered = np.zeros(len(cells), dtype=bool)
    answered[read.melted.line] = True
    empty = ~cells.notna().any(axis=1).to_numpy()
    wrong = read.melted.faulty | (who.lost() & ~empty)
    counts = [
        ("problem", "a cell that is no answer, or a row that belongs to no submission", wrong),
        ("used", "holds answers", answered & ~wrong),
        ("ignored", "empty row", empty & ~wrong),
        ("ignored", "row without an answer", ~answered & ~wrong & ~empty),
    ]
    place = read.sheet.place
    fates = [RowFate(place.file, place.sheet, fate, why, int(rows.sum())) for fate, why, rows in counts if rows.any()]
    fates += [RowFate(place.file, place.sheet, "ignored", why, count) for why, count in read.tidied.items()]
    above = read.sheet.above()
    return fates + ([RowFate(place.file, place.sheet, "ignored", "stands above the headings", above)] if above else [])


def _unread_columns(sheet: ExportSheet) -> list[ColumnFate]:
    why = "hidden sheet" if sheet.hidden else _OTHER_FORM
    place, count = (sheet.place.file, sheet.place.sheet), len(sheet.headings)
    return [ColumnFate(*place, column_letter(each), heading_shown(sheet, each), "ignored", why) for each in range(count)]


def _unread_rows(sheet: ExportSheet) -> list[RowFate]:
    why = "hidden sheet" if sheet.hidden else _OTHER_FORM
    count = len(sheet.cells) + sheet.above()
    return [RowFate(sheet.place.file, sheet.place.sheet, "ignored", why, count)] if count else []


def merged(readings: Sequence[Reading], problems: Sequence[Problem] = ()) -> Reading:
    """Several readings of one form as one, such as a folder of filled-in workbooks."""
    first = readings[0]
    answers = pd.concat([each.answers.astype(_TEXTS) for each in readings], ignore_index=True)
    found = set(answers["item"])
    return replace(
        first,
        answers=answers,
        columns=tuple(fate for each in readings for fate in each.columns),
        rows=tuple(fate for each in readings for fate in each.rows),
        unasked=tuple(item for item in first.unasked if item not in found and all(item in each.unasked for each in readings)),
        problems=(*problems, *(problem for each in readings for problem in each.problems)),
    )

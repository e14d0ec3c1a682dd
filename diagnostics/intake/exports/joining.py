"""Who answered each row of each sheet, and when: by the row itself, or by the row above it that a repeated part belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from diagnostics.definitions.form import Form
from diagnostics.definitions.problems import Problem
from diagnostics.intake.exports.answers import moment_of
from diagnostics.intake.exports.columns import ColumnPlan
from diagnostics.intake.exports.layout import Layout
from diagnostics.intake.exports.melting import rows_shown
from diagnostics.intake.exports.respondents import duplicate_problems, named_respondents
from diagnostics.intake.exports.sheets import ExportSheet

DEEPEST = 10  # parts within parts; XLSForms have three or four at most


@dataclass(frozen=True)
class Origin:
    """Who and when, for each line of a sheet; null where the row it belongs to was not found.

    Attributes:
        respondent, submitted_at, form_version: text, by line.
        problems: about respondents, repeated submissions and rows that belong to none.
    """

    respondent: pd.Series
    submitted_at: pd.Series
    form_version: pd.Series
    problems: tuple[Problem, ...] = ()

    def lost(self) -> np.ndarray:
        """The lines that belong to no submission."""
        return self.respondent.isna().to_numpy()


def origins(sheets: Sequence[ExportSheet], plans: Sequence[ColumnPlan], layout: Layout, form: Form) -> list[Origin]:
    """Say for every row of every sheet who answered it.

    Args:
        sheets: the sheets that are read.
        plans: what their columns are, in the same order.
        layout: the program.
        form: the form, for the question that says who answers.
    """
    found: dict[int, Origin] = {
        number: _own(sheet, plans[number], form) for number, sheet in enumerate(sheets) if not layout.is_child(sheet) or len(sheets) == 1
    }
    for _ in range(DEEPEST):
        for number, sheet in enumerate(sheets):
            above = _above(sheets, number, layout, found) if number not in found else None
            if above is not None:
                found[number] = _inherited(sheet, sheets[above], found[above], layout)
    return [found.get(number) or _orphans(sheet) for number, sheet in enumerate(sheets)]


def _own(sheet: ExportSheet, plan: ColumnPlan, form: Form) -> Origin:
    respondents, problems = named_respondents(sheet, plan, form)
    empty = pd.Series("", index=sheet.cells.index, dtype="str")

    def role(name: str) -> pd.Series:
        return sheet.cells.iloc[:, plan.roles[name]].fillna("") if name in plan.roles else empty

    moments = role("submitted_at")
    moments = moments.map({text: moment_of(text) if text else "" for text in moments.unique()})
    return Origin(respondents, moments, role("form_version"), (*problems, *duplicate_problems(sheet, respondents, plan)))


def _above(sheets: Sequence[ExportSheet], number: int, layout: Layout, found: dict[int, Origin]) -> int | None:
    """The sheet whose rows a repeated part belongs to: the one it names, or the one that has its keys."""
    child, key = layout.child_parent or ("", "")
    named = sheets[number].column(layout.parent_sheet) if layout.parent_sheet else None
    wanted = set() if named is None else {str(name)[:31] for name in named.dropna().unique()}  # Excel cuts names of sheets
    pointers = set(sheets[number].column(child).dropna().unique())
    candidates = [other for other in found if other != number and sheets[other].at(key) is not None]
    by_name = [other for other in candidates if (sheets[other].place.sheet or "") in wanted]
    if by_name:
        return by_name[0]
    held = {other: len(pointers & set(sheets[other].column(key).dropna().unique())) for other in candidates}
    best = max(held, key=lambda other: held[other], default=None)
    return best if best is not None and (held[best] or not pointers) else None


def _inherited(sheet: ExportSheet, above: ExportSheet, origin: Origin, layout: Layout) -> Origin:
    child, key = layout.child_parent or ("", "")
    keys = above.column(key)
    lines = pd.Series(np.arange(len(keys)), index=keys).loc[lambda each: each.index.notna() & ~each.index.duplicated()]
    places = sheet.column(child).map(lines)
    taken = places.fillna(-1).astype("int64").to_numpy()
    is_lost = taken < 0

    def of_above(values: pd.Series) -> pd.Series:
        texts = np.append(values.to_numpy(dtype=object), None)  # -1 takes the last
        return pd.Series(texts[taken], dtype="str")

    problems = (_lost_problem(sheet, sheet.rows[is_lost], child),) if is_lost.any() else ()
    return Origin(of_above(origin.respondent), of_above(origin.submitted_at), of_above(origin.form_version), problems)


def _orphans(sheet: ExportSheet) -> Origin:
    nobody = pd.Series([None] * len(sheet.cells), dtype="str")
    problems = (_lost_problem(sheet, sheet.rows, None),) if len(sheet.cells) else ()
    return Origin(nobody, nobody, nobody, problems)


def _lost_problem(sheet: ExportSheet, rows: np.ndarray, column: str | None) -> Problem:
    advice = (
        f"Nothing in the export is what these belong to: {rows_shown(rows)}. Export all sheets together, and none of them sorted alone."
    )
    shown_column = column.replace("\x1f", "") if column else None
    return sheet.place.problem("lost-row", advice, shown_column, row=int(rows[0]))

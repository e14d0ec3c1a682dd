"""The kit's own Excel form, filled in. Two hidden sheets say where each answer stands, so neither language nor labels matter.

``diagnostics/intake/form_sheets.py`` describes these sheets: ``_form`` with the place of every answer, ``_lists`` with what the
drop-down lists show and its codes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from diagnostics.definitions.form import Form
from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.intake.exports.layout import Layout
from diagnostics.intake.exports.sheets import ExportSheet, Loaded
from diagnostics.intake.forms.form_sheets import FORM_SHEET, LISTS_SHEET
from diagnostics.intake.grid import Place

_HEADINGS = ("item", "answer", "respondent", "form_version")
LAYOUT = Layout(kind="the kit's own Excel form", submission=("respondent",), form_version=("form_version",))


@dataclass(frozen=True)
class _Filled:
    """One workbook: the cells of its sheets, and what its hidden sheets say."""

    file: str
    sheets: Mapping[str, pd.DataFrame]
    about: Mapping[str, str]
    places: pd.DataFrame
    codes: Mapping[str, str]


def recognised(sheets: Sequence[ExportSheet]) -> str | None:
    """Why this is a form of the kit; none where it is not."""
    return f"It has the hidden sheet {FORM_SHEET}." if any(sheet.place.sheet == FORM_SHEET for sheet in sheets) else None


def as_long_sheets(sheets: Sequence[ExportSheet], form: Form, unnamed: str) -> Loaded:
    """The answers of one filled-in workbook as long tables, one a sheet: item, answer, respondent, form version.

    Args:
        sheets: all sheets of the workbook.
        form: the form that it should be.
        unnamed: the respondent where no code is filled in.

    Raises:
        BadInput: the workbook is of another form, or its hidden sheets were changed.
    """
    filled = _filled(sheets)
    if filled.about.get("form_id") != form.id:
        advice = f"This workbook is a form of '{filled.about.get('form_id', '')}', not of '{form.id}'. Name the form that was sent out."
        raise BadInput([Problem(filled.file, advice, "another-form", found=filled.about.get("form_id", ""), allowed=form.id)])
    answers = _answers(filled, form)
    who = answers.loc[answers["name"] == form.respondent, "answer"].dropna()
    version = filled.about.get("version", "")
    kept = answers[answers["name"] != form.respondent]
    long = []
    for sheet, rows in kept.groupby("sheet", sort=False):
        cells = pd.DataFrame({0: rows["item"], 1: rows["answer"], 2: who.iloc[0] if len(who) else unnamed, 3: version}, dtype="str")
        place = Place(filled.file, str(sheet))
        long.append(ExportSheet(place, _HEADINGS, cells.reset_index(drop=True), rows["row"].to_numpy(dtype="int64")))
    return Loaded(tuple(long), (*_about_version(filled, form, version), *_about_respondent(filled, form, len(who))))


def _about_version(filled: _Filled, form: Form, version: str) -> list[Problem]:
    if version == form.version:
        return []
    advice = "The form was sent out in another version of the questionnaire. Check that what was asked has not changed."
    return [Problem(filled.file, advice, "form-version", found=version, allowed=form.version, severity="warning")]


def _about_respondent(filled: _Filled, form: Form, named: int) -> list[Problem]:
    question = next((each for each in form.questions() if each.name == form.respondent), None)
    if named or question is None:
        return []
    advice = "No respondent's code is filled in. Write one, such as WG-07, into the form."
    severity = "error" if question.required else "warning"
    return [Problem(filled.file, advice, "no-respondent", column=question.item, severity=severity)]


def _filled(sheets: Sequence[ExportSheet]) -> _Filled:
    whole = {sheet.place.sheet or "": sheet.whole() for sheet in sheets}
    file = sheets[0].place.file
    notes = whole[FORM_SHEET]
    starts = np.flatnonzero((notes.iloc[:, 0] == "item").to_numpy())
    if not len(starts) or notes.shape[1] < 6:
        advice = f"The hidden sheet {FORM_SHEET} was changed, so nobody can tell where the answers stand. Fill in the form as it was sent."
        raise BadInput([Problem(file, advice, "changed-form", sheet=FORM_SHEET)])
    head = notes.iloc[: starts[0]].dropna(subset=[0])
    places = notes.iloc[starts[0] + 1 :, :6].set_axis(["item", "name", "sheet", "row", "column", "last_row"], axis=1)
    return _Filled(file, whole, dict(zip(head[0], head[1].fillna(""), strict=True)), places, _codes(whole.get(LISTS_SHEET)))


def _codes(lists: pd.DataFrame | None) -> dict[str, str]:
    """The code behind each text of a drop-down list; a text that stands for several codes is left to the question's own options."""
    pairs: dict[str, set[str]] = {}
    for position in range(0, 0 if lists is None else lists.shape[1] - 1, 2):
        column = lists.iloc[1:, [position, position + 1]].dropna()
        for shown, code in column.itertuples(index=False):
            pairs.setdefault(shown, set()).add(code)
    return {shown: next(iter(codes)) for shown, codes in pairs.items() if len(codes) == 1}


def _answers(filled: _Filled, form: Form) -> pd.DataFrame:
    """One row a cell that may be answered: item, name, answer (null = empty), sheet, row."""
    options = {question.name: set(question.codes()) for question in form.questions()}
    rows = []
    for place in filled.places.itertuples(index=False):
        cells = filled.sheets.get(place.sheet)
        first = int(place.row)
        last = first if pd.notna(place.last_row) else 0 if cells is None else len(cells)
        for row in range(first, max(first, last) + 1):
            text = _cell(cells, row, _position(place.column))
            code = filled.codes.get(text or "")
            answer = code if code in options.get(place.name, ()) else text
            rows.append((place.item, place.name, answer, place.sheet, row))
    table = pd.DataFrame(rows, columns=["item", "name", "answer", "sheet", "row"])
    return table.sort_values("row", kind="stable")


def _cell(cells: pd.DataFrame | None, row: int, column: int) -> str | None:
    if cells is None or row > len(cells) or column >= cells.shape[1]:
        return None
    text = cells.iat[row - 1, column]
    return None if pd.isna(text) else str(text)


def _position(letters: str) -> int:
    position = 0
    for letter in letters:
        position = position * 26 + ord(letter) - ord("A") + 1
    return position - 1

"""Who answers: a code where the form asks for one, otherwise the submission's id. Names and addresses are never shown."""

from __future__ import annotations

import re

import pandas as pd

from diagnostics.definitions.form import Form
from diagnostics.definitions.problems import Problem
from diagnostics.intake.exports.columns import ColumnPlan, heading_shown
from diagnostics.intake.exports.melting import rows_shown
from diagnostics.intake.exports.sheets import ExportSheet

MOST_NAMED = 20  # respondents with several submissions that are reported one by one


def named_respondents(sheet: ExportSheet, plan: ColumnPlan, form: Form) -> tuple[pd.Series, list[Problem]]:
    """The respondent of each line, and what is wrong with their codes."""
    problems: list[Problem] = []
    ids = sheet.cells.iloc[:, plan.roles["submission"]] if "submission" in plan.roles else None
    numbered = pd.Series([f"row-{row}" for row in sheet.rows], index=sheet.cells.index, dtype="str")
    fallback = numbered if ids is None else ids.where(ids.notna(), numbered)
    if plan.respondent is None:
        if ids is None and len(numbered):
            advice = "The export has no column that says who answers, so respondents are numbered by their rows."
            problems.append(sheet.place.problem("respondents-numbered", advice, severity="warning"))
        return fallback, problems
    codes = sheet.cells.iloc[:, plan.respondent]
    column = heading_shown(sheet, plan.respondent)
    problems += _not_codes(sheet, codes, column, form)
    unnamed = codes.isna() & sheet.cells.notna().any(axis=1)
    if unnamed.any():
        rows = rows_shown(sheet.rows[unnamed.to_numpy()])
        instead = "their rows" if ids is None else "the ids of their submissions"
        advice = f"No respondent's code stands in {rows}. They are told apart by {instead}."
        problems.append(sheet.place.problem("no-respondent", advice, column, severity="warning"))
    return codes.where(codes.notna(), fallback), problems


def _not_codes(sheet: ExportSheet, codes: pd.Series, column: str, form: Form) -> list[Problem]:
    """Codes that do not look as the form asks for them, which may be names: their rows are told, never what stands there."""
    question = next(each for each in form.questions() if each.name == form.respondent)
    pattern = re.compile(question.pattern) if question.pattern else re.compile(r"[^@]*")
    refused = [code for code in codes.dropna().unique() if pattern.fullmatch(code) is None]
    wrong = codes.isin(refused).to_numpy()
    if not wrong.any():
        return []
    advice = f"This is no code, and may be a name, in {rows_shown(sheet.rows[wrong])}. Write a code such as WG-07 for each respondent."
    return [sheet.place.problem("not-a-code", advice, column, row=int(sheet.rows[wrong][0]))]


def duplicate_problems(sheet: ExportSheet, respondents: pd.Series, plan: ColumnPlan) -> list[Problem]:
    """A warning for each respondent with several submissions. Both are kept: one may answer for two sides or in two rounds."""
    answered = sheet.cells.iloc[:, list(plan.targets)].notna().any(axis=1) if plan.targets else pd.Series(False, index=sheet.cells.index)
    again = respondents[answered]
    again = again[again.duplicated(keep=False)]
    groups = [sheet.rows[again.index.to_numpy()[places]] for places in again.groupby(again, sort=False).indices.values()]
    problems = []
    for number, rows in enumerate(groups):
        if number == MOST_NAMED:
            advice = f"Another {len(groups) - MOST_NAMED} respondents have several submissions as well."
            problems.append(sheet.place.problem("submitted-again", advice, row=None, severity="warning"))
            break
        advice = f"One respondent has {len(rows)} submissions, in {rows_shown(rows)}. All are kept: take out those that do not count."
        problems.append(sheet.place.problem("submitted-again", advice, row=int(rows[-1]), severity="warning"))
    return problems

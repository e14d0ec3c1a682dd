"""``hrm-review survey``: figures of a survey by group of people, from a file of answers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from diagnostics.definitions.base import nearest
from diagnostics.definitions.problems import Problem, WrongCall, errors, refuse_errors
from diagnostics.definitions.standard_loading import load_standard
from diagnostics.intake.answer_files import COLUMNS, read_table_file, refuse_form, write_scores
from diagnostics.intake.respondents import differing_rows, respondent_of
from diagnostics.scoring import check_answers
from diagnostics.scoring.surveys.subgroups import survey_figures


@dataclass(frozen=True)
class SurveyFigures:
    """Figures of a survey.

    Attributes:
        figures: the table of ``survey_figures``.
        title: standard, version and grouping.
        warnings: what had to be guessed in reading the answers.
    """

    figures: pd.DataFrame
    title: str
    warnings: tuple[Problem, ...]


def survey_file(standard: str, answers: Path, by: str | None, threshold: int, out: Path | None = None) -> SurveyFigures:
    """Work out what a survey says of everybody and of each group.

    Args:
        standard: a bundled standard's id, or the path of a YAML file.
        answers: CSV or Parquet.
        by: the column of the groups, however its heading is capitalised; None for everybody alone.
        threshold: people; figures of fewer are withheld, and what would give them away.
        out: where the table goes, CSV or Parquet.

    Raises:
        BadInput: the standard or the answers are at fault, with every problem; nothing is written.
        WrongCall: a threshold below 1, a standard without survey items, a place that cannot take a table.
    """
    if threshold < 1:
        raise WrongCall(f"--threshold {threshold}: a number of people, so at least 1.")
    if out is not None:
        refuse_form(out)
        if out.exists() and answers.exists() and out.samefile(answers):
            raise WrongCall("The figures would be written over the answers. Name another file.")
    definition, file = load_standard(standard), read_table_file(answers)
    column = by.strip().lower() if by else None
    problems = [*file.warnings, *check_answers(file.table, definition, answers.name), *_about_people(file.table, column, answers.name)]
    refuse_errors(problems)
    figures = survey_figures(file.table, definition, column, threshold, answers.name)
    if out is not None:
        write_scores(figures, out)
    title = f"{definition.id} {definition.version}" + (f", by {column}" if column else "")
    return SurveyFigures(figures, title, tuple(problems))


def _about_people(table: pd.DataFrame, by: str | None, file: str) -> list[Problem]:
    """Whether people are told apart, and the grouping is there and belongs to people, not to answers."""
    if "item" not in table or "assessment" not in table:
        return []  # said already
    respondent, problems = respondent_of(table, file)
    if by is not None and by not in table:
        others = [column for column in table.columns if column not in COLUMNS]
        near = nearest(by, others)
        hint = f"Did you mean '{near}'?" if near else "Name another one."
        advice = f"The answers have no column of this name to group by. {hint}"
        problems.append(Problem(file, advice, "missing-column", row=1, column=by, allowed=", ".join(others) or None))
    elif by in COLUMNS:
        advice = "This column is about answers, not about people. Group by another one, such as unit."
        problems.append(Problem(file, advice, "not-a-group", row=1, column=by))
    if not errors(problems):
        problems += differing_rows(table, respondent, [column for column in (by, "weight") if column in table], file)
    return problems

"""An export that came back, to a file that the other commands take."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from diagnostics.definitions.form import Form
from diagnostics.definitions.problems import BadInput, Problem, WrongCall, errors
from diagnostics.intake.exports.account import Reading
from diagnostics.intake.exports.handover import to_answers, to_responses, to_survey, with_column
from diagnostics.intake.exports.reading import read_export
from diagnostics.intake.exports.writing import refuse_ending, write_answers
from diagnostics.intake.forms.form_building import load_form
from diagnostics.intake.forms.xlsform_reading import XLSFORM_ENDINGS, read_xlsform

LARGE = 10
"""How many times the ordinary size a workbook may have that a person calls large."""
TABLES = ("long", "responses", "survey", "answers")
"""What an export may become: the long response table, a mission's data set, or the ANSWERS of ``hrm-review score``."""


def named_form(name: str) -> Form:
    """The form that a command names: a bundled questionnaire's id, a YAML file, or an XLSForm file. Raises ``BadInput``."""
    path = Path(name)
    return read_xlsform(path) if path.suffix.lower() in XLSFORM_ENDINGS else load_form(name)


def read_export_file(
    form: str,
    export: Path,
    out: Path,
    to: str = "long",
    assessment: str | None = None,
    by: str | None = None,
    large: bool = False,
) -> Reading:
    """Read an export and write its answers. Nothing is written where a problem is an error.

    Args:
        form: a questionnaire's id, a YAML file or an XLSForm.
        export: the file or folder that came back.
        out: the CSV or Parquet file to write.
        to: one of ``TABLES``.
        assessment: name of the assessment, for ``answers``; the export's name by default.
        by: the column that tells several assessments apart, for ``answers``.
        large: take a workbook of up to ten times the ordinary size.

    Returns:
        The account. Where it holds errors, the caller tells them and nothing was written.

    Raises:
        BadInput: the form or the export cannot be read, or the export does not give this table.
        WrongCall: options that do not belong together, or a place that cannot be written to.
    """
    if (assessment or by) and to != "answers":
        raise WrongCall("--assessment and --by belong to --to answers.")
    if assessment and by:
        raise WrongCall("--assessment names one assessment, --by takes their names from a column: give one of the two.")
    refuse_ending(out)
    asked = named_form(form)
    asked = with_column(asked, by) if by else asked
    reading = read_export(asked, export, times=LARGE if large else 1)
    if errors(reading.problems):
        return reading
    if reading.answers.empty:
        advice = "No answer stands in the export. Check that it is the right one."
        raise BadInput([*reading.problems, Problem(export.name, advice, "no-answers")])
    write_answers(_table(reading, asked, to, assessment or export.stem, by), out)
    return reading


def _table(reading: Reading, form: Form, to: str, assessment: str, by: str | None) -> pd.DataFrame:
    if to == "responses":
        return to_responses(reading, form)
    if to == "survey":
        return to_survey(reading, form)
    return to_answers(reading, form, assessment, by) if to == "answers" else reading.answers

"""``hrm-review score``: the scoring engine alone, from a file of answers to a file of scores."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from pathlib import Path

import pandas as pd

from diagnostics.definitions.problems import Problem, WrongCall, refuse_errors
from diagnostics.definitions.standard_loading import bundled_standards, load_standard
from diagnostics.intake.answer_files import read_table_file, refuse_form, write_scores
from diagnostics.scoring import check_answers, score_answers
from diagnostics.scoring.comparing.benchmark import median_of_units

TABLES = (".csv", ".tsv", ".txt", ".parquet", ".xlsx", ".xlsm")


def score_files(standard: str, answers: Path, out: Path, tell: Callable[[Iterable[Problem]], None]) -> pd.DataFrame:
    """Score a file of answers.

    Args:
        standard: a bundled standard's id, or the path of a standard's YAML file.
        answers: CSV or Parquet.
        out: where the scores go, CSV or Parquet by the ending; written beside its place and moved into it.
        tell: what to do with warnings, which do not stop the scoring.

    Returns:
        The scores that were written.

    Raises:
        BadInput: the standard or the answers are at fault, with every problem; nothing is written.
        WrongCall: ``out`` cannot take scores, or the standard and the answers have changed places.
    """
    refuse_form(out)
    _refuse_swapped(standard, answers)
    if out.exists() and answers.exists() and out.samefile(answers):
        raise WrongCall("The scores would be written over the answers. Name another file.")
    definition = load_standard(standard)
    file = read_table_file(answers)
    problems = [*file.warnings, *check_answers(file.table, definition, answers.name)]
    refuse_errors(problems)
    tell(problems)
    scores = score_answers(file.table, definition)
    write_scores(scores, out)
    return scores


def _refuse_swapped(standard: str, answers: Path) -> None:
    """A table where the standard belongs, or a standard where the answers belong, is a slip that reading would only obscure."""
    is_table = Path(standard).suffix.lower() in TABLES
    is_standard = answers.suffix.lower() in (".yaml", ".yml") or (str(answers) in bundled_standards() and not answers.exists())
    call = "hrm-review score STANDARD ANSWERS --out SCORES"
    if is_table and is_standard:
        raise WrongCall(f"The standard and the answers have changed places. Write first '{answers}', then '{standard}': {call}")
    if is_table:
        raise WrongCall(f"'{standard}' is a table, and the standard comes first: {call}")
    if is_standard:
        raise WrongCall(f"'{answers}' is a standard, and the answers come second: {call}")


def write_benchmark(scores: pd.DataFrame, out: Path, leave_out: Collection[str]) -> None:
    """Write the median and upper quartile over all assessments. Raises ``WrongCall`` for an assessment that is not there."""
    refuse_form(out)
    unknown = sorted(set(leave_out) - set(scores["assessment"]))
    if unknown:
        raise WrongCall(f"--leave-out {unknown[0]}: the answers hold no assessment of this name.")
    write_scores(median_of_units(scores, leave_out), out)

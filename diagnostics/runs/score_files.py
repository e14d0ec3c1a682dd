"""``hrm-review score``: the scoring engine alone, from a file of answers to a file of scores."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from diagnostics.definitions.problems import Problem, WrongCall, refuse_errors
from diagnostics.definitions.standard_loading import load_standard
from diagnostics.intake.answer_files import read_answers, refuse_form, write_scores
from diagnostics.scoring import check_answers, score_answers


def score_files(standard: str, answers: Path, out: Path, tell: Callable[[Iterable[Problem]], None]) -> int:
    """Score a file of answers.

    Args:
        standard: a bundled standard's id, or the path of a standard's YAML file.
        answers: CSV or Parquet.
        out: where the scores go, CSV or Parquet by the ending; written beside its place and moved into it.
        tell: what to do with warnings, which do not stop the scoring.

    Returns:
        The number of rows written.

    Raises:
        BadInput: the standard or the answers are at fault, with every problem; nothing is written.
        WrongCall: ``out`` cannot take scores.
    """
    refuse_form(out)
    if out.exists() and answers.exists() and out.samefile(answers):
        raise WrongCall("The scores would be written over the answers. Name another file.")
    definition = load_standard(standard)
    table = read_answers(answers)
    problems = check_answers(table, definition, answers.name)
    refuse_errors(problems)
    tell(problems)
    scores = score_answers(table, definition)
    write_scores(scores, out)
    return len(scores)

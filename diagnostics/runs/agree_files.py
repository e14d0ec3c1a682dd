"""``hrm-review agree``: agreement and reliability of a file of answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pandas as pd

from diagnostics.definitions.problems import Problem, WrongCall
from diagnostics.definitions.standard import Standard
from diagnostics.definitions.standard_loading import load_standard
from diagnostics.intake.answer_files import read_table_file
from diagnostics.scoring.reliability.agreement import MEASURES, agree_table


def agree_files(
    answers: Path, measure: str, standard: str | None = None, tell: Callable[[Iterable[Problem]], None] | None = None
) -> pd.DataFrame:
    """Work out one coefficient for each assessment of a file.

    Args:
        answers: CSV or Parquet: assessment, item, answer, respondent.
        measure: one of ``MEASURES``.
        standard: a bundled standard's id or a YAML file whose scales turn codes into numbers; without it answers are numbers.
        tell: takes warnings about the file.

    Returns:
        The table of ``agree_table``.

    Raises:
        BadInput: every row that cannot be read. WrongCall: an unknown measure, or scales that contradict each other.
    """
    if measure not in MEASURES:
        raise WrongCall(f"--measure {measure}: there is no such measure. Known: {', '.join(MEASURES)}")
    codes = _codes(load_standard(standard)) if standard else None
    file = read_table_file(answers)
    if tell:
        tell(file.warnings)
    return agree_table(file.table, measure, codes=codes, file=answers.name)


def _codes(standard: Standard) -> dict[str, float | None]:
    """The number of each code of a standard's items; None where a code is no answer."""
    codes: dict[str, float | None] = {}
    for leaf in standard.leaves():
        scale = standard.scale_of(leaf)
        values = scale.values()
        given: dict[str, float | None] = {**values, **{code: values.get(scale.read_as(code)) for code in scale.same_as}}
        given |= dict.fromkeys(code for code, state in scale.special_codes().items() if state != "dont-know")
        for code, value in given.items():
            if codes.setdefault(code, value) != value:
                raise WrongCall(f"The code '{code}' means different numbers on different scales of {standard.id}: score them apart.")
    return codes


def agreement_lines(table: pd.DataFrame) -> list[str]:
    """One line an assessment, as the terminal shows it: the coefficient, its interval, what was counted, and what to know."""
    lines = []
    for row in table.itertuples():
        value = "undefined" if pd.isna(row.value) else f"{row.value:.3f}"
        interval = "" if pd.isna(row.lower) else f", 95 % interval {row.lower:.3f} to {row.upper:.3f}"
        note = f". {row.note}" if row.note else ""
        lines.append(f"{row.assessment}: {row.measure} {value}{interval}; {row.raters} raters, {row.targets} targets{note}")
    return lines

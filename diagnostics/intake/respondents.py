"""Who answered: respondents of a table in which each stands on one row, or on one row for every answer."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from diagnostics.definitions.problems import Problem

_ROWS_SHOWN = 5


def respondent_of(table: pd.DataFrame, file: str) -> tuple[np.ndarray, list[Problem]]:
    """The respondent of each row, as a number from 0.

    Args:
        table: as ``read_table_file`` gives it. Rows of one ``assessment`` and ``respondent`` belong together; without a column
            ``respondent`` each row is a respondent of its own.
        file: what to call it in messages.

    Returns:
        The numbers, and what is wrong: answers without a column ``respondent``, rows that leave it empty.
    """
    if "respondent" not in table:
        if "item" not in table:
            return np.arange(len(table)), []
        advice = "The table has one row an answer: a column that says who gave it is needed. Add it."
        return np.arange(len(table)), [Problem(file, advice, "missing-column", row=1, column="respondent")]
    names = _texts(table["respondent"])
    empty = np.flatnonzero(names == "")
    problems = [_told(table, empty, file, "missing-respondent", "respondent", "Say who answered.")] if len(empty) else []
    keys = [_texts(table[column]) for column in ("assessment", "respondent") if column in table]
    return pd.MultiIndex.from_arrays(keys).factorize()[0], problems


def differing_rows(table: pd.DataFrame, respondent: np.ndarray, columns: Sequence[str], file: str) -> list[Problem]:
    """Where a column that belongs to the respondent, such as the unit, differs between the rows of one respondent."""
    first = pd.Series(np.arange(len(table))).groupby(respondent).transform("first").to_numpy()
    problems = []
    for column in columns:
        texts = _texts(table[column])
        at = np.flatnonzero(texts != texts[first])
        if len(at):
            advice = "The cell differs from the respondent's first row. Make all rows of a respondent equal."
            problems.append(_told(table, at, file, "not-constant", column, advice))
    return problems


def _texts(column: pd.Series) -> np.ndarray:
    return column.astype("str").fillna("").str.strip().to_numpy(dtype=object)


def _told(table: pd.DataFrame, at: np.ndarray, file: str, kind: str, column: str, advice: str) -> Problem:
    """One problem for all rows with the same fault. What stands there may be about a person, and is not shown."""
    rows = table["row"].to_numpy()[at]
    if len(rows) > 1:
        rest = f" and {len(rows) - _ROWS_SHOWN:,} more" if len(rows) > _ROWS_SHOWN else ""
        advice = f"{advice} In {len(rows):,} rows: {', '.join(map(str, rows[:_ROWS_SHOWN]))}{rest}."
    return Problem(file, advice, kind, row=int(rows[0]), column=column)

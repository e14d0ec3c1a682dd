"""Ratings of targets by raters: the table that every coefficient of agreement starts from, and what each gives back."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd


class Undefined(ValueError):
    """A coefficient has no value for these ratings. The message says why in a plain sentence."""


@dataclass(frozen=True)
class Agreement:
    """A coefficient of agreement or reliability, and what it rests on.

    Attributes:
        value: the coefficient, unrounded; 1 is perfect.
        lower, upper: its interval; NaN where there is none, with the reason in ``note``.
        targets: what was rated and counted: targets, units, or for Cronbach's alpha the items.
        raters: who rated and was counted; for Cronbach's alpha the respondents.
        ratings: cells of the table that were counted.
        left_out: targets that were rated but not counted; for Cronbach's alpha respondents.
        method: coefficient and interval in words.
        note: what a reader must know besides; empty where there is nothing.
    """

    value: float
    lower: float
    upper: float
    targets: int
    raters: int
    ratings: int
    left_out: int
    method: str
    note: str = ""


@dataclass(frozen=True)
class LongTable:
    """The columns of a long table, one row a rating: what becomes the rows, the columns and the cells of the wide one."""

    rows: str
    columns: str
    values: str


def table_of_ratings(table: pd.DataFrame, long: LongTable | None = None) -> pd.DataFrame:
    """Bring a wide or a long table into the wide form, without rows and columns that hold no rating at all.

    Args:
        table: one row a target and one column a rater, a missing cell = not rated; or one row a rating.
        long: the columns of a table with one row a rating.
    """
    wide = table
    if long is not None:
        rated = table.dropna(subset=[long.rows, long.columns, long.values])
        repeated = int(rated.duplicated([long.rows, long.columns]).sum())
        if repeated:
            raise ValueError(f"{repeated} ratings repeat one of the same '{long.rows}' and '{long.columns}'. Keep one row for each pair.")
        wide = rated.pivot(index=long.rows, columns=long.columns, values=long.values)
    wide = wide.dropna(axis=0, how="all").dropna(axis=1, how="all")
    if wide.empty:
        raise Undefined("Nothing has been rated.")
    return wide


def as_numbers(wide: pd.DataFrame) -> np.ndarray:
    """The ratings as numbers, NaN = not rated. Raises ``ValueError`` where one is no finite number."""
    try:
        numbers = wide.to_numpy(dtype=float, na_value=np.nan)
    except (TypeError, ValueError) as error:
        raise ValueError("The ratings must be numbers. Say which number each code stands for.") from error
    if np.isinf(numbers).any():
        raise ValueError("The ratings must be finite numbers.")
    return numbers


def complete_rows(numbers: np.ndarray, rows: str, columns: str) -> tuple[np.ndarray, int]:
    """The rows in which nothing is missing, and how many were left out. Needs two rows and two columns.

    Args:
        numbers: a table with NaN for what is missing.
        rows, columns: what they are, for messages: plural nouns.
    """
    if numbers.shape[1] < 2:
        raise Undefined(f"Fewer than two {columns} have answers: there is nothing to compare.")
    complete = numbers[~np.isnan(numbers).any(axis=1)]
    left_out = len(numbers) - len(complete)
    if len(complete) < 2:
        raise Undefined(f"Fewer than two {rows} are complete over all {numbers.shape[1]} {columns} ({left_out} are incomplete).")
    return complete, left_out


def sentence(*notes: str) -> str:
    """Notes joined into one line; empty ones left out."""
    return " ".join(note for note in notes if note)


def left_out_note(count: int, what: str, why: str) -> str:
    """How many were left out and why; empty for none. ``what`` is a singular noun."""
    if not count:
        return ""
    return f"{count} {what} was left out: {why}." if count == 1 else f"{count} {what}s were left out: {why}."

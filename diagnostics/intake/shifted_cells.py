"""Decimal commas that nobody put in quotation marks: in a file with commas they cut a number in two and shift the cells after it."""

from __future__ import annotations

import re

import pandas as pd

from diagnostics.definitions.problems import Problem

_DIGITS = re.compile(r"[0-9]{1,3}")
_ROWS_SHOWN = 5
_MOST_ROWS = 100_000  # more answers than one would type; such a file comes from a program, which quotes what must be quoted


def shifted_cells(table: pd.DataFrame, name: str) -> list[Problem]:
    """Warn where the cell after an answer looks like the decimals of a number that a comma cut in two.

    It does where some of these cells are one to three digits and the others are empty; and where numbers stand for respondents of whom
    no two answer the same item. A file that was meant so loses nothing: it is a warning.

    Args:
        table: a comma-separated file as text, with columns ``assessment``, ``item``, ``answer`` and ``row``.
        name: what to call the file.
    """
    columns = list(table.columns)
    place = columns.index("answer") + 1 if "answer" in columns else len(columns)
    if place >= len(columns) or columns[place] == "row" or len(table) > _MOST_ROWS:
        return []
    after = table[columns[place]].astype("str").str.strip()
    answered = _digits(table["answer"].astype("str").str.strip())
    decimals = answered & _digits(after)
    empty = (after == "") & (table["answer"] != "")
    if not decimals.any() or not (empty.any() or (columns[place] == "respondent" and _no_two_raters(table, decimals, after))):
        return []
    rows = table["row"][decimals].tolist()
    shown = ", ".join(map(str, rows[:_ROWS_SHOWN])) + (f" and {len(rows) - _ROWS_SHOWN:,} more" if len(rows) > _ROWS_SHOWN else "")
    advice = (
        f"A whole number stands here, as if a decimal comma had cut the answer in two (row{'s' if len(rows) > 1 else ''} {shown}). If so, "
        "write the answer with a decimal point, or in quotation marks."
    )
    found = f"{table['answer'][decimals].iloc[0]},{after[decimals].iloc[0]}"
    return [Problem(name, advice, "shifted-cells", row=int(rows[0]), column=columns[place], found=found, severity="warning")]


def _digits(cells: pd.Series) -> pd.Series:
    return cells.isin([text for text in cells.unique() if _DIGITS.fullmatch(text)])


def _no_two_raters(table: pd.DataFrame, decimals: pd.Series, after: pd.Series) -> bool:
    """Whether all respondents are numbers, several in an assessment, and no two of them answered the same item."""
    if not {"assessment", "item"} <= set(table.columns) or not decimals[table["answer"] != ""].all():
        return False
    numbers = after[decimals].groupby(table["assessment"][decimals]).nunique()
    return bool((numbers > 1).any()) and not table[decimals].duplicated(["assessment", "item"]).any()

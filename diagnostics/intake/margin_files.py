"""Known margins from a file: how many people, or which share of them, belong to each category of each variable."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.intake.answer_files import read_table_file
from diagnostics.intake.values import NUMBER_FORM, parse_number

COLUMNS = ("variable", "category", "share", "count")
_WHOLES = (1.0, 100.0)
_ROUNDED = 0.01  # shares rounded for print may miss their whole by so much of it


@dataclass(frozen=True)
class KnownMargins:
    """Margins for ``rake``.

    Attributes:
        margins: variable, in lower case → category → people, or share of 1.
        rows: variable → the row where it first stands.
        notes: what was done to them, in sentences.
        warnings: what had to be guessed in reading the file.
    """

    margins: dict[str, dict[str, float]]
    rows: dict[str, int]
    notes: tuple[str, ...]
    warnings: tuple[Problem, ...]


def read_margins(path: Path) -> KnownMargins:
    """Read a table of margins.

    Args:
        path: CSV or Parquet with the columns ``variable``, ``category`` and either ``share`` (of 1 or of 100) or ``count``.

    Raises:
        BadInput: not there, damaged, columns missing, cells that are no numbers from 0 up, a category twice, shares that do not
            add up: every problem.
    """
    file, name = read_table_file(path, COLUMNS), path.name
    table = file.table
    problems = [
        Problem(name, "Margins need this column. Add it.", "missing-column", row=1, column=column)
        for column in ("variable", "category")
        if column not in table
    ]
    measures = [column for column in ("share", "count") if column in table]
    if len(measures) != 1:
        advice = "Margins need one of the two columns 'share' and 'count'." + (" Keep one." if measures else " Add one.")
        problems.append(Problem(name, advice, "one-measure", row=1))
    if problems:
        raise BadInput(problems)
    margins, rows, problems = _margins(table, measures[0], name)
    notes: list[str] = []
    if measures[0] == "share" and not problems:
        margins, notes, problems = _of_one(margins, rows, name)
    if problems:
        raise BadInput(problems)
    return KnownMargins(margins, rows, tuple(notes), file.warnings)


def _margins(table: pd.DataFrame, measure: str, name: str) -> tuple[dict[str, dict[str, float]], dict[str, int], list[Problem]]:
    margins: dict[str, dict[str, float]] = {}
    rows: dict[str, int] = {}
    problems = []
    cells = table[["variable", "category", measure]].astype("str").fillna("").apply(lambda column: column.str.strip())
    for (heading, category, text), row in zip(cells.itertuples(index=False), table["row"].tolist(), strict=True):
        if not (heading or category or text):
            continue
        variable = heading.lower()  # as columns are named on reading
        for column, cell in (("variable", variable), ("category", category)):
            if not cell:
                problems.append(Problem(name, "Fill in the cell.", "missing-value", row=row, column=column))
        number = parse_number(text)
        if number is None or number < 0:
            problems.append(
                Problem(
                    name, "Correct the cell.", "not-a-number", row=row, column=measure, found=text[:40], allowed=f"{NUMBER_FORM}, from 0 up"
                )
            )
        if category in margins.setdefault(variable, {}):
            advice = f"The category of '{variable}' stands in a row above already. Keep one of the two."
            problems.append(Problem(name, advice, "duplicate-category", row=row, column="category", found=category[:40]))
        margins[variable][category] = number or 0.0
        rows.setdefault(variable, row)
    if not margins:
        problems.append(Problem(name, "No margin stands below the headings. Fill the table.", "no-rows"))
    return margins, rows, problems


def _of_one(
    margins: dict[str, dict[str, float]], rows: dict[str, int], name: str
) -> tuple[dict[str, dict[str, float]], list[str], list[Problem]]:
    """Shares as shares of 1, however they were rounded."""
    scaled, notes, problems = {}, [], []
    for variable, shares in margins.items():
        total = sum(shares.values())
        whole = next((whole for whole in _WHOLES if abs(total - whole) <= _ROUNDED * whole), None)
        if whole is None:
            advice = f"The shares of '{variable}' add up to {total:.6g}. Correct them."
            problems.append(
                Problem(name, advice, "shares", row=rows[variable], column="share", allowed="shares that add up to 1, or to 100")
            )
            continue
        if abs(total - whole) > 1e-9 * whole:
            notes.append(f"The shares of '{variable}' add up to {total:.6g}; they were scaled to {whole:g}.")
        scaled[variable] = {category: share / total for category, share in shares.items()}
    return scaled, notes, problems

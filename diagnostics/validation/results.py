"""From lines that failed an expectation to problems that name the rows of the file."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from diagnostics.definitions.dataset import Dataset
from diagnostics.definitions.look_alikes import as_latin
from diagnostics.definitions.problems import Problem
from diagnostics.intake.tables import RawTable
from diagnostics.validation.expectations import Check
from diagnostics.validation.judge import Outcome
from diagnostics.validation.lines import ValueLines

LISTED = 50  # problems of one kind in one column; the rest are counted
REPEATED = ("duplicate-key", "duplicate-value")
LONGEST = 60  # characters of a cell that a message shows


@dataclass(frozen=True)
class Failure:
    """Cells of one column that failed one check.

    Attributes:
        check: what they failed.
        column: the column.
        at: the position of each cell's row in the table, rising.
        found: what stands in each, null where it is empty or must stay unsaid.
        first_at: for a repeated row, the position of the row that it repeats.
        said: what is said about each cell beside the advice, null = nothing; none where nothing is said of any.
    """

    check: Check
    column: str
    at: np.ndarray
    found: np.ndarray
    first_at: np.ndarray | None = None
    said: np.ndarray | None = None


def failed_values(outcomes: Iterable[Outcome], lines: ValueLines) -> Iterator[Failure]:
    """The cells that hold a value that failed."""
    for outcome in outcomes:
        check = outcome.check
        values = lines.frame.loc[outcome.lines, "value"]
        cells = lines.cells[check.lines]
        cells = cells[cells.isin(values.dropna()) | (cells.isna() & values.isna().any())]
        yield Failure(check, check.column or "", cells.index.to_numpy(), cells.to_numpy(dtype=object, na_value=None))


def failed_rows(outcomes: Iterable[Outcome], frame: pd.DataFrame, table: pd.DataFrame) -> Iterator[Failure]:
    """The cells of rows that failed a rule between columns, or repeat a row; ``table`` is the one that was judged."""

    def cells(column: str, at: np.ndarray) -> np.ndarray:
        found = table[column].iloc[at] if column in table else pd.Series(None, index=at, dtype="str")
        return found.to_numpy(dtype=object, na_value=None)

    for outcome in outcomes:
        failed = frame.loc[outcome.lines]
        if outcome.check.kind in REPEATED:
            firsts = failed.groupby("first", sort=False)["at"].transform("first")
            repeats = failed[failed["at"] != firsts]
            column, at = outcome.check.column or "", repeats["at"].to_numpy()
            yield Failure(outcome.check, column, at, cells(column, at), firsts[repeats.index].to_numpy())
            continue
        for column, part in failed.groupby("column", sort=False):
            at = part["at"].to_numpy()
            said = part["said"].to_numpy(dtype=object, na_value=None)
            yield Failure(outcome.check, str(column), at, cells(str(column), at), said=said)


def problems_from_results(failures: Iterable[Failure], raw: RawTable, dataset: Dataset, listed: int = LISTED) -> list[Problem]:
    """Name every failed cell, up to 50 of one kind in one column, and count the rest.

    Args:
        failures: from ``failed_values`` and ``failed_rows``.
        raw: the table that was judged.
        dataset: its definition, which says which columns are personal: of these nothing is shown.
        listed: how many of one kind in one column are named.
    """
    problems = []
    for failure in failures:
        check = failure.check
        column = dataset.column(failure.column)
        base = Problem(raw.file, check.advice, check.kind, None, column.name, None, check.allowed, raw.sheet, check.severity)
        rows = raw.table["row"].to_numpy()
        for position in range(min(len(failure.at), listed)):
            found = failure.found[position]
            found = None if column.personal and found is not None else _shown(found)
            advice = _advice(failure, position, rows, found, dataset)
            at = int(failure.at[position])
            heading = raw.origin.heading(column.name, raw.table, at) if raw.origin else column.name
            problems.append(replace(base, row=int(rows[at]), column=heading, found=found, advice=advice))
        if len(failure.at) > listed:
            last = int(rows[failure.at[-1]])
            advice = f"Another {len(failure.at) - listed:,} cells have the same fault, the last in row {last}. {check.advice}"
            problems.append(replace(base, advice=advice))
    return problems


def _advice(failure: Failure, position: int, rows: np.ndarray, found: str | None, dataset: Dataset) -> str:
    check = failure.check
    if failure.first_at is not None:
        names = ", ".join(dataset.key.columns) if check.kind == "duplicate-key" else failure.column
        return f"The row has the same {names} as row {rows[failure.first_at[position]]}. {check.advice}"
    if failure.said is not None and failure.said[position] is not None:
        return f"{failure.said[position]} {check.advice}"
    near = _nearest(found, check.choices) if found else None
    return f"Did you mean '{near}'? {check.advice}" if near else check.advice


def _nearest(found: str, choices: Iterable[str]) -> str | None:
    """The choice that was probably meant; of several as near, that with the longest start in common, as ids differ at their end."""
    found = as_latin(found)
    near = difflib.get_close_matches(found, sorted(choices), n=8, cutoff=0.6)

    def common_start(choice: str) -> int:
        return next((place for place, (a, b) in enumerate(zip(found, choice, strict=False)) if a != b), min(len(found), len(choice)))

    return max(near, key=common_start, default=None)


def _shown(found: str | None) -> str:
    """A cell as a message shows it: on one line, without characters that a terminal obeys, and not too long."""
    if found is None:
        return ""
    plain = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+", " ", found)
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1] + "…"

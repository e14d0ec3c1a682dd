"""The data sets judged: their values, their keys and their rules between columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from diagnostics.definitions.dataset import Dataset
from diagnostics.definitions.problems import Problem, errors
from diagnostics.intake.grid import Place
from diagnostics.intake.tables import RawTable
from diagnostics.validation.expectations import row_checks, value_checks
from diagnostics.validation.judge import Part, judge
from diagnostics.validation.lines import columns_of, row_lines, value_lines
from diagnostics.validation.results import Failure, failed_rows, failed_values, problems_from_results
from diagnostics.validation.vocabulary import Vocabulary

SEVERITIES = ("error", "warning")


@dataclass(frozen=True)
class Judged:
    """What was found in one data set.

    Attributes:
        raw: the table as it was read.
        problems: those of the file and those of its cells.
        errors: cells and places that must be corrected, those that are only counted in ``problems`` too.
        warnings: cells and places that are stated, likewise.
        failures: every cell that failed a check, those that are only counted in ``problems`` too.
    """

    raw: RawTable
    problems: tuple[Problem, ...]
    errors: int
    warnings: int
    failures: tuple[Failure, ...] = ()


def judge_datasets(raw: Mapping[str, RawTable], datasets: Mapping[str, Dataset], vocabulary: Vocabulary) -> dict[str, Judged]:
    """Judge every data set that a mission lists. A file that could not be read keeps the problems of its reading.

    Args:
        raw: the data sets as they were read, by id.
        datasets: their definitions, by id.
        vocabulary: what their values may refer to.
    """
    tables = {name: each.table for name, each in raw.items() if not each.table.empty}
    values = {name: value_lines(table, datasets[name], vocabulary) for name, table in tables.items()}
    rows = {name: row_lines(table, datasets[name], vocabulary, tables) for name, table in tables.items()}
    in_values = judge("values", {n: Part(values[n].frame, value_checks(datasets[n], tables[n].columns, vocabulary)) for n in tables})
    there = columns_of(tables)
    in_rows = judge("rows", {n: Part(rows[n].drop(columns="said"), row_checks(datasets[n], tables[n].columns, there)) for n in tables})
    judged = {}
    for name, each in raw.items():
        failures: list[Failure] = []
        if name in tables:
            failures = [*failed_values(in_values[name], values[name]), *failed_rows(in_rows[name], rows[name], tables[name])]
        judged[name] = _judged(each, datasets[name], vocabulary, failures)
    return judged


def _judged(raw: RawTable, dataset: Dataset, vocabulary: Vocabulary, failures: Sequence[Failure]) -> Judged:
    cells = {severity: sum(len(failure.at) for failure in failures if failure.check.severity == severity) for severity in SEVERITIES}
    wrong = len(errors(raw.problems))
    problems = (*raw.problems, *problems_from_results(failures, raw, dataset), *_unchecked(raw, dataset, vocabulary))
    return Judged(raw, problems, wrong + cells["error"], len(raw.problems) - wrong + cells["warning"], tuple(failures))


def _unchecked(raw: RawTable, dataset: Dataset, vocabulary: Vocabulary) -> list[Problem]:
    """References to a data set that is not there: they are believed, and that is said."""
    problems = []
    for column in dataset.columns:
        other = (column.references or "").partition(".")[0]
        is_used = column.name in raw.table and raw.table[column.name].notna().any()
        if other and column.references not in vocabulary.lists and other not in vocabulary.brought and is_used:
            advice = f"The values could not be looked up, as the mission brings no '{other}'. They are taken as they are."
            problems.append(Place(raw.file, raw.sheet).problem("not-checked", advice, column.name, severity="warning"))
    return problems

"""How complete and how clean each data set is, and which ones are not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pandas as pd

from diagnostics.definitions.dataset import Dataset
from diagnostics.validation.judgement import Judged

READ = "read"
COUNTS = ("rows", "columns", "cells", "empty_cells", "errors", "warnings")


def quality_table(judged: Mapping[str, Judged], datasets: Mapping[str, Dataset]) -> pd.DataFrame:
    """Count what was read.

    Args:
        judged: the data sets that the mission lists, by id.
        datasets: every data set that a mission may bring, by id.

    Returns:
        One row a data set, those that were brought first. A data set that another one stands in for, or that the kit
        writes itself, is not missed.
            data_set     str  its id
            file         str  below the mission's folder; null where it is not available
            status       str  ``read``, ``not readable``, or ``not available: no … data``
            rows, columns, cells, empty_cells  int  of what was read, in the columns that the definition knows
            errors, warnings  int  cells and places
    """
    rows = [_brought(each) for each in judged.values()]
    rows += [_absent(dataset) for dataset in datasets.values() if dataset.id not in judged and not _stood_in(dataset, judged, datasets)]
    table = pd.DataFrame(rows, columns=["data_set", "file", "status", *COUNTS])
    return table.astype({"data_set": "str", "file": "str", "status": "str", **dict.fromkeys(COUNTS, "int64")})


def problem_counts(judged: Mapping[str, Judged]) -> pd.DataFrame:
    """Count what was found, by data set and kind.

    Args:
        judged: the data sets that the mission lists, by id.

    Returns:
        One row a data set, severity and kind, in the order found.
            data_set  str  its id
            severity  str  ``error`` or ``warning``
            kind      str  the sort of problem, such as ``missing-value``
            cells     int  cells or places that have it; a cell that has two kinds counts in both
    """
    counts: Counter[tuple[str, str, str]] = Counter()
    for name, each in judged.items():
        counts.update((name, problem.severity, problem.kind) for problem in each.raw.problems)
        for failure in each.failures:
            counts[(name, failure.check.severity, failure.check.kind)] += len(failure.at)
    rows = [(*key, number) for key, number in counts.items() if number]
    table = pd.DataFrame(rows, columns=["data_set", "severity", "kind", "cells"])
    return table.astype({"data_set": "str", "severity": "str", "kind": "str", "cells": "int64"})


def not_available(dataset: Dataset) -> str:
    """What is said about a data set that a mission does not bring."""
    return f"not available: no {dataset.title} data"


def _brought(judged: Judged) -> tuple[object, ...]:
    raw = judged.raw
    table = raw.table.drop(columns="row")
    status = READ if len(table) else "not readable"
    counts = (len(table), table.shape[1], table.size, int(table.isna().to_numpy().sum()), judged.errors, judged.warnings)
    return (raw.dataset, raw.file, status, *counts)


def _absent(dataset: Dataset) -> tuple[object, ...]:
    return (dataset.id, None, not_available(dataset), 0, 0, 0, 0, 0, 0)


def _stood_in(dataset: Dataset, judged: Mapping[str, Judged], datasets: Mapping[str, Dataset]) -> bool:
    if dataset.direction == "output":
        return True
    others = {other.id for other in datasets.values() if other.stands_in_for == dataset.id}
    return bool(others & judged.keys()) or dataset.stands_in_for in judged

"""Runs Great Expectations, the only place that does. It is imported on first use: the import takes seconds."""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from diagnostics.validation.expectations import Check, expectation_suite

if TYPE_CHECKING:
    from great_expectations.core import ExpectationValidationResult

RESULT_FORMAT = {"result_format": "COMPLETE", "unexpected_index_column_names": ["line"], "return_unexpected_index_query": False}


@dataclass(frozen=True)
class Outcome:
    """A check that lines failed, and the numbers of these lines."""

    check: Check
    lines: np.ndarray


@dataclass(frozen=True)
class Part:
    """The long table of one data set, with ``about`` and ``line``, and what is expected of its lines."""

    frame: pd.DataFrame
    checks: Sequence[Check]


def judge(name: str, parts: Mapping[str, Part]) -> dict[str, tuple[Outcome, ...]]:
    """Judge long tables of the same columns together: Great Expectations takes its time by expectation, not by line.

    Args:
        name: what is judged, for the suite's name.
        parts: data set → its lines and checks.

    Returns:
        Data set → its checks that failed, in the order given.

    Raises:
        RuntimeError: Great Expectations could not carry out an expectation: a fault of the kit, never of the input.
    """
    if not any(len(part.frame) and part.checks for part in parts.values()):
        return dict.fromkeys(parts, ())
    checks = [replace(check, lines=f"{owner}.{check.lines}") for owner, part in parts.items() for check in part.checks]
    frames = [part.frame.assign(about=f"{owner}." + part.frame["about"], owner=owner) for owner, part in parts.items()]
    whole = pd.concat(frames, ignore_index=True)
    own_lines = whole["line"].to_numpy()
    whole = whole.assign(line=np.arange(len(whole)), about=whole["about"].astype("category"))
    failed: dict[int, list[int]] = {}
    for each in _validate(name, whole.drop(columns="owner"), checks):
        numbers = {checks[number].lines: number for number in each.expectation_config.meta["checks"]}
        if each.exception_info.get("raised_exception", True):
            raise RuntimeError(f"the expectations on {', '.join(numbers)} could not be judged")
        for entry in () if each.success else each.result["unexpected_index_list"]:
            failed.setdefault(numbers[whole["about"].iat[entry["line"]]], []).append(int(own_lines[entry["line"]]))
    owners = [(owner, check) for owner, part in parts.items() for check in part.checks]
    outcomes: dict[str, list[Outcome]] = {owner: [] for owner in parts}
    for number, lines in sorted(failed.items()):
        owner, check = owners[number]
        outcomes[owner].append(Outcome(check, np.unique(lines)))
    return {owner: tuple(found) for owner, found in outcomes.items()}


def _validate(name: str, frame: pd.DataFrame, checks: Sequence[Check]) -> list[ExpectationValidationResult]:
    source = _data_source()
    asset = source.add_dataframe_asset(name)
    try:
        batch = asset.add_batch_definition_whole_dataframe(name).get_batch({"dataframe": frame})
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return batch.validate(expectation_suite(name, checks), result_format=RESULT_FORMAT).results
    finally:
        source.delete_asset(name)  # or the table would stay in memory until the process ends


@cache
def _data_source() -> Any:
    """One context in memory for the life of the process: nothing is written, sent or shown."""
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    import great_expectations as gx
    from great_expectations.data_context.types.base import ProgressBarsConfig

    logging.getLogger("great_expectations").setLevel(logging.ERROR)
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    return context.data_sources.add_pandas("inputs")

"""``hrm-review rake``: a table of answers or respondents with weights that meet known margins."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pandas as pd

from diagnostics.definitions.problems import BadInput, Problem, WrongCall
from diagnostics.intake.answer_files import TableFile, read_table_file, refuse_form, write_scores
from diagnostics.intake.margin_files import KnownMargins, read_margins
from diagnostics.intake.respondents import differing_rows, respondent_of
from diagnostics.scoring.surveys.weighting import CannotRake, Limits, Raked, rake

WEIGHT = "weight"


@dataclass(frozen=True)
class Choices:
    """What to do where the sample and the margins do not fit.

    Attributes:
        missing: with a respondent who lacks a value: refuse, drop the rows, or count in the category ``not stated``.
        absent: with a category of the margins that nobody belongs to: refuse, or warn and let the others stand for it.
        largest_weight: as a multiple of the mean weight; None for no limit.
    """

    missing: Literal["refuse", "drop", "category"] = "refuse"
    absent: Literal["refuse", "warn"] = "refuse"
    largest_weight: float | None = None


@dataclass(frozen=True)
class RakedFile:
    """What was raked.

    Attributes:
        raked: the weights of the respondents, and how exact they are.
        respondents, left_out: who has a weight; who was dropped because a value is missing.
        margins: what the weights meet.
        had_weights: whether the table brought weights of its own, which raking started from.
        warnings: what had to be guessed in reading the two files.
    """

    raked: Raked
    respondents: int
    left_out: int
    margins: KnownMargins
    had_weights: bool
    warnings: tuple[Problem, ...]

    def figures(self) -> dict[str, Any]:
        """What the command prints: how exact and how uneven the weights are. The deviation is a share of the margin."""
        weights = self.raked.weights.dropna()
        return {
            "respondents": self.respondents,
            "left_out": self.left_out,
            "had_weights": self.had_weights,
            "iterations": self.raked.iterations,
            "largest_deviation": self.raked.largest_difference,
            "design_effect": self.raked.design_effect,
            "effective_size": self.raked.effective_size,
            "smallest_weight": float(weights.min()),
            "largest_weight": float(weights.max()),
            "mean_weight": float(weights.mean()),
            "notes": [*self.margins.notes, *self.raked.notes],
        }


def rake_file(answers: Path, margins: Path, out: Path, choices: Choices = Choices()) -> RakedFile:
    """Weight the respondents of a table and write it with its column ``weight``.

    Args:
        answers: CSV or Parquet: one row a respondent, or one row an answer with a column ``respondent``; with a column for each
            variable of the margins. A column ``weight`` holds design weights, and is replaced.
        margins: CSV or Parquet: ``variable``, ``category``, and ``share`` or ``count``.
        out: where the table goes, CSV or Parquet.
        choices: what to do where the two do not fit.

    Raises:
        BadInput: everything that stands in the way; nothing is written.
        WrongCall: ``out`` cannot take a table, or the largest weight is below 1.
    """
    refuse_form(out)
    if any(out.exists() and path.exists() and out.samefile(path) for path in (answers, margins)):
        raise WrongCall("The weighted table would be written over one that it is made from. Name another file.")
    if choices.largest_weight is not None and not choices.largest_weight >= 1:
        raise WrongCall(f"--largest-weight {choices.largest_weight:g}: a multiple of the mean weight, so at least 1.")
    known, file = read_margins(margins), read_table_file(answers)
    table = file.table
    respondent = _respondents(table, known, answers.name, margins.name)
    first = np.unique(respondent, return_index=True)[1]
    raked = _raked(table.iloc[first].reset_index(drop=True), known, choices, margins.name)
    weights = raked.weights.to_numpy()[respondent]
    write_scores(_weighted(file, weights), out)
    counted = int(raked.weights.notna().sum())
    return RakedFile(raked, counted, len(first) - counted, known, WEIGHT in table, (*file.warnings, *known.warnings))


def _respondents(table: pd.DataFrame, known: KnownMargins, file: str, margins: str) -> np.ndarray:
    """The respondent of each row, after every objection to the table."""
    respondent, problems = respondent_of(table, file)
    for variable, row in known.rows.items():
        if variable not in table:
            advice = f"'{file}' has no column of this name. Add it there, or take the variable out of the margins."
            problems.append(Problem(margins, advice, "unknown-variable", row=row, column="variable", found=variable))
    names = list(dict.fromkeys(table["assessment"].astype("str"))) if "assessment" in table else []
    if len(names) > 1:
        advice = f"The table holds {len(names):,} assessments, and margins are those of one population. Keep the rows of one."
        problems.append(Problem(file, advice, "several-assessments", column="assessment"))
    if table.empty:
        problems.append(Problem(file, "The table holds no row. Fill it in, or take another file.", "no-answers"))
    if not problems:
        held = [*known.margins, *([WEIGHT] if WEIGHT in table else [])]
        problems = [*differing_rows(table, respondent, held, file), *_bad_weights(table, file)]
    if problems:
        raise BadInput(problems)
    return respondent


def _bad_weights(table: pd.DataFrame, file: str) -> list[Problem]:
    if WEIGHT not in table:
        return []
    weights = pd.to_numeric(table[WEIGHT], errors="coerce").to_numpy(dtype=float, na_value=np.nan)
    bad = np.flatnonzero(~((weights > 0) & np.isfinite(weights)))
    if not len(bad):
        return []
    advice = f"Raking starts from the weights that the table brings: correct them, or take the column out. {len(bad):,} rows are like this."
    row = int(table["row"].iloc[bad[0]])
    return [Problem(file, advice, "bad-weight", row=row, column=WEIGHT, allowed="a number above 0, with a decimal point")]


def _raked(people: pd.DataFrame, known: KnownMargins, choices: Choices, margins: str) -> Raked:
    sample = people[list(known.margins)].apply(_without_blanks)
    weights = pd.to_numeric(people[WEIGHT]).astype(float) if WEIGHT in people else None
    limits = Limits(largest_weight=choices.largest_weight)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the notes say the same, and are printed
            return rake(sample, known.margins, weights=weights, missing=choices.missing, absent=choices.absent, limits=limits)
    except CannotRake as error:
        raise BadInput(Problem(margins, sentence, "cannot-rake") for sentence in str(error).splitlines()) from None


def _without_blanks(column: pd.Series) -> pd.Series:
    """Texts without blanks around them; an empty one is missing."""
    if pd.api.types.is_numeric_dtype(column):
        return column
    texts = column.astype("str").str.strip()
    return texts.mask(texts == "")


def _weighted(file: TableFile, weights: np.ndarray) -> pd.DataFrame:
    """The table as it came, with its weights; rows without one are left out, as an empty weight would count as 1 elsewhere."""
    table = file.table.drop(columns=[] if file.has_rows else ["row"]).assign(**{WEIGHT: weights})
    return table[~np.isnan(weights)].reset_index(drop=True)

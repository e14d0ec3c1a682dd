"""Agreement and reliability of a table of answers, one result an assessment: what ``hrm-review agree`` prints.

Between raters of the same targets: intraclass correlation and Krippendorff's alpha. Between items that are to measure one thing:
Cronbach's alpha.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from diagnostics.definitions.problems import refuse_errors
from diagnostics.scoring.ratings import Agreement, LongTable, Undefined, sentence
from diagnostics.scoring.reliability.agreement_answers import (
    STATES,
    CodedRatings,
    code_ratings,
    find_rating_problems,
    missing_rating_columns,
)
from diagnostics.scoring.reliability.cronbach import Missing, cronbach
from diagnostics.scoring.reliability.intraclass import FORMS, intraclass
from diagnostics.scoring.reliability.krippendorff import METRICS, krippendorff

MEASURES = (*FORMS, *(f"krippendorff-{metric}" for metric in METRICS), "cronbach")
COLUMNS = ("assessment", "measure", "value", "lower", "upper", "raters", "targets", "note", "ratings", "left_out", *STATES, "method")


def agree_table(
    answers: pd.DataFrame,
    measure: str,
    *,
    codes: Mapping[str, float | None] | None = None,
    missing: Missing = "listwise",
    resamples: int = 2000,
    seed: int = 1,
    file: str = "answers",
) -> pd.DataFrame:
    """Work out one coefficient for each assessment.

    Args:
        answers: the ANSWERS table of the contract, one row an answer. Columns:
            assessment   str    which administration, wave or phase
            item         str    what is rated; for ``cronbach`` the item of the scale
            answer       str    a number, or a code of ``codes``; empty, DK and NA = missing
            respondent   str    who rated; rows of ``consensus`` are what a group agreed on and are not counted
        measure: one of ``MEASURES``.
        codes: the number of each code; None for a code that counts as missing (as not applicable).
        missing: what ``cronbach`` does with missing answers.
        resamples, seed: of the bootstrap for Krippendorff's alpha.
        file: what to call the table in messages.

    Returns:
        One row an assessment, in the order of the table:
            assessment, measure     str
            value, lower, upper     float  coefficient and 95 % interval, unrounded; empty where undefined
            raters, targets         int    raters and targets counted (``cronbach``: respondents and items)
            note                    str    the reason where undefined, else what a reader must know
            ratings                 int    answers counted
            left_out                int    targets (``cronbach``: respondents) with answers that were not counted
            dont_know, not_applicable, blank   int   answers that are missing, by reason
            method                  str    coefficient and interval in words

    Raises:
        BadInput: with every row that cannot be read. ValueError: ``measure`` is unknown.
    """
    if measure not in MEASURES:
        raise ValueError(f"'{measure}' is no measure of agreement; allowed: {', '.join(MEASURES)}.")
    refuse_errors(missing_rating_columns(answers, file))
    coded = code_ratings(answers, codes or {}, texts_allowed=measure == "krippendorff-nominal")
    refuse_errors(find_rating_problems(coded, file))
    rows = [_row(coded, place, lambda wide: measure_agreement(wide, measure, missing, resamples, seed)) for place in coded.places]
    return pd.DataFrame([{"measure": measure} | row for row in rows], columns=list(COLUMNS))


def measure_agreement(wide: pd.DataFrame, measure: str, missing: Missing = "listwise", resamples: int = 2000, seed: int = 1) -> Agreement:
    """One coefficient of one table targets × raters (for ``cronbach`` items × respondents). Raises ``Undefined`` with the reason."""
    if measure in FORMS:
        return intraclass(wide, measure)
    if measure == "cronbach":
        return cronbach(wide.T, missing)
    return krippendorff(wide, measure.removeprefix("krippendorff-"), resamples=resamples, seed=seed)


def _row(coded: CodedRatings, place: int, measured: Callable[[pd.DataFrame], Agreement]) -> dict[str, object]:
    """What one assessment's row says."""
    wide, consensus = coded.table_of(place)
    try:
        found = measured(wide)
    except Undefined as reason:
        found = Agreement(np.nan, np.nan, np.nan, wide.shape[0], wide.shape[1], 0, 0, "", str(reason))
    note = f"Answers of the consensus are not counted ({consensus})." if consensus else ""
    row = {name: getattr(found, name) for name in ("value", "lower", "upper", "raters", "targets", "ratings", "left_out", "method")}
    return row | {"assessment": str(coded.assessments[place]), "note": sentence(found.note, note)} | coded.count_states(place)


__all__ = ["COLUMNS", "MEASURES", "Agreement", "LongTable", "Undefined", "agree_table", "cronbach", "intraclass", "krippendorff"]

"""Warnings about how values are distributed: every cell may be allowed, and the whole still not be believable."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from diagnostics.definitions.data_warnings import DataWarnings, DigitPreference
from diagnostics.definitions.problems import Problem
from diagnostics.intake.grid import Place
from diagnostics.intake.tables import RawTable

ROWS_SHOWN = 8
UNITS_SHOWN = 12
ROUND = 5  # last digits 0 and 5
ROUND_DAYS = 6 / 30.4375  # share of the days of a year that are the 5th, 10th ... 30th of a month
DONT_KNOW = "DK"


@dataclass(frozen=True)
class Inputs:
    """What is looked at: the typed tables by data set, where they came from, and the response by unit."""

    tables: Mapping[str, pd.DataFrame]
    raw: Mapping[str, RawTable]
    response: pd.DataFrame

    def warning(self, data_set: str, kind: str, advice: str, column: str | None = None, **facts: str) -> Problem:
        """A warning about a data set as a whole."""
        raw = self.raw[data_set]
        return Place(raw.file, raw.sheet).problem(kind, advice, column, severity="warning", **facts)


def distribution_warnings(inputs: Inputs, thresholds: DataWarnings) -> list[Problem]:
    """Every warning about a distribution. None names a person, and none speaks of a unit below the disclosure threshold."""
    return [problem for find in FINDERS for problem in find(inputs, thresholds)]


def _survey_warnings(inputs: Inputs, thresholds: DataWarnings) -> Iterator[Problem]:
    survey = inputs.tables.get("survey")
    if survey is None or survey.empty:
        return
    people = _answers_by_respondent(survey)
    rule = thresholds.straight_lining
    enough = people[people["answers"] >= rule.answers.value]
    alike = enough[enough["lowest"] == enough["highest"]]
    if len(enough) and len(alike) / len(enough) > rule.share.value:
        advice = "Look whether these questionnaires were filled in without reading, and whether the survey should be scored without them."
        found = (
            f"{len(alike)} of {len(enough)} respondents gave one and the same answer throughout, for instance from {_rows(alike['row'])}"
        )
        yield inputs.warning("survey", "straight-lining", advice, "value", found=found)
    yield from _same_answers(inputs, thresholds, people)
    yield from _speed(inputs, thresholds, survey, people)


def _answers_by_respondent(survey: pd.DataFrame) -> pd.DataFrame:
    """One row a respondent: answers int, opinions given; lowest, highest int, codes of the answers; mark int, equal for those who
    gave the same answers; row int, the first one."""
    given = survey[survey["value"].notna() & (survey["value"] != DONT_KNOW)]
    codes = pd.factorize(given["value"], sort=True)[0]
    items = pd.factorize(given["item"])[0]
    mark = pd.util.hash_array((items.astype(np.int64) << 20) + codes)
    answers = pd.DataFrame({"respondent": given["respondent"].to_numpy(), "code": codes, "mark": mark, "row": given["row"].to_numpy()})
    by = answers.groupby("respondent", sort=False)
    return pd.DataFrame(
        {
            "answers": by.size(),
            "lowest": by["code"].min(),
            "highest": by["code"].max(),
            "mark": by["mark"].sum(),
            "row": by["row"].min(),
        }
    )


def _same_answers(inputs: Inputs, thresholds: DataWarnings, people: pd.DataFrame) -> Iterator[Problem]:
    rule = thresholds.same_answers
    varied = people[(people["answers"] >= rule.answers.value) & (people["lowest"] != people["highest"])]
    copies = varied[varied.duplicated(["mark", "answers"])]
    if len(varied) and len(copies) / len(varied) > rule.share.value:
        advice = "Look whether questionnaires were sent twice or copied, and delete the copies."
        found = f"{len(copies)} of {len(varied)} respondents gave the very answers of another one, for instance from {_rows(copies['row'])}"
        yield inputs.warning("survey", "same-answers", advice, "value", found=found)


def _speed(inputs: Inputs, thresholds: DataWarnings, survey: pd.DataFrame, people: pd.DataFrame) -> Iterator[Problem]:
    rule = thresholds.speed
    seconds = survey.dropna(subset=["seconds"]).groupby("respondent", sort=False)["seconds"].first().reindex(people.index).dropna()
    if seconds.empty:
        return
    answered = people.loc[seconds.index]
    hasty = answered[seconds / answered["answers"] < rule.seconds_per_item.value]
    if len(hasty) / len(seconds) > rule.share.value:
        advice = "Nobody reads and answers that fast. Look whether the survey should be scored without them."
        found = (
            f"{len(hasty)} of {len(seconds)} respondents took less than {rule.seconds_per_item.value:g} seconds a statement, "
            f"for instance from {_rows(hasty['row'])}"
        )
        yield inputs.warning("survey", "impossible-speed", advice, "seconds", found=found)


def _interview_warnings(inputs: Inputs, thresholds: DataWarnings) -> Iterator[Problem]:
    interviews = inputs.tables.get("interviews")
    if interviews is None:
        return
    seen: dict[frozenset[tuple[str, ...]], int] = {}
    for _, rows in interviews.groupby("id", sort=False):
        said = frozenset(rows[["criterion_id", "finding", "polarity"]].itertuples(index=False, name=None))
        row = int(rows["row"].min())
        if len(said) < thresholds.duplicate_interviews.findings.value:
            continue
        if said in seen:
            advice = "Look whether one interview was entered twice under two ids, and delete one of the two."
            found = f"the interview from row {row} has the very findings of the one from row {seen[said]}"
            yield inputs.warning("interviews", "duplicate-interview", advice, "id", found=found)
        seen.setdefault(said, row)


def _digit_warnings(inputs: Inputs, thresholds: DataWarnings) -> Iterator[Problem]:
    rule = thresholds.digit_preference
    for watched in rule.columns:
        table = inputs.tables.get(watched.data_set)
        if table is None:
            continue
        values = table[watched.column].dropna()
        is_day = pd.api.types.is_datetime64_any_dtype(values)
        digits = values.dt.day if is_day else values
        preference = digit_preference(digits.astype("int64"), ROUND_DAYS if is_day else 1 / ROUND)
        if _is_striking(preference, len(values), rule):
            what = "days of the month" if is_day else "numbers"
            advice = f"So many {what} that end in 0 or 5 were probably rounded or estimated. Ask how the column is kept."
            found = f"{preference.share:.0%} of {len(values)} {what} end in 0 or 5, by chance {preference.expected:.0%}"
            yield inputs.warning(watched.data_set, "digit-preference", advice, watched.column, found=found)


@dataclass(frozen=True)
class Preference:
    """How often numbers end in 0 or 5: the share, what chance would give, Whipple's index (100 = chance) and the test's p."""

    share: float
    expected: float
    index: float
    p: float


def digit_preference(numbers: pd.Series, expected: float) -> Preference:
    """Test the share of whole numbers that end in 0 or 5 against chance, by the one-sided binomial test.

    Args:
        numbers: whole numbers, none empty.
        expected: 0-1, the share that chance gives.
    """
    count = len(numbers)
    if not count:
        return Preference(np.nan, expected, np.nan, 1.0)
    hits = int((numbers % ROUND == 0).sum())
    from scipy.stats import binom

    return Preference(hits / count, expected, 100 * hits / count / expected, float(binom.sf(hits - 1, count, expected)))


def _is_striking(preference: Preference, rows: int, rule: DigitPreference) -> bool:
    return rows >= rule.rows.value and preference.index >= rule.index.value and preference.p < rule.chance.value


def _unit_warnings(inputs: Inputs, thresholds: DataWarnings) -> Iterator[Problem]:
    units = inputs.response.dropna(subset=["respondents"])
    low = units[units["rate"] < thresholds.response_rate.share.value]
    if len(low):
        advice = "Those who did not answer decide the figure of such a unit. Remind them, or say so beside it."
        found = f"a response below {thresholds.response_rate.share.value:.0%} in {_units(low['unit'])}"
        yield inputs.warning("survey", "low-response", advice, "unit", found=found)
    much = units[units["rate"] > 1]
    if len(much):
        advice = "Survey and staff register do not speak of the same units, or people answered twice. Compare the names of the units."
        yield inputs.warning(
            "survey", "more-answers-than-staff", advice, "unit", found=f"more respondents than staff in {_units(much['unit'])}"
        )
    gaps = units[units["completeness"] < thresholds.completeness.share.value]
    if len(gaps):
        advice = "Look whether statements did not apply there, or the survey broke off."
        found = f"fewer than {thresholds.completeness.share.value:.0%} of the statements answered in {_units(gaps['unit'])}"
        yield inputs.warning("survey", "incomplete-answers", advice, "unit", found=found)


def _units(names: pd.Series) -> str:
    shown = ", ".join(names.iloc[:UNITS_SHOWN])
    return shown if len(names) <= UNITS_SHOWN else f"{shown} and {len(names) - UNITS_SHOWN} more"


def _rows(rows: pd.Series) -> str:
    first = sorted(rows.astype("int64"))[:ROWS_SHOWN]
    return f"row{'s' if len(first) > 1 else ''} {', '.join(map(str, first))} on"


FINDERS: tuple[Callable[[Inputs, DataWarnings], Iterator[Problem]], ...] = (
    _survey_warnings,
    _interview_warnings,
    _digit_warnings,
    _unit_warnings,
)

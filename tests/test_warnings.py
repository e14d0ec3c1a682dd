"""Warnings about distributions: straight-lining, copies, speed, round numbers, response by unit."""

from __future__ import annotations

from datetime import date
from math import comb

import numpy as np
import pandas as pd
import pytest

from diagnostics.definitions.data_warnings import load_data_warnings
from diagnostics.intake.tables import RawTable
from diagnostics.validation.distribution import Inputs, digit_preference, distribution_warnings
from diagnostics.validation.response import no_response, response_by_unit

DAY = date(2026, 10, 16)
THRESHOLDS = load_data_warnings()
RANDOM = np.random.default_rng(11)


def survey_of(answers: list[list[str | None]], unit: str = "North", seconds: list[float] | None = None) -> pd.DataFrame:
    """One row a respondent and item, as ``typed_table`` gives it."""
    rows = [
        (f"p{person}", unit, f"CL-{item + 1:02}", value, seconds[person] if seconds else np.nan)
        for person, given in enumerate(answers)
        for item, value in enumerate(given)
    ]
    table = pd.DataFrame(rows, columns=["respondent", "unit", "item", "value", "seconds"])
    return table.astype({"value": "str"}).assign(row=np.arange(len(table)) + 2)


def varied(people: int, items: int = 20) -> list[list[str | None]]:
    return [[str(answer) for answer in row] for row in RANDOM.integers(1, 6, (people, items))]


def kinds(response: pd.DataFrame | None = None, **tables: pd.DataFrame) -> list[str]:
    raw = {name: RawTable(name, f"inputs/{name}.csv", table) for name, table in tables.items()}
    found = distribution_warnings(Inputs(tables, raw, no_response() if response is None else response), THRESHOLDS)
    assert all(problem.severity == "warning" and problem.found for problem in found)
    return [problem.kind for problem in found]


def test_ordinary_answers_give_no_warning():
    assert kinds(survey=survey_of(varied(200))) == []


def test_one_answer_throughout_is_noticed_from_the_threshold_on():
    same = [["4"] * 20]
    assert kinds(survey=survey_of([*varied(95), *same * 5])) == [], "5 of 100 are not more than 5 %"
    assert kinds(survey=survey_of([*varied(94), *same * 6])) == ["straight-lining"]
    assert kinds(survey=survey_of([*varied(94), *[["4"] * 9] * 6])) == [], "nine alike answers may be an opinion"
    assert kinds(survey=survey_of([*varied(94), *[["4"] * 9 + ["DK"] * 11] * 6])) == [], "don't know is no opinion"


def test_copied_questionnaires_are_noticed():
    people = varied(97)
    assert kinds(survey=survey_of([*people, *people[:3]])) == ["same-answers"]
    assert kinds(survey=survey_of([*people, *[row[:14] for row in people[:3]]])) == []


def test_impossible_speed_needs_the_time_and_is_noticed_by_statement():
    people = varied(100)
    assert kinds(survey=survey_of(people, seconds=[41.0] * 100)) == [], "two seconds for each of 20 statements"
    assert kinds(survey=survey_of(people, seconds=[39.0] * 6 + [200.0] * 94)) == ["impossible-speed"]
    assert kinds(survey=survey_of(people, seconds=[39.0] * 5 + [200.0] * 95)) == []


def test_an_interview_entered_twice_is_named_by_its_row():
    columns = ["id", "criterion_id", "finding", "polarity", "row"]
    once = [("I-1", "P4-1", "a", "positive", 2), ("I-1", "P4-2", "b", "negative", 3), ("I-2", "P4-1", "a", "positive", 4)]
    assert kinds(interviews=pd.DataFrame(once, columns=columns)) == [], "one sentence alone is often said twice"
    twice = pd.DataFrame([*once, ("I-3", "P4-2", "b", "negative", 5), ("I-3", "P4-1", "a", "positive", 6)], columns=columns)
    (problem,) = distribution_warnings(
        Inputs({"interviews": twice}, {"interviews": RawTable("interviews", "i.csv", twice)}, no_response()), THRESHOLDS
    )
    assert problem.found == "the interview from row 5 has the very findings of the one from row 2"


def test_whipples_index_is_100_without_and_500_with_full_preference():
    """Shryock and Siegel: the index is five times the share of ages ending in 0 or 5; 100 = no preference, 500 = only such ages."""
    every_age = pd.Series(list(range(23, 63)) * 10)
    assert digit_preference(every_age, 0.2).index == pytest.approx(100)
    assert digit_preference(pd.Series([25, 30, 35, 60] * 50), 0.2).index == pytest.approx(500)


def test_the_test_of_digits_is_that_of_the_binomial_distribution():
    numbers = pd.Series([10] * 26 + [11] * 74)
    by_hand = sum(comb(100, hits) * 0.2**hits * 0.8 ** (100 - hits) for hits in range(26, 101))
    assert digit_preference(numbers, 0.2).p == pytest.approx(by_hand)


def test_round_years_of_birth_are_noticed_and_chance_is_not():
    def staff(years: np.ndarray) -> pd.DataFrame:
        return pd.DataFrame({"birth_year": pd.array(years, "Int64"), "age": pd.array([None] * len(years), "Int64")})

    chance = RANDOM.integers(1960, 2000, 1000)
    assert kinds(staff=staff(chance)) == []
    rounded = np.where(RANDOM.random(1000) < 0.2, chance // 5 * 5, chance)
    assert kinds(staff=staff(rounded)) == ["digit-preference"]
    assert kinds(staff=staff(rounded[:99])) == [], "with fewer than a hundred the test finds little"


def test_appraisal_days_made_up_afterwards_are_noticed():
    days = pd.Timestamp("2026-01-01") + pd.to_timedelta(RANDOM.integers(0, 270, 300), unit="D")
    assert kinds(appraisals=pd.DataFrame({"done_on": days})) == []
    assert kinds(appraisals=pd.DataFrame({"done_on": days.where(RANDOM.random(300) < 0.6, pd.Timestamp("2026-03-15"))})) == [
        "digit-preference"
    ]


def staff_of(**units: int) -> pd.DataFrame:
    names = [name for name, count in units.items() for _ in range(count)]
    begun = pd.Timestamp("2020-01-01")
    return pd.DataFrame({"unit": names, "hired_on": begun, "left_on": pd.Series([pd.NaT] * len(names)), "has_left": None})


def answers_of(**units: int) -> pd.DataFrame:
    parts = [
        survey_of(varied(count, 4), unit).assign(respondent=lambda table, unit=unit: unit + table["respondent"])
        for unit, count in units.items()
    ]
    return pd.concat(parts, ignore_index=True)


def test_the_response_of_a_unit_is_its_respondents_by_its_staff():
    table = response_by_unit(answers_of(A=20, B=50), staff_of(A=100, B=100), DAY, 10).set_index("unit")
    assert table["rate"].to_dict() == {"A": 0.2, "B": 0.5}
    assert table["completeness"].to_dict() == {"A": 1.0, "B": 1.0}
    assert kinds(table.reset_index(), survey=answers_of(A=20, B=50)) == ["low-response"]


def test_a_unit_below_the_threshold_is_withheld_and_no_total_tells_it():
    table = response_by_unit(answers_of(A=9, B=15, C=40), staff_of(A=100, B=100, C=100), DAY, 10).set_index("unit")
    assert table["rate"].isna().to_dict() == {"A": True, "B": True, "C": False}, "with A alone withheld the total would tell it"
    two = response_by_unit(answers_of(A=9, B=8, C=40, D=40), staff_of(A=50, B=50, C=100, D=100), DAY, 10).set_index("unit")
    assert two["respondents"].isna().to_dict() == {"A": True, "B": True, "C": False, "D": False}
    few_staff = response_by_unit(answers_of(A=12, B=15, C=40), staff_of(A=9, B=100, C=100), DAY, 10).set_index("unit")
    assert few_staff["rate"].isna().to_dict() == {"A": True, "B": True, "C": False}


def test_more_answers_than_staff_and_gaps_are_noticed():
    response = response_by_unit(answers_of(A=30), staff_of(A=20), DAY, 10)
    assert kinds(response, survey=answers_of(A=30)) == ["more-answers-than-staff"]
    gaps = survey_of([[*row[:2], None, None] for row in varied(40, 4)])
    assert kinds(response_by_unit(gaps, None, DAY, 10), survey=gaps) == ["incomplete-answers"]


def test_every_threshold_has_a_unit_a_day_and_a_source():
    for rule in THRESHOLDS.model_dump().values():
        for threshold in (each for each in rule.values() if isinstance(each, dict)):
            assert threshold["unit"] and threshold["as_of"] and threshold["source"]

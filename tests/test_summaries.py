"""The counts beside the answers, worked out by hand on small tables."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diagnostics.definitions.instrument import load_instrument
from diagnostics.definitions.mission import read_mission
from diagnostics.definitions.standard_loading import load_standard
from diagnostics.scoring.summaries import (
    summarise,
    summarise_interviews,
    summarise_survey,
    summarise_survey_by_process,
    summarise_workforce,
)

BASE = Path(__file__).parent / "bad_inputs" / "base"
WCO = load_standard("wco-hrm")
CLIMATE = load_instrument("climate")
AS_OF = date(2026, 5, 31)

# CL-01 is a plain statement, CL-02 a reversed one, CL-03 was left out by everybody; all three are about P4.
ANSWERS = {"CL-01": ["5", "4", "3", "1", "DK", None], "CL-02": ["5", "1", "2", "2", "3"]}
SURVEY = pd.DataFrame(
    [(f"Q{number}", item, value) for item, values in ANSWERS.items() for number, value in enumerate(values)],
    columns=["respondent", "item", "value"],
)


def test_a_reversed_statement_counts_agreement_as_negative():
    table = summarise_survey(SURVEY, CLIMATE).set_index("item")
    counts = ["answered", "dont_know", "blank", "positive", "neutral", "negative"]
    assert table.loc["CL-01", counts].tolist() == [4, 1, 1, 2, 1, 1]
    assert table.loc["CL-02", counts].tolist() == [5, 0, 1, 3, 1, 1], "the sixth respondent has no row for it"
    assert table.loc["CL-03", counts].tolist() == [0, 0, 6, 0, 0, 0]
    assert len(table) == 40


def test_a_process_has_the_mean_share_of_its_answered_statements():
    table = summarise_survey_by_process(SURVEY, CLIMATE).set_index("process")
    assert table.loc["P4", ["items", "answered", "respondents"]].tolist() == [4, 9, 5]
    assert table.loc["P4", "percent_positive"] == pytest.approx((100 * 2 / 4 + 100 * 3 / 5) / 2)
    assert pd.isna(table.loc["P5", "percent_positive"]), "nobody was asked: unknown, not zero"


def test_interviews_are_counted_once_and_findings_each():
    rows = [
        ("INT-2", "hr-function", "P5-1", "neutral"), ("INT-1", "top-management", "P4-1", "negative"),
        ("INT-1", "top-management", "P4-2", "negative"), ("INT-3", "top-management", "P4-2", "positive"),
        ("INT-3", "top-management", "P13-1", "positive"),
    ]  # fmt: skip
    table = summarise_interviews(pd.DataFrame(rows, columns=["id", "group", "criterion_id", "polarity"]), WCO)
    assert table.to_numpy().tolist() == [["P4", "top-management", 1, 2, 0, 2], ["P5", "hr-function", 0, 0, 1, 1]]


def staff(rows: list[tuple]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["sex", "birth_year", "hired_on", "left_on"])
    dates = {name: pd.to_datetime(table[name]).astype("datetime64[us]") for name in ("hired_on", "left_on")}
    managers = ["S0" if number else None for number in range(len(table))]
    ids = [f"S{number}" for number in range(len(table))]
    return table.assign(**dates, birth_year=table["birth_year"].astype("Int64"), staff_id=ids, manager_id=managers, fte=1.0)


def figures(table: pd.DataFrame) -> dict[str, tuple[float, int]]:
    return {row.figure.split(" (")[0]: (row.value, row.n) for row in table.itertuples()}


def test_workforce_figures_by_hand():
    people = (
        [("f", 1966, "2016-05-31", None)] * 12 + [("m", 1990, "2026-01-01", None)] * 18 + [("m", 1980, "2000-01-01", "2025-12-31")] * 10
    )
    found = figures(summarise_workforce(staff(people), AS_OF, 10))
    assert found["headcount"] == (30, 30)
    assert found["full-time equivalents"] == (30, 30)
    assert found["women among staff whose sex is recorded"] == (40, 30)
    assert found["staff aged 55 and over"] == (40, 30)
    assert found["median age in years reached this year"] == (36, 30)
    assert found["hired in twelve months"] == (18, 18)
    assert found["left in twelve months"] == (10, 10)
    assert found["turnover"] == (pytest.approx(100 * 10 / ((22 + 30) / 2)), 10)
    assert pd.isna(found["mean span of control"][0]), "one manager is fewer than ten people"


def test_small_groups_are_not_shown_nor_what_tells_them():
    people = [("f", 1966, "2016-05-31", None)] * 9 + [("m", 1990, "2010-01-01", None)] * 100
    found = figures(summarise_workforce(staff(people), AS_OF, 10))
    assert found["headcount"] == (109, 109)
    for name in ("women among staff whose sex is recorded", "staff aged 55 and over", "hired in twelve months", "left in twelve months"):
        assert pd.isna(found[name][0]), name
        assert found[name][1] == 0, name
    few = figures(summarise_workforce(staff(people[:9]), AS_OF, 10))
    assert all(pd.isna(value) for value, _ in few.values())


days = st.dates(date(2023, 1, 1), date(2027, 12, 31))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(days, st.none() | days), min_size=1, max_size=30), st.sampled_from([AS_OF, date(2024, 2, 29)]))
def test_headcount_moves_by_hires_and_leavers(spans: list[tuple[date, date | None]], day: date):
    people = staff([("f", 1980, start, end) for start, end in spans if end is None or end >= start] or [("f", 1980, day, None)])
    now = figures(summarise_workforce(people, day, 1))
    then = figures(summarise_workforce(people, (pd.Timestamp(day) - pd.DateOffset(years=1)).date(), 1))

    def count(found: dict, name: str) -> int:
        return found[name][1]

    moved = count(now, "hired in twelve months") - count(now, "left in twelve months")
    assert count(now, "headcount") == count(then, "headcount") + moved


def test_what_was_not_brought_gives_tables_without_rows():
    tables = summarise({}, WCO, read_mission(BASE))
    assert {name: len(table) for name, table in tables.items()} == dict.fromkeys(
        ["interviews_summary", "survey_summary", "process_survey", "documents", "workforce"], 0
    )
    assert all(len(table.columns) for table in tables.values())

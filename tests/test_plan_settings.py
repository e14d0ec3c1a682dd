"""Quarters, and the days and people that a plan's settings speak of."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from diagnostics.definitions.plan_settings import PlanSettings, quarter_after
from diagnostics.planning.working_days import last_of_month, plan_span, working_days


@pytest.mark.parametrize(("start", "quarters", "then"), [("2026-Q4", 1, "2027-Q1"), ("2027-Q1", 0, "2027-Q1"), ("2027-Q2", 7, "2029-Q1")])
def test_quarters_run_over_the_year(start, quarters, then):
    assert quarter_after(start, quarters) == then


def test_a_plan_spans_whole_quarters_and_counts_its_working_days():
    settings = PlanSettings(start="2027-Q4", quarters=2)
    assert plan_span(settings) == (date(2027, 10, 1), date(2028, 3, 31))
    # October 2027 to March 2028 has 183 days: 26 weeks from Friday 1 October, and one Friday more.
    assert working_days(settings).horizon == 131
    assert [last_of_month(month) for month in ("2028-02", "2027-12")] == [date(2028, 2, 29), date(2027, 12, 31)]


def test_a_day_counts_with_the_next_working_day_and_up_to_itself():
    calendar = working_days(PlanSettings(start="2027-Q1", quarters=1))
    saturday, monday = date(2027, 1, 2), date(2027, 1, 4)
    assert calendar.day(calendar.on_or_after(saturday)) == monday and calendar.up_to(saturday) == 1
    assert calendar.on_or_after(date(2026, 5, 1)) == 0 and calendar.between(saturday, monday) == 1


@pytest.mark.parametrize(
    ("people", "fits"),
    [
        ([("", "2027-06"), ("2027-07", "")], True),
        ([("", "2027-07"), ("2027-07", "")], False),
        ([("", ""), ("2027-07", "2027-08")], False),
    ],
)
def test_a_month_has_one_row_of_a_role(people, fits):
    rows = [{"role": "trainer", "people": 1} | {k: v for k, v in zip(("from", "to"), span, strict=True) if v} for span in people]
    if fits:
        assert len(PlanSettings.model_validate({"start": "2027-Q1", "people": rows}).people) == 2
    else:
        with pytest.raises(ValidationError, match="two rows give the people of 'trainer'"):
            PlanSettings.model_validate({"start": "2027-Q1", "people": rows})


@pytest.mark.parametrize(
    ("calendar", "said"),
    [
        ({"country": "XX"}, "not known"),
        ({"country": "DE", "subdivision": "ZZ"}, "known: BB, BE"),
        ({"subdivision": "BE"}, "needs its 'country'"),
    ],
)
def test_holidays_of_an_unknown_country_are_refused(calendar, said):
    with pytest.raises(ValidationError, match=said):
        PlanSettings.model_validate({"start": "2027-Q1", "calendar": calendar})

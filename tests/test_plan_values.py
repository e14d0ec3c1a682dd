"""What people write into the cells of a plan: days, quarters, durations, sums of money, in three languages."""

from __future__ import annotations

import datetime

import pytest

from diagnostics.definitions.plan_headings import load_plan_headings, plain
from diagnostics.intake.plans.plan_columns import understand
from diagnostics.intake.plans.plan_values import order_of_dates, parse_day, parse_money, parse_months, parse_quarter, parse_share


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2027-03-15", "2027-03-15", "2027-03-15"), ("2027-03-15T08:00:00", "2027-03-15", "2027-03-15"),
        ("15.3.2027", "2027-03-15", "2027-03-15"), ("15. 03. 2027.", "2027-03-15", "2027-03-15"),
        ("15/3/2027", "2027-03-15", "2027-03-15"), ("15 March 2027", "2027-03-15", "2027-03-15"),
        ("1er mars 2027", "2027-03-01", "2027-03-01"), ("15. март 2027. године", "2027-03-15", "2027-03-15"),
        (datetime.datetime(2027, 3, 15), "2027-03-15", "2027-03-15"), ("March 2027", "2027-03-01", "2027-03-31"),
        ("fév. 2028", "2028-02-01", "2028-02-29"), ("март 2027", "2027-03-01", "2027-03-31"), ("03.2027", "2027-03-01", "2027-03-31"),
        ("2027-03", "2027-03-01", "2027-03-31"), ("Q2 2027", "2027-04-01", "2027-06-30"), ("T4 2027", "2027-10-01", "2027-12-31"),
        ("II кв. 2027", "2027-04-01", "2027-06-30"), ("2027", "2027-01-01", "2027-12-31"), (2027.0, "2027-01-01", "2027-12-31"),
    ],
)  # fmt: skip
def test_a_day_a_month_a_quarter_or_a_year(written, first, last):
    assert (str(parse_day(written, "first")), str(parse_day(written, "last"))) == (first, last)


@pytest.mark.parametrize(
    "written",
    [
        "mid-March",
        "soon",
        "31.02.2027",
        "2027-13",
        "Q5 2027",
        "Q2",
        "Q2 2027 2028",
        "13/13/2027",
        46461.0,
        "31.12.9999",
        "12",
        "Mars",
        True,
    ],
)
def test_what_is_no_day_is_not_guessed(written):
    assert parse_day(written, "first") is None


def test_the_day_comes_first_unless_the_column_shows_the_other_order():
    assert order_of_dates(["03/04/2027", "05/06/2027"]) == ("day-month-year", True)
    assert order_of_dates(["03/04/2027", "05/16/2027"]) == ("month-day-year", True)
    assert order_of_dates(["23/04/2027", "05/16/2027"]) == ("day-month-year", True)  # the second one is then a problem
    assert order_of_dates(["2027-03-04", 5.0]) == ("day-month-year", False)
    assert parse_day("03/04/2027", "first", "month-day-year") == datetime.date(2027, 3, 4)


@pytest.mark.parametrize(
    ("written", "quarter"),
    [
        ("2027-Q2", "2027-Q2"), ("Q2/2027", "2027-Q2"), ("T2 2027", "2027-Q2"), ("K2 2027", "2027-Q2"), ("II кв. 2027", "2027-Q2"),
        ("2nd quarter 2027", "2027-Q2"), ("2. kvartal 2027.", "2027-Q2"), ("1er trimestre 2027", "2027-Q1"),
        ("IV тромесечје 2027", "2027-Q4"),
    ],
)  # fmt: skip
def test_a_quarter(written, quarter):
    assert str(parse_quarter(written)) == quarter


@pytest.mark.parametrize(
    ("written", "amount", "currency"),
    [
        ("12.000", 12_000, ""), ("12,000", 12_000, ""), ("12.5", 12.5, ""), ("0.125", 0.125, ""), ("RSD 1,200,000", 1_200_000, "RSD"),
        ("12 000,50 €", 12_000.5, "EUR"), ("50.000,00 дин.", 50_000, "RSD"), ("1.5 million EUR", 1_500_000, "EUR"),
        ("1.234 млн", None, None), ("1,234.56", 1234.56, ""), ("10.000,5", 10_000.5, ""), ("1.2.3", None, None), ("3 x 100", None, None),
        ("a lot", None, None), (500, 500, ""), (2500.125, 2500.125, ""), ("1'250.00 CHF", 1250, "CHF"),
        ("1 200 000 FCFA", 1_200_000, "XOF"),
    ],
)  # fmt: skip
def test_a_sum_of_money(written, amount, currency):
    assert parse_money(written) == (None if amount is None else (amount, currency))


@pytest.mark.parametrize(
    ("written", "unit", "months"),
    [("3 months", "weeks", 3), ("6 weeks", "months", 30 / 21), ("45 дана", "months", 45 / 21), ("3", "months", 3), (42.0, "days", 2),
     ("1,5 mois", "days", 1.5), ("2 године", "months", 24), ("soon", "months", None), ("0", "months", None), ("-2", "months", None)],
)  # fmt: skip
def test_a_duration_in_months_of_21_working_days(written, unit, months):
    assert parse_months(written, unit) == (None if months is None else pytest.approx(months, abs=1e-6))


@pytest.mark.parametrize(
    ("written", "percent", "share"),
    [("45 %", False, 0.45), ("45%", True, 0.45), (0.45, False, 0.45), (45.0, True, 0.45), (45.0, False, None), ("140 %", False, None)],
)
def test_a_share(written, percent, share):
    assert parse_share(written, percent) == (None if share is None else pytest.approx(share))


@pytest.mark.parametrize(
    ("heading", "field", "unit"),
    [
        ("Activity", "title", ""), ("Назив активности", "title", ""), ("1. Objectif spécifique", "objective", ""), ("R. br.", "action", ""),
        ("№", "action", ""), ("Cost (EUR)", "amount", "EUR"), ("Budget, RSD", "amount", "RSD"), ("Duration in weeks", "months", "weeks"),
        ("Durée (semaines)", "months", "weeks"), ("Odgovorna osba", "owner", ""), ("Показатељ учинка", "indicator", ""),
        ("Échéance", "finish_on", ""), ("Person-days: HR officer", "days:hr-officer", ""), ("Working party", None, None),
    ],
)  # fmt: skip
def test_a_heading_is_understood_by_its_words(heading, field, unit):
    found, several = understand([heading], 0, {"hr officer": "hr-officer"})
    assert several == () and (found.field if found else None, found.unit if found else None) == (field, unit)


@pytest.mark.parametrize(("heading", "fields"), [("Date", ("start_on", "finish_on")), ("Вредност", ("baseline", "target"))])
def test_a_heading_that_may_be_several_things_is_not_guessed(heading, fields):
    assert understand([heading], 0, {}) == (None, fields)


def test_every_word_of_the_list_is_understood_as_its_field():
    for field, words in load_plan_headings().headings.items():
        for word in words:
            found, _ = understand([word.title()], 0, {})
            assert found and found.field == field, (word, plain(word))

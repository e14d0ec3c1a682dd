"""Rounding happens once, half away from zero, and an unknown number is never 0."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagnostics.reporting import numbers
from diagnostics.reporting.speaker import speaker

ENGLISH = speaker("en")


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (2.675, 2, "2.68"),  # 2.67499999999999982236431605997495353221893310546875 in binary
        (1.005, 2, "1.01"),
        (-0.125, 2, "\u22120.13"),
        (0.5, 0, "1"),
        (1.5, 0, "2"),
        (2.5, 0, "3"),
        (85.554, 2, "85.55"),
        ((100 + 100 + 61.11 + 94.44 + 72.22) / 5, 2, "85.55"),
        (-0.0001, 2, "0.00"),
        (3, 2, "3.00"),
    ],
)
def test_half_is_rounded_away_from_zero(value, decimals, expected):
    assert ENGLISH.fixed(value, decimals) == expected


@pytest.mark.parametrize("nothing", [None, math.nan, pd.NA, np.nan, math.inf])
def test_an_unknown_number_becomes_words(nothing):
    shown = [getattr(ENGLISH, form)(nothing) for form in ("fixed", "signed", "level", "published", "percent")]
    assert shown == ["not assessed", "not assessed", "not assessed", "no data", "no data"]
    assert ENGLISH.count(nothing) == ENGLISH.days(nothing) == "no data"


@pytest.mark.parametrize(
    ("value", "expected"), [(61.11, "61.11"), (100, "100"), (100.0, "100"), (0, "0"), (87.5, "87.5"), (16.67, "16.67")]
)
def test_a_published_value_is_printed_as_it_was(value, expected):
    assert ENGLISH.published(value) == expected


def test_a_difference_has_its_sign_and_no_difference_has_none():
    assert [ENGLISH.signed(value) for value in (72.22 - 85.554, 15, 0.001)] == ["\u221213.33", "+15.00", "0.00"]


def test_counts_are_grouped_and_small_ones_are_words():
    assert ENGLISH.count(1234567) == "1\u202f234\u202f567"
    assert [ENGLISH("count-in-words", count=number) for number in (0, 1, 12, 13)] == ["no", "one", "twelve", "13"]


def test_a_large_count_in_a_sentence_is_grouped_as_in_the_tables():
    assert ENGLISH("caveat-blank", count=12345) == "12\u202f345 were left blank"


@given(st.decimals(min_value=-1000, max_value=1000, places=3))
def test_rounding_agrees_with_exact_arithmetic_on_what_was_written(value):
    exact = int(abs(value) * 1000)
    expected = (exact + 5) // 10 * (1 if value >= 0 else -1)
    assert numbers.rounded(float(value), 2) * 100 == expected

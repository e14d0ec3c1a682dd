"""How a number becomes text: rounded here and nowhere else, half away from zero, as the very last step.

An unknown number becomes words, never 0. Differences are taken from unrounded values before they come here.
"""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pandas as pd

NOT_ASSESSED = "not assessed"
NOT_APPLICABLE = "not applicable"
NO_DATA = "no data"
MINUS = "\u2212"
_NOISE = 10  # decimals beyond which a float carries only the noise of binary arithmetic

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def known(value: Any) -> bool:
    """Whether there is a number at all."""
    return value is not None and not bool(pd.isna(value)) and math.isfinite(float(value))


def rounded(value: float, decimals: int) -> Decimal:
    """A number rounded half away from zero: 2.675 → 2.68, −0.125 → −0.13."""
    exact = Decimal(repr(round(float(value), _NOISE)))
    return exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def fixed(value: Any, decimals: int = 2, unknown: str = NOT_ASSESSED) -> str:
    """A number with a fixed count of decimals; words where it is unknown."""
    if not known(value):
        return unknown
    number = rounded(value, decimals)
    return _text(number if number else abs(number))


def signed(value: Any, decimals: int = 2, unknown: str = NOT_ASSESSED) -> str:
    """A difference, with its sign; a difference of nothing has none."""
    if not known(value):
        return unknown
    number = rounded(value, decimals)
    return _text(abs(number)) if not number else ("+" if number > 0 else "") + _text(number)


def published(value: Any, unknown: str = NO_DATA) -> str:
    """A value as its source printed it: 61.11, 87.5, 100. Nothing is rounded and no decimal is added."""
    if not known(value):
        return unknown
    return _text(Decimal(repr(round(float(value), _NOISE))).normalize())


def brief(value: Any, decimals: int = 1, unknown: str = NO_DATA) -> str:
    """A number with at most so many decimals, thousands apart: 9 102, 43.6."""
    if not known(value):
        return unknown
    whole, _, rest = fixed(value, decimals).partition(".")
    sign, digits = whole[: whole.startswith(MINUS)], whole.removeprefix(MINUS)
    rest = rest.rstrip("0")
    return sign + count(int(digits)) + (f".{rest}" if rest else "")


def level(value: Any, unknown: str = NOT_ASSESSED) -> str:
    """A level or target: whole where it is whole, otherwise with two decimals."""
    if not known(value):
        return unknown
    return fixed(value, 0) if float(value).is_integer() else fixed(value, 2)


def count(value: Any, unknown: str = NO_DATA) -> str:
    """A count, with thousands apart."""
    return f"{int(value):,}".replace(",", "\u202f") if known(value) else unknown


def percent(value: Any, decimals: int = 0, unknown: str = NO_DATA) -> str:
    """A percentage from 0–100, with its sign after a no-break space."""
    return f"{fixed(value, decimals)}\u00a0%" if known(value) else unknown


def days(value: Any, unknown: str = NO_DATA) -> str:
    """Person-days: whole where they are whole."""
    if not known(value):
        return unknown
    return count(value) if float(value).is_integer() else fixed(value, 1)


def unlike(value: float, limit: float) -> str:
    """A number in whole figures; with decimals where rounding would make it equal to a limit that it does not reach."""
    whole, differs = rounded(value, 0), rounded(value, 1) != rounded(limit, 1)
    return fixed(value, 1 if differs and whole == rounded(limit, 0) else 0)


def in_words(number: int) -> str:
    """A small count as a word, a larger one in figures."""
    return _WORDS[number] if 0 <= number < len(_WORDS) else count(number)


def _text(number: Decimal) -> str:
    return f"{number:f}".replace("-", MINUS)

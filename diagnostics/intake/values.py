"""What a typed text means as a number or a date. Forms that could be read in two ways are refused, never guessed."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date

import pandas as pd

NUMBER_FORM = "a number such as 12 or 0.75 (a decimal comma is accepted)"
INTEGER_FORM = "a whole number"
MONTH_FORM = "a month such as 2026-05 or 05.2026"
DATE_FORM = "a date such as 2026-05-31 or 31.05.2026"

_PLAIN = re.compile(r"[-+]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)([eE][-+]?[0-9]{1,3})?", re.ASCII)
_COMMA_OR_THOUSANDS = re.compile(r"[-+]?[1-9][0-9]{0,2},[0-9]{3}", re.ASCII)
_GROUPED_BY_SPACES = re.compile(r"[-+]?[1-9][0-9]{0,2}([ \u00a0\u202f][0-9]{3})+([.,][0-9]+)?", re.ASCII)
_GROUPED_BY_POINTS = re.compile(r"[-+]?[1-9][0-9]{0,2}((\.[0-9]{3})+,[0-9]+|(\.[0-9]{3}){2,})", re.ASCII)
_GROUPED_BY_COMMAS = re.compile(r"[-+]?[1-9][0-9]{0,2}((,[0-9]{3})+\.[0-9]+|(,[0-9]{3}){2,})", re.ASCII)
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})([T ][0-9]{2}:[0-9]{2}.*)?", re.ASCII)
_POINTED_DATE = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})\.?", re.ASCII)
_ISO_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})", re.ASCII)
_POINTED_MONTH = re.compile(r"([0-9]{1,2})[./]([0-9]{4})", re.ASCII)
_SEPARATORS = re.compile(r"[ ;,\s]+")


def parse_number(text: str) -> float | None:
    """The number that a text means; none where it is no number, or may be two.

    ``1,5`` is one and a half and ``1 234,5`` is grouped, but ``1,234`` may be either and is refused.
    """
    if _COMMA_OR_THOUSANDS.fullmatch(text):
        return None
    if _PLAIN.fullmatch(text):
        plain = text.replace(",", ".")
    elif _GROUPED_BY_SPACES.fullmatch(text):
        plain = re.sub(r"[ \u00a0\u202f]", "", text).replace(",", ".")
    elif _GROUPED_BY_POINTS.fullmatch(text):
        plain = text.replace(".", "").replace(",", ".")
    elif _GROUPED_BY_COMMAS.fullmatch(text):
        plain = text.replace(",", "")
    else:
        return None
    number = float(plain)
    return number if math.isfinite(number) else None


def parse_integer(text: str) -> float | None:
    """The whole number that a text means; ``5.0`` is one, ``5.5`` is not."""
    number = parse_number(text)
    return number if number is not None and number.is_integer() else None


def parse_date(text: str) -> date | None:
    """The day that a text means: ISO form, with or without a time, or day.month.year; none for every other form."""
    iso, pointed = _ISO_DATE.fullmatch(text), _POINTED_DATE.fullmatch(text)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if pointed:
            return date(int(pointed[3]), int(pointed[2]), int(pointed[1]))
    except ValueError:
        return None  # the 31st of February
    return None


def parse_month(text: str) -> date | None:
    """The first day of the month that a text means; a whole date, as spreadsheets make of a month, counts as its month."""
    iso, pointed = _ISO_MONTH.fullmatch(text), _POINTED_MONTH.fullmatch(text)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), 1)
        if pointed:
            return date(int(pointed[2]), int(pointed[1]), 1)
    except ValueError:
        return None  # a thirteenth month
    day = parse_date(text)
    return None if day is None else day.replace(day=1)


def parse_several(text: str) -> list[str]:
    """The values of a cell that may hold several, separated by spaces, semicolons or commas."""
    return [part for part in _SEPARATORS.split(text) if part]


def number_text(number: float) -> str:
    """The shortest text of a number, with a decimal point."""
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)


def map_distinct(column: pd.Series, meaning: Callable[[str], object]) -> pd.Series:
    """Apply ``meaning`` once to each distinct text of a column; null stays null."""
    meanings = {text: meaning(text) for text in column.dropna().unique()}
    return column.map(meanings)

"""What a cell of a work plan means: a day, a quarter, a duration, a sum of money. What could be read in two ways is refused or told.

A cell comes as its file holds it: a text, a number or a day.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from diagnostics.definitions.plan_headings import load_plan_headings, plain
from diagnostics.definitions.planning_figures import load_planning_figures
from diagnostics.intake.values import parse_date, parse_number
from diagnostics.intake.workbooks import cell_text

DAY_FORM = "a date such as 2027-03-15, a month such as 2027-03 or a quarter such as 2027-Q1"
NUMBER_FORM = "a number such as 12 or 0.75"
MONEY_FORM = "an amount such as 12000 or 12 000.50"
DURATION_FORM = "a duration such as 3 months, 6 weeks or 45 days"
SHARE_FORM = "a share such as 45 %"
Order = Literal["day-month-year", "month-day-year"]
Edge = Literal["first", "last"]
YEARS = range(1990, 2101)

_SLASHED = re.compile(r"([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4})(?: .*)?", re.ASCII)
_NAMED_DAY = re.compile(r"([0-9]{1,2})(?:er|st|nd|rd|th)? ([a-z]+) ([0-9]{4})")
_NAMED_MONTH = re.compile(r"([a-z]+) ([0-9]{4})")
_MONTH = re.compile(r"(?:([0-9]{4})[-./ ]([0-9]{1,2})|([0-9]{1,2})[./ -]([0-9]{4}))\.?", re.ASCII)
_YEAR = re.compile(r"([0-9]{4})(?: (?:g|god|godine|godina))?")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_ORDINAL = re.compile(r"([1-4]|iv|i{1,3})(?:er|re|e|eme|st|nd|rd|th)?")
_AMOUNT = re.compile(r"[-+]?[0-9][0-9.,' \u00a0\u202f]*")
_WITH_UNIT = re.compile(r"([-+]?[0-9][0-9.,  ]*)(.*)", re.DOTALL)
_WEEKDAYS = 5


@dataclass(frozen=True)
class Quarter:
    """A quarter of a year."""

    year: int
    number: int

    def day(self, edge: Edge) -> datetime.date:
        """Its first or last day."""
        return _edge(self.year, 3 * self.number - 2, 3, edge)

    def __str__(self) -> str:
        return f"{self.year}-Q{self.number}"


def is_blank(cell: Any) -> bool:
    """Whether nothing is said: an empty cell, a dash, *n/a* …"""
    return cell is None or (isinstance(cell, str) and (not cell.strip() or plain(cell) in _nothing()))


def _nothing() -> set[str]:
    return {plain(word) for word in load_plan_headings().nothing}


def text_of(cell: Any) -> str:
    """A cell as text, whole numbers without a point, and without the mark that keeps a text from being a formula."""
    text = "" if cell is None else cell_text(cell).strip()
    return text[1:] if re.match(r"'\s*[=+\-@\t\r]", text) else text


def parse_quarter(text: str) -> Quarter | None:
    """``2027-Q2``, ``Q2/2027``, ``T2 2027``, ``II кв. 2027``, ``2nd quarter 2027``, in either order."""
    parts = plain(re.sub(r"(?<=[A-Za-zА-Яа-я])(?=[0-9])|(?<=[0-9])(?=[A-Za-zА-Яа-я])", " ", text)).split()
    words = {plain(word) for word in load_plan_headings().quarters}
    if not any(part in words for part in parts):
        return None
    rest = [
        part
        for part in parts
        if part not in words and part not in ("er", "e", "st", "nd", "rd", "th", "g", "god", "godine", "of", "de", "du")
    ]
    years = [part for part in rest if re.fullmatch(r"[0-9]{4}", part)]
    numbers = [part for part in rest if _ORDINAL.fullmatch(part)]
    if len(years) != 1 or len(numbers) != 1 or len(rest) != 2:
        return None
    number = _ORDINAL.fullmatch(numbers[0])
    return Quarter(int(years[0]), _ROMAN.get(number[1]) or int(number[1])) if number else None


def parse_day(cell: Any, edge: Edge, order: Order = "day-month-year") -> datetime.date | None:
    """The day that a cell means; none where it means none.

    Args:
        cell: a day, or a text: ISO, ``31.05.2027``, ``31/05/2027``, ``31 May 2027``; also a month, a quarter or a year.
        edge: whether a month, quarter or year stands for its first or its last day.
        order: of days such as ``03/04/2027``.
    """
    if isinstance(cell, datetime.date):
        day = cell.date() if isinstance(cell, datetime.datetime) else cell
        return day if day.year in YEARS else None
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()
    try:
        day = parse_date(text) or _slashed(text, order) or _named(text, edge) or _period(text, edge)
    except ValueError:
        return None  # the 31st of February
    return day if day and day.year in YEARS else None


def _slashed(text: str, order: Order) -> datetime.date | None:
    found = _SLASHED.fullmatch(text)
    if not found:
        return None
    first, second, year = (int(part) for part in found.groups())
    day, month = (first, second) if order == "day-month-year" else (second, first)
    return datetime.date(year, month, day)


def _named(text: str, edge: Edge) -> datetime.date | None:
    """``15 March 2027``, ``1er mars 2027``, ``15. mart 2027.``, ``March 2027``."""
    months = load_plan_headings().month_of
    words = plain(text).removesuffix(" godine").removesuffix(" god")
    day, month = _NAMED_DAY.fullmatch(words), _NAMED_MONTH.fullmatch(words)
    if day and day[2] in months:
        return datetime.date(int(day[3]), months[day[2]], int(day[1]))
    if month and month[1] in months:
        return _edge(int(month[2]), months[month[1]], 1, edge)
    return None


def _period(text: str, edge: Edge) -> datetime.date | None:
    if quarter := parse_quarter(text):
        return quarter.day(edge)
    if month := _MONTH.fullmatch(text):
        year, number = (int(month[1]), int(month[2])) if month[1] else (int(month[4]), int(month[3]))
        return _edge(year, number, 1, edge)
    year_alone = _YEAR.fullmatch(plain(text))
    return _edge(int(year_alone[1]), 1, 12, edge) if year_alone else None


def _edge(year: int, month: int, months: int, edge: Edge) -> datetime.date:
    """The first day of some months in a row, or the last."""
    first = datetime.date(year, month, 1)
    after = year * 12 + month - 1 + months
    return first if edge == "first" else datetime.date(after // 12, after % 12 + 1, 1) - datetime.timedelta(days=1)


def order_of_dates(cells: Iterable[Any]) -> tuple[Order, bool]:
    """The order of dates such as ``03/04/2027`` in a column, and whether there are any.

    The day comes first, as everywhere but in the United States; the month does where the column shows it.
    """
    found = [match for cell in cells if isinstance(cell, str) and (match := _SLASHED.fullmatch(cell.strip()))]
    month_first = any(int(match[2]) > 12 for match in found) and not any(int(match[1]) > 12 for match in found)
    return ("month-day-year" if month_first else "day-month-year"), bool(found)


def parse_count(cell: Any, words: Iterable[str] = ()) -> float | None:
    """A number, perhaps with one of the words behind it: ``12 days``. None where it is none, or may be two."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return float(cell)
    found = _WITH_UNIT.fullmatch(str(cell).strip())
    if not found or (found[2].strip() and plain(found[2]) not in {plain(word) for word in words}):
        return None
    return parse_number(found[1].strip())


def parse_money(cell: Any) -> tuple[float, str] | None:
    """An amount and its currency, ``""`` where none is named. None where it is no amount.

    ``12.000`` and ``12,000`` are twelve thousand: money has two decimals at most (house rule).
    """
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return float(cell), ""
    text = str(cell).strip()
    found = _AMOUNT.findall(text)
    if len(found) != 1:
        return None
    words = _AMOUNT.sub(" ", text, count=1)
    currency, times = "", 1.0
    for word in plain(words).split() if plain(words) else ():
        if (code := currency_of(word)) and not currency:
            currency = code
        elif word in {plain(one) for one in load_plan_headings().thousands}:
            times *= 1_000
        elif word in {plain(one) for one in load_plan_headings().millions}:
            times *= 1_000_000
        elif word not in ("p", "a"):
            return None
    number = _amount(found[0], exact=times == 1)
    return None if number is None else (number * times, currency)


def _amount(text: str, exact: bool) -> float | None:
    """Digits with their separators as a number. ``exact``: no thousands are named, so three digits behind a sign are a group."""
    digits = re.sub(r"[' \u00a0\u202f]", "", text).rstrip(".,")
    signs = [sign for sign in ".," if sign in digits]
    if not signs:
        return float(digits)
    last = max(signs, key=digits.rfind)
    behind = len(digits) - digits.rfind(last) - 1
    below_one = digits.lstrip("+-").startswith("0")
    grouped = len(signs) == 1 and (digits.count(last) > 1 or (behind == 3 and exact and not below_one))
    whole, _, rest = (digits, "", "") if grouped else digits.rpartition(last)
    groups = re.split("[.,]", whole)
    if any(len(group) != 3 for group in groups[1:]):
        return None
    return float("".join(groups) + (f".{rest}" if rest else ""))


def currency_of(word: str) -> str:
    """The ISO code of a currency's name or sign; empty where it is none."""
    return next((code for code, words in load_plan_headings().currencies.items() if plain(word) in {plain(one) for one in words}), "")


def parse_months(cell: Any, unit: str) -> float | None:
    """A duration in months of 21 working days.

    Args:
        cell: a number, or a text that may name a unit of time.
        unit: the unit of a bare number: days, weeks, months or years.
    """
    number: float | None
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        number = float(cell)
    else:
        found = _WITH_UNIT.fullmatch(str(cell).strip())
        if not found:
            return None
        number = parse_number(found[1].strip())
        if word := plain(found[2]) if found[2].strip() else "":
            unit = unit_of_time(word)
    a_month = load_planning_figures().working_days_a_month.value
    times = {"days": 1 / a_month, "weeks": _WEEKDAYS / a_month, "months": 1.0, "years": 12.0}
    return None if number is None or unit not in times or number <= 0 else round(number * times[unit], 6)


def unit_of_time(word: str) -> str:
    """Which unit of time a word stands for; empty where it is none."""
    return next((unit for unit, words in load_plan_headings().durations.items() if plain(word) in {plain(one) for one in words}), "")


def parse_share(cell: Any, percent: bool) -> float | None:
    """A share from 0 to 1. ``percent``: bare numbers are percentages."""
    text = text_of(cell)
    named = text.endswith("%")
    number = float(cell) if isinstance(cell, int | float) and not isinstance(cell, bool) else parse_number(text.removesuffix("%").strip())
    if number is None:
        return None
    share = number / 100 if named or percent else number
    return share if 0 <= share <= 1 else None


def word_of(cell: Any, known: dict[str, tuple[str, ...]]) -> str | None:
    """The code that a word stands for; none where it stands for none."""
    word = plain(text_of(cell))
    return next((code for code, words in known.items() if word == plain(code) or word in {plain(one) for one in words}), None)

"""The working days of a plan: weekends, public holidays and blackout periods left out."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from diagnostics.definitions.plan_settings import PlanCalendar, PlanSettings, first_of_quarter, last_of_quarter, quarter_after

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_YEARS_BEYOND = 10  # after the plan's end, for what runs over it


@dataclass(frozen=True)
class WorkingDays:
    """Working days in order, counted from 0, the first one of the plan.

    Attributes:
        days: every working day from the plan's start to some years after its end.
        end: the plan's last day, both ends counted.
    """

    days: tuple[date, ...]
    end: date

    @property
    def horizon(self) -> int:
        """How many working days the plan has."""
        return bisect.bisect_right(self.days, self.end)

    def day(self, number: int) -> date:
        """The working day of that number."""
        return self.days[number]

    def on_or_after(self, day: date) -> int:
        """The number of the first working day on ``day`` or after it; 0 for days before the plan."""
        return bisect.bisect_left(self.days, day)

    def up_to(self, day: date) -> int:
        """How many working days there are up to and with ``day``."""
        return bisect.bisect_right(self.days, day)

    def between(self, first: date, last: date) -> int:
        """How many working days there are from ``first`` to ``last``, both counted."""
        return max(0, self.up_to(last) - self.on_or_after(first))


def working_days(settings: PlanSettings, also: Iterable[date] = ()) -> WorkingDays:
    """The working days of a plan.

    Args:
        settings: start, length and calendar.
        also: days that must be within reach, such as the end of a plan that somebody else made.
    """
    first, end = plan_span(settings)
    last = max([end, *also])
    closed = closed_days(settings.calendar, first.year, last.year + _YEARS_BEYOND)
    weekend = {WEEKDAYS.index(name) for name in settings.calendar.weekend}
    span = (date(last.year + _YEARS_BEYOND, 12, 31) - first).days
    days = (first + timedelta(days=number) for number in range(span + 1))
    return WorkingDays(tuple(day for day in days if day.weekday() not in weekend and day not in closed), end)


def plan_span(settings: PlanSettings) -> tuple[date, date]:
    """First and last day of a plan."""
    return first_of_quarter(settings.start), last_of_quarter(quarter_after(settings.start, settings.quarters - 1))


def closed_days(calendar: PlanCalendar, first_year: int, last_year: int) -> dict[date, str]:
    """Day on which nobody works, weekends aside → the holiday's name or the blackout's reason."""
    closed: dict[date, str] = {}
    if calendar.country:
        import holidays

        closed |= holidays.country_holidays(calendar.country, subdiv=calendar.subdivision, years=range(first_year, last_year + 1))
    for blackout in calendar.blackouts:
        length = (blackout.to_day - blackout.from_day).days
        closed |= {blackout.from_day + timedelta(days=number): blackout.reason for number in range(length + 1)}
    return closed


def quarter_of(day: date) -> str:
    """``2027-Q1``."""
    return f"{day.year}-Q{(day.month + 2) // 3}"


def month_of(day: date) -> str:
    """``2027-01``."""
    return f"{day.year}-{day.month:02d}"


def first_of_month(month: str) -> date:
    """The first day of ``2027-01``."""
    return date(int(month[:4]), int(month[5:]), 1)


def last_of_month(month: str) -> date:
    """The last day of ``2027-01``."""
    first = first_of_month(month)
    return date(first.year + first.month // 12, first.month % 12 + 1, 1) - timedelta(days=1)

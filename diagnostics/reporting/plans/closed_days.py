"""What the days on which nobody works are called, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from diagnostics.definitions.plan_settings import PlanCalendar
from diagnostics.definitions.translations import SERBIAN_LATIN
from diagnostics.definitions.transliteration import to_latin
from diagnostics.planning.working_days import WEEKDAYS, closed_days

_LANGUAGES = {"en": "en_US", "fr": "fr", SERBIAN_LATIN: "sr", "sr-Cyrl": "sr"}


def named_closed_days(calendar: PlanCalendar, first_year: int, last_year: int, language: str) -> tuple[tuple[date, str], ...]:
    """Day on which nobody works, weekends aside, and why, in the order of the days.

    A holiday is named in the language, else in English, else as its country names it: never in that of the machine.
    """
    weekend = {WEEKDAYS.index(name) for name in calendar.weekend}
    reasons = {day: reason for day, reason in closed_days(calendar, first_year, last_year).items() if day.weekday() not in weekend}
    names = _holidays(calendar, range(first_year, last_year + 1), language)
    own = closed_days(calendar.model_copy(update={"country": None}), first_year, last_year)
    return tuple((day, own.get(day) or names.get(day, reasons[day])) for day in sorted(reasons))


def _holidays(calendar: PlanCalendar, years: Iterable[int], language: str) -> dict[date, str]:
    if not calendar.country:
        return {}
    import holidays

    known = holidays.country_holidays(calendar.country, subdiv=calendar.subdivision).supported_languages
    wanted = next((one for one in (_LANGUAGES[language], "en_US") if one in known), None)
    found = holidays.country_holidays(calendar.country, subdiv=calendar.subdivision, years=years, language=wanted)
    return {day: to_latin(name) if language == SERBIAN_LATIN else name for day, name in found.items()}

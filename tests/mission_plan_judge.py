"""An independent judge of a mission's plan, day by day. It shares no code with planning."""

from __future__ import annotations

import json
from datetime import date, timedelta

import holidays
import pandas as pd

from diagnostics.definitions.plan_settings import PlanSettings


def is_working_day(day: date, settings: PlanSettings) -> bool:
    """Whether people work on the plan on that day."""
    closed = holidays.country_holidays(settings.calendar.country, years=day.year) if settings.calendar.country else {}
    away = any(one.from_day <= day <= one.to_day for one in settings.calendar.blackouts)
    return day.strftime("%A").lower() not in settings.calendar.weekend and day not in closed and not away


def days_between(first: date, last: date, settings: PlanSettings) -> list[date]:
    """Working days from ``first`` to ``last``, both counted."""
    return [day for number in range((last - first).days + 1) if is_working_day(day := first + timedelta(days=number), settings)]


def broken_by(plan: pd.DataFrame, settings: PlanSettings) -> list[str]:
    """Everything that a plan's actions break: order, dates, approval, people of each day, person-days of each quarter, money."""
    placed = plan[plan["scheduled"]]
    finish = dict(zip(placed["action"], placed["finish_on"], strict=True))
    broken, taken = [], {}
    for row in placed.to_dict("records"):
        first, last = date.fromisoformat(row["start_on"]), date.fromisoformat(row["finish_on"])
        days = days_between(first, last, settings)
        broken += [f"{row['action']} before {one} ends" for one in row["after"].split() if one in finish and finish[one] >= row["start_on"]]
        if len(days) != max(1, round(row["months"] * 21)) or first not in days or last not in days:
            broken.append(f"{row['action']} takes {len(days)} days")
        if (row["by"] and row["finish_on"] > row["by"]) or row["start_on"] < max(row["not_before"], str(settings.approved_on or "")):
            broken.append(f"{row['action']} breaks a date")
        for role, effort in (json.loads(row["person_days_by_role"]) | {"": row["person_days"]}).items():
            for day in days:
                taken[role, day] = taken.get((role, day), 0.0) + effort / len(days)
    return broken + _people(taken, settings) + _totals(taken, settings) + _money(placed, settings)


def _people(taken: dict[tuple[str, date], float], settings: PlanSettings) -> list[str]:
    broken = []
    for (role, day), people in taken.items():
        rows = [one for one in settings.people if one.role == role]
        month = f"{day:%Y-%m}"
        there = sum(one.people for one in rows if (one.from_month or month) <= month <= (one.to_month or month))
        if rows and people > there + 1e-6:
            broken.append(f"{role} on {day}: {people} of {there}")
    return broken


def _totals(taken: dict[tuple[str, date], float], settings: PlanSettings) -> list[str]:
    quarters: dict[tuple[int, int], float] = {}
    for (role, day), people in taken.items():
        if not role:
            quarter = day.year, (day.month - 1) // 3
            quarters[quarter] = quarters.get(quarter, 0.0) + people
    return [f"{quarter}: {days} person-days" for quarter, days in quarters.items() if days > settings.person_days_per_quarter + 1e-6]


def _money(placed: pd.DataFrame, settings: PlanSettings) -> list[str]:
    spent = placed.groupby(placed["start_on"].str[:4])["amount"].sum()
    limits = settings.budget.by_year if settings.budget else {}
    return [f"{year}: {amount} spent" for year, amount in spent.items() if amount > limits.get(int(year), float("inf"))]

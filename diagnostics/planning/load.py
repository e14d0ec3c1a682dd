"""What a plan takes of people and money, month by month, beside what there is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pandas as pd

from diagnostics.definitions.plan_settings import ALL_ROLES, PlanSettings
from diagnostics.planning.mission_project import needs_of
from diagnostics.planning.working_days import WorkingDays, first_of_month, last_of_month, month_of, quarter_of, working_days


def load_by_month(plan: pd.DataFrame, settings: PlanSettings) -> pd.DataFrame:
    """Person-days that the actions with a place take of each resource, spread evenly over their working days.

    Args:
        plan: ``plan_table``.
        settings: people and calendar.

    Returns:
        One row per resource and month of the plan, and of later months that an action reaches into: resource str, ``hr-officer``,
        ``hr-officer@CH-03`` or "all roles" | month str, ``2027-01`` | person_days float | capacity float, person-days.
    """
    placed = plan[(plan["start_on"] != "") & (plan["finish_on"] != "")]
    calendar = working_days(settings, [date.fromisoformat(day) for day in placed["finish_on"]])
    last = max([calendar.end, *(date.fromisoformat(day) for day in placed["finish_on"])])
    days: dict[str, int] = {}
    for day in calendar.days[: calendar.up_to(last)]:
        days[month_of(day)] = days.get(month_of(day), 0) + 1
    resources = [*dict.fromkeys(one.resource for one in settings.people), ALL_ROLES]
    taken = {(name, month): 0.0 for name in resources for month in days}
    for row in placed.to_dict("records"):
        _spread(taken, row, settings, calendar)
    rows = [
        {"resource": name, "month": month, "person_days": value, "capacity": capacity_of(name, month, settings, days, calendar)}
        for (name, month), value in taken.items()
    ]
    return pd.DataFrame(rows, columns=["resource", "month", "person_days", "capacity"]).astype({"person_days": float, "capacity": float})


def _spread(taken: dict[tuple[str, str], float], row: Mapping[str, str], settings: PlanSettings, calendar: WorkingDays) -> None:
    first, last = calendar.on_or_after(date.fromisoformat(row["start_on"])), calendar.up_to(date.fromisoformat(row["finish_on"]))
    length = last - first
    if length <= 0:
        return  # a plan from elsewhere may finish before it starts: its check says so
    for name, days in needs_of(row, settings).items():
        for number in range(first, last):
            cell = (name, month_of(calendar.day(number)))
            taken[cell] = taken.get(cell, 0.0) + days / length


def capacity_of(name: str, month: str, settings: PlanSettings, days: Mapping[str, int], calendar: WorkingDays) -> float:
    """Person-days that there are of a resource in a month.

    Args:
        name: the resource.
        month: ``2027-01``.
        settings: people and total.
        days: month → its working days.
        calendar: the plan's working days.
    """
    if name != ALL_ROLES:
        rows = [one for one in settings.people if one.resource == name]
        there = [one.people for one in rows if (one.from_month or month) <= month <= (one.to_month or month)]
        return sum(there) * days[month]
    quarter = quarter_of(first_of_month(month))
    year, number = int(quarter[:4]), int(quarter[-1])
    first, last = date(year, 3 * number - 2, 1), last_of_month(f"{year}-{3 * number:02d}")
    return settings.person_days_per_quarter * days[month] / calendar.between(first, last)


def load_by_quarter(load: pd.DataFrame) -> pd.DataFrame:
    """Person-days of all roles together in each quarter.

    Args:
        load: table of ``load_by_month``.

    Returns:
        One row per quarter: quarter str, person_days float, capacity float.
    """
    everybody = load[load["resource"] == ALL_ROLES]
    quarters = everybody["month"].map(lambda month: quarter_of(first_of_month(month))).rename("quarter")
    return everybody.groupby(quarters)[["person_days", "capacity"]].sum().reset_index()


def money_by_year(plan: pd.DataFrame, settings: PlanSettings) -> pd.DataFrame:
    """What the actions that start in each year cost.

    Args:
        plan: ``plan_table``.
        settings: budget.

    Returns:
        One row per year of the plan and of the budget: year int | amount float, committed | budget float, empty = not limited |
        unknown int, actions of that year whose cost nobody has told.
    """
    placed = plan[plan["start_on"] != ""]
    years = pd.to_numeric(placed["start_on"].str[:4])
    budget = settings.budget.by_year if settings.budget else {}
    calendar = working_days(settings)
    every = sorted({*range(calendar.days[0].year, calendar.end.year + 1), *budget, *years})
    rows = []
    for year in every:
        amounts = placed.loc[years == year, "amount"]
        rows.append({"year": year, "amount": float(amounts.sum()), "budget": budget.get(year), "unknown": int(amounts.isna().sum())})
    return pd.DataFrame(rows, columns=["year", "amount", "budget", "unknown"]).astype({"budget": float})

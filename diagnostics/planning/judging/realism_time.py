"""A plan laid out in time: every action with its first and last day, on one calendar of working days."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pandas as pd

from diagnostics.definitions.plan_settings import PlanSettings
from diagnostics.planning.mission_project import duration_of
from diagnostics.planning.plan_table import typed_plan
from diagnostics.planning.working_days import WorkingDays, first_of_month, last_of_month, plan_span, quarter_of, working_days

UNDER_WAY = ("in progress", "done")
"""Begun before this plan: its start is history."""


@dataclass(frozen=True)
class Planned:
    """One action that has, or should have, a place.

    Attributes:
        action, row: its id, and the row of the file that it came from.
        cells: its row of ``plan_table``.
        first, last: its first and its last day; where only quarters are given, the first day of the one and the last of the other.
        begin, end: the same in working days from the calendar's first; ``end`` exclusive. None without both days.
        to_the_day: whether days are known. Who writes the first day of a quarter and the last day of a quarter means the quarters.
    """

    action: str
    row: int | None
    cells: dict
    first: date | None
    last: date | None
    begin: int | None
    end: int | None
    to_the_day: bool

    @property
    def length(self) -> int:
        """Working days from the first to the last day; 0 where there are none, or one of the two is not known."""
        return max(0, self.end - self.begin) if self.begin is not None and self.end is not None else 0

    @property
    def starts_by(self) -> date | None:
        """The last day on which it may mean to start."""
        return self.first if self.to_the_day or not self.first else last_of_quarter(quarter_of(self.first))

    @property
    def finishes_from(self) -> date | None:
        """The first day on which it may mean to be finished."""
        return self.last if self.to_the_day or not self.last else first_of_quarter(quarter_of(self.last))

    @property
    def after(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(str(self.cells["after"]).split()))

    @property
    def under_way(self) -> bool:
        return self.cells["status"] in UNDER_WAY

    def estimate(self, name: str) -> int | None:
        """One of its durations in working days: ``months``, ``optimistic_months`` or ``pessimistic_months``; None = not given."""
        months = self.cells[name]
        return None if math.isnan(months) else duration_of(months)


@dataclass(frozen=True)
class PlanInTime:
    """A plan as the checks look at it.

    Attributes:
        actions: those that are to be done, in the plan's order.
        without_place: ids of the others: left out, dropped or stopped.
        settings, as_of: what the plan may use, and the day on which it was made.
        calendar: working days from the plan's first day, or from an action's where that is earlier.
        first, last: the plan's own first and last day.
    """

    actions: tuple[Planned, ...]
    without_place: frozenset[str]
    settings: PlanSettings
    as_of: date
    calendar: WorkingDays
    first: date
    last: date

    def dated(self) -> Iterator[Planned]:
        """The actions with at least one working day."""
        return (one for one in self.actions if one.length)

    @property
    def horizon(self) -> int:
        """How many working days the plan has."""
        return self.calendar.between(self.first, self.last)


def plan_in_time(plan: pd.DataFrame, settings: PlanSettings, as_of: date) -> PlanInTime:
    """Lay a plan out in time.

    Args:
        plan: with any of the columns of ``plan_table``; ``row`` where it came from a file.
        settings: start, length and calendar.
        as_of: the day on which the plan was made.
    """
    table = typed_plan(plan)
    rows = list(plan["row"]) if "row" in plan else [None] * len(table)
    wanted = table["scheduled"] & (table["decision"] != "drop") & (table["status"] != "stopped")
    spans = [_span(cells) for cells in table.to_dict("records")]
    first, last = plan_span(settings)
    known = [day for span in spans for day in span if day]
    earliest = min([first, *known])
    calendar = working_days(settings.model_copy(update={"start": quarter_of(earliest)}), [last, *known])
    actions = [
        _planned(cells, row, span, calendar)
        for cells, row, span, keep in zip(table.to_dict("records"), rows, spans, wanted, strict=True)
        if keep
    ]
    here = {one.action for one in actions}
    return PlanInTime(tuple(actions), frozenset(set(table["action"]) - here), settings, as_of, calendar, first, last)


def first_of_quarter(quarter: str) -> date:
    """The first day of ``2027-Q1``."""
    return first_of_month(f"{quarter[:4]}-{3 * int(quarter[-1]) - 2:02d}")


def last_of_quarter(quarter: str) -> date:
    """The last day of ``2027-Q1``."""
    return last_of_month(f"{quarter[:4]}-{3 * int(quarter[-1]):02d}")


def _span(cells: dict) -> tuple[date | None, date | None]:
    first = date.fromisoformat(cells["start_on"]) if cells["start_on"] else cells["start"] and first_of_quarter(cells["start"])
    last = date.fromisoformat(cells["finish_on"]) if cells["finish_on"] else cells["finish"] and last_of_quarter(cells["finish"])
    return first or None, last or None


def _planned(cells: dict, row: int | None, span: tuple[date | None, date | None], calendar: WorkingDays) -> Planned:
    first, last = span
    begin = calendar.on_or_after(first) if first and last else None
    end = calendar.up_to(last) if first and last else None
    place = None if row is None or pd.isna(row) else int(row)
    return Planned(cells["action"], place, cells, first, last, begin, end, not _are_quarters(first, last))


def _are_quarters(first: date | None, last: date | None) -> bool:
    opens = first is None or first == first_of_quarter(quarter_of(first))
    closes = last is None or last == last_of_quarter(quarter_of(last))
    return opens and closes

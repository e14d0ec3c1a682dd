"""Plan against actual at the end of a quarter: what should have been done by then, what was, and what it took.

The totals follow the method of earned value (ANSI/EIA-748; PMI, Practice Standard for Earned Value Management), counted in
person-days: each action is worth the days planned for it. *Planned* are the days that the plan wanted done by now, *earned* the
planned days of what really was done, *spent* the days that it took. Done half of an action of 20 days is 10 days earned, however
long it took.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import pandas as pd

from diagnostics.definitions.plan_settings import PlanSettings, last_of_quarter
from diagnostics.planning.following.progress import latest_progress
from diagnostics.planning.working_days import WorkingDays, working_days

Standing = Literal["done", "in progress", "late", "not started", "stopped", "not reported"]
STANDINGS: tuple[Standing, ...] = ("done", "in progress", "late", "not started", "stopped", "not reported")
_NUMBERS = (
    "progress", "progress_planned", "person_days", "person_days_spent", "amount", "amount_spent", "baseline", "indicator_value", "target",
    "earned_share", "planned_share",
)  # fmt: skip


@dataclass(frozen=True)
class Totals:
    """A plan's whole at the end of a quarter. A ratio is NaN where there is nothing to divide by.

    Attributes:
        standings: standing → number of actions; all of them together.
        person_days: those of all actions.
        planned, earned: person-days that should have been done by now, and planned person-days of what was done.
        spent: person-days told as spent.
        schedule_performance: earned ÷ planned; below 1 the plan is behind.
        cost_performance: earned ÷ spent, of the actions whose spent days were told; below 1 the work takes more than planned.
        amount: money of all actions.
        amount_planned: money of the actions that should have started by now.
        amount_earned, amount_spent: of the actions whose spent money was told: planned money of what was done, and money spent.
        without_days: actions without planned person-days; they count in no share.
    """

    standings: dict[Standing, int]
    person_days: float
    planned: float
    earned: float
    spent: float
    schedule_performance: float
    cost_performance: float
    amount: float
    amount_planned: float
    amount_earned: float
    amount_spent: float
    without_days: int

    @property
    def actions(self) -> int:
        """How many actions there are."""
        return sum(self.standings.values())


def variance(plan: pd.DataFrame, progress: pd.DataFrame, quarter: str, settings: PlanSettings) -> pd.DataFrame:
    """Each scheduled action as planned and as reported.

    Args:
        plan: ``plan_table``; actions without a place are left out.
        progress: reports, as ``progress_history`` gives them.
        quarter: at whose end; later reports are left out.
        settings: the plan's calendar.

    Returns:
        One row an action in the order of the planned starts. Days are ISO text, empty = none. Columns:
            action, process, title, owner   str
            planned_start, planned_finish   str
            started_on, finished_on, expected_on   str   as reported
            status            str    as last reported; empty = never
            reported          str    quarter of the latest report; empty = never
            standing          str    done, in progress, late, not started, stopped, or not reported: it should have started, and nobody told
            progress          float  0-1, of the whole action; empty = not told
            progress_planned  float  0-1, by the working days that passed between its planned first and last day
            days_late         Int64  working days: of a finished action from its planned to its real last day, negative = earlier; of
                                     another one those since it should have finished, or started; empty where it was stopped
            person_days, person_days_spent   float   empty = not known
            amount, amount_spent             float   in the budget's currency; empty = not known
            earned_share, planned_share      float   0-1, of what the plan holds of the action: a plan that began in the middle of an
                                                     action, as one carried over does, holds the rest of it
            reason            str    id of a reason of ``planning.yaml``
            evidence          str    the document that shows the result
            indicator, unit, direction   str
            baseline, indicator_value, target   float
    """
    scheduled = plan[plan["scheduled"] & (plan["start_on"] != "")].sort_values(["start_on", "finish_on"], kind="stable")
    today = last_of_quarter(quarter)
    calendar = working_days(settings, [today, *map(date.fromisoformat, scheduled["finish_on"])])
    known = latest_progress(progress, quarter).to_dict("index")
    rows = [_compared(row, known.get(row["action"], {}), today, calendar) for row in scheduled.to_dict("records")]
    table = pd.DataFrame(rows, columns=_COLUMNS)
    return table.astype({name: "float64" for name in _NUMBERS} | {"days_late": "Int64"})


_COLUMNS = [
    "action", "process", "title", "owner", "planned_start", "planned_finish", "started_on", "finished_on", "expected_on", "status",
    "reported", "standing", "progress", "progress_planned", "days_late", "person_days", "person_days_spent", "amount", "amount_spent",
    "earned_share", "planned_share", "reason", "evidence", "indicator", "unit", "direction", "baseline", "indicator_value", "target",
]  # fmt: skip


def _compared(row: dict[str, Any], told: dict[str, Any], today: date, calendar: WorkingDays) -> dict[str, Any]:
    start, finish = (date.fromisoformat(row[name]) for name in ("start_on", "finish_on"))
    before = 0.0 if math.isnan(row["progress"]) else row["progress"]
    planned = _elapsed(start, finish, today, calendar)
    progress = told.get("progress", math.nan)
    if math.isnan(progress):
        progress = _without_figure(told.get("status", ""), before)
    late = _days_late(told, start, finish, today, calendar)
    standing = _standing(told.get("status", ""), late, start, today)
    return {
        **{name: row[name] for name in ("action", "process", "title", "owner", "indicator", "unit", "direction", "person_days", "amount")},
        **{name: told.get(name, "") for name in ("started_on", "finished_on", "expected_on", "status", "reason", "evidence")},
        "reported": told.get("quarter", ""),
        "planned_start": row["start_on"],
        "planned_finish": row["finish_on"],
        "standing": standing,
        "progress": progress,
        "progress_planned": before + (1 - before) * planned,
        "days_late": late,
        "person_days_spent": told.get("person_days", math.nan),
        "amount_spent": told.get("amount", math.nan),
        "earned_share": _share_of_rest(progress, before),
        "planned_share": planned,
        "baseline": row["baseline_value"],
        "indicator_value": told.get("indicator_value", math.nan),
        "target": row["target_value"],
    }


def _without_figure(status: str, before: float) -> float:
    """The progress of an action of which no figure was told: what stands in the plan while it has not begun, else unknown."""
    return before if status in ("", "not started") else math.nan


def _share_of_rest(progress: float, before: float) -> float:
    """How much was done of what the plan holds of an action; nothing where nothing is known."""
    if math.isnan(progress) or before >= 1:
        return 0.0
    return min(1.0, max(0.0, (progress - before) / (1 - before)))


def _elapsed(start: date, finish: date, today: date, calendar: WorkingDays) -> float:
    """The share of an action's planned working days that have passed."""
    if today >= finish:
        return 1.0
    return calendar.between(start, today) / max(1, calendar.between(start, finish))


def _days_late(told: dict[str, Any], start: date, finish: date, today: date, calendar: WorkingDays) -> int | None:
    status = told.get("status", "")
    if status == "stopped":
        return None
    if status == "done":
        ended = told["finished_on"]
        return calendar.up_to(date.fromisoformat(ended)) - calendar.up_to(finish) if ended else None
    since = finish if status == "in progress" or today >= finish else start
    # The planned first day is lost only when it has passed, so that is where counting starts; a last day is lost on the day after it.
    passed = calendar.up_to(today) - calendar.up_to(since) + (since == start != finish)
    return max(0, passed)


def _standing(status: str, late: int | None, start: date, today: date) -> Standing:
    if status in ("done", "stopped"):
        return status  # type: ignore[return-value]
    if not status and today >= start:
        return "not reported"
    if late:
        return "late"
    return "in progress" if status == "in progress" else "not started"


def totals(compared: pd.DataFrame) -> Totals:
    """The plan's whole.

    Args:
        compared: table of ``variance``.
    """
    days = compared["person_days"]
    earned, planned = days * compared["earned_share"], days * compared["planned_share"]
    spent_told, money_told = compared["person_days_spent"].notna(), compared["amount_spent"].notna()
    counts = compared["standing"].value_counts()
    spent = compared["person_days_spent"].sum()
    return Totals(
        standings={standing: int(counts.get(standing, 0)) for standing in STANDINGS},
        person_days=days.sum(),
        planned=planned.sum(),
        earned=earned.sum(),
        spent=spent,
        schedule_performance=_ratio(earned.sum(), planned.sum()),
        cost_performance=_ratio(earned[spent_told].sum(), spent),
        amount=compared["amount"].sum(),
        amount_planned=compared["amount"][compared["planned_share"] > 0].sum(),
        amount_earned=(compared["amount"] * compared["earned_share"])[money_told].sum(),
        amount_spent=compared["amount_spent"].sum(),
        without_days=int(days.isna().sum()),
    )


def _ratio(one: float, other: float) -> float:
    return one / other if other else math.nan


def reasons_told(compared: pd.DataFrame) -> pd.DataFrame:
    """Why actions deviate.

    Args:
        compared: table of ``variance``.

    Returns:
        One row a reason, the most frequent first: ``reason`` str | ``actions`` int, without those that were finished in time |
        ``days_late`` int, working days by which they are late, together.
    """
    in_time = (compared["standing"] == "done") & (compared["days_late"] <= 0).fillna(False)
    told = compared[(compared["reason"] != "") & ~in_time]
    late = told["days_late"].clip(lower=0).fillna(0).astype("int64")
    table = told.assign(late=late).groupby("reason", as_index=False).agg(actions=("action", "size"), days_late=("late", "sum"))
    return table.sort_values(["actions", "days_late", "reason"], ascending=[False, False, True], ignore_index=True)

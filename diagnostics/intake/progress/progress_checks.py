"""What a report on one action cannot say, and what is worth a look: held against itself, the plan and the reports before."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from diagnostics.definitions.plan_file import PlannedAction

Fault = tuple[str, str, str, dict[str, Any]]
"""Column, kind, advice, and further fields of the problem."""
_WARNING = {"severity": "warning"}


@dataclass(frozen=True)
class Reported:
    """A row of a form with what it is held against.

    Attributes:
        action: as planned.
        values: its cells by column of ``progress_table``; ``progress`` 0-1.
        before: the same as it was known before; None where nothing was.
        last_day: of the quarter.
    """

    action: PlannedAction
    values: Mapping[str, Any]
    before: Mapping[str, Any] | None
    last_day: date

    @property
    def status(self) -> str:
        """As reported."""
        return self.values["status"]

    @property
    def progress(self) -> float:
        """0-1; what is done is whole. Empty = not told."""
        told = self.values["progress"]
        return 1.0 if self.status == "done" and math.isnan(told) else told

    def day(self, column: str) -> date | None:
        """A day that was told."""
        told = self.values[column]
        return date.fromisoformat(told) if told else None


def row_faults(told: Reported) -> Iterator[Fault]:
    """Everything that is wrong with a row whose cells could be read."""
    yield from _status_and_progress(told)
    yield from _days(told)
    yield from _worth_a_look(told)
    if told.before is not None:
        yield from _went_back(told, told.before)


def _status_and_progress(told: Reported) -> Iterator[Fault]:
    progress = told.progress
    if told.status == "done" and progress < 1:
        advice = "The action is called done and is not done whole. Correct the progress to 100, or the status."
        yield "progress", "done-but-not-whole", advice, {"found": _percent(progress), "allowed": "100"}
    if told.status == "not started" and (progress > 0 or told.values["started_on"]):
        advice = "The action is called not started and has progress or a first day. Correct the status, or empty the cells."
        yield "status", "not-started-but-begun", advice, {"found": told.status}


def _days(told: Reported) -> Iterator[Fault]:
    started, finished = told.day("started_on"), told.day("finished_on")
    for column, day in (("started_on", started), ("finished_on", finished)):
        if day and day > told.last_day:
            advice = "The day lies after the end of the quarter. Correct it; what is expected belongs under 'expected completion'."
            yield column, "date-in-future", advice, {"found": day.isoformat(), "allowed": f"up to {told.last_day.isoformat()}"}
    if started and finished and finished < started:
        advice = "The action ends before it begins. Correct one of the two days."
        yield "finished_on", "wrong-order", advice, {"found": finished.isoformat(), "allowed": f"from {started.isoformat()} on"}
    if told.status == "done" and finished is None:
        yield "finished_on", "missing-value", "The action is done: fill in the day on which it was finished.", {"found": ""}
    if told.status != "done" and finished is not None:
        advice = "Only an action that is done has a last day. Correct the status, or empty the cell."
        yield "finished_on", "must-be-empty", advice, {"found": finished.isoformat()}


def _worth_a_look(told: Reported) -> Iterator[Fault]:
    expected, planned = told.day("expected_on"), told.action.finish_on
    if told.status == "done" and not told.values["evidence"]:
        yield (
            "evidence",
            "done-without-evidence",
            "The action is done and no document shows it. Name the document.",
            {"found": "", **_WARNING},
        )
    if told.status == "in progress" and not told.values["started_on"]:
        yield "started_on", "missing-value", "The action is in progress: fill in the day on which it began.", {"found": "", **_WARNING}
    if told.status in ("in progress", "not started") and expected and expected <= told.last_day:
        advice = "The action is not done, and its expected completion has passed. Fill in a later day."
        yield "expected_on", "expected-in-the-past", advice, {"found": expected.isoformat(), **_WARNING}
    late = told.status in ("in progress", "not started") and planned is not None and planned <= told.last_day
    if (late or told.status == "stopped") and not told.values["reason"]:
        advice = "The action is late or stopped. Choose the reason."
        yield "reason", "deviation-without-reason", advice, {"found": "", **_WARNING}


def _went_back(told: Reported, before: Mapping[str, Any]) -> Iterator[Fault]:
    if told.status == "in progress" and all(_same(told.values[column], before[column]) for column in told.values):
        advice = "The row says the same as the report before. Ask the owner whether nothing has happened since."
        yield "status", "unchanged", advice, {"found": told.status, **_WARNING}
    for column, times in (("progress", 100), ("person_days", 1), ("amount", 1)):
        now, earlier = told.progress if column == "progress" else told.values[column], before[column]
        if now < earlier - 1e-9:
            advice = "This is less than in the report before. Correct it where it is a slip."
            facts = {"found": f"{now * times:g}", "allowed": f"{earlier * times:g} or more", **_WARNING}
            yield column, "lower-than-before", advice, facts
    if before["started_on"] and told.values["started_on"] and before["started_on"] != told.values["started_on"]:
        advice = "Another first day was reported before. Correct it where it is a slip."
        facts = {"found": told.values["started_on"], "allowed": before["started_on"], **_WARNING}
        yield "started_on", "other-than-before", advice, facts


def _same(one: Any, other: Any) -> bool:
    empty = [isinstance(value, float) and math.isnan(value) for value in (one, other)]
    return all(empty) or one == other


def is_due(action: PlannedAction, before: Mapping[str, Any] | None, last_day: date) -> bool:
    """Whether a quarter's form must tell of an action: it should have begun by then, and was neither done nor stopped before."""
    over = before is not None and before["status"] in ("done", "stopped")
    return action.start_on is not None and action.start_on < last_day + timedelta(days=1) and not over


def _percent(progress: float) -> str:
    return f"{100 * progress:g}"

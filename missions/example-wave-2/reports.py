"""What the owners of the actions report at the end of a quarter: begun a little late, done a little slower, now and then not at all."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from diagnostics.definitions.plan_file import PlanFile, PlannedAction
from diagnostics.definitions.plan_settings import first_of_quarter, last_of_quarter
from diagnostics.planning.working_days import WorkingDays, working_days

Story = Mapping[str, Any]


def cast(plan: PlanFile, quarters: tuple[str, str]) -> dict[str, str]:
    """Which actions play a part in the story, whatever the plan is.

    Returns:
        ``stopped``: somebody waits for it; ``silent``: reported once, then left as it was; ``bare``: done, without a document;
        ``unconfirmed``: reported done, and its criterion has not risen → the action's id.
    """
    first, second = (last_of_quarter(quarter) for quarter in quarters)
    begins = first_of_quarter(quarters[1])
    placed = sorted((one for one in plan.actions if one.start_on and one.process), key=lambda one: (one.start_on, one.action))
    waited_for = {other for one in plan.actions for other in one.after}
    free = [one for one in placed if not one.after and one.start_on <= first]
    done = [one for one in free if begins <= one.finish_on <= second]
    bare, unconfirmed = done[0], done[-1]
    rest = [one for one in free if one not in (bare, unconfirmed) and one.finish_on >= begins]
    stopped = next(one for one in rest if one.action in waited_for)
    silent = next(one for one in rest if one is not stopped)
    parts = {"stopped": stopped, "silent": silent, "bare": bare, "unconfirmed": unconfirmed}
    return {part: action.action for part, action in parts.items()}


def make_report(plan: PlanFile, quarter: str, story: Story, parts: Mapping[str, str], seed: int) -> list[dict[str, Any]]:
    """A row for each action of which something is told, as ``progress_table`` takes them.

    Args:
        plan: the adopted plan.
        quarter: at whose end.
        story: how actions go: delays, pace, costs, reasons, and what is said of those that play a part.
        parts: as ``cast`` gives them.
        seed: the same gives the same.
    """
    calendar = working_days(plan.settings)
    today = last_of_quarter(quarter)
    gone = {action.action: _course(action, story, parts, seed) for action in plan.actions if action.start_on}
    rows = []
    for action in plan.actions:
        if not action.start_on or not action.scheduled or quarter >= gone[action.action]["silent_from"]:
            continue
        start, length = _real_span(action, gone, calendar, plan)
        if calendar.day(start) <= today:
            rows.append(_row(action, gone[action.action], (start, length), calendar, today) | {"quarter": quarter})
        elif action.start_on <= today:
            reason = "earlier-action" if action.after else gone[action.action]["reason"]
            rows.append({"quarter": quarter, "action": action.action, "status": "not started", "progress": 0.0, "reason": reason})
    return rows


def _course(action: PlannedAction, story: Story, parts: Mapping[str, str], seed: int) -> dict[str, Any]:
    """How an action goes, the same in every quarter; chance is drawn in any case, so that a change of one leaves the rest."""
    draw = random.Random(f"{seed} {action.action}")
    low, high = story["pace"]
    drawn = {
        "delay": draw.choice(story["delays"]),
        "pace": round(low + (high - low) * draw.random(), 2),
        "costs": round(0.85 + 0.4 * draw.random(), 2),
        "works": round(0.5 + 0.6 * draw.random(), 2),
        "reason": draw.choices(list(story["reasons"]), weights=list(story["reasons"].values()))[0],
        "evidence": f"R-{draw.randrange(100, 1000)}",
        "stopped": False,
        "silent_from": "9999-Q4",
    }
    part = next((name for name, one in parts.items() if one == action.action), "")
    return drawn | story["parts"].get(part, {})


def _real_span(action: PlannedAction, gone: Mapping[str, dict[str, Any]], calendar: WorkingDays, plan: PlanFile) -> tuple[int, int]:
    """The working day on which an action begins, and how many it takes: behind its own delay, and behind those that it waits for."""
    by_id = {one.action: one for one in plan.actions}
    planned = calendar.on_or_after(action.start_on)
    length = math.ceil(calendar.between(action.start_on, action.finish_on) * gone[action.action]["pace"])
    ready = [sum(_real_span(by_id[one], gone, calendar, plan)) for one in action.after if by_id[one].start_on]
    return max([planned + gone[action.action]["delay"], *ready]), length


def _row(action: PlannedAction, course: Mapping[str, Any], span: tuple[int, int], calendar: WorkingDays, today: date) -> dict[str, Any]:
    start, length = span
    done = (calendar.up_to(today) - start) / length
    status = "stopped" if course["stopped"] else "done" if done >= 1 else "in progress"
    progress = 1.0 if status == "done" else min(0.95, max(0.05, math.floor(20 * done) / 20)) * (0.5 if status == "stopped" else 1)
    finish = calendar.day(start + length - 1)
    return {
        "action": action.action,
        "status": status,
        "progress": round(progress, 2),
        "started_on": calendar.day(start).isoformat(),
        "finished_on": finish.isoformat() if status == "done" else "",
        "expected_on": finish.isoformat() if status == "in progress" and finish > today else "",
        "indicator_value": _value(action, progress * course["works"]),
        "person_days": round((action.person_days or 0) * progress * course["costs"]),
        "amount": None if action.amount is None else 10 * round(action.amount * progress * course["costs"] / 10),
        "reason": course["reason"] if finish > action.finish_on or status == "stopped" else "",
        "evidence": course["evidence"] if status == "done" else "",
    }


def _value(action: PlannedAction, way: float) -> float | None:
    """The indicator on its way from baseline to target, a rating as whole levels; nothing where the target is no figure."""
    if action.target_value is None or way <= 0.1:
        return None
    start = action.baseline_value or 0.0
    value = start + (action.target_value - start) * way
    return float(math.floor(value + 1e-9)) if not action.unit else round(value, 1)

"""What becomes of an adopted plan in the next one: what is under way goes on, what was only said to be done is done again.

The actions of the next plan follow from the levels of the new diagnostic, so a remedy that is among them has not brought its criterion to
its level, whatever was reported of it.
"""

from __future__ import annotations

import json
import math
from typing import Any

import pandas as pd

from diagnostics.definitions.planning_figures import load_planning_figures
from diagnostics.planning.following.progress import latest_progress
from diagnostics.planning.plan_table import roles_of, typed_plan

LAST = "9999-Q4"
_EFFORT = ("person_days", "amount")
_DURATIONS = ("months", "optimistic_months", "pessimistic_months")
_TO_BE_PLACED: dict[str, Any] = {
    "starts": "", "not_before": "", "by": "", "start": "", "finish": "", "start_on": "", "finish_on": "", "slack_days": pd.NA,
    "critical": False, "scheduled": True,
}  # fmt: skip


def carry_forward(actions: pd.DataFrame, adopted: pd.DataFrame, progress: pd.DataFrame) -> pd.DataFrame:
    """The actions of the next plan, with what was reached of them in the one before.

    An action keeps its id. ``status`` is the one last reported, ``decision`` becomes ``carried`` where nothing else was decided, and
    ``reason`` is the id of the reason told for an action that was stopped. By status:

    * in progress, stopped: ``progress`` is what was reported, and months, person-days and money are what is left; of money what was not
      spent, where that was told. What is in progress gets the highest priority of the plan, so that it goes on at once;
    * done: reported done, level not confirmed, else the remedy would not be asked for again: planned in full, ``progress`` empty;
    * not started, or never reported: planned in full.

    The administration's own actions of the adopted plan that are not done come along, behind those of the new plan.

    Args:
        actions: ``plan_table`` of what the new plan asks for, before anything is chosen or placed. An own action that stands in it
            already is taken from there.
        adopted: ``plan_table`` of the plan before; actions that had no place in it carry nothing.
        progress: all reports on it, as ``progress_history`` gives them.

    Returns:
        ``plan_table``: every row of ``actions``, in their order, then the own actions that come along, without dates.
    """
    known = latest_progress(progress, LAST).to_dict("index")
    before = {row["action"]: row for row in adopted.to_dict("records") if row["scheduled"]}
    most = float(actions["priority"].max()) if len(actions) else 0.0
    rows = [_carried(row, before.get(row["action"]), known.get(row["action"], {}), most) for row in actions.to_dict("records")]
    new = set(actions["action"])
    own = [row for action, row in before.items() if row["decision"] == "own" and action not in new]
    come_along = [row for row in own if known.get(row["action"], {}).get("status") != "done"]
    ids = new | {row["action"] for row in come_along}
    for row in come_along:
        after = " ".join(one for one in row["after"].split() if one in ids)
        rows.append(_carried(row | _TO_BE_PLACED | {"after": after}, row, known.get(row["action"], {}), most))
    return typed_plan(pd.DataFrame(rows, columns=list(actions.columns)))


def _carried(row: dict[str, Any], before: dict[str, Any] | None, told: dict[str, Any], most: float) -> dict[str, Any]:
    """One action of the new plan, with what was reported of it; as it is where the plan before did not hold it.

    ``most`` is the highest priority of the plan.
    """
    if before is None:
        return row
    status = told.get("status", "") or before["status"] or "not started"
    decision = row["decision"] or "carried"
    row = row | {"status": status, "decision": decision, "reason": told.get("reason", "") if status == "stopped" else ""}
    if status not in ("in progress", "stopped"):
        return row
    if status == "in progress":
        row = row | {"priority": max(most, row["priority"])}
    progress = told.get("progress", math.nan)
    start = before["progress"]
    if math.isnan(progress):
        progress = start
    return row | {"progress": progress} | _what_is_left(row, before, told, progress)


def _what_is_left(row: dict[str, Any], before: dict[str, Any], told: dict[str, Any], progress: float) -> dict[str, Any]:
    """Duration, effort and money that remain, of what the plan before held of the action."""
    start = 0.0 if math.isnan(before["progress"]) else before["progress"]
    done = start if math.isnan(progress) else max(start, progress)
    left = (1 - done) / (1 - start) if start < 1 else 0.0
    shortest = 1 / load_planning_figures().working_days_a_month.value
    # The plan before says what was left then; a remedy asked for anew stands in ``row`` with its whole effort.
    rest = {name: max(shortest, round(before[name] * left, 3)) for name in _DURATIONS if not math.isnan(before[name])}
    rest |= {name: round(before[name] * left, 2) for name in _EFFORT if not math.isnan(before[name])}
    spent = told.get("amount", math.nan)
    if not math.isnan(spent) and not math.isnan(before["amount"]):
        rest["amount"] = max(0.0, round(before["amount"] - spent, 2))
    return rest | {"person_days_by_role": _days_left(before["person_days_by_role"], left)}


def _days_left(cell: str, left: float) -> str:
    return json.dumps({role: round(days * left, 2) for role, days in roles_of(cell).items()}, sort_keys=True)

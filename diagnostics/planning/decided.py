"""What people decided, laid over the actions that the findings ask for; and what each decision costs."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from datetime import date

import pandas as pd

from diagnostics.definitions.decisions import Decision, Decisions
from diagnostics.definitions.plan_settings import PlanSettings
from diagnostics.planning.mission_project import mission_project
from diagnostics.planning.placing import wanted_of, worth_of
from diagnostics.planning.plan_table import typed_plan
from diagnostics.planning.told import DROPPED
from diagnostics.planning.undone import undo
from diagnostics.planning.working_days import WorkingDays, first_of_month, last_of_month, working_days

ActionsWith = Callable[[Decisions | None, pd.DataFrame], pd.DataFrame]
"""The actions under decisions and own actions, ``plan_table`` without places."""

COLUMNS = [
    "action", "title", "decision", "reason", "days_later", "pressing_later", "left_out", "taken_in", "person_days", "amount",
    "priority",
]  # fmt: skip


def with_decisions(actions: pd.DataFrame, decisions: Decisions | None) -> pd.DataFrame:
    """The actions with what was decided about them: dates, and whether they must or must not be in the plan.

    Args:
        actions: ``plan_table`` without places.
        decisions: about these actions; about any other they have no effect.
    """
    decided = {one.action: one for one in decisions.decisions} if decisions else {}
    table = actions.copy()
    for name, value in (("starts", _starts), ("not_before", _not_before), ("by", _by)):
        table[name] = [value(decided[one]) or old if one in decided else old for one, old in zip(table["action"], table[name], strict=True)]
    table["decision"] = [
        decided[one].decision if one in decided else old for one, old in zip(table["action"], table["decision"], strict=True)
    ]
    dropped = {name: DROPPED.format(reason=one.reason) for name, one in decided.items() if one.decision == "drop"}
    table["reason"] = [dropped.get(one, told) for one, told in zip(table["action"], table["reason"], strict=True)]
    return table


def with_own_actions(actions: pd.DataFrame, own: pd.DataFrame) -> pd.DataFrame:
    """The actions and those that the administration adds. One without a priority counts as the middle of the others."""
    if own.empty:
        return actions
    middle = actions.loc[actions["priority"] > 0, "priority"].median()
    priority = own["priority"].where(own["priority"] > 0, 0.0 if pd.isna(middle) else middle)
    added = own.assign(decision="own", scheduled=True, priority=priority)
    return typed_plan(pd.concat([actions, added], ignore_index=True))


def decision_costs(
    plan: pd.DataFrame, decisions: Decisions | None, own: pd.DataFrame, settings: PlanSettings, actions_with: ActionsWith
) -> pd.DataFrame:
    """What each decision costs: the plan as decided against the same plan with that one decision undone (see ``undo``).

    Args:
        plan: the plan as decided, ``plan_table``.
        decisions: all of them.
        own: actions that the administration adds, ``plan_table``.
        settings: people, days and money.
        actions_with: the actions under decisions and own actions.

    Returns:
        One row a decision and own action:
            action, title, decision, reason  str
            days_later   Int64  working days by which the last of the actions in both plans ends later because of it
            pressing_later  float  working days by which the actions in both plans start later on average, weighted by their priority;
                empty where none of them is pressing
            left_out     str    actions that lost their place through it; ``taken_in`` those that gained one
            person_days, amount, priority  float  of all actions with a place: with it less without it
    """
    calendar = working_days(settings)
    titles = dict(zip(plan["action"], plan["title"], strict=True))
    rows = []
    for one in (*(decisions.decisions if decisions else ()), *own["action"]):
        row = _facts(one, titles)
        actions = actions_with(*_without(one, decisions, own))
        rows.append(row | _difference(plan, actions, str(row["action"]), settings, calendar))
    return _typed(rows)


def _facts(one: Decision | str, titles: dict[str, str]) -> dict[str, object]:
    if isinstance(one, str):
        return {"action": one, "title": titles.get(one, ""), "decision": "own", "reason": ""}
    return {"action": one.action, "title": titles.get(one.action, ""), "decision": one.decision, "reason": one.reason}


def _without(one: Decision | str, decisions: Decisions | None, own: pd.DataFrame) -> tuple[Decisions | None, pd.DataFrame]:
    if isinstance(one, str) or decisions is None:
        rest = own[own["action"] != one]
        after = [" ".join(name for name in cell.split() if name != one) for cell in rest["after"]]
        return decisions, rest.assign(after=after).reset_index(drop=True)
    return decisions.model_copy(update={"decisions": tuple(other for other in decisions.decisions if other is not one)}), own


def _difference(plan: pd.DataFrame, actions: pd.DataFrame, action: str, settings: PlanSettings, calendar: WorkingDays) -> dict[str, object]:
    """What the plan as decided has more and later than the one that these actions make."""
    wanted, _ = wanted_of(actions)
    project = mission_project(wanted, settings, calendar)
    place = {name: number for number, name in enumerate(project.ids)}
    new = plan[plan["scheduled"]].set_index("action")
    starts = {name: calendar.on_or_after(date.fromisoformat(day)) for name, day in new["start_on"].items()}
    near = {place[name]: start for name, start in starts.items() if name in place}
    undone = undo(project, near, place.get(action), calendar.horizon, worth_of(wanted))
    old = {project.ids[task]: start for task, start in zip(undone.kept, undone.starts, strict=True)}
    both = [name for name in starts if name in old]
    ends = {name: project.durations[place[name]] for name in both}
    later = max((starts[one] + ends[one] for one in both), default=0) - max((old[one] + ends[one] for one in both), default=0)
    known = wanted.set_index("action")
    sums = {name: float(new[name].sum() - known.loc[list(old), name].sum()) for name in ("person_days", "amount", "priority")}
    return {
        "days_later": later,
        "pressing_later": _pressing_later({name: starts[name] - old[name] for name in both}, known["priority"]),
        "left_out": _names(old, starts),
        "taken_in": _names(starts, old),
        **sums,
    }


def _pressing_later(later: Mapping[str, int], priority: pd.Series) -> float:
    """The mean of the working days, weighted by priority; empty where nothing is pressing."""
    weights = priority[list(later)]
    return float((weights * pd.Series(later, dtype=float)).sum() / weights.sum()) if weights.sum() else math.nan


def _names(some: Iterable[str], others: Iterable[str]) -> str:
    known = set(others)
    return " ".join(sorted(one for one in some if one not in known))


def _typed(rows: list[dict[str, object]]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=COLUMNS)
    texts = ["action", "title", "decision", "reason", "left_out", "taken_in"]
    table[texts] = table[texts].fillna("").astype("str")
    return table.astype({"days_later": "Int64", "pressing_later": float, "person_days": float, "amount": float, "priority": float})


def _starts(decision: Decision) -> str:
    return first_of_month(decision.starts).isoformat() if decision.starts else ""


def _not_before(decision: Decision) -> str:
    return first_of_month(decision.not_before).isoformat() if decision.not_before else ""


def _by(decision: Decision) -> str:
    return last_of_month(decision.by).isoformat() if decision.by else ""

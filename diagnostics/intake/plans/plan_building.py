"""Actions from what was read of a plan: ids for those that have none, what the file does not say from the plan it was made from."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from diagnostics.definitions.plan_file import PlannedAction
from diagnostics.definitions.problems import Problem
from diagnostics.intake.plans.plan_sheet import TRANSLATED_FIELDS
from diagnostics.intake.plans.project_fields import LONGEST_TEXT

OWN_ID = "OWN-"
NOTHING: Mapping[str, Any] = MappingProxyType({})
_ROUNDED = 1e-4  # of a month; durations stand in working days elsewhere
_IN_WORDS = (*TRANSLATED_FIELDS, "steps")
_MADE = ("start", "finish", "slack_days")
"""Follow from other fields; what a file says of them is not read."""


def build_actions(
    found: Sequence[tuple[int, Mapping[str, Any]]],
    before: Mapping[str, PlannedAction],
    file: str,
    sheet: str | None,
    shown: Mapping[str, Mapping[str, str]] = NOTHING,
) -> tuple[tuple[PlannedAction, ...], tuple[int, ...], tuple[Problem, ...]]:
    """Make actions of rows.

    Args:
        found: row as the spreadsheet shows it, and the fields that the file says.
        before: the actions of the plan that the file was made from, by id; they say what the file does not.
        file, sheet: what to call the place in messages.
        shown: action → field → the text that the file was made with; where it still stands, the plan's own text is meant.

    Returns:
        The actions, the row of each, and what is wrong. A row that cannot be an action is left out.
    """
    problems: list[Problem] = []
    actions: dict[str, PlannedAction] = {}
    rows: dict[str, int] = {}
    ids = _ids(found, before, file, sheet, problems)
    for (row, fields), action_id in zip(found, ids, strict=True):
        if action_id in actions:
            advice = f"Row {rows[action_id]} has the same id. Give each action its own."
            problems.append(Problem(file, advice, "duplicate-id", row, "action", action_id, sheet=sheet))
            continue
        if not fields.get("title"):
            advice = "Say what is to be done, or empty the row."
            problems.append(Problem(file, advice, "missing-value", row, "title", "", sheet=sheet))
            continue
        added = {"decision": "own"} if before and action_id not in before else {}
        action = _action(
            action_id, added | dict(fields), before.get(action_id), shown.get(action_id, NOTHING), _Row(file, row, sheet, problems)
        )
        if action:
            actions[action_id], rows[action_id] = action, row
    problems += _impossible(actions, rows, file, sheet)
    return tuple(actions.values()), tuple(rows.values()), tuple(problems)


class _Row:
    """A row of a file, and the problems found so far."""

    def __init__(self, file: str, row: int, sheet: str | None, problems: list[Problem]) -> None:
        self.file, self.row, self.sheet, self.problems = file, row, sheet, problems


def _ids(
    found: Sequence[tuple[int, Mapping[str, Any]]],
    before: Mapping[str, PlannedAction],
    file: str,
    sheet: str | None,
    problems: list[Problem],
) -> list[str]:
    """The id of each row. One without is an action that was added, and gets the next free id."""
    taken = {str(fields["action"]) for _, fields in found if fields.get("action")} | before.keys()
    ids, number = [], 0
    for row, fields in found:
        action_id = str(fields.get("action") or "")
        if not action_id:
            number = next(one for one in range(number + 1, len(taken) + len(found) + 2) if f"{OWN_ID}{one}" not in taken)
            action_id = f"{OWN_ID}{number}"
            if any(other.get("action") for _, other in found):
                advice = f"The action has no id; it is called {action_id}. Write this, or another id, into the file to keep it."
                problems.append(Problem(file, advice, "no-id", row, "action", "", sheet=sheet, severity="warning"))
        ids.append(action_id)
    return ids


def _action(
    action_id: str, fields: Mapping[str, Any], before: PlannedAction | None, shown: Mapping[str, str], place: _Row
) -> PlannedAction | None:
    said = {name: value for name, value in fields.items() if name not in _MADE}
    known = before.model_dump() if before else {}
    if before:
        said |= {name: getattr(before, name) for name, text in shown.items() if said.get(name) == text.strip()}
        said |= _told_again(said, before)
    elif not said.get("direction"):
        said["direction"] = _direction(said.get("baseline_value"), said.get("target_value"))
    whole = known | said | {"action": action_id}
    start, finish = whole.get("start_on"), whole.get("finish_on")
    whole |= {"start": _quarter(start), "finish": _quarter(finish)}
    if before and (start, finish) != (before.start_on, before.finish_on):
        whole["slack_days"] = None  # of the plan as it was
    try:
        return PlannedAction.model_validate(whole)
    except ValidationError as error:
        for fault in error.errors(include_url=False):
            column = str(fault["loc"][0]) if fault["loc"] else "action"
            advice = fault["msg"].removeprefix("Value error, ").rstrip(".") + "."
            place.problems.append(Problem(place.file, advice, "bad-value", place.row, column, str(fault["input"])[:40], sheet=place.sheet))
        return None


def _direction(baseline: float | None, target: float | None) -> str:
    """Which way an indicator is to go, by its two values."""
    if baseline is None or target is None or baseline == target:
        return ""
    return "up" if target > baseline else "down"


def _told_again(said: Mapping[str, Any], before: PlannedAction) -> dict[str, str]:
    """Baseline and target as they are told, where their numbers were changed and their words were not."""
    told = {}
    for name in ("baseline", "target"):
        value = said.get(f"{name}_value")
        if name not in said and value is not None and value != getattr(before, f"{name}_value"):
            told[name] = f"{value:g} {said.get('unit', before.unit)}".strip()
    return told


def _quarter(day: datetime.date | None) -> str:
    return f"{day.year}-Q{(day.month + 2) // 3}" if day else ""


def _impossible(actions: Mapping[str, PlannedAction], rows: Mapping[str, int], file: str, sheet: str | None) -> Iterable[Problem]:
    for action_id, action in actions.items():
        where = {"row": rows[action_id], "sheet": sheet}
        if action.start_on and action.finish_on and action.finish_on < action.start_on:
            advice = f"The action ends before it starts, on {action.start_on.isoformat()}. Correct one of the two dates."
            yield Problem(file, advice, "ends-before-it-starts", column="finish_on", found=action.finish_on.isoformat(), **where)
        unknown = [one for one in action.after if one not in actions]
        if unknown:
            advice = "The plan has no such action. Correct the id, or take it out."
            yield Problem(file, advice, "unknown-action", column="after", found=" ".join(unknown)[:80], **where)


def onto(before: PlannedAction, read: PlannedAction, said: Iterable[str], shown: Iterable[PlannedAction]) -> PlannedAction:
    """An action of a plan with what a file says of it; the rest stays as it was.

    Args:
        before: the action of the plan that the file was made from.
        read: the action as it was read.
        said: the fields that the file says.
        shown: the same action as it may stand in a file: its texts in each language. Taken only as far as something differs.
    """
    fields = {
        name: value for name in said if name in PlannedAction.model_fields and (value := getattr(read, name)) != getattr(before, name)
    }
    others = iter(shown)
    while any(name in _IN_WORDS for name in fields) and (one := next(others, None)):
        fields = {name: value for name, value in fields.items() if name not in _IN_WORDS or not _stands_for(value, getattr(one, name))}
    fields |= _told_again(fields, before) | {"slack_days": before.slack_days, "start": read.start, "finish": read.finish}
    if (read.start_on, read.finish_on) != (before.start_on, before.finish_on):
        fields["slack_days"] = None
    if read.months is not None and before.months is not None and abs(read.months - before.months) < _ROUNDED:
        fields["months"] = before.months
    return before.model_copy(update=fields)


def _stands_for(value: Any, shown: Any) -> bool:
    """Whether a text is the one that was shown, or as much of it as a custom field of a project file holds."""
    if isinstance(value, str) and isinstance(shown, str):
        return value == shown.strip() or (len(value) == LONGEST_TEXT and shown.startswith(value))
    return bool(value == shown)

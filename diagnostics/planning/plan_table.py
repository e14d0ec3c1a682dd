"""A work plan as a table, and as a file that is handed over: the same plan in both."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from diagnostics.definitions.plan_file import PlannedAction

COLUMNS = tuple(PlannedAction.model_fields)
_BLANK = (" ", ("partners", "after", "assumes"))
_LINES = ("\n", ("steps",))
_LISTS = {name: separator for separator, names in (_BLANK, _LINES) for name in names}
_WHOLE = ("slack_days", "from_level", "to_level")
_NUMBERS = (
    "person_days", "months", "optimistic_months", "pessimistic_months", "amount", "baseline_value", "target_value", "priority", "progress",
)  # fmt: skip
_TRUTHS = ("quick_win", "critical", "scheduled")
_DATES = ("starts", "not_before", "by", "start_on", "finish_on", "baseline_on")


def plan_table(actions: Iterable[PlannedAction]) -> pd.DataFrame:
    """The actions as the table that planning, reports and exports share.

    Returns:
        One row an action, a column for each field of ``PlannedAction``. Types: numbers float, empty = unknown; slack_days,
        from_level and to_level Int64; quick_win, critical and scheduled bool; days as ISO text, empty = none; partners, after and
        assumes separated by blanks; steps one a line; person_days_by_role as JSON.
    """
    rows = [_cells(action) for action in actions]
    return typed_plan(pd.DataFrame(rows, columns=list(COLUMNS)))


def typed_plan(table: pd.DataFrame) -> pd.DataFrame:
    """A table with the columns of ``plan_table``, in their order and types. A column that is absent is filled with what empty means."""
    defaults = _cells(PlannedAction(action="-", title="-"))
    full = table.assign(**{name: [defaults[name]] * len(table) for name in COLUMNS if name not in table})[list(COLUMNS)]
    types: dict[str, str] = {name: "Int64" for name in _WHOLE} | {name: "float64" for name in _NUMBERS} | {name: "bool" for name in _TRUTHS}
    texts = [name for name in COLUMNS if name not in types]
    full[texts] = full[texts].fillna("").astype("str")
    return full.astype(types).reset_index(drop=True)


def planned_actions(table: pd.DataFrame) -> tuple[PlannedAction, ...]:
    """The rows of ``plan_table`` as actions. Raises pydantic's ``ValidationError`` for a row that is none."""
    return tuple(PlannedAction(**_fields(row)) for row in table[list(COLUMNS)].to_dict("records"))


def roles_of(cell: str) -> dict[str, float]:
    """Role, or ``role@unit``, → person-days, from the JSON in ``person_days_by_role``."""
    return {role: float(days) for role, days in json.loads(cell or "{}").items()}


def _cells(action: PlannedAction) -> dict[str, Any]:
    row = action.model_dump(mode="json")
    row |= {name: separator.join(row[name]) for name, separator in _LISTS.items()}
    return row | {"person_days_by_role": json.dumps(row["person_days_by_role"], sort_keys=True)}


def _fields(row: Mapping[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = {name: None if name in (*_NUMBERS, *_WHOLE) and pd.isna(value) else value for name, value in row.items()}
    for name, separator in _LISTS.items():
        fields[name] = tuple(part for part in str(row[name]).split(separator) if part)
    fields["person_days_by_role"] = roles_of(row["person_days_by_role"])
    return fields | {name: row[name] or None for name in _DATES}

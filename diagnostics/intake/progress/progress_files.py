"""Reads a quarter's progress form that came back: typed, held against the plan and against what was reported before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from diagnostics.definitions.base import nearest
from diagnostics.definitions.plan_file import PlanFile, PlannedAction
from diagnostics.definitions.plan_settings import last_of_quarter
from diagnostics.definitions.problems import Problem, errors
from diagnostics.intake.progress.progress_cells import ProgressCells, progress_cells, typed_row
from diagnostics.intake.progress.progress_checks import Reported, is_due, row_faults
from diagnostics.intake.progress.progress_sheet import FILLED_IN, NEVER_READ, progress_table

_TELLING = ("action", *(column for column in FILLED_IN if column not in NEVER_READ))


@dataclass(frozen=True)
class ProgressReading:
    """What a form told.

    Attributes:
        table: ``progress_table``, a row for each action with a status; one with an error is left out.
        problems: everything that is wrong or worth a look.
    """

    table: pd.DataFrame
    problems: tuple[Problem, ...]


def read_progress(path: Path, plan: PlanFile, quarter: str, earlier: pd.DataFrame | None = None) -> ProgressReading:
    """Read a progress form.

    Columns are known by the ids in the form's hidden row, or by their headings in any language of the kit where that row is gone; rows by
    the action's id. So both may have been moved. The next milestone and the note are free text and are not read.

    Args:
        path: the workbook.
        plan: the adopted plan.
        quarter: which quarter it should be for.
        earlier: what was known before (``latest_progress``: a row an action), to tell what cannot have gone back.

    Raises:
        BadInput: no workbook, or none that holds progress, or the form of another plan or quarter.
    """
    cells = progress_cells(path, plan.mission, quarter)
    actions = {action.action: action for action in plan.actions if action.scheduled and action.start_on}
    before = {} if earlier is None else {row["action"]: row for row in earlier.reset_index().to_dict("records")}
    problems: list[Problem] = []
    rows: dict[str, dict[str, Any]] = {}
    for number in cells.rows():
        if not any(cells.text(number, column) for column in _TELLING):
            continue
        action = cells.text(number, "action")
        if action not in actions or action in rows:
            problems.append(_strange(cells, number, action, actions, action in rows))
            continue
        rows[action], faults = _row(cells, number, actions[action], before.get(action), quarter)
        problems += faults
    problems += _silent(cells, rows, actions, before, quarter)
    told = [{"quarter": quarter, "action": action} | values for action, values in rows.items() if values.get("status")]
    return ProgressReading(progress_table(told), (*cells.problems, *problems))


def _row(
    cells: ProgressCells, number: int, action: PlannedAction, before: Mapping[str, Any] | None, quarter: str
) -> tuple[dict[str, Any], list[Problem]]:
    """A row's values, empty where one of them is an error, and its problems."""
    values, problems = typed_row(cells, number)
    unread = {problem.column for problem in problems}
    if values["status"]:
        found = row_faults(Reported(action, values, before, last_of_quarter(quarter)))
        judged = [cells.problem(number, column, kind, advice, **facts) for column, kind, advice, facts in found]
        problems += [problem for problem in judged if problem.column not in unread]
    elif not problems and any(cells.text(number, column) for column in _TELLING[1:]):
        advice = "The row is filled in and has no status. Choose one."
        problems.append(cells.problem(number, "status", "missing-value", advice, found=""))
    return ({} if errors(problems) else values), problems


def _strange(cells: ProgressCells, number: int, action: str, actions: Mapping[str, PlannedAction], again: bool) -> Problem:
    if again:
        advice = "Another row tells of the same action. Keep one of the two."
        return cells.problem(number, "action", "duplicate-key", advice, found=action[:60])
    near = nearest(action, actions) if action else None
    hint = f"Did you mean '{near}'?" if near else "Correct the id; an action that the plan does not hold is added in the next plan."
    advice = f"No action of the adopted plan has this id. {hint}"
    return cells.problem(number, "action", "unknown-action", advice, found=action[:60])


def _silent(
    cells: ProgressCells,
    rows: Mapping[str, Mapping[str, Any]],
    actions: Mapping[str, PlannedAction],
    before: Mapping[str, Mapping[str, Any]],
    quarter: str,
) -> list[Problem]:
    """A warning for each action that should have begun and of which nothing is told."""
    silent = [
        action
        for action, planned in actions.items()
        if (action not in rows or rows[action].get("status") == "") and is_due(planned, before.get(action), last_of_quarter(quarter))
    ]
    advice = "Nothing is told of this action, which should have begun. Ask its owner; until then it counts as not reported."
    return [
        Problem(cells.file, advice, "not-reported", column="action", found=one, sheet=cells.sheet, severity="warning") for one in silent
    ]

"""Reads a work plan from any file that it may come in: our workbook, table, JSON or project file, MS Project's, or a ministry's own table.

What is read tells what it was recognised as; every cell that cannot be used is a problem, all of them at once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from pydantic import ValidationError

from diagnostics.definitions.base import as_definition
from diagnostics.definitions.plan_file import FORMAT, PlanFile, PlannedAction
from diagnostics.definitions.plan_headings import plain
from diagnostics.definitions.plan_settings import PlanSettings
from diagnostics.definitions.problems import BadInput, Problem, errors
from diagnostics.definitions.remedy import load_roles
from diagnostics.definitions.translations import LANGUAGES, translated
from diagnostics.definitions.yaml_reader import read_yaml
from diagnostics.intake.limits import MAX_WORKBOOK, refuse_size
from diagnostics.intake.plans.plan_building import build_actions
from diagnostics.intake.plans.plan_columns import Column, Understood, understand_headings
from diagnostics.intake.plans.plan_grid import Sheet, read_sheets, read_text_sheet
from diagnostics.intake.plans.plan_notes import PlanNotes, changed_cells, our_columns, read_notes
from diagnostics.intake.plans.plan_project import read_project
from diagnostics.intake.plans.plan_rows import Known
from diagnostics.intake.plans.plan_sheet import CELLS_SHEET, DAYS, FIELDS, NOTES_SHEET, SHOWN
from diagnostics.intake.plans.plan_table_reading import TableRead, read_table

Kind = Literal["kit-workbook", "kit-table", "kit-json", "kit-project", "project", "table"]
WORKBOOKS, TEXTS = (".xlsx", ".xlsm"), (".csv", ".tsv", ".txt")
_FEW = 8
"""Field ids in the headings that make a table ours."""


@dataclass(frozen=True)
class ReadPlan:
    """A plan as a file holds it.

    Attributes:
        actions: in the order of the file; what it does not say is empty, or comes from the plan that it was made from.
        rows: the row of each action as the file shows it; of a project file, the task's id.
        kind: what the file was recognised as.
        told: what was recognised, and what was left out, a line each.
        problems: what is wrong, and what had to be guessed.
        about: the whole plan as the kit wrote it, where the file carries it; none otherwise.
        said: the fields of an action that the file itself says.
    """

    actions: tuple[PlannedAction, ...]
    rows: tuple[int, ...]
    kind: Kind
    told: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    about: PlanFile | None = None
    said: frozenset[str] = field(default=frozenset(FIELDS))


def read_plan(path: Path, settings: PlanSettings | None = None) -> ReadPlan:
    """Read a plan.

    Args:
        path: XLSX, CSV, XML (MS Project) or JSON.
        settings: the mission's, for the currency of its money; none = not known.

    Returns:
        What was read; ``problems`` names every cell that cannot be used.

    Raises:
        BadInput: not there, not to be parsed, or without a plan in it.
    """
    name = path.name
    if not path.is_file():
        raise BadInput([Problem(name, "The file is not there. Correct the path.", "missing-file")])
    currency = settings.budget.currency if settings and settings.budget else ""
    ending = path.suffix.lower()
    if ending in WORKBOOKS:
        return _from_workbook(path, currency)
    if ending in TEXTS:
        return _from_text(path, currency)
    if ending == ".json":
        return _from_json(path)
    if ending == ".xml":
        return _from_project(path)
    advice = "A plan is read from XLSX, CSV, JSON or MS Project XML. Save it as one of them; an MPP file from MS Project as XML."
    raise BadInput([Problem(name, advice, "unknown-form", found=ending or None, allowed=".xlsx, .csv, .xml, .json")])


def role_names(own: Mapping[str, str] | None = None) -> dict[str, str]:
    """What a role may be called, in any language of the kit, as ``plain`` gives it → its id."""
    roles = load_roles() | dict(own or {})
    names = {plain(translated(name, language)): role for role, name in roles.items() for language in LANGUAGES}
    return names | {plain(role): role for role in roles}


def _from_workbook(path: Path, currency: str) -> ReadPlan:
    sheets, problems = read_sheets(path, path.name)
    notes = next((sheet for sheet in sheets if sheet.name == NOTES_SHEET), None)
    shown = [sheet for sheet in sheets if sheet.name not in (NOTES_SHEET, CELLS_SHEET) and not sheet.hidden]
    if not shown:
        raise BadInput([Problem(path.name, "No sheet of the workbook is filled. Take the plan itself.", "empty-sheet")])
    if notes:
        return _from_our_workbook(path.name, read_notes(notes, path.name), sheets, shown, problems)
    return _from_tables(path.name, shown, problems, currency)


def _from_our_workbook(
    file: str, notes: PlanNotes, sheets: tuple[Sheet, ...], shown: list[Sheet], warnings: tuple[Problem, ...]
) -> ReadPlan:
    plan = notes.plan
    roles = role_names(plan.roles)
    sheet, understood = our_columns(shown, notes, file)
    if understood is None:
        found = [(one, headings) for one in shown if (headings := understand_headings(one, file, roles))]
        if not found:
            advice = f"The sheet of the plan ('{notes.sheet}') has neither its hidden row of ids nor headings that are understood."
            raise BadInput([Problem(file, f"{advice} Take the workbook as it was handed over.", "no-headings")])
        sheet, understood = max(found, key=lambda one: len(one[1].columns))
    currency = plan.settings.budget.currency if plan.settings.budget else ""
    table = read_table(sheet, understood, file, roles, Known(currency, ours=True))
    before = {action.action: action for action in plan.actions}
    fields = {column.field for column in understood.columns}
    # A cell that was emptied says so; a column that is gone says nothing.
    emptied = {name: _nothing(name) for name in SHOWN if name in fields and name not in ("action", "title")}
    if any(name.startswith(DAYS) for name in fields):
        emptied["person_days_by_role"] = {}
    rows = [(row.number, emptied | read) for row, read in table.rows]
    actions, places, faults = build_actions(rows, before, file, sheet.name, notes.shown)
    unscheduled = tuple(action for action in plan.actions if not action.scheduled and action.action not in {one.action for one in actions})
    gone = [action.action for action in plan.actions if action.scheduled and action.action not in {one.action for one in actions}]
    told = [f"the kit's own workbook of the plan '{plan.mission}', {table.told[0]}"]
    problems = [*warnings, *table.problems, *faults, *changed_cells(sheets, file), *_missing_columns(fields, file, sheet.name)]
    if gone and not errors(problems):
        advice = "These actions are not on the sheet any more. They are taken out of the plan."
        problems.append(Problem(file, advice, "action-gone", found=", ".join(gone), sheet=sheet.name, severity="warning"))
    return ReadPlan((*actions, *unscheduled), (*places, *[0] * len(unscheduled)), "kit-workbook", tuple(told), tuple(problems), plan)


def _nothing(name: str) -> Any:
    """What an empty cell of a field means."""
    return PlannedAction(action="-", title="-").model_dump()[name]


def _missing_columns(fields: set[str], file: str, sheet: str | None) -> list[Problem]:
    missing = [name for name in SHOWN if name not in fields]
    if not missing:
        return []
    advice = "These columns are gone. What the kit wrote in them stays as it was."
    return [Problem(file, advice, "column-gone", found=", ".join(missing), sheet=sheet, severity="warning")]


def _from_tables(file: str, shown: list[Sheet], warnings: tuple[Problem, ...], currency: str) -> ReadPlan:
    """The sheet of a workbook that nobody knows on which most headings are understood."""
    roles = role_names()
    found = [(sheet, understood) for sheet in shown if (understood := understand_headings(sheet, file, roles))]
    if not found:
        raise BadInput([_no_headings(file)])
    sheet, understood = max(found, key=lambda one: len(one[1].columns))
    others = [
        Problem(
            file,
            f"This sheet looks like a plan too but is not read: '{sheet.name}' is.",
            "sheet-not-read",
            sheet=other.name,
            severity="warning",
        )
        for other, headings in found
        if other is not sheet and len(headings.columns) >= len(understood.columns) / 2
    ]
    table = read_table(sheet, understood, file, roles, Known(currency))
    return _as_plan(file, sheet, table, (*warnings, *others), "table", "a table with headings of its own")


def _as_plan(file: str, sheet: Sheet, table: TableRead, warnings: tuple[Problem, ...], kind: Kind, told: str) -> ReadPlan:
    actions, places, faults = build_actions([(row.number, fields) for row, fields in table.rows], {}, file, sheet.name)
    said = frozenset(name for _, fields in table.rows for name in fields) | {column.field for column in table.columns}
    return ReadPlan(actions, places, kind, (told, *table.told), (*warnings, *table.problems, *faults), said=said)


def _no_headings(file: str) -> Problem:
    advice = "No row of headings is understood. Put one row of headings above the table, such as Action, Owner, Start, Finish, Indicator."
    return Problem(file, advice, "no-headings")


def _from_text(path: Path, currency: str) -> ReadPlan:
    sheet, warnings = read_text_sheet(path, path.name)
    roles = role_names()
    for place, row in enumerate(sheet.cells[:1]):
        ours = [Column(number, heading, heading) for number, heading in enumerate(row) if heading in FIELDS]
        if len(ours) >= _FEW:
            known = [column for column in ours if column.field not in ("start", "finish")]
            table = read_table(sheet, Understood(place, place, tuple(known)), path.name, roles, Known(currency, ours=True))
            return replace(
                _as_plan(path.name, sheet, table, warnings, "kit-table", "the kit's own table"), said=frozenset(c.field for c in ours)
            )
    understood = understand_headings(sheet, path.name, roles)
    if understood is None:
        raise BadInput([_no_headings(path.name)])
    table = read_table(sheet, understood, path.name, roles, Known(currency))
    return _as_plan(path.name, sheet, table, warnings, "table", "a table with headings of its own")


def _from_json(path: Path) -> ReadPlan:
    refuse_size(path, path.name, MAX_WORKBOOK)
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError):
        advice = "This is no JSON, or it was cut off. Export the plan again."
        raise BadInput([Problem(path.name, advice, "not-json")]) from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        advice = f"This JSON is no work plan of the kit: its 'format' is not '{FORMAT}'. The format is that of work_plan.schema.json."
        raise BadInput([Problem(path.name, advice, "not-a-plan")])
    try:
        plan = PlanFile.model_validate(data)
    except ValidationError:
        as_definition(PlanFile, read_yaml(path))  # JSON is YAML too, and that reader knows the line of every fault
        raise
    rows = tuple(range(1, len(plan.actions) + 1))
    said = [(row, action.model_dump()) for row, action in zip(rows, plan.actions, strict=True)]
    actions, places, problems = build_actions(said, {}, path.name, None)
    kept = tuple(one for one in plan.actions if one.action in {action.action for action in actions})
    return ReadPlan(kept, places, "kit-json", (f"the kit's own JSON of the plan '{plan.mission}'",), problems, plan)


def _from_project(path: Path) -> ReadPlan:
    project = read_project(path, path.name, role_names())
    actions, places, faults = build_actions(project.rows, {}, path.name, None)
    kind: Kind = "kit-project" if project.ours else "project"
    return ReadPlan(actions, places, kind, project.told, (*project.problems, *faults), said=project.said)

"""What the kit's own workbook of a plan carries along to be read back; see ``plan_sheet``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from diagnostics.definitions.plan_file import PlanFile, PlannedAction
from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.intake.grid import column_letter
from diagnostics.intake.plans.plan_columns import Column, Understood
from diagnostics.intake.plans.plan_grid import Sheet
from diagnostics.intake.plans.plan_sheet import CELLS_SHEET, COMPUTED, DAYS, FACTS, FIELDS, IN_WORDS, NOTES_SHEET, TRACKED
from diagnostics.intake.plans.plan_values import text_of

_LEAST = 3
"""Ids of fields that make a row the hidden one."""
_SHOWN_CELLS = 5


@dataclass(frozen=True)
class PlanNotes:
    """The plan as it was written, the name that its sheet had then, and action → field → the text that stood there."""

    plan: PlanFile
    sheet: str
    shown: Mapping[str, Mapping[str, str]]


def read_notes(sheet: Sheet, file: str) -> PlanNotes:
    """Read the very hidden sheet ``_plan``. Raises ``BadInput`` where it was changed."""
    rows = [[text_of(cell) for cell in row] for row in sheet.cells]
    facts = {row[0]: "".join(row[1:]) for row in rows[: len(FACTS)]}
    try:
        lines = {row[0]: "".join(row[1:]) for row in rows[len(FACTS) + 1 :] if any(row[1:])}
        actions = tuple(PlannedAction.model_validate_json(text) for name, text in lines.items() if not name.startswith(IN_WORDS))
        shown = {name.removeprefix(IN_WORDS): json.loads(text) for name, text in lines.items() if name.startswith(IN_WORDS)}
        head = PlanFile.model_validate_json(facts["file"][:-1] + ',"actions":[]}')
    except (KeyError, ValidationError, ValueError):
        advice = (
            f"The hidden sheet '{NOTES_SHEET}' was changed. Take the workbook as it was handed over, or copy the sheet of the plan alone."
        )
        raise BadInput([Problem(file, advice, "notes-changed", sheet=NOTES_SHEET)]) from None
    return PlanNotes(head.model_copy(update={"actions": actions}), facts.get("sheet", ""), shown)


def our_columns(shown: Sequence[Sheet], notes: PlanNotes, file: str) -> tuple[Sheet, Understood | None]:
    """The sheet with the hidden row of ids, and what its columns are. Columns that were added have no id and are ignored."""
    for sheet in sorted(shown, key=lambda one: one.name != notes.sheet):
        for place, row in enumerate(sheet.cells):
            ids = {number: text for number, cell in enumerate(row) if _is_id(text := text_of(cell))}
            if len(ids) >= _LEAST and "action" in ids.values():
                return sheet, _understood(sheet, place, ids, file)
    return shown[0], None


def _is_id(text: str) -> bool:
    return text in FIELDS or text in TRACKED or text.startswith((COMPUTED, DAYS))


def _understood(sheet: Sheet, place: int, ids: dict[int, str], file: str) -> Understood:
    headings = {column: text_of(sheet.at(place + 1, column)).replace("\n", " ") for column in range(sheet.width)}
    columns = [Column(number, headings[number] or name, name) for number, name in ids.items() if not name.startswith(COMPUTED)]
    return Understood(place, place + 1, tuple(columns), tuple(_added(sheet, place + 1, ids, headings, file)))


def _added(sheet: Sheet, heading: int, ids: dict[int, str], headings: dict[int, str], file: str) -> Iterable[Problem]:
    """Columns that were inserted, and ids that stand twice because a column was copied."""
    for column in range(sheet.width):
        filled = any(text_of(sheet.at(row, column)) for row in range(heading + 1, len(sheet.cells)))
        if column not in ids and filled:
            advice = "This column was added to the kit's workbook and is ignored: the plan has no such field."
            where = sheet.row(heading), column_letter(column), headings[column][:60] or None
            yield Problem(file, advice, "unknown-column", *where, sheet=sheet.name, severity="warning")
        elif column in ids and ids[column] in [name for number, name in ids.items() if number < column]:
            advice = f"The column is a copy of another one, both hold '{ids[column]}'. Delete one of the two."
            where = sheet.row(heading), column_letter(column), headings[column][:60] or None
            yield Problem(file, advice, "duplicate-header", *where, sheet=sheet.name)


def changed_cells(sheets: Sequence[Sheet], file: str) -> list[Problem]:
    """A warning for every other sheet on which cells were filled in: they are not read from there."""
    noted = next((sheet for sheet in sheets if sheet.name == CELLS_SHEET), None)
    by_name = {sheet.name: sheet for sheet in sheets}
    changed: dict[str, list[str]] = {}
    for row in noted.cells[1:] if noted else ():
        name, cell, written = (text_of(each) for each in (*row, "", "")[:3])
        if name in by_name and _value(by_name[name], cell) != written:
            changed.setdefault(name, []).append(cell)
    advice = (
        "These cells were changed and are not read: they belong into mission.yaml ('plan'), values of indicators into the progress form."
    )
    return [
        Problem(
            file,
            advice,
            "other-sheet-changed",
            found=", ".join(cells[:_SHOWN_CELLS]) + (" …" if len(cells) > _SHOWN_CELLS else ""),
            sheet=name,
            severity="warning",
        )
        for name, cells in changed.items()
    ]


def _value(sheet: Sheet, cell: str) -> str:
    letters = cell.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return text_of(sheet.at(int(cell[len(letters) :]) - sheet.first, column - 1))

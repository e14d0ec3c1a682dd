"""Writes a work plan as a workbook to work in: live formulas, a Gantt chart that follows the dates, and a way back.

``intake.plan_sheet`` says how it is read back.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import xlsxwriter

from diagnostics.definitions.plan_file import PlanFile, PlannedAction
from diagnostics.definitions.planning_figures import load_planning_figures
from diagnostics.definitions.translations import ENGLISH
from diagnostics.intake.plans.plan_sheet import CELLS, CELLS_SHEET, FACTS, IN_WORDS, LONGEST_CELL, NOTES_SHEET, TRANSLATED_FIELDS
from diagnostics.intake.written_files import moved_into_place, neutralised
from diagnostics.planning.working_days import quarter_of
from diagnostics.reporting.plans.handover_words import statuses
from diagnostics.reporting.plans.plan_book import CLOSED, NAME_LENGTH, TOP, UNASSIGNED, PlanBook
from diagnostics.reporting.plans.plan_book_figures import write_budget_sheet, write_tracker_sheet
from diagnostics.reporting.plans.plan_book_gantt import write_gantt_sheet
from diagnostics.reporting.plans.plan_book_load import write_load_sheet
from diagnostics.reporting.plans.plan_book_plan import write_plan_sheet
from diagnostics.reporting.speaker import Speaker

_HEADINGS = TOP - 1
_SPARE_DAYS = 20
"""Empty rows below the closed days that formulas look at, for days that are added."""


def write_plan_workbook(plan: PlanFile, path: Path, say: Speaker, processes: Mapping[str, str]) -> None:
    """Write a plan as XLSX. An equal plan gives equal bytes.

    Args:
        plan: the plan.
        path: the .xlsx file.
        say: the reader's language.
        processes: process id → its name in English.
    """
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with moved_into_place(path) as temporary, xlsxwriter.Workbook(str(temporary), options) as book:
        made_on = datetime.datetime.combine(plan.as_of, datetime.time())
        book.set_properties({"title": f"{say('handover-heading')}: {plan.administration}", "comments": plan.mission, "created": made_on})
        book.set_calc_mode("auto")
        made = PlanBook(book, plan, say, _sheets(say), processes)
        sheet = made.sheet("readme")
        write_plan_sheet(made)
        write_gantt_sheet(made)
        write_load_sheet(made)
        write_budget_sheet(made)
        write_tracker_sheet(made)
        _calendar(made)
        _lists(made)
        _read_me(made, sheet)
        _notes(made)
        book.get_worksheet_by_name(made.sheets["plan"]).activate()


def _sheets(say: Speaker) -> dict[str, str]:
    names = {
        "readme": say("handover-sheet-readme"),
        "plan": say("handover-sheet-plan"),
        "gantt": say("handover-sheet-gantt"),
        "load": say("handover-sheet-load"),
        "budget": say("handover-sheet-budget"),
        "tracker": say("handover-sheet-tracker"),
        "calendar": say("handover-sheet-calendar"),
        "lists": say("handover-sheet-lists"),
    }
    return {key: name[:NAME_LENGTH] for key, name in names.items()}


def _calendar(made: PlanBook) -> None:
    """The days on which nobody works, weekends aside."""
    sheet, say = made.sheet("calendar"), made.say
    made.text(sheet, 1, 0, say("handover-calendar-note"), "small")
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, 60)
    for column, head in enumerate((say("handover-day"), say("handover-why-closed"))):
        made.text(sheet, _HEADINGS, column, head, "head")
    rows = [*made.closed, *[(None, "")] * _SPARE_DAYS]
    for row, (day, reason) in enumerate(rows, start=TOP):
        made.value(sheet, row, 0, day, "open_date")
        made.text(sheet, row, 1, reason, "open")
        made.open_cell("calendar", row, 0, day)
    made.book.define_name(CLOSED, f"={made.quoted('calendar')}!$A${TOP + 1}:$A${TOP + len(rows)}")
    sheet.freeze_panes(TOP, 0)
    sheet.repeat_rows(_HEADINGS)
    sheet.print_area(0, 0, TOP + len(made.closed), 1)


def _lists(made: PlanBook) -> None:
    """What the drop-down lists of the sheet Plan offer."""
    sheet, say = made.sheet("lists"), made.say
    roles = dict.fromkeys([*made.plan.roles, *(role for role in made.roles if role != UNASSIGNED)])
    reasons = [say.content(reason.text) for reason in load_planning_figures().reasons]
    lists = {
        "roles": (say("handover-owner"), [made.role(role) for role in roles]),
        "statuses": (say("handover-status"), list(statuses(say).values())),
        "reasons": (say("handover-deviation"), reasons),
        "truths": (say("handover-yes-or-empty"), [say("handover-yes")]),
    }
    made.text(sheet, 1, 0, say("handover-lists-note"), "small")
    for column, (name, (head, entries)) in enumerate(lists.items()):
        sheet.set_column(column, column, 44 if name == "reasons" else 26)
        made.text(sheet, _HEADINGS, column, head, "head")
        for row, entry in enumerate(entries, start=TOP):
            made.text(sheet, row, column, entry, "cell")
        letter = "ABCD"[column]
        made.book.define_name(name, f"={made.quoted('lists')}!${letter}${TOP + 1}:${letter}${TOP + max(1, len(entries))}")


def _read_me(made: PlanBook, sheet: Any) -> None:
    """What the workbook is, how to work in it, what each process is, and what has no place in the plan."""
    say, plan = made.say, made.plan
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 100)
    facts = [
        (say("handover-administration"), plan.administration),
        (say("handover-mission"), plan.mission),
        (say("handover-true-on"), say.date(plan.as_of)),
        (say("handover-span"), say.span(quarter_of(made.start), quarter_of(made.end))),
    ]
    if plan.synthetic:
        facts.append((say("handover-note"), say("handover-synthetic")))
    row = 2
    for name, fact in facts:
        made.text(sheet, row, 0, name, "bold")
        made.text(sheet, row, 1, fact, "text")
        row += 1
    row = _chapter(made, sheet, row + 1, say("handover-how"), [
        (made.sheets["plan"], say("handover-how-plan")), (made.sheets["gantt"], say("handover-how-gantt")),
        (made.sheets["load"], say("handover-how-load")), (made.sheets["budget"], say("handover-how-budget")),
        (made.sheets["tracker"], say("handover-how-tracker")), (made.sheets["calendar"], say("handover-how-calendar")),
        (made.sheets["lists"], say("handover-how-lists")), (say("handover-colours"), say("handover-how-colours")),
        (say("handover-back"), say("handover-how-back")),
    ])  # fmt: skip
    used = {one.process for one in plan.actions}
    named = [(process, say.content(name)) for process, name in made.processes.items() if process in used]
    row = _chapter(made, sheet, row + 1, say("handover-processes"), named)
    left_out = [(one.action, _left_out(made, one)) for one in plan.actions if not one.scheduled]
    _chapter(made, sheet, row + 1, say("handover-no-place"), left_out)


def _left_out(made: PlanBook, action: PlannedAction) -> str:
    """An action without a place; why, where that can be said in the language."""
    title, reason = made.say.content(action.title), made.say.content(action.reason)
    can_be_said = reason and (made.say.language == ENGLISH or reason != action.reason)
    return f"{title}: {reason}" if can_be_said else title


def _chapter(made: PlanBook, sheet: Any, row: int, heading: str, lines: list[tuple[str, str]]) -> int:
    """A heading with lines below it; nothing where there are none. Returns the row after it."""
    if not lines:
        return row - 1
    made.text(sheet, row, 0, heading, "heading")
    for place, (name, told) in enumerate(lines, start=1):
        made.text(sheet, row + place, 0, name, "bold")
        made.text(sheet, row + place, 1, told, "text")
        sheet.set_row(row + place, made.height([(told, 100), (name, 26)]))
    return row + len(lines) + 1


def _notes(made: PlanBook) -> None:
    """The very hidden sheets for reading back."""
    plan = made.plan
    notes = made.book.add_worksheet(NOTES_SHEET)
    whole = plan.model_dump_json(by_alias=True, exclude={"actions"})
    facts = (plan.format, plan.version, plan.mission, made.say.language, made.sheets["plan"], whole)
    for row, (name, fact) in enumerate(zip(FACTS, facts, strict=True)):
        _long(notes, row, [name], fact)
    for row, action in enumerate(plan.actions, start=len(FACTS) + 1):
        _long(notes, row, [neutralised(action.action)], json.dumps(action.model_dump(mode="json"), ensure_ascii=False))
    for row, action in enumerate(made.actions, start=len(FACTS) + 1 + len(plan.actions)):
        words = {name: getattr(action, name) for name in TRANSLATED_FIELDS}
        _long(notes, row, [IN_WORDS + action.action], json.dumps(words, ensure_ascii=False))
    cells = made.book.add_worksheet(CELLS_SHEET)
    for row, texts in enumerate([CELLS, *made.cells]):
        for column, text in enumerate(texts):
            cells.write_string(row, column, neutralised(text))
    for sheet in (notes, cells):
        sheet.very_hidden()


def _long(sheet: Any, row: int, first: list[str], text: str) -> None:
    """Write a text over as many cells as it needs."""
    parts = [text[start : start + LONGEST_CELL] for start in range(0, len(text), LONGEST_CELL)]
    for column, part in enumerate([*first, *parts]):
        sheet.write_string(row, column, part)

"""Writes the form that asks how far the actions of an adopted plan are: a row an action, the plan locked, what is to be told open.

``diagnostics.intake.progress.progress_sheet`` says how it is laid out, ``diagnostics.intake.progress.progress_files`` reads it back.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from diagnostics import __version__
from diagnostics.definitions.plan_file import PlanFile
from diagnostics.definitions.plan_settings import last_of_quarter
from diagnostics.definitions.planning_figures import load_planning_figures
from diagnostics.definitions.progress_texts import load_progress_texts
from diagnostics.definitions.translations import translated
from diagnostics.intake.forms.form_sheets import EARLIEST, LATEST, LONGEST_HEADING, MADE_ON, LockedWorkbook, height_for, text_page
from diagnostics.intake.progress.progress_sheet import FACTS, FILLED_IN, HEADINGS_ROW, IDS_ROW, LISTS, NOTES_SHEET, PLANNED, STATUSES
from diagnostics.intake.written_files import moved_into_place, neutralised
from diagnostics.planning.following.progress import asked_about, latest_progress
from diagnostics.planning.plan_table import plan_table
from diagnostics.planning.told import GATE_INDICATOR, read_back
from diagnostics.reporting.speaker import Speaker, speaker

A3 = 8
PAGE_WIDTH = 96.0
NOT_NOW = ("later", "finished", "stopped")
"""Actions that stand below the others, hidden by the filter."""
_ORDER = ("late", "due", "under way", *NOT_NOW)
_DAYS = ("started_on", "finished_on", "expected_on", "planned_start", "planned_finish")
_WIDTHS = {
    "action": 11, "title": 38, "owner": 20, "asked": 13, "planned_start": 11, "planned_finish": 11, "planned_days": 10,
    "planned_amount": 11, "indicator": 34, "status": 13, "progress": 10, "started_on": 11, "finished_on": 11, "expected_on": 11,
    "indicator_value": 12, "person_days": 10, "amount": 11, "reason": 30, "evidence": 18, "next_milestone": 26, "note": 26,
}  # fmt: skip
_BASE = {"font_name": "Calibri", "font_size": 10, "valign": "top", "text_wrap": True}
_LOCKED = {"border": 1, "border_color": "#C8C8C8"}
_OPEN = {"bg_color": "#FFF9E0", "border": 1, "border_color": "#9A9A9A", "locked": False}
_STYLES = {
    "title": {"font_size": 16, "bold": True, "text_wrap": False, "font_color": "#1F3B57"},
    "text": {},
    "personal": {"bold": True, "border": 2, "border_color": "#9A6A00", "bg_color": "#FFF4D6"},
    "head": {"bold": True, "bg_color": "#DCE6EC", "border": 1, "valign": "vcenter"},
    "open_head": {"bold": True, "bg_color": "#1F3B57", "font_color": "#FFFFFF", "border": 1, "valign": "vcenter"},
    "cell": _LOCKED,
    "strong": {**_LOCKED, "bold": True},
    "day": {**_LOCKED, "num_format": "yyyy-mm-dd", "align": "right"},
    "number": {**_LOCKED, "num_format": "#,##0.##;-#,##0.##"},
    "whole": {**_LOCKED, "num_format": "#,##0"},
    "open": {**_OPEN, "num_format": "@"},
    "open_day": {**_OPEN, "num_format": "yyyy-mm-dd", "align": "right"},
    "open_number": {**_OPEN, "num_format": "General"},
}


def write_progress_form(path: Path, plan: PlanFile, quarter: str, history: pd.DataFrame, language: str) -> int:
    """Write the progress form of a quarter.

    Args:
        path: the .xlsx file; moved into place whole.
        plan: the adopted plan.
        quarter: the quarter asked about.
        history: the reports so far (``progress_history``); what they tell stands in the form already, a report on the quarter itself too.
        language: one of the kit's.

    Returns:
        How many actions the form asks about, without those that its filter hides.
    """
    about = {"title": f"{plan.mission} {quarter}", "comments": f"{quarter} {language}", "created": MADE_ON}
    with moved_into_place(path) as temporary, LockedWorkbook(str(temporary), {"strings_to_urls": False}) as book:
        book.set_properties(about)
        return _ProgressBook(book, plan, quarter, history, language).write()


class _ProgressBook:
    """The workbook in the making."""

    def __init__(self, book: xlsxwriter.Workbook, plan: PlanFile, quarter: str, history: pd.DataFrame, language: str) -> None:
        self.book, self.plan, self.quarter, self.language = book, plan, quarter, language
        self.texts, self.say = load_progress_texts(), speaker(language)
        self.formats = {name: book.add_format({**_BASE, **style}) for name, style in _STYLES.items()}
        self.columns = (*PLANNED, *FILLED_IN)
        table = plan_table(plan.actions)
        table = table[table["scheduled"] & (table["start_on"] != "")]
        table = table.assign(asked=asked_about(table, history, quarter))
        rank = table["asked"].map({name: place for place, name in enumerate(_ORDER)})
        self.rows = table.assign(rank=rank).sort_values(["rank", "finish_on", "action"], kind="stable").to_dict("records")
        self.known = latest_progress(history, quarter).to_dict("index")
        reasons = {reason.id: self._said(reason.text) for reason in load_planning_figures().reasons}
        self.lists = {"status": {code: self._said(self.texts.statuses[code]) for code in STATUSES}, "reason": reasons}

    def _said(self, text: str, **blanks: str) -> str:
        return translated(text, self.language).format(**blanks)

    def _name(self, text: str) -> str:
        return self._said(text)[:LONGEST_HEADING]

    def _heading(self, column: str) -> str:
        budget = self.plan.settings.budget
        said = self._said(self.texts.headings[column], currency=budget.currency if budget else "")
        return said.replace(" ()", "")

    def write(self) -> int:
        """Write every sheet; returns how many actions are asked about."""
        self._instructions()
        self._progress()
        self._notes()
        return sum(row["asked"] not in NOT_NOW for row in self.rows)

    def _instructions(self) -> None:
        texts, sheet = self.texts, text_page(self.book, self._name(self.texts.instructions_sheet), PAGE_WIDTH)
        quarter, day = self.say.quarter(self.quarter), self.say.date(last_of_quarter(self.quarter))
        sheet.write_string(0, 0, self._said(texts.title, quarter=quarter), self.formats["title"])
        places = {"sheet": self._name(texts.progress_sheet), "asked": self._heading("asked")}
        steps = [f"{number}. {self._said(step, **places)}" for number, step in enumerate(texts.steps, start=1)]
        introduction = self._said(texts.introduction, administration=self.plan.administration, day=day)
        lines = [(introduction, "text"), ("", "text"), *((step, "text") for step in steps), ("", "text")]
        for row, (text, style) in enumerate([*lines, (self._said(texts.personal), "personal")], start=2):
            sheet.write_string(row, 0, neutralised(text), self.formats[style])
            sheet.set_row(row, height_for([(text, PAGE_WIDTH)]))

    def _progress(self) -> None:
        sheet = self.book.add_worksheet(self._name(self.texts.progress_sheet))
        self.sheet_name = sheet.get_name()
        # A protected sheet cannot unfold groups of rows, but it can open a filter.
        sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})
        sheet.set_paper(A3)
        sheet.set_landscape()
        sheet.set_zoom(85)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.repeat_rows(HEADINGS_ROW)
        sheet.freeze_panes(HEADINGS_ROW + 1, 2)
        sheet.set_footer(f"&L{self.plan.mission} {self.quarter}&R&P / &N")
        self._headings(sheet)
        for row, action in enumerate(self.rows, start=HEADINGS_ROW + 1):
            self._action(sheet, row, action)
        self._limits(sheet, HEADINGS_ROW + 1, HEADINGS_ROW + len(self.rows))
        sheet.autofilter(HEADINGS_ROW, 0, HEADINGS_ROW + max(1, len(self.rows)), len(self.columns) - 1)
        now = [self._said(self.texts.asked[name]) for name in _ORDER if name not in NOT_NOW]
        sheet.filter_column_list(self.columns.index("asked"), now)
        sheet.activate()

    def _headings(self, sheet: Worksheet) -> None:
        shown = [self._heading(column) for column in self.columns]
        for place, (column, heading) in enumerate(zip(self.columns, shown, strict=True)):
            sheet.set_column(place, place, _WIDTHS[column])
            sheet.write_string(IDS_ROW, place, column)
            sheet.write_string(HEADINGS_ROW, place, heading, self.formats["open_head" if column in FILLED_IN else "head"])
        sheet.set_row(IDS_ROW, None, None, {"hidden": True})
        # A filter's arrow covers the end of a heading.
        sheet.set_row(HEADINGS_ROW, height_for([(text, _WIDTHS[name] - 3) for name, text in zip(self.columns, shown, strict=True)], 30.0))

    def _action(self, sheet: Worksheet, row: int, action: dict[str, Any]) -> None:
        texts = _planned_words(self.say, action, self.plan.roles)
        texts["asked"] = self._said(self.texts.asked[action["asked"]])
        told = self._told(action)
        for place, column in enumerate(self.columns):
            value = told.get(column) if column in FILLED_IN else texts[column]
            _write(sheet, row, place, value, self.formats[_style(column)])
        height = height_for([(str(texts[name]), _WIDTHS[name]) for name in ("title", "owner", "indicator")], 30.0)
        sheet.set_row(row, height, None, {"hidden": action["asked"] in NOT_NOW})

    def _told(self, action: dict[str, Any]) -> dict[str, Any]:
        """What stands in the open cells already: the latest report, else where the plan took the action up."""
        told = self.known.get(action["action"])
        if told is None:
            told = {"status": action["status"] if action["status"] == "in progress" else "", "progress": action["progress"]}
        filled = {name: told[name] for name in FILLED_IN if name in told}
        for name in ("status", "reason"):
            filled[name] = self.lists[name].get(filled.get(name, ""), "")
        filled["progress"] = round(100 * filled["progress"], 6)
        return filled

    def _limits(self, sheet: Worksheet, first: int, last: int) -> None:
        end = last_of_quarter(self.quarter)
        numbers = {"validate": "decimal", "criteria": ">=", "value": 0}
        rules = {
            "progress": (self._percent_rule(first), "percent"),
            "started_on": (_between(EARLIEST, end), "past"),
            "finished_on": (_between(EARLIEST, end), "past"),
            "expected_on": (_between(EARLIEST, LATEST), "date"),
            "indicator_value": ({"validate": "decimal", "criteria": "between", "minimum": -1e15, "maximum": 1e15}, "number"),
            "person_days": (numbers, "not_negative"),
            "amount": (numbers, "not_negative"),
            **{name: ({"validate": "list", "source": self._source(name)}, "list") for name in self.lists},
        }
        for column in FILLED_IN:
            rule, refusal = rules.get(column, ({"validate": "any"}, ""))
            rule = rule | {"input_title": self._heading(column)[:LONGEST_HEADING], "input_message": self._said(self.texts.hints[column])}
            if refusal:
                rule |= {"error_title": self._name(self.texts.not_possible), "error_message": self._said(self.texts.refusals[refusal])}
            place = self.columns.index(column)
            sheet.data_validation(first, place, max(first, last), place, rule)

    def _percent_rule(self, row: int) -> dict[str, Any]:
        cell = xl_rowcol_to_cell(row, self.columns.index("progress"))
        return {"validate": "custom", "value": f"=AND(ISNUMBER({cell}),OR({cell}=0,AND({cell}>=1,{cell}<=100)))"}

    def _source(self, name: str) -> str:
        """The cells of the hidden sheet that hold a list."""
        first = len(FACTS) + 2 + sum(len(self.lists[one]) for one in list(self.lists)[: list(self.lists).index(name)])
        column = xl_col_to_name(LISTS.index("shown"), col_abs=True)
        return f"='{NOTES_SHEET}'!{column}${first + 1}:{column}${first + len(self.lists[name])}"

    def _notes(self) -> None:
        notes = self.book.add_worksheet(NOTES_SHEET)
        facts = (__version__, self.plan.mission, self.quarter, self.language, self.sheet_name)
        entries = [(name, shown, code) for name, entries in self.lists.items() for code, shown in entries.items()]
        for row, texts in enumerate([*zip(FACTS, facts, strict=True), (), LISTS, *entries]):
            for column, text in enumerate(texts):
                notes.write_string(row, column, text)
        notes.protect()
        notes.very_hidden()


def _planned_words(say: Speaker, action: Mapping[str, Any], roles: Mapping[str, str]) -> dict[str, Any]:
    """The locked cells of an action."""
    baseline, target = say.content(action["baseline"]) or "–", say.content(action["target"]) or "–"
    measure = f"{_indicator_words(say, action['indicator'])}: {baseline} → {target}"
    return {
        "action": action["action"],
        "title": say.content(action["title"]),
        "owner": say.content(roles.get(action["owner"]) or action["owner"]),
        "planned_start": action["start_on"],
        "planned_finish": action["finish_on"],
        "planned_days": action["person_days"],
        "planned_amount": action["amount"],
        "indicator": measure if action["indicator"] else "",
    }


def _indicator_words(say: Speaker, indicator: str) -> str:
    """What an action is measured by: its remedy's indicator, or the rating of a gate."""
    gate = read_back(GATE_INDICATOR, indicator)
    if gate is None:
        return say.content(indicator)
    return say("measure-gate", criterion=say.content(gate["criterion"]), gate=say.content(gate["gate"].capitalize()).lower())


def _style(column: str) -> str:
    if column in FILLED_IN:
        numbers = ("progress", "indicator_value", "person_days", "amount")
        return "open_day" if column in _DAYS else "open_number" if column in numbers else "open"
    kinds = {"planned_days": "number", "planned_amount": "whole", "action": "strong"}
    return "day" if column in _DAYS else kinds.get(column, "cell")


def _write(sheet: Worksheet, row: int, column: int, value: Any, style: Any) -> None:
    """A number or a day as such, a text so that no spreadsheet takes it for a formula."""
    if value in (None, "") or (isinstance(value, float) and math.isnan(value)):
        sheet.write_blank(row, column, None, style)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, style)
    elif style.num_format == "yyyy-mm-dd":
        sheet.write_datetime(row, column, datetime.datetime.fromisoformat(value), style)
    else:
        sheet.write_string(row, column, neutralised(value), style)


def _between(first: datetime.date, last: datetime.date) -> dict[str, Any]:
    return {"validate": "date", "criteria": "between", "minimum": first, "maximum": last}

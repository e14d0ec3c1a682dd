"""The workbook of a work plan in the making: what its sheets share, and where each thing stands, so that formulas find it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from diagnostics.definitions.plan_file import PlanFile, PlannedAction
from diagnostics.intake.forms.form_sheets import height_for
from diagnostics.intake.written_files import neutralised
from diagnostics.planning.mission_project import resource_of
from diagnostics.planning.working_days import WEEKDAYS, WorkingDays, plan_span, quarter_of, working_days
from diagnostics.reporting.plans.closed_days import named_closed_days
from diagnostics.reporting.plans.handover_words import role_name, spoken
from diagnostics.reporting.speaker import Speaker
from diagnostics.reporting.theme import theme

A4 = 9
FIRST = 7
"""Row of the first action, from 0, on the sheets Plan and Gantt."""
TOP = 4
"""Row of the first line on the sheets that have no totals above their table."""
SPARE = 5
"""Empty rows below the last action, formulas in them, for actions that are added."""
NAME_LENGTH = 31  # of a sheet
CLOSED = "closed_days"
"""The defined name of the days on which nobody works."""
UNASSIGNED = ""
"""Stands for the role of effort that belongs to no role."""
_DATE = "yyyy-mm-dd"
_TEXT = {"font_name": "Calibri", "font_size": 10, "valign": "top", "text_wrap": True}
_BOX = {"border": 1, "border_color": "#C8C8C8"}
_OPEN = {"bg_color": "#FFF9E0", **_BOX}
_MADE = {"bg_color": "#F1F3F5", **_BOX}


_MONTH = {"en": "mmm yy", "fr": "[$-40C]mmm yy", "sr-Latn": "[$-241A]mmm yy", "sr-Cyrl": "[$-281A]mmm yy"}


def looks(language: str) -> dict[str, dict[str, Any]]:
    """Name → format of a cell. ``open``: to be filled in; ``made``: a formula."""
    dark = {"bold": True, "bg_color": theme().deep, "font_color": "#FFFFFF", "border": 1, "valign": "vcenter"}
    return {
        "title": {"font_size": 16, "bold": True, "text_wrap": False, "font_color": theme().deep},
        "small": {"font_color": theme().muted, "text_wrap": False},
        "text": {},
        "bold": {"bold": True},
        "heading": {"bold": True, "font_size": 12, "font_color": theme().deep, "text_wrap": False},
        "head": dark,
        "head_month": {**dark, "num_format": _MONTH[language], "rotation": 90, "align": "center", "text_wrap": False},
        "head_quarter": {**dark, "align": "center", "text_wrap": False},
        "cell": _BOX,
        "open": _OPEN,
        "open_center": {**_OPEN, "align": "center"},
        "open_date": {**_OPEN, "num_format": _DATE, "align": "center"},
        "open_number": {**_OPEN, "num_format": "#,##0.##"},
        "open_money": {**_OPEN, "num_format": "#,##0"},
        "open_percent": {**_OPEN, "num_format": "0%"},
        "made": _MADE,
        "made_date": {**_MADE, "num_format": _DATE, "align": "center"},
        "made_number": {**_MADE, "num_format": "#,##0.##"},
        "made_days": {**_MADE, "num_format": "#,##0.0;-#,##0.0;;"},
        "made_money": {**_MADE, "num_format": "#,##0"},
        "made_percent": {**_MADE, "num_format": "0%;-0%;"},
        "bar": {"border": 1, "border_color": "#E4E4E4", "num_format": "0;;;", "align": "center", "valign": "vcenter", "font_size": 8},
        "year": {**_BOX, "align": "left"},
        "day": {"bold": True, "font_size": 12, "num_format": _DATE, "align": "left", "bottom": 1},
        "figure": {"bold": True, "font_size": 12, "num_format": "#,##0.##", "align": "left", "bottom": 1},
        "share": {"bold": True, "font_size": 12, "num_format": "0%", "align": "left", "bottom": 1},
        "label": {"font_color": theme().muted, "font_size": 9},
    }


@dataclass
class PlanBook:
    """One workbook of a plan: what it is made from, its sheets and formats.

    Attributes:
        book: the XlsxWriter workbook.
        plan: the plan, its texts as they are keyed.
        say: the reader's language.
        sheets: what a sheet is → its name in the language.
        processes: process id → its name.
    """

    book: Any
    plan: PlanFile
    say: Speaker
    sheets: Mapping[str, str]
    processes: Mapping[str, str]
    columns: dict[str, int] = field(default_factory=dict)
    """Field → its column on the sheet Plan, from 0."""
    cells: list[tuple[str, str, str]] = field(default_factory=list)
    """Cells of the other sheets that people may change: sheet, cell, what stands there."""

    def __post_init__(self) -> None:
        self.formats = {name: self.book.add_format({**_TEXT, **look}) for name, look in looks(self.say.language).items()}
        self.actions: tuple[PlannedAction, ...] = tuple(spoken(action, self.say) for action in self.plan.actions if action.scheduled)
        finishes = [action.finish_on for action in self.actions if action.finish_on]
        self.calendar: WorkingDays = working_days(self.plan.settings, also=finishes)
        self.start, end = plan_span(self.plan.settings)
        self.end = max([end, *finishes])
        self.closed = named_closed_days(self.plan.settings.calendar, self.start.year, self.end.year + 1, self.say.language)
        self.months = tuple(self._months())
        roles = dict.fromkeys(role for action in self.actions for role in action.person_days_by_role)
        self.roles: tuple[str, ...] = (*roles, UNASSIGNED)

    @property
    def last(self) -> int:
        """The last row of the sheets Plan and Gantt that formulas look at, from 0."""
        return FIRST + len(self.actions) + SPARE - 1

    def _months(self) -> Iterable[date]:
        month = self.start
        while month <= self.end:
            yield month
            month = next_month(month)

    def sheet(self, key: str, *, wide: int = 1) -> Any:
        """A new sheet, print-ready: A4 across, so many pages wide, with its name, the administration and page numbers."""
        sheet = self.book.add_worksheet(self.sheets[key])
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(wide, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.6)
        sheet.hide_gridlines(2)
        who = self.plan.administration.replace("&", "&&")
        made_up = f"&R{self.say('handover-synthetic')}" if self.plan.synthetic else ""
        sheet.set_header(f"&L{who}&C{self.say('handover-heading')}{made_up}")
        sheet.set_footer(f"&L{self.plan.mission.replace('&', '&&')}, {self.plan.as_of.isoformat()}&C&A&R&P / &N")
        sheet.write_string(0, 0, self.sheets[key], self.formats["title"])
        sheet.set_row(0, 26)
        return sheet

    def text(self, sheet: Any, row: int, column: int, text: str, look: str = "cell") -> None:
        """Write a text that no spreadsheet takes for a formula; an empty one leaves the cell blank."""
        if text:
            sheet.write_string(row, column, neutralised(text), self.formats[look])
        else:
            sheet.write_blank(row, column, None, self.formats[look])

    def value(self, sheet: Any, row: int, column: int, value: float | date | None, look: str) -> None:
        """Write a number or a day as such; nothing leaves the cell blank."""
        if value is None:
            sheet.write_blank(row, column, None, self.formats[look])
        elif isinstance(value, date):
            sheet.write_datetime(row, column, datetime.combine(value, time()), self.formats[look])
        else:
            sheet.write_number(row, column, value, self.formats[look])

    def formula(self, sheet: Any, row: int, column: int, formula: str, look: str, result: float | date | str) -> None:
        """Write a formula with its result, so that readers that do not calculate see it."""
        shown = (result - date(1899, 12, 30)).days if isinstance(result, date) else result
        sheet.write_formula(row, column, "=" + formula, self.formats[look], shown)

    def open_cell(self, key: str, row: int, column: int, value: float | date | str | None) -> None:
        """Note what stands in a cell that people may change on a sheet that is not read back."""
        told = "" if value is None else value.isoformat() if isinstance(value, date) else str(value)
        if isinstance(value, float) and value.is_integer():
            told = str(int(value))
        self.cells.append((self.sheets[key], xl_rowcol_to_cell(row, column), told))

    def at(self, field_id: str, row: int) -> str:
        """The cell of one field of one row of the sheet Plan."""
        return f"{self.quoted('plan')}!${xl_col_to_name(self.columns[field_id])}{row + 1}"

    def of(self, field_id: str) -> str:
        """All cells of one field on the sheet Plan."""
        letter = xl_col_to_name(self.columns[field_id])
        return f"{self.quoted('plan')}!${letter}${FIRST + 1}:${letter}${self.last + 1}"

    def quoted(self, key: str) -> str:
        """A sheet's name as formulas write it."""
        return "'" + self.sheets[key].replace("'", "''") + "'"

    def days_between(self, first: str, last: str) -> str:
        """The formula of the working days from one cell's day to another's."""
        if set(self.plan.settings.calendar.weekend) == {"saturday", "sunday"}:
            return f"NETWORKDAYS({first},{last},{CLOSED})"
        weekend = "".join("1" if name in self.plan.settings.calendar.weekend else "0" for name in WEEKDAYS)
        return f'NETWORKDAYS.INTL({first},{last},"{weekend}",{CLOSED})'

    def quarter(self, cell: str) -> str:
        """The formula of the quarter in which a cell's day lies, as the language writes it."""
        pattern = self.say("quarter", year="\0YEAR\0", number="\0NUMBER\0")
        made = {"YEAR": f"YEAR({cell})", "NUMBER": f"ROUNDUP(MONTH({cell})/3,0)"}
        return "&".join(made.get(part, f'"{part}"') for part in pattern.split("\0") if part)

    def shown_quarter(self, day: date) -> str:
        """What that formula gives."""
        return self.say.quarter(quarter_of(day))

    def role(self, role: str) -> str:
        """A role's name, and that of effort without a role."""
        return role_name(role, self.plan.roles, self.say) if role else self.say("handover-no-role")

    def resource(self, role: str) -> str:
        """The people from whom a role's effort is taken, as the schedule takes it."""
        return (resource_of(role, self.plan.settings) or role) if role else UNASSIGNED

    def days_in(self, action: PlannedAction, month: date) -> int:
        """Working days of an action in a month."""
        if not (action.start_on and action.finish_on):
            return 0
        first, last = max(action.start_on, month), min(action.finish_on, end_of(month))
        return self.calendar.between(first, last) if first <= last else 0

    def working_days_of(self, action: PlannedAction) -> int:
        """Working days from its first to its last."""
        return self.calendar.between(action.start_on, action.finish_on) if action.start_on and action.finish_on else 0

    def height(self, texts: Sequence[tuple[str, float]]) -> float:
        """The height of a row that shows these texts whole; each with the width of its column."""
        return height_for(texts)


def next_month(month: date) -> date:
    """The first day of the month after."""
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def end_of(month: date) -> date:
    """The last day of the month that begins on a day."""
    return next_month(month) - timedelta(days=1)


def months_of_quarter(months: Iterable[date]) -> dict[str, list[date]]:
    """Quarter → its months."""
    quarters: dict[str, list[date]] = {}
    for month in months:
        quarters.setdefault(quarter_of(month), []).append(month)
    return quarters

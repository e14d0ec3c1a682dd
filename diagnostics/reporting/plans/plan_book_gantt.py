"""The sheet Gantt of a plan's workbook: bars that follow the dates of the sheet Plan."""

from __future__ import annotations

from typing import Any

from xlsxwriter.utility import xl_col_to_name

from diagnostics.definitions.plan_file import PlannedAction
from diagnostics.reporting.plans.plan_book import FIRST, PlanBook, months_of_quarter

MONTHS_A_PAGE = 27
QUARTERS, MONTHS = FIRST - 2, FIRST - 1
SHARE = 6  # column of the share of an action that is one working day
FIRST_MONTH = SHARE + 1
_WIDTHS = (11, 34, 18, 16, 11, 11, 6)
_MONTH_WIDTH = 4.2
_CRITICAL, _QUICK, _ORDINARY = "#A8401C", "#2F777B", "#7FA6C9"


def pages_wide(made: PlanBook) -> int:
    """How many pages the months take side by side."""
    return -(-len(made.months) // MONTHS_A_PAGE)


def write_gantt_sheet(made: PlanBook) -> None:
    """Write the bars: in each month the working days that an action takes in it."""
    sheet, say = made.sheet("gantt", wide=pages_wide(made)), made.say
    names = [
        say("handover-action"), say("handover-title"), say("handover-owner"), say("handover-kind"),
        say("handover-start"), say("handover-finish"), say("handover-share-a-day"),
    ]  # fmt: skip
    for number, (name, width) in enumerate(zip(names, _WIDTHS, strict=True)):
        made.text(sheet, MONTHS, number, name, "head")
        sheet.set_column(number, number, width, None, {"hidden": number == SHARE})
    made.text(sheet, 1, 0, say("handover-gantt-note"), "small")
    _legend(made, sheet)
    month_heads(made, sheet, FIRST_MONTH, _MONTH_WIDTH)
    for row in range(FIRST, made.last + 1):
        place = row - FIRST
        _gantt_row(made, sheet, row, made.actions[place] if place < len(made.actions) else None)
    _bars(made, sheet)
    sheet.set_row(MONTHS, 44)
    sheet.freeze_panes(FIRST, FIRST_MONTH)
    sheet.repeat_rows(QUARTERS, MONTHS)
    sheet.repeat_columns(0, 1)
    sheet.print_area(0, 0, made.last, FIRST_MONTH + len(made.months) - 1)


def _gantt_row(made: PlanBook, sheet: Any, row: int, action: PlannedAction | None) -> None:
    say = made.say
    told = {
        "action": action.action if action else "",
        "title": action.title if action else "",
        "owner": made.role(action.owner) if action and action.owner else "",
    }
    for column, (name, shown) in enumerate(told.items()):
        cell = made.at(name, row)
        made.formula(sheet, row, column, f'IF({cell}="","",{cell})', "made", shown)
    sheet.set_row(row, made.height([(told["title"], _WIDTHS[1]), (told["owner"], _WIDTHS[2])]))
    critical, quick = say("handover-kind-critical"), say("handover-kind-quick")
    both = f'IF(AND({made.at("critical", row)}<>"",{made.at("quick_win", row)}<>""),", ","")'
    kind = f'IF({made.at("critical", row)}="","","{critical}")&{both}&IF({made.at("quick_win", row)}="","","{quick}")'
    shown = ", ".join([*([critical] if action and action.critical else []), *([quick] if action and action.quick_win else [])])
    made.formula(sheet, row, 3, kind, "made", shown)
    for column, name in ((4, "start_on"), (5, "finish_on")):
        cell = made.at(name, row)
        day = getattr(action, name) if action else None
        made.formula(sheet, row, column, f'IF({cell}="","",{cell})', "made_date", day or "")
    days = made.working_days_of(action) if action else 0
    duration = made.at("=working_days", row)
    made.formula(sheet, row, SHARE, f"IF(N({duration})>0,1/{duration},0)", "made", 1 / days if days else 0)
    for number, month in enumerate(made.months):
        column = FIRST_MONTH + number
        head = f"{xl_col_to_name(column)}${MONTHS + 1}"
        within = made.days_between(f"MAX($E{row + 1},{head})", f"MIN($F{row + 1},EOMONTH({head},0))")
        formula = f'IF(OR($E{row + 1}="",$F{row + 1}=""),0,MAX(0,{within}))'
        made.formula(sheet, row, column, formula, "bar", made.days_in(action, month) if action else 0)


def month_heads(made: PlanBook, sheet: Any, first: int, width: float) -> None:
    """The months as real dates, the quarters above them."""
    column = first
    for quarter, months in months_of_quarter(made.months).items():
        shown = made.say.quarter(quarter)
        if len(months) > 1:
            sheet.merge_range(QUARTERS, column, QUARTERS, column + len(months) - 1, shown, made.formats["head_quarter"])
        else:
            made.text(sheet, QUARTERS, column, shown, "head_quarter")
        for month in months:
            made.value(sheet, MONTHS, column, month, "head_month")
            column += 1
    sheet.set_column(first, column - 1, width)


def _legend(made: PlanBook, sheet: Any) -> None:
    say, column = made.say, 1
    for colour, told in (
        (_CRITICAL, say("handover-kind-critical")),
        (_QUICK, say("handover-kind-quick")),
        (_ORDINARY, say("handover-kind-ordinary")),
    ):
        look = made.book.add_format(
            {"font_name": "Calibri", "font_size": 9, "bg_color": colour, "font_color": _on(colour), "align": "center"}
        )
        sheet.write_string(3, column, told, look)
        column += 1


def _on(colour: str) -> str:
    return "#17212B" if colour == _ORDINARY else "#FFFFFF"


def _bars(made: PlanBook, sheet: Any) -> None:
    """Colour follows the cells of the dates; the words of the column before them say the same."""
    area = (FIRST, FIRST_MONTH, made.last, FIRST_MONTH + len(made.months) - 1)
    cell, letter = f"{xl_col_to_name(FIRST_MONTH)}{FIRST + 1}", FIRST + 1
    critical, quick = (f"{made.quoted('plan')}!${xl_col_to_name(made.columns[name])}{letter}" for name in ("critical", "quick_win"))
    for condition, colour in (
        (f'=AND({cell}>0,{critical}<>"")', _CRITICAL),
        (f'=AND({cell}>0,{quick}<>"")', _QUICK),
        (f"={cell}>0", _ORDINARY),
    ):
        bold = colour == _CRITICAL
        look = made.book.add_format({"bg_color": colour, "font_color": _on(colour), "bold": bold})
        sheet.conditional_format(*area, {"type": "formula", "criteria": condition, "format": look, "stop_if_true": True})

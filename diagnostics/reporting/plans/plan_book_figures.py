"""The sheets Budget and Tracker of a plan's workbook: money by year, and each indicator on its way from baseline to target."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from diagnostics.definitions.plan_file import PlannedAction
from diagnostics.reporting.plans.plan_book import TOP, PlanBook, months_of_quarter

_HEADINGS = TOP - 1
_QUARTER_WIDTH = 9
TRACKED_FROM = 8  # first column of quarters on the sheet Tracker
_TRACKER_WIDTHS = (11, 34, 30, 8, 10, 10, 11, 11)


def write_budget_sheet(made: PlanBook) -> None:
    """Write what the plan commits by year, against what there is, then by source of funding."""
    sheet, say = made.sheet("budget"), made.say
    budget = made.plan.settings.budget
    currency = budget.currency if budget else ""
    note = say("handover-budget-note", currency=currency) if currency else say("handover-budget-no-currency")
    made.text(sheet, 1, 0, note, "small")
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 12, 15)
    heads = (
        say("handover-year"), say("handover-actions-starting"), say("handover-committed"),
        say("handover-available"), say("handover-left"), say("handover-share-committed"),
    )  # fmt: skip
    for column, head in enumerate(heads):
        made.text(sheet, _HEADINGS, column, head, "head")
    years = range(made.start.year, made.end.year + 1)
    for row, year in enumerate(years, start=TOP):
        _year(made, sheet, row, year, None if budget is None else budget.by_year.get(year))
    total = TOP + len(years)
    _sums(made, sheet, total)
    without = [action for action in made.actions if action.amount is None]
    made.text(sheet, total + 1, 0, say("handover-without-amount"), "cell")
    count = f"COUNTA({made.of('title')})-COUNT({made.of('amount')})"
    made.formula(sheet, total + 1, 2, count, "made_number", len(without))
    _funding(made, sheet, total + 4, years)
    sheet.freeze_panes(TOP, 1)
    sheet.repeat_rows(_HEADINGS)


def _in_year(made: PlanBook, year: str) -> str:
    return f'{made.of("start_on")},">="&DATE({year},1,1),{made.of("start_on")},"<="&DATE({year},12,31)'


def _year(made: PlanBook, sheet: Any, row: int, year: int, available: float | None) -> None:
    starting = [action for action in made.actions if action.start_on and action.start_on.year == year]
    committed = sum(action.amount or 0 for action in starting)
    cell = f"$A{row + 1}"
    made.value(sheet, row, 0, year, "year")
    made.formula(sheet, row, 1, f"COUNTIFS({_in_year(made, cell)})", "made_number", len(starting))
    made.formula(sheet, row, 2, f"SUMIFS({made.of('amount')},{_in_year(made, cell)})", "made_money", committed)
    made.value(sheet, row, 3, available, "open_money")
    made.open_cell("budget", row, 3, available)
    _against(made, sheet, row, committed, available)


def _against(made: PlanBook, sheet: Any, row: int, committed: float, available: float | None) -> None:
    """What is left of the money, and which share of it is committed; more than there is stands out."""
    left = "" if available is None else available - committed
    share = committed / available if available else ""
    made.formula(sheet, row, 4, f'IF(D{row + 1}="","",D{row + 1}-C{row + 1})', "made_money", left)
    made.formula(sheet, row, 5, f'IF(N(D{row + 1})=0,"",C{row + 1}/D{row + 1})', "made_percent", share)
    red = made.book.add_format({"bold": True, "font_color": "#8F1D14", "bg_color": "#F8D7CF", "num_format": '"! "#,##0;"! "-#,##0'})
    sheet.conditional_format(row, 4, row, 4, {"type": "formula", "criteria": f"=N($E{row + 1})<0", "format": red})


def _sums(made: PlanBook, sheet: Any, row: int) -> None:
    """The plan's whole money; an action without a start is in no year, and shows as a difference to the sheet Plan."""
    budget = made.plan.settings.budget
    dated = [action for action in made.actions if action.start_on]
    made.text(sheet, row, 0, made.say("handover-total"), "bold")
    sums = {1: len(dated), 2: sum(action.amount or 0 for action in dated)}
    for column, result in sums.items():
        letter = xl_col_to_name(column)
        look = "made_number" if column == 1 else "made_money"
        made.formula(sheet, row, column, f"SUM({letter}{TOP + 1}:{letter}{row})", look, result)
    years = range(made.start.year, made.end.year + 1)
    given = [budget.by_year[year] for year in years if budget and year in budget.by_year]
    whole = sum(given) if given else None
    made.formula(sheet, row, 3, f'IF(COUNT(D{TOP + 1}:D{row})=0,"",SUM(D{TOP + 1}:D{row}))', "made_money", "" if whole is None else whole)
    _against(made, sheet, row, sums[2], whole)


def _funding(made: PlanBook, sheet: Any, row: int, years: Sequence[int]) -> None:
    """Money by source and year. A source that is added on the sheet Plan is added here by hand."""
    sources = list(dict.fromkeys(action.funding for action in made.actions if action.funding))
    if not sources:
        return
    made.text(sheet, row, 0, made.say("handover-funding"), "head")
    for column, year in enumerate(years, start=1):
        made.value(sheet, row, column, year, "head_quarter")
    for place, source in enumerate(sources, start=1):
        made.text(sheet, row + place, 0, source, "cell")
        for column, year in enumerate(years, start=1):
            letter = xl_col_to_name(column)
            criteria = f"{made.of('funding')},$A{row + place + 1},{_in_year(made, f'{letter}${row + 1}')}"
            committed = sum(_amount(action, source, year) for action in made.actions)
            made.formula(sheet, row + place, column, f"SUMIFS({made.of('amount')},{criteria})", "made_money", committed)


def _amount(action: PlannedAction, source: str, year: int) -> float:
    starts = action.start_on is not None and action.start_on.year == year
    return action.amount or 0 if starts and action.funding == source else 0


def write_tracker_sheet(made: PlanBook) -> None:
    """Write a row an indicator: baseline, target, the values by quarter as they come in, and how far on the way the latest one is."""
    quarters = list(months_of_quarter(made.months))
    sheet, say = made.sheet("tracker", wide=-(-len(quarters) // 12)), made.say
    made.text(sheet, 1, 0, say("handover-tracker-note"), "small")
    heads = [
        say("handover-action"), say("handover-title"), say("handover-indicator"), say("handover-unit"), say("handover-baseline"),
        say("handover-target"), say("handover-latest"), say("handover-way"), *map(say.quarter, quarters),
    ]  # fmt: skip
    for column, head in enumerate(heads):
        made.text(sheet, _HEADINGS, column, head, "head")
        sheet.set_column(column, column, _TRACKER_WIDTHS[column] if column < TRACKED_FROM else _QUARTER_WIDTH)
    sheet.set_row(_HEADINGS, 30)
    measured = [action for action in made.actions if action.indicator]
    last = xl_col_to_name(TRACKED_FROM + len(quarters) - 1)
    for row, action in enumerate(measured, start=TOP):
        _tracked(made, sheet, row, action, last)
        for column in range(TRACKED_FROM, TRACKED_FROM + len(quarters)):
            made.value(sheet, row, column, None, "open_number")
            made.open_cell("tracker", row, column, None)
    sheet.freeze_panes(TOP, 2)
    sheet.repeat_rows(_HEADINGS)
    sheet.repeat_columns(0, 1)


def _tracked(made: PlanBook, sheet: Any, row: int, action: PlannedAction, last: str) -> None:
    """One indicator. What the sheet Plan says of the action is looked up by its id, so that sorting that sheet does no harm."""
    made.text(sheet, row, 0, action.action, "cell")
    shown: dict[str, Any] = {
        "title": action.title, "indicator": action.indicator, "unit": action.unit,
        "baseline_value": action.baseline_value, "target_value": action.target_value,
    }  # fmt: skip
    for column, (name, value) in enumerate(shown.items(), start=1):
        found = f"INDEX({made.of(name)},MATCH($A{row + 1},{made.of('action')},0))"
        number = name.endswith("_value")
        made.formula(
            sheet,
            row,
            column,
            f'IFERROR(IF({found}="","",{found}),"")',
            "made_number" if number else "made",
            "" if value is None else value,
        )
    sheet.set_row(row, made.height([(action.title, _TRACKER_WIDTHS[1]), (action.indicator, _TRACKER_WIDTHS[2])]))
    span = f"{xl_col_to_name(TRACKED_FROM)}{row + 1}:{last}{row + 1}"
    made.formula(sheet, row, 6, f'IF(COUNT({span})=0,"",LOOKUP(9E+307,{span}))', "made_number", "")
    way = f"(G{row + 1}-E{row + 1})/(F{row + 1}-E{row + 1})"
    unknown = f'OR(G{row + 1}="",E{row + 1}="",F{row + 1}="",N(E{row + 1})=N(F{row + 1}))'
    made.formula(sheet, row, 7, f'IF({unknown},"",{way})', "made_percent", "")

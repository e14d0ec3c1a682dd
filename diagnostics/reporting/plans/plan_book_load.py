"""The sheet Load of a plan's workbook: person-days needed and there to be had, by role and month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from diagnostics.definitions.plan_settings import People
from diagnostics.definitions.planning_figures import load_planning_figures
from diagnostics.intake.plans.plan_sheet import DAYS
from diagnostics.planning.working_days import first_of_month, last_of_month
from diagnostics.reporting.plans.plan_book import FIRST, UNASSIGNED, PlanBook, end_of, months_of_quarter
from diagnostics.reporting.plans.plan_book_gantt import FIRST_MONTH, MONTHS, QUARTERS, month_heads, pages_wide

LOAD_MONTH = 3  # first column of months
_LOAD_WIDTH = 6.2
# Columns of the table of people; the last three take several columns of months each.
_PEOPLE, _FROM, _TO, _CODE = "C", "D", "F", "H"
_PLACES = ((0, 0), (1, 1), (2, 2), (3, 4), (5, 6), (7, 10))
_NO_CAPACITY = 9.99  # shown where something is needed and nobody is there


def write_load_sheet(made: PlanBook) -> None:
    """Write person-days needed and there to be had by role and month, and below them who is there."""
    sheet, say = made.sheet("load", wide=pages_wide(made)), made.say
    for column, width in enumerate((32, 16, 9)):
        sheet.set_column(column, column, width)
    made.text(sheet, 1, 0, say("handover-load-note"), "small")
    month_heads(made, sheet, LOAD_MONTH, _LOAD_WIDTH)
    for column, name in enumerate((say("handover-resource"), say("handover-measure"), say("handover-total"))):
        made.text(sheet, MONTHS, column, name, "head")
    sheet.set_row(MONTHS, 44)
    _working_days_row(made, sheet)
    resources, limited = _resources(made), {one.resource for one in made.plan.settings.people}
    rows = {}
    row = FIRST + 1
    for resource in resources:
        rows[resource] = row
        row += 3 if resource in limited else 1
    people = row + 4  # below the rows of all roles and an empty one
    last = people + max(1, len(made.plan.settings.people))
    for resource, roles in resources.items():
        _resource_rows(made, sheet, rows[resource], resource, roles, (people + 2, last + 1) if resource in limited else None)
    _everybody_rows(made, sheet, row, list(rows.values()), last + 2)
    _people(made, sheet, people, made.plan.settings.people)
    sheet.freeze_panes(FIRST, LOAD_MONTH)
    sheet.repeat_rows(QUARTERS, MONTHS)
    sheet.repeat_columns(0, 1)


def _resources(made: PlanBook) -> dict[str, list[str]]:
    """Resource → the roles whose effort is taken from it; those with people of their own first, in the order of the settings."""
    found: dict[str, list[str]] = {one.resource: [] for one in made.plan.settings.people}
    for role in made.roles:
        found.setdefault(made.resource(role), []).append(role)
    if not any(_need(made, found.get(UNASSIGNED, []), month) for month in made.months):
        found.pop(UNASSIGNED, None)
    return found


def _need(made: PlanBook, roles: Sequence[str], month: date) -> float:
    """Person-days of some roles in a month: each action's effort, spread evenly over its working days."""
    need = 0.0
    for action in made.actions:
        days = made.working_days_of(action)
        rest = (action.person_days or 0) - sum(action.person_days_by_role.values())
        effort = sum(max(0.0, rest) if role == UNASSIGNED else action.person_days_by_role.get(role, 0.0) for role in roles)
        need += effort * made.days_in(action, month) / days if days else 0.0
    return need


def _need_formula(made: PlanBook, roles: Sequence[str], number: int) -> str:
    gantt, letter = made.quoted("gantt"), xl_col_to_name(FIRST_MONTH + number)
    share = f"{gantt}!$G${FIRST + 1}:$G${made.last + 1}"
    month = f"{gantt}!${letter}${FIRST + 1}:${letter}${made.last + 1}"
    return "+".join(f"SUMPRODUCT({made.of(DAYS + role)},{share},{month})" for role in roles) or "0"


def _working_days_row(made: PlanBook, sheet: Any) -> None:
    made.text(sheet, FIRST, 0, made.say("handover-working-days"), "bold")
    for number, month in enumerate(made.months):
        column = LOAD_MONTH + number
        head = f"{xl_col_to_name(column)}${MONTHS + 1}"
        days = made.calendar.between(month, end_of(month))
        made.formula(sheet, FIRST, column, made.days_between(head, f"EOMONTH({head},0)"), "made_number", days)


def _rows(made: PlanBook, sheet: Any, row: int, name: str, needs: Sequence[float], formulas: Sequence[str], limited: bool = True) -> None:
    """The row of what is needed, and the labels of the two below it where there is a limit."""
    say = made.say
    labels = (say("handover-needed"), say("handover-there"), say("handover-used")) if limited else (say("handover-not-limited"),)
    for below, label in enumerate(labels):
        made.text(sheet, row + below, 0, name if below == 0 else "", "bold")
        made.text(sheet, row + below, 1, label, "cell")
    for number, (need, formula) in enumerate(zip(needs, formulas, strict=True)):
        made.formula(sheet, row, LOAD_MONTH + number, formula, "made_days", need)
    span = _span(made, row)
    made.formula(sheet, row, 2, f"SUM({span})", "made_days", sum(needs))


def _span(made: PlanBook, row: int) -> str:
    last = xl_col_to_name(LOAD_MONTH + len(made.months) - 1)
    return f"{xl_col_to_name(LOAD_MONTH)}{row + 1}:{last}{row + 1}"


def _share_row(made: PlanBook, sheet: Any, row: int, needs: Sequence[float], capacities: Sequence[float]) -> None:
    """What is needed of what is there; overloads in bold red with a mark, high loads in bold."""
    for number, (need, capacity) in enumerate(zip([*needs, sum(needs)], [*capacities, sum(capacities)], strict=True)):
        column = LOAD_MONTH + number if number < len(needs) else 2
        letter = xl_col_to_name(column)
        over, under = f"{letter}{row - 1}", f"{letter}{row}"
        result = need / capacity if capacity else (_NO_CAPACITY if need > 0 else 0)
        made.formula(sheet, row, column, f"IF({under}>0,{over}/{under},IF({over}>0,{_NO_CAPACITY},0))", "made_percent", result)
    high = load_planning_figures().capacity_warning.share
    area = (row, 2, row, LOAD_MONTH + len(made.months) - 1)
    red = made.book.add_format(
        {"bold": True, "font_color": "#8F1D14", "bg_color": "#F8D7CF", "num_format": f'[>={_NO_CAPACITY}]"! –";"! "0%'}
    )
    amber = made.book.add_format({"bold": True, "bg_color": "#FBEBC8"})
    sheet.conditional_format(*area, {"type": "cell", "criteria": ">", "value": 1.0005, "format": red, "stop_if_true": True})
    sheet.conditional_format(*area, {"type": "cell", "criteria": ">", "value": high, "format": amber})


def _resource_rows(made: PlanBook, sheet: Any, row: int, resource: str, roles: Sequence[str], people: tuple[int, int] | None) -> None:
    """The rows of one resource. ``people``: first and last row of who is there, as the spreadsheet counts; none = not limited."""
    needs = [_need(made, roles, month) for month in made.months]
    formulas = [_need_formula(made, roles, number) for number in range(len(made.months))]
    _rows(made, sheet, row, made.role(resource), needs, formulas, limited=people is not None)
    if people is None:
        return
    capacities = [_capacity(made, resource, month) for month in made.months]
    span = {letter: f"${letter}${people[0]}:${letter}${people[1]}" for letter in (_PEOPLE, _FROM, _TO, _CODE)}
    for number, capacity in enumerate(capacities):
        letter = xl_col_to_name(LOAD_MONTH + number)
        head = f"{letter}${MONTHS + 1}"
        there = f'(({span[_TO]}="")+({span[_TO]}>={head})>0)'
        own = f'({span[_CODE]}="{resource}")*({span[_FROM]}<={head})*{there}*{span[_PEOPLE]}'
        made.formula(sheet, row + 1, LOAD_MONTH + number, f"{letter}${FIRST + 1}*SUMPRODUCT({own})", "made_days", capacity)
    made.formula(sheet, row + 1, 2, f"SUM({_span(made, row + 1)})", "made_days", sum(capacities))
    _share_row(made, sheet, row + 2, needs, capacities)


def _capacity(made: PlanBook, resource: str, month: date) -> float:
    first, last = made.start, end_of(made.months[-1])
    there = [
        one.people
        for one in made.plan.settings.people
        if one.resource == resource
        and (first_of_month(one.from_month) if one.from_month else first) <= month
        and (last_of_month(one.to_month) if one.to_month else last) >= month
    ]
    return sum(there) * made.calendar.between(month, end_of(month))


def _everybody_rows(made: PlanBook, sheet: Any, row: int, rows: Sequence[int], total_at: int) -> None:
    """All roles together, against what a quarter may take."""
    roles = list(made.roles)
    needs = [_need(made, roles, month) for month in made.months]
    formulas = ["+".join(f"{xl_col_to_name(LOAD_MONTH + number)}{one + 1}" for one in rows) or "0" for number in range(len(made.months))]
    _rows(made, sheet, row, made.say("handover-all-roles"), needs, formulas)
    days = {month: made.calendar.between(month, end_of(month)) for month in made.months}
    by_quarter = {quarter: sum(days[month] for month in months) for quarter, months in months_of_quarter(made.months).items()}
    capacities = []
    column = LOAD_MONTH
    for quarter, months in months_of_quarter(made.months).items():
        first, last = xl_col_to_name(column), xl_col_to_name(column + len(months) - 1)
        for month in months:
            whole = by_quarter[quarter]
            capacity = made.plan.settings.person_days_per_quarter * days[month] / whole if whole else 0.0
            letter = xl_col_to_name(column)
            span = f"${first}${FIRST + 1}:${last}${FIRST + 1}"
            formula = f"IF(SUM({span})=0,0,$C${total_at + 1}*{letter}${FIRST + 1}/SUM({span}))"
            made.formula(sheet, row + 1, column, formula, "made_days", capacity)
            capacities.append(capacity)
            column += 1
    made.formula(sheet, row + 1, 2, f"SUM({_span(made, row + 1)})", "made_days", sum(capacities))
    _share_row(made, sheet, row + 2, needs, capacities)
    made.text(sheet, total_at, 0, made.say("handover-days-a-quarter"), "bold")
    made.value(sheet, total_at, 2, made.plan.settings.person_days_per_quarter, "open_number")
    made.open_cell("load", total_at, 2, made.plan.settings.person_days_per_quarter)


def _people(made: PlanBook, sheet: Any, row: int, people: Sequence[People]) -> None:
    say = made.say
    heads = (
        say("handover-people"), say("handover-unit-of-people"), say("handover-full-time"),
        say("handover-from"), say("handover-to"), say("handover-code"),
    )  # fmt: skip
    _line(made, sheet, row, heads, ("head",) * len(heads))
    sheet.set_row(row, 30)
    for place, one in enumerate(people, start=row + 1):
        months = (first_of_month(one.from_month) if one.from_month else None, last_of_month(one.to_month) if one.to_month else None)
        looks = ("cell", "cell", "open_number", "open_date", "open_date", "cell")
        _line(made, sheet, place, (made.role(one.role), one.unit, one.people, *months, one.resource), looks)
        for (column, _), value in zip(_PLACES[2:5], (one.people, *months), strict=True):
            made.open_cell("load", place, column, value)
    if not people:
        made.text(sheet, row + 1, 0, say("handover-not-limited"), "small")


def _line(made: PlanBook, sheet: Any, row: int, values: Sequence[Any], looks: Sequence[str]) -> None:
    """Values side by side, some over several columns."""
    for (first, last), value, look in zip(_PLACES, values, looks, strict=True):
        if last > first:
            sheet.merge_range(row, first, row, last, "", made.formats[look])
        if isinstance(value, str):
            made.text(sheet, row, first, value, look)
        else:
            made.value(sheet, row, first, value, look)

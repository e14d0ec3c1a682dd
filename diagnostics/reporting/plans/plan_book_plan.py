"""The sheet Plan of a plan's workbook: one row an action, formulas alive, and the columns by which it is read back."""

from __future__ import annotations

from datetime import date
from typing import Any

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from diagnostics.definitions.plan_file import PlannedAction
from diagnostics.intake.plans.plan_sheet import COMPUTED, DAYS
from diagnostics.reporting.plans.handover_words import headings, statuses
from diagnostics.reporting.plans.plan_book import FIRST, UNASSIGNED, PlanBook

IDS, HEADINGS = FIRST - 2, FIRST - 1
LABELS, TOTALS = 2, 3
PAGES_WIDE = 2
_EARLIEST, _LATEST = date(1950, 1, 1), date(2100, 12, 31)
QUARTER, DURATION, LATE = f"{COMPUTED}finish_quarter", f"{COMPUTED}working_days", f"{COMPUTED}days_late"
# Column, width, look of its cells.
_COLUMNS = (
    ("action", 11, "cell"), ("title", 30, "open"), ("objective", 24, "open"), ("deliverable", 24, "open"), ("indicator", 26, "open"),
    ("unit", 12, "open_center"), ("baseline_value", 10, "open_number"), ("baseline_on", 12, "open_date"),
    ("target_value", 9, "open_number"), ("target_on", 12, "open_center"), ("owner", 18, "open"), ("partners", 26, "open"),
    ("start_on", 11, "open_date"),
    ("finish_on", 11, "open_date"), (QUARTER, 10, "made"), (DURATION, 9, "made_number"), ("person_days", 10, "made_number"),
    ("amount", 11, "open_money"), ("funding", 14, "open"), ("risk", 24, "open"), ("after", 13, "open"), ("criterion", 10, "open"),
    ("evidence", 22, "open"), ("critical", 9, "open"), ("quick_win", 9, "open"), ("progress", 9, "open_percent"), ("status", 13, "open"),
    ("deviation", 22, "open"), ("next_milestone", 20, "open"), ("expected_on", 12, "open_date"), (LATE, 9, "made_number"),
)  # fmt: skip
_DAYS_WIDTH = 9
_LISTS = {"owner": "roles", "status": "statuses", "deviation": "reasons", "critical": "truths", "quick_win": "truths"}


def write_plan_sheet(made: PlanBook) -> None:
    """Write the sheet and note where each field stands."""
    names = headings(made.say)
    columns = [*_COLUMNS, *((DAYS + role, _DAYS_WIDTH, "open_number") for role in made.roles)]
    made.columns |= {name: number for number, (name, _, _) in enumerate(columns)}
    sheet = made.sheet("plan", wide=PAGES_WIDE)
    for number, (name, width, _) in enumerate(columns):
        said = names.get(name) or made.say("handover-days-of", role=made.role(name.removeprefix(DAYS)))
        sheet.set_column(number, number, width)
        sheet.write_string(IDS, number, name)
        made.text(sheet, HEADINGS, number, said, "head")
    sheet.set_row(IDS, None, None, {"hidden": True})
    sheet.set_row(HEADINGS, 44)
    for row in range(FIRST, made.last + 1):
        place = row - FIRST
        _Row(made, sheet, row, made.actions[place] if place < len(made.actions) else None).write()
    _totals(made, sheet)
    _limits(made, sheet)
    sheet.freeze_panes(FIRST, 2)
    sheet.repeat_rows(HEADINGS)
    sheet.repeat_columns(0, 1)
    sheet.autofilter(HEADINGS, 0, made.last, len(columns) - 1)
    sheet.print_area(0, 0, made.last, len(_COLUMNS) - 1)


class _Row:
    """One row of the sheet; a spare one has no action."""

    def __init__(self, made: PlanBook, sheet: Any, row: int, action: PlannedAction | None) -> None:
        self.made, self.sheet, self.row, self.action = made, sheet, row, action

    def write(self) -> None:
        """Write every cell and set the height in which its texts are seen whole."""
        shown = [(self._value(name), width) for name, width, look in _COLUMNS if look.startswith("open")]
        texts = [(str(value), 0.9 * width) for value, width in shown if value]
        self.sheet.set_row(self.row, self.made.height(texts))
        for name, _, look in _COLUMNS:
            column = self.made.columns[name]
            if name in (QUARTER, DURATION, LATE, "person_days"):
                self._formula(name, column, look)
            elif isinstance(value := self._value(name), str):
                self.made.text(self.sheet, self.row, column, value, look)
            else:
                self.made.value(self.sheet, self.row, column, value, look)
        for role, days in self._days().items():
            self.made.value(self.sheet, self.row, self.made.columns[DAYS + role], days, "open_number")

    def _value(self, name: str) -> Any:
        action, say = self.action, self.made.say
        if action is None:
            return None
        if name in ("owner", "partners", "after", "critical", "quick_win", "status", "deviation", "next_milestone", "expected_on"):
            return {
                "owner": self.made.role(action.owner) if action.owner else "",
                "partners": "; ".join(map(self.made.role, action.partners)),
                "after": " ".join(action.after),
                "critical": say("handover-yes") if action.critical else "",
                "quick_win": say("handover-yes") if action.quick_win else "",
                "status": statuses(say).get(action.status, ""),
            }.get(name)
        return None if name.startswith(COMPUTED) else getattr(action, name)

    def _days(self) -> dict[str, float | None]:
        """Role → person-days; what belongs to no role is the rest of the whole."""
        action = self.action
        if action is None:
            return dict.fromkeys(self.made.roles)
        days: dict[str, float | None] = {role: action.person_days_by_role.get(role) for role in self.made.roles}
        rest = (action.person_days or 0) - sum(action.person_days_by_role.values())
        return days | {UNASSIGNED: rest if rest > 0 else None}

    def _formula(self, name: str, column: int, look: str) -> None:
        made, action = self.made, self.action
        start, finish, expected = (self._cell(one) for one in ("start_on", "finish_on", "expected_on"))
        first, last = (self._cell(DAYS + role) for role in (made.roles[0], made.roles[-1]))
        formula, result = {
            QUARTER: (
                f'IF({finish}="","",{made.quarter(finish)})',
                made.shown_quarter(action.finish_on) if action and action.finish_on else "",
            ),
            DURATION: (
                f'IF(OR({start}="",{finish}=""),"",{made.days_between(start, finish)})',
                made.working_days_of(action) if action and action.start_on and action.finish_on else "",
            ),
            LATE: (f'IF(OR({expected}="",{finish}=""),"",MAX(0,{made.days_between(finish, expected)}-1))', ""),
            "person_days": (
                f'IF(COUNT({first}:{last})=0,"",SUM({first}:{last}))',
                sum(days for days in given if days) if (given := [days for days in self._days().values() if days is not None]) else "",
            ),
        }[name]
        made.formula(self.sheet, self.row, column, formula, look, result)

    def _cell(self, name: str) -> str:
        return xl_rowcol_to_cell(self.row, self.made.columns[name])


def _totals(made: PlanBook, sheet: Any) -> None:
    """Above the table, so that sorting and adding rows leave them alone."""
    say, actions = made.say, made.actions
    days = sum(sum(action.person_days_by_role.values()) if action.person_days is None else action.person_days for action in actions)
    done = sum((action.progress or 0) * (action.person_days or 0) for action in actions)
    currency = made.plan.settings.budget.currency if made.plan.settings.budget else ""
    finishes = [action.finish_on for action in actions if action.finish_on]
    starts = [action.start_on for action in actions if action.start_on]
    figures: list[tuple[str, str, str, Any]] = [
        (say("handover-total-actions"), f"COUNTA({made.of('title')})", "figure", len(actions)),
        (say("handover-person-days"), f"SUM({made.of('person_days')})", "figure", days),
        (
            say("handover-amount-in", currency=currency) if currency else say("handover-amount"),
            f"SUM({made.of('amount')})",
            "figure",
            sum(action.amount or 0 for action in actions),
        ),
        (
            say("handover-share-done"),
            f"IF(SUM({made.of('person_days')})=0,0,SUMPRODUCT({made.of('progress')},{made.of('person_days')})/SUM({made.of('person_days')}))",
            "share",
            done / days if days else 0,
        ),
        (say("handover-start"), f'IF(COUNT({made.of("start_on")})=0,"",MIN({made.of("start_on")}))', "day", min(starts, default="")),
        (say("handover-finish"), f'IF(COUNT({made.of("finish_on")})=0,"",MAX({made.of("finish_on")}))', "day", max(finishes, default="")),
    ]
    who = f"{made.plan.administration} · {say('handover-as-of', day=say.date(made.plan.as_of))}"
    made.text(sheet, 1, 0, f"{who} · {say('handover-synthetic')}" if made.plan.synthetic else who, "small")
    sheet.set_row(LABELS, 28)
    sheet.set_row(TOTALS, 20)
    for number, (label, formula, look, result) in enumerate(figures, start=2):
        made.text(sheet, LABELS, number, label, "label")
        made.formula(sheet, TOTALS, number, formula, look, result)


def _limits(made: PlanBook, sheet: Any) -> None:
    """What cells may take: drop-down lists, dates, numbers. A list only advises where the plan's own words are allowed."""
    say = made.say
    for name, listed in _LISTS.items():
        rule = {"validate": "list", "source": f"={listed}", "error_type": "warning" if name == "owner" else "stop"}
        _limit(made, sheet, name, rule | {"error_title": say("handover-not-allowed"), "error_message": say("handover-choose")})
    for name in ("baseline_on", "start_on", "finish_on", "expected_on"):
        rule = {"validate": "date", "criteria": "between", "minimum": _EARLIEST, "maximum": _LATEST}
        _limit(made, sheet, name, rule | {"error_title": say("handover-not-allowed"), "error_message": say("handover-write-date")})
    for name, most in (("amount", 1e12), ("progress", 1), *((DAYS + role, 1e6) for role in made.roles)):
        rule = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": most}
        _limit(made, sheet, name, rule | {"error_title": say("handover-not-allowed"), "error_message": say("handover-write-number")})
    late = made.book.add_format({"bold": True, "font_color": "#8F1D14", "bg_color": "#F8D7CF"})
    letter = xl_col_to_name(made.columns[LATE])
    sheet.conditional_format(
        FIRST,
        made.columns[LATE],
        made.last,
        made.columns[LATE],
        {"type": "formula", "criteria": f"=N(${letter}{FIRST + 1})>0", "format": late},
    )


def _limit(made: PlanBook, sheet: Any, name: str, rule: dict[str, Any]) -> None:
    column = made.columns[name]
    sheet.data_validation(FIRST, column, made.last, column, rule)

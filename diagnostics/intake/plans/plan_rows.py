"""Rows of a plan's table as actions: every cell is read by its field, and every one that cannot be is named."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from diagnostics.definitions.plan_file import PlannedAction
from diagnostics.definitions.plan_headings import load_plan_headings, plain
from diagnostics.definitions.problems import Problem
from diagnostics.intake.plans.plan_columns import Column
from diagnostics.intake.plans.plan_grid import Sheet
from diagnostics.intake.plans.plan_sheet import DAYS, TRACKED, TRANSLATED_FIELDS
from diagnostics.intake.plans.plan_values import (
    DAY_FORM,
    DURATION_FORM,
    MONEY_FORM,
    NUMBER_FORM,
    SHARE_FORM,
    Order,
    is_blank,
    order_of_dates,
    parse_count,
    parse_day,
    parse_money,
    parse_months,
    parse_quarter,
    parse_share,
    text_of,
    word_of,
)
from diagnostics.intake.values import INTEGER_FORM, parse_integer, parse_number

_FIRST_DAYS, _LAST_DAYS = ("start_on", "starts", "not_before"), ("finish_on", "by", "baseline_on", "expected_on")
_FIGURES = ("baseline_value", "target_value", "priority", "optimistic_months", "pessimistic_months")
_TEXTS = (*TRANSLATED_FIELDS, "criterion", "process", "funding", "data", "reason", "decision", "deviation", "next_milestone")
_WHOLE = ("slack_days", "from_level", "to_level")
_TRUTHS = ("critical", "quick_win", "scheduled")
_SUMS = ("person_days", "amount")
_ID_SEPARATORS = re.compile(r"[\s;,]+")
_NUMBER = re.compile(r"[-+]?[0-9]+(?:[.,][0-9]+)?")
_HARD_BLANK = "\u00a0"
LONGEST_ID = 60


@dataclass(frozen=True)
class Row:
    """One row of the table.

    Attributes:
        number: as the spreadsheet shows it.
        cells: field → what the file holds.
        fields: field → its meaning; a cell that cannot be used is left out.
        days: role → person-days.
    """

    number: int
    cells: Mapping[str, Any]
    fields: dict[str, Any] = field(default_factory=dict)
    days: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Known:
    """What is known of a table: the plan's own currency, an ISO code or empty; whether the kit wrote it."""

    currency: str = ""
    ours: bool = False


class RowReader:
    """Reads the cells of one sheet. Collects what is wrong, and what had to be decided for a whole column."""

    def __init__(self, file: str, sheet: Sheet, columns: Sequence[Column], roles: Mapping[str, str], known: Known) -> None:
        self.file, self.sheet, self.roles = file, sheet, roles
        self.currency, self.ours = known.currency, known.ours
        self.columns = {column.field: column for column in columns}
        self.problems: list[Problem] = []
        self.told: list[str] = []
        self.orders: dict[str, Order] = {}
        self.percent = False
        self.currencies: list[str] = []

    def settle(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Decide what holds for whole columns: the order of dates, whether progress is given in per cent."""
        for name in (*_FIRST_DAYS, *_LAST_DAYS):
            if name in self.columns:
                order, used = order_of_dates(row.get(name) for row in rows)
                self.orders[name] = order
                if used:
                    example = "3 April" if order == "day-month-year" else "4 March"
                    self.told.append(f"column '{self.columns[name].heading}': dates such as 03/04/2027 are read as {order}, {example}")
        numbers = [row["progress"] for row in rows if isinstance(row.get("progress"), int | float)]
        self.percent = any(number > 1 for number in numbers)

    def read(self, number: int, cells: Mapping[str, Any]) -> Row:
        """Read one row."""
        row = Row(number, cells)
        for name, column in self.columns.items():
            cell = cells.get(name)
            if self._says_nothing(name, cell):
                continue
            if name.startswith(DAYS):
                days = self._checked(row, column, parse_count(cell, load_plan_headings().efforts), NUMBER_FORM, "not-a-number")
                if days:
                    row.days[self.role(name.removeprefix(DAYS))] = days
            else:
                self._read_cell(row, name, column, cell)
        return row

    def _says_nothing(self, name: str, cell: Any) -> bool:
        """Empty, or a dash or the like. In the kit's own files a text such as *none* was written as what it says."""
        if self.ours and name in _TEXTS and isinstance(cell, str):
            return not cell.strip()
        return is_blank(cell)

    def _read_cell(self, row: Row, name: str, column: Column, cell: Any) -> None:
        readers: dict[str, Callable[[Row, Column, Any], Any]] = {
            "owner": lambda _row, _column, cell: self.role(text_of(cell)),
            "partners": lambda _row, _column, cell: self._roles(text_of(cell)),
            "after": lambda _row, _column, cell: tuple(dict.fromkeys(part for part in _ID_SEPARATORS.split(text_of(cell)) if part)),
            "action": lambda _row, _column, cell: re.sub(r"\s+", "-", text_of(cell).rstrip("."))[:LONGEST_ID],
            "target_on": self._target_day,
            "person_days": self._effort,
            "amount": self._money,
            "months": self._duration,
            "progress": self._share,
            "status": lambda row, column, cell: self._word(row, column, cell, dict(load_plan_headings().statuses)),
            "direction": lambda row, column, cell: self._word(row, column, cell, dict(load_plan_headings().directions)),
            "cost": lambda row, column, cell: self._word(row, column, cell, dict(load_plan_headings().costs)),
            "steps": lambda _row, _column, cell: tuple(step for step in text_of(cell).splitlines() if step.strip()),
            "assumes": lambda _row, _column, cell: tuple(text_of(cell).split()),
            "person_days_by_role": self._by_role,
        }
        if name in (*_FIRST_DAYS, *_LAST_DAYS):
            value = self._day(row, column, cell)
        elif name in _WHOLE:
            value = self._checked(row, column, parse_integer(text_of(cell)), INTEGER_FORM, "not-a-number")
        elif name in _FIGURES:
            value = self._checked(row, column, parse_count(cell, ("%",)), NUMBER_FORM, "not-a-number")
        elif name in _TRUTHS:
            value = cell if isinstance(cell, bool) else self._word(row, column, cell, dict(load_plan_headings().truths))
            value = value == "yes" if isinstance(value, str) else value
        elif name in readers:
            value = readers[name](row, column, cell)
        else:
            value = text_of(cell)
        if value is not None:
            row.fields[name] = value

    def _day(self, row: Row, column: Column, cell: Any) -> datetime.date | None:
        edge = "last" if column.field in _LAST_DAYS else "first"
        day = parse_day(cell, edge, self.orders.get(column.field, "day-month-year"))
        return self._checked(row, column, day, DAY_FORM, "not-a-date")

    def _target_day(self, row: Row, column: Column, cell: Any) -> str | None:
        """A quarter as such, else the last day of what is named."""
        if isinstance(cell, str) and (quarter := parse_quarter(cell)):
            return str(quarter)
        day = self._checked(row, column, parse_day(cell, "last"), DAY_FORM, "not-a-date")
        return day.isoformat() if day else None

    def _effort(self, row: Row, column: Column, cell: Any) -> float | None:
        return self._checked(
            row, column, parse_count(cell, load_plan_headings().efforts), "person-days, a number such as 12", "not-a-number"
        )

    def _money(self, row: Row, column: Column, cell: Any) -> float | None:
        # The kit writes amounts as plain numbers: there, three decimals are decimals.
        plain_number = parse_number(cell) if self.ours and isinstance(cell, str) else None
        meant = parse_money(cell) if plain_number is None else (plain_number, "")
        money = self._checked(row, column, meant, MONEY_FORM, "not-an-amount")
        if money is None:
            return None
        amount, currency = money
        named = currency or column.unit
        if named and named not in self.currencies:
            self.currencies.append(named)
            self.told.append(f"column '{column.heading}': amounts are in {named}")
            if len(self.currencies) > 1:
                advice = f"Other amounts of the column are in {self.currencies[0]}. Write all of them in one currency."
                self._problem(row, column, "several-currencies", advice, text_of(cell))
        if named and self.currency and named != self.currency:
            advice = f"The plan's money is in {self.currency}. Write the amount in {self.currency}, or change 'budget: currency'."
            self._problem(row, column, "other-currency", advice, text_of(cell))
        return amount

    def _by_role(self, row: Row, column: Column, cell: Any) -> None:
        """Person-days as JSON, as the kit's own CSV file has them."""
        try:
            row.days.update({str(role): float(days) for role, days in json.loads(text_of(cell)).items()})
        except (ValueError, AttributeError, TypeError):
            self._checked(row, column, None, 'JSON such as {"hr-officer": 12}', "not-json")

    def _duration(self, row: Row, column: Column, cell: Any) -> float | None:
        unit = column.unit or "months"
        return self._checked(row, column, parse_months(cell, unit), DURATION_FORM, "not-a-duration")

    def _share(self, row: Row, column: Column, cell: Any) -> float | None:
        return self._checked(row, column, parse_share(cell, self.percent), SHARE_FORM, "not-a-share")

    def _word(self, row: Row, column: Column, cell: Any, known: dict[str, tuple[str, ...]]) -> str | None:
        allowed = ", ".join(f"'{code}'" for code in known)
        return self._checked(row, column, word_of(cell, known), f"{allowed}, in English, French or Serbian", "unknown-word")

    def role(self, name: str) -> str:
        """A role's id, with its unit as ``role@unit``; the plan's own word where it is no role."""
        if found := self.roles.get(plain(name)):
            return found
        head, _, unit = name.rpartition(",")
        if unit.strip() and plain(unit) not in self.roles and (found := self.roles.get(plain(head))):
            return f"{found}@{unit.strip()}"
        return name

    def _roles(self, text: str) -> tuple[str, ...]:
        """Several roles. A blank within the plan's own word becomes a hard one, since blanks part the roles of a plan's table."""
        if all(part in self.roles.values() or "@" in part for part in text.split()):
            return tuple(dict.fromkeys(text.split()))
        parts = [text] if plain(text) in self.roles else re.split(r"[;\n]", text)
        if len(parts) == 1 and self.role(text) == text:
            parts = text.split(",")
        return tuple(dict.fromkeys(self.role(part.strip()).replace(" ", _HARD_BLANK) for part in parts if part.strip()))

    def _checked(self, row: Row, column: Column, value: Any, allowed: str, kind: str) -> Any:
        """The value; where there is none, or it is below zero, a problem that names the cell."""
        below_zero = isinstance(value, float) and value < 0 and column.field not in ("baseline_value", "target_value")
        if value is None or below_zero:
            shown = text_of(row.cells.get(column.field))[:40]
            self._problem(row, column, kind, "Correct the cell, or leave it empty where it is not known.", shown, allowed)
            return None
        return value

    def _problem(self, row: Row, column: Column, kind: str, advice: str, found: str | None = None, allowed: str | None = None) -> None:
        self.problems.append(Problem(self.file, advice, kind, row.number, column.heading[:60], found, allowed, self.sheet.name))

    def finished(self, row: Row) -> dict[str, Any]:
        """The fields of an action that follow from others: the whole of the person-days, figures within texts."""
        fields = dict(row.fields)
        if row.days:
            self._whole(row, fields)
        for name in ("baseline", "target"):
            if f"{name}_value" not in self.columns:
                self._figure(fields, name)
        return {name: value for name, value in fields.items() if name not in TRACKED and name in PlannedAction.model_fields}

    def _whole(self, row: Row, fields: dict[str, Any]) -> None:
        """Person-days by role; what belongs to no role counts in the whole alone."""
        whole = sum(row.days.values())
        given = fields.get("person_days")
        # Effort that belongs to no role has a column of its own in the kit's workbook; elsewhere it is the rest of the whole.
        if given is not None and given > whole and DAYS not in self.columns:
            whole = given
        if given is not None and abs(given - whole) > 0.05:
            advice = f"The person-days by role add up to {whole:g}; they count. Correct them, or this cell."
            column = self.columns["person_days"]
            self.problems.append(
                Problem(
                    self.file, advice, "days-do-not-add-up", row.number, column.heading[:60], f"{given:g}", None, self.sheet.name, "warning"
                )
            )
        fields["person_days"] = whole
        fields["person_days_by_role"] = {role: days for role, days in row.days.items() if role}

    def _figure(self, fields: dict[str, Any], name: str) -> None:
        """The number in a baseline or target such as ``35 %``, where there is one alone."""
        text = fields.get(name)
        if not isinstance(text, str):
            return
        numbers = _NUMBER.findall(re.sub(r"\b(?:19|20)[0-9]{2}\b", " ", text) if len(_NUMBER.findall(text)) > 1 else text)
        if len(numbers) == 1:
            fields[f"{name}_value"] = float(numbers[0].replace(",", "."))
            if text.rstrip().endswith("%") and not fields.get("unit"):
                fields["unit"] = "%"


def sums_over_rows(sheet: Sheet, columns: Sequence[Column], first: int, file: str) -> list[Problem]:
    """Sums that are merged over several rows: nobody can tell how much of them belongs to each action."""
    problems = []
    for column in columns:
        if column.field in _SUMS or column.field.startswith(DAYS):
            for top, left, bottom, right in sheet.merged:
                if left <= column.place <= right and top >= first and bottom > top and left == right:
                    rows = f"{sheet.row(top)} to {sheet.row(bottom)}"
                    advice = f"The cell is merged over rows {rows}. Undo the merge and write to each action its own."
                    found = text_of(sheet.at(top, left))[:40]
                    problems.append(Problem(file, advice, "merged-sum", sheet.row(top), column.heading[:60], found, None, sheet.name))
    return problems

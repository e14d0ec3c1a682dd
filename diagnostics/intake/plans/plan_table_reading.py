"""Reads a plan's table, ours or a ministry's: rows below the headings, section titles and sums aside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from diagnostics.definitions.plan_headings import load_plan_headings, plain
from diagnostics.definitions.problems import Problem
from diagnostics.intake.plans.plan_columns import Column, Understood
from diagnostics.intake.plans.plan_grid import Sheet
from diagnostics.intake.plans.plan_rows import Known, Row, RowReader, sums_over_rows
from diagnostics.intake.plans.plan_values import is_blank, text_of

_NEEDED = ("title",)
_WIDE = 3
"""Columns over which a section's title is merged at least; and how many columns make a lone text one."""


@dataclass(frozen=True)
class TableRead:
    """What a table holds.

    Attributes:
        rows: the actions' rows, each with its fields.
        problems: what is wrong.
        told: what was understood, and what was left out.
    """

    rows: tuple[tuple[Row, dict[str, Any]], ...]
    problems: tuple[Problem, ...]
    told: tuple[str, ...]
    columns: tuple[Column, ...] = field(default=())


def read_table(sheet: Sheet, understood: Understood, file: str, roles: Mapping[str, str], known: Known) -> TableRead:
    """Read the rows below the headings.

    Args:
        sheet: the sheet.
        understood: its headings.
        file: what to call the file in messages.
        roles: a role's name, as ``plain`` gives it → its id.
        known: what is known of the table.
    """
    problems = [*understood.problems, *sums_over_rows(sheet, understood.columns, understood.bottom + 1, file)]
    heading_row = sheet.row(understood.bottom)
    for name in _NEEDED:
        if name not in {column.field for column in understood.columns}:
            advice = "No column says what is to be done. Name one 'Action'."
            problems.append(Problem(file, advice, "missing-column", heading_row, name, sheet=sheet.name))
    reader = RowReader(file, sheet, understood.columns, roles, known)
    lines, sections, told = _lines(sheet, understood)
    reader.settle([cells for _, cells in lines])
    rows = []
    for place, cells in lines:
        row = reader.read(sheet.row(place), cells)
        fields = reader.finished(row)
        if section := next((name for first, name in reversed(sections) if first < place), ""):
            fields.setdefault("objective", section)
        rows.append((row, fields))
    if not lines:
        problems.append(Problem(file, "No action stands below the headings. Fill the table.", "no-rows", heading_row, sheet=sheet.name))
    where = f"sheet '{sheet.name}', " if sheet.name else ""
    read_as = [f"column '{column.heading}' is read as '{column.field}'" for column in understood.columns if column.heading != column.field]
    return TableRead(
        tuple(rows),
        (*problems, *reader.problems),
        (f"{where}headings in row {heading_row}", *read_as, *told, *reader.told),
        understood.columns,
    )


def _lines(sheet: Sheet, understood: Understood) -> tuple[list[tuple[int, dict[str, Any]]], list[tuple[int, str]], list[str]]:
    """The rows of actions with their cells by field; the sections' titles; and what is told of the rest."""
    lines, sections, told = [], [], []
    for place in range(understood.bottom + 1, len(sheet.cells)):
        cells = {column.field: _cell(sheet, place, column) for column in understood.columns}
        shown = [text_of(sheet.at(place, column)) for column in range(sheet.width)]
        filled = [text for text in shown if text]
        if not filled or all(is_blank(cell) for cell in cells.values()):
            continue
        if place == understood.bottom + 1 and _are_numbers_of_columns(filled):
            told.append(f"row {sheet.row(place)} numbers the columns and is left out")
        elif _is_sum(filled):
            told.append(f"row {sheet.row(place)} ('{filled[0][:40]}') holds sums and is left out")
        elif _is_section(sheet, place, cells, filled, understood.columns):
            sections.append((place, filled[0]))
            told.append(f"row {sheet.row(place)} ('{filled[0][:40]}') is the title of a section: the objective of actions that name none")
        else:
            lines.append((place, cells))
    return lines, sections, told


def _cell(sheet: Sheet, place: int, column: Column) -> Any:
    """A cell; of cells that are merged downwards each stands for all, but those of sums."""
    if not is_blank(sheet.at(place, column.place)):
        return sheet.at(place, column.place)
    for top, left, bottom, right in sheet.merged:
        if top < place <= bottom and left == column.place == right and column.field not in ("person_days", "amount", "action"):
            return sheet.at(top, left)
    return sheet.at(place, column.place)


def _are_numbers_of_columns(filled: Sequence[str]) -> bool:
    """1, 2, 3 … below the headings, as forms of ministries have them."""
    if len(filled) < _WIDE or not filled[0].isdigit():
        return False
    first = int(filled[0])
    return list(filled) == [str(number) for number in range(first, first + len(filled))]


def _is_sum(filled: Sequence[str]) -> bool:
    words = {plain(word) for word in load_plan_headings().totals}
    return plain(filled[0]) in words or plain(filled[0].split(":")[0]) in words


def _is_section(sheet: Sheet, place: int, cells: Mapping[str, Any], filled: Sequence[str], columns: Sequence[Column]) -> bool:
    """A text alone in its row that is merged over several columns, or stands elsewhere than an action's."""
    if len(set(filled)) > 1 or len(columns) < _WIDE:
        return False
    wide = any(top == place and right - left + 1 >= _WIDE for top, left, _, right in sheet.merged)
    return wide or is_blank(cells.get("title"))

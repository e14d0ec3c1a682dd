"""The cells of a progress form that came back: which column is which, and what was typed into a row."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from diagnostics.definitions.planning_figures import load_planning_figures
from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.definitions.progress_texts import load_progress_texts
from diagnostics.definitions.translations import SERBIAN_LATIN, TRANSLATED, translated
from diagnostics.definitions.transliteration import to_cyrillic
from diagnostics.intake.grid import column_letter
from diagnostics.intake.limits import inspect_workbook
from diagnostics.intake.progress.progress_sheet import FACTS, FILLED_IN, LISTS, NEVER_READ, NOTES_SHEET, PLANNED
from diagnostics.intake.values import DATE_FORM, NUMBER_FORM, parse_date, parse_number
from diagnostics.intake.workbooks import cell_text

_HEAD = 10  # rows among which ids and headings are looked for
_FEWEST = 4  # known columns; fewer may be chance
_DAYS = ("started_on", "finished_on", "expected_on")
_NOT_NEGATIVE = ("person_days", "amount")
Codes = Mapping[str, Mapping[str, str]]
"""List → what it shows, in small letters → its code."""


@dataclass(frozen=True)
class ProgressCells:
    """The sheet of progress.

    Attributes:
        file, sheet: their names.
        cells: every cell, the heads among them.
        columns: column of the form → where it stands, from 0.
        head: the last row of the head, from 0.
        codes: what the drop-down lists mean.
        problems: what had to be guessed.
    """

    file: str
    sheet: str
    cells: Sequence[Sequence[Any]]
    columns: Mapping[str, int]
    head: int
    codes: Codes
    problems: tuple[Problem, ...] = ()

    def rows(self) -> range:
        """The rows below the head, from 0."""
        return range(self.head + 1, len(self.cells))

    def text(self, row: int, column: str) -> str:
        """A cell as it would be typed; empty where the column is gone."""
        place, line = self.columns.get(column), self.cells[row]
        return cell_text(line[place]).strip().removeprefix("'") if place is not None and place < len(line) else ""

    def problem(self, row: int, column: str, kind: str, advice: str, **facts: Any) -> Problem:
        """A problem of a cell, with the heading as it stands in the form."""
        place = self.columns.get(column)
        shown = "" if place is None else str(self.cells[self.head][place]).strip() or column_letter(place)
        return Problem(self.file, advice, kind, row=row + 1, column=shown or column, sheet=self.sheet, **facts)


def progress_cells(path: Path, mission: str, quarter: str) -> ProgressCells:
    """Open a progress form.

    Args:
        path: the workbook.
        mission, quarter: whose plan and which quarter it should be about.

    Raises:
        BadInput: no workbook, or none that holds progress, or the form of another plan or quarter.
    """
    name = path.name
    inspect_workbook(path, name)
    import python_calamine

    try:
        book = python_calamine.load_workbook(str(path))
        sheets = {one: book.get_sheet_by_name(one).to_python(skip_empty_area=False) for one in book.sheet_names}
    except (python_calamine.CalamineError, OSError, ValueError):
        raise BadInput([Problem(name, "The workbook is damaged or was cut off. Save it again.", "damaged-workbook")]) from None
    notes = [[cell_text(value) for value in line] for line in sheets.pop(NOTES_SHEET, [])]
    facts = {line[0]: line[1] for line in notes[: len(FACTS)] if len(line) > 1}
    _refuse_another(name, facts, mission, quarter)
    found = max(((*_head_of(cells), one) for one, cells in sheets.items()), key=lambda head: len(head[0]), default=({}, 0, ""))
    columns, head, sheet = found
    if len(columns) < _FEWEST or "action" not in columns or "status" not in columns:
        advice = "The workbook has no columns 'action' and 'status'. Fill in the form that this writes: hrm-review progress DIR QUARTER"
        raise BadInput([Problem(name, advice, "no-progress-form")])
    return ProgressCells(name, sheet, sheets[sheet], columns, head, _codes(notes), _lost(name, sheet, columns))


def _refuse_another(name: str, facts: Mapping[str, str], mission: str, quarter: str) -> None:
    wanted = {"mission": (mission, "other-plan", "the plan of another mission"), "quarter": (quarter, "other-quarter", "another quarter")}
    problems = []
    for fact, (value, kind, what) in wanted.items():
        if facts.get(fact, value) != value:
            advice = f"This form is about {what}. Take the one that belongs here, or correct 'follow_up.progress' in mission.yaml."
            problems.append(Problem(name, advice, kind, column=fact, found=facts[fact], allowed=value))
    if problems:
        raise BadInput(problems)


def _head_of(cells: Sequence[Sequence[Any]]) -> tuple[dict[str, int], int]:
    """Column → place, and the row of the headings; by the hidden ids, else by headings in any language."""
    texts = [[str(value).strip() for value in line] for line in cells[:_HEAD]]
    for row, line in enumerate(texts):
        by_id = {text: place for place, text in enumerate(line) if text in (*PLANNED, *FILLED_IN)}
        if len(by_id) >= _FEWEST:
            return by_id, row + 1
    headings = _headings()
    found = []
    for row, line in enumerate(texts):
        named = [(headings.get(_plain(text), ""), place) for place, text in enumerate(line)]
        found.append(({column: place for column, place in reversed(named) if column}, row))
    return max(found, key=lambda head: len(head[0]), default=({}, 0))


@cache
def _headings() -> Mapping[str, str]:
    """Heading in any language, in small letters and without what stands in brackets → column."""
    return {_plain(said): column for column, text in load_progress_texts().headings.items() for said in _in_every_language(text)}


def _in_every_language(text: str) -> list[str]:
    # One text in Cyrillic letters; the catalogue of all of them would take seconds.
    return [text, *(translated(text, language) for language in TRANSLATED), to_cyrillic(translated(text, SERBIAN_LATIN))]


def _plain(text: str) -> str:
    return text.partition("(")[0].strip().casefold()


def _lists() -> dict[str, Mapping[str, str]]:
    """List → code → its English text."""
    return {"status": load_progress_texts().statuses, "reason": {reason.id: reason.text for reason in load_planning_figures().reasons}}


def _codes(notes: Sequence[Sequence[str]]) -> Codes:
    """What the form's own lists show, and the codes themselves."""
    codes = {name: {code.casefold(): code for code in entries} for name, entries in _lists().items()}
    for line in notes[len(FACTS) + 2 :]:
        if len(line) >= len(LISTS) and line[2] in codes.get(line[0], {}).values():
            codes[line[0]][line[1].casefold()] = line[2]
    return codes


@cache
def _codes_in_every_language() -> Codes:
    """What the lists show in any language: for what was typed, and where the form's own lists are gone."""
    return {
        name: {said.casefold(): code for code, text in entries.items() for said in _in_every_language(text)}
        for name, entries in _lists().items()
    }


def _lost(name: str, sheet: str, columns: Mapping[str, int]) -> tuple[Problem, ...]:
    advice = "The column is gone; nothing was read for it. Put it back where its figures matter."
    gone = [column for column in FILLED_IN if column not in columns and column not in NEVER_READ]
    return tuple(Problem(name, advice, "missing-column", column=column, sheet=sheet, severity="warning") for column in gone)


def typed_row(cells: ProgressCells, row: int) -> tuple[dict[str, Any], list[Problem]]:
    """What was filled in, by column of ``progress_table``, and the cells that cannot be read."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for column in (one for one in FILLED_IN if one not in NEVER_READ):
        text = cells.text(row, column)
        value, fault = _value(column, text, cells.codes)
        values[column] = value
        if fault:
            kind, advice, allowed = fault
            problems.append(cells.problem(row, column, kind, advice, found=text[:40], allowed=allowed))
    return values, problems


def _value(column: str, text: str, codes: Codes) -> tuple[Any, tuple[str, str, str] | None]:
    """A cell's value, and what is wrong with it: kind, advice and what is allowed."""
    if column in codes:
        code = codes[column].get(text.casefold(), "")
        if text and not code:
            code = _codes_in_every_language()[column].get(text.casefold(), "")
        wrong = ("code-outside-scale", "Choose one from the list.", ", ".join(dict.fromkeys(codes[column].values())))
        return code, wrong if text and not code else None
    if column in _DAYS:
        day = parse_date(text) if text else None
        wrong = ("not-a-date", "Write the day itself: day, month and year.", DATE_FORM)
        return (day.isoformat() if day else ""), wrong if text and day is None else None
    if column == "evidence":
        return text, None
    return _progress(text) if column == "progress" else _number(column, text)


def _progress(text: str) -> tuple[float, tuple[str, str, str] | None]:
    """The progress as a share, 0-1."""
    number = parse_number(text.removesuffix("%").strip()) if text else math.nan
    if number is None:
        return math.nan, ("not-a-number", "Write the progress as a number of per cent.", "0 to 100")
    if 0 < number < 1:
        return math.nan, ("share-for-percent", f"Write per cent: {100 * number:g} for {100 * number:g} per cent, not {text}.", "0 to 100")
    if not math.isnan(number) and not 0 <= number <= 100:
        return math.nan, ("number-outside-limits", "Correct the progress.", "0 to 100")
    return number / 100, None


def _number(column: str, text: str) -> tuple[float, tuple[str, str, str] | None]:
    number = parse_number(text) if text else math.nan
    if number is None:
        return math.nan, ("not-a-number", "Write a number alone, without a unit.", NUMBER_FORM)
    if column in _NOT_NEGATIVE and number < 0:
        return math.nan, ("number-outside-limits", "Correct the number.", "0 or more")
    return number, None

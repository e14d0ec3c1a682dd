"""TASKS and RESOURCES of a work plan from CSV files, and PLAN into one. What columns mean stands in ``hrm-review plan --help``."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from diagnostics.definitions.problems import BadInput, Problem, WrongCall
from diagnostics.intake.text_files import read_text_file
from diagnostics.intake.values import parse_number
from diagnostics.intake.written_files import moved_into_place, neutralised

NEEDS = "needs:"
TASK_COLUMNS = ("task", "duration", "after", "earliest", "latest", "priority")
RESOURCE_COLUMNS = ("resource", "capacity", "from", "to")
PLACES = ("start", "finish")
MOST = 1_000_000  # units or periods; beyond it a number is a slip, and the solver's whole numbers would run over
FINEST = 3  # decimals of units

_PERIOD = "a whole number from 0 up; 0 is the plan's first period"
_PERIOD_ADVICE = "Count the periods from the plan's start and write that number, not a date."
_UNITS = f"a number from 0 up to {MOST:,}, with at most {FINEST} decimals"


@dataclass(frozen=True)
class PlanningFile:
    """One of the two tables.

    Attributes:
        table: the columns that planning uses, typed, and ``row``, int, the row as a spreadsheet shows it.
        headings, cells: every column as it stands in the file, in its order; rows without anything are left out.
        problems: every cell that cannot be used, and what had to be guessed.
    """

    table: pd.DataFrame
    headings: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class _Rule:
    """What the numbers of a column may be; ``empty`` is what an empty cell means, none where a cell must be filled."""

    allowed: str
    advice: str
    whole: bool
    empty: float | None = None


_DURATION = _Rule(f"a whole number of periods, from 0 up to {MOST:,}", "Correct the duration.", whole=True)
_FIRST = _Rule(_PERIOD, _PERIOD_ADVICE, whole=True, empty=0)
_LAST = _Rule(_PERIOD, _PERIOD_ADVICE, whole=True, empty=float("nan"))
_PRIORITY = _Rule("a number from 0 up; the larger, the earlier", "Correct the cell, or empty it.", whole=False, empty=0)
_CAPACITY = _Rule(_UNITS, "Correct the capacity.", whole=False)
_NEED = _Rule(_UNITS, "Correct the cell, or empty it where the task does not need the resource.", whole=False, empty=0)


def read_tasks(path: Path) -> PlanningFile:
    """Read TASKS.

    Returns:
        The file. Columns of its table; a number is empty where the cell cannot be used, which ``problems`` names:
            task            str    id
            duration        float  whole periods
            after           tuple  ids of the tasks that must be finished first
            earliest        float  first period in which it may start; 0 = any
            latest          float  period before which it must be finished; empty = any
            priority        float  the larger, the earlier; 0 = none
            needs:RESOURCE  float  units in each of its periods

    Raises:
        BadInput: not there, no text file, without headings, or with one of them twice.
    """
    headings, cells, rows, problems = _read(path, TASK_COLUMNS, required=("task", "duration"))
    names = [_known(heading, TASK_COLUMNS) for heading in headings]
    rules = {"duration": _DURATION, "earliest": _FIRST, "latest": _LAST, "priority": _PRIORITY}
    rules |= {name: _NEED for name in names if name.startswith(NEEDS)}
    table = _typed(names, cells, rows, rules, path.name, problems)
    table["task"] = _filled(names, cells, rows, "task", path.name, problems)
    table["after"] = [tuple(dict.fromkeys(text.split())) for text in _column(names, cells, "after")]
    for name, default in (("earliest", 0.0), ("latest", float("nan")), ("priority", 0.0)):
        if name not in table:
            table[name] = default
    if not cells:
        problems.append(Problem(path.name, "No task stands below the headings. Fill the table.", "no-rows"))
    return PlanningFile(table, headings, cells, tuple(problems))


def read_resources(path: Path) -> PlanningFile:
    """Read RESOURCES.

    Returns:
        The file. Columns of its table; empty as in ``read_tasks``:
            resource   str    name, as in the headings ``needs:RESOURCE``; several rows are its calendar
            capacity   float  units in each period
            from, to   float  the periods from ``from`` up to and without ``to``; 0 and empty = always

    Raises:
        BadInput: not there, no text file, without headings, or with one of them twice.
    """
    headings, cells, rows, problems = _read(path, RESOURCE_COLUMNS, required=("resource", "capacity"))
    names = [_known(heading, RESOURCE_COLUMNS) for heading in headings]
    table = _typed(names, cells, rows, {"capacity": _CAPACITY, "from": _FIRST, "to": _LAST}, path.name, problems)
    table["resource"] = _filled(names, cells, rows, "resource", path.name, problems)
    for name, default in (("from", 0.0), ("to", float("nan"))):
        if name not in table:
            table[name] = default
    return PlanningFile(table, headings, cells, tuple(problems))


def write_plan(tasks: PlanningFile, plan: pd.DataFrame, path: Path) -> None:
    """Write PLAN: the cells of TASKS as they came, then ``start`` and ``finish``. Those of an earlier plan are replaced.

    Args:
        plan: columns ``start`` and ``finish``, int, in the order of the tasks.

    Raises:
        WrongCall: a place that cannot be written to.
    """
    kept = [place for place, heading in enumerate(tasks.headings) if heading.strip().lower() not in PLACES]
    places = plan[list(PLACES)].astype("int64").astype("str").itertuples(index=False)
    lines = [[*(line[at] for at in kept), *place] for line, place in zip(tasks.cells, places, strict=True)]
    try:
        with moved_into_place(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            for line in [[*(tasks.headings[at] for at in kept), *PLACES], *lines]:
                writer.writerow([neutralised(cell) for cell in line])
    except OSError as error:
        raise WrongCall(f"{path} cannot be written: {error.strerror}.") from None


def _read(path: Path, known: tuple[str, ...], required: Sequence[str]) -> tuple[tuple[str, ...], tuple, list[int], list[Problem]]:
    """Headings, filled rows, their row numbers, and warnings of one file."""
    name = path.name
    if path.is_dir():
        raise BadInput([Problem(name, "This is a folder. Name the file in it.", "folder")])
    if not path.is_file():
        raise BadInput([Problem(name, "The file is not there. Correct the path.", "missing-file")])
    grid = read_text_file(path, name, known, empty="The file is empty. Write headings and rows, or take another file.")
    filled = [
        (tuple(str(cell) for cell in cells), int(row))
        for cells, row in zip(grid.cells.fillna("").itertuples(index=False, name=None), grid.rows, strict=True)
        if any(str(cell).strip() for cell in cells)
    ]
    (headings, heading_row), *body = filled
    names = [_known(heading, known) for heading in headings]
    problems = [
        Problem(name, "This column is needed. Add it, or correct its heading.", "missing-column", row=heading_row, column=column)
        for column in required
        if column not in names
    ]
    for heading in dict.fromkeys(names):
        if names.count(heading) > 1 and (heading in known or heading.startswith(NEEDS)):
            advice = "Two columns have this heading. Keep one of them."
            problems.append(Problem(name, advice, "duplicate-header", row=heading_row, column=heading))
    if problems:
        raise BadInput(problems)
    return headings, tuple(cells for cells, _ in body), [row for _, row in body], list(grid.problems)


def _known(heading: str, known: Iterable[str]) -> str:
    """The name of a column: known ones in lower case, those of needs without blanks around the resource."""
    plain = heading.strip()
    if plain.lower() in known:
        return plain.lower()
    return NEEDS + plain[len(NEEDS) :].strip() if plain.lower().startswith(NEEDS) else plain


def _column(names: Sequence[str], cells: Sequence[Sequence[str]], name: str) -> list[str]:
    place = names.index(name) if name in names else None
    return ["" if place is None else line[place].strip() for line in cells]


def _filled(names: Sequence[str], cells: Sequence, rows: Sequence[int], name: str, file: str, problems: list[Problem]) -> list[str]:
    texts = _column(names, cells, name)
    problems += [
        Problem(file, "Fill in the cell, or empty the row.", "missing-value", row=row, column=name, found="")
        for text, row in zip(texts, rows, strict=True)
        if not text
    ]
    return texts


def _typed(
    names: Sequence[str], cells: Sequence, rows: Sequence[int], rules: dict[str, _Rule], file: str, problems: list[Problem]
) -> pd.DataFrame:
    """The columns that hold numbers, and ``row``; a cell that breaks its rule joins the problems."""
    table = pd.DataFrame({"row": pd.Series(rows, dtype="int64")})
    for name in (name for name in names if name in rules):
        numbers = []
        for text, row in zip(_column(names, cells, name), rows, strict=True):
            number = _number(text, rules[name])
            if number is None:
                rule = rules[name]
                problems.append(Problem(file, rule.advice, "not-a-number", row=row, column=name, found=text[:40], allowed=rule.allowed))
            numbers.append(float("nan") if number is None else number)
        table[name] = pd.Series(numbers, dtype="float64")
    return table


def _number(text: str, rule: _Rule) -> float | None:
    if not text:
        return rule.empty
    number = parse_number(text)
    if number is None or not 0 <= number <= MOST or (rule.whole and not number.is_integer()):
        return None
    return number if rule.whole or rule is _PRIORITY or round(number, FINEST) == number else None

"""From what the checks found to what goes back to the respondent: the rejected rows and the cells that may be corrected."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from diagnostics.definitions.correction_texts import load_correction_texts, say_correction
from diagnostics.definitions.dataset import DataColumn, Dataset
from diagnostics.definitions.problems import BadInput, Problem, errors
from diagnostics.definitions.translations import translated
from diagnostics.intake.corrections.changed_workbook import Place, look_at_cells
from diagnostics.intake.corrections.correction_sheet import BEFORE, MOST_CELLS, MOST_ROWS, CorrectionSheet, Mark, OpenCell
from diagnostics.intake.grid import Grid, column_letter
from diagnostics.intake.tables import find_columns, read_grid
from diagnostics.validation.judgement import Judged
from diagnostics.validation.results import Failure, problems_from_results

WORKBOOKS = (".xlsx", ".xlsm")
CHANGEABLE = (".csv", ".tsv", ".txt", *WORKBOOKS)
"""Files in which single cells can be replaced."""
MOST_CHOICES = 500
_ORDER: tuple[Mark, ...] = ("wrong", "look", "related")


@dataclass(frozen=True)
class _Wrong:
    """A problem at a row and a column of the data set, and the columns that may be corrected instead."""

    problem: Problem
    column: str
    choices: tuple[str, ...]
    instead: tuple[str, ...] = ()


def correction_sheet(judged: Judged, datasets: Mapping[str, Dataset], path: Path, language: str) -> CorrectionSheet | None:
    """What to correct in one data set.

    Args:
        judged: what the checks found in it.
        datasets: every definition, by id.
        path: the file that it was read from.
        language: the respondents'.

    Returns:
        None where nothing stops the run, or the file is not there.
    """
    if not judged.errors or not path.is_file():
        return None
    raw, dataset = judged.raw, datasets[judged.raw.dataset]
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    elsewhere = [problem for problem in raw.problems if problem.severity == "error" and not _is_of_cell(problem, dataset)]
    nothing = CorrectionSheet(dataset.id, raw.file, digest, (), {}, (), {}, tuple(_said(elsewhere, language)), 0)
    if path.suffix.lower() not in CHANGEABLE or raw.origin:  # a map puts its columns together: no cell is one of the file
        return replace(nothing, elsewhere=tuple(_said([*elsewhere, *errors(judged.problems)], language)))
    try:
        grid = read_grid(path, dataset, raw.file)
    except BadInput:
        return nothing
    wrong = [*_wrong_in_file(raw.problems, dataset), *_wrong_cells(judged, dataset, datasets)]
    return _laid_out(nothing, wrong, _Layout(grid, dataset, language), path, grid.sheet)


def _is_of_cell(problem: Problem, dataset: Dataset) -> bool:
    return problem.kind == "formula-error" and problem.row is not None and problem.column in dataset.names


def _wrong_in_file(problems: Iterable[Problem], dataset: Dataset) -> Iterator[_Wrong]:
    for problem in problems:
        if _is_of_cell(problem, dataset):
            yield _Wrong(problem, problem.column or "", ())


def _wrong_cells(judged: Judged, dataset: Dataset, datasets: Mapping[str, Dataset]) -> Iterator[_Wrong]:
    for failure in judged.failures:
        choices = _choices(failure, dataset.column(failure.column), datasets)
        instead = _belong_together(failure, dataset)
        for problem in problems_from_results([failure], judged.raw, dataset, listed=len(failure.at)):
            yield _Wrong(problem, failure.column, choices, instead)


def _choices(failure: Failure, column: DataColumn, datasets: Mapping[str, Dataset]) -> tuple[str, ...]:
    """What a drop-down may offer; nothing that names persons, and nothing where a cell may hold several values."""
    other, _, name = (column.references or "").partition(".")
    is_secret = other in datasets and datasets[other].column(name).personal
    if column.several or failure.check.kind == "must-be-empty":
        return ()
    if column.codes:
        return tuple(code.code for code in column.codes)
    is_listed = len(failure.check.choices) <= MOST_CHOICES and not (column.personal or is_secret)
    return tuple(sorted(failure.check.choices)) if is_listed else ()


def _belong_together(failure: Failure, dataset: Dataset) -> tuple[str, ...]:
    """The other columns of the key, or of the rule between columns, that a cell failed."""
    kind, _, number = failure.check.lines.partition("-")
    if failure.check.kind == "duplicate-key":
        columns = dataset.key.columns
    elif kind == "rule" and number.isdigit() and int(number) <= len(dataset.rules):
        columns = dataset.rules[int(number) - 1].columns()
    else:
        columns = ()
    return tuple(column for column in columns if column != failure.column)


class _Layout:
    """The sheet in the making: where in the file each wrong cell stands, and what is said about it."""

    def __init__(self, grid: Grid, dataset: Dataset, language: str) -> None:
        self.heading, self.positions = find_columns(grid, dataset)
        self.cells = grid.cells.fillna("")
        self.first = int(grid.rows[0])
        self.headings = tuple(self.cells.iloc[self.heading])
        self.language = language
        self.texts = load_correction_texts()

    def has(self, each: _Wrong) -> bool:
        """Whether the file has the cell; it has not where a column was left out."""
        return each.column in self.positions and each.problem.row is not None

    def rows(self, wrong: Iterable[_Wrong]) -> dict[int, tuple[str, ...]]:
        """The rows concerned as they came: what stops the run first, as far as they fit, then in the order of the file."""
        rows = dict.fromkeys(each.problem.row for each in sorted(wrong, key=lambda each: (each.problem.severity, each.problem.row)))
        most = min(MOST_ROWS, max(MOST_CELLS // len(self.headings), 1))
        return {row: tuple(self.cells.iloc[row - self.first]) for row in sorted(list(rows)[:most])}

    def open_cells(self, wrong: Iterable[_Wrong]) -> dict[Place, OpenCell]:
        """Place → the cell that is open there. What is wrong counts before what may be corrected instead."""
        opened: dict[Place, OpenCell] = {}
        for each in wrong:
            row = each.problem.row or 0
            mark: Mark = "wrong" if each.problem.severity == "error" else "look"
            self._open(opened, OpenCell(row, self.positions[each.column], mark, self.note(each.problem), each.choices))
            heading = self.headings[self.positions[each.column]].strip()
            note = translated(self.texts.related, self.language).format(column=heading)
            for column in each.instead:
                if column in self.positions:
                    self._open(opened, OpenCell(row, self.positions[column], "related", note))
        return opened

    def _open(self, opened: dict[Place, OpenCell], cell: OpenCell) -> None:
        place = (cell.row, cell.position)
        known = opened.get(place)
        if known is None:
            opened[place] = cell
            return
        first, other = sorted((known, cell), key=lambda one: _ORDER.index(one.mark))
        note = first.note if other.note in first.note or other.mark == "related" else f"{first.note}\n{other.note}"
        opened[place] = replace(first, note=note, choices=first.choices or other.choices)

    def note(self, problem: Problem) -> str:
        said = say_correction(problem, self.language)
        return said if problem.severity == "error" else f"{translated(self.texts.look, self.language)} {said}"

    def advice(self, opened: Mapping[Place, OpenCell], formulas: frozenset[Place]) -> dict[int, str]:
        """Row → what to do about its cells, each named by its heading and its column in the workbook."""
        lines: dict[int, list[str]] = {}
        for (row, position), cell in sorted(opened.items()):
            if cell.mark == "related":
                continue
            name = f"{self.headings[position].strip()} ({column_letter(BEFORE + position)})"
            formula = f" {translated(self.texts.formula, self.language)}" if (row, position) in formulas else ""
            lines.setdefault(row, []).append(f"{name}: {cell.note}{formula}")
        return {row: "\n".join(said) for row, said in lines.items()}


def _laid_out(nothing: CorrectionSheet, wrong: list[_Wrong], layout: _Layout, path: Path, sheet: str | None) -> CorrectionSheet:
    placed = [each for each in wrong if layout.has(each)]
    rows = layout.rows(placed)
    opened = layout.open_cells(each for each in placed if each.problem.row in rows)
    formulas: frozenset[Place] = frozenset()
    if sheet and path.suffix.lower() in WORKBOOKS:
        formulas, _ = look_at_cells(path, sheet, opened)
    nowhere = [each.problem for each in wrong if not layout.has(each) and each.problem.severity == "error"]
    return replace(
        nothing,
        headings=layout.headings,
        rows=rows,
        open_cells=tuple(opened[place] for place in sorted(opened) if place not in formulas),
        advice=layout.advice(opened, formulas),
        elsewhere=(*nothing.elsewhere, *_said(nowhere, layout.language)),
        all_rows=len({each.problem.row for each in placed}),
    )


def _said(problems: Iterable[Problem], language: str) -> Iterator[str]:
    """Problems of the file as a whole, each once."""
    said = dict.fromkeys((_place(problem, language), say_correction(problem, language)) for problem in problems)
    yield from (f"{place}: {words}" if place else words for place, words in said)


def _place(problem: Problem, language: str) -> str:
    row = f"{translated(load_correction_texts().row, language)} {problem.row}" if problem.row else ""
    return ", ".join(part for part in (row, f"'{problem.column}'" if problem.column else "") if part)

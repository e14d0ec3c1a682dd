"""From the columns of a sheet to one row an answer. Each distinct cell is understood once, whatever the number of rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from diagnostics.definitions.form import FormQuestion
from diagnostics.definitions.problems import Problem
from diagnostics.intake.exports.answers import Fault, Meaning, is_chosen, meaning_of
from diagnostics.intake.exports.columns import ColumnPlan, heading_shown
from diagnostics.intake.exports.matching import QuestionIndex, Target
from diagnostics.intake.exports.sheets import ExportSheet
from diagnostics.intake.exports.words import plain

MOST_ROWS = 8  # rows that a message lists before it counts them
LONGEST_FOUND = 60
_ROOM = 10_000  # places between two questions in the order of answers, for the codes of a multiple choice


@dataclass(frozen=True)
class Melted:
    """The answers of one sheet.

    Attributes:
        line: for each answer the line of the sheet's ``cells``.
        order: sorts the answers of a line.
        item, answer: what was answered, as text.
        faulty: for each line whether a cell of it is no answer.
        problems: one for each distinct cell of a column that is no answer.
    """

    line: np.ndarray
    order: np.ndarray
    item: np.ndarray
    answer: np.ndarray
    faulty: np.ndarray
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class _Part:
    """Answers of one question: lines, the codes of these answers' texts, and cells that are none by their text."""

    line: np.ndarray
    answer: np.ndarray
    faults: tuple[tuple[int, str, Fault, np.ndarray], ...] = ()
    """Position of the column, text, fault, lines."""


def melt(sheet: ExportSheet, plan: ColumnPlan, index: QuestionIndex, unanswered: frozenset[str]) -> Melted:
    """Understand every cell that answers a question.

    Args:
        sheet: the sheet.
        plan: which of its columns answer which questions.
        index: the form's questions, for their order.
        unanswered: texts that stand for no answer.
    """
    by_question: dict[str, dict[int, Target]] = {}
    for position, target in plan.targets.items():
        by_question.setdefault(target.question.name, {})[position] = target
    parts = [(name, _question_part(sheet, targets, unanswered)) for name, targets in by_question.items()]
    faulty = np.zeros(len(sheet.cells), dtype=bool)
    problems = []
    for _, part in parts:
        for position, text, fault, lines in part.faults:
            faulty[lines] = True
            problems.append(cell_problem(sheet, position, text, fault, lines))
    items = [next(iter(by_question[name].values())).question.item for name, _ in parts]
    order = [np.full(len(part.line), index.order[name] * _ROOM, dtype=np.int64) for name, part in parts]
    return Melted(
        _joined([part.line for _, part in parts], np.int64),
        _joined(order, np.int64),
        _joined([np.full(len(part.line), item, dtype=object) for item, (_, part) in zip(items, parts, strict=True)], object),
        _joined([part.answer for _, part in parts], object),
        faulty,
        tuple(problems),
    )


def _joined(arrays: list[np.ndarray], kind) -> np.ndarray:
    return np.concatenate(arrays) if arrays else np.empty(0, dtype=kind)


def cell_problem(sheet: ExportSheet, position: int, text: str, fault: Fault, lines: np.ndarray) -> Problem:
    """The problem of one distinct text in a column, with the rows where it stands."""
    rows = sheet.rows[lines]
    also = f" Also in {rows_shown(rows[1:])}." if len(rows) > 1 else ""
    found = text.replace("\x1f", " ").strip()
    found = found[:LONGEST_FOUND] + ("..." if len(found) > LONGEST_FOUND else "")
    column = heading_shown(sheet, position)
    facts = {"row": int(rows[0]), "found": found, "allowed": fault.allowed}
    return sheet.place.problem(fault.kind, f"{fault.advice}{also}", column, **facts)


def rows_shown(rows: np.ndarray) -> str:
    """Rows in a message: the first of them, and how many more."""
    shown = ", ".join(str(row) for row in rows[:MOST_ROWS]) + (f" and {len(rows) - MOST_ROWS} more" if len(rows) > MOST_ROWS else "")
    return f"{'row' if len(rows) == 1 else 'rows'} {shown}"


def _question_part(sheet: ExportSheet, targets: Mapping[int, Target], unanswered: frozenset[str]) -> _Part:
    question = next(iter(targets.values())).question
    whole = next((position for position, target in targets.items() if target.option is None), None)
    options = {target.option: position for position, target in targets.items() if target.option is not None}
    if not options:
        return _column_part(sheet, whole, question, unanswered)
    return _options_part(sheet, question, options, whole, unanswered)


def _column_part(sheet: ExportSheet, position: int, question: FormQuestion, unanswered: frozenset[str]) -> _Part:
    places, texts = pd.factorize(sheet.cells.iloc[:, position])
    understood = _with_meanings(meaning_of(question), sheet.meanings.get(position, {}))
    meanings: list[Meaning] = [() if plain(text) in unanswered else understood(str(text)) for text in texts]
    return _by_distinct(places, [str(text) for text in texts], meanings, position)


def _by_distinct(places: np.ndarray, texts: list[str], meanings: list[Meaning], position: int) -> _Part:
    faults = tuple(
        (position, text, meaning, np.flatnonzero(places == place))
        for place, (text, meaning) in enumerate(zip(texts, meanings, strict=True))
        if isinstance(meaning, Fault)
    )
    answers = [() if isinstance(meaning, Fault) else meaning for meaning in meanings]
    lines, codes = [], []
    for number in range(max((len(each) for each in answers), default=0)):
        nth = np.array([each[number] if len(each) > number else None for each in answers] + [None], dtype=object)  # -1 is an empty cell
        has = np.array([each is not None for each in nth])
        chosen = np.flatnonzero(has[places])
        lines.append(chosen)
        codes.append(nth[places[chosen]])
    return _Part(_joined(lines, np.int64), _joined(codes, object), faults)


def _with_meanings(understood: Callable[[str], Meaning], labels: Mapping[str, str]) -> Callable[[str], Meaning]:
    """The same, also by what a value means in an SPSS file; a value and its meaning that disagree are refused."""
    if not labels:
        return understood

    def both(text: str) -> Meaning:
        by_code, by_label = understood(text), understood(labels[text]) if text in labels else Fault("", "")
        if isinstance(by_label, Fault):
            return by_code
        if isinstance(by_code, Fault) or by_code == by_label:
            return by_label
        advice = f"As a code this is {' '.join(by_code)}, by its value label {' '.join(by_label)}. Correct the value labels."
        return Fault("ambiguous-answer", advice)

    return both


def _options_part(
    sheet: ExportSheet, question: FormQuestion, options: Mapping[str, int], whole: int | None, unanswered: frozenset[str]
) -> _Part:
    """A multiple choice with a column an option, and perhaps one for all of them beside, which must say the same."""
    codes = [code for code in question.codes() if code in options]
    chosen = np.zeros((len(sheet.cells), len(codes)), dtype=bool)
    faults: list[tuple[int, str, Fault, np.ndarray]] = []
    for number, code in enumerate(codes):
        places, texts = pd.factorize(sheet.cells.iloc[:, options[code]])
        said = [False if plain(text) in unanswered else is_chosen(str(text), question, code) for text in texts]
        chosen[:, number] = np.array([bool(each) for each in said] + [False])[places]
        fault = Fault("not-yes-or-no", "The column says whether one option was chosen. Correct the cell.", "1 or 0, yes or no, or empty")
        wrong = [(text, place) for place, (text, each) in enumerate(zip(texts, said, strict=True)) if each is None]
        faults += [(options[code], str(text), fault, np.flatnonzero(places == place)) for text, place in wrong]
    if whole is None:
        lines, numbers = np.nonzero(chosen)
        return _Part(lines, np.array(codes, dtype=object)[numbers], tuple(faults))
    beside = _column_part(sheet, whole, question, unanswered)
    return _agreed(sheet, chosen, codes, beside, whole, faults)


def _agreed(sheet: ExportSheet, chosen: np.ndarray, codes: list[str], beside: _Part, whole: int, faults: list) -> _Part:
    """The answers of the column for all options, with an error where the options' own columns say something else."""
    numbers = {code: number for number, code in enumerate(codes)}
    told = np.zeros_like(chosen)
    known = np.array([answer in numbers for answer in beside.answer], dtype=bool)
    told[beside.line[known], [numbers[answer] for answer in beside.answer[known]]] = True
    is_told = sheet.cells.iloc[:, whole].notna().to_numpy()
    differs = (told != chosen).any(axis=1) & is_told
    for _, _, _, lines in (*beside.faults, *faults):
        differs[lines] = False  # reported already
    apart = np.flatnonzero(differs)
    advice = "The options chosen in this cell are not those of the options' own columns. Export the answers again."
    fault = Fault("options-disagree", advice)
    texts = sheet.cells.iloc[apart, whole].astype(str)
    faults = [*faults, *beside.faults, *((whole, text, fault, apart[(texts == text).to_numpy()]) for text in texts.unique())]
    lines, places = np.nonzero(chosen & ~is_told[:, None])
    return _Part(
        np.concatenate([beside.line, lines]), np.concatenate([beside.answer, np.array(codes, dtype=object)[places]]), tuple(faults)
    )

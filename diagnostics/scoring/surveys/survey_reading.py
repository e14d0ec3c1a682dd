"""From a table of survey answers, wide or long, to small numbers; every cell that cannot be read is told with its row."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import numpy as np
import pandas as pd

from diagnostics.definitions.problems import Problem, refuse_errors
from diagnostics.scoring.ratings import LongTable
from diagnostics.scoring.reading import coded, parse_numbers
from diagnostics.scoring.surveys.survey_codes import BLANK, WIDE, Layout, Survey, SurveyScale

NOT_STATED = "not stated"
"""The group of a respondent whose cell is empty."""
_ROWS_SHOWN = 5


def code_survey(
    table: pd.DataFrame,
    scale: SurveyScale,
    items: Sequence[str],
    layout: Layout = WIDE,
    reverse: Collection[str] = (),
    file: str = "survey",
) -> Survey:
    """Read a survey table, wide or long.

    Args:
        table: one row a respondent with a column for each item, or one row an answer. Cells hold codes; empty = not answered.
        scale: the answers that may be given.
        items: the items to read, in the order wanted. Other columns of a wide table are passed over; other items of a long one are refused.
        layout: where things stand.
        reverse: items whose agreement is bad news.
        file: what to call the table in messages.

    Raises:
        BadInput: with every cell that cannot be read.
    """
    long = layout.long
    needed = [
        *(items if long is None else (long.rows, long.columns, long.values)),
        *layout.groups,
        *([layout.weight] if layout.weight else []),
    ]
    absent = [name for name in needed if name not in table]
    refuse_errors([Problem(file, "The column is missing. Add it.", "missing-column", row=1, column=name) for name in absent])
    if table.empty:
        refuse_errors([Problem(file, "The table holds no answer. Fill it in, or take another file.", "no-answers")])
    table = table.reset_index(drop=True)
    if long is None:
        answers, first = _wide(table, scale, items, file), np.arange(len(table))
    else:
        answers, first = _long(table, scale, items, long, file)
        refuse_errors([*_inconstant(table, long, first, layout, file)])
    groups = pd.DataFrame({name: _group(table[name].iloc[first]) for name in layout.groups}, index=range(len(first)))
    weights = None if layout.weight is None else _weights(table[layout.weight], layout.weight, file)[first]
    return Survey(answers, tuple(items), scale, np.isin(items, list(reverse)), weights, groups)


def _wide(table: pd.DataFrame, scale: SurveyScale, items: Sequence[str], file: str) -> np.ndarray:
    answers = np.empty((len(table), len(items)), dtype=np.int8, order="F")  # counted column by column
    problems: list[Problem] = []
    for place, name in enumerate(items):
        codes, texts = coded(table[name])
        read = scale.read(texts)
        problems += _strange_answers(codes, texts, read, name, scale, file)
        answers[:, place] = np.nan_to_num(read, nan=BLANK).astype(np.int8)[codes]
    refuse_errors(problems)
    return answers


def _long(table: pd.DataFrame, scale: SurveyScale, items: Sequence[str], long: LongTable, file: str) -> tuple[np.ndarray, np.ndarray]:
    """The answers, and the first row of each respondent."""
    codes, texts = coded(table[long.values])
    read = scale.read(texts)
    item_codes, item_texts = coded(table[long.columns])
    places = pd.Index(items, dtype="str").get_indexer(item_texts)
    respondent, different = pd.factorize(table[long.rows])
    problems = [*_strange_answers(codes, texts, read, long.values, scale, file)]
    for place in np.flatnonzero(places < 0):
        advice = "The survey has no item of this id. Correct it, or take the rows out."
        problems.append(
            _told(np.flatnonzero(item_codes == place), file, "unknown-item", long.columns, advice, found=item_texts[place][:60])
        )
    if (respondent < 0).any():
        problems.append(_told(np.flatnonzero(respondent < 0), file, "missing-respondent", long.rows, "Say which respondent answered."))
    refuse_errors(problems)
    cell = places[item_codes] * len(different) + respondent
    refuse_errors([*_repeated(cell, len(items) * len(different), long, file)])
    answers = np.full(len(items) * len(different), BLANK, dtype=np.int8)
    answers[cell] = read.astype(np.int8)[codes]
    # factorize numbers respondents as they first appear: a new one shows where the highest number rises.
    first = np.flatnonzero(np.diff(np.maximum.accumulate(respondent), prepend=-1))
    return answers.reshape(len(items), len(different)).T, first


def _group(column: pd.Series) -> np.ndarray:
    codes, texts = coded(column.reset_index(drop=True))
    return np.where(texts == "", NOT_STATED, texts.to_numpy(dtype=object))[codes]


def _weights(column: pd.Series, name: str, file: str) -> np.ndarray:
    if pd.api.types.is_numeric_dtype(column):
        weights = column.to_numpy(dtype=float, na_value=np.nan)
    else:
        codes, texts = coded(column)
        weights = parse_numbers(texts)[codes]
    bad = np.flatnonzero(~((weights > 0) & np.isfinite(weights)))
    if len(bad):
        refuse_errors([_told(bad, file, "bad-weight", name, "Give the respondent a weight.", allowed="a number above 0")])
    return weights


def _strange_answers(codes: np.ndarray, texts: pd.Index, read: np.ndarray, column: str, scale: SurveyScale, file: str) -> Iterator[Problem]:
    allowed = ", ".join([*scale.codes, *scale.dont_know, *scale.not_applicable])
    for place in np.flatnonzero(np.isnan(read)):
        advice = "Correct the cell, or leave it empty if the question was not answered."
        yield _told(np.flatnonzero(codes == place), file, "code-outside-scale", column, advice, found=texts[place][:60], allowed=allowed)


def _repeated(cell: np.ndarray, cells: int, long: LongTable, file: str) -> Iterator[Problem]:
    seen = np.zeros(cells, dtype=bool)
    seen[cell] = True
    if seen.sum() < len(cell):
        at = np.flatnonzero(pd.Series(cell).duplicated(keep=False))
        advice = "A respondent answers an item more than once. Keep one row for each respondent and item."
        yield _told(at, file, "repeated-answer", long.columns, advice)


def _inconstant(table: pd.DataFrame, long: LongTable, first: np.ndarray, layout: Layout, file: str) -> Iterator[Problem]:
    """Columns that belong to the respondent, and differ between the respondent's rows."""
    respondent = pd.factorize(table[long.rows])[0]
    for name in [*layout.groups, *([layout.weight] if layout.weight else [])]:
        codes, _ = coded(table[name])
        at = np.flatnonzero(codes != codes[first][respondent])
        if len(at):
            yield _told(
                at, file, "not-constant", name, "The cell differs from the respondent's first row. Make all rows of a respondent equal."
            )


def _told(at: np.ndarray, file: str, kind: str, column: str, advice: str, **more: str) -> Problem:
    """One problem for all rows with the same fault."""
    rows = at + 2
    if len(rows) > 1:
        shown = ", ".join(str(row) for row in rows[:_ROWS_SHOWN])
        rest = f" and {len(rows) - _ROWS_SHOWN:,} more" if len(rows) > _ROWS_SHOWN else ""
        advice = f"{advice} In {len(rows):,} rows: {shown}{rest}."
    return Problem(file, advice, kind, row=int(rows[0]), column=column, **more)

"""The scoring engine: answers and a standard in, scores with bounds out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import pandas as pd
import pyarrow as pa

from diagnostics.definitions.problems import BadInput
from diagnostics.definitions.standard import Standard
from diagnostics.scoring.answers import CodedAnswers, code_answers
from diagnostics.scoring.checks import find_problems, has_errors, missing_columns
from diagnostics.scoring.labels import labels_of
from diagnostics.scoring.raters import ItemTable, rate_items
from diagnostics.scoring.reading import small_numbers
from diagnostics.scoring.tree import Branch, any_marked, branches_of, count_items, score_nodes

COLUMNS = ("assessment", "node", "score", "label", "marked", "applicable", "answered", "dont_know", "lowest", "highest")
STATE_COLUMNS = ("not_applicable", "not_used", "blank", "insufficient")
_COUNTS = ("applicable", "answered", "dont_know", *STATE_COLUMNS)
_KINDS = dict.fromkeys(("score", "lowest", "highest"), float) | {"label": np.int16, "marked": bool} | dict.fromkeys(_COUNTS, np.int32)
_CELLS_AT_ONCE = 2**17  # items times assessments


def score_answers(answers: pd.DataFrame, standard: Standard) -> pd.DataFrame:
    """Score every node of a standard for every assessment of an answers table.

    Args:
        answers: one row an answer. Columns (others are passed over):
            assessment   str    which administration, wave or phase
            item         str    id of a leaf of the standard
            answer       str    a code of the item's scale, or a number; empty = unanswered
            respondent   str    optional; who answered; ``consensus`` marks the answer that a group agreed on
            weight       float  optional; above 0; the respondent's weight
            evidence     str    optional; what supports the answer; serves the item for all its raters; empty = none
            row          int    optional; the row as the spreadsheet shows it, for messages
        standard: the standard that the items belong to.

    Returns:
        One row per assessment (in the order of the answers) and node (in the order of the tree):
            assessment      str    as in the answers
            node            str    id of the node
            score           float  unrounded, in the unit of the node's rule; empty = nothing that counts
            label           str    the letter or level; NA where nothing below a letter applies, NU where nothing was used; else empty
            marked          bool   true where an answer below was read as another code or lowered for want of evidence
            applicable      int    items below that apply: answered + dont_know + blank; people in an item's own row
            answered        int    items with an answer, those of ``insufficient`` included; people in an item's own row
            dont_know       int    items that nobody answered and somebody does not know
            lowest          float  score if everything unanswered were answered worst; empty = nothing applies
            highest         float  score if everything unanswered were answered best, and all claims had evidence
            not_applicable  int    items declared not applicable
            not_used        int    items declared not used: as if absent
            blank           int    items without any answer
            insufficient    int    items, of the answered, that were lowered because no evidence is named

    Raises:
        BadInput: an answer that the standard does not allow; every problem of ``check_answers``.
    """
    absent = missing_columns(answers, "answers")
    if absent:
        raise BadInput(absent)
    coded = code_answers(answers.reset_index(drop=True), standard)
    if has_errors(coded):
        raise BadInput(find_problems(coded, standard, "answers"))
    columns, names = _assessments(coded)
    branches = branches_of(standard)
    figures = {name: np.empty((len(names), len(branches)), dtype=kind) for name, kind in _KINDS.items()}
    words: dict[str, int] = {}
    for block, rows in _blocks(columns, len(names), len(coded.items)):
        items = rate_items(coded, rows, columns[rows] - block.start, block.stop - block.start)
        for name, lines in _figures(standard, branches, items, words).items():
            figures[name][block] = lines.T
    table: dict[str, object] = {name: figure.ravel() for name, figure in figures.items()}
    ids = [branch.node.id for branch in branches]
    table["assessment"] = _texts(names, np.repeat(np.arange(len(names), dtype=np.int32), len(ids)))
    table["node"] = _texts(ids, np.tile(np.arange(len(ids), dtype=np.int32), len(names)))
    table["label"] = _texts(words, figures["label"].ravel())
    return pd.DataFrame({name: table[name] for name in (*COLUMNS, *STATE_COLUMNS)}, copy=False)


def _figures(standard: Standard, branches: list[Branch], items: ItemTable, words: dict[str, int]) -> dict[str, np.ndarray]:
    """Every figure of a few assessments: one line a node, one column an assessment. Labels are places in ``words``, which grows."""
    nodes = score_nodes(branches, items)
    counts = count_items(branches, items)
    counts["applicable"] = counts["answered"] + counts["dont_know"] + counts["blank"]
    label, names = labels_of(standard, branches, nodes.score, counts)
    place = np.array([*(words.setdefault(name, len(words)) for name in names), -1], dtype=label.dtype)  # no label: the last one
    bounds = {"lowest": nodes.lowest, "highest": nodes.highest}
    return {"score": nodes.score, "label": place[label], "marked": any_marked(branches, items)} | bounds | counts


def _blocks(columns: np.ndarray, n_columns: int, n_items: int) -> Iterator[tuple[slice, np.ndarray]]:
    """A few assessments at a time: their columns, and the rows of all of them. What is worked on then fits the processor's cache."""
    order = None if (columns[1:] >= columns[:-1]).all() else np.argsort(columns, kind="stable")
    firsts = np.arange(0, n_columns, max(_CELLS_AT_ONCE // max(n_items, 1), 1))
    starts = np.searchsorted(columns, np.array([*firsts, n_columns], dtype=columns.dtype), sorter=order)
    for first, last, start, stop in zip(firsts, [*firsts[1:], n_columns], starts, starts[1:], strict=False):
        yield slice(first, last), np.arange(start, stop) if order is None else order[start:stop]


def _assessments(coded: CodedAnswers) -> tuple[np.ndarray, pd.Index]:
    """For each row the column of its assessment, -1 for a blank row; and the assessments in their order."""
    named = np.asarray(coded.assessments != "")
    columns = small_numbers(np.where(named, np.cumsum(named) - 1, -1), len(named))
    return columns[coded.assessment], coded.assessments[named]


def _texts(words: Iterable[str], places: np.ndarray) -> pd.Series:
    """The word at each place; empty where the place is -1."""
    codes = pa.array(places, mask=places < 0)
    return pa.DictionaryArray.from_arrays(codes, pa.array(words, pa.large_string())).cast(pa.large_string()).to_pandas()

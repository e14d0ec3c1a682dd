"""The scoring engine: answers and a standard in, scores with bounds out."""

from __future__ import annotations

import numpy as np
import pandas as pd

from diagnostics.definitions.problems import BadInput
from diagnostics.definitions.standard import Standard
from diagnostics.scoring.answers import CodedAnswers, code_answers
from diagnostics.scoring.checks import find_problems, has_errors, missing_columns
from diagnostics.scoring.labels import labels_of
from diagnostics.scoring.raters import rate_items
from diagnostics.scoring.tree import any_marked, branches_of, count_items, score_nodes

COLUMNS = ("assessment", "node", "score", "label", "marked", "applicable", "answered", "dont_know", "lowest", "highest")
STATE_COLUMNS = ("not_applicable", "not_used", "blank", "insufficient")


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
    items = rate_items(coded, columns, len(names))
    nodes = score_nodes(branches, items)
    counts = count_items(branches, items)
    counts["applicable"] = counts["answered"] + counts["dont_know"] + counts["blank"]
    label_places, words = labels_of(standard, branches, nodes.score, counts)
    ids = pd.Index([branch.node.id for branch in branches], dtype="str")
    table = {
        "assessment": names.take(np.repeat(np.arange(len(names)), len(ids))),
        "node": ids.take(np.tile(np.arange(len(ids)), len(names))),
        "score": _flat(nodes.score),
        "label": _words(_flat(label_places), words),
        "marked": _flat(any_marked(branches, items)),
        "lowest": _flat(nodes.lowest),
        "highest": _flat(nodes.highest),
    } | {name: _flat(count).astype(np.int64) for name, count in counts.items()}
    return pd.DataFrame({name: table[name] for name in (*COLUMNS, *STATE_COLUMNS)})


def _assessments(coded: CodedAnswers) -> tuple[np.ndarray, pd.Index]:
    """For each row the column of its assessment, -1 for a blank row; and the assessments in their order."""
    named = np.asarray(coded.assessments != "")
    columns = np.where(named, np.cumsum(named) - 1, -1)
    return columns[coded.assessment], coded.assessments[named]


def _flat(lines: np.ndarray) -> np.ndarray:
    """Nodes × assessments as one column, all nodes of the first assessment first."""
    return lines.T.ravel()


def _words(places: np.ndarray, words: list[str]) -> pd.api.extensions.ExtensionArray:
    return pd.array([*words, None], dtype="str").take(places)  # the last one, at -1, is the empty label

"""The SCORES table from a CSV or Parquet file, fitted to its standard; and what lies beside it in a mission's folder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from diagnostics.definitions.base import nearest
from diagnostics.definitions.mission import MISSION_FILE
from diagnostics.definitions.problems import BadInput, Problem, WrongCall
from diagnostics.definitions.standard import Standard
from diagnostics.intake.answer_files import read_table_file

REQUIRED = ("assessment", "node", "score", "marked", "applicable", "answered", "dont_know", "lowest", "highest")
NUMBERS = ("score", "lowest", "highest")
COUNTS = ("applicable", "answered", "dont_know", "not_applicable", "not_used", "blank", "insufficient")
_TRUTH = {"true": True, "1": True, "false": False, "0": False, "": False}
_NEUTRALISED = re.compile(r"^'(?=\s*[=+\-@\t\r\x00])")


@dataclass(frozen=True)
class ScoreFile:
    """Scores with the standard they belong to.

    Attributes:
        scores: one row an assessment and node of ``standard``; the columns are those of ``score_answers``.
        standard: without the items that the file leaves out: they were out of scope when it was made.
        name: what to call the file in messages.
        warnings: what had to be guessed in reading it.
    """

    scores: pd.DataFrame
    standard: Standard
    name: str
    warnings: tuple[Problem, ...] = ()


def read_scores(path: Path, standard: Standard) -> ScoreFile:
    """Read a table of scores.

    Args:
        path: CSV or Parquet, as ``hrm-review score`` and a mission's stage write it.
        standard: what the answers were scored against.

    Raises:
        BadInput: not there, damaged, columns missing, cells that are no numbers, nodes that the standard does not have, a node
            twice, a node missing beside its items: every problem.
    """
    file = read_table_file(path)
    table = file.table
    problems = [
        Problem(path.name, "Scores need this column. Take a file that 'hrm-review score' wrote.", "missing-column", row=1, column=column)
        for column in REQUIRED
        if column not in table
    ]
    if problems:
        raise BadInput(problems)
    table, problems = _typed(table, path.name)
    problems += _unknown_nodes(table, standard, path.name)
    if not problems:
        standard = _in_scope(standard, set(table["node"]))
        problems = _incomplete(table, standard, path.name)
    if problems:
        raise BadInput(problems)
    return ScoreFile(table, standard, path.name, file.warnings)


def _typed(table: pd.DataFrame, name: str) -> tuple[pd.DataFrame, list[Problem]]:
    """Every column with its type, and the cells that cannot have it."""
    columns: dict[str, object] = {}
    problems: list[Problem] = []
    for column in ("assessment", "node", "label"):
        if column in table:
            columns[column] = table[column].astype("str").fillna("").str.replace(_NEUTRALISED, "", regex=True)
    for column in (*NUMBERS, *(count for count in COUNTS if count in table)):
        empty = table[column].isna() | (table[column].astype("str").str.strip() == "")
        numbers = pd.to_numeric(table[column], errors="coerce").astype(float)
        bad = ~empty & ~np.isfinite(numbers)
        if column in COUNTS:
            bad |= empty | (numbers < 0) | (numbers % 1 != 0)
        problems += _cells(table, bad, column, name, "a whole number" if column in COUNTS else "a number or empty")
        columns[column] = numbers if column in NUMBERS else numbers.where(~bad, 0).astype(np.int64)
    marks = table["marked"].fillna("").astype("str").str.strip().str.lower()
    problems += _cells(table, ~marks.isin(_TRUTH), "marked", name, "true, false")
    columns["marked"] = marks.map(_TRUTH).fillna(False).astype(bool)
    columns["row"] = table["row"]
    return pd.DataFrame(columns), problems


def _cells(table: pd.DataFrame, bad: pd.Series, column: str, name: str, allowed: str) -> list[Problem]:
    at = np.flatnonzero(bad.to_numpy())
    if not len(at):
        return []
    more = f" {len(at):,} cells of the column are like this." if len(at) > 1 else ""
    found = str(table[column].iloc[at[0]])[:60]
    advice = f"The cell cannot be read. Write the scores again.{more}"
    return [Problem(name, advice, "bad-score", row=int(table["row"].iloc[at[0]]), column=column, found=found, allowed=allowed)]


def _unknown_nodes(table: pd.DataFrame, standard: Standard, name: str) -> list[Problem]:
    known = {placed.node.id for placed in standard.nodes()}
    rows = table.drop_duplicates("node")
    strange = rows[~rows["node"].isin(known)]
    if len(strange) > len(rows) / 2:
        found = ", ".join(strange["node"][:3]) + (" ..." if len(strange) > 3 else "")
        advice = f"Most nodes are not in standard '{standard.id}' {standard.version}. Name the standard that these scores were made with."
        return [Problem(name, advice, "other-standard", row=int(strange["row"].iloc[0]), column="node", found=found)]
    problems = []
    for node, row in zip(strange["node"], strange["row"], strict=True):
        near = nearest(node, known)
        hint = f" Did you mean '{near}'?" if near else " Were these scores made with another version? Name that one."
        advice = f"Standard '{standard.id}' {standard.version} has no node of this id.{hint}"
        problems.append(Problem(name, advice, "unknown-node", row=int(row), column="node", found=node[:60]))
    return problems


def _in_scope(standard: Standard, nodes: set[str]) -> Standard:
    absent = [leaf.id for leaf in standard.leaves() if leaf.id not in nodes]
    return standard.without(absent) if absent else standard


def _incomplete(table: pd.DataFrame, standard: Standard, name: str) -> list[Problem]:
    """Each assessment has each node of the standard once."""
    problems = []
    twice = table[table.duplicated(["assessment", "node"])]
    if len(twice):
        row = twice.iloc[0]
        advice = f"An assessment has the node twice, in {len(twice):,} rows. Keep one row for each."
        problems.append(Problem(name, advice, "duplicate-node", row=int(row["row"]), column="node", found=row["node"]))
    nodes = [placed.node.id for placed in standard.nodes()]
    for assessment, rows in table.groupby("assessment", sort=False):
        absent = [node for node in nodes if node not in set(rows["node"])]
        extra = sorted(set(rows["node"]) - set(nodes))
        if absent or extra:
            which, verb = (absent, "lacks nodes that it needs") if absent else (extra, "has nodes without any item")
            shown = ", ".join(which[:5]) + (f" and {len(which) - 5} more" if len(which) > 5 else "")
            advice = f"Assessment '{assessment}' {verb}: {shown}. Write the scores again."
            problems.append(Problem(name, advice, "missing-node", column="node"))
    return problems


@dataclass(frozen=True)
class Beside:
    """What lies beside a file of scores in a mission's folder.

    Attributes:
        mission: the mission's folder; None for a file elsewhere.
        answers: its answers; None where there are none.
    """

    mission: Path | None
    answers: Path | None


def look_beside(scores: Path) -> Beside:
    """Where a file of scores lies: ``results/`` of a mission has the answers beside it and ``mission.yaml`` one folder up."""
    folder = scores.absolute().parent
    mission = folder.parent if (folder.parent / MISSION_FILE).is_file() else None
    answers = next((folder / f"answers{ending}" for ending in (".parquet", ".csv") if (folder / f"answers{ending}").is_file()), None)
    return Beside(mission, answers)


def parse_pairs(given: list[str]) -> dict[str, str] | None:
    """``A=B`` texts as assessment of A → assessment of B; None for none. Raises ``WrongCall`` for one that is not of this form."""
    pairs: dict[str, str] = {}
    for text in given:
        a, sign, b = (part.strip() for part in text.partition("="))
        if not (a and sign and b):
            raise WrongCall(f"--pair takes ASSESSMENT_OF_A=ASSESSMENT_OF_B; found '{text}'.")
        if a in pairs:
            raise WrongCall(f"--pair names '{a}' twice. Compare it with one assessment at a time.")
        pairs[a] = b
    return pairs or None

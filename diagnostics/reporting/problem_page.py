"""What the checks found, as one offline HTML page: for whoever collects the corrections. No personal data: problems hold none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import pandas as pd

from diagnostics.definitions.mission import Mission
from diagnostics.definitions.problems import Problem, errors
from diagnostics.intake.written_files import moved_into_place
from diagnostics.reporting.blocks import Blocks, Column, Cover, Heading, Paragraph, ScoreCard, ScoreCards, Table, anchor, cell, section
from diagnostics.reporting.document import document
from diagnostics.reporting.html import render_html

SEVERITIES = {"error": "to correct", "warning": "worth knowing"}


def write_problem_page(path: Path, problems: Sequence[Problem], quality: pd.DataFrame, mission: Mission) -> None:
    """Write the page.

    Args:
        path: HTML file to write; moved into place whole.
        problems: what the checks found.
        quality: one row a data set (see ``quality_table``).
        mission: whose inputs were checked.
    """
    page = render_html(document(problem_blocks(problems, quality, mission)))
    with moved_into_place(path) as temporary:
        temporary.write_text(page, encoding="utf-8", newline="\n")


def problem_blocks(problems: Sequence[Problem], quality: pd.DataFrame, mission: Mission) -> Blocks:
    """The page's blocks: how much is wrong, then every problem by file, row and column."""
    problems = sorted(problems, key=lambda problem: problem.severity)  # what stops the run comes first
    files = list(dict.fromkeys(problem.file for problem in problems))
    return section(
        Cover(
            title="What the input checks found",
            subtitle="By file, row and column, with what to do",
            administration=mission.administration.name,
            date=mission.dates.as_of.isoformat(),
            facts=(("Mission", mission.mission), ("Figures as of", mission.dates.as_of.isoformat()), ("Standard", mission.standard)),
            notice="Synthetic data: this administration and its figures are made up." if mission.administration.synthetic else "",
        ),
        _summary(problems, quality),
        *(_file(file, [problem for problem in problems if problem.file == file]) for file in files),
    )


def _summary(problems: Sequence[Problem], quality: pd.DataFrame) -> Blocks:
    stop = len(errors(problems))
    cards = (
        ScoreCard("To correct before the run can go on", f"{stop:,}", tone="attention" if stop else "good"),
        ScoreCard("Worth knowing", f"{len(problems) - stop:,}"),
        ScoreCard("Data sets read", f"{int((quality['status'] == 'read').sum()):,}"),
    )
    said = (
        "Each problem stands below with its place, what was found, what may stand there and what to do. Values of columns with personal "
        "data are not shown. Wrong cells can be corrected in the workbooks that the check writes into the mission's folder 'corrections'."
        if problems
        else "Nothing has to be corrected."
    )
    return section(Heading("Summary", 1, "summary"), Paragraph(said, "lead"), ScoreCards(cards), _kinds(problems))


def _kinds(problems: Sequence[Problem]) -> Table | None:
    if not problems:
        return None
    counts = Counter((problem.file, problem.severity, problem.kind) for problem in problems)
    columns = (Column("File", width=3), Column("Kind", width=3), Column("Sort", width=2), Column("Entries", "number"))
    rows = [(cell(file), cell(_words(kind)), _severity(severity), cell(f"{count:,}")) for (file, severity, kind), count in counts.items()]
    note = "Of more than 50 cells of one kind in one column the rest is one entry, which says how many they are."
    return Table("Problems by file and kind", columns, tuple(rows), note)


def _file(file: str, problems: Iterable[Problem]) -> Blocks:
    columns = (
        Column("Row", "number", 0.6),
        Column("Column", width=1.6),
        Column("Found", width=1.8),
        Column("Allowed", width=2.4),
        Column("What to do", width=4),
        Column("Sort", width=1.2),
    )
    rows = tuple(_row(problem) for problem in problems)
    return section(Heading(file, 1, anchor("file", file)), Table(f"Problems in {file}", columns, rows, compact=True))


def _row(problem: Problem):
    sheet = f" (sheet {problem.sheet})" if problem.sheet else ""
    return (
        cell("–" if problem.row is None else f"{problem.row}"),
        cell(f"{problem.column or 'the whole file'}{sheet}"),
        cell("nothing" if problem.found == "" else problem.found or "–"),
        cell(problem.allowed or "–"),
        cell(problem.advice),
        _severity(problem.severity),
    )


def _severity(severity: str):
    return cell(SEVERITIES[severity], "attention" if severity == "error" else None)


def _words(kind: str) -> str:
    return kind.replace("-", " ")

"""What became of every column and every row of an export: used, ignored for a reason, or a problem. Nothing is dropped silently."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Literal

import pandas as pd

from diagnostics.definitions.problems import Problem, errors

Fate = Literal["used", "ignored", "problem"]
COLUMNS = ("respondent", "item", "answer", "submitted_at", "form_version", "row", "sheet")
"""The long response table of the contract."""
LISTED = 12  # ignored columns and rows that the summary lists by name before it counts the rest


@dataclass(frozen=True)
class ColumnFate:
    """One column of an export.

    Attributes:
        file, sheet, column: where it stands; ``column`` is the letter that a spreadsheet shows.
        heading: what stands above it.
        why: the item that it answers or what it was used for; otherwise why it is ignored, or what is wrong with it.
    """

    file: str
    sheet: str | None
    column: str
    heading: str
    fate: Fate
    why: str


@dataclass(frozen=True)
class RowFate:
    """How many rows of one sheet, below the headings, met one fate for one reason."""

    file: str
    sheet: str | None
    fate: Fate
    why: str
    rows: int


@dataclass(frozen=True)
class Reading:
    """An export as it was read.

    Attributes:
        form: id of the form.
        kind, reason: which program's export it is, and how that was seen.
        answers: one row an answer, in the order of the export's rows and the form's questions. Columns, all text but ``row``:
            respondent    who answered: a code, or the submission's id where the form asks for none
            item          id of the question
            answer        a code, a number with a decimal point, a date as 2026-05-31, or a text; never empty
            submitted_at  when, as ISO 8601 where the export says it so that it can be understood; empty where it does not say it
            form_version  version of the form; empty where the export does not say it
            row           int, row as a spreadsheet shows it; of a result in a JSON file, its number
            sheet         the sheet, the file of an archive or folder, or the repeated part; empty for a single table
        columns: every column of the export.
        rows: every row of the export below the headings.
        unasked: items of the form that the export has no column for.
        problems: what is wrong, and what should be known.
    """

    form: str
    kind: str
    reason: str
    answers: pd.DataFrame
    columns: tuple[ColumnFate, ...]
    rows: tuple[RowFate, ...]
    unasked: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = field(default=())

    def row_count(self, *fates: Fate) -> int:
        """Rows of these fates, or of any."""
        return sum(each.rows for each in self.rows if not fates or each.fate in fates)

    def column_count(self, *fates: Fate) -> int:
        """Columns of these fates, or of any."""
        return sum(not fates or each.fate in fates for each in self.columns)


def summary_lines(reading: Reading) -> list[str]:
    """The account for people: what was recognised, rows, columns, and why something was ignored."""
    people = reading.answers["respondent"].nunique() if len(reading.answers) else 0
    lines = [
        f"Recognised: {reading.kind}. {reading.reason}",
        f"Rows: {reading.row_count():,} read: {_fates(reading.row_count)}.",
        f"Columns: {reading.column_count():,} read: {_fates(reading.column_count)}.",
        f"Answers: {len(reading.answers):,} from {people:,} {'respondent' if people == 1 else 'respondents'}.",
    ]
    reasons: Counter[str] = Counter()
    for each in reading.rows:
        reasons[each.why] += each.rows if each.fate == "ignored" else 0
    skipped = [f"{count:,} x {why}" for why, count in reasons.most_common() if count]
    lines += [f"Ignored rows: {'; '.join(skipped)}"] if skipped else []
    ignored = Counter(each.why for each in reading.columns if each.fate == "ignored")
    for why, count in ignored.most_common():
        names = [each.heading or each.column for each in reading.columns if each.fate == "ignored" and each.why == why]
        shown = ", ".join(names[:LISTED]) + (f" and {count - LISTED} more" if count > LISTED else "")
        lines.append(f"Ignored columns, {why}: {shown}")
    if reading.unasked:
        shown = ", ".join(reading.unasked[:LISTED])
        more = f" and {len(reading.unasked) - LISTED} more" if len(reading.unasked) > LISTED else ""
        lines.append(f"Not in the export: {len(reading.unasked)} of the form's questions ({shown}{more}).")
    return lines


def _fates(count) -> str:
    return f"{count('used'):,} used, {count('ignored'):,} ignored, {count('problem'):,} with problems"


def reading_json(reading: Reading) -> str:
    """The account for programs. It holds no answers."""
    account = {
        "form": reading.form,
        "kind": reading.kind,
        "reason": reading.reason,
        "answers": len(reading.answers),
        "respondents": int(reading.answers["respondent"].nunique()) if len(reading.answers) else 0,
        "rows": [asdict(each) for each in reading.rows],
        "columns": [asdict(each) for each in reading.columns],
        "not_in_the_export": list(reading.unasked),
        "problems": [asdict(problem) for problem in reading.problems],
        "errors": len(errors(reading.problems)),
    }
    return json.dumps(account, ensure_ascii=False, indent=2) + "\n"

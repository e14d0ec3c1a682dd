"""What is wrong with an input, said to the person who can fix it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Literal

from diagnostics.definitions.look_alikes import look_alike_note

Severity = Literal["error", "warning"]
# Signs that a terminal obeys instead of showing them, or that turn the direction of what follows; a heading may hold any of them.
_OBEYED = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, and what to do about it.

    Attributes:
        file: name of the file as the reader knows it (relative to the mission, never an absolute path).
        advice: what to do, as a full sentence.
        kind: stable short name of the sort of problem, e.g. ``code-outside-scale``.
        row: the row as the spreadsheet shows it (the header is row 1), or the line of a YAML file.
        column: the column or key concerned.
        found: what stands there; an empty text for an empty cell; none where it is not said, as in columns with personal data.
        allowed: what may stand there.
        sheet: the sheet of a workbook.
        severity: an ``error`` stops the run; a ``warning`` is stated and the run goes on.
    """

    file: str
    advice: str
    kind: str
    row: int | None = None
    column: str | None = None
    found: str | None = None
    allowed: str | None = None
    sheet: str | None = None
    severity: Severity = "error"

    def __str__(self) -> str:
        place = [self.file]
        if self.sheet:
            place.append(f"sheet '{self.sheet}'")
        if self.row is not None:
            place.append(f"{'line' if self.file.endswith(('.yaml', '.yml')) else 'row'} {self.row}")
        if self.column:
            place.append(f"column '{self.column}'" if not self.file.endswith((".yaml", ".yml")) else f"'{self.column}'")
        facts = []
        if self.found is not None:
            facts.append(f"found '{self.found}'{look_alike_note(self.found)}" if self.found else "found nothing")
        if self.allowed is not None:
            facts.append(f"allowed: {self.allowed}")
        head = ", ".join(place) + (": " + "; ".join(facts) + "." if facts else ":")
        text = _OBEYED.sub(" ", f"{head} {self.advice}")
        return f"warning: {text}" if self.severity == "warning" else text


class BadInput(Exception):
    """The input cannot be used as it is. Carries every problem found, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class WrongCall(Exception):
    """The command or a parameter was wrong: nothing was started (exit code 2)."""


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that stop a run."""
    return tuple(problem for problem in problems if problem.severity == "error")


def refuse_errors(problems: Sequence[Problem]) -> None:
    """Raise ``BadInput`` with all the problems when at least one is an error."""
    if errors(problems):
        raise BadInput(problems)


def problems_as_json(problems: Iterable[Problem]) -> str:
    """The machine-readable form of a report of problems: a JSON list, one object a problem."""
    return json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=2) + "\n"

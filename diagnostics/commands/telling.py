"""How every command ends: exit codes, and problems told to the person who can fix them."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from diagnostics.definitions.problems import Problem, errors, problems_as_json

FINE, KIT_FAILED, WRONG_CALL, BAD_INPUT = 0, 1, 2, 3
EPILOG = "Exit codes: 0 fine, 1 the kit failed, 2 wrong call, 3 the input is bad (every problem is listed)."


SHOWN = 5
"""Warnings of one sort and file that are printed one by one; errors are printed all."""


def tell_problems(problems: Iterable[Problem], *, as_json: bool = False) -> None:
    """Print every problem: as JSON on standard output, or one a line on standard error with a count."""
    problems = sorted(problems, key=lambda problem: problem.severity)  # what stops the run comes first
    if as_json:
        print(problems_as_json(problems), end="")
        return
    for line in _lines(problems):
        print(line, file=sys.stderr)
    stop = len(errors(problems))
    if stop:
        print(f"{stop} {'problem' if stop == 1 else 'problems'} to correct before the run can go on.", file=sys.stderr)


def _lines(problems: Sequence[Problem]) -> Iterator[str]:
    """A line a problem; many warnings that say the same are told as a count, so that they hide no error."""
    told: Counter[tuple[str, str]] = Counter()
    for problem in problems:
        sort = (problem.file, problem.kind)
        told[sort] += 1
        if problem.severity == "error" or told[sort] <= SHOWN:
            yield str(problem)
    for (file, kind), number in told.items():
        if number > SHOWN and all(problem.severity == "warning" for problem in problems if (problem.file, problem.kind) == (file, kind)):
            yield f"warning: {file}: {number - SHOWN} more like the last one of these ({kind}). --json prints them all."

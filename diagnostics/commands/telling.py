"""How every command ends: exit codes, and problems told to the person who can fix them."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from diagnostics.definitions.problems import Problem, errors, problems_as_json

FINE, KIT_FAILED, WRONG_CALL, BAD_INPUT = 0, 1, 2, 3
EPILOG = "Exit codes: 0 fine, 1 the kit failed, 2 wrong call, 3 the input is bad (every problem is listed)."


def tell_problems(problems: Iterable[Problem], *, as_json: bool = False) -> None:
    """Print every problem: as JSON on standard output, or one a line on standard error with a count."""
    problems = sorted(problems, key=lambda problem: problem.severity)  # what stops the run comes first
    if as_json:
        print(problems_as_json(problems), end="")
        return
    for problem in problems:
        print(problem, file=sys.stderr)
    stop = len(errors(problems))
    if stop:
        print(f"{stop} {'problem' if stop == 1 else 'problems'} to correct before the run can go on.", file=sys.stderr)

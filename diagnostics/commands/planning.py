"""The work-plan scheduler alone."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from diagnostics.commands.telling import EPILOG, FINE, tell_problems

if TYPE_CHECKING:
    from diagnostics.planning.scheduling.schedule import Schedule, Tell

_WIDTH = 70  # of the line that says how far the search is
_DESCRIPTION = """\
Plan tasks with limited resources: the shortest plan that keeps who waits for whom, dates and capacities; and within the
shortest, what has priority early (the sum of start × priority). The same files give the same plan on every machine.

TASKS, CSV       task        id, without blanks where another task waits for it
                 duration    whole periods; 0 for a milestone
                 after       ids of the tasks that must be finished first, blanks between them
                 needs:NAME  units of the resource NAME in each of its periods; empty = none
                 earliest    first period in which the task may start (optional)
                 latest      period before which it must be finished, as PLAN's finish (optional)
                 priority    the larger, the earlier; empty = 0 (optional)
RESOURCES, CSV   resource    NAME
                 capacity    units available in every period
                 from, to    the row holds for the periods from 'from' up to and without 'to' (optional); several rows of
                             one resource are its calendar, and between them there is none of it
PLAN, CSV        every column of TASKS, then start and finish

Periods are counted from 0, the plan's first; a finish is the first period after the task. A period may be a day, a week or a
quarter. The last line printed is 'makespan N, proven optimal' or 'makespan N, lower bound M': no plan is shorter than M. Where no
plan is possible, the smallest change of dates and the smallest change of capacities that help are named."""


def add_planning_commands(commands) -> None:
    """Add ``plan``."""
    command = commands.add_parser(
        "plan",
        help="the shortest plan of tasks with limited resources",
        description=_DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("tasks", metavar="TASKS", type=Path, help="CSV: one row a task")
    command.add_argument("resources", metavar="RESOURCES", type=Path, help="CSV: one row a resource, or a part of its calendar")
    command.add_argument("--out", required=True, type=Path, metavar="PLAN", help="CSV file to write")
    effort = "how long to search, in seconds of an ordinary core but counted in the solver's own steps (default: 30)"
    command.add_argument("--effort", type=float, default=30.0, metavar="N", help=effort)
    seconds = "stop by the clock after so long; a plan that the clock stopped may differ from run to run"
    command.add_argument("--seconds", type=float, metavar="N", help=seconds)
    command.add_argument("--json", action="store_true", help="print problems as JSON")
    command.set_defaults(run=_plan)


def _plan(parsed: argparse.Namespace) -> int:
    from diagnostics.planning.scheduling.constraints import Limits
    from diagnostics.runs.plan_files import plan_file

    tell = _progress() if sys.stderr.isatty() else None
    planned = plan_file(parsed.tasks, parsed.resources, parsed.out, Limits(parsed.effort, parsed.seconds), tell)
    if tell:
        print(f"\r{'':{_WIDTH}}\r", end="", file=sys.stderr, flush=True)
    tell_problems(planned.warnings)
    tasks, resources = len(planned.schedule.plan), planned.resources
    print(
        f"{tasks:,} task{'' if tasks == 1 else 's'}, {resources:,} resource{'' if resources == 1 else 's'}. Written to {parsed.out}",
        *_outcome_lines(planned.schedule),
        sep="\n",
    )
    return FINE


def _progress() -> Tell:
    """One line on the terminal that is written over while the search goes on."""

    def tell(makespan: int, bound: int) -> None:
        line = f"searching: makespan {makespan}, lower bound {bound}"
        print(f"\r{line:{_WIDTH}}", end="", file=sys.stderr, flush=True)

    return tell


def _outcome_lines(schedule: Schedule) -> list[str]:
    order = "proven the best" if schedule.order_proven else "improved for as long as the effort allowed"
    end = "proven optimal" if schedule.proven else f"lower bound {schedule.lower_bound}"
    return [f"Order within the plan, by priority: {order}", f"makespan {schedule.makespan}, {end}"]

"""Handing a work plan over and adopting one: adopt."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from diagnostics.commands.telling import EPILOG, FINE, tell_problems

_DESCRIPTION = """\
Put a mission's work plan down as what was agreed, so that its progress can be followed up. Without PLAN the plan is adopted as the kit
made it. With PLAN, an edited reports/workplan.xlsx, .xml (MS Project), .csv or .json, or another plan, it is read and checked, and every
field that differs from the kit's own plan is told.

Written are inputs/adopted_plan.json and the line in mission.yaml that names it. A plan that was adopted before is never replaced
without --force, and is then kept as adopted_plan.1.json."""


def add_handover_commands(commands) -> None:
    """Add ``adopt``."""
    command = commands.add_parser(
        "adopt",
        help="adopt a mission's work plan, as it is or as it was edited",
        description=_DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("dir", metavar="DIR", type=Path, help="the mission's folder; its plan must have been made")
    command.add_argument("plan", metavar="PLAN", type=Path, nargs="?", help="an edited plan: XLSX, CSV, XML or JSON")
    command.add_argument("--dry-run", action="store_true", help="tell what differs and write nothing")
    command.add_argument("--force", action="store_true", help="replace a plan that was adopted before; the former is kept beside")
    command.add_argument("--json", action="store_true", help="print what differs, or the problems, as JSON")
    command.set_defaults(run=_adopt)


def _adopt(parsed: argparse.Namespace) -> int:
    from diagnostics.runs.handover_files import adopt
    from diagnostics.runs.mission_folder import open_mission

    adoption = adopt(open_mission(parsed.dir), parsed.plan, dry_run=parsed.dry_run, force=parsed.force)
    if parsed.json:
        told = {"told": adoption.told, "changes": [asdict(change) for change in adoption.changes], "written": adoption.written}
        print(json.dumps(told, ensure_ascii=False, indent=2))
        return FINE
    tell_problems(adoption.problems)
    for line in (*adoption.told, *adoption.changes):
        print(line)
    count = len({change.action for change in adoption.changes})
    differs = f"{count} of them {'differs' if count == 1 else 'differ'}" if count else "none differs"
    print(f"{len(adoption.plan.actions)} actions, {differs} from the plan that the kit made.")
    print(*(adoption.written or ("Nothing was written (--dry-run).",)), sep="\n")
    return FINE

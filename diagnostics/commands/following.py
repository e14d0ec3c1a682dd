"""Following an adopted plan up: the progress form of a quarter."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from diagnostics.commands.telling import EPILOG, FINE, tell_problems

_DESCRIPTION = """\
Write the form that asks how far the adopted plan is at the end of a quarter: one row for each action that is due, under way or late,
with what was planned, and with what earlier quarters reported in the cells to fill in. The other actions stand below, hidden by a filter.

When it comes back, put it into the mission's inputs/, name it in mission.yaml under 'follow_up', and run the mission: the follow-up report
tells plan against actual, the forecast and the reasons."""


def add_following_commands(commands) -> None:
    """Add ``progress``."""
    command = commands.add_parser(
        "progress",
        help="write the progress form of a quarter for the adopted plan",
        description=_DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument(
        "dir", metavar="DIR", type=Path, help="the mission's folder, whose mission.yaml names an adopted plan under 'follow_up'"
    )
    command.add_argument("quarter", metavar="QUARTER", help="such as 2027-Q1")
    command.add_argument("--out", type=Path, metavar="FILE", help="the .xlsx file (default: reports/progress-QUARTER.xlsx of the mission)")
    command.add_argument("--language", help="of the form: en, fr, sr-Latn or sr-Cyrl (default: that of mission.yaml)")
    command.add_argument("--json", action="store_true", help="print problems as JSON")
    command.set_defaults(run=_progress)


def _progress(parsed: argparse.Namespace) -> int:
    from diagnostics.definitions.problems import WrongCall
    from diagnostics.definitions.translations import LANGUAGES
    from diagnostics.runs.follow_up import write_quarter_form
    from diagnostics.runs.mission_folder import open_mission

    if not re.fullmatch(r"[0-9]{4}-Q[1-4]", parsed.quarter):
        raise WrongCall(f"QUARTER: found '{parsed.quarter}'; write it as 2027-Q1.")
    if parsed.language and parsed.language not in LANGUAGES:
        raise WrongCall(f"--language: found '{parsed.language}'; allowed: {', '.join(LANGUAGES)}")
    written = write_quarter_form(open_mission(parsed.dir), parsed.quarter, parsed.out, parsed.language)
    tell_problems(written.problems, as_json=parsed.json)
    if not parsed.json:
        count = f"{written.asked} {'action' if written.asked == 1 else 'actions'}"
        print(f"{parsed.quarter}: asks about {count}. Written to {written.path}")
        print(f"Next: send it to who reports; put what comes back into inputs/ and name it under follow_up.progress, {parsed.quarter}.")
    return FINE

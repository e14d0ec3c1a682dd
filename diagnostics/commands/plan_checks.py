"""Is a plan realistic and measurable: check-plan."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from diagnostics.commands.telling import BAD_INPUT, FINE, tell_problems

if TYPE_CHECKING:
    import pandas as pd

    from diagnostics.runs.plan_checking import CheckedPlan

_DESCRIPTION = """\
Judge a work plan, the kit's own or anybody's: does it fit the people, the money, the calendar and its own order; does each action
say what is counted, from which value to which, and from where; and when will it be finished, over 10,000 draws of its durations.

PLAN is a workbook, CSV, Microsoft Project XML or JSON file. With --mission its people, money, calendar, day and data are what the plan
is judged against; without it those that the file itself holds. What nobody has told is not judged, and said so."""
_EPILOG = """\
Exit codes: 0 the plan could be read, whatever was found (findings are the result), 1 the kit failed, 2 wrong call, 3 the plan cannot
be read (every problem is listed), or with --strict something in it cannot be kept."""
_QUESTIONS = {"realism": "Is it realistic?", "measurability": "Is it measurable?"}
_MOST_CRITICAL = 5


def add_plan_check_commands(commands) -> None:
    """Add ``check-plan``."""
    command = commands.add_parser(
        "check-plan",
        help="is a work plan realistic and measurable, and when will it be finished",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("plan", metavar="PLAN", type=Path, help="the plan: XLSX, CSV, XML or JSON")
    command.add_argument(
        "--mission", type=Path, metavar="DIR", help="a mission's folder: judge the plan against its people, money and data"
    )
    command.add_argument(
        "--start", metavar="QUARTER", help="the plan's first quarter, such as 2027-Q1 (default: as the settings or the plan say)"
    )
    command.add_argument("--out", type=Path, metavar="FILE.csv", help="write every finding as a table as well")
    command.add_argument("--strict", action="store_true", help="exit 3 where something has to be corrected")
    command.add_argument("--json", action="store_true", help="print findings and dates, or problems, as JSON")
    command.set_defaults(run=_check_plan)


def _check_plan(parsed: argparse.Namespace) -> int:
    from diagnostics.runs.plan_checking import check_plan_file, write_findings

    checked = check_plan_file(parsed.plan, parsed.mission, parsed.start)
    if parsed.out:
        write_findings(checked, parsed.out)
    if parsed.json:
        print(json.dumps(_as_json(checked), ensure_ascii=False, indent=2))
    else:
        tell_problems(checked.warnings)
        print(*_lines(checked, parsed), sep="\n")
    return BAD_INPUT if parsed.strict and _counts(checked)["realistic"]["breach"] + _counts(checked)["measurable"]["breach"] else FINE


def _lines(checked: CheckedPlan, parsed: argparse.Namespace) -> Iterator[str]:
    yield from checked.told
    against = f"the people, money and data of {parsed.mission.name}" if parsed.mission else "what the plan itself says"
    yield f"{len(checked.plan)} actions, judged against {against}, as of {checked.as_of.isoformat()}."
    for table, question in ((checked.realism, _QUESTIONS["realism"]), (checked.measurability, _QUESTIONS["measurability"])):
        yield f"\n{question}"
        yield from _groups(checked, table)
    if len(checked.risk):
        yield "\nWhen will it be finished?"
        yield from _dates(checked.risk)
    if parsed.out:
        yield f"\nEvery finding is written to {parsed.out}"
    yield "\n" + "; ".join(f"{question}: {_told(found)}" for question, found in _counts(checked).items())


def _groups(checked: CheckedPlan, table: pd.DataFrame) -> Iterator[str]:
    from diagnostics.reporting.plan_findings import realism_sentences
    from diagnostics.reporting.speaker import speaker

    groups = realism_sentences(speaker("en"), table, checked.roles)
    if not groups:
        yield "  Nothing was found."
    for group in groups:
        yield f"  {group.severity}  {group.advice}"
        yield from (f"    - {sentence}" for sentence in group.sentences)
        if group.and_more:
            yield f"    - {group.and_more} (--out writes them all)"


def _dates(risk: pd.DataFrame) -> Iterator[str]:
    """A table of the plan and its processes, and the actions that decide the end."""
    yield f"  {'':<12}{'planned':<12}{'50 % sure':<12}{'80 % sure':<12}{'95 % sure':<12}on time"
    for row in risk[risk["kind"] != "action"].itertuples():
        days = "".join(f"{day:<12}" for day in (row.planned_on, row.p50_on, row.p80_on, row.p95_on))
        yield f"  {row.milestone:<12}{days}{row.on_time:>5.0%}"
    actions = risk[risk["criticality"] > 0].sort_values("criticality", ascending=False, kind="stable").head(_MOST_CRITICAL)
    yield "  What most often decides the end: " + ", ".join(f"{row.milestone} ({row.criticality:.0%})" for row in actions.itertuples())


def _counts(checked: CheckedPlan) -> dict[str, dict[str, int]]:
    from diagnostics.reporting.plan_findings import counted

    return {"realistic": counted(checked.realism), "measurable": counted(checked.measurability)}


def _told(found: dict[str, int]) -> str:
    words = {"breach": ("breach", "breaches"), "warning": ("warning", "warnings"), "note": ("note", "notes")}
    return ", ".join(f"{count} {words[severity][count != 1]}" for severity, count in found.items())


def _as_json(checked: CheckedPlan) -> dict[str, object]:
    from diagnostics.runs.plan_checking import findings_of

    return {
        "as_of": checked.as_of.isoformat(),
        "findings": json.loads(findings_of(checked).to_json(orient="records")),
        "finish": json.loads(checked.risk.to_json(orient="records", double_precision=4)),
        "counts": _counts(checked),
    }

"""One mission: the example, a new folder, a run."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path

from diagnostics.commands.telling import EPILOG, FINE, KIT_FAILED, tell_problems
from diagnostics.definitions.problems import WrongCall


def add_mission_commands(commands) -> None:
    """Add ``demo``, ``new`` and ``run``."""
    _add_demo(commands)
    _add_new(commands)
    _add_run(commands)


def _add_demo(commands) -> None:
    command = commands.add_parser("demo", help="run the example mission and print where its reports are", epilog=EPILOG)
    command.add_argument("--force", action="store_true", help="run every stage, also where nothing has changed")
    command.set_defaults(run=_demo)


def _add_new(commands) -> None:
    command = commands.add_parser("new", help="lay out an empty mission folder", epilog=EPILOG)
    command.add_argument("dir", metavar="DIR", type=Path, help="folder to make; must not hold anything yet")
    command.add_argument("--standard", help="the standard to review against (default: wco-hrm)")
    after = "the mission before: its next wave gets its settings, adopted plan, progress reports and scores"
    command.add_argument("--after", type=Path, metavar="DIR", help=after)
    command.set_defaults(run=_new)


def _add_run(commands) -> None:
    command = commands.add_parser(
        "run",
        help="run one mission from its inputs to its report",
        description="Run one mission: validate, score, findings, plan, report; and follow_up where mission.yaml names progress reports.\n"
        "A stage that nothing has changed for is skipped.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("dir", metavar="DIR", type=Path, help="the mission's folder")
    command.add_argument("--stage", help="run this stage alone: validate, score, findings, plan, report or follow_up")
    command.add_argument(
        "--param",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="default_target, quarters (1-40) or person_days_per_quarter (above 0)",
    )
    command.add_argument(
        "--language",
        help="language of the report: en, fr, sr-Latn or sr-Cyrl (default: that of mission.yaml). "
        "Another than the mission's own is written beside it, as report.fr.html",
    )
    command.add_argument("--force", action="store_true", help="run every stage, also where nothing has changed")
    command.add_argument("--json", action="store_true", help="print problems as JSON")
    command.set_defaults(run=_run)


def _demo(parsed: argparse.Namespace) -> int:
    from diagnostics.runs.mission_folder import PROJECT

    print("The example mission: a synthetic customs administration, made by a seeded generator.")
    return _run_mission(PROJECT / "missions" / "example", [], None, parsed.force)


def _new(parsed: argparse.Namespace) -> int:
    if parsed.after and parsed.standard:
        raise WrongCall("--after and --standard: the next wave takes the standard of the mission before. Leave --standard out.")
    if parsed.after:
        from diagnostics.runs.next_wave import lay_out_next_wave

        made = lay_out_next_wave(parsed.dir, parsed.after)
    else:
        from diagnostics.runs.layout import lay_out_mission

        made = lay_out_mission(parsed.dir, parsed.standard or "wco-hrm")
    print(*made, sep="\n")
    return FINE


def _run(parsed: argparse.Namespace) -> int:
    given = [*parsed.param, f"language={parsed.language}"] if parsed.language else parsed.param
    return _run_mission(parsed.dir, given, parsed.stage, parsed.force, parsed.json)


def _run_mission(folder: Path, given: list[str], stage: str | None, force: bool, as_json: bool = False) -> int:
    from diagnostics.runs.parameters import parse_parameters, stage_parameters

    parameters = parse_parameters(given)
    stage_parameters(parameters)
    from diagnostics.runs.material import stored_problems
    from diagnostics.runs.mission_folder import open_mission
    from diagnostics.runs.notebooks import StageFailed
    from diagnostics.runs.pipeline import run_stages
    from diagnostics.runs.stages import REPORTS, is_followed_up, stages_for

    review = open_mission(folder)
    try:
        tell = partial(print, file=sys.stderr if as_json else sys.stdout, flush=True)
        outcomes = run_stages(review, parameters, only=stage, force=force, tell=tell)
    except StageFailed as error:
        print(f"hrm-review: {error}", file=sys.stderr)
        return KIT_FAILED
    tell_problems(stored_problems(review), as_json=as_json)
    tell(f"{sum(outcome.seconds for outcome in outcomes):.1f} s in all")
    language = parameters.get("language", review.mission.language)
    other = language if language != review.mission.language else ""
    for one in stages_for(other, is_followed_up(review.mission)):
        if one.name in REPORTS and stage in (None, one.name):
            for file in one.writes:
                if file.startswith("reports/"):
                    tell(review.folder / file)
    workbook = review.reports / f"workplan{f'.{other}' if other else ''}.xlsx"
    if workbook.is_file() and stage in (None, "report"):
        tell(workbook)
    return FINE

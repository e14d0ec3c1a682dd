"""Are a mission's inputs in order, and what to do where they are not: check, correct."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from diagnostics.commands.telling import BAD_INPUT, EPILOG, FINE, tell_problems
from diagnostics.definitions.problems import WrongCall, errors


def add_checking_commands(commands) -> None:
    """Add ``check`` and ``correct``."""
    command = commands.add_parser(
        "check",
        help="validate every input of a mission and stop",
        description="Validate every input of a mission. Where cells are wrong, write a correction workbook for each data set into "
        "DIR/corrections/, to be sent to whoever filled the form in.",
        epilog=EPILOG,
    )
    command.add_argument("dir", metavar="DIR", type=Path, help="the mission's folder")
    command.add_argument("--report", type=Path, metavar="FILE.html", help="write what was found as one offline HTML page as well")
    _add_language(command)
    command.add_argument("--json", action="store_true", help="print problems as JSON")
    command.set_defaults(run=_check)
    command = commands.add_parser(
        "correct",
        help="take a correction workbook that came back over into the inputs",
        description="Replace exactly the corrected cells in the input that the workbook is about, keep the file as it was beside it as "
        "<file>.before-correction, and check the mission again.",
        epilog=EPILOG,
    )
    command.add_argument("dir", metavar="DIR", type=Path, help="the mission's folder")
    command.add_argument("workbook", metavar="WORKBOOK", type=Path, help="the correction workbook that came back")
    command.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    _add_language(command)
    command.add_argument("--json", action="store_true", help="print problems as JSON")
    command.set_defaults(run=_correct, report=None)


def _add_language(command: argparse.ArgumentParser) -> None:
    command.add_argument("--language", help="of the correction workbooks: en, fr, sr-Latn or sr-Cyrl (default: the mission's language)")


def _check(parsed: argparse.Namespace) -> int:
    from diagnostics.runs.mission_folder import open_mission
    from diagnostics.runs.plan_inputs import read_plan_inputs
    from diagnostics.validation.inputs import validate_inputs

    _refuse_arguments(parsed)
    review = open_mission(parsed.dir)
    checked = validate_inputs(review.mission, review.folder, review.standard)
    problems = (*checked.problems, *read_plan_inputs(review).problems)
    tell_problems(problems, as_json=parsed.json)
    told = sys.stderr if parsed.json else sys.stdout
    if parsed.report:
        from diagnostics.reporting.problem_page import write_problem_page

        write_problem_page(parsed.report, problems, checked.quality, review.mission)
        print(f"What was found is written to {parsed.report}", file=told)
    _write_corrections(parsed, review, checked, told)
    if errors(problems):
        return BAD_INPUT
    if not parsed.json:
        read = checked.quality[checked.quality["status"] == "read"]
        print(f"{len(read)} data sets read, {int(read['rows'].sum()):,} rows, nothing to correct.")
    return FINE


def _refuse_arguments(parsed: argparse.Namespace) -> None:
    from diagnostics.definitions.translations import LANGUAGES

    if parsed.language and parsed.language not in LANGUAGES:
        raise WrongCall(f"--language: found '{parsed.language}'; allowed: {', '.join(LANGUAGES)}")
    if parsed.report and parsed.report.suffix.lower() not in (".html", ".htm"):
        raise WrongCall(f"--report {parsed.report.name}: end the name in .html.")


def _write_corrections(parsed: argparse.Namespace, review, checked, told) -> None:
    from diagnostics.validation.correction_files import write_corrections

    try:
        lines = write_corrections(checked, review.mission, review.folder, parsed.language or review.mission.language)
    except OSError as error:
        # The inputs are as bad as they are, also where nothing can be written beside them.
        reason = error.strerror or str(error)
        print(f"The correction workbooks could not be written ({reason}). Is the folder writable, and no workbook open?", file=sys.stderr)
        return
    for line in lines:
        print(line, file=told)


def _correct(parsed: argparse.Namespace) -> int:
    from diagnostics.runs.mission_folder import open_mission
    from diagnostics.validation.correcting import read_correction, take_over

    _refuse_arguments(parsed)
    review = open_mission(parsed.dir)
    correction = read_correction(review.mission, review.folder, parsed.workbook)
    told = sys.stderr if parsed.json else sys.stdout
    for line in correction.described():
        print(line, file=told)
    count = len(correction.values)
    cells = f"{count:,} {'cell' if count == 1 else 'cells'}"
    if parsed.dry_run:
        print(f"{cells} would change in {correction.name}. Nothing was written.", file=told)
        return FINE
    if not count:
        print("No cell of the workbook was corrected: nothing was changed.", file=told)
    else:
        backup = take_over(correction)
        print(f"{cells} of {correction.name} corrected. The file as it was: {backup}", file=told)
    return _check(parsed)

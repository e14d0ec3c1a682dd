"""The command ``hrm-review``. Heavy libraries are imported by the command that needs them, so that --help is quick."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from diagnostics import __version__
from diagnostics.definitions.problems import BadInput, Problem, WrongCall, errors, problems_as_json

FINE, KIT_FAILED, WRONG_CALL, BAD_INPUT = 0, 1, 2, 3
EPILOG = "Exit codes: 0 fine, 1 the kit failed, 2 wrong call, 3 the input is bad (every problem is listed)."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. Wrong calls and bad inputs end without a traceback."""
    for stream in (sys.stdout, sys.stderr):  # a Windows console may not know every sign that we print
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    parsed = build_parser().parse_args(arguments)
    try:
        return parsed.run(parsed)
    except WrongCall as error:
        print(f"hrm-review: {error}", file=sys.stderr)
        return WRONG_CALL
    except BadInput as error:
        tell_problems(error.problems, as_json=getattr(parsed, "json", False))
        return BAD_INPUT
    except BrokenPipeError:  # whoever read our output has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return KIT_FAILED
    except OSError as error:
        where = f": {error.filename}" if error.filename else ""
        print(
            f"hrm-review: {error.strerror or error}{where}. Is the place writable, the disk not full, the file not open?", file=sys.stderr
        )
        return KIT_FAILED
    except KeyboardInterrupt:
        print("\nhrm-review: stopped. Finished stages are kept; the same command goes on from there.", file=sys.stderr)
        return KIT_FAILED


def build_parser() -> argparse.ArgumentParser:
    """The command line, whole."""
    parser = argparse.ArgumentParser(
        prog="hrm-review", description="Diagnose human resource management in a customs administration.", epilog=EPILOG
    )
    parser.add_argument("--version", action="version", version=f"hrm-review {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_demo(commands)
    _add_new(commands)
    _add_run(commands)
    _add_check(commands)
    _add_score(commands)
    _add_agree(commands)
    _add_compare(commands)
    _add_explain(commands)
    return parser


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


def _add_demo(commands) -> None:
    command = commands.add_parser("demo", help="run the example mission and print where its reports are", epilog=EPILOG)
    command.add_argument("--force", action="store_true", help="run every stage, also where nothing has changed")
    command.set_defaults(run=_demo)


def _add_new(commands) -> None:
    command = commands.add_parser("new", help="lay out an empty mission folder", epilog=EPILOG)
    command.add_argument("dir", metavar="DIR", type=Path, help="folder to make; must not hold anything yet")
    command.add_argument("--standard", default="wco-hrm", help="the standard to review against (default: wco-hrm)")
    command.set_defaults(run=_new)


def _add_run(commands) -> None:
    command = commands.add_parser(
        "run",
        help="run one mission from its inputs to its report",
        description="Run one mission: validate, score, findings, plan, report. A stage that nothing has changed for is skipped.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("dir", metavar="DIR", type=Path, help="the mission's folder")
    command.add_argument("--stage", help="run this stage alone: validate, score, findings, plan or report")
    command.add_argument(
        "--param",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="default_target, quarters (1-40) or person_days_per_quarter (above 0)",
    )
    command.add_argument("--force", action="store_true", help="run every stage, also where nothing has changed")
    command.add_argument("--json", action="store_true", help="print problems as JSON")
    command.set_defaults(run=_run)


def _add_check(commands) -> None:
    command = commands.add_parser("check", help="validate every input of a mission and stop", epilog=EPILOG)
    command.add_argument("dir", metavar="DIR", type=Path, help="the mission's folder")
    command.add_argument("--json", action="store_true", help="print problems as JSON")
    command.set_defaults(run=_check)


def _add_score(commands) -> None:
    command = commands.add_parser("score", help="score answers against a standard, without a mission", epilog=EPILOG)
    command.add_argument("standard", metavar="STANDARD", help="a bundled standard's id, or a YAML file")
    command.add_argument("answers", metavar="ANSWERS", type=Path, help="CSV or Parquet: assessment, item, answer ...")
    command.add_argument("--out", required=True, type=Path, metavar="SCORES", help="CSV or Parquet file to write")
    command.add_argument("--benchmark", type=Path, metavar="FILE", help="write the median over all assessments as well")
    command.add_argument("--leave-out", action="append", default=[], metavar="ASSESSMENT", help="not in the benchmark: a total of others")
    command.add_argument("--json", action="store_true", help="print problems as JSON")
    command.set_defaults(run=_score)


def _add_agree(commands) -> None:
    command = commands.add_parser(
        "agree",
        help="agreement between raters, or reliability of a scale",
        description="Agreement between the raters of the same items (ICC, Krippendorff), or reliability of items (Cronbach).",
        epilog=EPILOG,
    )
    command.add_argument("answers", metavar="ANSWERS", type=Path, help="CSV or Parquet: assessment, item, answer, respondent")
    measures = "icc1, icc2, icc3, icc1k, icc2k, icc3k, krippendorff-nominal, -ordinal, -interval, -ratio, cronbach"
    command.add_argument("--measure", required=True, help=measures)
    command.add_argument("--standard", help="its scales turn codes into numbers; without it answers are numbers")
    command.add_argument("--out", type=Path, metavar="TABLE", help="CSV or Parquet file to write as well")
    command.add_argument("--json", action="store_true", help="print the results, or problems, as JSON")
    command.set_defaults(run=_agree)


def _add_compare(commands) -> None:
    command = commands.add_parser(
        "compare",
        help="compare two waves or two administrations",
        description="Differences (B minus A), how comparable they are, which items changed, and what explains the change.",
        epilog=EPILOG,
    )
    command.add_argument("scores_a", metavar="SCORES_A", type=Path, help="scores of the earlier wave, CSV or Parquet")
    command.add_argument("scores_b", metavar="SCORES_B", type=Path, help="scores of the later wave")
    command.add_argument("--standard", help="the standard of both; known by itself for a mission's results/scores.parquet")
    command.add_argument("--standard-b", help="the standard of B, where it is another version")
    command.add_argument("--crosswalk", type=Path, metavar="FILE", help="YAML: which items of two versions are the same")
    command.add_argument("--pair", action="append", default=[], metavar="A=B", help="assessments to hold against each other")
    command.add_argument("--depth", type=int, default=2, help="layers of the tree to print (default: 2)")
    command.add_argument("--out", type=Path, metavar="TABLE", help="CSV or Parquet file to write every node to")
    command.add_argument("--json", action="store_true", help="print the comparison, or problems, as JSON")
    command.set_defaults(run=_compare)


def _add_explain(commands) -> None:
    command = commands.add_parser(
        "explain",
        help="why a score is what it is: the path from the number down to the answers",
        description="Print the path from a score down to its answers, with the rule at each step.",
        epilog=EPILOG,
    )
    command.add_argument("scores", metavar="SCORES", type=Path, help="scores, CSV or Parquet")
    command.add_argument("node", metavar="NODE", help="the node to explain, for example P4 or P4-3")
    command.add_argument("--answers", type=Path, help="the answers; known by themselves for a mission's results/scores.parquet")
    command.add_argument("--standard", help="the standard; known by itself for a mission's results/scores.parquet")
    command.add_argument("--assessment", help="which assessment; by default the only one, or the mission's focus")
    command.add_argument("--depth", type=int, help="layers below the node to print (default: all)")
    command.add_argument("--json", action="store_true", help="print the steps, or problems, as JSON")
    command.set_defaults(run=_explain)


def _demo(parsed: argparse.Namespace) -> int:
    from diagnostics.runs.mission_folder import PROJECT

    print("The example mission: a synthetic customs administration, made by a seeded generator.")
    return _run_mission(PROJECT / "missions" / "example", [], None, parsed.force)


def _new(parsed: argparse.Namespace) -> int:
    from diagnostics.runs.layout import lay_out_mission

    for line in lay_out_mission(parsed.dir, parsed.standard):
        print(line)
    return FINE


def _run(parsed: argparse.Namespace) -> int:
    return _run_mission(parsed.dir, parsed.param, parsed.stage, parsed.force, parsed.json)


def _run_mission(folder: Path, given: list[str], stage: str | None, force: bool, as_json: bool = False) -> int:
    from diagnostics.runs.parameters import parse_parameters, stage_parameters

    parameters = parse_parameters(given)
    stage_parameters(parameters)
    from diagnostics.runs.material import stored_problems
    from diagnostics.runs.mission_folder import open_mission
    from diagnostics.runs.notebooks import StageFailed
    from diagnostics.runs.pipeline import run_stages

    review = open_mission(folder)
    try:
        tell = partial(print, file=sys.stderr if as_json else sys.stdout, flush=True)
        outcomes = run_stages(review, parameters, only=stage, force=force, tell=tell)
    except StageFailed as error:
        print(f"hrm-review: {error}", file=sys.stderr)
        return KIT_FAILED
    tell_problems(stored_problems(review), as_json=as_json)
    tell(f"{sum(outcome.seconds for outcome in outcomes):.1f} s in all")
    if stage in (None, "report"):
        for report in ("report.html", "report.pdf"):
            tell(review.reports / report)
    return FINE


def _check(parsed: argparse.Namespace) -> int:
    from diagnostics.runs.mission_folder import open_mission
    from diagnostics.validation.inputs import validate_inputs

    review = open_mission(parsed.dir)
    checked = validate_inputs(review.mission, review.folder, review.standard)
    tell_problems(checked.problems, as_json=parsed.json)
    if errors(checked.problems):
        return BAD_INPUT
    if not parsed.json:
        read = checked.quality[checked.quality["status"] == "read"]
        print(f"{len(read)} data sets read, {int(read['rows'].sum()):,} rows, nothing to correct.")
    return FINE


def _score(parsed: argparse.Namespace) -> int:
    from diagnostics.runs.score_files import score_files, write_benchmark

    scores = score_files(parsed.standard, parsed.answers, parsed.out, partial(tell_problems, as_json=parsed.json))
    if parsed.benchmark:
        write_benchmark(scores, parsed.benchmark, parsed.leave_out)
    if not parsed.json:
        print(f"{len(scores):,} scores written to {parsed.out}")
    return FINE


def _agree(parsed: argparse.Namespace) -> int:
    from diagnostics.intake.answer_files import refuse_form, write_scores
    from diagnostics.runs.agree_files import agree_files, agreement_lines

    if parsed.out:
        refuse_form(parsed.out)
    table = agree_files(parsed.answers, parsed.measure, parsed.standard)
    if parsed.out:
        write_scores(table, parsed.out)
    print(table.to_json(orient="records", indent=2) if parsed.json else "\n".join(agreement_lines(table)))
    return FINE


def _compare(parsed: argparse.Namespace) -> int:
    from diagnostics.runs.compare_files import compare_files
    from diagnostics.scoring.comparison_words import comparison_json, comparison_text

    comparison = compare_files(
        parsed.scores_a,
        parsed.scores_b,
        standard=parsed.standard,
        standard_b=parsed.standard_b,
        crosswalk=parsed.crosswalk,
        pairs=parsed.pair,
        out=parsed.out,
    )
    print(comparison_json(comparison) if parsed.json else "\n".join(comparison_text(comparison, parsed.depth)))
    return FINE


def _explain(parsed: argparse.Namespace) -> int:
    from diagnostics.runs.compare_files import explain_file
    from diagnostics.scoring.explanation import explanation_json
    from diagnostics.scoring.explanation_words import explanation_text

    found = explain_file(parsed.scores, parsed.node, answers=parsed.answers, standard=parsed.standard, assessment=parsed.assessment)
    print(explanation_json(found) if parsed.json else "\n".join(explanation_text(found, parsed.depth)))
    return FINE

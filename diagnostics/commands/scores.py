"""Scores without a mission: score, agree, compare, explain."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from diagnostics.commands.telling import EPILOG, FINE, tell_problems


def add_score_commands(commands) -> None:
    """Add ``score``, ``agree``, ``compare`` and ``explain``."""
    _add_score(commands)
    _add_agree(commands)
    _add_compare(commands)
    _add_explain(commands)


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
    command.add_argument(
        "--crosswalk",
        type=Path,
        metavar="FILE",
        help="YAML: which items of two versions are the same; by default the one that lies in crosswalks/ beside either standard",
    )
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
    table = agree_files(parsed.answers, parsed.measure, parsed.standard, tell_problems)
    if parsed.out:
        write_scores(table, parsed.out)
    print(table.to_json(orient="records", indent=2) if parsed.json else "\n".join(agreement_lines(table)))
    return FINE


def _compare(parsed: argparse.Namespace) -> int:
    from diagnostics.runs.compare_files import compare_files
    from diagnostics.scoring.comparing.comparison_words import comparison_json, comparison_text

    comparison = compare_files(
        parsed.scores_a,
        parsed.scores_b,
        standard=parsed.standard,
        standard_b=parsed.standard_b,
        crosswalk=parsed.crosswalk,
        pairs=parsed.pair,
        out=parsed.out,
    )
    tell_problems(comparison.warnings)
    print(comparison_json(comparison) if parsed.json else "\n".join(comparison_text(comparison, parsed.depth)))
    return FINE


def _explain(parsed: argparse.Namespace) -> int:
    from diagnostics.runs.compare_files import explain_file
    from diagnostics.scoring.explaining.explanation import explanation_json
    from diagnostics.scoring.explaining.explanation_words import explanation_text

    found = explain_file(
        parsed.scores,
        parsed.node,
        answers=parsed.answers,
        standard=parsed.standard,
        assessment=parsed.assessment,
        tell=tell_problems,
    )
    print(explanation_json(found) if parsed.json else "\n".join(explanation_text(found, parsed.depth)))
    return FINE

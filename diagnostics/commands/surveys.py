"""Surveys without a mission: weights that meet known margins, and figures by group of people."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from diagnostics.commands.telling import EPILOG, FINE, tell_problems

if TYPE_CHECKING:
    from diagnostics.runs.rake_files import RakedFile


def add_survey_commands(commands) -> None:
    """Add ``rake`` and ``survey``."""
    _add_rake(commands)
    _add_survey(commands)


def _add_rake(commands) -> None:
    command = commands.add_parser(
        "rake",
        help="weight respondents so that they meet known margins",
        description="Weight respondents so that each variable's categories have their known shares (raking). WEIGHTED is ANSWERS with a "
        "column 'weight', which 'score' and 'survey' use. A column 'weight' that is there already is where raking starts from.",
        epilog=EPILOG,
    )
    answers = "CSV or Parquet: one row a respondent, or one row an answer with a column 'respondent'; a column for each variable"
    command.add_argument("answers", metavar="ANSWERS", type=Path, help=answers)
    margins = "CSV or Parquet: variable, category, and share (of 1 or of 100) or count; 'not stated' is a category with --missing category"
    command.add_argument("margins", metavar="MARGINS", type=Path, help=margins)
    command.add_argument("--out", required=True, type=Path, metavar="WEIGHTED", help="CSV or Parquet file to write")
    missing = "respondents who lack a value: refuse (the default), leave them out, or count them in the category 'not stated'"
    command.add_argument("--missing", choices=("refuse", "drop", "category"), default="refuse", help=missing)
    absent = "a category that nobody belongs to: refuse (the default), or warn and let the variable's other categories stand for it"
    command.add_argument("--absent", choices=("refuse", "warn"), default="refuse", help=absent)
    command.add_argument("--largest-weight", type=float, metavar="TIMES", help="no weight above so many times the mean, such as 5")
    command.add_argument("--json", action="store_true", help="print the outcome, or problems, as JSON")
    command.set_defaults(run=_rake)


def _add_survey(commands) -> None:
    command = commands.add_parser(
        "survey",
        help="survey figures with their 95 %% intervals, by group of people",
        description="Print each survey item's and each index's figure (percent positive, or 0-100) with its 95 % interval. Figures of few "
        "people are withheld, and so is what they could be worked out from: a second group, every index above. Two runs by different "
        "columns do not know of each other: publish one of them.",
        epilog=EPILOG,
    )
    command.add_argument("standard", metavar="STANDARD", help="a bundled standard's id (climate, integrity), or a YAML file")
    answers = "CSV or Parquet: assessment, item, answer, respondent, perhaps weight, and the column to group by"
    command.add_argument("answers", metavar="ANSWERS", type=Path, help=answers)
    command.add_argument("--by", metavar="COLUMN", help="group people by this column, such as unit")
    command.add_argument("--threshold", type=int, default=10, help="people; figures of fewer are withheld (default: 10)")
    command.add_argument("--out", type=Path, metavar="TABLE", help="CSV or Parquet file to write as well")
    command.add_argument("--json", action="store_true", help="print the figures, or problems, as JSON")
    command.set_defaults(run=_survey)


def _rake(parsed: argparse.Namespace) -> int:
    from diagnostics.runs.rake_files import Choices, rake_file

    choices = Choices(parsed.missing, parsed.absent, parsed.largest_weight)
    outcome = rake_file(parsed.answers, parsed.margins, parsed.out, choices)
    tell_problems(outcome.warnings)
    if parsed.json:
        import json

        print(json.dumps(outcome.figures(), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_rake_lines(outcome, parsed.out)))
    return FINE


def _rake_lines(outcome: RakedFile, out: Path) -> list[str]:
    found = outcome.figures()
    start = ", starting from the weights that the table brought" if found["had_weights"] else ""
    left = f"; {found['left_out']:,} left out, because a value is missing" if found["left_out"] else ""
    return [
        f"{found['respondents']:,} respondents weighted by {', '.join(outcome.margins.margins)}{start}{left}. Written to {out}",
        f"Iterations: {found['iterations']}. Largest remaining deviation from a margin: {100 * found['largest_deviation']:.2g} %",
        f"Design effect: {found['design_effect']:.3f} (as precise as {found['effective_size']:,.0f} respondents of equal weight)",
        f"Weights: {found['smallest_weight']:.4g} to {found['largest_weight']:.4g}, mean {found['mean_weight']:.4g}",
        *found["notes"],
    ]


def _survey(parsed: argparse.Namespace) -> int:
    from diagnostics.runs.survey_files import survey_file
    from diagnostics.scoring.surveys.subgroup_words import figures_json, figures_text

    found = survey_file(parsed.standard, parsed.answers, parsed.by, parsed.threshold, parsed.out)
    tell_problems(found.warnings)
    print(figures_json(found.figures) if parsed.json else "\n".join(figures_text(found.figures, found.title, parsed.threshold)))
    return FINE

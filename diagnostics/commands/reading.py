"""Exports that come back."""

from __future__ import annotations

import argparse
from pathlib import Path

from diagnostics.commands.telling import BAD_INPUT, EPILOG, FINE, tell_problems
from diagnostics.definitions.problems import errors

TABLES = ("long", "responses", "survey", "answers")
_DESCRIPTION = """Read what came back and say what became of every column and row.

EXPORT is recognised by itself: KoboToolbox (CSV, XLSX), ODK (CSV, ZIP), LimeSurvey (CSV, XLSX), SurveyJS (JSON), the kit's own
Excel form (a file, or a folder of them), or any table (CSV, XLSX, Parquet, SPSS) with a row a respondent or a row an answer.
An answer may be a code or a label in any language of the form; what may be two things is refused."""


def add_reading_commands(commands) -> None:
    """Add ``read``."""
    command = commands.add_parser(
        "read",
        help="read an export to the long response table",
        description=_DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("form", metavar="FORM", help="a bundled questionnaire's id such as wco-hrm or climate, a YAML file, or an XLSForm")
    command.add_argument("export", metavar="EXPORT", type=Path, help="the file or folder that came back")
    command.add_argument("--out", required=True, type=Path, metavar="RESPONSES", help="CSV or Parquet file to write")
    tables = "long: a row an answer (default); responses, survey: a mission's data set; answers: for hrm-review score"
    command.add_argument("--to", default="long", choices=TABLES, help=tables)
    command.add_argument("--assessment", metavar="NAME", help="for --to answers: name of the assessment (default: the export's name)")
    command.add_argument("--by", metavar="COLUMN", help="for --to answers: the column, such as the year, that names the assessment")
    command.add_argument("--large", action="store_true", help="take a workbook of up to 100 MB; the limit is 10 MB otherwise")
    command.add_argument("--json", action="store_true", help="print the account with its problems as JSON")
    command.set_defaults(run=_read)


def _read(parsed: argparse.Namespace) -> int:
    from diagnostics.intake.exports.account import reading_json, summary_lines
    from diagnostics.runs.export_files import read_export_file

    reading = read_export_file(parsed.form, parsed.export, parsed.out, parsed.to, parsed.assessment, parsed.by, parsed.large)
    failed = bool(errors(reading.problems))
    if parsed.json:
        print(reading_json(reading), end="")
        return BAD_INPUT if failed else FINE
    print("\n".join(summary_lines(reading)))
    tell_problems(reading.problems)
    print("Nothing was written." if failed else f"Written to {parsed.out}")
    return BAD_INPUT if failed else FINE

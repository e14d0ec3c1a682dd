"""Collecting answers: the forms that go out."""

from __future__ import annotations

import argparse
from pathlib import Path

from diagnostics.commands.telling import EPILOG, FINE

KINDS = ("xlsform", "xlsx", "docx")


def add_collection_commands(commands) -> None:
    """Add ``form``."""
    _add_form(commands)


def _add_form(commands) -> None:
    command = commands.add_parser(
        "form",
        help="write a form to collect answers with",
        description="Write a form: for KoboToolbox or ODK (xlsform), as a workbook for e-mail (xlsx), or to print (docx).",
        epilog=EPILOG,
    )
    command.add_argument(
        "questionnaire",
        metavar="QUESTIONNAIRE",
        help="a bundled standard, survey or data set, such as wco-hrm, climate or reference_documents; interviews (all guides), or "
        "interviews-GROUP (top-management, senior-management, middle-management, internal-clients); the pack part-a; or a YAML file",
    )
    command.add_argument("--to", required=True, choices=KINDS, help="the kind of form")
    command.add_argument("--language", help="en, fr, sr-Latn or sr-Cyrl (default: en); an xlsform carries all its languages")
    command.add_argument("--standard", default="wco-hrm", help="whose criteria and documents a data set's form names (default: wco-hrm)")
    command.add_argument("--out", type=Path, metavar="FILE", help="file to write (default: <questionnaire>-form.xlsx or .docx)")
    command.add_argument("--force", action="store_true", help="write over a file that is there already")
    command.set_defaults(run=_form)


def _form(parsed: argparse.Namespace) -> int:
    from diagnostics.reporting.documents.form_files import write_form

    for line in write_form(parsed.questionnaire, parsed.to, parsed.out, parsed.language, standard=parsed.standard, force=parsed.force):
        print(line)
    return FINE

"""What the kit knows, to be read and commented: a standard as a whole."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from diagnostics.commands.telling import EPILOG, FINE
from diagnostics.definitions.problems import WrongCall

STANDARD_FORMS = ("json", "html", "pdf", "docx", "xlsx")


def add_knowledge_commands(commands) -> None:
    """Add ``standard``."""
    command = commands.add_parser(
        "standard",
        help="a standard as a whole, to read or to comment; or the comments that came back",
        description="Write a whole standard with its remedies, or collect the comments written into its workbooks and documents.",
        epilog=EPILOG,
    )
    command.add_argument("standard", metavar="ID", help="a bundled standard's id, or a YAML file")
    command.add_argument("--to", choices=STANDARD_FORMS, help="json for programs; html and pdf to read; docx and xlsx to comment")
    command.add_argument("--language", default="en", help="en, fr, sr-Latn or sr-Cyrl (default: en)")
    command.add_argument("--comments", nargs="+", type=Path, metavar="FILE", help="XLSX or DOCX files that came back with comments")
    command.add_argument("--out", type=Path, metavar="FILE", help="file to write; json and comments go to the screen without it")
    command.add_argument("--json", action="store_true", help="print problems as JSON")
    command.set_defaults(run=_standard)


def _standard(parsed: argparse.Namespace) -> int:
    if bool(parsed.to) == bool(parsed.comments):
        raise WrongCall("standard: give either --to (json, html, pdf, docx, xlsx) or --comments FILE.")
    return _comments(parsed) if parsed.comments else _whole(parsed)


def _whole(parsed: argparse.Namespace) -> int:
    from diagnostics.runs.standard_files import standard_content, write_standard

    if parsed.to == "json" and not parsed.out:
        sys.stdout.write(standard_content(parsed.standard, "json", parsed.language).decode("utf-8"))
        return FINE
    path = parsed.out or Path(f"{Path(parsed.standard).stem}.{parsed.to}")
    if path.suffix.lower() != f".{parsed.to}":
        raise WrongCall(f"--out {path.name}: end the name in .{parsed.to}.")
    write_standard(parsed.standard, parsed.to, parsed.language, path)
    print(f"written to {path}")
    return FINE


def _comments(parsed: argparse.Namespace) -> int:
    from diagnostics.runs.standard_files import collect_comments

    table = collect_comments(parsed.standard, parsed.comments)
    if parsed.out:
        from diagnostics.intake.answer_files import write_scores

        write_scores(table, parsed.out)
        print(f"{len(table)} comments written to {parsed.out}")
    else:
        for row in table.itertuples():
            print(f"{row.id} ({row.file}): {row.comment}")
    return FINE

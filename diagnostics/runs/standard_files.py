"""A standard written out whole for reading and commenting, and the comments brought back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from diagnostics.definitions.problems import BadInput, Problem, WrongCall
from diagnostics.definitions.remedy import Remedy, load_remedies, load_roles
from diagnostics.definitions.standard import Standard
from diagnostics.definitions.standard_json import standard_as_json
from diagnostics.definitions.standard_loading import load_standard
from diagnostics.definitions.translations import LANGUAGES
from diagnostics.intake.written_files import moved_into_place

FORMS = ("json", "html", "pdf", "docx", "xlsx")
UNDATED = "2026-01-01"
"""The day on the cover of a standard that names none."""


def standard_content(standard_id: str, form: str, language: str) -> bytes:
    """A whole standard in one form.

    Args:
        standard_id: a bundled standard or a YAML file.
        form: one of ``FORMS``.
        language: one of the kit's languages; texts without translation stay English.

    Raises:
        BadInput: no such standard, or faults in it.
        WrongCall: an unknown language.
    """
    if language not in LANGUAGES:
        raise WrongCall(f"--language {language}: choose one of {', '.join(LANGUAGES)}.")
    standard = load_standard(standard_id)
    remedies = load_remedies(standard.id)
    content = standard_as_json(standard, remedies, language)
    if form == "json":
        return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
    day = standard.effective_from.isoformat() if standard.effective_from else UNDATED
    if form == "xlsx":
        from diagnostics.reporting.documents.standard_workbook import standard_workbook

        return standard_workbook(content, datetime.fromisoformat(day).replace(tzinfo=UTC))
    return _document(standard, remedies, form, language, day)


def _document(standard: Standard, remedies: Sequence[Remedy], form: str, language: str, day: str) -> bytes:
    from diagnostics.reporting.document import document
    from diagnostics.reporting.documents.standard_blocks import standard_blocks

    whole = document(standard_blocks(standard, remedies, load_roles(), language, day))
    if form == "html":
        from diagnostics.reporting.html import render_html

        return render_html(whole).encode("utf-8")
    if form == "pdf":
        from diagnostics.reporting.pdf import render_pdf

        return render_pdf(whole)
    from diagnostics.reporting.docx import render_docx

    return render_docx(whole)


def write_standard(standard_id: str, form: str, language: str, path: Path) -> None:
    """Write a whole standard to a file, moved into its place whole."""
    content = standard_content(standard_id, form, language)
    with moved_into_place(path) as temporary:
        temporary.write_bytes(content)


def collect_comments(standard_id: str, files: Sequence[Path]) -> pd.DataFrame:
    """The comments that experts wrote into workbooks or Word documents of a standard, by id.

    Args:
        standard_id: the standard that was commented.
        files: XLSX or DOCX files that came back.

    Returns:
        One row a comment, in the order of the standard: ``id``, ``file``, ``comment``.

    Raises:
        BadInput: a file cannot be read, or comments an id that the standard does not have. All problems at once.
    """
    from diagnostics.reporting.documents.standard_blocks import commentable_ids
    from diagnostics.reporting.documents.standard_comments import read_comments

    standard = load_standard(standard_id)
    order = {each: place for place, each in enumerate(commentable_ids(standard, load_remedies(standard.id)))}
    rows, problems = [], []
    for path in files:
        try:
            found = read_comments(path)
        except BadInput as bad:
            problems += bad.problems
            continue
        for comment in found:
            if comment.id in order:
                rows.append((order[comment.id], comment.id, path.name, comment.text))
            else:
                advice = f"The standard {standard.id} has no such row. Correct the id, or name the standard that was commented."
                problems.append(
                    Problem(path.name, advice, "unknown-node", row=comment.row, sheet=comment.sheet, column="id", found=comment.id)
                )
    if problems:
        raise BadInput(problems)
    table = pd.DataFrame(sorted(rows), columns=["place", "id", "file", "comment"])
    return table.drop(columns="place")

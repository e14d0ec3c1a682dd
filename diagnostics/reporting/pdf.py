"""The report as PDF: blocks as JSON into a Typst template. Equal blocks give equal bytes."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from diagnostics.reporting.blocks import Figure, as_json
from diagnostics.reporting.document import Document, Numbered
from diagnostics.reporting.figures.svg import safe_svg
from diagnostics.reporting.speaker import speaker
from diagnostics.reporting.theme import FONTS, REPORTS, theme

STANDARDS = ["ua-1", "a-2a"]
"""What the file is made to: PDF/UA-1 for assistive software, PDF/A-2a for the archive."""


class PdfFailed(RuntimeError):
    """Typst refused the report, for instance because a character is in none of the bundled fonts."""


def render_pdf(document: Document) -> bytes:
    """A report as a tagged PDF.

    Raises:
        PdfFailed: a text holds a character that no bundled font has, or a block breaks a rule of PDF/UA.
    """
    import typst

    try:
        return typst.compile(
            (REPORTS / "typst" / "report.typ").read_bytes(),
            root=str(REPORTS),
            font_paths=[str(FONTS)],
            ignore_system_fonts=True,
            sys_inputs={"report": json.dumps(_data(document), ensure_ascii=False, sort_keys=True)},
            pdf_standards=STANDARDS,
            timestamp=_timestamp(document.cover.date),
        )
    except typst.TypstError as error:
        hints = " ".join(str(hint) for hint in error.hints)
        raise PdfFailed(f"the PDF could not be made: {error.message}. {hints}".strip()) from None


def _data(document: Document) -> dict[str, Any]:
    # Typst takes the language and the script apart.
    language, _, script = document.cover.language.partition("-")
    return {
        "language": language,
        "script": script.lower() or "auto",
        "words": {"contents": speaker(document.cover.language)("contents")},
        "cover": as_json(document.cover),
        "body": [{"number": part.number, "id": part.id, "block": as_json(_clean(part))} for part in document.body],
        "theme": theme().colours(),
        "fonts": {"text": theme().text_font, "display": theme().display_font},
    }


def _clean(part: Numbered) -> Any:
    return replace(part.block, svg=safe_svg(part.block.svg)) if isinstance(part.block, Figure) else part.block


def _timestamp(day: str) -> datetime:
    """The document's own date, not the clock's: a report made again is the same file."""
    return datetime.fromisoformat(day).replace(tzinfo=UTC)

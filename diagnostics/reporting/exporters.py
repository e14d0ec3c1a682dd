"""nbconvert's way to our reports: ``jupyter nbconvert --to hrm-html``, ``--to hrm-pdf`` and ``--to hrm-docx``.

All read the report blocks in a run notebook's outputs; code, logs and other outputs never reach a report.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import nbformat
from nbconvert.exporters import Exporter
from nbformat import NotebookNode

from diagnostics.intake.written_files import moved_into_place
from diagnostics.reporting.blocks import Blocks, blocks_from_notebook
from diagnostics.reporting.document import Document, document
from diagnostics.reporting.docx import render_docx
from diagnostics.reporting.html import render_html
from diagnostics.reporting.pdf import render_pdf

FORMS = ("report.html", "report.pdf", "report.docx")
"""The files of a report."""


class _BlocksExporter(Exporter):
    """What the exporters share: the way from the notebook to its report."""

    render: ClassVar[Callable[[Document], str | bytes]]
    """Writes a numbered document in the exporter's form."""

    def from_notebook_node(self, nb: NotebookNode, resources: dict | None = None, **kw: Any) -> tuple[str | bytes, dict]:
        """Render a run notebook. Raises ``BadBlocks`` where it holds no report, ``PdfFailed`` where Typst refuses it."""
        copy, resources = super().from_notebook_node(nb, resources, **kw)
        resources["output_extension"] = self.file_extension
        return self.render(document(blocks_from_notebook(copy))), resources


class HrmHtmlExporter(_BlocksExporter):
    """One offline HTML file."""

    export_from_notebook = "HRM review (HTML)"
    output_mimetype = "text/html"
    file_extension = ".html"
    render = staticmethod(render_html)


class HrmPdfExporter(_BlocksExporter):
    """A tagged PDF."""

    export_from_notebook = "HRM review (PDF)"
    output_mimetype = "application/pdf"
    file_extension = ".pdf"
    render = staticmethod(render_pdf)


class HrmDocxExporter(_BlocksExporter):
    """An editable Word document."""

    export_from_notebook = "HRM review (Word)"
    output_mimetype = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    file_extension = ".docx"
    render = staticmethod(render_docx)


def export_report(notebook: Path, folder: Path, language: str = "", name: str = "report") -> tuple[Path, ...]:
    """Write the report of a run notebook into a folder, in each of the ``FORMS``.

    All are made before any is written, and each is moved into its place whole.

    Args:
        notebook: the executed notebook.
        folder: where the report goes.
        language: put into the files' names where it is not the mission's own: ``report.fr.html``.
        name: what the files are called instead of ``report``.
    """
    return export_blocks(blocks_from_notebook(nbformat.read(notebook, as_version=4)), folder, language, name)


def export_blocks(blocks: Blocks, folder: Path, language: str = "", name: str = "report") -> tuple[Path, ...]:
    """Write the report of blocks, without a notebook, in each of the ``FORMS``."""
    numbered = document(blocks)
    contents = (render_html(numbered).encode("utf-8"), render_pdf(numbered), render_docx(numbered))
    called = f"{name}.{language}" if language else name
    names = [called + Path(form).suffix for form in FORMS]
    return tuple(_put(folder / file, content) for file, content in zip(names, contents, strict=True))


def _put(path: Path, content: bytes) -> Path:
    with moved_into_place(path) as temporary:
        temporary.write_bytes(content)
    return path


__all__ = ["FORMS", "HrmDocxExporter", "HrmHtmlExporter", "HrmPdfExporter", "export_blocks", "export_report"]

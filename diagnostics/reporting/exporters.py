"""nbconvert's way to our reports: ``jupyter nbconvert --to hrm-html``, ``--to hrm-pdf`` and ``--to hrm-docx``.

All read the report blocks in a run notebook's outputs; code, logs and other outputs never reach a report.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import Exporter
from nbformat import NotebookNode

from diagnostics.reporting.blocks import Blocks, blocks_from_notebook
from diagnostics.reporting.document import Document, document
from diagnostics.reporting.docx import render_docx
from diagnostics.reporting.html import render_html
from diagnostics.reporting.pdf import render_pdf

FORMS = ("report.html", "report.pdf", "report.docx")
"""The files of a report."""


class _BlocksExporter(Exporter):
    """What the exporters share: from the notebook to a numbered document."""

    def _document(self, notebook: NotebookNode, resources: dict | None, keywords: dict[str, Any]) -> tuple[Document, dict]:
        copy, resources = super().from_notebook_node(notebook, resources, **keywords)
        resources["output_extension"] = self.file_extension
        return document(blocks_from_notebook(copy)), resources


class HrmHtmlExporter(_BlocksExporter):
    """One offline HTML file."""

    export_from_notebook = "HRM review (HTML)"
    output_mimetype = "text/html"
    file_extension = ".html"

    def from_notebook_node(self, nb: NotebookNode, resources: dict | None = None, **kw: Any) -> tuple[str, dict]:
        """Render a run notebook. Raises ``BadBlocks`` where it holds no report."""
        numbered, resources = self._document(nb, resources, kw)
        return render_html(numbered), resources


class HrmPdfExporter(_BlocksExporter):
    """A tagged PDF."""

    export_from_notebook = "HRM review (PDF)"
    output_mimetype = "application/pdf"
    file_extension = ".pdf"

    def from_notebook_node(self, nb: NotebookNode, resources: dict | None = None, **kw: Any) -> tuple[bytes, dict]:
        """Render a run notebook. Raises ``BadBlocks`` where it holds no report, ``PdfFailed`` where Typst refuses it."""
        numbered, resources = self._document(nb, resources, kw)
        return render_pdf(numbered), resources


class HrmDocxExporter(_BlocksExporter):
    """An editable Word document."""

    export_from_notebook = "HRM review (Word)"
    output_mimetype = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    file_extension = ".docx"

    def from_notebook_node(self, nb: NotebookNode, resources: dict | None = None, **kw: Any) -> tuple[bytes, dict]:
        """Render a run notebook. Raises ``BadBlocks`` where it holds no report."""
        numbered, resources = self._document(nb, resources, kw)
        return render_docx(numbered), resources


def export_report(notebook: Path, folder: Path, language: str = "") -> tuple[Path, ...]:
    """Write the report of a run notebook into a folder, in each of the ``FORMS``.

    All are made before any is written, and each is moved into its place whole.

    Args:
        notebook: the executed notebook.
        folder: where the report goes.
        language: put into the files' names where it is not the mission's own: ``report.fr.html``.
    """
    return export_blocks(blocks_from_notebook(nbformat.read(notebook, as_version=4)), folder, language)


def export_blocks(blocks: Blocks, folder: Path, language: str = "") -> tuple[Path, ...]:
    """Write the report of blocks, without a notebook, in each of the ``FORMS``."""
    numbered = document(blocks)
    contents = (render_html(numbered).encode("utf-8"), render_pdf(numbered), render_docx(numbered))
    names = [name.replace(".", f".{language}.") if language else name for name in FORMS]
    return tuple(_put(folder / name, content) for name, content in zip(names, contents, strict=True))


def _put(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=path.suffix, dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        temporary.chmod(0o644)
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
    return path


__all__ = ["FORMS", "HrmDocxExporter", "HrmHtmlExporter", "HrmPdfExporter", "export_blocks", "export_report"]

"""nbconvert's names of the report's forms, and the files that a run writes."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbconvert.exporters import get_exporter

from diagnostics.reporting.blocks import BadBlocks, Cover, Heading, Paragraph, section
from diagnostics.reporting.exporters import FORMS, export_report


@pytest.fixture
def notebook() -> nbformat.NotebookNode:
    blocks = section(Cover("Review", "An administration", "2026-10-31"), Heading("One"), Paragraph("Два, trois & ž."))
    output = nbformat.v4.new_output("execute_result", blocks._repr_mimebundle_())
    return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("x", outputs=[output])])


@pytest.mark.parametrize("form", [name.partition(".")[2] for name in FORMS])
def test_nbconvert_makes_the_very_file_that_a_run_writes(form: str, notebook, tmp_path: Path):
    nbformat.write(notebook, tmp_path / "run.ipynb")
    written = export_report(tmp_path / "run.ipynb", tmp_path / "reports")
    made, resources = get_exporter(f"hrm-{form}")().from_notebook_node(notebook)
    content = made.encode("utf-8") if isinstance(made, str) else made
    assert resources["output_extension"] == f".{form}"
    assert next(path for path in written if path.suffix == f".{form}").read_bytes() == content


def test_all_forms_are_written_whole_under_the_reports_name(notebook, tmp_path: Path):
    nbformat.write(notebook, tmp_path / "run.ipynb")
    export_report(tmp_path / "run.ipynb", tmp_path / "reports")
    export_report(tmp_path / "run.ipynb", tmp_path / "reports", "fr")
    names = sorted(path.name for path in (tmp_path / "reports").iterdir())
    assert names == sorted([*FORMS, "report.fr.html", "report.fr.pdf", "report.fr.docx"]), "nothing else is left there"
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "reports").iterdir()} == {0o644}


def test_a_notebook_without_a_report_is_refused(tmp_path: Path):
    nbformat.write(nbformat.v4.new_notebook(), tmp_path / "run.ipynb")
    with pytest.raises(BadBlocks):
        export_report(tmp_path / "run.ipynb", tmp_path / "reports")
    assert not (tmp_path / "reports").exists()

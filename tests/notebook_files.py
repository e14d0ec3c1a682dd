"""Writes each notebook from its source: ``notebooks/*.py`` (jupytext percent format) to the ``.ipynb`` beside it."""

from __future__ import annotations

from pathlib import Path

import jupytext
import nbformat

NOTEBOOKS = Path(__file__).resolve().parents[1] / "notebooks"


def write_notebook(source: Path) -> None:
    """Write one notebook, without outputs; equal sources give equal bytes."""
    notebook = jupytext.read(source)
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{number}"
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    nbformat.validate(notebook)
    source.with_suffix(".ipynb").write_text(nbformat.writes(notebook) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    for path in sorted(NOTEBOOKS.glob("*.py")):
        write_notebook(path)

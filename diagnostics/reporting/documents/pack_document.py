"""The page of a pack to print: what to do in which order, and which forms belong to it."""

from __future__ import annotations

import io
from pathlib import Path

from diagnostics.definitions.pack import Pack
from diagnostics.definitions.translations import say, translated, words_of
from diagnostics.intake.forms.form_building import load_form
from diagnostics.intake.written_files import moved_into_place
from diagnostics.reporting.documents.form_document import WORD_LANGUAGES, describe
from diagnostics.reporting.documents.form_paper import Paper
from diagnostics.reporting.docx_parts import empty_document, fixed_zip, page_footer

STEP_WIDTHS = (10.0, 96.0, 40.0, 24.0)
FORM_WIDTHS = (60.0, 110.0)
"""Millimetres."""
MINUTES_IN_HOUR = 60


def write_pack_document(pack: Pack, path: Path, language: str) -> None:
    """Write a pack's page as a Word document. Raises ``BadInput`` where it names a questionnaire that does not exist."""
    word = empty_document(WORD_LANGUAGES.get(language, language))
    paper = Paper(word, language)
    title, mark = paper.ui(pack.title), f"{pack.id} {pack.version}"
    describe(word, title, mark, WORD_LANGUAGES.get(language, language))
    page_footer(word, f"{mark} · {paper.ui('page')}")
    word.add_paragraph(title, style="Title")
    word.add_paragraph(paper.ui(" ".join(pack.introduction.split())), style="Lead")
    _steps(paper, pack)
    _forms(paper, pack)
    file = io.BytesIO()
    word.save(file)
    with moved_into_place(path) as temporary:
        temporary.write_bytes(fixed_zip(file.getvalue()))


def _steps(paper: Paper, pack: Pack) -> None:
    paper.heading(words_of("Steps"), 1)
    head = [paper.ui(text) for text in ("Step", "What to do", "Who", "Hours, of all together")]
    grid = paper.table(len(pack.steps) + 1, STEP_WIDTHS, head)
    for row, step in enumerate(pack.steps, start=1):
        texts = (str(row), paper.ui(step.what), paper.ui(step.who), f"{step.minutes / MINUTES_IN_HOUR:.3g}")
        for column, text in enumerate(texts):
            paper.cell(grid, row, column, text)
    paper.gap()


def _forms(paper: Paper, pack: Pack) -> None:
    paper.heading(words_of("What belongs to it"), 1)
    grid = paper.table(len(pack.contents) + 1, FORM_WIDTHS, [paper.ui("Form"), paper.ui("What it is")])
    for row, name in enumerate(pack.contents, start=1):
        form = load_form(name)
        paper.cell(grid, row, 0, form.id)
        paper.cell(grid, row, 1, translated(say(form.title, "en"), paper.language))
    paper.gap()

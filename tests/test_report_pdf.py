"""The PDF: tagged, titled, searchable, made to PDF/UA-1 and PDF/A-2a, and the same each time."""

from __future__ import annotations

import io

import pikepdf
import pypdf
import pytest

from diagnostics.reporting.blocks import Cover, Heading, Paragraph, section
from diagnostics.reporting.document import Document, document
from diagnostics.reporting.pdf import PdfFailed, render_pdf
from diagnostics.reporting.sections import report_blocks
from tests.report_material import comparison_material, example_material


@pytest.fixture(scope="module")
def numbered() -> Document:
    return document(report_blocks(example_material()))


@pytest.fixture(scope="module")
def content(numbered) -> bytes:
    return render_pdf(numbered)


def test_equal_blocks_give_equal_bytes(numbered, content):
    assert render_pdf(numbered) == content


def test_it_is_tagged_titled_and_in_a_language(content):
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert pdf.Root.StructTreeRoot.K is not None
        assert str(pdf.Root.Lang).startswith("en")
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"].startswith("Diagnostic review")
            assert metadata["pdfuaid:part"] == "1"
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")


def test_every_figure_in_the_structure_has_its_alt_text(numbered, content):
    with pikepdf.open(io.BytesIO(content)) as pdf:
        found = [element for element in _elements(pdf.Root.StructTreeRoot) if element.get("/S") == "/Figure"]
    expected = [part.block.alt for part in numbered.body if part.block.kind == "figure"]
    assert len(expected) >= 8
    alts = [str(element["/Alt"]) for element in found if "/Alt" in element]
    assert [alt for alt in expected if alt not in alts] == []


def _elements(parent):
    children = parent.get("/K")
    for child in [] if children is None else children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from _elements(child)


def test_tables_have_header_cells(content):
    with pikepdf.open(io.BytesIO(content)) as pdf:
        kinds = [str(element["/S"]) for element in _elements(pdf.Root.StructTreeRoot)]
    assert kinds.count("/Table") >= 15 and kinds.count("/TH") >= 60 and kinds.count("/H1") >= 7


def test_bookmarks_lead_to_every_chapter(numbered, content):
    reader = pypdf.PdfReader(io.BytesIO(content))
    chapters = [entry["/Title"] for entry in reader.outline if not isinstance(entry, list)]
    expected = [part.block.text for part in numbered.headings if part.block.level == 1]
    assert [title for title in expected if not any(title in chapter for chapter in chapters)] == []


def test_words_of_text_tables_and_charts_can_be_searched(content):
    reader = pypdf.PdfReader(io.BytesIO(content))
    pages = [page.extract_text() for page in reader.pages]
    text = " ".join(" ".join(pages).split())
    assert 20 <= len(pages) <= 60
    assert "Executive summary" in text and "Job families and levels" in text and "level 3" in text
    assert all("Synthetic data" in page for page in pages)


def test_the_comparison_is_made_too():
    content = render_pdf(document(report_blocks(comparison_material())))
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    assert "61.11" in text and "no data" in text


def test_both_scripts_and_the_signs_of_the_trade_have_glyphs():
    letters = "ž ć đ š č Ž Ć Đ љ њ ћ ђ џ Љ Њ Ж щ ≥ ≤ – — → − × “ ” „ € № …"
    content = render_pdf(document(section(Cover("T", "А", "2026-10-31"), Heading(letters), Paragraph(letters))))
    text = pypdf.PdfReader(io.BytesIO(content)).pages[-1].extract_text()
    assert [letter for letter in letters.split() if letter not in text] == []


def test_a_letter_that_no_bundled_font_has_is_refused_and_named():
    with pytest.raises(PdfFailed, match="\u6f22"):
        render_pdf(document(section(Cover("T", "A", "2026-10-31"), Heading("x"), Paragraph("\u6f22"))))

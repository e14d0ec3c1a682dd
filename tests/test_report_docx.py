"""The Word report: editable, structured for assistive software, saying what the other forms say, and the same each time."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from diagnostics.reporting.blocks import (
    Block,
    BulletList,
    Callout,
    Cell,
    Column,
    Cover,
    DefinitionList,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    ScoreCard,
    ScoreCards,
    Span,
    Table,
    section,
)
from diagnostics.reporting.document import document
from diagnostics.reporting.docx import render_docx
from diagnostics.reporting.theme import theme
from tests.language_material import texts

CHART = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20"><rect width="30" height="10"/></svg>'
BLOCKS = section(
    Cover("Review", "Customs of Example", "2026-11-01", "Findings", (("Wave", "1"),), "Synthetic data", "fr"),
    Heading("Summary", 1, "summary"),
    Paragraph("The lead.", "lead"),
    Paragraph((Span("See "), Span("the gaps", link="gaps"), Span(" and "), Span("nothing", link="elsewhere"))),
    ScoreCards((ScoreCard("Score", "2.37", "of 5", "a note", "level-2"),)),
    Callout("Bear in mind", ("One <b>thing</b>.", (Span("Two", strong=True),)), "attention"),
    Heading("Gaps", 2, "gaps", new_page=True),
    BulletList(("first", "second"), ordered=True),
    BulletList(("a point",)),
    Figure("A title", CHART, "One bar, thirty wide and ten high.", "How to read it"),
    Table(
        "Levels", (Column("Name"), Column("Level", "level")), ((Cell("Jobs"), Cell("2", "level-2")), (Cell("=1+1"), Cell("–"))), "A note"
    ),
    DefinitionList((("Term", "Meaning"),)),
    PageBreak(),
)


@pytest.fixture(scope="module")
def content() -> bytes:
    return render_docx(document(BLOCKS))


@pytest.fixture(scope="module")
def word(content):
    return docx.Document(io.BytesIO(content))


def word_of(*blocks: Block):
    """The Word document of a cover and some blocks."""
    return docx.Document(io.BytesIO(render_docx(document(section(BLOCKS.items[0], *blocks)))))


def test_headings_are_headings_with_their_numbers(word):
    found = [(one.style.name, one.text) for one in word.paragraphs if one.style.name.startswith("Heading")]
    assert found == [("Heading 1", "1\u2002Summary"), ("Heading 2", "1.1\u2002Gaps")]


def test_title_language_and_date_are_those_of_the_report(word):
    about = word.core_properties
    assert (about.title, about.language, about.created.date().isoformat()) == ("Review: Customs of Example", "fr", "2026-11-01")
    assert word.styles["Normal"].element.xpath(".//w:lang/@w:val") == ["fr"]


def test_a_table_repeats_its_header_and_keeps_its_text_as_text(word):
    table = next(table for table in word.tables if table.rows[0].cells[0].text == "Name")
    assert len(table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")) == 1
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Name", "Level"], ["Jobs", "2"], ["=1+1", "–"]]


def test_a_chart_is_a_picture_with_its_words(word):
    (picture,) = word.inline_shapes
    assert picture._inline.docPr.get("descr") == "One bar, thirty wide and ten high."
    assert picture.width > 5 * picture.height / 4


def test_links_lead_to_headings_that_are_there(word):
    body = word.element.body
    links = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))}
    names = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    assert links == {"gaps"} and links <= names


def test_every_text_of_the_blocks_is_there(word):
    text = "\n".join(node.text or "" for node in word.element.body.iter(qn("w:t")))
    told = [one for one in texts(tuple(BLOCKS)) if one not in ("One bar, thirty wide and ten high.", "")]  # the alt text is not printed
    assert {"Wave", "of 5", "a note", "Meaning", "How to read it", "One <b>thing</b>."} <= set(told)
    assert [one for one in told if one not in text] == []


def test_figures_tables_and_ordered_points_have_their_numbers(word):
    shown = [one.text for one in word.paragraphs]
    assert {"Figure 1\u2002A title", "Tableau 1\u2002Levels", "1.\tfirst", "2.\tsecond", "a point"} <= set(shown)


def test_chapters_and_what_asks_for_it_begin_a_page(word):
    def begins(made) -> dict[str, bool]:
        heads = [one for one in made.paragraphs if one.style.name.startswith("Heading")]
        return {one.text.split("\u2002")[1]: one.paragraph_format.page_break_before for one in heads}

    assert begins(word) == {"Summary": True, "Gaps": True}
    assert begins(word_of(Heading("A", 1, "a"), Heading("B", 2, "b"))) == {"A": True, "B": False}


def test_numbers_stand_right_levels_in_the_middle_and_in_their_colour(word):
    table = next(table for table in word.tables if table.rows[0].cells[0].text == "Name")
    name, level = table.rows[1].cells
    assert (name.paragraphs[0].alignment, level.paragraphs[0].alignment) == (WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER)
    fills = [cell._tc.xpath("./w:tcPr/w:shd/@w:fill") for cell in (name, level, table.rows[2].cells[1])]
    assert fills == [[], [theme().levels[1].lstrip("#")], []]
    days = word_of(Table("Days", (Column("Days", "number"),), ((Cell("12", "strong"),),))).tables[-1].rows[1].cells[0].paragraphs[0]
    assert days.alignment == WD_ALIGN_PARAGRAPH.RIGHT and days.runs[0].bold


def test_what_is_strong_is_bold_and_the_rest_is_not(word):
    bold = {
        run.text: bool(run.bold) for table in word.tables for cell in table.rows[0].cells for one in cell.paragraphs for run in one.runs
    }
    assert (bold["Two"], bold["One <b>thing</b>."]) == (True, False)


def test_every_page_has_its_number(word):
    footer = word.sections[0].footer.paragraphs[0]._p
    assert [node.text for node in footer.iter(qn("w:instrText"))] == ["PAGE"]


def test_equal_reports_are_equal_files(content):
    assert render_docx(document(BLOCKS)) == content
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert {info.date_time[0] for info in parts.infolist()} == {1980}

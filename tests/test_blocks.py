"""Blocks: safe for any text, the same when read back, and refused when they are something else."""

from __future__ import annotations

import json
import re

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagnostics.reporting.block_html import preview
from diagnostics.reporting.blocks import (
    BLOCK_MIME,
    BadBlocks,
    Blocks,
    BulletList,
    Callout,
    Cell,
    Column,
    Cover,
    DefinitionList,
    Figure,
    Heading,
    Paragraph,
    ScoreCard,
    ScoreCards,
    Span,
    Table,
    anchor,
    as_json,
    blocks_from_json,
    blocks_from_notebook,
    section,
)
from diagnostics.reporting.document import document
from diagnostics.reporting.exporters import HrmHtmlExporter
from diagnostics.reporting.figures.svg import UnsafeSvg, for_page, safe_svg
from diagnostics.reporting.html import render_html

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path id="p" d="M 0 0 L 1 1"/></svg>'
EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>"


def everywhere(text: str) -> Blocks:
    """A report with one text in every place that takes a text."""
    return section(
        Cover(text, text, "2026-10-31", text, ((text, text),), text),
        Heading(text, 1, "first"),
        Paragraph((Span(text, strong=True, link="nowhere"), Span(text))),
        Callout(text, (text,)),
        BulletList((text,)),
        ScoreCards((ScoreCard(text, text, text, text),)),
        DefinitionList(((text, text),)),
        Figure(text, SVG, text + " and twenty characters more", text),
        Table(text, (Column(text), Column(text, "number")), ((Cell(text), Cell(text, "attention")),), text),
    )


def tags(page: str) -> list[str]:
    """Every tag of a page, with its attributes."""
    return re.findall(r"<[a-zA-Z][^>]*>", page)


def test_no_text_reaches_a_script_or_an_attribute():
    page = render_html(document(everywhere(EVIL)))
    assert "<script" not in page and "<img" not in page
    assert page.count("&lt;script&gt;") >= 15
    assert [tag for tag in tags(page) if "alert" in tag or "onerror" in tag] == []


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30))
def test_no_text_changes_the_tags_of_the_page(text):
    def shape(page: str) -> list[str]:
        return tags(page[page.index("<body") :])

    assert shape(render_html(document(everywhere(text)))) == shape(render_html(document(everywhere("plain"))))


@given(st.text(max_size=40))
def test_an_anchor_is_safe_anywhere(text):
    assert re.fullmatch(r"[a-z][a-z0-9-]*", anchor("process", text))


def test_blocks_are_the_same_when_read_back():
    blocks = everywhere("Ž ć đ љ њ ≥ → “x”")
    assert blocks_from_json(json.loads(json.dumps(as_json(blocks)))) == blocks


def test_a_notebook_gives_its_blocks_in_order():
    notebook = nbformat.v4.new_notebook()
    for part in (Cover("T", "A", "2026-10-31"), section(Heading("One"), Paragraph("two"))):
        output = nbformat.v4.new_output("execute_result", part._repr_mimebundle_())
        notebook.cells.append(nbformat.v4.new_code_cell("x", outputs=[output, nbformat.v4.new_output("stream", text="a log line")]))
    assert [block.kind for block in blocks_from_notebook(notebook)] == ["cover", "heading", "paragraph"]
    page, resources = HrmHtmlExporter().from_notebook_node(notebook)
    assert "a log line" not in page and resources["output_extension"] == ".html"


def test_a_notebook_that_was_not_run_or_failed_is_refused():
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("x")])
    with pytest.raises(BadBlocks, match="run it first"):
        blocks_from_notebook(notebook)
    notebook.cells[0].outputs = [nbformat.v4.new_output("error", ename="E", evalue="secret", traceback=[])]
    with pytest.raises(BadBlocks, match="cell 1") as refused:
        blocks_from_notebook(notebook)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    "data",
    [
        {"kind": "script", "text": "x"},
        {"kind": "heading", "text": "x", "anchor": 'x" onload="'},
        {"kind": "table", "caption": "x", "columns": [{"label": "x"}], "rows": [[{"text": "x", "tone": 'a" b'}]]},
        {"kind": "figure", "title": "x", "svg": SVG, "alt": ""},
        "x",
    ],
)
def test_what_is_no_block_is_refused(data):
    with pytest.raises(BadBlocks):
        blocks_from_json(data)


def test_a_report_needs_one_cover_and_no_heading_skips_a_level():
    with pytest.raises(BadBlocks, match="one cover"):
        document(section(Heading("x")))
    with pytest.raises(BadBlocks, match="use level 2"):
        document(section(Cover("T", "A", "2026-10-31"), Heading("x"), Heading("y", 3, "y")))


def test_numbers_run_through_the_document():
    table = Table("t", (Column("c"),), ((Cell("x"),),))
    blocks = section(
        Cover("T", "A", "2026-10-31"), Heading("a"), Heading("b", 2, "b"), table, Heading("c"), table, Heading("d", 1, "d", annex=True)
    )
    assert [part.number for part in document(blocks).body] == ["1", "1.1", "Table 1", "2", "Table 2", "A"]
    ids = [part.id for part in document(blocks).body]
    assert len(set(ids)) == len(ids)


def test_a_block_shows_itself_in_jupyter():
    bundle = Paragraph("<b>")._repr_mimebundle_()
    assert "&lt;b&gt;" in bundle["text/html"]
    assert bundle[BLOCK_MIME] == {"text": "<b>", "style": "body", "kind": "paragraph"}
    assert preview(section(Figure("a", SVG, "x" * 20), Figure("b", SVG, "x" * 20))).count('id="preview-0-p"') == 1


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<path onload="alert(1)" d="M 0 0"/>',
        '<image href="https://example.org/x.png"/>',
        '<use href="https://example.org/x#y"/>',
        '<a href="javascript:alert(1)"><text>x</text></a>',
        "<foreignObject><p>x</p></foreignObject>",
        "<style>@import url(https://example.org/x.css)</style>",
        '<rect style="fill: url(https://example.org/x)"/>',
        '<animate attributeName="href" values="javascript:alert(1)"/>',
    ],
)
def test_a_chart_keeps_nothing_that_acts_or_loads(inside):
    clean = safe_svg(SVG.replace("<path", inside + "<path", 1))
    assert not re.search(r"alert|example\.org|script|onload|foreign|animate", clean)
    assert 'id="p"' in clean and safe_svg(clean) == clean


def test_a_chart_with_entities_or_of_another_kind_is_refused():
    for source in ('<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG, "<html/>", "<svg"):
        with pytest.raises(UnsafeSvg):
            safe_svg(source)


def test_two_charts_on_a_page_share_no_id():
    one, two = (for_page(safe_svg(SVG), prefix, "what it shows") for prefix in ("figure-1", "figure-2"))
    assert not set(re.findall(r'id="([^"]+)"', one)) & set(re.findall(r'id="([^"]+)"', two))
    assert "what it shows" in one and 'role="img"' in one


def test_a_chart_is_plain_svg_also_where_another_library_took_the_empty_prefix():
    from xml.etree import ElementTree

    ElementTree.register_namespace("", "http://www.w3.org/2002/xforms")
    assert safe_svg('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1"/></svg>').startswith("<svg ")

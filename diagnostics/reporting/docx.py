"""The report as a Word document that the administration can edit: real headings, lists, captions and tables, nothing frozen."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from diagnostics.reporting.blocks import (
    BulletList,
    Callout,
    Cell,
    Cover,
    DefinitionList,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    ScoreCards,
    Table,
    Text,
)
from diagnostics.reporting.document import Document, Numbered
from diagnostics.reporting.docx_parts import (
    TEXT_WIDTH,
    bookmark,
    empty_document,
    fixed_zip,
    page_footer,
    picture,
    shade,
    table_of,
    write_text,
)
from diagnostics.reporting.theme import theme


def render_docx(document: Document) -> bytes:
    """A report as an editable Word document. Equal documents give equal bytes."""
    word = empty_document(document.cover.language)
    _properties(word, document.cover)
    _cover(word, document.cover)
    page_footer(word, " · ".join(filter(None, (document.cover.administration, document.cover.notice))))
    anchors = {part.id for part in document.body if isinstance(part.block, Heading)}
    for part in document.body:
        _RENDERERS[type(part.block)](word, part.block, part, anchors)
    if document.cover.brief:
        next(one for one in word.paragraphs if one.style.name == "Heading 1").paragraph_format.page_break_before = False
    file = io.BytesIO()
    word.save(file)
    return fixed_zip(file.getvalue())


def _properties(word: Any, cover: Cover) -> None:
    day = datetime.fromisoformat(cover.date).replace(tzinfo=UTC)
    about = word.core_properties
    about.title, about.author, about.subject = f"{cover.title}: {cover.administration}", cover.administration, cover.subtitle
    about.language, about.created, about.modified = cover.language, day, day
    about.comments, about.last_modified_by, about.revision = "", "", 1


def _cover(word: Any, cover: Cover) -> None:
    administration = word.add_paragraph(cover.administration, style="Administration")
    if cover.brief:
        administration.paragraph_format.space_before = 0
    word.add_paragraph(cover.title, style="Title")
    for text, style in ((cover.subtitle, "Subtitle"), (cover.notice, "Notice")):
        if text:
            word.add_paragraph(text, style=style)
    _pairs(word, tuple((label, value) for label, value in cover.facts))


def _heading(word: Any, block: Heading, part: Numbered, anchors: set[str]) -> None:
    paragraph = word.add_heading(level=block.level)
    paragraph.paragraph_format.page_break_before = block.level == 1 or block.new_page
    bookmark(paragraph, part.id)
    paragraph.add_run(f"{part.number}\u2002{block.text}" if part.number else block.text)


def _paragraph(word: Any, block: Paragraph, part: Numbered, anchors: set[str]) -> None:
    style = {"body": "Normal", "lead": "Lead", "note": "Note"}[block.style]
    write_text(word.add_paragraph(style=style), block.text, anchors)


def _callout(word: Any, block: Callout, part: Numbered, anchors: set[str]) -> None:
    table = table_of(word, 1, (TEXT_WIDTH,), bordered=False)
    cell = table.rows[0].cells[0]
    shade(cell, theme().accent_wash if block.tone == "attention" else theme().wash)
    cell.paragraphs[0].style = "Callout Title"
    cell.paragraphs[0].add_run(block.title)
    for text in block.text:
        write_text(cell.add_paragraph(), text, anchors)
    word.add_paragraph(style="Gap")


def _list(word: Any, block: BulletList, part: Numbered, anchors: set[str]) -> None:
    for number, item in enumerate(block.items, start=1):
        if block.ordered:
            # A written number: Word would go on counting from the list before.
            paragraph = word.add_paragraph(style="Ordered")
            paragraph.add_run(f"{number}.\t")
        else:
            paragraph = word.add_paragraph(style="List Bullet")
        write_text(paragraph, item, anchors)


def _figure(word: Any, block: Figure, part: Numbered, anchors: set[str]) -> None:
    caption = word.add_paragraph(style="Caption")
    caption.paragraph_format.keep_with_next = True
    caption.add_run(f"{part.number}\u2002").bold = True
    caption.add_run(block.title)
    picture(word.add_paragraph(), block.svg, block.alt)
    if block.caption:
        word.add_paragraph(block.caption, style="Note")


def _table(word: Any, block: Table, part: Numbered, anchors: set[str]) -> None:
    caption = word.add_paragraph(style="Caption")
    caption.paragraph_format.keep_with_next = True
    caption.add_run(f"{part.number}\u2002").bold = True
    caption.add_run(block.caption)
    widest = sum(column.width for column in block.columns)
    table = table_of(word, len(block.rows) + 1, tuple(TEXT_WIDTH * column.width / widest for column in block.columns))
    style = "Small Cell" if block.compact or len(block.columns) > 6 else "Cell"
    # python-docx finds a row's cells anew each time they are asked for; once for each row is enough.
    for cell, column in zip(table.rows[0].cells, block.columns, strict=True):
        _fill(cell, column.label, style, column.kind, anchors)
        cell.paragraphs[0].runs[0].bold = True
        shade(cell, theme().wash)
    for row, line in zip(block.rows, table.rows[1:], strict=True):
        for one, cell, column in zip(row, line.cells, block.columns, strict=True):
            _fill(cell, one.text, style, column.kind, anchors)
            _tone(cell, one)
    word.add_paragraph(block.note, style="Note" if block.note else "Gap")


def _fill(cell: Any, text: Text, style: str, kind: str, anchors: set[str]) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    paragraph.alignment = {"text": 0, "number": 2, "level": 1}[kind]
    write_text(paragraph, text, anchors)


def _tone(cell: Any, one: Cell) -> None:
    from docx.shared import RGBColor

    if one.tone and one.tone.startswith("level-"):
        level = int(one.tone[-1]) - 1
        shade(cell, theme().levels[level])
        for run in cell.paragraphs[0].runs:
            run.font.color.rgb = RGBColor.from_string(theme().level_text[level].lstrip("#"))
    elif one.tone == "strong":
        for run in cell.paragraphs[0].runs:
            run.bold = True


def _cards(word: Any, block: ScoreCards, part: Numbered, anchors: set[str]) -> None:
    table = table_of(word, 1, (TEXT_WIDTH / len(block.cards),) * len(block.cards))
    for cell, card in zip(table.rows[0].cells, block.cards, strict=True):
        cell.paragraphs[0].style = "Cell"
        cell.paragraphs[0].add_run(card.label)
        value = cell.add_paragraph(style="Card Value")
        value.add_run(card.value)
        if card.unit:
            value.add_run(f" {card.unit}").font.size = word.styles["Cell"].font.size
        if card.note:
            cell.add_paragraph(card.note, style="Small Cell")
    word.add_paragraph(style="Gap")


def _definitions(word: Any, block: DefinitionList, part: Numbered, anchors: set[str]) -> None:
    _pairs(word, block.items, anchors)


def _pairs(word: Any, items: tuple[tuple[str, Text], ...], anchors: set[str] = frozenset()) -> None:
    if not items:
        return
    table = table_of(word, len(items), (TEXT_WIDTH * 0.3, TEXT_WIDTH * 0.7), header=False)
    for (term, text), line in zip(items, table.rows, strict=True):
        name, value = line.cells
        _fill(name, term, "Cell", "text", anchors)
        for run in name.paragraphs[0].runs:
            run.bold = True
        _fill(value, text, "Cell", "text", anchors)
    word.add_paragraph(style="Gap")


def _page_break(word: Any, block: PageBreak, part: Numbered, anchors: set[str]) -> None:
    word.add_page_break()


_RENDERERS: dict[type, Callable[[Any, Any, Numbered, set[str]], None]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Callout: _callout,
    BulletList: _list,
    Figure: _figure,
    Table: _table,
    ScoreCards: _cards,
    DefinitionList: _definitions,
    PageBreak: _page_break,
}

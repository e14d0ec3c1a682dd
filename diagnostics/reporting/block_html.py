"""Blocks as HTML. Every text passes through ``markupsafe``, and no text from an answer is put into an attribute."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

from diagnostics.reporting.blocks import (
    Blocks,
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
    Table,
    Text,
)
from diagnostics.reporting.document import Numbered
from diagnostics.reporting.figures.svg import for_page, safe_svg
from diagnostics.reporting.theme import REPORTS, theme

_NARROW = 4  # columns that fit on a telephone


def render(part: Numbered) -> Markup:
    """One block of a document as HTML."""
    return _RENDERERS[type(part.block)](part.block, part)


def preview(shown: Any) -> str:
    """A block, or a section, as Jupyter shows it: with its style beside it."""
    parts = shown if isinstance(shown, Blocks) else (shown,)
    # The position keeps ids of several charts in one output apart.
    body = Markup("\n").join(render(Numbered(part, "", f"preview-{place}")) for place, part in enumerate(parts))
    return Markup('<div class="hrm"><style>{}</style>{}</div>').format(Markup(style_sheet()), body)


@lru_cache(maxsize=1)
def style_sheet() -> str:
    """The style of blocks, with the theme's colours."""
    colours = "".join(f"--{name}:{colour};" for name, colour in theme().colours().items())
    fonts = f'--text-font:"{theme().text_font}";--display-font:"{theme().display_font}";'
    return f".hrm{{{colours}{fonts}}}\n" + (REPORTS / "html" / "blocks.css").read_text(encoding="utf-8")


def _text(text: Text) -> Markup:
    if isinstance(text, str):
        return escape(text)
    parts = []
    for span in text:
        words = escape(span.text)
        words = Markup("<strong>{}</strong>").format(words) if span.strong else words
        parts.append(Markup('<a href="#{}">{}</a>').format(span.link, words) if span.link else words)
    return Markup("").join(parts)


def _heading(block: Heading, part: Numbered) -> Markup:
    tag = Markup(f"h{block.level + 1}")
    number = Markup('<span class="number">{}</span> ').format(part.number) if part.number else ""
    return Markup('<{tag} id="{id}">{number}{text}</{tag}>').format(tag=tag, id=part.id, number=number, text=block.text)


def _paragraph(block: Paragraph, part: Numbered) -> Markup:
    return Markup('<p class="{}">{}</p>').format(block.style, _text(block.text))


def _callout(block: Callout, part: Numbered) -> Markup:
    text = Markup("").join(Markup("<p>{}</p>").format(_text(one)) for one in block.text)
    return Markup('<div class="callout {}"><p class="callout-title">{}</p>{}</div>').format(block.tone, block.title, text)


def _list(block: BulletList, part: Numbered) -> Markup:
    items = Markup("").join(Markup("<li>{}</li>").format(_text(item)) for item in block.items)
    return Markup("<{tag}>{items}</{tag}>").format(tag=Markup("ol" if block.ordered else "ul"), items=items)


def _figure(block: Figure, part: Numbered) -> Markup:
    chart = Markup(for_page(safe_svg(block.svg), part.id, block.alt))
    caption = Markup('<p class="source">{}</p>').format(block.caption) if block.caption else ""
    return Markup(
        '<figure id="{id}"><figcaption id="{id}-caption">{number}{title}</figcaption>'
        '<div class="scroll" role="group" tabindex="0" aria-labelledby="{id}-caption">{chart}</div>{caption}</figure>'
    ).format(id=part.id, number=_label(part), title=block.title, chart=chart, caption=caption)


def _table(block: Table, part: Numbered) -> Markup:
    widths = sum(column.width for column in block.columns)
    columns = Markup("").join(Markup('<col style="width:{}%">').format(f"{100 * one.width / widths:.2f}") for one in block.columns)
    head = Markup("").join(Markup('<th scope="col" class="{}">{}</th>').format(one.kind, one.label) for one in block.columns)
    rows = Markup("\n").join(Markup("<tr>{}</tr>").format(_row(row, block.columns)) for row in block.rows)
    note = Markup('<p class="source">{}</p>').format(block.note) if block.note else ""
    size = " compact" if block.compact else ""
    # A wide table scrolls sideways on a narrow screen, so the keyboard must be able to reach it.
    is_wide = len(block.columns) > _NARROW
    wide = " wide" if is_wide else ""
    scroll = Markup(' class="scroll" role="group" tabindex="0" aria-labelledby="{}-caption"').format(part.id) if is_wide else ""
    return Markup(
        '<div class="table{size}{wide}" id="{id}"><div{scroll}>'
        '<table><caption id="{id}-caption"><span class="caption">{number}{caption}</span></caption><colgroup>{columns}</colgroup>'
        "<thead><tr>{head}</tr></thead><tbody>\n{rows}\n</tbody></table></div>{note}</div>"
    ).format(
        size=size,
        wide=wide,
        scroll=scroll,
        id=part.id,
        number=_label(part),
        caption=block.caption,
        columns=columns,
        head=head,
        rows=rows,
        note=note,
    )


def _row(row: tuple[Cell, ...], columns: tuple[Column, ...]) -> Markup:
    cells = []
    for place, (one, column) in enumerate(zip(row, columns, strict=True)):
        classes = f"{column.kind} {one.tone or ''}".strip()
        words = _text(one.text)
        if one.tone and (one.tone.startswith("level") or one.tone == "unknown"):
            words = Markup("<span>{}</span>").format(words)
        shape = '<th scope="row" class="{}">{}</th>' if place == 0 else '<td class="{}">{}</td>'
        cells.append(Markup(shape).format(classes, words))
    return Markup("").join(cells)


def _cards(block: ScoreCards, part: Numbered) -> Markup:
    return Markup('<div class="cards">{}</div>').format(Markup("").join(_card(card) for card in block.cards))


def _card(card: ScoreCard) -> Markup:
    unit = Markup(' <span class="unit">{}</span>').format(card.unit) if card.unit else ""
    note = Markup('<p class="card-note">{}</p>').format(card.note) if card.note else ""
    return Markup('<div class="card {}"><p class="card-label">{}</p><p class="card-value">{}{}</p>{}</div>').format(
        card.tone or "", card.label, card.value, unit, note
    )


def _definitions(block: DefinitionList, part: Numbered) -> Markup:
    items = Markup("").join(Markup("<dt>{}</dt><dd>{}</dd>").format(term, _text(text)) for term, text in block.items)
    return Markup("<dl>{}</dl>").format(items)


def _page_break(block: PageBreak, part: Numbered) -> Markup:
    return Markup('<div class="page-break"></div>')


def cover(block: Cover, part: Numbered | None = None) -> Markup:
    """The cover, the page's banner."""
    facts = Markup("").join(Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(*fact) for fact in block.facts)
    subtitle = Markup('<p class="subtitle">{}</p>').format(block.subtitle) if block.subtitle else ""
    notice = Markup('<p class="notice">{}</p>').format(block.notice) if block.notice else ""
    return Markup('<div class="cover"><p class="administration">{}</p><h1>{}</h1>{}{}{}<dl class="facts">{}</dl></div>').format(
        block.administration, block.title, subtitle, notice, _motif(block), facts
    )


def _motif(block: Cover) -> Markup:
    rows = Markup("").join(
        Markup("<div>{}</div>").format(Markup("").join(Markup('<i class="m{}"></i>').format(min(max(level, 0), 5)) for level in row))
        for row in block.motif
    )
    return Markup('<div class="motif" aria-hidden="true">{}</div>').format(rows) if block.motif else Markup("")


def _label(part: Numbered) -> Markup:
    return Markup('<span class="number">{}</span> ').format(part.number) if part.number else Markup("")


_RENDERERS: dict[type, Callable[[Any, Numbered], Markup]] = {
    Cover: cover,
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

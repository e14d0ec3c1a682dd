"""A whole report: its cover, and its blocks with chapter, figure and table numbers that are the same in every form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from diagnostics.reporting.blocks import (
    BadBlocks,
    Block,
    Blocks,
    BulletList,
    Callout,
    Cell,
    Cover,
    DefinitionList,
    Figure,
    Heading,
    Paragraph,
    Span,
    Table,
    Text,
)
from diagnostics.reporting.speaker import Speaker, speaker

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True)
class Numbered:
    """A block with its number and its place's id: "2", "2.1", "A", "Figure 3" in the document's language; empty where it has none."""

    block: Block
    number: str = ""
    id: str = ""


@dataclass(frozen=True)
class Document:
    """What an exporter renders."""

    cover: Cover
    body: tuple[Numbered, ...]

    @property
    def headings(self) -> tuple[Numbered, ...]:
        """The headings in order, for the table of contents."""
        return tuple(part for part in self.body if isinstance(part.block, Heading))


def document(blocks: Blocks) -> Document:
    """Number the blocks of a report.

    Raises:
        BadBlocks: there is no cover, more than one, or a heading skips a level (assistive software reads the levels).
    """
    covers = [block for block in blocks if isinstance(block, Cover)]
    if len(covers) != 1:
        raise BadBlocks(f"a report has one cover; found {len(covers)}. Show the cover in one cell of the notebook")
    inside = tuple(block for block in blocks if not isinstance(block, Cover))
    anchors = {block.anchor for block in inside if isinstance(block, Heading)}
    say = speaker(covers[0].language)
    return Document(covers[0], tuple(_numbered(say, tuple(_without_dead_links(block, anchors) for block in inside))))


def _numbered(say: Speaker, blocks: tuple[Block, ...]) -> Iterator[Numbered]:
    count = {"chapter": 0, "annex": 0, "section": 0, "figure": 0, "table": 0}
    chapter, above, seen = "", 0, set()
    for block in blocks:
        if isinstance(block, Heading):
            if block.level > above + 1:
                raise BadBlocks(f"the heading '{block.text}' of level {block.level} follows one of level {above}; use level {above + 1}")
            above = block.level
            if block.level == 1:
                sort = "annex" if block.annex else "chapter"
                count[sort] += 1
                count["section"] = 0
                chapter = _LETTERS[count["annex"] - 1] if block.annex else str(count["chapter"])
            count["section"] += block.level == 2
            number = {1: chapter, 2: f"{chapter}.{count['section']}", 3: ""}[block.level]
            yield Numbered(block, number, _unique(block.anchor, seen))
        elif isinstance(block, Figure | Table):
            sort = "figure" if isinstance(block, Figure) else "table"
            count[sort] += 1
            number = str(count[sort])
            label = say("figure-number", number=number) if sort == "figure" else say("table-number", number=number)
            yield Numbered(block, label, _unique(f"{sort}-{count[sort]}", seen))
        else:
            yield Numbered(block)


def _unique(wanted: str, seen: set[str]) -> str:
    name, number = wanted, 2
    while name in seen:
        name, number = f"{wanted}-{number}", number + 1
    seen.add(name)
    return name


def _without_dead_links(block: Block, anchors: set[str]) -> Block:
    """Take away links to headings that this report does not hold, e.g. when a section is left out."""

    def live(text: Text) -> Text:
        if isinstance(text, str):
            return text
        return tuple(span if span.link in anchors else Span(span.text, span.strong) for span in text)

    match block:
        case Paragraph():
            return replace(block, text=live(block.text))
        case Callout():
            return replace(block, text=tuple(live(text) for text in block.text))
        case BulletList():
            return replace(block, items=tuple(live(text) for text in block.items))
        case DefinitionList():
            return replace(block, items=tuple((term, live(text)) for term, text in block.items))
        case Table():
            return replace(block, rows=tuple(tuple(Cell(live(one.text), one.tone) for one in row) for row in block.rows))
    return block

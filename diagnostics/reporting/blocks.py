"""What a report is made of. Every form of the report (HTML, PDF, …) renders these blocks and nothing else.

A block shows itself in Jupyter by a MIME bundle: ``text/html`` for eyes, ``application/vnd.hrm-review.block+json``
for the exporters, which read it back with ``blocks_from_notebook``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, ValidationError

from diagnostics.definitions.mission import Language

BLOCK_MIME = "application/vnd.hrm-review.block+json"
ANCHOR = r"^[a-z][a-z0-9-]*$"

Anchor = Annotated[str, Field(pattern=ANCHOR)]
Tone = Literal["level-1", "level-2", "level-3", "level-4", "level-5", "unknown", "attention", "good", "muted", "strong"]
ColumnKind = Literal["text", "number", "level"]


@dataclass(frozen=True)
class Span:
    """A run of words within a text."""

    text: str
    strong: bool = False
    link: Anchor | None = None
    """The anchor of a heading of the same report. A link to an anchor that is not there is shown as plain words."""


Text = str | tuple[Span, ...]


class _Shown:
    """How blocks appear in Jupyter."""

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        from diagnostics.reporting.block_html import preview

        return {"text/html": preview(self), BLOCK_MIME: as_json(self)}  # type: ignore[arg-type]


@dataclass(frozen=True)
class Cover(_Shown):
    """The first page, and what the whole document is called."""

    title: str
    administration: str
    date: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    """ISO day on which the figures are true. It is the document's date: a report made again is the same report."""
    subtitle: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    """Label and value, e.g. ("Figures as of", "1 November 2026")."""
    notice: str = ""
    """Stands on every page, e.g. that the data are synthetic."""
    language: Language = "en"
    motif: tuple[tuple[int, ...], ...] = ()
    """Rows of levels 0–5 that make the cover's picture; 0 is unknown. Decoration only."""
    brief: bool = False
    """A report of a few pages: the title stands above the first page instead of on one of its own, and there are no contents."""
    kind: Literal["cover"] = "cover"


@dataclass(frozen=True)
class Heading(_Shown):
    """A heading. Level 1 opens a chapter on a new page."""

    text: str
    level: Literal[1, 2, 3] = 1
    anchor: Anchor = "section"
    new_page: bool = False
    annex: bool = False
    """Chapters of the annex are lettered instead of numbered."""
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True)
class Paragraph(_Shown):
    """Running text. The lead stands at the head of a chapter; a note is small print."""

    text: Text
    style: Literal["body", "lead", "note"] = "body"
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True)
class Callout(_Shown):
    """A boxed remark."""

    title: str
    text: tuple[Text, ...]
    tone: Literal["note", "attention"] = "note"
    kind: Literal["callout"] = "callout"


@dataclass(frozen=True)
class BulletList(_Shown):
    """A list of sentences."""

    items: tuple[Text, ...]
    ordered: bool = False
    kind: Literal["list"] = "list"


@dataclass(frozen=True)
class Figure(_Shown):
    """A chart. Its title says the message; its alt text says in words what the chart shows."""

    title: str
    svg: str
    alt: Annotated[str, Field(min_length=20)]
    caption: str = ""
    """How to read the chart, and where the figures come from."""
    kind: Literal["figure"] = "figure"


@dataclass(frozen=True)
class Column:
    """One column of a table. ``width`` is its share of the table's width."""

    label: str
    kind: ColumnKind = "text"
    width: Annotated[float, Field(gt=0)] = 1


@dataclass(frozen=True)
class Cell:
    """One cell. Its tone colours it; the words never depend on the colour."""

    text: Text
    tone: Tone | None = None


@dataclass(frozen=True)
class Table(_Shown):
    """A table. The first column names the row; the header is repeated on every page; rows are not broken."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    compact: bool = False
    """Small print, for annexes."""
    kind: Literal["table"] = "table"


@dataclass(frozen=True)
class ScoreCard:
    """One large figure with what it means."""

    label: str
    value: str
    unit: str = ""
    note: str = ""
    tone: Tone | None = None


@dataclass(frozen=True)
class ScoreCards(_Shown):
    """A row of large figures."""

    cards: tuple[ScoreCard, ...]
    kind: Literal["cards"] = "cards"


@dataclass(frozen=True)
class DefinitionList(_Shown):
    """Terms and what they mean, or names and values."""

    items: tuple[tuple[str, Text], ...]
    kind: Literal["definitions"] = "definitions"


@dataclass(frozen=True)
class PageBreak(_Shown):
    """What follows starts on a new page."""

    kind: Literal["page-break"] = "page-break"


Block = Cover | Heading | Paragraph | Callout | BulletList | Figure | Table | ScoreCards | DefinitionList | PageBreak
_READER: TypeAdapter[tuple[Block, ...]] = TypeAdapter(tuple[Annotated[Block, Field(discriminator="kind")], ...])


@dataclass(frozen=True)
class Blocks(_Shown):
    """Several blocks in order, so that one notebook cell may end in a whole section."""

    items: tuple[Block, ...]

    def __iter__(self) -> Iterator[Block]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __add__(self, other: Blocks) -> Blocks:
        return Blocks(self.items + other.items)


class BadBlocks(ValueError):
    """Something is not a report block, or a notebook holds none."""


def section(*parts: Block | Blocks | Iterable[Block] | None) -> Blocks:
    """Blocks from blocks and lists of blocks; ``None`` is left out."""
    items: list[Block] = []
    for part in parts:
        if part is None:
            continue
        items.extend(part if not isinstance(part, Block) else [part])
    return Blocks(tuple(items))


def anchor(*words: str) -> str:
    """An anchor from words: letters, digits and hyphens only, so that it is safe anywhere."""
    slug = re.sub(r"[^a-z0-9]+", "-", " ".join(words).lower()).strip("-")
    return slug if slug[:1].isalpha() else f"s-{slug}".rstrip("-")


def cell(text: Text, tone: Tone | None = None) -> Cell:
    """A table cell."""
    return Cell(text, tone)


def plain(text: Text) -> str:
    """A text without its emphasis and links."""
    return text if isinstance(text, str) else "".join(span.text for span in text)


def as_json(block: Block | Blocks) -> dict[str, Any]:
    """A block as plain JSON data, always in the same order."""
    if isinstance(block, Blocks):
        return {"kind": "blocks", "items": [as_json(item) for item in block.items]}
    return _READER.dump_python((block,), mode="json")[0]


def blocks_from_json(data: Any) -> Blocks:
    """Blocks from what ``as_json`` wrote. Raises ``BadBlocks`` where the data are something else."""
    items = data.get("items") if isinstance(data, dict) and data.get("kind") == "blocks" else [data]
    try:
        return Blocks(_READER.validate_python(items))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise BadBlocks(f"this is not a block of a report: {place}: {first['msg']}") from None


def blocks_from_notebook(notebook: Any) -> Blocks:
    """The blocks in a run notebook's outputs, in order.

    Raises:
        BadBlocks: a cell ended in an error, or no output is a block (the notebook has not been run).
    """
    parts: list[Blocks] = []
    for number, one_cell in enumerate(notebook.cells, start=1):
        for output in one_cell.get("outputs", ()):
            if output.get("output_type") == "error":
                raise BadBlocks(f"cell {number} of the notebook ended in an error; mend it and run the notebook again")
            data = output.get("data", {})
            if BLOCK_MIME in data:
                parts.append(blocks_from_json(data[BLOCK_MIME]))
    if not parts:
        raise BadBlocks("the notebook holds no report blocks; run it first, then export it again")
    return section(*parts)

"""The report as one HTML file that needs no network: no script, no address, fonts and charts inside."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from diagnostics.reporting import block_html
from diagnostics.reporting.blocks import Heading
from diagnostics.reporting.document import Document
from diagnostics.reporting.speaker import speaker
from diagnostics.reporting.theme import FONTS, REPORTS, theme

# The parts into which the foundry cuts its web fonts, by the letters they hold.
_PARTS = {
    "Latin1": ((0x20, 0x7E), (0xA0, 0xFF), (0x131, 0x131), (0x152, 0x153), (0x2C6, 0x2DC), (0x2013, 0x2014),
               (0x2018, 0x2022), (0x2026, 0x2044), (0x2074, 0x2074), (0x20AC, 0x20AC), (0x2122, 0x2122), (0x2212, 0x2212)),
    "Latin2": ((0x100, 0x130), (0x132, 0x151), (0x154, 0x24F), (0x1E80, 0x1E9E), (0x20A0, 0x20AB)),
    "Cyrillic": ((0x400, 0x4F9),),
    "Pi": ((0x2032, 0x2033), (0x2070, 0x2070), (0x2075, 0x2089), (0x2113, 0x2126), (0x2150, 0x215E), (0x2190, 0x2199), (0x2202, 0x2202),
           (0x2206, 0x2206), (0x2211, 0x221E), (0x2248, 0x2248), (0x2260, 0x2265), (0x2713, 0x2713)),
}  # fmt: skip
_FACES = (
    ("Sans-Regular", "text", 400, "normal"),
    ("Sans-Bold", "text", 700, "normal"),
    ("Sans-Italic", "text", 400, "italic"),
    ("Serif-Regular", "display", 400, "normal"),
)


@dataclass
class _Chapter:
    """One chapter while the page is put together."""

    id: str
    number: str
    text: str
    parts: list[Markup] = field(default_factory=list)
    sections: list[dict[str, str]] = field(default_factory=list)


def render_html(document: Document) -> str:
    """A report as one HTML page."""
    chapters = _chapters(document)
    body = block_html.cover(document.cover) + Markup("").join(part for chapter in chapters for part in chapter.parts)
    page = _template().render(
        cover=document.cover,
        say=speaker(document.cover.language),
        title=f"{document.cover.title}: {document.cover.administration}",
        banner=block_html.cover(document.cover),
        chapters=chapters,
        fonts=Markup(_font_faces(str(body) + document.cover.title)),
        blocks_style=Markup(block_html.style_sheet()),
        page_style=Markup((REPORTS / "html" / "page.css").read_text(encoding="utf-8")),
    )
    return page + "\n"


def _chapters(document: Document) -> list[_Chapter]:
    chapters: list[_Chapter] = []
    for part in document.body:
        block = part.block
        if isinstance(block, Heading) and block.level == 1:
            chapters.append(_Chapter(part.id, part.number, block.text))
        elif isinstance(block, Heading) and block.level == 2 and chapters:
            chapters[-1].sections.append({"id": part.id, "text": block.text})
        if chapters:
            chapters[-1].parts.append(block_html.render(part))
    return chapters


def _font_faces(text: str) -> str:
    """The faces as data, but only the parts whose letters the report uses."""
    letters = {ord(letter) for letter in text}
    parts = [name for name, spans in _PARTS.items() if any(low <= letter <= high for letter in letters for low, high in spans)]
    return "\n".join(_font_face(face, family, weight, style, part) for face, family, weight, style in _FACES for part in parts)


@lru_cache(maxsize=64)
def _font_face(face: str, family: str, weight: int, style: str, part: str) -> str:
    data = base64.b64encode((FONTS / "web" / f"IBMPlex{face}-{part}.woff2").read_bytes()).decode("ascii")
    name = theme().text_font if family == "text" else theme().display_font
    span = ", ".join(f"U+{low:04X}" if low == high else f"U+{low:04X}-{high:04X}" for low, high in _PARTS[part])
    return (
        f'@font-face {{ font-family: "{name}"; font-weight: {weight}; font-style: {style}; unicode-range: {span}; '
        f'src: url("data:font/woff2;base64,{data}") format("woff2"); }}'
    )


@lru_cache(maxsize=1)
def _template():
    environment = Environment(
        loader=FileSystemLoader(REPORTS / "html"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("report.html.j2")

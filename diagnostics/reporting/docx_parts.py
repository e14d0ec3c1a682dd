"""What a Word document is put together from: styles, tables that assistive software can read, pictures of charts with their alt text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any

from diagnostics.reporting.blocks import Text
from diagnostics.reporting.figures.svg import safe_svg
from diagnostics.reporting.theme import FONTS, theme

TEXT_WIDTH = 165.0
"""Millimetres between the margins of an A4 page."""
FONT = "Calibri"  # the reader's office programs have it, or one of the same measures; our own typeface they have not
_MARGIN = 22.5
_PIXELS_PER_INCH = 200
_OF_WORD = {"sr-Latn": "sr-Latn-RS", "sr-Cyrl": "sr-Cyrl-RS"}  # as word processors name the languages that they know
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)

_STYLES = (
    # name, based on, points, bold, colour of the theme, space before, space after
    ("Administration", "Normal", 13, False, "deep", 140, 6),
    ("Notice", "Normal", 9, False, "accent", 0, 18),
    ("Lead", "Normal", 12.5, False, "ink", 0, 12),
    ("Note", "Normal", 8.5, False, "muted", 2, 12),
    ("Callout Title", "Normal", 11.5, True, "ink", 2, 4),
    ("Ordered", "Normal", 10.5, False, "ink", 0, 4),
    ("Cell", "Normal", 9.5, False, "ink", 1, 1),
    ("Small Cell", "Normal", 8, False, "ink", 1, 1),
    ("Card Value", "Normal", 20, True, "deep", 0, 0),
    ("Gap", "Normal", 4, False, "ink", 0, 4),
)
_HEADINGS = (
    ("Title", 26, "ink", 0, 6),
    ("Subtitle", 14, "muted", 0, 18),
    ("Heading 1", 20, "ink", 0, 10),
    ("Heading 2", 14, "ink", 16, 6),
    ("Heading 3", 11.5, "deep", 10, 4),
    ("Caption", 10, "ink", 10, 4),
)


def empty_document(language: str) -> Any:
    """A document on A4 with the report's styles and no content."""
    from docx import Document
    from docx.shared import Mm

    word = Document()
    page = word.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(_MARGIN)
    page.top_margin = page.bottom_margin = Mm(20)
    _styles(word, language)
    return word


def _styles(word: Any, language: str) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm

    normal = word.styles["Normal"]
    _look(normal, 10.5, False, "ink", 0, 6)
    # What a screen reader pronounces the words in, and what a spelling checker checks them by.
    tongue = OxmlElement("w:lang")
    tongue.set(qn("w:val"), _OF_WORD.get(language, language))
    normal.element.get_or_add_rPr().append(tongue)
    for name, base, points, bold, colour, before, after in _STYLES:
        style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = word.styles[base]
        _look(style, points, bold, colour, before, after)
    for name, points, colour, before, after in _HEADINGS:
        _look(word.styles[name], points, name.startswith("Heading"), colour, before, after)
    for border in word.styles["Title"].element.xpath(".//w:pBdr"):
        border.getparent().remove(border)
    ordered = word.styles["Ordered"].paragraph_format
    ordered.left_indent, ordered.first_line_indent = Mm(8), Mm(-8)
    ordered.tab_stops.add_tab_stop(Mm(8))


def _look(style: Any, points: float, bold: bool, colour: str, before: float, after: float) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size, style.font.bold, style.font.italic = FONT, Pt(points), bold, False
    style.font.color.rgb = RGBColor.from_string(getattr(theme(), colour).lstrip("#"))
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme_font in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme_font), None)
    fonts.set(qn("w:cs"), FONT)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def write_text(paragraph: Any, text: Text, anchors: set[str]) -> None:
    """Add a text to a paragraph: emphasis stays, links to headings of this document can be followed."""
    if isinstance(text, str):
        paragraph.add_run(text)
        return
    for span in text:
        if span.link in anchors:
            _link(paragraph, span.text, span.link, span.strong)
        else:
            paragraph.add_run(span.text).bold = span.strong or None


def _link(paragraph: Any, text: str, anchor: str, strong: bool) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), anchor)
    run = paragraph.add_run(text)
    run.bold = strong or None
    run.underline = True
    run.font.color.rgb = RGBColor.from_string(theme().deep.lstrip("#"))
    link.append(run._r)
    paragraph._p.append(link)


def bookmark(paragraph: Any, name: str) -> None:
    """Name a place in the document, so that links reach it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    number = str(len(paragraph.part.element.xpath("//w:bookmarkStart")) + 1)
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), number)
        if tag == "w:bookmarkStart":
            mark.set(qn("w:name"), name)
        paragraph._p.append(mark)


def table_of(word: Any, rows: int, widths: Sequence[float], *, header: bool = True, bordered: bool = True) -> Any:
    """An empty table.

    Args:
        word: the document.
        rows: how many, the header included.
        widths: of the columns, in millimetres.
        header: whether the first row names the columns: it is then repeated on every page.
        bordered: whether lines are drawn.
    """
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    table = word.add_table(rows, len(widths))
    if bordered:
        table.style = "Table Grid"
        _thin_lines(table)
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for number, row in enumerate(table.rows):
        about = row._tr.get_or_add_trPr()
        about.append(OxmlElement("w:cantSplit"))
        if header and number == 0 and rows > 1:
            about.append(OxmlElement("w:tblHeader"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    return table


def _thin_lines(table: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        visible = side in ("top", "bottom", "insideH")
        for key, value in {"val": "single" if visible else "nil", "sz": "4", "space": "0", "color": theme().line.lstrip("#")}.items():
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)


def shade(cell: Any, colour: str) -> None:
    """Colour a cell; its words must say the same without the colour."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    fill = OxmlElement("w:shd")
    for key, value in {"val": "clear", "color": "auto", "fill": colour.lstrip("#")}.items():
        fill.set(qn(f"w:{key}"), value)
    cell._tc.get_or_add_tcPr().append(fill)


def picture(paragraph: Any, svg: str, alt: str) -> None:
    """Put a chart into a paragraph, as wide as the text, with its words for those who do not see it."""
    from docx.shared import Mm

    shape = paragraph.add_run().add_picture(io.BytesIO(_png(safe_svg(svg))), width=Mm(TEXT_WIDTH))
    shape._inline.docPr.set("descr", alt)
    shape._inline.docPr.set("name", "")


def _png(svg: str) -> bytes:
    """A chart as a picture in our own typefaces: word processors draw SVG differently, older ones not at all."""
    import typst

    page = "#set page(width: auto, height: auto, margin: 0pt)"
    source = f'{page}\n#set text(font: "{theme().text_font}")\n#image(bytes(sys.inputs.svg), format: "svg", width: {TEXT_WIDTH}mm)'
    return typst.compile(
        source.encode("utf-8"),
        format="png",
        ppi=_PIXELS_PER_INCH,
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"svg": svg},
    )


def page_footer(word: Any, text: str) -> None:
    """A footer with a text and the page's number."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    paragraph = word.sections[0].footer.paragraphs[0]
    paragraph.style = "Note"
    paragraph.add_run(f"{text}\u2003")
    run = paragraph.add_run()
    for kind, instruction in (("begin", None), (None, "PAGE"), ("end", None)):
        part = OxmlElement("w:instrText" if instruction else "w:fldChar")
        if instruction:
            part.text = instruction
        else:
            part.set(qn("w:fldCharType"), kind)
        run._r.append(part)


def fixed_zip(content: bytes) -> bytes:
    """The same archive with one fixed date on all its parts: a document made again is the same file."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(zipfile.ZipInfo(info.filename, _ZIP_DAY), old.read(info.filename), zipfile.ZIP_DEFLATED)
    return out.getvalue()

"""Charts as SVG that may stand inside an HTML page: no scripts, no addresses, ids of its own, and words for those who do not see it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

SVG = "http://www.w3.org/2000/svg"
XLINK = "{http://www.w3.org/1999/xlink}href"
_ELEMENTS = frozenset(
    ("svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "defs", "clipPath", "use")
)
_ATTRIBUTES = frozenset(
    [
        "id",
        "d",
        "x",
        "y",
        "x1",
        "x2",
        "y1",
        "y2",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "width",
        "height",
        "points",
        "transform",
        "style",
        "fill",
        "stroke",
        "viewBox",
        "clip-path",
        "opacity",
        "font-size",
        "font-family",
        "font-weight",
        "text-anchor",
        "stroke-width",
        "stroke-dasharray",
        "preserveAspectRatio",
    ]
)
_LOCAL = re.compile(r"url\(\s*#([^)\s]+)\s*\)")
_FOREIGN = re.compile(r"url\(\s*(?!#)|@import|expression|javascript:|[<>]", re.IGNORECASE)
_BASE_STYLE = "stroke-linejoin: round; stroke-linecap: butt"


class UnsafeSvg(ValueError):
    """The SVG cannot be taken in."""


def safe_svg(source: str) -> str:
    """Keep what draws and leave out what acts or loads. Doing it twice changes nothing.

    Args:
        source: an SVG document, from matplotlib or from a notebook that may have been tampered with.
    """
    body = re.sub(r"<\?xml[^>]*\?>|<!DOCTYPE[^>\[]*>", "", source).strip()
    if "<!ENTITY" in body or "<!DOCTYPE" in body:
        raise UnsafeSvg("the chart declares entities of its own; make it again")
    try:
        root = ET.fromstring(body)
    except ET.ParseError as error:
        raise UnsafeSvg(f"the chart is not readable SVG ({error}); make it again") from None
    if root.tag != f"{{{SVG}}}svg":
        raise UnsafeSvg("the chart is not SVG; make it again")
    return _written(_kept(root, top=True))


def for_page(svg: str, prefix: str, alt: str) -> str:
    """Make a clean SVG ready for a page that holds others.

    Args:
        svg: as ``safe_svg`` gives it.
        prefix: put before every id, so that two charts never share one.
        alt: what the chart shows, in words.
    """
    root = ET.fromstring(svg)
    for element in root.iter():
        for name, value in list(element.attrib.items()):
            if name == "id":
                element.set(name, f"{prefix}-{value}")
            elif name in (XLINK, "href"):
                element.set(name, f"#{prefix}-{value.removeprefix('#')}")
            elif "url(" in value:
                element.set(name, _LOCAL.sub(rf"url(#{prefix}-\1)", value))
    description = ET.Element(f"{{{SVG}}}desc", {"id": f"{prefix}-alt"})
    description.text = alt
    root.insert(0, description)
    root.set("role", "img")
    root.set("aria-labelledby", f"{prefix}-alt")
    _drop_size(root)
    return _written(root)


def size_of(svg: str) -> tuple[float, float]:
    """Width and height of the drawing, in its own units."""
    found = re.search(r'viewBox="([^"]+)"', svg)
    numbers = [float(number) for number in found.group(1).split()] if found else [0.0, 0.0, 1.0, 1.0]
    return numbers[2], numbers[3]


def _kept(element: ET.Element, top: bool = False) -> ET.Element:
    copy = ET.Element(element.tag)
    for name, value in element.attrib.items():
        if (name in _ATTRIBUTES and not _FOREIGN.search(value)) or (name in (XLINK, "href") and value.startswith("#")):
            copy.set(name, value)
    if top:
        # matplotlib says this in a style sheet, which would reach the whole page around the chart.
        copy.set("style", _BASE_STYLE)
    copy.text = element.text
    for child in element:
        if isinstance(child.tag, str) and child.tag.removeprefix(f"{{{SVG}}}") in _ELEMENTS and child.tag.startswith(f"{{{SVG}}}"):
            kept = _kept(child)
            kept.tail = child.tail
            copy.append(kept)
    return copy


def _drop_size(root: ET.Element) -> None:
    """Leave the size to the page; the viewBox keeps the proportions."""
    for name in ("width", "height"):
        root.attrib.pop(name, None)


def _written(root: ET.Element) -> str:
    # Prefixes are known to the whole process, and other libraries take the empty one for their own; a browser draws no <ns0:svg>.
    ET.register_namespace("", SVG)
    ET.register_namespace("xlink", XLINK[1:].partition("}")[0])
    return ET.tostring(root, encoding="unicode")

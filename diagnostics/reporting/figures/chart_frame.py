"""The sheet on which every chart is drawn: our typefaces and colours, and SVG that is the same each time it is made."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

import matplotlib
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure as Sheet
from matplotlib.lines import Line2D

from diagnostics.reporting.figures.svg import safe_svg
from diagnostics.reporting.theme import FONTS, theme

WIDTH = 6.38  # inches: the width of the PDF's page between its margins
SMALL, NORMAL = 7.0, 8.0  # points


@lru_cache(maxsize=1)
def _register_fonts() -> None:
    for path in sorted(FONTS.glob("*.ttf")):
        font_manager.fontManager.addfont(str(path))


def _style() -> dict[str, object]:
    look = theme()
    return {
        "svg.fonttype": "none",  # words stay words: they can be searched, selected and read aloud
        "svg.hashsalt": "hrm-review",
        "text.parse_math": False,  # a "$" in somebody's text is a dollar
        "font.family": [look.text_font],
        "font.size": NORMAL,
        "text.color": look.ink,
        "axes.labelcolor": look.ink,
        "axes.edgecolor": look.line,
        "axes.linewidth": 0.6,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.spines.left": False,
        "axes.axisbelow": True,
        "axes.grid": False,
        "grid.color": look.line,
        "grid.linewidth": 0.5,
        "xtick.color": look.muted,
        "ytick.color": look.ink,
        "xtick.labelsize": SMALL,
        "ytick.labelsize": NORMAL,
        "xtick.major.size": 0,
        "ytick.major.size": 0,
        "legend.frameon": False,
        "legend.fontsize": SMALL,
        "figure.facecolor": "none",
        "axes.facecolor": "none",
        "axes.unicode_minus": True,
    }


@contextmanager
def sheet(height: float, left: float = 0.02, right: float = 0.98, top: float = 0.98, bottom: float = 0.06) -> Iterator[Axes]:
    """An empty chart of the page's width.

    Args:
        height: in inches.
        left, right: edges of the plot as shares of the width.
        top, bottom: edges of the plot as shares of the height.
    """
    _register_fonts()
    with matplotlib.rc_context(_style()):
        drawing = Sheet(figsize=(WIDTH, height))
        axes = drawing.add_axes((left, bottom, right - left, top - bottom))
        yield axes


def drawn(axes: Axes) -> str:
    """The chart as clean SVG."""
    buffer = io.StringIO()
    with matplotlib.rc_context(_style()):
        axes.figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None}, transparent=True)
    return safe_svg(buffer.getvalue())


def ramp() -> LinearSegmentedColormap:
    """Light is low, dark is high. Lightness falls evenly, so the order survives every kind of colour vision and grey print."""
    return LinearSegmentedColormap.from_list("maturity", list(theme().levels))


def wrapped(text: str, width: int, lines: int = 3) -> str:
    """A text broken into lines; what does not fit ends in an ellipsis."""
    return "\n".join(textwrap.wrap(text, width, max_lines=lines, placeholder=" …"))


def legend(axes: Axes, handles: list[Line2D]) -> None:
    """A legend in one line above the plot, at its right end."""
    place = {"loc": "lower right", "bbox_to_anchor": (1.0, 1.0), "borderaxespad": 0.2}
    axes.legend(handles=handles, ncols=len(handles), handlelength=1.4, handletextpad=0.5, columnspacing=1.6, **place)

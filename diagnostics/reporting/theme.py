"""Colours and typefaces of every form of the report, read from ``reports/theme.json``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

REPORTS = Path(__file__).resolve().parents[2] / "reports"
"""Where templates, styles and fonts lie."""
FONTS = REPORTS / "fonts"

READABLE = 4.5
"""The contrast that WCAG 2.2 asks of text at level AA."""


@dataclass(frozen=True)
class Theme:
    """What HTML, PDF and charts have in common."""

    text_font: str
    display_font: str
    ink: str
    muted: str
    line: str
    wash: str
    paper: str
    deep: str
    accent: str
    accent_wash: str
    beside: str
    levels: tuple[str, ...]
    level_text: tuple[str, ...]

    def colours(self) -> dict[str, str]:
        """Name → colour, one entry a level, as style sheets want them."""
        names = ("ink", "muted", "line", "wash", "paper", "deep", "accent", "accent_wash", "beside")
        plain = {name.replace("_", "-"): getattr(self, name) for name in names}
        levels = {f"level-{number}": colour for number, colour in enumerate(self.levels, start=1)}
        texts = {f"level-{number}-text": colour for number, colour in enumerate(self.level_text, start=1)}
        return {**plain, **levels, **texts}


@lru_cache(maxsize=1)
def theme() -> Theme:
    """The theme in force."""
    read = json.loads((REPORTS / "theme.json").read_text(encoding="utf-8"))
    fonts = read.pop("fonts")
    lists = {"levels": tuple(read.pop("levels")), "level_text": tuple(read.pop("level_text"))}
    return Theme(text_font=fonts["text"], display_font=fonts["display"], **read, **lists)


def contrast(one: str, other: str) -> float:
    """The WCAG contrast ratio of two colours given as ``#RRGGBB``: 1 (equal) to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable_on(background: str) -> str:
    """Ink where it can be read on a background, else white, else black: one of the three always reaches 4.5."""
    fits = (colour for colour in (theme().ink, "#FFFFFF", "#000000") if contrast(colour, background) >= READABLE)
    return next(fits, "#000000")


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

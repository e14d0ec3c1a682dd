"""Words on a chart: how much room they take, where they break, and where they fit without lying on each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from matplotlib.font_manager import get_font
from matplotlib.ft2font import LoadFlags

from diagnostics.reporting.theme import FONTS

LEADING = 1.22
"""Height of a line ÷ size of its letters."""
_PART = 64.0  # FreeType counts in sixty-fourths
_MEASURED_AT = 200  # points
_GAP, _FAR = 2.0, (0.0, 7.0, 15.0, 26.0)  # points between a mark and its words, beside it and aslant
_STRAIGHT = 0.1
_STEPS = 20  # at which a line is looked at


def width_of(text: str, size: float, bold: bool = False) -> float:
    """How wide a line of text is in our own typeface, in points."""
    return max((_line_width(line, size, bold) for line in text.split("\n")), default=0.0)


@lru_cache(maxsize=4096)
def _line_width(line: str, size: float, bold: bool) -> float:
    font = get_font(str(FONTS / ("IBMPlexSans-Bold.ttf" if bold else "IBMPlexSans-Regular.ttf")))
    # Measured large and without hinting, which would round each letter to whole points.
    font.set_size(_MEASURED_AT, 72)
    font.set_text(line, 0.0, flags=LoadFlags.NO_HINTING)
    return font.get_width_height()[0] / _PART * size / _MEASURED_AT


def fitted(text: str, size: float, room: float, lines: int) -> str:
    """A text broken into lines that are no wider than ``room`` points; a longer word is broken, what does not fit ends in an ellipsis."""
    words = [part for word in text.split() for part in _parts(word, size, room)]
    done = [""]
    for place, word in enumerate(words):
        longer = f"{done[-1]} {word}".strip()
        if width_of(longer, size) <= room:
            done[-1] = longer
        elif len(done) < lines:
            done.append(word)
        else:
            done[-1] = _cut(" ".join([done[-1], *words[place:]]), size, room)
            break
    return "\n".join(done)


def _parts(word: str, size: float, room: float) -> Iterator[str]:
    """A word, in pieces where it is wider than the room."""
    while width_of(word, size) > room and len(word) > 1:
        fits = next(count for count in range(len(word) - 1, 0, -1) if count == 1 or width_of(word[:count], size) <= room)
        yield word[:fits]
        word = word[fits:]
    yield word


def _cut(line: str, size: float, room: float) -> str:
    while line and width_of(f"{line} …", size) > room:
        line = line.rpartition(" ")[0] or line[:-1]
    return f"{line} …"


@dataclass(frozen=True)
class Box:
    """A rectangle on the sheet, in points."""

    left: float
    bottom: float
    right: float
    top: float

    def overlaps(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        return self.left < other.right and other.left < self.right and self.bottom < other.top and other.bottom < self.top

    def is_crossed(self, start: tuple[float, float], end: tuple[float, float]) -> bool:
        """Whether a line passes through it."""
        steps = [step / _STEPS for step in range(_STEPS + 1)]
        points = ((start[0] + step * (end[0] - start[0]), start[1] + step * (end[1] - start[1])) for step in steps)
        return any(self.left < x < self.right and self.bottom < y < self.top for x, y in points)

    def lies_in(self, other: Box) -> bool:
        """Whether it is wholly within the other."""
        return other.left <= self.left and self.right <= other.right and other.bottom <= self.bottom and self.top <= other.top


@dataclass(frozen=True)
class Label:
    """Words that belong to a mark on the chart. Far ones have a line to it."""

    text: str
    mark: Box
    size: float
    may_be_far: bool = True

    def boxes(self) -> Iterator[Box]:
        """Where it may stand: to the right, to the left, above, below, then aslant, near before far."""
        width, height = width_of(self.text, self.size), self.size * LEADING * (self.text.count("\n") + 1)
        mark, gap = self.mark, _GAP
        middle = (mark.bottom + mark.top - height) / 2
        right, left, centre = mark.right + gap, mark.left - gap - width, (mark.left + mark.right - width) / 2
        corners = [(right, middle), (left, middle), (centre, mark.top + 1), (centre, mark.bottom - height - 1)]
        for off in _FAR if self.may_be_far else ():
            corners += [(x, y) for y in (mark.top + off, mark.bottom - off - height) for x in (right + off, left - off)]
        yield from (Box(x, y, x + width, y + height) for x, y in corners)

    def line(self, box: Box) -> tuple[tuple[float, float], tuple[float, float]] | None:
        """From the mark to the words, where they do not stand straight beside it."""
        x, y = (self.mark.left + self.mark.right) / 2, (self.mark.bottom + self.mark.top) / 2
        end = min(max(x, box.left), box.right), min(max(y, box.bottom), box.top)
        return ((x, y), end) if abs(end[0] - x) > _STRAIGHT and abs(end[1] - y) > _STRAIGHT else None

    def is_clear(self, box: Box, busy: Sequence[Box]) -> bool:
        """Whether neither the words nor their line cross anything but the mark itself."""
        others = [other for other in busy if other != self.mark]
        if any(box.overlaps(other) for other in busy):
            return False
        line = self.line(box)
        return line is None or not any(other.is_crossed(*line) for other in others)


def placed(labels: Sequence[Label], taken: Sequence[Box], within: Box) -> list[Box | None]:
    """Where each label stands so that none lies on another or on what is taken; None where there is no room for it.

    Args:
        labels: the most important first: it has the choice.
        taken: what may not be covered.
        within: the edge of the plot.
    """
    busy = list(taken)
    places: list[Box | None] = []
    for label in labels:
        free = (box for box in label.boxes() if box.lies_in(within) and label.is_clear(box, busy))
        place = next(free, None)
        places.append(place)
        busy += [place] if place else []
    return places

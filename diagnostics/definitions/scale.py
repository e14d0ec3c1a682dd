"""What an item may be answered with, and how an answer becomes points."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, model_validator

from diagnostics.definitions.base import LARGEST, Definition, Number, Text


def _unanswered(value: Any) -> Any:
    is_number = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= LARGEST
    if value in ("lowest", "excluded") or is_number:
        return value
    raise ValueError("Write lowest, excluded or a number")


Unanswered = Annotated[Literal["lowest", "excluded"] | float, BeforeValidator(_unanswered)]


class Option(Definition):
    """One answer that a question may take."""

    code: Text
    value: Number
    label: Text | None = None


class Scale(Definition):
    """The answers that an item may take: options, or a number from ``min`` to ``max``, both ends included.

    Attributes:
        unanswered: what a blank or a don't-know counts as: the ``lowest`` answer, ``excluded``, or a value.
        same_as: codes that are read as another one and marked.
        not_applicable: codes that leave the item out; ``NA`` unless the scale names its own.
        not_used: codes that say that the item was not assessed at all: as if it were absent.
        dont_know: codes for don't know; ``DK`` unless the scale names its own.
        reached: options that count as reached under ``staged``.
        without_evidence: ``lowest`` reads an answer for which no evidence is named as the lowest one, marked.
    """

    name: Text | None = None
    options: tuple[Option, ...] = ()
    min: Number | None = None
    max: Number | None = None
    unit: Text | None = None
    unanswered: Unanswered = "excluded"
    same_as: dict[str, Text] = {}
    not_applicable: tuple[Text, ...] | None = None
    not_used: tuple[Text, ...] = ()
    dont_know: tuple[Text, ...] | None = None
    reached: tuple[Text, ...] = ()
    without_evidence: Literal["lowest"] | None = None

    def values(self) -> dict[str, float]:
        """The value of each option's code, worst first."""
        return {option.code: option.value for option in sorted(self.options, key=lambda option: option.value)}

    def special_codes(self) -> dict[str, str]:
        """The codes that are no answer, with their state: ``not-applicable``, ``not-used`` or ``dont-know``."""
        taken = {*self.values(), *self.same_as, *self.not_used}
        absent = ("NA",) if self.not_applicable is None and "NA" not in taken | set(self.dont_know or ()) else self.not_applicable or ()
        unknown = ("DK",) if self.dont_know is None and "DK" not in taken | set(self.not_applicable or ()) else self.dont_know or ()
        return dict.fromkeys(absent, "not-applicable") | dict.fromkeys(self.not_used, "not-used") | dict.fromkeys(unknown, "dont-know")

    def read_as(self, code: str) -> str:
        """The code that a code stands for, through ``same_as``."""
        seen: set[str] = set()
        while code in self.same_as and code not in seen:
            seen.add(code)
            code = self.same_as[code]
        return code

    def allowed(self) -> str:
        """What may be answered, as a message says it."""
        special = list(self.special_codes())
        if self.options:
            return ", ".join([*(option.code for option in self.options), *self.same_as, *special])
        numbers = "a number" if self.min is None or self.max is None else f"a number from {self.min:g} to {self.max:g}"
        return ", ".join([numbers, *self.same_as, *special])

    def is_answer(self, code: str) -> bool:
        """Whether a code is an option, or a number within the limits."""
        if self.options or self.min is None or self.max is None:
            return code in self.values()
        try:
            return self.min <= float(code) <= self.max
        except ValueError:
            return False


class Band(Definition):
    """The points of all values below a limit; the last band has no limit."""

    below: Number | None = None
    points: Number


class Points(Definition):
    """How an item's value becomes points: by bands, or along straight lines (flat outside)."""

    bands: tuple[Band, ...] = ()
    linear: tuple[tuple[Number, Number], ...] = ()

    @model_validator(mode="after")
    def _ordered(self) -> Points:
        if bool(self.bands) == bool(self.linear):
            raise ValueError("Write either bands or linear")
        limits = [band.below for band in self.bands]
        if self.bands and (limits[-1] is not None or None in limits[:-1]):
            raise ValueError("Each band needs 'below', and the last one has none: it takes all other values")
        steps = [limit for limit in limits if limit is not None] or [knot[0] for knot in self.linear]
        if any(later <= earlier for earlier, later in pairwise(steps)):
            raise ValueError("The limits must rise from line to line")
        return self


def points_range(points: Points | None, scale: Scale) -> tuple[float, float]:
    """The least and the most points that an answer on the scale can earn; without ``points`` the values themselves."""
    values = list(scale.values().values())
    low, high = (min(values), max(values)) if values else (scale.min or 0.0, scale.max or 0.0)
    if points is None:
        return low, high
    tried = values or [low, high, *(knot[0] for knot in points.linear if low < knot[0] < high)]
    tried += [] if values else [band.below for band in points.bands if band.below is not None and low < band.below <= high]
    earned = [points_of(points, value) for value in tried]
    return min(earned), max(earned)


def points_of(points: Points, value: float) -> float:
    """The points that one value earns."""
    for band in points.bands:
        if band.below is None or value < band.below:
            return band.points
    knots = points.linear
    for (x, y), (next_x, next_y) in pairwise(knots):
        if x <= value <= next_x:
            return y + (next_y - y) * (value - x) / (next_x - x)
    return knots[0][1] if value < knots[0][0] else knots[-1][1]

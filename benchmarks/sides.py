"""What the measures share: one way of doing the work, and a line that sets two ways side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal


@dataclass(frozen=True)
class Side:
    """One way of doing the work. Its libraries are imported in its functions, so that no other side pays for them.

    Attributes:
        prepare: from the folder of the inputs to what ``work`` takes; not timed.
        work: what is timed.
        part_only: takes the file with a part of the inputs; its time is scaled up to the whole.
        share: of the work that it does on each row; its time is scaled up by it too.
    """

    prepare: Callable[[Path], Any]
    work: Callable[[Any], Any]
    part_only: bool = False
    share: float = 1.0


@dataclass(frozen=True)
class Line:
    """One line of the output.

    Attributes:
        name: what is compared, and what the other leaves out.
        measure: the module that holds the sides.
        ours: the side of ours; others: sides of which the faster one counts.
        aim: ``faster``: at least ``limit`` times as fast; ``time``: at most ``limit`` times the other's time; ``none``: no aim.
    """

    name: str
    measure: str
    ours: str
    others: tuple[str, ...]
    aim: Literal["faster", "time", "none"] = "none"
    limit: float = 0.0

    def ratio(self, ours: float, other: float) -> float:
        """How many times faster, or how many times the other's time."""
        return ours / other if self.aim == "time" else other / ours

    def ratio_text(self, ratio: float) -> str:
        """The ratio with its meaning."""
        if self.aim == "time":
            return f"{ratio:.2f}× the time"
        return f"{ratio:.3g}× faster" if ratio >= 1 else f"{1 / ratio:.3g}× slower"

    def aim_text(self, ratio: float, is_judged: bool) -> str:
        """The aim, and whether it is met."""
        if self.aim == "none":
            return "none"
        is_met = ratio <= self.limit if self.aim == "time" else ratio >= self.limit
        text = f"≤ {self.limit:g}× the time" if self.aim == "time" else f"≥ {self.limit:g}× faster"
        return f"{text}: {'met' if is_met else 'missed'}" if is_judged else text

"""Sentences that planning writes into its tables, and how they are read back by whoever says them in another language."""

from __future__ import annotations

import re

WAITS = "waits for {others}, which has no place in the plan"
TOO_MUCH = "needs more person-days in a quarter than the {capacity} there are"
NO_ROOM = "finds no room within {months} months: raise the person-days a quarter or the number of quarters"
GATE_INDICATOR = "{criterion}: rating of the gate {gate}"
GATE_FORMULA = "rating of the gate {gate} in the next review"


def read_back(pattern: str, text: str) -> dict[str, str] | None:
    """What was put into a pattern to make a text.

    Args:
        pattern: one of this module.
        text: as it stands in a table.

    Returns:
        Name → text; None where the text was not made from this pattern.
    """
    shape = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", re.escape(pattern))
    found = re.fullmatch(shape, text)
    return found.groupdict() if found else None

"""Sentences that planning writes into its tables, and how they are read back by whoever says them in another language."""

from __future__ import annotations

import re

WAITS = "waits for {others}, which has no place in the plan"
TOO_MUCH = "needs {need} people of {resource} at a time; there are never more than {capacity}"
TOO_LONG = "takes {months} months, longer than the plan"
TOO_DEAR = "costs {amount}, more than the money of any year"
NO_ROOM = "finds no room within {months} months beside actions that are more pressing or decided"
DROPPED = "dropped by decision: {reason}"
GATE_INDICATOR = "{criterion}: rating of the gate {gate}"
GATE_FORMULA = "rating of the gate {gate} in the next review"
NOT_MEASURED = "not yet measured"


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

"""Numbers and lists as plain texts for a terminal: rounded here, last, half away from zero, with signs that every console knows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

NOISE = 10  # decimals beyond which a float carries only the noise of binary arithmetic
NO_SCORE = "no score"


def shown(value: float, decimals: int = 2) -> str:
    """A score with a fixed number of decimals; words where there is none."""
    if math.isnan(value):
        return NO_SCORE
    number = _rounded(value, decimals)
    return f"{number if number else abs(number):f}"


def signed(value: float, decimals: int = 2) -> str:
    """A difference with its sign; one of nothing has none."""
    if math.isnan(value):
        return NO_SCORE
    number = _rounded(value, decimals)
    return f"{number:+f}" if number else f"{abs(number):f}"


def exact(value: float, decimals: int = 6) -> str:
    """A number to be reckoned with: up to so many decimals, none that is 0."""
    if math.isnan(value):
        return NO_SCORE
    number = _rounded(value, decimals)
    text = f"{number if number else abs(number):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def counted(number: int, noun: str, plural: str = "") -> str:
    """A count with its noun: 1 item, 2 items."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listed(words: Sequence[str]) -> str:
    """A list in a sentence: a, b and c."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def named(node: str, name: str | None) -> str:
    """A node with its id and, where it has one, its name."""
    return f"{node} {name}" if name and name != node else node


def plain_data(value: Any) -> Any:
    """Data as JSON knows it: lists, and null for a number that is not there."""
    if isinstance(value, dict):
        return {key: plain_data(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain_data(one) for one in value]
    return None if isinstance(value, float) and math.isnan(value) else value


def _rounded(value: float, decimals: int) -> Decimal:
    exactly = Decimal(repr(round(float(value), NOISE)))
    return exactly.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)

"""How a number becomes text: rounded here and nowhere else, half away from zero, as the very last step.

An unknown number becomes words, never 0. Differences are taken from unrounded values before they come here. Languages differ in
their signs only, never in the digits.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pandas as pd

NOT_ASSESSED = "not assessed"
NOT_APPLICABLE = "not applicable"
"""Why something has no value, as tables hold it; ``Speaker.unrated`` has the words for readers."""
MINUS = "\u2212"
_NOISE = 10  # decimals beyond which a float carries only the noise of binary arithmetic


def known(value: Any) -> bool:
    """Whether there is a number at all."""
    return value is not None and not bool(pd.isna(value)) and math.isfinite(float(value))


def rounded(value: float, decimals: int) -> Decimal:
    """A number rounded half away from zero: 2.675 → 2.68, −0.125 → −0.13."""
    exact = Decimal(repr(round(float(value), _NOISE)))
    return exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


@dataclass(frozen=True)
class Notation:
    """How one language writes numbers.

    Attributes:
        decimal: between whole and part.
        group: between thousands.
        percent_form: the form of a percentage, ``{}`` for the number.
        not_assessed, no_data: what is said where there is no number.
    """

    decimal: str
    group: str
    percent_form: str
    not_assessed: str
    no_data: str

    def fixed(self, value: Any, decimals: int = 2, unknown: str | None = None) -> str:
        """A number with a fixed count of decimals; words where it is unknown."""
        if not known(value):
            return self.not_assessed if unknown is None else unknown
        number = rounded(value, decimals)
        return self._text(number if number else abs(number))

    def signed(self, value: Any, decimals: int = 2, unknown: str | None = None) -> str:
        """A difference, with its sign; a difference of nothing has none."""
        if not known(value):
            return self.not_assessed if unknown is None else unknown
        number = rounded(value, decimals)
        return self._text(abs(number)) if not number else ("+" if number > 0 else "") + self._text(number)

    def published(self, value: Any, unknown: str | None = None) -> str:
        """A value as its source printed it: 61.11, 87.5, 100. Nothing is rounded and no decimal is added."""
        if not known(value):
            return self.no_data if unknown is None else unknown
        return self._text(Decimal(repr(round(float(value), _NOISE))).normalize())

    def brief(self, value: Any, decimals: int = 1, unknown: str | None = None) -> str:
        """A number with at most so many decimals, thousands apart: 9 102, 43.6."""
        if not known(value):
            return self.no_data if unknown is None else unknown
        whole, _, rest = self.fixed(value, decimals).partition(self.decimal)
        sign, digits = whole[: whole.startswith(MINUS)], whole.removeprefix(MINUS)
        rest = rest.rstrip("0")
        return sign + self.count(int(digits)) + (f"{self.decimal}{rest}" if rest else "")

    def level(self, value: Any, unknown: str | None = None) -> str:
        """A level or target: whole where it is whole, otherwise with two decimals."""
        if not known(value):
            return self.not_assessed if unknown is None else unknown
        return self.fixed(value, 0) if float(value).is_integer() else self.fixed(value, 2)

    def count(self, value: Any, unknown: str | None = None) -> str:
        """A count, with thousands apart."""
        if not known(value):
            return self.no_data if unknown is None else unknown
        return f"{int(value):,}".replace(",", self.group)

    def percent(self, value: Any, decimals: int = 0, unknown: str | None = None) -> str:
        """A percentage from 0–100, with its sign."""
        if not known(value):
            return self.no_data if unknown is None else unknown
        return self.percent_form.format(self.fixed(value, decimals))

    def days(self, value: Any, unknown: str | None = None) -> str:
        """Person-days: whole where they are whole."""
        if not known(value):
            return self.no_data if unknown is None else unknown
        return self.count(value) if float(value).is_integer() else self.fixed(value, 1)

    def unlike(self, value: float, limit: float) -> str:
        """A number in whole figures; with decimals where rounding would make it equal to a limit that it does not reach."""
        whole, differs = rounded(value, 0), rounded(value, 1) != rounded(limit, 1)
        return self.fixed(value, 1 if differs and whole == rounded(limit, 0) else 0)

    def _text(self, number: Decimal) -> str:
        return f"{number:f}".replace("-", MINUS).replace(".", self.decimal)

"""The words by which a work plan that somebody else made is understood: its columns, months, quarters, states and money."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from functools import cache, cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from diagnostics.definitions.base import KNOWLEDGE, Definition, Text, read_definition
from diagnostics.definitions.plan_file import PlannedAction
from diagnostics.definitions.transliteration import to_latin

TRACKED = ("deviation", "next_milestone", "expected_on")
"""Columns of a plan that say how an action goes on."""
Words = Annotated[tuple[Text, ...], Field(min_length=1)]
_OTHER = re.compile(r"[^a-z0-9#%€$£]+")


def plain(text: str) -> str:
    """A text as its words are compared: Latin letters, small, without accents and punctuation. ``Čovek-dana`` is ``covek dana``.

    A text of signs alone stays as it is.
    """
    small = to_latin(text).casefold().replace("đ", "dj").replace("œ", "oe")
    letters = "".join(letter for letter in unicodedata.normalize("NFKD", small) if not unicodedata.combining(letter)).casefold()
    return " ".join(_OTHER.sub(" ", letters).split()) or text.strip()


class PlanHeadings(Definition):
    """The content of ``plan_headings.yaml``. Words are compared as ``plain`` gives them."""

    as_of: date
    source: str
    headings: dict[str, Words]
    """Field of an action, or one of ``TRACKED`` → what its column may be called."""
    ambiguous: dict[str, tuple[str, ...]]
    """Heading → the fields that it may mean."""
    months: dict[Annotated[int, Field(ge=1, le=12)], Words]
    quarters: Words
    durations: dict[Literal["days", "weeks", "months", "years"], Words]
    efforts: Words
    statuses: dict[Literal["not started", "in progress", "done", "stopped"], Words]
    directions: dict[Literal["up", "down"], Words]
    costs: dict[Literal["low", "medium", "high"], Words]
    truths: dict[Literal["yes", "no"], Words]
    nothing: Words
    """What people write where they have nothing to write."""
    totals: Words
    """What stands in a row of sums."""
    currencies: dict[Annotated[str, Field(pattern=r"^[A-Z]{3}$")], Words]
    thousands: Words
    millions: Words

    @model_validator(mode="after")
    def _known_fields(self) -> Self:
        known = {*PlannedAction.model_fields, *TRACKED}
        unknown = {*self.headings, *(field for fields in self.ambiguous.values() for field in fields)} - known
        if unknown:
            raise ValueError(f"'{min(unknown)}' is no field of a plan's action")
        return self

    @model_validator(mode="after")
    def _each_word_once(self) -> Self:
        seen: dict[str, str] = {}
        for field, words in self.headings.items():
            for word in map(plain, words):
                if seen.setdefault(word, field) != field:
                    raise ValueError(
                        f"'{word}' stands for '{seen[word]}' and for '{field}'; keep it in one place, or name it in 'ambiguous'"
                    )
                if word in {plain(other) for other in self.ambiguous}:
                    raise ValueError(f"'{word}' is ambiguous and stands for '{field}' too")
        return self

    @cached_property
    def field_of(self) -> Mapping[str, str]:
        """Heading, as ``plain`` gives it → field."""
        return {plain(word): field for field, words in self.headings.items() for word in words}

    @cached_property
    def several(self) -> Mapping[str, tuple[str, ...]]:
        """Ambiguous heading → the fields that it may mean."""
        return {plain(word): fields for word, fields in self.ambiguous.items()}

    @cached_property
    def month_of(self) -> Mapping[str, int]:
        """Name of a month → its number."""
        return {plain(word): number for number, words in self.months.items() for word in words}


@cache
def load_plan_headings() -> PlanHeadings:
    """The words, as they stand in ``questionnaires/plan_headings.yaml``."""
    return read_definition(PlanHeadings, KNOWLEDGE / "plan_headings.yaml")

"""Rules between the columns of one data set, and between two data sets. Each is declared in the data set whose rows it judges."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from diagnostics.definitions.base import Definition, Text
from diagnostics.definitions.problems import Severity

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Sentence = Annotated[str, Field(min_length=10, pattern=r"\.$")]
Reference = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$")]
"""A column of a data set: ``<data set>.<column>``."""


class Condition(Definition):
    """Which rows a rule is about: those where a column holds one value, any value, or nothing."""

    column: Name
    equals: Text | None = None
    """The value; any value counts where this is left out."""
    is_empty: bool = False
    """True: rows in which nothing stands in the column."""

    @model_validator(mode="after")
    def _one_wish(self) -> Self:
        if self.is_empty and self.equals is not None:
            raise ValueError("give 'equals' or 'is_empty', not both")
        return self


class Rule(Definition):
    """What every rule says: how bad it is, and what to do."""

    severity: Severity = "error"
    advice: Sentence

    def columns(self) -> tuple[str, ...]:
        """The columns of its own data set that it looks at."""
        raise NotImplementedError

    def elsewhere(self) -> tuple[str, ...]:
        """The columns of other data sets that it looks at, as ``<data set>.<column>``."""
        return ()

    def allowed(self) -> str | None:
        """What may stand in the cell, in words; none where the advice says it all."""
        return None


class NotBefore(Rule):
    """A date must not lie before another one in the same row."""

    kind: Literal["not-before"]
    column: Name
    other: Name

    def columns(self) -> tuple[str, ...]:
        return (self.column, self.other)

    def allowed(self) -> str:
        return f"a day not before '{self.other}'"


class EmptyWhen(Rule):
    """Cells must be empty in some rows."""

    kind: Literal["empty-when"]
    when: Condition
    empty: tuple[Name, ...] = Field(min_length=1)

    def columns(self) -> tuple[str, ...]:
        return (self.when.column, *self.empty)

    def allowed(self) -> str:
        return "empty"


class FilledWhen(Rule):
    """Cells must be filled in some rows."""

    kind: Literal["filled-when"]
    when: Condition
    filled: tuple[Name, ...] = Field(min_length=1)

    def columns(self) -> tuple[str, ...]:
        return (self.when.column, *self.filled)


class OneFilled(Rule):
    """At least one of several cells must be filled, in every row or in some. A message points to the first of them."""

    kind: Literal["one-filled"]
    one_of: tuple[Name, ...] = Field(min_length=2)
    when: Condition | None = None

    def columns(self) -> tuple[str, ...]:
        return (*self.one_of, *((self.when.column,) if self.when else ()))

    def allowed(self) -> str:
        return f"at least one of {', '.join(self.one_of)}"


class NeedsEvidence(Rule):
    """A level claimed above the lowest needs evidence in at least one row of the same thing."""

    kind: Literal["needs-evidence"]
    levels: tuple[Name, ...] = Field(min_length=1)
    above: float
    evidence: Name
    within: tuple[Name, ...] = Field(min_length=1)
    severity: Severity = "warning"

    def columns(self) -> tuple[str, ...]:
        return (*self.levels, self.evidence, *self.within)

    def allowed(self) -> str:
        return "the id of a document that exists"


class WithinYear(Rule):
    """A date must lie in the year that another column names, or some months after its end."""

    kind: Literal["within-year"]
    column: Name
    year: Name
    months_after: int = Field(default=0, ge=0, le=24)

    def columns(self) -> tuple[str, ...]:
        return (self.column, self.year)

    def allowed(self) -> str:
        grace = f", or up to {self.months_after} months after it" if self.months_after else ""
        return f"a day in the year of '{self.year}'{grace}"


class UniqueWhen(Rule):
    """Cells must differ between the rows in which every condition holds; an empty cell is equal to no other."""

    kind: Literal["unique-when"]
    column: Name
    when: tuple[Condition, ...] = Field(min_length=1)
    unless: Condition | None = None
    """Rows that do not count."""

    def columns(self) -> tuple[str, ...]:
        return (self.column, *(condition.column for condition in self.when), *((self.unless.column,) if self.unless else ()))


class NoOverlap(Rule):
    """Two rows of the same thing must not overlap in time. An empty end is open; a row may begin on the day another ends."""

    kind: Literal["no-overlap"]
    within: tuple[Name, ...] = Field(min_length=1)
    start: Name
    end: Name

    def columns(self) -> tuple[str, ...]:
        return (*self.within, self.start, self.end)

    def allowed(self) -> str:
        return f"a day not before the end of the earlier row of the same {', '.join(self.within)}"


class NoCycle(Rule):
    """Following a column from row to row never leads back to where it began."""

    kind: Literal["no-cycle"]
    column: Name
    key: Name

    def columns(self) -> tuple[str, ...]:
        return (self.column, self.key)


class WithinSpan(Rule):
    """A day or month must not lie before the start, or after the end, of the row in another data set that it belongs to."""

    kind: Literal["within-span"]
    column: Name
    match: Name
    key: Reference
    """The column of the other data set that ``match`` is looked up in."""
    not_before: Name | None = None
    not_after: Name | None = None
    """One of the two: the other data set's column with the first or the last day."""

    @model_validator(mode="after")
    def _one_end(self) -> Self:
        if (self.not_before is None) == (self.not_after is None):
            raise ValueError("give 'not_before' or 'not_after', one of the two; for both, write two rules")
        return self

    @property
    def limit(self) -> Name:
        """The other data set's column with the day."""
        return self.not_before or self.not_after or ""

    def columns(self) -> tuple[str, ...]:
        return (self.column, self.match)

    def elsewhere(self) -> tuple[str, ...]:
        return (self.key, f"{self.key.partition('.')[0]}.{self.limit}")

    def allowed(self) -> str:
        order = "not before" if self.not_before else "not after"
        return f"{order} '{self.limit}' in the data set '{self.key.partition('.')[0]}'"


class NotAbove(Rule):
    """A number must not exceed the highest one that another data set gives for the same thing."""

    kind: Literal["not-above"]
    column: Name
    match: Name
    key: Reference
    highest_of: Name
    """The other data set's column with the numbers."""

    def columns(self) -> tuple[str, ...]:
        return (self.column, self.match)

    def elsewhere(self) -> tuple[str, ...]:
        return (self.key, f"{self.key.partition('.')[0]}.{self.highest_of}")

    def allowed(self) -> str:
        return f"up to the highest '{self.highest_of}' there is for it"


class StandsIn(Rule):
    """A row must, or must not, stand in another data set too."""

    kind: Literal["stands-in", "not-in"]
    column: Name
    other: Reference
    when: tuple[Condition, ...] = ()
    """Rows of this data set that the rule is about; every one of the conditions holds."""
    other_when: tuple[Condition, ...] = ()
    """Rows of the other data set that count."""

    def columns(self) -> tuple[str, ...]:
        return (self.column, *(condition.column for condition in self.when))

    def elsewhere(self) -> tuple[str, ...]:
        other = self.other.partition(".")[0]
        return (self.other, *(f"{other}.{condition.column}" for condition in self.other_when))

    def allowed(self) -> str:
        return f"a value that {'does not stand' if self.kind == 'not-in' else 'stands'} in {self.other}"


class InLatestMonth(Rule):
    """Who is there for the whole of the other data set's latest month must have a row in it for that month."""

    kind: Literal["in-latest-month"]
    column: Name
    start: Name
    end: Name
    unless: Condition | None = None
    """Rows that do not count."""
    other: Reference
    month: Name
    """The other data set's column with the month."""

    def columns(self) -> tuple[str, ...]:
        return (self.column, self.start, self.end, *((self.unless.column,) if self.unless else ()))

    def elsewhere(self) -> tuple[str, ...]:
        return (self.other, f"{self.other.partition('.')[0]}.{self.month}")

    def allowed(self) -> str:
        return f"somebody who stands in the latest month of {self.other}"


RowRule = NotBefore | EmptyWhen | FilledWhen | OneFilled | NeedsEvidence | WithinYear | UniqueWhen | NoOverlap | NoCycle
"""Rules that look at one data set."""
CrossRule = WithinSpan | NotAbove | StandsIn | InLatestMonth
"""Rules that look into another data set: they apply where the mission brings both."""
AnyRule = Annotated[RowRule | CrossRule, Field(discriminator="kind")]

"""What a work plan may use: people, days, money, and the calendar that they keep."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Literal, Self

from pydantic import Field, PositiveFloat, field_validator, model_validator

from diagnostics.definitions.base import Definition

Quarter = Annotated[str, Field(pattern=r"^[0-9]{4}-Q[1-4]$")]
Month = Annotated[str, Field(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$")]
RoleId = Annotated[str, Field(pattern=r"^[a-z][a-z-]*$")]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
Amount = Annotated[float, Field(ge=0, allow_inf_nan=False)]
ALL_ROLES = "all roles"
"""The resource that stands for everybody together."""


class People(Definition):
    """How many people of a role can work on the plan. Several rows of one role and unit are its calendar."""

    role: RoleId
    unit: str = ""
    """The unit in which they work; empty = wherever the action takes place."""
    people: Annotated[float, Field(gt=0, le=10_000)]
    """Full-time equivalents: 0.5 is one person for half of each working day."""
    from_month: Month | None = Field(default=None, alias="from")
    """First month; empty = from the plan's start."""
    to_month: Month | None = Field(default=None, alias="to")
    """Last month; empty = to the plan's end."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.from_month and self.to_month and self.to_month < self.from_month:
            raise ValueError("the row ends before it begins; correct 'from' or 'to'")
        return self

    @property
    def resource(self) -> str:
        """What its capacity is filed under: ``hr-officer``, ``hr-officer@CH-03``."""
        return f"{self.role}@{self.unit}" if self.unit else self.role


class Blackout(Definition):
    """Days on which nobody works on the plan, both ends among them."""

    from_day: date = Field(alias="from")
    to_day: date = Field(alias="to")
    reason: str = Field(min_length=1)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.to_day < self.from_day:
            raise ValueError("the period ends before it begins; correct 'from' or 'to'")
        return self


class PlanCalendar(Definition):
    """Which days are working days."""

    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None = None
    """ISO code of the country whose public holidays are kept; empty = none are."""
    subdivision: str | None = None
    """Part of the country with holidays of its own."""
    weekend: tuple[Weekday, ...] = ("saturday", "sunday")
    blackouts: tuple[Blackout, ...] = ()

    @field_validator("weekend")
    @classmethod
    def _leaves_a_day(cls, weekend: tuple[Weekday, ...]) -> tuple[Weekday, ...]:
        if len(set(weekend)) > 6:
            raise ValueError("no day of the week is left to work on")
        return weekend

    @model_validator(mode="after")
    def _known(self) -> Self:
        if self.country is None:
            if self.subdivision:
                raise ValueError("a part of a country needs its 'country' too")
            return self
        from holidays import list_supported_countries

        countries = list_supported_countries()
        if self.country not in countries:
            raise ValueError(f"the public holidays of '{self.country}' are not known; take 'country' out and list them as 'blackouts'")
        if self.subdivision and self.subdivision not in countries[self.country]:
            known = ", ".join(countries[self.country]) or "none"
            raise ValueError(f"'{self.subdivision}' is no known part of {self.country}; known: {known}")
        return self


class Budget(Definition):
    """The plan's money. An action's amount is committed in the year in which it starts."""

    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    by_year: dict[int, Amount] = {}
    """Year → what there is; a year that is not named is not limited."""
    amounts: dict[Literal["low", "medium", "high"], Amount] = {}
    """Cost class → what an action of that class costs; those not named are taken from ``questionnaires/planning.yaml``."""


class PlanSettings(Definition):
    """What the work plan may use."""

    start: Quarter
    quarters: int = Field(default=12, ge=1, le=40)
    person_days_per_quarter: float = Field(default=120, gt=0)
    """Person-days that the administration can give to the plan in one quarter, all roles together."""
    people: tuple[People, ...] = ()
    """By role and unit; a role that is not named is limited by the total alone."""
    budget: Budget | None = None
    calendar: PlanCalendar = PlanCalendar()
    approved_on: date | None = None
    """Nothing starts before this day."""
    decisions: str | None = None
    """A file below ``inputs/``: what was decided about single actions."""
    own_actions: str | None = None
    """A file below ``inputs/``: actions that the administration adds."""
    effort: PositiveFloat = 5
    """How long to search for a shorter plan, in seconds of an ordinary core but counted in the solver's own steps."""

    @field_validator("people")
    @classmethod
    def _no_overlap(cls, people: tuple[People, ...]) -> tuple[People, ...]:
        for place, one in enumerate(people):
            for other in people[:place]:
                if one.resource == other.resource and _overlap(one, other):
                    raise ValueError(f"two rows give the people of '{one.resource}' for some of the same months; give each month one row")
        return people


def _overlap(one: People, other: People) -> bool:
    starts_in_time = not other.to_month or not one.from_month or one.from_month <= other.to_month
    ends_in_time = not one.to_month or not other.from_month or other.from_month <= one.to_month
    return starts_in_time and ends_in_time


class FollowUp(Definition):
    """What is known of the plan that was adopted, and of the diagnostic before this one. All files lie below ``inputs/``."""

    plan: str = Field(min_length=1)
    """The adopted plan, as ``hrm-review adopt`` writes it."""
    progress: dict[Quarter, str] = {}
    """Quarter → the progress form that came back for it."""
    scores: str | None = None
    """The SCORES table of the diagnostic before this one, where this is its repeat."""

    def files(self) -> tuple[str, ...]:
        """Every file that it names."""
        return (self.plan, *self.progress.values(), *filter(None, [self.scores]))


def first_of_quarter(quarter: str) -> date:
    """The first day of ``2027-Q1``."""
    return date(int(quarter[:4]), 3 * int(quarter[-1]) - 2, 1)


def last_of_quarter(quarter: str) -> date:
    """The last day of ``2027-Q1``."""
    count = int(quarter[:4]) * 4 + int(quarter[-1])
    return date(count // 4, count % 4 * 3 + 1, 1) - timedelta(days=1)


def quarter_after(start: str, quarters: int) -> str:
    """The quarter that lies so many ``quarters`` after ``start``: ``2026-Q4`` and 1 give ``2027-Q1``."""
    year, number = start.split("-Q")
    count = int(year) * 4 + int(number) - 1 + quarters
    return f"{count // 4}-Q{count % 4 + 1}"

"""The house figures of the work plan: what a month stands for, how sure an estimate is, what a cost class costs."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Annotated, Self

from pydantic import Field, PositiveFloat, PositiveInt, model_validator

from diagnostics.definitions.base import KNOWLEDGE, Definition, read_definition, repeated
from diagnostics.definitions.plan_settings import Amount, Budget

_Share = Annotated[float, Field(gt=0, allow_inf_nan=False)]


class WorkingDays(Definition):
    value: PositiveInt
    unit: str
    source: str


class ThreePoint(Definition):
    """Shares of the most likely duration."""

    optimistic: Annotated[float, Field(gt=0, le=1)]
    pessimistic: Annotated[float, Field(ge=1, allow_inf_nan=False)]
    unit: str
    source: str


class Amounts(Definition):
    """Money by cost class."""

    low: Amount
    medium: Amount
    high: Amount
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    source: str


class QuickWin(Definition):
    person_days: PositiveFloat
    unit: str
    source: str


class CapacityWarning(Definition):
    share: _Share
    unit: str
    source: str


class Limit(Definition):
    """A number that a check of a plan measures against."""

    value: PositiveFloat
    unit: str
    source: str


class Realism(Definition):
    """When a plan asks too much."""

    owned_at_once: Limit
    back_loading: Limit
    whole_days: Limit


class Measurability(Definition):
    """When a plan cannot be followed by figures."""

    baseline_age: Limit


class DelayReason(Definition):
    """Why an action is late."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z-]*$")]
    text: str = Field(min_length=1)


class PlanningFigures(Definition):
    """The content of ``planning.yaml``."""

    as_of: date
    working_days_a_month: WorkingDays
    three_point: ThreePoint
    amounts: Amounts
    quick_win: QuickWin
    capacity_warning: CapacityWarning
    realism: Realism
    measurability: Measurability
    reasons: tuple[DelayReason, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _reasons_once(self) -> Self:
        if twice := repeated(reason.id for reason in self.reasons):
            raise ValueError(f"these reasons stand twice: {', '.join(twice)}")
        return self

    def amount_of(self, cost: str, budget: Budget | None) -> float | None:
        """What an action of a cost class costs, by the mission's own amounts, else by the house's where the currency is the same."""
        if budget and cost in budget.amounts:
            return budget.amounts[cost]
        if budget is None or budget.currency != self.amounts.currency or cost not in ("low", "medium", "high"):
            return None
        return float(getattr(self.amounts, cost))


@cache
def load_planning_figures() -> PlanningFigures:
    """The house figures, as they stand in ``questionnaires/planning.yaml``."""
    return read_definition(PlanningFigures, KNOWLEDGE / "planning.yaml")

"""A work plan as it is handed over: each action with its dates, people, money and indicator. Its JSON Schema is published."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from diagnostics.definitions.base import Definition
from diagnostics.definitions.plan_settings import Amount, PlanSettings, Quarter

Status = Literal["", "not started", "in progress", "done", "stopped"]
Decided = Literal["", "pin", "postpone", "drop", "own", "carried"]
FORMAT = "hrm-work-plan"
PLAN_FORMAT_VERSION = "1.0"

_Days = Annotated[float, Field(ge=0, allow_inf_nan=False)]
_Months = Annotated[float, Field(gt=0, le=120, allow_inf_nan=False)]
_Finite = Annotated[float, Field(allow_inf_nan=False)]


class PlannedAction(Definition):
    """One action of a work plan. What is not known is empty; nothing unknown is zero."""

    action: str = Field(min_length=1, max_length=60)
    """Id, without blanks."""
    criterion: str = ""
    process: str = ""
    objective: str = ""
    """What it is for: the criterion's name, or the administration's own words."""
    title: str = Field(min_length=1)
    steps: tuple[str, ...] = ()
    owner: str = ""
    """Who answers for the result: a role's id, or the plan's own word for it."""
    partners: tuple[str, ...] = ()
    person_days: _Days | None = None
    """Effort of all roles."""
    person_days_by_role: dict[str, _Days] = {}
    """Role, or ``role@unit``, → person-days."""
    months: _Months | None = None
    """Duration as most likely estimated."""
    optimistic_months: _Months | None = None
    pessimistic_months: _Months | None = None
    cost: Literal["", "low", "medium", "high"] = ""
    amount: Amount | None = None
    """Money, in the budget's currency."""
    funding: str = ""
    """Where the money comes from."""
    quick_win: bool = False
    after: tuple[str, ...] = ()
    """Actions of the plan that must be finished first."""
    assumes: tuple[str, ...] = ()
    """Remedies taken as done because they lie out of scope or were not assessed."""
    starts: date | None = None
    """Fixed by a decision: neither earlier nor later."""
    not_before: date | None = None
    by: date | None = None
    """To be finished on this day at the latest."""
    start: Quarter | Literal[""] = ""
    finish: Quarter | Literal[""] = ""
    start_on: date | None = None
    """First working day; empty = no place in the plan."""
    finish_on: date | None = None
    """Last working day."""
    slack_days: Annotated[int, Field(ge=0)] | None = None
    """Working days by which it can slip, later ones with it, before the plan ends later."""
    critical: bool = False
    from_level: int | None = None
    to_level: int | None = None
    indicator: str = ""
    formula: str = ""
    unit: str = ""
    direction: Literal["", "up", "down"] = ""
    baseline: str = ""
    """As told; ``baseline_value`` where it is a number."""
    baseline_value: _Finite | None = None
    baseline_on: date | None = None
    target: str = ""
    target_value: _Finite | None = None
    target_on: str = ""
    """Quarter, or day."""
    data: str = ""
    """The data set that measures the indicator, or ``document``."""
    deliverable: str = ""
    evidence: str = ""
    risk: str = ""
    countermeasure: str = ""
    priority: _Days = 0
    scheduled: bool = True
    reason: str = ""
    """Why it has no place."""
    decision: Decided = ""
    status: Status = ""
    """As last reported; empty = new."""
    progress: Annotated[float, Field(ge=0, le=1)] | None = None


class PlanFile(Definition):
    """A whole plan, enough to be judged, followed up and made again."""

    format: Literal["hrm-work-plan"] = FORMAT
    version: str = PLAN_FORMAT_VERSION
    mission: str
    administration: str
    synthetic: bool = False
    wave: int = 1
    language: str = "en"
    as_of: date
    """The day on which the baselines are true."""
    settings: PlanSettings
    roles: dict[str, str] = {}
    """Role id → its name, in the plan's language."""
    actions: tuple[PlannedAction, ...]

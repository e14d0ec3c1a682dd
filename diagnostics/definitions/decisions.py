"""What people decide about a work plan: which actions must be in it, which not, which later, and which they add."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator

from diagnostics.definitions.base import Definition, as_definition, repeated
from diagnostics.definitions.plan_file import PlannedAction
from diagnostics.definitions.plan_settings import Month
from diagnostics.definitions.yaml_reader import read_yaml


class Decision(Definition):
    """What was decided about one action."""

    action: str = Field(min_length=1)
    decision: Literal["pin", "drop", "postpone"]
    """``pin``: it is in the plan whatever else has to give way; ``drop``: it is not; ``postpone``: not before ``not_before``."""
    starts: Month | None = None
    """A pinned action begins in this month, neither earlier nor later."""
    not_before: Month | None = None
    by: Month | None = None
    """A pinned action is finished by the end of this month."""
    reason: str = Field(min_length=1)

    @model_validator(mode="after")
    def _dates_fit(self) -> Self:
        if self.decision == "postpone" and not self.not_before:
            raise ValueError("a postponed action needs 'not_before', the first month in which it may start")
        if self.decision == "drop" and (self.starts or self.not_before or self.by):
            raise ValueError("a dropped action has no dates; take them out, or pin the action")
        if self.starts and self.not_before:
            raise ValueError("give 'starts' or 'not_before', not both")
        if self.by and (self.starts or self.not_before or "") > self.by:
            raise ValueError("the action would have to be finished before it starts; correct 'by'")
        return self


class Decisions(Definition):
    """The content of a file of decisions."""

    decided_by: str = Field(min_length=1)
    """A body or a function, such as ``steering committee``; no person's name."""
    decided_on: date
    decisions: tuple[Decision, ...] = ()

    @model_validator(mode="after")
    def _once_each(self) -> Self:
        if twice := repeated(one.action for one in self.decisions):
            raise ValueError(f"decided upon twice: {', '.join(twice)}; keep one of each")
        return self


class OwnActions(Definition):
    """The content of a YAML file of actions that the administration adds."""

    added_by: str = Field(min_length=1)
    """A body or a function; no person's name."""
    actions: tuple[PlannedAction, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _once_each(self) -> Self:
        if twice := repeated(one.action for one in self.actions):
            raise ValueError(f"these actions stand twice: {', '.join(twice)}; give each an id of its own")
        return self


def read_own_actions(path: Path) -> OwnActions:
    """Read a YAML file of own actions. Raises ``BadInput`` with every fault and its line."""
    return as_definition(OwnActions, read_yaml(path))


def read_decisions(path: Path) -> Decisions:
    """Read a file of decisions. Raises ``BadInput`` with every fault and its line."""
    return as_definition(Decisions, read_yaml(path))

"""The typed parameters of each stage notebook. A wrong one is refused before a kernel starts."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from diagnostics.definitions.mission import Language
from diagnostics.definitions.problems import WrongCall


class StageParameters(BaseModel):
    """What every stage takes. A parameter that is left out takes the value of ``mission.yaml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    mission: str = Field(default="missions/example", description="the mission's folder")


class FindingsParameters(StageParameters):
    default_target: float | None = Field(default=None, allow_inf_nan=False, description="target of every criterion without one of its own")


class PlanParameters(StageParameters):
    quarters: int | None = Field(default=None, ge=1, le=40, description="length of the work plan")
    person_days_per_quarter: float | None = Field(
        default=None, gt=0, allow_inf_nan=False, description="person-days the plan may use in a quarter"
    )


class ReportParameters(FindingsParameters, PlanParameters):
    """The report states the targets and the capacity that the figures rest on, so it takes what the earlier stages took."""

    language: Language | None = Field(default=None, description="language of the report, where it is not the mission's own")


class FollowUpParameters(StageParameters):
    language: Language | None = Field(default=None, description="language of the report, where it is not the mission's own")


PARAMETERS: dict[str, type[StageParameters]] = {
    "validate": StageParameters,
    "score": StageParameters,
    "findings": FindingsParameters,
    "plan": PlanParameters,
    "report": ReportParameters,
    "follow_up": FollowUpParameters,
}


def parse_parameters(given: list[str]) -> dict[str, str]:
    """Take ``name=value`` texts apart. Raises ``WrongCall`` for a text without ``=`` or a name given twice."""
    parsed: dict[str, str] = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals or not name:
            raise WrongCall(f"--param {text}: write it as name=value, for example --param quarters=8")
        if name in parsed:
            raise WrongCall(f"--param {name} is given twice; keep one")
        parsed[name] = value
    return parsed


def stage_parameters(given: Mapping[str, Any], only: str | None = None) -> dict[str, StageParameters]:
    """Give each stage the parameters that it knows, checked and typed.

    Args:
        given: name → value or its text.
        only: the one stage that is to run, which must take every parameter given.

    Returns:
        Stage → its parameters.

    Raises:
        WrongCall: a name that no stage knows, or a value of the wrong type or range; all of them at once.
    """
    faults = [_unknown(name) for name in given if not any(name in model.model_fields for model in PARAMETERS.values())]
    faults += [
        f"--param {name}: the stage '{only}' does not take it."
        for name in given
        if only and name in _names() and name not in PARAMETERS[only].model_fields
    ]
    typed: dict[str, StageParameters] = {}
    for stage, model in PARAMETERS.items():
        try:
            typed[stage] = model.model_validate({name: value for name, value in given.items() if name in model.model_fields})
        except ValidationError as error:
            faults += [_ill_typed(details) for details in error.errors(include_url=False)]
    if faults:
        raise WrongCall("\n".join(dict.fromkeys(faults)))
    return typed


def _names() -> list[str]:
    names = dict.fromkeys(name for model in PARAMETERS.values() for name in model.model_fields)
    return [name for name in names if name != "mission"]


def _unknown(name: str) -> str:
    near = difflib.get_close_matches(name, _names(), n=1)
    hint = f" Did you mean '{near[0]}'?" if near else ""
    return f"--param {name}: there is no such parameter.{hint} Known: {', '.join(_names())}"


def _ill_typed(details: Mapping[str, Any]) -> str:
    name = ".".join(str(part) for part in details["loc"])
    return f"--param {name}: found '{details['input']}'; {details['msg'][0].lower()}{details['msg'][1:]}"

"""One mission: which administration, when, against which standard and targets, and what it brought."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Discriminator, Field, PositiveInt, Tag, field_validator, model_validator

from diagnostics.definitions.base import Definition, as_definition
from diagnostics.definitions.plan_settings import FollowUp, PlanSettings
from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.definitions.yaml_reader import read_yaml

Identifier = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=60)]
Language = Literal["en", "fr", "sr-Latn", "sr-Cyrl"]
"""Those of ``diagnostics.definitions.translations.LANGUAGES``."""
MISSION_FILE = "mission.yaml"


class Administration(Definition):
    """Whose HRM is reviewed."""

    name: str = Field(min_length=2)
    short_name: str = Field(min_length=2, max_length=40)
    country: str = Field(min_length=2)
    synthetic: bool = False
    """True for made-up data: the report says so on every page."""

    @field_validator("name", "short_name", "country")
    @classmethod
    def _filled_in(cls, text: str) -> str:
        if text.startswith("<"):
            raise ValueError("fill in this text; the angle brackets only hold its place")
        return text


class Dates(Definition):
    """When the mission took place, and the day on which its figures are true."""

    start: date
    end: date
    as_of: date

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end < self.start:
            raise ValueError("the mission ends before it starts; correct 'start' or 'end'")
        return self


class Scope(Definition):
    """Which processes are looked at. An empty ``include`` means all; ``exclude`` takes away from it."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    reason: str = ""
    """Why something is left out, printed in the report."""


class Targets(Definition):
    """The level, or score, to be reached. A criterion's own target counts before its process's, that before the default."""

    default: float | None = None
    by_node: dict[str, float] = {}
    comparison_average: bool = False
    """Take the average of the compared administrations as the target of every item."""

    @model_validator(mode="after")
    def _one_source(self) -> Self:
        if self.default is None and not self.comparison_average:
            raise ValueError("give a 'default' target, or set 'comparison_average: true'")
        return self


class Comparison(Definition):
    """Assessments of the same standard that are shown side by side, the one in focus among them."""

    assessments: tuple[str, ...] = Field(min_length=1)
    """Ids in the answers' ``assessment`` column, in the order shown."""
    average_of: tuple[str, ...] = Field(min_length=1)
    """Those that make the average."""
    names: dict[str, str] = {}
    note: str = ""


class Thresholds(Definition):
    """Limits that decide what is shown and flagged."""

    disclosure: PositiveInt = 10
    """People. No count, share or mean of fewer is shown."""
    divergence: float = Field(default=2, gt=0)
    """Levels. Raters this far apart are flagged."""
    coverage: float = Field(default=0.8, ge=0, le=1)
    """Share of a process's criteria that must be answered before its score is called complete."""


class MappedFile(Definition):
    """A file in another form than the data set's, and the map that says which of its columns is which."""

    file: str = Field(min_length=1)
    map: str = Field(min_length=1)
    """A confirmed map, made with ``hrm-review map``."""


def _form_of_input(brought: object) -> str:
    return "mapped" if isinstance(brought, dict | MappedFile) else "plain"


Brought = Annotated[Annotated[str, Tag("plain")] | Annotated[MappedFile, Tag("mapped")], Discriminator(_form_of_input)]
"""A file below ``inputs/``, or such a file with its map."""


class Mission(Definition):
    """The content of ``mission.yaml``."""

    mission: Identifier
    administration: Administration
    wave: PositiveInt = 1
    dates: Dates
    language: Language = "en"
    """Of the report."""
    standard: str = Field(min_length=1)
    focus: str = "expert"
    """The assessment on which levels, findings and plan rest (an id in the answers' ``assessment`` column)."""
    beside: tuple[str, ...] = ()
    """Assessments of the same administration shown beside the focus, such as ``self``."""
    scope: Scope = Scope()
    targets: Targets
    comparison: Comparison | None = None
    thresholds: Thresholds = Thresholds()
    plan: PlanSettings
    follow_up: FollowUp | None = None
    """What is known of an adopted plan and of the diagnostic before this one."""
    inputs: dict[str, Brought] = Field(min_length=1)
    """Data set id → file below ``inputs/``, or a file and its map. A data set that is not listed is not available."""

    @model_validator(mode="after")
    def _focus_compared(self) -> Self:
        if self.comparison and self.focus not in self.comparison.assessments:
            raise ValueError(f"name the focus '{self.focus}' among 'comparison.assessments' too")
        return self

    @field_validator("inputs")
    @classmethod
    def _inside(cls, inputs: dict[str, Brought]) -> dict[str, Brought]:
        for name, brought in inputs.items():
            for file in (brought,) if isinstance(brought, str) else (brought.file, brought.map):
                _refuse_outside(name, file)
        return inputs

    @model_validator(mode="after")
    def _plan_files_inside(self) -> Self:
        for file in self.plan_files():
            _refuse_outside("plan' or 'follow_up", file)
        return self

    def plan_files(self) -> tuple[str, ...]:
        """The files below ``inputs/`` that the plan and its follow-up rest on."""
        of_plan = filter(None, (self.plan.decisions, self.plan.own_actions))
        return (*of_plan, *(self.follow_up.files() if self.follow_up else ()))

    def input_files(self) -> dict[str, str]:
        """Data set id → file below ``inputs/``."""
        return {name: brought if isinstance(brought, str) else brought.file for name, brought in self.inputs.items()}

    def maps(self) -> dict[str, str]:
        """Data set id → map below ``inputs/``, for the data sets that have one."""
        return {name: brought.map for name, brought in self.inputs.items() if isinstance(brought, MappedFile)}

    def files_brought(self) -> tuple[str, ...]:
        """Every file below ``inputs/`` that the mission names: data sets, maps, and what the plan and its follow-up rest on."""
        return (*self.input_files().values(), *self.maps().values(), *self.plan_files())


def _refuse_outside(name: str, file: str) -> None:
    if Path(file).is_absolute() or ".." in Path(file).parts or "\\" in file:
        raise ValueError(f"the file of '{name}' must lie below inputs/; write its path from there, with /")


def read_mission(folder: Path) -> Mission:
    """Read and check ``mission.yaml`` in ``folder``. Raises ``BadInput`` with every fault and its line."""
    if not folder.is_dir():
        advice = "There is no such folder. Correct the path, or lay one out with: hrm-review new DIR"
        raise BadInput([Problem(str(folder), advice, "missing-folder")])
    return as_definition(Mission, read_yaml(folder / MISSION_FILE))

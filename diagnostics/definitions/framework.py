"""Competency frameworks: which competencies there are, in how many levels, and what each level looks like at work."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from diagnostics.definitions.base import KNOWLEDGE, Definition, Text, read_definition, repeated
from diagnostics.definitions.standard import Source

FOLDER = KNOWLEDGE / "frameworks"
LOCAL_ID = r"^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$"
Kind = Literal["core", "professional", "operational", "managerial", "technical", "group"]


class FrameworkLevel(Definition):
    """One level of mastery, the same for every competency of the framework."""

    number: int = Field(ge=1, le=9)
    name: Text
    meaning: Text


class CompetencyGroup(Definition):
    """Competencies that belong together."""

    id: str = Field(pattern=LOCAL_ID)
    name: Text
    kind: Kind
    """``group`` where the source does not sort its groups by kind."""
    meaning: Text


class LevelIndicators(Definition):
    """What somebody at one level can be seen to do."""

    level: int = Field(ge=1, le=9)
    indicators: tuple[Text, ...] = Field(min_length=1)


class Competency(Definition):
    """One competency."""

    id: str = Field(pattern=LOCAL_ID)
    group: str
    name: Text
    definition: Text
    key: bool = False
    """True: every post needs it, whatever its level."""
    levels: tuple[LevelIndicators, ...] = ()
    """Empty where the source publishes no indicators; then the competency can be assigned, but not assessed."""


class Framework(Definition):
    """A competency framework (``questionnaires/frameworks/<id>.yaml``)."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    version: Text
    title: Text
    source: Source
    effective_from: Annotated[str, Field(pattern=r"^\d{4}(-\d{2}-\d{2})?$")] | None = None
    note: Text | None = None
    """What a reader must know before using it, such as parts that its source does not publish."""
    levels: tuple[FrameworkLevel, ...] = ()
    groups: tuple[CompetencyGroup, ...] = Field(min_length=1)
    competencies: tuple[Competency, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        for where, held in {"groups": self.groups, "competencies": self.competencies}.items():
            if twice := repeated(each.id for each in held):
                raise ValueError(f"these ids stand twice in '{where}': {', '.join(twice)}")
        groups, numbers = {group.id for group in self.groups}, [level.number for level in self.levels]
        if numbers != sorted(set(numbers)):
            raise ValueError("the levels must rise, and each number stand once")
        for competency in self.competencies:
            if competency.group not in groups:
                raise ValueError(f"'{competency.id}' names the group '{competency.group}', which is not declared")
            described = [level.level for level in competency.levels]
            if described != sorted(set(described)) or not set(described) <= set(numbers):
                raise ValueError(f"the levels of '{competency.id}' must rise and be among those declared: {numbers}")
        return self

    def competency(self, competency_id: str) -> Competency:
        """One competency by its id. Raises ``KeyError``."""
        return {one.id: one for one in self.competencies}[competency_id]


@cache
def load_framework(framework_id: str, folder: Path = FOLDER) -> Framework:
    """Read one bundled framework. Raises ``BadInput`` with every fault and its line."""
    return read_definition(Framework, folder / f"{framework_id}.yaml", f"frameworks/{framework_id}.yaml")


def framework_ids(folder: Path = FOLDER) -> tuple[str, ...]:
    """The bundled frameworks."""
    return tuple(sorted(path.stem for path in folder.glob("*.yaml")))

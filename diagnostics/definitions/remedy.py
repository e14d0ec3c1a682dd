"""What closes a gap: remedies with their effort, order, indicator and risk, and the roles that carry them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, PositiveInt, model_validator

from diagnostics.definitions.base import KNOWLEDGE, Definition, as_definition, read_definition
from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.definitions.yaml_reader import YamlDocument, read_yaml

Level = Annotated[int, Field(ge=1, le=5)]


class Role(Definition):
    """A function in the administration."""

    id: str = Field(pattern=r"^[a-z][a-z-]*$")
    name: str


class Roles(Definition):
    """The content of ``roles.yaml``."""

    source: str
    roles: tuple[Role, ...] = Field(min_length=1)


class Indicator(Definition):
    """How success is measured."""

    name: str
    formula: str
    unit: str
    target: float
    direction: Literal["up", "down"]
    data: str
    """The data set that measures it, or ``document``."""
    measures: Literal["coverage", "own"] = "own"
    """``coverage`` where the indicator is the share that the criterion's coverage gate rates: that rating is then its baseline."""


class Remedy(Definition):
    """One step that takes a criterion from one level to a higher one."""

    id: str = Field(pattern=r"^P[0-9]+-[0-9]+-R[2-5]$")
    criterion: str
    from_level: Level
    to_level: Level
    title: str
    steps: tuple[str, ...] = Field(min_length=1)
    person_days: dict[str, PositiveInt] = Field(min_length=1)
    """Person-days by role id."""
    owner: str
    months: int = Field(ge=1, le=18)
    """Elapsed duration."""
    cost: Literal["low", "medium", "high"]
    quick_win: bool
    after: tuple[str, ...] = ()
    """Remedies of other criteria that must be finished first; the step below of the same criterion always is."""
    indicator: Indicator
    deliverable: str
    evidence: str
    risk: str
    countermeasure: str

    @model_validator(mode="after")
    def _upwards(self) -> Self:
        if self.to_level <= self.from_level:
            raise ValueError(f"'{self.id}' must lead to a higher level than it starts from")
        return self


class ProcessRemedies(Definition):
    """The content of one file of remedies."""

    process: str
    source: str
    as_of: date
    remedies: tuple[Remedy, ...] = Field(min_length=1)


def load_roles(knowledge: Path = KNOWLEDGE) -> dict[str, str]:
    """Role id → its name."""
    return {role.id: role.name for role in read_definition(Roles, knowledge / "remedies" / "roles.yaml").roles}


def load_remedies(standard_id: str, knowledge: Path = KNOWLEDGE) -> tuple[Remedy, ...]:
    """Every remedy of a standard, in the order of the files. Empty where none are bundled for it.

    Raises:
        BadInput: an unknown role, a reference to a remedy that does not exist, a level reached twice or never, or a cycle.
    """
    folder = knowledge / "remedies" / standard_id
    if not folder.is_dir():
        return ()
    roles = load_roles(knowledge)
    remedies: list[Remedy] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yaml"), key=lambda path: (len(path.stem.split("-")[0]), path.stem)):
        document = read_yaml(path)
        found = as_definition(ProcessRemedies, document).remedies
        problems += _unknown_roles(found, roles, document)
        remedies += found
    problems += _dangling(remedies, standard_id) + _holes(remedies, standard_id)
    if problems:
        raise BadInput(problems)
    order_of(remedies)
    return tuple(remedies)


def prerequisites(remedies: Iterable[Remedy]) -> dict[str, tuple[str, ...]]:
    """Remedy id → ids that must be finished first: its own criterion's step below, then its ``after``."""
    remedies = tuple(remedies)
    reaches = {(remedy.criterion, remedy.to_level): remedy.id for remedy in remedies}
    return {remedy.id: tuple(filter(None, [reaches.get((remedy.criterion, remedy.from_level))])) + remedy.after for remedy in remedies}


def order_of(remedies: Iterable[Remedy]) -> tuple[str, ...]:
    """Ids so that each stands behind its prerequisites. Raises ``BadInput`` naming a cycle step by step."""
    before = prerequisites(remedies)
    order: list[str] = []
    state: dict[str, str] = {}

    def visit(remedy: str, trail: tuple[str, ...]) -> None:
        if state.get(remedy) == "done" or remedy not in before:
            return
        if state.get(remedy) == "open":
            circle = " → ".join((*trail[trail.index(remedy) :], remedy))
            raise BadInput([Problem("remedies", f"These remedies wait for each other: {circle}. Remove one 'after'.", "remedy-cycle")])
        state[remedy] = "open"
        for other in before[remedy]:
            visit(other, (*trail, remedy))
        state[remedy] = "done"
        order.append(remedy)

    for remedy in before:
        visit(remedy, ())
    return tuple(order)


def _unknown_roles(remedies: Iterable[Remedy], roles: dict[str, str], document: YamlDocument) -> list[Problem]:
    allowed = ", ".join(roles)
    return [
        Problem(
            document.file,
            f"Correct the role in '{remedy.id}', or add it to roles.yaml.",
            "unknown-role",
            document.line_of(("remedies", index)),
            found=role,
            allowed=allowed,
        )
        for index, remedy in enumerate(remedies)
        for role in (*remedy.person_days, remedy.owner)
        if role not in roles
    ]


def _dangling(remedies: list[Remedy], standard_id: str) -> list[Problem]:
    known = {remedy.id for remedy in remedies}
    advice = "Correct the id, or write the remedy."
    return [
        Problem(
            f"remedies/{standard_id}",
            f"'{remedy.id}' comes after a remedy that does not exist. {advice}",
            "dangling-remedy",
            column="after",
            found=other,
        )
        for remedy in remedies
        for other in remedy.after
        if other not in known
    ]


def _holes(remedies: list[Remedy], standard_id: str) -> list[Problem]:
    """Each criterion's remedies must form one chain upwards without a hole."""
    chains: dict[str, list[Remedy]] = {}
    for remedy in remedies:
        chains.setdefault(remedy.criterion, []).append(remedy)
    problems = []
    for criterion, chain in chains.items():
        steps = sorted((remedy.from_level, remedy.to_level) for remedy in chain)
        whole = steps[0][0] == 1 and all(upper[0] == lower[1] for lower, upper in pairwise(steps))
        if not whole:
            found = ", ".join(f"{start}→{end}" for start, end in steps)
            advice = "Write one remedy for each step from level 1 upwards, without a hole or an overlap."
            problems.append(Problem(f"remedies/{standard_id}", f"'{criterion}': {advice}", "remedy-chain", found=found))
    return problems

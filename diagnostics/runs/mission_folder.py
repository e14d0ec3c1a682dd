"""A mission's folder, opened: its settings, the definitions it rests on, and where its tables lie."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from diagnostics.definitions.base import KNOWLEDGE
from diagnostics.definitions.mission import MISSION_FILE, Mission, read_mission
from diagnostics.definitions.outline import is_survey_standard, outline
from diagnostics.definitions.problems import BadInput, Problem, WrongCall, problems_as_json
from diagnostics.definitions.remedy import Remedy, load_remedies
from diagnostics.definitions.standard import Standard
from diagnostics.definitions.standard_loading import load_standard
from diagnostics.runs.results import read_table, write_table, write_text

PROJECT = KNOWLEDGE.parent


@dataclass(frozen=True)
class OpenMission:
    """One mission, ready to run.

    Attributes:
        folder: where it lies.
        mission: its settings.
        standard: the standard, without the processes that are out of scope.
        remedies: what is bundled for the standard.
    """

    folder: Path
    mission: Mission
    standard: Standard
    remedies: tuple[Remedy, ...]

    @property
    def inputs(self) -> Path:
        return self.folder / "inputs"

    @property
    def results(self) -> Path:
        return self.folder / "results"

    @property
    def reports(self) -> Path:
        return self.folder / "reports"

    @property
    def notebooks(self) -> Path:
        return self.folder / "notebooks"

    def read(self, table: str) -> pd.DataFrame:
        """Read a table from ``results/``. Raises ``BadInput`` where no stage has made it yet."""
        return read_table(self.results / f"{table}.parquet")

    def write(self, **tables: pd.DataFrame) -> None:
        """Write tables to ``results/``, each under its name."""
        for name, table in tables.items():
            write_table(self.results / f"{name}.parquet", table)


def write_problems(opened: OpenMission, problems: Iterable[Problem]) -> None:
    """Keep a mission's problems as ``results/problems.json``, for other programs and for the report."""
    write_text(opened.results / "problems.json", problems_as_json(problems))


def find_mission(folder: str | Path) -> Path:
    """The mission's folder: as it is named from here, else from the project's root (a notebook runs in its own folder)."""
    here = Path(folder)
    return here if here.is_absolute() or (here / MISSION_FILE).is_file() or not (PROJECT / here).is_dir() else PROJECT / here


@functools.lru_cache(maxsize=4)
def _definitions(standard_id: str) -> tuple[Standard, tuple[Remedy, ...]]:
    standard = load_standard(standard_id)
    return standard, load_remedies(standard.standard)


def open_mission(folder: str | Path, **parameters: float | str | None) -> OpenMission:
    """Open a mission's folder.

    Args:
        folder: as named from here or from the project's root.
        parameters: as ``with_parameters`` takes them.

    Raises:
        BadInput: ``mission.yaml``, the standard or the remedies have faults, each named with its line; or the scope or the
            targets name something that the standard does not have.
    """
    place = find_mission(folder)
    mission = read_mission(place)
    standard, remedies = _definitions(mission.standard)
    _refuse_unknown_nodes(mission, standard)
    _refuse_unreportable(mission, standard)
    return with_parameters(OpenMission(place, mission, in_scope(standard, mission), remedies), **parameters)


def with_parameters(opened: OpenMission, **parameters: float | str | None) -> OpenMission:
    """The same mission with typed parameters above ``mission.yaml``; one that is None leaves the mission's value.

    Args:
        parameters: ``default_target``, ``quarters``, ``person_days_per_quarter``, ``language`` of the report.

    Raises:
        WrongCall: another name, or a target outside the standard's scale.
    """
    given = {name: value for name, value in parameters.items() if value is not None}
    if unknown := given.keys() - {"default_target", "quarters", "person_days_per_quarter", "language"}:
        raise WrongCall(f"There is no parameter '{min(unknown)}'.")
    targets, mission = opened.mission.targets, opened.mission
    if (target := given.pop("default_target", None)) is not None:
        lowest, highest = target_range(opened.standard)
        if not lowest <= target <= highest:
            raise WrongCall(f"--param default_target: found '{target:g}'; allowed: {lowest:g} to {highest:g}")
        targets = targets.model_copy(update={"default": target})
    language = given.pop("language", mission.language)
    changed = mission.model_copy(update={"targets": targets, "language": language, "plan": mission.plan.model_copy(update=given)})
    return replace(opened, mission=changed)


def target_range(standard: Standard) -> tuple[float, float]:
    """The lowest and highest score that a target may ask for."""
    if standard.levels:
        return standard.levels[0].threshold, standard.levels[-1].threshold
    if is_survey_standard(standard):
        return 0.0, 100.0
    ends = [value for scale in standard.scales.values() for value in (*scale.values().values(), scale.min, scale.max) if value is not None]
    return min(ends), max(ends)


def in_scope(standard: Standard, mission: Mission) -> Standard:
    """The standard without the processes that the mission leaves out."""
    processes = [process.id for process in outline(standard).processes]
    include = mission.scope.include or tuple(processes)
    out = [process for process in processes if process not in include or process in mission.scope.exclude]
    return standard.without(out) if out else standard


def is_gated(standard: Standard) -> bool:
    """Whether a standard has criteria that pass gates."""
    return bool(standard.gates and standard.criteria())


def _refuse_unreportable(mission: Mission, standard: Standard) -> None:
    """The report speaks of criteria with gates, or of values from 0 to 100 compared between administrations."""
    in_percent = not standard.levels and all((scale.min, scale.max) == (0, 100) for scale in standard.scales.values())
    if is_gated(standard) or is_survey_standard(standard) or (mission.comparison and in_percent):
        return
    advice = (
        "A mission's report needs a standard of criteria with gates, of a staff survey, or of values from 0 to 100 with a 'comparison'. "
        "Score this one alone with: hrm-review score STANDARD ANSWERS --out SCORES"
    )
    raise BadInput([Problem(MISSION_FILE, advice, "no-report-for-standard", column="standard", found=mission.standard)])


def _refuse_unknown_nodes(mission: Mission, standard: Standard) -> None:
    known = set(outline(standard).nodes)
    named = {
        "scope.include": mission.scope.include,
        "scope.exclude": mission.scope.exclude,
        "targets.by_node": tuple(mission.targets.by_node),
    }
    allowed = ", ".join(process.id for process in outline(standard).processes)
    problems = [
        Problem(
            MISSION_FILE,
            f"The standard '{mission.standard}' has no such part. Correct the id.",
            "unknown-node",
            column=key,
            found=node,
            allowed=allowed,
        )
        for key, nodes in named.items()
        for node in nodes
        if node not in known
    ]
    lowest, highest = target_range(standard)
    goals = {"default": mission.targets.default, **{f"by_node.{node}": goal for node, goal in mission.targets.by_node.items()}}
    problems += [
        Problem(
            MISSION_FILE,
            "Correct the target.",
            "target-outside-scale",
            column=f"targets.{key}",
            found=f"{goal:g}",
            allowed=f"{lowest:g} to {highest:g}",
        )
        for key, goal in goals.items()
        if goal is not None and not lowest <= goal <= highest
    ]
    if problems:
        raise BadInput(problems)

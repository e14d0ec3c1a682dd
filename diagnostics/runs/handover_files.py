"""A mission's work plan handed over, and a plan adopted: the kit's own, or an edited file of it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from diagnostics.definitions.base import as_definition
from diagnostics.definitions.mission import MISSION_FILE, Mission
from diagnostics.definitions.outline import outline
from diagnostics.definitions.plan_file import PlanFile, PlannedAction
from diagnostics.definitions.problems import BadInput, Problem, WrongCall, refuse_errors
from diagnostics.definitions.remedy import load_roles
from diagnostics.definitions.translations import LANGUAGES
from diagnostics.definitions.yaml_reader import read_yaml
from diagnostics.intake.plans.plan_building import onto
from diagnostics.intake.written_files import moved_into_place
from diagnostics.planning.plan_table import planned_actions
from diagnostics.reporting.plans.handover import hand_over, write_plan_json
from diagnostics.reporting.plans.handover_words import spoken
from diagnostics.reporting.speaker import speaker
from diagnostics.runs.mission_folder import OpenMission
from diagnostics.runs.next_wave import ADOPTED
from diagnostics.runs.plan_reading import PlanReading, read_plan_file, with_finish
from diagnostics.runs.results import write_text

_FOLLOW_FROM_OTHERS = ("start", "finish", "slack_days")
_CARRYING = ("kit-workbook", "kit-json")
"""Kinds of files that hold a whole plan of the kit."""


@dataclass(frozen=True)
class Change:
    """One field of one action that differs. An action that is new or gone has no field."""

    action: str
    field: str
    before: str
    after: str

    def __str__(self) -> str:
        if not self.field:
            return f"{self.action}: {self.after or self.before}"
        return f"{self.action} {self.field}: {self.before or '(empty)'} → {self.after or '(empty)'}"


@dataclass(frozen=True)
class Adoption:
    """What adopting a plan did, or would do.

    Attributes:
        plan: the adopted plan.
        changes: against the plan that the kit made.
        told: how the file was understood.
        problems: warnings.
        written: files that were written, each with what it is.
    """

    plan: PlanFile
    changes: tuple[Change, ...]
    told: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    written: tuple[str, ...] = ()


def mission_plan(opened: OpenMission) -> PlanFile:
    """The work plan of a mission's last run. Raises ``BadInput`` where it has not run yet."""
    mission = opened.mission
    return PlanFile(
        mission=mission.mission,
        administration=mission.administration.name,
        synthetic=mission.administration.synthetic,
        wave=mission.wave,
        language=mission.language,
        as_of=mission.dates.as_of,
        settings=mission.plan,
        roles=load_roles(),
        actions=planned_actions(opened.read("workplan")),
    )


def hand_over_plan(opened: OpenMission, language: str = "") -> tuple[Path, ...]:
    """Write the work plan of a mission's last run into its ``reports/``, in each of ``PLAN_FILES``.

    Args:
        opened: a mission that has run to its plan.
        language: of the reader where it is not the mission's own; the files then lie beside, as ``workplan.fr.xlsx``.
    """
    names = {process.id: process.name for process in outline(opened.standard).processes if process.name}
    other = language if language != opened.mission.language else ""
    return hand_over(mission_plan(opened), opened.reports, speaker(language or opened.mission.language), names, other)


def adopt(opened: OpenMission, path: Path | None = None, *, dry_run: bool = False, force: bool = False) -> Adoption:
    """Adopt a plan: put it down as what was agreed, so that it can be followed up.

    Args:
        opened: a mission that has run to its plan.
        path: an edited file of that plan, or another plan; none = the plan as the kit made it.
        dry_run: only tell what would change.
        force: replace a plan that was adopted before; the former is kept as ``adopted_plan.1.json``.

    Raises:
        BadInput: the file cannot be read, or something in it cannot be used; nothing was written.
        WrongCall: another plan was adopted before.
    """
    made = mission_plan(opened)
    reading = read_plan_file(path, opened.mission.plan) if path else None
    if reading:
        _refuse_other_mission(reading, opened, path.name if path else "")
        refuse_errors(reading.problems)
    plan = made if reading is None else made.model_copy(update={"actions": _merged(made, reading)})
    changes = tuple(changes_between(made.actions, plan.actions))
    told, problems = (reading.told, reading.problems) if reading else ((), ())
    if dry_run:
        return Adoption(plan, changes, told, problems)
    return Adoption(plan, changes, told, problems, tuple(_write(opened, plan, force)))


def _refuse_other_mission(reading: PlanReading, opened: OpenMission, file: str) -> None:
    about = reading.read.about
    if about and about.mission != opened.mission.mission:
        advice = "The file is the plan of another mission. Take the file of this one, or name that mission's folder."
        raise BadInput([Problem(file, advice, "other-mission", found=about.mission, allowed=opened.mission.mission)])


def _merged(made: PlanFile, reading: PlanReading) -> tuple[PlannedAction, ...]:
    """The actions of a file, with what it does not say from the plan that the kit made."""
    if reading.kind in _CARRYING:
        return tuple(with_finish(action, made.settings) for action in reading.read.actions)
    before = {action.action: action for action in made.actions}
    actions = []
    for action in reading.read.actions:
        known = before.get(action.action)
        actions.append(with_finish(onto(known, action, reading.read.said, _in_each_language(known)) if known else action, made.settings))
    # A project file cannot show what has no place in time.
    without_place = [one for one in made.actions if not one.scheduled] if reading.kind == "kit-project" else []
    read = {action.action for action in actions}
    return (*actions, *(one for one in without_place if one.action not in read))


def _in_each_language(action: PlannedAction) -> Iterable[PlannedAction]:
    return (spoken(action, speaker(language)) for language in LANGUAGES)


def changes_between(before: Iterable[PlannedAction], after: Iterable[PlannedAction]) -> Iterable[Change]:
    """Every field in which two plans differ, action by action; then actions that are new, then those that are gone."""
    old, new = ({action.action: action for action in actions} for actions in (before, after))
    for action_id, action in new.items():
        if action_id in old:
            told = old[action_id].model_dump(mode="json"), action.model_dump(mode="json")
            for name in PlannedAction.model_fields:
                if name not in _FOLLOW_FROM_OTHERS and not _same(told[0][name], told[1][name]):
                    yield Change(action_id, name, _shown(told[0][name]), _shown(told[1][name]))
    yield from (Change(one, "", "", f"added: {action.title}") for one, action in new.items() if one not in old)
    yield from (Change(one, "", f"taken out: {action.title}", "") for one, action in old.items() if one not in new)


def _same(one: Any, other: Any) -> bool:
    """Equal, but for the last digits that a spreadsheet does not keep."""
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=1e-9)
    return bool(one == other)


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {_shown(number)}" for name, number in value.items())
    if isinstance(value, list):
        return "; ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _write(opened: OpenMission, plan: PlanFile, force: bool) -> Iterable[str]:
    path = opened.inputs / ADOPTED
    text = plan.model_dump_json(by_alias=True, indent=2) + "\n"
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        yield f"{path} holds this plan already"
    else:
        if path.is_file():
            if not force:
                raise WrongCall(f"{path} holds a plan that was adopted before. --force replaces it and keeps it beside.")
            yield f"the former plan is kept as {_kept(path)}"
        write_plan_json(plan, path)
        yield f"the adopted plan is written to {path}"
    yield _named_in_mission(opened)


def _kept(path: Path) -> Path:
    """The former plan under the next free number."""
    number = next(one for one in range(1, 10_000) if not path.with_suffix(f".{one}.json").exists())
    kept = path.with_suffix(f".{number}.json")
    with moved_into_place(kept) as temporary:
        temporary.write_bytes(path.read_bytes())
    return kept


def _named_in_mission(opened: OpenMission) -> str:
    """Name the plan in ``mission.yaml``, remarks and all kept; says what to write where that cannot be done safely."""
    path = opened.folder / MISSION_FILE
    if opened.mission.follow_up and opened.mission.follow_up.plan == ADOPTED:
        return f"{MISSION_FILE} names it already"
    by_hand = f"put into {MISSION_FILE}: follow_up: {{plan: {ADOPTED}}}"
    if opened.mission.follow_up:
        return by_hand
    text = path.read_text(encoding="utf-8")
    longer = f"{text.rstrip()}\nfollow_up:\n  plan: {ADOPTED}  # what was agreed; the progress forms that come back are named below it\n"
    trial = path.with_name(f".{path.stem}-trial{path.suffix}")
    try:
        write_text(trial, longer)
        if as_definition(Mission, read_yaml(trial)).follow_up is None:
            return by_hand
    except BadInput:
        return by_hand
    finally:
        trial.unlink(missing_ok=True)
    write_text(path, longer)
    return f"{MISSION_FILE} names it now, under 'follow_up'"

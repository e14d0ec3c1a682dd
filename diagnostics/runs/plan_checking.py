"""``hrm-review check-plan``: any plan file in; whether it is realistic and measurable, and when it will be finished."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd
from pydantic import ValidationError

from diagnostics.definitions.dataset import load_datasets
from diagnostics.definitions.plan_settings import PlanSettings
from diagnostics.definitions.problems import Problem, WrongCall, refuse_errors
from diagnostics.definitions.remedy import load_roles
from diagnostics.intake.plans.plan_files import ReadPlan, read_plan
from diagnostics.intake.written_files import moved_into_place, neutralised_table
from diagnostics.planning.judging.delay_risk import delay_risk
from diagnostics.planning.judging.measurability import judge_measurability
from diagnostics.planning.judging.realism import judge_realism
from diagnostics.planning.judging.realism_time import first_of_quarter
from diagnostics.planning.plan_table import plan_table
from diagnostics.planning.working_days import quarter_of
from diagnostics.reporting.plan_findings import finding_advice, finding_sentences, role_names
from diagnostics.reporting.speaker import speaker
from diagnostics.runs.mission_folder import OpenMission, open_mission

INDICATORS = "indicators"
_MOST_QUARTERS = 40
_JUDGED = ("unknown-action", "ends-before-it-starts")
"""Faults of a plan that the reader tells too; here they are findings, and no reason not to judge the rest."""
_NOT_KNOWN = math.inf  # person-days of all roles: not limited, since nobody has told


@dataclass(frozen=True)
class CheckedPlan:
    """What was found.

    Attributes:
        plan: table of the plan, with ``row``.
        settings, as_of: against what it was judged, and as of which day.
        realism, measurability: tables of findings.
        risk: table of ``delay_risk``.
        roles: role id → its name in English.
        told: what was recognised in the file, a sentence each.
        warnings: what had to be guessed in reading.
    """

    plan: pd.DataFrame
    settings: PlanSettings
    as_of: date
    realism: pd.DataFrame
    measurability: pd.DataFrame
    risk: pd.DataFrame
    roles: Mapping[str, str]
    told: tuple[str, ...]
    warnings: tuple[Problem, ...]


def check_plan_file(path: Path, mission: Path | None = None, start: str | None = None) -> CheckedPlan:
    """Read a plan and judge it.

    Args:
        path: a plan in any form that ``read_plan`` reads.
        mission: a mission's folder: its people, money, calendar and day, and the indicators computed from its data. Without it the
            plan's own settings count, where the file holds any; else what is not known is not judged.
        start: quarter in which the plan begins; None = as the settings, or the file's first action, say.

    Raises:
        BadInput: the plan cannot be read.
        WrongCall: ``start`` is no quarter.
    """
    opened = open_mission(mission) if mission else None
    reading = read_plan(path, opened.mission.plan if opened else None)
    unread = tuple(problem for problem in reading.problems if problem.kind not in _JUDGED)
    refuse_errors(unread)
    plan = plan_table(reading.actions).assign(row=pd.array([row or None for row in reading.rows], dtype="Int64"))
    settings = _started(_settings(reading, opened, plan), start)
    as_of = _day(reading, opened, settings)
    # An office of a ministry's own plan is no slip of the pen because we do not know it.
    known: Collection[str] = {*load_roles(), *(reading.about.roles if reading.about else ())} if opened or reading.about else ()
    return CheckedPlan(
        plan,
        settings,
        as_of,
        judge_realism(plan, settings, as_of, known),
        judge_measurability(plan, as_of, {dataset.id for dataset in load_datasets()}, _indicators(opened)),
        delay_risk(plan, settings, as_of),
        role_names(speaker("en")),
        reading.told,
        unread,
    )


def findings_of(checked: CheckedPlan) -> pd.DataFrame:
    """Every finding with its sentence and its advice in English.

    Returns:
        Columns of ``findings_table`` but the facts, after ``question`` (realistic, measurable), and with ``sentence`` and ``advice``.
    """
    say = speaker("en")
    parts = []
    for question, table in (("realistic", checked.realism), ("measurable", checked.measurability)):
        told = table.assign(
            question=question,
            sentence=finding_sentences(say, table, checked.roles),
            advice=[finding_advice(say, one) for one in table["check"]],
        )
        parts.append(told)
    columns = ["question", *(name for name in checked.realism if name != "params"), "sentence", "advice"]
    return pd.concat(parts, ignore_index=True)[columns]


def write_findings(checked: CheckedPlan, path: Path) -> None:
    """Write ``findings_of`` as CSV. Raises ``WrongCall`` for another form, or a place that cannot be written to."""
    if path.suffix.lower() != ".csv":
        raise WrongCall(f"The findings are written as CSV: end the name of '{path.name}' in .csv.")
    try:
        with moved_into_place(path) as temporary:
            neutralised_table(findings_of(checked)).to_csv(temporary, index=False, lineterminator="\n")
    except OSError as error:
        raise WrongCall(f"{path} cannot be written: {error.strerror}.") from None


def _settings(reading: ReadPlan, opened: OpenMission | None, plan: pd.DataFrame) -> PlanSettings:
    if opened:
        return opened.mission.plan
    if reading.about:
        return reading.about.settings
    days = [date.fromisoformat(day) for name in ("start_on", "finish_on") for day in plan[name] if day]
    quarters = [quarter_of(day) for day in days] + [cell for name in ("start", "finish") for cell in plan[name] if cell]
    if not quarters:
        return PlanSettings(start=quarter_of(date(2000, 1, 1)), quarters=1, person_days_per_quarter=_NOT_KNOWN)
    first, last = min(quarters), max(quarters)
    length = 4 * (int(last[:4]) - int(first[:4])) + int(last[-1]) - int(first[-1]) + 1
    return PlanSettings(start=first, quarters=min(length, _MOST_QUARTERS), person_days_per_quarter=_NOT_KNOWN)


def _started(settings: PlanSettings, start: str | None) -> PlanSettings:
    if start is None:
        return settings
    try:
        return PlanSettings.model_validate({**settings.model_dump(by_alias=True), "start": start})
    except ValidationError:
        raise WrongCall(f"--start: found '{start}'; allowed: a quarter such as 2027-Q1") from None


def _day(reading: ReadPlan, opened: OpenMission | None, settings: PlanSettings) -> date:
    """The day as of which a plan is judged: the mission's, the plan's own, else the first day of its first quarter."""
    if opened:
        return opened.mission.dates.as_of
    return reading.about.as_of if reading.about else first_of_quarter(settings.start)


def _indicators(opened: OpenMission | None) -> pd.DataFrame | None:
    if opened is None or not (opened.results / f"{INDICATORS}.parquet").is_file():
        return None
    return opened.read(INDICATORS)

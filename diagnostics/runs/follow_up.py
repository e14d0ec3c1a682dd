"""What a mission brought of the plan that was adopted: the plan, the progress forms that came back, the scores of the diagnostic before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pandas as pd

from diagnostics.definitions.base import read_definition
from diagnostics.definitions.mission import MISSION_FILE, Mission
from diagnostics.definitions.plan_file import PlanFile
from diagnostics.definitions.problems import BadInput, Problem, WrongCall, errors
from diagnostics.intake.progress.progress_files import read_progress
from diagnostics.intake.progress.progress_sheet import progress_table
from diagnostics.intake.score_files import ScoreFile, read_scores
from diagnostics.planning.following.forecast import forecast
from diagnostics.planning.following.progress import latest_progress, progress_history
from diagnostics.planning.following.variance import variance
from diagnostics.planning.plan_table import plan_table
from diagnostics.planning.working_days import quarter_of
from diagnostics.reporting.follow_up_material import FollowUpMaterial
from diagnostics.reporting.plans.progress_form import write_progress_form
from diagnostics.runs.mission_folder import OpenMission
from diagnostics.scoring.comparing.comparison import compare_scores

_Read = TypeVar("_Read")


@dataclass(frozen=True)
class FollowedUp:
    """An adopted plan and what became of it.

    Attributes:
        plan: as it was adopted.
        history: all reports (``progress_history``).
        quarter: at whose end things stand: that of the latest report; where there is none, the last one that was over on ``as_of``.
        scores: of the diagnostic before; None where the mission names none.
        problems: what is worth a look.
    """

    plan: PlanFile
    history: pd.DataFrame
    quarter: str
    scores: ScoreFile | None = None
    problems: tuple[Problem, ...] = field(default=())

    @property
    def adopted(self) -> pd.DataFrame:
        """The plan as ``plan_table``."""
        return plan_table(self.plan.actions)


def read_follow_up(opened: OpenMission) -> FollowedUp | None:
    """Read what ``follow_up`` of ``mission.yaml`` names; None where the mission has no such part.

    Raises:
        BadInput: every problem of all the files.
    """
    wanted = opened.mission.follow_up
    if wanted is None:
        return None
    problems: list[Problem] = []
    plan = _kept(lambda: read_definition(PlanFile, opened.inputs / wanted.plan, f"inputs/{wanted.plan}"), problems)
    scores = _kept(lambda: read_scores(opened.inputs / str(wanted.scores), opened.standard), problems) if wanted.scores else None
    history = _read_reports(opened, plan, problems) if plan else progress_table()
    if plan is None or errors(problems):
        raise BadInput(problems)
    return FollowedUp(plan, history, _told_quarter(opened.mission), scores, tuple(problems))


def _kept(read: Callable[[], _Read], problems: list[Problem]) -> _Read | None:
    """What was read; None where it cannot be, with its problems among the others."""
    try:
        return read()
    except BadInput as bad:
        problems += bad.problems
        return None


def _read_reports(opened: OpenMission, plan: PlanFile, problems: list[Problem]) -> pd.DataFrame:
    history = progress_table()
    reports = opened.mission.follow_up.progress if opened.mission.follow_up else {}
    for quarter, file in sorted(reports.items()):
        if not plan.settings.start <= quarter:
            advice = "The quarter lies before the plan. Correct it."
            found = {"found": quarter, "allowed": f"{plan.settings.start} or later"}
            problems.append(Problem(MISSION_FILE, advice, "quarter-before-plan", column="follow_up.progress", **found))
            continue
        known = latest_progress(history, quarter)
        reading = _kept(lambda file=file, quarter=quarter, known=known: read_progress(opened.inputs / file, plan, quarter, known), problems)
        if reading:
            problems += reading.problems
            history = progress_history([history, reading.table])
    return history


def _told_quarter(mission: Mission) -> str:
    reports = mission.follow_up.progress if mission.follow_up else {}
    if reports:
        return max(reports)
    year, number = quarter_of(mission.dates.as_of).split("-Q")
    return f"{year}-Q{int(number) - 1}" if number != "1" else f"{int(year) - 1}-Q4"


def gather_follow_up(opened: OpenMission, followed: FollowedUp) -> FollowUpMaterial:
    """What the follow-up report says, from what was brought and the mission's ``results/``."""
    settings, adopted = followed.plan.settings, followed.adopted
    targets = opened.read("targets")
    comparison = None
    if followed.scores is not None:
        focus, threshold = opened.mission.focus, opened.mission.thresholds.disclosure
        before, now = followed.scores, opened.read("scores")
        comparison = compare_scores(before.scores, now, before.standard, opened.standard, pairs={focus: focus}, threshold=threshold)
    return FollowUpMaterial(
        mission=opened.mission,
        standard=opened.standard,
        plan=followed.plan,
        quarter=followed.quarter,
        variance=variance(adopted, followed.history, followed.quarter, settings),
        forecast=forecast(adopted, followed.history, followed.quarter, settings),
        targets=dict(zip(targets["node"], targets["target"], strict=True)),
        comparison=comparison,
    )


@dataclass(frozen=True)
class WrittenForm:
    """A progress form that was written: where, how many actions it asks about, and what was worth a look in earlier ones."""

    path: Path
    asked: int
    problems: tuple[Problem, ...]


def write_quarter_form(opened: OpenMission, quarter: str, out: Path | None, language: str | None) -> WrittenForm:
    """Write the progress form of a quarter, with what earlier quarters reported.

    Args:
        opened: a mission with ``follow_up``.
        quarter: such as ``2027-Q1``.
        out: the .xlsx file; by default ``reports/progress-<quarter>.xlsx`` of the mission.
        language: by default the mission's.

    Raises:
        WrongCall: no adopted plan is named, the quarter lies before the plan, or ``out`` is no workbook.
        BadInput: the adopted plan or an earlier form is at fault.
    """
    path = out or opened.reports / f"progress-{quarter}.xlsx"
    if path.suffix.lower() != ".xlsx":
        raise WrongCall(f"--out {path}: the form is a workbook. Let its name end in .xlsx.")
    followed = read_follow_up(opened)
    if followed is None:
        advice = "Adopt a plan with 'hrm-review adopt DIR', and name it in mission.yaml under 'follow_up'."
        raise WrongCall(f"{MISSION_FILE} names no adopted plan. {advice}")
    if quarter < followed.plan.settings.start:
        raise WrongCall(f"{quarter} lies before the plan, which begins in {followed.plan.settings.start}.")
    asked = write_progress_form(path, followed.plan, quarter, followed.history, language or opened.mission.language)
    return WrittenForm(path, asked, followed.problems)

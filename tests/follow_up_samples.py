"""Two quarters of progress on the sample plan, and two diagnostics, for tests of what is made from them."""

from __future__ import annotations

from datetime import date

import pandas as pd

from diagnostics.definitions.mission import Mission
from diagnostics.definitions.outline import outline
from diagnostics.definitions.standard import Standard
from diagnostics.definitions.standard_loading import load_standard
from diagnostics.intake.progress.progress_sheet import progress_table
from diagnostics.planning.following.forecast import forecast
from diagnostics.planning.following.progress import progress_history
from diagnostics.planning.following.variance import variance
from diagnostics.planning.plan_table import plan_table
from diagnostics.reporting.follow_up_material import FollowUpMaterial
from diagnostics.scoring import score_answers
from diagnostics.scoring.comparing.comparison import Comparison, compare_scores
from tests.plan_samples import sample_file

FIRST, SECOND = "2027-Q1", "2027-Q2"
# action, status, progress, started, finished, value, person-days, money, reason, evidence
_FIRST = [
    ("P1-4-R3", "done", 1.0, "2027-01-11", "2027-03-12", 1.0, 20, 1200, "", "D101"),
    ("P9-5-R2", "done", 1.0, "2027-01-04", "2027-01-29", 18.0, 6, 800, "", "D102"),
    ("P4-3-R3", "in progress", 0.3, "2027-01-18", "", 40.0, 30, 2500, "people", ""),
    ("P12-2-R2", "in progress", 0.6, "2027-01-11", "", 9.0, 22, 4000, "", ""),
    ("OWN-1", "stopped", 0.2, "2027-01-11", "", None, 2, None, "money", ""),
]
_SECOND = [
    ("P2-1-R3", "in progress", 0.5, "2027-03-22", "", 50.0, 14, 300, "approval", ""),
    ("P4-3-R3", "in progress", 0.7, "2027-01-18", "", 44.0, 66, 7000, "people", ""),
    ("P12-2-R2", "done", 1.0, "2027-01-11", "2027-05-14", 2.0, 37, 9500, "systems", ""),
    ("P8-3-R2", "in progress", 0.25, "2027-05-10", "", 15.0, 8, 3000, "vacancy", ""),
]
_REPORTS = {FIRST: _FIRST, SECOND: _SECOND}
_FIELDS = ("action", "status", "progress", "started_on", "finished_on", "indicator_value", "person_days", "amount", "reason", "evidence")


def sample_progress() -> pd.DataFrame:
    """The reports of two quarters."""
    quarters = ((FIRST, _FIRST), (SECOND, _SECOND))
    return progress_history(
        progress_table([{"quarter": quarter} | dict(zip(_FIELDS, row, strict=True)) for row in rows]) for quarter, rows in quarters
    )


def sample_follow_up(language: str = "en", repeated: bool = True) -> FollowUpMaterial:
    """What a follow-up report of the sample plan reads; ``repeated`` with a second diagnostic of two processes."""
    plan, history = sample_file(), sample_progress()
    table = plan_table(plan.actions)
    standard = load_standard("wco-hrm")
    standard = standard.without([process.id for process in outline(standard).processes if process.id not in ("P4", "P5")])
    return FollowUpMaterial(
        mission=sample_mission(language),
        standard=standard,
        plan=plan,
        quarter=SECOND,
        variance=variance(table, history, SECOND, plan.settings),
        forecast=forecast(table, history, SECOND, plan.settings),
        targets={"P4": 4.0, "P5": 3.0},
        comparison=two_diagnostics(standard) if repeated else None,
    )


def sample_mission(language: str = "en") -> Mission:
    """The settings of the second mission."""
    return Mission.model_validate(
        {
            "mission": "sample-2",
            "administration": {
                "name": "Valdoria Customs Administration",
                "short_name": "VCA",
                "country": "Valdoria (made up)",
                "synthetic": True,
            },
            "wave": 2,
            "dates": {"start": date(2027, 9, 13), "end": date(2027, 9, 17), "as_of": date(2027, 9, 17)},
            "language": language,
            "standard": "wco-hrm",
            "targets": {"default": 3},
            "plan": {"start": "2027-Q4"},
            "follow_up": {"plan": "adopted_plan.json", "progress": {FIRST: "q1.xlsx", SECOND: "q2.xlsx"}},
            "inputs": {"responses": "responses.csv"},
        }
    )


def two_diagnostics(standard: Standard) -> Comparison:
    """Levels that rise in P4 and fall in one criterion of P5."""
    before, after = (wave_scores(standard, wave) for wave in (1, 2))
    return compare_scores(before, after, standard, standard)


def wave_scores(standard: Standard, wave: int) -> pd.DataFrame:
    """SCORES of the expert in the first or the second diagnostic."""
    rows = []
    for place, criterion in enumerate(standard.criteria()):
        level = 2 + place % 2
        if wave == 2:
            level += criterion.id in ("P4-2", "P4-3", "P5-1") or -(criterion.id == "P5-6")
        rows += [("expert", item.id, str(level), "EXP-1", 1.0, "D1") for item in criterion.children]
    return score_answers(pd.DataFrame(rows, columns=["assessment", "item", "answer", "respondent", "weight", "evidence"]), standard)

"""Is a work plan realistic, and can progress on it be told from figures?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from diagnostics.definitions.mission import Mission
from diagnostics.planning.judging.delay_risk import delay_risk
from diagnostics.planning.judging.measurability import judge_measurability
from diagnostics.planning.judging.realism import judge_realism


@dataclass(frozen=True)
class Judged:
    """Tables of ``judge_realism``, ``delay_risk`` and ``judge_measurability``."""

    realism: pd.DataFrame
    delay_risk: pd.DataFrame
    measurability: pd.DataFrame


def judge_plan(
    plan: pd.DataFrame, mission: Mission, roles: Collection[str], data_sets: Collection[str], indicators: pd.DataFrame
) -> Judged:
    """Judge a mission's own plan.

    Args:
        plan: ``plan_table``.
        mission: people, money and calendar; the plan was made on its ``as_of`` day.
        roles: ids of the roles there are.
        data_sets: ids of the data sets there are.
        indicators: table of ``compute_indicators``.
    """
    as_of = mission.dates.as_of
    return Judged(
        judge_realism(plan, mission.plan, as_of, roles),
        delay_risk(plan, mission.plan, as_of),
        judge_measurability(plan, as_of, data_sets, indicators),
    )

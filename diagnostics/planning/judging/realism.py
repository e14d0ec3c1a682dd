"""Is a plan realistic? Whether it fits the people, the money, the calendar and its own order, whoever made it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date

import pandas as pd

from diagnostics.definitions.plan_settings import PlanSettings
from diagnostics.definitions.planning_figures import PlanningFigures, load_planning_figures
from diagnostics.planning.judging.realism_checks import REALISM
from diagnostics.planning.judging.realism_dates import date_findings
from diagnostics.planning.judging.realism_links import link_findings, slack_findings
from diagnostics.planning.judging.realism_money import money_findings
from diagnostics.planning.judging.realism_people import people_findings
from diagnostics.planning.judging.realism_table import Found, findings_table
from diagnostics.planning.judging.realism_time import PlanInTime, plan_in_time
from diagnostics.planning.working_days import quarter_of

_FEW = 4  # actions; of fewer, half in one quarter says nothing


def judge_realism(plan: pd.DataFrame, settings: PlanSettings, as_of: date, roles: Collection[str] = ()) -> pd.DataFrame:
    """Judge whether a plan can be kept.

    Actions without a place (``scheduled`` false), dropped and stopped ones are not judged. Where a plan gives quarters and no days, an
    action lasts from the first day of the one to the last of the other, and its person-days are spread over all of them.

    Args:
        plan: columns of ``plan_table``, any of them absent; ``row`` int, of the file that it came from, may be there.
        settings: people, money, calendar and span. Person-days without a limit (infinite) are not known; neither are roles without
            people, and neither is judged as zero.
        as_of: the day on which the plan was made; new work starts on it or later.
        roles: ids of the roles there are; empty = not known.

    Returns:
        Table of ``findings_table``, with the checks of ``REALISM`` in their order; without a row where nothing was found.
    """
    figures = load_planning_figures()
    laid_out = plan_in_time(plan, settings, as_of)
    found = [
        *date_findings(laid_out, figures),
        *people_findings(laid_out, figures, roles),
        *link_findings(laid_out),
        *money_findings(laid_out),
        *_back_loaded(laid_out, figures),
        *slack_findings(laid_out),
    ]
    return findings_table(found, REALISM)


def _back_loaded(plan: PlanInTime, figures: PlanningFigures) -> Iterator[Found]:
    finishes = Counter(quarter_of(one.last) for one in plan.dated() if one.last)
    total = sum(finishes.values())
    if total < _FEW or (len(finishes) == 1 and plan.settings.quarters == 1):
        return
    last = max(finishes)
    share = finishes[last] / total
    if share > figures.realism.back_loading.value:
        facts = {"quarter": last, "share": 100 * share, "count": finishes[last], "total": total}
        yield Found("back-loaded", facts, found=100 * share, allowed=100 * figures.realism.back_loading.value)

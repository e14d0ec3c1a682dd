"""What was reported of a plan, quarter by quarter: the latest report counts, the earlier ones are kept."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from diagnostics.definitions.plan_settings import first_of_quarter, last_of_quarter
from diagnostics.intake.progress.progress_sheet import COLUMNS, progress_table

_LASTING = ("progress", "indicator_value", "person_days", "amount")
_TOLD_ONCE = ("started_on", "finished_on", "reason", "evidence")


def progress_history(reports: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """All reports as one table, the earliest quarter first. Columns of ``progress_table``."""
    tables = [table for table in reports if len(table)]
    if not tables:
        return progress_table()
    return pd.concat(tables, ignore_index=True)[list(COLUMNS)].sort_values("quarter", kind="stable", ignore_index=True)


def latest_progress(history: pd.DataFrame, quarter: str) -> pd.DataFrame:
    """What is known of each action at the end of a quarter.

    The latest status counts. A figure, a first day, a reason or a document that a later report leaves out stays as it was told before; a
    day of completion counts only where the latest status is ``done``, a day expected only where the latest report names it.

    Args:
        history: as ``progress_history`` gives it.
        quarter: reports of later quarters are left out.

    Returns:
        Columns of ``progress_table``, one row an action, on the index ``action``; ``quarter`` is that of the latest report.
    """
    reports = history[(history["quarter"] <= quarter) & (history["status"] != "")]
    latest = reports.drop_duplicates("action", keep="last").set_index("action")
    for name in _LASTING:
        latest[name] = reports.groupby("action", sort=False)[name].last().reindex(latest.index)
    for name in _TOLD_ONCE:
        told = reports[reports[name] != ""].drop_duplicates("action", keep="last").set_index("action")[name]
        latest[name] = told.reindex(latest.index).fillna("").astype("str")
    done = latest["status"] == "done"
    latest["finished_on"] = latest["finished_on"].where(done, "")
    latest["progress"] = latest["progress"].where(~done, 1.0)
    return latest


def asked_about(plan: pd.DataFrame, history: pd.DataFrame, quarter: str) -> pd.Series:
    """Why the form of a quarter asks about each action of a plan.

    Args:
        plan: ``plan_table`` of scheduled actions.
        history: reports of earlier quarters.
        quarter: the quarter that the form is for.

    Returns:
        Str on the plan's index: ``late`` it should have finished before the quarter; ``due`` it should finish in it; ``under way`` it
        should be worked on, or is already; ``later``; ``finished`` and ``stopped`` where that was reported before.
    """
    first, last = first_of_quarter(quarter).isoformat(), last_of_quarter(quarter).isoformat()
    earlier = history[history["quarter"] < quarter]
    status = latest_progress(earlier, quarter)["status"].reindex(plan["action"]).fillna("").to_numpy()
    asked = pd.Series("later", index=plan.index, dtype="str")
    asked[(plan["start_on"] <= last) | (status == "in progress")] = "under way"
    asked[(plan["finish_on"] <= last)] = "due"
    asked[(plan["finish_on"] < first)] = "late"
    asked[status == "stopped"] = "stopped"
    asked[status == "done"] = "finished"
    return asked

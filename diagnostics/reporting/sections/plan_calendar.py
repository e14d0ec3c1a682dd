"""The calendar of the work plan over as many charts as its length asks for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pandas as pd

from diagnostics.planning.plan_table import roles_of
from diagnostics.planning.working_days import WorkingDays, working_days
from diagnostics.reporting.blocks import Figure
from diagnostics.reporting.figures.plan_gantt import ROWS_A_CHART, ROWS_BELOW_HEADING, gantt
from diagnostics.reporting.material import Material


def calendar(material: Material, planned: pd.DataFrame) -> list[Figure]:
    """The charts, in the order of the actions' start."""
    table = told_plan(material, planned)
    starts = chart_starts(len(table))
    return [gantt(material.say, table, range(start, end)) for start, end in zip(starts, [*starts[1:], len(table)], strict=True)]


def told_plan(material: Material, planned: pd.DataFrame) -> pd.DataFrame:
    """The actions with a place as the chart takes them: in order, with days, names in the report's language and milestones."""
    say = material.say
    table = planned.sort_values(["start_on", "finish_on", "action"]).reset_index(drop=True)
    days = {name: _days(table[name]) for name in ("start_on", "finish_on", "starts", "not_before", "by")}
    known = working_days(material.mission.plan, days["finish_on"])
    return table.assign(
        title=[say.content(title) for title in table["title"]],
        owner=[material.role(owner) if owner else "" for owner in table["owner"]],
        start_day=days["start_on"],
        finish_day=days["finish_on"],
        slack_day=_column(_slack_day(known, *pair) for pair in zip(days["finish_on"], table["slack_days"], strict=True)),
        **{name: _column(days[name]) for name in ("starts", "not_before", "by")},
        carried=table["decision"] == "carried",
        milestone=milestones(table, material.workplan),
        follows=_follows(table, known),
    )


def _days(cells: Iterable[str]) -> list[date | None]:
    return [date.fromisoformat(cell) if cell else None for cell in cells]


def _column(values: Iterable[object]) -> pd.Series:
    return pd.Series(list(values), dtype=object)


def _slack_day(known: WorkingDays, finish: date, slack: object) -> date | None:
    return None if pd.isna(slack) or not slack else known.day(known.up_to(finish) - 1 + int(slack))


def _follows(table: pd.DataFrame, known: WorkingDays) -> list[str]:
    """For a critical action that waits for no other critical one: that whose people it takes over on the day after; empty for others."""
    critical = table[table["critical"]]
    found = dict.fromkeys(table["action"], "")
    for row in critical.itertuples():
        if set(row.after.split()) & set(critical["action"]):
            continue
        start, roles = known.on_or_after(date.fromisoformat(row.start_on)), roles_of(row.person_days_by_role).keys()
        for other in critical.itertuples():
            is_next = known.up_to(date.fromisoformat(other.finish_on)) == start
            if is_next and roles & roles_of(other.person_days_by_role).keys():
                found[row.action] = other.action
    return list(found.values())


def milestones(planned: pd.DataFrame, workplan: pd.DataFrame) -> list[str]:
    """The process that reaches its targets when an action is done; empty for other actions.

    Args:
        planned: actions with a place, in order.
        workplan: all of them. A process of which an action has no place reaches its targets at none.
    """
    left = set(workplan.loc[~workplan["scheduled"], "process"])
    last: dict[str, int] = {}
    for place, (process, finish) in enumerate(zip(planned["process"], planned["finish_on"], strict=True)):
        if process and process not in left and (process not in last or finish >= planned["finish_on"].iloc[last[process]]):
            last[process] = place
    at = {place: process for process, place in last.items()}
    return [at.get(place, "") for place in range(len(planned))]


def chart_starts(rows: int) -> list[int]:
    """Where each chart begins: one is not broken over pages, so a long plan fills the first page and then others evenly."""
    if rows <= ROWS_BELOW_HEADING:
        return [0]
    rest = rows - ROWS_BELOW_HEADING
    pages = -(-rest // ROWS_A_CHART)
    size = -(-rest // pages)
    return [0, *range(ROWS_BELOW_HEADING, rows, size)]

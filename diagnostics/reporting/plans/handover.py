"""Hands a work plan over: as a workbook, a project file, a calendar file, a table and JSON."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pandas as pd

from diagnostics.definitions.plan_file import PlanFile
from diagnostics.intake.values import number_text
from diagnostics.intake.written_files import moved_into_place, neutralised
from diagnostics.planning.plan_table import COLUMNS, plan_table
from diagnostics.reporting.plans.handover_words import role_name, spoken, statuses
from diagnostics.reporting.plans.plan_calendar_file import write_plan_calendar
from diagnostics.reporting.plans.plan_project_xml import write_project_xml
from diagnostics.reporting.plans.plan_workbook import write_plan_workbook
from diagnostics.reporting.speaker import Speaker

PLAN_FILES = ("workplan.xlsx", "workplan.xml", "workplan.ics", "workplan.csv", "workplan.json")
"""The files of a plan that is handed over."""
LABELS = ("owner_name", "partner_names", "status_name")
"""Columns of the CSV file beside those of ``plan_table``: codes in words."""
NO_NAMES: Mapping[str, str] = MappingProxyType({})


def hand_over(plan: PlanFile, folder: Path, say: Speaker, processes: Mapping[str, str] = NO_NAMES, language: str = "") -> tuple[Path, ...]:
    """Write a plan into a folder, in each of the ``PLAN_FILES``. An equal plan gives equal bytes.

    Args:
        plan: the plan; its texts are those by which translations are keyed.
        folder: where the files go; each is moved into its place whole.
        say: the reader's language.
        processes: process id → its name in English; one that is not named stands as its id.
        language: put into the files' names where it is not the mission's own: ``workplan.fr.xlsx``.
    """
    spoken_plan = plan.model_copy(update={"language": say.language})
    paths = [folder / (name.replace(".", f".{language}.") if language else name) for name in PLAN_FILES]
    write_plan_workbook(spoken_plan, paths[0], say, processes)
    write_project_xml(spoken_plan, paths[1], say, processes)
    write_plan_calendar(spoken_plan, paths[2], say, processes)
    write_plan_csv(spoken_plan, paths[3], say)
    write_plan_json(plan, paths[4])
    return tuple(paths)


def write_plan_json(plan: PlanFile, path: Path) -> None:
    """Write a plan as JSON, valid against ``questionnaires/schemas/work_plan.schema.json``."""
    with moved_into_place(path) as temporary:
        temporary.write_text(plan.model_dump_json(by_alias=True, indent=2) + "\n", encoding="utf-8", newline="\n")


def write_plan_csv(plan: PlanFile, path: Path, say: Speaker) -> None:
    """Write a plan's actions as CSV: codes and their words, days as ISO dates, numbers with a decimal point.

    UTF-8 with a byte order mark, without which a spreadsheet program shows č and Cyrillic letters as something else.
    """
    table = plan_table(spoken(action, say) for action in plan.actions)
    words = statuses(say)
    labels = {
        "owner_name": [role_name(action.owner, plan.roles, say) for action in plan.actions],
        "partner_names": ["; ".join(role_name(role, plan.roles, say) for role in action.partners) for action in plan.actions],
        "status_name": [words.get(action.status, "") for action in plan.actions],
    }
    full = table.assign(**labels)[[*COLUMNS, *LABELS]]
    with moved_into_place(path) as temporary, temporary.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(full.columns)
        for row in full.itertuples(index=False, name=None):
            writer.writerow([_cell(value) for value in row])


def _cell(value: Any) -> str:
    """A cell as text; an unknown number is empty, a whole one has no point."""
    if isinstance(value, str):
        return neutralised(value)
    if pd.isna(value):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return number_text(value) if isinstance(value, float) else str(value)

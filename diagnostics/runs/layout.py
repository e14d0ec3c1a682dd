"""Lays out an empty mission folder: a commented ``mission.yaml`` and the tables to fill in."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from diagnostics.definitions.dataset import load_dataset
from diagnostics.definitions.mission import MISSION_FILE
from diagnostics.definitions.outline import outline
from diagnostics.definitions.plan_settings import quarter_after
from diagnostics.definitions.problems import WrongCall
from diagnostics.definitions.standard import Standard
from diagnostics.definitions.standard_loading import load_standard
from diagnostics.definitions.table_form import form_of_dataset
from diagnostics.definitions.translations import ENGLISH
from diagnostics.intake.forms.form_workbook import write_form_workbook
from diagnostics.runs.mission_folder import is_gated
from diagnostics.runs.results import write_text

BROUGHT = "responses"
OPTIONAL = ("reference_documents", "interviews", "survey", "staff")
MORE = "  # payroll, posts, training and the other data sets: hrm-review template DATASET; your own files: hrm-review map FILE"
MISSION_TEXT = """\
# One review mission. Lines that start with # are remarks. Run it with: hrm-review run {folder}
mission: {mission}
administration:
  name: "<name of the administration>" # as the report's cover shows it
  short_name: "<short name>"           # as running headers and charts show it
  country: "<country>"
wave: 1                                # 1 = first diagnostic, 2 = its repeat ...
dates:
  start: {today}                    # first and last day on site, year-month-day
  end: {today}
  as_of: {today}                    # the day on which the figures are true; no input may be dated later
language: en                           # of the report: en, fr, sr-Latn or sr-Cyrl
standard: {standard}
focus: expert                          # the assessment on which levels, findings and plan rest
beside: [self]                         # assessments of the same administration shown beside it
scope:
  include: []                          # processes to look at; [] means all: {processes}
  exclude: []                          # processes to leave out
  reason: ""                           # why, printed in the report
targets:
  default: 3                           # the level, or score, to be reached
  by_node: {{}}                          # others by process or criterion, for example {{{example}: 4}}
thresholds:
  disclosure: 10                       # people: no count, share or mean of fewer is shown
  divergence: 2                        # levels: raters this far apart are flagged
  coverage: 0.8                        # share of a process's criteria that must be answered
plan:
  start: {quarter}                       # first quarter of the work plan
  quarters: 12                         # its length
  person_days_per_quarter: 120         # what the administration can give to it in a quarter, all roles together
  # approved_on: {today}            # nothing starts before this day
  # people:                            # who can work on the plan, by role: 0.5 is one person for half of each working day
  #   - {{role: hr-officer, people: 1}}   # also unit:, from: and to: (months)
  # budget: {{currency: EUR, by_year: {{{year}: 50000}}, amounts: {{low: 1000, medium: 10000, high: 60000}}}}
  # calendar: {{country: RS, blackouts: [{{from: {year}-12-20, to: {year}-12-31, reason: closing of the accounts}}]}}
  # decisions: decisions.yaml          # which actions are pinned, dropped or postponed; own_actions: own_actions.yaml or .xlsx adds more
# follow_up:                           # of a plan that was adopted: hrm-review adopt, hrm-review progress
#   plan: adopted_plan.json
#   progress: {{{year}-Q1: progress-{year}-Q1.xlsx}}
inputs:                                # data set: file below inputs/. Take the # away from what the mission brings
"""


def lay_out_mission(folder: Path, standard_id: str) -> list[str]:
    """Make a mission folder.

    Args:
        folder: must not exist, or be empty.
        standard_id: a bundled standard or a YAML file.

    Returns:
        What was made and what to do next, a line each.

    Raises:
        WrongCall: the folder holds something already; nothing was changed.
    """
    refuse_filled(folder)
    standard = load_standard(standard_id)
    if not is_gated(standard):
        advice = "For values compared between administrations, copy missions/serbia-2021-public instead"
        raise WrongCall(f"--standard {standard_id}: a new mission needs a standard of criteria with gates, such as wco-hrm. {advice}.")
    write_text(folder / MISSION_FILE, mission_text(folder, standard))
    made = [folder / MISSION_FILE, *write_empty_inputs(folder, standard)]
    return [*(f"made {path}" for path in made), "", *_next_steps(folder)]


def refuse_filled(folder: Path) -> None:
    """Raise ``WrongCall`` where a folder that is to be made holds something."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise WrongCall(f"{folder} holds something already. Name a folder that does not exist yet.")


def write_empty_inputs(folder: Path, standard: Standard) -> list[Path]:
    """Write the tables to fill in below a mission's ``inputs/``."""
    made = []
    for name in (BROUGHT, *OPTIONAL):
        path = folder / "inputs" / f"{name}.xlsx"
        filled = {"criterion_id": [criterion.id for criterion in standard.criteria()]} if name == BROUGHT else {}
        write_form_workbook(form_of_dataset(load_dataset(name), standard), path, ENGLISH, filled)
        made.append(path)
    return made


def mission_text(folder: Path, standard: Standard) -> str:
    """The commented ``mission.yaml`` of an empty mission."""
    today = date.today()
    processes = [process.id for process in outline(standard).processes]
    name = re.sub(r"[^a-z0-9]+", "-", folder.resolve().name.lower()).strip("-") or "mission"
    text = MISSION_TEXT.format(
        folder=folder.name,
        mission=name[:60],
        today=today.isoformat(),
        standard=standard.standard,
        processes=", ".join(processes),
        example=processes[0] if processes else "P4",
        quarter=quarter_after(f"{today.year}-Q{(today.month + 2) // 3}", 1),
        year=today.year + 1,
    )
    lines = [f"  {BROUGHT}: {BROUGHT}.xlsx", *(f"  # {name}: {name}.xlsx" for name in OPTIONAL), MORE]
    return text + "\n".join(lines) + "\n"


def _next_steps(folder: Path) -> list[str]:
    named = f'"{folder}"' if " " in str(folder) else str(folder)
    return [
        "Next:",
        f"  1. fill in {folder / MISSION_FILE}",
        f"  2. fill in {folder / 'inputs' / (BROUGHT + '.xlsx')}; the row above the headings says what each column takes",
        f"  3. hrm-review check {named}",
        f"  4. hrm-review run {named}",
    ]

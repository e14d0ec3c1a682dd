"""Makes the inputs of the example's second wave. Everything is made up; the same seed gives the same content.

    python missions/example-wave-2/generate.py [--seed 2027] [--to DIR] [--after MISSION]

The administration is that of ``missions/example``, whose story and generator it takes, with what ``story/`` beside this file changes.
With ``--after`` the adopted plan and the scores are taken anew from the results of that mission, which must have run; without, those in
``inputs/`` stay as they are. Needs the packages of the kit; asks nothing, uses no network.
"""

from __future__ import annotations

import argparse
import copy
import csv
import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

import pandas as pd
import yaml
from first_wave import FIRST
from synthetic import interviews, responses, survey
from synthetic.draw import Draw
from synthetic.files import write_csv

from diagnostics.definitions.base import read_definition
from diagnostics.definitions.mission import read_mission
from diagnostics.definitions.plan_file import PlanFile
from diagnostics.definitions.remedy import load_roles
from diagnostics.intake.answer_files import write_scores
from diagnostics.intake.progress_sheet import progress_table
from diagnostics.planning.plan_table import planned_actions
from diagnostics.planning.progress import progress_history
from diagnostics.reporting.progress_form import write_progress_form
from reports import make_report

HERE = Path(__file__).resolve().parent
CLIMATE = HERE.parents[1] / "questionnaires" / "instruments" / "climate.yaml"
SEED = 2027
LATER = timedelta(weeks=48)  # so that a Monday stays a Monday
PLAN, SCORES = "adopted_plan.json", "scores-wave-1.csv"


def main() -> None:
    """Read the call and write the files."""
    parser = argparse.ArgumentParser(description="Makes the synthetic inputs of the example's second wave.")
    parser.add_argument("--seed", type=int, default=SEED, help="another seed gives other answers (default: %(default)s)")
    parser.add_argument(
        "--to", type=Path, default=HERE / "inputs", metavar="DIR", help="where to write (default: inputs/ beside this file)"
    )
    parser.add_argument("--after", type=Path, metavar="MISSION", help="take the adopted plan and the scores from this mission's results")
    call = parser.parse_args()
    call.to.mkdir(parents=True, exist_ok=True)
    if call.after:
        adopt(call.after, call.to)
    elif call.to != HERE / "inputs":
        for name in (PLAN, SCORES):
            shutil.copyfile(HERE / "inputs" / name, call.to / name)
    for name, rows in make_inputs(call.to, call.seed).items():
        print(f"{name}: {rows:,} rows")


def adopt(mission: Path, to: Path) -> None:
    """The plan and the scores of the first wave, as they came out of its run."""
    settings = read_mission(mission)
    plan = PlanFile(
        mission=settings.mission,
        administration=settings.administration.name,
        synthetic=settings.administration.synthetic,
        wave=settings.wave,
        as_of=settings.dates.as_of,
        settings=settings.plan,
        roles=load_roles(),
        actions=planned_actions(pd.read_parquet(mission / "results" / "workplan.parquet")),
    )
    (to / PLAN).write_text(plan.model_dump_json(by_alias=True, indent=1) + "\n", encoding="utf-8", newline="\n")
    write_scores(pd.read_parquet(mission / "results" / "scores.parquet"), to / SCORES)


def make_inputs(folder: Path, seed: int = SEED) -> dict[str, int]:
    """Write the data sets and the progress forms into ``folder``; returns file name → number of rows."""
    criteria, people = changed_story()
    items = yaml.safe_load(CLIMATE.read_text(encoding="utf-8"))["items"]
    answered = [(*row[:-1], row[-1] + LATER) for row in responses.make_responses(criteria, people, Draw(seed, "responses"))]
    tables = {
        "responses": (responses.COLUMNS, answered),
        "reference_documents": _documents(),
        "interviews": (interviews.COLUMNS, interviews.make_interviews(criteria, people, Draw(seed, "interviews"))),
        "survey": (survey.COLUMNS, survey.make_survey(items, people, Draw(seed, "survey"))),
    }
    for name, (columns, rows) in tables.items():
        write_csv(folder / f"{name}.csv", columns, rows)
    return {f"{name}.csv": len(rows) for name, (_, rows) in tables.items()} | _progress_forms(folder, seed)


def changed_story() -> tuple[dict[str, Any], dict[str, Any]]:
    """The first wave's story with what has changed: criteria, and what staff feel."""
    criteria, people = _read(FIRST / "story" / "criteria.yaml"), _read(FIRST / "story" / "people.yaml")
    changes = _read(HERE / "story" / "changes.yaml")
    for name, change in changes["criteria"].items():
        criteria[name] = criteria[name] | change
    people = copy.deepcopy(people)
    people["survey"]["respondents"] = changes["survey"]["respondents"]
    for process, shift in changes["survey"]["shift"].items():
        people["survey"]["mean"][process] += shift
    return criteria, people


def _documents() -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The first wave's documents as they are now, and the new ones."""
    head, *old = csv.reader((FIRST / "story" / "documents.csv").read_text(encoding="utf-8").splitlines())
    _, *new = csv.reader((HERE / "story" / "documents.csv").read_text(encoding="utf-8").splitlines())
    known = {row[0]: tuple(row) for row in (*old, *new)}
    return tuple(head), list(known.values())


def _progress_forms(folder: Path, seed: int) -> dict[str, int]:
    """The quarterly forms as they came back."""
    plan = read_definition(PlanFile, folder / PLAN)
    story = _read(HERE / "story" / "progress.yaml")
    history, rows = progress_table(), {}
    for quarter, telling in story["quarters"].items():
        report = progress_table(make_report(plan, quarter, story, telling, seed))
        history = progress_history([history, report])
        name = f"progress-{quarter}.xlsx"
        write_progress_form(folder / name, plan, quarter, history, plan.language)
        rows[name] = len(report)
    return rows


def _read(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()

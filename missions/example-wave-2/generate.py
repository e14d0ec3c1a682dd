"""Makes the inputs of the example's second wave. Everything is made up; the same seed gives the same content.

    python missions/example-wave-2/generate.py [--seed 2027] [--to DIR] [--after MISSION]

The administration is that of ``missions/example``, whose story and generator it takes, with what ``story/`` beside this file changes.
With ``--after`` the adopted plan and the scores are taken anew from the results of that mission, which must have run; without, those in
``inputs/`` stay as they are. Needs the packages of the kit; asks nothing, uses no network.
"""

from __future__ import annotations

import argparse
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
from diagnostics.definitions.plan_file import PlanFile, PlannedAction
from diagnostics.definitions.remedy import load_roles
from diagnostics.intake.answer_files import write_scores
from diagnostics.intake.progress.progress_sheet import progress_table
from diagnostics.planning.following.progress import latest_progress, progress_history
from diagnostics.planning.plan_table import planned_actions
from diagnostics.reporting.plans.progress_form import write_progress_form
from reports import cast, make_report

HERE = Path(__file__).resolve().parent
CLIMATE = HERE.parents[1] / "questionnaires" / "instruments" / "climate.yaml"
SEED = 2027
LATER = timedelta(weeks=48)  # so that a Monday stays a Monday
FIRST_NEW = 91  # number of the first new document
FALLEN = 2  # criteria that have fallen
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
    plan = read_definition(PlanFile, folder / PLAN)
    story = _read(HERE / "story" / "progress.yaml")
    parts = cast(plan, tuple(story["quarters"]))
    history = progress_history(progress_table(make_report(plan, quarter, story, parts, seed)) for quarter in story["quarters"])
    done = latest_progress(history, story["quarters"][-1])[lambda table: table["status"] == "done"]
    risen = [one for one in plan.actions if one.action in done.index and one.criterion and one.action != parts["unconfirmed"]]
    criteria, people = changed_story(risen)
    items = yaml.safe_load(CLIMATE.read_text(encoding="utf-8"))["items"]
    answered = [(*row[:-1], row[-1] + LATER) for row in responses.make_responses(criteria, people, Draw(seed, "responses"))]
    tables = {
        "responses": (responses.COLUMNS, answered),
        "reference_documents": _documents(risen, done["finished_on"].to_dict()),
        "interviews": (interviews.COLUMNS, interviews.make_interviews(criteria, people, Draw(seed, "interviews"))),
        "survey": (survey.COLUMNS, survey.make_survey(items, people, Draw(seed, "survey"))),
    }
    for name, (columns, rows) in tables.items():
        write_csv(folder / f"{name}.csv", columns, rows)
    forms = {}
    for quarter in story["quarters"]:
        name = f"progress-{quarter}.xlsx"
        write_progress_form(folder / name, plan, quarter, history, plan.language)
        forms[name] = int((history["quarter"] == quarter).sum())
    return {f"{name}.csv": len(rows) for name, (_, rows) in tables.items()} | forms


def changed_story(risen: list[PlannedAction]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The first wave's story with what has changed: criteria, and what staff feel."""
    criteria, people = _read(FIRST / "story" / "criteria.yaml"), _read(FIRST / "story" / "people.yaml")
    changes = _read(HERE / "story" / "changes.yaml")
    for number, action in enumerate(risen, start=FIRST_NEW):
        criteria[action.criterion] = _raised(criteria[action.criterion], action.to_level, f"D{number}")
    fallen = [name for name in changes["fallen"] if name not in {action.criterion for action in risen}]
    for name in fallen[:FALLEN]:
        criteria[name] = criteria[name] | changes["fallen"][name]
    people["survey"]["respondents"] = changes["survey"]["respondents"]
    for process, shift in changes["survey"]["shift"].items():
        people["survey"]["mean"][process] += shift
    return criteria, people


def _raised(criterion: dict[str, Any], level: int, document: str) -> dict[str, Any]:
    """A criterion that has reached a level, with the document that shows it."""
    gates = {side: [max(gate, level) if isinstance(gate, int) else gate for gate in criterion[side]] for side in ("expert", "self")}
    evidence = f"{criterion['evidence']} {document}".strip()
    return criterion | gates | {"evidence": evidence, "remark": f"Shown in {document}, a result of the work plan."}


def _documents(risen: list[PlannedAction], finished: dict[str, str]) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The first wave's documents, and one for each action that shows."""
    head, *old = csv.reader((FIRST / "story" / "documents.csv").read_text(encoding="utf-8").splitlines())
    new = [
        (f"D{number}", "report", f"{action.title}: result", "approved", finished[action.action], "", action.process, "")
        for number, action in enumerate(risen, start=FIRST_NEW)
    ]
    return tuple(head), [*map(tuple, old), *new]


def _read(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()

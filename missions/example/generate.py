"""Makes the inputs of the example mission. Everything is made up; the same seed gives the same bytes.

    python missions/example/generate.py [--seed 2026] [--to DIR]

Needs the packages of the kit. Reads ``story/`` beside this file and the kit's climate survey, asks nothing, uses no network.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path
from typing import Any

import pandas as pd
import yaml
from synthetic import interviews, posts, records, responses, skills, staff, survey
from synthetic.draw import Draw
from synthetic.files import write_csv, write_workbook

HERE = Path(__file__).resolve().parent
CLIMATE = HERE.parents[1] / "questionnaires" / "instruments" / "climate.yaml"
SEED = 2026


def main() -> None:
    """Read the call and write the files."""
    parser = argparse.ArgumentParser(description="Makes the synthetic inputs of the example mission.")
    parser.add_argument("--seed", type=int, default=SEED, help="another seed gives another made-up administration (default: %(default)s)")
    parser.add_argument(
        "--to", type=Path, default=HERE / "inputs", metavar="DIR", help="where to write (default: inputs/ beside this file)"
    )
    call = parser.parse_args()
    call.to.mkdir(parents=True, exist_ok=True)
    for name, rows in make_inputs(call.to, call.seed).items():
        print(f"{name}: {rows:,} rows")


def make_inputs(folder: Path, seed: int = SEED) -> dict[str, int]:
    """Write the data sets into ``folder``; returns file name → number of rows."""
    criteria, people = _story("criteria.yaml"), _story("people.yaml")
    items = yaml.safe_load(CLIMATE.read_text(encoding="utf-8"))["items"]
    answered = responses.make_responses(criteria, people, Draw(seed, "responses"))
    register = staff.make_staff(people, Draw(seed, "staff"))
    tables = {
        "reference_documents": _listed("documents.csv"),
        "interviews": (interviews.COLUMNS, interviews.make_interviews(criteria, people, Draw(seed, "interviews"))),
        "survey": (survey.COLUMNS, survey.make_survey(items, people, Draw(seed, "survey"))),
        "staff": (staff.COLUMNS, register),
        "actions": _listed("reform_plan.csv"),
        **_hr_tables(pd.DataFrame(register, columns=list(staff.COLUMNS)), people, _story("competencies.yaml"), seed),
    }
    write_workbook(folder / "responses.xlsx", "responses", responses.COLUMNS, answered)
    for name, (columns, rows) in tables.items():
        write_csv(folder / f"{name}.csv", columns, rows)
    return {"responses.xlsx": len(answered), **{f"{name}.csv": len(rows) for name, (_, rows) in tables.items()}}


def _hr_tables(register: pd.DataFrame, people: dict[str, Any], framework: dict[str, Any], seed: int) -> dict[str, posts.Table]:
    """The data sets that follow from the staff register."""
    as_of = str(people["as_of"])
    jobs = posts.make_jobs(framework, Draw(seed, "jobs"))
    positions = posts.make_positions(register, framework, Draw(seed, "positions"))
    job_of = {str(post): str(job) for post, job, *_ in positions[1]}
    payroll = records.make_payroll(register, people["pay"], Draw(seed, "payroll"))
    return {
        **jobs,
        "positions": positions,
        "postings": posts.make_postings(register, as_of, Draw(seed, "postings")),
        "competencies": skills.make_competencies(framework),
        "assessments": skills.make_assessments(register, jobs["job_profiles"], job_of, Draw(seed, "assessments")),
        "training": skills.make_training(register, framework, as_of, Draw(seed, "training")),
        "ac_ratings": skills.make_centre(Draw(seed, "ac_ratings")),
        "appraisals": records.make_appraisals(register, Draw(seed, "appraisals")),
        "absences": records.make_absences(register, Draw(seed, "absences")),
        "payroll": payroll,
        "envelopes": records.make_envelopes(register, payroll, Draw(seed, "envelopes")),
        "presence": records.make_presence(register, Draw(seed, "presence")),
        "cases": records.make_cases(people, Draw(seed, "cases")),
        "recruitment": records.make_recruitment(Draw(seed, "recruitment")),
    }


def _listed(name: str) -> posts.Table:
    head, *rows = csv.reader((HERE / "story" / name).read_text(encoding="utf-8").splitlines())
    return tuple(head), [tuple(row) for row in rows]


def _story(name: str) -> dict[str, Any]:
    return yaml.safe_load((HERE / "story" / name).read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()

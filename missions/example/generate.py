"""Makes the inputs of the example mission. Everything is made up; the same seed gives the same bytes.

    python missions/example/generate.py [--seed 2026] [--to DIR]

Needs the packages of the kit. Reads ``story/`` beside this file and the kit's climate survey, asks nothing, uses no network.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path
from typing import Any

import yaml
from synthetic import interviews, responses, staff, survey
from synthetic.draw import Draw
from synthetic.files import write_csv, write_workbook

HERE = Path(__file__).resolve().parent
CLIMATE = HERE.parents[1] / "questionnaires" / "instruments" / "climate.yaml"
SEED = 2026


def main() -> None:
    """Read the call and write the five files."""
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
    """Write the five data sets into ``folder``; returns file name → number of rows."""
    criteria, people = _story("criteria.yaml"), _story("people.yaml")
    items = yaml.safe_load(CLIMATE.read_text(encoding="utf-8"))["items"]
    head, *documents = csv.reader((HERE / "story" / "documents.csv").read_text(encoding="utf-8").splitlines())
    answered = responses.make_responses(criteria, people, Draw(seed, "responses"))
    tables = {
        "reference_documents.csv": (head, documents),
        "interviews.csv": (interviews.COLUMNS, interviews.make_interviews(criteria, people, Draw(seed, "interviews"))),
        "survey.csv": (survey.COLUMNS, survey.make_survey(items, people, Draw(seed, "survey"))),
        "staff.csv": (staff.COLUMNS, staff.make_staff(people, Draw(seed, "staff"))),
    }
    write_workbook(folder / "responses.xlsx", "responses", responses.COLUMNS, answered)
    for name, (columns, rows) in tables.items():
        write_csv(folder / name, columns, rows)
    return {"responses.xlsx": len(answered), **{name: len(rows) for name, (_, rows) in tables.items()}}


def _story(name: str) -> dict[str, Any]:
    return yaml.safe_load((HERE / "story" / name).read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()

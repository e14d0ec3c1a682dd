"""HR data sets: a client's own columns mapped onto them, and empty templates."""

from __future__ import annotations

import argparse
from pathlib import Path

from diagnostics.commands.telling import EPILOG, FINE, tell_problems
from diagnostics.definitions.problems import WrongCall


def add_data_commands(commands) -> None:
    """Add ``map`` and ``template``."""
    _add_map(commands)
    _add_template(commands)


def _add_map(commands) -> None:
    command = commands.add_parser(
        "map",
        help="say which columns of your own file are which of a data set",
        description=(
            "Propose a map from a file of your own to a data set (--to), which you then correct and confirm; "
            "or write the data set with a confirmed map (--with). questionnaires/datasets/README.md describes every data set."
        ),
        epilog=EPILOG,
    )
    command.add_argument("file", metavar="FILE", type=Path, help="CSV, XLSX or Parquet file")
    command.add_argument("--to", metavar="DATASET", help="propose a map to this data set, such as staff or payroll")
    command.add_argument("--with", dest="map", metavar="MAP", type=Path, help="a confirmed map to read the file with")
    command.add_argument("--standard", default="wco-hrm", help="with --to answers: whose items the columns are (default: wco-hrm)")
    command.add_argument("--out", required=True, type=Path, metavar="FILE", help="the map (.yaml), or the data set (.csv, .xlsx, .parquet)")
    command.add_argument("--json", action="store_true", help="print problems as JSON")
    command.set_defaults(run=_map)


def _add_template(commands) -> None:
    command = commands.add_parser(
        "template",
        help="write an empty workbook of a data set to fill in",
        description="Write a workbook with a data set's headings, what each column takes, and lists to choose from.",
        epilog=EPILOG,
    )
    command.add_argument("dataset", metavar="DATASET", help="a data set's id, such as staff; criteria and survey_items come filled")
    command.add_argument("--standard", default="wco-hrm", help="whose criteria and documents are named (default: wco-hrm)")
    command.add_argument("--out", type=Path, metavar="FILE", help="XLSX file to write (default: <dataset>.xlsx); must not be there yet")
    command.set_defaults(run=_template)


def _map(parsed: argparse.Namespace) -> int:
    if bool(parsed.to) == bool(parsed.map):
        raise WrongCall("map: give either --to DATASET to propose a map, or --with MAP to use one.")
    return _propose(parsed) if parsed.to else _use(parsed)


def _propose(parsed: argparse.Namespace) -> int:
    from diagnostics.runs.map_files import dataset_named, propose_map, told

    dataset = dataset_named(parsed.to)
    for line in told(propose_map(parsed.file, dataset, parsed.out, parsed.standard), dataset):
        print(line)
    print(f"\nwritten to {parsed.out}. Look at every line, correct it, and set 'confirmed: true'.")
    return FINE


def _use(parsed: argparse.Namespace) -> int:
    from diagnostics.runs.map_files import use_map

    raw = use_map(parsed.file, parsed.map, parsed.out)
    tell_problems(raw.problems, as_json=parsed.json)
    if not parsed.json:
        print(f"{len(raw.table):,} rows of the data set '{raw.dataset}' written to {parsed.out}")
    return FINE


def _template(parsed: argparse.Namespace) -> int:
    from diagnostics.runs.map_files import dataset_named
    from diagnostics.runs.template_files import write_template_file

    dataset = dataset_named(parsed.dataset)
    out = parsed.out or Path(f"{dataset.id}.xlsx")
    write_template_file(out, dataset, parsed.standard)
    print(f"written to {out}")
    return FINE

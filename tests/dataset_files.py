"""Writes what follows from the data sets' definitions: the page ``questionnaires/datasets/README.md`` and a JSON Schema for each.

python -m tests.dataset_files
"""

from __future__ import annotations

import json
from pathlib import Path

from diagnostics.definitions.base import KNOWLEDGE
from diagnostics.definitions.dataset import DataColumn, Dataset, load_datasets
from diagnostics.definitions.dataset_rules import AnyRule
from diagnostics.definitions.dataset_schema import row_schema

PAGE = KNOWLEDGE / "datasets" / "README.md"
SCHEMAS = KNOWLEDGE / "schemas" / "datasets"
HEAD = """\
# Data sets

Every table that a mission may bring, and what stands in each column. This page is made from the definitions beside it
(`python -m tests.dataset_files`); so are the checks of `hrm-review check`, the templates and the JSON Schemas in
`../schemas/datasets/`. Every data set is optional but the questionnaire; what is absent is reported as not available, never guessed.

```sh
hrm-review template payroll                                    # an empty workbook to fill in, with lists to choose from
hrm-review map hr-export.csv --to staff --out staff.map.yaml   # your own file: proposes which column is which
hrm-review map hr-export.csv --with staff.map.yaml --out staff.csv   # once you have confirmed the map
```

A mission may also use the map directly: `staff: {file: hr-export.csv, map: staff.map.yaml}` below `inputs:` in `mission.yaml`.

Files are CSV, XLSX or Parquet. Dates are written 2026-05-31 or 31.05.2026, months 2026-05. Cells that may hold several values take
spaces, semicolons or commas between them. *Personal*: never in a message, a log or a report. *Person*: becomes a pseudonym on reading.
"""
LEGEND = "| Column | Type | Must be filled | Personal | What it holds |\n|---|---|---|---|---|\n"


def page_text() -> str:
    """The whole page."""
    datasets = sorted(load_datasets(), key=lambda dataset: (dataset.number or 3.5, dataset.id))
    overview = ["| | Data set | What | Comes from |", "|---|---|---|---|", *(_overview(dataset) for dataset in datasets)]
    return "\n".join([HEAD, *overview, "", *(_section(dataset) for dataset in datasets)]).rstrip() + "\n"


def _overview(dataset: Dataset) -> str:
    origin = "the kit writes it" if dataset.direction == "output" else "the mission brings it"
    if dataset.stands_in_for:
        origin = f"instead of `{dataset.stands_in_for}`"
    return f"| {dataset.number or ''} | [`{dataset.id}`](#{dataset.id}) | {_cell(dataset.description)} | {origin} |"


def _section(dataset: Dataset) -> str:
    rows = "\n".join(_column(column) for column in dataset.columns)
    key = f"One row for each {', '.join(f'`{name}`' for name in dataset.key.columns)}."
    rules = "\n".join(_rule(rule) for rule in dataset.rules)
    text = f"## {dataset.id}\n\n{dataset.description} {key}\n\n{LEGEND}{rows}\n"
    return f"{text}\nRules:\n\n{rules}\n" if rules else text


def _column(column: DataColumn) -> str:
    must = "yes" if column.required else "no; may be left out" if column.optional else "no"
    personal = "person" if column.person else "yes" if column.personal else "no"
    kind = f"{column.type}, several" if column.several else column.type
    return f"| `{column.name}` | {kind} | {must} | {personal} | {_cell(' '.join(_told(column)))} |"


def _told(column: DataColumn) -> list[str]:
    told = [column.description]
    if column.codes:
        told.append("; ".join(f"`{code.code}` {code.meaning}" for code in column.codes) + ".")
    if column.form:
        told.append(f"Written as {column.form}.")
    if column.unit:
        told.append(f"Unit: {column.unit}.")
    if column.min is not None or column.max is not None:
        low = f"from {column.min:g}" if column.min is not None else ""
        high = f"up to {column.max:g}" if column.max is not None else ""
        told.append(f"{' '.join(part for part in (low, high) if part).capitalize()}.")
    if column.references:
        told.append(f"Stands in `{column.references}`{' (else a warning)' if column.when_unknown == 'warning' else ''}.")
    if column.not_after:
        told.append("Not after the mission's day.")
    return told


def _rule(rule: AnyRule) -> str:
    elsewhere = f" with {', '.join(f'`{name}`' for name in rule.elsewhere())}" if rule.elsewhere() else ""
    columns = ", ".join(f"`{name}`" for name in dict.fromkeys(rule.columns()))
    return f"- {rule.kind} ({rule.severity}): {columns}{elsewhere}. {rule.advice}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def schema_path(dataset: Dataset) -> Path:
    return SCHEMAS / f"{dataset.id}.schema.json"


def schema_text(dataset: Dataset) -> str:
    """The JSON Schema of a data set's rows, as it stands in its file."""
    return json.dumps(row_schema(dataset), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    SCHEMAS.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page_text(), encoding="utf-8", newline="\n")
    for each in load_datasets():
        schema_path(each).write_text(schema_text(each), encoding="utf-8", newline="\n")

"""The JSON Schema of one row of a data set, for programs that write or check such rows before the kit sees them."""

from __future__ import annotations

from typing import Any

from diagnostics.definitions.dataset import DataColumn, Dataset
from diagnostics.definitions.dataset_rules import OneFilled

DRAFT = "https://json-schema.org/draft/2020-12/schema"
TYPES = {"text": "string", "code": "string", "integer": "integer", "number": "number", "date": "string", "month": "string"}


def row_schema(dataset: Dataset) -> dict[str, Any]:
    """The schema of a row: an object with the filled cells, or with null for empty ones.

    What needs other rows or other data sets (keys, references, spans) is not in it: ``hrm-review check`` looks at that.
    """
    always = [column.name for column in dataset.columns if column.required and not column.optional]
    alternatives = [rule for rule in dataset.rules if isinstance(rule, OneFilled) and rule.when is None]
    schema: dict[str, Any] = {
        "$schema": DRAFT,
        "title": f"A row of the data set {dataset.id}",
        "description": dataset.description,
        "type": "object",
        "properties": {column.name: _cell(column) for column in dataset.columns},
        "required": always,
        "additionalProperties": True,
    }
    if alternatives:
        one_of = [[{"required": [name], "properties": {name: {"not": {"type": "null"}}}} for name in rule.one_of] for rule in alternatives]
        schema["allOf"] = [{"anyOf": choices} for choices in one_of]
    return schema


def _cell(column: DataColumn) -> dict[str, Any]:
    kind = TYPES[column.type]
    cell: dict[str, Any] = {"description": _described(column), "type": kind if column.required else [kind, "null"]}
    if column.codes and not column.several:
        codes: list[str | None] = [code.code for code in column.codes]
        cell["enum"] = codes if column.required else [*codes, None]
    if column.pattern and not column.several:
        cell["pattern"] = f"^(?:{column.pattern})$"
    if column.type == "date":
        cell["format"] = "date"
    if column.type == "month":
        cell["pattern"] = "^[0-9]{4}-(0[1-9]|1[0-2])$"
    limits = {"minimum": column.min, "maximum": column.max}
    return cell | {name: limit for name, limit in limits.items() if limit is not None}


def _described(column: DataColumn) -> str:
    unit = f" Unit: {column.unit}." if column.unit else ""
    refers = f" Refers to {column.references}." if column.references else ""
    return f"{column.description}{unit}{refers}"

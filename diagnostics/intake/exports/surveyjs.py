"""Results of SurveyJS: a list of JSON objects, alone or in the envelope of its service, or one object a line.

A matrix is an object by rows, whose cells may be objects by columns; its answers get paths such as ``matrix.row.column``. A checkbox is
a list of codes. A dynamic panel or matrix is a list of objects, and becomes a sheet of its own. Text beside an answer is ``name-Comment``.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.intake.encodings import recognise_encoding
from diagnostics.intake.exports.answers import BETWEEN
from diagnostics.intake.exports.layout import MADE_BY_PROGRAM, PERSONAL, Layout, path_ends
from diagnostics.intake.exports.sheets import ExportSheet, Loaded
from diagnostics.intake.grid import Place, stripped
from diagnostics.intake.limits import MAX_TABLE, refuse_size
from diagnostics.intake.workbooks import cell_text

_ENVELOPES = ("Data", "data", "results", "Results", "responses")
_INSIDE = ("data", "json", "result", "Data")
_ABOVE, _HERE = "\x1fabove", "\x1fhere"
"""Headings of the columns that join repeated parts with the result they belong to; no name can be like them."""

RECOGNISED = "It is a JSON list of results."


def load_results(path: Path, name: str) -> Loaded:
    """Load one file of results as sheets. Raises ``BadInput`` when it is not there, too large or no list of results."""
    refuse_size(path, name, MAX_TABLE)
    content = path.read_bytes()
    text = content.decode(recognise_encoding(content).name, errors="replace").lstrip("\ufeff")
    tables: dict[str, list[dict[str, str]]] = {"": []}
    try:
        for number, result in enumerate(_results(text), start=1):
            if not isinstance(result, dict):
                raise ValueError
            tables[""].append({_HERE: str(number)})
            _flatten(result, "", tables[""][-1], tables, number, "")
    except (ValueError, RecursionError):
        advice = "This is no list of results. Export the results from SurveyJS as JSON: a list with an object for each respondent."
        raise BadInput([Problem(name, advice, "not-results")]) from None
    if not tables[""]:
        raise BadInput([Problem(name, "The list of results is empty.", "no-rows")])
    return Loaded(tuple(_sheet(rows, part, name) for part, rows in tables.items()))


def _results(text: str) -> list[Any]:
    try:
        whole = json.loads(text)
    except json.JSONDecodeError:
        whole = [json.loads(line) for line in text.splitlines() if line.strip()]
    if isinstance(whole, dict):
        inside = next((whole[key] for key in _ENVELOPES if isinstance(whole.get(key), list)), None)
        whole = [whole] if inside is None else inside
    if not isinstance(whole, list):
        raise ValueError
    return [_unwrapped(each) for each in whole]


def _unwrapped(result: Any) -> Any:
    """A result whose answers lie in an object, or in a text of JSON, beside its id and time."""
    if isinstance(result, str):
        result = json.loads(result)
    if isinstance(result, dict):
        for key in _INSIDE:
            inside = result.get(key)
            inside = json.loads(inside) if isinstance(inside, str) and inside.lstrip().startswith("{") else inside
            if isinstance(inside, dict):
                return {each: value for each, value in result.items() if each != key and not isinstance(value, dict)} | inside
    return result


def _flatten(value: dict, path: str, row: dict, tables: dict, number: int, part: str) -> None:
    for key, inner in value.items():
        here = _whole(f"{path}.{key}" if path else str(key))
        if isinstance(inner, dict):
            if {"value"} <= set(inner) <= {"value", "comment", "otherText"}:  # a choice with a comment of its own
                row |= {here: _text(inner["value"])} | ({f"{here}-Comment": _text(inner["comment"])} if inner.get("comment") else {})
            else:
                _flatten(inner, here, row, tables, number, part)
        elif isinstance(inner, list) and inner and all(isinstance(each, dict) for each in inner):
            _repeat(inner, here, row, tables, number)
        elif isinstance(inner, list):
            row[here] = BETWEEN.join(_text(each) for each in inner) + (BETWEEN if len(inner) == 1 else "")
        elif inner is not None:
            row[here] = _text(inner)


def _repeat(entries: list[dict], here: str, row: dict, tables: dict, number: int) -> None:
    if all("content" in each and "name" in each for each in entries):  # files that were handed in
        row[here] = BETWEEN.join(_text(each["name"]) for each in entries)
        return
    if all({"value"} <= set(each) <= {"value", "comment", "otherText"} for each in entries):
        row[here] = BETWEEN.join(_text(each["value"]) for each in entries) + BETWEEN
        return
    for entry in entries:
        below: dict[str, str] = {_ABOVE: str(number)}
        tables.setdefault(here, []).append(below)
        _flatten(entry, here, below, tables, number, here)


def _text(value: Any) -> str:
    return _whole(json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else cell_text(value))


def _whole(text: str) -> str:
    r"""The text without half characters, as ``"\ud800"`` in JSON gives them: no table can hold one."""
    return text.encode("utf-8", errors="replace").decode("utf-8")


def _sheet(rows: list[dict[str, str]], part: str, name: str) -> ExportSheet:
    headings = tuple(dict.fromkeys(heading for row in rows for heading in row))
    columns = {position: pd.Series([row.get(heading) for row in rows], dtype="str") for position, heading in enumerate(headings)}
    numbers = np.array([int(row.get(_HERE) or row[_ABOVE]) for row in rows])
    return ExportSheet(Place(name, part or None), headings, stripped(pd.DataFrame(columns)), numbers)


def _readings(heading: str) -> list[str]:
    if heading.endswith("-Comment"):
        whole = heading.removesuffix("-Comment")
        return [heading, *(f"{end}_{word}" for end in path_ends(whole, ".") for word in ("other", "comment"))]
    return path_ends(heading, ".")


LAYOUT = Layout(
    kind="SurveyJS",
    separators=".",
    submission=("id", "_id", "instanceId", "Id", "resultId", _HERE, _ABOVE),
    submitted_at=("HappendAt", "HappenedAt", "createdAt", "CreatedAt", "submittedAt", "completedAt", "date"),
    form_version=("formVersion", "version"),
    own=dict.fromkeys(
        ("happendat", "happenedat", "createdat", "submittedat", "completedat", "instanceid", "id", "resultid", "timespent", "pageno"),
        MADE_BY_PROGRAM,
    )
    | dict.fromkeys(("ipaddress", "ip", "useragent", "userid", "email"), PERSONAL),
    own_patterns=((re.compile(r"^postid$|^surveyid$|^clientid$"), MADE_BY_PROGRAM),),
    child_parent=(_ABOVE, _HERE),
    readings=_readings,
)

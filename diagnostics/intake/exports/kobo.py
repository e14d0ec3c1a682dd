"""Exports of KoboToolbox, and of Ona and others of its family: CSV with semicolons or XLSX, with codes or labels.

Headings are ``group/question`` or labels; a multiple choice is one column, a column of 0 and 1 an option, or both. Repeated parts
have a sheet of their own, whose ``_parent_index`` is the ``_index`` of the row above. A row of HXL tags may stand below the headings.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from diagnostics.intake.exports.layout import COORDINATES, MADE_BY_PROGRAM, PERSONAL, Layout
from diagnostics.intake.exports.sheets import ExportSheet

_MARKS = ("_submission_time", "_uuid", "_id", "_index", "__version__", "_submitted_by", "_validation_status", "_submission__uuid")
_TAG = re.compile(r"#[A-Za-z][A-Za-z0-9_]*(\s*\+[A-Za-z0-9_]+)*")


def recognised(sheets: Sequence[ExportSheet]) -> str | None:
    """Why these sheets are an export of KoboToolbox; none where they are not."""
    for sheet in sheets:
        found = [mark for mark in _MARKS if sheet.at(mark) is not None]
        if len(found) >= 2 and found != ["_id", "_index"]:
            return f"It has the columns {' and '.join(found[:3])}."
    return None


def _without_tags(sheet: ExportSheet) -> tuple[ExportSheet, Mapping[str, int]]:
    first = sheet.cells.iloc[0].dropna() if len(sheet.cells) else []
    if not len(first) or not all(_TAG.fullmatch(str(cell)) for cell in first):
        return sheet, {}
    below = sheet.cells.iloc[1:].reset_index(drop=True)
    return replace(sheet, cells=below, rows=sheet.rows[1:]), {"HXL tags of the columns": 1}


LAYOUT = Layout(
    kind="KoboToolbox",
    submission=("_uuid", "_submission__uuid", "meta/instanceID", "_id", "_submission__id"),
    submitted_at=("_submission_time", "_submission__submission_time", "end"),
    form_version=("__version__", "_version_", "_submission___version__", "__version__001"),
    own=dict.fromkeys(
        (
            "_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_tags", "_index", "_parent_index",
            "_parent_table_name", "_xform_id_string", "_bamboo_dataset_id", "_attachments", "formhub/uuid", "start", "end", "today",
            "_duration", "meta/instanceid", "meta/instancename", "meta/rootuuid", "meta/deprecatedid", "instanceid", "audit", "meta/audit",
            "background-audio", "_date_modified", "_edited", "_media_all_received",
        ),
        MADE_BY_PROGRAM,
    )
    | dict.fromkeys(("_submitted_by", "username", "deviceid", "phonenumber", "simserial", "subscriberid", "email", "imei"), PERSONAL)
    | {"_geolocation": COORDINATES},
    own_patterns=(
        (re.compile(r"^_submission__submitted_by$"), PERSONAL),
        (re.compile(r"^(_submission__|_?_version_)"), MADE_BY_PROGRAM),
        (re.compile(r"(^|/)_.*_(latitude|longitude|altitude|precision)$|^_geolocation|_url$"), COORDINATES),
    ),
    child_parent=("_parent_index", "_index"),
    parent_sheet="_parent_table_name",
    tidy=_without_tags,
)  # fmt: skip

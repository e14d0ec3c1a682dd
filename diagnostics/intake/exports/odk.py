"""Exports of ODK: Central's ZIP archive or CSV, and those of Briefcase and Collect.

Headings are ``group-question``; Central writes the options of a multiple choice as ``question/option`` beside it. Repeated parts are
files of their own, whose ``PARENT_KEY`` is the ``KEY`` of the row above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diagnostics.intake.exports.layout import COORDINATES, MADE_BY_PROGRAM, PERSONAL, Layout
from diagnostics.intake.exports.sheets import ExportSheet


def recognised(sheets: Sequence[ExportSheet]) -> str | None:
    """Why these sheets are an export of ODK; none where they are not."""
    for sheet in sheets:
        found = [mark for mark in ("SubmissionDate", "PARENT_KEY", "KEY", "meta-instanceID", "SubmitterID") if sheet.at(mark) is not None]
        if "KEY" in found and len(found) >= 2:
            return f"It has the columns {' and '.join(found[:3])}."
    return None


LAYOUT = Layout(
    kind="ODK (Central, Briefcase or Collect)",
    separators="-/:",
    submission=("KEY", "meta-instanceID", "instanceID"),
    submitted_at=("SubmissionDate", "end"),
    form_version=("FormVersion", "__version__", "version"),
    own=dict.fromkeys(
        (
            "submissiondate", "key", "parent_key", "meta-instanceid", "instanceid", "meta-instancename", "instancename", "meta-audit",
            "attachmentspresent", "attachmentsexpected", "status", "reviewstate", "edits", "formversion", "iscomplete",
            "markedascompletedate", "start", "end", "today", "starttime", "endtime", "meta-deprecatedid",
        ),
        MADE_BY_PROGRAM,
    )
    | dict.fromkeys(("submitterid", "submittername", "deviceid", "username"), PERSONAL)
    | dict.fromkeys(("phonenumber", "simserial", "subscriberid", "email"), PERSONAL),
    own_patterns=(
        (re.compile(r"^set-of-"), MADE_BY_PROGRAM),
        (re.compile(r"-(latitude|longitude|altitude|accuracy)$"), COORDINATES),
        (re.compile(r"(^|-)meta-(entity|audit)"), MADE_BY_PROGRAM),
    ),
    child_parent=("PARENT_KEY", "KEY"),
)  # fmt: skip

"""Tables of no particular program: a row a respondent, or already long with a row an answer."""

from __future__ import annotations

from collections.abc import Sequence

from diagnostics.intake.exports.layout import Layout
from diagnostics.intake.exports.sheets import ExportSheet

ITEM = ("item", "item_id", "question")
ANSWER = ("answer", "value", "response")
_RESPONDENT = (
    "respondent", "respondent_id", "respondent_code", "respondentid", "rater", "response_id", "response.id", "response id", "responseid",
    "id", "submission", "case_id", "caseid",
)  # fmt: skip
_SUBMITTED = ("submitted_at", "submission_time", "submitdate", "timestamp", "end")
_VERSION = ("form_version", "version", "__version__")

WIDE = Layout(
    kind="table with a row a respondent",
    separators="/.:-",
    submission=_RESPONDENT,
    submitted_at=_SUBMITTED,
    form_version=_VERSION,
)
LONG = Layout(kind="long table with a row an answer", submission=_RESPONDENT, submitted_at=_SUBMITTED, form_version=_VERSION)


def recognised_long(sheets: Sequence[ExportSheet]) -> str | None:
    """Why this is a long table; none where it is not."""
    first = sheets[0]
    item, answer = (next((name for name in names if first.at(name) is not None), None) for names in (ITEM, ANSWER))
    return f"It has the columns {item} and {answer}." if item and answer and len(sheets) == 1 else None

"""What a quarter's progress form is made of, the same for the one who writes it and the one who reads it back.

The sheet of progress holds the columns' ids in its first row, which is hidden, and the headings in the second; each row below stands for
the action whose id is in the column ``action``. Columns and rows may therefore move, and headings may be written anew. A very hidden sheet
holds names in column A with their values in column B (``FACTS``), an empty row, and a table with the headings ``list``, ``shown`` and
``code``: what the drop-down lists show, and what it means.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

import pandas as pd

from diagnostics.definitions.plan_file import Status

NOTES_SHEET = "_progress"
FACTS = ("kit_version", "mission", "quarter", "language", "sheet")
LISTS = ("list", "shown", "code")
IDS_ROW, HEADINGS_ROW = 0, 1
STATUSES: tuple[Status, ...] = tuple(status for status in get_args(Status) if status)
PLANNED = ("action", "title", "owner", "asked", "planned_start", "planned_finish", "planned_days", "planned_amount", "indicator")
"""The locked columns: what was planned."""
FILLED_IN = (
    "status", "progress", "started_on", "finished_on", "expected_on", "indicator_value", "person_days", "amount", "reason", "evidence",
    "next_milestone", "note",
)  # fmt: skip
"""The open columns."""
NEVER_READ = ("next_milestone", "note")
"""Free text, which may name people: it stays in the form."""
_NUMBERS = ("progress", "indicator_value", "person_days", "amount")
_TEXTS = ("quarter", "action", "status", "started_on", "finished_on", "expected_on", "reason", "evidence")
COLUMNS = (
    "quarter", "action", "status", "progress", "started_on", "finished_on", "expected_on", "indicator_value", "person_days", "amount",
    "reason", "evidence",
)  # fmt: skip


@dataclass(frozen=True)
class FormFacts:
    """What a form says of itself.

    Attributes:
        mission, quarter: which plan and quarter it asks about.
        sheet: the name of its sheet of progress.
        lists: list → what it shows → its code.
    """

    mission: str
    quarter: str
    sheet: str
    lists: Mapping[str, Mapping[str, str]]


def progress_table(rows: Iterable[Mapping[str, Any]] = ()) -> pd.DataFrame:
    """Reports as the table that planning and reports share.

    Returns:
        One row an action and quarter. Columns:
            quarter          str    ``2027-Q1``
            action           str    id in the plan
            status           str    not started, in progress, done or stopped; empty = not told
            progress         float  0-1, of the whole action; empty = not told
            started_on, finished_on, expected_on   str   ISO days; empty = none
            indicator_value  float  the indicator at the end of the quarter, in its own unit; empty = not measured
            person_days      float  spent since the plan began; empty = not told
            amount           float  money spent since the plan began, in the budget's currency; empty = not told
            reason           str    id of a reason of ``planning.yaml``; empty = none
            evidence         str    the document that shows the result; empty = none
    """
    table = pd.DataFrame(list(rows), columns=list(COLUMNS))
    for name in _TEXTS:
        table[name] = table[name].astype("object").fillna("").astype("str")
    return table.astype(dict.fromkeys(_NUMBERS, "float64"))

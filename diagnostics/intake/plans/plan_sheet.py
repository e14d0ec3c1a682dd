"""What the workbook of a work plan is made of, the same for the one who writes it and the one who reads it back.

The sheet of the plan holds the columns' ids in a hidden row and the headings in the row below; each row under them is one action, told by
the id in the column ``action``. Columns may be inserted, headings written anew, rows sorted and added. A column whose id starts with
``COMPUTED`` holds formulas and is never read.

Two very hidden sheets help to read it back. ``_plan``: names in column A with their values in column B (``FACTS``), an empty row, then
the actions as they were written, one a row: the id in column A, its JSON in column B and after; then, with ``IN_WORDS`` before the id, the
texts of those that are shown in other words than the plan's own, such as translated ones. ``_cells``: every cell of the other sheets
that people may have filled in since: sheet, cell, and what stood there.
"""

from __future__ import annotations

from diagnostics.definitions.plan_file import PlannedAction

NOTES_SHEET, CELLS_SHEET = "_plan", "_cells"
FACTS = ("format", "version", "mission", "language", "sheet", "file")
CELLS = ("sheet", "cell", "value")
IN_WORDS = "shown:"
COMPUTED = "="
DAYS = "days:"
"""Before a role: the column of its person-days. Without a role: the effort that belongs to none."""
LONGEST_CELL = 32_000
"""Signs in a cell; Excel takes 32,767."""

SHOWN = (
    "action", "title", "objective", "deliverable", "indicator", "unit", "baseline_value", "baseline_on", "target_value", "target_on",
    "owner", "partners", "start_on", "finish_on", "person_days", "amount", "funding", "risk", "after", "criterion", "evidence", "critical",
    "quick_win", "progress", "status",
)  # fmt: skip
"""Fields of an action that have a column."""
TRACKED = ("deviation", "next_milestone", "expected_on")
"""Columns that say how an action goes on, and are no part of the plan."""
TRANSLATED_FIELDS = (
    "objective",
    "title",
    "deliverable",
    "indicator",
    "formula",
    "unit",
    "baseline",
    "target",
    "evidence",
    "risk",
    "countermeasure",
)
"""Texts that stand in a handed-over file in the reader's language."""
FIELDS = tuple(PlannedAction.model_fields)

"""What a correction workbook is made of, and how it is laid out: the same for the one who writes it and the one who reads it back.

Sheets: instructions; corrections, where the first row holds the headings and column A the rows of the file; and, very hidden,
``_source`` and ``_lists``. ``_source`` holds names in column A with their values in column B (see ``FACTS``), an empty row, and a table
with the headings ``sheet_row``, ``row``, ``position`` and ``was``: every open cell, the row of the file it stands for, its column
in the file counted from 0, and what stood in it when the workbook was written. A second table, in column F, holds the rows shown, in order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from diagnostics.intake.written_files import neutralised

SOURCE_SHEET, LISTS_SHEET = "_source", "_lists"
FACTS = ("kit_version", "data_set", "file", "sha256", "corrections_sheet")
TABLE = ("sheet_row", "row", "position", "was")
ROWS_COLUMN = 5
BEFORE = 2  # columns that stand before those of the file: its row, and what to do
LONGEST = 32_767  # characters that a cell of a spreadsheet holds
MOST_ROWS, MOST_CELLS = 2_000, 200_000  # of one workbook: nobody corrects more by hand, and it must be small enough to come back

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")

Mark = Literal["wrong", "look", "related"]
"""``wrong``: it must be corrected; ``look``: a warning; ``related``: it may be corrected instead of another cell of the row."""


@dataclass(frozen=True)
class OpenCell:
    """A cell that may be corrected.

    Attributes:
        row: its row, as the file's spreadsheet shows it.
        position: its column in the file, from 0.
        mark: why it is open.
        note: what is wrong and what to do.
        choices: what may stand in it, where a list can say so.
    """

    row: int
    position: int
    mark: Mark
    note: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class CorrectionSheet:
    """One data set's rejected rows, and what goes with them.

    Attributes:
        data_set: its id.
        file: name of the file below the mission's folder.
        sha256: the file's digest, in hexadecimal.
        headings: those of the file, in its own order and spelling.
        rows: row of the file → its cells as they came, an empty one as an empty text.
        open_cells: those that may be corrected, in order of rows and columns.
        advice: row → what to do, one sentence a cell.
        elsewhere: what concerns no single cell that can be corrected here.
        all_rows: rows concerned in all, those that did not fit in too.
    """

    data_set: str
    file: str
    sha256: str
    headings: tuple[str, ...]
    rows: dict[int, tuple[str, ...]]
    open_cells: tuple[OpenCell, ...]
    advice: dict[int, str]
    elsewhere: tuple[str, ...]
    all_rows: int


def as_shown(text: str) -> str:
    """A cell of the file as the workbook shows it: no formula, no signs that a spreadsheet cannot hold, not too long."""
    return neutralised(_UNSEEN.sub(" ", text))[:LONGEST]


def is_same(shown: str, found: str) -> bool:
    """Whether a cell still shows what was written into it; spreadsheet programs change blanks and line ends."""
    return shown.split() == found.split()

"""A table as it stands in a file, before its headings are understood."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from diagnostics.definitions.problems import Problem


@dataclass(frozen=True)
class Place:
    """Where in a file something stands."""

    file: str
    sheet: str | None = None
    row: int | None = None

    def problem(self, kind: str, advice: str, column: str | None = None, **facts: Any) -> Problem:
        """A problem at this place; ``facts`` are further fields of it."""
        return Problem(self.file, advice, kind, column=column, **({"row": self.row, "sheet": self.sheet} | facts))


@dataclass(frozen=True)
class Grid:
    """The cells of one file or sheet.

    Attributes:
        cells: text or null, one column a column of the file, the heading row included.
        rows: the row of each line of ``cells`` as a spreadsheet shows it, from 1.
        sheet: name of the sheet, none for files that have no sheets.
        problems: warnings about the file as a whole, such as its encoding.
        delimiter: what separates the cells of a text file; none for other files.
    """

    cells: pd.DataFrame
    rows: np.ndarray
    sheet: str | None = None
    problems: tuple[Problem, ...] = field(default=())
    delimiter: str | None = None


def column_letter(position: int) -> str:
    """The letter that a spreadsheet shows above a column; ``position`` counts from 0."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def stripped(cells: pd.DataFrame) -> pd.DataFrame:
    """The same cells without blanks around them; an empty one is null."""

    def strip(column: pd.Series) -> pd.Series:
        texts = column.astype("str").str.strip()
        return texts.where(texts.str.len() > 0)

    return cells.apply(strip) if cells.size else cells

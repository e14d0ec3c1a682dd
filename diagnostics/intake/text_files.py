"""CSV files as they come: any of four delimiters, with or without a byte order mark, in the encodings of the region."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
import pandas as pd

from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.intake.encodings import recognise_encoding
from diagnostics.intake.grid import Grid
from diagnostics.intake.limits import MAX_TABLE, refuse_size

DELIMITERS = (",", ";", "\t", "|")
MOST_BAD_ROWS = 50
_LOOKED_AT = 200  # lines from which a delimiter is told
EMPTY = "The file is empty. Export it again, or take it off 'inputs' in mission.yaml."


def read_text_file(path: Path, name: str, known: tuple[str, ...], empty: str = EMPTY) -> Grid:
    """Read one CSV file.

    Args:
        path: the file.
        name: what to call it in messages.
        known: names of columns that are expected; they decide between delimiters.
        empty: what to advise where nothing stands in the file.

    Raises:
        BadInput: not there, too large, not text, or with quotation marks or cells that do not fit.
    """
    refuse_size(path, name, MAX_TABLE)
    text, problems = _decoded(path.read_bytes(), name)
    if not text.strip():
        raise BadInput([Problem(name, empty, "empty-file")])
    delimiter, skipped, text = _announced_delimiter(text)
    delimiter = delimiter or _delimiter(text, known)
    cells = _cells(text, delimiter, name, skipped)
    return Grid(cells, np.arange(len(cells)) + 1 + skipped, None, problems, delimiter)


def read_ragged_rows(path: Path, name: str, empty: str = EMPTY) -> tuple[list[list[str]], int, tuple[Problem, ...]]:
    """Read a CSV file in which titles may stand above the table, so that its lines differ in length.

    Returns:
        The rows, the row of the first one as a spreadsheet shows it, and warnings. The delimiter is the one that splits most lines
        into the most cells.

    Raises:
        BadInput: not there, too large, not text, or with an open quotation mark.
    """
    refuse_size(path, name, MAX_TABLE)
    text, problems = _decoded(path.read_bytes(), name)
    if not text.strip():
        raise BadInput([Problem(name, empty, "empty-file")])
    announced, skipped, text = _announced_delimiter(text)
    lines = [line for line in text.splitlines()[:_LOOKED_AT] if line.strip()]
    delimiter = announced or max(DELIMITERS, key=lambda one: sum(line.count(one) for line in lines))
    return _rows(text, delimiter, name, skipped), 1 + skipped, problems


def _decoded(content: bytes, name: str) -> tuple[str, tuple[Problem, ...]]:
    if content.startswith(b"PK\x03\x04"):
        advice = "This is a workbook with the name of a text file. Name it .xlsx, or save it as CSV."
        raise BadInput([Problem(name, advice, "workbook-named-csv")])
    encoding = recognise_encoding(content)
    text = content.decode(encoding.name, errors="replace")
    if "\x00" in text:
        raise BadInput([Problem(name, "This is not a text file. Export it again as CSV in the encoding UTF-8.", "not-text")])
    if encoding.name in ("utf-8", "utf-8-sig"):
        return text, ()
    how = f"read as {encoding.name}" + ("" if encoding.certain else ", recognised by its letters")
    other = f" Its letters may as well be {encoding.perhaps}: ğ, ş, ı or İ would then stand in wrong letters." if encoding.perhaps else ""
    advice = f"The file is not UTF-8. It was {how}.{other} Check that names with marks look right, or save the file again as UTF-8."
    return text, (Problem(name, advice, "encoding", found=encoding.name, allowed="utf-8", severity="warning"),)


def _announced_delimiter(text: str) -> tuple[str | None, int, str]:
    """The delimiter of a first line such as ``sep=;``, the lines it takes, and the text after it."""
    first, _, rest = text.partition("\n")
    first = first.strip().strip('"')
    if first.lower().startswith("sep=") and len(first) == 5:
        return first[4], 1, rest
    return None, 0, text


def _delimiter(text: str, known: tuple[str, ...]) -> str:
    """The delimiter that splits the first filled line into the most known names, then into the most cells."""
    line = next(line for line in text.splitlines() if line.strip())

    def fitness(delimiter: str) -> tuple[int, int]:
        names = [cell.strip().lower() for cell in next(csv.reader([line], delimiter=delimiter))]
        return sum(name in known for name in names), len(names)

    return max(DELIMITERS, key=fitness)


def _cells(text: str, delimiter: str, name: str, skipped: int) -> pd.DataFrame:
    try:
        return pd.read_csv(
            io.StringIO(text), header=None, sep=delimiter, dtype=str, keep_default_na=False, na_values=[], skip_blank_lines=False
        )
    except (pd.errors.ParserError, pd.errors.EmptyDataError):
        # A line longer than the first, or an open quotation mark: the slower reader can say in which row.
        return _cells_row_by_row(text, delimiter, name, skipped)


def _rows(text: str, delimiter: str, name: str, skipped: int) -> list[list[str]]:
    """Every row, as long as it is; says in which one a quotation mark is open."""
    rows: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        rows.extend(reader)
    except csv.Error:
        advice = "A quotation mark is open or stands within a text. Double it, or close it, in this row or in the one before."
        raise BadInput([Problem(name, advice, "open-quotation", row=len(rows) + 1 + skipped)]) from None
    return rows


def _cells_row_by_row(text: str, delimiter: str, name: str, skipped: int) -> pd.DataFrame:
    rows = _rows(text, delimiter, name, skipped)
    width = len(next(row for row in rows if any(cell.strip() for cell in row)))
    long = [number for number, row in enumerate(rows, start=1 + skipped) if any(cell.strip() for cell in row[width:])]
    if long:
        mark = "tab" if delimiter == "\t" else delimiter
        advice = f"The row has more cells than the {width} headings. Put texts that hold the delimiter '{mark}' in quotation marks."
        advice += " Write numbers with a decimal point." if delimiter == "," else ""
        problems = [Problem(name, advice, "too-many-cells", row=number) for number in long[:MOST_BAD_ROWS]]
        if len(long) > MOST_BAD_ROWS:
            problems.append(Problem(name, f"Another {len(long) - MOST_BAD_ROWS} rows have too many cells as well.", "too-many-cells"))
        raise BadInput(problems)
    return pd.DataFrame([(row + [""] * width)[:width] for row in rows], dtype=str)

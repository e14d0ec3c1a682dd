"""Comments that came back in a standard's workbook or Word document, each with the id of the row it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.definitions.translations import LANGUAGES, translated
from diagnostics.intake.limits import inspect_archive, inspect_workbook

ID = "id"


@dataclass(frozen=True)
class Comment:
    """One comment.

    Attributes:
        id: of the criterion, item or remedy.
        text: what was written.
        row: the row of its sheet, or of its table.
        sheet: the sheet of a workbook, none in a Word document.
    """

    id: str
    text: str
    row: int
    sheet: str | None = None


def read_comments(path: Path) -> list[Comment]:
    """Every comment of one file.

    Raises:
        BadInput: not there, not an XLSX or DOCX file, damaged, or without a place for comments.
    """
    if not path.is_file():
        raise BadInput([Problem(path.name, "The file is not there. Correct the path.", "missing-file")])
    readers = {".xlsx": (inspect_workbook, _of_workbook), ".docx": (inspect_archive, _of_document)}
    if path.suffix.lower() not in readers:
        advice = "Comments are read from the workbook or the Word document of a standard."
        raise BadInput([Problem(path.name, advice, "unknown-form", found=path.suffix or "no ending", allowed=", ".join(readers))])
    inspect, read = readers[path.suffix.lower()]
    inspect(path, path.name)
    try:
        tables = list(read(path))
    except (BadZipFile, KeyError, ValueError, OSError):
        raise BadInput([Problem(path.name, "The file is damaged. Ask for it again.", "damaged-file")]) from None
    if not tables:
        advice = "No column for comments was found. Keep the headings of the first and the last column as they were."
        raise BadInput([Problem(path.name, advice, "no-comments")])
    return [comment for table in tables for comment in table]


def _of_workbook(path: Path) -> Iterator[list[Comment]]:
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_path(str(path))
    for sheet in book.sheet_names:
        rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
        if not rows:
            continue
        headings = [str(each).strip().casefold() for each in rows[0]]
        if ID in headings and "comment" in headings:
            yield _comments(rows, headings.index(ID), headings.index("comment"), sheet)


def _of_document(path: Path) -> Iterator[list[Comment]]:
    import docx

    headings = {translated("Comments", language) for language in LANGUAGES}
    for table in docx.Document(str(path)).tables:
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        if rows[0][-1].strip() in headings:
            yield _comments(rows, 0, len(rows[0]) - 1, None)


def _comments(rows: list[list[Any]], id_place: int, comment_place: int, sheet: str | None) -> list[Comment]:
    found = []
    for number, row in enumerate(rows[1:], start=2):
        text = str(row[comment_place]).strip() if comment_place < len(row) else ""
        if text:
            found.append(Comment(str(row[id_place]).strip(), text, number, sheet))
    return found

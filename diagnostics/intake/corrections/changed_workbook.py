"""Replaces single cells of an XLSX workbook. Its other cells, sheets, formats, formulas and macros stay as they are, byte for byte.

A spreadsheet library would write the whole workbook anew and lose what it does not know: the results of formulas, which the reader
needs, among them. So the sheet's XML is changed in place.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from xml.etree import ElementTree
from xml.parsers import expat
from xml.sax.saxutils import escape

from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.intake.grid import column_letter

Place = tuple[int, int]
"""Row as the spreadsheet shows it, column from 0."""
CellValue = str | float | date

_TAG = re.compile(rb"""<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>""")
_NAME = re.compile(r"([A-Z]+)([0-9]+)")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_BUILT_IN_DATES = frozenset({14, 15, 16, 17, 22})
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class _Cell:
    """One ``<c>`` element: where it stands, how it looks, whether a formula fills it."""

    start: int
    end: int
    style: str
    has_formula: bool


@dataclass
class _Row:
    """One ``<row>`` element that is looked for."""

    start: int
    end: int = 0
    inner_end: int = 0
    prefix: bytes = b""
    cells: dict[int, _Cell] = field(default_factory=dict)


def look_at_cells(path: Path, sheet: str, places: Iterable[Place]) -> tuple[frozenset[Place], frozenset[Place]]:
    """Which of some cells hold a formula, and which are formatted as dates. Raises ``BadInput`` where the sheet cannot be found."""
    places = frozenset(places)
    with zipfile.ZipFile(path) as archive:
        rows = _find_rows(archive.read(_part_of(archive, sheet, path.name)), {row for row, _ in places})
        styles = _date_styles(archive)
    cells = {(row, at): rows[row].cells[at] for row, at in places if row in rows and at in rows[row].cells}
    formulas = frozenset(place for place, cell in cells.items() if cell.has_formula)
    return formulas, frozenset(place for place, cell in cells.items() if cell.style in styles)


def changed_workbook(content: bytes, sheet: str, changes: Mapping[Place, CellValue], name: str) -> bytes:
    """The same workbook with other values in some cells of one sheet.

    Args:
        content: the workbook's bytes.
        sheet: the sheet's name.
        changes: what shall stand in each cell: a text, a number, or a day for a cell that is formatted as a date.
        name: what to call the file in messages.

    Raises:
        BadInput: a cell holds a formula, or its row is not there.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        part = _part_of(archive, sheet, name)
        changed = _changed_sheet(archive.read(part), changes, name, sheet, _counts_from_1904(archive))
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as copy:
            for info in archive.infolist():
                copy.writestr(info, changed if info.filename == part else archive.read(info), info.compress_type)
    return made.getvalue()


def _changed_sheet(xml: bytes, changes: Mapping[Place, CellValue], name: str, sheet: str, from_1904: bool) -> bytes:
    rows = _find_rows(xml, {row for row, _ in changes})
    problems, edits = [], []
    for (row, position), value in sorted(changes.items()):
        found = rows.get(row)
        cell = found.cells.get(position) if found else None
        if found is None or (cell is not None and cell.has_formula):
            advice = (
                "A formula fills this cell. Correct it in the file itself." if found else "The row is not in the sheet. Check it again."
            )
            problems.append(Problem(name, advice, "cell-not-changeable", row=row, column=column_letter(position), sheet=sheet))
            continue
        made = _cell_xml(f"{column_letter(position)}{row}", value, cell.style if cell else "", found.prefix, from_1904)
        start, end = (cell.start, cell.end) if cell else _gap(found, position)
        edits.append((start, end, made))
    if problems:
        raise BadInput(problems)
    pieces, done = [], 0
    for start, end, made in edits:  # rows and columns rise, and so do the places of their cells
        pieces += [xml[done:start], made]
        done = end
    return b"".join([*pieces, xml[done:]])


def _gap(row: _Row, position: int) -> tuple[int, int]:
    """Where a cell that is not there yet belongs."""
    after = [cell.start for column, cell in row.cells.items() if column > position]
    place = min(after, default=row.inner_end)
    return place, place


def _cell_xml(reference: str, value: CellValue, style: str, prefix: bytes, from_1904: bool) -> bytes:
    head = f' r="{reference}"' + (f' s="{style}"' if style else "")
    tag = prefix.decode("ascii")
    if value == "":
        return f"<{tag}c{head}/>".encode()
    if isinstance(value, date):
        value = float((value - (date(1904, 1, 1) if from_1904 else date(1899, 12, 30))).days)
    if isinstance(value, float):
        number = str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
        return f"<{tag}c{head}><{tag}v>{number}</{tag}v></{tag}c>".encode()
    text = escape(_ILLEGAL.sub(" ", value))
    return f'<{tag}c{head} t="inlineStr"><{tag}is><{tag}t xml:space="preserve">{text}</{tag}t></{tag}is></{tag}c>'.encode()


class _RowFinder:
    """Walks through a sheet's XML and notes where some rows and their cells stand."""

    def __init__(self, xml: bytes, wanted: set[int]) -> None:
        self.xml, self.wanted = xml, wanted
        self.rows: dict[int, _Row] = {}
        self.number, self.column = 0, -1
        self.row: _Row | None = None
        self.cell: tuple[int, str] | None = None
        self.has_formula = False
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end

    def _start(self, tag: str, given: dict[str, str]) -> None:
        prefix, _, local = tag.rpartition(":")
        if local == "row":
            self.number = int(given.get("r") or self.number + 1)
            self.column = -1
            self.row = _Row(self.parser.CurrentByteIndex, prefix=f"{prefix}:".encode() if prefix else b"")
            self.row = self.row if self.number in self.wanted else None
        elif local == "c" and self.row is not None:
            name = _NAME.fullmatch(given.get("r") or "")
            self.column = _position(name[1]) if name else self.column + 1
            self.cell, self.has_formula = (self.parser.CurrentByteIndex, given.get("s", "")), False
        elif local == "f" and self.cell is not None:
            self.has_formula = True

    def _end(self, tag: str) -> None:
        local = tag.rpartition(":")[2]
        if local == "c" and self.row is not None and self.cell is not None:
            start, style = self.cell
            self.row.cells[self.column] = _Cell(start, self._closed(start)[1], style, self.has_formula)
            self.cell = None
        elif local == "row" and self.row is not None:
            self.row.inner_end, self.row.end = self._closed(self.row.start)
            if self.row.inner_end != self.row.end:  # an empty <row/> has no place for a cell
                self.rows[self.number] = self.row
            self.row = None

    def _closed(self, start: int) -> tuple[int, int]:
        """Where the content of the element that ends here ends, and where the element does."""
        opening = _TAG.match(self.xml, start)
        if opening is not None and opening[0].endswith(b"/>"):
            return opening.end(), opening.end()
        inner = self.parser.CurrentByteIndex
        return inner, self.xml.index(b">", inner) + 1


def _find_rows(xml: bytes, wanted: set[int]) -> dict[int, _Row]:
    finder = _RowFinder(xml, wanted)
    finder.parser.Parse(xml, True)
    return finder.rows


def _position(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column - 1


def _part_of(archive: zipfile.ZipFile, sheet: str, name: str) -> str:
    """The part of the archive that holds a sheet."""
    book = _main_part(archive)
    wanted = next((each for each in _elements(archive, book, "sheet") if each.get("name") == sheet), None)
    target = wanted is not None and (wanted.get(_RELATION) or wanted.get(_STRICT_RELATION))
    folder, file = posixpath.split(book)
    for relation in _elements(archive, f"{folder}/_rels/{file}.rels", "Relationship"):
        if target and relation.get("Id") == target:
            path = relation.get("Target", "")
            part = path.lstrip("/") if path.startswith("/") else posixpath.normpath(posixpath.join(folder, path))
            if part in archive.namelist():
                return part
    advice = "The sheet cannot be found in the workbook. Save it again in a spreadsheet program."
    raise BadInput([Problem(name, advice, "damaged-workbook", sheet=sheet)])


def _main_part(archive: zipfile.ZipFile) -> str:
    relations = _elements(archive, "_rels/.rels", "Relationship")
    targets = [each.get("Target", "").lstrip("/") for each in relations if each.get("Type", "").endswith("/officeDocument")]
    return targets[0] if targets else "xl/workbook.xml"


def _elements(archive: zipfile.ZipFile, part: str, local: str) -> Iterator[ElementTree.Element]:
    if part in archive.namelist():
        yield from (each for each in ElementTree.fromstring(archive.read(part)).iter() if each.tag.rpartition("}")[2] == local)


def _counts_from_1904(archive: zipfile.ZipFile) -> bool:
    return any(each.get("date1904") in ("1", "true") for each in _elements(archive, _main_part(archive), "workbookPr"))


def _date_styles(archive: zipfile.ZipFile) -> frozenset[str]:
    part = posixpath.join(posixpath.dirname(_main_part(archive)), "styles.xml")
    from openpyxl.styles.numbers import is_date_format

    own = {each.get("numFmtId"): each.get("formatCode", "") for each in _elements(archive, part, "numFmt")}
    dates = {number for number, code in own.items() if is_date_format(code)} | {str(number) for number in _BUILT_IN_DATES}
    styles: list[str] = []
    for group in _elements(archive, part, "cellXfs"):
        styles = [each.get("numFmtId", "") for each in group]
    return frozenset(str(number) for number, form in enumerate(styles) if form in dates)

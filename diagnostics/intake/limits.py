"""What is refused before anything is parsed: files too large, packed too tightly, or not what their name says.

A workbook is a ZIP archive of XML. Its declared sizes may lie, so every part is unpacked piece by piece and counted, and
nothing of it is kept. The same pass looks for XML entities, for cells so far apart that a parser would reserve
terabytes, and for formula errors, which the parser would return as empty cells.
"""

from __future__ import annotations

import collections
import re
import string
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from diagnostics.definitions.problems import BadInput, Problem

MEGABYTE = 1_000_000
MAX_WORKBOOK = 10 * MEGABYTE
MAX_TABLE = 200 * MEGABYTE  # CSV and Parquet
MAX_UNPACKED = 100 * MEGABYTE
MAX_RATIO = 50
MAX_AREA = 10_000_000  # cells between A1 and the last one; the parser reserves about 24 bytes for each
MAX_PARTS = 5_000
PIECE = 1 << 18

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Z]{0,3}[0-9]{1,7})["']""")
_CELL = re.compile(rb"""<(?:\w+:)?(?:c|row)\s[^<]*?\br\s*=\s*["']([^"'<]*)""")
_RIGHT_PLACES = re.compile(rb"(?:[A-Z]{0,3}[0-9]{1,7} )*")
_FORMULA_ERROR = re.compile(rb"""<(?:\w+:)?c\s[^<]*?\bt\s*=\s*["']e["']""")
# A formula of which no result is stored, as programs write it that do not calculate. An empty text is a result, and is marked "str".
_NO_RESULT = re.compile(
    rb"""<(?:\w+:)?c\b(?![^>]*\bt\s*=\s*["']str["'])[^>]*>\s*<(?:\w+:)?f\b[^>]*(?:/>|>[^<]*</(?:\w+:)?f>)\s*"""
    rb"""(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"""
)
_LONGEST_TAG = 1 << 20  # bytes kept back until the rest of a tag is there


_PLAIN_ARCHIVE = "Export the answers without photos and recordings, or unpack the archive and read its CSV files from the folder."
_DAMAGED_ARCHIVE = "The archive is damaged or was cut off. Export it again."


@dataclass(frozen=True)
class WorkbookFacts:
    """What the look at a workbook's parts showed.

    Attributes:
        has_formula_errors: a cell holds an error such as #N/A.
        has_formulas_without_result: a cell holds a formula that nobody calculated; a reader takes it for empty.
    """

    has_formula_errors: bool
    has_formulas_without_result: bool


def refuse_size(path: Path, name: str, limit: int) -> None:
    """Raise ``BadInput`` when the file is not there, empty, or larger than ``limit`` bytes."""
    if not path.is_file():
        raise _bad(name, "The file is not there. Put it in place, or take the data set off 'inputs' in mission.yaml.", "missing-file")
    size = path.stat().st_size
    if size == 0:
        raise _bad(name, "The file is empty. Export it again, or take the data set off 'inputs' in mission.yaml.", "empty-file")
    if size > limit:
        advice = (
            "Export only the columns and rows that are asked for, or save it as CSV. hrm-review read takes larger workbooks with --large."
        )
        raise _bad(name, advice, "file-too-large", f"{size / MEGABYTE:.1f} MB", f"up to {limit // MEGABYTE} MB")


def inspect_workbook(path: Path, name: str, times: int = 1) -> WorkbookFacts:
    """Look at every part of a workbook without parsing it. Raises ``BadInput`` when it must not be parsed.

    ``times`` the ordinary size is allowed where a person said that the file is large; it may not be packed more tightly for that.
    """
    refuse_size(path, name, times * MAX_WORKBOOK)
    with path.open("rb") as file:
        _refuse_other_forms(file.read(1 << 16), name)
        try:
            with zipfile.ZipFile(file) as archive:
                parts = archive.infolist()
        except (zipfile.BadZipFile, OSError, ValueError):
            raise _damaged(name) from None
        if len(parts) > MAX_PARTS:
            raise _bad(name, "A workbook has fewer parts. Save it again in a spreadsheet program.", "too-many-parts", str(len(parts)))
        return _inspect_parts(file, parts, path.stat().st_size, name, times)


def inspect_archive(path: Path, name: str) -> None:
    """Look at every part of a ZIP archive of tables without parsing it. Raises ``BadInput`` when it must not be opened."""
    refuse_size(path, name, MAX_WORKBOOK)
    try:
        with path.open("rb") as file, zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
            if len(parts) > MAX_PARTS:
                raise _bad(name, "Export the answers without photos and recordings.", "too-many-parts", str(len(parts)))
            _inspect_parts(file, parts, path.stat().st_size, name)
    except (zipfile.BadZipFile, OSError, ValueError):
        raise _bad(name, "This is not a ZIP archive, or it was cut off. Export it again.", "damaged-archive") from None
    except BadInput as bad:
        words = {"packed-too-tightly": _PLAIN_ARCHIVE, "unpacked-too-large": _PLAIN_ARCHIVE, "damaged-workbook": _DAMAGED_ARCHIVE}
        problems = [replace(problem, advice=words.get(problem.kind, problem.advice)) for problem in bad.problems]
        raise BadInput(problems) from None


def _refuse_other_forms(start: bytes, name: str) -> None:
    if start.startswith(_OLD_OFFICE):
        if _ENCRYPTED in start:
            raise _bad(name, "The workbook is protected by a password. Save it without one.", "encrypted-workbook")
        raise _bad(name, "This is a workbook of the old form XLS. Save it as XLSX.", "old-workbook")
    if not start.startswith(b"PK"):
        raise _bad(name, "This is no workbook, whatever its name says. Save it as XLSX, or name it .csv if it is text.", "not-a-workbook")


class _Budget:
    """How much a workbook may still unpack to."""

    def __init__(self, packed: int, name: str, times: int) -> None:
        self.packed = packed
        self.most = times * MAX_UNPACKED
        self.name = name
        self.unpacked = 0

    def spend(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        """The same pieces, until there are too many. Raises ``BadInput`` then."""
        for piece in pieces:
            self.unpacked += len(piece)
            _refuse_unpacked(self.unpacked, self.packed, self.most, self.name)
            yield piece


def _inspect_parts(file: BinaryIO, parts: list[zipfile.ZipInfo], packed: int, name: str, times: int = 1) -> WorkbookFacts:
    budget = _Budget(packed, name, times)
    facts = WorkbookFacts(False, False)
    for part in parts:
        if part.flag_bits & 1:
            raise _bad(name, "Parts of the workbook are encrypted. Save it without a password.", "encrypted-workbook")
        pieces = budget.spend(_pieces(file, part, name))
        if part.filename.endswith((".xml", ".rels")):
            facts = _inspect_xml(pieces, name, facts, times)
        else:
            collections.deque(pieces, maxlen=0)  # pictures and the like are only counted
    return facts


def _inspect_xml(pieces: Iterator[bytes], name: str, facts: WorkbookFacts, times: int) -> WorkbookFacts:
    """Look at one part; adds what it shows to what the parts before it showed."""
    last_row, last_column = 0, 0
    has_errors, has_no_result = facts.has_formula_errors, facts.has_formulas_without_result
    for text in _whole_tags(pieces):
        _refuse_entities(text, name)
        last_row, last_column = _extent(text, last_row, last_column, name)
        may_have = not has_errors and (b'"e"' in text or b"'e'" in text)  # the search itself takes far longer
        has_errors = has_errors or (may_have and _FORMULA_ERROR.search(text) is not None)
        may_have = not has_no_result and (b"f>" in text or b"f/>" in text)
        has_no_result = has_no_result or (may_have and _NO_RESULT.search(text) is not None)
    if last_row * last_column > times * MAX_AREA:
        advice = "A cell far outside the table is filled. Delete the empty rows and columns below and beside the table, and save again."
        raise _bad(name, advice, "sheet-too-large", f"{last_row} rows by {last_column} columns", f"up to {times * MAX_AREA:,} cells")
    return WorkbookFacts(has_errors, has_no_result)


def _whole_tags(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The same text, cut before tags and never within one."""
    rest = b""
    for piece in pieces:
        text = rest + piece
        cut = max(text.rfind(b"<"), len(text) - _LONGEST_TAG, 0)
        yield text[:cut]
        rest = text[cut:]
    yield rest


def _refuse_unpacked(unpacked: int, packed: int, most: int, name: str) -> None:
    advice = "This is not how a spreadsheet program saves a table. Copy the table into a new workbook."
    if unpacked > most:
        limit = f"{most // MEGABYTE} MB"
        raise _bad(name, advice, "unpacked-too-large", f"more than {limit} unpacked", f"up to {limit}")
    if unpacked > MAX_RATIO * max(packed, 1):
        raise _bad(name, advice, "packed-too-tightly", f"more than {MAX_RATIO}:1 compression", f"up to {MAX_RATIO}:1")


def _refuse_entities(text: bytes, name: str) -> None:
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text or text.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _bad(name, "The workbook defines XML entities, as no spreadsheet program does. Copy the table anew.", "xml-entities")


def _extent(text: bytes, last_row: int, last_column: int, name: str) -> tuple[int, int]:
    if not _RIGHT_PLACES.fullmatch(b"".join(place + b" " for place in _CELL.findall(text))):
        raise _damaged(name)  # a cell in row 99999999999: the parser would count on, and reserve memory for it
    places = b" ".join(_PLACE.findall(text))
    for digits in set(places.translate(None, string.ascii_uppercase.encode()).split()):
        last_row = max(last_row, int(digits))
    for letters in set(places.translate(None, string.digits.encode()).split()):
        column = 0
        for letter in letters:
            column = column * 26 + letter - 64
        last_column = max(last_column, column)
    return last_row, last_column


def _pieces(file: BinaryIO, part: zipfile.ZipInfo, name: str) -> Iterator[bytes]:
    """The unpacked bytes of one part, read past the size that it declares."""
    damaged = _damaged(name)
    file.seek(part.header_offset)
    head = file.read(30)
    if len(head) < 30 or head[:4] != b"PK\x03\x04" or part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise damaged
    file.seek(part.header_offset + 30 + int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little"))
    left = part.compress_size
    unpacker = zlib.decompressobj(-15) if part.compress_type == zipfile.ZIP_DEFLATED else None
    waiting = b""
    while left > 0 or waiting:
        if not waiting:
            waiting = file.read(min(PIECE, left))
            left -= len(waiting)
            if not waiting:
                raise damaged
        if unpacker is None:
            yield waiting
            waiting = b""
            continue
        try:
            piece = unpacker.decompress(waiting, PIECE)
        except zlib.error:
            raise damaged from None
        waiting = b"" if unpacker.eof else unpacker.unconsumed_tail
        if piece:
            yield piece
        if unpacker.eof:
            return


def _damaged(name: str) -> BadInput:
    return _bad(name, "The workbook is damaged or was cut off. Copy or export it again.", "damaged-workbook")


def _bad(name: str, advice: str, kind: str, found: str | None = None, allowed: str | None = None) -> BadInput:
    return BadInput([Problem(name, advice, kind, found=found, allowed=allowed)])

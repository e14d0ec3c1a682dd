"""Writing files whose bytes depend on their content alone: no clock, no operating system, no compression library."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path

import xlsxwriter

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a ZIP archive can hold
CREATED = datetime(2026, 10, 16)  # xlsxwriter would write the present time
WIDTHS = {"role": 26, "evidence_id": 14, "comment": 60, "date": 12}


def write_csv(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a CSV in UTF-8 with one line end on every system."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def write_workbook(path: Path, sheet: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write one sheet as people would have filled it in: numbers as numbers, dates as dates."""
    content = io.BytesIO()
    workbook = xlsxwriter.Workbook(content, {"in_memory": True})
    workbook.set_properties({"title": "Synthetic answers to the questionnaire", "created": CREATED})
    head = workbook.add_format({"bold": True, "bottom": 1})
    day = workbook.add_format({"num_format": "yyyy-mm-dd"})
    page = workbook.add_worksheet(sheet)
    page.freeze_panes(1, 2)
    for place, name in enumerate(columns):
        page.set_column(place, place, WIDTHS.get(name, 11))
    page.write_row(0, 0, columns, head)
    for number, row in enumerate(rows, start=1):
        for place, value in enumerate(row):
            if isinstance(value, date):
                page.write_datetime(number, place, value, day)
            elif value != "":
                page.write(number, place, value)
    workbook.close()
    path.write_bytes(_repacked(content.getvalue()))


def _repacked(archive: bytes) -> bytes:
    """The same archive without compression and without the mark of an operating system.

    Compressed bytes differ between builds of zlib, and an archive says on which system it was made.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, EPOCH)
            member.create_system = 0
            member.external_attr = 0
            new.writestr(member, old.read(name))
    return packed.getvalue()

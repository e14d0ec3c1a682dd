"""Makes the workbooks of the cases beside this file anew: .venv/bin/python tests/bad_inputs/make_workbooks.py

The files are committed, so that a test reads what a spreadsheet program or an attacker would send. This says how they came about.
"""

from __future__ import annotations

import csv
import datetime
import struct
import zipfile
from pathlib import Path

import xlsxwriter

HERE = Path(__file__).resolve().parent
BASE = HERE / "base" / "inputs"
MADE_ON = datetime.datetime(2026, 5, 31)


def table(name: str) -> list[list[str]]:
    """The base mission's table, heading included."""
    with (BASE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def workbook(case: str, name: str = "survey") -> xlsxwriter.Workbook:
    """A new workbook of a case."""
    path = HERE / case / "inputs" / f"{name}.xlsx"
    path.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"created": MADE_ON})
    return book


def add_table(book: xlsxwriter.Workbook, sheet_name: str, rows: list[list[str]]) -> xlsxwriter.worksheet.Worksheet:
    """A sheet with the rows from A1."""
    sheet = book.add_worksheet(sheet_name)
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    return sheet


def make_readable() -> None:
    """True dates, numbers as numbers, a title above the table and a sheet of remarks beside it."""
    with workbook("workbook", "staff") as book:
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        book.add_worksheet("remarks").write(0, 0, "unit")
        sheet = book.add_worksheet("staff")
        sheet.merge_range(0, 0, 0, 4, "Staff register")
        for number, row in enumerate(table("staff"), start=2):
            for place, text in enumerate(row):
                if number > 2 and place in (7, 8) and text:
                    sheet.write_datetime(number, place, datetime.datetime.fromisoformat(text), day)
                elif number > 2 and place in (2, 10):
                    sheet.write_number(number, place, float(text))
                elif text:
                    sheet.write_string(number, place, text)


def make_wrong_sheets() -> None:
    """Workbooks that a spreadsheet program writes and that hide something."""
    rows = table("survey")
    with workbook("empty_sheet") as book:
        book.add_worksheet("survey")
    with workbook("merged_header") as book:
        add_table(book, "survey", rows).merge_range(0, 1, 0, 2, "unit and grade")
    with workbook("merged_cells") as book:
        add_table(book, "survey", rows).merge_range(1, 1, 2, 1, "North")
    with workbook("hidden_sheet") as book:
        book.add_worksheet("empty")
        add_table(book, "survey", rows).hide()
    with workbook("second_sheet") as book:
        add_table(book, "survey", rows)
        add_table(book, "survey 2", rows).hide()
    with workbook("formula_error") as book:
        add_table(book, "survey", rows).write_formula(2, 5, "=NA()", None, "#N/A")
    with workbook("far_away_cell") as book:
        add_table(book, "survey", rows).write_string(1048575, 16383, "x")


def make_attacks() -> None:
    """Files that must be refused before they are parsed."""
    inputs = {case: HERE / case / "inputs" / "survey.xlsx" for case in ATTACKS}
    for path in inputs.values():
        path.parent.mkdir(parents=True, exist_ok=True)
    good = (HERE / "second_sheet" / "inputs" / "survey.xlsx").read_bytes()
    inputs["not_a_workbook"].write_bytes((BASE / "survey.csv").read_bytes())
    inputs["truncated_workbook"].write_bytes(good[: len(good) // 2])
    old_office = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    inputs["old_workbook"].write_bytes(old_office + "Workbook".encode("utf-16-le"))
    inputs["encrypted_workbook"].write_bytes(old_office + "EncryptedPackage".encode("utf-16-le"))
    sheet = "xl/worksheets/sheet1.xml"
    _pack(inputs["zip_bomb"], {sheet: b"<sheetData>" + b"<row/>" * 500_000})
    _pack(inputs["lying_zip_bomb"], {sheet: b"<sheetData>" + b"<row/>" * 500_000})
    _declare_size(inputs["lying_zip_bomb"], 1_000)
    entities = b'<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><sst>&b;</sst>'
    _pack(inputs["xml_entities"], {"xl/sharedStrings.xml": entities})


def _pack(path: Path, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 5, 31, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def _declare_size(path: Path, size: int) -> None:
    """Write a false unpacked size into the local and the central header of the only part."""
    content = bytearray(path.read_bytes())
    central = content.find(b"PK\x01\x02")
    content[22:26] = struct.pack("<I", size)
    content[central + 24 : central + 28] = struct.pack("<I", size)
    path.write_bytes(bytes(content))


ATTACKS = ("not_a_workbook", "truncated_workbook", "old_workbook", "encrypted_workbook", "zip_bomb", "lying_zip_bomb", "xml_entities")

if __name__ == "__main__":
    make_readable()
    make_wrong_sheets()
    make_attacks()

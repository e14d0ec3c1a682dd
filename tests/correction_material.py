"""Missions with something to correct, and a respondent who corrects it, for tests."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import openpyxl

BASE = Path(__file__).parent / "bad_inputs" / "base"

# Wrong: row 3 birth_year, manager_id, hired_on; row 4 left_on, fte; row 5 staff_id, exit_reason. The last column is unknown to the kit.
BROKEN_STAFF = (
    "staff_id;sex;birth_year;grade;unit;position_id;manager_id;hired_on;left_on;exit_reason;fte;Napomena\r\n"
    'S-9001;f;1970;G1;"Head; office";PO-1;;1995-09-01;;;1;"prva ""dobra"""\r\n'
    "S-9002;m;19O0;G2;North;PO-2;S-9777;03/04/2026;;;1;=1+1\r\n"
    "S-9003;f;1990;G3;North;PO-3;S-9002;2015-02-01;2014-01-31;resignation;5;\r\n"
    'S-9003;f;1990;"G3";Četvrta;PO-4;S-9002;2015-02-01;2026-01-31;resigned;"0,5"'
)
CORRECTED = {
    (3, "birth_year"): "1980",
    (3, "manager_id"): "S-9001",
    (3, "hired_on"): "2005-04-03",
    (4, "left_on"): "2026-01-31",
    (4, "fte"): "0.5",
    (5, "staff_id"): "S-9004",
    (5, "exit_reason"): "resignation",
}


def broken_mission(folder: Path, staff: str | bytes = BROKEN_STAFF) -> Path:
    """The base mission with a broken register of staff, in cp1250 with semicolons as a spreadsheet program writes it."""
    shutil.copytree(BASE, folder)
    content = staff if isinstance(staff, bytes) else staff.encode("cp1250")
    (folder / "inputs" / "staff.csv").write_bytes(content)
    return folder


def fill_in(workbook: Path, values: Mapping[tuple[int, str], str], to: Path | None = None) -> Path:
    """Write into a correction workbook as a respondent does, cells named by the file's row and heading."""
    book = openpyxl.load_workbook(workbook)
    sheet = book.worksheets[1]
    columns = {cell.value: cell.column for cell in sheet[1]}
    rows = {cell.value: cell.row for cell in sheet["A"]}
    for (row, heading), value in values.items():
        sheet.cell(rows[str(row)], columns[heading]).value = value
    book.save(to or workbook)
    return to or workbook

"""Writes the rows of a made-up export as the files that programs write."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path

import pandas as pd
import xlsxwriter

Sheets = dict[str, list[list[str]]]
"""Rows, headings first, by the name of the sheet or file."""


def write_csv(rows: list[list[str]], path: Path, delimiter: str = ",", encoding: str = "utf-8") -> Path:
    path.write_text(csv_text(rows, delimiter), encoding=encoding, newline="")
    return path


def csv_text(rows: list[list[str]], delimiter: str = ",") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
    return text.getvalue()


def write_xlsx(sheets: Sheets, path: Path) -> Path:
    with xlsxwriter.Workbook(str(path), {"strings_to_numbers": False, "strings_to_formulas": False}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, cells in enumerate(rows):
                for position, cell in enumerate(cells):
                    if cell != "":
                        sheet.write(number, position, float(cell) if re.fullmatch(r"\d{1,4}", cell) else cell)
    return path


def write_zip(files: Sheets, path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in files.items():
            archive.writestr(name, csv_text(rows))
    return path


def as_frame(rows: list[list[str]]) -> pd.DataFrame:
    return pd.DataFrame(rows[1:], columns=rows[0]).replace("", None)

"""Damaged bytes, tables of any letters, and the workbooks that offices really have: a reading or a message, never a traceback."""

from __future__ import annotations

import csv
import datetime
import io
import math
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diagnostics.definitions.dataset import load_dataset
from diagnostics.definitions.problems import BadInput
from diagnostics.intake import limits
from diagnostics.intake.answer_files import read_answers
from diagnostics.intake.corrections.changed_workbook import changed_workbook
from diagnostics.intake.tables import RawTable, read_table
from diagnostics.intake.typed import typed_table
from tests.conftest import PROJECT

STAFF = load_dataset("staff")
SIGNS = st.one_of(
    st.characters(exclude_categories=["Cs"]),
    st.sampled_from("\x00\t\r\n\u202e\u200f\u0301\u0308\ufeff\u00a0\u202f\u2028\x1b\"',;|=@+-"),
)
CELL = st.one_of(
    st.text(SIGNS, max_size=10),
    st.sampled_from(
        ["9" * 400, "1e999999", "-0", "NaN", "0x1F", "1.234.567,89", "٣", "31.02.2026", "9999-12-31", "0000-01-01", "'=1", "é" * 3]
    ),
)
HEADING = st.one_of(st.sampled_from([*STAFF.names, "Staff ID", "BIRTH-YEAR", ""]), st.text(SIGNS, max_size=8))
TABLES = st.lists(HEADING, min_size=1, max_size=6).flatmap(
    lambda headings: st.tuples(st.just(headings), st.lists(st.lists(CELL, max_size=len(headings) + 1), max_size=5))
)
any_table = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.skipif(sys.platform != "linux", reason="libFuzzer comes with the tests on Linux only")
@pytest.mark.parametrize(("target", "runs"), [("csv", 300), ("answers", 400), ("json", 800), ("yaml", 800)])
def test_no_bytes_break_a_reader(target: str, runs: int, tmp_path: Path):
    arguments = [
        sys.executable,
        "-m",
        "tests.fuzz_readers",
        target,
        f"-runs={runs}",
        "-seed=1",
        "-max_len=400",
        f"-artifact_prefix={tmp_path}/",
    ]
    done = subprocess.run(arguments, capture_output=True, text=True, errors="replace", cwd=PROJECT, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    assert f"Done {runs} runs" in done.stderr
    assert not list(tmp_path.iterdir())


@any_table
@given(table=TABLES, delimiter=st.sampled_from([",", ";", "\t", "|"]), encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_no_table_as_text_breaks_a_reader(table, delimiter: str, encoding: str, tmp_path: Path):
    headings, rows = table
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows([headings, *rows])
    path = tmp_path / "t.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    raw = read_table(path, STAFF, path.name)
    _has_said_or_read(raw, len(rows))
    try:
        answers = read_answers(path)
    except BadInput as bad:
        assert bad.problems
    else:
        assert len(answers) <= text.getvalue().count("\n") + text.getvalue().count("\r") + 1


@any_table
@given(table=TABLES)
def test_no_table_in_a_workbook_breaks_a_reader(table, tmp_path: Path):
    headings, rows = table
    path = tmp_path / "t.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate([headings, *rows]):
            for column, text in enumerate(row):
                sheet.write_string(number, column, text)
    _has_said_or_read(read_table(path, STAFF, path.name), len(rows))


def _has_said_or_read(raw: RawTable, most: int) -> None:
    assert raw.problems or len(raw.table)
    assert len(raw.table) <= most
    assert len(typed_table(raw.table, STAFF, b"k")) == len(raw.table)
    shown = "\n".join(map(str, raw.problems))
    assert not any(sign in shown for sign in ("\x00", "\x1b", "\u202e")), "a terminal obeys such signs"


def register(path: Path, rows: list[list], **options) -> Path:
    """A workbook with a register of staff: id, number and day."""
    with xlsxwriter.Workbook(str(path), {"default_date_format": "dd.mm.yyyy", **options}) as book:
        sheet = book.add_worksheet("staff")
        for number, row in enumerate([["staff_id", "birth_year", "hired_on", "fte"], *rows]):
            sheet.write_row(number, 0, row)
    return path


@pytest.mark.parametrize("from_1904", [False, True])
def test_a_day_is_the_same_in_both_ways_of_counting_days(tmp_path: Path, from_1904: bool):
    days = [datetime.date(1904, 1, 2), datetime.date(1995, 9, 1), datetime.date(2024, 2, 29)]
    path = register(tmp_path / "staff.xlsx", [[f"S-{day}", 1970, day, 1] for day in days], date_1904=from_1904)
    assert read_table(path, STAFF, path.name).table["hired_on"].tolist() == [day.isoformat() for day in days]


@pytest.mark.parametrize(
    ("text", "number"), [("0,75", 0.75), ("1\u202f234,5", 1234.5), ("1\u00a0234", 1234.0), ("1 234,5", 1234.5), ("'1", None)]
)
def test_a_number_written_as_text_is_read_as_its_writer_meant_it(tmp_path: Path, text: str, number: float | None):
    path = register(tmp_path / "staff.xlsx", [["S-1", 1970, "", text], ["S-2", 1971, "", 1]])
    typed = typed_table(read_table(path, STAFF, path.name).table, STAFF, b"k")
    assert [None if math.isnan(value) else value for value in typed["fte"]] == [number, 1.0]


@pytest.mark.parametrize("error", ["#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"])
def test_a_failed_formula_is_named_with_its_cell(tmp_path: Path, error: str):
    with xlsxwriter.Workbook(str(tmp_path / "staff.xlsx")) as book:
        sheet = book.add_worksheet("staff")
        sheet.write_row(0, 0, ["staff_id", "birth_year"])
        sheet.write(1, 0, "S-1")
        sheet.write_formula(1, 1, "=Z99", None, error)
    problems = read_table(tmp_path / "staff.xlsx", STAFF, "staff.xlsx").problems
    assert [(each.kind, each.row, each.column, each.found) for each in problems if each.kind == "formula-error"] == [
        ("formula-error", 2, "birth_year", error)
    ]


def test_a_formula_counts_with_its_result_and_says_so_where_it_has_none(tmp_path: Path):
    path = register(tmp_path / "staff.xlsx", [["S-1", "=1900+70", "", 1]])
    book = openpyxl.load_workbook(path)  # writes formulas without their results
    book.save(tmp_path / "without.xlsx")
    with xlsxwriter.Workbook(str(tmp_path / "with.xlsx")) as book:
        sheet = book.add_worksheet("staff")
        sheet.write_row(0, 0, ["staff_id", "birth_year", "unit"])
        sheet.write(1, 0, "S-1")
        sheet.write_formula(1, 1, "=1900+70", None, 1970)
        sheet.write_formula(1, 2, '=A2&""', None, "North")
    whole = read_table(tmp_path / "with.xlsx", STAFF, "with.xlsx")
    assert whole.table["birth_year"].tolist() == ["1970"]
    assert not [problem for problem in whole.problems if problem.kind == "formula-without-result"]
    excels_empty_text = b'<c r="C2" t="str"><f>A1&amp;""</f><v></v></c>'
    assert not limits._NO_RESULT.search(excels_empty_text) and limits._NO_RESULT.search(excels_empty_text.replace(b't="str"', b""))
    empty = read_table(tmp_path / "without.xlsx", STAFF, "without.xlsx")
    assert [problem.severity for problem in empty.problems if problem.kind == "formula-without-result"] == ["warning"]


def test_a_workbook_with_macros_is_read_and_keeps_them_when_a_cell_is_corrected(tmp_path: Path):
    path = register(tmp_path / "plain.xlsx", [["S-1", 1970, "", 1]])
    made = io.BytesIO()
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(made, "w") as copy:
        for name in archive.namelist():
            copy.writestr(name, archive.read(name))
        copy.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" + bytes(range(256)))
    (tmp_path / "staff.xlsm").write_bytes(made.getvalue())
    assert read_table(tmp_path / "staff.xlsm", STAFF, "staff.xlsm").table["birth_year"].tolist() == ["1970"]
    changed = changed_workbook(made.getvalue(), "staff", {(2, 1): 1971.0}, "staff.xlsm")
    with zipfile.ZipFile(io.BytesIO(changed)) as archive:
        assert archive.read("xl/vbaProject.bin") == b"\xd0\xcf\x11\xe0" + bytes(range(256))


def test_three_hundred_thousand_empty_formatted_rows_cost_nothing(tmp_path: Path):
    path = tmp_path / "staff.xlsx"
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        yellow = book.add_format({"bg_color": "yellow"})
        sheet = book.add_worksheet("staff")
        sheet.write_row(0, 0, ["staff_id", "birth_year"])
        sheet.write_row(1, 0, ["S-1", 1970])
        for row in range(2, 300_002):
            sheet.write_blank(row, 0, None, yellow)
    raw = read_table(path, STAFF, path.name)
    assert raw.table["staff_id"].tolist() == ["S-1"] or [problem.kind for problem in raw.problems] == ["packed-too-tightly"]
    assert raw.blank_rows == 0


def test_an_archive_that_is_no_workbook_is_named_so(tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "staff.xlsx", "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
        archive.writestr("[Content_Types].xml", "<Types/>")
    raw = read_table(tmp_path / "staff.xlsx", STAFF, "staff.xlsx")
    assert [problem.kind for problem in raw.problems] == ["damaged-workbook"] and raw.table.empty


def test_rows_that_a_filter_hides_are_read_like_all_others(tmp_path: Path):
    with xlsxwriter.Workbook(str(tmp_path / "staff.xlsx")) as book:
        sheet = book.add_worksheet("staff")
        for row, texts in enumerate([["staff_id", "unit"], ["S-1", "North"], ["S-2", "South"]]):
            sheet.write_row(row, 0, texts)
        sheet.autofilter(0, 0, 2, 1)
        sheet.filter_column(1, "unit == North")
        sheet.set_row(2, None, None, {"hidden": True})
    assert read_table(tmp_path / "staff.xlsx", STAFF, "staff.xlsx").table["staff_id"].tolist() == ["S-1", "S-2"]

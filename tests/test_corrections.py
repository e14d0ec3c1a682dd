"""Correction workbooks: what goes out, what comes back, and that nothing but the corrected cells changes."""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import io
import json
import stat
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
import xlsxwriter

from diagnostics import __version__
from diagnostics.cli import main
from diagnostics.definitions.dataset import load_datasets
from diagnostics.definitions.mission import read_mission
from diagnostics.intake.corrections.correction_reading import read_correction_workbook
from diagnostics.intake.corrections.correction_workbook import write_correction_workbook
from diagnostics.validation import corrections as rejected
from diagnostics.validation.correcting import read_correction
from diagnostics.validation.corrections import correction_sheet
from tests.correction_material import BROKEN_STAFF, CORRECTED, broken_mission, fill_in
from tests.system_programs import convert_with_libreoffice
from tests.test_bad_inputs import check, lay_out

DATASETS = {dataset.id: dataset for dataset in load_datasets()}
SECRETS = ("S-9002", "S-9003", "S-9777", "S-9004", "resigned", "19O0")


@dataclass(frozen=True)
class Done:
    """How a command ended, as if it had run in a process of its own."""

    returncode: int
    stdout: str
    stderr: str


def command(*arguments: object) -> Done:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main([str(argument) for argument in arguments])
    return Done(code, out.getvalue(), err.getvalue())


@pytest.fixture(scope="module")
def checked_mission(tmp_path_factory) -> tuple[Path, str]:
    """A mission whose register was found wrong, and what the check said."""
    folder = broken_mission(tmp_path_factory.mktemp("checked") / "mission")
    done = command("check", folder)
    assert done.returncode == 3, done.stderr
    return folder, done.stdout + done.stderr


@pytest.fixture
def mission(checked_mission, tmp_path: Path) -> Path:
    """A copy of it with its workbook."""
    folder = broken_mission(tmp_path / "mission")
    (folder / "corrections").mkdir()
    source = checked_mission[0] / "corrections" / "staff.xlsx"
    (folder / "corrections" / "staff.xlsx").write_bytes(source.read_bytes())
    return folder


def source_of(mission: Path) -> Path:
    return mission / "inputs" / "staff.csv"


def test_the_rejected_rows_stand_there_as_they_came(checked_mission):
    folder, said = checked_mission
    sheet = openpyxl.load_workbook(folder / "corrections" / "staff.xlsx").worksheets[1]
    rows = [[cell.value or "" for cell in row] for row in sheet.iter_rows()]
    assert [row[0] for row in rows] == ["Row in the file", "3", "4", "5"]
    assert rows[0][2:] == BROKEN_STAFF.split("\r\n")[0].split(";")
    assert rows[1][2:] == ["S-9002", "m", "19O0", "G2", "North", "PO-2", "S-9777", "03/04/2026", "", "", "1", "'=1+1"]
    assert rows[3][2:] == ["S-9003", "f", "1990", "G3", "Četvrta", "PO-4", "S-9002", "2015-02-01", "2026-01-31", "resigned", "0,5", ""]
    assert "corrections/staff.xlsx holds 7 cells to correct in 3 rows" in said.replace("\\", "/")


def test_exactly_the_wrong_cells_are_open_marked_and_explained(checked_mission):
    sheet = openpyxl.load_workbook(checked_mission[0] / "corrections" / "staff.xlsx").worksheets[1]
    assert sheet.protection.sheet and not sheet.protection.password
    heading = {cell.column: cell.value for cell in sheet[1]}
    opened = {(int(sheet.cell(c.row, 1).value), heading[c.column]): c for row in sheet for c in row if not c.protection.locked}
    wrong = {place for place, cell in opened.items() if cell.border.left.style == "thick"}
    assert wrong == set(CORRECTED)
    assert set(opened) - wrong == {(4, "hired_on")}, "either of two dates may be the wrong one"
    assert opened[(4, "hired_on")].border.left.style == "dashed"
    for place, cell in opened.items():
        assert cell.comment and cell.comment.text.endswith("."), place
        assert cell.fill.start_color.rgb != "00000000" and cell.number_format == "@"
    said = sheet.cell(3, 2).value
    assert "left_on (K): The day lies before another day of the row." in said and "fte (M): The number is too large or too small." in said
    listed = {str(area) for rule in sheet.data_validations.dataValidation for area in rule.sqref.ranges}
    assert listed == {opened[(5, "exit_reason")].coordinate}


def test_the_hidden_sheet_says_what_the_workbook_is_about(checked_mission):
    folder, _ = checked_mission
    book = openpyxl.load_workbook(folder / "corrections" / "staff.xlsx")
    assert [sheet.sheet_state for sheet in book] == ["visible", "visible", "veryHidden", "veryHidden"]
    facts = {row[0].value: row[1].value for row in book["_source"].iter_rows(max_row=5)}
    assert facts["sha256"] == hashlib.sha256(source_of(folder).read_bytes()).hexdigest()
    assert (facts["kit_version"], facts["data_set"], facts["file"]) == (__version__, "staff", "inputs/staff.csv")
    assert "holds personal data" in " ".join(str(row[0].value) for row in book.worksheets[0].iter_rows())


def test_only_the_corrected_cells_change_and_the_check_is_run_again(mission: Path):
    before = source_of(mission).read_bytes()
    source_of(mission).chmod(0o600)
    returned = fill_in(mission / "corrections" / "staff.xlsx", CORRECTED, mission.parent / "returned.xlsx")
    done = command("correct", mission, returned)
    assert done.returncode == 0, done.stderr
    expected = BROKEN_STAFF
    for was, now in (
        ("19O0", "1980"),
        ("S-9777;03/04/2026", "S-9001;2005-04-03"),
        ("2014-01-31", "2026-01-31"),
        ("resignation;5;", "resignation;0.5;"),
    ):
        expected = expected.replace(was, now)
    expected = expected.replace("resigned", "resignation").replace('S-9003;f;1990;"G3"', 'S-9004;f;1990;"G3"')
    assert source_of(mission).read_bytes() == expected.encode("cp1250")
    backup = mission / "inputs" / "staff.csv.before-correction"
    assert backup.read_bytes() == before
    assert [stat.S_IMODE(path.stat().st_mode) for path in (source_of(mission), backup)] == [0o600, 0o600]
    assert "7 cells of inputs/staff.csv corrected" in done.stdout and "nothing to correct" in done.stdout
    assert not [secret for secret in (*SECRETS, "1980", "S-9001") if secret in done.stdout + done.stderr]
    again = command("correct", mission, returned)
    assert again.returncode == 3 and "another state of inputs/staff.csv" in again.stderr


def test_a_dry_run_says_what_would_change_and_changes_nothing(mission: Path):
    before = source_of(mission).read_bytes()
    returned = fill_in(mission / "corrections" / "staff.xlsx", CORRECTED)
    done = command("correct", mission, returned, "--dry-run")
    assert done.returncode == 0 and "7 cells would change in inputs/staff.csv. Nothing was written." in done.stdout
    assert "row 4, column 'fte': '5' becomes '0.5'" in done.stdout
    assert "row 3, column 'birth_year': changed" in done.stdout
    assert not [secret for secret in (*SECRETS, "1980") if secret in done.stdout]
    assert source_of(mission).read_bytes() == before
    assert sorted(path.name for path in (mission / "inputs").iterdir() if "staff" in path.name) == ["staff.csv"]


def test_what_is_left_is_said_and_goes_into_a_new_workbook(mission: Path):
    returned = fill_in(mission / "corrections" / "staff.xlsx", {place: CORRECTED[place] for place in list(CORRECTED)[:3]})
    done = command("correct", mission, returned)
    assert done.returncode == 3 and "4 problems to correct" in done.stderr
    book = openpyxl.load_workbook(mission / "corrections" / "staff.xlsx")
    assert [cell.value for cell in book.worksheets[1]["A"]][1:] == ["4", "5"]
    aside = [path for path in (mission / "corrections").iterdir() if path.name != "staff.xlsx"]
    assert len(aside) == 1 and read_correction_workbook(aside[0]).changes(), "the workbook that was filled in is kept"


def test_what_somebody_filled_in_is_never_written_over(mission: Path):
    workbook = fill_in(mission / "corrections" / "staff.xlsx", {(3, "birth_year"): "1980"})
    before = workbook.read_bytes()
    done = command("check", mission)
    assert done.returncode == 3 and "not taken over yet" in done.stdout
    assert workbook.read_bytes() == before


def test_every_locked_cell_that_was_changed_is_named(mission: Path):
    before = source_of(mission).read_bytes()
    values = {(3, "unit"): "South", (4, "Napomena"): "x", (3, "birth_year"): "1980"}
    done = command("correct", mission, fill_in(mission / "corrections" / "staff.xlsx", values), "--json")
    problems = json.loads(done.stdout)
    assert done.returncode == 3
    assert [(problem["kind"], problem["row"], problem["column"]) for problem in problems] == [
        ("locked-cell", 2, "G2"),
        ("locked-cell", 3, "N3"),
    ]
    assert source_of(mission).read_bytes() == before


def test_headings_and_row_numbers_are_locked_too(mission: Path):
    workbook = mission / "corrections" / "staff.xlsx"
    book = openpyxl.load_workbook(workbook)
    sheet = book.worksheets[1]
    sheet["A2"], sheet["C1"], sheet["Z9"] = "4", "number", "a remark"
    book.save(workbook)
    done = command("correct", mission, workbook)
    assert done.returncode == 3
    assert [place for place in ("'A2'", "'C1'", "'Z9'") if place not in done.stderr] == []


def test_a_source_that_changed_meanwhile_is_not_corrected(mission: Path):
    returned = fill_in(mission / "corrections" / "staff.xlsx", CORRECTED)
    source_of(mission).write_bytes(source_of(mission).read_bytes() + b"\r\n")
    before = source_of(mission).read_bytes()
    done = command("correct", mission, returned)
    assert done.returncode == 3 and "belongs to another state" in done.stderr
    assert source_of(mission).read_bytes() == before


def test_other_files_are_no_correction_workbooks(mission: Path, tmp_path: Path):
    other = openpyxl.Workbook()
    other.save(tmp_path / "other.xlsx")
    (tmp_path / "text.xlsx").write_text("no workbook", encoding="utf-8")
    for name, reason in (("other.xlsx", "no correction workbook"), ("text.xlsx", "no workbook"), ("absent.xlsx", "not there")):
        done = command("correct", mission, tmp_path / name)
        assert done.returncode == 3 and reason in done.stderr, done.stderr
    assert command("check", mission, "--language", "de").returncode == 2


def test_a_formula_typed_into_a_correction_is_neutralised(mission: Path):
    returned = fill_in(mission / "corrections" / "staff.xlsx", {(5, "staff_id"): " @SUM(A1)"})
    correction = read_correction(read_mission(mission), mission, returned)
    assert list(correction.values.values()) == ["'@SUM(A1)"]
    assert b";'@SUM(A1);" not in correction.content and b"\r\n'@SUM(A1);f;1990" in correction.content


@pytest.mark.parametrize("case", ["second_sheet", "formula_error", "workbook", "missing_column", "unknown_evidence", "merged_header"])
def test_an_untouched_workbook_changes_nothing(case: str, tmp_path: Path):
    expected = lay_out(case, tmp_path)
    checked = check(tmp_path, expected.get("inputs") or {})
    for name, judged in checked.judged.items():
        sheet = correction_sheet(judged, DATASETS, tmp_path / judged.raw.file, "fr")
        assert (sheet is None) == (judged.errors == 0)
        if sheet:
            assert sheet.rows or sheet.elsewhere, f"{name} has errors, and nothing is said of them"
            write_correction_workbook(sheet, tmp_path / f"{name}.xlsx", "fr")
            returned = read_correction_workbook(tmp_path / f"{name}.xlsx")
            assert returned.changes() == {} and set(returned.was) == {(cell.row, cell.position) for cell in sheet.open_cells}


def test_more_rows_than_anybody_corrects_are_cut_and_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(rejected, "MOST_ROWS", 2)
    folder = broken_mission(tmp_path / "mission")
    sheet = correction_sheet(check(folder, {}).judged["staff"], DATASETS, source_of(folder), "en")
    assert list(sheet.rows) == [3, 4] and sheet.all_rows == 3
    assert {cell.row for cell in sheet.open_cells} == {3, 4}


def test_all_cells_of_a_kind_are_offered_not_only_those_listed(tmp_path: Path):
    lines = [f"S-{number};f;19O0;G1;North;P-{number};;2010-01-01;;;1" for number in range(120)]
    folder = broken_mission(tmp_path / "mission", "\n".join([BROKEN_STAFF.split("\r\n")[0].removesuffix(";Napomena"), *lines]))
    checked = check(folder, {})
    assert sum(problem.kind == "not-a-number" for problem in checked.problems) == 51, "50 cells and one entry that counts the rest"
    sheet = correction_sheet(checked.judged["staff"], DATASETS, source_of(folder), "en")
    assert len(sheet.rows) == 120


def test_a_workbook_as_the_source_keeps_its_formulas_dates_and_sheets(tmp_path: Path):
    folder = broken_mission(tmp_path / "mission")
    settings = (folder / "mission.yaml").read_text(encoding="utf-8")
    (folder / "mission.yaml").write_text(settings.replace("staff.csv", "staff.xlsx"), encoding="utf-8")
    source = folder / "inputs" / "staff.xlsx"
    headings = ["staff_id", "birth_year", "hired_on", "fte", "age in words", "grade", "unit", "position_id", "manager_id", "left_on"]
    headings += ["exit_reason", "sex"]
    with xlsxwriter.Workbook(str(source)) as book:
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        book.add_worksheet("remarks").write(0, 0, "do not touch")
        sheet = book.add_worksheet("register")
        sheet.write_row(0, 0, headings)
        sheet.write_row(1, 0, ["S-9001", 1970, "", 4, "", "G1", "North", "PO-1"])
        sheet.write_datetime(1, 2, datetime.datetime(1995, 9, 1), day)
        sheet.write_datetime(1, 9, datetime.datetime(1990, 9, 1), day)
        sheet.write_formula(1, 4, "=2026-B2", None, 56)
        sheet.write_row(2, 0, ["S-9002", "19 80", "2005-01-15", 1, "", "G2", "North", "PO-2"])
        for row in (1, 2):
            sheet.write(row, headings.index("sex"), "f")
    assert command("check", folder).returncode == 3
    fixes = {(2, "fte"): "0,5", (2, "left_on"): "1.9.2020", (3, "birth_year"): "1980"}
    done = command("correct", folder, fill_in(folder / "corrections" / "staff.xlsx", fixes))
    assert done.returncode == 0, done.stderr
    values, formulas = (openpyxl.load_workbook(source, data_only=flag)["register"] for flag in (True, False))
    assert [values[place].value for place in ("B2", "C2", "D2", "E2")] == [1970, datetime.datetime(1995, 9, 1), 0.5, 56]
    assert [values[place].value for place in ("J2", "B3")] == [datetime.datetime(2020, 9, 1), 1980]
    assert formulas["E2"].value == "=2026-B2" and values["J2"].number_format == "dd.mm.yyyy"
    assert openpyxl.load_workbook(source)["remarks"]["A1"].value == "do not touch"


def test_a_parquet_file_is_not_corrected_by_hand_but_what_is_wrong_is_said(tmp_path: Path):
    folder = broken_mission(tmp_path / "mission")
    settings = (folder / "mission.yaml").read_text(encoding="utf-8")
    (folder / "mission.yaml").write_text(settings.replace("staff.csv", "staff.parquet"), encoding="utf-8")
    pd.DataFrame({"staff_id": ["S-1"], "fte": [7.0], "hired_on": ["2001-01-01"]}).to_parquet(folder / "inputs" / "staff.parquet")
    judged = check(folder, {}).judged["staff"]
    sheet = correction_sheet(judged, DATASETS, folder / "inputs" / "staff.parquet", "en")
    assert not sheet.rows and not sheet.open_cells
    assert any("2, 'fte'" in sentence and "too large or too small" in sentence for sentence in sheet.elsewhere)


def test_a_workbook_that_libreoffice_saved_again_is_read_back_the_same(mission: Path, tmp_path: Path):
    filled = fill_in(mission / "corrections" / "staff.xlsx", CORRECTED)
    saved = convert_with_libreoffice(filled, "xlsx", tmp_path / "saved")
    assert saved.read_bytes() != filled.read_bytes()
    wished = read_correction(read_mission(mission), mission, filled)
    correction = read_correction(read_mission(mission), mission, saved)
    assert correction.content == wished.content and len(correction.values) == len(CORRECTED)

"""The progress form of a quarter: written, filled in, saved by LibreOffice, mistreated, read back."""

from __future__ import annotations

import datetime
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from diagnostics.definitions.planning_figures import load_planning_figures
from diagnostics.definitions.problems import BadInput, errors
from diagnostics.definitions.progress_texts import load_progress_texts
from diagnostics.definitions.translations import LANGUAGES, catalogue
from diagnostics.intake.progress.progress_files import read_progress
from diagnostics.intake.progress.progress_sheet import FILLED_IN, PLANNED, STATUSES, progress_table
from diagnostics.planning.following.progress import latest_progress
from diagnostics.reporting.plans.progress_form import write_progress_form
from tests.follow_up_samples import FIRST, SECOND, sample_progress
from tests.plan_samples import sample_file
from tests.system_programs import convert_with_libreoffice

PLAN = sample_file()
DAY = datetime.date


def written(folder: Path, quarter: str = SECOND, language: str = "en", history: pd.DataFrame | None = None) -> Path:
    path = folder / f"form-{language}.xlsx"
    history = sample_progress()[lambda table: table["quarter"] < quarter] if history is None else history
    write_progress_form(path, PLAN, quarter, history, language)
    return path


def fill(path: Path, cells: dict[str, dict[str, object]]) -> Path:
    """Type into the form: action → column → value."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[1]
    columns = {cell.value: cell.column for cell in sheet[1]}
    rows = {sheet.cell(row, columns["action"]).value: row for row in range(3, sheet.max_row + 1)}
    for action, values in cells.items():
        for column, value in values.items():
            sheet.cell(rows[action], columns[column]).value = value
    book.save(path)
    return path


def kinds(path: Path, earlier: pd.DataFrame | None = None) -> dict[tuple[int | None, str | None], str]:
    """Row and heading of each problem → its kind."""
    return {(problem.row, problem.column): problem.kind for problem in read_progress(path, PLAN, SECOND, earlier).problems}


@pytest.mark.parametrize("language", ["en", "fr", "sr-Cyrl"])
def test_what_is_reported_comes_back_also_after_libreoffice_saved_it(tmp_path: Path, language: str):
    path = written(tmp_path, language=language, history=sample_progress())
    (tmp_path / "saved").mkdir()
    wanted = latest_progress(sample_progress(), SECOND).reset_index().assign(quarter=SECOND)[progress_table().columns]
    wanted["expected_on"] = ""
    for one in (path, convert_with_libreoffice(path, "xlsx", tmp_path / "saved")):
        reading = read_progress(one, PLAN, SECOND)
        assert errors(reading.problems) == ()
        pd.testing.assert_frame_equal(
            reading.table.sort_values("action", ignore_index=True), wanted.sort_values("action", ignore_index=True)
        )


def test_columns_may_be_inserted_renamed_and_moved_and_rows_sorted(tmp_path: Path):
    path = fill(
        written(tmp_path), {"P2-1-R3": {"status": "in progress", "progress": 40, "started_on": DAY(2027, 3, 22), "reason": "approval"}}
    )
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[1]
    sheet.insert_cols(2, 3)
    sheet.insert_rows(5)
    for cell in sheet[2]:
        cell.value = f"My {cell.column}"
    status = next(cell.column for cell in sheet[1] if cell.value == "status")
    for row in range(1, sheet.max_row + 1):  # the status moves to the far right
        sheet.cell(row, 60).value, sheet.cell(row, status).value = sheet.cell(row, status).value, None
    book.save(path)
    row = read_progress(path, PLAN, SECOND).table.set_index("action").loc["P2-1-R3"]
    assert row[["status", "progress", "started_on", "reason"]].tolist() == ["in progress", 0.4, "2027-03-22", "approval"]


def test_without_its_hidden_sheets_and_row_the_form_is_known_by_its_headings(tmp_path: Path):
    path = written(tmp_path, language="fr", history=sample_progress())
    book = openpyxl.load_workbook(path)
    book.worksheets[1].delete_rows(1)
    for sheet in (book.worksheets[0], book.worksheets[2]):
        book.remove(sheet)
    book.save(path)
    reading = read_progress(path, PLAN, SECOND)
    assert errors(reading.problems) == () and len(reading.table) == 7
    assert reading.table.set_index("action").loc["P8-3-R2", "reason"] == "vacancy"


def test_every_fault_is_named_with_its_row_heading_and_what_is_allowed(tmp_path: Path):
    path = fill(
        written(tmp_path),
        {
            "P12-2-R2": {"status": "done", "progress": "40 %", "started_on": "mid-March", "finished_on": DAY(2027, 9, 1)},
            "P2-1-R3": {"status": "in progress", "progress": 0.4, "started_on": DAY(2027, 5, 1), "person_days": "12 days"},
            "P8-3-R2": {"status": "almost", "progress": 120, "reason": "weather"},
            "P11-4-R2": {"status": "in progress", "progress": 20, "started_on": "1.6.2027", "finished_on": "2027-05-01"},
            "P4-3-R4": {"progress": 5},
            "P5-3-R2": {"action": "P5-3-R22"},
            "P7-1-R3": {"action": "P5-3-R3", "status": "not started", "started_on": DAY(2027, 6, 1)},
            "P5-3-R3": {"status": "in progress", "amount": -5, "started_on": DAY(2027, 6, 1)},
        },
    )
    reading = read_progress(path, PLAN, SECOND)
    told = [str(problem) for problem in errors(reading.problems)]
    fragments = [
        "column 'Started on': found 'mid-March'; allowed: a date such as 2026-05-31 or 31.05.2026",
        "column 'Progress (%)': found '40'; allowed: 100. The action is called done and is not done whole",
        "column 'Finished on': found '2027-09-01'; allowed: up to 2027-06-30",
        "column 'Progress (%)': found '0.4'; allowed: 0 to 100. Write per cent: 40 for 40 per cent, not 0.4",
        "column 'Person-days spent': found '12 days'; allowed: a number such as 12 or 0.75",
        "column 'Status': found 'almost'; allowed: not started, in progress, done, stopped",
        "column 'Progress (%)': found '120'; allowed: 0 to 100",
        "column 'Reason for deviation': found 'weather'; allowed: people, vacancy",
        "column 'Finished on': found '2027-05-01'; allowed: from 2027-06-01 on. The action ends before it begins",
        "Only an action that is done has a last day",
        "The row is filled in and has no status",
        "found 'P5-3-R22'. No action of the adopted plan has this id. Did you mean 'P5-3-R2'?",
        "column 'Money spent (EUR)': found '-5'; allowed: 0 or more",
        "Another row tells of the same action",
    ]
    assert [fragment for fragment in fragments if not any(fragment in line for line in told)] == []
    assert len(told) == len(fragments)
    assert set(reading.table["action"]) == {"P1-4-R3", "P9-5-R2", "P4-3-R3", "OWN-1"}  # what stood in the form before


def test_what_is_worth_a_look_is_a_warning(tmp_path: Path):
    earlier = latest_progress(sample_progress(), FIRST)
    path = fill(
        written(tmp_path),
        {
            "P4-3-R3": {"progress": 20, "person_days": 10, "started_on": DAY(2027, 2, 1)},
            "P8-3-R2": {"status": "in progress", "progress": 5},
            "P2-1-R3": {"status": "done", "progress": 100, "finished_on": DAY(2027, 6, 7)},
        },
    )
    found = [(problem.kind, problem.severity) for problem in read_progress(path, PLAN, SECOND, earlier).problems]
    wanted = {
        "lower-than-before", "other-than-before", "missing-value", "deviation-without-reason", "done-without-evidence", "not-reported",
        "unchanged",
    }  # fmt: skip
    assert {kind for kind, _ in found} == wanted and {severity for _, severity in found} == {"warning"}
    assert [kind for kind, _ in found].count("lower-than-before") == 2


def test_a_form_of_another_quarter_or_plan_and_a_workbook_without_progress_are_refused(tmp_path: Path):
    path = written(tmp_path)
    with pytest.raises(BadInput, match="found '2027-Q2'; allowed: 2027-Q3"):
        read_progress(path, PLAN, "2027-Q3")
    with pytest.raises(BadInput, match="about the plan of another mission"):
        read_progress(path, PLAN.model_copy(update={"mission": "other"}), SECOND)
    book = openpyxl.Workbook()
    book.active.append(["nothing", "of", "this", "kind"])
    book.save(tmp_path / "other.xlsx")
    with pytest.raises(BadInput, match="no columns 'action' and 'status'"):
        read_progress(tmp_path / "other.xlsx", PLAN, SECOND)
    (tmp_path / "cut.xlsx").write_bytes(path.read_bytes()[:-200])
    with pytest.raises(BadInput, match="damaged"):
        read_progress(tmp_path / "cut.xlsx", PLAN, SECOND)


def test_free_text_is_never_read_and_formulas_are_taken_for_text(tmp_path: Path):
    path = fill(written(tmp_path), {"P4-3-R3": {"note": "Ask N. N.", "next_milestone": "N. N. signs", "evidence": "=1+1"}})
    reading = read_progress(path, PLAN, SECOND)
    assert not reading.table.astype("str").apply(lambda column: column.str.contains("N. N.", regex=False)).to_numpy().any()
    evil = PLAN.model_copy(update={"actions": tuple(one.model_copy(update={"title": "=cmd|calc"}) for one in PLAN.actions)})
    write_progress_form(tmp_path / "evil.xlsx", evil, SECOND, progress_table(), "en")
    sheet = openpyxl.load_workbook(tmp_path / "evil.xlsx").worksheets[1]
    titles = [sheet.cell(row, PLANNED.index("title") + 1) for row in range(3, sheet.max_row + 1)]
    assert {cell.value for cell in titles} == {"'=cmd|calc"} and {cell.data_type for cell in titles} == {"s"}


def test_the_form_is_locked_but_for_what_is_asked_and_shows_first_what_is_due(tmp_path: Path):
    book = openpyxl.load_workbook(written(tmp_path))
    sheet, notes = book.worksheets[1], book.worksheets[2]
    assert book.security.lockStructure and sheet.protection.sheet and notes.sheet_state == "veryHidden"
    opened = {sheet.cell(1, cell.column).value for cell in sheet[3] if not cell.protection.locked}
    assert opened == set(FILLED_IN)
    asked = {row: sheet.cell(row, PLANNED.index("asked") + 1).value for row in range(3, sheet.max_row + 1)}
    shown = [value for row, value in asked.items() if not sheet.row_dimensions[row].hidden]
    assert shown == ["due"] * 3 + ["under way"] * 2 and sheet.row_dimensions[1].hidden
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    kinds = [rule.type for rule in rules.values() if rule.type]
    assert sorted(kinds) == sorted(["list"] * 2 + ["date"] * 3 + ["decimal"] * 3 + ["custom"])


def test_equal_plans_give_equal_forms(tmp_path: Path):
    (tmp_path / "a").mkdir(), (tmp_path / "b").mkdir()
    assert written(tmp_path / "a").read_bytes() == written(tmp_path / "b").read_bytes()


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_the_form_speaks_every_language_whole(language: str):
    def texts(value) -> list[str]:
        return (
            [value]
            if isinstance(value, str)
            else [text for one in (value.values() if isinstance(value, dict) else value) for text in texts(one)]
        )

    said = [*texts(load_progress_texts().model_dump()), *(reason.text for reason in load_planning_figures().reasons)]
    assert [text for text in said if text not in catalogue(language)] == []
    assert set(load_progress_texts().statuses) == set(STATUSES)
    assert set(load_progress_texts().headings) == {*PLANNED, *FILLED_IN} and set(load_progress_texts().hints) == set(FILLED_IN)

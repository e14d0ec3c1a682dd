"""A plan comes back from every file that it was handed over in, also when somebody has worked in it."""

from __future__ import annotations

import datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from diagnostics.definitions.plan_file import PlanFile, PlannedAction
from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.definitions.translations import LANGUAGES
from diagnostics.planning.plan_table import planned_actions
from diagnostics.reporting.plans.handover import hand_over
from diagnostics.reporting.speaker import speaker
from diagnostics.runs.plan_reading import PlanReading, read_plan_file
from tests.plan_edits import IDS_ROW, column_of, first_empty_row, plan_sheet, row_of
from tests.plan_samples import sample_file
from tests.system_programs import convert_with_libreoffice

PLAN = sample_file()
MADE = ("start", "finish", "slack_days")
_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp")), max_size=40).map(str.strip)
_WORDS = _WORDS.filter(lambda words: speaker("sr-Cyrl").content(words) == words)  # one that the kit knows would be translated
_DATES = st.none() | st.dates(datetime.date(2027, 1, 1), datetime.date(2029, 12, 31))
_NUMBERS = st.none() | st.integers(0, 10**6).map(lambda number: number / 8)


def differences(plan: PlanFile, reading: PlanReading, fields=PlannedAction.model_fields) -> list[tuple]:
    """Action, field, value before and after of everything that did not come back."""
    before = {action.action: action for action in plan.actions}
    return [
        (action.action, name, getattr(before[action.action], name), getattr(action, name))
        for action in planned_actions(reading.table.drop(columns="row"))
        for name in fields
        if name not in MADE and getattr(action, name) != getattr(before[action.action], name)
    ]


def edited(tmp_path: Path, edit, plan: PlanFile = PLAN, language: str = "en") -> PlanReading:
    """The plan's workbook after somebody's edit of its sheet Plan."""
    path = hand_over(plan, tmp_path, speaker(language))[0]
    book = openpyxl.load_workbook(path)
    edit(plan_sheet(book))
    book.save(path)
    return read_plan_file(path)


def found(problems: tuple[Problem, ...]) -> list[tuple]:
    return [(one.kind, one.row, one.column, one.found, one.severity) for one in problems]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_and_the_json_file_bring_back_the_whole_plan(language, tmp_path):
    paths = hand_over(PLAN, tmp_path, speaker(language))
    for path, kind in ((paths[0], "kit-workbook"), (paths[4], "kit-json")):
        reading = read_plan_file(path)
        assert (reading.kind, reading.problems, reading.settings, reading.as_of) == (kind, (), PLAN.settings, PLAN.as_of)
        assert differences(PLAN, reading) == [] and len(reading.table) == len(PLAN.actions)
        assert list(reading.table["action"]) == [action.action for action in PLAN.actions]


def test_the_table_and_the_project_file_bring_back_what_they_show(tmp_path):
    paths = hand_over(PLAN, tmp_path, speaker("en"))
    reading = read_plan_file(paths[3], PLAN.settings)
    assert (reading.kind, reading.problems, differences(PLAN, reading)) == ("kit-table", (), [])
    project = read_plan_file(paths[1], PLAN.settings)
    assert (project.kind, project.problems) == ("kit-project", ())
    assert differences(PLAN, project, project.read.said) == []
    assert {"title", "start_on", "finish_on", "owner", "after", "person_days_by_role", "indicator", "target_value"} <= project.read.said


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=[Phase.generate])
@given(st.data())
def test_any_plan_comes_back_from_workbook_and_table(tmp_path_factory, data):
    actions = []
    for number in range(data.draw(st.integers(1, 4))):
        start = data.draw(_DATES)
        days = data.draw(st.dictionaries(st.sampled_from(["hr-officer", "trainer", "line-manager@CH-03"]), st.integers(1, 99).map(float)))
        actions.append(
            PlannedAction(
                action=f"A-{number}",
                title=data.draw(_WORDS.filter(bool)),
                objective=data.draw(_WORDS),
                risk=data.draw(_WORDS),
                funding=data.draw(_WORDS),
                owner=data.draw(st.sampled_from(["", "hr-officer", "Sector for reform"])),
                partners=data.draw(st.sampled_from([(), ("trainer", "legal-officer")])),
                start_on=start,
                finish_on=start and start + datetime.timedelta(days=data.draw(st.integers(0, 400))),
                person_days=sum(days.values()) or data.draw(_NUMBERS.filter(bool)),
                person_days_by_role=days,
                amount=data.draw(_NUMBERS),
                baseline_value=data.draw(_NUMBERS),
                target_value=data.draw(_NUMBERS),
                direction=data.draw(st.sampled_from(["up", "down"])),
                after=tuple(f"A-{before}" for before in range(number) if data.draw(st.booleans())),
                critical=data.draw(st.booleans()),
                quick_win=data.draw(st.booleans()),
                progress=data.draw(st.none() | st.integers(0, 100).map(lambda percent: percent / 100)),
                status=data.draw(st.sampled_from(["", "not started", "done", "stopped"])),
                priority=data.draw(st.integers(0, 24)),
            )
        )
    plan = PLAN.model_copy(update={"actions": tuple(actions)})
    paths = hand_over(plan, tmp_path_factory.mktemp("any"), speaker("sr-Cyrl"))
    for path in (paths[0], paths[3]):
        assert differences(plan, read_plan_file(path)) == [], path.name


def test_inserted_columns_new_headings_and_sorted_rows_change_nothing(tmp_path):
    def edit(sheet):
        last, width = row_of(sheet, "OWN-1"), sheet.max_column
        rows = [[sheet.cell(row, column).value for column in range(1, width + 1)] for row in range(IDS_ROW + 2, last + 1)]
        for row, cells in enumerate(sorted(rows, key=lambda cells: str(cells[1])), start=IDS_ROW + 2):
            for column, value in enumerate(cells, start=1):
                sheet.cell(row, column).value = value
        for column in range(1, width + 1):
            sheet.cell(IDS_ROW + 1, column).value = f"Kolona {column}"
        sheet.insert_cols(3)
        sheet.cell(IDS_ROW + 1, 3).value = "Our remarks"
        sheet.cell(IDS_ROW + 2, 3).value = "ask again"

    reading = edited(tmp_path, edit)
    assert differences(PLAN, reading) == [] and len(reading.table) == len(PLAN.actions)
    assert found(reading.problems) == [("unknown-column", IDS_ROW + 1, "C", "Our remarks", "warning")]


def test_mid_march_is_no_date_and_everything_wrong_is_said_at_once(tmp_path):
    rows = {}

    def edit(sheet):
        for name, action, value in (
            ("start_on", "P4-3-R3", "mid-March"),
            ("finish_on", "P4-3-R4", datetime.datetime(2027, 1, 1)),
            ("amount", "P8-3-R2", "a lot"),
            ("status", "P9-5-R2", "half way"),
            ("days:hr-officer", "P5-3-R3", "some"),
            ("after", "P7-1-R3", "P5-3-R3 P5-3-R9"),
            ("after", "P4-3-R3", "P4-3-R4"),
            ("title", "OWN-1", None),
        ):
            rows[action] = row_of(sheet, action)
            sheet.cell(rows[action], column_of(sheet, name)).value = value

    problems = edited(tmp_path, edit).problems
    assert set(found(problems)) == {
        ("not-a-date", rows["P4-3-R3"], "Start", "mid-March", "error"),
        ("ends-before-it-starts", rows["P4-3-R4"], "finish_on", "2027-01-01", "error"),
        ("not-an-amount", rows["P8-3-R2"], "Cost", "a lot", "error"),
        ("unknown-word", rows["P9-5-R2"], "Status", "half way", "error"),
        ("not-a-number", rows["P5-3-R3"], "Person-days: HR officer", "some", "error"),
        ("unknown-action", rows["P7-1-R3"], "after", "P5-3-R9", "error"),
        ("missing-value", rows["OWN-1"], "title", "", "error"),
        ("cycle", rows["P4-3-R3"], "after", "P4-3-R3 → P4-3-R4 → P4-3-R3", "error"),
    }
    said = next(str(problem) for problem in problems if problem.kind == "not-a-date")
    assert f"sheet 'Plan', row {rows['P4-3-R3']}, column 'Start': found 'mid-March'; allowed: a date such as 2027-03-15" in said


def test_rows_that_are_added_and_taken_out_are_told(tmp_path):
    def edit(sheet):
        row = first_empty_row(sheet)
        for name, value in (("title", "Open a help desk"), ("start_on", datetime.datetime(2027, 5, 3)), ("days:trainer", 4)):
            sheet.cell(row, column_of(sheet, name)).value = value
        sheet.delete_rows(row_of(sheet, "P12-2-R2"))

    reading = edited(tmp_path, edit)
    added = reading.table.set_index("action").loc["OWN-2"]
    assert (added["title"], added["start_on"], added["person_days"], added["decision"]) == ("Open a help desk", "2027-05-03", 4, "own")
    assert "P12-2-R2" not in set(reading.table["action"]) and len(reading.table) == len(PLAN.actions)
    assert [(one.kind, one.severity) for one in reading.problems] == [("no-id", "warning"), ("action-gone", "warning")]
    assert reading.problems[1].found == "P12-2-R2"


def test_an_emptied_cell_is_empty_and_a_deleted_column_stays_as_it_was(tmp_path):
    def edit(sheet):
        sheet.cell(row_of(sheet, "P4-3-R3"), column_of(sheet, "owner")).value = None
        sheet.delete_cols(column_of(sheet, "risk"))

    reading = edited(tmp_path, edit)
    assert differences(PLAN, reading) == [("P4-3-R3", "owner", "hr-manager", "")]
    assert found(reading.problems) == [("column-gone", None, None, "risk", "warning")]


def test_an_id_that_stands_twice_and_a_copied_column_are_refused(tmp_path):
    def edit(sheet):
        sheet.cell(row_of(sheet, "P4-3-R4"), 1).value = "P4-3-R3"
        last = sheet.max_column + 1
        for row in range(1, sheet.max_row + 1):
            sheet.cell(row, last).value = sheet.cell(row, column_of(sheet, "start_on")).value

    problems = edited(tmp_path, edit).problems
    assert {"duplicate-id", "duplicate-header"} <= {problem.kind for problem in problems}


def test_what_is_changed_on_other_sheets_is_said_not_to_be_read(tmp_path):
    path = hand_over(PLAN, tmp_path, speaker("fr"))[0]
    book = openpyxl.load_workbook(path)
    book["Budget"]["D5"].value = 90000
    book["Suivi"]["I5"].value = 41
    book["Calendrier"]["A80"].value = datetime.datetime(2027, 3, 8)
    book.save(path)
    reading = read_plan_file(path)
    assert differences(PLAN, reading) == []
    changed = {problem.sheet: problem.found for problem in reading.problems if problem.kind == "other-sheet-changed"}
    assert changed["Budget"] == "D5" and changed["Suivi"] == "I5"


def test_a_workbook_that_libreoffice_saved_reads_the_same(tmp_path):
    path = hand_over(PLAN, tmp_path, speaker("sr-Latn"))[0]
    reading = read_plan_file(convert_with_libreoffice(path, "xlsx", tmp_path / "saved"))
    assert (reading.kind, reading.problems, differences(PLAN, reading)) == ("kit-workbook", (), [])


def test_a_sheet_without_its_hidden_row_is_understood_by_its_headings(tmp_path):
    shown = ("title", "start_on", "finish_on", "owner", "indicator", "after", "person_days_by_role")
    for language in LANGUAGES:
        reading = edited(tmp_path / language, lambda sheet: sheet.delete_rows(IDS_ROW), language=language)
        assert [problem for problem in reading.problems if problem.severity == "error"] == []
        assert differences(PLAN, reading, shown) == []


def test_a_number_that_is_changed_changes_its_words(tmp_path):
    def edit(sheet):
        sheet.cell(row_of(sheet, "P4-3-R3"), column_of(sheet, "baseline_value")).value = 41

    assert differences(PLAN, edited(tmp_path, edit)) == [
        ("P4-3-R3", "baseline", "35 %", "41 %"),
        ("P4-3-R3", "baseline_value", 35.0, 41.0),
    ]


def test_a_file_that_is_not_there_and_notes_that_were_changed_are_said(tmp_path):
    with pytest.raises(BadInput, match="not there"):
        read_plan_file(tmp_path / "none.xlsx")
    path = hand_over(PLAN, tmp_path, speaker("en"))[0]
    book = openpyxl.load_workbook(path)
    book["_plan"]["B6"].value = "{}"
    book.save(path)
    with pytest.raises(BadInput, match="hidden sheet '_plan' was changed"):
        read_plan_file(path)

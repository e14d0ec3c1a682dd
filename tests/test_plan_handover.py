"""A work plan as it is handed over: the workbook calculates, the calendar and the table open, and equal plans give equal bytes."""

from __future__ import annotations

import csv
import datetime
import json
import math
from pathlib import Path

import icalendar
import jsonschema
import openpyxl
import pandas as pd
import pytest

from diagnostics.definitions.plan_file import PlanFile
from diagnostics.definitions.planning_figures import load_planning_figures
from diagnostics.definitions.translations import LANGUAGES
from diagnostics.planning.load import load_by_month, money_by_year
from diagnostics.planning.plan_table import plan_table
from diagnostics.planning.working_days import working_days
from diagnostics.reporting.plans.handover import PLAN_FILES, hand_over
from diagnostics.reporting.speaker import speaker
from tests.plan_edits import column_of, formula_cells, plan_sheet, row_of, without_results
from tests.plan_samples import sample_file
from tests.schema_files import schema_path
from tests.system_programs import convert_with_libreoffice

NAMES = {"P4": "Jobs and job descriptions", "P5": "Competencies"}
PLAN = sample_file()


def changed(**fields) -> PlanFile:
    """The sample plan with other fields for its third action."""
    actions = [action.model_copy(update=fields) if place == 2 else action for place, action in enumerate(PLAN.actions)]
    return PLAN.model_copy(update={"actions": tuple(actions)})


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """The sample plan, handed over in English."""
    made = tmp_path_factory.mktemp("handover")
    hand_over(PLAN, made, speaker("en"), NAMES)
    return made


def equal(one: object, other: object) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
    return one == other


def recalculated(path: Path, folder: Path) -> dict[tuple[str, str], object]:
    """Every formula of a workbook as LibreOffice calculates it."""
    bare = without_results(path, folder / "bare" / path.name)
    return formula_cells(convert_with_libreoffice(bare, "xlsx", folder / "saved"))


def test_libreoffice_calculates_every_formula_as_it_is_stored(folder, tmp_path):
    stored, calculated = formula_cells(folder / "workplan.xlsx"), recalculated(folder / "workplan.xlsx", tmp_path)
    assert len(stored) > 1000 and sum(value is not None for value in stored.values()) > 400
    assert {cell: (value, calculated.get(cell)) for cell, value in stored.items() if not equal(value, calculated.get(cell))} == {}


def test_a_changed_date_moves_the_bar_the_load_and_the_money(folder, tmp_path):
    """A workbook edited and calculated by LibreOffice holds the same as one made from the edited plan, in another weekend and language."""
    calendar = PLAN.settings.calendar.model_copy(update={"weekend": ("friday", "saturday")})
    plan = PLAN.model_copy(update={"settings": PLAN.settings.model_copy(update={"calendar": calendar})})
    days = {"start_on": datetime.date(2027, 11, 1), "finish_on": datetime.date(2028, 2, 29)}
    moved = [action.model_copy(update=days) if action.action == "P9-5-R2" else action for action in plan.actions]
    hand_over(plan, tmp_path / "before", speaker("sr-Cyrl"), NAMES)
    hand_over(plan.model_copy(update={"actions": tuple(moved)}), tmp_path / "after", speaker("sr-Cyrl"), NAMES)
    book = openpyxl.load_workbook(tmp_path / "before" / "workplan.xlsx")
    sheet = plan_sheet(book)
    for name, day in days.items():
        sheet.cell(row_of(sheet, "P9-5-R2"), column_of(sheet, name)).value = day
    book.save(tmp_path / "edited.xlsx")
    calculated, wanted = recalculated(tmp_path / "edited.xlsx", tmp_path), formula_cells(tmp_path / "after" / "workplan.xlsx")
    assert {cell: (value, calculated.get(cell)) for cell, value in wanted.items() if not equal(value, calculated.get(cell))} == {}


def test_the_sheets_of_load_and_money_say_what_the_plan_stage_says(folder):
    book = openpyxl.load_workbook(folder / "workplan.xlsx", data_only=True)
    table = plan_table(PLAN.actions)
    rows: dict[str, int] = {}
    for place, row in enumerate(book["Load"].iter_rows(values_only=True), start=1):
        rows.setdefault(row[0], place)  # the people stand below the loads
    load = load_by_month(table, PLAN.settings)
    names = {
        "hr-officer": "HR officer",
        "hr-manager": "HR manager",
        "line-manager@CH-03": "Line manager, CH-03",
        "all roles": "All roles together",
    }
    for resource, name in names.items():
        months = load[load["resource"] == resource].reset_index(drop=True)
        for number, month in months.iterrows():
            need, there = (book["Load"].cell(rows[name] + below, 4 + number).value for below in (0, 1))
            assert need == pytest.approx(month["person_days"]) and there == pytest.approx(month["capacity"]), (resource, month["month"])
    years = {row[0]: row[2] for row in book["Budget"].iter_rows(values_only=True) if isinstance(row[0], int)}
    budget = money_by_year(table, PLAN.settings)
    assert {year: years[year] for year in budget["year"]} == dict(zip(budget["year"], budget["amount"], strict=True))


def test_dates_and_numbers_of_the_workbook_are_no_texts(folder):
    sheet = plan_sheet(openpyxl.load_workbook(folder / "workplan.xlsx"))
    row = row_of(sheet, "P4-3-R3")
    cells = {
        name: sheet.cell(row, column_of(sheet, name)) for name in ("start_on", "finish_on", "amount", "baseline_value", "days:hr-officer")
    }
    assert {name: cell.data_type for name, cell in cells.items()} == dict.fromkeys(("start_on", "finish_on"), "d") | dict.fromkeys(
        ("amount", "baseline_value", "days:hr-officer"), "n"
    )
    formula = str(sheet.cell(row, column_of(sheet, "=working_days")).value)
    assert formula.startswith("=IF(") and "NETWORKDAYS(" in formula and "closed_days" in formula and ";" not in formula


def test_every_sheet_is_ready_to_print(folder):
    book = openpyxl.load_workbook(folder / "workplan.xlsx")
    shown = [sheet for sheet in book if sheet.sheet_state == "visible"]
    assert [sheet.title for sheet in shown] == ["Read me", "Plan", "Gantt", "Load", "Budget", "Tracker", "Calendar", "Lists"]
    for sheet in shown:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == ("landscape", 9, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddHeader.left.text == "Valdoria Customs Administration" and sheet.oddHeader.right.text == "Synthetic data"
        assert "&P" in sheet.oddFooter.right.text
    assert all(sheet.print_title_rows for sheet in shown if sheet.title not in ("Read me", "Lists"))
    real = PLAN.model_copy(update={"synthetic": False, "administration": "Customs & Excise"})
    hand_over(real, folder / "real", speaker("en"))
    header = openpyxl.load_workbook(folder / "real" / "workplan.xlsx")["Plan"].oddHeader
    assert header.left.text == "Customs && Excise" and not header.right.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_equal_plans_give_equal_bytes_in_every_language(language, tmp_path):
    for name in ("one", "other"):
        hand_over(PLAN, tmp_path / name, speaker(language), NAMES)
    assert all((tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes() for name in PLAN_FILES)


def test_holidays_are_named_in_the_reader_s_language_whatever_the_machine_s_is(tmp_path, monkeypatch):
    names = {}
    for machine in ("sr_RS.UTF-8", "C"):
        monkeypatch.setenv("LANGUAGE", machine)
        for language in LANGUAGES:
            hand_over(PLAN, tmp_path / machine / language, speaker(language))
            sheet = openpyxl.load_workbook(tmp_path / machine / language / "workplan.xlsx").worksheets[6]
            names.setdefault(language, set()).add(sheet["B5"].value)
    assert names == {"en": {"New Year's Day"}, "fr": {"New Year's Day"}, "sr-Latn": {"Nova godina"}, "sr-Cyrl": {"Нова година"}}


def test_no_text_of_a_plan_becomes_a_formula(tmp_path):
    plan = changed(title="=1+1", risk="@SUM(A1)", funding="+cmd|x", deliverable="-2 posts\tless")
    hand_over(plan, tmp_path, speaker("en"))
    sheet = plan_sheet(openpyxl.load_workbook(tmp_path / "workplan.xlsx"))
    cells = [sheet.cell(row_of(sheet, "P4-3-R3"), column_of(sheet, name)) for name in ("title", "risk", "funding", "deliverable")]
    assert [(cell.data_type, str(cell.value)[0]) for cell in cells] == [("s", "'")] * 4
    with (tmp_path / "workplan.csv").open(encoding="utf-8-sig", newline="") as file:
        row = next(row for row in csv.DictReader(file) if row["action"] == "P4-3-R3")
    assert [row[name][0] for name in ("title", "risk", "funding", "deliverable")] == ["'"] * 4


def test_the_calendar_opens_and_says_when_each_action_is(folder):
    content = (folder / "workplan.ics").read_bytes()
    assert all(len(line) <= 75 for line in content.split(b"\r\n")) and b"\n" not in content.replace(b"\r\n", b"")
    calendar = icalendar.Calendar.from_ical(content)
    events = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    dated = [action for action in PLAN.actions if action.start_on]
    processes = {action.process for action in PLAN.actions}
    assert len(events) == len(dated) + len(processes)
    for action in dated:
        event = events[f"{action.action}.sample@work-plan.invalid"]
        assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (action.start_on, action.finish_on + datetime.timedelta(days=1))
        assert event.decoded("DTSTAMP") == datetime.datetime(2026, 10, 16, tzinfo=datetime.UTC)
        morning = datetime.time(9)
        alarms = [_moment(event, alarm) for alarm in event.walk("VALARM")]
        wanted = [datetime.datetime.combine(action.start_on, morning)]
        if action.finish_on - action.start_on > datetime.timedelta(days=14):
            wanted.append(datetime.datetime.combine(action.finish_on - datetime.timedelta(days=14), morning))
        assert alarms == wanted
    assert {str(one) for one in events["P4-3-R3.sample@work-plan.invalid"]["CATEGORIES"].cats} == {"P4 Jobs and job descriptions"}
    milestone = events["milestone-P4.sample@work-plan.invalid"]
    assert milestone.decoded("DTSTART") == max(action.finish_on for action in dated if action.process == "P4")


def _moment(event, alarm) -> datetime.datetime:
    edge = event.decoded("DTEND") if alarm["TRIGGER"].params["RELATED"] == "END" else event.decoded("DTSTART")
    return datetime.datetime.combine(edge, datetime.time()) + alarm.decoded("TRIGGER")


def test_signs_that_a_calendar_file_reserves_come_back(tmp_path):
    title = 'Approve; publish, and "explain" \\ Објави: ' + "a long title " * 20
    hand_over(changed(title=title.strip(), steps=("One\nTwo",)), tmp_path, speaker("en"))
    calendar = icalendar.Calendar.from_ical((tmp_path / "workplan.ics").read_bytes())
    event = next(event for event in calendar.walk("VEVENT") if str(event["UID"]).startswith("P4-3-R3."))
    assert str(event["SUMMARY"]) == f"P4-3-R3 {title.strip()}"
    assert str(event["DESCRIPTION"]).endswith("1. One\nTwo")


def test_the_json_file_is_the_plan_and_keeps_its_published_schema(folder):
    data = json.loads((folder / "workplan.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(json.loads(schema_path("work_plan").read_text(encoding="utf-8"))).validate(data)
    assert PlanFile.model_validate(data) == PLAN


def test_the_table_holds_codes_and_their_words(tmp_path):
    hand_over(changed(status="in progress", progress=0.4), tmp_path, speaker("fr"))
    assert (tmp_path / "workplan.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    table = pd.read_csv(tmp_path / "workplan.csv", encoding="utf-8-sig", keep_default_na=False, dtype=str).set_index("action")
    row = table.loc["P4-3-R3"]
    assert (row["owner"], row["owner_name"]) == ("hr-manager", "Responsable des ressources humaines")
    assert (row["status"], row["status_name"], row["progress"]) == ("in progress", "en cours", "0.4")
    assert (row["start_on"], row["person_days"], row["slack_days"]) == ("2027-01-04", "75", "0")


def test_an_action_without_a_place_is_told_and_not_drawn(tmp_path):
    plan = changed(scheduled=False, start_on=None, finish_on=None, reason="finds no room")
    hand_over(plan, tmp_path, speaker("en"))
    book = openpyxl.load_workbook(tmp_path / "workplan.xlsx")
    assert "P4-3-R3" not in [row[0] for row in book["Plan"].iter_rows(values_only=True)]
    assert ("P4-3-R3", "Approve the template and describe half the posts: finds no room") in [
        row[:2] for row in book["Read me"].iter_rows(values_only=True)
    ]
    assert b"UID:P4-3-R3." not in (tmp_path / "workplan.ics").read_bytes()


def test_a_plan_without_people_money_or_actions_is_handed_over(tmp_path):
    settings = PLAN.settings.model_copy(update={"people": (), "budget": None})
    for name, actions in (("bare", PLAN.actions), ("empty", ())):
        paths = hand_over(PLAN.model_copy(update={"settings": settings, "actions": actions}), tmp_path / name, speaker("en"))
        assert all(path.is_file() for path in paths)
        stored, calculated = formula_cells(paths[0]), recalculated(paths[0], tmp_path / name)
        assert all(equal(value, calculated.get(cell)) for cell, value in stored.items())


def test_a_month_stands_for_as_many_working_days_as_the_schedule_takes(folder):
    sheet = openpyxl.load_workbook(folder / "workplan.xlsx", data_only=True)["Plan"]
    a_month = load_planning_figures().working_days_a_month.value
    calendar = working_days(PLAN.settings)
    for action in PLAN.actions:
        days = sheet.cell(row_of(sheet, action.action), column_of(sheet, "=working_days")).value
        assert days == action.months * a_month == calendar.between(action.start_on, action.finish_on)

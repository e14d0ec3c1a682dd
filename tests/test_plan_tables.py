"""A plan that somebody else made is understood: a ministry's table in three languages, an MS Project file; or is refused."""

from __future__ import annotations

import datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.runs.plan_reading import read_plan_file
from tests.plan_samples import sample_file

PLAN = sample_file()
PLANS = Path(__file__).parent / "plans"


def found(problems: tuple[Problem, ...]) -> list[tuple]:
    return [(one.kind, one.row, one.column, one.found, one.severity) for one in problems]


def test_a_table_in_english_is_understood():
    reading = read_plan_file(PLANS / "ministry_en.csv", PLAN.settings)
    assert reading.kind == "table" and reading.problems == ()
    first, second = reading.table.to_dict("records")
    assert (first["row"], first["action"], first["owner"], first["partners"]) == (7, "1", "hr-manager", "line-manager legal-officer")
    assert (first["start_on"], first["finish_on"], first["person_days"], first["amount"]) == ("2027-01-01", "2027-03-15", 45, 12000)
    assert (first["baseline_value"], first["target_value"], first["unit"], first["direction"]) == (35, 100, "%", "up")
    assert (second["start_on"], second["finish_on"], second["person_days"], second["amount"]) == ("2027-03-01", "2027-06-30", 10, 1500.5)
    assert second["owner"] == "Sector for human resources" and second["objective"] == "Objective 1: Clear posts"
    told = "\n".join(reading.told)
    assert "row 5 numbers the columns" in told and "row 9 ('Total') holds sums" in told and "read as day-month-year" in told


def test_a_table_in_serbian_cyrillic_is_understood():
    reading = read_plan_file(PLANS / "ministry_sr.csv")
    first, second = reading.table.to_dict("records")
    assert (first["title"], first["owner"], first["finish_on"], first["amount"]) == (
        "Описати сва радна места", "hr-manager", "2027-06-30", 1_200_000,
    )  # fmt: skip
    assert (second["owner"], second["finish_on"]) == ("legal-officer", "2027-12-31")
    assert found(reading.problems) == [("unknown-column", 1, "K", "Напомена", "warning")]
    assert any("amounts are in RSD" in line for line in reading.told)


def test_a_table_in_french_is_understood_and_its_finishes_are_reckoned():
    reading = read_plan_file(PLANS / "ministry_fr.csv")
    first, second = reading.table.to_dict("records")
    assert (first["owner"], first["start_on"], first["amount"], first["progress"]) == ("hr-manager", "2027-03-01", 1_200_000, 0.25)
    assert first["finish_on"] == "2027-04-09"  # 30 working days
    assert (second["start_on"], second["finish_on"]) == ("2027-04-01", "2027-06-28")  # 63 working days
    assert reading.problems == ()


def test_another_currency_than_the_plan_s_is_a_problem():
    problems = read_plan_file(PLANS / "ministry_sr.csv", PLAN.settings).problems
    assert ("other-currency", 2, "Потребна средства (RSD)", "1.200.000,00", "error") in found(problems)


def ministry_workbook(path: Path) -> Path:
    """Titles above, headings in two merged rows, an objective over two actions, a section's title across."""
    book = openpyxl.Workbook()
    book.active.title = "Cover"
    book.active["A1"] = "Ministry"
    sheet = book.create_sheet("Plan 2027")
    rows = [
        ["Action plan 2027"], [], ["No", "Objective", "Activity", "Responsible", "Implementation", None, "Baseline", None, "Cost"],
        [None, None, None, None, "Start", "End", "Value", "Year", None], ["Pillar I: People"],
        [1, "Clear posts", "Describe posts", "HR officer", datetime.date(2027, 2, 1), datetime.date(2027, 4, 30), 0.35, 2026, 5000],
        [2, None, "Approve them", "Head of Administration", "Q2 2027", "June 2027", "none", None, 2500.125],
    ]  # fmt: skip
    for row in rows:
        sheet.append(row)
    for area in ("A1:I1", "E3:F3", "G3:H3", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "I3:I4", "A5:I5", "B6:B7"):
        sheet.merge_cells(area)
    book.save(path)
    return path


def test_merged_headings_and_cells_are_understood(tmp_path):
    reading = read_plan_file(ministry_workbook(tmp_path / "plan.xlsx"))
    assert reading.problems == ()
    first, second = reading.table.to_dict("records")
    assert (first["action"], first["row"], first["title"], first["owner"]) == ("1", 6, "Describe posts", "hr-officer")
    assert (first["start_on"], first["finish_on"], first["amount"]) == ("2027-02-01", "2027-04-30", 5000)
    assert (first["baseline"], first["baseline_value"], first["baseline_on"]) == ("0.35", 0.35, "2026-12-31")
    assert (second["objective"], second["owner"], second["start_on"], second["finish_on"], second["amount"]) == (
        "Clear posts", "head-of-administration", "2027-04-01", "2027-06-30", 2500.125,
    )  # fmt: skip


def test_a_sum_over_merged_rows_is_refused(tmp_path):
    path = ministry_workbook(tmp_path / "plan.xlsx")
    book = openpyxl.load_workbook(path)
    book["Plan 2027"].merge_cells("I6:I7")
    book.save(path)
    assert found(read_plan_file(path).problems) == [("merged-sum", 6, "Cost", "5000", "error")]


def test_a_project_that_ms_project_saved_is_understood():
    reading = read_plan_file(PLANS / "ms_project.xml")
    assert reading.kind == "project"
    rows = reading.table.set_index("action")
    assert list(rows.index) == ["1.1", "1.2", "2"]
    describe, approved, train = (rows.loc[one] for one in rows.index)
    assert (describe["start_on"], describe["finish_on"], describe["person_days"], describe["amount"]) == (
        "2027-01-04",
        "2027-02-12",
        15,
        12500,
    )
    assert (describe["progress"], describe["starts"], describe["owner"], describe["row"]) == (0.4, "2027-01-04", "hr-officer", 2)
    assert (approved["start_on"], approved["by"], approved["after"]) == ("2027-03-12", "2027-03-31", "1.1")
    assert (train["after"], train["not_before"]) == ("1.1 1.2", "2027-03-15")  # the summary task stands for those below it
    assert train["person_days_by_role"] == '{"Training centre": 12.5625, "hr-officer": 5.0}' and train["person_days"] == 17.5625
    assert sorted(problem.kind for problem in reading.problems) == ["lag", "other-link"]
    assert {problem.severity for problem in reading.problems} == {"warning"}


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("plan.mpp", b"\xd0\xcf\x11\xe0", "unknown-form"),
        ("plan.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><Project/>", "xml-entities"),
        ("plan.xml", b"<Project", "not-xml"),
        ("plan.xml", b"<Project/>", "not-a-project"),
        ("plan.xml", b"<Project xmlns='http://schemas.microsoft.com/project'/>", "no-rows"),
        ("plan.json", b'{"format": "other"}', "not-a-plan"),
        ("plan.json", b"[" * 100_000, "not-json"),
        ("plan.json", b'{"format": "hrm-work-plan", "mission": "x"}', "missing-key"),
        ("plan.csv", b"", "empty-file"),
        ("plan.csv", b"a,b\n1,2\n", "no-headings"),
        ("plan.csv", b'Action,Start\n"open', "open-quotation"),
        ("plan.csv", b"Action,Start\n", "no-rows"),
        ("plan.csv", b"Owner,Start\nx,2027-01-01\n", "missing-column"),
        ("plan.csv", b"Action,Date,Owner\nx,2027-01-01,y\n", "ambiguous-heading"),
        ("plan.csv", b"Action,Start,Begin\nx,2027-01-01,2027-01-01\n", "duplicate-header"),
        ("plan.csv", b"Action,Start\nx,46461\n", "not-a-date"),
        ("plan.csv", b"Action,Start\nx,31.02.2027\n", "not-a-date"),
        ("plan.csv", b"Action,Start,Duration\nx,2027-01-01,soon\n", "not-a-duration"),
        ("plan.csv", b"Action,Cost\nx,5 EUR\ny,7 RSD\n", "several-currencies"),
        ("plan.csv", b"Action,Progress\nx,140 %\n", "not-a-share"),
        ("plan.csv", b"No,Action,Depends on\n1,x,2\n2,y,1\n", "cycle"),
        ("plan.xlsx", b"no workbook", "not-a-workbook"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(name, content, kind, tmp_path):
    (tmp_path / name).write_bytes(content)
    try:
        problems = read_plan_file(tmp_path / name).problems
    except BadInput as bad:
        problems = bad.problems
    assert kind in {problem.kind for problem in problems if problem.severity == "error"}


_CELLS = st.sampled_from(
    [
        *("Action", "Start", "Duration", "Cost (EUR)", "Baseline Year", "No", "Total", "1", "=1+1", "Q9 2027", "32.13.2027", "31.12.9999"),
        *("1e999", "nan", "\x00", "P1", "-", "€", "٣", "Q2 2027 2028", "2027-03-01", "99 years", "3 months"),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(_CELLS, max_size=6), max_size=8), st.binary(max_size=60), st.sampled_from(["csv", "json", "xml", "xlsx"]))
def test_no_file_makes_the_reader_fail(tmp_path_factory, cells, noise, form):
    path = tmp_path_factory.mktemp("noise") / f"plan.{form}"
    head = {
        "csv": b"No,Action,Start,Cost\n",
        "json": b'{"format": "hrm-work-plan", ',
        "xml": b"<Project xmlns='http://schemas.microsoft.com/project'>",
    }
    table = "\n".join(";".join(row) for row in cells).encode()
    path.write_bytes(head.get(form, b"PK\x03\x04") + (table if form == "csv" else noise))
    try:
        read_plan_file(path)
    except BadInput as bad:
        assert bad.problems

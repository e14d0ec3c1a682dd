"""Maps from a client's own file to a data set: proposed, refused until confirmed, used by the command and by a mission."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diagnostics.definitions.data_map import DataMap, read_map
from diagnostics.definitions.dataset import load_dataset
from diagnostics.definitions.mission import read_mission
from diagnostics.definitions.problems import BadInput
from diagnostics.definitions.standard_loading import load_standard
from diagnostics.definitions.yaml_reader import parse_yaml
from diagnostics.intake.maps.map_files import map_text
from diagnostics.intake.maps.map_items import propose_items
from diagnostics.intake.maps.map_proposals import plain_words, propose
from diagnostics.intake.maps.mapped_tables import read_mapped_table
from diagnostics.validation.inputs import validate_inputs
from tests.missions import command

BASE = Path(__file__).parent / "bad_inputs" / "base"
STAFF = load_dataset("staff")
IBM = {
    "staff_id": "EmployeeNumber", "sex": "Gender", "age": "Age", "grade": "JobLevel", "unit": "Department", "job_title": "JobRole",
    "years_of_service": "YearsAtCompany", "has_left": "Attrition",
}  # fmt: skip
CLIENT_FILE = """\
Staff No;Gender;Year of birth;Dept.;Hire date;End date;Working time share;Remarks
0017;Female;1980;North;03/25/2010;;1;likes 3/4 time
0018;Male;1975;North;11/02/2001;12/31/2025;0,5;
0019;female;1990;South;01/15/2015;;1;
"""
CLIENT_MAP = """\
confirmed: true
to: staff
columns:
  staff_id: {from: Staff No}
  sex: {from: Gender, codes: {Female: f, Male: m}}
  birth_year: {from: Year of birth}
  unit: {from: Dept.}
  hired_on: {from: Hire date, dates: month-day-year}
  left_on: {from: End date, dates: month-day-year}
  fte: {from: Working time share}
"""


def confirm(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace("confirmed: false", "confirmed: true"), encoding="utf-8")


def read_with(folder: Path, file: str, text: str, map_text: str, dataset: str = "staff"):
    (folder / file).write_text(text, encoding="utf-8")
    (folder / "m.yaml").write_text(map_text, encoding="utf-8")
    return read_mapped_table(folder / file, folder / "m.yaml", load_dataset(dataset), file)


def test_a_real_hr_file_maps_onto_the_staff_register(truth: Path, tmp_path: Path):
    source, made, out = truth / "hr" / "ibm_hr_attrition.csv", tmp_path / "staff.map.yaml", tmp_path / "staff.csv"
    proposed = command("map", source, "--to", "staff", "--out", made)
    assert proposed.returncode == 0
    assert all(f"{column} " in proposed.stdout and f"<- {heading} " in proposed.stdout for column, heading in IBM.items())
    refused = command("map", source, "--with", made, "--out", out)
    assert (refused.returncode, out.exists()) == (3, False)
    assert "Nobody has confirmed this map" in refused.stderr + refused.stdout
    confirm(made)
    assert {column: each.source for column, each in read_map(made, STAFF).columns.items()} == IBM
    assert command("map", source, "--with", made, "--out", out).returncode == 0
    staff, original = pd.read_csv(out, dtype=str, keep_default_na=False), pd.read_csv(source)
    assert len(staff) == 1470
    assert (staff["has_left"] == "yes").sum() == 237
    assert (staff["sex"] == "f").sum() == (original["Gender"] == "Female").sum()
    assert staff["years_of_service"].astype(int).tolist() == original["YearsAtCompany"].tolist()
    assert (staff["left_on"] == "").all() and "hired_on" not in staff, "no day is made up"


def test_a_map_is_never_written_over(tmp_path: Path):
    (tmp_path / "s.csv").write_text(CLIENT_FILE, encoding="utf-8")
    (tmp_path / "m.yaml").write_text("somebody's work", encoding="utf-8")
    refused = command("map", tmp_path / "s.csv", "--to", "staff", "--out", tmp_path / "m.yaml")
    assert (refused.returncode, (tmp_path / "m.yaml").read_text(encoding="utf-8")) == (2, "somebody's work")


def test_a_survey_file_with_a_column_an_item_reaches_the_yearly_engagement_index(truth: Path, tmp_path: Path):
    """Against figures computed here with pandas alone: share of 4 and 5 by item, mean of items, mean of the three sub-indices."""
    source = truth / "fevs" / "fevs_sample_responses_2023_2025.xlsx"
    made, answers, scored = tmp_path / "fevs.map.yaml", tmp_path / "answers.csv", tmp_path / "scores.csv"
    assert command("map", source, "--to", "answers", "--standard", "fevs-engagement", "--out", made).returncode == 0
    confirm(made)
    assert command("map", source, "--with", made, "--out", answers).returncode == 0
    assert command("score", "fevs-engagement", answers, "--out", scored).returncode == 0
    scores = pd.read_csv(scored).pivot(index="assessment", columns="node", values="score")
    sheets = pd.read_excel(source, sheet_name=["Index-Def-Map", "fevs_sample_data_3FYs_Set1"], engine="calamine")
    given, index = sheets["fevs_sample_data_3FYs_Set1"], sheets["Index-Def-Map"]
    index = index[index["Index-Performance Dimension"] == "Employee Engagement"].set_index("Sub-Index")["Questions"]
    nodes = {"Leaders Lead": "EEI-LL", "Supervisors": "EEI-SU", "Intrinsic Work Experience": "EEI-IW"}
    expected = pd.DataFrame({"EEI": 0.0}, index=[2023, 2024, 2025])
    for name, node in nodes.items():
        items = [f"Q{number}" for number in index[name].removeprefix("Q.").split(", ")]
        shares = given[items].isin([4, 5]).groupby(given["FY"]).mean() * 100
        expected[node] = shares.mean(axis=1)
        expected["EEI"] += expected[node] / 3
        assert (scores[items] - shares).abs().max().max() < 1e-9
    assert (scores[expected.columns] - expected).abs().max().max() < 1e-9
    assert len(pd.read_csv(answers)) == 7711 * 15


def test_dates_codes_and_decimals_come_out_as_the_kit_reads_them(tmp_path: Path):
    table = read_with(tmp_path, "s.csv", CLIENT_FILE, CLIENT_MAP).table
    assert table["hired_on"].tolist() == ["2010-03-25", "2001-11-02", "2015-01-15"]
    assert table["left_on"].fillna("").tolist() == ["", "2025-12-31", ""]
    assert table["sex"].tolist() == ["f", "m", "f"]
    assert table["staff_id"].tolist() == ["0017", "0018", "0019"], "leading zeros stay"
    assert table["row"].tolist() == [2, 3, 4]
    money = 'month,staff_id,Base\n2026-05,1,"1.234,50"\n2026-05,2,"2.000"\n'
    mapped = "confirmed: true\nto: payroll\ncolumns:\n  staff_id: {from: staff_id}\n  month: {from: month}\n"
    paid = read_with(tmp_path, "p.csv", money, mapped + "  base: {from: Base, decimal: comma}\n", "payroll").table
    assert paid["base"].tolist() == ["1234.50", "2000"]


def test_what_is_proposed_for_a_small_file(tmp_path: Path):
    rows = [line.split(";") for line in CLIENT_FILE.splitlines()]
    body = pd.DataFrame(rows[1:], columns=rows[0], dtype="str").replace("", None)
    found = propose(body, STAFF, {})
    by_column = {each.column: each for each in found.columns}
    assert {column: each.source for column, each in by_column.items()} == {
        "staff_id": "Staff No", "sex": "Gender", "birth_year": "Year of birth", "hired_on": "Hire date", "left_on": "End date",
        "fte": "Working time share",
    }  # fmt: skip
    assert by_column["sex"].codes == {"Female": "f", "Male": "m", "female": "f"}
    assert by_column["hired_on"].dates == "month-day-year"
    assert found.unused == ("Dept.", "Remarks"), "a likeness that is too small is left to the person"
    text = map_text(found, STAFF, "s.csv")
    assert "# unit: nothing found. It must be filled:" in text
    data = parse_yaml(text, "m.yaml").data
    assert DataMap.model_validate(data).confirmed is False


def test_messages_point_to_the_column_of_the_clients_file(tmp_path: Path):
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    text = CLIENT_FILE.replace("0018;Male", "0018;Herr").replace("0019;female;1990", "0019;female;1890")
    (tmp_path / "inputs" / "hr.csv").write_text(text, encoding="utf-8")
    (tmp_path / "inputs" / "staff.map.yaml").write_text(CLIENT_MAP, encoding="utf-8")
    settings_text = (tmp_path / "mission.yaml").read_text(encoding="utf-8")
    changed = settings_text.replace("staff: staff.csv", "staff: {file: hr.csv, map: staff.map.yaml}")
    (tmp_path / "mission.yaml").write_text(changed, encoding="utf-8")
    problems = validate_inputs(read_mission(tmp_path), tmp_path, load_standard("wco-hrm")).problems
    wrong = [(problem.kind, problem.file, problem.row, problem.column) for problem in problems if problem.severity == "error"]
    assert wrong == [("code-outside-scale", "inputs/hr.csv", 3, "Gender"), ("number-outside-limits", "inputs/hr.csv", 4, "Year of birth")]
    assert "0019" not in "\n".join(map(str, problems))


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (("confirmed: true", "confirmed: false"), "map-not-confirmed"),
        (("to: staff", "to: payroll"), "map-for-other-data-set"),
        (("birth_year:", "birthyear:"), "map-unknown-column"),
        (("{from: Dept.}", "{from: Department}"), "map-column-missing"),
        (("{from: Dept.}", "{from: Dept., constant: North}"), "bad-value"),
        (("dates: month-day-year}\n  left", "dates: american}\n  left"), "bad-value"),
        (("confirmed: true", "confirmed: true\nsheets: all"), "unknown-key"),
    ],
)
def test_a_map_that_does_not_fit_is_refused_with_the_reason(change: tuple[str, str], kind: str, tmp_path: Path):
    assert CLIENT_MAP.count(change[0]) == 1
    problems = read_with(tmp_path, "s.csv", CLIENT_FILE, CLIENT_MAP.replace(*change)).problems
    assert [problem.kind for problem in problems if problem.severity == "error"] == [kind]


def test_items_are_known_by_id_text_or_number():
    survey = load_dataset("survey")
    items = {"CL-01": "I have received a written description of my job.", "CL-02": "My job description is out of date."}
    by_id = propose_items(["respondent", "CL_1", "cl-02. My job description"], survey, items)
    assert by_id and by_id.columns == {"CL_1": "CL-01", "cl-02. My job description": "CL-02"}
    by_text = propose_items(["I have received a written description of my job", "My job description is out-of-date"], survey, items)
    assert by_text and list(by_text.columns.values()) == ["CL-01", "CL-02"]
    by_number = propose_items(["Q1", "Q2", "Q3"], survey, items)
    assert by_number and (by_number.columns, by_number.certainty) == ({"Q1": "CL-01", "Q2": "CL-02"}, 65)
    assert propose_items(["a", "b"], survey, items) is None


@pytest.mark.parametrize("name", ["YearsAtCompany", "years_at_company", "Years at  company", "YEARS-AT-COMPANY"])
def test_names_are_compared_by_their_words(name: str):
    assert plain_words(name) == "years at company"


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=12), min_size=1, max_size=6, unique=True),
    st.lists(st.lists(st.text(max_size=6), min_size=6, max_size=6), max_size=4),
)
def test_any_headings_give_a_map_that_can_be_read(headings: list[str], rows: list[list[str]]):
    body = pd.DataFrame([row[: len(headings)] for row in rows], columns=headings, dtype="str")
    found = propose(body, STAFF, {})
    text = map_text(found, STAFF, "s\n.csv")
    if not found.columns:
        return
    made = DataMap.model_validate(parse_yaml(text, "m.yaml").data)
    assert {name: each.source for name, each in made.columns.items()} == {each.column: each.source.strip() for each in found.columns}


def test_a_map_without_a_file_is_a_problem_and_no_traceback(tmp_path: Path):
    with pytest.raises(BadInput, match="not there"):
        read_map(tmp_path / "none.yaml", STAFF)

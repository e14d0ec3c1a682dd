"""The definitions of all data sets, and what is made from them: documentation, JSON Schemas, templates, expectations."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pandas as pd
import pytest

from diagnostics.definitions.dataset import Dataset, load_dataset, load_datasets
from diagnostics.definitions.dataset_schema import row_schema
from diagnostics.definitions.mission import read_mission
from diagnostics.definitions.problems import WrongCall
from diagnostics.definitions.standard_loading import load_standard
from diagnostics.intake.tables import read_table
from diagnostics.intake.typed import typed_table
from diagnostics.intake.values import parse_month
from diagnostics.runs.template_files import criterion_rows, survey_item_rows, write_template_file
from diagnostics.scoring.summaries import summarise_workforce
from diagnostics.validation.expectations import row_checks, value_checks
from diagnostics.validation.vocabulary import vocabulary_of
from tests.conftest import PROJECT
from tests.dataset_files import PAGE, page_text, schema_path, schema_text

DATASETS = load_datasets()
# The list of data sets of the domain description, in its order, with the columns that it names.
LISTED = {
    "reference_documents": "doc_id type title status approved_on reviewed_on process_id",
    "criteria": "id process_id text weight source level_1 level_5",
    "responses": "criterion_id rater role part existence coverage effect na evidence_id comment date",
    "interviews": "id group unit criterion_id finding polarity",
    "survey": "respondent unit grade_band sex item value",
    "survey_items": "item process_id rad_factor reverse",
    "staff": "staff_id sex birth_year grade unit position_id manager_id hired_on left_on exit_reason fte",
    "positions": "id job_id unit grade status vacant_since critical sensitive max_tenure_months",
    "postings": "staff_id position_id from to",
    "jobs": "id family level title purpose",
    "job_descriptions": "job_id version approved_on fields",
    "competencies": "id framework cluster level definition indicators",
    "job_profiles": "job_id competency_id required weight must_have",
    "assessments": "staff_id competency_id level method assessor date",
    "ac_ratings": "candidate exercise competency assessor rating consensus",
    "recruitment": "vacancy stage candidate sex score result approved_on published_on decided_on started_on",
    "training": "staff_id course competency_id days cost result",
    "appraisals": "staff_id cycle planned_on done_on rating",
    "absences": "staff_id kind from to days",
    "payroll": "staff_id month base allowances grade",
    "cases": "type opened closed outcome",
    "envelopes": "unit year credit projected",
    "actions": (
        "objective measure activity result indicator baseline baseline_year target target_year achieved start end lead partners effort "
        "cost funding risk depends_on criterion_ids evidence progress deviation next_milestone expected_end"
    ),
    "presence": "staff_id date place",
}


def test_every_listed_data_set_is_defined_with_its_columns_and_its_number():
    defined = {dataset.id: dataset for dataset in DATASETS}
    assert {name: dataset.number for name, dataset in defined.items()} == {
        **{name: number for number, name in enumerate(LISTED, start=1)},
        "answers": None,
    }
    missing = {name: set(columns.split()) - set(defined[name].names) for name, columns in LISTED.items()}
    assert not {name: columns for name, columns in missing.items() if columns}


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.id)
def test_every_definition_becomes_expectations_a_page_a_schema_and_a_template(dataset: Dataset, tmp_path: Path):
    vocabulary = vocabulary_of(load_standard("wco-hrm"), read_mission(PROJECT / "missions/example").dates.as_of, {}, {})
    assert value_checks(dataset, dataset.names, vocabulary)
    elsewhere = {f"{other.id}.{name}" for other in DATASETS for name in other.names}
    checks = row_checks(dataset, dataset.names, elsewhere)
    assert len(checks) == 1 + len(dataset.rules), "the key and every rule are expected"
    assert f"## {dataset.id}\n" in page_text()
    write_template_file(tmp_path / "t.xlsx", dataset, "wco-hrm")
    raw = read_table(tmp_path / "t.xlsx", dataset, "t.xlsx")
    assert set(raw.table.columns) - {"row"} in (set(dataset.names), set()), "the headings are those of the definition"
    assert {problem.kind for problem in raw.problems} <= {"no-rows"}


def test_who_stands_for_a_person_is_always_personal_and_never_a_key_of_nothing():
    persons = {f"{dataset.id}.{column.name}" for dataset in DATASETS for column in dataset.columns if column.person}
    assert {"staff.staff_id", "staff.manager_id", "payroll.staff_id", "assessments.assessor", "recruitment.candidate"} <= persons
    refers_to_staff = {
        f"{dataset.id}.{column.name}" for dataset in DATASETS for column in dataset.columns if column.references == "staff.staff_id"
    }
    assert refers_to_staff <= persons, "a number of the register is a pseudonym wherever it stands, or tables could not be joined"


def test_the_page_is_that_of_the_definitions():
    assert PAGE.read_text(encoding="utf-8") == page_text(), "renew it: python -m tests.dataset_files"


@pytest.mark.parametrize("dataset", DATASETS, ids=lambda dataset: dataset.id)
def test_a_schema_of_rows_is_that_of_its_definition(dataset: Dataset):
    assert schema_path(dataset).read_text(encoding="utf-8") == schema_text(dataset), "renew it: python -m tests.dataset_files"


def test_no_schema_is_left_of_a_data_set_that_is_gone():
    assert {path.name for path in schema_path(DATASETS[0]).parent.iterdir()} == {f"{dataset.id}.schema.json" for dataset in DATASETS}


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"staff_id": "1", "unit": "North", "hired_on": "2020-01-31"}, None),
        ({"staff_id": "1", "unit": "North", "years_of_service": 4.5, "has_left": "no"}, None),
        ({"staff_id": "1", "hired_on": "2020-01-31"}, "'unit' is a required property"),
        ({"staff_id": "1", "unit": "North", "hired_on": None}, "is not valid under any of the given schemas"),
        ({"staff_id": "1", "unit": "North", "hired_on": "2020-01-31", "fte": 1.5}, "1.5 is greater than the maximum of 1.0"),
        ({"staff_id": "1", "unit": "North", "hired_on": "2020-01-31", "sex": "female"}, "'female' is not one of ['f', 'm', 'x', None]"),
    ],
)
def test_a_schema_of_rows_refuses_what_the_check_would_refuse(row: dict, fault: str | None):
    found = [error.message for error in jsonschema.Draft202012Validator(row_schema(load_dataset("staff"))).iter_errors(row)]
    assert len(found) == (fault is not None) and all(fault in message for message in found)


def test_what_the_kit_writes_itself_comes_filled():
    standard = load_standard("wco-hrm")
    criteria = criterion_rows(standard)
    assert [row["id"] for row in criteria] == [node.id for node in standard.criteria()]
    assert all(row["text"] and row["level_1"] and row["level_5"] for row in criteria)
    items = survey_item_rows(standard)
    assert {row["instrument"] for row in items} == {"climate", "integrity", "integrity-private"}
    assert {row["rad_factor"] for row in items if row["instrument"] == "integrity"} - {""}


def test_a_template_is_never_written_over(tmp_path: Path):
    (tmp_path / "staff.xlsx").write_bytes(b"filled in by somebody")
    with pytest.raises(WrongCall, match="is there already"):
        write_template_file(tmp_path / "staff.xlsx", load_dataset("staff"), "wco-hrm")
    assert (tmp_path / "staff.xlsx").read_bytes() == b"filled in by somebody"


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2026-05", "2026-05-01"), ("05.2026", "2026-05-01"), ("5/2026", "2026-05-01"), ("2026-05-31", "2026-05-01"),
        ("2026-13", None), ("May 2026", None), ("202605", None), ("2026", None),
    ],
)  # fmt: skip
def test_a_month_is_read_in_the_forms_that_are_documented(text: str, month: str | None):
    found = parse_month(text)
    assert (found and found.isoformat()) == month


def test_without_days_of_hiring_and_leaving_no_rate_is_made_up(tmp_path: Path):
    rows = "".join(f"{n},{'f' if n % 2 else 'm'},Unit,{30 + n % 30},{n % 20},{'yes' if n % 6 == 0 else 'no'}\n" for n in range(120))
    (tmp_path / "staff.csv").write_text("staff_id,sex,unit,age,years_of_service,has_left\n" + rows, encoding="utf-8")
    staff = load_dataset("staff")
    raw = read_table(tmp_path / "staff.csv", staff, "staff.csv")
    day = pd.Timestamp("2026-10-16").date()
    figures = summarise_workforce(typed_table(raw.table, staff, b"key"), day, 10).set_index("figure")
    assert figures.loc["headcount", "value"] == 100
    assert figures.loc["left, last day not known", "value"] == 20
    unknown = ["hired in twelve months", "left in twelve months", "turnover (leavers / average headcount)", "full-time equivalents"]
    assert figures.loc[unknown, "value"].isna().all() and (figures.loc[unknown, "n"] == 0).all()
    ages = pd.Series([30 + n % 30 for n in range(120) if n % 6])
    assert figures.loc["median age in years reached this year", "value"] == ages.median()
    assert figures.loc["median length of service", "value"] == pd.Series([n % 20 for n in range(120) if n % 6]).median()

"""Validation as a whole: what it hands on, that it counts every cell, and that it stays on this machine."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from diagnostics.definitions.dataset import Dataset, load_datasets
from diagnostics.definitions.instrument import Instrument, load_instruments
from diagnostics.definitions.mission import read_mission
from diagnostics.definitions.problems import BadInput, errors
from diagnostics.definitions.standard import Standard
from diagnostics.definitions.standard_loading import load_standard
from diagnostics.definitions.yaml_reader import read_yaml
from diagnostics.intake.pseudonyms import KEY_FILE
from diagnostics.validation.expectations import Check, expectation_suite, value_checks
from diagnostics.validation.inputs import Checked, validate_inputs
from diagnostics.validation.judge import Part, judge
from diagnostics.validation.vocabulary import vocabulary_of
from tests.conftest import PROJECT

BASE = Path(__file__).parent / "bad_inputs" / "base"
WCO = load_standard("wco-hrm")


def mission_with(folder: Path, **files: str) -> Path:
    """The base mission with some of its files replaced."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    for name, text in files.items():
        (folder / "inputs" / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def check(folder: Path, standard: Standard = WCO, **changes: object) -> Checked:
    return validate_inputs(read_mission(folder).model_copy(update=changes), folder, standard)


def kinds(checked: Checked) -> list[str]:
    return [problem.kind for problem in checked.problems]


def test_the_questionnaire_becomes_one_row_a_gate(tmp_path: Path):
    answers = check(mission_with(tmp_path)).answers
    first, last = answers.iloc[:3], answers.iloc[-3:]
    assert first["item"].tolist() == ["P4-1.existence", "P4-1.coverage", "P4-1.effect"]
    assert first["answer"].tolist() == ["3", "2", "1"]
    assert last["answer"].tolist() == ["NA", "NA", "NA"], "the row says that the criterion does not apply"
    assert answers["answer"].isna().sum() == 1, "one gate was left blank"
    assert answers["assessment"].tolist() == ["self"] * 6 + ["expert"] * 6
    assert answers["evidence"].dropna().unique().tolist() == ["DOC-1", "DOC-1 DOC-2"]
    assert answers["row"].tolist() == [row for row in (2, 3, 4, 5) for _ in range(3)]
    assert answers["respondent"].nunique() == 2
    assert not answers["respondent"].isin(["WG-31", "EXP-1"]).any()


def test_a_consensus_row_keeps_its_meaning(tmp_path: Path):
    text = (BASE / "inputs" / "responses.csv").read_text(encoding="utf-8").replace("EXP-1", "consensus")
    answers = check(mission_with(tmp_path, responses=text)).answers
    assert set(answers.loc[answers["assessment"] == "expert", "respondent"]) == {"consensus"}


def test_pseudonyms_join_the_tables_of_a_mission(tmp_path: Path):
    checked = check(mission_with(tmp_path))
    staff = checked.tables["staff"]
    assert staff["manager_id"].dropna().tolist() == staff["staff_id"].tolist()[:2]
    assert not (tmp_path / "inputs" / KEY_FILE).exists(), "made-up data need no secret"
    administration = read_mission(tmp_path).administration.model_copy(update={"synthetic": False})
    real = check(tmp_path, administration=administration)
    assert (tmp_path / "inputs" / KEY_FILE).is_file()
    assert not set(real.tables["staff"]["staff_id"]) & set(staff["staff_id"])


def test_bad_input_leaves_no_key_and_no_tables(tmp_path: Path):
    folder = mission_with(tmp_path, survey="respondent,item\nQ-1,CL-01\n")
    administration = read_mission(folder).administration.model_copy(update={"synthetic": False})
    checked = check(folder, administration=administration)
    assert errors(checked.problems)
    assert (checked.tables, len(checked.answers)) == ({}, 0)
    assert not (folder / "inputs" / KEY_FILE).exists()


def test_fifty_cells_are_named_and_every_one_is_counted(tmp_path: Path):
    survey = "respondent,unit,grade_band,sex,item,value\n" + "".join(f"Q-{n},North,low,f,CL-01,{n % 2 * 9}\n" for n in range(240))
    checked = check(mission_with(tmp_path, survey=survey))
    assert kinds(checked) == ["code-outside-scale"] * 51
    assert [problem.row for problem in checked.problems[:50]] == list(range(2, 52))
    assert checked.problems[-1].row is None
    assert "Another 190 cells have the same fault, the last in row 241" in checked.problems[-1].advice
    assert checked.quality.set_index("data_set")["errors"].to_dict()["survey"] == 240


def test_quality_says_what_is_not_available(tmp_path: Path):
    folder = mission_with(tmp_path)
    quality = check(folder, inputs={"responses": "responses.csv", "staff": "staff.csv"}).quality.set_index("data_set")
    missed = {dataset.id: f"not available: no {dataset.title} data" for dataset in load_datasets() if dataset.direction == "input"}
    del missed["answers"], missed["responses"], missed["staff"]
    assert quality["status"].to_dict() == {"responses": "read", "staff": "read", **missed}, (
        "scored answers are not missed where the questionnaire was brought, and nobody brings what the kit writes itself"
    )
    assert len(missed) == 20
    assert quality.loc["staff", ["rows", "columns", "cells", "empty_cells"]].tolist() == [3, 11, 33, 5]
    assert quality.loc["survey", "file"] is None or pd.isna(quality.loc["survey", "file"])


def test_without_a_list_of_documents_the_evidence_is_believed_and_that_is_said(tmp_path: Path):
    checked = check(mission_with(tmp_path), inputs={"responses": "responses.csv"})
    assert kinds(checked) == ["not-checked"]
    assert checked.answers["evidence"].notna().sum() == 6


def test_parts_out_of_scope_may_be_answered_and_are_set_aside(tmp_path: Path):
    folder = mission_with(tmp_path)
    checked = check(folder, WCO.without(["P4-1"]))
    assert kinds(checked) == ["out-of-scope"]
    assert set(checked.answers["item"].str.partition(".")[0]) == {"P4-2"}


def test_a_level_for_a_gate_that_is_not_asked_is_stated_and_not_counted(tmp_path: Path):
    checked = check(mission_with(tmp_path), _without_item(WCO, "P4-1.coverage"))
    assert kinds(checked) == ["gate-not-asked"]
    assert checked.problems[0].row == 2
    assert checked.problems[0].column == "coverage"
    assert not checked.answers["item"].eq("P4-1.coverage").any()


def _without_item(standard: Standard, item: str) -> Standard:
    """The standard as if a criterion had been written without one of its gates: not out of scope, but not there."""
    return standard.without([item]).model_copy(update={"out_of_scope": ()})


def test_published_values_come_through_unchanged():
    folder = PROJECT / "missions" / "serbia-2021-public"
    mission = read_mission(folder)
    checked = validate_inputs(mission, folder, load_standard(mission.standard))
    brought = pd.read_csv(folder / "inputs" / "answers.csv", dtype=str)
    assert checked.problems == ()
    assert checked.answers["answer"].astype("float64").equals(brought["answer"].astype("float64"))
    assert checked.answers["weight"].eq(1).all()
    assert not (folder / "inputs" / KEY_FILE).exists(), "nobody is named, so no key is needed"


def test_validation_opens_no_connection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> None:
        raise AssertionError("validation opened a connection")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert check(mission_with(tmp_path)).problems == ()
    with pytest.raises(AssertionError, match="opened a connection"):
        socket.create_connection(("127.0.0.1", 9))


def test_great_expectations_is_imported_only_when_something_is_judged():
    program = (
        "import sys, diagnostics.validation.inputs, diagnostics.scoring.summaries\n"
        "sys.exit('great_expectations' in sys.modules or 'openpyxl' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], cwd=PROJECT, check=False).returncode == 0


def test_validation_is_silent(tmp_path: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture):
    folder = mission_with(tmp_path, survey="respondent,unit,grade_band,sex,item,value\nQ-8001,North,low,f,CL-01,9\n")
    assert kinds(check(folder)) == ["code-outside-scale"]
    assert capfd.readouterr() == ("", "")
    assert [record.getMessage() for record in caplog.records if record.name.startswith("great_expectations")] == []


def test_the_suite_follows_the_definition():
    """Every rule of every column is expected of that column, and a changed definition changes what is expected."""
    datasets = {dataset.id: dataset for dataset in load_datasets()}
    staff = datasets["staff"]
    vocabulary = vocabulary_of(WCO, read_mission(BASE).dates.as_of, {}, datasets)
    checks = value_checks(staff, staff.names, vocabulary)
    required = {column.name for column in staff.columns if column.required}
    assert {each.column for each in checks if each.kind == "missing-value"} == required
    assert {each.column for each in checks if each.kind == "not-a-date"} == {"hired_on", "left_on"}
    stricter = staff.model_copy(update={"columns": tuple(column.model_copy(update={"required": True}) for column in staff.columns)})
    assert {each.column for each in value_checks(stricter, staff.names, vocabulary) if each.kind == "missing-value"} == set(staff.names)
    suite = expectation_suite("staff", checks)
    judged = sorted(number for expectation in suite.expectations for number in expectation.meta["checks"])
    assert judged == list(range(len(checks)))


def test_an_expectation_that_cannot_be_judged_is_a_fault_of_the_kit():
    broken = Check("broken", "unit", "ExpectColumnValuesToNotBeNull", {"column": "no such column"}, "Correct the cell.", filled_only=False)
    frame = pd.DataFrame({"about": ["unit"], "value": ["North"], "line": [0]})
    with pytest.raises(RuntimeError, match="could not be judged"):
        judge("broken", {"staff": Part(frame, [broken])})


@pytest.mark.parametrize(
    ("model", "file", "change", "said"),
    [
        (
            Dataset,
            "datasets/staff.yaml",
            {"key": {"columns": ["staff_id"], "at": "unit", "advice": "Correct the cell."}},
            "'at' must be one",
        ),
        (
            Dataset,
            "datasets/staff.yaml",
            {"key": {"columns": ["nobody"], "at": "nobody", "advice": "Correct the cell."}},
            "not defined: nobody",
        ),
        (Instrument, "instruments/climate.yaml", {"themes": [{"process": "P4", "name": "Jobs"}]}, "no theme: P1, P2, P3, P5, P6"),
    ],
)
def test_a_definition_that_contradicts_itself_is_refused(model, file: str, change: dict, said: str):
    data = read_yaml(PROJECT / "questionnaires" / file).data
    model.model_validate(data)
    with pytest.raises(ValueError, match=said):
        model.model_validate({**data, **change})


def test_the_climate_survey_asks_about_every_process_in_both_directions():
    (climate,) = [instrument for instrument in load_instruments() if instrument.id == "climate"]
    for number in range(1, 13):
        items = [item for item in climate.items if item.process == f"P{number}"]
        assert 2 <= len(items) <= 5
        assert {item.reverse for item in items} == {True, False}
    assert len({item.measures for item in climate.items}) == len(climate.items) == 40
    assert not [item.id for item in climate.items if " and " in item.text], "one statement asks about one thing"
    (survey,) = [dataset for dataset in load_datasets() if dataset.id == "survey"]
    assert tuple(code.code for code in survey.column("value").codes) == climate.scale.codes()


def test_every_dangling_reference_of_a_definition_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    from diagnostics.definitions import dataset as module

    text = (PROJECT / "questionnaires" / "datasets" / "staff.yaml").read_text(encoding="utf-8")
    (tmp_path / "staff.yaml").write_text(text.replace("staff.staff_id", "people.id"), encoding="utf-8")
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    module.load_dataset.cache_clear()
    module.load_datasets.cache_clear()
    try:
        with pytest.raises(BadInput) as bad:
            module.load_datasets()
        assert {problem.kind for problem in bad.value.problems} == {"dangling-reference"}
        found = [problem.found for problem in bad.value.problems]
        assert found == ["people.id", "positions.id", "payroll.staff_id", "payroll.month"], "a column's, then those of rules"
    finally:
        module.load_dataset.cache_clear()
        module.load_datasets.cache_clear()

"""From the form that goes out to the mission that runs on what comes back."""

from __future__ import annotations

import csv
import json
import random
from pathlib import Path

import pandas as pd
import pytest

from diagnostics.cli import main
from diagnostics.definitions.dataset import load_dataset
from diagnostics.definitions.problems import BadInput, errors
from diagnostics.intake.exports.reading import read_export
from diagnostics.intake.forms.form_building import load_form
from diagnostics.intake.tables import read_table
from tests import export_robot as robot
from tests.export_writers import write_csv
from tests.form_material import fill_workbook, places


def _draw(form, respondent: str, seed: int, **fixed: str) -> dict[str, str]:
    draw = random.Random(seed)
    answers = {form.respondent: respondent} | fixed
    for question in form.questions():
        if question.item not in answers and question.options and draw.random() > 0.2:
            answers[question.item] = draw.choice(question.codes())
    return answers


@pytest.mark.parametrize("place", [0, -1])
def test_a_folder_of_filled_in_workbooks_comes_back(place: int, tmp_path: Path):
    form = load_form("wco-hrm")
    language = form.languages[place]
    assert main(["form", "wco-hrm", "--to", "xlsx", "--language", language, "--out", str(tmp_path / "blank.xlsx")]) == 0
    (tmp_path / "back").mkdir()
    given = {f"WG-{number:02}": _draw(form, f"WG-{number:02}", number, part="self") for number in range(1, 4)}
    for respondent, answers in given.items():
        fill_workbook(tmp_path / "blank.xlsx", tmp_path / "back" / f"{respondent}.xlsx", answers)
    (tmp_path / "back" / "~$WG-01.xlsx").write_bytes(b"lock")
    reading = read_export(form, tmp_path / "back")
    assert errors(reading.problems) == ()
    told = {(respondent, item, answer) for respondent, answers in given.items() for item, answer in answers.items() if item != "respondent"}
    assert set(robot.found(reading)) == told
    first = reading.answers.iloc[0]
    assert first["row"] == places(tmp_path / "back" / first["sheet"].split(": ")[0])[first["item"]][1]


def test_a_workbook_of_another_form_is_refused(tmp_path: Path):
    assert main(["form", "climate", "--to", "xlsx", "--out", str(tmp_path / "c.xlsx")]) == 0
    with pytest.raises(BadInput) as caught:
        read_export(load_form("integrity"), tmp_path / "c.xlsx")
    assert (caught.value.problems[0].kind, caught.value.problems[0].found) == ("another-form", "climate")


def test_a_workbook_without_the_respondents_code_is_refused(tmp_path: Path):
    form = load_form("wco-hrm")
    assert main(["form", "wco-hrm", "--to", "xlsx", "--out", str(tmp_path / "w.xlsx")]) == 0
    answers = _draw(form, "WG-01", 1, part="self")
    del answers["respondent"]
    fill_workbook(tmp_path / "w.xlsx", tmp_path / "w.xlsx", answers)
    assert [problem.kind for problem in errors(read_export(form, tmp_path / "w.xlsx").problems)] == ["no-respondent"]


def _kobo(form, people: int, path: Path, **fixed: str) -> list[robot.Filled]:
    filled = robot.filled_in(form, people, 5)
    for each in filled:
        each.answers.update(fixed)
    write_csv(robot.kobo(form, filled)[form.id], path, ";")
    return filled


def test_responses_are_the_data_set_that_a_mission_takes(tmp_path: Path):
    form = load_form("wco-hrm")
    filled = _kobo(form, 3, tmp_path / "k.csv", part="expert")
    out = tmp_path / "responses.csv"
    assert main(["read", "wco-hrm", str(tmp_path / "k.csv"), "--to", "responses", "--out", str(out)]) == 0
    table = read_table(out, load_dataset("responses"), "responses.csv")
    assert errors(table.problems) == ()
    named = {question.name: question.item for question in form.questions()}
    wanted = {
        (each.respondent, named[name].rpartition(".")[0], answer)
        for each in filled
        for name, answer in each.answers.items()
        if named[name].endswith(".existence")
    }
    given = table.table.dropna(subset=["existence"])
    assert set(zip(given["rater"], given["criterion_id"], given["existence"], strict=True)) == wanted
    assert set(table.table["part"]) == {"expert"} and set(table.table["date"]) == {each.submitted[:10] for each in filled}


def test_responses_without_a_side_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture):
    form = load_form("wco-hrm")
    filled = robot.filled_in(form, 1, 5)
    filled[0].answers.pop("part", None)
    write_csv(robot.kobo(form, filled)[form.id], tmp_path / "k.csv", ";")
    assert main(["read", "wco-hrm", str(tmp_path / "k.csv"), "--to", "responses", "--out", str(tmp_path / "r.csv")]) == 3
    assert "row 2" in (told := capsys.readouterr().err) and "self or expert" in told
    assert not (tmp_path / "r.csv").exists()


def test_survey_holds_every_statement_of_every_respondent(tmp_path: Path):
    form = load_form("climate")
    filled = _kobo(form, 6, tmp_path / "k.csv")
    out = tmp_path / "survey.csv"
    assert main(["read", "climate", str(tmp_path / "k.csv"), "--to", "survey", "--out", str(out)]) == 0
    table = read_table(out, load_dataset("survey"), "survey.csv")
    assert errors(table.problems) == ()
    items = [question for question in form.questions() if question.item.startswith("CL-")]
    assert len(table.table) == 6 * len(items)
    answered = table.table.dropna(subset=["value"])
    assert len(answered) == sum(name.startswith("CL_") for each in filled for name in each.answers)
    by_person = table.table.drop_duplicates("respondent").set_index("respondent")["sex"]
    told = {who: None if pd.isna(sex) else sex for who, sex in by_person.items()}
    assert told == {each.respondent: each.answers.get("sex") for each in filled}


def test_answers_are_scored_an_assessment_a_year(tmp_path: Path):
    form = load_form("climate")
    filled = robot.filled_in(form, 8, 5)
    rows = robot.kobo(form, filled)[form.id]
    rows = [[*row, "Year" if number == 0 else "2024" if number % 2 else "2025"] for number, row in enumerate(rows)]
    write_csv(rows, tmp_path / "k.csv", ";")
    out, scores = tmp_path / "answers.parquet", tmp_path / "scores.csv"
    assert main(["read", "climate", str(tmp_path / "k.csv"), "--to", "answers", "--by", "Year", "--out", str(out)]) == 0
    assert list(pd.read_parquet(out).columns) == ["assessment", "item", "answer", "respondent"]
    assert main(["score", "climate", str(out), "--out", str(scores)]) == 0
    table = pd.read_csv(scores, dtype=str)
    assert list(table["assessment"].unique()) == ["2024", "2025"]
    first = table[(table["node"] == "CL-01") & (table["assessment"] == "2024")].iloc[0]
    given = [each.answers.get("CL_01") for each in filled[::2]]
    assert int(first["answered"]) == sum(code not in (None, "DK") for code in given)
    assert int(first["dont_know"]) == given.count("DK")


def test_gated_answers_carry_evidence_and_what_does_not_apply(tmp_path: Path):
    form = load_form("wco-hrm")
    rows = [["P4_1_na", "P4_1_existence", "P4_2_existence", "P4_2_evidence", "_uuid", "_submission_time"], ["yes", "", "3", "D1", "u", ""]]
    write_csv(rows, tmp_path / "k.csv")
    assert main(["read", "wco-hrm", str(tmp_path / "k.csv"), "--to", "answers", "--assessment", "A", "--out", str(tmp_path / "a.csv")]) == 0
    table = pd.read_csv(tmp_path / "a.csv", keep_default_na=False).set_index("item")
    assert table.loc["P4-1.existence", "answer"] == "NA" and table.loc["P4-2.existence", ["answer", "evidence"]].tolist() == ["3", "D1"]
    assert form.respondent == "respondent" and set(table["respondent"]) == {"u"}


def test_nothing_is_written_over_where_the_export_is_bad(tmp_path: Path, capsys: pytest.CaptureFixture):
    out = tmp_path / "out.csv"
    out.write_text("kept", encoding="utf-8")
    write_csv([["respondent", "CL-01"], ["R1", "9"]], tmp_path / "x.csv")
    assert main(["read", "climate", str(tmp_path / "x.csv"), "--out", str(out), "--json"]) == 3
    account = json.loads(capsys.readouterr().out)
    assert account["errors"] == 1 and account["problems"][0]["row"] == 2 and account["columns"][0]["fate"] == "used"
    assert out.read_text(encoding="utf-8") == "kept"


def test_the_long_table_is_that_of_the_contract_and_no_formula(tmp_path: Path, capsys: pytest.CaptureFixture):
    form = load_form("wco-hrm")
    headings = ["P4_1_existence", "P4_1_comment", "_uuid", "_submission_time", "__version__"]
    rows = [headings, ["5", "=HYPERLINK(1)", "u1", "2026-05-01 08:00:00", "v7"]]
    write_csv(rows, tmp_path / "k.csv")
    assert main(["read", form.id, str(tmp_path / "k.csv"), "--out", str(tmp_path / "o.csv")]) == 0
    with (tmp_path / "o.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    assert lines[0] == ["respondent", "item", "answer", "submitted_at", "form_version", "row", "sheet"]
    assert lines[1:] == [
        ["u1", "P4-1.existence", "5", "2026-05-01T08:00:00", "v7", "2", ""],
        ["u1", "P4-1.comment", "'=HYPERLINK(1)", "2026-05-01T08:00:00", "v7", "2", ""],
    ]
    assert capsys.readouterr().out.startswith("Recognised: KoboToolbox. It has the columns ")


def test_the_long_table_is_read_again_unchanged(tmp_path: Path):
    form = load_form("climate")
    _kobo(form, 4, tmp_path / "k.csv")
    first, second = tmp_path / "first.parquet", tmp_path / "second.parquet"
    assert main(["read", "climate", str(tmp_path / "k.csv"), "--out", str(first)]) == 0
    assert main(["read", "climate", str(first), "--out", str(second)]) == 0
    kept = ["respondent", "item", "answer", "submitted_at", "form_version"]
    pd.testing.assert_frame_equal(pd.read_parquet(first)[kept], pd.read_parquet(second)[kept])


@pytest.mark.parametrize("extra", [["--by", "x"], ["--to", "answers", "--by", "x", "--assessment", "y"], ["--to", "nothing"]])
def test_options_that_do_not_belong_together_are_a_wrong_call(extra: list[str], tmp_path: Path):
    write_csv([["respondent"], ["R1"]], tmp_path / "x.csv")
    call = ["read", "climate", str(tmp_path / "x.csv"), "--out", str(tmp_path / "o.csv"), *extra]
    try:
        assert main(call) == 2
    except SystemExit as ended:
        assert ended.code == 2


def test_the_call_is_wrong_where_the_table_cannot_be_written(tmp_path: Path):
    write_csv([["respondent", "CL-01"], ["R1", "5"]], tmp_path / "x.csv")
    assert main(["read", "climate", str(tmp_path / "x.csv"), "--out", str(tmp_path / "o.docx")]) == 2

"""Bad exports: each is refused with what is wrong, where, and what to do; what may be two things is never guessed."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from diagnostics.definitions.form import FormGroup, FormOption, FormQuestion
from diagnostics.definitions.problems import BadInput, errors
from diagnostics.intake import limits
from diagnostics.intake.exports.reading import read_export
from tests import export_robot as robot
from tests.export_writers import write_csv, write_xlsx, write_zip

FORM = robot.sample_form()
OWN = ["_uuid", "_submission_time"]


def _kinds(rows: list[list[str]], folder: Path, form=FORM) -> list[str]:
    try:
        problems = read_export(form, write_csv(rows, folder / "x.csv")).problems
    except BadInput as bad:
        problems = bad.problems
    return [f"{problem.severity}: {problem}" for problem in problems]


def test_two_columns_for_one_question_name_each_other(tmp_path: Path):
    told = _kinds([["a/staff", "b/staff", *OWN], ["1", "2", "u1", ""]], tmp_path)
    assert len(told) == 2 and "column B 'b/staff' answer the same question staff" in told[0] and "'a/staff'" in told[1]


def test_an_empty_column_gives_way_to_the_filled_one(tmp_path: Path):
    assert _kinds([["a/staff", "b/staff", *OWN], ["", "2", "u1", ""]], tmp_path) == []


def test_a_label_of_two_questions_is_refused(tmp_path: Path):
    twin = FormQuestion("again", "again", "text", {"en": "How many?"})
    form = replace(FORM, groups=(*FORM.groups, FormGroup("g", {"en": "G"}, (twin,))))
    (told,) = _kinds([["respondent", "How many?"], ["WG-01", "3"]], tmp_path, form)
    assert "may mean several questions" in told and "staff, again" in told


def test_a_label_of_two_options_is_refused(tmp_path: Path):
    options = (FormOption("a", {"en": "Same"}), FormOption("b", {"en": "same "}))
    form = replace(FORM, groups=(FormGroup("g", {"en": "G"}, (FormQuestion("q", "q", "select_one", {"en": "Q"}, options=options),)),))
    (told,) = [each for each in _kinds([["q", *OWN], ["SAME", "u1", ""]], tmp_path, form) if each.startswith("error")]
    assert "This may be any of a, b" in told


def test_labels_that_run_together_in_two_ways_are_refused(tmp_path: Path):
    labels = ("New", "York", "New York")
    options = tuple(FormOption(str(number), {"en": label}) for number, label in enumerate(labels))
    question = FormQuestion("q", "q", "select_multiple", {"en": "Q"}, options=options)
    form = replace(FORM, groups=(FormGroup("g", {"en": "G"}, (question,)),), respondent=None)
    told = _kinds([["q", *OWN], ["York New", "u1", ""], ["New York", "u2", ""]], tmp_path, form)
    assert len(told) == 1 and "row 3" in told[0] and "split in several ways" in told[0]


def test_a_wrong_code_names_row_column_found_and_allowed(tmp_path: Path):
    rows = [["respondent", "P4-1.existence", "staff", "since", "topics/law"], ["WG-01", "7", "many", "31/12/2025", "maybe"]]
    told = _kinds([*rows, ["WG-02", "7", "-1", "", ""]], tmp_path)
    assert told[0].startswith("error: x.csv, row 2, column 'P4-1.existence': found '7'; allowed: 1, 2, 3, DK, or their labels.")
    assert told[0].endswith("Also in row 3.")
    assert [
        part for part in ("found 'many'", "found '-1'; allowed: at least 0", "found '31/12/2025'", "found 'maybe'") if part not in str(told)
    ] == []


def test_a_multiple_choice_and_its_own_columns_must_agree(tmp_path: Path):
    rows = [
        ["respondent", "topics", "topics/law", "topics/it", "topics/misc"],
        ["WG-01", "law it", "1", "0", "0"],
        ["WG-02", "law", "1", "0", ""],
    ]
    told = _kinds(rows, tmp_path)
    assert len(told) == 1 and "row 2, column 'topics'" in told[0] and "not those of the options' own columns" in told[0]


def test_a_name_in_place_of_a_code_is_refused_and_never_shown(tmp_path: Path):
    told = _kinds([["respondent", "staff"], ["Jane Doe", "3"], ["jane@example.org", "3"]], tmp_path)
    assert len(told) == 1 and "rows 2, 3" in told[0] and "Jane" not in told[0] and "example" not in told[0]


def test_a_respondent_with_two_submissions_is_reported_and_kept(tmp_path: Path):
    rows = [["respondent", "staff"], ["WG-01", "3"], ["WG-02", "3"], ["WG-01", "4"]]
    (told,) = _kinds(rows, tmp_path)
    assert told.startswith("warning: ") and "2 submissions, in rows 2, 4" in told
    assert len(read_export(FORM, tmp_path / "x.csv").answers) == 3


def test_an_unknown_column_is_told_with_the_nearest_name(tmp_path: Path):
    (told,) = _kinds([["respondent", "staff", "remarc"], ["WG-01", "3", "text"]], tmp_path)
    assert told.startswith("warning: ") and "column is ignored" in told and "'remark'" in told


def test_repeated_parts_without_the_rows_above_them_are_refused(tmp_path: Path):
    sheets = robot.kobo(FORM, robot.filled_in(FORM, 9, 1))
    sheets["courses"][1][-1] = "99"
    (problem,) = errors(read_export(FORM, write_xlsx(sheets, tmp_path / "k.xlsx")).problems)
    assert (problem.kind, problem.row, problem.sheet) == ("lost-row", 2, "courses")


def test_the_form_of_another_survey_is_refused(tmp_path: Path):
    (told,) = _kinds([["colour", "taste"], ["red", "sweet"]], tmp_path)
    assert "No column belongs to the form 'sample'" in told


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [("x.docx", b"x", "unknown-form"), ("x.csv", b"", "empty-file"), ("x.json", b"{\"a\": [", "not-results"),
     ("x.json", b"[1, 2]", "not-results"),
     ("x.json", b"[" * 100_000, "not-results"), ("x.zip", b"PK\x03\x04", "damaged-archive"), ("x.sav", b"$FL2", "damaged-spss"),
     ("x.parquet", b"PAR1", "damaged-parquet"), ("x.xlsx", b"a,b", "not-a-workbook"), ("x.csv", b"PK\x03\x04", "workbook-named-csv")],
)  # fmt: skip
def test_a_file_that_cannot_be_read_says_why(name: str, content: bytes, kind: str, tmp_path: Path):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BadInput) as caught:
        read_export(FORM, tmp_path / name)
    assert [problem.kind for problem in caught.value.problems] == [kind]


def test_a_missing_export_and_an_empty_folder_are_told(tmp_path: Path):
    for path, kind in ((tmp_path / "none.csv", "missing-file"), (tmp_path, "empty-folder")):
        with pytest.raises(BadInput) as caught:
            read_export(FORM, path)
        assert caught.value.problems[0].kind == kind


def test_an_archive_is_measured_before_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", "KEY,SubmissionDate\n" + "0" * 2_000_000)
    with pytest.raises(BadInput, match="50:1"):
        read_export(FORM, tmp_path / "bomb.zip")
    path = write_zip(robot.odk(FORM, robot.filled_in(FORM, 30, 1)), tmp_path / "o.zip")
    monkeypatch.setattr(limits, "MAX_WORKBOOK", 1_000)
    with pytest.raises(BadInput, match="up to"):
        read_export(FORM, path)


def test_a_name_in_an_archive_points_nowhere(tmp_path: Path):
    files = {f"../../{name}": rows for name, rows in robot.odk(FORM, robot.filled_in(FORM, 3, 1)).items()}
    (tmp_path / "in").mkdir()
    read_export(FORM, write_zip(files, tmp_path / "in" / "o.zip"))
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["o.zip"]


def test_a_formula_error_in_a_workbook_is_no_empty_answer(tmp_path: Path):
    import xlsxwriter

    with xlsxwriter.Workbook(str(tmp_path / "k.xlsx")) as book:
        sheet = book.add_worksheet("s")
        sheet.write_row(0, 0, ["respondent", "staff"])
        sheet.write_row(1, 0, ["WG-01"])
        sheet.write_formula(1, 1, "=1/0", None, "#DIV/0!")
    kinds = [problem.kind for problem in errors(read_export(FORM, tmp_path / "k.xlsx").problems)]
    assert kinds == ["formula-error"]


def test_a_value_label_that_contradicts_its_code_is_refused(tmp_path: Path):
    import pandas as pd
    import pyreadstat

    table = pd.DataFrame({"respondent": ["WG-01", "WG-02"], "P4_1_existence": [1.0, 2.0]})
    labels = {"P4_1_existence": {1.0: "All of them", 2.0: "Half"}}
    pyreadstat.write_sav(table, str(tmp_path / "x.sav"), variable_value_labels=labels)
    (problem,) = errors(read_export(FORM, tmp_path / "x.sav").problems)
    assert (problem.kind, problem.row, problem.found) == ("ambiguous-answer", 1, "1")

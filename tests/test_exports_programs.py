"""What a robot answered comes back unchanged from the export of every program, whatever its settings."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pyreadstat
import pytest

from diagnostics.definitions.form import FormGroup, FormOption, FormQuestion
from diagnostics.definitions.problems import errors
from diagnostics.intake.exports.reading import read_export
from diagnostics.intake.forms.form_building import load_form
from tests import export_robot as robot
from tests.export_writers import as_frame, write_csv, write_xlsx, write_zip

FORM = robot.sample_form()
FLAT = replace(FORM, groups=tuple(group for group in FORM.groups if not group.repeats))
FILLED = robot.filled_in(FORM, people=23, seed=7)
ALONE = [replace(each, repeats=[]) for each in FILLED]


def _same(path: Path, kind: str, form=FORM, filled=FILLED):
    reading = read_export(form, path)
    assert [str(problem) for problem in errors(reading.problems)] == []
    assert reading.kind.startswith(kind)
    assert robot.found(reading) == robot.expected(form, filled)
    return reading


@pytest.mark.parametrize("multiple", ["summary", "details", "both"])
@pytest.mark.parametrize("language", [None, "en", "fr"])
@pytest.mark.parametrize("tags", [False, True])
def test_kobotoolbox_csv(multiple: str, language: str | None, tags: bool, tmp_path: Path):
    rows = robot.kobo(FORM, ALONE, language, multiple, tags)["sample"]
    reading = _same(write_csv(rows, tmp_path / "k.csv", ";"), "KoboToolbox", filled=ALONE)
    assert set(reading.answers["form_version"]) == {"v2"}
    assert "2026-03-02T09:30:00" in set(reading.answers["submitted_at"])
    shown = " ".join(each.heading + each.why for each in reading.columns)
    assert "example.org" not in shown + " ".join(reading.answers["answer"].astype(str))
    assert [each.rows for each in reading.rows if "HXL" in each.why] == ([1] if tags else [])


@pytest.mark.parametrize("language", [None, "fr"])
def test_kobotoolbox_workbook_with_repeats(language: str | None, tmp_path: Path):
    reading = _same(write_xlsx(robot.kobo(FORM, FILLED, language), tmp_path / "k.xlsx"), "KoboToolbox")
    assert set(reading.answers["sheet"].astype(str)) == {"sample", "courses"}


def test_the_text_beside_the_option_other_is_not_the_option(tmp_path: Path):
    options = (*robot.TOPICS[:2], FormOption("other", {"en": "Other"}))
    chosen = FormQuestion("why", "why", "select_multiple", {"en": "Why?"}, options=options)
    text = FormQuestion("why_other", "why_other", "text", {"en": "Specify other."})
    form = replace(FORM, groups=(FormGroup("g", {"en": "G"}, (chosen, text)),), respondent=None)
    rows = [["g/why", "g/why/law", "g/why/it", "g/why/other", "g/why_other", "_uuid", "_submission_time"]]
    rows.append(["law other", "1", "0", "1", "because", "u1", "2026-01-01"])
    reading = read_export(form, write_csv(rows, tmp_path / "k.csv"))
    assert list(robot.found(reading)) == [("u1", "why", "law"), ("u1", "why", "other"), ("u1", "why_other", "because")]


@pytest.mark.parametrize("split", [False, True])
def test_odk_central_archive(split: bool, tmp_path: Path):
    reading = _same(write_zip(robot.odk(FORM, FILLED, split), tmp_path / "o.zip"), "ODK")
    assert set(reading.answers["sheet"].astype(str)) == {"sample.csv", "sample-courses.csv"}
    assert "Ana" not in set(reading.answers["respondent"])


def test_odk_briefcase_folder(tmp_path: Path):
    folder = tmp_path / "briefcase"
    folder.mkdir()
    for name, rows in robot.odk(FORM, FILLED, split=False).items():
        dated = [["Mar 5, 2026 9:30:00 AM" if "T09:30" in cell else cell for cell in row] for row in rows]
        write_csv(dated, folder / name)
    reading = _same(folder, "ODK")
    assert set(reading.answers["submitted_at"]) == {"2026-03-05T09:30:00"}


@pytest.mark.parametrize("headings", ["code", "full", "both"])
@pytest.mark.parametrize("language", [None, "en"])
def test_limesurvey_csv(headings: str, language: str | None, tmp_path: Path):
    rows = robot.limesurvey(FLAT, ALONE, headings, language)
    _same(write_csv(rows, tmp_path / "l.csv"), "LimeSurvey", FLAT, ALONE)


def test_limesurvey_array_rows_are_items(tmp_path: Path):
    climate = load_form("climate")
    rows = [["id", "submitdate", "lastpage", "CL[CL01]", "CL[CL02]"], ["1", "2026-03-01 10:00:00", "2", "4", "DK"]]
    reading = read_export(climate, write_csv(rows, tmp_path / "l.csv"))
    assert robot.found(reading) == {("1", "CL-01", "4"): 1, ("1", "CL-02", "DK"): 1}


@pytest.mark.parametrize("shape", ["list", "envelope", "lines", "texts"])
def test_surveyjs_results(shape: str, tmp_path: Path):
    results = robot.surveyjs(FORM, FILLED)
    path = tmp_path / "s.json"
    written = {
        "list": json.dumps(results),
        "envelope": json.dumps({"ResultCount": len(results), "Data": results}),
        "lines": "\n".join(json.dumps(each) for each in results),
        "texts": json.dumps([{"postid": "p", "json": json.dumps(each)} for each in results]),
    }
    path.write_text(written[shape], encoding="utf-8")
    reading = _same(path, "SurveyJS")
    assert reading.answers["row"].max() <= len(results)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("language", [None, "fr"])
def test_plain_table_as_csv(encoding: str, language: str | None, tmp_path: Path):
    path = write_csv(robot.wide(FLAT, ALONE, language), tmp_path / "p.csv", "\t", encoding)
    _same(path, "table with a row a respondent", FLAT, ALONE)


def test_plain_table_as_workbook_with_a_title_above(tmp_path: Path):
    rows = [["Results of the visit"], [], *robot.wide(FLAT, ALONE)]
    reading = _same(write_xlsx({"Data": rows}, tmp_path / "p.xlsx"), "table with a row a respondent", FLAT, ALONE)
    assert reading.answers["row"].min() == 4


def test_plain_table_as_parquet(tmp_path: Path):
    as_frame(robot.wide(FLAT, ALONE)).to_parquet(tmp_path / "p.parquet")
    _same(tmp_path / "p.parquet", "table with a row a respondent", FLAT, ALONE)


def test_spss_file_with_value_labels(tmp_path: Path):
    table = as_frame(robot.wide(FLAT, ALONE))
    names = {question.item: question.name for question in FLAT.questions()}
    table = table.rename(columns=names).astype({"staff": "float64"})
    labels = {"P4_1_existence": {option.code: option.label["en"] for option in robot.LEVELS}}
    pyreadstat.write_sav(table, str(tmp_path / "p.sav"), variable_value_labels=labels)
    _same(tmp_path / "p.sav", "table with a row a respondent", FLAT, ALONE)


def test_long_table(tmp_path: Path):
    rows = [["respondent", "item", "answer"], *([*key] for key in robot.expected(FLAT, ALONE).elements())]
    _same(write_csv(rows, tmp_path / "long.csv"), "long table", FLAT, ALONE)


def test_every_bundled_form_comes_back(tmp_path: Path):
    for name in ("wco-hrm", "climate", "integrity", "sigma-2021", "pefa-pi-23", "capability-staged"):
        form = load_form(name)
        filled = robot.filled_in(form, people=4, seed=3)
        path = write_csv(robot.kobo(form, filled, "en")[form.id], tmp_path / f"{name}.csv", ";")
        reading = read_export(form, path)
        assert [str(problem) for problem in errors(reading.problems)] == [], name
        assert set(reading.unasked) == set(), name
        assert len(reading.answers) == sum(len(each.answers) for each in filled), name

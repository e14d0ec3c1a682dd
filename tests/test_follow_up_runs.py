"""Following a plan up for real: a small second wave run by the command, the form of the next quarter, the folder of the next wave."""

from __future__ import annotations

import json
import re
from pathlib import Path

import openpyxl
import pandas as pd
import pypdf
import pytest
import yaml

from diagnostics.cli import main
from diagnostics.definitions.mission import read_mission
from diagnostics.definitions.outline import outline
from diagnostics.definitions.problems import BadInput
from diagnostics.definitions.standard_loading import load_standard
from diagnostics.intake.answer_files import write_scores
from diagnostics.reporting.plans.progress_form import write_progress_form
from diagnostics.runs.follow_up import read_follow_up
from diagnostics.runs.mission_folder import open_mission
from diagnostics.runs.stages import FOLLOW_UP, STAGE_NAMES
from tests.follow_up_samples import FIRST, SECOND, sample_progress, wave_scores
from tests.missions import command, small_mission, what_ran
from tests.plan_samples import sample_file

PLAN = sample_file().model_copy(update={"mission": "example"})
NOTE = "N. N. promised it"


def second_wave(folder: Path) -> Path:
    """The small mission as the second wave after the sample plan, with two quarters of progress."""
    mission = small_mission(folder)
    standard = load_standard("wco-hrm")
    standard = standard.without([process.id for process in outline(standard).processes if process.id not in ("P4", "P5")])
    inputs = mission / "inputs"
    (inputs / "adopted_plan.json").write_text(PLAN.model_dump_json(by_alias=True), encoding="utf-8")
    write_scores(wave_scores(standard, 1), inputs / "before.csv")
    for quarter in (FIRST, SECOND):
        told = sample_progress()[lambda table, quarter=quarter: table["quarter"] <= quarter]
        write_progress_form(inputs / f"{quarter}.xlsx", PLAN, quarter, told, "en")
    book = openpyxl.load_workbook(inputs / f"{SECOND}.xlsx")
    sheet = book.worksheets[1]
    sheet.cell(3, next(cell.column for cell in sheet[1] if cell.value == "note")).value = NOTE
    book.save(inputs / f"{SECOND}.xlsx")
    settings = yaml.safe_load((mission / "mission.yaml").read_text(encoding="utf-8"))
    settings |= {"wave": 2, "dates": {"start": "2027-09-13", "end": "2027-09-17", "as_of": "2027-09-17"}}
    settings["plan"] = {"start": "2027-Q4", "quarters": 12, "person_days_per_quarter": 280}
    forms = {FIRST: f"{FIRST}.xlsx", SECOND: f"{SECOND}.xlsx"}
    settings["follow_up"] = {"plan": "adopted_plan.json", "progress": forms, "scores": "before.csv"}
    _write(mission, settings)
    return mission


def _write(mission: Path, settings: dict) -> None:
    (mission / "mission.yaml").write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), encoding="utf-8")


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    """A second wave, run once."""
    mission = second_wave(tmp_path_factory.mktemp("waves"))
    done = command("run", mission)
    assert done.returncode == 0, done.stderr + done.stdout
    return mission, done


def test_a_run_ends_with_the_follow_up_and_says_where_it_lies(ran):
    mission, done = ran
    assert what_ran(done.stdout) == [*STAGE_NAMES, "follow_up"]
    told = [f"follow_up.{form}" for form in ("html", "pdf", "docx")] + ["workplan.xlsx"]
    assert done.stdout.splitlines()[-4:] == [str(mission / "reports" / name) for name in told]
    assert all((mission / file).stat().st_size > 0 for file in FOLLOW_UP.writes)
    assert len(pypdf.PdfReader(mission / "reports" / "follow_up.pdf").pages) == 4
    record = json.loads((mission / "results" / "run.json").read_text(encoding="utf-8"))
    assert set(record["parameters"]) == {*STAGE_NAMES, "follow_up"}
    assert {"adopted_plan.json", f"{FIRST}.xlsx", "before.csv"} <= set(record["inputs"])


def test_a_second_run_skips_it(ran):
    mission, _ = ran
    again = command("run", mission)
    assert again.returncode == 0 and what_ran(again.stdout) == []
    assert "follow_up skipped" in again.stdout


def test_what_was_worth_a_look_in_the_forms_is_told_and_kept(ran):
    mission, done = ran
    kinds = {one["kind"] for one in json.loads((mission / "results" / "problems.json").read_text(encoding="utf-8"))}
    assert {"done-without-evidence", "not-reported"} <= kinds
    assert f"warning: {SECOND}.xlsx, sheet 'Progress'" in done.stderr


def test_what_is_under_way_is_carried_into_the_next_plan(ran):
    mission, _ = ran
    plan = pd.read_parquet(mission / "results" / "workplan.parquet").set_index("action")
    row = plan.loc["P4-3-R3"]
    assert row[["status", "progress", "decision", "person_days"]].tolist() == ["in progress", 0.7, "carried", 22.5]
    assert plan.loc["OWN-1", "status"] == "stopped"


def test_free_text_of_the_forms_reaches_nothing_that_the_run_leaves_behind(ran):
    mission, done = ran
    assert NOTE not in done.stdout + done.stderr
    left = [path for folder in ("results", "reports", "notebooks") for path in (mission / folder).rglob("*") if path.is_file()]
    assert [path.name for path in left if NOTE.encode() in path.read_bytes()] == []


def test_the_form_of_the_next_quarter_knows_what_was_reported(ran):
    mission, _ = ran
    done = command("progress", mission, "2027-Q3", "--language", "fr")
    assert done.returncode == 0, done.stderr
    sheet = openpyxl.load_workbook(mission / "reports" / "progress-2027-Q3.xlsx").worksheets[1]
    columns = {cell.value: cell.column for cell in sheet[1]}
    told = {row[0].value: row for row in sheet.iter_rows(min_row=3)}
    assert sheet.title == "Avancement" and told["P4-3-R3"][columns["progress"] - 1].value == 70
    assert re.search(r"2027-Q3: asks about \d+ actions\. Written to", done.stdout)


@pytest.mark.parametrize(
    ("quarter", "options", "said"),
    [
        ("2027-3", (), "write it as 2027-Q1"),
        ("2026-Q4", (), "lies before the plan"),
        ("2027-Q3", ("--out", "form.csv"), "Let its name end in .xlsx"),
        ("2027-Q3", ("--language", "de"), "allowed: en, fr"),
    ],
)
def test_a_wrong_call_for_a_form_ends_with_two(ran, quarter, options, said, capsys):
    assert main(["progress", str(ran[0]), quarter, *options]) == 2
    assert said in capsys.readouterr().err


def test_without_an_adopted_plan_there_is_neither_form_nor_follow_up(tmp_path: Path, capsys):
    mission = str(small_mission(tmp_path))
    assert main(["progress", mission, FIRST]) == 2
    assert "names no adopted plan" in capsys.readouterr().err
    assert main(["run", mission, "--stage", "follow_up"]) == 2
    assert "runs only where mission.yaml has 'follow_up'" in capsys.readouterr().err


def test_every_fault_of_every_file_is_named_at_once(tmp_path: Path):
    mission = second_wave(tmp_path)
    path = mission / "inputs" / f"{SECOND}.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[1]
    sheet.cell(4, next(cell.column for cell in sheet[1] if cell.value == "started_on")).value = "mid-March"
    book.save(path)
    settings = yaml.safe_load((mission / "mission.yaml").read_text(encoding="utf-8"))
    settings["follow_up"]["progress"]["2026-Q1"] = "missing.xlsx"
    settings["follow_up"]["scores"] = "no.csv"
    _write(mission, settings)
    with pytest.raises(BadInput) as bad:
        read_follow_up(open_mission(mission))
    for said in ("row 4, column 'Started on': found 'mid-March'", "no.csv", "found '2026-Q1'; allowed: 2027-Q1 or later"):
        assert said in str(bad.value), said


def test_the_next_wave_is_laid_out_from_the_one_before(ran, tmp_path: Path):
    before, _ = ran
    done = command("new", tmp_path / "third", "--after", before)
    assert done.returncode == 0, done.stderr
    old, new = read_mission(before), read_mission(tmp_path / "third")
    for name in ("standard", "focus", "beside", "scope", "targets", "thresholds", "administration", "language"):
        assert getattr(new, name) == getattr(old, name), name
    assert new.wave == 3 and new.plan.person_days_per_quarter == 280
    assert new.follow_up.plan == "adopted_plan.json" and new.follow_up.progress == old.follow_up.progress
    inputs = tmp_path / "third" / "inputs"
    assert (inputs / f"{SECOND}.xlsx").read_bytes() == (before / "inputs" / f"{SECOND}.xlsx").read_bytes()
    scores = pd.read_csv(inputs / new.follow_up.scores)
    assert len(scores) == len(pd.read_parquet(before / "results" / "scores.parquet"))
    assert main(["new", str(tmp_path / "third"), "--after", str(before)]) == 2  # it holds something now


def test_a_next_wave_needs_a_plan_and_scores_to_follow_up(tmp_path: Path, capsys):
    mission = small_mission(tmp_path)
    call = ["new", str(tmp_path / "next"), "--after", str(mission)]
    assert main(call) == 2 and "hrm-review adopt" in capsys.readouterr().err
    (mission / "inputs" / "adopted_plan.json").write_text("{}", encoding="utf-8")
    assert main(call) == 2 and "has no scores yet" in capsys.readouterr().err
    assert not (tmp_path / "next").exists()

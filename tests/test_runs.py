"""The example mission, run for real: stages, skipping, parameters, trail, refusals."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import openpyxl
import pandas as pd
import pytest
from nbclient import NotebookClient

from diagnostics.review import run_review
from diagnostics.runs.notebooks import _without_places
from diagnostics.runs.stages import STAGE_NAMES, STAGES
from tests.conftest import PROJECT
from tests.missions import code_cells, command, copy_mission, small_mission, what_ran


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A small mission in a folder of its own, run once: the folder and what the command said."""
    folder = small_mission(tmp_path_factory.mktemp("missions"))
    done = command("run", folder)
    assert done.returncode == 0, done.stderr + done.stdout
    return folder, done


def _set_cell(csv: Path, line: int, column: int, value: str) -> None:
    lines = csv.read_text(encoding="utf-8").splitlines()
    cells = lines[line].split(",")
    cells[column] = value
    lines[line] = ",".join(cells)
    csv.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_one_command_runs_every_stage_and_prints_where_the_reports_are(first):
    folder, done = first
    assert what_ran(done.stdout) == list(STAGE_NAMES)
    told = [f"report.{form}" for form in ("html", "pdf", "docx")] + ["workplan.xlsx"]
    assert done.stdout.splitlines()[-4:] == [str(folder / "reports" / name) for name in told]
    assert all((folder / file).stat().st_size > 0 for stage in STAGES for file in stage.writes)


def test_an_executed_notebook_of_each_stage_stays_as_the_trail(first):
    folder, _ = first
    for stage in STAGES:
        cells = code_cells(folder / "notebooks" / stage.notebook)
        assert all(cell["execution_count"] for cell in cells if cell["source"])


def test_the_trail_holds_no_path_of_the_machine_and_no_staff_or_rater_code(first):
    folder, _ = first
    for notebook in (folder / "notebooks").iterdir():
        text = notebook.read_text(encoding="utf-8")
        assert str(folder.parent) not in text and str(PROJECT) not in text and str(Path.home()) not in text and sys.prefix not in text
        assert re.search(r"WG-\d\d|\bST-?\d{4,}", text) is None


def test_the_run_records_inputs_versions_parameters_and_timings(first):
    folder, _ = first
    run = json.loads((folder / "results" / "run.json").read_text(encoding="utf-8"))
    assert set(run["inputs"]) == {path.name for path in (folder / "inputs").iterdir() if not path.name.startswith(".")}
    assert all(re.fullmatch("[0-9a-f]{64}", digest) for digest in run["inputs"].values())
    assert set(run["seconds"]) == set(STAGE_NAMES) and all(seconds > 0 for seconds in run["seconds"].values())
    assert run["versions"]["python"].startswith("3.11") and set(run["parameters"]) == set(STAGE_NAMES)


def test_the_notebooks_and_the_main_flow_give_the_same_tables(first):
    folder, _ = first
    review = run_review(folder)
    for name, table in {
        "scores": review.scores,
        "targets": review.targets,
        "findings": review.findings,
        "workplan": review.work.plan,
    }.items():
        pd.testing.assert_frame_equal(pd.read_parquet(folder / "results" / f"{name}.parquet"), table, check_dtype=False)


def test_a_second_run_does_nothing_then_each_change_reruns_what_depends_on_it(first):
    folder, _ = first
    assert what_ran(command("run", folder).stdout) == []

    staff = folder / "inputs" / "staff.csv"
    header = staff.read_text(encoding="utf-8").splitlines()[0].split(",")
    _set_cell(staff, 1, header.index("fte"), "0.5")
    assert what_ran(command("run", folder).stdout) == ["validate", "report"]

    (folder / "results" / "findings.parquet").unlink()
    done = command("run", folder)
    assert what_ran(done.stdout) == ["findings", "plan", "report"]
    assert "findings  running: its result is missing" in done.stdout

    done = command("run", folder, "--param", "quarters=6")
    assert what_ran(done.stdout) == ["plan", "report"]
    assert "parameters (quarters)" in done.stdout
    assert pd.read_parquet(folder / "results" / "capacity.parquet")["quarter"].nunique() == 6


def test_a_missions_scores_explain_and_compare_themselves(first, tmp_path):
    folder, _ = first
    scores = folder / "results" / "scores.parquet"
    told = command("explain", scores, "P4-3")
    assert told.returncode == 0 and told.stdout.startswith("P4-3 Job description template and coverage: 2.00")
    assert "[decides]" in told.stdout and "Answer: 2 (20–49 %)" in told.stdout
    assert command("explain", scores, "P4-33").returncode == 3
    out = tmp_path / "comparison.csv"
    compared = command("compare", scores, scores, "--pair", "self=expert", "--out", out)
    assert compared.returncode == 0 and "Comparability: 100 %" in compared.stdout
    table = pd.read_csv(out).set_index("node")
    both = pd.read_parquet(scores).pivot(index="node", columns="assessment", values="score")
    assert table.loc["P4", "difference"] == pytest.approx(both.loc["P4", "expert"] - both.loc["P4", "self"])
    assert command("compare", scores, scores, "--pair", "self-expert").returncode == 2


def test_one_changed_answer_reruns_every_stage_and_moves_its_score(first):
    folder, _ = first
    before = pd.read_parquet(folder / "results" / "scores.parquet").set_index(["assessment", "node"])["score"]
    path = folder / "inputs" / "responses.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["responses"]
    place = {cell.value: number for number, cell in enumerate(sheet[1])}
    row = next(
        row for row in sheet.iter_rows(min_row=2) if (row[place["part"]].value, row[place["criterion_id"]].value) == ("expert", "P4-2")
    )
    row[place["effect"]].value = "1"
    book.save(path)
    done = command("run", folder)
    assert what_ran(done.stdout) == list(STAGE_NAMES)
    assert "inputs (responses.xlsx)" in done.stdout and "tables (answers.parquet)" in done.stdout
    after = pd.read_parquet(folder / "results" / "scores.parquet").set_index(["assessment", "node"])["score"]
    assert after["expert", "P4-2"] == 1 < before["expert", "P4-2"]
    assert set(before.index[(before - after).abs() > 1e-12]) == {("expert", node) for node in ("HRM", "B", "P4", "P4-2", "P4-2.effect")}


def test_each_notebook_runs_in_its_own_folder_as_jupyterlab_opens_it():
    for stage in STAGES:
        notebook = nbformat.read(PROJECT / "notebooks" / stage.notebook, as_version=4)
        NotebookClient(notebook, kernel_name="python3", resources={"metadata": {"path": PROJECT / "notebooks"}}).execute()
        assert all(cell.execution_count for cell in notebook.cells if cell.cell_type == "code")
    assert (PROJECT / "missions" / "example" / "results" / "workplan.parquet").is_file()


def test_a_stage_alone_puts_no_new_digest_on_old_figures(first):
    folder, _ = first
    command("run", folder)
    interviews = folder / "inputs" / "interviews.csv"
    interviews.write_text(interviews.read_text(encoding="utf-8").replace("positive", "negative", 1), encoding="utf-8")
    done = command("run", folder, "--stage", "report")
    assert done.returncode == 3 and "'validate' is out of date; changed: inputs (interviews.csv)" in done.stderr
    assert command("run", folder).returncode == 0


def test_the_report_states_the_parameters_that_its_figures_rest_on(first):
    folder, _ = first
    done = command("run", folder, "--param", "default_target=4", "--param", "quarters=7", "--param", "person_days_per_quarter=130")
    assert what_ran(done.stdout) == ["findings", "plan", "report"]
    page = (folder / "reports" / "report.html").read_text(encoding="utf-8")
    assert "The target is level 4" in page and "130" in page
    settings = re.search(r"plan\.quarters</[^>]+>\s*<[^>]+>([^<]+)<", page)
    assert settings and settings[1] == "7"


def test_missions_side_by_side_do_not_disturb_each_other(tmp_path):
    folders = [copy_mission("serbia-2021-public", tmp_path / name) for name in ("a", "b", "c")]
    call = [sys.executable, "-m", "diagnostics", "run"]
    running = [subprocess.Popen([*call, str(folder)], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) for folder in folders]
    said = [one.communicate()[0].decode() for one in running]
    assert [one.returncode for one in running] == [0, 0, 0], said
    reports = {(folder / "reports" / "report.pdf").read_bytes() for folder in folders}
    assert len(reports) == 1


def test_json_on_standard_output_is_json(first):
    folder, _ = first
    done = command("run", folder, "--json")
    assert {problem["severity"] for problem in json.loads(done.stdout)} == {"warning"} and "skipped" in done.stderr


def test_paths_of_the_machine_are_taken_out_as_whole_names_only():
    home, inside = str(Path.home()), f"{PROJECT}/diagnostics/review.py"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(f"{inside} {home}stead 1/2")])
    assert _without_places(notebook).cells[0].source == f"./diagnostics/review.py {home}stead 1/2"


def test_a_place_that_cannot_be_written_to_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = command("new", tmp_path / "file" / "mission")
    assert done.returncode == 1 and "Traceback" not in done.stderr and "writable" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--param", "quarter=6"), "Did you mean 'quarters'"),
        (("--param", "quarters=many"), "found 'many'"),
        (("--param", "quarters=0"), "found '0'"),
        (("--param", "person_days_per_quarter=-1"), "found '-1'"),
        (("--param", "quarters"), "write it as name=value"),
        (("--param", "default_target=nan"), "found 'nan'"),
        (("--param", "default_target=9"), "allowed: 1 to 5"),
        (("--stage", "findings", "--param", "quarters=6"), "the stage 'findings' does not take it"),
        (("--param", "quarters=6", "--param", "quarters=7"), "given twice"),
        (("--stage", "scores"), "no such stage"),
    ],
)
def test_a_wrong_parameter_ends_before_a_kernel_starts(first, arguments, said):
    folder, _ = first
    before = {path: path.stat().st_mtime_ns for path in (folder / "notebooks").iterdir()}
    done = command("run", folder, *arguments)
    assert done.returncode == 2 and said in done.stderr and "Traceback" not in done.stderr
    assert {path: path.stat().st_mtime_ns for path in (folder / "notebooks").iterdir()} == before


def test_bad_inputs_end_with_3_every_problem_and_nothing_written_over(first, tmp_path):
    folder = small_mission(tmp_path)
    survey = folder / "inputs" / "survey.csv"
    _set_cell(survey, 7, survey.read_text(encoding="utf-8").splitlines()[0].split(",").index("value"), "9")
    staff = folder / "inputs" / "staff.csv"
    header = staff.read_text(encoding="utf-8").splitlines()[0].split(",")
    _set_cell(staff, 3, header.index("fte"), "full")
    done = command("run", folder)
    assert done.returncode == 3, done.stderr + done.stdout
    assert "survey.csv, row 8, column 'value': found '9'" in done.stderr
    assert "staff.csv, row 4, column 'fte': found 'full'" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert not (folder / "results" / "answers.parquet").exists() and not (folder / "reports").exists()
    listed = json.loads(command("check", folder, "--json").stdout)
    assert {"inputs/survey.csv", "inputs/staff.csv"} <= {problem["file"] for problem in listed}


def test_a_stage_alone_says_what_it_waits_for(tmp_path):
    folder = small_mission(tmp_path)
    done = command("run", folder, "--stage", "findings")
    assert done.returncode == 3 and "results/scores.parquet" in done.stderr and "hrm-review run" in done.stderr


def test_a_folder_that_is_no_mission_is_named():
    done = command("run", "no-such-folder")
    assert done.returncode == 3 and "no-such-folder" in done.stderr and "hrm-review new" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("after", [4.0, 12.0])
def test_killed_at_any_moment_no_file_is_half_written(tmp_path, after):
    folder = small_mission(tmp_path)
    running = subprocess.Popen(
        [sys.executable, "-m", "diagnostics", "run", str(folder)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(after)
    running.send_signal(signal.SIGKILL)
    running.wait()
    for path in (folder / "results").rglob("*.parquet") if (folder / "results").exists() else ():
        if not path.name.startswith("."):
            pd.read_parquet(path)
    done = command("run", folder)
    assert done.returncode == 0, done.stderr
    assert (folder / "reports" / "report.pdf").read_bytes().rstrip().endswith(b"%%EOF")


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_papermill_runs_each_notebook_without_the_command(first, stage, tmp_path):
    folder, _ = first
    out = tmp_path / "out.ipynb"
    notebook = PROJECT / "notebooks" / stage.notebook
    done = subprocess.run(
        [sys.executable, "-m", "papermill", str(notebook), str(out), "-p", "mission", str(folder)],
        capture_output=True,
        text=True,
        cwd=PROJECT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert all(output["output_type"] != "error" for cell in code_cells(out) for output in cell["outputs"])


@pytest.mark.parametrize("standard", ["capability-staged", "pefa-pi-23"])
def test_a_standard_that_the_report_cannot_speak_of_is_refused(tmp_path, standard):
    folder = copy_mission("example", tmp_path)
    settings = folder / "mission.yaml"
    text = re.sub(r"standard: wco-hrm", f"standard: {standard}", settings.read_text(encoding="utf-8"))
    text = re.sub(r"^  (include|by_node):.*(\n    .*)*$", "", text, flags=re.MULTILINE)
    settings.write_text(text, encoding="utf-8")
    done = command("run", folder)
    assert done.returncode == 3 and f"found '{standard}'" in done.stderr and "hrm-review score" in done.stderr

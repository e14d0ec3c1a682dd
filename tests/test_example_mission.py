"""The example mission: its inputs are what its generator writes, and they tell the story of its README."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from diagnostics.definitions.base import KNOWLEDGE
from diagnostics.definitions.dataset import load_datasets
from diagnostics.definitions.mission import read_mission
from diagnostics.definitions.standard_loading import load_standard
from diagnostics.definitions.yaml_reader import read_yaml
from diagnostics.scoring import score_answers
from diagnostics.validation.inputs import Checked, validate_inputs

MISSION = Path(__file__).resolve().parents[1] / "missions" / "example"
INPUTS = MISSION / "inputs"
ROWS = {
    "reference_documents.csv": 90, "interviews.csv": 259, "survey.csv": 25_600, "staff.csv": 1_334, "positions.csv": 1_273,
    "postings.csv": 1_607, "jobs.csv": 20, "job_descriptions.csv": 15, "competencies.csv": 30, "job_profiles.csv": 98,
    "assessments.csv": 690, "ac_ratings.csv": 240, "recruitment.csv": 1_906, "training.csv": 2_057, "appraisals.csv": 2_334,
    "absences.csv": 2_520, "payroll.csv": 14_788, "cases.csv": 40, "envelopes.csv": 40, "actions.csv": 8,
    "presence.csv": 3_919,
}  # fmt: skip
FILES = {"responses.xlsx", *ROWS}


def generate(folder: Path, *options: str) -> Path:
    subprocess.run(
        [sys.executable, str(MISSION / "generate.py"), "--to", str(folder), *options], check=True, cwd=folder, capture_output=True
    )
    return folder


def read(name: str) -> pd.DataFrame:
    return pd.read_csv(INPUTS / name, dtype=str, keep_default_na=False)


@pytest.fixture(scope="module")
def responses() -> pd.DataFrame:
    return pd.read_excel(INPUTS / "responses.xlsx", engine="calamine", keep_default_na=False)


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """The inputs after validation, read from a copy: validation leaves a key beside them."""
    folder = tmp_path_factory.mktemp("example")
    shutil.copytree(INPUTS, folder / "inputs")
    return validate_inputs(read_mission(MISSION), folder, load_standard("wco-hrm"))


def test_generating_again_gives_the_same_bytes(tmp_path: Path):
    generate(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == FILES
    changed = [name for name in sorted(FILES) if (tmp_path / name).read_bytes() != (INPUTS / name).read_bytes()]
    assert changed == []


def test_another_seed_gives_other_answers_and_as_many(tmp_path: Path):
    generate(tmp_path, "--seed", "7")
    for name in ("responses.xlsx", "interviews.csv", "survey.csv", "staff.csv"):
        assert (tmp_path / name).read_bytes() != (INPUTS / name).read_bytes(), name
    assert len((tmp_path / "survey.csv").read_text(encoding="utf-8").splitlines()) == 25_601


def test_mission_file_is_valid_and_names_every_input():
    mission = read_mission(MISSION)
    assert mission.administration.synthetic
    assert (mission.standard, mission.focus, mission.beside) == ("wco-hrm", "expert", ("self",))
    assert set(mission.inputs.values()) == FILES
    assert mission.scope.include == mission.scope.exclude == ()
    assert mission.plan.start == "2027-Q1"


@pytest.mark.parametrize(("name", "rows"), ROWS.items())
def test_tables_have_the_rows_that_the_readme_states(name: str, rows: int):
    with (INPUTS / name).open(encoding="utf-8", newline="") as file:
        assert sum(1 for _ in csv.reader(file)) == rows + 1
    assert b"\r" not in (INPUTS / name).read_bytes()
    assert f"`{name}` | {rows:,} |" in (MISSION / "README.md").read_text(encoding="utf-8")


def test_inputs_are_small_enough_to_be_kept_with_the_code():
    assert sum((INPUTS / name).stat().st_size for name in FILES) < 3_000_000


def test_every_rater_answers_every_criterion_of_the_standard(responses: pd.DataFrame):
    in_scope = [node.id for node in load_standard("wco-hrm").criteria()]
    assert len(responses) == 17 * 84
    assert responses["rater"].nunique() == 17
    assert all(list(rows["criterion_id"]) == in_scope for _, rows in responses.groupby("rater"))


def test_claims_without_evidence_are_those_of_the_readme(responses: pd.DataFrame):
    gates = responses[["existence", "coverage", "effect"]].apply(pd.to_numeric, errors="coerce")
    claims = gates.gt(1).any(axis=1)
    by_criterion = pd.DataFrame({"claims": claims, "evidence": responses["evidence_id"].ne("")})
    bare = by_criterion.groupby([responses["part"], responses["criterion_id"]]).any()
    assert set(bare[bare["claims"] & ~bare["evidence"]].index) == {("expert", one) for one in ("P2-6", "P5-3", "P8-3", "P9-7", "P11-7")}


def test_validation_finds_the_claims_without_evidence_and_the_oddities_of_the_payroll(checked: Checked):
    found = Counter((problem.severity, problem.kind, problem.file.partition("/")[2]) for problem in checked.problems)
    assert found == {
        ("warning", "level-without-evidence", "responses.xlsx"): 5,
        ("warning", "stands-nowhere", "staff.csv"): 2,
        ("warning", "unknown-reference", "payroll.csv"): 3,
        ("warning", "outside-its-span", "payroll.csv"): 3,
    }


def test_every_data_set_that_a_mission_may_bring_is_brought(checked: Checked):
    inputs = {dataset.id for dataset in load_datasets() if dataset.direction == "input"}
    assert set(checked.tables) == inputs - {"answers"}, "scored answers stand in for the questionnaire"
    assert len(checked.tables) == 22


def test_no_unit_below_the_threshold_shows_its_response(checked: Checked):
    response = checked.response.set_index("unit")
    survey = read("survey.csv").drop_duplicates("respondent").groupby("unit").size()
    assert response.loc[survey.index[survey < 10], "respondents"].isna().all()
    assert 0.4 < response["rate"].median() < 0.7


def test_most_competency_gaps_are_small_and_some_sensitive_posts_are_overdue(checked: Checked):
    levels = checked.tables["assessments"]["level"]
    assert levels.between(0, 3).all() and levels.nunique() == 4
    posts = checked.tables["positions"].set_index("id")
    held = checked.tables["postings"].loc[lambda table: table["to"].isna()]
    sensitive = held[held["position_id"].map(posts["sensitive"]) == "yes"]
    months = (pd.Timestamp("2026-10-16") - sensitive["from"]).dt.days / 30.4375
    assert 0.15 < (months > 60).mean() < 0.6, "the rotation rule is not kept, as the expert says"


def test_scores_are_those_of_the_readme(checked: Checked):
    lines = re.findall(r"^\| (P\d+) [^|]+\| ([\d.]+) \| ([\d.]+) \|", (MISSION / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    scores = score_answers(checked.answers, load_standard("wco-hrm")).pivot(index="node", columns="assessment", values="score")
    assert [name for name, *_ in lines] == [f"P{number}" for number in range(1, 13)]
    for name, expert, group in lines:
        assert scores.loc[name, ["expert", "self"]].tolist() == pytest.approx([float(expert), float(group)], abs=0.0051), name


def test_evidence_is_on_the_list_of_documents_and_not_missing(responses: pd.DataFrame):
    documents = read("reference_documents.csv")
    cited = {document for cell in responses["evidence_id"] for document in re.split(r"[ ;]+", str(cell)) if document}
    there = documents.loc[documents["status"] != "missing", "doc_id"]
    assert cited <= set(there)
    assert set(documents["status"]) == {"approved", "draft", "missing", "expired"}


def test_interviews_are_28_in_four_groups():
    interviews = read("interviews.csv")
    assert interviews["id"].nunique() == 28
    assert interviews["group"].nunique() == 4
    assert not interviews.duplicated(["id", "criterion_id"]).any()


def test_survey_has_every_item_for_every_respondent():
    survey = read("survey.csv")
    items = {item["id"] for item in read_yaml(KNOWLEDGE / "instruments" / "climate.yaml").data["items"]}
    assert survey["respondent"].nunique() == 640
    assert set(survey["item"]) == items
    assert not survey.duplicated(["respondent", "item"]).any()
    assert set(survey["value"]) == {"1", "2", "3", "4", "5", "DK", ""}


def test_staff_form_a_tree_under_one_head():
    staff = read("staff.csv")
    manager = dict(zip(staff["staff_id"], staff["manager_id"], strict=True))
    assert sum(above == "" for above in manager.values()) == 1
    above = set(manager.values()) - {""}
    for _ in range(10):  # ten steps up, everyone has arrived at the head; in a circle nobody ever would
        above = {manager[person] for person in above} - {""}
    assert above == set()
    in_post = set(staff.loc[staff["left_on"] == "", "staff_id"])
    assert set(manager.values()) - {""} <= in_post


def test_leavers_left_within_24_months_with_a_reason():
    staff = read("staff.csv")
    left = staff[staff["left_on"] != ""]
    assert len(left) == 120
    assert left["left_on"].between("2024-10-16", "2026-10-16").all()
    assert (left["hired_on"] <= left["left_on"]).all()
    assert left["exit_reason"].ne("").all()
    assert staff.loc[staff["left_on"] == "", "exit_reason"].eq("").all()
    assert staff.loc[staff["left_on"] == "", "position_id"].is_unique

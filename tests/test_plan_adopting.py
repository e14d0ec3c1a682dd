"""Adopting a plan: what was changed is told, what is written is the plan, and nothing that was adopted before is lost."""

from __future__ import annotations

import datetime
import json
import shutil
from pathlib import Path

import openpyxl
import pytest

from diagnostics.cli import main
from diagnostics.definitions.mission import read_mission
from diagnostics.definitions.plan_file import PlanFile
from diagnostics.runs.handover_files import ADOPTED, hand_over_plan
from diagnostics.runs.mission_folder import open_mission
from tests.plan_edits import column_of, plan_sheet, row_of
from tests.plan_missions import planned_mission
from tests.plan_samples import sample_file


@pytest.fixture(scope="module")
def handed_over(tmp_path_factory) -> Path:
    """A mission whose plan was made and handed over, in English and French."""
    folder = planned_mission(tmp_path_factory.mktemp("planned"))
    for language in ("", "fr"):
        hand_over_plan(open_mission(folder), language)
    return folder


@pytest.fixture
def mission(handed_over, tmp_path) -> Path:
    """A copy of it to write into."""
    return Path(shutil.copytree(handed_over, tmp_path / "mission"))


def adopted(mission: Path) -> PlanFile:
    return PlanFile.model_validate_json((mission / "inputs" / ADOPTED).read_text(encoding="utf-8"))


def edit_dates(mission: Path, name: str = "workplan.xlsx") -> Path:
    path = mission / "reports" / name
    book = openpyxl.load_workbook(path)
    sheet = plan_sheet(book)
    row = row_of(sheet, "P9-5-R2")
    sheet.cell(row, column_of(sheet, "finish_on")).value = datetime.datetime(2027, 3, 31)
    sheet.cell(row, column_of(sheet, "days:hr-officer")).value = 11
    book.save(path)
    return path


def test_the_plan_is_adopted_as_the_kit_made_it(mission, capsys):
    before = (mission / "mission.yaml").read_text(encoding="utf-8")
    assert main(["adopt", str(mission)]) == 0
    out = capsys.readouterr().out
    assert "12 actions, none differs" in out and "mission.yaml names it now" in out
    plan = adopted(mission)
    assert plan.actions == sample_file().actions and plan.mission == "example" and plan.synthetic
    after = (mission / "mission.yaml").read_text(encoding="utf-8")
    assert after.startswith(before.rstrip()) and "# remarks stay" in after
    assert read_mission(mission).follow_up.plan == ADOPTED
    assert main(["adopt", str(mission)]) == 0
    assert "holds this plan already" in capsys.readouterr().out
    assert (mission / "mission.yaml").read_text(encoding="utf-8") == after


@pytest.mark.parametrize(
    "name", ["workplan.xlsx", "workplan.xml", "workplan.csv", "workplan.json", "workplan.fr.xlsx", "workplan.fr.xml", "workplan.fr.csv"]
)
def test_an_unedited_file_differs_in_nothing(name, handed_over, capsys):
    assert main(["adopt", str(handed_over), str(handed_over / "reports" / name), "--dry-run"]) == 0
    assert "12 actions, none differs from the plan that the kit made." in capsys.readouterr().out
    assert not (handed_over / "inputs" / ADOPTED).exists()


@pytest.mark.parametrize("name", ["workplan.xlsx", "workplan.fr.xlsx"])
def test_what_was_edited_is_told_and_adopted(name, mission, capsys):
    path = edit_dates(mission, name)
    assert main(["adopt", str(mission), str(path)]) == 0
    out = capsys.readouterr().out
    assert "P9-5-R2 finish_on: 2027-02-02 → 2027-03-31" in out and "P9-5-R2 person_days: 8 → 11" in out
    assert "P9-5-R2 person_days_by_role: hr-officer 8 → hr-officer 11" in out and "1 of them differs" in out
    action = next(one for one in adopted(mission).actions if one.action == "P9-5-R2")
    assert (action.finish_on, action.finish, action.slack_days) == (datetime.date(2027, 3, 31), "2027-Q1", None)
    assert action.title == "List overdue rotations every quarter" and action.formula == "units done / all units x 100"


def test_an_edited_project_file_keeps_what_it_does_not_show(mission, capsys):
    path = mission / "reports" / "workplan.xml"
    text = path.read_text(encoding="utf-8").replace("<Finish>2027-02-02T17:00:00</Finish>", "<Finish>2027-02-09T17:00:00</Finish>")
    path.write_text(text, encoding="utf-8")
    assert main(["adopt", str(mission), str(path)]) == 0
    changed = {line.split()[0] for line in capsys.readouterr().out.splitlines() if " → " in line}
    assert changed == {"P9-5-R2", "OWN-1"}
    action = next(one for one in adopted(mission).actions if one.action == "P9-5-R2")
    assert action.finish_on == datetime.date(2027, 2, 9) and action.countermeasure == "Start early" and action.priority == 6


def test_a_plan_that_was_adopted_is_replaced_by_force_alone_and_kept(mission, capsys):
    main(["adopt", str(mission)])
    first = (mission / "inputs" / ADOPTED).read_bytes()
    path = edit_dates(mission)
    assert main(["adopt", str(mission), str(path)]) == 2
    assert "--force" in capsys.readouterr().err and (mission / "inputs" / ADOPTED).read_bytes() == first
    assert main(["adopt", str(mission), str(path), "--force"]) == 0
    assert (mission / "inputs" / "adopted_plan.1.json").read_bytes() == first != (mission / "inputs" / ADOPTED).read_bytes()
    assert main(["adopt", str(mission), "--force"]) == 0
    assert (mission / "inputs" / "adopted_plan.2.json").is_file()


def test_a_faulty_file_writes_nothing(mission, capsys):
    path = mission / "reports" / "workplan.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = plan_sheet(book)
    sheet.cell(row_of(sheet, "P4-3-R3"), column_of(sheet, "start_on")).value = "mid-March"
    book.save(path)
    before = (mission / "mission.yaml").read_bytes()
    assert main(["adopt", str(mission), str(path), "--json"]) == 3
    problems = json.loads(capsys.readouterr().out)
    assert [(one["kind"], one["found"]) for one in problems] == [("not-a-date", "mid-March")]
    assert not (mission / "inputs" / ADOPTED).exists() and (mission / "mission.yaml").read_bytes() == before


def test_a_plan_of_another_mission_is_refused(mission, capsys):
    path = mission / "reports" / "workplan.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"mission": "example"', '"mission": "elsewhere"'), encoding="utf-8")
    assert main(["adopt", str(mission), str(path)]) == 3
    assert "found 'elsewhere'; allowed: example" in capsys.readouterr().err


def test_another_follow_up_is_left_alone(mission, capsys):
    settings = (mission / "mission.yaml").read_text(encoding="utf-8") + "follow_up:\n  plan: other.json\n"
    (mission / "mission.yaml").write_text(settings, encoding="utf-8")
    (mission / "inputs" / "other.json").write_text("{}", encoding="utf-8")
    assert main(["adopt", str(mission)]) == 0
    assert "put into mission.yaml: follow_up: {plan: adopted_plan.json}" in capsys.readouterr().out
    assert (mission / "mission.yaml").read_text(encoding="utf-8") == settings


def test_a_mission_without_a_plan_says_what_to_do(mission, capsys):
    (mission / "results" / "workplan.parquet").unlink()
    assert main(["adopt", str(mission)]) == 3
    assert "hrm-review run DIR" in capsys.readouterr().err


def test_the_differences_are_there_as_json(mission, capsys):
    assert main(["adopt", str(mission), str(edit_dates(mission)), "--dry-run", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {"action": "P9-5-R2", "field": "finish_on", "before": "2027-02-02", "after": "2027-03-31"} in told["changes"]
    assert told["written"] == []

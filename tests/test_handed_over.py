"""The plan's files are written again with each report, and what somebody edited is kept."""

from __future__ import annotations

from diagnostics.reporting.plans.handover import PLAN_FILES
from diagnostics.runs.handed_over import hand_over_anew
from diagnostics.runs.mission_folder import open_mission
from diagnostics.runs.results import write_table
from tests.plan_missions import planned_mission
from tests.plan_samples import sample_plan


def test_an_edited_file_is_kept_beside_and_the_others_are_written_over(tmp_path):
    opened = open_mission(planned_mission(tmp_path))
    assert hand_over_anew(opened) == [] and {path.name for path in opened.reports.iterdir()} == set(PLAN_FILES)
    assert hand_over_anew(opened) == []  # nothing was edited

    table = opened.reports / "workplan.csv"
    first = table.read_bytes()
    table.write_bytes(first.replace(b"HR", b"hr"))
    edited = table.read_bytes()
    told = hand_over_anew(opened)
    assert len(told) == 1 and "reports/workplan.edited-1.csv" in told[0]
    assert table.read_bytes() == first != edited and (opened.reports / "workplan.edited-1.csv").read_bytes() == edited

    table.write_bytes(edited)
    assert "workplan.edited-2.csv" in hand_over_anew(opened)[0]  # the first edit stays as well


def test_files_of_another_language_lie_beside(tmp_path):
    opened = open_mission(planned_mission(tmp_path))
    hand_over_anew(opened)
    assert hand_over_anew(opened, "fr") == []
    assert {path.name for path in opened.reports.iterdir()} == {*PLAN_FILES, *(name.replace(".", ".fr.") for name in PLAN_FILES)}


def test_files_without_a_record_are_kept_only_where_they_differ(tmp_path):
    opened = open_mission(planned_mission(tmp_path))
    hand_over_anew(opened)
    (opened.results / "stages" / "handover.json").unlink()
    assert hand_over_anew(opened) == [] and {path.name for path in opened.reports.iterdir()} == set(PLAN_FILES)


def test_a_plan_without_actions_is_not_handed_over(tmp_path):
    opened = open_mission(planned_mission(tmp_path))
    write_table(opened.results / "workplan.parquet", sample_plan()[0].head(0))
    assert hand_over_anew(opened) == [] and not opened.reports.exists()

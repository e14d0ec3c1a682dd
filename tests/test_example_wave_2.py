"""The example's second wave: what its generator writes, and the follow-up report that it gives."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pandas as pd
import pypdf
import pytest

from diagnostics.definitions.mission import read_mission
from diagnostics.definitions.problems import errors
from diagnostics.planning.findings import target_profile
from diagnostics.reporting.document import document
from diagnostics.reporting.pdf import render_pdf
from diagnostics.reporting.sections.follow_up import follow_up_blocks
from diagnostics.runs.follow_up import gather_follow_up, read_follow_up
from diagnostics.runs.mission_folder import OpenMission, open_mission
from diagnostics.scoring import score_answers
from diagnostics.validation.inputs import validate_inputs
from tests.conftest import PROJECT

MISSION = PROJECT / "missions" / "example-wave-2"
FALLEN, UNCONFIRMED = {"P4", "P7"}, "P11-4-R3"


@pytest.fixture(scope="module")
def opened(tmp_path_factory) -> OpenMission:
    """A copy of the mission with the two tables that the follow-up reads."""
    folder = tmp_path_factory.mktemp("waves") / "example-wave-2"
    shutil.copytree(MISSION, folder, ignore=shutil.ignore_patterns("results", "reports", "notebooks", ".pseudonym-key"))
    opened = open_mission(folder)
    checked = validate_inputs(opened.mission, folder, opened.standard)
    assert errors(checked.problems) == ()
    scores = score_answers(checked.answers, opened.standard)
    opened.write(scores=scores, targets=target_profile(scores, opened.standard, opened.mission))
    return opened


def _content(path: Path) -> object:
    """A file's content; of a workbook what is in it, since compressed bytes differ between builds of zlib."""
    if path.suffix != ".xlsx":
        return path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_generating_again_gives_the_same_content(tmp_path: Path):
    subprocess.run([sys.executable, str(MISSION / "generate.py"), "--to", str(tmp_path)], check=True, cwd=tmp_path, capture_output=True)
    inputs = MISSION / "inputs"
    assert {path.name for path in tmp_path.iterdir()} == set(read_mission(MISSION).files_brought())
    assert [path.name for path in tmp_path.iterdir() if _content(path) != _content(inputs / path.name)] == []


def test_it_repeats_the_first_wave_and_its_inputs_are_small():
    first, second = read_mission(PROJECT / "missions" / "example"), read_mission(MISSION)
    for name in ("standard", "focus", "beside", "scope", "targets", "thresholds", "administration"):
        assert getattr(second, name) == getattr(first, name), name
    assert second.wave == first.wave + 1
    assert sum((MISSION / "inputs" / file).stat().st_size for file in second.files_brought()) < 800_000


def test_its_forms_have_no_errors_and_the_worth_of_a_look_is_named(opened: OpenMission):
    followed = read_follow_up(opened)
    assert errors(followed.problems) == ()
    assert {"done-without-evidence", "unchanged"} <= {problem.kind for problem in followed.problems}
    assert followed.plan.wave == 1 and followed.history["quarter"].unique().tolist() == ["2027-Q1", "2027-Q2"]


@pytest.mark.parametrize("language", ["en", "fr", "sr-Latn"])
def test_the_follow_up_report_has_four_pages(opened: OpenMission, language: str):
    spoken = open_mission(opened.folder, language=language)
    material = gather_follow_up(spoken, read_follow_up(spoken))
    assert len(pypdf.PdfReader(io.BytesIO(render_pdf(document(follow_up_blocks(material))))).pages) == 4


def test_the_story_of_the_readme_is_told(opened: OpenMission):
    material = gather_follow_up(opened, read_follow_up(opened))
    table = material.variance.set_index("action")
    assert table.loc["P2-3-R2", ["standing", "reason"]].tolist() == ["stopped", "vacancy"]
    assert table.loc[["P8-3-R2", UNCONFIRMED], "status"].tolist() == ["done", "done"] and table.loc["P8-3-R2", "evidence"] == ""
    assert {node.node_b for node in material.changes if node.difference < 0} == FALLEN
    risen = {node.node_b for node in material.pair.nodes if node.difference > 0 and "-" in node.node_b and "." not in node.node_b}
    assert risen == {"P2-1", "P5-2", "P5-3", "P8-3", "P9-5", "P11-7", "P12-6"}
    levels = {node.node_b: node.score_b for node in material.pair.nodes}
    short = [
        action.action
        for action in material.plan.actions
        if table["status"].get(action.action) == "done" and action.to_level and levels[action.criterion] < action.to_level
    ]
    assert short == [UNCONFIRMED]
    assert material.totals.schedule_performance < 1 and pd.notna(material.outlook.days_later) and material.outlook.undated > 1

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
    assert table.loc[table["standing"] == "stopped", "reason"].tolist() == ["vacancy"]
    assert ((table["status"] == "done") & (table["evidence"] == "")).sum() == 1
    levels = {node.node_b: node.score_b for node in material.pair.nodes}
    planned = {action.action: action for action in material.plan.actions}
    done = [planned[action] for action in table.index[table["status"] == "done"]]
    short = [action for action in done if action.to_level and levels[action.criterion] < action.to_level]
    assert len(done) >= 6 and len(short) == 1
    criteria = {criterion.id for criterion in opened.standard.criteria()}
    told = [node for node in material.pair.nodes if node.node_b in criteria]
    changed = {sign: {node.node_b for node in told if sign * node.difference > 0} for sign in (1, -1)}
    assert changed[1] == {action.criterion for action in done if action not in short and action.criterion}
    assert changed[-1] == {"P4-2", "P7-5"}
    assert material.totals.schedule_performance < 1 and pd.notna(material.outlook.days_later) and material.outlook.undated > 1

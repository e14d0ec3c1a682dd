"""The report on a staff survey: the real survey file, through map and score, to the page with its index."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
import yaml

from diagnostics.cli import main
from diagnostics.definitions.mission import Mission
from diagnostics.definitions.standard_loading import load_standard
from diagnostics.reporting.blocks import Figure, Table, plain
from diagnostics.reporting.document import document
from diagnostics.reporting.html import render_html
from diagnostics.reporting.material import Material
from diagnostics.reporting.sections import report_blocks
from tests.conftest import PROJECT

YEARS = ("2023", "2024", "2025")


def material(made: tuple[pd.DataFrame, pd.DataFrame], language: str = "en") -> Material:
    answers, scores = made
    settings = yaml.safe_load((PROJECT / "missions" / "example" / "mission.yaml").read_text(encoding="utf-8"))
    settings |= {"standard": "fevs-engagement", "focus": "2025", "beside": ["2024", "2023"], "scope": {}, "inputs": {"answers": "a.csv"}}
    settings |= {"targets": {"default": 70}, "language": language}
    return Material(Mission.model_validate(settings), load_standard("fevs-engagement"), answers, scores)


@pytest.fixture(scope="module")
def made(truth: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[pd.DataFrame, pd.DataFrame]:
    folder = tmp_path_factory.mktemp("fevs")
    source, mapped = truth / "fevs" / "fevs_sample_responses_2023_2025.xlsx", folder / "fevs.map.yaml"
    assert main(["map", str(source), "--to", "answers", "--standard", "fevs-engagement", "--out", str(mapped)]) == 0
    mapped.write_text(mapped.read_text(encoding="utf-8").replace("confirmed: false", "confirmed: true"), encoding="utf-8")
    assert main(["map", str(source), "--with", str(mapped), "--out", str(folder / "answers.csv")]) == 0
    assert main(["score", "fevs-engagement", str(folder / "answers.csv"), "--out", str(folder / "scores.csv")]) == 0
    return tuple(pd.read_csv(folder / name, dtype={"assessment": str, "answer": str}) for name in ("answers.csv", "scores.csv"))


def tables(blocks) -> list[list[list[str]]]:
    return [[[plain(cell.text) for cell in row] for row in block.rows] for block in blocks if isinstance(block, Table)]


def test_the_page_shows_the_index_and_its_three_parts_in_every_year(made):
    shown = next(rows for rows in tables(report_blocks(material(made))) if len(rows) == 4 and len(rows[0]) == 4)
    # The same shares and means by plain pandas stand in test_mapping; here they are printed with one decimal.
    assert [row[0] for row in shown] == ["Employee engagement index", "Leaders lead", "Supervisors", "Intrinsic work experience"]
    assert shown[0][1:] == ["77.2", "74.3", "76.1"]
    wide = made[1].pivot(index="node", columns="assessment", values="score")
    assert shown[2][1:] == [f"{wide.loc['EEI-SU', year] + 1e-9:.1f}" for year in YEARS]


def test_the_chart_says_its_message_and_its_figures_in_words(made):
    (chart,) = [block for block in report_blocks(material(made)) if isinstance(block, Figure)]
    assert chart.title == "The Employee engagement index goes from 77.2 in 2023 to 76.1 in 2025"
    assert "Supervisors: 2023" in chart.alt


def test_nothing_is_shown_to_which_too_few_answered(made):
    few = made[1].copy()
    few.loc[(few["assessment"] == "2025") & (few["node"] == "Q57"), "answered"] = 9
    shown = next(rows for rows in tables(report_blocks(material((made[0], few)))) if len(rows) == 4 and len(rows[0]) == 4)
    assert [row[3] for row in shown] == ["not shown", "not shown", "83.7", "76.0"]


@pytest.mark.parametrize(("language", "heading"), [("fr", "Enquête auprès du personnel"), ("sr-Cyrl", "Анкета међу запосленима")])
def test_it_speaks_the_missions_language(made, language, heading):
    page = render_html(document(report_blocks(material(made, language))))
    assert heading in page and "76,1" in page and f'lang="{language}"' in page

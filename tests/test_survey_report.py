"""The report on a staff survey: the real survey file, through map and score, to the page with its index."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import yaml
from statsmodels.stats.proportion import proportion_confint

from diagnostics.cli import main
from diagnostics.definitions.mission import Mission
from diagnostics.definitions.standard_loading import load_standard
from diagnostics.definitions.translations import LANGUAGES
from diagnostics.reporting.blocks import Figure, Paragraph, Table, plain
from diagnostics.reporting.document import document
from diagnostics.reporting.docx import render_docx
from diagnostics.reporting.html import render_html
from diagnostics.reporting.material import Material
from diagnostics.reporting.sections import cover, report_blocks
from diagnostics.scoring import score_answers
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


def waves_in_which_three_answer(item: str, wave: str, they_say: tuple[str, str, str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Three made-up waves of forty people, who answer everything, but for one item of one wave that only three of them know."""
    rng, rows = np.random.default_rng(5), []
    standard = load_standard("fevs-engagement")
    for year in YEARS:
        for leaf in standard.leaves():
            codes = rng.choice(["1", "2", "3", "4", "5"], size=40).tolist()
            codes = [*they_say, *["X"] * 37] if (leaf.id, year) == (item, wave) else codes
            rows += [(year, leaf.id, code, f"r{person}", "") for person, code in enumerate(codes)]
    answers = pd.DataFrame(rows, columns=["assessment", "item", "answer", "respondent", "evidence"])
    return answers, score_answers(answers, standard)


@pytest.mark.parametrize("wave", ["2025", "2023"])
def test_what_three_people_say_changes_nothing_of_the_report(wave):
    """Nothing that is equal whatever they say can give it away: not the cover's picture, the chart or the annex, nor all together."""
    reports = [report_blocks(material(waves_in_which_three_answer("Q57", wave, said))) for said in (("5", "5", "1"), ("1", "1", "1"))]
    assert reports[0] == reports[1]
    page = render_html(document(reports[0]))
    with zipfile.ZipFile(io.BytesIO(render_docx(document(reports[0])))) as parts:
        word = parts.read("word/document.xml").decode()
    assert "66.7" not in page and "66.7" not in word
    assert "66.666667" not in page and "66.666667" not in word


def test_the_item_of_three_people_takes_along_what_stands_above_it_and_nothing_else():
    own = material(waves_in_which_three_answer("Q57", "2025", ("5", "5", "1")))
    (front, *_), told = report_blocks(own), own.scores_of("2025")["score"]
    assert told.index[told.isna()].tolist() == ["EEI", "EEI-LL", "Q57"]
    assert own.scores_of("2024")["score"].notna().all()
    statements = [leaf.id for leaf in own.standard.leaves()]
    fields = dict(zip(statements, (field for row in front.motif for field in row), strict=True))
    assert [item for item, field in fields.items() if field == 0] == ["Q57"]
    arithmetic = tables([block for block in report_blocks(own) if getattr(block, "caption", "").startswith("Scores and their parts")])[0]
    assert [row[1] == "not shown" for row in arithmetic] == [True, True, False, False]
    lead = next(block for block in report_blocks(own) if isinstance(block, Paragraph) and block.style == "lead")
    assert plain(lead.text) == "The Employee engagement index is not shown for 2025."


def test_a_statement_has_its_share_wilsons_interval_and_its_answers():
    answers, _ = made_up = waves_in_which_three_answer("Q57", "2025", ("5", "5", "1"))
    q58 = answers[(answers["item"] == "Q58") & (answers["assessment"] == "2025")]["answer"]
    positive, valid = int(q58.isin(["4", "5"]).sum()), len(q58)
    lower, upper = (100 * limit for limit in proportion_confint(positive, valid, method="wilson"))
    rows = {row[0].split()[0]: row[1:] for shown in tables(report_blocks(material(made_up))) for row in shown if row[0].startswith("Q")}
    assert rows["Q58"][2:] == [f"{100 * positive / valid:.1f}", f"{lower:.1f}–{upper:.1f}", str(valid)]
    assert rows["Q57"][2:] == ["not shown", "–", "–"]


def test_the_cover_counts_statements_and_sub_indices(made):
    facts = {language: dict(next(iter(cover(material(made, language)))).facts) for language in LANGUAGES}
    assert facts["en"]["Scope"] == "15 statements in three sub-indices"
    assert facts["fr"]["Périmètre"] == "15 énoncés, 3 sous-indices"
    assert facts["sr-Latn"]["Obuhvat"] == "15 tvrdnji u 3 podindeksa"
    assert facts["sr-Cyrl"]["Обухват"] == "15 тврдњи у 3 подиндекса"


@pytest.mark.parametrize(("language", "heading"), [("fr", "Enquête auprès du personnel"), ("sr-Cyrl", "Анкета међу запосленима")])
def test_it_speaks_the_missions_language(made, language, heading):
    page = render_html(document(report_blocks(material(made, language))))
    assert heading in page and "76,1" in page and f'lang="{language}"' in page


def test_an_executed_notebook_of_a_survey_mission_shows_no_figure_of_few_people(tmp_path: Path):
    folder = tmp_path / "survey"
    (folder / "inputs").mkdir(parents=True)
    settings = yaml.safe_load((PROJECT / "missions" / "example" / "mission.yaml").read_text(encoding="utf-8"))
    settings |= {"standard": "fevs-engagement", "focus": "2025", "beside": [], "scope": {}, "inputs": {"answers": "answers.csv"}}
    settings |= {"targets": {"default": 70}, "plan": {"start": "2027-Q1"}}
    (folder / "mission.yaml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    items = [leaf.id for leaf in load_standard("fevs-engagement").leaves()]
    few = {"4", "0", "1"}  # three people answered the first item, and one of them favourably: 33.3 %
    rows = [f"2025,{item},{1 + (person + place) % 5},R{person}" for place, item in enumerate(items[1:]) for person in range(40)]
    rows += [f"2025,{items[0]},{5 if person == '4' else 1},R{person}" for person in sorted(few)]
    text = "\n".join(["assessment,item,answer,respondent", *rows]) + "\n"
    (folder / "inputs" / "answers.csv").write_text(text, encoding="utf-8")
    assert main(["run", str(folder)]) == 0
    scores = pd.read_parquet(folder / "results" / "scores.parquet").set_index("node")
    findings = pd.read_parquet(folder / "results" / "findings.parquet")
    assert scores.loc[items[0], "score"] == pytest.approx(100 / 3) and items[0] in set(findings["node"])
    for name in ("2_score", "3_findings"):
        assert "33.3" not in (folder / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8")

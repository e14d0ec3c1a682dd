"""The sections say what the tables say, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from diagnostics.definitions.document_list import load_document_list
from diagnostics.definitions.mission import Thresholds
from diagnostics.reporting.blocks import Blocks, BulletList, Callout, Heading, Paragraph, ScoreCards, Table, plain
from diagnostics.reporting.figures.profile import comparison_table, criterion_table, process_table
from diagnostics.reporting.sections import annexes, details, executive_summary, profile, report_blocks, work_plan
from diagnostics.reporting.sections.beside import beside
from diagnostics.reporting.sections.maturity import shown_shares
from diagnostics.reporting.sections.voices import voices
from diagnostics.reporting.speaker import speaker
from diagnostics.scoring import score_answers
from tests.report_material import comparison_material, example_material

fixed = speaker("en").fixed


def words(blocks: Blocks) -> str:
    """Every word of a section, tables included."""
    parts: list[str] = []
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                parts.append(plain(block.text))
            case Callout():
                parts += [block.title, *map(plain, block.text)]
            case BulletList():
                parts += map(plain, block.items)
            case ScoreCards():
                parts += [f"{card.label} {card.value} {card.unit} {card.note}" for card in block.cards]
            case Table():
                parts += [block.caption, block.note, *(plain(cell.text) for row in block.rows for cell in row)]
    return "\n".join(parts)


def table(blocks: Blocks, caption: str) -> list[list[str]]:
    """The rows of the table whose caption starts so."""
    found = next(block for block in blocks if isinstance(block, Table) and block.caption.startswith(caption))
    return [[plain(cell.text) for cell in row] for row in found.rows]


def test_the_summary_names_the_overall_score_and_the_weakest_process():
    material = example_material()
    text = words(executive_summary(material))
    overall = material.scores.query("assessment == 'expert' and node == 'HRM'")["score"].iloc[0]
    weakest = process_table(material).sort_values("score")["name"].iloc[0]
    assert f"with a score of {fixed(overall)}" in text
    assert f"weakest is {weakest}" in text
    assert "Not available: payroll, training and appraisals." in text


def test_every_process_stands_in_the_levels_table_with_its_figures():
    material = example_material()
    rows = table(profile(material), "Level, score and target")
    for row, shown in zip(process_table(material).itertuples(), rows, strict=False):
        assert shown[0].startswith(row.name) and shown[2] == fixed(row.score) and shown[5] == fixed(row.target - row.score)


def test_the_states_of_the_answers_add_up():
    material = example_material()
    rows = table(profile(material), "What stands behind")
    focus = material.answers[material.answers["assessment"] == "expert"]
    assert rows[-1][2] == str((focus["answer"] == "DK").sum())
    assert rows[-1][3] == str((focus["answer"] == "NA").sum())
    assert int(rows[-1][4]) == focus["answer"].isna().sum()


def test_every_criterion_is_in_the_annex_with_the_words_of_its_level():
    material = example_material()
    text = words(annexes(material))
    for row in criterion_table(material).itertuples():
        node = material.standard.node(row.node)
        assert f"{row.node}\n{row.name}" in text
        if pd.notna(row.level) and not row.marked:
            assert node.descriptors[int(row.level) - 1] in text


def test_a_process_that_nobody_assessed_is_unknown_and_never_zero():
    material = example_material()
    unknown = material.scores["node"].str.startswith("P4") & (material.scores["assessment"] == "expert")
    scores = material.scores.assign(score=material.scores["score"].mask(unknown), label=material.scores["label"].mask(unknown))
    scores = scores.assign(lowest=scores["lowest"].mask(unknown), highest=scores["highest"].mask(unknown))
    empty = replace(material, scores=scores, findings=material.findings[material.findings["process"] != "P4"])
    row = table(profile(empty), "Level, score and target")[0]
    assert row[1:4] == ["not assessed"] * 3 and row[5] == "not assessed"
    assert "No criterion of this process has been rated." in words(details(empty))


def test_nothing_of_fewer_people_than_the_threshold_is_shown():
    material = example_material()
    few = material.process_survey.assign(respondents=9, percent_positive=33.333)
    interviews = material.interviews_summary.assign(interviews=4)
    text = words(report_blocks(replace(material, process_survey=few, interviews_summary=interviews)))
    assert "33" not in "".join(line for line in text.split("\n") if "survey" in line.lower() and "Staff survey:" not in line)
    assert text.count("Staff survey: not shown, fewer than 10 people answered it or one of its statements.") == 5
    assert text.count("Interviews: not shown, fewer than 10") == 5


def test_no_path_of_the_machine_is_printed():
    text = words(annexes(example_material()))
    assert "/somewhere" not in text and "report.folder" not in text.split("\n")


def test_published_values_stand_unchanged_beside_average_and_difference():
    rows = {row[0]: row[1:] for row in table(details(comparison_material()), "Meritocracy")}
    assert rows["Regulation of recruitment"] == ["100", "100", "61.11", "94.44", "72.22", "38.89", "85.55", "\u221213.33"]
    assert rows["Time to hire"] == ["0", "0", "100", "0", "0", "100", "20.00", "\u221220.00"]


def test_missing_values_are_no_data():
    rows = {row[0]: row[1:] for row in table(details(comparison_material()), "Professional development")}
    assert rows["Co-ordination of training"][5] == "no data"
    assert rows["Training budget"] == ["no data"] * 8


def test_every_item_of_the_comparison_has_its_row():
    material = comparison_material()
    shown = [
        row[0]
        for block in details(material)
        if isinstance(block, Table)
        for row in ([plain(cell.text) for cell in cells] for cells in block.rows)
    ]
    assert shown == list(comparison_table(material)["name"])


def test_without_remedies_the_plan_says_so():
    text = words(work_plan(comparison_material()))
    assert "No remedies are bundled for the standard" in text


@pytest.mark.parametrize("name", ["quality", "process_survey", "interviews_summary", "workplan", "findings"])
def test_a_report_is_made_whatever_is_missing(name):
    material = example_material()
    missing = replace(material, **{name: getattr(material, name).head(0)})
    assert len(report_blocks(missing)) > 20


def test_raters_who_are_divided_are_named_by_criterion_and_never_one_by_one():
    material = example_material()
    rows = material.answers[(material.answers["assessment"] == "self") & (material.answers["item"] == "P4-1.effect")]
    split = pd.concat([rows.assign(answer="1" if n < 6 else "4", respondent=f"r{n}", evidence="D-01") for n in range(12)])
    answers = pd.concat([material.answers[~material.answers.index.isin(rows.index)], split], ignore_index=True)
    divided = replace(material, answers=answers, scores=score_answers(answers, material.standard))
    text = words(report_blocks(divided))
    assert "On one criterion the raters lie 2 levels or more apart" in text and "(P4-1), self-assessment" in text
    few = replace(divided, mission=divided.mission.model_copy(update={"thresholds": Thresholds(disclosure=13)}))
    assert "No criterion with enough raters to be shown divides them" in words(report_blocks(few))


def test_a_process_with_too_few_rated_criteria_is_called_incomplete():
    material = example_material()
    answers = material.answers.copy()
    answers.loc[answers["item"].str.match(r"P4-[1-4]\."), "answer"] = None
    thin = replace(material, answers=answers, scores=score_answers(answers, material.standard))
    text = words(report_blocks(thin))
    assert "Fewer than 80" in text and "read the score as incomplete" in text
    assert "read the score as incomplete" not in words(report_blocks(material))


def answered_with(code: str | None, pattern: str):
    """The example with one answer to every question of the focus whose id fits."""
    material = example_material()
    answers = material.answers.copy()
    rows = answers["item"].str.match(pattern) & (answers["assessment"] == "expert")
    answers.loc[rows, ["answer", "evidence"]] = [code, None]
    gone = material.findings[~material.findings["node"].str.match(pattern)]
    return replace(material, answers=answers, scores=score_answers(answers, material.standard), findings=gone)


def test_a_report_is_made_where_nothing_was_answered():
    blank = answered_with(None, "P")
    assert process_table(blank)["evidence_share"].isna().all()
    text = words(report_blocks(blank))
    assert "Too little was answered" in text and text.count("No criterion of this process has been rated.") == 5


def test_the_annex_shows_the_answer_that_was_given_beside_what_it_counts():
    claimed = answered_with("3", r"P4-1\.")
    row = table(annexes(claimed), "Jobs (P4)")[0]
    label = {option.code: option.label for option in claimed.standard.scales["existence"].options}["3"]
    assert row[1] == f"3 {label}, no evidence: counts 1 *"
    assert row[-2:] == ["1 *", ""], "the words of level 1 were not what was found"


def test_a_share_that_would_give_a_small_statement_away_is_not_shown():
    material = example_material()
    statements = pd.DataFrame({"item": ["a", "b", "c"], "process_id": ["P4", "P4", "P5"], "answered": [9, 900, 0], "positive": [3, 400, 0]})
    shown = shown_shares(replace(material, survey_summary=statements)).set_index("process")
    assert shown.loc["P4", ["percent_positive", "lower", "upper", "answered", "respondents"]].isna().all()
    assert shown.loc["P5":, "percent_positive"].notna().all(), "a statement that nobody answered tells of nobody"
    assert shown_shares(material)["percent_positive"].notna().all()


def test_what_does_not_apply_is_not_called_unassessed():
    outside = answered_with("NA", "P4-")
    pages = details(outside)
    assert "Nothing of this process applies." in words(pages)
    row = table(profile(outside), "Level, score and target")[0]
    assert row[1:4] == ["not applicable"] * 3 and row[5:] == ["not applicable"] * 3
    assert {row[-2] for row in table(annexes(outside), "Jobs (P4)")} == {"not applicable"}
    assert {row[1] for row in table(pages, "Jobs: levels")} == {"not applicable"}
    assert "not assessed" not in " ".join(table(annexes(outside), "Jobs (P4)")[0])
    assert "Nothing of the processes in scope applies" in words(executive_summary(answered_with("NA", "P")))


def test_the_overall_score_can_be_worked_out_from_its_parts():
    *parts, total = table(profile(example_material()), "How the overall score")
    known = [(float(row[1]), float(row[2])) for row in parts if row[2] != "not assessed"]
    assert sum(weight * score for weight, score in known) / sum(weight for weight, _ in known) == pytest.approx(float(total[2]), abs=1e-3)


def test_figures_of_a_self_assessment_are_called_so():
    material = example_material()
    own = replace(material, mission=material.mission.model_copy(update={"focus": "self", "beside": ()}))
    assert "According to its self-assessment, the human resource management" in words(executive_summary(own))


def test_a_basic_document_that_is_missing_is_named_with_what_that_means():
    listed = load_document_list("wco-hrm")
    in_scope = {process.id for process in example_material().processes}
    basics = [one for one in listed.documents if one.basic and one.process in in_scope]
    documents = pd.DataFrame({"title": [one.title for one in basics], "status": "approved", "listed_as": [one.type for one in basics]})
    documents = documents.assign(type="rule", process_id=[one.process for one in basics], approved_on=pd.NaT, reviewed_on=pd.NaT)
    marked, unnamed = basics[0], basics[-1]
    documents.loc[0, "status"] = "missing"
    whole = replace(example_material(), document_list=listed, documents=documents.iloc[:-1])
    rows = table(beside(whole), "Basic documents that are missing, and what that means")
    assert [row[0] for row in rows] == [marked.title, unnamed.title]
    assert [row[2:] for row in rows] == [["marked as missing", marked.absence], ["not named", unnamed.absence]]
    node = next(process for process in whole.processes if process.id == marked.process)
    assert f"A basic document is missing: {marked.title}." in voices(whole, node) and "Missing documents" not in voices(whole, node)
    untold = beside(replace(whole, documents=documents.assign(listed_as=None)))
    assert "It cannot be told which basic documents are missing" in words(untold)

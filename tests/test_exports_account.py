"""Nothing is dropped silently: whatever a table holds, every column and every row has one fate, and every cell is accounted for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from diagnostics.definitions.problems import BadInput, errors
from diagnostics.intake.exports.account import COLUMNS, reading_json, summary_lines
from diagnostics.intake.exports.answers import Fault, meaning_of
from diagnostics.intake.exports.matching import index_questions, targets_of
from diagnostics.intake.exports.reading import read_export
from tests import export_robot as robot
from tests.export_writers import write_csv

FORM = robot.sample_form()
FLAT = replace(FORM, groups=tuple(group for group in FORM.groups if not group.repeats))
quiet = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

HEADING = st.sampled_from(
    ["respondent", "P4-1.existence", "practice/P4_1_existence", "Is it there?", "topics", "topics/law", "topics/it", "staff", "share",
     "since",
     "remark", "thanks", "_uuid", "_id", "_submission_time", "_submitted_by", "Somebody's name", "", "P4_1_na", "sans objet ?", "KEY",
     "SubmissionDate", "item", "answer"]
)  # fmt: skip
CELL = st.sampled_from(
    ["", "", "1", "3", "DK", "none", "Tous", "yes", "Oui", "law it", "law", "0", "12", "12,5", "2026-01-31", "x", "WG-01", "WG-02", "a@b"]
)


@quiet
@given(
    headings=st.lists(HEADING, min_size=1, max_size=8),
    rows=st.lists(st.lists(CELL, min_size=8, max_size=8), max_size=8),
    delimiter=st.sampled_from([",", ";", "\t"]),
)
@example(headings=["topics", "topics/law", "topics/it"], rows=[["law", "1", "0", "", "", "", "", ""]], delimiter=",")
def test_every_column_and_row_has_one_fate(headings: list[str], rows: list[list[str]], delimiter: str, tmp_path: Path):
    width = len(headings)
    path = write_csv([headings, *(row[:width] for row in rows)], tmp_path / "t.csv", delimiter)
    try:
        reading = read_export(FLAT, path)
    except BadInput as bad:
        assert bad.problems and all(problem.file for problem in bad.problems)
        return
    assert [each.heading for each in reading.columns] == headings
    assert reading.column_count() == sum(reading.column_count(fate) for fate in ("used", "ignored", "problem")) == width
    assert reading.row_count() == sum(reading.row_count(fate) for fate in ("used", "ignored", "problem")) == len(rows)
    assert all(each.why for each in (*reading.columns, *reading.rows))
    assert list(reading.answers.columns) == list(COLUMNS)
    assert set(reading.answers["row"]) <= set(range(2, len(rows) + 2))
    assert reading.answers["row"].nunique() >= reading.row_count("used")
    assert bool(reading.row_count("problem") or reading.column_count("problem")) <= bool(errors(reading.problems))
    assert summary_lines(reading) and reading_json(reading)


@quiet
@given(
    filled=st.integers(0, 10_000), broken=st.lists(st.tuples(st.integers(0, 11), st.sampled_from(["P4_1_existence", "staff"])), max_size=4)
)
def test_each_wrong_cell_is_told_and_no_right_one(filled: int, broken: list[tuple[int, str]], tmp_path: Path):
    people = [replace(each, repeats=[]) for each in robot.filled_in(FORM, 12, filled)]
    for number, name in broken:
        people[number].answers[name] = f"nonsense {number}"
    reading = read_export(FORM, write_csv(robot.kobo(FORM, people)["sample"], tmp_path / "k.csv", ";"))
    told = {(problem.row, problem.found) for problem in errors(reading.problems)}
    assert told == {(number + 2, f"nonsense {number}") for number, _ in broken}
    assert reading.row_count("problem") == len({number for number, _ in broken})
    right = robot.expected(FORM, people)
    assert robot.found(reading) == {key: count for key, count in right.items() if not key[2].startswith("nonsense")}


@quiet
@given(text=st.text(max_size=30))
def test_no_text_is_an_answer_unless_it_is_one(text: str):
    for question in FLAT.questions():
        if question.type == "select_one" and text:
            meaning = meaning_of(question)(text)
            assert isinstance(meaning, Fault) or set(meaning) <= set(question.codes())


@quiet
@given(codes=st.lists(st.sampled_from(["law", "it", "misc"]), unique=True, min_size=1), language=st.sampled_from([None, "en", "fr"]))
def test_a_multiple_choice_is_the_same_in_any_order_and_language(codes: list[str], language: str | None):
    topics = next(question for question in FLAT.questions() if question.name == "topics")
    for between in (" ", "; ", ", ", "\n", "|"):
        written = between.join(robot.label_of(topics, code, language) if language else code for code in codes)
        assert meaning_of(topics)(written) == tuple(code for code in topics.codes() if code in codes)


@given(text=st.text(max_size=40))
def test_no_heading_breaks_the_matcher(text: str):
    index = index_questions(FLAT)
    assert len(targets_of(index, [text])) <= len(index.order)

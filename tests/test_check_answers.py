"""Whatever is wrong with a table of answers is said once for all the rows concerned, and no row is dropped in silence."""

from __future__ import annotations

import pandas as pd
import pytest

from diagnostics.definitions.problems import BadInput
from diagnostics.definitions.standard_loading import parse_standard
from diagnostics.scoring import check_answers, score_answers

STANDARD = parse_standard(
    "standard: probe\nversion: 1\ntitle: Probe\nsource: tests\n"
    "scales: {y: {options: [{code: No, value: 0}, {code: Yes, value: 1}]}, n: {min: 0, max: 10},"
    " five: {options: [{code: 5, value: 5}, {code: 6, value: 6}]}}\n"
    "nodes: [{id: N, aggregate: mean, children: [{id: i1, scale: y}, {id: i2, scale: n}, {id: i3, scale: five, respondents: consensus}]}]\n"
)


def _table(*rows: tuple, columns=("item", "answer"), **more) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(columns)).assign(**({"assessment": "x"} | more))


def _found(table: pd.DataFrame) -> list[tuple[str, int | None, str | None]]:
    return [(problem.kind, problem.row, problem.found) for problem in check_answers(table, STANDARD, "a.csv")]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("i1", "Maybe"), ("i2", "")], [("code-outside-scale", 2, "Maybe")]),
        ([("i1", "Yes"), ("i9", "Yes")], [("unknown-item", 3, "i9")]),
        ([("N", "Yes")], [("unknown-item", 2, "N")]),
        ([("i2", "10.01")], [("number-out-of-range", 2, "10.01")]),
        ([("i2", "3,5")], [("not-a-number", 2, "3,5")]),
        ([("i2", "1e400")], [("number-out-of-range", 2, "1e400")]),
        ([("i2", "nan")], [("not-a-number", 2, "nan")]),
        ([("i2", "inf")], [("not-a-number", 2, "inf")]),
        ([("i1", "Yes"), ("i1", "No")], [("repeated-answer", 2, "i1")]),
        ([("", "Yes")], [("missing-item", 2, None)]),
        ([("i1", "Yes"), ("i2", " 3 "), ("i3", "")], []),
        ([("i1", "DK"), ("i2", "NA")], []),
        ([("i1", "NA"), ("i2", "NA"), ("i3", "NA")], []),
    ],
)
def test_each_kind_of_problem(rows, expected):
    assert _found(_table(*rows)) == expected


def test_every_problem_at_once_in_the_order_of_rows():
    table = _table(("i1", "Maybe"), ("i9", "Yes"), ("i2", "11"), ("i2", "abc"))
    assert [kind for kind, _, _ in _found(table)] == [
        "code-outside-scale",
        "unknown-item",
        "number-out-of-range",
        "repeated-answer",
        "not-a-number",
    ]


def test_a_message_helps_to_mend():
    problem = check_answers(_table(("i1", "yes"), row=[14]), STANDARD, "acme.csv")[0]
    assert str(problem) == (
        "acme.csv, row 14, column 'answer': found 'yes'; allowed: No, Yes, NA, DK (scale 'y'). "
        "Did you mean 'Yes'? Correct the cell, or leave it empty if the question was not asked."
    )


def test_a_million_bad_rows_make_one_line_that_counts_them():
    table = pd.DataFrame({"assessment": [f"x{number}" for number in range(1_000_000)], "item": "i1", "answer": "Maybe"})
    problems = check_answers(table, STANDARD, "a.csv")
    assert len(problems) == 1 and "In 1,000,000 rows: 2, 3, 4, 5, 6 and 999,995 more." in problems[0].advice


def test_many_different_faults_are_cut_but_counted():
    table = pd.DataFrame({"assessment": "x", "item": [*(f"no{number}" for number in range(250)), "i1"], "answer": "Yes"})
    problems = check_answers(table, STANDARD, "a.csv")
    assert len(problems) == 101 and "In 150 rows: 102, 103" in problems[-1].advice


def test_items_of_another_standard_are_told_once():
    items = [f"no{number}" for number in range(21)]
    table = pd.DataFrame({"assessment": "x", "item": [*items, ""], "answer": "Yes"})
    problems = check_answers(table, STANDARD, "a.csv")
    assert [(problem.kind, problem.row) for problem in problems] == [("wrong-standard", 2), ("missing-item", 23)]
    assert "None of the items belongs to 'probe': is it the right standard? In 21 rows" in problems[0].advice
    assert len(check_answers(table.iloc[:20], STANDARD, "a.csv")) == 20


LETTERED = parse_standard(
    "standard: lettered\nversion: 1\ntitle: Lettered\nsource: tests\n"
    "scales: {l: {options: [{code: D, value: 1}, {code: C, value: 2}, {code: B, value: 3}, {code: A, value: 4}]},"
    " q: {options: [{code: none, value: 0}, {code: most, value: 1}]}, n: {min: 0, max: 9}}\n"
    "nodes: [{id: PI-02.1, scale: l}, {id: PI-29.1, scale: q}, {id: PI-30.1, scale: n}]\n"
)


@pytest.mark.parametrize(
    ("item", "answer", "meant"),
    [
        ("PI-29.1", "MOST", "most"),
        ("PI-29.1", "mst", "most"),
        ("PI-02.1", "b", "B"),
        ("PI-02.1", "B+", None),
        ("PI-02.1", "n/a", "NA"),
        ("PI-30.1", "N.A.", "NA"),
        ("PI-30.1", "dk", "DK"),
        ("PI-2.1", "B", "PI-02.1"),
        ("pi-29.1", "most", "PI-29.1"),
    ],
)
def test_the_code_or_item_that_is_meant_is_suggested(item, answer, meant):
    (problem,) = check_answers(_table((item, answer)), LETTERED, "a.csv")
    assert f"Did you mean '{meant}'?" in problem.advice if meant else "Did you mean" not in problem.advice


def test_blank_rows_are_counted_and_passed_over():
    blank = pd.DataFrame({"assessment": [None, "", "  "], "item": "", "answer": [None, "", " "]})
    table = pd.concat([_table(("i1", "Yes")), blank], ignore_index=True)
    problems = check_answers(table, STANDARD, "a.csv")
    assert [(problem.kind, problem.severity) for problem in problems] == [("blank-row", "warning")] and "In 3 rows: 3, 4, 5." in problems[
        0
    ].advice
    assert score_answers(table, STANDARD)["assessment"].unique().tolist() == ["x"]


def test_an_answer_without_assessment_is_refused():
    assert _found(_table(("i1", "Yes"), assessment=[None])) == [("missing-assessment", 2, None)]


def test_two_people_may_answer_but_nobody_twice():
    columns = ("item", "answer", "respondent")
    assert _found(_table(("i1", "Yes", "a"), ("i1", "No", "b"), columns=columns)) == []
    found = check_answers(_table(("i1", "Yes", "Ana"), ("i1", "No", "Ana"), columns=columns), STANDARD, "a.csv")
    assert [problem.kind for problem in found] == ["repeated-answer"] and "Ana" not in str(found[0])


@pytest.mark.parametrize("weight", ["0", "-1", "abc", "inf", "1e300", "nan", None])
def test_a_weight_is_a_number_above_0(weight):
    table = _table(("i1", "Yes", "1.5"), ("i2", "3", weight), columns=("item", "answer", "weight"))
    assert [(kind, row) for kind, row, _ in _found(table)] == [("bad-weight", 3)]


def test_what_was_not_answered_needs_no_weight():
    assert _found(_table(("i1", "", None), columns=("item", "answer", "weight"))) == []


def test_a_missing_column_is_named_with_the_one_that_is_probably_meant():
    problems = check_answers(pd.DataFrame({"assesment": ["x"], "item": ["i1"]}), STANDARD, "a.csv")
    assert [problem.column for problem in problems] == ["assessment", "answer"] and "assesment" in problems[0].advice


def test_a_missing_column_is_told_with_those_that_were_found():
    (problem,) = check_answers(pd.DataFrame({"assessment": ["x"], "item": ["i1"], "score": ["Yes"], "row": [2]}), STANDARD, "a.csv")
    assert problem.advice == "The column is missing (found: assessment, item, score). Is 'score' meant? Rename it."
    (problem,) = check_answers(pd.DataFrame({"assessment": ["x"], "item": ["i1"], "one": ["a"], "two": ["b"]}), STANDARD, "a.csv")
    assert problem.advice == "The column is missing (found: assessment, item, one, two). Add it."


def test_a_table_without_headings_is_told_to_add_them():
    (problem,) = check_answers(pd.DataFrame({"x": ["x"], "i1": ["i2"], "yes": ["3"], "row": [2]}), STANDARD, "a.csv")
    assert (
        problem.kind == "missing-header" and "first row looks like data" in problem.advice and "assessment, item, answer" in problem.advice
    )


def test_answers_without_a_consensus_row_are_announced():
    table = _table(("i3", "5", "r1"), ("i3", "6", "r2"), columns=("item", "answer", "respondent"))
    problems = check_answers(table, STANDARD, "a.csv")
    assert [(problem.kind, problem.severity) for problem in problems] == [("no-consensus", "warning")]


def test_an_empty_table_holds_no_answer():
    assert _found(pd.DataFrame({"assessment": [], "item": [], "answer": []})) == [("no-answers", None, None)]


def test_what_is_out_of_scope_is_announced_and_not_counted():
    smaller = STANDARD.without(["i2"])
    table = _table(("i1", "Yes"), ("i2", "3"))
    assert [(problem.kind, problem.severity) for problem in check_answers(table, smaller, "a.csv")] == [("out-of-scope", "warning")]
    assert "i2" not in set(score_answers(table, smaller)["node"])


def test_scoring_refuses_what_the_check_finds():
    for table in (_table(("i1", "Maybe")), _table(("i9", "Yes")), _table(("i1", "Yes"), ("i1", "Yes")), pd.DataFrame({"item": ["i1"]})):
        with pytest.raises(BadInput):
            score_answers(table, STANDARD)


@pytest.mark.parametrize("answers", [[5, 6], [5.0, 6.0], ["5.0", "6"], pd.array([5, 6], dtype="Int64"), pd.Categorical(["5", "6"])])
def test_numbers_of_any_column_type_are_the_codes_they_stand_for(answers):
    standard = parse_standard(
        "standard: p\nversion: 1\ntitle: p\nsource: t\nscales: {five: {options: [{code: 5, value: 5}, {code: 6, value: 6}]}}\n"
        "nodes: [{id: a, scale: five}, {id: b, scale: five}]\n"
    )
    table = pd.DataFrame({"assessment": [2021, 2021], "item": ["a", "b"], "answer": answers})
    scores = score_answers(table, standard)
    assert (
        scores["score"].tolist() == [5, 6] and scores["assessment"].unique().tolist() == ["2021"] and scores["label"].tolist() == ["5", "6"]
    )


SHARES = "{code: none, value: 0}, {code: some, value: 0.25}, {code: half, value: 0.5}, {code: most, value: 1}"


def _shares(options: str, more: str = "", of_item: str = ""):
    return parse_standard(
        f"standard: p\nversion: 1\ntitle: p\nsource: t\nscales: {{s: {{options: [{options}]{more}}}}}\n"
        f"nodes: [{{id: a, scale: s{of_item}}}, {{id: b, scale: s{of_item}}}]\n"
    )


@pytest.mark.parametrize("answers", [["0.25", "1"], ["0.250", "1.0"], ["some", "most"], [0.25, 1.0], ["2.5e-1", "+1"]])
def test_a_number_that_is_no_code_is_the_option_with_this_value(answers):
    table = pd.DataFrame({"assessment": "x", "item": ["a", "b"], "answer": answers})
    scores = score_answers(table, _shares(SHARES))
    assert scores[["score", "label", "marked"]].values.tolist() == [[0.25, "some", False], [1, "most", False]]


def test_a_number_counts_like_the_code_that_it_stands_for():
    standard = _shares(SHARES, of_item=", respondents: percent-positive, positive: [some]")
    table = pd.DataFrame({"assessment": "x", "item": ["a", "b"], "answer": ["0.25", "0.5"]})
    assert score_answers(table, standard)["score"].tolist() == [100, 0]


@pytest.mark.parametrize(
    ("standard", "answer"),
    [
        (_shares(SHARES), "0.3"),  # nobody's value
        (_shares(SHARES + ", {code: also, value: 0.25}"), "0.25"),  # whose of the two?
        (_shares(SHARES + ", {code: 2, value: 3}"), "0.25"),  # codes are numbers: 0.25 may be a mistyped one
        (_shares(SHARES, ", same_as: {9: none}"), "0.25"),
        (_shares(SHARES, ", not_applicable: [99]"), "0.25"),
    ],
)
def test_a_number_that_might_mean_something_else_is_refused(standard, answer):
    table = pd.DataFrame({"assessment": ["x"], "item": ["a"], "answer": [answer]})
    assert [problem.found for problem in check_answers(table, standard, "a.csv")] == [answer]


def test_na_is_read_by_the_scale_where_it_defines_its_own():
    standard = parse_standard(
        "standard: p\nversion: 1\ntitle: p\nsource: t\n"
        "scales: {own: {min: 0, max: 1, not_applicable: [N/A], dont_know: [X]},"
        " code: {options: [{code: NA, value: 3}, {code: DK, value: 1}]}}\n"
        "nodes: [{id: a, scale: own}, {id: b, scale: code}, {id: c, scale: own}]\n"
    )
    table = pd.DataFrame({"assessment": "x", "item": ["a", "b", "c"], "answer": ["N/A", "NA", "X"]})
    scores = score_answers(table, standard).set_index("node")
    assert scores.loc["a", "not_applicable"] == 1 and scores.loc["b", "score"] == 3 and scores.loc["c", "dont_know"] == 1
    kinds = [problem.kind for problem in check_answers(table.assign(answer=["NA", "NA", "DK"]), standard, "a.csv")]
    assert kinds == ["not-a-number", "not-a-number"]

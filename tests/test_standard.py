"""The STANDARD format: every fault of a file is found at once, each with its line; and what a standard can be asked."""

from __future__ import annotations

import numpy as np
import pytest

from diagnostics.definitions.problems import BadInput
from diagnostics.definitions.standard_loading import bundled_standards, load_standard, parse_standard
from diagnostics.scoring.labels import labels_of
from diagnostics.scoring.tree import branches_of

HEAD = 'standard: probe\nversion: "1"\ntitle: Probe\nsource: {where: tests}\n'
SCALE = "scales: {y: {options: [{code: No, value: 0}, {code: Yes, value: 1}], reached: [Yes]}, n: {min: 0, max: 10}}\n"
NODE = "nodes: [{id: N, aggregate: mean, children: [{id: a, scale: y}]}]\n"


def _faults(text: str) -> list[tuple[str, int | None, str]]:
    with pytest.raises(BadInput) as caught:
        parse_standard(text)
    return [(problem.kind, problem.row, problem.found or "") for problem in caught.value.problems]


def _nodes(text: str) -> str:
    return f"{HEAD}{SCALE}nodes:\n{text}"


def _scale(text: str) -> str:
    return f"{HEAD}scales:\n  s: {text}\n  y: {{min: 0, max: 1}}\n{NODE}"


# Line 6 is the first line under 'nodes:' or 'scales:'.
@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (_nodes("- {id: N, aggregate: meen, children: [{id: a, scale: y}]}"), ("unknown-rule", 7, "meen")),
        (_nodes("- {id: a, scale: yy}"), ("dangling-scale", 7, "yy")),
        (_nodes("- {id: a, scale: y}\n- {id: a, scale: y}"), ("duplicate-id", 8, "a")),
        (_nodes("- {id: a}"), ("scale-missing", 7, "")),
        (_nodes("- {id: N, aggregate: mean}"), ("children-missing", 7, "N")),
        (_nodes("- {id: N, children: [{id: a, scale: y}]}"), ("rule-missing", 7, "")),
        (_nodes("- {id: N, aggregate: mean, scale: y, children: [{id: a, scale: y}]}"), ("leaf-key", 7, "")),
        (_nodes("- {id: a, scale: y, weight: -1}"), ("bad-value", 7, "-1")),
        (_nodes("- {id: a, scale: y, weight: .inf}"), ("bad-value", 7, ".inf")),
        (_nodes("- {id: a, scale: y, weight: nan}"), ("bad-value", 7, "nan")),
        (_nodes("- {id: a, scale: y, wieght: 1}"), ("unknown-key", 7, "")),
        (_nodes("- {id: N, aggregate: staged, children: [{id: a, scale: y}]}"), ("stage-missing", 7, "a")),
        (_nodes("- {id: N, aggregate: staged, children: [{id: a, scale: n, stage: 1}]}"), ("reached-missing", 5, "")),
        (_nodes("- {id: N, aggregate: points, children: [{id: a, scale: n}]}"), ("points-missing", 7, "a")),
        (_nodes("- {id: N, aggregate: points, children: [{id: a, scale: n, max_points: 5}]}"), ("points-above-maximum", 7, "10")),
        (
            _nodes("- {id: N, aggregate: points, children: [{id: a, scale: n, points: {linear: [[0, 0], [1, 2]]}}]}"),
            ("max-points-missing", 7, "a"),
        ),
        (_nodes("- {id: a, scale: n, points: {bands: [{below: 2, points: 1}, {below: 1, points: 2}, {points: 0}]}}"), ("bad-value", 7, "")),
        (_nodes("- {id: a, scale: n, points: {bands: [{below: 2, points: 1}]}}"), ("bad-value", 7, "")),
        (_nodes("- {id: a, scale: y, respondents: percent-positive, positive: [Yes, Maybe]}"), ("dangling-code", 7, "Maybe")),
        (_nodes("- {id: a, scale: y, respondents: percent-positive}"), ("positive-missing", 7, "a")),
        (_nodes("- {id: a, scale: y, positive: [Yes]}"), ("positive-unused", 7, "")),
        (_nodes("- {id: N, aggregate: weakest-link, children: [{id: a, scale: n}]}"), ("letters-needed", 7, "N")),
        (_nodes("- {id: N, aggregate: average-table, children: [{id: a, scale: y}]}"), ("letters-number", 5, "")),
        (_nodes("- {id: a, scale: y, requires: [b]}"), ("dangling-requires", 7, "b")),
        (_nodes("- {id: a, scale: y, requires: [b]}\n- {id: b, scale: y, requires: [a]}"), ("requires-cycle", 7, "a")),
        (_scale("{}"), ("scale-without-options", 6, "")),
        (_scale("{options: []}"), ("scale-without-options", 6, "")),
        (_scale("{min: 3, max: 3}"), ("empty-scale", 6, "3")),
        (_scale("{min: 3, max: 4, options: [{code: a, value: 1}]}"), ("scale-of-two-kinds", 6, "")),
        (_scale("{options: [{code: a, value: 1}, {code: a, value: 2}]}"), ("duplicate-code", 6, "a")),
        (_scale("{options: [{code: NA, value: 1}], not_applicable: [NA]}"), ("duplicate-code", 6, "NA")),
        (_scale("{options: [{code: true, value: 1}]}"), ("bad-value", 6, "true")),
        (_scale("{options: [{code: null, value: 1}]}"), ("bad-value", 6, "")),
        (_scale("{options: [{code: a, value: true}]}"), ("bad-value", 6, "true")),
        (_scale("{options: [{code: a, value: 1}], same_as: {b: c}}"), ("dangling-code", 6, "c")),
        (_scale("{options: [{code: a, value: 1}], same_as: {b: c, c: b}}"), ("alias-cycle", 6, "c")),
        (_scale("{options: [{code: a, value: 1}], reached: [b]}"), ("dangling-code", 6, "b")),
        (_scale("{options: [{code: a, value: 1}, {code: b, value: 2}], reached: [a]}"), ("reached-not-best", 6, "b")),
        (_scale("{options: [{code: a, value: 1}], unanswered: lowst}"), ("bad-value", 6, "lowst")),
        (f"{HEAD}{SCALE}{NODE}levels: [{{number: 2, name: b}}, {{number: 1, name: a}}]", ("levels-order", 7, "")),
        (
            f"{HEAD}{SCALE}{NODE}levels: [{{number: 1, name: a, min_score: 40}}, {{number: 2, name: b, min_score: 20}}]",
            ("levels-order", 7, ""),
        ),
        (f"{HEAD}{SCALE}nodes: []", ("bad-value", 6, "")),
        (f"{HEAD}{SCALE}", ("missing-key", 1, "")),
        ("- a list", ("not-a-mapping", None, "")),
        ("", ("not-a-mapping", None, "")),
    ],
)
def test_each_fault_is_named_with_its_line(text, fault):
    assert fault in _faults(text)


def test_all_faults_of_a_file_come_at_once():
    text = _nodes(
        "- {id: N, aggregate: meen, children: [{id: a, scale: yy}, {id: a, scale: y, weight: -1, sacle: y}]}\n- {id: 5, scale: true}"
    )
    kinds = {kind for kind, _, _ in _faults(text)}
    assert kinds == {"unknown-rule", "dangling-scale", "duplicate-id", "bad-value", "unknown-key"}


def test_a_mistyped_rule_is_told_the_nearest_one():
    with pytest.raises(BadInput) as caught:
        parse_standard(_nodes("- {id: N, aggregate: weakest_link, children: [{id: a, scale: y}]}"))
    assert "weakest-link" in caught.value.problems[0].advice and "standard.yaml, line 7" in str(caught.value.problems[0])


LETTERS = "[{code: D, value: 1}, {code: C, value: 2}, {code: B, value: 3}, {code: A, value: 4}]"
TABLE = "nodes: [{id: N, aggregate: average-table, children: [{id: a, scale: s}, {id: b, scale: s}]}]\n"


def _advice(text: str) -> list[str]:
    with pytest.raises(BadInput) as caught:
        parse_standard(text)
    return [problem.advice for problem in caught.value.problems]


def _lettered(options: str, nodes: str = TABLE, more: str = "") -> str:
    return f"{HEAD}scales:\n  s: {{options: {options}{more}}}\n{nodes}"


@pytest.mark.parametrize("rule", ["mean", "sum", "points"])
@pytest.mark.parametrize("inner", ["weakest-link", "average-table"])
def test_letters_are_not_averaged(rule, inner):
    children = f"[{{id: L, aggregate: {inner}, max_points: 4, children: [{{id: a, scale: s}}]}}]"
    advice = _advice(_lettered(LETTERS, f"nodes: [{{id: N, aggregate: {rule}, children: {children}}}]\n"))
    assert advice == ["Node 'N' averages letters, which have no average. Leave the indicators as separate roots."]


@pytest.mark.parametrize("rule", ["weakest-link", "average-table"])
def test_letters_rise_from_d_to_a(rule):
    best_first = "[{code: A, value: 1}, {code: B, value: 2}, {code: C, value: 3}, {code: D, value: 4}]"
    nodes = TABLE.replace("average-table", rule)
    assert _advice(_lettered(best_first, nodes)) == [f"Under '{rule}' the worst is D: values must rise from D to A."]
    other = "[{code: good, value: 4}, {code: fair, value: 3}, {code: poor, value: 2}, {code: bad, value: 1}]"
    assert parse_standard(_lettered(other, nodes)).scales["s"].allowed().startswith("good")


@pytest.mark.parametrize(
    ("options", "advice"),
    [
        ("[{code: D, value: 1}, {code: C, value: 2}, {code: B, value: 3,5}]", "A comma ends the value here: write a decimal point, 3.5."),
        ("[{code: D, value: 1}, {code: C, value: '3,5'}]", "Write a number with a decimal point."),
        ("[{code: D, value: 1}, {code: C}]", "This key is missing. Add it."),
    ],
)
def test_one_bad_value_is_told_without_what_follows_from_it(options, advice):
    assert _advice(_lettered(options, more=", same_as: {E: C}, reached: [C]")) == [advice]


def test_a_bad_weight_is_told_without_what_follows_from_it():
    assert _advice(_nodes("- {id: a, scale: y, weight: heavy}")) == ["Write a number with a decimal point."]
    assert _advice(_nodes("- {id: a, scale: n, max_points: 3,5, weight: 2,5}")) == [
        "A comma ends the value here: write a decimal point, 2.5."
    ]


def test_codes_and_ids_are_taken_as_they_are_written():
    standard = parse_standard(
        "standard: 2021\nversion: 2.10\ntitle: t\nsource: s\n"
        "scales: {s: {options: [{code: No, value: 0}, {code: 5, value: 1}, {code: 0.50, value: 2}, {code: 'true', value: 3}]}}\n"
        "nodes: [{id: 45, scale: s, respondents: percent-positive, positive: [5, 0.50]}]\n"
    )
    assert (standard.id, standard.version, standard.leaves()[0].id) == ("2021", "2.10", "45")
    assert list(standard.scales["s"].values()) == ["No", "5", "0.50", "true"] and standard.leaves()[0].positive == ("5", "0.50")


def test_the_tree_can_be_walked_and_cut():
    text = _nodes(
        "- id: R\n  aggregate: mean\n  children:\n"
        "  - {id: A, aggregate: mean, children: [{id: a, scale: y, question: 'Is it?'}, {id: b, scale: y, requires: [c]}]}\n"
        "  - {id: B, aggregate: mean, children: [{id: c, scale: n}]}\n"
    )
    standard = parse_standard(text)
    assert [(placed.node.id, placed.parent, placed.depth) for placed in standard.nodes()] == [
        ("R", None, 0), ("A", "R", 1), ("a", "A", 2), ("b", "A", 2), ("B", "R", 1), ("c", "B", 2)
    ]  # fmt: skip
    assert [leaf.id for leaf in standard.leaves()] == ["a", "b", "c"] and [node.id for node in standard.criteria()] == ["a"]
    assert standard.scale_of(standard.node("c")).max == 10
    smaller = standard.without(["c", "a"])
    assert [placed.node.id for placed in smaller.nodes()] == ["R", "A", "b"]
    assert smaller.out_of_scope == ("a", "c") and smaller.node("b").requires == ()
    with pytest.raises(BadInput, match="Did you mean"):
        standard.without(["bb"])
    with pytest.raises(BadInput):
        standard.without(["R"])
    with pytest.raises(KeyError):
        standard.node("z")


PROCESS = """\
id: P1
name: Strategy
scope: What it covers.
source: tests
criteria:
  - id: P1-1
    name: Plan
    question: Is there a plan?
    why: Without it nobody knows.
    evidence: [the plan]
    descriptors: [one, two, three, four, five]
    weight: 2
    weight_reason: It decides.
    coverage_of: people
    source: tests
  - id: P1-2
    name: Sponsor
    question: Is there a sponsor?
    why: Without one it stops.
    evidence: [the order]
    descriptors: [one, two, three, four, five]
    weight_reason: As the others.
    coverage_reason: There is one sponsor only.
    requires: [P1-1]
    source: tests
"""
GATED = (
    f"{HEAD}scales: {{g: {{options: [{{code: 1, value: 1}}, {{code: 2, value: 2}}]}}}}\n"
    "gates: [{id: existence, scale: g}, {id: coverage, scale: g, respondents: median}]\n"
    "nodes: [{id: H, aggregate: mean, children: [{id: P1, file: P1.yaml, weight: 3}]}]\n"
)


def _gated(folder, process: str, standard: str = GATED):
    (folder / "P1.yaml").write_text(process, encoding="utf-8")
    return parse_standard(standard, folder=folder)


def test_a_process_file_is_taken_in_with_its_gates(tmp_path):
    standard = _gated(tmp_path, PROCESS)
    assert [placed.node.id for placed in standard.nodes()] == [
        "H", "P1", "P1-1", "P1-1.existence", "P1-1.coverage", "P1-2", "P1-2.existence"
    ]  # fmt: skip
    process, criterion = standard.node("P1"), standard.node("P1-1")
    assert (process.weight, process.aggregate, process.scope) == (3, "mean", "What it covers.")
    assert (criterion.weight, criterion.aggregate, criterion.descriptors[4]) == (2, "minimum", "five")
    assert standard.node("P1-1.coverage").respondents == "median"
    assert [node.id for node in standard.criteria()] == ["P1-1", "P1-2"]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("id: P1-2", "id: P1-1", ("P1.yaml", 16, "duplicate-id")),
        ("requires: [P1-1]", "requires: [P1-9]", ("P1.yaml", 24, "dangling-requires")),
        ("[one, two, three, four, five]", "[one, two]", ("P1.yaml", 11, "bad-value")),
        ("coverage_of: people", "covrage_of: people", ("P1.yaml", 14, "unknown-key")),
        ("coverage_reason: There is one sponsor only.", "", ("P1.yaml", 16, "bad-value")),
        ("id: P1\n", "id: P2\n", ("P1.yaml", 1, "process-id")),
    ],
)
def test_a_fault_in_a_process_file_is_named_with_that_file_and_line(tmp_path, old, new, fault):
    with pytest.raises(BadInput) as caught:
        _gated(tmp_path, PROCESS.replace(old, new, 1))
    assert fault in [(problem.file, problem.row, problem.kind) for problem in caught.value.problems]


def test_a_process_file_is_looked_for_beside_the_standard_only(tmp_path):
    for file, kind in (("../P1.yaml", "file-elsewhere"), ("P7.yaml", "missing-file")):
        with pytest.raises(BadInput) as caught:
            _gated(tmp_path, PROCESS, GATED.replace("P1.yaml", file))
        assert [problem.kind for problem in caught.value.problems] == [kind]


@pytest.mark.parametrize("standard_id", bundled_standards())
def test_bundled_standards_load_and_state_their_source(standard_id):
    standard = load_standard(standard_id)
    assert standard.id == standard_id and standard.source["where"]


def test_the_bundled_model_has_its_gates_and_weights():
    standard = load_standard("wco-hrm")
    assert [(child.id, child.weight) for child in standard.node("HRM").children] == [("A", 3), ("B", 2), ("C", 4), ("D", 2), ("E", 1)]
    assert len(standard.criteria()) == 84
    assert [level.number for level in standard.levels] == [1, 2, 3, 4, 5]
    for criterion in standard.criteria():
        gates = [child.id.rpartition(".")[2] for child in criterion.children]
        assert gates == (["existence", "coverage", "effect"] if criterion.coverage_of else ["existence", "effect"])
        assert all(child.respondents == "consensus-or-median" for child in criterion.children)


def test_an_unknown_standard_is_told_which_there_are():
    with pytest.raises(BadInput) as caught:
        load_standard("wco-hmr")
    assert "wco-hrm" in caught.value.problems[0].advice
    with pytest.raises(BadInput):
        load_standard("nowhere/standard.yaml")


@pytest.mark.parametrize(("answers", "label"), [(("NA", "NA"), "NA"), (("NA", "NU"), "NA"), (("NU", "NU"), "NU"), (("NA", ""), None)])
def test_a_letter_that_nothing_applies_to_says_so(answers, label):
    standard = parse_standard(_lettered(LETTERS, more=", not_used: [NU]"))
    counts = {"applicable": [answers.count("")], "not_applicable": [answers.count("NA")], "not_used": [answers.count("NU")]}
    lines = {name: np.array([count, [0], [0]]) for name, count in counts.items()}
    places, words = labels_of(standard, branches_of(standard), np.full((3, 1), np.nan), lines)
    assert [*words, None][places[0, 0]] == label and places[1:].tolist() == [[-1], [-1]]

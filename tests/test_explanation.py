"""Scores explained: the exact words of every rule, numbers that give the score again, and nothing about a single person."""

from __future__ import annotations

import math
import re

import pytest

from diagnostics.definitions.problems import BadInput
from diagnostics.scoring import score_answers
from diagnostics.scoring.explaining.explanation import WITHHELD, explain_score, explanation_json
from diagnostics.scoring.explaining.explanation_words import explanation_text
from tests.comparison_material import answers_of, explained, leaf, node, people, share, standard_of

LEVEL = "A level is reached where, over all children up to it, none that applies is missed and at least one is reached; what reaches: B, A."
BANDS = {"bands": [{"below": 50, "points": 0}, {"below": 75, "points": 4}, {"points": 6}]}
LINE = {"linear": [[25, 0], [90, 15]]}


def _letters(rule: str, *codes: str, **keys):
    names = "abcd"[: len(codes)]
    return standard_of(node("N", rule, *(leaf(name, "letters", **keys) for name in names))), dict(zip(names, codes, strict=True))


def _staged(*codes: str):
    stages = (("a", 1), ("b", 1), ("c", 2), ("d", 3))
    standard = standard_of(node("N", "staged", *(leaf(name, "letters", stage=stage) for name, stage in stages)))
    return standard, dict(zip("abcd", codes, strict=True))


# The sentences of a node, under each rule.
@pytest.mark.parametrize(
    ("case", "sentences"),
    [
        (
            (standard_of(node("N", "mean", leaf("a", weight=2), leaf("b"), leaf("c"))), {"a": "3", "b": "4", "c": "DK"}),
            ["Weighted mean of the children that count: (2 × 3 + 1 × 4) ÷ 3 = 3.333333.", "c does not count here."],
        ),
        (
            (standard_of(node("N", "mean", *(leaf(f"i{n}") for n in range(9)))), {f"i{n}": "45"[n % 2] for n in range(9)}),
            ["Mean of the children that count: 9 scores add up to 40; 40 ÷ 9 = 4.444444."],
        ),
        ((standard_of(node("N", "mean", leaf("a"))), {"a": "NA"}), ["None of its children counts, so that there is no score."]),
        (
            (standard_of(node("N", "sum", leaf("a", "low"), leaf("b", "low"), leaf("c", "low", weight=2))), {"a": "most", "c": "some"}),
            ["Sum of the children that count: 1 + 0 + 2 × 0.25 = 1.5."],
        ),
        (
            (standard_of(node("N", "minimum", leaf("a"), leaf("b"), leaf("c"))), {"a": "2", "b": "4", "c": "2"}),
            ["The lowest child that counts decides: a and c with 2."],
        ),
        (  # PEFA PI-23 (payroll), scoring.md: B, B, A, D gives D+
            _letters("weakest-link", "B", "B", "A", "D*"),
            ["Weakest link (PEFA's M1): the lowest letter is D (d); another is higher, which adds a +: D+."],
        ),
        (_letters("weakest-link", "B", "B"), ["Weakest link (PEFA's M1): every letter is B, so the result is B."]),
        (
            _letters("average-table", "D", "A", "C", "D"),
            ["Conversion table (PEFA's M2) for 4 dimensions: D D C A (worst first) gives C."],
        ),
        (
            _letters("average-table", ["D", "C"], "A"),
            [
                "Conversion table (PEFA's M2) for 2 dimensions: D A (worst first) gives C+.",
                "a has 1.5, between two letters: it is read as the lower one, D.",
            ],
        ),
        (
            _letters("average-table", "B", "NA"),
            ["Conversion table (PEFA's M2): a dimension that stands alone is the result: B.", "b does not count here."],
        ),
        (_staged("A", "B", "C", ""), [LEVEL, "Level 1 is reached; level 2 of 3 is not: c (C) is missed."]),
        (_staged("A", "DK", "A", "A"), [LEVEL, "Level 1 of 3 is not: b (don't know) is missed."]),
        (_staged("NA", "NA", "A", "A"), [LEVEL, "Level 1 of 3 is not: none of its children applies."]),
        (_staged("A", "B", "NA", "B"), [LEVEL, "Every level up to 3 is reached."]),
        (
            (
                standard_of(
                    node("N", "points", leaf("a", "percent", max_points=6, points=BANDS), leaf("b", "percent", max_points=15, points=LINE))
                ),
                {"a": "62", "b": "62"},
            ),
            ["Points earned ÷ the most that could be earned × 100, over 2 children: (4 + 8.538462) ÷ (6 + 15) × 100 = 59.70696."],
        ),
    ],
)
def test_every_rule_in_words(case, sentences):
    standard, answers = case
    assert list(explained(standard, answers_of(answers), "N").step.sentences) == sentences


# The sentences of an item.
@pytest.mark.parametrize(
    ("item", "answer", "sentences"),
    [
        (leaf("i", "level"), ("3", "D-1, D-2"), ["Answer: 3 (stage 3).", "Evidence: D-1, D-2."]),
        (leaf("i", "level"), "4", ["Answer: 4 (stage 4).", "* No evidence is named: 4 was claimed, 1 counts.", "Evidence: none named."]),
        (
            leaf("i", "level"),
            ("4", "told by Mr Smith"),
            ["Answer: 4 (stage 4).", "Evidence is named, in words that are not repeated here."],
        ),
        (leaf("i", "letters"), "D*", ["Answer: D*, read as D.", "It counts as 1.", "* D* is read as D."]),
        (leaf("i", "letters"), "3.0", ["Answer: 3.0, read as B.", "It counts as 3."]),
        (leaf("i"), "", ["Answer: not answered.", "Nobody answered; it is left out."]),
        (
            leaf("i", "low"),
            "DK",
            ["Answer: DK (don't know).", "Nobody answered, and somebody does not know; it counts as the lowest answer: 0."],
        ),
        (leaf("i"), "NA", ["Answer: NA (not applicable).", "Not applicable; it is left out."]),
        (
            leaf("i", "level"),
            "NU",
            ["Answer: NU (not used).", "Not used: as if it were absent; it is left out.", "Evidence: none named."],
        ),
        (leaf("i"), ["3", "4", "4"], ["Answers: 1 × 3; 2 × 4.", "Mean of 3 valid answers: (1 × 3 + 2 × 4) ÷ 3 = 3.666667."]),
        (leaf("i", respondents="median"), ["3", "4", "5", "5"], ["Answers: 1 × 3; 1 × 4; 2 × 5.", "Median of 4 valid answers: 4.5."]),
        (
            share("i"),
            people(20, 12, 3),
            ["Answers: 12 × 2; 20 × 5; 3 × DK (don't know).", "Share of positive answers (4, 5) among 32 valid answers: 62.5 %."],
        ),
        (
            leaf("i", respondents="index-0-100"),
            ["1", "5", "5", "5"],
            ["Answers: 1 × 1; 3 × 5.", "Mean of 4 valid answers, with the scale stretched from 0 to 100: 75."],
        ),
        (
            leaf("i", "percent", max_points=6, points=BANDS),
            "62",
            ["Answer: 62.", "Points: 62 lies in the band from 50 below 75, which earns 4 of 6."],
        ),
        (leaf("i", "percent", points=BANDS), "80", ["Answer: 80.", "Points: 80 lies in the band from 75, which earns 6."]),
        (
            leaf("i", "percent", max_points=15, points=LINE),
            "62",
            [
                "Answer: 62.",
                "Points: 62 lies on the line from 25 (0 points) to 90 (15 points): 0 + (15 - 0) × (62 - 25) ÷ (90 - 25) = 8.538462 of 15.",
            ],
        ),
        (leaf("i", "percent", points=LINE), "95", ["Answer: 95.", "Points: 95 lies above 90, where 15 are earned."]),
    ],
)
def test_every_way_from_answers_to_a_value(item, answer, sentences):
    assert list(explained(standard_of(item), answers_of({"i": answer}), "i", threshold=1).step.sentences) == sentences


def test_the_consensus_counts_and_the_others_do_not():
    answers = answers_of({"i": ["2", "5", "4"]}).assign(respondent=["r1", "r2", "consensus"])
    for way in ("consensus", "consensus-or-median"):
        step = explained(standard_of(leaf("i", respondents=way)), answers, "i").step
        assert step.sentences == ("Consensus: 4. 2 other answers do not count.",)
    weighted = answers_of({"i": ["2", "4"]}, weight=[1, 3])
    sentences = explained(standard_of(leaf("i")), weighted, "i", threshold=1).step.sentences
    assert sentences == ("Answers: 1 × 2, weight 1; 1 × 4, weight 3.", "Weighted mean of 2 valid answers: (1 × 2 + 3 × 4) ÷ 4 = 3.5.")


def test_the_whole_path_as_text():
    standard = standard_of(
        node("N", "mean", node("P", "minimum", leaf("a", "level"), leaf("b", "level"), name="Jobs", weight=2), leaf("c"))
    )
    lines = explanation_text(explained(standard, answers_of({"a": ("3", "D1"), "b": "4", "c": "DK"}), "N"))
    assert lines == [
        "N: 1.00 *",
        "Standard small 1.0, assessment x. Between 1.00 and 3.67, if what is unanswered were answered worst or best "
        "and what lacks evidence were proved.",
        "  Weighted mean of the children that count: (2 × 1) ÷ 2 = 1.",
        "  c does not count here.",
        "  - P Jobs: 1 *, weight 2; 2 answered, 1 without evidence",
        "    The lowest child that counts decides: b with 1.",
        "    - a: 3; answered",
        "      Answer: 3 (stage 3).",
        "      Evidence: D1.",
        "    - b: 1 *; 1 answered, 1 without evidence [decides]",
        "      Answer: 4 (stage 4).",
        "      * No evidence is named: 4 was claimed, 1 counts.",
        "      Evidence: none named.",
        "  - c: no score; don't know",
        "    Answer: DK (don't know).",
        "    Nobody answered, and somebody does not know; it is left out.",
    ]
    assert explanation_text(explained(standard, answers_of({"a": ("3", "D1")}), "N"), depth=1)[-2:] == [
        "  - P Jobs: 3, weight 2; 1 answered, 1 not answered",
        "  - c: no score; not answered",
    ]


def test_nothing_is_told_about_single_people():
    standard = standard_of(node("T", "mean", share("s1"), share("s2"), share("s3")), leaf("i"))
    given_ = {"s1": people(5, 3), "s2": people(20, 20), "s3": people(30, 27, 3), "i": ["2", "4", "5"]}
    answers = answers_of(given_).assign(comment="secret words", evidence="as secret-1 said")
    for wanted in ("T", "i"):
        explanation = explained(standard, answers, wanted)
        text = "\n".join(explanation_text(explanation)) + explanation_json(explanation)
        assert "secret" not in text and "62.5" not in text
    step = explained(standard, answers, "T").step
    assert [child.withheld for child in step.children] == [True, False, False]
    assert step.withheld and math.isnan(step.score) and set(step.counts.values()) == {None}
    assert step.sentences == ("Mean of the children that count.", WITHHELD)
    assert [(count.code, count.people) for count in step.children[2].answers] == [("2", 27), ("5", 30), ("DK", None)]
    assert step.children[2].counts["dont_know"] is None
    assert step.children[0].answers == () and set(step.children[0].counts.values()) == {None}
    sentences = explained(standard, answers, "i").step.sentences
    assert sentences[:2] == (
        "Answers: 2, 4 and 5; how often each was given is withheld: too few people.",
        "Mean of the valid answers: 3.666667.",
    )


def test_a_small_count_does_not_follow_from_the_share_or_the_mean():
    given_ = {"s": [*"1" * 22, *"2" * 23, *"4" * 25, *"5" * 3, *["DK"] * 12], "m": [*"1" * 40, *"2" * 40, *"5" * 3]}
    answers = answers_of(given_)
    for item, shown in (("s", {"1": 22, "2": 23, "4": None, "5": None, "DK": 12}), ("m", {"1": None, "2": None, "5": None})):
        standard = standard_of(share("s"), leaf("m", respondents="index-0-100"))
        step = explained(standard, answers, item).step
        assert {count.code: count.people for count in step.answers} == shown
        assert all((count.people is None) == (count.weight is None) for count in step.answers)


def test_answers_that_do_not_give_the_scores_are_refused():
    standard = standard_of(node("N", "mean", leaf("a"), leaf("b")))
    answers = answers_of({"a": "3", "b": "4"})
    scores = score_answers(answers, standard)
    with pytest.raises(BadInput, match="These answers do not give the scores of 'x': N, a"):
        explain_score(scores, answers_of({"a": "2", "b": "4"}), standard, "x", "N")
    with pytest.raises(BadInput, match=r"found 'x'\. The answers hold none of this assessment"):
        explain_score(scores, answers.assign(assessment="y"), standard, "x", "N")
    assert explain_score(scores, answers_of({"a": "3", "b": "5"}), standard, "x", "a").step.score == 3


@pytest.mark.parametrize(
    ("assessment", "wanted", "message"),
    [
        ("y", "N", "found 'y'; allowed: x. The scores hold no assessment of this name"),
        ("x", "aa", "found 'aa'. Standard 'small' has no node of this id in scope"),
    ],
)
def test_what_is_not_there_is_told(assessment, wanted, message):
    standard = standard_of(node("N", "mean", leaf("a"), leaf("b")))
    answers = answers_of({"a": "3", "b": "4"})
    with pytest.raises(BadInput, match=re.escape(message)):
        explain_score(score_answers(answers, standard), answers, standard, assessment, wanted)

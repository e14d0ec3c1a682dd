"""The bundled standards that are not the kit's own maturity model: payroll controls, staged capability and the two surveys."""

from __future__ import annotations

import json
from collections import Counter

import pandas as pd
import pytest

from diagnostics.cli import main
from diagnostics.definitions.instrument import load_instrument
from diagnostics.definitions.standard_loading import load_standard
from diagnostics.scoring import check_answers, score_answers

LEAVES = {"pefa-pi-23": 4, "capability-staged": 66, "climate": 40, "integrity": 40, "integrity-private": 40}
SURVEYS = ("climate", "integrity", "integrity-private")
INTEGRITY = ("integrity", "integrity-private")
DIMENSIONS = ("PI-23.1", "PI-23.2", "PI-23.3", "PI-23.4")
LETTERS = "DCBA"
STAGES = (1, 2, 3, 4)
ARUSHA = (
    "Leadership and commitment", "Regulatory framework", "Transparency", "Automation", "Reform and modernisation",
    "Audit and investigation", "Code of conduct", "Human resource management", "Morale and organisational culture",
    "Relationship with the private sector",
)  # fmt: skip


def scored(standard_id: str, rows) -> pd.DataFrame:
    """Scores by node. ``rows``: item → answer, or (respondent, item, answer)."""
    standard = load_standard(standard_id)
    rows = [("r1", item, answer) for item, answer in rows.items()] if isinstance(rows, dict) else rows
    answers = pd.DataFrame(rows, columns=["respondent", "item", "answer"]).assign(assessment="x")
    assert [problem for problem in check_answers(answers, standard, "answers") if problem.severity == "error"] == []
    return score_answers(answers, standard).set_index("node")


@pytest.mark.parametrize("standard_id", LEAVES)
def test_a_bundled_standard_loads_and_says_what_is_ours_and_since_when(standard_id):
    standard = load_standard(standard_id)
    assert (standard.id, len(standard.leaves())) == (standard_id, LEAVES[standard_id])
    assert {"where", "year", "licence", "ours"} <= set(standard.source)
    assert standard.unit and standard.effective_from
    assert all(placed.node.name for placed in standard.nodes())
    assert len(standard.roots) == 1


@pytest.mark.parametrize("standard_id", LEAVES)
def test_a_bundled_standard_is_scored_from_the_command_line(standard_id, tmp_path):
    standard = load_standard(standard_id)
    lines = [f"x,{leaf.id},{standard.scale_of(leaf).options[-1].code}" for leaf in standard.leaves()]
    (tmp_path / "answers.csv").write_text("\n".join(["assessment,item,answer", *lines]) + "\n", encoding="utf-8")
    assert main(["score", standard_id, str(tmp_path / "answers.csv"), "--out", str(tmp_path / "scores.csv")]) == 0
    scores = pd.read_csv(tmp_path / "scores.csv", dtype={"label": "str"}).set_index("node")
    # The last option is the best answer to all but the reversed items, of which each survey has as many as it says.
    straight = [leaf for leaf in standard.leaves() if leaf.positive != ("1", "2")]
    whole = {"pefa-pi-23": 4, "capability-staged": 4}.get(standard_id)
    assert scores.index.tolist() == [placed.node.id for placed in standard.nodes()]
    assert scores.loc[standard.roots[0].id, "answered"] == LEAVES[standard_id]
    if whole:
        assert scores.loc[standard.roots[0].id, "score"] == whole
    else:
        assert scores.loc[[leaf.id for leaf in standard.leaves()], "score"].sum() == 100 * len(straight)


# Surveys


@pytest.mark.parametrize("survey", SURVEYS)
def test_a_survey_standard_has_the_items_of_its_instrument(survey):
    standard, instrument = load_standard(survey), load_instrument(survey)
    leaves = standard.leaves()
    assert tuple(leaf.id for leaf in leaves) == instrument.item_ids()
    assert [leaf.name for leaf in leaves] == [item.measures for item in instrument.items]
    for leaf, item in zip(leaves, instrument.items, strict=True):
        assert leaf.respondents == "percent-positive"
        assert leaf.positive == (instrument.scale.negative if item.reverse else instrument.scale.positive), leaf.id
        scale = standard.scale_of(leaf)
        offered = {option.code: (option.label, option.value) for option in instrument.scale.options if option.value is not None}
        assert {option.code: (option.label, option.value) for option in scale.options} == offered
        assert scale.dont_know == (instrument.scale.dont_know,)


def test_the_themes_of_the_climate_index_are_those_of_the_instrument():
    (whole,), instrument = load_standard("climate").roots, load_instrument("climate")
    assert [(node.id, node.name) for node in whole.children] == [(f"CL-{theme.process}", theme.name) for theme in instrument.themes]
    for node, theme in zip(whole.children, instrument.themes, strict=True):
        assert [leaf.id for leaf in node.children] == [item.id for item in instrument.items if item.process == theme.process]


@pytest.mark.parametrize("survey", INTEGRITY)
def test_an_integrity_survey_asks_four_items_a_factor_in_both_directions(survey):
    (whole,), instrument = load_standard(survey).roots, load_instrument(survey)
    assert tuple(node.name for node in whole.children) == ARUSHA
    for factor, node in enumerate(whole.children, start=1):
        items = [item for item in instrument.items if item.rad_factor == factor]
        assert (node.id, [leaf.id for leaf in node.children]) == (f"RAD-{factor}", [item.id for item in items])
        assert Counter(item.reverse for item in items) == {True: 2, False: 2}
    assert len({item.measures for item in instrument.items}) == len({item.text for item in instrument.items}) == 40
    assert not [item.id for item in instrument.items if " and " in item.text], "one statement asks about one thing"
    assert Counter(item.process for item in instrument.items).most_common(1)[0][0] == "P11"
    used = {item.process for item in instrument.items}
    assert used == {theme.process for theme in instrument.themes}, "a theme without items would be an empty heading"


@pytest.mark.parametrize("survey", SURVEYS)
def test_all_good_news_is_100_and_all_bad_news_0_whatever_the_direction(survey):
    instrument = load_instrument(survey)
    (root,) = load_standard(survey).roots
    good = {item.id: "2" if item.reverse else "4" for item in instrument.items}
    bad = {item.id: "5" if item.reverse else "1" for item in instrument.items}
    assert scored(survey, good)["score"].eq(100).all()
    assert scored(survey, bad)["score"].eq(0).all()
    # Who agrees with everything gets what the straight items are worth, not 100.
    reversed_items = {item.id for item in instrument.items if item.reverse}
    shares = [sum(leaf.id not in reversed_items for leaf in theme.children) / len(theme.children) for theme in root.children]
    assert scored(survey, dict.fromkeys(good, "5")).loc[root.id, "score"] == pytest.approx(100 * sum(shares) / len(shares))
    assert scored(survey, dict.fromkeys(good, "3")).loc[root.id, "score"] == 0


# By hand. Three respondents; reversed in these themes are CL-02, CL-03 (P4) and CL-07 (P5).
CLIMATE_ANSWERS = {
    "CL-01": ("5", "4", "2"),    # 2 of 3
    "CL-02": ("1", "4", "2"),    # reversed: 2 of 3
    "CL-03": ("5", "5", "DK"),   # reversed: 0 of 2
    "CL-04": ("4", "", "3"),     # 1 of 2
    "CL-05": ("4", "4", "4"),    # 3 of 3
    "CL-06": ("DK", "", "DK"),   # nobody: left out of its theme
    "CL-07": ("1", "3", "3"),    # reversed: 1 of 3
    "CL-08": ("1", "2", "5"),    # 1 of 3
    "CL-09": ("4", "5", "DK"),   # 2 of 2, the only item of P6 that anybody answered
}  # fmt: skip


def test_the_climate_index_of_three_respondents_is_that_of_the_hand():
    rows = [(f"r{place}", item, answer) for item, given in CLIMATE_ANSWERS.items() for place, answer in enumerate(given)]
    scores = scored("climate", rows)
    items = {"CL-01": 200 / 3, "CL-02": 200 / 3, "CL-03": 0, "CL-04": 50, "CL-05": 100, "CL-07": 100 / 3, "CL-08": 100 / 3, "CL-09": 100}
    assert scores.loc[list(items), "score"].to_dict() == pytest.approx(items)
    assert scores.loc["CL-03", ["answered", "dont_know"]].tolist() == [2, 1]
    assert scores.loc["CL-04", ["answered", "blank"]].tolist() == [2, 1]
    assert pd.isna(scores.loc["CL-06", "score"])
    assert scores.loc["CL-06", ["dont_know", "blank", "lowest", "highest"]].tolist() == [2, 1, 0, 100]
    themes = {
        "CL-P4": (200 / 3 + 200 / 3 + 0 + 50) / 4,  # 45.83
        "CL-P5": (100 + 100 / 3 + 100 / 3) / 3,  # 55.56
        "CL-P6": 100.0,
    }
    assert scores.loc[list(themes), "score"].to_dict() == pytest.approx(themes)
    assert scores.loc[["CL-P8", "CL-P9"], "score"].isna().all()
    # The mean of the unrounded themes: 67.13. That of rounded ones is 67.33, that of the eight items 56.25.
    assert scores.loc["CL", "score"] == pytest.approx(sum(themes.values()) / 3)
    assert scores.loc["CL", "score"] == pytest.approx(67.1296, abs=0.0001)


def test_a_reversed_item_of_the_integrity_survey_counts_disagreement():
    # IN-15 "Colleagues use each other's passwords.": of four valid answers two disagree.
    rows = [(f"r{place}", "IN-15", answer) for place, answer in enumerate(["1", "2", "3", "5", "DK", ""])]
    found = scored("integrity", rows).loc["IN-15"]
    assert found[["score", "answered", "dont_know", "blank"]].tolist() == [50, 4, 1, 1]


def test_factors_weigh_the_same_in_the_integrity_index():
    answers = {"IN-01": "5", "IN-02": "1", "IN-03": "4", "IN-04": "2", "IN-05": "1"}  # factor 1 all good, factor 2 one bad
    scores = scored("integrity", answers)
    assert scores.loc[["RAD-1", "RAD-2", "IN"], "score"].tolist() == [100, 0, 50]
    assert pd.isna(scores.loc["RAD-3", "score"])


# Payroll controls


# PEFA Framework 2016, PI-23, method M1: the lowest letter, with a plus if any other is higher.
@pytest.mark.parametrize(
    ("letters", "label", "score"),
    [
        (("B", "B", "A", "D"), "D+", 1.5),
        (("A", "A", "A", "A"), "A", 4),
        (("B", "A", "A", "A"), "B+", 3.5),
        (("C", "C", "C", "C"), "C", 2),
        (("A", "D*", "A", "A"), "D+", 1.5),
        (("NR", "D*", "D", "D"), "D", 1),
        (("NA", "B", "C", "B"), "C+", 2.5),
        (("NU", "B", "NU", "B"), "B", 3),
    ],
)
def test_payroll_controls_are_as_good_as_their_weakest_dimension(letters, label, score):
    scores = scored("pefa-pi-23", dict(zip(DIMENSIONS, letters, strict=True)))
    assert scores.loc["PI-23", ["label", "score"]].tolist() == [label, score]
    assert scores.loc["PI-23", "marked"] == bool({"D*", "NR"} & set(letters))


def test_where_no_payroll_dimension_applies_there_is_no_grade():
    scores = scored("pefa-pi-23", dict.fromkeys(DIMENSIONS, "NA"))
    assert pd.isna(scores.loc["PI-23", "score"]) and scores.loc["PI-23", "label"] == "NA"
    assert scores.loc["PI-23", ["applicable", "not_applicable"]].tolist() == [0, 4]


def test_the_letters_of_each_payroll_dimension_are_described():
    standard = load_standard("pefa-pi-23")
    assert tuple(leaf.id for leaf in standard.leaves()) == DIMENSIONS
    for leaf in standard.leaves():
        assert leaf.question and leaf.why and len(leaf.evidence) >= 3
        described = [line.partition(": ") for line in leaf.scope.splitlines()]
        assert [letter for letter, _, _ in described] == list(reversed(LETTERS))
        assert all(len(text) > 40 for _, _, text in described)


# Staged capability


def practices(domain: str, **by_stage: str) -> dict[str, str]:
    """One answer to all practices of a stage: ``s1="FI"``; FI where nothing is said."""
    children = load_standard("capability-staged").node(domain).children
    return {child.id: by_stage.get(f"s{child.stage}", "FI") for child in children}


def test_every_domain_has_two_to_four_practices_at_each_of_four_stages():
    (whole,) = load_standard("capability-staged").roots
    assert (whole.aggregate, len(whole.children)) == ("minimum", 6)
    for domain in whole.children:
        assert domain.aggregate == "staged" and domain.scope
        counts = Counter(child.stage for child in domain.children)
        assert set(counts) == set(STAGES), "a first stage without practices would hold the domain at 0"
        assert all(2 <= count <= 4 for count in counts.values())
        assert all(child.question and child.evidence for child in domain.children)
        assert [child.stage for child in domain.children] == sorted(child.stage for child in domain.children)
        assert all(child.id.startswith(f"{domain.id}-{child.stage}") for child in domain.children)


# C2M2 2.1: level k needs all practices of stages 1 to k; the cases of ../shared/truth/staged, carried over.
@pytest.mark.parametrize(
    ("by_stage", "level"),
    [
        ({}, 4),
        ({"s2": "LI"}, 4),
        ({"s2": "PI"}, 1),
        ({"s1": "PI"}, 0),
        ({"s1": "NI"}, 0),
        ({"s3": "NI"}, 2),
        ({"s2": "NA"}, 4),  # a stage of which nothing applies is passed ...
        ({"s2": "NA", "s3": "PI"}, 2),  # ... as far as the next one goes
        ({"s1": "NA"}, 0),  # but not the first one
        ({"s4": "DK"}, 3),
        ({"s3": ""}, 2),
    ],
)
def test_a_domain_has_the_level_up_to_which_nothing_is_missing(by_stage, level):
    scores = scored("capability-staged", practices("ST", **by_stage))
    assert scores.loc["ST", ["score", "label"]].tolist() == [level, str(level)]


def test_one_partial_practice_stops_a_domain():
    scores = scored("capability-staged", practices("PY") | {"PY-2c": "PI"})
    assert scores.loc["PY", "label"] == "1"


def test_an_unanswered_practice_is_not_reached_but_could_be():
    row = scored("capability-staged", practices("ST", s3="")).loc["ST"]
    assert row[["score", "lowest", "highest", "blank"]].tolist() == [2, 2, 4, 3]


def test_a_domain_of_which_nothing_applies_has_no_level():
    nothing = dict.fromkeys(("s1", "s2", "s3", "s4"), "NA")
    assert pd.isna(scored("capability-staged", practices("ST", **nothing)).loc["ST", "score"])


def test_the_whole_has_the_level_that_all_domains_have():
    domains = {"ST": {}, "JC": {"s4": "NI"}, "PM": {"s3": "PI"}, "LD": {}, "CR": {}, "PY": {}}
    answers = {item: answer for domain, stages in domains.items() for item, answer in practices(domain, **stages).items()}
    scores = scored("capability-staged", answers)
    assert scores.loc[list(domains), "score"].tolist() == [4, 3, 2, 4, 4, 4]
    assert scores.loc["CAP", ["score", "label"]].tolist() == [2, "2"]
    assert [level.number for level in load_standard("capability-staged").levels] == [0, *STAGES]


def test_the_published_rule_gives_the_same_level(truth):
    """The derived cases of C2M2, as far as each stage of a case can be answered alike by the practices of a domain."""
    worst_first = ["NI", "PI", "LI", "FI"]
    cases = json.loads((truth / "staged" / "c2m2_rule_and_cases.json").read_text(encoding="utf-8"))["cases"]
    for case in cases:
        answers = {}
        for stage in (1, 2, 3):
            given = case[f"mil{stage}"]
            # An empty stage is one of which nothing applies; otherwise its worst answer decides, and none at all is worst.
            answers[f"s{stage}"] = "NA" if not given else "" if None in given else min(given, key=worst_first.index)
        # The models have three stages: what the fourth one holds must not matter.
        found = scored("capability-staged", practices("LD", **answers, s4="NI")).loc["LD", "score"]
        assert found == case["expected_mil"], case

"""Survey figures by group: equal to those of the scoring engine, and nothing that is withheld follows from what is told."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diagnostics.definitions.problems import WrongCall
from diagnostics.definitions.standard_loading import load_standard
from diagnostics.scoring import score_answers
from diagnostics.scoring.intervals import wilson
from diagnostics.scoring.small_groups import EVERYBODY, withheld_figures
from diagnostics.scoring.surveys.subgroups import survey_figures
from tests.comparison_material import answers_of, leaf, node, share, standard_of

CLIMATE = load_standard("climate")
CLIMATE_ITEMS = [one.id for one in CLIMATE.leaves()]
TREE = standard_of(
    node("N", "mean", node("P", "mean", share("a"), share("b"), share("c")), node("Q", "mean", share("d"), share("e")), share("f"))
)
ITEMS = "abcdef"


def _survey(people: dict[str, int], seed: int = 1) -> pd.DataFrame:
    """Answers to the climate survey of so many people in each unit."""
    rng = np.random.default_rng(seed)
    rows = []
    for unit, count in people.items():
        for person in range(count):
            codes = rng.choice(["1", "2", "3", "4", "5", "DK", ""], size=len(CLIMATE_ITEMS), p=[0.1, 0.15, 0.15, 0.3, 0.2, 0.05, 0.05])
            rows += [("x", item, code, f"{unit}-{person}", unit) for item, code in zip(CLIMATE_ITEMS, codes, strict=True)]
    return pd.DataFrame(rows, columns=["assessment", "item", "answer", "respondent", "unit"])


def test_figures_are_those_of_the_scoring_engine():
    answers = _survey({"hq": 30, "port": 40})
    told = survey_figures(answers, CLIMATE, "unit").set_index(["group", "node"])
    assert not told["withheld"].any() and told.index.get_level_values(0).unique().tolist() == [EVERYBODY, "hq", "port"]
    for group, rows in ((EVERYBODY, answers), ("hq", answers[answers["unit"] == "hq"]), ("port", answers[answers["unit"] == "port"])):
        scores = score_answers(rows, CLIMATE).set_index("node")
        assert told.loc[group, "value"].to_dict() == pytest.approx(scores["score"].to_dict())
        assert told.loc[group].loc[CLIMATE_ITEMS, "answered"].tolist() == scores.loc[CLIMATE_ITEMS, "answered"].tolist()


def test_an_item_has_wilsons_interval_and_weights_count():
    answers = answers_of({"s": ["5"] * 15 + ["2"] * 10 + ["DK"] * 3})
    standard = standard_of(share("s"))
    row = survey_figures(answers, standard).iloc[0]
    assert (row["value"], row["answered"]) == (60, 25)
    assert (row["lower"], row["upper"]) == pytest.approx(tuple(float(limit) for limit in wilson(60, 25)))
    weighted = answers.assign(weight=[2.0] * 15 + [1.0] * 13)
    assert survey_figures(weighted, standard).iloc[0]["value"] == pytest.approx(75)


def test_an_index_of_points_and_other_forms_of_a_code_are_read():
    standard = standard_of(leaf("i", respondents="index-0-100"))
    answers = answers_of({"i": ["1.0", "5.0", " 5 ", "3"] * 5})
    assert survey_figures(answers, standard).iloc[0]["value"] == pytest.approx(62.5)


def test_a_node_that_is_no_plain_mean_of_survey_items_has_no_figure():
    standard = standard_of(
        node("N", "mean", node("P", "mean", share("a"), share("b", weight=2)), node("Q", "minimum", share("c"), share("d")))
    )
    told = survey_figures(answers_of({item: ["5", "1"] * 6 for item in "abcd"}), standard)
    assert told["node"].tolist() == ["a", "b", "c", "d"]


def test_standards_without_survey_items_or_with_several_scales_are_refused():
    with pytest.raises(WrongCall, match="has no survey items"):
        survey_figures(answers_of({"a": ["5"]}), standard_of(leaf("a")))
    with pytest.raises(WrongCall, match="do not share one scale"):
        survey_figures(answers_of({"a": ["5"]}), standard_of(share("a"), leaf("b", "level", respondents="index-0-100")))


def test_a_small_group_takes_a_second_one_along_and_its_counts_too():
    told = survey_figures(_survey({"border": 6, "hq": 60, "port": 40, "airport": 30}), CLIMATE, "unit").set_index("group")
    assert told.loc["border", "withheld"].all() and told.loc["airport", "withheld"].all()
    assert told.loc[["border", "airport"], ["value", "lower", "upper", "answered"]].isna().all(axis=None)
    assert not told.loc[[EVERYBODY, "hq", "port"], "withheld"].any()


def test_a_threshold_of_one_withholds_nothing():
    assert not survey_figures(_survey({"border": 2, "hq": 9}), CLIMATE, "unit", threshold=1)["withheld"].any()


def _rows_of(told: dict[str, frozenset[str]], people: dict[str, dict[str, int]]) -> np.ndarray:
    """What a reader knows, as equations on the groups' shares: figures that are told, and that they add up to everybody's.

    The reader is a strong one, who knows how many people answered each item in each group.
    """
    groups = [group for group in people if group != EVERYBODY]
    cells = {(group, item): place for place, (group, item) in enumerate((g, i) for g in groups for i in ITEMS if people[g][i])}

    def item_row(group: str, item: str) -> np.ndarray:
        row = np.zeros(len(cells))
        for one in groups if group == EVERYBODY else [group]:
            if people[one][item]:
                row[cells[one, item]] = people[one][item] / people[group][item]
        return row

    def rows(group: str, one) -> np.ndarray:
        if one.is_leaf:
            return item_row(group, one.id)
        parts = [rows(group, child) for child in one.children if people[group][child.id]]
        return np.mean(parts, axis=0)

    known = [rows(g, p.node) for g in people for p in TREE.nodes() if people[g][p.node.id] and p.node.id not in told[g]]
    small = [rows(g, p.node) for g in people for p in TREE.nodes() if 0 < people[g][p.node.id] < 10]
    for item in ITEMS:  # two groups of few people are few people together
        for pair in combinations(groups, 2):
            if 0 < sum(people[group][item] for group in pair) < 10:
                small.append(sum(people[group][item] * item_row(group, item) for group in pair if people[group][item]))
    return np.array(known).reshape(len(known), len(cells)), small


@st.composite
def _people(draw) -> dict[str, dict[str, int]]:
    sizes = draw(st.lists(st.sampled_from([3, 8, 11, 14, 40]), min_size=1, max_size=4))
    people = {}
    for place, size in enumerate(sizes):
        silent = draw(st.lists(st.sampled_from([0, 0, 0, 1, 4, size]), min_size=len(ITEMS), max_size=len(ITEMS)))
        people[f"g{place}"] = {item: size - min(size, gone) for item, gone in zip(ITEMS, silent, strict=True)}
    people = {EVERYBODY: {item: sum(one[item] for one in people.values()) for item in ITEMS}, **people}
    inner = {"P": "abc", "Q": "de", "N": ITEMS}
    return {group: {**one, **{name: max(one[item] for item in items) for name, items in inner.items()}} for group, one in people.items()}


@settings(max_examples=200, deadline=None)
@given(_people())
def test_no_figure_of_few_people_follows_from_what_is_told(people):
    told = withheld_figures(TREE, people)
    small = {(group, one) for group, counts in people.items() for one, count in counts.items() if 0 < count < 10}
    assert all(one in told[group] for group, one in small)
    known, secrets = _rows_of(told, people)
    rank = np.linalg.matrix_rank(known) if len(known) else 0
    for secret in secrets:
        assert np.linalg.matrix_rank(np.vstack([known, secret])) > rank

"""Raters who lie two levels apart are named as such, whatever the median says."""

from __future__ import annotations

import pandas as pd

from diagnostics.definitions.standard_loading import load_standard
from diagnostics.scoring.divergence import rater_spread

STANDARD = load_standard("wco-hrm")


def _answers(given: dict[str, list[str | None]]) -> pd.DataFrame:
    rows = [("self", item, answer, f"r{n}") for item, answers in given.items() for n, answer in enumerate(answers)]
    return pd.DataFrame(rows, columns=["assessment", "item", "answer", "respondent"])


def test_a_group_that_is_split_diverges_though_its_median_is_plain():
    found = rater_spread(_answers({"P4-1.effect": ["2", "2", "4", "4"], "P4-1.coverage": ["3", "3", "4", "3"]}), STANDARD, 2).set_index(
        "item"
    )
    assert found.loc["P4-1.effect", ["raters", "lowest", "highest", "spread"]].tolist() == [4, 2, 4, 2]
    assert found["diverges"].to_dict() == {"P4-1.coverage": False, "P4-1.effect": True}


def test_no_opinion_is_no_distance():
    found = rater_spread(_answers({"P4-1.effect": ["1", "DK", "NA", None, "2"]}), STANDARD, 2)
    assert found.loc[0, "raters"] == 2 and not found.loc[0, "diverges"]


def test_one_rater_and_the_consensus_cannot_diverge():
    answers = _answers({"P4-1.effect": ["1", "5"]})
    answers.loc[1, "respondent"] = "consensus"
    assert rater_spread(answers, STANDARD, 2).empty

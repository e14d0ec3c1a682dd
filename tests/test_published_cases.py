"""Scores recomputed from other people's inputs, against what they published (``../shared/truth``)."""

from __future__ import annotations

import itertools
import json

import numpy as np
import pandas as pd
import pytest

from diagnostics.definitions.standard_loading import load_standard
from diagnostics.scoring import score_answers
from tests.foreign_standards import samm_standard, standard_of

PERCENT = {"percent": {"min": 0, "max": 100}}
LETTERS = {"letters": {"options": [{"code": code, "value": place} for place, code in enumerate("DCBA", 1)]}}


def _table(answers: dict[str, dict[str, object]]) -> pd.DataFrame:
    rows = [(assessment, item, answer) for assessment, given in answers.items() for item, answer in given.items()]
    return pd.DataFrame(rows, columns=["assessment", "item", "answer"])


def _scores(answers: dict[str, dict[str, object]], standard) -> pd.DataFrame:
    return score_answers(_table(answers), standard).set_index(["assessment", "node"])


def _leaves(names, **keys):
    return [{"id": name, "scale": "percent", **keys} for name in names]


FUNCTIONS = {"Design": "D", "Verification": "V", "Implementation": "I", "Governance": "G", "Operations": "O"}


@pytest.mark.parametrize(
    ("answers", "expected"),
    [("current_answers", "expected_current"), ("desired_answers", "expected_projected"), ("case2_answers", "case2_expected")],
)
def test_open_sammy_scores_the_whole_samm_model_alike(truth, answers, expected):
    standard = samm_standard(truth / "samm" / "owaspsamm_core_model.json")
    assert len(standard.leaves()) == 90
    cases = json.loads((truth / "samm" / "open_sammy_score_cases.json").read_text(encoding="utf-8"))
    given = dict(cases["current_answers"]) if answers == "desired_answers" else {}
    given |= cases[answers]
    texts = {}
    for item, value in given.items():
        values = standard.scale_of(standard.node(item)).values()
        # An answer in a stream that nobody validated does not count there; here it is left unanswered.
        texts[item] = "" if isinstance(value, str) else next(code for code, worth in values.items() if worth == value)
    scores = _scores({"x": texts}, standard)["score"].loc["x"]
    wanted = cases[expected]
    others = wanted["practice"].pop("others", None)
    for practice, score in wanted["practice"].items():
        assert scores[practice] == pytest.approx(score, abs=1e-12), practice
    for function, score in wanted["function"].items():
        assert scores[f"function-{FUNCTIONS[function]}"] == pytest.approx(score, abs=1e-12), function
    if others is not None:
        practices = [child.id for branch in standard.node("overall").children for child in branch.children]
        assert len(practices) == 15 and all(scores[practice] == others for practice in practices if practice not in wanted["practice"])


def test_all_published_averages_of_sigma_2021_come_out(truth):
    published = pd.read_csv(truth / "sigma" / "par_portal_2021_hrm_subindicators.csv")
    published["item"] = "S" + published["indicator_id"].astype(str) + "-" + (published.groupby("indicator_id").cumcount() + 1).astype(str)
    standard = load_standard("sigma-2021")
    assert sorted(published["item"]) == sorted(leaf.id for leaf in standard.leaves())
    names = {leaf.id: leaf.name.replace(" ", "") for leaf in standard.leaves()}
    assert names == {item: name.replace(" ", "") for item, name in zip(published["item"], published["sub_indicator"], strict=True)}
    countries = ["ALB", "XKV", "MNE", "MKD", "SRB", "UKR"]
    answers = published.melt("item", countries, "assessment", "answer")
    scores = score_answers(answers, standard).pivot(index="node", columns="assessment", values="score")
    averages = scores.loc[published["item"], countries[:-1]].mean(axis=1).to_numpy()  # the portal's average leaves out Ukraine
    assert (np.abs(averages - published["AVG_published"].to_numpy()) < 0.0051).all()
    serbia = published[published["indicator_id"] == 46]["SRB"]
    assert scores.loc["S46", "SRB"] == pytest.approx(serbia.mean())
    unknown = score_answers(answers, standard).set_index(["assessment", "node"]).loc[("UKR", "S50")]
    assert np.isnan(unknown["score"]) and (unknown["blank"], unknown["lowest"], unknown["highest"]) == (14, 0, 100)


def test_every_cell_of_pefas_conversion_table_in_every_order(truth):
    cells = pd.read_csv(truth / "pefa" / "m2_conversion_table.csv")
    assert len(cells) == 65
    nodes = [{"id": "N", "aggregate": "average-table", "children": [{"id": f"d{place}", "scale": "letters"} for place in range(4)]}]
    standard = standard_of("pefa", LETTERS, nodes)
    answers, wanted = {}, {}
    for dimensions, label in zip(cells["dimension_scores_sorted_low_to_high"], cells["indicator_score"], strict=True):
        for order in set(itertools.permutations(dimensions.ljust(4, "-"))):
            name = "".join(order)
            answers[name] = {f"d{place}": "NA" if letter == "-" else letter for place, letter in enumerate(order)}
            wanted[name] = label
    scores = _scores(answers, standard)
    assert scores.xs("N", level="node")["label"].to_dict() == wanted


def test_fevs_indices_are_means_of_unrounded_parts(truth):
    years = pd.read_csv(truth / "fevs" / "fevs_agency_year_half.csv")
    parts = {"EEI": ["eei_leaders", "eei_supervisors", "eei_intrinsic"], "GSI": ["pp_recommend", "pp_job_sat", "pp_pay_sat", "pp_org_sat"]}
    nodes = [{"id": index, "aggregate": "mean", "children": _leaves(names)} for index, names in parts.items()]
    years["assessment"] = years["agency"] + years["year"].astype(str)
    answers = years.melt("assessment", [*parts["EEI"], *parts["GSI"]], "item", "answer")
    scores = score_answers(answers, standard_of("fevs", PERCENT, nodes)).pivot(index="assessment", columns="node", values="score")
    for index in parts:
        published = years.set_index("assessment")[index.lower()]
        assert (scores[index] - published).abs().max() < 0.0076


def test_percent_positive_of_a_real_survey_file_agrees_with_counting(truth):
    file = truth / "fevs" / "fevs_sample_responses_2023_2025.xlsx"
    answers = pd.read_excel(file, sheet_name="fevs_sample_data_3FYs_Set1", engine="calamine")
    questions = [column for column in answers if str(column).startswith("Q")]
    keys = {"scale": "agree", "respondents": "percent-positive", "positive": ["4", "5"]}
    scales = {"agree": {"options": [{"code": str(value), "value": value} for value in range(1, 6)]}}
    standard = standard_of("fevs", scales, [{"id": question, **keys} for question in questions])
    rows = answers.melt(["FY", "Response.ID"], questions, "item", "answer").rename(
        columns={"FY": "assessment", "Response.ID": "respondent"}
    )
    rows["answer"] = pd.to_numeric(rows["answer"], errors="coerce")
    scores = score_answers(rows, standard)
    wanted = rows.assign(positive=rows["answer"] >= 4).dropna(subset="answer").groupby(["assessment", "item"])["positive"].mean() * 100
    found = scores.set_index([scores["assessment"].astype(int), "node"])["score"]
    pd.testing.assert_series_equal(found.sort_index(), wanted.sort_index(), check_names=False, check_index_type=False)
    assert scores["answered"].sum() == rows["answer"].notna().sum()


def test_c2m2_cases(truth):
    cases = json.loads((truth / "staged" / "c2m2_rule_and_cases.json").read_text(encoding="utf-8"))["cases"]
    options = [{"code": code, "value": value} for value, code in enumerate(("NI", "PI", "LI", "FI"))]
    tried = 0
    for case in cases:
        given = [(stage, answer) for stage in (1, 2, 3) for answer in case[f"mil{stage}"]]
        if not given:
            continue  # a node without children cannot be declared
        children = [{"id": f"p{place}", "scale": "s", "stage": stage} for place, (stage, _) in enumerate(given)]
        nodes = [{"id": "N", "aggregate": "staged", "children": children}]
        standard = standard_of("c2m2", {"s": {"options": options, "reached": ["FI", "LI"]}}, nodes)
        answers = {f"p{place}": answer for place, (_, answer) in enumerate(given)}
        # The cases go up to level 3 in any case; one without practices at its top is passed with the level below.
        found = _scores({"x": answers}, standard).loc[("x", "N"), "score"]
        assert found == min(case["expected_mil"], max(stage for stage, _ in given)), case
        tried += 1
    assert tried == 9


# The published results are cut to one decimal and give -1 for nothing scored: conventions that the kit does not share.
def test_weighted_means_agree_where_the_conventions_do(truth):
    cases = json.loads((truth / "weighted_mean" / "ciso_assistant_cases.json").read_text(encoding="utf-8"))
    tree, expected = cases["tree"], cases["expected"]
    leaves = {
        branch: [{"id": item, "scale": "percent", "weight": facts["w"]} for item, facts in items.items()] for branch, items in tree.items()
    }
    flat = [leaf for items in leaves.values() for leaf in items]
    average = standard_of("flat", PERCENT, [{"id": "N", "aggregate": "mean", "children": flat}])
    total = standard_of("sum", PERCENT, [{"id": "N", "aggregate": "sum", "children": flat}])
    branches = [{"id": branch, "aggregate": "mean", "children": items} for branch, items in leaves.items()]
    of_averages = standard_of("tree", PERCENT, [{"id": "N", "aggregate": "mean", "children": branches}])
    full = {item: facts["score"] for items in tree.values() for item, facts in items.items()}
    answers = {"all": full, "na": full | {"B2": "NA"}, "open": full | {"A2": ""}, "none": dict.fromkeys(full, "")}
    for standard, key in ((average, "average"), (total, "sum"), (of_averages, "average_of_averages")):
        scores = _scores(answers, standard).xs("N", level="node")["score"]
        assert scores["all"] == pytest.approx(expected[key])
        assert scores["na"] == pytest.approx(expected["B2_not_applicable"][key])
        if key in expected["A2_unscored"]:
            assert scores["open"] == pytest.approx(expected["A2_unscored"][key])
        assert np.isnan(scores["none"])


def test_a_deep_tree_of_means_agrees(truth):
    cases = json.loads((truth / "weighted_mean" / "ciso_assistant_cases.json").read_text(encoding="utf-8"))
    answers: dict[str, float] = {}

    def node(name, below):
        if not isinstance(below, dict):
            answers[name] = below
            return {"id": name, "scale": "percent"}
        return {"id": name, "aggregate": "mean", "children": [node(child, rest) for child, rest in below.items()]}

    roots = [node(name, below) for name, below in cases["deep_tree"].items()]
    categories = [child for root in roots for child in root["children"]]
    standard = standard_of("deep", PERCENT, [{"id": "N", "aggregate": "mean", "children": categories}])
    score = _scores({"x": answers}, standard).loc[("x", "N"), "score"]
    assert int(score * 10) / 10 == cases["deep_expected"]["recursive_average_of_averages_at_category_level"]

"""The public mission: every typed figure is the published one."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from diagnostics.definitions.mission import read_mission
from diagnostics.definitions.standard_loading import load_standard

MISSION = Path(__file__).resolve().parents[1] / "missions" / "serbia-2021-public"
ADMINISTRATIONS = ["ALB", "XKV", "MNE", "MKD", "SRB", "UKR"]


@pytest.fixture(scope="module")
def answers() -> pd.DataFrame:
    return pd.read_csv(MISSION / "inputs" / "answers.csv", dtype=str, keep_default_na=False)


@pytest.fixture(scope="module")
def published(truth: Path) -> pd.DataFrame:
    """Published values as text, one row an item: its number counts from 1 within the indicator, in the order of the file."""
    table = pd.read_csv(truth / "sigma" / "par_portal_2021_hrm_subindicators.csv", dtype=str, keep_default_na=False)
    seen: Counter[str] = Counter()
    items = []
    for indicator in table["indicator_id"]:
        seen[indicator] += 1
        items.append(f"S{indicator}-{seen[indicator]}")
    return table.assign(item=items).set_index("item")


def test_every_figure_is_the_published_one(answers: pd.DataFrame, published: pd.DataFrame):
    typed = answers.pivot(index="item", columns="assessment", values="answer")
    assert typed.shape == (34, 6)
    pd.testing.assert_frame_equal(
        typed[ADMINISTRATIONS].sort_index(), published[ADMINISTRATIONS].sort_index(), check_names=False, check_column_type=False
    )


def test_each_item_is_answered_once_by_each_administration(answers: pd.DataFrame):
    assert len(answers) == 34 * 6
    assert not answers.duplicated(["assessment", "item"]).any()
    assert list(answers["assessment"].unique()) == ADMINISTRATIONS


def test_ukraine_has_no_data_for_indicator_50_and_nobody_else_lacks_any(answers: pd.DataFrame):
    empty = answers[answers["answer"] == ""]
    assert set(empty["assessment"]) == {"UKR"}
    assert list(empty["item"]) == [f"S50-{number}" for number in range(1, 15)]


def test_average_of_the_five_is_the_published_one(answers: pd.DataFrame, published: pd.DataFrame):
    five = list(read_mission(MISSION).comparison.average_of)
    values = answers[answers["assessment"].isin(five)].assign(value=lambda rows: pd.to_numeric(rows["answer"]))
    average = values.groupby("item")["value"].mean()
    assert average.to_dict() == pytest.approx(published["AVG_published"].astype(float).to_dict(), abs=0.0051)


def test_items_are_those_of_the_standard_by_name(published: pd.DataFrame):
    names = {leaf.id: leaf.name for leaf in load_standard("sigma-2021").leaves()}
    spelled = {item: name.replace(" (%)", "(%)") for item, name in names.items()}  # the published table lacks the space twice
    assert spelled == published["sub_indicator"].str.replace(" (%)", "(%)", regex=False).to_dict()


def test_mission_file_is_valid_and_names_every_administration():
    mission = read_mission(MISSION)
    assert (mission.mission, mission.standard, mission.focus) == ("serbia-2021-public", "sigma-2021", "SRB")
    assert not mission.administration.synthetic
    assert set(mission.comparison.names) == set(ADMINISTRATIONS)
    assert {mission.focus, *mission.comparison.assessments} == set(ADMINISTRATIONS)
    assert set(mission.comparison.average_of) == set(ADMINISTRATIONS) - {"UKR"}
    assert mission.comparison.names["XKV"] == "Kosovo*"
    assert "UNSCR 1244/1999" in mission.comparison.note

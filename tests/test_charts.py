"""Charts: titles and alt texts come from the data, words stay words, and the same data give the same drawing."""

from __future__ import annotations

import itertools
import re

import numpy as np
import pandas as pd
import pytest

from diagnostics.reporting import sentences
from diagnostics.reporting.blocks import Figure
from diagnostics.reporting.figures import charts
from diagnostics.reporting.figures.chart_frame import ramp
from diagnostics.reporting.figures.comparison_charts import comparison_heat_map
from diagnostics.reporting.figures.profile import comparison_table, criterion_table, process_table
from diagnostics.reporting.sections import report_blocks
from diagnostics.reporting.speaker import speaker
from diagnostics.reporting.theme import contrast, readable_on, theme
from tests.report_material import comparison_material, example_material

ENGLISH = speaker("en")


def processes(**columns) -> pd.DataFrame:
    """Three processes."""
    table = {
        "node": ["P1", "P2", "P3"],
        "name": ["Strategy", "Jobs", "Pay"],
        "score": [2.5, 3.0, np.nan],
        "target": [3.0, 3.0, 3.0],
        "lowest": [2.0, 3.0, np.nan],
        "highest": [2.75, 3.0, np.nan],
        "minimum": [1.0, 3.0, np.nan],
    }
    return pd.DataFrame(table | columns)


def figures(material) -> list[Figure]:
    return [block for block in report_blocks(material) if isinstance(block, Figure)]


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([2.5, 3.0, np.nan], "One of two processes is below target"),
        ([2.5, 2.0, 3.5], "Two of three processes are below target"),
        ([2.0, 2.5, np.nan], "Both processes are below their target"),
        ([2.0, np.nan, np.nan], "The process is below its target"),
        ([1.0, 2.0, 2.5], "All three processes are below their target"),
        ([3.0, 3.0, 4.0], "All three processes have reached their target"),
        ([np.nan] * 3, "No process could be held against a target"),
    ],
)
def test_the_title_of_the_target_chart_says_its_message(scores, expected):
    assert charts.target_chart(ENGLISH, processes(score=scores)).title == expected


def test_the_alt_text_holds_every_value_and_says_what_is_unknown():
    alt = charts.target_chart(ENGLISH, processes()).alt
    assert "Strategy: score 2.50, possibly 2.00 to 2.75, target 3, lowest criterion 1" in alt
    assert "Pay is not assessed" in alt and "nan" not in alt


@pytest.mark.parametrize("material", [example_material, comparison_material])
def test_every_figure_has_its_own_alt_text_and_title(material):
    shown = figures(material())
    assert len(shown) >= 3
    assert all("No description has been provided" not in figure.alt and len(figure.alt) > 60 for figure in shown)
    assert len({figure.alt for figure in shown}) == len(shown)
    assert not any(re.search(r"\bnan\b|None|<NA>", figure.alt + figure.title + figure.svg) for figure in shown)


def test_a_chart_is_the_same_when_drawn_again():
    material = example_material()
    one, two = (charts.maturity_heat_map(ENGLISH, criterion_table(material), process_table(material)).svg for _ in range(2))
    assert one == two


def test_words_in_a_chart_stay_words_and_dollars_stay_dollars():
    svg = charts.target_chart(ENGLISH, processes(name=["A $x$ & <b>", "Послови", "Plaćanje"])).svg
    assert "A $x$ &amp; &lt;b&gt;" in svg and "Послови" in svg
    assert "<style" not in svg and "IBM Plex Sans" in svg


def test_levels_can_be_read_on_their_colours():
    for colour, text in zip(theme().levels, theme().level_text, strict=True):
        assert contrast(colour, text) >= 4.5
    for share in np.linspace(0, 1, 101):
        colour = "#" + "".join(f"{round(channel * 255):02x}" for channel in ramp()(share)[:3])
        assert contrast(colour, readable_on(colour)) >= 4.5


def test_the_ramp_gets_darker_evenly_so_that_grey_print_keeps_the_order():
    shades = [contrast(colour, "#000000") for colour in theme().levels]
    assert shades == sorted(shades, reverse=True)
    assert min(lighter / darker for lighter, darker in itertools.pairwise(shades)) > 1.15


def test_missing_values_are_words_in_the_comparison():
    material = comparison_material()
    table = comparison_table(material)
    figure = comparison_heat_map(ENGLISH, table, {"SRB": "Serbia", "UKR": "Ukraine"}, "SRB", "")
    assert figure.svg.count(">no data</text>") == int(table[["SRB", "UKR"]].isna().sum().sum()) > 0


def test_a_survey_share_that_may_not_be_shown_is_not_drawn():
    shares = pd.DataFrame(
        {
            "name": ["Jobs", "Pay"],
            "percent_positive": [41.0, np.nan],
            "answered": [900, np.nan],
            "lower": [38.0, np.nan],
            "upper": [44.0, np.nan],
        }
    )
    figure = charts.climate_bars(ENGLISH, shares, 10)
    assert "Pay: not shown" in figure.alt and "not shown: too few answers" in figure.svg


def test_the_difference_between_assessments_is_told_in_words():
    table = pd.DataFrame({"node": ["a", "b"], "name": ["A", "B"], "level": [2.0, 3.0], "self_level": [3.0, np.nan]})
    assert (
        sentences.divergence_title(ENGLISH, table, "Jobs", ("expert", "self"))
        == "The self is higher than the expert on the one criterion that both rated"
    )
    assert "B: expert 3, self not assessed" in sentences.divergence_alt(ENGLISH, table, "Jobs", ("expert", "self"))


def test_what_does_not_apply_is_called_so_in_charts_and_alt_texts():
    table = processes(unrated=["not assessed", "not assessed", "not applicable"])
    figure = charts.target_chart(ENGLISH, table)
    assert "Pay is not applicable" in figure.alt and ">not applicable</text>" in figure.svg
    levels = pd.DataFrame({"node": ["a", "b", "c"], "process": ["P1", "P2", "P3"], "name": ["A", "B", "C"], "level": [2.0, np.nan, np.nan]})
    levels = levels.assign(marked=False, unrated=table["unrated"])
    heat = charts.maturity_heat_map(ENGLISH, levels, table)
    assert "B not assessed" in heat.alt and "Pay, not applicable: C not applicable" in heat.alt
    assert heat.svg.count(">n/a</text>") == 1 and "n/a: not applicable" in heat.caption


def test_rows_on_which_all_are_equal_make_nobody_the_highest():
    table = pd.DataFrame({"SRB": [100.0, 50.0, 0.0, 10.0], "UKR": [100.0, 40.0, 0.0, np.nan]})
    title = sentences.comparison_title(ENGLISH, table, {"SRB": "Serbia", "UKR": "Ukraine"}, "SRB")
    assert title.startswith("Serbia has the highest score, alone or shared, on one and the lowest, alone or shared, on no of the one")

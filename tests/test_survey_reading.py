"""Reading survey tables: wide and long say the same, and every cell that cannot be read is told."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from diagnostics.definitions.instrument import load_instrument
from diagnostics.definitions.problems import BadInput
from diagnostics.scoring.surveys.survey_figures import Index, Layout, LongTable, SurveyScale, code_survey, index_scores, item_shares
from tests.test_surveys import FIVE, survey_of

LONG = LongTable("respondent", "item", "value")


def test_a_long_table_says_the_same_as_a_wide_one():
    random = np.random.default_rng(2)
    wide = pd.DataFrame(random.choice(["1", "2", "3", "4", "5", "DK", ""], (80, 3)), columns=["q0", "q1", "q2"])
    wide["unit"], wide["w"] = random.choice(["A", "B"], 80), random.choice(["0.5", "2"], 80)
    long = wide.reset_index(names="respondent").melt(["respondent", "unit", "w"], var_name="item", value_name="value").sample(frac=1)
    layouts = [Layout(weight="w", groups=("unit",)), Layout(LONG, "w", ("unit",))]
    tables = [
        item_shares(code_survey(table, FIVE, ["q0", "q1", "q2"], layout), ["unit"])
        for table, layout in zip((wide, long), layouts, strict=True)
    ]
    pd.testing.assert_frame_equal(*tables)


def test_every_cell_that_cannot_be_read_is_told_at_once():
    rows = [("r1", "q0", "5", "A"), ("r1", "q1", "6", "B"), ("r2", "q9", "1", "A"), (None, "q0", "1", "A")]
    table = pd.DataFrame(rows, columns=["respondent", "item", "value", "unit"])
    with pytest.raises(BadInput) as raised:
        code_survey(table, FIVE, ["q0", "q1"], Layout(LONG), file="survey.csv")
    assert [(p.kind, p.row, p.found) for p in raised.value.problems] == [
        ("code-outside-scale", 3, "6"),
        ("unknown-item", 4, "q9"),
        ("missing-respondent", 5, None),
    ]
    with pytest.raises(BadInput, match=r"more than once.*rows: 2, 3"):
        code_survey(table.iloc[[0, 0]], FIVE, ["q0"], Layout(LONG))
    with pytest.raises(BadInput, match=r"row 3, column 'unit'.*differs"):
        code_survey(table.iloc[:2].replace("6", "3"), FIVE, ["q0", "q1"], Layout(LONG, groups=("unit",)))
    with pytest.raises(BadInput, match=r"'w'.*missing"):
        code_survey(table, FIVE, ["q0"], Layout(LONG, weight="w"))
    with pytest.raises(BadInput, match="weight"):
        survey_of([["5"], ["4"]], ["1", "-1"])


def test_a_bundled_instrument_gives_its_scale():
    scale = SurveyScale.of(load_instrument("climate").scale)
    assert (scale.codes, scale.positive, scale.dont_know) == (("1", "2", "3", "4", "5"), ("4", "5"), ("DK",))
    assert scale.points_of_codes.tolist() == [0, 25, 50, 75, 100]


def test_a_scale_that_contradicts_itself_and_an_index_of_unknown_items_are_refused():
    for more in ({"positive": ("5",), "negative": ("5",)}, {"positive": ("9",), "negative": ()}):
        with pytest.raises(ValueError, match="positive"):
            SurveyScale(codes=("1", "5"), **more)
    with pytest.raises(ValueError, match="no items q7"):
        index_scores(survey_of([["1"]]), [Index("i", ("q0", "q7"))])


def test_numbers_texts_and_categories_read_alike():
    texts = pd.DataFrame({"q0": ["1", "5", "", "3"]})
    for column in (pd.Series([1, 5, np.nan, 3]), texts["q0"].astype("category"), pd.Series([1, 5, None, 3], dtype="Int8")):
        survey = code_survey(pd.DataFrame({"q0": column}), FIVE, ["q0"])
        assert survey.answers[:, 0].tolist() == [0, 4, -1, 2]

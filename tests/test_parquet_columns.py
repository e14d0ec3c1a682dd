"""Parquet files read as categories: the same cells, and the same scores."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa
import pyarrow.parquet
import pytest

from diagnostics.definitions.problems import BadInput
from diagnostics.intake.answer_files import read_answers
from diagnostics.intake.parquet_columns import read_parquet_columns
from diagnostics.scoring import score_answers
from diagnostics.scoring.reading import coded
from tests.comparison_material import answers_of, leaf, node, standard_of

TREE = standard_of(node("N", "mean", leaf("a", "level"), leaf("b")), leaf("c", respondents="consensus-or-median"))
SURVEY = pd.DataFrame({"Q1": ["5", None, "DK"], "w": [1.5, 2, None], "Q1.a": ["x", "y", "x"], "unit": ["A", "B", "B"], "n": [1, 2, 3]})


def _refused(path) -> list[tuple[str, str | None]]:
    with pytest.raises(BadInput) as caught:
        read_parquet_columns(path)
    return [(problem.kind, problem.column) for problem in caught.value.problems]


def test_texts_come_as_categories_and_every_column_under_its_name(tmp_path):
    SURVEY.set_index("unit").to_parquet(tmp_path / "s.parquet")
    table = read_parquet_columns(tmp_path / "s.parquet")
    assert [name for name in table if isinstance(table[name].dtype, pd.CategoricalDtype)] == ["Q1", "Q1.a", "unit"]
    pd.testing.assert_frame_equal(table[list(SURVEY)], SURVEY, check_dtype=False, check_categorical=False)
    some = read_parquet_columns(tmp_path / "s.parquet", categories=["unit"])
    assert [name for name in some if isinstance(some[name].dtype, pd.CategoricalDtype)] == ["unit"]


def test_files_that_cannot_be_read_are_told(tmp_path):
    assert _refused(tmp_path / "none.parquet") == [("missing-file", None)]
    (tmp_path / "cut.parquet").write_bytes(b"PAR1 and no more")
    assert _refused(tmp_path / "cut.parquet") == [("damaged-parquet", None)]
    twice = pa.Table.from_arrays([pa.array(["x"]), pa.array(["y"]), pa.array(["z"])], names=["Q1", "Q2", "Q1"])
    pyarrow.parquet.write_table(twice, tmp_path / "twice.parquet")
    assert _refused(tmp_path / "twice.parquet") == [("duplicate-header", "Q1")]


@pytest.mark.parametrize("rows_of_a_group", [1, 3, 1000])
def test_answers_from_parquet_score_like_the_texts(tmp_path, rows_of_a_group):
    leaves = [leaf.id for leaf in TREE.leaves()]
    given = [answers_of(dict.fromkeys(leaves, answer), assessment) for assessment, answer in (("b", "3"), ("a", ""), ("c", "DK"))]
    answers = pd.concat(given, ignore_index=True).sample(frac=1, random_state=7)
    path = tmp_path / "a.parquet"
    answers.to_parquet(path, index=False, row_group_size=rows_of_a_group)
    read = read_answers(path)
    assert isinstance(read["answer"].dtype, pd.CategoricalDtype)
    pd.testing.assert_frame_equal(score_answers(read, TREE), score_answers(answers.astype({"answer": "object"}), TREE))


@pytest.mark.parametrize("cells", [["b", None, " b", "a", ""], ["b", "a"], [None, "b"], [], [2.0, None, 10.0], [True, None]])
def test_texts_are_numbered_by_their_first_row_whatever_the_type_of_the_column(cells):
    expected = ["" if cell is None else str(cell).strip().removesuffix(".0") for cell in cells]
    categories = pd.Categorical(cells, categories=[*sorted({cell for cell in cells if cell is not None}, reverse=True), "unused"])
    for column in (pd.Series(cells), pd.Series(cells, dtype=object), pd.Series(categories)):
        places, texts = coded(column)
        assert [texts[place] for place in places] == expected
        assert texts.tolist() == list(dict.fromkeys(expected))


def test_a_text_that_comes_late_in_a_long_column_is_found():
    column = pd.Series(["x"] * 20_000 + ["late", None])
    for each in (column, column.astype("category")):
        places, texts = coded(each)
        assert texts.tolist() == ["x", "late", ""] and places[-3:].tolist() == [0, 1, 2]


@pytest.mark.parametrize("count", [127, 128, 129])
def test_as_many_assessments_as_a_byte_holds_are_all_scored(count):
    answers = pd.DataFrame({"assessment": [f"wave {number}" for number in range(count)], "item": "b", "answer": "3"})
    scores = score_answers(answers, TREE)
    assert scores.loc[scores["node"] == "N", "score"].tolist() == [3.0] * count

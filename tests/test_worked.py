"""The worked examples in ``tests/worked/``, which need no Python to be read or added to."""

from __future__ import annotations

import json
import math

import pandas as pd
import pytest

from diagnostics.definitions.standard_loading import parse_standard
from diagnostics.definitions.yaml_reader import read_yaml
from diagnostics.scoring import check_answers, score_answers
from tests.conftest import PROJECT

HEAD = {"standard": "worked", "version": "1", "title": "Worked example", "source": "tests"}


def _examples():
    for path in sorted((PROJECT / "tests" / "worked").glob("*.yaml")):
        data = read_yaml(path).data
        for example in data["examples"]:
            yield pytest.param(data["standard"], example, id=f"{path.stem}: {example['name']}")


def _rows(answers) -> pd.DataFrame:
    if isinstance(answers, dict):
        answers = [{"item": item, "answer": answer} for item, answer in answers.items()]
    rows = [{key: None if value is None else str(getattr(value, "written", value)) for key, value in row.items()} for row in answers]
    return pd.DataFrame(rows or [{"item": None, "answer": None}]).assign(assessment="x")


@pytest.mark.parametrize(("standard", "example"), list(_examples()))
def test_worked_example(standard, example):
    nodes = example.get("nodes", standard["nodes"])
    loaded = parse_standard(json.dumps(HEAD | {"scales": standard["scales"], "nodes": nodes}))
    answers = _rows(example["answers"])
    if example["answers"]:
        assert [problem for problem in check_answers(answers, loaded, "answers") if problem.severity == "error"] == []
    else:  # an assessment without any answer: one row that says so
        answers = answers.assign(item=loaded.leaves()[0].id)
    scores = score_answers(answers, loaded).set_index("node")
    assert example["source"]
    for node, expected in example["expect"].items():
        for column, value in expected.items():
            found = scores.loc[node, column]
            where = f"{node}, {column}"
            if value is None:
                assert pd.isna(found), where
            elif isinstance(value, int | float) and not isinstance(value, bool):
                assert math.isclose(found, value, rel_tol=0, abs_tol=example.get("tolerance", 1e-9)), f"{where}: {found}"
            else:
                assert found == value, where

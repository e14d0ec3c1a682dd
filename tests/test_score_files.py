"""Scores from files, and the commands that compare and explain them: what is wrong is told, and a mission brings what is needed."""

from __future__ import annotations

import pandas as pd
import pytest

from diagnostics.definitions.problems import BadInput, WrongCall
from diagnostics.definitions.standard_loading import parse_standard
from diagnostics.intake.answer_files import write_scores
from diagnostics.intake.score_files import look_beside, parse_pairs, read_scores
from diagnostics.runs.compare_files import compare_files, explain_file
from diagnostics.scoring import STATE_COLUMNS, score_answers
from tests.comparison_material import answers_of

YAML = (
    "standard: probe\nversion: '1'\ntitle: Probe\nsource: tests\nscales: {n: {min: 0, max: 10}}\n"
    "nodes: [{id: N, aggregate: mean, children:\n"
    "  [{id: P, aggregate: mean, children: [{id: i1, scale: n}, {id: i2, scale: n}]}, {id: i3, scale: n}]}]\n"
)
STANDARD = parse_standard(YAML)
GIVEN = {"i1": "2", "i2": "4.1", "i3": "DK"}
MISSION = """mission: probe
administration: {name: Probe Customs, short_name: Probe, country: Nowhere}
dates: {start: 2026-01-01, end: 2026-01-02, as_of: 2026-01-02}
standard: STANDARD
targets: {default: 3}
plan: {start: 2027-Q1}
inputs: {responses: responses.csv}
"""


@pytest.fixture
def standard(tmp_path):
    (tmp_path / "probe.yaml").write_text(YAML, encoding="utf-8")
    return str(tmp_path / "probe.yaml")


def _scores(assessment: str = "x", **given) -> pd.DataFrame:
    return score_answers(answers_of(GIVEN | given, assessment), STANDARD)


def _written(tmp_path, table: pd.DataFrame, name: str = "scores.csv"):
    write_scores(table, tmp_path / name)
    return tmp_path / name


@pytest.mark.parametrize("name", ["scores.csv", "scores.parquet"])
def test_scores_come_back_as_they_were_written(tmp_path, name):
    scores = pd.concat([_scores("=wave 1"), _scores("-2", i1="7.123456789012345")], ignore_index=True)
    file = read_scores(_written(tmp_path, scores, name), STANDARD)
    pd.testing.assert_frame_equal(
        file.scores[["assessment", "node", "score", "marked", "answered", "blank", "lowest"]],
        scores[["assessment", "node", "score", "marked", "answered", "blank", "lowest"]],
        check_dtype=False,
    )
    assert file.standard == STANDARD


def test_the_columns_of_the_contract_are_enough(tmp_path, standard):
    path = _written(tmp_path, _scores().drop(columns=list(STATE_COLUMNS)))
    comparison = compare_files(path, path, standard=standard)
    assert [row.called for row in comparison.pairs[0].nodes] == ["no change"] * 4 + ["not comparable"]


def test_what_the_file_leaves_out_was_out_of_scope(tmp_path):
    scores = score_answers(answers_of(GIVEN), STANDARD.without(["i2"]))
    assert [item.id for item in read_scores(_written(tmp_path, scores), STANDARD).standard.leaves()] == ["i1", "i3"]


def _faults(path) -> list[tuple[str, int | None, str | None, str | None]]:
    with pytest.raises(BadInput) as caught:
        read_scores(path, STANDARD)
    return [(problem.kind, problem.row, problem.column, problem.found) for problem in caught.value.problems]


def test_every_fault_is_told(tmp_path):
    scores = _scores().astype(str)
    scores.loc[0, "score"], scores.loc[1, "answered"], scores.loc[2, "marked"] = "three", "1.5", "perhaps"
    scores.loc[3, "node"] = "i22"
    assert _faults(_written(tmp_path, scores)) == [
        ("bad-score", 2, "score", "three"),
        ("bad-score", 3, "answered", "1.5"),
        ("bad-score", 4, "marked", "perhaps"),
        ("unknown-node", 5, "node", "i22"),
    ]
    assert _faults(_written(tmp_path, _scores().drop(columns=["node", "lowest"]))) == [
        ("missing-column", 1, "node", None),
        ("missing-column", 1, "lowest", None),
    ]
    assert _faults(_written(tmp_path, _scores().assign(node=list("abcde")))) == [("other-standard", 2, "node", "a, b, c ...")]
    twice = pd.concat([_scores(), _scores().tail(1)])
    assert _faults(_written(tmp_path, twice)) == [("duplicate-node", 7, "node", "i3")]
    lacking = pd.concat([_scores(), _scores("y").iloc[1:]])
    assert _faults(_written(tmp_path, lacking)) == [("missing-node", None, "node", None)]
    assert _faults(tmp_path / "nowhere.csv") == [("missing-file", None, None, None)]


def test_pairs_are_read():
    assert parse_pairs([]) is None
    assert parse_pairs(["a=b", " c = d "]) == {"a": "b", "c": "d"}
    for wrong in (["a"], ["a="], ["a=b", "a=c"]):
        with pytest.raises(WrongCall, match="--pair"):
            parse_pairs(wrong)


def test_two_files_are_compared_and_the_table_is_written(tmp_path, standard):
    a, b = _written(tmp_path, _scores("2024"), "a.csv"), _written(tmp_path, _scores("2026", i3="9"), "b.parquet")
    comparison = compare_files(a, b, standard=standard, out=tmp_path / "out.csv")
    assert (comparison.pairs[0].a, comparison.pairs[0].b) == ("2024", "2026")
    table = pd.read_csv(tmp_path / "out.csv")
    assert table["node"].tolist() == ["N", "P", "i1", "i2", "i3"] and table["difference"][0] == pytest.approx(9 / 2 - 3.05 / 2)
    with pytest.raises(WrongCall, match="written over"):
        compare_files(a, b, standard=standard, out=a)
    with pytest.raises(WrongCall, match="--standard ID_OR_FILE"):
        compare_files(a, b)
    with pytest.raises(BadInput, match="lacks nodes"):
        compare_files(a, _written(tmp_path, pd.concat([_scores(), _scores("y").iloc[1:]]), "c.csv"), standard=standard)


@pytest.fixture
def mission(tmp_path, standard):
    folder = tmp_path / "mission"
    (folder / "results").mkdir(parents=True)
    (folder / "mission.yaml").write_text(MISSION.replace("STANDARD", standard), encoding="utf-8")
    answers = pd.concat([answers_of(GIVEN, "expert"), answers_of(GIVEN | {"i1": "10"}, "self")], ignore_index=True)
    answers.to_parquet(folder / "results" / "answers.parquet", index=False)
    return _written(folder / "results", score_answers(answers, STANDARD), "scores.parquet")


def test_a_mission_brings_what_is_needed(mission, tmp_path):
    assert look_beside(mission).mission == mission.parent.parent
    assert explain_file(mission, "P").step.score == pytest.approx(3.05)
    assert explain_file(mission, "P", assessment="self").step.score == pytest.approx(7.05)
    comparison = compare_files(mission, mission, pairs=["expert=self"])
    assert comparison.pairs[0].nodes[0].difference == pytest.approx(4)
    elsewhere = _written(tmp_path, _scores(), "alone.csv")
    with pytest.raises(WrongCall, match="--answers FILE"):
        explain_file(elsewhere, "P")
    with pytest.raises(BadInput, match="no assessment of this name"):
        explain_file(mission, "P", assessment="peers")
    assert compare_files(mission, elsewhere, pairs=["expert=x"]).pairs[0].nodes[0].difference == 0


def test_a_crosswalk_is_read_from_its_file(tmp_path, standard):
    later = YAML.replace("version: '1'", "version: '2'").replace("i3", "j3")
    (tmp_path / "later.yaml").write_text(later, encoding="utf-8")
    (tmp_path / "walk.yaml").write_text(
        "crosswalk: probe\nfrom: '1'\nto: '2'\nitems: [{from: i3, to: j3, change: moved}]\n", encoding="utf-8"
    )
    new = score_answers(answers_of({"i1": "2", "i2": "4", "j3": "5"}), parse_standard(later))
    a, b = _written(tmp_path, _scores(i3="4"), "a.csv"), _written(tmp_path, new, "b.csv")
    for files, standards in (((a, b), (standard, "later.yaml")), ((b, a), ("later.yaml", standard))):
        names = [name if name == standard else str(tmp_path / name) for name in standards]
        comparison = compare_files(*files, standard=names[0], standard_b=names[1], crosswalk=tmp_path / "walk.yaml")
        assert comparison.comparability == 100

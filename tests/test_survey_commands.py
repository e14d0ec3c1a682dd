"""``rake`` and ``survey`` as one calls them: published weights, withheld groups, and refusals that name what to correct."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

from diagnostics.definitions.problems import BadInput, WrongCall
from diagnostics.runs.rake_files import Choices, rake_file
from diagnostics.runs.survey_files import survey_file
from diagnostics.scoring.surveys.weighting import margins_of
from tests.missions import command

PEOPLE = "respondent,unit,sex\n" + "".join(f"R{n},{'hq' if n < 6 else 'port'},{'f' if n % 3 else 'm'}\n" for n in range(10))
MARGINS = "variable,category,share\nunit,hq,0.5\nunit,port,0.5\nsex,f,0.4\nsex,m,0.6\n"


@pytest.fixture
def files(tmp_path):
    """Writes ANSWERS and MARGINS; gives back the paths of both and of WEIGHTED."""

    def write(answers: str = PEOPLE, margins: str = MARGINS):
        paths = [tmp_path / name for name in ("answers.csv", "margins.csv", "weighted.csv")]
        for path, text in zip(paths, (answers, margins), strict=False):
            path.write_text(text, encoding="utf-8")
        return paths

    return write


def _refused(paths) -> list[str]:
    with pytest.raises(BadInput) as caught:
        rake_file(*paths)
    assert not paths[2].exists()
    return [str(problem) for problem in caught.value.problems]


def test_rake_writes_the_published_weights(truth, tmp_path):
    cases = json.loads((truth / "raking" / "rake_cases.json").read_text(encoding="utf-8"))["cases"]
    case = next(case for case in cases if case["name"].startswith("two margins"))
    pd.DataFrame(case["sample"]).to_parquet(tmp_path / "sample.parquet")
    margins = margins_of(pd.DataFrame(case["target"]), ["a", "b"])
    rows = [(variable, category, count) for variable, margin in margins.items() for category, count in margin.items()]
    pd.DataFrame(rows, columns=["variable", "category", "count"]).to_csv(tmp_path / "margins.csv", index=False)
    done = command("rake", tmp_path / "sample.parquet", tmp_path / "margins.csv", "--out", tmp_path / "weighted.csv")
    assert done.returncode == 0, done.stderr
    assert pd.read_csv(tmp_path / "weighted.csv")["weight"].round(2).tolist() == case["expected_weights_rounded_2"]
    assert all(word in done.stdout for word in ("Iterations: ", "Largest remaining deviation", "Design effect: ", "Weights: "))


def test_weights_meet_the_margins_and_the_printed_figures_are_theirs(files):
    paths = files()
    done = command("rake", *paths[:2], "--out", paths[2], "--json")
    figures, table = json.loads(done.stdout), pd.read_csv(paths[2])
    shares = table.groupby("sex")["weight"].sum() / table["weight"].sum()
    assert shares.to_dict() == pytest.approx({"f": 0.4, "m": 0.6})
    assert list(table.columns) == ["respondent", "unit", "sex", "weight"]  # no row number of ours
    weights = table["weight"]
    assert figures["design_effect"] == pytest.approx(10 * (weights**2).sum() / weights.sum() ** 2)
    assert (figures["smallest_weight"], figures["largest_weight"]) == pytest.approx((weights.min(), weights.max()))
    assert figures["largest_deviation"] < 1e-8 and figures["respondents"] == 10


def test_each_respondent_counts_once_however_many_answers(files):
    rows = PEOPLE.splitlines()
    long = "item,answer," + rows[0] + "\n" + "".join(f"i{item},3,{row}\n" for row in rows[1:] for item in range(1 + int(row[1]) % 3))
    one = files()
    rake_file(*one)
    by_person = pd.read_csv(one[2]).set_index("respondent")["weight"].to_dict()
    many = files(answers=long)
    assert rake_file(*many).respondents == 10
    table = pd.read_csv(many[2])
    assert len(table) == len(long.splitlines()) - 1
    assert table["weight"].tolist() == pytest.approx([by_person[name] for name in table["respondent"]])


def test_weighted_answers_can_be_scored(files, tmp_path):
    rows = PEOPLE.splitlines()[1:]
    answers = "assessment,item,answer,respondent,unit,sex\n" + "".join(f"x,CL-01,{5 if 'hq' in row else 1},{row}\n" for row in rows)
    paths = files(answers=answers, margins="variable;category;share\nUnit;hq;30,0\nUnit;port;70,0\n")
    rake_file(*paths)
    assert command("score", "climate", paths[2], "--out", tmp_path / "scores.csv").returncode == 0
    scores = pd.read_csv(tmp_path / "scores.csv").set_index("node")["score"]
    assert scores["CL-01"] == pytest.approx(30)


def test_what_stands_in_the_way_is_told_at_once_with_its_row(files):
    twice = MARGINS + "unit,hq,0.1\nregion,north,many\n,east,1\n"
    told = _refused(files(margins=twice))
    assert told == [
        "margins.csv, row 6, column 'category': found 'hq'. The category of 'unit' stands in a row above already. Keep one of the two.",
        "margins.csv, row 7, column 'share': found 'many'; allowed: a number such as 12 or 0.75 (a decimal comma is accepted), from 0 up. "
        "Correct the cell.",
        "margins.csv, row 8, column 'variable': Fill in the cell.",
    ]
    assert "add up to 0.8" in _refused(files(margins=MARGINS.replace("0.6", "0.4")))[0]
    assert "one of the two columns 'share' and 'count'" in _refused(files(margins="variable,category\nunit,hq\n"))[0]
    assert "has no column of this name" in _refused(files(margins=MARGINS.replace("sex", "age")))[0]
    assert "assessments" in _refused(files(answers=PEOPLE.replace("sex", "assessment"), margins="variable,category,count\nunit,hq,1\n"))[0]


def test_what_cannot_be_raked_is_refused_with_every_category(files):
    told = _refused(files(margins=MARGINS.replace("port", "airport").replace("sex,m,0.6", "sex,x,0.6")))
    assert len(told) == 4 and all(line.startswith("margins.csv: ") for line in told)
    assert any("'airport' is in the margins, but nobody" in line for line in told)
    assert any("'m' is in the sample, but not in the margins" in line for line in told)


def test_missing_values_are_refused_left_out_or_a_category(files):
    answers = PEOPLE.replace("R3,hq,m", "R3,hq,")
    assert "Values are missing: 'sex' in 1 rows" in _refused(files(answers=answers))[0]
    paths = files(answers=answers)
    dropped = rake_file(*paths, Choices(missing="drop"))
    assert (dropped.respondents, dropped.left_out) == (9, 1) and len(pd.read_csv(paths[2])) == 9
    margins = MARGINS.replace("sex,m,0.6", "sex,m,0.5\nsex,not stated,0.1")
    assert rake_file(*files(answers=answers, margins=margins), Choices(missing="category")).respondents == 10


def test_an_absent_category_may_be_passed_over_and_is_noted(files):
    margins = MARGINS.replace("sex,m,0.6", "sex,m,0.5\nsex,x,0.1")
    paths = files(margins=margins)
    done = command("rake", *paths[:2], "--out", paths[2], "--absent", "warn")
    assert done.returncode == 0 and "nobody in the sample belongs to 'x'" in done.stdout


def test_design_weights_are_where_raking_starts(files):
    answers = "\n".join(line + (",weight" if place == 0 else f",{1 + place % 2}") for place, line in enumerate(PEOPLE.splitlines())) + "\n"
    paths = files(answers=answers)
    assert rake_file(*paths).had_weights
    table = pd.read_csv(paths[2])
    same = table[(table["unit"] == "hq") & (table["sex"] == "f")]["weight"].to_numpy()
    assert np.ptp(same) > 0 and same.max() / same.min() == pytest.approx(2)
    paths[2].unlink()
    assert "column 'weight'" in _refused(files(answers=answers.replace(",2\n", ",0\n", 1)))[0]


def test_a_limit_on_weights_holds_and_one_below_the_mean_is_a_wrong_call(files):
    margins = MARGINS.replace("unit,hq,0.5", "unit,hq,0.2").replace("unit,port,0.5", "unit,port,0.8")
    paths = files(margins=margins)
    free = rake_file(*paths).figures()["largest_weight"]
    limited = rake_file(*paths, Choices(largest_weight=free * 0.95)).figures()["largest_weight"]
    assert limited <= free * 0.95 * (1 + 1e-9)
    with pytest.raises(WrongCall, match="at least 1"):
        rake_file(*paths, Choices(largest_weight=0.5))
    with pytest.raises(WrongCall, match="written over"):
        rake_file(paths[0], paths[1], paths[1])


def _survey(tmp_path, sizes: dict[str, int]):
    rows = [
        f"x,CL-{item:02d},{1 + (person + item) % 5},{unit}-{person},{unit}"
        for unit, size in sizes.items()
        for person in range(size)
        for item in range(1, 41)
    ]
    path = tmp_path / "survey.csv"
    path.write_text("\n".join(["assessment,item,answer,respondent,Unit", *rows]) + "\n", encoding="utf-8")
    return path


def test_survey_prints_figures_and_keeps_small_groups_to_itself(tmp_path):
    answers = _survey(tmp_path, {"hq": 30, "port": 25, "border": 4})
    done = command("survey", "climate", answers, "--by", "unit", "--out", tmp_path / "figures.csv")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("climate 1.1, by unit: percent positive")
    assert done.stdout.count("all figures are withheld") == 2  # border, and port, the next larger one
    table = pd.read_csv(tmp_path / "figures.csv").set_index(["group", "node"])
    assert table.loc["border", "withheld"].all() and table.loc["port", "answered"].isna().all()
    assert table.loc[("hq", "CL"), "lower"] < table.loc[("hq", "CL"), "value"] < table.loc[("hq", "CL"), "upper"]
    listed = json.loads(command("survey", "climate", answers, "--by", "unit", "--threshold", "4", "--json").stdout)
    assert len(listed) == 4 * 53 and not any(row["withheld"] for row in listed)


@pytest.mark.parametrize(
    ("by", "said"),
    [("units", "Did you mean 'unit'?"), ("respondent", "about answers, not about people"), ("row", "about answers")],
)
def test_a_column_that_groups_nobody_is_refused(tmp_path, by, said):
    with pytest.raises(BadInput, match=said.replace("?", r"\?")):
        survey_file("climate", _survey(tmp_path, {"hq": 12}), by, 10)


def test_a_person_belongs_to_one_group_and_has_a_name(tmp_path):
    path = _survey(tmp_path, {"hq": 12})
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("x,CL-03,4,hq-0,hq", "x,CL-03,4,hq-0,port").replace("hq-1,hq", ",hq", 1), encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        survey_file("climate", path, "unit", 10)
    assert [(problem.kind, problem.row) for problem in caught.value.problems] == [("missing-respondent", 42)]
    path.write_text(text.replace("x,CL-03,4,hq-0,hq", "x,CL-03,4,hq-0,port"), encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        survey_file("climate", path, "unit", 10)
    assert [(problem.kind, problem.row, problem.found) for problem in caught.value.problems] == [("not-constant", 4, None)]


def test_a_standard_that_is_no_survey_and_a_threshold_of_nobody_are_wrong_calls(tmp_path):
    answers = _survey(tmp_path, {"hq": 12})
    assert command("survey", "climate", answers, "--threshold", "0").returncode == 2
    ratings = tmp_path / "ratings.csv"
    ratings.write_text("assessment,item,answer,respondent\nx,PI-23.1,A,R1\n", encoding="utf-8")
    done = command("survey", "pefa-pi-23", ratings)
    assert done.returncode == 2 and "has no survey items" in done.stderr

"""Answers from files and scores into them: nothing guessed, nothing half written, no cell a formula."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from diagnostics.definitions.problems import BadInput, WrongCall
from diagnostics.intake.answer_files import read_answers, read_table_file, write_scores
from diagnostics.intake.written_files import neutralised
from diagnostics.runs.score_files import score_files
from tests.missions import command

STANDARD = (
    "standard: probe\nversion: 1\ntitle: Probe\nsource: tests\nscales: {y: {options: [{code: No, value: 0}, {code: Yes, value: 1}]}}\n"
    "nodes: [{id: N, aggregate: mean, children: [{id: i1, scale: y}, {id: i2, scale: y}]}]\n"
)


@pytest.fixture
def standard(tmp_path):
    (tmp_path / "s.yaml").write_text(STANDARD, encoding="utf-8")
    return str(tmp_path / "s.yaml")


def _answers(tmp_path, content: str | bytes, name: str = "a.csv"):
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


ROWS = "assessment,item,answer\nx,i1,NA\nx,i2,\n"


@pytest.mark.parametrize(
    "content",
    [
        ROWS,
        ROWS.replace("\n", "\r\n"),
        b"\xef\xbb\xbf" + ROWS.encode(),
        ROWS.replace(",", ";"),
        ROWS.replace(",", "\t"),
        ROWS.encode("utf-16"),
        ROWS + "\n\n",
    ],
    ids=["plain", "windows", "mark", "semicolons", "tabs", "utf-16", "lines after the end"],
)
def test_csv_is_read_as_text_in_all_its_dialects(tmp_path, content):
    table = read_answers(_answers(tmp_path, content))
    assert table[["assessment", "item", "answer", "row"]].values.tolist() == [["x", "i1", "NA", 2], ["x", "i2", "", 3]]


def test_rows_are_numbered_as_the_spreadsheet_shows_them(tmp_path):
    table = read_answers(_answers(tmp_path, 'Assessment,Item,Answer,comment\nx,i1,Yes,"two\nlines"\n\n,,,\nx,i2,Maybe,\n'))
    assert table.loc[table["item"] == "i2", "row"].tolist() == [5]
    ragged = read_answers(_answers(tmp_path, "assessment,item,answer,comment\nx,i1,Yes\n\nx,i2,No,\n"))
    assert ragged.loc[ragged["item"] == "i2", ["row", "answer"]].values.tolist() == [[4, "No"]]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("assessment,item,answer\nx,i1,Yes,too many\n", "too-many-cells"),
        ('assessment,item,answer\nx,"i1,Yes\n', "open-quotation"),
        ('assessment,item,answer,comment\nx,i1,Yes,"open\nx,i2,Yes,swallowed\n', "open-quotation"),
        ("assessment,item,answer,Item\nx,i1,Yes,i2\n", "duplicate-header"),
        ("", "empty-file"),
    ],
)
def test_a_damaged_csv_is_refused(tmp_path, content, kind):
    with pytest.raises(BadInput) as caught:
        read_answers(_answers(tmp_path, content))
    assert kind in [problem.kind for problem in caught.value.problems]


DECIMALS = "assessment,item,answer,respondent\n"


@pytest.mark.parametrize(
    ("rows", "row", "found"),
    [
        ("x,i1,3\nx,i2,3,5\nx,i3,4,\n", 3, "3,5"),  # the others have no respondent
        ("x,i1,2,25\nx,i2,3,5\nx,i3,4,75\n", 2, "2,25"),  # all have one, and no two answer the same item
    ],
)
def test_a_decimal_comma_that_shifts_cells_is_warned_of_with_its_rows(tmp_path, rows, row, found):
    (problem,) = read_table_file(_answers(tmp_path, DECIMALS + rows)).warnings
    assert (problem.kind, problem.severity, problem.row, problem.column) == ("shifted-cells", "warning", row, "respondent")
    assert problem.found == found and "decimal point" in problem.advice


@pytest.mark.parametrize(
    "content",
    [
        DECIMALS + "x,i1,3,1\nx,i1,4,2\nx,i2,3,1\n",  # numbered raters
        DECIMALS + "x,i1,3,1\nx,i1,4,2\nx,i1,4,consensus\n",
        DECIMALS + 'x,i1,"3,5",\nx,i2,4,\n',
        DECIMALS.replace(",", ";") + "x;i1;3,5;\nx;i2;4;2\n",
        "item,assessment,answer\ni1,x,3\n",
    ],
)
def test_no_shift_is_seen_where_none_is(tmp_path, content):
    assert read_table_file(_answers(tmp_path, content)).warnings == ()


def test_more_cells_than_headings_are_told_with_every_row(tmp_path):
    with pytest.raises(BadInput) as caught:
        read_answers(_answers(tmp_path, "assessment,item,answer\nx,i1,3,5\nx,i2,4\nx,i3,2,5\n"))
    assert [(problem.kind, problem.row) for problem in caught.value.problems] == [("too-many-cells", 2), ("too-many-cells", 4)]
    assert "Write numbers with a decimal point." in caught.value.problems[0].advice


def test_the_guess_of_an_encoding_is_said_by_every_command(tmp_path, standard):
    rows = "assessment,item,answer\nİzmir Gümrük Müdürlüğü,i1,Yes\nİzmir Gümrük Müdürlüğü,i2,No\n"
    answers = _answers(tmp_path, rows.encode("cp1254"))
    scores = tmp_path / "scores.csv"
    scored = command("score", standard, answers, "--out", scores)
    explained = command("explain", scores, "N", "--answers", answers, "--standard", standard)
    agreed = command("agree", answers, "--measure", "krippendorff-nominal", "--standard", standard)
    for done, code in ((scored, 0), (explained, 0), (agreed, 3)):  # one rater has nobody to agree with
        assert done.returncode == code and "read as cp1254, recognised by its letters" in done.stderr, done.stderr
    assert "İzmir Gümrük Müdürlüğü" in scores.read_text(encoding="utf-8")
    scores.write_bytes(scores.read_text(encoding="utf-8").encode("cp1254"))
    compared = command("compare", scores, scores, "--standard", standard)
    assert compared.returncode == 0 and "read as cp1254" in compared.stderr and "İzmir" in compared.stdout


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("a.csv", "s.yaml", "have changed places"),
        ("a.csv", "climate", "have changed places. Write first 'climate'"),
        ("a.csv", "a.csv", "the standard comes first"),
        ("climate", "s.yaml", "the answers come second"),
    ],
)
def test_score_notices_that_standard_and_answers_changed_places(tmp_path, standard, first, second, said, monkeypatch):
    monkeypatch.chdir(tmp_path)
    _answers(tmp_path, ROWS)
    with pytest.raises(WrongCall, match=said):
        score_files(first, Path(second), tmp_path / "out.csv", list)


def test_explain_asks_for_all_that_is_missing_at_once(tmp_path, standard):
    answers, scores = _answers(tmp_path, ROWS + "y,i1,Yes\n"), tmp_path / "scores.csv"
    score_files(standard, answers, scores, list)
    done = command("explain", scores, "N")
    assert done.returncode == 2
    assert all(text in done.stderr for text in ("--standard ID_OR_FILE", "--answers FILE", "--assessment NAME (one of x, y)"))
    assert "--standard" not in command("explain", scores, "N", "--standard", standard).stderr
    assert command("explain", scores, "N", "--standard", standard, "--answers", answers, "--assessment", "y").returncode == 0


def test_other_files_are_refused(tmp_path):
    for path, kind in (
        (tmp_path / "none.csv", "missing-file"),
        (_answers(tmp_path, b"PK", "a.xlsx"), "unknown-form"),
        (_answers(tmp_path, b"PAR1", "a.parquet"), "damaged-parquet"),
    ):
        with pytest.raises(BadInput) as caught:
            read_answers(path)
        assert [problem.kind for problem in caught.value.problems] == [kind]


def test_a_folder_and_an_empty_file_are_told_as_what_they_are(tmp_path):
    for path, words in ((tmp_path, "This is a folder"), (_answers(tmp_path, " \n"), "The file is empty")):
        with pytest.raises(BadInput) as caught:
            read_answers(path)
        (problem,) = caught.value.problems
        assert words in problem.advice and "mission.yaml" not in problem.advice


def test_csv_and_parquet_give_the_same_scores(tmp_path, standard):
    answers = _answers(tmp_path, "assessment,item,answer\n=1+1,i1,Yes\n=1+1,i2,\n-5,i1,No\n")
    read_answers(answers).to_parquet(tmp_path / "a.parquet")
    tables = []
    for source in ("a.csv", "a.parquet"):
        for form in ("csv", "parquet"):
            out = tmp_path / f"{source}.scores.{form}"
            assert len(score_files(standard, tmp_path / source, out, list)) == 6
            tables.append(pd.read_csv(out, keep_default_na=True) if form == "csv" else pd.read_parquet(out))
    for table in tables:
        assert table["score"].fillna(-1).tolist() == [1, 1, -1, 0, 0, -1] and table["marked"].tolist() == [False] * 6
        assert table["label"].fillna("").tolist() == ["", "Yes", "", "", "No", ""]
    assert tables[0]["assessment"].tolist() == ["'=1+1"] * 3 + ["-5"] * 3  # a formula in CSV is text; a number stays a number
    assert tables[1]["assessment"].tolist()[0] == "=1+1"


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1", "'=1"),
        ("  +a", "'  +a"),
        ("-a", "'-a"),
        ("@a", "'@a"),
        ("\ta", "'\ta"),
        ("\x00a", "'\x00a"),
        ("-1.5e3", "-1.5e3"),
        ("+5", "+5"),
        ("a=b", "a=b"),
        ("", ""),
    ],
)
def test_what_a_spreadsheet_would_take_for_a_formula_is_neutralised(text, safe):
    assert neutralised(text) == safe


def test_bad_answers_write_nothing_over(tmp_path, standard):
    out = tmp_path / "scores.csv"
    out.write_text("kept")
    with pytest.raises(BadInput) as caught:
        score_files(standard, _answers(tmp_path, "assessment,item,answer\nx,i1,Maybe\nx,i9,Yes\n"), out, list)
    assert {problem.found for problem in caught.value.problems} == {"Maybe", "i9"}
    assert out.read_text() == "kept" and sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "s.yaml", "scores.csv"]


def test_wrong_places_for_scores_are_wrong_calls(tmp_path, standard):
    answers = _answers(tmp_path, ROWS)
    for out in (tmp_path / "scores.txt", answers, tmp_path):
        with pytest.raises(WrongCall):
            score_files(standard, answers, out, list)
    assert answers.read_text() == ROWS


def test_warnings_are_told_and_do_not_stop(tmp_path, standard):
    told = []
    answers = _answers(tmp_path, "assessment,item,answer\nx,i1,Yes\n,,\n")
    assert len(score_files(standard, answers, tmp_path / "new" / "scores.csv", told.extend)) == 3
    assert [problem.kind for problem in told] == ["blank-row"]


def test_scores_are_written_to_the_last_digit(tmp_path):
    scores = pd.DataFrame({"assessment": ["x", "y, z"], "score": [0.1 + 0.2, 1e-17], "label": [None, '"A"']})
    write_scores(scores, tmp_path / "s.csv")
    back = pd.read_csv(tmp_path / "s.csv")
    assert (
        back["score"].tolist() == scores["score"].tolist()
        and back["assessment"].tolist() == ["x", "y, z"]
        and back["label"].tolist()[1] == '"A"'
    )

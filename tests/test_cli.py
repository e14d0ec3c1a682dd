"""What the command says of itself."""

from __future__ import annotations

import json
import re

import openpyxl
import pytest

from diagnostics.commands.telling import tell_problems
from diagnostics.definitions.problems import Problem
from tests.missions import command


def test_help_names_every_command_and_exit_code():
    done = command("--help")
    assert done.returncode == 0
    assert all(
        name in done.stdout
        for name in (
            "demo",
            "new",
            "run",
            "check",
            "correct",
            "score",
            "agree",
            "compare",
            "explain",
            "rake",
            "survey",
            "form",
            "read",
            "map",
            "template",
            "standard",
            "plan",
            "Exit codes",
        )
    )


@pytest.mark.parametrize(
    "name", ["demo", "new", "run", "check", "correct", "score", "agree", "compare", "explain", "rake", "survey", "plan"]
)
def test_each_command_explains_itself(name):
    done = command(name, "--help")
    assert done.returncode == 0 and "Exit codes" in done.stdout


# Shrout & Fleiss (1979), Psychological Bulletin 86(2), Table 2: six targets, four judges.
SHROUT_FLEISS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]


def test_agree_prints_the_published_coefficient(tmp_path):
    rows = [f"x,T{target},{value},J{judge}" for target, line in enumerate(SHROUT_FLEISS) for judge, value in enumerate(line)]
    answers = tmp_path / "answers.csv"
    answers.write_text("\n".join(["assessment,item,answer,respondent", *rows]) + "\n", encoding="utf-8")
    done = command("agree", answers, "--measure", "icc2", "--out", tmp_path / "agreement.csv")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("x: icc2 0.290, 95 % interval 0.019 to 0.761; 4 raters, 6 targets")
    assert "0.28976" in (tmp_path / "agreement.csv").read_text(encoding="utf-8")
    assert json.loads(command("agree", answers, "--measure", "icc3k", "--json").stdout)[0]["value"] == pytest.approx(0.909, abs=0.001)


def test_agree_refuses_an_unknown_measure_and_says_where_nothing_can_be_said(tmp_path):
    answers = tmp_path / "answers.csv"
    answers.write_text("assessment,item,answer,respondent\nx,T1,3,J1\nx,T2,4,J1\n", encoding="utf-8")
    wrong = command("agree", answers, "--measure", "kappa")
    assert wrong.returncode == 2 and "krippendorff-ordinal" in wrong.stderr
    alone = command("agree", answers, "--measure", "icc2")
    assert alone.returncode == 0 and "undefined" in alone.stdout


def test_agree_reads_codes_through_a_standard(tmp_path):
    letters = {"PI-23.1": "AB", "PI-23.2": "BB", "PI-23.3": "CD", "PI-23.4": "DD"}
    rows = [f"x,{item},{letter},R{rater}" for item, given in letters.items() for rater, letter in enumerate(given)]
    answers = tmp_path / "answers.csv"
    answers.write_text("\n".join(["assessment,item,answer,respondent", *rows]) + "\n", encoding="utf-8")
    assert "found 'A'" in command("agree", answers, "--measure", "icc2").stderr
    done = command("agree", answers, "--measure", "icc2", "--standard", "pefa-pi-23")
    assert done.returncode == 0 and "4 targets" in done.stdout and "undefined" not in done.stdout


def test_a_wrong_call_ends_with_2():
    assert command("run").returncode == 2
    assert command("dance").returncode == 2


def test_new_lays_out_a_mission_that_check_understands(tmp_path):
    folder = tmp_path / "Mission 1"
    done = command("new", folder)
    assert done.returncode == 0, done.stderr
    assert (folder / "mission.yaml").is_file() and (folder / "inputs" / "responses.xlsx").is_file()
    again = command("new", folder)
    assert again.returncode == 2 and "holds something already" in again.stderr
    unfilled = command("check", folder)
    assert unfilled.returncode == 3 and unfilled.stderr.count("fill in this text") + unfilled.stderr.count("Fill in this text") == 3


def test_only_the_filled_rows_of_a_new_form_count(tmp_path):
    folder = tmp_path / "mission"
    command("new", folder)
    settings = folder / "mission.yaml"
    settings.write_text(re.sub('"<[^>]*>"', "Probe", settings.read_text(encoding="utf-8")), encoding="utf-8")
    empty = command("check", folder)
    assert empty.returncode == 3 and "responses.xlsx" in empty.stderr and "Fill the table" in empty.stderr
    book = openpyxl.load_workbook(folder / "inputs" / "responses.xlsx")
    sheet = book["responses"]
    place = {cell.value: cell.column for cell in sheet[3]}
    for part, row in (("expert", 4), ("self", 5)):
        sheet.cell(5, place["criterion_id"], "P4-1")
        for name, value in {"part": part, "rater": f"R-{row}", "existence": 3, "coverage": 2, "effect": 2, "evidence_id": "D1"}.items():
            sheet.cell(row, place[name], value)
    book.save(folder / "inputs" / "responses.xlsx")
    checked = command("check", folder)
    assert checked.returncode == 0, checked.stderr
    assert "Rows of the form that nobody filled in were set aside: 82." in checked.stderr


def test_new_refuses_a_standard_that_no_mission_report_speaks_of(tmp_path):
    done = command("new", tmp_path / "mission", "--standard", "climate")
    assert done.returncode == 2 and "criteria with gates" in done.stderr and not (tmp_path / "mission").exists()


def test_many_warnings_of_one_sort_are_told_as_a_count_and_hide_no_error(capsys):
    warnings = [Problem("a.csv", "Look at it.", "odd", row=row, severity="warning") for row in range(2, 20)]
    tell_problems([*warnings, *(Problem("a.csv", "Mend it.", "bad", row=row) for row in range(2, 12))])
    told = capsys.readouterr().err.splitlines()
    assert sum(line.endswith("Mend it.") for line in told) == 10
    assert sum(line.endswith("Look at it.") for line in told) == 5
    assert "warning: a.csv: 13 more like the last one of these (odd). --json prints them all." in told

"""Rules that set rows side by side, within a data set and between two. Each case breaks one rule in a small, otherwise sound mission."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diagnostics.definitions.dataset import load_datasets
from diagnostics.definitions.mission import Mission, read_mission
from diagnostics.definitions.problems import Problem
from diagnostics.definitions.standard_loading import load_standard
from diagnostics.validation.cycles import circles
from diagnostics.validation.expectations import EXPECTED
from diagnostics.validation.inputs import validate_inputs

BASE = Path(__file__).parent / "bad_inputs" / "base"
SOUND = {
    "jobs": "id,family,level,title,purpose\nJ-1,Clearance,2,Officer,Clears goods\n",
    "positions": (
        "id,job_id,unit,grade,status,vacant_since,critical,sensitive,max_tenure_months\n"
        "PO-1,J-1,Head office,G1,filled,,yes,no,\nPO-2,J-1,North,G2,filled,,no,yes,60\nPO-3,,North,G3,vacant,2026-02-01,no,no,\n"
    ),
    "postings": (
        "staff_id,position_id,from,to\nS-9001,PO-1,1995-09-01,\nS-9002,PO-3,2005-01-15,2012-04-30\nS-9002,PO-2,2012-05-01,\n"
        "S-9003,PO-3,2015-02-01,2026-01-31\n"
    ),
    "payroll": "staff_id,month,base,allowances,grade\nS-9001,2026-04,2500,100,G1\nS-9002,2026-04,2000,,G2\nS-9003,2026-01,900,,G3\n",
    "absences": "staff_id,kind,from,to,days\nS-9002,sick,2026-03-02,2026-03-06,5\nS-9002,annual,2026-04-01,2026-04-10,8\n",
    "appraisals": "staff_id,cycle,planned_on,done_on,rating\nS-9002,2025,2025-12-01,2026-01-20,4\nS-9003,2025,2025-12-01,,\n",
    "competencies": (
        "id,framework,cluster,level,definition,indicators\n"
        "C-1,Own,Generic,1,Works with others,Shares\nC-1,Own,Generic,3,Works with others,Leads\n"
    ),
    "assessments": "staff_id,competency_id,level,method,date\nS-9002,C-1,3,manager,2026-02-01\nS-9001,C-1,0,self,2026-02-01\n",
    "job_profiles": "job_id,competency_id,required,weight,must_have\nJ-1,C-1,2,1,yes\n",
    "training": "staff_id,course,competency_id,date,days,cost,result\nS-9002,Origin,C-1,2025-05-05,3,90,completed\n",
}


def changed(**changes: tuple[str, str]) -> dict[str, str]:
    """The files of the sound mission with a text in some of them replaced by another."""
    files = {"staff": (BASE / "inputs" / "staff.csv").read_text(encoding="utf-8"), **SOUND}
    for name, (old, new) in changes.items():
        assert files[name].count(old) == 1, f"{old} in {name}"
        files[name] = files[name].replace(old, new)
    return files


def laid_out(folder: Path, files: dict[str, str]) -> Mission:
    """The base mission in a folder, with these files beside or instead of its own."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    for name, text in files.items():
        (folder / "inputs" / f"{name}.csv").write_text(text, encoding="utf-8")
    return read_mission(folder)


def found_in(folder: Path, files: dict[str, str]) -> list[Problem]:
    """The problems of the base mission with these files."""
    mission = laid_out(folder, files)
    mission = mission.model_copy(update={"inputs": {**mission.inputs, **{name: f"{name}.csv" for name in files}}})
    return list(validate_inputs(mission, folder, load_standard("wco-hrm")).problems)


def side_by_side(files_of_cases: list[dict[str, str]]) -> tuple[dict[str, str], dict[str, list[int]]]:
    """The files of many missions in one, with ids of their own, and before which row of each file a case begins.

    Validation takes its time by expectation, not by row: a hundred cases at once take no longer than one.
    """
    whole = {name: text.splitlines()[0] + "\n" for name, text in files_of_cases[0].items()}
    before: dict[str, list[int]] = {name: [] for name in whole}
    for number, files in enumerate(files_of_cases):
        for name, text in files.items():
            before[name].append(whole[name].count("\n") - 1)
            rows = text.split("\n", 1)[1]
            whole[name] += re.sub(r"\b(S|PO|J|C)-([0-9]+)", rf"\1-\2-{number:02}", rows)
    return whole, before


CASES = {
    # name: ({file: (old, new)}, (kind, severity, file, row, column), a part of what is said)
    "a post before hiring": (
        {"postings": ("S-9003,PO-3,2015-02-01", "S-9003,PO-3,2014-02-01")},
        ("outside-its-span", "error", "postings", 5, "from"), "not before 'hired_on' in the data set 'staff'",
    ),
    "a post after leaving": (
        {"postings": ("S-9003,PO-3,2015-02-01,2026-01-31", "S-9003,PO-3,2026-03-01,")},
        ("outside-its-span", "error", "postings", 5, "from"), "not after 'left_on'",
    ),
    "two posts at once": (
        {"postings": ("2012-04-30", "2012-06-30")},
        ("overlap", "warning", "postings", 4, "from"), "It overlaps with row 3.",
    ),
    "two people on one post": (
        {"postings": ("S-9003,PO-3,2015-02-01", "S-9003,PO-2,2015-02-01")},
        ("overlap", "warning", "postings", 5, "from"), "It overlaps with row 4.",
    ),
    "a post held twice today": (
        {
            "staff": ("S-9002,m,1980,G2,North,PO-2", "S-9002,m,1980,G2,North,PO-1"),
            "positions": ("PO-2,J-1,North,G2,filled,", "PO-2,J-1,North,G2,vacant,2026-01-01"),
        },
        ("duplicate-value", "warning", "staff", 3, "position_id"), "the same position_id as row 2",
    ),
    "paid after leaving": (
        {"payroll": ("S-9003,2026-01", "S-9003,2026-02")},
        ("outside-its-span", "warning", "payroll", 4, "month"), "paid after having left",
    ),
    "paid before hiring": (
        {"payroll": ("S-9003,2026-01", "S-9003,2015-01")},
        ("outside-its-span", "warning", "payroll", 4, "month"), "paid before being hired",
    ),
    "not paid": (
        {"payroll": ("S-9002,2026-04,2000,,G2\n", "")},
        ("stands-nowhere", "warning", "staff", 3, "staff_id"), "was not paid",
    ),
    "paid and unknown": (
        {"payroll": ("S-9003,2026-01", "S-7777,2026-01")},
        ("unknown-reference", "warning", "payroll", 4, "staff_id"), "not on the register",
    ),
    "a circle of two": (
        {"staff": ("1995-09-01,,,1\nS-9002,m,1980,G2,North,PO-2,S-9001", "1995-09-01,,,1\nS-9002,m,1980,G2,North,PO-2,S-9002")},
        ("circular-reference", "error", "staff", 3, "manager_id"), "Row 3 refers to itself.",
    ),
    "absent before hiring": (
        {"absences": ("S-9002,sick,2026-03-02", "S-9002,sick,2004-03-02")},
        ("outside-its-span", "error", "absences", 2, "from"), "absent before being hired",
    ),
    "absent twice": (
        {"absences": ("2026-04-01", "2026-03-05")},
        ("overlap", "warning", "absences", 3, "from"), "It overlaps with row 2.",
    ),
    "appraised long after the cycle": (
        {"appraisals": ("2026-01-20", "2026-04-02")},
        ("outside-its-year", "warning", "appraisals", 2, "done_on"), "up to 3 months after it",
    ),
    "appraised before the cycle": (
        {"appraisals": ("2026-01-20", "2024-12-31")},
        ("outside-its-year", "warning", "appraisals", 2, "done_on"), "a day in the year of 'cycle'",
    ),
    "a level that the framework has not": (
        {"assessments": ("C-1,3,manager", "C-1,4,manager")},
        ("level-outside-framework", "error", "assessments", 2, "level"), "up to the highest 'level'",
    ),
    "a required level that the framework has not": (
        {"job_profiles": ("C-1,2,1", "C-1,5,1")},
        ("level-outside-framework", "error", "job_profiles", 2, "required"), "add the level to the competency framework",
    ),
    "a job that is not in the catalogue": (
        {"positions": ("PO-1,J-1", "PO-1,J-9")},
        ("unknown-reference", "error", "positions", 2, "job_id"), "Did you mean 'J-1",
    ),
    "training of somebody unknown": (
        {"training": ("S-9002,Origin", "S-9999,Origin")},
        ("unknown-reference", "warning", "training", 2, "staff_id"), "counts for nobody",
    ),
    "filled, and nobody is there": (
        {"positions": ("PO-3,,North,G3,vacant,2026-02-01", "PO-3,,North,G3,filled,")},
        ("stands-nowhere", "warning", "positions", 4, "id"), "nobody in the staff register holds it",
    ),
    "vacant, and somebody is there": (
        {"positions": ("PO-1,J-1,Head office,G1,filled,", "PO-1,J-1,Head office,G1,vacant,2026-01-01")},
        ("stands-elsewhere", "warning", "positions", 2, "id"), "somebody in the staff register holds it",
    ),
    "a sensitive post without a longest tenure": (
        {"positions": ("no,yes,60", "no,yes,")},
        ("must-be-filled", "warning", "positions", 3, "max_tenure_months"), "overdue for rotation",
    ),
}  # fmt: skip


NAMES = [*CASES, "sound", "a circle of three"]


@pytest.fixture(scope="module")
def by_case(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Problem]]:
    """The problems of each case, with rows as if it stood alone."""
    changes = [CASES[name][0] if name in CASES else {} for name in NAMES]
    changes[-1] = {"staff": ("PO-1,,1995", "PO-1,S-9003,1995")}
    files, before = side_by_side([changed(**each) for each in changes])
    found: dict[str, list[Problem]] = {name: [] for name in NAMES}
    for problem in found_in(tmp_path_factory.mktemp("cases"), files):
        offsets = before[Path(problem.file).stem]
        case = max(number for number, offset in enumerate(offsets) if problem.row > offset + 1)

        def alone(match: re.Match, offset: int = offsets[case]) -> str:
            return match[1] + re.sub("[0-9]+", lambda row: str(int(row[0]) - offset), match[2])

        advice = re.sub(r"([Rr]ows? )([0-9]+(?: → [0-9]+)*)", alone, problem.advice)
        found[NAMES[case]].append(replace(problem, row=problem.row - offsets[case], advice=advice))
    return found


@pytest.mark.parametrize("case", CASES)
def test_a_broken_rule_is_named_with_its_row_and_advice(case: str, by_case: dict[str, list[Problem]]):
    _, expected, said = CASES[case]
    (problem,) = by_case[case]
    kind, severity, file, row, column = expected
    assert (problem.kind, problem.severity, problem.file, problem.row, problem.column) == (
        kind,
        severity,
        f"inputs/{file}.csv",
        row,
        column,
    )
    assert said in str(problem)
    assert "S-90" not in str(problem), "no number of a person is shown"


def test_where_nothing_is_broken_nothing_is_said(by_case: dict[str, list[Problem]]):
    assert by_case["sound"] == []


def test_a_circle_is_named_once_by_its_rows(by_case: dict[str, list[Problem]]):
    (problem,) = by_case["a circle of three"]
    assert (problem.row, problem.column, problem.found) == (2, "manager_id", None)
    assert "Rows 2 → 4 → 3 → 2 form a circle." in problem.advice


def test_a_rule_waits_for_the_data_set_that_it_looks_into(tmp_path: Path):
    """Without a payroll nobody is unpaid; without a register a posting is believed, and that is said."""
    mission = laid_out(tmp_path, changed(postings=("S-9003,PO-3,2015-02-01", "S-9003,PO-3,2014-02-01")))
    inputs = {"responses": "responses.csv", "postings": "postings.csv", "positions": "positions.csv", "jobs": "jobs.csv"}
    checked = validate_inputs(mission.model_copy(update={"inputs": inputs}), tmp_path, load_standard("wco-hrm"))
    assert {(problem.kind, problem.column) for problem in checked.problems} == {("not-checked", "evidence_id"), ("not-checked", "staff_id")}


def test_a_data_set_that_the_kit_writes_itself_is_refused_as_an_input(tmp_path: Path):
    mission = laid_out(tmp_path, {})
    inputs = {"responses": "responses.csv", "reference_documents": "reference_documents.csv", "criteria": "x.csv"}
    (problem,) = validate_inputs(mission.model_copy(update={"inputs": inputs}), tmp_path, load_standard("wco-hrm")).problems
    assert (problem.kind, problem.column) == ("not-an-input", "inputs.criteria")
    assert "hrm-review template criteria" in problem.advice


def test_every_kind_of_rule_is_used_by_a_definition():
    assert {rule.kind for dataset in load_datasets() for rule in dataset.rules} == set(EXPECTED)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.none(), st.integers(0, 14)), min_size=1, max_size=12))
def test_circles_are_those_that_following_each_row_finds(named: list[int | None]):
    keys = pd.Series([f"k{number}" for number in range(len(named))], dtype="str")
    found = circles(keys, pd.Series([None if each is None else f"k{each}" for each in named], dtype="str"))
    expected = set()
    for start in range(len(named)):
        at, steps = start, 0
        while at is not None and steps <= len(named):
            at = named[at] if at < len(named) else None
            steps += 1
            if at == start:
                expected.add(start)
                break
    assert {at for circle in found for at in circle} == expected
    assert sum(len(circle) for circle in found) == len(expected), "no row stands in two circles"
    assert all(circle[0] == min(circle) and [named[at] for at in circle] == [*circle[1:], circle[0]] for circle in found)

"""Every way in which an input may be wrong, and what is said about it. A case is a folder in ``bad_inputs/``.

A case overlays the small valid mission in ``bad_inputs/base`` with its own files; its ``expected.yaml`` says what must be
reported: each problem by its kind, file, row, column and severity, and by what its texts contain. Nothing else may be reported.
"""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from diagnostics.definitions.mission import read_mission
from diagnostics.definitions.problems import BadInput, Problem, errors
from diagnostics.definitions.standard_loading import load_standard
from diagnostics.definitions.yaml_reader import read_yaml
from diagnostics.validation.inputs import Checked, validate_inputs

CASES = Path(__file__).parent / "bad_inputs"
NAMES = sorted(path.parent.name for path in CASES.glob("*/expected.yaml"))
EXACT = ("kind", "file", "sheet", "row", "column")
CONTAINED = ("found", "allowed", "advice")
PERSONAL = {
    "responses": ("rater", "comment"),
    "interviews": ("finding",),
    "survey": ("respondent",),
    "staff": ("staff_id", "manager_id", "birth_year", "exit_reason"),
}


def lay_out(case: str, folder: Path) -> dict:
    """Copy the base mission and the case's files to a folder; gives back what is expected."""
    expected = read_yaml(CASES / case / "expected.yaml").data
    shutil.copytree(CASES / "base", folder, dirs_exist_ok=True)
    shutil.copytree(CASES / case, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.yaml"))
    for file in expected.get("remove", []):
        (folder / file).unlink()
    return expected


def check(folder: Path, inputs: dict[str, str]) -> Checked | BadInput:
    try:
        mission = read_mission(folder)
        mission = mission.model_copy(update={"inputs": {**mission.inputs, **inputs}})
        return validate_inputs(mission, folder, load_standard(mission.standard))
    except BadInput as bad:
        return bad


def fits(problem: Problem, expected: dict) -> bool:
    wanted = {"severity": "error", **expected}
    exact = all(getattr(problem, name) == wanted[name] for name in (*EXACT, "severity") if name in wanted)
    for name in CONTAINED:
        text, fragment = getattr(problem, name), wanted.get(name)
        if name in wanted and fragment in (None, ""):
            exact = exact and text == fragment
        elif name in wanted:
            exact = exact and text is not None and str(fragment) in text
    return exact


def personal_values() -> set[str]:
    values = set()
    for data_set, columns in PERSONAL.items():
        with (CASES / "base" / "inputs" / f"{data_set}.csv").open(encoding="utf-8", newline="") as file:
            values |= {row[column] for row in csv.DictReader(file) for column in columns if row[column]}
    return values - {"retirement", "resignation"}  # codes that the definition itself lists as allowed


@pytest.mark.parametrize("case", NAMES)
def test_a_bad_input_is_named_in_full(case: str, tmp_path: Path):
    expected = lay_out(case, tmp_path)
    checked = check(tmp_path, expected.get("inputs") or {})
    problems = list(checked.problems)
    shown = "\n".join(map(str, problems))
    for wanted in expected["problems"]:
        found = next((problem for problem in problems if fits(problem, wanted)), None)
        assert found, f"not reported: {wanted}\nreported:\n{shown}"
        problems.remove(found)
    assert not problems, "reported beyond what is expected:\n" + "\n".join(map(str, problems))
    ends = "error" if errors(checked.problems) else "warning" if checked.problems else "fine"
    assert ends == expected["ends"]
    leaked = [value for value in personal_values() if value in shown]
    assert not leaked, shown


def test_the_base_mission_has_nothing_to_correct(tmp_path: Path):
    shutil.copytree(CASES / "base", tmp_path, dirs_exist_ok=True)
    checked = check(tmp_path, {})
    assert checked.problems == ()
    assert len(checked.answers) == 12
    assert set(checked.tables) == {"responses", "reference_documents", "interviews", "survey", "staff"}


@pytest.mark.parametrize(("case", "data_set"), [("semicolon_bom", "survey"), ("semicolon_bom", "responses"), ("workbook", "staff")])
def test_other_forms_of_a_file_hold_the_same(case: str, data_set: str, tmp_path: Path):
    shutil.copytree(CASES / "base", tmp_path / "base")
    plain = check(tmp_path / "base", {})
    expected = lay_out(case, tmp_path / "other")
    other = check(tmp_path / "other", expected.get("inputs") or {})
    assert other.tables[data_set].drop(columns="row").equals(plain.tables[data_set].drop(columns="row"))


@pytest.mark.parametrize(
    ("case", "titles"),
    [
        ("cp1250_text", ["Pravilnik o unutrašnjem uređenju", "Uredba o ocenjivanju službenika i načelnika"]),
        ("cp1251_text", ["Правилник о унутрашњем уређењу", "Уредба о оцењивању службеника"]),
    ],
)
def test_letters_survive_a_one_byte_encoding(case: str, titles: list[str], tmp_path: Path):
    lay_out(case, tmp_path)
    assert check(tmp_path, {}).tables["reference_documents"]["title"].tolist()[:2] == titles

"""For each questionnaire and each format that is written: what a seeded robot enters comes back equal."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from diagnostics.definitions.dataset import load_datasets
from diagnostics.definitions.form import Form, FormQuestion
from diagnostics.definitions.instrument import load_instruments
from diagnostics.definitions.problems import errors
from diagnostics.definitions.standard_loading import bundled_standards
from diagnostics.intake.exports.reading import read_export
from diagnostics.intake.forms.form_building import load_form
from diagnostics.intake.forms.form_workbook import write_form_workbook
from diagnostics.intake.tables import read_table
from tests import export_robot as robot
from tests.conftest import PROJECT
from tests.export_writers import write_csv
from tests.form_material import fill_workbook, places
from tests.system_programs import convert_with_libreoffice

ASKED = tuple(dict.fromkeys([*(each.id for each in load_instruments()), *bundled_standards()]))
EXAMPLE = PROJECT / "missions" / "example" / "inputs"
TABLES = tuple(each.id for each in load_datasets() if (EXAMPLE / f"{each.id}.csv").is_file())
ROWS = 20


@pytest.mark.parametrize("name", ASKED)
def test_a_form_for_odk_and_kobotoolbox_comes_back_in_codes_and_in_labels(name: str, tmp_path: Path):
    form = load_form(name)
    filled = robot.filled_in(form, people=3, seed=len(name))
    exports = {f"{language}.csv": robot.kobo(form, filled, language)[form.id] for language in (None, *form.languages)}
    for file, rows in exports.items():
        reading = read_export(form, write_csv(rows, tmp_path / file, ";"))
        assert [str(problem) for problem in errors(reading.problems)] == [], file
        assert robot.found(reading) == robot.expected(form, filled), file


@pytest.mark.parametrize("name", ASKED)
def test_a_workbook_comes_back_also_after_libreoffice_saved_it(name: str, tmp_path: Path):
    form = load_form(name)
    write_form_workbook(form, tmp_path / "blank.xlsx", form.languages[-1])
    given = _drawn(form, seed=len(name))
    fill_workbook(tmp_path / "blank.xlsx", tmp_path / "filled.xlsx", given)
    (tmp_path / "saved").mkdir()
    for path in (tmp_path / "filled.xlsx", convert_with_libreoffice(tmp_path / "filled.xlsx", "xlsx", tmp_path / "saved")):
        reading = read_export(form, path)
        assert [str(problem) for problem in errors(reading.problems)] == []
        assert robot.found(reading) == Counter({("WG-01", *pair): 1 for pair in given.items() if pair[0] != form.respondent})


def _drawn(form: Form, seed: int) -> dict[str, str]:
    draw = random.Random(seed)
    answers = {question.item: _answer(question, draw) for question in form.questions() if question.type != "note" and draw.random() > 0.2}
    return {item: answer for item, answer in answers.items() if answer} | ({form.respondent: "WG-01"} if form.respondent else {})


def _answer(question: FormQuestion, draw: random.Random) -> str:
    if question.options:
        return draw.choice(question.codes())
    if question.type in ("integer", "decimal"):
        return str(draw.randrange(int(question.minimum or 0), int(question.maximum or 100) + 1))
    return "2026-03-04" if question.type == "date" else ""


@pytest.mark.parametrize("name", TABLES)
def test_a_table_typed_into_its_template_is_the_table(name: str, tmp_path: Path):
    dataset = next(each for each in load_datasets() if each.id == name)
    whole = pd.read_csv(EXAMPLE / f"{name}.csv", dtype="str", nrows=ROWS)
    assert len(whole) and set(whole) <= set(dataset.names)
    write_form_workbook(load_form(name), tmp_path / "form.xlsx", "en")
    book = openpyxl.load_workbook(tmp_path / "form.xlsx")
    for column, (sheet, row, letter, _) in places(tmp_path / "form.xlsx").items():
        for number, text in enumerate(whole.get(column, ())):
            book[sheet][f"{letter}{row + number}"].value = None if pd.isna(text) else text
    book.save(tmp_path / "form.xlsx")
    back = read_table(tmp_path / "form.xlsx", dataset, "form.xlsx")
    assert [str(problem) for problem in errors(back.problems)] == []
    found = back.table.reindex(columns=whole.columns).reset_index(drop=True)
    pd.testing.assert_frame_equal(found.astype("str"), whole.reset_index(drop=True).astype("str"))

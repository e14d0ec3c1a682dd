"""Forms to send by e-mail: what is open, what is locked, what a drop-down offers, and whether LibreOffice keeps it all."""

from __future__ import annotations

import openpyxl
import pytest
from openpyxl.utils import range_boundaries

from diagnostics.definitions.form import Form, FormGroup, FormOption, FormQuestion
from diagnostics.definitions.translations import same_words
from diagnostics.intake.forms.form_building import load_form, questionnaires
from diagnostics.intake.forms.form_sheets import FORM_SHEET, LISTS_SHEET
from diagnostics.intake.forms.form_workbook import write_form_workbook
from tests.form_material import asked, places, whole_model
from tests.system_programs import convert_with_libreoffice


def written(name: str, folder, language: str = "en"):
    path = folder / "form.xlsx"
    write_form_workbook(load_form(name), path, language)
    return path


def drop_down(book, sheet_name: str, cell: str) -> list[str]:
    """What the drop-down list of a cell offers."""
    sheet = book[sheet_name]
    (rule,) = [rule for rule in sheet.data_validations.dataValidation if cell in rule.sqref]
    assert rule.type == "list", rule.type
    target, area = rule.formula1.replace("'", "").replace("$", "").split("!")
    left, top, _, bottom = range_boundaries(area)
    return [book[target].cell(row, left).value for row in range(top, bottom + 1)]


def is_open(sheet, row: int, letter: str) -> bool:
    """Whether a cell may be filled in: it says so itself, or the style of its whole column does."""
    cell = sheet[f"{letter}{row}"]
    if cell.has_style:
        return not cell.protection.locked
    columns = sheet.column_dimensions.values()
    return any(each.min <= cell.column <= each.max and each.has_style and not each.protection.locked for each in columns)


@pytest.mark.parametrize("questionnaire", questionnaires())
def test_every_item_has_one_open_cell_and_nothing_else_is_open(questionnaire, tmp_path):
    form, path = load_form(questionnaire), written(questionnaire, tmp_path)
    book, where = openpyxl.load_workbook(path), places(path)
    assert sorted(where) == sorted(asked(form))
    open_cells = {(sheet, f"{column}{row}") for sheet, row, column, _ in where.values()}
    assert len(open_cells) == len(where)
    assert all(is_open(book[sheet], row, column) for sheet, row, column, _ in where.values())
    single = {name for name, _, _, last in where.values() if last}
    for sheet in book:
        assert sheet.protection.sheet
        if sheet.title in single:
            unlocked = {(sheet.title, cell.coordinate) for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
            assert unlocked <= open_cells
    assert book.security.lockStructure


def test_drop_downs_offer_codes_with_labels_in_the_forms_language(tmp_path):
    path = written("wco-hrm", tmp_path)
    book, where = openpyxl.load_workbook(path), places(path)
    sheet, row, column, _ = where["P4-3.existence"]
    offered = drop_down(book, sheet, f"{column}{row}")
    assert offered[2:4] == ["3 – approved", "4 – approved and linked to other HR processes"] and offered[-1] == "DK – I do not know"
    sheet, row, column, _ = where["P4-3.na"]
    assert drop_down(book, sheet, f"{column}{row}") == ["Yes", "No"]
    path = written("climate", tmp_path, "fr")
    book, where = openpyxl.load_workbook(path), places(path)
    sheet, row, column, _ = where["CL-01"]
    assert drop_down(book, sheet, f"{column}{row}")[0] == "1 – Pas du tout d'accord"
    assert [cell.value for cell in book[LISTS_SHEET][1]][:2] == ["sex.shown", "sex.code"]


def test_the_hidden_sheet_says_which_form_it_is_and_nobody_sees_it(tmp_path):
    path = written("climate", tmp_path, "sr-Cyrl")
    book = openpyxl.load_workbook(path)
    head = {row[0]: row[1] for row in book[FORM_SHEET].iter_rows(max_row=3, values_only=True)}
    assert head == {"form_id": "climate", "version": load_form("climate").version, "language": "sr-Cyrl"}
    states = {sheet.title: sheet.sheet_state for sheet in book}
    assert states == {"Упутство": "visible", "Питања": "visible", FORM_SHEET: "veryHidden", LISTS_SHEET: "veryHidden"}


def test_levels_stand_beside_the_question_and_a_missing_gate_is_closed(tmp_path):
    path = tmp_path / "form.xlsx"
    write_form_workbook(load_form(str(whole_model(tmp_path))), path, "en")
    where = places(path)
    name, row, column, _ = where["P3-7.existence"]
    sheet = openpyxl.load_workbook(path, rich_text=True)[name]
    assert [sheet.cell(2, number).value for number in range(2, 7)] == [f"Level {number}" for number in range(1, 6)]
    assert str(sheet.cell(row, 1).value).startswith("P3-7. ") and all(sheet.cell(row, number).value for number in range(2, 7))
    assert "P3-7.coverage" not in where and sheet.cell(row, sheet[f"{column}1"].column + 1).protection.locked
    assert sheet.freeze_panes == "B3" and sheet.print_title_rows == "$2:$2" and sheet.page_setup.fitToHeight == 0


def test_numbers_are_limited_and_dates_are_dates(tmp_path):
    path = written("sigma-2021", tmp_path)
    sheet, row, column, _ = places(path)["S46-2"]
    rules = openpyxl.load_workbook(path)[sheet].data_validations.dataValidation
    (rule,) = [rule for rule in rules if f"{column}{row}" in rule.sqref]
    assert (rule.type, rule.formula1, rule.formula2) == ("decimal", "0", "100")
    path = written("reference_documents", tmp_path)
    sheet, row, column, _ = places(path)["approved_on"]
    book = openpyxl.load_workbook(path)
    assert any(rule.type == "date" and f"{column}{row + 40}" in rule.sqref for rule in book[sheet].data_validations.dataValidation)
    offered = drop_down(book, sheet, f"{places(path)['status'][2]}{row + 1}")
    assert offered == ["missing", "draft", "approved", "expired"]  # bare codes: the table goes into a mission as it is


def test_no_text_of_a_questionnaire_becomes_a_formula(tmp_path):
    label = same_words('=HYPERLINK("x")')
    question = FormQuestion("q", "q", "select_one", label, hint=label, options=(FormOption("=1+1", label), FormOption("2", label)))
    form = Form("any", "1", label, label, (FormGroup("all", label, (question,)),))
    write_form_workbook(form, tmp_path / "form.xlsx", "en")
    book = openpyxl.load_workbook(tmp_path / "form.xlsx")
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds


@pytest.mark.parametrize(("questionnaire", "item"), [("wco-hrm", "P5-2.coverage"), ("reference_documents", "type")])
def test_libreoffice_opens_a_form_and_keeps_what_reading_back_needs(questionnaire, item, tmp_path):
    path = written(questionnaire, tmp_path)
    before = places(path)
    (tmp_path / "saved").mkdir()
    saved = convert_with_libreoffice(path, "xlsx", tmp_path / "saved")
    assert places(saved) == before
    sheet, row, column, _ = before[item]
    old, new = openpyxl.load_workbook(path), openpyxl.load_workbook(saved)
    assert drop_down(new, sheet, f"{column}{row}") == drop_down(old, sheet, f"{column}{row}")
    assert new[sheet].protection.sheet and is_open(new[sheet], row, column)


def test_equal_forms_are_equal_files(tmp_path):
    first = written("climate", tmp_path).read_bytes()
    assert written("climate", tmp_path).read_bytes() == first

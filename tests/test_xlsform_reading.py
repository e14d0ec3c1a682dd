"""Clients' own XLSForms: what is read from them is what the published conversions of the same files hold."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import xlsxwriter

from diagnostics.definitions.problems import BadInput
from diagnostics.intake.exports.reading import read_export
from diagnostics.intake.forms.xlsform_reading import read_xlsform
from diagnostics.intake.forms.xlsform_rules import limits_of, shown_where
from diagnostics.intake.forms.xlsform_words import language_of
from tests.export_robot import found
from tests.export_writers import write_csv

XF, H = "{http://www.w3.org/2002/xforms}", "{http://www.w3.org/1999/xhtml}"
FILES = (
    "attribute_columns_test.xlsx", "case_insensitivity.xlsx", "choice_filter_test.xlsx", "extra_columns.xlsx", "group.xlsx", "loop.xlsx",
    "or_other.xlsx", "specify_other.xlsx", "style_settings.xls", "tutorial.xls", "utf_csv.csv", "widgets.csv", "widgets.xls",
    "xlsform_spec_test.xlsx", "yes_or_no_question.xlsx",
)  # fmt: skip
CONVERSIONS = {
    "attribute_columns_test.xlsx": "expected_attribute_columns_test.xml",
    "or_other.xlsx": "expected_or_other.xml",
    "widgets.xls": "expected_widgets.xml",
    "xlsform_spec_test.xlsx": "expected_xlsform_spec_test.xml",
}
MADE_BY_THE_CONVERTER = re.compile(r"generated_table_list_label|reserved_name_for_field_list")


@pytest.mark.parametrize("name", FILES)
def test_every_public_form_is_read(name: str, truth: Path):
    form = read_xlsform(truth / "xlsform" / name)
    questions = list(form.questions())
    assert questions and len({question.name for question in questions}) == len(questions) == len({each.item for each in questions})
    assert all(option.label["en"] for question in questions for option in question.options)


def test_no_public_form_is_left_out(truth: Path):
    assert sorted(path.name for path in (truth / "xlsform").iterdir() if not path.name.startswith("expected")) == sorted(FILES)


def _published(path: Path) -> tuple[dict[str, int], dict[str, set[str]]]:
    """Controls of the body by name, each with the number of its options; codes of each list by its name."""
    root = ET.parse(path).getroot()
    controls = {}
    for tag in ("input", "select", "select1", "upload", "trigger"):
        for control in root.find(f"{H}body").iter(f"{XF}{tag}"):
            controls[control.get("ref").rsplit("/", 1)[-1]] = len(control.findall(f"{XF}item"))
    lists = {
        instance.get("id"): {name.text for name in instance.iter(f"{XF}name")}
        for instance in root.iter(f"{XF}instance")
        if instance.get("id")
    }
    return controls, lists


@pytest.mark.parametrize("name", CONVERSIONS)
def test_questions_and_options_are_those_of_the_published_conversion(name: str, truth: Path):
    form = read_xlsform(truth / "xlsform" / name)
    controls, lists = _published(truth / "xlsform" / CONVERSIONS[name])
    asked = {question.name for question in form.questions()}
    assert {each for each in controls if not MADE_BY_THE_CONVERTER.search(each)} <= asked
    for question in form.questions():
        if question.list_name in lists and question.options:
            assert set(question.codes()) == lists[question.list_name], question.name


def test_other_is_added_to_the_options_and_its_text_asked(truth: Path):
    colour, text, pastel = read_xlsform(truth / "xlsform" / "or_other.xlsx").questions()
    assert colour.codes()[-1] == "other" and (text.name, text.type) == ("fav_color_other", "text")
    assert text.relevant == ("fav_color", "other") and pastel.codes() == colour.codes()


def test_languages_limits_and_rules(truth: Path):
    (question,) = read_xlsform(truth / "xlsform" / "yes_or_no_question.xlsx").questions()
    assert (question.label, question.codes()) == ({"en": "have you had a good day today?"}, ("yes", "no"))
    months = next(each for each in read_xlsform(truth / "xlsform" / "tutorial.xls").questions() if each.name == "age_in_months")
    assert (months.maximum, months.relevant) == (72, ("older_than_five", "no"))
    loop = [each for each in read_xlsform(truth / "xlsform" / "loop.xlsx").questions() if each.type == "integer"]
    assert loop[1].item == "loop_toilet_types/open_pit_latrine/number"
    assert loop[1].label["en"] == "How many Pit latrine without slab/open pit are on the premises?"
    assert read_xlsform(truth / "xlsform" / "tutorial.xls").groups[0].repeats


@pytest.mark.parametrize(
    ("heading", "code"),
    [("English (en)", "en"), ("english", "en"), ("Français (fr)", "fr"), ("French", "fr"), ("français", "fr"), ("default", "en"),
     ("Srpski (sr-Latn)", "sr-Latn"), ("српски", "sr"), ("Klingon", "Klingon")],
)  # fmt: skip
def test_a_language_has_one_code_however_it_is_named(heading: str, code: str):
    assert language_of(heading) == code


@pytest.mark.parametrize(
    ("constraint", "whole", "limits"),
    [(". >= 1 and . <= 5", True, (1, 5)), (". < 10", True, (None, 9)), (". < 10", False, (None, None)), (". <= 2.5", False, (None, 2.5)),
     (". > ${other}", True, (None, None)), ("", True, (None, None)), (". >= 1 or . = -1", True, (None, None))],
)  # fmt: skip
def test_a_constraint_is_understood_wholly_or_not_at_all(constraint: str, whole: bool, limits: tuple):
    assert limits_of(constraint, whole=whole) == limits


def test_a_rule_with_two_conditions_is_left_to_the_form():
    assert shown_where("${a}='x' and ${b}='y'") is None
    assert shown_where("selected(${a}, 'x')") == ("a", "x")


def test_a_file_that_is_no_xlsform_says_so(tmp_path: Path):
    with xlsxwriter.Workbook(str(tmp_path / "x.xlsx")) as book:
        book.add_worksheet("Sheet1").write(0, 0, "hello")
    for path, content in (("x.xlsx", None), ("y.xls", b"not a workbook"), ("z.csv", b"a,b\n1,2\n"), ("w.xlsx", b"PK\x03\x04")):
        if content:
            (tmp_path / path).write_bytes(content)
        with pytest.raises(BadInput) as caught:
            read_xlsform(tmp_path / path)
        assert caught.value.problems[0].file == path


def test_an_export_of_a_public_form_is_read_with_it(truth: Path, tmp_path: Path):
    form = read_xlsform(truth / "xlsform" / "tutorial.xls")
    rows = [["member/name", "member/sex", "_uuid", "_submission_time"], ["x", "Female", "u1", "2026-01-01 10:00:00"]]
    labels = {option.label["en"]: option.code for question in form.questions() if question.name == "sex" for option in question.options}
    rows[1][1] = next(iter(labels))
    reading = read_export(form, write_csv(rows, tmp_path / "k.csv"))
    assert ("u1", "sex", labels[rows[1][1]]) in found(reading)

"""Forms: what is asked, and the XLSForms made from it, as pyxform reads them."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyxform.xls2xform import convert

from diagnostics.cli import main
from diagnostics.definitions import dataset, instrument
from diagnostics.definitions.document_list import load_document_list
from diagnostics.definitions.form import Form, FormGroup, FormOption, FormQuestion
from diagnostics.definitions.form_parts import Names, form_languages
from diagnostics.definitions.problems import BadInput
from diagnostics.definitions.standard_loading import FOLDER, load_standard
from diagnostics.definitions.translations import same_words, words_of
from diagnostics.intake.forms.form_building import load_form, questionnaires
from diagnostics.intake.forms.form_xlsform import write_xlsform
from tests.form_material import asked, copied, whole_model
from tests.missions import command

XFORMS = "{http://www.w3.org/2002/xforms}"


def converted(form: Form, folder):
    path = folder / f"{form.id}.xlsx"
    write_xlsform(form, path)
    return convert(path, validate=False)


def sheet_rows(path, name):
    rows = list(openpyxl.load_workbook(path)[name].iter_rows(values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


@pytest.mark.parametrize("questionnaire", questionnaires())
def test_every_questionnaire_becomes_an_xform_without_a_warning(questionnaire, tmp_path):
    form = load_form(questionnaire)
    done = converted(form, tmp_path)
    assert done.warnings == []
    model = ElementTree.fromstring(done.xform)
    bound = {bind.get("nodeset").split("/")[-1] for bind in model.iter(f"{XFORMS}bind")}
    assert {question.name for question in form.questions()} <= bound
    assert len(list(model.iter(f"{XFORMS}translation"))) == len(form.languages)


@pytest.mark.parametrize("questionnaire", questionnaires())
def test_names_are_names_and_each_stands_once(questionnaire):
    form = load_form(questionnaire)
    names = [*(question.name for question in form.questions()), *(group.name for group in form.groups)]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name) for name in names)
    items = [question.item for question in form.questions()]
    assert len(set(items)) == len(items)


def test_the_maturity_questionnaire_asks_for_every_gate_and_for_nothing_twice():
    standard, form = load_standard("wco-hrm"), load_form("wco-hrm")
    gates = [leaf.id for leaf in standard.leaves()]
    further = [f"{criterion.id}.{part}" for criterion in standard.criteria() for part in ("na", "evidence", "comment")]
    assert sorted(asked(form)) == sorted(["respondent", "role", "part", *gates, *further])
    by_item = {question.item: question for question in form.questions()}
    assert by_item["P4-1.existence"].codes() == ("1", "2", "3", "4", "5", "DK")  # not applicable is a question of its own
    assert by_item["P4-1.coverage"].unless == ("P4_1_na", "yes")
    assert len(by_item["P4-1"].descriptors) == 5 and by_item["P4-1.effect"].about == "P4_1"


def test_letters_numbers_and_surveys_keep_their_scales():
    letters = next(question for question in load_form("pefa-pi-23").questions() if question.item == "PI-23.1")
    assert letters.codes() == ("D", "C", "B", "A", "D*", "NR", "NA", "NU", "DK")
    percent = next(question for question in load_form("sigma-2021").questions() if question.item == "S45-1")
    assert (percent.type, percent.minimum, percent.maximum) == ("decimal", 0, 100)
    climate = load_form("climate")
    statement = next(question for question in climate.questions() if question.item == "CL-02")
    assert statement.label["en"] == "CL-02. My job description is out of date." and statement.codes()[-1] == "DK"
    assert [question.item for question in climate.groups[0].questions] == ["respondent", "unit", "grade_band", "sex"]
    outside = load_form("integrity-private").groups[0].questions
    assert [question.item for question in outside] == ["respondent", "business", "office"] and "broker" in outside[1].codes()


def test_a_data_set_becomes_a_repeating_group_with_its_rules():
    form = load_form("reference_documents")
    (group,) = form.groups
    by_item = {question.item: question for question in group.questions}
    assert group.repeats and by_item["status"].required and by_item["approved_on"].type == "date"
    assert by_item["approved_on"].unless == ("status", "missing")
    interviews = {question.item: question for question in load_form("interviews").groups[-1].questions}
    assert "P4-1" in interviews["criterion_id"].codes()


def test_a_document_is_listed_as_a_line_of_the_standards_own_list():
    asked_for = {question.item: question for question in load_form("reference_documents").questions()}["listed_as"]
    assert asked_for.type == "select_one" and not asked_for.required
    assert asked_for.codes() == tuple(document.type for document in load_document_list("wco-hrm").documents)
    labels = {option.code: option.label["en"] for option in asked_for.options}
    assert labels["plan-training"] == "Training plan with budget and leadership track"
    without_a_list = {question.item: question for question in load_form("reference_documents", "sigma-2021").questions()}["listed_as"]
    assert without_a_list.type == "text" and not without_a_list.options


def test_conditions_and_limits_reach_the_xform(tmp_path):
    form = load_form("wco-hrm")
    path = tmp_path / "form.xlsx"
    write_xlsform(form, path)
    survey = {row["name"]: row for row in sheet_rows(path, "survey") if not row["type"].startswith("end")}
    assert survey["P4_1_existence"]["relevant"] == "${P4_1_na} != 'yes'"
    assert survey["respondent"]["constraint"] == "regex(., '^([A-Za-z0-9][A-Za-z0-9._-]*)$')" and survey["respondent"]["required"] == "yes"
    assert sheet_rows(path, "settings") == [
        {
            "form_title": form.title["en"],
            "form_id": "wco-hrm",
            "version": form.version,
            "default_language": "English (en)",
            "style": "pages",
        }
    ]
    lists = {(row["list_name"], row["name"]) for row in sheet_rows(path, "choices")}
    assert len(lists) == len(sheet_rows(path, "choices")) and ("existence", "DK") in lists
    write_xlsform(load_form("sigma-2021"), path)
    survey = {row["name"]: row for row in sheet_rows(path, "survey") if not row["type"].startswith("end")}
    assert survey["S45_1"]["constraint"] == ". >= 0 and . <= 100"


def test_a_survey_comes_in_every_language_with_the_same_codes(tmp_path):
    path = tmp_path / "climate.xlsx"
    write_xlsform(load_form("climate"), path)
    row = next(row for row in sheet_rows(path, "survey") if row["name"] == "CL_05")
    assert row["label::English (en)"] == "CL-05. I know which skills my job requires."
    assert row["label::Français (fr)"] == "CL-05. Je sais quelles compétences mon poste exige."
    assert row["label::Srpski (sr)"] == "CL-05. Znam koje veštine moj posao zahteva."
    assert row["label::Српски (sr)"] == "CL-05. Знам које вештине мој посао захтева."
    codes = [row["name"] for row in sheet_rows(path, "choices") if row["list_name"] == "answers"]
    assert codes == ["1", "2", "3", "4", "5", "DK"]


def test_a_form_as_large_as_the_full_model_converts(tmp_path):
    form = load_form(str(whole_model(tmp_path)))
    assert sum(question.type == "note" for question in form.questions()) == 84
    assert {f"P{number}-{place}.coverage" in asked(form) for number in range(1, 13) for place in range(1, 7)} == {True}
    assert "P3-7.effect" in asked(form) and "P3-7.coverage" not in asked(form)
    assert converted(form, tmp_path).warnings == []


def test_two_lists_of_one_name_stay_apart(tmp_path):
    def question(name, *codes):
        options = tuple(FormOption(code, same_words(code)) for code in codes)
        return FormQuestion(name, name, "select_one", same_words(name), options=options, list_name="level 1")

    questions = (question("a", "x", "y"), question("b", "x", "z"), question("c", "x", "y"))
    form = Form("two", "1", same_words("Two"), same_words("Two"), (FormGroup("all", same_words("All"), questions),))
    path = tmp_path / "two.xlsx"
    write_xlsform(form, path)
    assert [row["type"] for row in sheet_rows(path, "survey")][2:5] == ["select_one level_1", "select_one level_1_2", "select_one level_1"]
    assert converted(form, tmp_path).warnings == []


def test_files_of_ones_own_become_forms_as_the_bundled_ones_do(tmp_path):
    own = {
        "climate": copied(instrument.FOLDER / "climate.yaml", tmp_path),
        "reference_documents": copied(dataset.FOLDER / "reference_documents.yaml", tmp_path),
        "sigma-2021": copied(FOLDER / "sigma-2021" / "standard.yaml", tmp_path),
    }
    for name, path in own.items():
        assert load_form(str(path)) == load_form(name)
    other = tmp_path / "other.yaml"
    other.write_text("id: x\n", encoding="utf-8")
    with pytest.raises(BadInput, match="This is no questionnaire"):
        load_form(str(other))


def test_a_language_is_offered_when_nearly_all_is_translated():
    known, unknown = words_of("Yes"), words_of("A sentence that nobody has translated")
    assert "fr" in known and "fr" not in unknown

    def languages(translated, untranslated):
        labels = [known] * translated + [unknown] * untranslated
        questions = tuple(FormQuestion(f"q{number}", f"q{number}", "text", label) for number, label in enumerate(labels))
        return form_languages([FormGroup("all", known, questions)])

    assert languages(9, 0) == ("en", "fr", "sr-Latn", "sr-Cyrl")
    assert languages(8, 1) == ("en", "fr", "sr-Latn", "sr-Cyrl")  # with the group's label 9 of 10
    assert languages(7, 1) == ("en",)


@given(st.lists(st.text(min_size=1, max_size=8), unique=True, max_size=20))
def test_names_differ_wherever_ids_do(ids):
    given_names = Names()
    names = [given_names.of(item) for item in ids]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name) for name in names)


LABELS = st.text(alphabet="aж é\"'<>&=+-@{}$#_*|%", min_size=1, max_size=20).filter(str.strip)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LABELS)
def test_a_label_of_any_signs_is_shown_and_never_run(tmp_path, label):
    question = FormQuestion("q", "q", "text", same_words(label))
    form = Form("any", "1", same_words("Any"), same_words("Any"), (FormGroup("all", same_words("All"), (question,)),))
    model = ElementTree.fromstring(converted(form, tmp_path).xform)
    shown = [value.text for text in model.iter(f"{XFORMS}text") if text.get("id").endswith("/all/q:label") for value in text]
    assert len(shown) == 1
    letters = re.sub(r"\s", "", shown[0]).removeprefix("'")
    assert letters == re.sub(r"\s", "", label).removeprefix("'")


def test_the_command_writes_and_says_what_to_do_next(tmp_path, capsys):
    out = tmp_path / "climate.xlsx"
    done = command("form", "climate", "--to", "xlsform", cwd=tmp_path)
    assert done.returncode == 0 and "KoboToolbox" in done.stdout and "Српски" in done.stdout
    (tmp_path / "climate-form.xlsx").rename(out)
    assert main(["form", "climate", "--to", "docx", "--language", "sr-Cyrl", "--out", str(tmp_path / "climate.docx")]) == 0
    before = out.read_bytes()
    assert main(["form", "wco-hrm", "--to", "xlsx", "--out", str(out)]) == 2
    assert "--force" in capsys.readouterr().err and out.read_bytes() == before
    assert main(["form", "wco-hrm", "--to", "xlsx", "--out", str(out), "--force"]) == 0 and out.read_bytes() != before


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("climat", "--to", "docx"), 3, "Did you mean 'climate'?"),
        (("nothing-of-ours", "--to", "docx"), 3, "reference_documents"),
        (("climate", "--to", "docx", "--language", "de"), 2, "Available: en, fr, sr-Latn, sr-Cyrl."),
        (("climate", "--to", "xlsform", "--language", "fr"), 2, "carries all its languages"),
        (("climate", "--to", "xlsx", "--out", "climate.docx"), 2, "writes .xlsx files"),
    ],
)
def test_wrong_calls_are_refused_with_what_is_possible(arguments, code, said, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["form", *arguments]) == code
    assert said in capsys.readouterr().err and not any(tmp_path.iterdir())

"""Forms to print: boxes, headings, and what a screen reader and a word processor need."""

from __future__ import annotations

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from diagnostics.definitions.interview_guide import load_guides
from diagnostics.definitions.pack import load_pack
from diagnostics.definitions.problems import WrongCall
from diagnostics.definitions.standard_loading import FOLDER
from diagnostics.intake.forms.form_building import load_form, questionnaires
from diagnostics.reporting.documents.form_document import write_form_document
from diagnostics.reporting.documents.form_files import write_form
from diagnostics.reporting.documents.form_paper import BOX
from tests.system_programs import convert_with_libreoffice


def written(name: str, folder, language: str = "en"):
    path = folder / "form.docx"
    write_form_document(load_form(name), path, language)
    return path


def texts(word) -> list[str]:
    return ["".join(run.text or "" for run in paragraph.iter(qn("w:t"))) for paragraph in word.element.body.iter(qn("w:p"))]


@pytest.mark.parametrize("questionnaire", questionnaires())
def test_every_question_stands_on_paper_with_a_box_for_each_answer(questionnaire, tmp_path):
    form = load_form(questionnaire)
    word = docx.Document(written(questionnaire, tmp_path))
    whole = "\n".join(texts(word))
    notes = {question.item for question in form.questions() if question.type == "note"}
    # In a guide the criterion is the heading, or chosen of a few, and is not asked for as such.
    informed = {code for question in form.questions() for code in question.informs}
    questions = [each for each in form.questions() if each.item not in notes and not (informed and informed <= set(each.codes()))]
    assert all(question.label["en"] in whole or (question.short and question.short["en"] in whole) for question in questions)
    if not any(group.repeats for group in form.groups):
        assert whole.count(BOX) == sum(len(question.options) for question in questions)
    assert form.title["en"] in word.sections[0].header.paragraphs[0].text
    assert f"{form.id} {form.version}" in word.sections[0].footer.paragraphs[0].text
    headed = [table for table in word.tables if table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None]
    assert len(headed) == len(word.tables)


def test_a_criterion_has_its_levels_beside_the_boxes_of_its_gates(tmp_path):
    word = docx.Document(written("wco-hrm", tmp_path))
    headings = [(paragraph.style.name, paragraph.text) for paragraph in word.paragraphs if paragraph.style.name.startswith("Heading")]
    assert headings[:3] == [
        ("Heading 1", "About you"),
        ("Heading 1", "P1. Strategy and leadership"),
        ("Heading 2", "P1-1. Link from customs strategy to HR measures"),
    ]
    pages = [paragraph for paragraph in word.paragraphs if paragraph.paragraph_format.page_break_before]
    assert pages[0].text == "P1. Strategy and leadership" and pages[1].text.startswith("P1-2.") and len(pages) == 84
    table = [table for table in word.tables if table.rows[0].cells[0].text == "Level"][21]  # P4-1
    row = [cell.text for cell in table.rows[4].cells]
    assert row[0] == "4" and row[1].startswith("Operations, enforcement and support are all included")
    assert row[2:] == [f"{BOX} approved and linked to other HR processes", f"{BOX} 80–94 %", f"{BOX} target met"]
    assert [cell.text for cell in table.rows[6].cells][:2] == ["DK", "I do not know"]
    assert "Counted: jobs in use" in table.rows[0].cells[3].text


@pytest.mark.parametrize("name", ["interviews", "interviews-internal-clients"])
def test_an_interview_guide_asks_who_once_and_leaves_room_after_each_question(name, tmp_path):
    guides = [guide for guide in load_guides() if name in ("interviews", f"interviews-{guide.group}")]
    word = docx.Document(written(name, tmp_path))
    asked = [question for guide in guides for question in guide.questions()]
    assert len(word.tables) == 1 + len(asked)
    assert ("head of the administration" in word.tables[0].rows[2].cells[1].text) == (len(guides) > 1)
    for question, table in zip(asked, word.tables[1:], strict=True):
        first = table.rows[1].cells
        assert first[0].text.startswith("Criterion id" if len(question.criteria) > 1 else "Finding")
        assert len(question.criteria) == 1 or all(f"{BOX} {one}. " in first[1].text for one in question.criteria)
    whole = "\n".join(paragraph.text for paragraph in word.paragraphs)
    for question in asked:
        said = [f"Ask next: {text}" for text in question.follow_up]
        said += [question.text, f"A good sign: {question.good_sign}", f"A warning sign: {question.warning_sign}"]
        assert all(text in whole for text in said), question.id
    assert all(" ".join(guide.opening.split()) in whole and " ".join(guide.closing.split()) in whole for guide in guides)


def test_a_guide_for_another_standard_asks_by_its_criteria(tmp_path):
    own = tmp_path / "own.yaml"
    own.write_text((FOLDER / "sigma-2021" / "standard.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    form = load_form("interviews", str(own))
    assert not any(question.item == "TM-01" for question in form.questions())


def test_a_pack_is_a_page_with_its_steps_and_its_forms(tmp_path):
    pack = load_pack("part-a")
    told = write_form("part-a", "docx", tmp_path / "a.docx", None)
    word = docx.Document(tmp_path / "a.docx")
    steps, forms = word.tables
    assert [row.cells[1].text for row in steps.rows[1:]] == [step.what for step in pack.steps]
    assert [row.cells[0].text for row in forms.rows[1:]] == list(pack.contents)
    assert set(pack.contents) <= set(questionnaires()) and all(any(name in line for line in told[1:]) for name in pack.contents)
    with pytest.raises(WrongCall, match="a page to print"):
        write_form("part-a", "xlsx", None, None)


def test_language_and_title_are_set_and_no_english_is_left(tmp_path):
    word = docx.Document(written("climate", tmp_path, "sr-Cyrl"))
    assert word.core_properties.title == "Анкета о радној клими" and word.core_properties.language == "sr-Cyrl-RS"
    assert word.styles["Normal"].element.rPr.find(qn("w:lang")).get(qn("w:val")) == "sr-Cyrl-RS"
    latin = {text for text in texts(word) if any(letter.isascii() and letter.isalpha() for letter in text.replace("CL-", ""))}
    assert latin == set()


def test_libreoffice_prints_the_form(tmp_path):
    path = written("wco-hrm", tmp_path)
    (tmp_path / "printed").mkdir()
    pages = PdfReader(convert_with_libreoffice(path, "pdf", tmp_path / "printed")).pages
    # One page on who answers, then one a criterion: no table is cut.
    assert len(pages) == 1 + len([question for question in load_form("wco-hrm").questions() if question.type == "note"])
    assert "page" in pages[2].extract_text() and "P1-2" in pages[2].extract_text()


def test_equal_forms_are_equal_files(tmp_path):
    first = written("pefa-pi-23", tmp_path).read_bytes()
    assert written("pefa-pi-23", tmp_path).read_bytes() == first

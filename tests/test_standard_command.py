"""A standard written out whole, in every form, and the comments that come back in it."""

from __future__ import annotations

import io
import json

import docx
import openpyxl
import pytest
from pypdf import PdfReader

from diagnostics.cli import main
from diagnostics.definitions.remedy import load_remedies
from diagnostics.definitions.standard_loading import bundled_standards, load_standard
from diagnostics.runs.standard_files import standard_content


@pytest.mark.parametrize("standard_id", bundled_standards())
def test_json_holds_every_node_and_remedy_with_the_keys_that_others_rely_on(standard_id):
    content = json.loads(standard_content(standard_id, "json", "en"))
    assert list(content) == ["id", "version", "language", "levels", "nodes", "remedies"]
    assert [set(node) for node in content["nodes"]] == [
        {"id", "parent", "name", "weight", "question", "evidence", "descriptors", "source"}
    ] * len(content["nodes"])
    standard = load_standard(standard_id)
    asked = {node.id for node in standard.criteria()} or {node.id for node in standard.leaves()}
    assert asked <= {node["id"] for node in content["nodes"]}
    known = {node["id"] for node in content["nodes"]} | {None}
    assert {node["parent"] for node in content["nodes"]} <= known
    assert [remedy["id"] for remedy in content["remedies"]] == [remedy.id for remedy in load_remedies(standard_id)]


def test_descriptors_stand_on_criteria_and_the_gates_are_no_nodes():
    content = json.loads(standard_content("wco-hrm", "json", "en"))
    nodes = {node["id"]: node for node in content["nodes"]}
    assert len(nodes["P4-3"]["descriptors"]) == 5 and nodes["P4"]["descriptors"] is None
    assert nodes["P4-3"]["parent"] == "P4" and "P4-3.effect" not in nodes
    assert nodes["HRM"]["parent"] is None


@pytest.mark.parametrize("form", ["html", "pdf", "docx", "xlsx"])
def test_every_form_holds_each_criterion_and_remedy(form):
    content = standard_content("wco-hrm", form, "en")
    text = _text(content, form)
    wanted = [*(node.id for node in load_standard("wco-hrm").criteria()), *(remedy.id for remedy in load_remedies("wco-hrm"))]
    assert [each for each in wanted if each not in text] == []


def _text(content: bytes, form: str) -> str:
    if form == "html":
        return content.decode("utf-8")
    if form == "pdf":
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    if form == "docx":
        return "\n".join(cell.text for table in docx.Document(io.BytesIO(content)).tables for row in table.rows for cell in row.cells)
    book = openpyxl.load_workbook(io.BytesIO(content))
    return "\n".join(str(cell.value) for sheet in book for row in sheet for cell in row)


def test_an_equal_standard_gives_equal_files():
    for form in ("docx", "xlsx"):
        assert standard_content("pefa-pi-23", form, "en") == standard_content("pefa-pi-23", form, "en")


def test_comments_come_back_by_id_from_workbook_and_document(tmp_path, capsys):
    book = openpyxl.load_workbook(io.BytesIO(standard_content("wco-hrm", "xlsx", "en")))
    sheet = next(each for each in book if each.title.startswith("P5"))
    sheet.cell(3, sheet.max_column, "Too long for a rater")
    book.save(tmp_path / "one.xlsx")
    word = docx.Document(io.BytesIO(standard_content("wco-hrm", "docx", "en")))
    row = next(row for table in word.tables for row in table.rows if row.cells[0].text == "P4-3-R2")
    row.cells[-1].text = "Months are too few"
    word.save(str(tmp_path / "two.docx"))
    assert main(["standard", "wco-hrm", "--comments", str(tmp_path / "one.xlsx"), str(tmp_path / "two.docx")]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told == [f"{sheet.cell(3, 1).value} (one.xlsx): Too long for a rater", "P4-3-R2 (two.docx): Months are too few"]


def test_a_comment_on_an_id_that_is_not_there_is_named_with_its_place(tmp_path, capsys):
    book = openpyxl.load_workbook(io.BytesIO(standard_content("pefa-pi-23", "xlsx", "en")))
    sheet = book.worksheets[0]
    sheet.cell(2, 1, "PI-99")
    sheet.cell(2, sheet.max_column, "what is this?")
    book.save(tmp_path / "one.xlsx")
    assert main(["standard", "pefa-pi-23", "--comments", str(tmp_path / "one.xlsx")]) == 3
    told = capsys.readouterr().err
    assert "row 2" in told and "PI-99" in told


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["standard", "wco-hrm"], 2),
        (["standard", "wco-hrm", "--to", "pdf", "--out", "x.docx"], 2),
        (["standard", "wco-hrm", "--to", "json", "--language", "xx"], 2),
        (["standard", "no-such", "--to", "json"], 3),
        (["standard", "wco-hrm", "--comments", "nowhere.xlsx"], 3),
    ],
)
def test_a_wrong_call_says_so_and_writes_nothing(arguments, code, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == code
    assert capsys.readouterr().err and list(tmp_path.iterdir()) == []

"""Forms that several tests look at."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import yaml

from diagnostics.definitions.form import Form
from diagnostics.definitions.standard_loading import FOLDER
from diagnostics.intake.forms.form_sheets import FORM_SHEET


def whole_model(folder: Path) -> Path:
    """A standard as large as the full model, 12 processes of 7 criteria, made by repeating a bundled process.

    Coverage does not apply to the seventh criterion of each.
    """
    process = yaml.safe_load((FOLDER / "wco-hrm" / "P4-jobs.yaml").read_text(encoding="utf-8"))
    standard = yaml.safe_load((FOLDER / "wco-hrm" / "standard.yaml").read_text(encoding="utf-8"))
    children = []
    for number in range(1, 13):
        name = f"P{number}"
        criteria = [{**each, "id": each["id"].replace("P4-", f"{name}-"), "requires": []} for each in process["criteria"]]
        criteria[6] = {**criteria[6], "coverage_of": None, "coverage_reason": "There is one for all."}
        copy = {**process, "id": name, "criteria": criteria}
        (folder / f"{name}.yaml").write_text(yaml.safe_dump(copy, allow_unicode=True), encoding="utf-8")
        children.append({"id": name, "file": f"{name}.yaml"})
    standard["nodes"] = [{"id": "HRM", "name": "All", "aggregate": "mean", "children": children}]
    path = folder / "whole.yaml"
    path.write_text(yaml.safe_dump(standard, allow_unicode=True), encoding="utf-8")
    return path


def copied(source: Path, folder: Path) -> Path:
    """A bundled definition as a file of one's own."""
    return Path(shutil.copy(source, folder / f"own-{source.name}"))


def places(path: Path) -> dict[str, tuple[str, int, str, str]]:
    """Where a form's workbook says that answers stand: item → sheet, row, column's letter, last row."""
    return _places(openpyxl.load_workbook(path))


def _places(book: openpyxl.Workbook) -> dict[str, tuple[str, int, str, str]]:
    rows = list(book[FORM_SHEET].iter_rows(values_only=True))
    start = next(number for number, row in enumerate(rows) if row[0] == "item")
    return {row[0]: (row[2], int(row[3]), row[4], row[5] or "") for row in rows[start + 1 :]}


def asked(form: Form) -> list[str]:
    """The items that a form asks for."""
    return [question.item for question in form.questions() if question.type != "note"]


def fill_workbook(blank: Path, filled: Path, answers: dict[str, str]) -> None:
    """Fill in the kit's Excel form as a person does: what the drop-down lists show, in the cells that are open."""
    book = openpyxl.load_workbook(blank)
    lists = book["_lists"]
    columns, rows = range(1, lists.max_column, 2), range(2, lists.max_row + 1)
    pairs = ((lists.cell(row, column + 1).value, lists.cell(row, column).value) for column in columns for row in rows)
    shown: dict[str, list[str]] = {}
    for code, text in pairs:
        shown.setdefault(code, []).append(text)
    for item, (sheet, row, column, _) in _places(book).items():
        if item in answers:
            cell = book[sheet][f"{column}{row}"]
            assert not cell.protection.locked
            texts = shown.get(answers[item], [answers[item]])
            cell.value = texts[0] if len(set(texts)) == 1 else answers[item]
    book.save(filled)

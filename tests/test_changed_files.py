"""Replacing single cells of a file: what was asked for changes, and not one byte more."""

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
import python_calamine
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from diagnostics.definitions.problems import BadInput
from diagnostics.intake.corrections.changed_text import changed_text
from diagnostics.intake.corrections.changed_workbook import changed_workbook, look_at_cells
from diagnostics.intake.text_files import read_text_file

HEADINGS = ["staff_id", "unit", "fte"]
SERBIAN = ["Služba za ljudske resurse", "Pravilnik o unutrašnjem uređenju", "načelnik"]
PLAIN = st.text(st.sampled_from("abž7 .-"), max_size=5)
QUOTED = st.text(st.sampled_from('abž7 ,;\t|"\n'), max_size=6).map(lambda text: '"' + text.replace('"', '""') + '"')
FIELD = st.one_of(PLAIN, QUOTED)
ROWS = st.lists(st.lists(FIELD, min_size=3, max_size=3), min_size=1, max_size=6)
FORMS = st.tuples(
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from([(b"", "utf-8"), (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"", "cp1250")]),
    st.booleans(),
)


@settings(max_examples=150, deadline=None)
@given(rows=ROWS, form=FORMS, data=st.data())
def test_every_other_field_keeps_its_bytes(tmp_path_factory, rows: list[list[str]], form, data):
    delimiter, line_end, (mark, encoding), ends_in_line_end = form
    place = data.draw(st.tuples(st.integers(0, len(rows) - 1), st.integers(0, 2)))
    value = data.draw(st.text(st.sampled_from('xyž ,;|"'), min_size=1, max_size=6))
    written = [HEADINGS, *rows, SERBIAN]  # the last row tells cp1250 from other one-byte encodings

    def content(lines: list[list[str]]) -> bytes:
        text = line_end.join(delimiter.join(fields) for fields in lines) + (line_end if ends_in_line_end else "")
        return mark + text.encode(encoding)

    path = tmp_path_factory.mktemp("csv") / "staff.csv"
    path.write_bytes(content(written))
    grid = read_text_file(path, path.name, tuple(HEADINGS))
    changed = changed_text(path.read_bytes(), grid, {(place[0] + 2, place[1]): value}, path.name)
    was = written[place[0] + 1][place[1]]
    signs = (delimiter, '"', "\r", "\n")
    is_quoted = was.startswith('"') or value != value.strip() or any(sign in value for sign in signs)
    written[place[0] + 1] = list(written[place[0] + 1])
    written[place[0] + 1][place[1]] = '"' + value.replace('"', '""') + '"' if is_quoted else value
    assert changed == content(written)


def test_a_row_that_was_cut_short_gets_the_cells_it_needs(tmp_path: Path):
    path = tmp_path / "staff.csv"
    path.write_bytes(b"sep=;\nstaff_id;unit;fte\nS-1\nS-2;North\n")
    grid = read_text_file(path, path.name, tuple(HEADINGS))
    assert changed_text(path.read_bytes(), grid, {(3, 2): "1", (4, 2): "0.5"}, path.name) == (
        b"sep=;\nstaff_id;unit;fte\nS-1;;1\nS-2;North;0.5\n"
    )


def test_a_letter_that_the_encoding_lacks_is_named(tmp_path: Path):
    path = tmp_path / "staff.csv"
    path.write_bytes("staff_id,unit,fte\nS-1,načelnik Šabac,1\n".encode("cp1250"))
    grid = read_text_file(path, path.name, tuple(HEADINGS))
    with pytest.raises(BadInput) as caught:
        changed_text(path.read_bytes(), grid, {(2, 1): "Београд"}, path.name)
    assert [(problem.kind, problem.row, problem.column) for problem in caught.value.problems] == [("letter-not-in-encoding", 2, "B")]


def workbook(path: Path, **options) -> Path:
    """A register with dates, a formula, a comment, a chart and a second sheet."""
    with xlsxwriter.Workbook(str(path), options) as book:
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        bold = book.add_format({"bold": True, "bg_color": "#FFFF00"})
        sheet = book.add_worksheet("staff & co")
        sheet.write_row(0, 0, ["staff_id", "birth_year", "hired_on", "age"])
        sheet.write_row(1, 0, ["S-1", 1970], bold)
        sheet.write_datetime(1, 2, datetime.datetime(1995, 9, 1), day)
        sheet.write_formula(1, 3, "=2026-B2", None, 56)
        sheet.write(2, 0, "S-2")
        sheet.write_formula(2, 3, "=2026-B3", None, 2026)
        sheet.write_comment(1, 0, "looked up")
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "='staff & co'!$B$2:$B$3"})
        sheet.insert_chart("F2", chart)
        book.add_worksheet("remarks").write(0, 0, "kept")
    return path


def cells(content: bytes) -> list[list]:
    return python_calamine.load_workbook(io.BytesIO(content)).get_sheet_by_name("staff & co").to_python()


@pytest.mark.parametrize("from_1904", [False, True])
def test_a_workbook_keeps_all_but_the_cells_that_change(tmp_path: Path, from_1904: bool):
    path = workbook(tmp_path / "staff.xlsx", date_1904=from_1904)
    content = path.read_bytes()
    formulas, dates = look_at_cells(path, "staff & co", [(2, 1), (2, 2), (2, 3), (3, 2)])
    assert (formulas, dates) == ({(2, 3)}, {(2, 2)})
    values = {(2, 1): 1971.0, (2, 2): datetime.date(1996, 2, 29), (3, 1): "a < b & \x01c", (3, 2): "x"}
    changed = changed_workbook(content, "staff & co", values, path.name)
    assert cells(changed)[1:3] == [["S-1", 1971.0, datetime.date(1996, 2, 29), 56.0], ["S-2", "a < b &  c", "x", 2026.0]]
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(io.BytesIO(changed)) as after:
        assert before.namelist() == after.namelist()
        differ = [name for name in before.namelist() if before.read(name) != after.read(name)]
    assert differ == ["xl/worksheets/sheet1.xml"]
    sheet = openpyxl.load_workbook(io.BytesIO(changed))["staff & co"]
    assert sheet["B2"].font.bold and sheet["C2"].number_format == "dd.mm.yyyy" and sheet["D3"].value == "=2026-B3"


def test_an_emptied_cell_keeps_its_format_and_a_formula_is_left_alone(tmp_path: Path):
    path = workbook(tmp_path / "staff.xlsx")
    changed = changed_workbook(path.read_bytes(), "staff & co", {(2, 1): ""}, path.name)
    assert cells(changed)[1][1] == ""
    assert openpyxl.load_workbook(io.BytesIO(changed))["staff & co"]["B2"].font.bold
    with pytest.raises(BadInput) as caught:
        changed_workbook(path.read_bytes(), "staff & co", {(2, 3): 57.0, (9, 0): "x"}, path.name)
    assert [(problem.kind, problem.row, problem.column) for problem in caught.value.problems] == [
        ("cell-not-changeable", 2, "D"),
        ("cell-not-changeable", 9, "A"),
    ]


def test_a_sheet_that_names_its_tags_otherwise_is_changed_too(tmp_path: Path):
    path = workbook(tmp_path / "staff.xlsx")
    made = io.BytesIO()
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(made, "w") as copy:
        for name in archive.namelist():
            xml = archive.read(name)
            if name == "xl/worksheets/sheet1.xml":
                for tag in (b"sheetData", b"row", b"c", b"v", b"f"):
                    for before, after in ((b"<%s>", b"<x:%s>"), (b"<%s ", b"<x:%s "), (b"</%s>", b"</x:%s>")):
                        xml = xml.replace(before % tag, after % tag)
                xml = xml.replace(b"<worksheet ", b'<worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ')
                assert b"<x:c r=" in xml
            copy.writestr(name, xml)
    changed = changed_workbook(made.getvalue(), "staff & co", {(2, 1): 1971.0, (3, 1): "x"}, path.name)
    assert [row[1] for row in cells(changed)[1:3]] == [1971.0, "x"]

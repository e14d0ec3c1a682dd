"""Reading: what comes out of a file is what was put into it, and no file ends in a traceback."""

from __future__ import annotations

import csv
import io
import os
import stat
import zipfile
from datetime import date, datetime
from pathlib import Path

import pandas as pd
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diagnostics.definitions.dataset import load_dataset
from diagnostics.definitions.mission import read_mission
from diagnostics.definitions.problems import BadInput
from diagnostics.intake import limits
from diagnostics.intake.encodings import Encoding, recognise_encoding
from diagnostics.intake.grid import column_letter
from diagnostics.intake.pseudonyms import KEY_FILE, pseudonym_key, pseudonymise
from diagnostics.intake.tables import READERS, read_table
from diagnostics.intake.text_files import read_text_file
from diagnostics.intake.typed import typed_table
from diagnostics.intake.values import number_text, parse_date, parse_integer, parse_number, parse_several
from diagnostics.intake.workbooks import cell_text

BASE = Path(__file__).parent / "bad_inputs" / "base"
STAFF = load_dataset("staff")
# A cell of a CSV file: no NUL, no half characters, and line ends as a reader gives them back.
CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r"), max_size=12)
anything = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12), ("-0.5", -0.5), ("0,75", 0.75), (",5", 0.5), ("5.", 5), ("1e3", 1000), ("1 234,5", 1234.5), ("1\u00a0234", 1234),
        ("1 234.5", 1234.5), ("1.234,5", 1234.5), ("1,234.5", 1234.5), ("1.234.567", 1234567), ("1.234", 1.234), ("0,125", 0.125),
        ("1,234", None), ("12 34", None), ("1,2,3", None), ("five", None), ("50 %", None), ("1e999", None), ("nan", None), ("٣", None),
        ("", None),
    ],
)  # fmt: skip
def test_a_number_is_read_in_one_way_or_not_at_all(text: str, number: float | None):
    assert parse_number(text) == number


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_survives_being_written(number: float):
    assert parse_number(number_text(number)) == number


@given(st.decimals(min_value=-999, max_value=999, places=2))
def test_a_decimal_comma_means_what_a_point_means(number):
    assert parse_number(str(number).replace(".", ",")) == parse_number(str(number)) == float(number)


@given(st.text(max_size=20))
def test_no_text_breaks_the_parsers(text: str):
    number, day = parse_number(text), parse_date(text)
    assert number is None or abs(number) < float("inf")
    assert day is None or str(day.year) in text
    assert " ".join(parse_several(text)).split() == parse_several(text)


@given(st.dates())
def test_a_date_is_read_in_both_forms(day: date):
    assert parse_date(day.isoformat()) == parse_date(f"{day:%d.%m.}{day.year:04}") == parse_date(f"{day.isoformat()}T09:30:00") == day


@pytest.mark.parametrize("text", ["03/04/2026", "2026/04/03", "3-4-2026", "03.04.26", "31.02.2026", "2026-13-01", "46000", "2026"])
def test_a_date_that_may_be_two_is_none(text: str):
    assert parse_date(text) is None


def test_a_whole_number_may_have_a_point_but_no_fraction():
    assert (parse_integer("1980"), parse_integer("1980.0"), parse_integer("1980,5")) == (1980, 1980, None)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (5.0, "5"), (0.1 + 0.2, "0.3"), (1e15, "1e+15"), (True, "true"), (date(2026, 5, 3), "2026-05-03"), (" x ", " x "),
        (datetime(2026, 5, 3), "2026-05-03"), (datetime(2026, 5, 3, 9, 30), "2026-05-03T09:30:00"),
    ],
)  # fmt: skip
def test_a_cell_becomes_what_one_would_type(value, text: str):
    assert cell_text(value) == text


@pytest.mark.parametrize(("position", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")])
def test_columns_have_the_letters_of_a_spreadsheet(position: int, letter: str):
    assert column_letter(position) == letter


@anything
@given(
    rows=st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=6),
    delimiter=st.sampled_from([",", ";", "\t", "|"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_a_csv_file_holds_what_was_written(rows: list[list[str]], delimiter: str, encoding: str, tmp_path: Path):
    heading = ["staff_id", "unit", "fte"]
    with (tmp_path / "t.csv").open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows([heading, *rows])
    grid = read_text_file(tmp_path / "t.csv", "t.csv", STAFF.names)
    assert grid.cells.fillna("").to_numpy().tolist() == [heading, *rows]
    assert grid.rows.tolist() == list(range(1, len(rows) + 2))
    assert [problem.kind for problem in grid.problems] == (["encoding"] if encoding == "utf-16" else [])


@anything
@given(content=st.binary(max_size=400), start=st.sampled_from([b"", b"PK\x03\x04", b"staff_id,unit\n", b"\xff\xfe", b"PAR1", b'a"b\n']))
def test_no_content_of_a_file_ends_in_a_traceback(content: bytes, start: bytes, tmp_path: Path):
    for suffix in READERS:
        path = tmp_path / f"t{suffix}"
        path.write_bytes(start + content)
        raw = read_table(path, STAFF, path.name)
        assert raw.problems, "a register without its columns was taken for one"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_damage_to_a_workbook_ends_in_a_traceback(data: st.DataObject, tmp_path: Path):
    """A fault in the parser would end the whole process, so this test ends with it."""
    with zipfile.ZipFile(BASE.parent / "workbook" / "inputs" / "staff.xlsx") as archive:
        parts = {name: bytearray(archive.read(name)) for name in archive.namelist()}
    for _ in range(data.draw(st.integers(1, 4))):
        part = parts[data.draw(st.sampled_from(sorted(parts)))]
        start = data.draw(st.integers(0, len(part)))
        part[start : start + data.draw(st.integers(0, 20))] = data.draw(
            st.sampled_from([b"", b"99999999999", b"-1", b"<", b'"', b"XFD1048577"])
        )
    with zipfile.ZipFile(tmp_path / "t.xlsx", "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, bytes(content))
    raw = read_table(tmp_path / "t.xlsx", STAFF, "t.xlsx")
    assert len(raw.table) or raw.problems


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1250", "Pravilnik o unutrašnjem uređenju"), ("cp1250", "Marko Petrović, načelnik"), ("cp1250", "Služba za ljudske resurse"),
        ("cp1250", "Kierownik działu kadr ocenia pracowników raz w roku"), ("cp1250", "Vedoucí oddělení hodnotí zaměstnance"),
        ("cp1251", "Правилник о унутрашњем уређењу"), ("cp1251", "Керівник відділу оцінює працівників"), ("cp1251", "Началникът оценява"),
        ("cp1252", "Les élèves sont évalués à la fin"), ("cp1252", "Die Führungskräfte prüfen jährlich"), ("cp1252", "Größe"),
        ("cp1252", "El jefe evalúa a los empleados cada año"), ("cp1252", "A formação é avaliada; não há plano"),
        ("cp1254", "Gümrük idaresi çalışanlarının değerlendirilmesi"), ("cp1254", "İstanbul Bölge Müdürlüğü"), ("cp1254", "sınıf şefi"),
        ("cp1254", "ANKARA GÜMRÜK MÜDÜRLÜĞÜ"), ("cp1254", "Personel Başkanlığı; café"), ("cp1250", "Đorđe Müller, građanin"),
        ("cp1250", "Instituţii şi funcţii în administraţia publică"),
    ],
)  # fmt: skip
def test_a_one_byte_encoding_is_recognised_by_its_letters(encoding: str, text: str):
    recognised = recognise_encoding(f"id,title\n1,{text}\n".encode(encoding))
    assert (recognised.name, recognised.certain, recognised.perhaps) == (encoding, False, None)


@pytest.mark.parametrize(("text", "taken_for"), [("Kadın", "cp1252"), ("Başkan", "cp1252"), ("Bağ", "cp1250")])
def test_a_turkish_letter_that_may_be_another_one_is_called_ambiguous(text: str, taken_for: str, tmp_path: Path):
    content = f"staff_id,unit\n1,{text}\n".encode("cp1254")
    assert recognise_encoding(content) == Encoding(taken_for, False, "cp1254")
    (tmp_path / "t.csv").write_bytes(content)
    told = [problem for problem in read_table(tmp_path / "t.csv", STAFF, "t.csv").problems if problem.kind == "encoding"]
    assert [problem.severity for problem in told] == ["warning"]
    assert "may as well be cp1254: ğ, ş, ı or İ" in told[0].advice and taken_for in told[0].advice


def _workbook(path: Path, rows: list[list[object]]) -> Path:
    with xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"}) as book:
        for number, row in enumerate(rows):
            book.worksheets_objs or book.add_worksheet("staff")
            book.worksheets_objs[0].write_row(number, 0, row)
    return path


def test_the_same_table_reads_the_same_from_every_form(tmp_path: Path):
    text = (BASE / "inputs" / "staff.csv").read_text(encoding="utf-8")
    rows = list(csv.reader(io.StringIO(text)))
    _workbook(tmp_path / "t.xlsx", rows)
    pd.read_csv(io.StringIO(text), parse_dates=["hired_on", "left_on"]).to_parquet(tmp_path / "t.parquet")
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    tables = [read_table(tmp_path / f"t{suffix}", STAFF, "t") for suffix in (".csv", ".xlsx", ".parquet")]
    assert [raw.problems for raw in tables] == [(), (), ()]
    typed = [typed_table(raw.table, STAFF, b"key") for raw in tables]
    assert len(typed[0]) == 3
    pd.testing.assert_frame_equal(typed[0], typed[1])
    pd.testing.assert_frame_equal(typed[0], typed[2])


def test_rows_are_numbered_as_the_spreadsheet_shows_them(tmp_path: Path):
    rows = [["Register of staff"], [], list(STAFF.names), ["S-1"], [], [" "], ["S-2"], [], []]
    raw = read_table(_workbook(tmp_path / "t.xlsx", rows), STAFF, "t.xlsx")
    assert raw.table["row"].tolist() == [4, 7]
    assert raw.blank_rows == 2
    assert raw.table["unit"].isna().all()


def test_a_text_over_several_lines_is_one_row(tmp_path: Path):
    (tmp_path / "t.csv").write_text('staff_id,unit\nS-1,"North\nand South"\n\nS-2,East\n', encoding="utf-8")
    raw = read_table(tmp_path / "t.csv", STAFF, "t.csv")
    assert raw.table["unit"].tolist() == ["North\nand South", "East"]
    assert raw.table["row"].tolist() == [2, 4]


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path):
    for name, size in (("t.xlsx", 10_000_001), ("t.csv", 200_000_001)):
        with (tmp_path / name).open("wb") as file:
            file.truncate(size)
        assert [problem.kind for problem in read_table(tmp_path / name, STAFF, name).problems] == ["file-too-large"]


def test_what_unpacks_to_more_than_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "MAX_UNPACKED", 100_000)
    with zipfile.ZipFile(tmp_path / "t.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", os.urandom(50_000).hex())
        archive.writestr("xl/worksheets/sheet2.xml", os.urandom(50_000).hex())
    assert [problem.kind for problem in read_table(tmp_path / "t.xlsx", STAFF, "t.xlsx").problems] == ["unpacked-too-large"]


def test_a_tag_cut_in_two_is_still_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "PIECE", 7)
    with zipfile.ZipFile(tmp_path / "t.xlsx", "w") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", "<sheetData><row r='1'><c   s='1'   r='XFD1048576'/></row></sheetData>")
    assert [problem.kind for problem in read_table(tmp_path / "t.xlsx", STAFF, "t.xlsx").problems] == ["sheet-too-large"]


def test_pseudonyms_join_and_tell_nothing(tmp_path: Path):
    persons = pd.Series(["S-9001", "S-9002", "S-9001", None, "Consensus"], dtype="str")
    ours, theirs = pseudonymise(persons, b"one key"), pseudonymise(persons, b"another")
    assert ours[0] == ours[2] != ours[1]
    assert ours.isna().tolist() == [False, False, False, True, False]
    assert ours[4] == theirs[4] == "consensus"
    assert not set(ours[:3]) & set(theirs[:3])
    assert not any("900" in pseudonym for pseudonym in ours[:3])


def test_a_mission_keeps_its_key(tmp_path: Path):
    mission = read_mission(BASE)
    assert pseudonym_key(mission, tmp_path) == pseudonym_key(mission, tmp_path), "made-up data: the key follows from the id"
    assert list(tmp_path.iterdir()) == []
    real = mission.model_copy(update={"administration": mission.administration.model_copy(update={"synthetic": False})})
    key = pseudonym_key(real, tmp_path)
    assert pseudonym_key(real, tmp_path) == key != pseudonym_key(mission, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [KEY_FILE]
    assert os.name != "posix" or stat.S_IMODE((tmp_path / KEY_FILE).stat().st_mode) == 0o600
    (tmp_path / KEY_FILE).write_text("", encoding="ascii")
    with pytest.raises(BadInput) as bad:
        pseudonym_key(real, tmp_path)
    assert [problem.kind for problem in bad.value.problems] == ["damaged-key"]

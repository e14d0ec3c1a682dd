"""YAML is read as its author meant it (promise: No, on, dates and leading zeros stay text; duplicate keys are refused)."""

from __future__ import annotations

import pytest

from diagnostics.definitions.problems import BadInput
from diagnostics.definitions.yaml_reader import parse_yaml, read_yaml


@pytest.mark.parametrize(
    "text",
    ["No", "no", "on", "Yes", "off", "2021-01-02", "007", "12:30", "1_000", "0x1F", "0o17", "+", ".", "1.2.3", "1e", "NaN", ".inf", "TRUE"],
)
def test_what_looks_like_something_else_stays_text(text):
    assert parse_yaml(f"answer: {text}", "x.yaml").data == {"answer": text}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5", 5),
        ("-3", -3),
        ("0.25", 0.25),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("true", True),
        ("null", None),
        ("~", None),
        ("", None),
        ("'5'", "5"),
        ('"true"', "true"),
    ],
)
def test_numbers_truth_and_nothing_are_read_as_yaml_1_2_says(text, value):
    assert parse_yaml(f"answer: {text}", "x.yaml").data == {"answer": value}


def test_every_key_written_twice_is_named_with_both_lines():
    with pytest.raises(BadInput) as caught:
        parse_yaml("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n", "mission.yaml")
    assert [(problem.row, problem.column) for problem in caught.value.problems] == [(4, "c"), (5, "a")]
    assert "line 1" in caught.value.problems[1].advice


def test_a_broken_file_says_the_line():
    with pytest.raises(BadInput) as caught:
        parse_yaml("a: [1, 2\nb: 3\n", "mission.yaml")
    assert caught.value.problems[0].kind == "not-yaml" and caught.value.problems[0].row == 2


def test_tags_never_make_objects():
    with pytest.raises(BadInput):
        parse_yaml("a: {? [1, 2] : 3}", "x.yaml")
    assert parse_yaml("a: !!python/object/apply:os.getcwd []", "x.yaml").data == {"a": []}


def test_an_alias_to_its_own_parent_is_refused():
    with pytest.raises(BadInput) as caught:
        parse_yaml("a: &top\n  b: *top\n", "x.yaml")
    assert caught.value.problems[0].kind == "yaml-cycle"


def test_aliases_that_would_fill_the_memory_are_refused():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    with pytest.raises(BadInput):
        parse_yaml("\n".join(lines), "x.yaml")


def test_a_value_knows_its_line():
    document = parse_yaml("a: 1\nb:\n  - x\n  - y: 2\n", "x.yaml")
    assert (document.line_of(("b", 1, "y")), document.line_of(("b", 1, "absent"))) == (4, 4)


def test_a_file_that_is_not_utf_8_or_not_there_is_named(tmp_path):
    (tmp_path / "x.yaml").write_bytes("name: Ćurić".encode("cp1250"))
    with pytest.raises(BadInput) as caught:
        read_yaml(tmp_path / "x.yaml")
    assert caught.value.problems[0].kind == "not-utf-8"
    with pytest.raises(BadInput) as caught:
        read_yaml(tmp_path / "absent.yaml")
    assert caught.value.problems[0].kind == "missing-file"

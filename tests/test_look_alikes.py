"""Letters that only look Latin: a message that shows an id says so, and the id that was meant is found."""

from __future__ import annotations

import string

import pytest

from diagnostics.definitions.base import nearest
from diagnostics.definitions.look_alikes import as_latin, look_alike_note
from diagnostics.definitions.problems import Problem
from diagnostics.definitions.standard_loading import load_standard
from diagnostics.scoring import check_answers
from tests.comparison_material import answers_of

ER, ALPHA = "\u0420", "\u0391"  # Cyrillic and Greek capital letters that show as P and A


@pytest.mark.parametrize(
    ("word", "note"),
    [
        (f"{ER}4-1", f" ('{ER}' is Cyrillic, not Latin 'P', and only looks like it)"),
        (ALPHA, f" ('{ALPHA}' is Greek, not Latin 'A', and only looks like it)"),
        (f"{ER}{ALPHA}-1", f" ('{ER}' is Cyrillic, not Latin 'P', '{ALPHA}' is Greek, not Latin 'A': they only look like it)"),
        ("P4-1", ""),
        ("Царина", ""),  # a word of its own alphabet hides nothing
        ("Größe", ""),
    ],
)
def test_a_letter_that_only_looks_latin_is_named(word, note):
    assert look_alike_note(word) == note
    assert str(Problem("a.csv", "Correct it.", "unknown-item", row=2, found=word)) == f"a.csv, row 2: found '{word}'{note}. Correct it."


def test_latin_text_stays_as_it_is():
    assert as_latin(string.printable) == string.printable
    assert as_latin("\u0410\u0412\u0421") == "ABC" and as_latin("\u0410\u0412\u0421").isascii()


def test_the_meant_id_is_suggested_and_the_message_says_why_it_looks_the_same():
    standard = load_standard("pefa-pi-23")
    near = nearest(f"{ER}I-23.1", [leaf.id for leaf in standard.leaves()])
    assert near == "PI-23.1"
    told = [str(problem) for problem in check_answers(answers_of({f"{ER}I-23.1": "A", "PI-23.2": ALPHA}), standard, "a.csv")]
    assert any("only looks like it" in line and "Did you mean 'PI-23.1'" in line for line in told)
    assert any(f"found '{ALPHA}' ('{ALPHA}' is Greek, not Latin 'A'" in line for line in told)

"""Serbian from Latin to Cyrillic letters, and the translations that forms are shown in."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagnostics.definitions.translations import LANGUAGES, TRANSLATED, catalogue, put_together, words_of
from diagnostics.definitions.transliteration import spelling, to_cyrillic

ALPHABET = "abvgdđežzijklljmnnjoprstćufhcčdžš"

# Words and their spelling as Pravopis srpskoga jezika (Matica srpska, 2010) and common dictionaries have them.
WORDS = {
    "Upravljanje ljudskim resursima": "Управљање људским ресурсима",
    "LJUBAV Ljubav NJIVA DŽEP Džep": "ЉУБАВ Љубав ЊИВА ЏЕП Џеп",
    "injekcija, konjugacija, konjunktura": "инјекција, конјугација, конјунктура",
    "nadživeti, odžaliti, NADŽIVETI": "надживети, оджалити, НАДЖИВЕТИ",
    "odžačar, budžet, naredžija": "оџачар, буџет, нареџија",
    "čćđžš ČĆĐŽŠ": "чћђжш ЧЋЂЖШ",
}
KEPT = (
    "P4-1",
    "P4-1.existence",
    "CL-07",
    "WCO-HRM",
    "PDF",
    "DOC-014",
    "{number}",
    "<b>",
    "https://carina.example/dokument?id=3",
    "ana@carina.example",
    "doc_id",
    "III",
    "D*",
    "2026-05-31",
)


@pytest.mark.parametrize(("latin", "cyrillic"), WORDS.items())
def test_words_are_spelt_as_dictionaries_have_them(latin, cyrillic):
    assert to_cyrillic(latin) == cyrillic


@pytest.mark.parametrize("text", KEPT)
def test_what_is_no_serbian_word_stays(text):
    assert to_cyrillic(text) == text
    assert to_cyrillic(f"Vidi {text} za dalje.") == f"Види {text} за даље."


def test_an_abbreviation_keeps_its_letters_with_an_ending():
    assert to_cyrillic("iz PDF-a") == "из PDF-a"


@given(st.text(alphabet=ALPHABET + ALPHABET.upper() + " ,.", max_size=40))
def test_every_serbian_letter_changes_and_a_second_time_nothing_does(text):
    words = " ".join(word for word in re.split(r"[ .,]+", text) if not re.fullmatch(r"[IVXLC]+", word) and word not in spelling().latin)
    changed = to_cyrillic(words)
    assert not re.search("[A-Za-zđžćčšĐŽĆČŠ]", changed)
    assert to_cyrillic(changed) == changed


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_a_translation_keeps_what_is_filled_in_and_says_something(language):
    assert len(catalogue(language)) > 200
    for english, text in catalogue(language).items():
        assert sorted(re.findall(r"\{\w*\}", english)) == sorted(re.findall(r"\{\w*\}", text)), english
        assert text.strip()


def test_all_languages_have_the_same_texts():
    keys = [set(catalogue(language)) for language in TRANSLATED]
    assert all(other == keys[0] for other in keys)


def test_words_put_together_exist_where_all_their_parts_do():
    known, unknown = words_of("Yes"), words_of("A sentence that nobody has translated")
    assert put_together(words_of("Level {number}: {meaning}"), number="3", meaning=known)["fr"] == "Niveau 3\u00a0: Oui"
    assert set(put_together(words_of("Level {number}: {meaning}"), number="3", meaning=unknown)) == {"en"}

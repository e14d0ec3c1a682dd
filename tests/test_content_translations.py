"""All content is there in every language, with its numbers and placeholders."""

from __future__ import annotations

import pytest

from diagnostics.definitions.translations import LANGUAGES, TRANSLATED, catalogue
from tests.translation_gaps import gaps, losses


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_is_translated(language):
    missing = gaps(language)
    told = [f"{file}.po: {len(texts)} missing, first: {texts[0]}" for file, texts in missing.items()]
    assert not told, f"i18n/{language}: run `python -m tests.translation_gaps`\n" + "\n".join(told)


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_no_translation_loses_a_digit_or_a_placeholder_or_stays_english(language):
    assert len(catalogue(language)) > 1000
    assert losses(catalogue(language)) == []


def test_what_is_lost_is_found():
    translations = {
        "At least 95 % of 1,500 posts": "Au moins 95 % de 1 500 postes",
        "At least 95 % of posts": "Au moins 59,5 % des postes",
        "See {file}": "Voir {fichier}",
        "This sentence was forgotten": "This sentence was forgotten",
        "Audit": "Audit",
    }
    assert losses(translations) == [
        "other digits: At least 95 % of posts",
        "other placeholders: See {file}",
        "still English: This sentence was forgotten",
    ]

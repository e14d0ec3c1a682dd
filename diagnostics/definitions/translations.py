"""The kit's texts in other languages, from gettext files that any translator's editor opens.

English is the language that everything is written in: a text's English wording is its key. So a text whose English changed has
no translation until somebody looks at it again, and English stands in its place meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from babel.messages.pofile import read_po

from diagnostics.definitions.base import KNOWLEDGE

FOLDER = KNOWLEDGE / "i18n"
ENGLISH = "en"
TRANSLATED = ("fr", "sr-Latn")
"""Languages that have files of their own: ``questionnaires/i18n/<language>/*.po``."""

Words = Mapping[str, str]
"""One text in several languages, by language. English is always there."""


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """Every text of one language by its English wording; empty for English and for a language without files.

    A text that a translator marked as fuzzy counts as not translated.
    """
    texts: dict[str, str] = {}
    for path in sorted((FOLDER / language).glob("*.po")):
        with path.open("rb") as file:
            messages = read_po(file, locale=None, abort_invalid=True)
        texts |= {
            message.id: message.string
            for message in messages
            if message.id and message.string and isinstance(message.id, str) and isinstance(message.string, str) and not message.fuzzy
        }
    return MappingProxyType(texts)


def translated(text: str, language: str) -> str:
    """The text in a language, or in English where it is not translated."""
    return catalogue(language).get(text, text)


def words_of(text: str) -> Words:
    """The text in English and in every language that has it."""
    others = {language: catalogue(language)[text] for language in TRANSLATED if text in catalogue(language)}
    return MappingProxyType({ENGLISH: text} | others)


def say(words: Words, language: str) -> str:
    """The words in one language, or in English where they are missing there."""
    return words.get(language) or words[ENGLISH]

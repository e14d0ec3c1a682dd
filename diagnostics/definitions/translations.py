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
from diagnostics.definitions.transliteration import to_cyrillic

FOLDER = KNOWLEDGE / "i18n"
ENGLISH = "en"
TRANSLATED = ("fr", "sr-Latn")
"""Languages that have files of their own: ``questionnaires/i18n/<language>/*.po``."""
SERBIAN_LATIN, SERBIAN_CYRILLIC = "sr-Latn", "sr-Cyrl"
"""Serbian is written in both scripts; Cyrillic is made from the Latin texts, letter by letter."""
LANGUAGES: Mapping[str, str] = MappingProxyType({ENGLISH: "English", "fr": "Français", SERBIAN_LATIN: "Srpski", SERBIAN_CYRILLIC: "Српски"})
"""Every language of the kit with its own name, in the order offered."""

Words = Mapping[str, str]
"""One text in several languages, by language. English is always there."""


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """Every text of one language by its English wording; empty for English and for a language without files.

    A text that a translator marked as fuzzy counts as not translated.
    """
    if language == SERBIAN_CYRILLIC:
        return MappingProxyType({text: to_cyrillic(latin) for text, latin in catalogue(SERBIAN_LATIN).items()})
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
    others = {language: catalogue(language)[text] for language in LANGUAGES if text in catalogue(language)}
    return MappingProxyType({ENGLISH: text} | others)


def say(words: Words, language: str) -> str:
    """The words in one language, or in English where they are missing there."""
    return words.get(language) or words[ENGLISH]


def put_together(pattern: Words, **parts: Words | str) -> Words:
    """Words made from other words: ``{name}`` in the pattern is replaced by the part of that name.

    Returns:
        The whole in every language that the pattern and all parts have; a part that is plain text is the same in all of them.
    """
    languages = [each for each in LANGUAGES if all(each in part for part in (pattern, *parts.values()) if not isinstance(part, str))]
    filled = {
        each: pattern[each].format(**{name: part if isinstance(part, str) else part[each] for name, part in parts.items()})
        for each in languages
    }
    return MappingProxyType(filled)


def same_words(text: str) -> Words:
    """A text that reads the same in every language, such as a code."""
    return MappingProxyType(dict.fromkeys(LANGUAGES, text))

"""Serbian from Latin to Cyrillic letters.

Three Cyrillic letters are written with two Latin ones: lj, nj and dž. Where those two belong to different parts of a word they stay
two letters, as in *injekcija* (инјекција) and *nadživeti* (надживети); ``questionnaires/i18n/sr-Cyrl/letters.yaml`` lists the stems.
Codes, addresses, tags, placeholders, Roman numerals and foreign abbreviations stay in Latin letters.
"""

from __future__ import annotations

import re
from functools import cache

from diagnostics.definitions.base import KNOWLEDGE, Definition, Text, read_definition

FILE = KNOWLEDGE / "i18n" / "sr-Cyrl" / "letters.yaml"

_LATIN = "abvgdđežzijklmnoprstćufhcčš"
_CYRILLIC = "абвгдђежзијклмнопрстћуфхцчш"
_DIGRAPHS = {"lj": "љ", "nj": "њ", "dž": "џ"}
_BACK = dict(zip(_CYRILLIC, _LATIN, strict=True)) | {cyrillic: latin for latin, cyrillic in _DIGRAPHS.items()}

# What is never Serbian words: addresses, tags, placeholders; words with a digit, an underscore or an inner point; Roman numerals.
_KEPT = re.compile(
    r"""(?:https?|mailto):\S+ | www\.\S+ | \S+@\S+\.\S+ | <[^<>]+> | \{[^{}]*\} | %\(\w+\)[sd]
      | (?<![\w.-])(?=[\w.*/-]*[\d_*])[A-Za-z][\w*]*(?:[./-][\w*]+)*
      | (?<!\w)\w+(?:\.[A-Za-z]\w*)+
      | (?<![\w-])[IVXLC]{2,}(?![\w-]) | (?<![\w-])[IVX](?=[.)]\s)""",
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class CyrillicSpelling(Definition):
    """What letters alone do not tell (``questionnaires/i18n/sr-Cyrl/letters.yaml``)."""

    two_letters: tuple[Text, ...]
    """Stems in which ``|`` parts two letters that are no single Cyrillic one: ``in|jekc``."""
    latin: tuple[Text, ...]
    """Words that stay in Latin letters, capitals and all."""


@cache
def spelling() -> CyrillicSpelling:
    """The exceptions. Raises ``BadInput`` with every fault of their file."""
    return read_definition(CyrillicSpelling, FILE, "i18n/sr-Cyrl/letters.yaml")


def to_cyrillic(text: str) -> str:
    """A Serbian text in Latin letters, in Cyrillic ones. What is Cyrillic already stays as it is."""
    parts, end = [], 0
    for kept in _KEPT.finditer(text):
        parts += [_words(text[end : kept.start()]), kept.group()]
        end = kept.end()
    return "".join([*parts, _words(text[end:])])


def to_latin(text: str) -> str:
    """A Serbian text in Cyrillic letters, in Latin ones. Each Cyrillic letter stands for one sound, so nothing has to be guessed."""
    return "".join(_latin(letter, text[place + 1 : place + 2]) for place, letter in enumerate(text))


def _latin(letter: str, after: str) -> str:
    found = _BACK.get(letter.lower(), letter)
    if letter.islower() or found == letter:
        return found
    return found.upper() if len(found) == 1 or after.isupper() else found.capitalize()


def _words(text: str) -> str:
    return _WORD.sub(lambda match: match.group() if _stays_latin(match.group()) else _word(match.group()), text)


def _stays_latin(word: str) -> bool:
    # An inflected abbreviation, such as PDF-a, is its first part.
    return word in spelling().latin or word.partition("-")[0] in spelling().latin


def _word(word: str) -> str:
    small = word.lower()
    apart = {place for stem in spelling().two_letters for place in _places_apart(small, stem)}
    letters, place = [], 0
    while place < len(word):
        both = small[place : place + 2]
        step = 2 if both in _DIGRAPHS and place + 1 not in apart else 1
        written = word[place : place + step]
        found = _DIGRAPHS[both] if step == 2 else _letter(small[place])
        letters.append(found.upper() if written[0].isupper() else found)
        place += step
    return "".join(letters)


def _places_apart(word: str, stem: str) -> list[int]:
    head, _, tail = stem.partition("|")
    return [match.start() + len(head) for match in re.finditer(re.escape(head + tail), word)]


def _letter(letter: str) -> str:
    place = _LATIN.find(letter)
    return _CYRILLIC[place] if place >= 0 else letter

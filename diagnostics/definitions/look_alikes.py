"""Cyrillic and Greek letters that nobody can tell from Latin ones on a screen, and that make another code of a code."""

from __future__ import annotations

import unicodedata

_CYRILLIC = ("АВЕЅІЈКМНОРСТУХаеорсухіјѕ", "ABESIJKMHOPCTYXaeopcyxijs")
_GREEK = ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo")
_LATIN = str.maketrans(_CYRILLIC[0] + _GREEK[0], _CYRILLIC[1] + _GREEK[1])


def as_latin(word: str) -> str:
    """The same word with every letter that only looks Latin replaced by the Latin one."""
    return word.translate(_LATIN)


def look_alike_note(word: str) -> str:
    """Which letters of a code only look Latin, in brackets after a blank; empty for a code in one alphabet that shows as what it is.

    A word that stays foreign when these letters are replaced, such as a Serbian name, hides nothing and gets no note.
    """
    latin = as_latin(word)
    if latin == word or not latin.isascii():
        return ""
    letters = dict.fromkeys(letter for letter, plain in zip(word, latin, strict=True) if letter != plain)
    told = [f"'{letter}' is {unicodedata.name(letter).split()[0].title()}, not Latin '{as_latin(letter)}'" for letter in letters]
    return f" ({', '.join(told)}, and only looks like it)" if len(told) == 1 else f" ({', '.join(told)}: they only look like it)"

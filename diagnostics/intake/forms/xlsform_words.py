"""Labels of an XLSForm and the names of their languages."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from diagnostics.definitions.translations import ENGLISH, Words

_CODE = re.compile(r"\(([A-Za-z]{2,3}(?:[-_][A-Za-z]+)*)\)\s*$")


def language_of(heading: str) -> str:
    """The code of a language as XLSForms name it: ``English (en)`` and ``english`` are ``en``; an unknown name stays."""
    written = _CODE.search(heading)
    if written:
        return written[1].replace("_", "-")
    plain = heading.strip().casefold()
    if plain in ("", "default"):
        return ENGLISH
    return _language_codes().get(plain, plain if re.fullmatch(r"[a-z]{2}", plain) else heading.strip())


@cache
def _language_codes() -> dict[str, str]:
    from babel import Locale

    codes = {}
    for language in ("en", "fr", "sr", "sr_Latn", "es", "ru"):  # languages that forms name their languages in
        codes |= {name.casefold(): code for code, name in Locale.parse(language).languages.items() if len(code) == 2}
    for code in sorted(codes.values()):
        own = Locale.parse(code).get_display_name(code) if _known(code) else None
        if own:
            codes.setdefault(own.casefold(), code)
    return codes


def _known(code: str) -> bool:
    from babel import localedata

    return localedata.exists(code)


def words_in(label: Any, default: str = "default") -> Words:
    """A label as pyxform gives it, a text or texts by language, as words; empty where nothing is written.

    A form without English keeps its default wording under English, too: it is what to show where a language is missing.
    """
    if not label:
        return {}
    if not isinstance(label, dict):
        return {ENGLISH: str(label)}
    words = {language_of(language): str(text) for language, text in label.items() if text}
    if words and ENGLISH not in words:
        words[ENGLISH] = words.get(language_of(default), next(iter(words.values())))
    return words

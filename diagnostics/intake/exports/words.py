"""How headings, labels and codes are compared: without regard to case, blanks, marks of formatting and ways to write a letter."""

from __future__ import annotations

import re
import unicodedata

_TAG = re.compile(r"<[^<>]*>")
_BLANKS = re.compile(r"\s+")
_NO_LETTER = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """A text as it is compared: without tags, emphasis and superfluous blanks, case-folded, in Unicode NFC."""
    without = _TAG.sub(" ", text) if "<" in text else text
    without = without.replace("**", "").replace("\ufeff", "")
    return unicodedata.normalize("NFC", _BLANKS.sub(" ", unicodedata.normalize("NFC", without)).strip().casefold())


def bare(text: str) -> str:
    """Letters and digits alone, as programs write names that allow no punctuation: ``P4_1_existence`` is ``p41existence``."""
    return _NO_LETTER.sub("", plain(text))

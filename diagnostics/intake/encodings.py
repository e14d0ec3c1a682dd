"""Which encoding a text file has. UTF-8 and UTF-16 are certain; one-byte encodings are recognised by their letters.

cp1250 (Central Europe), cp1251 (Cyrillic) and cp1252 (Western Europe) give every byte a letter, so a wrong choice raises
no error: it turns "obuka" into nonsense only where letters with marks stand. The choice is therefore always stated.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HIGH = re.compile(rb"[\x80-\xff]")
_BESIDE_PLAIN = re.compile(rb"(?<=[a-zA-Z])[\x80-\xff]|[\x80-\xff](?=[a-zA-Z])")
_RUN = re.compile(rb"[\x80-\xff]{2}")
# Letters of Central European languages by their bytes in cp1250, in places where cp1252's letter for the byte does not stand.
_CENTRAL = re.compile(
    rb"[\x8a\x8e\x9a\x9e\xf0\xd0\x8c\x9c\x8f\x9f\x8d\x9d\xb9\xa5\xa3\xb3\xaf\xbf\xbe\xbc\xd9\xec\xcc\xf8\xd8]"
    rb"|[\xe8\xc8][aeioukn\xed\xe1\xe9]|[a-z]\xe8(?![a-z])|[\xe6\xc6][aeiou]|[a-z]\xe6(?![a-z])|[\xea\xca][bcdkpt]|\xf1[cs]|[\xf5\xfb][a-z]|[a-z]\xf5(?![a-z])"
    rb"|\xba[a-z]|\xfe[aeiu\xe3]|\xe3[rnmlst]|[a-z]\xe3(?![a-z])"
)
_WESTERN = re.compile(
    rb"(?<![a-zA-Z\x80-\xff])[\xe0\xc0](?![a-zA-Z\x80-\xff])|\xe8[rmstlcgvdz]|\xea[tmlnvc]|\xf1[aeio]|[\xe3\xf5][oe]"
    rb"|[a-z][\xfb\xf9](?![a-z])|[o\x4f]\xf9|[\xe5\xc5][a-z]|[bdfghklmnprstv]\xf8|\xe6[dglnrst]"
)


@dataclass(frozen=True)
class Encoding:
    """How the bytes of a file become text. ``certain`` is false where letters had to decide."""

    name: str
    certain: bool


def recognise_encoding(content: bytes) -> Encoding:
    """The encoding of a text file, from its first mark, from being valid UTF-8, or from its letters."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return Encoding(name, True)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return Encoding(_one_byte_encoding(content), False)
    return Encoding("utf-8", True)


def _one_byte_encoding(content: bytes) -> str:
    high = len(_HIGH.findall(content))
    # In Latin script a letter with a mark stands beside a plain letter; in Cyrillic every letter of a word is a high byte.
    if _RUN.search(content) and len(_BESIDE_PLAIN.findall(content)) < 0.2 * high:
        return "cp1251"
    central = len(_CENTRAL.findall(content)) if _decodes(content, "cp1250") else -1
    western = len(_WESTERN.findall(content)) if _decodes(content, "cp1252") else -1
    return "cp1250" if central > western else "cp1252"


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True

"""Which encoding a text file has. UTF-8 and UTF-16 are certain; one-byte encodings are recognised by their letters.

cp1250 (Central Europe), cp1251 (Cyrillic), cp1252 (Western Europe) and cp1254 (Turkish) give every byte a letter, so a wrong choice
raises no error: it turns "obuka" into nonsense only where letters with marks stand. The choice is therefore always stated, and where
a Turkish letter cannot be told from another one, both readings are named.
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
# cp1254 differs from cp1252 in six letters: ğ Ğ, ı İ, ş Ş. In cp1250 the same bytes are đ Đ, ý Ý, ţ Ţ. A ğ stands after a vowel only.
_AFTER_VOWEL = rb"[aeiouAEIOU\xc2\xce\xd6\xdb\xdc\xdd\xe2\xee\xf6\xfb\xfc\xfd])[\xf0\xd0]"
_TURKISH = {
    "ğ": re.compile(rb"(?<=" + _AFTER_VOWEL),
    "ı": re.compile(rb"\xfd"),
    "İ": re.compile(rb"\xdd"),
    "ş": re.compile(rb"[\xfe\xde]"),
}
_TURKISH_TOO = re.compile(rb"[\xc7\xe7\xd6\xf6\xdc\xfc]")  # ç ö ü: beside one of the six they tell Turkish from Czech, Romanian, Serbian
# Letters that Turkish does not have.
_NOT_TURKISH = re.compile(
    rb"[\x8a\x8c-\x8f\x9a\x9c-\x9f\xa3\xa5\xaa\xaf\xb3\xb9\xba\xbc\xbe\xbf\xc0\xc1\xc3-\xc6\xc8-\xcd\xcf\xd1-\xd5\xd8-\xda\xdf"
    rb"\xe0\xe1\xe3-\xe6\xe8-\xed\xef\xf1-\xf5\xf8-\xfa\xff]|(?<!" + _AFTER_VOWEL
)
_FEW = 0.25  # foreign letters, as in names, for each Turkish one that a Turkish text may hold; ours


@dataclass(frozen=True)
class Encoding:
    """How the bytes of a file become text.

    Attributes:
        name: as Python calls it.
        certain: false where letters had to decide.
        perhaps: another encoding that the letters allow as well; None where they do not.
    """

    name: str
    certain: bool
    perhaps: str | None = None


def recognise_encoding(content: bytes) -> Encoding:
    """The encoding of a text file, from its first mark, from being valid UTF-8, or from its letters."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return Encoding(name, True)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _one_byte_encoding(content)
    return Encoding("utf-8", True)


def _one_byte_encoding(content: bytes) -> Encoding:
    high = len(_HIGH.findall(content))
    # In Latin script a letter with a mark stands beside a plain letter; in Cyrillic every letter of a word is a high byte.
    if _RUN.search(content) and len(_BESIDE_PLAIN.findall(content)) < 0.2 * high:
        return Encoding("cp1251", False)
    turkish = _decodes(content, "cp1254") and _turkish_letters(content)
    if turkish and (len(turkish) > 1 or _TURKISH_TOO.search(content)):
        return Encoding("cp1254", False)
    central = len(_CENTRAL.findall(content)) if _decodes(content, "cp1250") else -1
    western = len(_WESTERN.findall(content)) if _decodes(content, "cp1252") else -1
    return Encoding("cp1250" if central > western else "cp1252", False, "cp1254" if turkish else None)


def _turkish_letters(content: bytes) -> frozenset[str]:
    """Which of the letters that only cp1254 has may stand in a text; none where it holds letters that Turkish does not have."""
    counts = {letter: len(form.findall(content)) for letter, form in _TURKISH.items()}
    if len(_NOT_TURKISH.findall(content)) > _FEW * sum(counts.values()):
        return frozenset()
    return frozenset(letter for letter, count in counts.items() if count)


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True

"""What a report says, in one language: whole sentences from Fluent files, content from gettext files, lists, dates and numbers.

``questionnaires/i18n/<language>/report-*.ftl`` holds a message for each sentence or label, so that a language puts its words in its
own order and takes the case and number that it needs. Serbian Cyrillic is made from the Latin messages; what is put into them (names,
numbers, content) stays as it comes.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from numbers import Integral
from types import MappingProxyType
from typing import Any

from babel import Locale
from babel.dates import get_month_names
from babel.lists import format_list
from fluent.runtime import FluentBundle
from fluent.runtime.types import FluentType
from fluent.syntax import FluentParser, ast, visitor

from diagnostics.definitions.translations import ENGLISH, FOLDER, SERBIAN_CYRILLIC, SERBIAN_LATIN, translated
from diagnostics.definitions.transliteration import to_cyrillic
from diagnostics.reporting.numbers import NOT_APPLICABLE, Notation

MESSAGE_FILES = "report-*.ftl"
# English as the United Nations write it: no comma before "and", day before month, thousands apart by a narrow space.
_LOCALES: Mapping[str, str] = MappingProxyType({ENGLISH: "en_GB", "fr": "fr", SERBIAN_LATIN: "sr_Latn", SERBIAN_CYRILLIC: "sr_Cyrl"})
_ENGLISH_GROUP, _ENGLISH_PERCENT = "\u202f", "{}\u00a0%"


class UnknownMessage(LookupError):
    """No message has this id, or it needs a fact that was not given."""


@dataclass(frozen=True)
class Speaker(Notation):
    """One language of the report. Calling it says a message: ``say("cover-on-site")``."""

    language: str
    locale: Locale
    bundles: tuple[FluentBundle, ...]
    """The language's own messages, then the English ones that stand in for those that it lacks."""

    def __call__(self, message: str, /, **facts: str | int) -> str:
        """Say a message.

        Args:
            message: its id.
            facts: the variables of the message. A whole number chooses the plural; other numbers are given as text.

        Raises:
            UnknownMessage: neither the language nor English can say it.
        """
        given = {name: int(fact) if isinstance(fact, Integral) else _Words(fact) for name, fact in facts.items()}
        faults: list[Exception] = []
        for bundle in self.bundles:
            if bundle.has_message(message):
                said, faults = bundle.format_pattern(bundle.get_message(message).value, given)
                if not faults:
                    return str(said)
        raise UnknownMessage(f"{message}: {'; '.join(map(str, faults)) or 'no such message'}")

    def content(self, text: str) -> str:
        """A text of the standards, remedies or data sets in this language; in English where it is not translated."""
        return translated(text, self.language)

    def listed(self, words: Iterable[str]) -> str:
        """Words as the language lists them: a, b and c."""
        words = list(words)
        return format_list(words, style="standard", locale=self.locale) if words else ""

    def series(self, parts: Iterable[str]) -> str:
        """Parts of a long sentence, each of which may hold commas."""
        return self("series-separator").join(parts)

    def unrated(self, why: str) -> str:
        """What is said of something without a value: that it does not apply, or that it was not assessed."""
        return self("not-applicable") if why == NOT_APPLICABLE else self.not_assessed

    def date(self, day: datetime.date) -> str:
        """A day as it is written: 1 November 2026."""
        month = get_month_names("wide", context="format", locale=self.locale)[day.month]
        return self("date", day=day.day, month=month, year=str(day.year))

    def brief_date(self, day: datetime.date) -> str:
        """A day where there is little room: 1 Nov 2026."""
        month = get_month_names("abbreviated", context="format", locale=self.locale)[day.month]
        return self("date", day=day.day, month=month, year=str(day.year))

    def month(self, month: str, brief: bool = False) -> str:
        """A month such as ``2027-08``, as the language writes it: August 2027; Aug 2027 where there is little room."""
        name = get_month_names("abbreviated" if brief else "wide", context="stand-alone", locale=self.locale)[int(month[5:])]
        return self("month", month=name, year=month[:4])

    def money(self, amount: float, currency: str) -> str:
        """An amount in whole units of its currency: EUR 60 000."""
        return self("money", amount=self.brief(amount, 0), currency=currency)

    def quarter(self, quarter: str) -> str:
        """A quarter such as ``2027-Q1``, as the language writes it."""
        year, number = quarter.split("-Q")
        return self("quarter", year=year, number=number)

    def span(self, start: str, finish: str) -> str:
        """Quarters from and to, once where they are the same."""
        if start == finish:
            return self.quarter(start)
        return self("quarters-from-to", start=self.quarter(start), finish=self.quarter(finish))


@cache
def speaker(language: str) -> Speaker:
    """The speaker of a language of the kit."""
    locale = Locale.parse(_LOCALES[language])
    bundles = tuple(_bundle(one) for one in dict.fromkeys((language, ENGLISH)))
    group, percent_form = _signs(language)
    silent = Speaker(locale.number_symbols["latn"]["decimal"], group, percent_form, "", "", language, locale, bundles)
    return replace(silent, not_assessed=silent("not-assessed"), no_data=silent("no-data"))


@cache
def messages(language: str) -> Mapping[str, ast.Message]:
    """Every message of a language by its id, as its files have it. Serbian Cyrillic has those of Latin, in its letters.

    Raises:
        ValueError: a file is not Fluent, or an id stands twice.
    """
    found: dict[str, ast.Message] = {}
    for path in sorted((FOLDER / (SERBIAN_LATIN if language == SERBIAN_CYRILLIC else language)).glob(MESSAGE_FILES)):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Junk):
                raise ValueError(f"{path.name}: not understood: {entry.content.strip()[:80]}")
            if isinstance(entry, ast.Message):
                if entry.id.name in found:
                    raise ValueError(f"{path.name}: the message '{entry.id.name}' stands twice")
                found[entry.id.name] = entry
    if language == SERBIAN_CYRILLIC:
        for entry in found.values():
            _Cyrillic().visit(entry)
    return MappingProxyType(found)


def _signs(language: str) -> tuple[str, str]:
    """What stands between thousands, and the form of a percentage."""
    if language == ENGLISH:
        return _ENGLISH_GROUP, _ENGLISH_PERCENT
    locale = Locale.parse(_LOCALES[language])
    after = locale.percent_formats[None].pattern.partition("0")[2]
    return locale.number_symbols["latn"]["group"], "{}" + after.replace("\u00a0", "\u202f")


class _Cyrillic(visitor.Visitor):
    """Puts the words of a message into Cyrillic letters and leaves its variables and selectors alone."""

    def visit_TextElement(self, node: ast.TextElement) -> None:
        node.value = to_cyrillic(node.value)


class _Words(str, FluentType):
    """A text put into a message; of any length, since a table's alt text is long."""

    def format(self, locale: Locale) -> _Words:  # type: ignore[override]
        return self


def _bundle(language: str) -> FluentBundle:
    def in_words(count: Any) -> _Words:
        """A count as English writes small ones: no, one, two … twelve, 13."""
        return _Words(bundle.format_pattern(bundle.get_message("count-in-words").value, {"count": count})[0])

    def grouped(count: Any) -> _Words:
        """A count in figures, thousands apart as in the tables."""
        return _Words(f"{int(count):,}".replace(",", _signs(language)[0]))

    functions: dict[str, Any] = {"CAPITAL": _capital, "WORDS": in_words, "COUNT": grouped}
    bundle = FluentBundle([_LOCALES[language]], functions=functions, use_isolating=False)
    bundle.add_resource(ast.Resource(list(messages(language).values())))
    return bundle


def _capital(text: Any) -> _Words:
    """A text with its first letter as a capital, to begin a sentence with."""
    return _Words(text[:1].upper() + text[1:])

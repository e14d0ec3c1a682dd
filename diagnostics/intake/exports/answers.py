"""What a cell means as an answer: the code of an option, several codes, a number, a date or a text. What may be two is refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from diagnostics.definitions.form import FormOption, FormQuestion
from diagnostics.definitions.translations import words_of
from diagnostics.intake.exports.words import plain
from diagnostics.intake.values import DATE_FORM, INTEGER_FORM, NUMBER_FORM, number_text, parse_date, parse_integer, parse_number

BETWEEN = "\x1f"
"""Stands between the codes of one answer where a reader has them apart already."""
MOST_ALLOWED = 12  # codes that a message lists before it counts them
_SPLIT = re.compile(r"[;,|\n]+")
_CODE_BEFORE_LABEL = re.compile(r"\s*(?:[-\u2013\u2014:.)=]|\s)\s*")
_WRITTEN_DATES = ("%b %d, %Y", "%d %b %Y", "%B %d, %Y", "%d %B %Y")
_WRITTEN_MOMENTS = ("%b %d, %Y %I:%M:%S %p", "%d %b %Y %H:%M:%S", "%b %d, %Y, %I:%M:%S %p")
_YES = frozenset({"1", "true", "y", "x", "checked", "selected"})
_NO = frozenset({"0", "false", "n", "unchecked", "not selected"})


@dataclass(frozen=True)
class Fault:
    """Why a cell is no answer to its question: ``kind``, advice and allowed as in ``Problem``."""

    kind: str
    advice: str
    allowed: str | None = None


Meaning = tuple[str, ...] | Fault
"""The answer that a cell means: one text, or a text for each chosen code."""


def meaning_of(question: FormQuestion) -> Callable[[str], Meaning]:
    """The function that says what a filled cell of this question's column means."""
    if question.type == "select_one" and question.options:
        return lambda text: _one_of(question.options, text)
    if question.type == "select_multiple":
        return lambda text: _several_of(question.options, text)
    if question.type in ("integer", "decimal"):
        return lambda text: _number(question, text)
    if question.type == "date":
        return _date
    return lambda text: (text,)  # texts, and codes of options that are made during the interview


def is_chosen(text: str, question: FormQuestion, code: str) -> bool | None:
    """Whether a cell in an option's own column says that it was chosen; none where it says neither."""
    found = plain(text)
    label = next(option.label for option in question.options if option.code == code)
    if found in _YES | _translations("yes") or found == plain(code) or found in {plain(each) for each in label.values()}:
        return True
    return False if found in _NO | _translations("no") else None


@cache
def _translations(word: str) -> frozenset[str]:
    return frozenset(plain(each) for each in words_of(word).values())


@cache
def _meanings(options: tuple[_Key, ...]) -> dict[str, frozenset[str]]:
    """Every way to write an option, as ``plain`` writes it, with the codes that it may stand for."""
    ways: dict[str, set[str]] = {}
    for code, labels in options:
        ways.setdefault(plain(code), set()).add(code)
        for label in labels:
            ways.setdefault(plain(label), set()).add(code)
    for word, code in (("true", "yes"), ("false", "no")):
        if {code} == ways.get(code) and word not in ways:
            ways[word] = {code}
    return {way: frozenset(codes) for way, codes in ways.items() if way}


_Key = tuple[str, tuple[str, ...]]


def _keys(options: tuple[FormOption, ...]) -> tuple[_Key, ...]:
    return tuple((option.code, tuple(option.label.values())) for option in options)


def _one_of(options: tuple[FormOption, ...], text: str) -> Meaning:
    ways = _meanings(_keys(options))
    found = ways.get(plain(text)) or ways.get(plain(text).removesuffix(".0").removesuffix(",0")) or _code_before_label(ways, text)
    exact = {option.code for option in options} & {text}
    if len(found) > 1 and exact and {plain(code) for code in found} == {plain(text)}:
        return (text,)  # codes that differ in their case alone
    if len(found) == 1:
        return tuple(found)
    allowed = _allowed(options)
    if found:
        return Fault("ambiguous-answer", f"This may be any of {', '.join(sorted(found))}. Export codes instead of labels.", allowed)
    return Fault("not-an-option", "This is neither a code nor a label of the question. Correct the cell, or empty it.", allowed)


def _code_before_label(ways: dict[str, frozenset[str]], text: str) -> frozenset[str]:
    """``3 – half of them``, as drop-down lists show an option: code and label must belong together."""
    whole = plain(text)
    for gap in _CODE_BEFORE_LABEL.finditer(whole):
        both = ways.get(whole[: gap.start()], frozenset()) & ways.get(whole[gap.end() :], frozenset())
        if both:
            return both
    return frozenset()


def _several_of(options: tuple[FormOption, ...], text: str) -> Meaning:
    if BETWEEN in text or not options:
        parts = text.split(BETWEEN) if BETWEEN in text else text.split()
        return _all_of(options, parts) if options else tuple(parts)
    words = text.split()
    if words and set(words) <= {option.code for option in options}:
        return _codes_unless_labels(options, text, words)
    whole = _one_of(options, text)
    if isinstance(whole, Fault) and whole.kind == "not-an-option":
        return _listed_labels(options, text, whole)
    return whole if isinstance(whole, Fault) or len(_label_runs(options, text)) < 2 else _run_together(options)


def _codes_unless_labels(options: tuple[FormOption, ...], text: str, words: list[str]) -> Meaning:
    by_labels = _label_runs(options, text)
    if by_labels and by_labels != {frozenset(words)}:
        return Fault("ambiguous-answer", "This may be codes or a label of others. Export the codes.", _allowed(options))
    return _in_order(options, words)


def _listed_labels(options: tuple[FormOption, ...], text: str, otherwise: Fault) -> Meaning:
    """Labels with signs between them, or with blanks alone, as KoboToolbox writes them."""
    parts = [part.strip() for part in _SPLIT.split(text) if part.strip()]
    listed = _all_of(options, parts) if len(parts) > 1 else otherwise
    runs = _label_runs(options, text) if isinstance(listed, Fault) else set()
    if len(runs) > 1:
        return _run_together(options)
    return _in_order(options, next(iter(runs))) if runs else listed


def _run_together(options: tuple[FormOption, ...]) -> Fault:
    return Fault("ambiguous-answer", "The labels run together and may be split in several ways. Export the codes.", _allowed(options))


def _all_of(options: tuple[FormOption, ...], parts: list[str]) -> Meaning:
    chosen = [_one_of(options, part) for part in parts if part]
    faults = [each for each in chosen if isinstance(each, Fault)]
    return faults[0] if faults else _in_order(options, [code for each in chosen for code in each])


def _in_order(options: tuple[FormOption, ...], codes) -> tuple[str, ...]:
    chosen = set(codes)
    return tuple(option.code for option in options if option.code in chosen)


def _label_runs(options: tuple[FormOption, ...], text: str) -> set[frozenset[str]]:
    """Every set of options whose labels, written one after another with blanks between them, are this text; two are enough to know."""
    ways = _meanings(_keys(options))
    words = plain(text).split(" ")
    longest = max(len(way.split(" ")) for way in ways)
    runs: list[set[frozenset[str]]] = [{frozenset()}, *(set() for _ in words)]
    for end in range(1, len(words) + 1):
        for start in range(max(0, end - longest), end):
            for code in ways.get(" ".join(words[start:end]), ()):
                if len(runs[end]) < 2:
                    runs[end] |= {chosen | {code} for chosen in runs[start] if code not in chosen}
    return runs[-1]


def _number(question: FormQuestion, text: str) -> Meaning:
    whole = question.type == "integer"
    number = parse_integer(text) if whole else parse_number(text)
    if number is None:
        return Fault("not-a-number", "Correct the cell, or empty it.", INTEGER_FORM if whole else NUMBER_FORM)
    low, high = question.minimum, question.maximum
    if (low is not None and number < low) or (high is not None and number > high):
        limits = " and ".join(
            f"{word} {number_text(float(end))}" for word, end in (("at least", low), ("at most", high)) if end is not None
        )
        return Fault("outside-limits", "Correct the number, or empty the cell.", limits)
    return (number_text(number),)


def _date(text: str) -> Meaning:
    day = parse_date(text) or _written(text, _WRITTEN_DATES)
    if day is None:
        return Fault("not-a-date", "Correct the cell, or empty it.", DATE_FORM)
    return (f"{day:%Y-%m-%d}" if day.year > 999 else day.isoformat()[:10],)


def moment_of(text: str) -> str:
    """A moment in ISO 8601 where it can be understood, such as ``Mar 5, 2026 9:30:00 AM``; otherwise the text as it is."""
    try:
        return datetime.fromisoformat(text).isoformat()
    except ValueError:
        moment = _written(text, _WRITTEN_MOMENTS)
        day = parse_date(text)
        return moment.isoformat() if moment else day.isoformat() if day else text


def _written(text: str, forms: tuple[str, ...]) -> datetime | None:
    for form in forms:
        try:
            return datetime.strptime(text, form)
        except ValueError:
            continue
    return None


def _allowed(options: tuple[FormOption, ...]) -> str:
    codes = [option.code for option in options]
    more = f" and {len(codes) - MOST_ALLOWED} more" if len(codes) > MOST_ALLOWED else ""
    return ", ".join(codes[:MOST_ALLOWED]) + more + ", or their labels"

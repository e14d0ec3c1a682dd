"""What a correction workbook says to whoever filled in a file, in that person's language (``questionnaires/corrections.yaml``)."""

from __future__ import annotations

import re
from functools import cache

from pydantic import field_validator

from diagnostics.definitions.base import KNOWLEDGE, Definition, Text, read_definition
from diagnostics.definitions.dataset_rules import Sentence
from diagnostics.definitions.problems import Problem
from diagnostics.definitions.translations import ENGLISH, catalogue, translated

_BLANK = re.compile(r"\\{(\w+)\\}")
_AS_WRITTEN = frozenset({"column", "data_set", "meant", "names", "other", "place", "scale"})
"""Blanks of the patterns that hold a name as it stands in the file, such as the column ``level``, even where the kit has that word too."""


class CorrectionTexts(Definition):
    """Every text of a correction workbook, in English. ``{…}`` is filled in."""

    instructions_sheet: Text
    corrections_sheet: Text
    title: Text
    introduction: Sentence
    steps: tuple[Sentence, ...]
    personal: Sentence
    elsewhere: Text
    """Heads the list of what concerns no single cell."""
    more_rows: Sentence
    row: Text
    what_to_do: Text
    found: Sentence
    allowed: Sentence
    look: Text
    """Stands before what is no error."""
    related: Sentence
    formula: Sentence
    not_on_list: Text
    choose: Sentence
    kinds: dict[str, Sentence]
    """Kind of a problem → what is wrong. A kind that is not here is told by its advice alone."""
    patterns: tuple[Text, ...]
    """Sentences that the checks put together. Their parts are translated like sentences of their own; names stay as the file has them."""

    @field_validator("patterns")
    @classmethod
    def _have_blanks(cls, patterns: tuple[str, ...]) -> tuple[str, ...]:
        if plain := [pattern for pattern in patterns if "{" not in pattern]:
            raise ValueError(f"a pattern holds a blank such as {{day}}: '{plain[0]}'")
        return patterns


@cache
def load_correction_texts() -> CorrectionTexts:
    """The texts of correction workbooks. Raises ``BadInput`` with every fault and its line."""
    return read_definition(CorrectionTexts, KNOWLEDGE / "corrections.yaml", "corrections.yaml")


def say_correction(problem: Problem, language: str) -> str:
    """What is wrong with a cell or a file, and what to do, as one text.

    What a definition advises stands in English only where nothing in the reader's language says what is wrong.
    """
    texts = load_correction_texts()
    kind = _if_translated(texts.kinds.get(problem.kind, ""), language)
    advice = said_in(problem.advice, language) or ("" if kind else problem.advice)
    said = []
    if kind and not advice.startswith(kind):
        said.append(kind)
    if problem.found:
        said.append(translated(texts.found, language).format(found=problem.found))
    if problem.allowed:
        allowed = said_in(problem.allowed, language) or problem.allowed
        said.append(translated(texts.allowed, language).format(allowed=allowed))
    return " ".join([*said, advice]).rstrip()


def said_in(text: str, language: str) -> str | None:
    """A sentence of the checks in a language, also one that was put together; None where it is not translated.

    A part that has no translation, such as a name or a number, stays as it is; a whole sentence within does not.
    """
    if own := _if_translated(text, language):
        return own
    for pattern, form in _patterns():
        words, match = _if_translated(pattern, language), form.fullmatch(text)
        if not words or not match:
            continue
        if "advice" in match.groupdict() and said_in(match["advice"], language) is None:
            continue
        parts = {name: part if name in _AS_WRITTEN else said_in(part, language) or part for name, part in match.groupdict().items()}
        return words.format(**parts)
    return None


def _if_translated(text: str, language: str) -> str | None:
    return text or None if language == ENGLISH else catalogue(language).get(text)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    patterns = load_correction_texts().patterns
    return tuple((pattern, re.compile(_BLANK.sub(r"(?P<\1>.+?)", re.escape(pattern)), re.DOTALL)) for pattern in patterns)

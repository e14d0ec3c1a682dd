"""Which texts of ``questionnaires/`` are not yet said in every language, and which translations have lost something.

``python -m tests.translation_gaps`` lists the gaps by language and file with the first texts of each; ``make lint`` shows the list.
It never fails: the test of the content does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from diagnostics.definitions.content_texts import content_texts
from diagnostics.definitions.translations import TRANSLATED, catalogue

SHOWN = 2
"""Missing texts shown of each file."""
_PLACEHOLDER = re.compile(r"\$?\{\w*\}|%\(\w+\)s|</?\w[^>]*>")
_SENTENCE = 3
"""More words than this are a sentence or a phrase; up to as many may be a name that is the same in two languages."""


def gaps(language: str) -> dict[str, tuple[str, ...]]:
    """The English texts that a language lacks, by the file of translations that they belong to; files without a gap are left out."""
    known = catalogue(language)
    missing = {file: tuple(text for text in texts if text not in known) for file, texts in content_texts().items()}
    return {file: texts for file, texts in missing.items() if texts}


def losses(translations: Mapping[str, str]) -> list[str]:
    """Translations, by their English, whose digits or placeholders are not those of the English, or that are still English."""
    return [f"{fault}: {english}" for english, own in translations.items() for fault in _lost(english, own)]


def _lost(english: str, own: str) -> Iterator[str]:
    # Digits one by one, since 1,500.5 is 1 500,5 elsewhere.
    if Counter(re.findall(r"\d", english)) != Counter(re.findall(r"\d", own)):
        yield "other digits"
    if Counter(_PLACEHOLDER.findall(english)) != Counter(_PLACEHOLDER.findall(own)):
        yield "other placeholders"
    if english == own and len(re.findall(r"[^\W\d_]+", english)) > _SENTENCE:
        yield "still English"


def main() -> None:
    """Print the list."""
    whole = sum(len(texts) for texts in content_texts().values())
    for language in TRANSLATED:
        missing = gaps(language)
        print(f"{language}: {sum(map(len, missing.values()))} of {whole} texts of questionnaires/ stand in English")
        for file, texts in missing.items():
            print(f"  {file}.po: {len(texts)}")
            print("".join(f"    {text[:110]}\n" for text in texts[:SHOWN]), end="")
        print("".join(f"  {fault}\n" for fault in losses(catalogue(language))), end="")


if __name__ == "__main__":
    main()

"""How hard a text is to read: Flesch's reading ease (1948), 206.835 − 1.015 × words a sentence − 84.6 × syllables a word.

About 100 is very easy, 60 to 70 is plain English, below 30 is for graduates.
Syllables are counted as groups of vowels, without a silent e at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Readability:
    """What was measured over several texts together."""

    texts: int
    words_a_sentence: float
    ease: float


def readability(texts: Iterable[str]) -> Readability:
    """Measure texts as if they followed one another; each ends a sentence."""
    texts = tuple(texts)
    sentences = [sentence for text in texts for sentence in re.split(r"[.!?]+(?:\s|$)", text) if sentence.strip()]
    words = [word for sentence in sentences for word in re.findall(r"[A-Za-z]+(?:['’-][A-Za-z]+)*", sentence)]
    length = len(words) / len(sentences)
    ease = 206.835 - 1.015 * length - 84.6 * sum(map(syllables, words)) / len(words)
    return Readability(len(texts), round(length, 1), round(ease, 1))


def syllables(word: str) -> int:
    """Groups of vowels; a silent e at the end is none. "strategy" has 3, "rule" 1, "table" 2, "people" 2."""
    groups = len(re.findall(r"[aeiouy]+", word.lower()))
    silent = re.search(r"[^aeiouy]e$", word.lower()) and not re.search(r"[^aeiouyrl]le$", word.lower())
    return max(1, groups - bool(silent))

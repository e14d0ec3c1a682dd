"""Neighbouring levels say different things, and questions can be read: measured over all content, with a bound for each measure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from itertools import pairwise

import pytest

from diagnostics.definitions.framework import framework_ids, load_framework
from diagnostics.definitions.instrument import load_instruments
from diagnostics.definitions.interview_guide import load_guides
from diagnostics.definitions.standard_loading import bundled_standards, load_standard
from tests.readability import Readability, readability, syllables

# The highest found at the time of writing: .38 of the words in the same order, .28 of all words shared.
SAME_ORDER = 0.45
SHARED_WORDS = 0.35
DEGREES = {
    "about", "all", "almost", "any", "at", "every", "few", "fewer", "fully", "good", "half", "highly", "least", "less", "little",
    "many", "more", "most", "much", "nearly", "no", "none", "often", "only", "partly", "per", "percent", "quite", "rarely",
    "regularly", "seldom", "several", "some", "somewhat", "sometimes", "than", "usually", "very", "well", "widely",
}  # fmt: skip
"""Words that only say how much or how often: two levels that differ in nothing else describe the same practice."""

# Lowest reading ease and longest mean sentence. Staff answer surveys alone and in a hurry, people in an interview hear the question once,
# raters have the question, its reason and its descriptors before them and time to read.
SURVEY, INTERVIEW, RATED = (60, 12), (70, 16), (45, 25)


def _neighbours() -> Iterable[tuple[str, str, str]]:
    for standard_id in bundled_standards():
        for node in load_standard(standard_id).criteria():
            for level, (lower, higher) in enumerate(pairwise(node.descriptors or ()), 1):
                yield f"{standard_id} {node.id}, levels {level} and {level + 1}", lower, higher
    for framework_id in framework_ids():
        for competency in load_framework(framework_id).competencies:
            for one, other in pairwise(competency.levels):
                where = f"{framework_id} {competency.id}, levels {one.level} and {other.level}"
                yield where, " ".join(one.indicators), " ".join(other.indicators)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.lower())


def _same_order(one: str, other: str) -> float:
    """Share of the words of both that stand in both in the same order."""
    return SequenceMatcher(None, _words(one), _words(other), autojunk=False).ratio()


def _shared(one: str, other: str) -> float:
    """Shared words ÷ words of either (Jaccard)."""
    a, b = set(_words(one)), set(_words(other))
    return len(a & b) / len(a | b)


def _bare(text: str) -> list[str]:
    return [word for word in _words(text) if word not in DEGREES and not word.endswith("ly")]


def test_neighbouring_levels_are_told_in_different_words():
    pairs = list(_neighbours())
    assert len(pairs) > 84 * 4
    assert [where for where, *texts in pairs if _same_order(*texts) >= SAME_ORDER or _shared(*texts) >= SHARED_WORDS] == []


def test_neighbouring_levels_differ_in_more_than_numbers_and_degrees():
    assert [where for where, lower, higher in _neighbours() if _bare(lower) == _bare(higher)] == []
    assert _bare("Nearly all, 95 % of posts, are often checked.") == _bare("Only 20 % of posts are rarely checked.")


def _questions() -> Mapping[str, tuple[tuple[str, ...], tuple[int, int]]]:
    """Name → the questions, and their lowest reading ease and longest mean sentence."""
    found = {f"survey {each.id}": (tuple(item.text for item in each.items), SURVEY) for each in load_instruments()}
    for guide in load_guides():
        found[f"guide {guide.group}"] = tuple(each.text for each in guide.questions()), INTERVIEW
        found[f"guide {guide.group}, to follow up"] = tuple(text for each in guide.questions() for text in each.follow_up), INTERVIEW
    for standard_id in bundled_standards():
        if asked := tuple(node.question for node in load_standard(standard_id).criteria() if node.question):
            found[f"standard {standard_id}"] = asked, RATED
    return found


def test_questions_can_be_read(capsys):
    measured = {name: (readability(texts), bound) for name, (texts, bound) in _questions().items()}
    with capsys.disabled():
        print(f"\n{'questions of':44}{'texts':>6}{'words a sentence':>18}{'reading ease':>14}{'at least':>10}")
        for name, (found, (ease, _)) in measured.items():
            print(f"{name:44}{found.texts:6}{found.words_a_sentence:18}{found.ease:14}{ease:10}")
    assert [name for name, (found, (ease, length)) in measured.items() if found.ease < ease or found.words_a_sentence > length] == []


@pytest.mark.parametrize(
    ("word", "count"), [("strategy", 3), ("rule", 1), ("table", 2), ("people", 2), ("the", 1), ("schedule", 2), ("criteria", 3)]
)
def test_syllables_are_counted_as_groups_of_vowels(word, count):
    assert syllables(word) == count


def test_reading_ease_is_flesch_s():
    # 6 words, 1 sentence, 6 syllables: 206.835 - 1.015 x 6 - 84.6 x 1
    assert readability(["The cat sat on the mat."]) == Readability(1, 6.0, 116.1)

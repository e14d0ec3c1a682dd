"""Two readers that know nothing but the standard: they read what an expert saw, and say which level that is.

If a machine that only reads the descriptors cannot tell two levels of a criterion apart, two experts will not agree on them either.
The readers follow different rules: the first compares words, the second looks for facts, gate by gate.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from diagnostics.definitions.standard import Node, Standard
from diagnostics.definitions.yaml_reader import read_yaml
from tests.conftest import PROJECT

_ENDINGS = ("ations", "ation", "ings", "ing", "ied", "ies", "ed", "es", "s", "ly", "e", "y")
_SHARE = re.compile(
    r"(?P<percent>\d+(?:\.\d+)?) %|(?P<part>\d[\d,]*) of the (?P<whole>\d[\d,]*)"
    r"|[Oo]f the (?P<all>\d[\d,]*)(?P<named>[^.]*?), (?P<some>\d[\d,]*)"
)
_AROUND = 9
"""Words before and after a share that say what it is a share of."""
_REACH = 4
"""Words over which a negation reaches."""


def stem(word: str) -> str:
    """A word without its ending, so that "signed" and "signs" are one; at least three letters stay."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def stems(text: str) -> list[str]:
    """The words of a text without their endings and without numbers, in order."""
    return [stem(word) for word in re.findall(r"[a-z]{2,}", text.lower())]


def rarity(standard: Standard) -> dict[str, float]:
    """How much a word tells: the logarithm of descriptors ÷ descriptors that hold it."""
    texts = [set(stems(text)) for node in described(standard) for text in node.descriptors or ()]
    held = Counter(chain(*texts))
    return {word: math.log(len(texts) / held[word]) for word in held}


class WordReader:
    """Picks the level whose descriptor shares the most telling words with the text.

    A word tells much if few descriptors of the standard hold it, and few of the five that are to be told apart.
    """

    def __init__(self, standard: Standard) -> None:
        self._standard, self._rarity = standard, rarity(standard)

    def level(self, seen: str, criterion_ids: Iterable[str]) -> int:
        """The level, 1 to 5, of what was seen on the criteria together."""
        nodes = [self._standard.node(each) for each in criterion_ids]
        levels = [set(chain(*(stems((node.descriptors or ())[place]) for node in nodes))) for place in range(5)]
        weights = {
            word: self._rarity[word] * math.log((len(levels) + 1) / sum(word in level for level in levels)) for word in set(chain(*levels))
        }
        words = set(stems(seen))
        nearness = [_length(weights[word] for word in level & words) ** 2 / _length(weights[word] for word in level) for level in levels]
        return nearness.index(max(nearness)) + 1


def _length(weights: Iterable[float]) -> float:
    return math.sqrt(sum(weight**2 for weight in weights))


class FactReader:
    """Looks for the three gates: a share in the descriptors' bands, a word for existence, a word for effect. The lowest decides.

    A gate that the text says nothing about is left out, as an unanswered one is in the standard's own rule.
    """

    def __init__(self, standard: Standard) -> None:
        self._standard, self._rarity = standard, rarity(standard)
        self._words = rater_words()
        self._negations = {stem(word) for word in self._words["negations"]}

    def level(self, seen: str, criterion_ids: Iterable[str]) -> int:
        """The level, 1 to 5, of what was seen: that of the lowest criterion."""
        gates = [self._coverage(seen, self._standard.node(each)) for each in criterion_ids]
        gates += [self._highest(seen, self._words[gate]) for gate in ("existence", "effect")]
        return min(gate for gate in gates if gate is not None)

    def _coverage(self, seen: str, node: Node) -> int | None:
        if not node.coverage_of or not (found := list(shares(seen))):
            return None
        wanted = set(stems(node.coverage_of))
        share = max(found, key=lambda each: sum(self._rarity.get(word, 0) for word in wanted & set(each[1])))[0]
        return max(level for level, (low, high) in bands(node.descriptors or ()).items() if low <= share < high)

    def _highest(self, seen: str, words_of: dict[int, list[str]]) -> int | None:
        sentences = [stems(sentence) for sentence in re.split(r"[.;:?]", seen)]
        found = [level for level, words in words_of.items() if any(self._says(one, word) for one in sentences for word in words)]
        return max(found, default=None)

    def _says(self, sentence: Sequence[str], word: str) -> bool:
        return any(not self._negations & set(sentence[max(0, place - _REACH) : place]) for place in places(sentence, word))


def places(words: Sequence[str], sought: str) -> Iterator[int]:
    """Where a word, or several in a row, stand among the stems of a text."""
    wanted = stems(sought)
    yield from (place for place in range(len(words)) if list(words[place : place + len(wanted)]) == wanted)


def shares(text: str) -> Iterator[tuple[float, list[str]]]:
    """Every share that a text states, in per cent, with the words of its sentence that say what it is a share of."""
    for sentence in re.split(r"(?<=[.;:?]) ", text):
        found = list(_SHARE.finditer(sentence))
        ends = [0, *(each.end() for each in found)]
        starts = [*(each.start() for each in found), len(sentence)]
        for place, each in enumerate(found):
            before, after = (stems(sentence[ends[at] : starts[at]]) for at in (place, place + 1))
            yield _share(each), [*before[-_AROUND:], *stems(each["named"] or ""), *after[:_AROUND]]


def _share(found: re.Match[str]) -> float:
    if found["percent"]:
        return float(found["percent"])
    part, whole = (float((found[a] or found[b]).replace(",", "")) for a, b in (("part", "some"), ("whole", "all")))
    return 100 * part / whole


def bands(descriptors: Sequence[str]) -> dict[int, tuple[float, float]]:
    """Level → from (included) and to (left out) of the share that its descriptor names, in per cent."""
    found: dict[int, tuple[float, float]] = {}
    for level, text in enumerate(descriptors, 1):
        if between := re.search(r"(\d+)(?:-| to | and )(\d+)(?: %|-)", text):
            found[level] = (float(between[1]), float(between[2]) + 1)
        elif below := re.search(r"(?:[Ff]ewer than|[Uu]nder) (\d+) %", text):
            found[level] = (0.0, float(below[1]))
        elif "95 %" in text:
            found[level] = (95.0, 101.0)
    return found


def described(standard: Standard) -> list[Node]:
    """The criteria that have a descriptor for each level."""
    return [node for node in standard.criteria() if node.descriptors]


def rater_words() -> dict:
    """The words of the second reader: gate → level → words; and the negations."""
    data = read_yaml(PROJECT / "tests" / "rater_words.yaml").data
    by_level = {
        gate: {int(str(level)): [str(word) for word in words] for level, words in data[gate].items()} for gate in ("existence", "effect")
    }
    return by_level | {"negations": [str(word) for word in data["negations"]]}

"""Files with one column an item: which heading is which item."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from diagnostics.definitions.dataset import Dataset

TEXT_LIKENESS = 90  # of 100; below it two statements of one survey may be meant
VALUE_NAMES = ("answer", "value")
LEAST = 2  # columns; one alone may be chance


@dataclass(frozen=True)
class ItemsProposal:
    """Which columns of the file become rows.

    Attributes:
        item, value: columns of the data set that take the item's id and the answer.
        columns: heading → item's id, in the order of the file.
        certainty: 0-100, a likeness of ours.
        why: what speaks for it.
        missing: items that no column was found for.
    """

    item: str
    value: str
    columns: Mapping[str, str]
    certainty: int
    why: str
    missing: tuple[str, ...]


def propose_items(headings: Sequence[str], dataset: Dataset, items: Mapping[str, str]) -> ItemsProposal | None:
    """Propose which headings are items: by their ids, else by their texts, else by their numbers. None where none are.

    Args:
        headings: of the file.
        dataset: takes one row a respondent and item.
        items: id → text.
    """
    item = next((column.name for column in dataset.columns if takes_items(column.references)), None)
    value = next((name for name in VALUE_NAMES if name in dataset.names), None)
    if item is None or value is None:
        return None
    for find, certainty, why in ((_by_id, 98, "by their ids"), (_by_text, 92, "by their texts"), (_by_number, 65, "by their numbers only")):
        columns = find(headings, items)
        if len(columns) >= LEAST:
            found = set(columns.values())
            return ItemsProposal(item, value, columns, certainty, why, tuple(each for each in items if each not in found))
    return None


def takes_items(reference: str | None) -> bool:
    """Whether a column's values are items of a standard or of a survey."""
    return reference is not None and reference.endswith(".items")


def _folded(text: str) -> str:
    return re.sub(r"0+(?=[0-9])", "", re.sub(r"[\W_]+", "", text.casefold()))


def _once(pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Heading → item, without items that two headings claim: which one is meant is for a person to say."""
    claimed = [item for _, item in pairs]
    return {heading: item for heading, item in pairs if claimed.count(item) == 1}


def _by_id(headings: Sequence[str], items: Mapping[str, str]) -> dict[str, str]:
    """``Q01``, ``q1`` and ``Q1. I am given …`` are all ``Q1``."""
    ids = {_folded(item): item for item in items}
    starts = {heading: _folded(re.split(r"[.:)\]\s]\s*(?=\D)", heading.strip(), maxsplit=1)[0]) for heading in headings}
    return _once([(heading, ids[start]) for heading, start in starts.items() if start in ids])


def _by_text(headings: Sequence[str], items: Mapping[str, str]) -> dict[str, str]:
    from rapidfuzz import fuzz, process, utils

    texts = {item: text for item, text in items.items() if text}
    pairs = []
    for heading in headings:
        best = process.extractOne(heading, texts, scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=TEXT_LIKENESS)
        if best:
            pairs.append((heading, str(best[2])))
    return _once(pairs)


def _by_number(headings: Sequence[str], items: Mapping[str, str]) -> dict[str, str]:
    """The last number of an item and of a heading, where every item has one of its own."""
    numbers = {found[-1].lstrip("0"): item for item in items if (found := re.findall(r"[0-9]+", item))}
    if len(numbers) < len(items):
        return {}
    alike = [
        (heading, match[1].lstrip("0")) for heading in headings if (match := re.fullmatch(r"[A-Za-z_ ]{0,12}([0-9]+)", heading.strip()))
    ]
    return _once([(heading, numbers[number]) for heading, number in alike if number in numbers])

"""Proposes which column of a client's file is which column of a data set. A person decides; nothing is used unconfirmed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from diagnostics.definitions.data_map import DateOrder
from diagnostics.definitions.dataset import DataColumn, Dataset
from diagnostics.intake.maps.map_items import ItemsProposal, propose_items
from diagnostics.intake.values import parse_date, parse_integer, parse_month, parse_number

# House rules of 2026, tried on real HR files: how much a name counts beside the values, and from which certainty on to propose.
NAME_SHARE, VALUE_SHARE = 0.75, 0.25
DESCRIPTION_SHARE = 0.6  # a heading that only stands somewhere in the description
MISFIT_SHARE = 0.5  # what is left of the certainty where no value fits
PROPOSED_FROM = 75
SAMPLE = 2_000  # distinct values of a column that are looked at
PARSERS = {"date": parse_date, "month": parse_month, "integer": parse_integer, "number": parse_number}
_PARTS = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})(?: .*)?", re.ASCII)
_AMBIGUOUS = re.compile(r"[-+]?[1-9][0-9]{0,2}[,.][0-9]{3}", re.ASCII)


@dataclass(frozen=True)
class Proposal:
    """One column of the data set and the column of the file that it may be.

    Attributes:
        column: of the data set.
        source: heading in the file.
        certainty: 0-100, a likeness of ours and no probability.
        why: what speaks for it.
        codes: value in the file → code, where the two are written differently.
        dates: the order of dates, where the kit does not read them by itself and the values show it.
        decimal: the sign before decimals, where a number could be read in two ways and the others show which.
        open_question: what the person who confirms must look at.
    """

    column: str
    source: str
    certainty: int
    why: str
    codes: Mapping[str, str] = field(default_factory=dict)
    dates: DateOrder | None = None
    decimal: str | None = None
    open_question: str = ""


@dataclass(frozen=True)
class Proposals:
    """All that is proposed for one file; ``unmapped``: columns of the data set, ``unused``: headings of the file, that are left."""

    columns: tuple[Proposal, ...]
    items: ItemsProposal | None
    unmapped: tuple[str, ...]
    unused: tuple[str, ...]


def propose(body: pd.DataFrame, dataset: Dataset, items: Mapping[str, str]) -> Proposals:
    """Propose a map.

    Args:
        body: the file's rows below its headings, text or null; its columns are the headings.
        dataset: what the file is to be read as.
        items: id → text of the items that the data set's answers may be about; empty for other data sets.
    """
    headings = list(dict.fromkeys(str(heading) for heading in body.columns if str(heading).strip()))
    wide = propose_items(headings, dataset, items) if items else None
    free = [heading for heading in headings if wide is None or heading not in wide.columns]
    filled = {wide.item, wide.value} if wide else set()
    wanted = [column for column in dataset.columns if column.name not in filled]
    fits = sorted(
        (fit for column in wanted for heading in free if (fit := _fit(column, heading, body[heading], dataset)).certainty >= PROPOSED_FROM),
        key=lambda fit: -fit.certainty,
    )
    chosen: dict[str, Proposal] = {}
    taken: set[str] = set()
    for fit in fits:
        if fit.column not in chosen and fit.source not in taken:
            chosen[fit.column] = fit
            taken.add(fit.source)
    columns = tuple(_in_detail(chosen[column.name], column, body) for column in wanted if column.name in chosen)
    unmapped = tuple(column.name for column in wanted if column.name not in chosen)
    return Proposals(columns, wide, unmapped, tuple(heading for heading in free if heading not in taken))


def _fit(column: DataColumn, heading: str, values: pd.Series, dataset: Dataset) -> Proposal:
    likeness, by = _name_likeness(column, heading)
    share = _value_fit(column, values, dataset)
    certainty = 100 * (NAME_SHARE * likeness + VALUE_SHARE * (0.5 if share is None else share))
    if share == 0:
        certainty *= MISFIT_SHARE
    why = by if share is None else f"{by}; {share:.0%} of the values fit"
    return Proposal(column.name, heading, round(certainty), why)


def _name_likeness(column: DataColumn, heading: str) -> tuple[float, str]:
    """How alike a heading and a column's names are, 0-1, and which name was the nearest."""
    from rapidfuzz import fuzz

    words = plain_words(heading)
    named = {plain_words(name): name for name in (column.name, *column.synonyms)}
    best = max(named, key=lambda name: max(fuzz.ratio(words, name), fuzz.token_sort_ratio(words, name)))
    likeness = max(fuzz.ratio(words, best), fuzz.token_sort_ratio(words, best)) / 100
    described = DESCRIPTION_SHARE * fuzz.token_set_ratio(words, plain_words(column.description)) / 100
    return (likeness, f"named like '{named[best]}'") if likeness >= described else (described, "its words stand in the description")


def plain_words(text: str) -> str:
    """A name as small words: ``YearsAtCompany`` and ``years_at_company`` are ``years at company``."""
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", text)
    return " ".join(re.sub(r"[\W_]+", " ", parted).casefold().split())


def _value_fit(column: DataColumn, values: pd.Series, dataset: Dataset) -> float | None:
    """Share of the distinct values, 0-1, that a column could take; none where nothing can be said."""
    texts = values.dropna().unique()[:SAMPLE]
    if not len(texts):
        return None
    if dataset.key.columns == (column.name,):
        return values.nunique() / values.notna().sum()
    if column.codes:
        known = codes_of(column)
        return sum(text.casefold() in known for text in texts) / len(texts)
    if column.pattern:
        return sum(bool(re.fullmatch(column.pattern, text)) for text in texts) / len(texts)
    if column.type not in PARSERS:
        return None
    numbers = [PARSERS[column.type](text) for text in texts]
    if column.type == "date":
        numbers = [number or _PARTS.fullmatch(text) for number, text in zip(numbers, texts, strict=True)]
    return sum(number is not None and _within(number, column) for number in numbers) / len(texts)


def _within(number: object, column: DataColumn) -> bool:
    if not isinstance(number, float | int):
        return True
    return (column.min is None or number >= column.min) and (column.max is None or number <= column.max)


def codes_of(column: DataColumn) -> dict[str, str]:
    """How a code may be written, in small letters → the code."""
    meanings = {code.meaning.casefold(): code.code for code in column.codes}
    synonyms = {synonym.casefold(): code.code for code in column.codes for synonym in code.synonyms}
    return meanings | synonyms | {code.code.casefold(): code.code for code in column.codes}


def _in_detail(proposal: Proposal, column: DataColumn, body: pd.DataFrame) -> Proposal:
    """The proposal with what its values need: translated codes, the order of dates, the decimal sign."""
    texts = [str(text) for text in body[proposal.source].dropna().unique()[:SAMPLE]]
    if column.codes:
        known = codes_of(column)
        own = {code.code.casefold() for code in column.codes}
        codes = {text: known[text.casefold()] for text in sorted(texts) if text.casefold() in known and text.casefold() not in own}
        unknown = sum(text.casefold() not in known for text in texts)
        question = f"{unknown} values are none of the codes: add them to 'codes'" if unknown else ""
        return replace(proposal, codes=codes, open_question=question)
    if column.type == "date":
        order, question = _date_order(texts)
        return replace(proposal, dates=order, open_question=question)
    if column.numeric:
        return replace(proposal, decimal=_decimal_sign(texts))
    return proposal


def _date_order(texts: Sequence[str]) -> tuple[DateOrder | None, str]:
    parts = [match for text in texts if parse_date(text) is None and (match := _PARTS.fullmatch(text))]
    if not parts:
        return None, ""
    if any(int(match[1]) > 12 for match in parts):
        return "day-month-year", ""
    if any(int(match[2]) > 12 for match in parts):
        return "month-day-year", ""
    return None, "the values do not show which comes first: add 'dates: day-month-year' or 'dates: month-day-year'"


def _decimal_sign(texts: Iterable[str]) -> str | None:
    """The sign before decimals, where thousands may be grouped; none where no number could be read in two ways."""
    texts = list(texts)
    if not any(_AMBIGUOUS.fullmatch(text) for text in texts):
        return None
    by_comma = any(re.search(r"\.[0-9]{3},|,[0-9]{1,2}$|,[0-9]{4,}$", text) for text in texts)
    by_point = any(re.search(r",[0-9]{3}\.|\.[0-9]{1,2}$|\.[0-9]{4,}$", text) for text in texts)
    return None if by_comma == by_point else "comma" if by_comma else "point"

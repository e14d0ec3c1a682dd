"""What a survey says: shares of positive answers, indices and their differences, each with a 95 % interval.

People who do not know or leave an item empty are in neither sum. Everything is unrounded; rounding comes last, for display.
Intervals take respondents for a random sample of many more people; where nearly all answered, they are wider than need be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from diagnostics.scoring.intervals import newcombe, wilson
from diagnostics.scoring.ratings import LongTable
from diagnostics.scoring.surveys.survey_codes import FULL, STATES, Layout, Survey, SurveyScale, count_answers, first_counts
from diagnostics.scoring.surveys.survey_draws import Draws, draw_totals
from diagnostics.scoring.surveys.survey_reading import code_survey

KINDS = ("positive", "neutral", "negative")


@dataclass(frozen=True)
class Index:
    """A figure made from items, or from other indices: the mean of its unrounded parts.

    Attributes:
        id: its name in tables.
        parts: ids of items, or indices.
        measure: what an item counts as: its percentage of positive answers, or its mean of points from 0 to 100.
    """

    id: str
    parts: tuple[str | Index, ...]
    measure: Literal["percent-positive", "index-0-100"] = "percent-positive"

    def items(self) -> tuple[str, ...]:
        """Every item, however deep, each once."""
        found = (part.items() if isinstance(part, Index) else (part,) for part in self.parts)
        return tuple(dict.fromkeys(item for items in found for item in items))


def item_shares(survey: Survey, by: Sequence[str] = (), confidence: float = 0.95) -> pd.DataFrame:
    """Percentages of positive, neutral and negative answers.

    Args:
        survey: the answers.
        by: columns of ``survey.groups``; one row an item for each combination that occurs.
        confidence: of the intervals, 0-1.

    Returns:
        One row a group and item, in the order of the groups' texts and of the items:
            <by>         str    the group
            item         str
            positive, neutral, negative   float  0-100, weighted, of those who gave an opinion; empty where nobody did
            <kind>_lower, <kind>_upper    float  Wilson's interval on the effective number of answers
            answered     int    people who gave an opinion
            dont_know, not_applicable, blank   int   people who did not, by reason
            effective    float  equally weighted answers that would be as precise (Kish)
    """
    group, labels = _groups(survey, by)
    first = first_counts(group, len(survey.scale.codes))
    tables = [_shares_of(survey, item, first, len(labels), confidence) for item in range(len(survey.items))]
    whole = pd.concat([labels.join(table) for table in tables], ignore_index=True)
    place = np.tile(np.arange(len(labels)), len(survey.items))
    whole.insert(len(by), "item", np.repeat(np.array(survey.items, dtype=object), len(labels)))
    return whole.iloc[np.argsort(place, kind="stable")].reset_index(drop=True)


def _shares_of(survey: Survey, item: int, first: np.ndarray, n_groups: int, confidence: float) -> pd.DataFrame:
    answers, n_codes = survey.answers[:, item], len(survey.scale.codes)
    people, silent = count_answers(answers, first, n_groups, n_codes)
    opinions = squares = people.astype(float)
    if survey.weights is not None:
        opinions, _ = count_answers(answers, first, n_groups, n_codes, survey.weights)
        squares, _ = count_answers(answers, first, n_groups, n_codes, survey.weights**2)
    total = opinions.sum(axis=1)
    known = np.where(total > 0, total, np.nan)
    effective = np.nan_to_num(known**2 / np.where(total > 0, squares.sum(axis=1), 1))
    table: dict[str, np.ndarray] = {}
    for kind, sums in zip(KINDS, (opinions @ survey.kinds_of(item)).T, strict=True):
        table[kind] = FULL * np.minimum(sums / known, 1)
        table[f"{kind}_lower"], table[f"{kind}_upper"] = wilson(table[kind], effective, confidence)
    table["answered"] = people.sum(axis=1)
    table |= {name: silent[:, state] for name, state in STATES.items()}
    return pd.DataFrame(table | {"effective": effective})


def index_scores(
    survey: Survey, indices: Sequence[Index], by: Sequence[str] = (), confidence: float = 0.95, resamples: int = 2000, seed: int = 1
) -> pd.DataFrame:
    """Indices with intervals from a bootstrap of whole respondents, so that answers of one person stay together.

    Args:
        survey: the answers.
        indices: what to work out.
        by: columns of ``survey.groups``.
        confidence: of the intervals, 0-1.
        resamples, seed: of the bootstrap; weights stay with their respondents.

    Returns:
        One row a group and index:
            <by>         str    the group
            index        str
            score        float  0-100; empty where no item has an opinion
            score_lower, score_upper   float  percentile interval; empty where fewer than two answered or all answered alike
            answered     int    people who gave an opinion on at least one item
            items, items_counted   int   items of the index, and those on which anybody gave an opinion
    """
    strange = sorted({item for index in indices for item in index.items()} - set(survey.items))
    if strange:
        raise ValueError(f"The survey has no items {', '.join(strange)}, which an index is made from.")
    group, labels = _groups(survey, by)
    order = np.argsort(group, kind="stable")
    members = np.split(order, np.searchsorted(group[order], np.arange(1, len(labels))))
    rows = [
        tuple(labels.iloc[place]) + row
        for place, respondents in enumerate(members)
        for row in _index_rows(survey.part(respondents), indices, (1 - confidence) / 2, resamples, seed)
    ]
    return pd.DataFrame(rows, columns=[*by, "index", "score", "score_lower", "score_upper", "answered", "items", "items_counted"])


def _index_rows(survey: Survey, indices: Sequence[Index], tail: float, resamples: int, seed: int) -> Iterator[tuple[object, ...]]:
    used = sorted({survey.items.index(item) for index in indices for item in index.items()})
    given = {survey.items[item]: survey.answers[:, item] >= 0 for item in used}
    draws = draw_totals(survey, used, resamples, seed)
    found, drawn = _values(survey, used, draws.counts), _values_of(draws, [survey.items[item] for item in used])
    for index in indices:
        score = float(_mean_of_parts(index, found)[0])
        answered = int(np.logical_or.reduce([given[item] for item in index.items()]).sum())
        lower, upper = np.nan, np.nan
        scores = _mean_of_parts(index, drawn)
        if answered > 1 and not np.isnan(scores).all():
            lower, upper = np.nanquantile(scores, [tail, 1 - tail])
            if upper - lower < 1e-9:  # all answered alike: no draw can show what others would have said
                lower, upper = np.nan, np.nan
        counted = sum(bool(given[item].any()) for item in index.items())
        yield index.id, score, float(lower), float(upper), answered, len(index.items()), counted


def _values(survey: Survey, items: list[int], counts_of_items: np.ndarray) -> dict[str, dict[str, np.ndarray]]:
    """What each item counts as under each measure."""
    values: dict[str, dict[str, np.ndarray]] = {"percent-positive": {}, "index-0-100": {}}
    for item, counts in zip(items, counts_of_items, strict=True):
        total = counts.sum() if counts.sum() > 0 else np.nan
        values["percent-positive"][survey.items[item]] = np.atleast_1d(FULL * (counts @ survey.kinds_of(item)[:, 0]) / total)
        values["index-0-100"][survey.items[item]] = np.atleast_1d(counts @ survey.points_of(item) / total)
    return values


def _values_of(draws: Draws, items: list[str]) -> dict[str, dict[str, np.ndarray]]:
    known = np.where(draws.opinions > 0, draws.opinions, np.nan)
    return {
        "percent-positive": dict(zip(items, (FULL * draws.positive / known).T, strict=True)),
        "index-0-100": dict(zip(items, (draws.points / known).T, strict=True)),
    }


def _mean_of_parts(index: Index, values: dict[str, dict[str, np.ndarray]]) -> np.ndarray:
    parts = [_mean_of_parts(part, values) if isinstance(part, Index) else values[index.measure][part] for part in index.parts]
    return mean_of_known(np.array(parts))


def mean_of_known(parts: np.ndarray) -> np.ndarray:
    """Mean over the first axis of the parts that have a value; NaN where none has. Parts are taken unrounded."""
    known = ~np.isnan(parts)
    count = known.sum(axis=0)
    return np.where(count > 0, np.where(known, parts, 0).sum(axis=0) / np.maximum(count, 1), np.nan)


def index_of(parts: pd.DataFrame, index: Index) -> pd.Series:
    """An index from figures that exist already, such as published sub-indices.

    Args:
        parts: one column for each item of the index, float, unrounded; empty = unknown.
        index: how they are put together.
    """
    columns = {item: parts[item].to_numpy(dtype=float, na_value=np.nan) for item in index.items()}
    return pd.Series(_mean_of_parts(index, dict.fromkeys(("percent-positive", "index-0-100"), columns)), index=parts.index, name=index.id)


def differences(
    before: pd.DataFrame, after: pd.DataFrame, on: Sequence[str], of: str = "positive", confidence: float = 0.95
) -> pd.DataFrame:
    """Compare two waves, or two groups that share nobody.

    Args:
        before, after: tables of ``item_shares`` or ``index_scores`` with the same confidence, which the difference then has too.
        on: columns that tell which rows belong together, such as ``item``.
        of: the figure to compare: a kind of ``item_shares``, or ``score``.

    Returns:
        One row for each that is in either table, in the order of ``before``:
            <on>
            before, after, difference   float  unrounded; empty where a table lacks the row
            lower, upper                float  interval of the difference (Newcombe; for indices Zou & Donner)
            is_change                   bool   the interval leaves out 0: the difference may be called a change
    """
    figure = [of, f"{of}_lower", f"{of}_upper"]
    tables = [table.set_index(list(on))[figure] for table in (before, after)]
    rows = tables[0].index.append(tables[1].index.difference(tables[0].index, sort=False))
    b, a = (tuple(table.reindex(rows).to_numpy(dtype=float).T) for table in tables)
    lower, upper = newcombe(b, a)
    table = pd.DataFrame(
        {"before": b[0], "after": a[0], "difference": a[0] - b[0], "lower": lower, "upper": upper}, index=rows
    ).reset_index()
    table["is_change"] = (table["lower"] > 0) | (table["upper"] < 0)
    return table


def _groups(survey: Survey, by: Sequence[str]) -> tuple[np.ndarray, pd.DataFrame]:
    """The group of each respondent, and the groups' texts, one row a group."""
    if not by:
        return np.zeros(len(survey.answers), dtype=np.int64), pd.DataFrame(index=[0])
    grouped = survey.groups.groupby(list(by), sort=True, observed=True)
    labels = grouped.size().index.to_frame(index=False)
    return grouped.ngroup().to_numpy(), labels


__all__ = [
    "Index",
    "Layout",
    "LongTable",
    "Survey",
    "SurveyScale",
    "code_survey",
    "differences",
    "index_of",
    "index_scores",
    "item_shares",
    "newcombe",
    "wilson",
]

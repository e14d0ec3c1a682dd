"""The two long tables that Great Expectations judges, and the way back from a line to the rows of the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from diagnostics.definitions.dataset import DataColumn, Dataset
from diagnostics.definitions.dataset_rules import AnyRule, EmptyWhen, FilledWhen, NeedsEvidence, NotBefore, OneFilled
from diagnostics.intake.values import map_distinct, parse_date, parse_integer, parse_month, parse_number, parse_several
from diagnostics.validation.conditions import is_concerned, part, spread
from diagnostics.validation.cross_lines import cross_lines
from diagnostics.validation.expectations import AT_SCALE, KEY, rules_that_apply
from diagnostics.validation.vocabulary import Vocabulary

_SHOWN = 40  # characters of an id that a message shows


@dataclass(frozen=True)
class ValueLines:
    """The distinct values of each column.

    Attributes:
        frame: one line a distinct value. Columns: about str, column or ``column@scale``; value str, null = empty cell;
            number float, day float: what it means as a number, as a day counted from year 1, null = nothing; known float: 1 where
        the list that the column refers to has it, null = it has not; count int, cells; line int.
        cells: about → the value of each cell, by position of its row in the table.
    """

    frame: pd.DataFrame
    cells: Mapping[str, pd.Series]


def value_lines(table: pd.DataFrame, dataset: Dataset, vocabulary: Vocabulary) -> ValueLines:
    """List the distinct values of each column with their counts.

    Args:
        table: as ``RawTable.table``, numbered from 0.
        dataset: its definition.
        vocabulary: for columns whose items have different scales.
    """
    cells: dict[str, pd.Series] = {}
    for column in dataset.columns:
        if column.name not in table:
            continue
        texts = table[column.name]
        if column.several:
            texts = texts.map({text: parse_several(text) for text in texts.dropna().unique()}).explode().astype("str")
        cells[column.name] = texts
        if column.scale_of and column.scale_of in table:
            cells |= _cells_by_scale(texts, table[column.scale_of], column, vocabulary)
    lines = [_lines(about, texts, dataset.column(about.partition(AT_SCALE)[0]), vocabulary) for about, texts in cells.items()]
    frame = pd.concat(lines, ignore_index=True)
    return ValueLines(frame.assign(line=np.arange(len(frame))), cells)


def _cells_by_scale(texts: pd.Series, items: pd.Series, column: DataColumn, vocabulary: Vocabulary) -> dict[str, pd.Series]:
    """The answers on each scale; codes that are no answer are left out where the scale is one of numbers."""
    scale_ids = items.map(dict(vocabulary.item_scales))
    cells = {}
    for scale_id in sorted(set(vocabulary.item_scales.values())):
        scale = vocabulary.scales[scale_id]
        answers = texts[(scale_ids == scale_id) & texts.notna()]
        no_number = [] if scale.options else [*scale.special_codes(), *scale.same_as]
        cells[f"{column.name}{AT_SCALE}{scale_id}"] = answers[~answers.isin(no_number)]
    return cells


def _lines(about: str, texts: pd.Series, column: DataColumn, vocabulary: Vocabulary) -> pd.DataFrame:
    counts = texts.value_counts(dropna=not column.required, sort=False)
    values = pd.Series(counts.index, dtype="str")
    parse = parse_integer if column.type == "integer" else parse_number
    nothing = pd.Series(np.nan, index=values.index)
    known = vocabulary.lists.get(column.references or "")
    meanings = {
        "number": map_distinct(values, parse) if column.numeric or AT_SCALE in about else nothing,
        "day": map_distinct(values, _month if column.type == "month" else _day) if column.type in ("date", "month") else nothing,
        "known": nothing if known is None else values.isin(known).astype("float64").replace(0.0, np.nan),
    }
    lines = pd.DataFrame(meanings, index=values.index).astype("float64")
    return lines.assign(about=about, value=values, count=counts.to_numpy())


def _day(text: str) -> float | None:
    day = parse_date(text)
    return None if day is None else float(day.toordinal())


def _month(text: str) -> float | None:
    day = parse_month(text)
    return None if day is None else float(day.toordinal())


def row_lines(
    table: pd.DataFrame, dataset: Dataset, vocabulary: Vocabulary, tables: Mapping[str, pd.DataFrame] | None = None
) -> pd.DataFrame:
    """List the rows that the key and the rules between columns are about.

    Args:
        table: as ``RawTable.table``, numbered from 0.
        dataset: its definition.
        vocabulary: says which documents exist.
        tables: every data set that was read, by id, for the rules that look into another one.

    Returns:
        One line a row, or a cell of it. Columns: about str, ``key`` or name of the rule; at int, position of the row; column str,
        the cell that a message points to; text str, what stands there; first float, second float, what is compared;
        said str, what a message adds about other rows, null = nothing.
    """
    tables = tables or {}
    lines = [_key_lines(table, dataset)]
    whole = table.reindex(columns=[*dataset.names, "row"])  # an optional column that is not there is empty
    for about, rule in rules_that_apply(dataset, table.columns, columns_of(tables)):
        lines += [each.assign(about=about) for each in _rule_lines(whole, rule, vocabulary, tables)]
    frame = pd.concat([each for each in lines if len(each)] or lines[:1], ignore_index=True)
    frame = frame.reindex(columns=["about", "at", "column", "text", "first", "second", "said"])
    frame = frame.astype({"text": "str", "first": "float64", "second": "float64", "said": "str"})
    return frame.assign(line=np.arange(len(frame)))


def columns_of(tables: Mapping[str, pd.DataFrame]) -> frozenset[str]:
    """The columns of all data sets that were read, as ``<data set>.<column>``."""
    return frozenset(f"{name}.{column}" for name, table in tables.items() for column in table.columns)


def _key_lines(table: pd.DataFrame, dataset: Dataset) -> pd.DataFrame:
    """The rows whose key stands more than once, with the first row of all.

    Of six million answers nearly every key stands once and would only be carried along; the first row is there so that the key is
    judged in any case.
    """
    columns = [name for name in dataset.key.columns if name in table]
    needed = [name for name in columns if dataset.column(name).required]
    rows = table[columns][table[needed].notna().all(axis=1)]
    if not columns:
        return part(rows.index[:0], dataset.key.at)
    rows = rows[rows.duplicated(keep=False).to_numpy() | (np.arange(len(rows)) == 0)]
    numbers = rows.groupby(columns, sort=False, dropna=False).ngroup()
    return part(rows.index, dataset.key.at, first=numbers).assign(about=KEY)


def _rule_lines(table: pd.DataFrame, rule: AnyRule, vocabulary: Vocabulary, tables: Mapping[str, pd.DataFrame]) -> list[pd.DataFrame]:
    match rule:
        case NotBefore():
            first, second = map_distinct(table[rule.column], _day), map_distinct(table[rule.other], _day)
            both = first.notna() & second.notna()
            return [part(table.index[both], rule.column, text=table[rule.column][both], first=first[both], second=second[both])]
        case EmptyWhen() | FilledWhen():
            concerned = is_concerned(table, rule.when)
            names = rule.empty if isinstance(rule, EmptyWhen) else rule.filled
            return [part(table.index[concerned], name, text=table[name][concerned]) for name in names]
        case OneFilled():
            concerned = is_concerned(table, rule.when) if rule.when else spread(True, table)
            filled = table[list(rule.one_of)].bfill(axis=1).iloc[:, 0]
            return [part(table.index[concerned], rule.one_of[0], text=filled[concerned])]
        case NeedsEvidence():
            return [_evidence_lines(table, rule, vocabulary)]
        case _:
            return cross_lines(table, rule, tables)


def _evidence_lines(table: pd.DataFrame, rule: NeedsEvidence, vocabulary: Vocabulary) -> pd.DataFrame:
    """The first row of each thing that claims a level for it; ``text`` is the evidence that any row of the same thing names."""
    levels = table[list(rule.levels)].apply(lambda column: map_distinct(column, parse_number).astype("float64"))
    claims = (levels > rule.above).any(axis=1)
    own = known_evidence(table[rule.evidence], vocabulary)
    shared = own.groupby([table[name] for name in rule.within], dropna=False).transform("first")
    # It is the thing that lacks evidence, not each of its raters: their rows are counted, and only the first is named.
    things = table[claims].groupby(list(rule.within), sort=False, dropna=False)["row"]
    count, is_first = things.transform("size"), things.cumcount() == 0
    first = is_first.index[is_first]
    said = pd.Series([_about_thing(table.loc[at, list(rule.within)], int(count[at])) for at in first], index=first, dtype="str")
    return part(first, rule.evidence, text=shared[first], said=said)


def _about_thing(names: pd.Series, rows: int) -> str:
    told = ", ".join(f"{name} {''.join(filter(str.isprintable, str(value)))[:_SHOWN]}" for name, value in names.dropna().items())
    return f"About {told}, where {rows:,} rows claim a level, this one first." if rows > 1 else f"About {told}."


def known_evidence(cells: pd.Series, vocabulary: Vocabulary, reference: str = "reference_documents.doc_id") -> pd.Series:
    """The ids in each cell that name a document that exists, separated by spaces; null where there is none.

    A mission that brings no list of documents is believed, as nothing can be looked up.
    """
    known = vocabulary.lists.get(reference)

    def kept(text: str) -> str | None:
        ids = [part for part in dict.fromkeys(parse_several(text)) if known is None or part in known]
        return " ".join(ids) or None

    return map_distinct(cells, kept).astype("str")

"""Indicators that the kit computes from a mission's data sets: which rows are counted, and out of which."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Annotated, Literal, Self, get_args

from pydantic import Field, NonNegativeInt, PositiveInt, model_validator

from diagnostics.definitions.base import KNOWLEDGE, Definition, Number, Text, as_definition, repeated
from diagnostics.definitions.dataset import load_datasets
from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.definitions.yaml_reader import YamlDocument, read_yaml

FILE = "indicators.yaml"
Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
RowsId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$")]
"""A set of rows, or a whole data set."""
ColumnName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_]*)?$")]
"""A column of the rows themselves, or ``<joined rows>.<column>``."""
Months = NonNegativeInt


class Within(Definition):
    """A number of months after another date of the same row."""

    months: PositiveInt
    after: ColumnName


class Condition(Definition):
    """What must hold of a row. A cell that is empty fails, unless ``or_empty`` says otherwise."""

    column: ColumnName | None = None
    codes: tuple[Text, ...] | None = Field(default=None, alias="is", min_length=1)
    """One of these codes."""
    has: Text | None = None
    """A cell of several codes holds this one."""
    parts: PositiveInt | None = None
    """At least so many parts, with semicolons between them."""
    filled: bool | None = None
    at_least: Number | None = None
    at_most: Number | None = None
    this_year: Literal[True] | None = None
    """The year of the mission's day."""
    latest: Literal[True] | None = None
    """The greatest value that the column has among the rows that pass the conditions before this one."""
    until: Months | None = None
    """A date so many months before the mission's day, or earlier."""
    since: Months | None = None
    """A date so many months before the mission's day, or later."""
    older_than: PositiveInt | ColumnName | None = None
    """A date to which so many months (of a column, where one is named) were added lies before the mission's day."""
    within: Within | None = None
    not_after: ColumnName | None = None
    """A date that is not after the one in another column."""
    found_in: RowsId | None = None
    """So many rows of another set have the same values in the columns of ``on``."""
    on: dict[ColumnName, ColumnName] = {}
    """Own column → column there."""
    times: PositiveInt = 1
    or_empty: bool = False
    negated: bool = False

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        said = ["is" if name == "codes" else name for name in _TESTS if getattr(self, name) is not None]
        if len(said) != 1:
            raise ValueError(f"a condition says one thing; this one says {', '.join(said) or 'nothing'}")
        if (self.found_in is None) != (not self.on) or (self.found_in is None) != (self.column is not None):
            raise ValueError("'found_in' needs 'on' and no 'column'; every other condition needs a 'column'")
        return self

    def columns(self) -> tuple[str, ...]:
        """Columns of the rows themselves that it reads."""
        others = (self.older_than, self.not_after, self.within and self.within.after, self.column)
        return (*self.on, *(name for name in others if isinstance(name, str)))


_TESTS = (
    "codes", "has", "parts", "filled", "at_least", "at_most", "this_year", "latest", "until", "since", "older_than", "within",
    "not_after", "found_in",
)  # fmt: skip


class Join(Definition):
    """Columns of other rows beside one's own: of the first row that has the same values."""

    rows: RowsId
    on: dict[ColumnName, ColumnName] = Field(min_length=1)


class Earliest(Definition):
    """The first row of several."""

    of: tuple[ColumnName, ...] = Field(min_length=1)
    by: ColumnName


class RowSet(Definition):
    """Rows of a data set that belong together."""

    id: Id
    data: RowsId
    beside: tuple[Join, ...] = ()
    where: tuple[Condition, ...] = ()
    distinct: ColumnName | None = None
    """One row for each value of this column."""
    earliest: Earliest | None = None


class _Share(Definition):
    of: RowsId
    where: tuple[Condition, ...] = Field(min_length=1)


class _Indicator(Definition):
    """What every indicator says. ``name`` and ``formula`` are those of the remedies that it measures, where there are any."""

    id: Id
    name: str = Field(min_length=2)
    formula: str = Field(min_length=2)
    unit: str
    direction: Literal["up", "down"]
    source: str = Field(min_length=2)
    """Where the formula comes from, and what the data cannot say."""
    measures: tuple[str, ...] = ()
    """Names of indicators, of remedies or of anybody's plan, that are this one."""
    people: ColumnName | None = None
    """The column that names people: the disclosure threshold counts them. None where no figure is about people."""
    by: ColumnName | None = None
    """The unit by which the range is taken."""


class ShareOf(_Indicator, _Share):
    """Rows for which the conditions hold ÷ all rows × 100."""

    kind: Literal["share"]


class MedianDays(_Indicator):
    """Median of the days from one date to another, over the rows that have both."""

    kind: Literal["median-days"]
    of: RowsId
    start: ColumnName
    end: ColumnName | None = None
    """None = the mission's day."""


class Rate(_Indicator):
    """Rows, or the sum of a column, ÷ the same of other rows × ``times``."""

    kind: Literal["rate"]
    part: RowsId
    part_sum: ColumnName | None = None
    whole: tuple[RowsId, ...] = Field(min_length=1)
    """Of several sets the mean, such as the staff of two days."""
    whole_sum: ColumnName | None = None
    times: PositiveInt = 100


class Difference(_Indicator):
    """How far one count is from another, ÷ the other × 100."""

    kind: Literal["difference"]
    part: RowsId
    whole: RowsId


class Spread(_Indicator, _Share):
    """Highest minus lowest share of the units."""

    kind: Literal["spread"]


class RatioOfShares(_Indicator):
    """One share ÷ another."""

    kind: Literal["ratio-of-shares"]
    part: _Share
    whole: _Share


AnyKind = ShareOf | MedianDays | Rate | Difference | Spread | RatioOfShares
DataIndicator = Annotated[AnyKind, Field(discriminator="kind")]
KINDS = get_args(AnyKind)


class DataIndicators(Definition):
    """The content of ``indicators.yaml``."""

    as_of: date
    source: str
    row_sets: tuple[RowSet, ...]
    indicators: tuple[DataIndicator, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _once_each(self) -> Self:
        ids = [one.id for one in self.row_sets] + [one.id for one in self.indicators]
        if twice := repeated(ids):
            raise ValueError(f"these ids stand twice: {', '.join(twice)}")
        return self

    def data_of(self, rows: str) -> str:
        """The data set that a set of rows is taken from, through other sets too."""
        source = next((one.data for one in self.row_sets if one.id == rows), None)
        return rows if source is None else self.data_of(source)


def bases_of(indicator: DataIndicator) -> tuple[str, ...]:
    """The sets of rows that an indicator counts, its base first."""
    match indicator:
        case Rate():
            return (*indicator.whole, indicator.part)
        case Difference():
            return (indicator.whole, indicator.part)
        case RatioOfShares():
            return (indicator.whole.of, indicator.part.of)
    return (indicator.of,)


@cache
def load_data_indicators() -> DataIndicators:
    """The bundled indicators. Raises ``BadInput`` with every fault, dangling references too."""
    document = read_yaml(KNOWLEDGE / FILE, FILE)
    definitions = as_definition(DataIndicators, document)
    if problems := list(_dangling(definitions, document)):
        raise BadInput(problems)
    return definitions


def _dangling(definitions: DataIndicators, document: YamlDocument) -> Iterator[Problem]:
    """Row sets, data sets and columns that are named and do not exist. A set is taken from a data set or from one that stands above it."""
    columns = {dataset.id: set(dataset.names) for dataset in load_datasets() if dataset.direction == "input"}
    for number, rows in enumerate(definitions.row_sets):
        line = document.line_of(("row_sets", number))
        named = [rows.data, *(join.rows for join in rows.beside), *(one.found_in for one in rows.where if one.found_in)]
        yield from _unknown(named, columns, line)
        own = set(columns.get(rows.data, ()))
        for join in rows.beside:
            own |= {f"{join.rows}.{name}" for name in columns.get(join.rows, ()) if "." not in name}
        used = [*(name for one in rows.where for name in one.columns()), *(name for join in rows.beside for name in join.on)]
        used += [rows.distinct or "", *(rows.earliest.of if rows.earliest else ())]
        yield from _unknown([name for name in used if name], own, line)
        columns[rows.id] = own
    for number, one in enumerate(definitions.indicators):
        line = document.line_of(("indicators", number))
        yield from _unknown(bases_of(one), columns, line)
        shares = [one] if isinstance(one, ShareOf | Spread) else [one.part, one.whole] if isinstance(one, RatioOfShares) else []
        for share in shares:
            used = [name for condition in share.where for name in condition.columns()]
            yield from _unknown(used, columns.get(share.of, set()), line)
            yield from _unknown([condition.found_in for condition in share.where if condition.found_in], columns, line)
        base = columns.get(bases_of(one)[0], set())
        yield from _unknown([name for name in (one.people, one.by) if name], base, line)


def _unknown(names, known, line: int | None) -> Iterator[Problem]:
    for name in names:
        if name not in known:
            yield Problem(FILE, "No row set, data set or column of this name is known here.", "dangling-reference", line, found=name)

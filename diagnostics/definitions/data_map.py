"""A map: which column of a client's file is which column of a data set, and how its values are written. A person confirms it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator

from diagnostics.definitions.base import Definition, Text, as_definition, nearest, repeated
from diagnostics.definitions.dataset import Dataset
from diagnostics.definitions.dataset_rules import Name
from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.definitions.yaml_reader import read_yaml

DateOrder = Literal["year-month-day", "day-month-year", "month-day-year"]


class ColumnMap(Definition):
    """Where one column of the data set comes from: a column of the file, or one value for every row."""

    source: Text | None = Field(default=None, alias="from")
    """The heading in the file."""
    constant: Text | None = None
    """What stands in every row. Only for what is known of all rows; a map makes up nothing."""
    codes: dict[str, Text] = {}
    """Value in the file → code of the data set. Others are taken as they stand."""
    dates: DateOrder | None = None
    """The order in which the file writes dates, where it is not one that the kit reads by itself."""
    decimal: Literal["point", "comma"] | None = None
    """The sign before decimals, where thousands are grouped by the other one."""

    @model_validator(mode="after")
    def _one_origin(self) -> Self:
        if (self.source is None) == (self.constant is None):
            raise ValueError("give 'from' or 'constant', one of the two")
        if self.constant is not None and (self.codes or self.dates or self.decimal):
            raise ValueError("a constant is written as the data set wants it: 'codes', 'dates' and 'decimal' belong to 'from'")
        return self


class ItemsMap(Definition):
    """For a file with one column an item: which columns become rows."""

    item: Name
    """The data set's column that takes the item's id."""
    value: Name
    """The data set's column that takes what stands in the cell."""
    columns: dict[str, Text] = Field(min_length=1)
    """Heading in the file → id of the item."""
    codes: dict[str, Text] = {}
    """Value in the file → code of the data set."""

    @model_validator(mode="after")
    def _items_once(self) -> Self:
        if twice := repeated(self.columns.values()):
            raise ValueError(f"these items take two columns: {', '.join(twice)}")
        return self


class DataMap(Definition):
    """The content of a map's file."""

    confirmed: bool
    """True once a person has looked at every line. Until then the map is refused."""
    to: Name
    """The data set."""
    columns: dict[str, ColumnMap] = {}
    """Column of the data set → where it comes from."""
    items: ItemsMap | None = None
    unused: tuple[Text, ...] = ()
    """Columns of the file that are left out, for the record."""

    @model_validator(mode="after")
    def _maps_something(self) -> Self:
        if not self.columns and self.items is None:
            raise ValueError("the map names no column; give 'columns' or 'items'")
        double = {self.items.item, self.items.value} & self.columns.keys() if self.items else set()
        if double:
            raise ValueError(f"'items' fills these columns already: {', '.join(sorted(double))}")
        return self

    def sources(self) -> tuple[str, ...]:
        """The headings of the file that are used, in order and once each."""
        named = [column.source for column in self.columns.values() if column.source]
        return tuple(dict.fromkeys([*named, *(self.items.columns if self.items else ())]))

    def source_of(self, name: str) -> str | None:
        """The heading that a column of the data set comes from; none for a constant, or for an item's columns."""
        column = self.columns.get(name)
        return column.source if column else None


def read_map(path: Path, dataset: Dataset | None, name: str | None = None) -> DataMap:
    """Read a map that is to be used.

    Args:
        path: the file.
        dataset: the data set that is wanted; any where it is none.
        name: what to call the file in messages.

    Raises:
        BadInput: not readable, not confirmed, for another data set, or naming columns that the data set does not have.
    """
    name = name or path.name
    document = read_yaml(path, name)
    data_map = as_definition(DataMap, document)
    problems = []
    if not data_map.confirmed:
        advice = "Nobody has confirmed this map. Check every line of it, then write 'confirmed: true'."
        problems.append(Problem(name, advice, "map-not-confirmed", row=document.line_of(("confirmed",)), column="confirmed", found="false"))
    if dataset is not None:
        problems += _misfits(data_map, dataset, name)
    if problems:
        raise BadInput(problems)
    return data_map


def _misfits(data_map: DataMap, dataset: Dataset, name: str) -> list[Problem]:
    if data_map.to != dataset.id:
        advice = "The map is for another data set. Name it there, or make a map for this one."
        return [Problem(name, advice, "map-for-other-data-set", column="to", found=data_map.to, allowed=dataset.id)]
    named = {f"columns.{column}": column for column in data_map.columns}
    if data_map.items:
        named |= {"items.item": data_map.items.item, "items.value": data_map.items.value}
    problems = []
    for place, column in named.items():
        if column not in dataset.names:
            near = nearest(column, dataset.names)
            advice = f"The data set '{dataset.id}' has no such column. " + (f"Did you mean '{near}'?" if near else "Correct the name.")
            problems.append(Problem(name, advice, "map-unknown-column", column=place, found=column, allowed=", ".join(dataset.names)))
    return problems

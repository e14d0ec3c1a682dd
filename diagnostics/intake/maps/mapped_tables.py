"""A client's own file read as a data set, with a map that a person has confirmed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd

from diagnostics.definitions.data_map import ColumnMap, DataMap, DateOrder, ItemsMap, read_map
from diagnostics.definitions.dataset import Dataset
from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.intake.grid import Grid, Place, stripped
from diagnostics.intake.headings import find_heading_row, normal_name
from diagnostics.intake.tables import NO_ROWS, Origin, RawTable, read_cells, tidy
from diagnostics.intake.values import map_distinct

_DATE = re.compile(r"([0-9]{1,4})[./\- ]([0-9]{1,2})[./\- ]([0-9]{1,4})(?:[T ].*)?", re.ASCII)
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ].*)?", re.ASCII)
_NUMBER = re.compile(r"[-+]?[0-9][0-9., \u00a0\u202f]*", re.ASCII)
_GROUPS = {"comma": re.compile(r"[. \u00a0\u202f]"), "point": re.compile(r"[, \u00a0\u202f]")}


def read_mapped_table(path: Path, map_path: Path, dataset: Dataset, name: str) -> RawTable:
    """Read one file of a client as a data set. Never raises for a bad file or map: the problems are in what comes back.

    Args:
        path: the file.
        map_path: its map.
        dataset: what it is read as.
        name: what to call the file in messages; the map lies beside it.
    """
    map_name = "/".join([*Path(name).parts[:1], map_path.name]) if "/" in name else map_path.name
    try:
        data_map = read_map(map_path, dataset, map_name)
        grid = read_cells(path, name, tuple(normal_name(heading) for heading in data_map.sources()))
        return replace(tidy(mapped_grid(grid, data_map, dataset, name), dataset, name), origin=_origin(data_map))
    except BadInput as bad:
        return RawTable(dataset.id, name, NO_ROWS, problems=bad.problems)


def _origin(data_map: DataMap) -> Origin:
    headings = {name: column.source for name, column in data_map.columns.items() if column.source}
    if data_map.items is None:
        return Origin(headings)
    items = {item: heading for heading, item in data_map.items.columns.items()}
    return Origin(headings, data_map.items.item, data_map.items.value, items)


def mapped_grid(grid: Grid, data_map: DataMap, dataset: Dataset, name: str) -> Grid:
    """The same cells under the headings of the data set.

    Args:
        grid: the client's file.
        data_map: its map.
        dataset: what it is read as. Of its columns that the map leaves out, those that every file must have come out empty.
        name: what to call the file in messages.

    Returns:
        The data set's headings, then one row a filled row of the file, or, for a file with a column an item, one row a filled
        row and item. ``rows`` says from which row of the file each came.

    Raises:
        BadInput: the file has not every column that the map names, or has one of them twice.
    """
    cells = stripped(grid.cells)
    heading = find_heading_row(_as_lists(cells.iloc[:40]), [normal_name(each) for each in data_map.sources()])
    positions = _positions(cells.iloc[heading], data_map, Place(name, grid.sheet, int(grid.rows[heading])))
    body = cells.iloc[heading + 1 :].reset_index(drop=True)
    rows = grid.rows[heading + 1 :]
    filled = body.notna().any(axis=1).to_numpy()
    body, rows = body[filled].reset_index(drop=True), rows[filled]
    columns = {column: _mapped(each, body, positions) for column, each in data_map.columns.items()}
    table = pd.DataFrame(columns, index=body.index)
    if data_map.items:
        table, rows = _as_rows(table, body, rows, data_map.items, positions)
    missing = [column.name for column in dataset.columns if column.name not in table and not column.optional]
    table = table.assign(**{column: pd.Series(None, index=table.index, dtype="str") for column in missing})
    head = pd.DataFrame([list(table.columns)], columns=table.columns, dtype="str")
    whole = pd.concat([head, table], ignore_index=True).set_axis(range(table.shape[1]), axis=1)
    return replace(grid, cells=whole, rows=np.concatenate([[grid.rows[heading]], rows]))


def _as_lists(cells: pd.DataFrame) -> list[list[object]]:
    objects = cells.astype(object)
    return objects.where(objects.notna(), None).to_numpy().tolist()


def _positions(headings: pd.Series, data_map: DataMap, place: Place) -> dict[str, int]:
    """Heading that the map names → its place in the file: written the same way, or else the same but for case and blanks."""
    texts = ["" if pd.isna(text) else str(text) for text in headings]
    positions: dict[str, int] = {}
    problems: list[Problem] = []
    for wanted in data_map.sources():
        found = [at for at, text in enumerate(texts) if text == wanted.strip()]
        found = found or [at for at, text in enumerate(texts) if normal_name(text) == normal_name(wanted)]
        if len(found) == 1:
            positions[wanted] = found[0]
        elif found:
            problems.append(place.problem("duplicate-header", "Two columns have this heading. Rename one of them.", wanted))
        else:
            advice = "The map names this column, and the file does not have it. Correct the map, or make a new one for this file."
            problems.append(place.problem("map-column-missing", advice, wanted))
    if problems:
        raise BadInput(problems)
    return positions


def _mapped(column: ColumnMap, body: pd.DataFrame, positions: Mapping[str, int]) -> pd.Series:
    if column.source is None:
        return pd.Series(column.constant, index=body.index, dtype="str")
    texts = _translated(body.iloc[:, positions[column.source]], column.codes)
    if column.dates:
        texts = map_distinct(texts, _date_reader(column.dates))
    if column.decimal:
        decimal = column.decimal
        texts = map_distinct(texts, lambda text: _with_point(text, decimal))
    return texts.astype("str")


def _translated(texts: pd.Series, codes: Mapping[str, str]) -> pd.Series:
    if not codes:
        return texts
    known = {written.strip().casefold(): code for written, code in codes.items()}
    # Spreadsheets hand out the code 1 as 1.0 now and then.
    return map_distinct(texts, lambda text: known.get(text.casefold()) or known.get(text.casefold().removesuffix(".0")) or text)


def _date_reader(order: DateOrder) -> Callable[[str], str]:
    parts = order.split("-")

    def in_iso_form(text: str) -> str:
        match = None if _ISO.fullmatch(text) else _DATE.fullmatch(text)
        if match is None:
            return text
        found = dict(zip(parts, match.groups(), strict=True))
        if len(found["year"]) != 4:
            return text  # a year of two digits may be of either century: left for the check to refuse
        return f"{found['year']}-{found['month']:0>2}-{found['day']:0>2}"

    return in_iso_form


def _with_point(text: str, decimal: str) -> str:
    if not _NUMBER.fullmatch(text):
        return text
    return _GROUPS[decimal].sub("", text).replace(",", ".")


def _as_rows(
    table: pd.DataFrame, body: pd.DataFrame, rows: np.ndarray, items: ItemsMap, positions: Mapping[str, int]
) -> tuple[pd.DataFrame, np.ndarray]:
    """One row for each row and item: the rows in the order of the file, their items in the order of the map."""
    count, width = len(body), len(items.columns)
    places = np.repeat(np.arange(count), width)
    answers = [_translated(body.iloc[:, positions[heading]], items.codes) for heading in items.columns]
    by_item = pd.concat(answers, ignore_index=True) if answers else pd.Series(dtype="str")
    in_order = np.arange(count * width).reshape(width, count).T.ravel()
    ids: Sequence[str] = list(items.columns.values())
    long = table.take(places).reset_index(drop=True)
    item = pd.Series(pd.Categorical.from_codes(np.tile(np.arange(width), count), ids)).astype("str")
    long = long.assign(**{items.item: item, items.value: by_item.take(in_order).reset_index(drop=True)})
    return long, rows[places]

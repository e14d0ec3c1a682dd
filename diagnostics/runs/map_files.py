"""``hrm-review map``: from a client's file to a proposed map, and with a confirmed map to a data set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pandas as pd

from diagnostics.definitions.base import nearest
from diagnostics.definitions.data_map import read_map
from diagnostics.definitions.dataset import Dataset, load_datasets
from diagnostics.definitions.instrument import load_instrument
from diagnostics.definitions.problems import BadInput, Problem, WrongCall, refuse_errors
from diagnostics.definitions.standard_loading import load_standard
from diagnostics.intake.grid import Grid, stripped
from diagnostics.intake.headings import find_heading_row, normal_name
from diagnostics.intake.maps.map_files import map_text
from diagnostics.intake.maps.map_items import takes_items
from diagnostics.intake.maps.map_proposals import Proposals, propose
from diagnostics.intake.maps.mapped_tables import read_mapped_table
from diagnostics.intake.tables import RawTable, read_cells
from diagnostics.intake.written_files import moved_into_place, neutralised_table

FORMS = (".csv", ".xlsx", ".parquet")


def dataset_named(name: str) -> Dataset:
    """A data set that a mission may bring, by its id. Raises ``WrongCall`` with those that there are."""
    known = {dataset.id: dataset for dataset in load_datasets()}
    if name not in known:
        near = nearest(name, known)
        raise WrongCall(f"'{name}' is no data set. " + (f"Did you mean '{near}'? " if near else "") + f"There are: {', '.join(known)}.")
    return known[name]


def propose_map(path: Path, dataset: Dataset, out: Path, standard: str) -> Proposals:
    """Propose a map for a file and write it.

    Args:
        path: the client's file.
        dataset: what it is to be read as.
        out: where the map goes; nothing must be there.
        standard: whose items answers are about.

    Raises:
        WrongCall: ``out`` is there already, or is no YAML file's name; or the data set is one that the kit writes itself.
        BadInput: the file cannot be read, or nothing in it looks like the data set.
    """
    if dataset.direction == "output":
        raise WrongCall(f"'{dataset.id}' is written by the kit itself: hrm-review template {dataset.id} --out FILE")
    if out.suffix.lower() not in (".yaml", ".yml"):
        raise WrongCall(f"--out {out.name}: a map is a YAML file; end its name in .yaml.")
    if out.exists():
        raise WrongCall(f"{out} is there already and may hold somebody's corrections. Name another file, or delete it yourself.")
    items = items_of(dataset, standard)
    body = _body(read_cells(path, path.name, _known(dataset, items)), dataset, items)
    proposals = propose(body, dataset, items)
    if not proposals.columns and not proposals.items:
        advice = f"No column of the file looks like one of the data set '{dataset.id}'. Is it the right file, and the right data set?"
        raise BadInput([Problem(path.name, advice, "nothing-to-map")])
    with moved_into_place(out) as temporary:
        temporary.write_text(map_text(proposals, dataset, path.name), encoding="utf-8", newline="\n")
    return proposals


def use_map(path: Path, map_path: Path, out: Path) -> RawTable:
    """Read a file with its confirmed map and write the data set.

    Returns:
        What was written, with warnings about the file.

    Raises:
        WrongCall: another ending of ``out``, or the file itself.
        BadInput: the map is not confirmed or does not fit, or the file cannot be read; nothing is written.
    """
    if out.suffix.lower() not in FORMS:
        raise WrongCall(f"--out {out.name}: end the name in {', '.join(FORMS)}.")
    if out.exists() and any(out.samefile(each) for each in (path, map_path) if each.exists()):
        raise WrongCall("The data set would be written over its source. Name another file.")
    dataset = dataset_named(read_map(map_path, None).to)
    raw = read_mapped_table(path, map_path, dataset, path.name)
    refuse_errors(raw.problems)
    _write(neutralised_table(raw.table.drop(columns="row")), dataset, out)
    return raw


def _write(table: pd.DataFrame, dataset: Dataset, out: Path) -> None:
    with moved_into_place(out) as temporary:
        if out.suffix.lower() == ".parquet":
            table.to_parquet(temporary, index=False)
        elif out.suffix.lower() == ".csv":
            table.to_csv(temporary, index=False, lineterminator="\n")
        else:
            table.to_excel(temporary, index=False, sheet_name=dataset.id, engine="xlsxwriter")


def items_of(dataset: Dataset, standard: str) -> dict[str, str]:
    """Id → text of the items that a data set's answers may be about; empty for data sets without items."""
    reference = next((column.references for column in dataset.columns if takes_items(column.references)), None)
    if reference is None:
        return {}
    if reference.startswith("instrument."):
        return {item.id: item.text for item in load_instrument(reference.split(".")[1]).items}
    return {leaf.id: leaf.question or leaf.name or "" for leaf in load_standard(standard).leaves()}


def _known(dataset: Dataset, items: Mapping[str, str]) -> tuple[str, ...]:
    """Headings that decide between sheets and tell headings from a title."""
    names = [name for column in dataset.columns for name in (column.name, *column.synonyms)]
    return tuple(normal_name(name) for name in (*names, *items, *items.values()))


def _body(grid: Grid, dataset: Dataset, items: Mapping[str, str]) -> pd.DataFrame:
    cells = stripped(grid.cells)
    objects = cells.iloc[:40].astype(object)
    heading = find_heading_row(objects.where(objects.notna(), None).to_numpy().tolist(), _known(dataset, items))
    names = ["" if pd.isna(text) else str(text) for text in cells.iloc[heading]]
    body = cells.iloc[heading + 1 :].reset_index(drop=True).set_axis(names, axis=1)
    return body.loc[:, [bool(name) for name in names]].loc[:, lambda frame: ~frame.columns.duplicated()]


def told(proposals: Proposals, dataset: Dataset) -> Iterator[str]:
    """What was found, a line each, for the screen."""
    for each in proposals.columns:
        yield f"{each.column:<18} <- {each.source:<24} {each.certainty:>3}  {each.why}"
        if each.open_question:
            yield f"{'':<18}    look here: {each.open_question}"
    if proposals.items:
        items = proposals.items
        yield f"{items.item} and {items.value} <- {len(items.columns)} columns, one an item {items.certainty:>3}  {items.why}"
        if items.missing:
            yield f"{'':<18}    no column was found for {len(items.missing)} items: {', '.join(items.missing[:12])}"
    if proposals.unmapped:
        missed = [f"{name} (must be filled)" if dataset.column(name).required else name for name in proposals.unmapped]
        yield f"not found: {', '.join(missed)}"
    if proposals.unused:
        yield f"left out of the file: {', '.join(proposals.unused)}"

"""What the values of one mission may refer to: its standard, its instruments and its own data sets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from diagnostics.definitions.dataset import DataColumn, Dataset
from diagnostics.definitions.document_list import document_list_ids, load_document_list
from diagnostics.definitions.instrument import load_instrument
from diagnostics.definitions.scale import Scale
from diagnostics.definitions.standard import Standard
from diagnostics.intake.tables import RawTable
from diagnostics.intake.values import parse_several

SHOWN = 12  # values that a message lists; of more it says how many there are


@dataclass(frozen=True)
class Vocabulary:
    """What values may refer to.

    Attributes:
        as_of: the last day that a date may have.
        lists: reference → the values it allows. A reference to data that the mission does not bring is not in here.
        names: reference → what its values are, in words.
        secret: references whose values name persons, so that no message lists them.
        item_scales: item of the standard → id of its scale.
        scales: id → scale.
        brought: the data sets that the mission lists, readable or not.
    """

    as_of: date
    lists: Mapping[str, frozenset[str]]
    names: Mapping[str, str]
    secret: frozenset[str]
    item_scales: Mapping[str, str]
    scales: Mapping[str, Scale]
    brought: frozenset[str]

    def allowed(self, reference: str) -> str:
        """What a reference allows, as a message says it."""
        values = sorted(self.lists[reference])
        if reference in self.secret or not 0 < len(values) <= SHOWN:
            return f"one of the {len(values)} {self.names[reference]}"
        return ", ".join(values)


def vocabulary_of(standard: Standard, as_of: date, raw: Mapping[str, RawTable], datasets: Mapping[str, Dataset]) -> Vocabulary:
    """Collect what the columns of the data sets that were read may refer to.

    Args:
        standard: the mission's standard; what is out of scope may be answered too.
        as_of: the mission's day.
        raw: the data sets that were read, by id.
        datasets: their definitions, by id.
    """
    secret = frozenset(f"{dataset.id}.{column.name}" for dataset in datasets.values() for column in dataset.columns if column.personal)
    lists = {"standard.criteria": criterion_ids(standard), "standard.items": item_ids(standard)}
    names = {"standard.criteria": f"criteria of the standard {standard.id}", "standard.items": f"items of the standard {standard.id}"}
    if standard.id in document_list_ids():
        listed = load_document_list(standard.id).documents
        lists["standard.documents"] = frozenset(document.type for document in listed)
        names["standard.documents"] = f"codes of the list of reference documents for {standard.id}"
    for dataset in datasets.values():
        for column in dataset.columns:
            reference = column.references
            if reference is None or reference in lists:
                continue
            if reference.startswith("instrument."):
                instrument = load_instrument(reference.split(".")[1])
                lists[reference], names[reference] = frozenset(instrument.item_ids()), f"items of the instrument '{instrument.title}'"
                continue
            other, _, name = reference.partition(".")
            if other in raw and name in raw[other].table:
                lists[reference] = _values_in(raw[other], datasets[other].column(name), column)
                names[reference] = f"values of '{name}' in {raw[other].file}"
    item_scales = {leaf.id: leaf.scale or "" for leaf in standard.leaves()}
    return Vocabulary(as_of, lists, names, secret, item_scales, standard.scales, frozenset(raw))


def _values_in(raw: RawTable, source: DataColumn, column: DataColumn) -> frozenset[str]:
    table = raw.table
    condition = column.except_where
    if condition is not None and condition.column in table:
        table = table[table[condition.column] != condition.equals]
    values = table[source.name].dropna().unique()
    return frozenset(values) if not source.several else frozenset(part for value in values for part in parse_several(value))


def item_ids(standard: Standard) -> frozenset[str]:
    """The items that may be answered, those out of scope too."""
    return frozenset(leaf.id for leaf in standard.leaves()) | frozenset(standard.out_of_scope)


def criterion_ids(standard: Standard) -> frozenset[str]:
    """The criteria that may be answered, those out of scope too."""
    endings = tuple(f".{gate.id}" for gate in standard.gates)
    left_out = {item.rpartition(".")[0] for item in standard.out_of_scope if item.endswith(endings)} if endings else set()
    return frozenset(node.id for node in standard.criteria()) | left_out

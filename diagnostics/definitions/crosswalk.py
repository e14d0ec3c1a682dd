"""A cross-walk: which item of one version of a standard became which item of another, and whether the two still compare.

.. code-block:: yaml

    crosswalk: wco-hrm
    from: "1.0"
    to: "2.0"
    items:
      - {from: P4-1, to: P4-1, change: same}
      - {from: P4-2, to: P5-1, change: moved, note: "belongs to competencies"}
      - {from: P4-3, to: P4-2, change: reworded, comparable: true, note: "plainer words, same question"}
      - {from: P4-4, to: P4-3, change: split}
      - {from: P4-4, to: P4-4, change: split}
    new: [P9-7]
    dropped: [P6-2]

An id may be an item's or any other node's. A node with gates brings them along: P4-2 → P5-1 also says P4-2.effect → P5-1.effect.
What the cross-walk does not name keeps its id, where both versions have it. A cross-walk that lies in ``crosswalks/`` of the standard's
folder under the name ``<from>-<to>.yaml`` is found by itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from pydantic import Field

from diagnostics.definitions.base import Definition, Text, as_definition, definition_problems, nearest
from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.definitions.scale_checks import Faults
from diagnostics.definitions.standard import Standard
from diagnostics.definitions.yaml_reader import YamlDocument, parse_yaml, read_yaml

Change = Literal["same", "reworded", "moved", "split", "merged"]
FOLDER_NAME = "crosswalks"
_BACKWARDS: dict[Change, Change] = {"split": "merged", "merged": "split"}


class CrosswalkItem(Definition):
    """What one item became.

    Attributes:
        from_id, to_id: the item in the earlier and in the later version; ``from`` and ``to`` in the file.
        change: what happened. An item that was split stands on several lines with one ``from``, a merged one with one ``to``.
        comparable: whether a reworded item still asks for the same thing.
        note: why, in words that a report may print.
    """

    from_id: Text = Field(alias="from")
    to_id: Text = Field(alias="to")
    change: Change
    comparable: bool = False
    note: Text | None = None

    @property
    def is_shared(self) -> bool:
        """Whether answers to the one may be compared with answers to the other."""
        return self.change in ("same", "moved") or (self.change == "reworded" and self.comparable)


class Crosswalk(Definition):
    """The way from one version of a standard to another. ``from_version`` and ``to_version`` are ``from`` and ``to`` in the file."""

    crosswalk: Text
    from_version: Text = Field(alias="from")
    to_version: Text = Field(alias="to")
    items: tuple[CrosswalkItem, ...] = ()
    new: tuple[Text, ...] = ()
    dropped: tuple[Text, ...] = ()
    note: Text | None = None

    def backwards(self) -> Crosswalk:
        """The way from the later version to the earlier one."""
        items = tuple(
            item.model_copy(update={"from_id": item.to_id, "to_id": item.from_id, "change": _BACKWARDS.get(item.change, item.change)})
            for item in self.items
        )
        turned = {"from_version": self.to_version, "to_version": self.from_version, "new": self.dropped, "dropped": self.new}
        return self.model_copy(update={"items": items, **turned})

    def between(self, version_a: str, version_b: str) -> Crosswalk | None:
        """The cross-walk read from version A to version B; None where it is between other versions."""
        if (self.from_version, self.to_version) == (version_a, version_b):
            return self
        return self.backwards() if (self.to_version, self.from_version) == (version_a, version_b) else None


def find_crosswalk(earlier: Standard, later: Standard, folders: Iterable[Path]) -> Path | None:
    """The cross-walk between two versions of one standard, by the name of its file; it may lie there in the other direction.

    Args:
        earlier, later: the two standards.
        folders: where standards lie; each may have a folder ``crosswalks``. The first that has a fitting file counts.

    Returns:
        The file's path; None for one version, for two different standards, and where there is no such file.
    """
    if earlier.id != later.id or earlier.version == later.version:
        return None
    names = (f"{earlier.version}-{later.version}.yaml", f"{later.version}-{earlier.version}.yaml")
    # Names are compared with those that are there: a version such as "../1" never becomes a path.
    held = ((name, path) for folder in folders for name in names for path in (folder / FOLDER_NAME).glob("*.yaml"))
    return next((path for name, path in held if path.name == name), None)


def load_crosswalk(path: Path, earlier: Standard | None = None, later: Standard | None = None) -> Crosswalk:
    """Read a cross-walk, which may also be read backwards: ``earlier`` and ``later`` may change places.

    Args:
        path: its YAML file.
        earlier, later: the two versions, where they are at hand: then every id must exist.

    Raises:
        BadInput: with every fault and its line.
    """
    document = read_yaml(path)
    if earlier and later and isinstance(document.data, dict) and _written(document.data.get("from")) == later.version != earlier.version:
        earlier, later = later, earlier
    return _crosswalk(document, earlier, later)


def parse_crosswalk(text: str, name: str = "crosswalk.yaml", earlier: Standard | None = None, later: Standard | None = None) -> Crosswalk:
    """Read a cross-walk from the text of its YAML file. Raises as ``load_crosswalk``."""
    return _crosswalk(parse_yaml(text, name), earlier, later)


def _crosswalk(document: YamlDocument, earlier: Standard | None, later: Standard | None) -> Crosswalk:
    problems = crosswalk_problems(document, earlier, later)
    if problems:
        raise BadInput(problems)
    return as_definition(Crosswalk, document)


def crosswalk_problems(document: YamlDocument, earlier: Standard | None = None, later: Standard | None = None) -> list[Problem]:
    """Every fault of a cross-walk, in the order of its lines."""
    faults = Faults(document)
    if isinstance(document.data, dict):
        rows = _rows(document.data)
        _check_once("from", "split", "dropped", rows, document.data, faults)
        _check_once("to", "merged", "new", rows, document.data, faults)
        _check_comparable(rows, faults)
        for side, key, standard in (("from", "dropped", earlier), ("to", "new", later)):
            if standard is not None:
                _check_standard(side, standard, document.data, faults)
                _check_known(side, key, standard, rows, document.data, faults)
    form = definition_problems(Crosswalk, document)
    return sorted([*form, *faults.problems], key=lambda problem: problem.row or 0)


def _rows(data: dict) -> list[tuple[int, dict]]:
    items = data.get("items")
    return [(place, row) for place, row in enumerate(items if isinstance(items, list) else []) if isinstance(row, dict)]


def _listed(data: dict, key: str) -> list[tuple[int, str]]:
    ids = data.get(key)
    return [(place, _written(one)) for place, one in enumerate(ids if isinstance(ids, list) else [])]


def _written(value: object) -> str:
    return str(getattr(value, "written", value))


def _check_once(side: str, repeatable: str, list_key: str, rows: list[tuple[int, dict]], data: dict, faults: Faults) -> None:
    """No id stands twice on one side, but for what was split or merged."""
    first: dict[str, tuple] = {}
    for place, row in rows:
        if row.get(side) is None:
            continue
        one, where = _written(row[side]), ("items", place, side)
        other = first.get(one)
        if other is not None and not (row.get("change") == repeatable == _change_at(rows, other)):
            advice = (
                f"This id stands on line {faults.line_of(other)} already. Only an item that was {repeatable} may stand on several lines."
            )
            faults.add(where, "duplicate-id", advice, found=one)
        first.setdefault(one, where)
    for place, one in _listed(data, list_key):
        where = (list_key, place)
        if one in first:
            advice = f"This id stands on line {faults.line_of(first[one])} already. It cannot be '{list_key}' too: keep one of the two."
            faults.add(where, "duplicate-id", advice, found=one)
        first.setdefault(one, where)


def _change_at(rows: list[tuple[int, dict]], where: tuple) -> object:
    """The change that the line at a place names."""
    return next((row.get("change") for place, row in rows if place == where[1]), None)


def _check_comparable(rows: list[tuple[int, dict]], faults: Faults) -> None:
    for place, row in rows:
        if "comparable" in row and row.get("change") != "reworded":
            advice = "Only a reworded item needs this key. Remove it: same and moved items compare, split and merged ones do not."
            faults.add(("items", place, "comparable"), "comparable-unused", advice)


def _check_standard(side: str, standard: Standard, data: dict, faults: Faults) -> None:
    """The cross-walk is about these two versions of this standard."""
    for key, wanted in (("crosswalk", standard.id), (side, standard.version)):
        found = data.get(key)
        if found is not None and _written(found) != wanted:
            what = "standard" if key == "crosswalk" else "version"
            advice = f"The {what} compared is '{wanted}'. Take the cross-walk that belongs to it."
            faults.add((key,), f"other-{what}", advice, found=_written(found))


def _check_known(side: str, list_key: str, standard: Standard, rows: list[tuple[int, dict]], data: dict, faults: Faults) -> None:
    known = {placed.node.id for placed in standard.nodes()} | set(standard.out_of_scope)
    named = [(("items", place, side), _written(row[side])) for place, row in rows if row.get(side) is not None]
    named += [((list_key, place), one) for place, one in _listed(data, list_key)]
    for where, one in named:
        if one not in known:
            near = nearest(one, known)
            advice = f"Version {standard.version} of '{standard.id}' has no node of this id."
            faults.add(where, "unknown-node", f"{advice} Did you mean '{near}'?" if near else advice, found=one)


__all__ = ["Change", "Crosswalk", "CrosswalkItem", "crosswalk_problems", "find_crosswalk", "load_crosswalk", "parse_crosswalk"]

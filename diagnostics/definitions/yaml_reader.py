"""YAML as its author meant it: no guessed types, no duplicate keys, and every value knows its line.

Only what YAML 1.2's core schema calls a number, ``true``, ``false`` or ``null`` is converted. ``No``, ``on``, dates,
times and numbers with a leading zero stay the text that stands in the file. A number remembers how it was written
(``0.50``, ``+5``) where that differs from how Python writes it, so that a code can be taken as it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from diagnostics.definitions.problems import BadInput, Problem

Place = tuple[str | int, ...]
"""The way to a value: keys and list positions from the top of the document."""

MAX_BYTES = 5_000_000  # no definition of ours comes near; a larger file is a mistake or an attack
MAX_VALUES = 1_000_000  # aliases can make a short text stand for billions of values
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)$")
_FLOAT = re.compile(r"[-+]?(0|[1-9][0-9]*)?(\.[0-9]+)?([eE][-+]?[0-9]+)?$")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


class WrittenInt(int):
    """A whole number that stands in the file in another form than Python's (``+5``)."""

    written: str


class WrittenFloat(float):
    """A number that stands in the file in another form than Python's (``0.50``, ``1e3``)."""

    written: str


@dataclass(frozen=True)
class YamlDocument:
    """The data of one YAML file and the line on which each value starts.

    ``files`` names the file of those parts that were taken in from another one.
    """

    file: str
    data: Any
    lines: dict[Place, int] = field(repr=False)
    files: dict[Place, str] = field(default_factory=dict, repr=False)

    def line_of(self, place: Place) -> int:
        """The line of a value; of its nearest parent where the value itself is missing."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def file_of(self, place: Place) -> str:
        """The name of the file that a value stands in."""
        while place and place not in self.files:
            place = place[:-1]
        return self.files.get(place, self.file)


def read_yaml(path: Path, name: str | None = None) -> YamlDocument:
    """Read one YAML file.

    Args:
        path: the file.
        name: what to call it in messages; its file name by default.

    Raises:
        BadInput: not there, too large, not UTF-8, not YAML, or with keys written twice (each named with its line).
    """
    name = name or path.name
    if not path.is_file():
        raise BadInput([Problem(name, "The file is not there. Put it in place, or correct the path.", "missing-file")])
    if path.stat().st_size > MAX_BYTES:
        raise BadInput([Problem(name, f"The file is larger than {MAX_BYTES:,} bytes. Check that it is the right one.", "file-too-large")])
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput([Problem(name, "The file is not UTF-8 text. Save it again with the encoding UTF-8.", "not-utf-8")]) from None
    return parse_yaml(text, name)


def parse_yaml(text: str, name: str) -> YamlDocument:
    """Read YAML from a text; ``name`` stands for it in messages. Raises as ``read_yaml``."""
    reader = _Reader(name)
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        data = None if root is None else reader.value(root, ())
    except yaml.YAMLError as error:
        raise BadInput([_syntax_problem(error, name)]) from None
    except (RecursionError, _TooMuch):
        advice = "The file is nested too deeply or repeats itself through aliases too often. Write it flatter, without aliases."
        raise BadInput([Problem(name, advice, "yaml-too-large")]) from None
    if reader.problems:
        raise BadInput(reader.problems)
    return YamlDocument(name, data, reader.lines)


def number_cut_at_comma(mapping: Any, key: str) -> str | None:
    """The number that was probably meant where ``{value: 3,5}`` is read as the value 3 and a key 5 without a value."""
    if not isinstance(mapping, dict) or not re.fullmatch("[0-9]+", key) or mapping.get(key, "") is not None:
        return None
    keys = list(mapping)
    before = mapping[keys[keys.index(key) - 1]] if keys[0] != key else None
    is_whole = isinstance(before, int) and not isinstance(before, bool)
    return f"{getattr(before, 'written', before)}.{key}" if is_whole else None


def _syntax_problem(error: yaml.YAMLError, name: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or "it cannot be parsed"
    row = mark.line + 1 if mark else None
    return Problem(name, f"This is not valid YAML: {what}. Check the indentation, quotes and colons around this line.", "not-yaml", row=row)


class _TooMuch(Exception):
    """The document stands for more values than any definition has."""


class _Reader:
    """Turns YAML nodes into plain data, noting lines and repeated keys on the way."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self.lines: dict[Place, int] = {}
        self._open: list[yaml.Node] = []
        self._values = 0

    def value(self, node: yaml.Node, place: Place) -> Any:
        self._values += 1
        if self._values > MAX_VALUES:
            raise _TooMuch
        self.lines[place] = node.start_mark.line + 1
        if isinstance(node, yaml.ScalarNode):
            return _scalar(node)
        if any(node is parent for parent in self._open):
            self._report(node, "an alias to its own parent", "Write the values out instead of referring to the parent.", "yaml-cycle")
            return None
        self._open.append(node)
        try:
            if isinstance(node, yaml.SequenceNode):
                return [self.value(child, (*place, index)) for index, child in enumerate(node.value)]
            return self._mapping(node, place)
        finally:
            self._open.pop()

    def _mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(getattr(key_node, "value", ""))
            if not isinstance(key_node, yaml.ScalarNode):
                self._report(key_node, "a key that is a list or a mapping", "Write a plain text as the key.", "yaml-key")
            elif key in data:
                first = self.lines[(*place, key)]
                advice = f"This key stands on line {first} already. Keep one of the two."
                cut = number_cut_at_comma({"": next(reversed(data.values())), key: None}, key) if _is_empty(value_node) else None
                advice = f"A comma ends the value here: write a decimal point, {cut}." if cut else advice
                self._report(key_node, key, advice, "duplicate-key", column=key)
            else:
                data[key] = self.value(value_node, (*place, key))
        return data

    def _report(self, node: yaml.Node, found: str, advice: str, kind: str, column: str | None = None) -> None:
        row = node.start_mark.line + 1
        self.problems.append(Problem(self.name, advice, kind, row=row, column=column, found=None if column else found))


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.style is None and node.value == ""


def _scalar(node: yaml.ScalarNode) -> str | int | float | bool | None:
    text = node.value
    if node.style is not None:  # quoted or a block: a text because its author said so
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.match(text):
        return _as_written(int(text), text)
    is_float = _FLOAT.match(text) and any(digit in text for digit in "0123456789")
    return _as_written(float(text), text) if is_float else text


def _as_written(number: int | float, text: str) -> int | float:
    if str(number) == text:
        return number
    kept = WrittenInt(number) if isinstance(number, int) else WrittenFloat(number)
    kept.written = text
    return kept

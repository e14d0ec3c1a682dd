"""One process of a bundled standard: its criteria, each tested by the standard's gates."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any, Self

from pydantic import Field, model_validator

from diagnostics.definitions.base import Definition, Number, Text, definition_problems
from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.definitions.standard import CRITERION_LEVELS, Source
from diagnostics.definitions.yaml_reader import Place, YamlDocument, read_yaml

COVERAGE = "coverage"


class Criterion(Definition):
    """One criterion of a process, as its process file gives it."""

    id: Text
    name: Text
    question: Text
    why: Text
    evidence: tuple[Text, ...] = Field(min_length=1)
    descriptors: tuple[Text, ...] = Field(min_length=CRITERION_LEVELS, max_length=CRITERION_LEVELS)
    weight: Number = Field(default=1.0, ge=0)
    weight_reason: Text
    coverage_of: Text | None = None
    coverage_reason: Text | None = None
    requires: tuple[Text, ...] = ()
    source: Source

    @model_validator(mode="after")
    def _coverage_or_reason(self) -> Self:
        if self.coverage_of is None and self.coverage_reason is None:
            raise ValueError("Say what coverage counts under 'coverage_of', or why it cannot apply under 'coverage_reason'")
        return self


class ProcessFile(Definition):
    """One process with its criteria."""

    id: Text
    name: Text
    scope: Text
    source: Source
    effective_from: datetime.date | None = None
    criteria: tuple[Criterion, ...] = Field(min_length=1)


def take_in_processes(document: YamlDocument, folder: Path) -> tuple[YamlDocument, list[Problem]]:
    """Put the processes that a standard's nodes name by ``file`` in their places.

    Returns:
        The document with every such node written out, each part knowing its file and line; and what is wrong with the files.
    """
    taken = _Taken(document, folder)
    if not isinstance(document.data, dict) or "nodes" not in document.data:
        return document, []
    data = dict(document.data)
    data["nodes"] = taken.nodes(data["nodes"], ("nodes",))
    return YamlDocument(document.file, data, taken.lines, taken.files), taken.problems


class _Taken:
    """The lines and files of a document while processes are taken into it."""

    def __init__(self, document: YamlDocument, folder: Path) -> None:
        self.document = document
        self.folder = folder
        self.lines = dict(document.lines)
        self.files = dict(document.files)
        self.problems: list[Problem] = []
        gates = document.data.get("gates") if isinstance(document.data, dict) else None
        self.gates = [gate for gate in gates or [] if isinstance(gate, dict)] if isinstance(gates, list) else []

    def nodes(self, raw: Any, place: Place) -> Any:
        if not isinstance(raw, list):
            return raw
        return [self.node(item, (*place, index)) for index, item in enumerate(raw)]

    def node(self, raw: Any, place: Place) -> Any:
        if not isinstance(raw, dict):
            return raw
        if "file" in raw and "children" not in raw:
            return self.process(raw, place)
        return raw | {"children": self.nodes(raw["children"], (*place, "children"))} if "children" in raw else raw

    def process(self, raw: dict[str, Any], place: Place) -> dict[str, Any]:
        """A node written out from its process file; as it was where the file is at fault."""
        source = self.read(raw, place)
        if source is None:
            return raw
        process = source.data
        for line_of, line in source.lines.items():
            if line_of[:1] == ("criteria",):
                self.lines[*place, "children", *line_of[1:]] = line
        self.files[*place, "children"] = source.file
        kept = {key: process[key] for key in ("name", "scope", "source")}
        children = [self.criterion(criterion) for criterion in process["criteria"]]
        return kept | raw | {"aggregate": "mean", "children": children}

    def criterion(self, raw: dict[str, Any]) -> dict[str, Any]:
        """A criterion as the lowest of its gates; coverage is no gate where it cannot apply."""
        gates = [gate for gate in self.gates if gate.get("id") != COVERAGE or raw.get("coverage_of") is not None]
        written = str(getattr(raw["id"], "written", raw["id"]))
        return raw | {"aggregate": "minimum", "children": [gate | {"id": f"{written}.{gate.get('id')}"} for gate in gates]}

    def read(self, raw: dict[str, Any], place: Place) -> YamlDocument | None:
        name = str(raw["file"])
        row = self.document.line_of((*place, "file"))
        if Path(name).name != name:
            advice = "A process file lies beside the standard. Write its file name only."
            self.problems.append(Problem(self.document.file, advice, "file-elsewhere", row=row, column="file", found=name))
            return None
        try:
            source = read_yaml(self.folder / name, name)
        except BadInput as error:
            self.problems += error.problems
            return None
        problems = definition_problems(ProcessFile, source)
        if not problems and str(source.data["id"]) != str(raw.get("id")):
            advice = f"The standard names this process '{raw.get('id')}'. Give both the same id."
            problems = [Problem(name, advice, "process-id", row=source.line_of(("id",)), column="id", found=str(source.data["id"]))]
        self.problems += problems
        return None if problems else source

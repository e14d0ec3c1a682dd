"""The list of HR reference documents: what must exist, and what its absence means."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from diagnostics.definitions.base import KNOWLEDGE, Definition, Text, read_definition, repeated
from diagnostics.definitions.standard import Source

FOLDER = KNOWLEDGE / "instruments" / "documents"


class ReferenceDocument(Definition):
    """One kind of document."""

    type: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    """Its code in the data set ``reference_documents``."""
    title: Text
    process: str = Field(pattern=r"^P([1-9]|1[0-2])$")
    criteria: tuple[str, ...] = Field(min_length=1)
    """Criteria that it is evidence for."""
    basic: bool
    """True: its absence is a finding of its own."""
    must_hold: Text
    """What has to stand in it to count."""
    absence: Text
    """What its absence means, as the report says it."""


class DocumentList(Definition):
    """The list for one standard (``questionnaires/instruments/documents/<standard>.yaml``)."""

    standard: str
    version: Text
    title: Text
    source: Source
    introduction: Text
    documents: tuple[ReferenceDocument, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _once(self) -> Self:
        if twice := repeated(document.type for document in self.documents):
            raise ValueError(f"these documents stand twice: {', '.join(twice)}")
        return self


@cache
def load_document_list(standard_id: str, folder: Path = FOLDER) -> DocumentList:
    """The list of one standard. Raises ``BadInput`` with every fault and its line."""
    return read_definition(DocumentList, folder / f"{standard_id}.yaml", f"instruments/documents/{standard_id}.yaml")


def document_list_ids(folder: Path = FOLDER) -> tuple[str, ...]:
    """The standards that a list is bundled for."""
    return tuple(sorted(path.stem for path in folder.glob("*.yaml")))

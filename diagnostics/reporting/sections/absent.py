"""The basic documents that are not there: each of them is a finding of its own."""

from __future__ import annotations

from diagnostics.definitions.document_list import ReferenceDocument
from diagnostics.reporting.blocks import Blocks, Column, Heading, Paragraph, Table, cell, section
from diagnostics.reporting.material import Material

MISSING = "missing"


def absent_basics(material: Material) -> tuple[ReferenceDocument, ...]:
    """The basic documents of the list, in scope, that nobody named or that were named as missing.

    Empty too where no document says which line of the list it answers: then it cannot be told.
    """
    if material.document_list is None or not told_by_line(material):
        return ()
    there = set(material.documents.loc[material.documents["status"] != MISSING, "listed_as"].dropna())
    in_scope = {process.id for process in material.processes}
    return tuple(one for one in material.document_list.documents if one.basic and one.process in in_scope and one.type not in there)


def told_by_line(material: Material) -> bool:
    """Whether any document says which line of the list it answers."""
    return "listed_as" in material.documents and bool(material.documents["listed_as"].notna().any())


def basics(material: Material) -> Blocks:
    """Annex: the basic documents that are missing, with what the absence of each means."""
    say = material.say
    if material.document_list is None or material.documents.empty:
        return section()
    head = Heading(say("basics-heading"), 2, "basic-documents")
    if not told_by_line(material):
        return section(head, Paragraph(say("basics-untold")))
    absent = absent_basics(material)
    if not absent:
        return section(head, Paragraph(say("basics-none")))
    columns = (
        Column(say("documents-document"), width=3.2),
        Column(say("column-process"), width=0.9),
        Column(say("basics-on-list"), width=1.7),
        Column(say("basics-absence"), width=5.2),
    )
    marked = set(material.documents["listed_as"].dropna())
    rows = []
    for one in absent:
        listed = say("basics-marked") if one.type in marked else say("basics-unnamed")
        rows.append(tuple(cell(text) for text in (say.content(one.title), one.process, listed, say.content(one.absence))))
    return section(head, Table(say("basics-caption"), columns, tuple(rows), say("basics-note"), compact=True))

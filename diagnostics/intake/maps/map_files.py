"""A proposed map as a small YAML file for a person to read, correct and confirm."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from diagnostics.definitions.dataset import Dataset
from diagnostics.intake.maps.map_proposals import Proposal, Proposals

PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 _./&()'-]*")
TAKEN_FOR_OTHER = {"yes", "no", "true", "false", "on", "off", "null", "y", "n"}
NOTE_AT = 60  # column at which notes begin


def map_text(proposals: Proposals, dataset: Dataset, file: str) -> str:
    """The text of the map's file.

    Args:
        proposals: what was found.
        dataset: what the file is to be read as.
        file: its name, for the remark on top.
    """
    return "\n".join(_lines(proposals, dataset, file)) + "\n"


def _lines(proposals: Proposals, dataset: Dataset, file: str) -> Iterator[str]:
    yield f"# Which columns of {_one_line(file)} are which of the data set '{dataset.id}'. Proposed by: hrm-review map"
    yield "# Look at every line and correct it. The numbers say how alike two columns are, from 0 to 100 (ours); they prove nothing."
    yield "# Then write true in the next line. Until then the map is refused."
    yield "confirmed: false"
    yield f"to: {dataset.id}"
    if proposals.columns:
        yield "columns:"
    for proposal in proposals.columns:
        yield from _column(proposal)
    for name in proposals.unmapped:
        description = dataset.column(name).description
        yield f"  # {name}: nothing found.{' It must be filled:' if dataset.column(name).required else ''} {description}"
    if proposals.unmapped:
        yield '  # Write <column>: {from: "<heading>"}, or <column>: {constant: "<value>"} where every row has the same.'
    if proposals.items:
        items = proposals.items
        yield f"items:  # {items.certainty}, {items.why}: each of these columns becomes rows"
        yield f"  item: {items.item}"
        yield f"  value: {items.value}"
        yield "  columns:"
        yield from (f"    {_quoted(heading)}: {_quoted(item)}" for heading, item in items.columns.items())
        if items.missing:
            yield f"  # no column was found for: {', '.join(items.missing)}"
    if proposals.unused:
        yield "unused:  # columns of the file that no line above uses"
        yield from (f"  - {_quoted(heading)}" for heading in proposals.unused)


def _column(proposal: Proposal) -> Iterator[str]:
    parts = [f"from: {_quoted(proposal.source)}"]
    if proposal.codes:
        parts.append(f"codes: {_flow(proposal.codes)}")
    if proposal.dates:
        parts.append(f"dates: {proposal.dates}")
    if proposal.decimal:
        parts.append(f"decimal: {proposal.decimal}")
    line = f"  {proposal.column}: {{{', '.join(parts)}}}"
    yield f"{line:<{NOTE_AT}}  # {proposal.certainty}, {proposal.why}"
    if proposal.open_question:
        yield f"    # look here: {proposal.open_question}"


def _flow(codes: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{_quoted(written)}: {_quoted(code)}" for written, code in codes.items()) + "}"


def _quoted(text: str) -> str:
    """A text as YAML takes it, within braces too."""
    plain = PLAIN.fullmatch(text) and text.casefold() not in TAKEN_FOR_OTHER and not text.endswith(" ")
    return text if plain else json.dumps(text, ensure_ascii=False)


def _one_line(text: str) -> str:
    return re.sub(r"[\x00-\x1f\x7f\x85\u2028\u2029]+", " ", text)

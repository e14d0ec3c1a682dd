"""Annex: fingerprints of the inputs, versions and settings: enough to make the same report again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from diagnostics.reporting.blocks import Blocks, Column, DefinitionList, Heading, Paragraph, Table, anchor, cell, section
from diagnostics.reporting.material import Material

_MACHINE_PATH = re.compile(r"^(?:[A-Za-z]:)?[\\/]|^\\\\|^~")


def provenance(material: Material) -> Blocks:
    """Fingerprints of the inputs, versions and parameters."""
    say, mission, standard = material.say, material.mission, material.standard
    inputs = material.provenance.get("inputs", {})
    columns = (Column(say("provenance-input"), width=2.2), Column("SHA-256", width=5))
    rows = tuple((cell(_shown(name)), cell(str(digest))) for name, digest in sorted(inputs.items())) if isinstance(inputs, Mapping) else ()
    titles = {
        "parameters": say("provenance-parameters"),
        "settings": say("provenance-settings"),
        "standard": say("provenance-standard"),
        "versions": say("provenance-versions"),
    }
    parts = [
        section(Heading(titles.get(key, key.capitalize()), 2, anchor("provenance", key)), DefinitionList(tuple(_flat(data))))
        for key, data in sorted(material.provenance.items())
        if key != "inputs" and data
    ]
    intro = say("provenance-intro", standard=standard.id, version=standard.version, mission=mission.mission, wave=mission.wave)
    return section(
        Heading(say("provenance-heading"), 1, "provenance", annex=True),
        Paragraph(intro),
        Table(say("provenance-caption"), columns, rows, compact=True) if rows else Paragraph(say("provenance-no-inputs")),
        *parts,
    )


def _flat(data: Any, prefix: str = "") -> list[tuple[str, str]]:
    if isinstance(data, Mapping):
        return [pair for key in sorted(data, key=str) for pair in _flat(data[key], f"{prefix}.{key}" if prefix else str(key))]
    shown = ", ".join(_shown(one) for one in data) if isinstance(data, list | tuple) else _shown(data)
    return [(prefix, shown)] if shown not in ("", "None") else []


def _shown(value: Any) -> str:
    """A value without the path of the machine that it was made on."""
    text = str(value)
    return re.split(r"[\\/]", text.rstrip("\\/"))[-1] if _MACHINE_PATH.match(text) else text

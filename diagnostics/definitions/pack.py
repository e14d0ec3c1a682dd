"""Packs: several questionnaires that go out together, with what to do about them in which order."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import Field, PositiveInt

from diagnostics.definitions.base import KNOWLEDGE, Definition, Text, read_definition
from diagnostics.definitions.standard import Source

FOLDER = KNOWLEDGE / "instruments" / "packs"


class PackStep(Definition):
    """One thing to do."""

    what: Text
    who: Text
    minutes: PositiveInt
    """Of all who take part, added up."""


class Pack(Definition):
    """What an administration receives at once (``questionnaires/instruments/packs/<id>.yaml``)."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    version: Text
    title: Text
    source: Source
    introduction: Text
    steps: tuple[PackStep, ...] = Field(min_length=1)
    contents: tuple[str, ...] = Field(min_length=1)
    """Ids of the questionnaires that belong to it."""


@cache
def load_pack(pack_id: str, folder: Path = FOLDER) -> Pack:
    """Read one bundled pack. Raises ``BadInput`` with every fault and its line."""
    return read_definition(Pack, folder / f"{pack_id}.yaml", f"instruments/packs/{pack_id}.yaml")


def pack_ids(folder: Path = FOLDER) -> tuple[str, ...]:
    """The bundled packs."""
    return tuple(sorted(path.stem for path in folder.glob("*.yaml")))

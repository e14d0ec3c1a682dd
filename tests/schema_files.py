"""Writes ``questionnaires/schemas/*.schema.json`` from the models, so that an editor checks YAML while it is typed."""

from __future__ import annotations

import json
from pathlib import Path

from diagnostics.definitions.base import KNOWLEDGE, Definition
from diagnostics.definitions.dataset import Dataset
from diagnostics.definitions.instrument import Instrument
from diagnostics.definitions.mission import Mission
from diagnostics.definitions.process_file import ProcessFile
from diagnostics.definitions.remedy import ProcessRemedies, Roles
from diagnostics.definitions.standard import Standard

SCHEMAS = KNOWLEDGE / "schemas"
# File → its model, and which files it is for, as patterns below the project's root.
MODELS: dict[str, tuple[type[Definition], tuple[str, ...]]] = {
    "standard": (Standard, ("questionnaires/standards/*/standard.yaml",)),
    "process": (ProcessFile, ("questionnaires/standards/*/P*.yaml",)),
    "remedies": (ProcessRemedies, ("questionnaires/remedies/*/*.yaml",)),
    "roles": (Roles, ("questionnaires/remedies/roles.yaml",)),
    "dataset": (Dataset, ("questionnaires/datasets/*.yaml",)),
    "instrument": (Instrument, ("questionnaires/instruments/*.yaml",)),
    "mission": (Mission, ("missions/example/mission.yaml", "missions/serbia-2021-public/mission.yaml")),
}


def schema_text(model: type[Definition]) -> str:
    """The JSON Schema of a model, as it stands in its file."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema(by_alias=True)}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def schema_path(name: str) -> Path:
    return SCHEMAS / f"{name}.schema.json"


if __name__ == "__main__":
    SCHEMAS.mkdir(exist_ok=True)
    for name, (model, _) in MODELS.items():
        schema_path(name).write_text(schema_text(model), encoding="utf-8", newline="\n")

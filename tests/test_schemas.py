"""The JSON Schemas are those of the models, and what the project carries fits them."""

from __future__ import annotations

import json

import jsonschema
import pytest

from diagnostics.definitions.yaml_reader import read_yaml
from tests.conftest import PROJECT
from tests.schema_files import MODELS, schema_path, schema_text

FILES = [(name, path) for name, (_, patterns) in MODELS.items() for pattern in patterns for path in sorted(PROJECT.glob(pattern))]


@pytest.mark.parametrize("name", MODELS)
def test_a_schema_is_that_of_its_model(name):
    assert schema_path(name).read_text(encoding="utf-8") == schema_text(MODELS[name][0]), "renew it: python -m tests.schema_files"


@pytest.mark.parametrize(("name", "path"), FILES, ids=lambda value: getattr(value, "stem", value))
def test_what_the_project_carries_fits_its_schema(name, path):
    schema = json.loads(schema_path(name).read_text(encoding="utf-8"))
    data = json.loads(json.dumps(read_yaml(path).data))
    assert [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(data)] == []


def test_a_key_that_nobody_knows_breaks_the_schema():
    schema = json.loads(schema_path("mission").read_text(encoding="utf-8"))
    data = json.loads(json.dumps(read_yaml(PROJECT / "missions/example/mission.yaml").data)) | {"standrad": "wco-hrm"}
    assert any("standrad" in error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(data))

"""Writes ``questionnaires/schemas/*.schema.json`` from the models, so that an editor checks YAML while it is typed."""

from __future__ import annotations

import json
from pathlib import Path

from diagnostics.definitions.base import KNOWLEDGE, Definition
from diagnostics.definitions.correction_texts import CorrectionTexts
from diagnostics.definitions.crosswalk import Crosswalk
from diagnostics.definitions.data_indicators import DataIndicators
from diagnostics.definitions.data_map import DataMap
from diagnostics.definitions.data_warnings import DataWarnings
from diagnostics.definitions.dataset import Dataset
from diagnostics.definitions.decisions import Decisions, OwnActions
from diagnostics.definitions.document_list import DocumentList
from diagnostics.definitions.framework import Framework
from diagnostics.definitions.instrument import Instrument
from diagnostics.definitions.interview_guide import InterviewGuide
from diagnostics.definitions.job import JobCatalogue
from diagnostics.definitions.mission import Mission
from diagnostics.definitions.pack import Pack
from diagnostics.definitions.plan_file import PlanFile
from diagnostics.definitions.plan_headings import PlanHeadings
from diagnostics.definitions.planning_figures import PlanningFigures
from diagnostics.definitions.process_file import ProcessFile
from diagnostics.definitions.progress_texts import ProgressTexts
from diagnostics.definitions.remedy import ProcessRemedies, Roles
from diagnostics.definitions.standard import Standard

SCHEMAS = KNOWLEDGE / "schemas"
# File → its model, and which files it is for, as patterns below the project's root.
MODELS: dict[str, tuple[type[Definition], tuple[str, ...]]] = {
    "standard": (Standard, ("questionnaires/standards/*/standard.yaml",)),
    "process": (ProcessFile, ("questionnaires/standards/*/P*.yaml",)),
    "crosswalk": (Crosswalk, ("questionnaires/standards/*/crosswalks/*.yaml",)),
    "corrections": (CorrectionTexts, ("questionnaires/corrections.yaml",)),
    "progress_form": (ProgressTexts, ("questionnaires/progress_form.yaml",)),
    "remedies": (ProcessRemedies, ("questionnaires/remedies/*/*.yaml",)),
    "roles": (Roles, ("questionnaires/remedies/roles.yaml",)),
    "dataset": (Dataset, ("questionnaires/datasets/*.yaml",)),
    "map": (DataMap, ()),
    "warnings": (DataWarnings, ("questionnaires/datasets/warnings/*.yaml",)),
    "instrument": (Instrument, ("questionnaires/instruments/*.yaml",)),
    "interview_guide": (InterviewGuide, ("questionnaires/instruments/interviews/*.yaml",)),
    "document_list": (DocumentList, ("questionnaires/instruments/documents/*.yaml",)),
    "pack": (Pack, ("questionnaires/instruments/packs/*.yaml",)),
    "framework": (Framework, ("questionnaires/frameworks/*.yaml",)),
    "job": (JobCatalogue, ("questionnaires/jobs/*.yaml",)),
    "indicators": (DataIndicators, ("questionnaires/indicators.yaml",)),
    "planning": (PlanningFigures, ("questionnaires/planning.yaml",)),
    "plan_headings": (PlanHeadings, ("questionnaires/plan_headings.yaml",)),
    "decisions": (Decisions, ("missions/*/inputs/decisions.yaml",)),
    "own_actions": (OwnActions, ()),
    "work_plan": (PlanFile, ()),
    "mission": (Mission, tuple(f"missions/{name}/mission.yaml" for name in ("example", "example-wave-2", "serbia-2021-public"))),
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

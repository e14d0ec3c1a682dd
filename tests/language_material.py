"""A mission's report in each language, with every text that is not the report's own put out of sight."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from functools import cache

import pandas as pd

from diagnostics.definitions.mission import Mission
from diagnostics.reporting.blocks import Blocks, as_json
from diagnostics.reporting.document import Document, document
from diagnostics.reporting.material import Material
from diagnostics.reporting.sections import report_blocks
from diagnostics.reporting.speaker import Speaker, speaker
from tests.report_material import MISSION, comparison_material, material_of, part_of_the_standard

CONTENT = "¤"
"""Stands for a text of the standards, remedies and data sets."""
_WORKFORCE = pd.DataFrame({"figure": ["headcount", "median age"], "value": [9102.0, 43.55], "unit": ["people", "years"], "n": [9102, 9100]})
_STATEMENTS = pd.DataFrame(
    {
        "item": ["a", "b"],
        "text": ["x", "y"],
        "process_id": ["P4", "P5"],
        "reverse": [False, True],
        "answered": [1234, 9],
        "positive": [600, 3],
    }
)
_DOCUMENTS = pd.DataFrame(
    {"title": ["D-1"], "type": ["law"], "status": ["missing"], "process_id": ["P4"], "approved_on": [None], "reviewed_on": [None]}
)


class _Hiding(Speaker):
    """A speaker that shows no content, so that only the report's own words are left."""

    def content(self, text: str) -> str:
        return CONTENT if text else ""


class _Own(Material):
    """Material whose speaker hides content."""

    @property
    def say(self) -> Speaker:
        whole = speaker(self.mission.language)
        return _Hiding(**{field.name: getattr(whole, field.name) for field in fields(whole)})


@cache
def example_material() -> Material:
    """Two processes of the made-up mission: every section, in a third of the time."""
    return material_of(part_of_the_standard("P4", "P5"), Mission.model_validate(MISSION))


def example_in(language: str) -> Material:
    """The made-up mission in a language, with figures beside the rating."""
    material = in_language(example_material(), language)
    return replace(material, workforce=_WORKFORCE, survey_summary=_STATEMENTS, documents=_DOCUMENTS)


def comparison_in(language: str) -> Material:
    """The comparison of administrations in a language."""
    return in_language(comparison_material(), language)


def in_language(material: Material, language: str) -> Material:
    """The same material in another language; a mission's own texts stay as they were written."""
    return replace(material, mission=material.mission.model_copy(update={"language": language}))


def own_words(material: Material) -> str:
    """The report's own words, in charts too: without content, and without what the mission itself wrote."""
    mission = material.mission
    names = mission.administration.model_copy(update={"name": CONTENT, "short_name": CONTENT, "country": CONTENT})
    comparison = mission.comparison and mission.comparison.model_copy(
        update={"names": dict.fromkeys(mission.comparison.assessments, CONTENT)}
    )
    scope = mission.scope.model_copy(update={"reason": CONTENT})
    bare = mission.model_copy(update={"administration": names, "comparison": comparison, "scope": scope})
    own = _Own(**{field.name: getattr(material, field.name) for field in fields(material)})
    # The keys of mission.yaml and names of packages are the same in every language.
    return "\n".join(texts(report_blocks(replace(own, mission=bare, provenance={}, problems=()))))


def texts(blocks: Blocks) -> list[str]:
    """Every text that a reader meets: in blocks, in table cells, in charts and in their alt texts."""
    return [text for block in blocks for text in _strings(as_json(block))]


def _strings(value: object, key: str = "") -> list[str]:
    if isinstance(value, dict):
        return [text for name, inner in value.items() for text in _strings(inner, name)]
    if isinstance(value, list | tuple):
        return [text for inner in value for text in _strings(inner, key)]
    if key == "svg":
        return re.findall(r"<(?:text|tspan)[^>]*>([^<]*)<", str(value))
    return [value] if isinstance(value, str) and key not in ("kind", "anchor", "tone", "link", "style", "language", "date") else []


@cache
def whole(language: str) -> Document:
    """The example's report in a language, numbered, made once for all tests."""
    return document(report_blocks(example_in(language)))

"""Every text of ``questionnaires/`` that a respondent or a reader sees, so that none is forgotten in another language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, get_args

from pydantic import BaseModel

from diagnostics.definitions import data_indicators, dataset, framework, instrument, job
from diagnostics.definitions.dataset_rules import CrossRule, RowRule
from diagnostics.definitions.document_list import DocumentList, ReferenceDocument, document_list_ids, load_document_list
from diagnostics.definitions.interview_guide import GuidePart, GuideQuestion, InterviewGuide, load_guides
from diagnostics.definitions.pack import Pack, PackStep, load_pack, pack_ids
from diagnostics.definitions.planning_figures import DelayReason, load_planning_figures
from diagnostics.definitions.remedy import Indicator, Remedy, load_remedies, load_roles
from diagnostics.definitions.scale import Option, Scale
from diagnostics.definitions.standard import Gate, Level, Node, Standard
from diagnostics.definitions.standard_loading import bundled_standards, load_standard

_NODE = ("name", "scope", "question", "why", "evidence", "descriptors", "weight_reason", "coverage_of", "coverage_reason")
SHOWN: dict[type[BaseModel], tuple[str, ...]] = {
    Standard: ("title",),
    Level: ("name", "meaning"),
    Scale: ("name", "unit"),
    Option: ("label",),
    Gate: ("name",),
    Node: _NODE,
    Remedy: ("title", "steps", "deliverable", "evidence", "risk", "countermeasure"),
    Indicator: ("name", "formula", "unit"),
    instrument.Instrument: ("title", "introduction"),
    instrument.AnswerOption: ("label",),
    instrument.AboutRespondent: ("label", "hint"),
    instrument.AboutOption: ("label",),
    instrument.InstrumentItem: ("text",),
    instrument.Theme: ("name",),
    InterviewGuide: ("title", "who", "opening", "closing"),
    GuidePart: ("title",),
    GuideQuestion: ("text", "follow_up", "good_sign", "warning_sign"),
    DocumentList: ("title", "introduction"),
    ReferenceDocument: ("title", "must_hold", "absence"),
    Pack: ("title", "introduction"),
    PackStep: ("what", "who"),
    framework.Framework: ("title", "note"),
    framework.FrameworkLevel: ("name", "meaning"),
    framework.CompetencyGroup: ("name", "meaning"),
    framework.Competency: ("name", "definition"),
    framework.LevelIndicators: ("indicators",),
    job.JobCatalogue: ("title",),
    job.JobFamily: ("name", "meaning"),
    job.JobLevel: ("name", "meaning"),
    job.Job: ("title", "purpose", "results", "duties", "requirements"),
    dataset.Dataset: ("title",),
    dataset.DataColumn: ("description", "form", "unit", "advice"),
    dataset.Code: ("meaning",),
    dataset.Key: ("advice",),
    DelayReason: ("text",),
    **dict.fromkeys(get_args(RowRule | CrossRule), ("advice",)),
    **dict.fromkeys(data_indicators.KINDS, ("name", "formula", "unit")),
}
"""The fields whose texts are shown, by model. Sources, ids and codes stay as they are in every language."""


def content_texts() -> dict[str, tuple[str, ...]]:
    """The English texts by the file of translations that they belong to, each once, in the order of the content."""
    sources: dict[str, Callable[[], Iterable[Any]]] = {
        **{f"standard-{one}": lambda one=one: _standard(one) for one in bundled_standards()},
        "roles": lambda: load_roles().values(),
        "instruments": lambda: (*instrument.load_instruments(), *load_guides(), *(load_pack(each) for each in pack_ids())),
        "documents": lambda: [load_document_list(each) for each in document_list_ids()],
        "frameworks": lambda: [framework.load_framework(each) for each in framework.framework_ids()],
        "jobs": lambda: [job.load_catalogue(each) for each in job.catalogue_ids()],
        "datasets": dataset.load_datasets,
        "indicators": lambda: data_indicators.load_data_indicators().indicators,
        "planning": lambda: load_planning_figures().reasons,
    }
    texts = {name: tuple(dict.fromkeys(text for each in source() for text in _texts(each))) for name, source in sources.items()}
    return texts | _by_process()


def _standard(standard_id: str) -> list[Any]:
    """A standard without its processes' files, which have translations of their own."""
    standard = load_standard(standard_id)
    if not standard.criteria():
        return [standard]
    shallow = [placed.node.model_copy(update={"children": (), "scope": None}) for placed in standard.nodes() if _is_frame(placed.node)]
    return [standard.model_copy(update={"roots": ()}), *shallow]


def _is_frame(node: Node) -> bool:
    return bool(node.children) and node.descriptors is None and not any(child.descriptors for child in node.children)


def _by_process() -> dict[str, tuple[str, ...]]:
    """The texts of each process file and of each file of remedies."""
    found: dict[str, dict[str, None]] = {}
    for standard_id in bundled_standards():
        standard = load_standard(standard_id)
        process_of = {child.id: placed.node for placed in standard.nodes() for child in placed.node.children if child.descriptors}
        for process in dict.fromkeys(process.id for process in process_of.values()):
            texts = found.setdefault(f"{standard_id}-{process}", {})
            texts |= dict.fromkeys(_texts(standard.node(process)))
        for remedy in load_remedies(standard_id):
            texts = found.setdefault(f"{standard_id}-{process_of[remedy.criterion].id}-remedies", {})
            texts |= dict.fromkeys(_texts(remedy))
    return {name: tuple(texts) for name, texts in found.items()}


def _texts(value: Any) -> Iterator[str]:
    """The shown texts of a model and of the models within it; of a plain text, itself."""
    if isinstance(value, str):
        yield value
        return
    for name in type(value).model_fields:
        held = getattr(value, name)
        if name in SHOWN.get(type(value), ()):
            yield from (text for text in ((held,) if isinstance(held, str) else held or ()) if text)
        for inner in held.values() if isinstance(held, dict) else held if isinstance(held, tuple) else (held,):
            if isinstance(inner, BaseModel):
                yield from _texts(inner)

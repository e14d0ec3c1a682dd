"""The stages: what each reads, writes and depends on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import diagnostics
from diagnostics.definitions.base import KNOWLEDGE
from diagnostics.definitions.mission import Mission
from diagnostics.runs.mission_folder import PROJECT, OpenMission
from diagnostics.runs.parameters import StageParameters
from diagnostics.runs.results import digest_data, digest_file, digest_files

PACKAGE = Path(diagnostics.__file__).resolve().parent


@dataclass(frozen=True)
class Stage:
    """One step of a review.

    Attributes:
        name: as in ``--stage``.
        notebook: file below ``notebooks/``.
        reads: tables of earlier stages, ``results/<name>.parquet``.
        writes: files below the mission's folder that it leaves behind.
        settings: the parts of ``mission.yaml`` that it depends on; empty means all of them.
        knowledge: the folders and files of ``questionnaires/`` that it depends on.
        raw: which files below ``inputs/`` it reads: all that the mission names, or those of its plan and follow-up.
    """

    name: str
    notebook: str
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    settings: tuple[str, ...] = ()
    knowledge: tuple[str, ...] = ("standards",)
    raw: Literal["", "all", "plan"] = ""
    language: str = ""
    """Of a report besides the one in the mission's own language; empty for that one."""

    @property
    def record(self) -> str:
        """What its digests and its executed notebook are filed under: ``report``, ``report.fr``."""
        return f"{self.name}.{self.language}" if self.language else self.name


def _tables(*names: str) -> tuple[str, ...]:
    return tuple(f"results/{name}.parquet" for name in names)


CHECKED = ("answers", "data_quality", "interviews_summary", "survey_summary", "process_survey", "documents", "workforce")
JUDGED = ("realism", "delay_risk", "measurability")
PLANNED = ("workplan", "capacity", "load", "budget", "decisions", *JUDGED)
WHO = ("mission", "standard", "focus", "beside", "scope")

STAGES = (
    Stage(
        "validate", "1_validate.ipynb", (), (*_tables(*CHECKED, "indicators"), "results/problems.json"),
        settings=("standard", "scope", "dates", "inputs", "thresholds", "plan", "follow_up", "wave"),
        knowledge=("standards", "datasets", "instruments", "remedies", "indicators.yaml", "plan_headings.yaml"), raw="all",
    ),
    Stage("score", "2_score.ipynb", ("answers",), _tables("scores"), settings=("standard", "scope")),
    Stage(
        "findings", "3_findings.ipynb", ("answers", "scores"), _tables("targets", "findings"),
        settings=(*WHO, "targets", "comparison"), knowledge=("standards", "remedies"),
    ),
    Stage(
        "plan", "4_plan.ipynb", ("scores", "findings", "indicators"), _tables(*PLANNED),
        settings=(*WHO, "plan", "dates", "follow_up", "wave"),
        knowledge=("standards", "remedies", "datasets", "planning.yaml", "plan_headings.yaml"), raw="plan",
    ),
    Stage(
        "report", "5_report.ipynb", (*CHECKED, "scores", "targets", "findings", *PLANNED),
        ("reports/report.html", "reports/report.pdf", "reports/report.docx"),
        knowledge=("standards", "remedies", "datasets", "instruments", "i18n", "planning.yaml"), raw="all",
    ),
)  # fmt: skip
STAGE_NAMES = tuple(stage.name for stage in STAGES)
FOLLOW_UP = Stage(
    "follow_up", "6_follow_up.ipynb", ("scores", "targets"),
    (*_tables("progress", "variance", "forecast"), "reports/follow_up.html", "reports/follow_up.pdf", "reports/follow_up.docx"),
    knowledge=("standards", "remedies", "i18n", "planning.yaml"), raw="plan",
)  # fmt: skip
"""Runs behind the others where a mission follows an adopted plan up."""
ALL_NAMES = (*STAGE_NAMES, FOLLOW_UP.name)
REPORTS = ("report", FOLLOW_UP.name)
"""The stages that end in a report."""
_KNOWLEDGE_FILES = (".yaml", ".po", ".ftl")


def is_followed_up(mission: Mission) -> bool:
    """Whether there is something to tell of an adopted plan: a progress report, or the scores of a diagnostic before."""
    return mission.follow_up is not None and bool(mission.follow_up.progress or mission.follow_up.scores)


def stages_for(language: str = "", follow_up: bool = False) -> tuple[Stage, ...]:
    """The stages of a run.

    Args:
        language: of the reports, where it is not the mission's own: they are written beside, as ``report.fr.html``.
        follow_up: with the stage that follows an adopted plan up.
    """
    stages = (*STAGES, FOLLOW_UP) if follow_up else STAGES
    return tuple(_in_language(stage, language) if language and stage.name in REPORTS else stage for stage in stages)


def _in_language(stage: Stage, language: str) -> Stage:
    names = (f"{file.rpartition('.')[0]}.{language}.{file.rpartition('.')[2]}" for file in stage.writes if file.startswith("reports/"))
    others = (file for file in stage.writes if not file.startswith("reports/"))
    return replace(stage, writes=(*others, *names), language=language)


def fingerprint(stage: Stage, review: OpenMission, parameters: StageParameters) -> dict[str, Any]:
    """Everything that a stage's outcome depends on, as digests. Equal fingerprints mean equal outcomes.

    Returns:
        Part → digest or its value: code, notebook, knowledge, settings, parameters, inputs, tables.
    """
    settings = review.mission.model_dump(mode="json", include=set(stage.settings) if stage.settings else None)
    named = {"": (), "all": review.mission.files_brought(), "plan": review.mission.plan_files()}[stage.raw]
    files = [review.inputs / file for file in named]
    return {
        "code": digest_data([digest_files(PACKAGE.rglob("*.py"), PACKAGE), digest_files(_templates(stage), PROJECT)]),
        "notebook": digest_file(PROJECT / "notebooks" / stage.notebook),
        "knowledge": digest_data([digest_files(_knowledge(folder), KNOWLEDGE) for folder in stage.knowledge]),
        "settings": digest_data(settings),
        "parameters": parameters.model_dump(mode="json", exclude={"mission"}),
        "inputs": digest_files(files, review.inputs),
        "tables": digest_files((review.results / f"{name}.parquet" for name in stage.reads), review.results),
    }


def _knowledge(folder: str) -> list[Path]:
    """Definitions, and the texts of other languages; one file where it is named."""
    if (KNOWLEDGE / folder).is_file():
        return [KNOWLEDGE / folder]
    return [path for path in (KNOWLEDGE / folder).rglob("*") if path.suffix in _KNOWLEDGE_FILES]


def _templates(stage: Stage) -> list[Path]:
    """The report's look is part of its outcome."""
    return [path for path in (PROJECT / "reports").rglob("*") if path.is_file()] if stage.name in REPORTS else []

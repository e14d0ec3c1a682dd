"""The five stages: what each reads, writes and depends on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import diagnostics
from diagnostics.definitions.base import KNOWLEDGE
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
        knowledge: the folders of ``questionnaires/`` that it depends on.
        raw: whether it reads the files below ``inputs/``.
    """

    name: str
    notebook: str
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    settings: tuple[str, ...] = ()
    knowledge: tuple[str, ...] = ("standards",)
    raw: bool = False
    language: str = ""
    """Of a report besides the one in the mission's own language; empty for that one."""

    @property
    def record(self) -> str:
        """What its digests and its executed notebook are filed under: ``report``, ``report.fr``."""
        return f"{self.name}.{self.language}" if self.language else self.name


def _tables(*names: str) -> tuple[str, ...]:
    return tuple(f"results/{name}.parquet" for name in names)


CHECKED = ("answers", "data_quality", "interviews_summary", "survey_summary", "process_survey", "documents", "workforce")
WHO = ("mission", "standard", "focus", "beside", "scope")

STAGES = (
    Stage(
        "validate", "1_validate.ipynb", (), (*_tables(*CHECKED), "results/problems.json"),
        settings=("standard", "scope", "dates", "inputs", "thresholds"), knowledge=("standards", "datasets", "instruments"), raw=True,
    ),
    Stage("score", "2_score.ipynb", ("answers",), _tables("scores"), settings=("standard", "scope")),
    Stage(
        "findings", "3_findings.ipynb", ("answers", "scores"), _tables("targets", "findings"),
        settings=(*WHO, "targets", "comparison"), knowledge=("standards", "remedies"),
    ),
    Stage(
        "plan", "4_plan.ipynb", ("scores", "findings"), _tables("workplan", "capacity"),
        settings=(*WHO, "plan", "dates"), knowledge=("standards", "remedies"),
    ),
    Stage(
        "report", "5_report.ipynb", (*CHECKED, "scores", "targets", "findings", "workplan", "capacity"),
        ("reports/report.html", "reports/report.pdf", "reports/report.docx"),
        knowledge=("standards", "remedies", "datasets", "instruments", "i18n"), raw=True,
    ),
)  # fmt: skip
STAGE_NAMES = tuple(stage.name for stage in STAGES)
_KNOWLEDGE_FILES = (".yaml", ".po", ".ftl")


def stages_for(language: str = "") -> tuple[Stage, ...]:
    """The stages of a run.

    Args:
        language: of the report, where it is not the mission's own: that report is written beside, as ``report.fr.html``.
    """
    *others, report = STAGES
    if not language:
        return STAGES
    names = tuple(file.replace("report.", f"report.{language}.") for file in report.writes)
    return (*others, replace(report, writes=names, language=language))


def fingerprint(stage: Stage, review: OpenMission, parameters: StageParameters) -> dict[str, Any]:
    """Everything that a stage's outcome depends on, as digests. Equal fingerprints mean equal outcomes.

    Returns:
        Part → digest or its value: code, notebook, knowledge, settings, parameters, inputs, tables.
    """
    settings = review.mission.model_dump(mode="json", include=set(stage.settings) if stage.settings else None)
    files = [review.inputs / file for file in review.mission.files_brought()] if stage.raw else []
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
    """Definitions, and the texts of other languages."""
    return [path for path in (KNOWLEDGE / folder).rglob("*") if path.suffix in _KNOWLEDGE_FILES]


def _templates(stage: Stage) -> list[Path]:
    """The report's look is part of its outcome."""
    return [path for path in (PROJECT / "reports").rglob("*") if path.is_file()] if stage.name == "report" else []

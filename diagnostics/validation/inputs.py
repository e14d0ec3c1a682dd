"""Everything that a mission brought: read, judged and typed. All of it is looked at before anything is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from diagnostics.definitions.base import nearest
from diagnostics.definitions.data_warnings import load_data_warnings
from diagnostics.definitions.dataset import Dataset, load_datasets
from diagnostics.definitions.mission import MISSION_FILE, Mission
from diagnostics.definitions.problems import BadInput, Problem, errors
from diagnostics.definitions.standard import Standard
from diagnostics.intake.maps.mapped_tables import read_mapped_table
from diagnostics.intake.pseudonyms import pseudonym_key
from diagnostics.intake.tables import RawTable, read_table
from diagnostics.intake.typed import typed_table
from diagnostics.validation.answers import Answers, answers_as_brought, answers_from_responses, no_answers
from diagnostics.validation.distribution import Inputs, distribution_warnings
from diagnostics.validation.judgement import Judged, judge_datasets
from diagnostics.validation.quality import quality_table
from diagnostics.validation.response import no_response, response_by_unit
from diagnostics.validation.vocabulary import Vocabulary, vocabulary_of

INPUTS = "inputs"
SOURCES: dict[str, Callable[[pd.DataFrame, RawTable, Standard, Vocabulary], Answers]] = {
    "responses": answers_from_responses,
    "answers": answers_as_brought,
}
"""The data sets that answers come from, and how."""


@dataclass(frozen=True)
class Checked:
    """A mission's inputs after validation.

    Attributes:
        tables: data set id → its typed table with all columns of its definition and ``row`` (see ``typed_table``).
        answers: what is scored (see ``answers_from_responses``).
        quality: one row a data set (see ``quality_table``).
        problems: every error and warning, file by file. While one is an error, ``tables`` and ``answers`` are empty.
        judged: data set id → what was found in it, with every cell that failed a check.
        response: who answered the survey, by unit (see ``response_by_unit``); no row where nothing can be said.
    """

    tables: dict[str, pd.DataFrame]
    answers: pd.DataFrame
    quality: pd.DataFrame
    problems: tuple[Problem, ...]
    judged: Mapping[str, Judged] = field(default_factory=dict)
    response: pd.DataFrame = field(default_factory=no_response)


def validate_inputs(mission: Mission, folder: Path, standard: Standard) -> Checked:
    """Read and judge every data set of a mission.

    Args:
        mission: its settings.
        folder: the mission's folder; the files lie in its ``inputs/``.
        standard: what the answers are about. Parts that are out of scope may be answered and are set aside.

    Returns:
        All that was read, with every problem. Nothing is raised for bad input: the caller decides (``refuse_errors``).
    """
    datasets = {dataset.id: dataset for dataset in load_datasets()}
    listed = {name: file for name, file in mission.input_files().items() if name in datasets and datasets[name].direction == "input"}
    raw = {name: _read(folder / INPUTS, file, mission.maps().get(name), datasets[name]) for name, file in listed.items()}
    vocabulary = vocabulary_of(standard, mission.dates.as_of, raw, datasets)
    judged = judge_datasets(raw, datasets, vocabulary)
    problems = [*_about_mission(mission, standard, datasets), *(problem for each in judged.values() for problem in each.problems)]
    quality = quality_table(judged, datasets)
    if errors(problems):
        return Checked({}, no_answers(), quality, tuple(problems), judged)
    try:
        key = pseudonym_key(mission, folder / INPUTS) if _names_persons(raw, datasets) else b""
    except BadInput as bad:
        return Checked({}, no_answers(), quality, (*problems, *bad.problems), judged)
    tables = {name: typed_table(each.table, datasets[name], key) for name, each in raw.items()}
    answers, about_answers = _answers(tables, raw, standard, vocabulary)
    response = response_by_unit(tables.get("survey"), tables.get("staff"), mission.dates.as_of, mission.thresholds.disclosure)
    unlikely = distribution_warnings(Inputs(tables, raw, response), load_data_warnings())
    found = (*problems, *about_answers, *_about_assessments(mission, answers), *unlikely)
    return Checked(tables, answers, quality, found, judged, response)


def _read(inputs: Path, file: str, map_file: str | None, dataset: Dataset) -> RawTable:
    path, name = inputs / file, f"{INPUTS}/{file}"
    return read_mapped_table(path, inputs / map_file, dataset, name) if map_file else read_table(path, dataset, name)


def _names_persons(raw: Mapping[str, RawTable], datasets: Mapping[str, Dataset]) -> bool:
    """Whether any cell names a person; published figures need no key."""
    cells = (
        each.table[column.name]
        for name, each in raw.items()
        for column in datasets[name].columns
        if column.person and column.name in each.table
    )
    return any(column.notna().any() for column in cells)


def _answers(
    tables: Mapping[str, pd.DataFrame], raw: Mapping[str, RawTable], standard: Standard, vocabulary: Vocabulary
) -> tuple[pd.DataFrame, list[Problem]]:
    made = [make(tables[name], raw[name], standard, vocabulary) for name, make in SOURCES.items() if name in tables]
    problems = [problem for _, about in made for problem in about]
    return pd.concat([answers for answers, _ in made], ignore_index=True), problems


def _about_mission(mission: Mission, standard: Standard, datasets: Mapping[str, Dataset]) -> list[Problem]:
    """What is wrong with the list of inputs itself."""
    problems = []
    for name in mission.inputs:
        if name not in datasets:
            advice = f"No data set of this name is known. {_meant(name, datasets)}Correct the name."
            known = ", ".join(sorted(datasets))
            problems.append(Problem(MISSION_FILE, advice, "unknown-data-set", column=f"inputs.{name}", found=name, allowed=known))
        elif datasets[name].direction == "output":
            advice = f"The kit writes this data set itself: hrm-review template {name} --out {name}.xlsx. Take it off 'inputs'."
            problems.append(Problem(MISSION_FILE, advice, "not-an-input", column=f"inputs.{name}", found=name))
    if not SOURCES.keys() & mission.inputs.keys():
        advice = "There is nothing to score. List the questionnaire as 'responses', or scored answers as 'answers'."
        problems.append(Problem(MISSION_FILE, advice, "no-answers", column="inputs"))
    if "responses" in mission.inputs and not (standard.gates and standard.criteria()):
        advice = f"The standard {standard.id} has no criteria with gates to answer. Bring 'answers', item by item, instead."
        problems.append(Problem(MISSION_FILE, advice, "no-criteria", column="inputs.responses"))
    return problems


def _about_assessments(mission: Mission, answers: pd.DataFrame) -> list[Problem]:
    """Assessments that the mission speaks of and nobody gave."""
    given = sorted(answers["assessment"].unique())
    compared = mission.comparison.assessments if mission.comparison else ()
    named = {"focus": (mission.focus,), "beside": mission.beside, "comparison.assessments": compared}
    problems = []
    for key, assessments in named.items():
        for assessment in assessments:
            if assessment not in given:
                advice = f"No answer belongs to this assessment. {_meant(assessment, given)}Correct it, or bring its answers."
                allowed = ", ".join(given)
                problems.append(Problem(MISSION_FILE, advice, "unknown-assessment", column=key, found=assessment, allowed=allowed))
    return problems


def _meant(word: str, known: Iterable[str]) -> str:
    near = nearest(word, known)
    return f"Did you mean '{near}'? " if near else ""

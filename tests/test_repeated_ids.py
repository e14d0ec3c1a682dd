"""What a definition declares twice is refused by its name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from diagnostics.definitions.base import KNOWLEDGE, Definition, read_definition, repeated
from diagnostics.definitions.data_map import ItemsMap
from diagnostics.definitions.dataset import Dataset
from diagnostics.definitions.document_list import DocumentList
from diagnostics.definitions.framework import Framework
from diagnostics.definitions.instrument import Instrument
from diagnostics.definitions.interview_guide import InterviewGuide
from diagnostics.definitions.job import JobCatalogue, load_catalogue
from diagnostics.definitions.problems import BadInput

FRAMEWORK, JOBS = "frameworks/belgium-5plus1.yaml", "jobs/customs-administration.yaml"


@given(st.lists(st.sampled_from("abcd")))
def test_only_words_that_stand_there_again_are_named_and_each_once(words: list[str]):
    again = {word for place, word in enumerate(words) if word in words[:place]}
    assert repeated(iter(words)) == sorted(again)


def told(model: type[Definition], data: Any, folder: Path) -> list[str]:
    """What is said about a definition with these keys."""
    path = folder / "changed.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        read_definition(model, path)
    return [problem.advice for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("model", "file", "place", "said"),
    [
        (Framework, FRAMEWORK, ["groups"], "These ids stand twice in 'groups': {id}."),
        (Framework, FRAMEWORK, ["competencies"], "These ids stand twice in 'competencies': {id}."),
        (JobCatalogue, JOBS, ["families"], "These stand twice among the families: {id}."),
        (JobCatalogue, JOBS, ["levels"], "These stand twice among the levels: {number}."),
        (JobCatalogue, JOBS, ["jobs"], "These stand twice among the jobs: {id}."),
        (Instrument, "instruments/climate.yaml", ["items"], "These items stand twice: {id}."),
        (Instrument, "instruments/climate.yaml", ["scale", "options"], "A code stands twice in 'options'."),
        (InterviewGuide, "instruments/interviews/top-management.yaml", ["parts", 0, "questions"], "A question's id stands twice."),
        (DocumentList, "instruments/documents/wco-hrm.yaml", ["documents"], "These documents stand twice: {type}."),
        (Dataset, "datasets/staff.yaml", ["columns"], "These columns are defined twice: {name}."),
    ],
)
def test_what_is_declared_twice_is_named(model: type[Definition], file: str, place: list, said: str, tmp_path: Path):
    data = yaml.safe_load((KNOWLEDGE / file).read_text(encoding="utf-8"))
    held = data
    for part in place:
        held = held[part]
    held.append(held[0])
    assert told(model, data, tmp_path) == [said.format(**held[0])]


def test_two_jobs_of_one_title_are_named(tmp_path: Path):
    data = yaml.safe_load((KNOWLEDGE / JOBS).read_text(encoding="utf-8"))
    data["jobs"].append({**data["jobs"][0], "id": "ANOTHER", "title": data["jobs"][0]["title"].upper()})
    assert told(JobCatalogue, data, tmp_path) == [f"These stand twice among the job titles: {data['jobs'][0]['title'].casefold()}."]


def test_a_competency_that_stands_twice_in_a_profile_is_named(tmp_path: Path):
    data = yaml.safe_load((KNOWLEDGE / JOBS).read_text(encoding="utf-8"))
    profile = data["jobs"][0]["profile"]
    profile.append(profile[0])
    (tmp_path / "own.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        load_catalogue("own", tmp_path)
    assert [problem.advice for problem in caught.value.problems] == [
        f"'{data['jobs'][0]['id']}': '{profile[0]['competency']}' stands twice in the profile. Correct the profile."
    ]


def test_an_item_that_two_columns_of_a_file_claim_is_named(tmp_path: Path):
    items = {"item": "item", "value": "value", "columns": {"Q1": "ORG-01", "Question 1": "ORG-01", "Q2": "ORG-02"}}
    assert told(ItemsMap, items, tmp_path) == ["These items take two columns: ORG-01."]

"""A catalogue of jobs: families, levels, and for each job its purpose, results and competency profile."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from diagnostics.definitions.base import KNOWLEDGE, Definition, Number, Text, read_definition, repeated
from diagnostics.definitions.framework import LOCAL_ID, Framework, load_framework
from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.definitions.standard import Source
from diagnostics.definitions.yaml_reader import read_yaml

FOLDER = KNOWLEDGE / "jobs"


class JobFamily(Definition):
    """Jobs that do the same kind of work."""

    id: str = Field(pattern=LOCAL_ID)
    name: Text
    meaning: Text


class JobLevel(Definition):
    """One level of difficulty and responsibility; the criteria that separate it from the next stand in ``meaning``."""

    number: int = Field(ge=1, le=15)
    name: Text
    meaning: Text


class ProfileLine(Definition):
    """A competency that the job asks for."""

    competency: str
    level: int = Field(ge=1, le=9)
    weight: Number = Field(default=1.0, gt=0)
    must_have: bool = False
    """True: without it nobody may hold the job."""


class Job(Definition):
    """One job: what it is there for, what it must achieve, and what it asks of who holds it."""

    id: str = Field(pattern=LOCAL_ID)
    family: str
    level: int
    title: Text
    purpose: Text
    results: tuple[Text, ...] = Field(min_length=3, max_length=6)
    """Expected results, each with a way to tell whether it was achieved."""
    duties: tuple[Text, ...] = ()
    requirements: tuple[Text, ...] = ()
    """Education, experience, licences."""
    sensitive: bool = False
    """True: the job is exposed to corruption and falls under rotation."""
    profile: tuple[ProfileLine, ...] = Field(min_length=1)


class JobCatalogue(Definition):
    """A job catalogue (``questionnaires/jobs/<id>.yaml``)."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    version: Text
    title: Text
    source: Source
    framework: str
    """The competency framework that the profiles speak of."""
    families: tuple[JobFamily, ...] = Field(min_length=1)
    levels: tuple[JobLevel, ...] = Field(min_length=1)
    jobs: tuple[Job, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        for where, ids in {
            "families": [family.id for family in self.families],
            "levels": [str(level.number) for level in self.levels],
            "jobs": [job.id for job in self.jobs],
            "job titles": [job.title.casefold() for job in self.jobs],
        }.items():
            if twice := repeated(ids):
                raise ValueError(f"these stand twice among the {where}: {', '.join(twice)}")
        families, levels = {family.id for family in self.families}, {level.number for level in self.levels}
        for job in self.jobs:
            if job.family not in families:
                raise ValueError(f"'{job.id}' names the family '{job.family}', which is not declared")
            if job.level not in levels:
                raise ValueError(f"'{job.id}' names level {job.level}, which is not declared")
        return self


@cache
def load_catalogue(catalogue_id: str, folder: Path = FOLDER) -> JobCatalogue:
    """Read one bundled job catalogue and hold its profiles against its framework.

    Raises:
        BadInput: every fault with its line; profiles that name a competency or a level that the framework does not have.
    """
    path, name = folder / f"{catalogue_id}.yaml", f"jobs/{catalogue_id}.yaml"
    catalogue = read_definition(JobCatalogue, path, name)
    framework, document = load_framework(catalogue.framework), read_yaml(path, name)
    problems = [
        Problem(name, f"'{job.id}': {fault} Correct the profile.", "bad-profile", row=document.line_of(("jobs", place)))
        for place, job in enumerate(catalogue.jobs)
        for fault in _profile_faults(job, framework)
    ]
    if problems:
        raise BadInput(problems)
    return catalogue


def _profile_faults(job: Job, framework: Framework) -> list[str]:
    known = {competency.id: {level.level for level in competency.levels} for competency in framework.competencies}
    named = [line.competency for line in job.profile]
    faults = [f"the framework {framework.id} has no competency '{each}'." for each in named if each not in known]
    faults += [f"'{each}' stands twice in the profile." for each in repeated(named)]
    numbers = {level.number for level in framework.levels}
    return faults + [
        f"'{line.competency}' has no level {line.level}."
        for line in job.profile
        if line.competency in known and line.level not in (known[line.competency] or numbers)
    ]


def catalogue_ids(folder: Path = FOLDER) -> tuple[str, ...]:
    """The bundled job catalogues."""
    return tuple(sorted(path.stem for path in folder.glob("*.yaml")))

"""Guides for interviews: what to ask a group of people, and what to listen for."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from diagnostics.definitions.base import KNOWLEDGE, Definition, Text, read_definition, repeated
from diagnostics.definitions.standard import Source

FOLDER = KNOWLEDGE / "instruments" / "interviews"


class GuideQuestion(Definition):
    """One open question."""

    id: str = Field(pattern=r"^[A-Z]{2}-[0-9]{2}$")
    text: Text
    criteria: tuple[str, ...] = Field(min_length=1)
    """Criteria of the standard that the answer informs."""
    follow_up: tuple[Text, ...] = Field(min_length=1)
    """What to ask next, to get from an opinion to a case, a number or a document."""
    good_sign: Text
    warning_sign: Text


class GuidePart(Definition):
    """Questions on one subject."""

    title: Text
    minutes: int = Field(ge=3, le=60)
    questions: tuple[GuideQuestion, ...] = Field(min_length=1)


class InterviewGuide(Definition):
    """The guide for one group (``questionnaires/instruments/interviews/<group>.yaml``)."""

    group: str = Field(pattern=r"^[a-z][a-z-]*$")
    """The group's code in the data set ``interviews``."""
    version: Text
    title: Text
    source: Source
    who: Text
    """Whom to invite, and how many at a time."""
    minutes: int = Field(ge=20, le=180)
    opening: Text
    """What the interviewer says first: purpose, confidentiality, what happens with the notes."""
    parts: tuple[GuidePart, ...] = Field(min_length=1)
    closing: Text

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if repeated(question.id for question in self.questions()):
            raise ValueError("a question's id stands twice")
        if sum(part.minutes for part in self.parts) > self.minutes:
            raise ValueError("the parts take longer than the interview")
        return self

    def questions(self) -> tuple[GuideQuestion, ...]:
        """Every question in order."""
        return tuple(question for part in self.parts for question in part.questions)


@cache
def load_guides(folder: Path = FOLDER) -> tuple[InterviewGuide, ...]:
    """The bundled guides by group. Raises ``BadInput`` with every fault and its line."""
    return tuple(read_definition(InterviewGuide, path, f"instruments/interviews/{path.name}") for path in sorted(folder.glob("*.yaml")))

"""A collection form: what is asked, in which order, and what may be answered. Every form that goes out is written from one,
and every export that comes back is read with one.

A form is made from a standard, an instrument or a data set of the kit, or read from a client's own XLSForm. It is no file format.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from diagnostics.definitions.translations import ENGLISH, Words

QuestionType = Literal["select_one", "select_multiple", "integer", "decimal", "text", "date", "datetime", "note", "other"]
"""``note`` is shown and not answered; ``other`` is a kind that is answered and taken as text: a place, a photo, a calculation."""


@dataclass(frozen=True)
class FormOption:
    """One answer that may be chosen. The code is stable over versions and languages; the label is what people see."""

    code: str
    label: Words


@dataclass(frozen=True)
class FormQuestion:
    """One question.

    Attributes:
        name: its name in forms and exports: letters, digits and underscores, unique in the form.
        item: the id that its answers carry in the long response table, such as ``P4-1.existence`` or ``CL-07``.
        label, hint: what is asked, and the help below it; a hint without words is not shown.
        options: what may be chosen; empty for questions that are not a choice.
        list_name: the options' name, the same for questions that share their options.
        required: whether a form may not be sent without an answer.
        relevant: the question is shown only where another question (its ``name``) holds this code.
        unless: the question is hidden where another question (its ``name``) holds this code.
        minimum, maximum: limits of a number.
        pattern: a regular expression that a whole text must match; the hint says it in words.
        about: the ``name`` of the note that heads this question, where several questions ask about one thing, as the gates
            of a criterion do; the note's own ``about`` is its name. Empty for a question that stands alone.
        short: the label beside its note, where the long label would repeat what the question is about.
        descriptors: what each level of the thing looks like, lowest first.
        informs: for a note, the codes of another question that what is said may be filed under, such as criteria.
    """

    name: str
    item: str
    type: QuestionType
    label: Words
    hint: Words | None = None
    options: tuple[FormOption, ...] = ()
    list_name: str = ""
    required: bool = False
    relevant: tuple[str, str] | None = None
    unless: tuple[str, str] | None = None
    minimum: float | None = None
    maximum: float | None = None
    pattern: str = ""
    about: str = ""
    short: Words | None = None
    descriptors: tuple[Words, ...] = ()
    informs: tuple[str, ...] = ()

    def codes(self) -> tuple[str, ...]:
        """The codes of the options, in the order shown."""
        return tuple(option.code for option in self.options)


@dataclass(frozen=True)
class FormGroup:
    """Questions under one heading. ``repeats``: filled in once for each of several things, on a sheet of its own in exports."""

    name: str
    label: Words
    questions: tuple[FormQuestion, ...]
    repeats: bool = False


@dataclass(frozen=True)
class Form:
    """A whole form.

    Attributes:
        id, version: of the definition that it is made from.
        languages: those that it is shown in, the first by default.
        groups: its questions in order.
        respondent: the name of the question that says who answers (a code, never a person's name), where there is one.
    """

    id: str
    version: str
    title: Words
    introduction: Words
    groups: tuple[FormGroup, ...]
    languages: tuple[str, ...] = (ENGLISH,)
    respondent: str | None = None

    def questions(self) -> Iterator[FormQuestion]:
        """Every question in order."""
        for group in self.groups:
            yield from group.questions

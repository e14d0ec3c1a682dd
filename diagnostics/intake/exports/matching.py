"""Which question of a form a column's heading names: by its item id, its name, the end of its path, or its label in any language."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from diagnostics.definitions.form import Form, FormQuestion
from diagnostics.intake.exports.words import bare, plain

PERHAPS_MEANT = 0.75  # likeness above which a heading that names no question is said to resemble one, ours
_NOT_APART = 2  # a column without punctuation needs this many letters to name a question


@dataclass(frozen=True)
class Target:
    """The question that a column answers; ``option``: the code that it says yes or no to, where each option has its own column."""

    question: FormQuestion
    option: str | None = None

    def __str__(self) -> str:
        return f"{self.question.item}, option {self.option}" if self.option else self.question.item


@dataclass(frozen=True)
class QuestionIndex:
    """Every way to name a question of a form, each with the questions that it may mean.

    Attributes:
        exact: ids and names as they are written.
        names: ids and names as ``plain`` writes them.
        labels: labels in every language, alone and behind the label of their group.
        bares: ids and names without punctuation.
        notes: names of what the form shows and nobody answers.
        order: the place of each question, by its name.
    """

    exact: Mapping[str, tuple[FormQuestion, ...]]
    names: Mapping[str, tuple[FormQuestion, ...]]
    labels: Mapping[str, tuple[FormQuestion, ...]]
    bares: Mapping[str, tuple[FormQuestion, ...]]
    notes: frozenset[str]
    order: Mapping[str, int]

    def known(self) -> frozenset[str]:
        """Every name and label, as ``plain`` writes them."""
        return frozenset(self.names) | frozenset(self.labels)

    def nearest(self, heading: str, taken: Iterable[str] = ()) -> str | None:
        """The name that a heading resembles, other than those that are ``taken`` by other headings."""
        free = self.names.keys() - {plain(each) for each in taken}
        return next(iter(difflib.get_close_matches(plain(heading), sorted(free), n=1, cutoff=PERHAPS_MEANT)), None)


def index_questions(form: Form) -> QuestionIndex:
    """Collect the names of all questions of a form; notes are none, as nobody answers them."""
    kinds: tuple[dict[str, dict[str, FormQuestion]], ...] = ({}, {}, {}, {})
    exact, names, labels, bares = kinds
    for group in form.groups:
        for question in group.questions:
            if question.type == "note":
                continue
            for name in (question.item, question.name):
                exact.setdefault(name, {})[question.name] = question
                names.setdefault(plain(name), {})[question.name] = question
                bares.setdefault(bare(name), {})[question.name] = question
            for language, label in question.label.items():
                for written in (label, f"{group.label[language]}/{label}" if language in group.label else label):
                    labels.setdefault(plain(written), {})[question.name] = question
    found = ({key: tuple(each.values()) for key, each in kind.items() if key} for kind in kinds)
    asked = tuple(form.questions())
    notes = frozenset(plain(name) for each in asked if each.type == "note" for name in (each.name, *each.label.values()))
    return QuestionIndex(*found, notes, {question.name: place for place, question in enumerate(asked)})


def targets_of(index: QuestionIndex, alternatives: Iterable[str]) -> tuple[Target, ...]:
    """What a heading names: one target, none, or several where it may mean either.

    Args:
        index: the form's questions.
        alternatives: the heading and the parts of it that may be the name, the longest first, as ``Layout.alternatives`` gives them.
    """
    parts = list(dict.fromkeys(part for part in alternatives if part.strip()))
    for found in _in_order(index, parts):
        if found:
            return tuple({(target.question.name, target.option): target for target in found}.values())
    return ()


def _in_order(index: QuestionIndex, parts: list[str]) -> Iterator[list[Target]]:
    """Whole names come before options, as ``colour_other`` is the text beside the option ``other``."""
    yield _named(index, parts[:1])
    yield [target for part in parts for target in _option(index, part, "/[")]
    yield _named(index, parts)
    for part in parts:
        yield [Target(question) for question in index.labels.get(plain(part), ())]
    for part in parts:
        yield [Target(question) for question in index.bares.get(bare(part), ()) if len(bare(part)) >= _NOT_APART]
    yield [target for part in parts for target in _option(index, part, "._:")]


def _named(index: QuestionIndex, parts: list[str]) -> list[Target]:
    for part in parts:
        found = index.exact.get(part.strip()) or index.names.get(plain(part), ())
        if found:
            return [Target(question) for question in found]
    return []


def _option(index: QuestionIndex, part: str, separators: str) -> list[Target]:
    """The option of a multiple choice whose own column this is: ``languages/fr``, ``languages[fr]``, ``Which languages?/French``."""
    found = []
    for position, sign in enumerate(part):
        if sign in separators:
            before, after = part[:position], part[position + 1 :].removesuffix("]")
            questions = [each for each in _any_named(index, before) if each.type == "select_multiple"]
            found += [Target(question, code) for question in questions for code in _codes_named(question, after)]
    return found


def _any_named(index: QuestionIndex, text: str) -> tuple[FormQuestion, ...]:
    if not text.strip():
        return ()
    return index.exact.get(text.strip()) or index.names.get(plain(text)) or index.labels.get(plain(text)) or index.bares.get(bare(text), ())


def _codes_named(question: FormQuestion, text: str) -> tuple[str, ...]:
    wanted = plain(text)
    codes = tuple(option.code for option in question.options if plain(option.code) == wanted)
    return codes or tuple(option.code for option in question.options if wanted in {plain(label) for label in option.label.values()})

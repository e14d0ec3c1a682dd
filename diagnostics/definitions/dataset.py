"""What a data set of a mission looks like: its columns, its key and the rules between its columns."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, Self

from pydantic import Field, field_validator, model_validator

from diagnostics.definitions.base import KNOWLEDGE, Definition, Text, as_definition, repeated
from diagnostics.definitions.dataset_rules import AnyRule, Condition, Name, OneFilled, Sentence
from diagnostics.definitions.problems import BadInput, Problem, Severity
from diagnostics.definitions.yaml_reader import read_yaml

FOLDER = KNOWLEDGE / "datasets"
ColumnType = Literal["text", "code", "integer", "number", "date", "month"]
ELSEWHERE = re.compile(r"standard\.(criteria|items|documents)$|instrument\.[a-z0-9-]+\.items$")


class Code(Definition):
    """One value that a column of type ``code`` may hold."""

    code: Text
    meaning: str = Field(min_length=2)
    synonyms: tuple[Text, ...] = ()
    """How other systems write it, for ``hrm-review map``."""


class DataColumn(Definition):
    """One column of a data set."""

    name: Name
    type: ColumnType
    description: Sentence
    required: bool
    """True: no cell may be empty."""
    personal: bool
    """True: what stands in it never reaches a message, a log or a report."""
    optional: bool = False
    """True: the whole column may be left out of the file."""
    person: bool = False
    """True: it names a person, and is replaced by a pseudonym on reading."""
    prefilled: bool = False
    """True: the form of ``hrm-review new`` holds it already. A row that holds nothing else was not filled in."""
    synonyms: tuple[Text, ...] = ()
    """How other systems head it, for ``hrm-review map``."""
    unit: str = ""
    min: float | None = None
    max: float | None = None
    codes: tuple[Code, ...] = ()
    pattern: str | None = None
    form: str = ""
    """The pattern in words, shown as what is allowed."""
    references: str | None = None
    """Where the values must stand: ``<data set>.<column>``, ``standard.criteria``, ``standard.items``, ``standard.documents`` (the list of
    reference documents for the mission's standard) or ``instrument.<id>.items``."""
    except_where: Condition | None = None
    """Rows of the other data set that do not count, such as documents that are listed as missing."""
    when_unknown: Severity = "error"
    """How a value that stands nowhere in ``references`` is taken."""
    several: bool = False
    """True: one cell may hold several values, separated by spaces, semicolons or commas."""
    scale_of: Name | None = None
    """The column that holds the item whose scale says what may stand here."""
    not_after: Literal["as_of"] | None = None
    """The last day a date may have: the mission's ``as_of``."""
    advice: Sentence | None = None
    """What to do about a wrong value, where the general advice would not help."""

    @field_validator("pattern")
    @classmethod
    def _compiles(cls, pattern: str | None) -> str | None:
        try:
            re.compile(pattern or "")
        except re.error as error:
            raise ValueError(f"this is not a regular expression: {error}") from None
        return pattern

    @model_validator(mode="after")
    def _fits_its_type(self) -> Self:
        if (self.min is not None or self.max is not None) and self.type not in ("integer", "number"):
            raise ValueError("'min' and 'max' belong to an integer or a number")
        if self.not_after and self.type != "date":
            raise ValueError("'not_after' belongs to a date")
        if self.codes and self.type != "code":
            raise ValueError("'codes' belong to the type code")
        if self.pattern and not self.form:
            raise ValueError("say the 'pattern' in words as 'form'")
        if self.person and not self.personal:
            raise ValueError("a column that names a person is personal")
        return self

    @property
    def numeric(self) -> bool:
        return self.type in ("integer", "number")


class Key(Definition):
    """The columns that together name a row: no two rows may have the same."""

    columns: tuple[Name, ...] = Field(min_length=1)
    at: Name
    """The one of them that a message about a repeated row points to."""
    advice: Sentence

    @model_validator(mode="after")
    def _points_to_itself(self) -> Self:
        if self.at not in self.columns:
            raise ValueError("'at' must be one of the key's columns")
        return self


class Dataset(Definition):
    """The definition of one data set (``questionnaires/datasets/<id>.yaml``)."""

    id: Name
    title: str = Field(min_length=2)
    """What stands in "not available: no … data"."""
    description: Sentence
    stands_in_for: Name | None = None
    """Another data set that says the same in another form: a mission brings one of the two."""
    number: int | None = Field(default=None, ge=1)
    """Its place in the documentation's list; none for a data set that stands in for another."""
    direction: Literal["input", "output"] = "input"
    """``output``: it says what the standard or the survey itself holds. The kit writes it, and a mission cannot bring it."""
    columns: tuple[DataColumn, ...] = Field(min_length=1)
    key: Key
    rules: tuple[AnyRule, ...] = ()

    @model_validator(mode="after")
    def _names_exist(self) -> Self:
        if twice := repeated(self.names):
            raise ValueError(f"these columns are defined twice: {', '.join(twice)}")
        used = {*self.key.columns, *(name for rule in self.rules for name in rule.columns())}
        used |= {column.scale_of for column in self.columns if column.scale_of}
        unknown = sorted(used - set(self.names))
        if unknown:
            raise ValueError(f"a key, a rule or 'scale_of' names columns that are not defined: {', '.join(unknown)}")
        return self

    def column(self, name: str) -> DataColumn:
        """One column by its name."""
        return next(column for column in self.columns if column.name == name)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    def alternatives(self) -> tuple[OneFilled, ...]:
        """The rules of which every row needs one column or another, so that not all of them may be left out of a file."""
        return tuple(rule for rule in self.rules if isinstance(rule, OneFilled) and rule.when is None)


@cache
def load_dataset(dataset_id: str) -> Dataset:
    """Read one bundled data set definition. Raises ``BadInput`` with every fault and its line."""
    return as_definition(Dataset, read_yaml(FOLDER / f"{dataset_id}.yaml", f"datasets/{dataset_id}.yaml"))


@cache
def load_datasets() -> tuple[Dataset, ...]:
    """All bundled data set definitions by id. Raises ``BadInput`` with every fault, dangling references too."""
    datasets = tuple(load_dataset(path.stem) for path in sorted(FOLDER.glob("*.yaml")))
    dangling = [problem for dataset in datasets for problem in _dangling(dataset, datasets)]
    if dangling:
        raise BadInput(dangling)
    return datasets


def _dangling(dataset: Dataset, datasets: tuple[Dataset, ...]) -> list[Problem]:
    known = {f"{other.id}.{name}" for other in datasets for name in other.names}
    file = f"datasets/{dataset.id}.yaml"
    advice = "Write <data set>.<column>, standard.criteria, standard.items, standard.documents or instrument.<id>.items."
    columns = [
        Problem(file, advice, "dangling-reference", column=f"columns.{column.name}.references", found=column.references)
        for column in dataset.columns
        if column.references and column.references not in known and not ELSEWHERE.match(column.references)
    ]
    rules = [
        Problem(file, "Write <data set>.<column>.", "dangling-reference", column=f"rules.{number}", found=reference)
        for number, rule in enumerate(dataset.rules)
        for reference in rule.elsewhere()
        if reference not in known
    ]
    return columns + rules

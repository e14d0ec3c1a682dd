"""Survey instruments: items that staff agree or disagree with, each tied to a process."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Self

from pydantic import Field, model_validator

from diagnostics.definitions.base import KNOWLEDGE, Definition, Text, as_definition, repeated
from diagnostics.definitions.yaml_reader import read_yaml

FOLDER = KNOWLEDGE / "instruments"
ItemId = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9]*-[0-9]{2}$")]


class AnswerOption(Definition):
    """One answer that a respondent may choose."""

    code: Text
    label: str = Field(min_length=2)
    value: float | None = None
    """Place on the scale; empty for answers that are no opinion, such as don't know."""


class AnswerScale(Definition):
    """The answers that every item of the instrument offers, in the order shown."""

    name: str
    options: tuple[AnswerOption, ...] = Field(min_length=2)
    positive: tuple[Text, ...] = Field(min_length=1)
    """Codes that count as agreement with an item that is not reversed."""
    negative: tuple[Text, ...] = Field(min_length=1)
    dont_know: Text = "DK"

    @model_validator(mode="after")
    def _codes_exist(self) -> Self:
        codes = self.codes()
        if repeated(codes):
            raise ValueError("a code stands twice in 'options'")
        unknown = {*self.positive, *self.negative, self.dont_know} - set(codes)
        if unknown:
            raise ValueError(f"'positive', 'negative' or 'dont_know' name codes that are not options: {', '.join(sorted(unknown))}")
        if set(self.positive) & set(self.negative):
            raise ValueError("a code is both 'positive' and 'negative'")
        return self

    def codes(self) -> tuple[str, ...]:
        return tuple(option.code for option in self.options)


class InstrumentItem(Definition):
    """One statement. It asks about one thing only."""

    id: ItemId
    text: str = Field(min_length=10)
    measures: str = Field(min_length=3)
    """The one thing that the statement measures."""
    process: str = Field(pattern=r"^P([1-9]|1[0-2])$")
    reverse: bool = False
    """True: agreement is bad news, so ``negative`` codes count as positive."""
    rad_factor: int | None = Field(default=None, ge=1, le=10)
    """Factor of the Revised Arusha Declaration, for integrity surveys."""


class Theme(Definition):
    """A name for the items of one process, as respondents and readers see it."""

    process: str
    name: str = Field(min_length=3)


class AboutOption(Definition):
    """One thing that a respondent may be."""

    code: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    label: str = Field(min_length=2)


class AboutRespondent(Definition):
    """What respondents are asked about themselves, before the statements."""

    id: str = Field(pattern=r"^[a-z][a-z_]*$")
    label: str = Field(min_length=2)
    hint: str = Field(min_length=2)
    options: tuple[AboutOption, ...] = ()
    """What may be chosen; without any the answer is written."""


class Instrument(Definition):
    """A survey (``questionnaires/instruments/<id>.yaml``)."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    version: Text
    title: str
    source: str
    """Where the wording comes from, and what is ours."""
    introduction: str
    """What respondents read first."""
    scale: AnswerScale
    about: tuple[AboutRespondent, ...] = ()
    """Asked instead of unit, grade band and sex, where respondents are no staff of the administration."""
    themes: tuple[Theme, ...] = Field(min_length=1)
    items: tuple[InstrumentItem, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if twice := repeated(self.item_ids()):
            raise ValueError(f"these items stand twice: {', '.join(twice)}")
        without = {item.process for item in self.items} - {theme.process for theme in self.themes}
        nameless = sorted(without, key=lambda process: int(process[1:]))
        if nameless:
            raise ValueError(f"these processes have items but no theme: {', '.join(nameless)}")
        return self

    def item_ids(self) -> tuple[str, ...]:
        return tuple(item.id for item in self.items)


@cache
def load_instrument(instrument_id: str) -> Instrument:
    """Read one bundled instrument. Raises ``BadInput`` with every fault and its line."""
    return as_definition(Instrument, read_yaml(FOLDER / f"{instrument_id}.yaml", f"instruments/{instrument_id}.yaml"))


@cache
def load_instruments() -> tuple[Instrument, ...]:
    """All bundled instruments by id."""
    return tuple(load_instrument(path.stem) for path in sorted(FOLDER.glob("*.yaml")))

"""From when on the distribution of an input is worth a warning. Every threshold is data, with its unit, its date and its source."""

from __future__ import annotations

import datetime
from functools import cache

from pydantic import Field

from diagnostics.definitions.base import KNOWLEDGE, Definition, Number, as_definition
from diagnostics.definitions.dataset_rules import Name
from diagnostics.definitions.yaml_reader import read_yaml

FILE = KNOWLEDGE / "datasets" / "warnings" / "thresholds.yaml"


class Threshold(Definition):
    """One number from which a warning follows."""

    value: Number
    unit: str = Field(min_length=3)
    as_of: datetime.date
    source: str = Field(min_length=4)
    """Where the number comes from; ``ours`` for a house rule."""


class AnswersAndShare(Definition):
    """Respondents with enough answers, and the share of them that is worth a warning."""

    answers: Threshold
    share: Threshold


class DuplicateInterviews(Definition):
    """How many findings two interviews must share, all of them, to count as one and the same."""

    findings: Threshold


class Speed(Definition):
    """How fast nobody can answer, and the share of respondents that is worth a warning."""

    seconds_per_item: Threshold
    share: Threshold


class WatchedColumn(Definition):
    """A column whose last digits, or whose days of the month, are looked at."""

    data_set: Name
    column: Name


class DigitPreference(Definition):
    """When numbers that end in 0 or 5 are too many."""

    rows: Threshold
    index: Threshold
    chance: Threshold
    columns: tuple[WatchedColumn, ...]


class ShareOnly(Definition):
    """A share below which a unit is named."""

    share: Threshold


class DataWarnings(Definition):
    """The content of ``questionnaires/datasets/warnings/thresholds.yaml``."""

    straight_lining: AnswersAndShare
    same_answers: AnswersAndShare
    duplicate_interviews: DuplicateInterviews
    speed: Speed
    digit_preference: DigitPreference
    completeness: ShareOnly
    response_rate: ShareOnly


@cache
def load_data_warnings() -> DataWarnings:
    """The bundled thresholds. Raises ``BadInput`` with every fault and its line."""
    return as_definition(DataWarnings, read_yaml(FILE, "datasets/warnings/thresholds.yaml"))

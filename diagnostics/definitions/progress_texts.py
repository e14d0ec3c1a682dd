"""What a quarter's progress form says to whoever fills it in (``questionnaires/progress_form.yaml``)."""

from __future__ import annotations

from functools import cache

from diagnostics.definitions.base import KNOWLEDGE, Definition, Text, read_definition
from diagnostics.definitions.dataset_rules import Sentence


class ProgressTexts(Definition):
    """Every text of a progress form, in English. ``{…}`` is filled in."""

    instructions_sheet: Text
    progress_sheet: Text
    title: Text
    introduction: Sentence
    steps: tuple[Sentence, ...]
    personal: Sentence
    headings: dict[str, Text]
    """Column → what stands above it."""
    hints: dict[str, Sentence]
    """Column → what is shown beside a cell of it."""
    statuses: dict[str, Text]
    """Code of a status → what the list shows."""
    asked: dict[str, Text]
    """Why an action is asked about → what the form says."""
    not_possible: Text
    refusals: dict[str, Sentence]
    """Sort of cell → what a spreadsheet says when something else is typed."""


@cache
def load_progress_texts() -> ProgressTexts:
    """The texts of progress forms. Raises ``BadInput`` with every fault and its line."""
    return read_definition(ProgressTexts, KNOWLEDGE / "progress_form.yaml", "progress_form.yaml")

"""What the exports of one program have in common."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from diagnostics.intake.exports.sheets import ExportSheet

PERSONAL = "may name a person or a device and is not taken over"
MADE_BY_PROGRAM = "made by the program, no answer"
COORDINATES = "part of a place or a file, no answer"


def path_ends(heading: str, separators: str) -> list[str]:
    """The heading, then what stands behind each separator: ``a/b/c``, ``b/c``, ``c``."""
    ends = [heading]
    ends += [heading[position + 1 :] for position, sign in enumerate(heading) if sign in separators]
    return ends


@dataclass(frozen=True)
class Layout:
    """How one program writes its exports.

    Attributes:
        kind: the program.
        separators: signs between the groups above a question and its name.
        submission, submitted_at, form_version: headings of these columns, the first that stands there counts.
        own: headings of further columns of the program, in lower case, and why they are ignored.
        own_patterns: the same for headings that vary.
        child_parent: in sheets of repeated parts the heading that points to the row above, and the heading it points to.
        parent_sheet: the heading that names the sheet above, where the program says it.
        unanswered: texts that stand for no answer, as ``plain`` writes them.
        readings: how to find the name in a heading; by default the ends of its path.
        tidy: takes away rows that are no answers; gives the sheet and a reason for each number of rows.
    """

    kind: str
    separators: str = "/"
    submission: tuple[str, ...] = ()
    submitted_at: tuple[str, ...] = ()
    form_version: tuple[str, ...] = ()
    own: Mapping[str, str] = field(default_factory=dict)
    own_patterns: tuple[tuple[re.Pattern[str], str], ...] = ()
    child_parent: tuple[str, str] | None = None
    parent_sheet: str | None = None
    unanswered: frozenset[str] = frozenset()
    readings: Callable[[str], list[str]] | None = None
    tidy: Callable[[ExportSheet], tuple[ExportSheet, Mapping[str, int]]] | None = None

    def alternatives(self, heading: str) -> list[str]:
        """The parts of a heading that may be the name of a question, the longest first."""
        return self.readings(heading) if self.readings else path_ends(heading, self.separators)

    def why_ignored(self, heading: str) -> str | None:
        """Why a column of the program itself is ignored; none for a heading that the program does not add."""
        plain_heading = heading.strip().lower()
        if plain_heading in self.own:
            return self.own[plain_heading]
        return next((why for pattern, why in self.own_patterns if pattern.search(plain_heading)), None)

    def is_child(self, sheet: ExportSheet) -> bool:
        """Whether a sheet holds a repeated part."""
        return self.child_parent is not None and sheet.at(self.child_parent[0]) is not None

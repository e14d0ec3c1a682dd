"""Which column of a file is which column of a data set."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from diagnostics.definitions.dataset import Dataset
from diagnostics.definitions.problems import Problem
from diagnostics.intake.grid import Place, column_letter

SURELY_MEANT = 0.75  # likeness above which an unknown heading is taken for a misspelt one, ours
PERHAPS_MEANT = 0.5
TITLE_ROWS = 20  # how far down the headings are looked for


@dataclass(frozen=True)
class Headings:
    """Where each known column stands in the file (by position from 0), and what is wrong with the headings."""

    positions: dict[str, int]
    problems: tuple[Problem, ...]


def find_heading_row(rows: Sequence[Sequence[object]], known: Sequence[str]) -> int:
    """The row of headings, counted from 0: that with most known names near the top, as a title may stand above it.

    Args:
        rows: the first rows of the table; an empty cell is None or an empty text.
        known: names of columns that are expected.

    Returns:
        The first filled row where no row has at least two known names.
    """
    counts = [sum(normal_name(str(cell)) in known for cell in row) for row in rows[:TITLE_ROWS]]
    if counts and max(counts) >= 2:
        return counts.index(max(counts))
    return next((number for number, row in enumerate(rows) if any(is_filled(cell) for cell in row)), 0)


def is_filled(cell: object) -> bool:
    """Whether anything stands in a cell, as one of the readers gives it."""
    return cell is not None and str(cell).strip() != ""


def match_headings(headings: Sequence[str | None], dataset: Dataset, filled: Sequence[bool], place: Place) -> Headings:
    """Match the headings of a file with the columns of a data set.

    Args:
        headings: the heading row, null where a heading is empty.
        dataset: what is expected.
        filled: whether anything stands below each heading.
        place: where the headings stand.
    """
    if not any(normal_name(heading or "") in dataset.names for heading in headings):
        # Without headings the first row may be a person's: nothing of it is shown.
        advice = "None of the expected headings stands in the first filled row. Put one row of headings above the table."
        return Headings({}, (place.problem("no-headings", advice, allowed=", ".join(dataset.names)),))
    positions: dict[str, int] = {}
    problems: list[Problem] = []
    unknown: list[tuple[int, str]] = []
    for position, heading in enumerate(headings):
        name = normal_name(heading or "")
        if not name:
            if filled[position]:
                advice = "The column has no heading and is ignored. Give it one if it is needed."
                problems.append(place.problem("no-heading", advice, column_letter(position), severity="warning"))
        elif name not in dataset.names:
            unknown.append((position, heading or ""))
        elif name in positions:
            first = column_letter(positions[name])
            advice = f"This heading stands above column {first} already. Keep one of the two columns."
            problems.append(place.problem("duplicate-header", advice, name, found=f"{heading} (column {column_letter(position)})"))
        else:
            positions[name] = position
    missing = [column.name for column in dataset.columns if column.name not in positions and not column.optional]
    problems += _judge_unknown([heading for _, heading in unknown], missing, dataset, place)
    for rule in dataset.alternatives():
        if not set(rule.one_of) & positions.keys():
            choice = " or ".join(f"'{name}'" for name in rule.one_of)
            problems.append(place.problem("missing-column", f"One of these columns is needed. Add {choice}.", rule.one_of[0]))
    return Headings(positions, tuple(problems))


def normal_name(heading: str) -> str:
    """A heading as column names are written: ``Criterion ID`` is ``criterion_id``."""
    return re.sub(r"[\s\-]+", "_", heading.strip().lower())


def _judge_unknown(unknown: list[str], missing: list[str], dataset: Dataset, place: Place) -> list[Problem]:
    problems = []
    missing = list(missing)
    for heading in unknown:
        meant = _nearest(heading, missing, SURELY_MEANT)
        if meant:
            missing.remove(meant)
            advice = f"The column '{meant}' is missing, and this heading looks like it. Rename it to '{meant}'."
            problems.append(place.problem("misspelt-column", advice, heading, found=heading, allowed=meant))
            continue
        near = _nearest(heading, dataset.names, PERHAPS_MEANT)
        hint = f" The nearest known name is '{near}'." if near else ""
        advice = f"No column of this name is known. It is ignored.{hint}"
        allowed = ", ".join(dataset.names)
        problems.append(place.problem("unknown-column", advice, heading, found=heading, allowed=allowed, severity="warning"))
    for name in missing:
        description = dataset.column(name).description
        problems.append(place.problem("missing-column", f"This column is missing. Add it: {description[0].lower()}{description[1:]}", name))
    return problems


def _nearest(heading: str, names: Sequence[str], cutoff: float) -> str | None:
    return next(iter(difflib.get_close_matches(normal_name(heading), names, n=1, cutoff=cutoff)), None)

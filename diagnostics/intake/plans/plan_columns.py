"""Which column of a ministry's own plan is which field: the row of headings is found, and each heading is understood by its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from diagnostics.definitions.plan_headings import load_plan_headings, plain
from diagnostics.definitions.problems import Problem, Severity
from diagnostics.intake.grid import column_letter
from diagnostics.intake.plans.plan_grid import Sheet
from diagnostics.intake.plans.plan_sheet import DAYS
from diagnostics.intake.plans.plan_values import currency_of, text_of, unit_of_time

LOOKED_AT = 30  # rows in which the headings are looked for
SURE, CLEARLY = 88, 4  # how alike, of 100, a heading and a word are at least, and by how much more than the next field's; ours
LEAST = 2
"""Known headings that make a row one of headings."""
_BRACKETED = re.compile(r"[(\[]([^)\]]*)[)\]]")
_NUMBERED = re.compile(r"^[0-9]{1,2}[.)]\s+")
_LINKS = {"in", "en", "u", "of", "de"}


@dataclass(frozen=True)
class Column:
    """One column that is understood.

    Attributes:
        place: where it stands, from 0.
        heading: as it stands in the file.
        field: of an action; ``days:ROLE`` for the person-days of a role.
        unit: of time, or the ISO code of a currency, where the heading names one.
        guessed: the word that it was taken for, where it is spelt otherwise.
    """

    place: int
    heading: str
    field: str
    unit: str = ""
    guessed: str = ""


@dataclass(frozen=True)
class Understood:
    """The headings of a sheet: where they stand, from 0, which columns are understood, and what is wrong."""

    top: int
    bottom: int
    columns: tuple[Column, ...] = ()
    problems: tuple[Problem, ...] = field(default=())


def understand_headings(sheet: Sheet, file: str, roles: Mapping[str, str]) -> Understood | None:
    """Find the row of headings and understand each.

    Args:
        sheet: the sheet.
        file: what to call the file in messages.
        roles: a role's name, as ``plain`` gives it → its id.

    Returns:
        None where no row has two known headings.
    """
    counts = [len({found.field for found in _in_row(sheet, row, row, roles)}) for row in range(min(LOOKED_AT, len(sheet.cells)))]
    if not counts or max(counts) < LEAST:
        return None
    top = counts.index(max(counts))
    bottom = _last_heading_row(sheet, top)
    first = min([top, *(one[0] for one in sheet.merged if one[0] <= top <= one[2])])
    return _judged(sheet, file, first, bottom, roles)


def _last_heading_row(sheet: Sheet, top: int) -> int:
    """Headings may take several rows: some merged downwards, others with finer ones below them."""
    below = [bottom for first, _, bottom, _ in sheet.merged if first <= top <= bottom]
    wider = any(first == top and right > left for first, left, _, right in sheet.merged)
    return max([top + 1 if wider and not _nothing_below(sheet, top) else top, *below])


def _nothing_below(sheet: Sheet, top: int) -> bool:
    """Whether the merged headings of a row have nothing of their own below them."""
    wide = [(left, right) for first, left, bottom, right in sheet.merged if first == top and right > left and bottom == top]
    return not any(text_of(sheet.at(top + 1, column)) for left, right in wide for column in range(left, right + 1))


def _heading(sheet: Sheet, top: int, bottom: int, column: int) -> tuple[str, ...]:
    """What stands over a column from above, merged cells counted for each of theirs."""
    parts = []
    for row in range(top, bottom + 1):
        cell = next(
            ((first, left) for first, left, last, right in sheet.merged if first <= row <= last and left <= column <= right), (row, column)
        )
        parts.append(text_of(sheet.at(*cell)).replace("\n", " "))
    return tuple(dict.fromkeys(part for part in parts if part))


def _in_row(sheet: Sheet, top: int, bottom: int, roles: Mapping[str, str]) -> Iterable[Column]:
    for place in range(sheet.width):
        heading = _heading(sheet, top, bottom, place)
        found, _ = understand(heading, place, roles)
        if found:
            yield found


def _judged(sheet: Sheet, file: str, top: int, bottom: int, roles: Mapping[str, str]) -> Understood:
    columns: dict[str, Column] = {}
    problems: list[Problem] = []
    for place in range(sheet.width):
        parts = _heading(sheet, top, bottom, place)
        heading = " ".join(parts)
        found, several = understand(parts, place, roles)
        filled = any(text_of(sheet.at(below, place)) for below in range(bottom + 1, len(sheet.cells)))
        if fault := _fault(heading, found, several, columns, filled):
            kind, advice, severity = fault
            where = sheet.row(bottom), column_letter(place), heading[:60] or None
            problems.append(Problem(file, advice, kind, *where, sheet=sheet.name, severity=severity))
        if found and found.field not in columns:
            columns[found.field] = found
    return Understood(top, bottom, tuple(columns.values()), tuple(problems))


def _fault(
    heading: str, found: Column | None, several: tuple[str, ...], columns: Mapping[str, Column], filled: bool
) -> tuple[str, str, Severity] | None:
    """What is wrong with one heading, or had to be guessed: kind, advice, severity."""
    if not heading:
        advice = "The column has no heading and is ignored. Give it one if it belongs to the plan."
        return ("no-heading", advice, "warning") if filled else None
    if several:
        choice = " or ".join(f"'{_word_for(one)}'" for one in several)
        return "ambiguous-heading", f"This heading may mean several things. Rename it: {choice}.", "error"
    if found is None:
        return "unknown-column", "This column is not understood and is ignored. Rename it if it belongs to the plan.", "warning"
    if found.field in columns:
        first = columns[found.field]
        other = f"Column {column_letter(first.place)} ('{first.heading[:60]}')"
        return "duplicate-header", f"{other} is read as '{found.field}' too. Keep one, or rename the other.", "error"
    if found.guessed:
        advice = f"Read as '{found.guessed}', that is '{found.field}'. Rename the column if it is something else."
        return "guessed-heading", advice, "warning"
    return None


def _word_for(field_name: str) -> str:
    return load_plan_headings().headings[field_name][0]


def understand(parts: Sequence[str], place: int, roles: Mapping[str, str]) -> tuple[Column | None, tuple[str, ...]]:
    """What a heading means: its column, or the fields that it may mean, or neither.

    Args:
        parts: what stands over the column, from above. The whole counts first, then the lowest part alone, then what is alike.
        place: of the column.
        roles: a role's name, as ``plain`` gives it → its id.
    """
    if not parts:
        return None, ()
    heading = " ".join(parts)
    for text in dict.fromkeys((heading, parts[-1])):
        found, several = _exactly(text, heading, place, roles)
        if found or several:
            return found, several
    bare, unit = _without_unit(_NUMBERED.sub("", heading.strip()))
    return _by_likeness(heading, plain(bare), place, unit)


def _exactly(text: str, heading: str, place: int, roles: Mapping[str, str]) -> tuple[Column | None, tuple[str, ...]]:
    words = load_plan_headings()
    bare, unit = _without_unit(_NUMBERED.sub("", text.strip()))
    for form in dict.fromkeys((plain(text), plain(bare))):
        if form in words.several:
            return None, words.several[form]
        if form in words.field_of:
            return Column(place, heading, words.field_of[form], unit), ()
    effort = re.split(r"\s*[:–—]\s*", text, maxsplit=1)
    if len(effort) == 2 and words.field_of.get(plain(effort[0])) == "person_days" and effort[1].strip():
        return Column(place, heading, DAYS + roles.get(plain(effort[1]), effort[1].strip()), unit), ()
    return None, ()


def _without_unit(heading: str) -> tuple[str, str]:
    """A heading without the unit that it names, in brackets or at its end, and that unit."""
    named = [unit for inner in _BRACKETED.findall(heading) if (unit := _unit(inner))]
    bare = _BRACKETED.sub(" ", heading).strip()
    parts = re.split(r"[\s,/]+", bare)
    linked = len(parts) > 2 and plain(parts[-2]) in _LINKS
    # Without a link only a currency counts as a unit: 'person days' is no duration in days.
    if not named and len(parts) > 1 and (unit := _unit(parts[-1])) and (linked or unit.isupper()):
        named, bare = [unit], " ".join(parts[: -2 if linked else -1])
    return bare, named[0] if named else ""


def _unit(text: str) -> str:
    words = [word for word in re.split(r"[\s,/]+", text) if word and plain(word) not in _LINKS]
    return next((unit for word in (text, *words) if (unit := unit_of_time(word) or currency_of(word))), "")


def _by_likeness(heading: str, form: str, place: int, unit: str) -> tuple[Column | None, tuple[str, ...]]:
    """The field with the word that is most like a heading; several where two are as good."""
    from rapidfuzz import fuzz

    best: dict[str, tuple[float, str]] = {}
    if len(form) >= 4:  # shorter ones are alike by chance
        for word, name in load_plan_headings().field_of.items():
            best[name] = max(best.get(name, (0.0, "")), (fuzz.ratio(form, word), word))
    ranked = sorted(best.items(), key=lambda one: -one[1][0])
    if not ranked or ranked[0][1][0] < SURE:
        return None, ()
    near: Sequence[str] = [name for name, (score, _) in ranked if score > ranked[0][1][0] - CLEARLY]
    if len(near) > 1:
        return None, tuple(near)
    name, (_, word) = ranked[0]
    return Column(place, heading, name, unit, guessed=word), ()

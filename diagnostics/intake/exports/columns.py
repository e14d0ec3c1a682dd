"""What becomes of each column of a sheet: the question it answers, the part it plays, or the reason why it is ignored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from diagnostics.definitions.form import Form
from diagnostics.definitions.problems import Problem
from diagnostics.intake.exports.account import ColumnFate, Fate
from diagnostics.intake.exports.layout import Layout
from diagnostics.intake.exports.matching import QuestionIndex, Target, targets_of
from diagnostics.intake.exports.sheets import ExportSheet
from diagnostics.intake.exports.words import plain
from diagnostics.intake.grid import column_letter

ROLES = ("submission", "submitted_at", "form_version")
_ROLE_WORDS = {"submission": "id of the submission", "submitted_at": "when it was submitted", "form_version": "version of the form"}


@dataclass(frozen=True)
class ColumnPlan:
    """How a sheet is read.

    Attributes:
        targets: the question that a column answers, by position.
        roles: the position of the columns in ``ROLES`` that the sheet has.
        respondent: the position of the question that says who answers.
        fates: what becomes of every column, in order.
        problems: about headings.
    """

    targets: Mapping[int, Target]
    roles: Mapping[str, int]
    respondent: int | None
    fates: tuple[ColumnFate, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class _Judged:
    """One column: its fate and why; the target where it answers a question; the problem that it makes."""

    fate: Fate
    why: str
    target: Target | None = None
    problem: Problem | None = None


def plan_columns(sheet: ExportSheet, layout: Layout, index: QuestionIndex, form: Form) -> ColumnPlan:
    """Say what becomes of each column. Two columns for one question are an error that names both."""
    roles = {role: position for role in ROLES if (position := _role_position(sheet, getattr(layout, role), index)) is not None}
    judged = {position: _judge(sheet, position, layout, index, roles) for position in range(len(sheet.headings))}
    judged = _without_collisions(sheet, judged)
    targets = {position: each.target for position, each in judged.items() if each.target is not None and each.fate == "used"}
    respondent = next((position for position, target in targets.items() if target.question.name == form.respondent), None)
    if respondent is not None:
        del targets[respondent]
    fates = tuple(
        ColumnFate(sheet.place.file, sheet.place.sheet, column_letter(position), heading_shown(sheet, position), each.fate, each.why)
        for position, each in judged.items()
    )
    return ColumnPlan(targets, roles, respondent, fates, tuple(each.problem for each in judged.values() if each.problem))


def heading_shown(sheet: ExportSheet, position: int) -> str:
    """The heading as messages show it, without the signs that only the kit puts there."""
    return sheet.headings[position].replace("\x1f", "")


def _role_position(sheet: ExportSheet, headings: tuple[str, ...], index: QuestionIndex) -> int | None:
    found = (sheet.at(heading) for heading in headings)
    return next((position for position in found if position is not None and sheet.headings[position] not in index.exact), None)


def _judge(sheet: ExportSheet, position: int, layout: Layout, index: QuestionIndex, roles: Mapping[str, int]) -> _Judged:
    heading = sheet.headings[position]
    exact = index.exact.get(heading, ())
    if len(exact) == 1:
        return _Judged("used", exact[0].item, Target(exact[0]))
    ours = _by_the_program(sheet, position, layout, roles)
    if ours or not heading:
        return ours or _headless(sheet, position)
    if any(plain(part) in index.notes for part in layout.alternatives(heading)):
        return _Judged("ignored", "a note of the form, which nobody answers")
    targets = targets_of(index, layout.alternatives(heading)) or targets_of(index, [sheet.labels.get(position, "")])
    return _judge_targets(sheet, position, targets, index)


def _by_the_program(sheet: ExportSheet, position: int, layout: Layout, roles: Mapping[str, int]) -> _Judged | None:
    """What becomes of a column that the program adds; none for every other."""
    heading = sheet.headings[position]
    role = next((role for role, place in roles.items() if place == position), None)
    if role:
        return _Judged("used", _ROLE_WORDS[role])
    joins = (*layout.child_parent, layout.parent_sheet or "") if layout.child_parent else ()
    if heading and heading.casefold() in {each.casefold() for each in joins}:
        return _Judged("used", "joins repeated parts with the rows above them")
    why = layout.why_ignored(heading)
    return _Judged("ignored", why) if why else None


def _is_empty(sheet: ExportSheet, position: int) -> bool:
    return not sheet.cells.iloc[:, position].notna().any()


def _headless(sheet: ExportSheet, position: int) -> _Judged:
    if _is_empty(sheet, position):
        return _Judged("ignored", "empty and without a heading")
    advice = "The column has no heading and is ignored. Give it one if it is needed."
    return _Judged("ignored", "without a heading", problem=_problem(sheet, position, "no-heading", advice, severity="warning"))


def _judge_targets(sheet: ExportSheet, position: int, targets: tuple[Target, ...], index: QuestionIndex) -> _Judged:
    if len(targets) == 1:
        return _Judged("used", str(targets[0]), targets[0])
    if _is_empty(sheet, position):
        return _Judged("ignored", "empty, and no question of the form by its heading alone")
    if targets:
        names = ", ".join(str(target) for target in targets[:6]) + (" and others" if len(targets) > 6 else "")
        advice = "The heading may mean several questions. Export names instead of labels, or write the question's id above the column."
        return _Judged("problem", "may be several questions", problem=_problem(sheet, position, "ambiguous-heading", advice, allowed=names))
    near = index.nearest(sheet.headings[position], sheet.headings)
    hint = f" The nearest name is '{near}'." if near else ""
    advice = f"The form has no question of this name or label, so the column is ignored.{hint}"
    why = "the form has no such question"
    return _Judged("ignored", why, problem=_problem(sheet, position, "unknown-column", advice, severity="warning"))


def _without_collisions(sheet: ExportSheet, judged: Mapping[int, _Judged]) -> dict[int, _Judged]:
    """The same columns, where several answer one question as a problem each; an empty one gives way to a filled one."""
    places: dict[tuple[str, str | None], list[int]] = {}
    for position, each in judged.items():
        if each.target:
            places.setdefault((each.target.question.name, each.target.option), []).append(position)
    result = dict(judged)
    for positions in places.values():
        filled = [position for position in positions if not _is_empty(sheet, position)]
        kept = filled or positions[:1]
        for position in positions:
            if len(positions) > 1 and position not in kept:
                result[position] = _Judged("ignored", f"empty; column {column_letter(kept[0])} answers the same question")
            elif len(kept) > 1:
                result[position] = _collided(sheet, position, kept, judged[position].why)
    return result


def _collided(sheet: ExportSheet, position: int, positions: list[int], item: str) -> _Judged:
    others = [each for each in positions if each != position]
    named = ", ".join(f"column {column_letter(each)} '{heading_shown(sheet, each)}'" for each in others)
    advice = f"This column and {named} answer the same question {item}. Keep one of them, or give them names of their own."
    return _Judged("problem", f"answers {item} as another column does", problem=_problem(sheet, position, "same-question-twice", advice))


def _problem(sheet: ExportSheet, position: int, kind: str, advice: str, **facts) -> Problem:
    column = heading_shown(sheet, position) or column_letter(position)
    return sheet.place.problem(kind, advice, column, **facts)

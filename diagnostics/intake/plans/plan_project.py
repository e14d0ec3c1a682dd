"""Reads a plan from a project file (MSPDI): ours, or one that MS Project or another program saved."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from diagnostics.definitions.plan_headings import plain
from diagnostics.definitions.planning_figures import load_planning_figures
from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.intake.limits import MAX_WORKBOOK, refuse_size
from diagnostics.intake.plans.project_fields import (
    FINISH_TO_START,
    FIXED_START,
    HOURS_A_DAY,
    MILESTONE,
    NAMESPACE,
    NOT_AFTER,
    NOT_BEFORE,
    SUBJECT,
    TEXT_FIELDS,
)
from diagnostics.intake.values import parse_date, parse_number

_XMLNS = f"{{{NAMESPACE}}}"
_DURATION = re.compile(r"P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?")
_LINKS = {"0": "finish to finish", "2": "start to finish", "3": "start to start"}
_OWN_TEXT = ("criterion", "owner", "indicator", "unit", "target_on", "funding", "deliverable", "evidence", "formula", "data", "objective",
             "status", "direction", "risk", "process")  # fmt: skip
_FROM_TASK = ("action", "title", "start_on", "finish_on", "months", "person_days", "person_days_by_role", "after", "progress", "by")


@dataclass(frozen=True)
class Project:
    """The actions of a project file.

    Attributes:
        rows: the task's id and its fields.
        ours: whether the kit wrote the file.
        said: fields that the file can say.
        told, problems: what was recognised, left out, or had to be read otherwise.
    """

    rows: tuple[tuple[int, dict[str, Any]], ...]
    ours: bool
    said: frozenset[str]
    told: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = field(default=())


def read_project(path: Path, file: str, roles: Mapping[str, str]) -> Project:
    """Read a project file.

    Args:
        path: the .xml file.
        file: what to call it in messages.
        roles: a role's name, as ``plain`` gives it → its id.

    Raises:
        BadInput: not there, too large, with entities of its own, no XML, or no project.
    """
    refuse_size(path, file, MAX_WORKBOOK)
    content = path.read_bytes()
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or content.startswith((b"\xff\xfe", b"\xfe\xff")):
        advice = "The file defines XML entities or is UTF-16, as no project file is. Save it from MS Project again."
        raise BadInput([Problem(file, advice, "xml-entities")])
    try:
        root = ElementTree.fromstring(content)
    except (ElementTree.ParseError, ValueError, LookupError):
        raise BadInput([Problem(file, "This is no XML, or it was cut off. Save it from MS Project again.", "not-xml")]) from None
    if root.tag != f"{_XMLNS}Project":
        advice = "This XML is no project file. Save the project from MS Project as 'XML format'."
        raise BadInput([Problem(file, advice, "not-a-project")])
    return _Reader(root, file, roles).read()


def _text(element: ElementTree.Element, name: str) -> str:
    return (element.findtext(_XMLNS + name) or "").strip()


def _hours(text: str) -> float | None:
    """``PT12H30M0S`` is 12.5; none for what is no duration."""
    found = _DURATION.fullmatch(text)
    if not found or not any(found.groups()):
        return None
    days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return days * 24 + hours + minutes / 60 + seconds / 3600


class _Reader:
    """One project file while it is read."""

    def __init__(self, root: ElementTree.Element, file: str, roles: Mapping[str, str]) -> None:
        self.root, self.file, self.roles = root, file, roles
        self.problems: list[Problem] = []
        self.ours = _text(root, "Subject").startswith(SUBJECT)
        minutes = parse_number(_text(root, "MinutesPerDay") or "")
        self.hours = minutes / 60 if minutes else HOURS_A_DAY
        self.tasks = [task for task in root.iterfind(f"{_XMLNS}Tasks/{_XMLNS}Task") if _text(task, "IsNull") != "1"]
        self.texts = {_text(task, "UID"): self._custom(task) for task in self.tasks} if self.ours else {}
        self.actions = [task for task in self.tasks if self._is_action(task)]
        self.ids = {_text(task, "UID"): self._id(task) for task in self.actions}

    def read(self) -> Project:
        """The whole file."""
        efforts = self._efforts()
        rows = tuple((self._row(task), self._fields(task, efforts.get(_text(task, "UID"), {}))) for task in self.actions)
        if not rows:
            self.problems.append(Problem(self.file, "The project has no task but summaries. Take the plan itself.", "no-rows"))
        left_out = len(self.tasks) - len(self.actions)
        whose = (
            "the kit's own project file"
            if self.ours
            else f"a project file (MSPDI), '{_text(self.root, 'Title') or _text(self.root, 'Name')}'"
        )
        told = [whose, f"{len(rows)} tasks are actions; {left_out} summary tasks and ends of processes are left out"]
        said = frozenset((*_FROM_TASK, *(TEXT_FIELDS if self.ours else ("amount",)), "amount"))
        return Project(rows, self.ours, said, tuple(told), tuple(self.problems))

    def _custom(self, task: ElementTree.Element) -> dict[str, str]:
        names = {str(field_id): name for name, (field_id, _) in TEXT_FIELDS.items()}
        fields = task.iterfind(f"{_XMLNS}ExtendedAttribute")
        return {names[_text(one, "FieldID")]: _text(one, "Value") for one in fields if _text(one, "FieldID") in names}

    def _is_action(self, task: ElementTree.Element) -> bool:
        ends_process = self.texts.get(_text(task, "UID"), {}).get("action", "").startswith(MILESTONE)
        return _text(task, "UID") != "0" and _text(task, "Summary") != "1" and bool(_text(task, "Name")) and not ends_process

    def _id(self, task: ElementTree.Element) -> str:
        own = self.texts.get(_text(task, "UID"), {}).get("action", "")
        return own or ("" if self.ours else re.sub(r"\s+", "-", _text(task, "WBS")) or f"T{_text(task, 'UID')}")

    def _row(self, task: ElementTree.Element) -> int:
        number = parse_number(_text(task, "ID"))
        return int(number) if number else 0

    def _fields(self, task: ElementTree.Element, efforts: dict[str, float]) -> dict[str, Any]:
        texts = self.texts.get(_text(task, "UID"), {})
        fields: dict[str, Any] = {name: texts[name] for name in _OWN_TEXT if texts.get(name)}
        fields |= {"action": self.ids[_text(task, "UID")], "title": _text(task, "Name")}
        fields |= {name: number for name in ("baseline_value", "target_value") if (number := parse_number(texts.get(name, ""))) is not None}
        if day := parse_date(texts.get("baseline_on", "")):
            fields["baseline_on"] = day
        if self.ours:
            fields |= {"partners": tuple(texts.get("partners", "").split()), "quick_win": texts.get("quick_win") == "yes"}
            fields["owner"] = texts.get("owner", "")
        fields["start_on"], fields["finish_on"] = self._day(task, "Start"), self._day(task, "Finish")
        fields["after"] = self._after(task)
        fields |= self._effort(task, efforts) | self._money(task) | self._fixed(task)
        done = parse_number(_text(task, "PercentComplete"))
        if done and 0 < done <= 100:
            fields["progress"] = done / 100
        return fields

    def _day(self, task: ElementTree.Element, name: str) -> datetime.date | None:
        text = _text(task, name)
        day = parse_date(text)
        if day is None and text:
            self._problem(task, "not-a-date", "Correct the date in the program that wrote the file.", name, text, "2027-03-15T08:00:00")
        return day

    def _problem(
        self,
        task: ElementTree.Element,
        kind: str,
        advice: str,
        column: str,
        found: str,
        allowed: str | None = None,
        *,
        warning: bool = False,
    ) -> None:
        severity = "warning" if warning else "error"
        self.problems.append(Problem(self.file, advice, kind, self._row(task), column, found[:40], allowed, severity=severity))

    def _after(self, task: ElementTree.Element) -> tuple[str, ...]:
        """The actions that a task waits for. A summary task stands for every action below it."""
        before: list[str] = []
        for link in task.iterfind(f"{_XMLNS}PredecessorLink"):
            uid, kind = _text(link, "PredecessorUID"), _text(link, "Type") or str(FINISH_TO_START)
            if kind in _LINKS:
                advice = f"The link is '{_LINKS[kind]}'. It is read as finish to start, the only one that the kit knows."
                self._problem(task, "other-link", advice, "PredecessorLink", uid, warning=True)
            if _text(link, "LinkLag") not in ("", "0"):
                self._problem(task, "lag", "The lag of the link is left out.", "LinkLag", _text(link, "LinkLag"), warning=True)
            before += [self.ids[uid]] if uid in self.ids else self._below(uid)
        return tuple(dict.fromkeys(one for one in before if one))

    def _below(self, uid: str) -> list[str]:
        numbers = {_text(task, "UID"): _text(task, "OutlineNumber") for task in self.tasks}
        parent = numbers.get(uid)
        return [self.ids[one] for one, number in numbers.items() if parent and number.startswith(f"{parent}.") and one in self.ids]

    def _efforts(self) -> dict[str, dict[str, float]]:
        """Task → role → person-days, from the assignments."""
        names = {}
        for one in self.root.iterfind(f"{_XMLNS}Resources/{_XMLNS}Resource"):
            code, name = _text(one, "Code"), _text(one, "Name")
            names[_text(one, "UID")] = code if self.ours and code else self.roles.get(plain(name), name)
        efforts: dict[str, dict[str, float]] = {}
        for one in self.root.iterfind(f"{_XMLNS}Assignments/{_XMLNS}Assignment"):
            hours, role = _hours(_text(one, "Work")), names.get(_text(one, "ResourceUID"), "")
            if hours and role:
                by_role = efforts.setdefault(_text(one, "TaskUID"), {})
                by_role[role] = round(by_role.get(role, 0.0) + hours / self.hours, 4)
        return efforts

    def _effort(self, task: ElementTree.Element, efforts: dict[str, float]) -> dict[str, Any]:
        hours, duration = _hours(_text(task, "Work")), _hours(_text(task, "Duration"))
        fields: dict[str, Any] = {"person_days_by_role": efforts}
        whole = round(hours / self.hours, 4) if hours is not None else None
        if efforts or whole:
            fields["person_days"] = max(whole or 0.0, round(sum(efforts.values()), 4))
        if not self.ours and len(efforts) == 1:
            fields["owner"] = next(iter(efforts))
        if duration:
            fields["months"] = round(duration / self.hours / load_planning_figures().working_days_a_month.value, 6)
        return fields

    def _money(self, task: ElementTree.Element) -> dict[str, Any]:
        """Money stands in hundredths."""
        amounts = [number for name in ("Cost", "FixedCost") if (number := parse_number(_text(task, name)))]
        return {"amount": amounts[0] / 100} if amounts else {}

    def _fixed(self, task: ElementTree.Element) -> dict[str, Any]:
        """Fixed days. 'Not before' the day on which the task starts anyway says nothing."""
        kind, day = _text(task, "ConstraintType"), parse_date(_text(task, "ConstraintDate"))
        fields: dict[str, Any] = {}
        if day and kind == str(FIXED_START):
            fields["starts"] = day
        elif day and kind == str(NOT_BEFORE) and day != parse_date(_text(task, "Start")):
            fields["not_before"] = day
        latest = parse_date(_text(task, "Deadline")) or (day if kind == str(NOT_AFTER) else None)
        return fields | ({"by": latest} if latest else {})

"""Competencies, how they were assessed, courses, and an assessment centre."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from synthetic.draw import Draw
from synthetic.posts import Table

Story = dict[str, Any]
PILOT = ("HQ-RSK", "HQ-AUD", "CH-02")  # the units in which competencies were assessed so far
EXERCISES = ("in-tray", "role play", "group discussion", "presentation")
RATED = ("C-01", "C-02", "C-10")
CANDIDATES = 12


def make_competencies(skills: Story) -> Table:
    """One row a competency and level."""
    rows = [
        (each["id"], each["name"], skills["framework"], each["cluster"], level, each["definition"], indicator)
        for each in skills["competencies"]
        for level, indicator in enumerate(each["indicators"], start=1)
    ]
    return ("id", "name", "framework", "cluster", "level", "definition", "indicators"), rows


def make_assessments(staff: pd.DataFrame, profiles: Table, job_of: dict[str, str], draw: Draw) -> Table:
    """What managers found in the pilot units, a little below what the jobs require."""
    required: dict[str, list[tuple[str, int]]] = {}
    for job, competency, level, *_ in profiles[1]:
        required.setdefault(str(job), []).append((str(competency), int(str(level))))
    rows = []
    for person in staff[(staff["left_on"] == "") & staff["unit"].isin(PILOT) & (staff["hired_on"] < "2026-02-01")].itertuples():
        day = f"2026-0{draw.whole(3, 6)}-{draw.whole(10, 28)}"
        for competency, level in required.get(job_of.get(person.position_id, ""), []):
            found = max(0, min(3, level + draw.whole(-1, 1) - draw.happens(0.25)))
            rows.append((person.staff_id, competency, found, "manager", person.manager_id, day))
    return ("staff_id", "competency_id", "level", "method", "assessor", "date"), rows


def make_training(staff: pd.DataFrame, skills: Story, as_of: str, draw: Draw) -> Table:
    """Courses of the last 24 months; a person takes a course once."""
    rows = []
    first = np.datetime64(as_of) - 730
    for person in staff.itertuples():
        begins = max(first, np.datetime64(person.hired_on))
        ends = np.datetime64(person.left_on) if person.left_on else np.datetime64(as_of)
        span = int((ends - begins).astype(int))
        if span < 30:
            continue
        for title, competency, days, cost in draw.some_of(skills["courses"], draw.whole(0, 3)):
            result = "completed" if draw.happens(0.88) else draw.one_of(("failed", "cancelled", "enrolled"))
            day = str(begins + draw.whole(0, span))
            rows.append((person.staff_id, title, competency, day, days, cost, result))
    return ("staff_id", "course", "competency_id", "date", "days", "cost", "result"), rows


def make_centre(draw: Draw) -> Table:
    """An assessment centre for heads of section: every competency in two exercises or more, two assessors each."""
    rows = []
    for number in range(1, CANDIDATES + 1):
        candidate = f"AC-{number:02}"
        ability = {competency: 2 + 2 * float(draw.share(1)[0]) for competency in RATED}
        pair = draw.some_of([f"AS-{each}" for each in range(1, 7)], 2)
        agreed = {competency: round(value) for competency, value in ability.items()}
        for place, exercise in enumerate(EXERCISES):
            for competency in RATED[: 2 if place % 2 else 3]:
                for assessor in pair:
                    seen = ability[competency] + 0.6 * float(draw.around(1)[0])
                    rows.append((candidate, exercise, competency, assessor, max(1, min(5, round(seen))), agreed[competency]))
    return ("candidate", "exercise", "competency", "assessor", "rating", "consensus"), rows

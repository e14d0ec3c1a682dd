"""What is recorded about people in the course of a year: appraisals, absences, pay, presence; and cases, envelopes, recruitment."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from synthetic.draw import Draw
from synthetic.posts import Table

Story = dict[str, Any]
MONTHS = tuple(str(np.datetime64("2025-10", "M") + number) for number in range(12))
KINDS = {"sick": 0.42, "annual": 0.44, "parental": 0.03, "training": 0.06, "unpaid": 0.02, "other": 0.03}
LENGTHS = {"sick": (1, 9), "annual": (3, 14), "parental": (15, 24), "training": (1, 5), "unpaid": (2, 20), "other": (1, 3)}
STAGES = (("applied", 1.0), ("eligible", 0.78), ("test", 0.62), ("interview", 0.5), ("vetting", 0.9))
PAID_AFTER_LEAVING, UNPAID = 3, 2  # oddities to be found, as every payroll has some
PRESENCE_UNITS = ("HQ-HR", "HQ-LEG", "HQ-PRO", "HQ-RSK", "HQ-ICT", "HQ-FIN")


def make_appraisals(staff: pd.DataFrame, draw: Draw) -> Table:
    """Two cycles; interviews from November to March, and some are not held."""
    rows = []
    lenient = {unit: draw.share(1)[0] - 0.5 for unit in sorted(set(staff["unit"]))}
    for cycle in (2024, 2025):
        for person in staff.itertuples():
            if person.hired_on >= f"{cycle}-01-01" or (person.left_on and person.left_on < f"{cycle + 1}-03-31"):
                continue
            planned = np.datetime64(f"{cycle}-11-15") + draw.whole(0, 60)
            done, rating = "", ""
            late, is_held, felt = draw.whole(-10, 55), draw.happens(0.86), float(draw.around(1)[0])
            if is_held:
                done = str(planned + late)
                rating = max(1, min(5, round(3.4 + 0.8 * lenient[person.unit] + 0.7 * felt)))
            rows.append((person.staff_id, cycle, str(planned), done, rating))
    return ("staff_id", "cycle", "planned_on", "done_on", "rating"), rows


def make_absences(staff: pd.DataFrame, draw: Draw) -> Table:
    """Absences of twelve months; at most one begins in a month and it ends in it."""
    rows = []
    for person in staff.itertuples():
        for month in draw.some_of(MONTHS, draw.whole(0, 4)):
            kind = str(draw.by_weight(KINDS, 1)[0])
            first = np.datetime64(month, "D") + draw.whole(0, 5)
            last = first + draw.whole(*LENGTHS[kind]) - 1
            if str(first) < person.hired_on or (person.left_on and str(last) > person.left_on):
                continue
            days = max(1, int(np.busday_count(first, last + 1)))
            rows.append((person.staff_id, kind, str(first), str(last), days))
    return ("staff_id", "kind", "from", "to", "days"), rows


def make_payroll(staff: pd.DataFrame, pay: Story, draw: Draw) -> Table:
    """Twelve months. Three leavers are paid on, two people are not paid, and one number is on no register."""
    rows: list[tuple[object, ...]] = []
    share = draw.share(len(staff))
    here = staff.index[(staff["left_on"] == "") & (staff["hired_on"] < "2025-01-01")]
    unpaid = set(draw.some_of(list(here), UNPAID))
    left = staff.index[(staff["left_on"] > "2025-11-01") & (staff["left_on"] < "2026-07-31")]
    paid_on = set(draw.some_of(list(left), PAID_AFTER_LEAVING))
    for place, person in enumerate(staff.itertuples()):
        service = min(30, 2026 - int(person.hired_on[:4]))
        base = round(float(pay["base"][person.grade]) * (1 + 0.008 * service) * float(person.fte), 2)
        extra = pay["border"] if person.unit[:2] == "CH" and share[place] < 0.6 else 0
        for month in MONTHS:
            is_there = person.hired_on[:7] <= month and (not person.left_on or month <= person.left_on[:7])
            is_odd = person.Index in paid_on and month <= str(np.datetime64(person.left_on[:7], "M") + 1) if person.left_on else False
            if (is_there or (is_odd and person.hired_on[:7] <= month)) and not (person.Index in unpaid and month == MONTHS[-1]):
                rows.append((person.staff_id, month, f"{base:.2f}", extra or "", person.grade))
    rows += [("S99999", month, "1180.00", "", "G2") for month in MONTHS[-3:]]
    return ("staff_id", "month", "base", "allowances", "grade"), rows


def make_envelopes(staff: pd.DataFrame, payroll: Table, draw: Draw) -> Table:
    """Credits of this year and the next; a few units will not keep to theirs."""
    unit_of = dict(zip(staff["staff_id"], staff["unit"], strict=True))
    cost: dict[str, float] = {}
    for person, _, base, extra, _ in payroll[1]:
        unit = unit_of.get(str(person))
        if unit:
            cost[unit] = cost.get(unit, 0) + float(str(base)) + float(str(extra or 0))
    rows = []
    for unit in sorted(cost):
        for year in (2026, 2027):
            projected = cost[unit] * (1.19 + 0.03 * (year - 2026))
            credit = projected * (0.96 + 0.1 * float(draw.share(1)[0]))
            rows.append((unit, year, round(credit, -2), round(projected, -2)))
    return ("unit", "year", "credit", "projected"), rows


def make_presence(staff: pd.DataFrame, draw: Draw) -> Table:
    """Eight weeks in headquarters: most keep to two days of telework a week, some do not."""
    days = [day for day in np.arange("2026-08-03", "2026-09-26", dtype="datetime64[D]") if np.is_busday(day)]
    rows = []
    people = staff[staff["unit"].isin(PRESENCE_UNITS) & (staff["left_on"] == "") & (staff["hired_on"] < "2026-08-01")]
    for person in people.itertuples():
        at_home = draw.one_of((0.0, 0.2, 0.3, 0.4, 0.4, 0.65))
        for day, home, away in zip(days, draw.share(len(days)), draw.share(len(days)), strict=True):
            if away >= 0.08:
                rows.append((person.staff_id, str(day), "home" if home < at_home else "other" if home > 0.97 else "office"))
    return ("staff_id", "date", "place"), rows


def make_cases(people: Story, draw: Draw) -> Table:
    """Forty cases of two years."""
    kinds = {"discipline": 0.35, "integrity": 0.2, "grievance": 0.2, "harassment": 0.05, "safety": 0.1, "appeal": 0.1}
    weights = {unit["id"]: unit["staff"] for unit in people["units"]}
    rows = []
    for number in range(1, 41):
        opened = np.datetime64("2024-11-04") + draw.whole(0, 690)
        closed = opened + draw.whole(20, 200)
        outcome = str(draw.by_weight({"founded": 0.4, "unfounded": 0.4, "withdrawn": 0.1, "referred": 0.1}, 1)[0])
        is_closed = closed < np.datetime64("2026-10-16")
        kind, unit = (str(draw.by_weight(each, 1)[0]) for each in (kinds, weights))
        rows.append((f"K-{number:03}", kind, unit, str(opened), str(closed) if is_closed else "", outcome if is_closed else ""))
    return ("id", "type", "unit", "opened", "closed", "outcome"), rows


def make_recruitment(draw: Draw) -> Table:
    """24 vacancies from approval to the first day of work; of each stage a share goes on."""
    rows: list[tuple[object, ...]] = []
    for number in range(1, 25):
        vacancy, procedure = f"V-2025-{number:03}", draw.one_of(("external", "external", "internal", "promotion"))
        approved = np.datetime64("2025-01-13") + draw.whole(0, 300)
        published = approved + draw.whole(10, 45)
        candidates = [(f"K{number:02}{each:02}", str(draw.by_weight({"f": 0.45, "m": 0.55}, 1)[0])) for each in range(draw.whole(14, 32))]
        day = published + 21
        for stage, share in STAGES:
            goes_on = []
            for candidate, sex in candidates:
                score = draw.whole(30, 100)
                passed = draw.happens(share)
                goes_on += [(candidate, sex)] if passed else []
                points = score if stage in ("test", "interview") else ""
                result = "passed" if passed else draw.one_of(("failed", "failed", "failed", "withdrawn"))
                rows.append((vacancy, procedure, stage, candidate, sex, points, result, str(approved), str(published), str(day), ""))
            candidates, day = goes_on, day + draw.whole(10, 30)
        if candidates:
            candidate, sex = candidates[0]
            start = str(day + draw.whole(5, 30))
            rows.append((vacancy, procedure, "hired", candidate, sex, "", "passed", str(approved), str(published), str(day), start))
    columns = (
        "vacancy",
        "procedure",
        "stage",
        "candidate",
        "sex",
        "score",
        "result",
        "approved_on",
        "published_on",
        "decided_on",
        "started_on",
    )
    return columns, rows

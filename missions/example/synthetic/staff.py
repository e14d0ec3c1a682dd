"""The staff register: 1,214 people in post under one head, and those who left in the last 24 months."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from synthetic.draw import Draw

COLUMNS = ("staff_id", "sex", "birth_year", "grade", "unit", "position_id", "manager_id", "hired_on", "left_on", "exit_reason", "fte")
YEAR = 365.25  # days
WINDOW = 730  # days before as_of in which the leavers left
YOUNGEST, OLDEST, FIRST_WORK = 22, 65, 21  # years
SENIOR, SENIOR_TENURE = 7, 6  # from G7: at least six years of service
RETIRES_FROM = 60  # years

Row = tuple[object, ...]
Story = dict[str, Any]


def make_staff(people: Story, draw: Draw) -> list[Row]:
    """1,334 rows, numbered in the order in which people were hired."""
    as_of = np.datetime64(str(people["as_of"]))
    in_post = _in_post(people, as_of, draw)
    leavers = _leavers(in_post, people, as_of, draw)
    leavers["position_id"] = _positions_left(leavers, in_post, people["staff"]["replaced"], draw)
    everyone = pd.concat([in_post, leavers], ignore_index=True)
    everyone["staff_id"] = _numbers(everyone)
    everyone["manager_id"] = everyone["manager"].map(everyone["staff_id"]).fillna("")
    for column in ("hired_on", "left_on"):
        days = everyone[column].to_numpy(dtype="datetime64[D]")
        everyone[column] = np.where(np.isnat(days), "", days.astype(str))
    ordered = everyone.sort_values("staff_id", kind="stable")
    return list(ordered[list(COLUMNS)].itertuples(index=False, name=None))


def _in_post(people: Story, as_of: np.datetime64, draw: Draw) -> pd.DataFrame:
    """Those in post, unit by unit from the highest grade down; ``manager`` is the row of the manager."""
    parts: list[pd.DataFrame] = []
    first = 0
    for unit in people["units"]:
        grades = _grades(unit, people["grades"], draw)
        manager = first + (np.arange(unit["staff"]) - 1) // draw.whole(*people["staff"]["span"])
        manager[0] = 0 if first else -1  # heads of units report to the director general, who stands in row 0
        parts.append(pd.DataFrame({"unit": unit["id"], "level": grades, "manager": manager}))
        first += unit["staff"]
    staff = pd.concat(parts, ignore_index=True)
    staff = _with_persons(staff, people, draw)
    years = _tenure(staff, draw)
    staff["hired_on"] = as_of - np.floor(years * YEAR).astype("timedelta64[D]")
    staff["birth_year"] = int(str(as_of)[:4]) - staff["age"]
    staff["position_id"] = [f"PO-{number + 1:05}" for number in range(len(staff))]
    return staff.assign(left_on=np.datetime64("NaT", "D"), exit_reason="")


def _grades(unit: Story, grades: list[Story], draw: Draw) -> np.ndarray:
    """Grades of one unit as numbers, highest first: its head, then the pyramid. The first unit's head is G10."""
    drawn = draw.by_weight({grade["id"]: grade["share"] for grade in grades}, unit["staff"])
    levels = -np.sort(-np.array([int(grade[1:]) for grade in drawn]), kind="stable")
    levels[0] = 10 if unit["id"] == "HQ-DG" else 9
    return levels


def _with_persons(staff: pd.DataFrame, people: Story, draw: Draw) -> pd.DataFrame:
    """Adds grade, sex, age in years and share of working time."""
    by_level = pd.DataFrame(people["grades"]).set_index(np.arange(1, len(people["grades"]) + 1))
    women = staff["level"].map(by_level["women"]).to_numpy() > draw.share(len(staff))
    age = staff["level"].map(by_level["age"]).to_numpy() + draw.around(len(staff)) * 9
    part_time = people["staff"]["part_time"]
    fte = draw.by_weight({"1": 1 - sum(part_time.values()), **part_time}, len(staff))
    youngest = YOUNGEST + 1.5 * (staff["level"].to_numpy() - 1)
    return staff.assign(
        grade="G" + staff["level"].astype(str),
        sex=np.where(women, "f", "m"),
        age=np.clip(age, youngest, OLDEST).astype(int),
        fte=np.where(staff["level"] >= SENIOR, "1", fte),
    )


def _tenure(staff: pd.DataFrame, draw: Draw) -> np.ndarray:
    """Years of service: anything from a few weeks to a whole working life, longer for senior grades.

    Three in ten take the longer of two draws: recruitment was higher once than it is today.
    """
    count = len(staff)
    share = draw.share(count)
    share = np.where(draw.share(count) < 0.3, np.maximum(share, draw.share(count)), share)
    least = np.where(staff["level"] >= SENIOR, SENIOR_TENURE, 0.05)
    return least + share * np.maximum(staff["age"] - FIRST_WORK - least, 0)


def _leavers(in_post: pd.DataFrame, people: Story, as_of: np.datetime64, draw: Draw) -> pd.DataFrame:
    """People who left, each out of the place of someone now in post: same unit, grade and manager."""
    count = people["staff"]["leavers"]
    below = np.flatnonzero(in_post["level"] < SENIOR)
    rows = below[np.floor(draw.share(count) * len(below)).astype(int)]
    leavers = _with_persons(in_post.loc[rows, ["unit", "level", "manager"]].reset_index(drop=True), people, draw)
    reason = draw.by_weight(people["staff"]["leaving"], count)
    older = RETIRES_FROM + np.floor(draw.share(count) * (OLDEST - RETIRES_FROM + 1)).astype(int)
    leavers["age"] = np.where(reason == "retirement", older, np.minimum(leavers["age"], RETIRES_FROM))
    left_on = as_of - np.floor(draw.share(count) * WINDOW).astype("timedelta64[D]")
    served = np.where(reason == "retirement", 10 + draw.share(count) * 28, 0.3 + draw.share(count) * (leavers["age"] - FIRST_WORK))
    leavers["left_on"], leavers["exit_reason"] = left_on, reason
    leavers["hired_on"] = left_on - np.floor(served * YEAR).astype("timedelta64[D]")
    leavers["birth_year"] = left_on.astype("datetime64[Y]").astype(int) + 1970 - leavers["age"]
    return leavers


def _positions_left(leavers: pd.DataFrame, in_post: pd.DataFrame, replaced: float, draw: Draw) -> list[str]:
    """The post of each leaver: that of a later recruit of the unit, or one that has stayed vacant since."""
    recruits = {unit: rows.sort_values("hired_on", kind="stable") for unit, rows in in_post.groupby("unit", sort=False)}
    taken: set[str] = set()
    posts = {}
    for row in leavers.sort_values("left_on", kind="stable").itertuples():
        later = recruits[row.unit].loc[lambda staff, day=row.left_on: staff["hired_on"] > day, "position_id"]
        free = next((post for post in later if post not in taken), None) if draw.happens(replaced) else None
        posts[row.Index] = free or f"PO-{len(in_post) + row.Index + 1:05}"
        taken.add(posts[row.Index])
    return [posts[number] for number in leavers.index]


def _numbers(everyone: pd.DataFrame) -> pd.Series:
    order = everyone.sort_values("hired_on", kind="stable").index
    return pd.Series([f"S{number + 1:05}" for number in range(len(order))], index=order)

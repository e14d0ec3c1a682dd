"""Jobs, posts and who held them: they follow from the staff register."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from synthetic.draw import Draw

Table = tuple[tuple[str, ...], list[tuple[object, ...]]]
Story = dict[str, Any]
MAPPED = 0.92  # share of posts that are mapped to a job
MAX_TENURE = 60  # months on a sensitive post
LONGEST_POSTING = 9  # years
MOVED = 0.3  # share of staff with an earlier post on record
FIELDS = ("purpose", "tasks", "results", "competencies", "requirements", "reporting", "conditions")


def make_jobs(skills: Story, draw: Draw) -> dict[str, Table]:
    """The catalogue, its descriptions (fewer than half are approved) and the profiles that are drafted so far."""
    jobs, descriptions, profiles = [], [], []
    for family in skills["families"]:
        for level in skills["job_levels"]:
            job = job_id(family, level)
            jobs.append((job, family["name"], level["id"], f"{family['name']}: {level['name']}", f"Work in {family['name'].lower()}."))
            if draw.happens(0.75):
                approved = f"202{draw.whole(1, 6)}-0{draw.whole(1, 9)}-{draw.whole(10, 28)}" if draw.happens(0.6) else ""
                descriptions.append((job, "1", approved, " ".join(draw.some_of(FIELDS, draw.whole(4, 7)))))
            wanted = ["C-01", "C-03", "C-04", family["technical"], *(["C-10"] if level["id"] in "34" else ["C-05"])]
            profiles += [
                (job, each, level["required"], draw.whole(1, 3), "yes" if each == "C-04" else "no") for each in dict.fromkeys(wanted)
            ]
    return {
        "jobs": (("id", "family", "level", "title", "purpose"), jobs),
        "job_descriptions": (("job_id", "version", "approved_on", "fields"), descriptions),
        "job_profiles": (("job_id", "competency_id", "required", "weight", "must_have"), profiles),
    }


def job_id(family: Story, level: Story) -> str:
    return f"J-{family['id']}-{level['id']}"


def job_of(unit: str, grade: str, skills: Story) -> str:
    """The job of a post, by its unit and grade."""
    family = next(family for family in skills["families"] if unit in family["units"])
    level = next(level for level in skills["job_levels"] if grade in level["grades"])
    return job_id(family, level)


def make_positions(staff: pd.DataFrame, skills: Story, draw: Draw) -> Table:
    """One row a post: those that somebody holds, and those that a leaver left behind."""
    here = staff[staff["left_on"] == ""]
    gone = staff[(staff["left_on"] != "") & ~staff["position_id"].isin(here["position_id"])].sort_values("left_on")
    posts = pd.concat([here, gone.drop_duplicates("position_id", keep="last")]).sort_values("position_id")
    rows = []
    for post in posts.itertuples():
        vacant_since = str(np.datetime64(post.left_on) + 1) if post.left_on else ""
        status = "filled" if not post.left_on else "frozen" if draw.happens(0.2) else "vacant"
        is_sensitive = draw.happens(0.22 if post.unit.startswith("CH") or post.unit in ("HQ-ENF", "HQ-AUD") else 0.05)
        is_critical = int(post.grade[1:]) >= 7 or draw.happens(0.06)
        job = job_of(post.unit, post.grade, skills) if draw.happens(MAPPED) else ""
        flags = ("yes" if is_critical else "no", "yes" if is_sensitive else "no", MAX_TENURE if is_sensitive else "")
        rows.append((post.position_id, job, post.unit, post.grade, status, vacant_since, *flags))
    return ("id", "job_id", "unit", "grade", "status", "vacant_since", "critical", "sensitive", "max_tenure_months"), rows


def make_postings(staff: pd.DataFrame, as_of: str, draw: Draw) -> Table:
    """The post that each person holds or held last, and for some the one before."""
    day = np.datetime64(as_of)
    hired = staff["hired_on"].to_numpy(dtype="datetime64[D]")
    end = np.where(staff["left_on"] == "", as_of, staff["left_on"]).astype("datetime64[D]")
    longest = np.minimum((end - hired).astype(int), int(LONGEST_POSTING * 365.25))
    begun = end - np.floor(draw.share(len(staff)) * longest).astype("timedelta64[D]")
    # Who left a post that was filled again had held it since being hired, so that nobody else stood on it.
    begun = np.where(staff["left_on"] != "", hired, begun).astype("datetime64[D]")
    people = staff.assign(begun=begun, hired=hired).reset_index(drop=True)
    replaced = set(people.loc[people["left_on"] != "", "position_id"])
    people.loc[people["position_id"].isin(replaced), "begun"] = people["hired"]
    earlier = _earlier_posts(people, replaced, draw)
    rows = []
    for person in people.itertuples():
        if person.Index in earlier:
            rows.append((person.staff_id, *earlier[person.Index]))
        reason = "hired" if person.begun == person.hired else ("rotation", "transfer", "promotion")[draw.whole(0, 2)]
        rows.append((person.staff_id, person.position_id, str(np.datetime64(person.begun, "D")), person.left_on, reason))
    assert (people["begun"].to_numpy(dtype="datetime64[D]") <= day).all()
    return ("staff_id", "position_id", "from", "to", "reason"), rows


def _earlier_posts(people: pd.DataFrame, replaced: set[str], draw: Draw) -> dict[int, tuple[object, ...]]:
    """Row of a person → the post before: that of somebody who took it over on the day the person moved on."""
    able = people.index[(people["left_on"] == "") & ~people["position_id"].isin(replaced)].to_numpy()
    order = able[np.argsort(draw.share(len(able)), kind="stable")]
    earlier: dict[int, tuple[object, ...]] = {}
    for mover, successor in zip(order[::2], order[1::2], strict=False):
        moved, since = people.at[successor, "begun"], people.at[mover, "hired"]
        if draw.happens(2 * MOVED) and moved > since + pd.Timedelta(days=200):
            people.at[mover, "begun"] = moved
            start, stop = (str(np.datetime64(each, "D")) for each in (since, moved - pd.Timedelta(days=1)))
            earlier[int(mover)] = (people.at[successor, "position_id"], start, stop, "hired")
    return earlier

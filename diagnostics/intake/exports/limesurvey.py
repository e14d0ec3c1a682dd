"""Exports of LimeSurvey: CSV or XLSX, with answer codes or full answers, and with any of its four sorts of headings.

Its question codes know letters and digits alone, so that ``P4_1_existence`` is ``P41existence`` there; rows of an array and options
of a multiple choice stand in brackets, and texts beside an option are ``code[other]``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diagnostics.intake.exports.layout import MADE_BY_PROGRAM, PERSONAL, Layout
from diagnostics.intake.exports.sheets import ExportSheet

_CODES = ("id", "submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp")
_TITLES = ("Response ID", "Date submitted", "Last page", "Start language", "Seed", "Date started", "Date last action")
_CODE_AND_TEXT = re.compile(r"^([A-Za-z][A-Za-z0-9]*(?:[\[_][^\]\s]+\]?)*)\. (.*)$", re.DOTALL)
_BRACKETS = re.compile(r"^(.*?)\s*\[([^\[\]]*)\]\s*$", re.DOTALL)
_OWN = (
    dict.fromkeys((each.lower() for each in (*_CODES, *_TITLES)), MADE_BY_PROGRAM)
    | dict.fromkeys(("total time", "interviewtime", "refurl", "referrer url"), MADE_BY_PROGRAM)
    | dict.fromkeys(("token", "access code", "ipaddr", "ip address", "email", "email address"), PERSONAL)
    | dict.fromkeys(("firstname", "first name", "lastname", "last name"), PERSONAL)
)


def recognised(sheets: Sequence[ExportSheet]) -> str | None:
    """Why these sheets are an export of LimeSurvey; none where they are not."""
    for sheet in sheets:
        starts = {each.casefold() for heading in sheet.headings for each in (heading, heading.split(". ")[0])}
        for marks in (_CODES[1:], _TITLES):
            found = [mark for mark in marks if mark.casefold() in starts]
            if len(found) >= 2:
                return f"It has the columns {' and '.join(found[:3])}."
    return None


def _readings(heading: str) -> list[str]:
    """``code. text`` is a code and a text; ``array[row]`` is both together, or the row alone."""
    written = _CODE_AND_TEXT.match(heading)
    wholes = [heading, written[1], written[2]] if written else [heading]
    readings = list(wholes)
    for whole in wholes:
        brackets = _BRACKETS.match(whole)
        if brackets:
            before, inside = brackets[1], brackets[2]
            if inside.casefold() in ("other", "comment") or inside.endswith("comment"):
                readings = [f"{before}_{inside}", *readings]
            else:
                readings += [f"{before}/{inside}", inside]
    return readings


LAYOUT = Layout(
    kind="LimeSurvey",
    separators="",
    submission=("id", "Response ID", "id. Response ID"),
    submitted_at=("submitdate", "Date submitted", "submitdate. Date submitted", "datestamp", "Date last action"),
    own=_OWN,
    own_patterns=(
        (re.compile(r"^(" + "|".join(_CODES) + r")\. "), MADE_BY_PROGRAM),
        (re.compile(r"^(token|ipaddr|firstname|lastname|email|attribute_[0-9]+)(\. |$)"), PERSONAL),
        (re.compile(r"(^|[^a-z])(group ?time|question ?time|grouptime[0-9]*|[0-9x]+time)"), MADE_BY_PROGRAM),
        (re.compile(r"\[filecount\]"), MADE_BY_PROGRAM),
    ),
    unanswered=frozenset({"n/a", "{question_not_shown}", "1980-01-01 00:00:00"}),
    readings=_readings,
)

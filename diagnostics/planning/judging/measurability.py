"""Is a plan measurable? Whether each action says what is counted, from where, from which value to which, and by when."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date

import pandas as pd

from diagnostics.definitions.planning_figures import load_planning_figures
from diagnostics.planning.judging.realism_checks import Check, checks_of
from diagnostics.planning.judging.realism_table import Found, findings_table
from diagnostics.planning.plan_table import typed_plan
from diagnostics.planning.told import NOT_MEASURED

MEASURABILITY = checks_of(
    Check("no-indicator", "breach", {"action": "text"}, "What is not counted is done when somebody says so."),
    Check("no-formula", "warning", {"action": "text"}, "Two people would count two things."),
    Check("no-unit", "warning", {"action": "text"}, "A number without a unit cannot be compared."),
    Check("no-source", "warning", {"action": "text"}, "Nobody knows where the figure comes from."),
    Check("unknown-source", "warning", {"action": "text", "data": "text"}, "The kit cannot follow the figure there."),
    Check("no-direction", "warning", {"action": "text"}, "More may be better or worse."),
    Check("no-baseline", "breach", {"action": "text"}, "Without a start there is no progress."),
    Check("baseline-not-a-number", "warning", {"action": "text", "baseline": "text"}, "Progress cannot be computed from words."),
    Check("baseline-undated", "warning", {"action": "text"}, "Nobody knows since when the change counts."),
    Check("baseline-old", "warning", {"action": "text", "day": "date", "months": "count", "most": "count"}, "Things have moved on since."),
    Check("baseline-later", "warning", {"action": "text", "day": "date", "as_of": "date"}, "A value cannot be measured before its day."),
    Check("no-target", "breach", {"action": "text"}, "Without a goal nothing is ever reached, or missed."),
    Check("target-not-a-number", "warning", {"action": "text", "target": "text"}, "Whether it was reached will be a matter of opinion."),
    Check("target-undated", "warning", {"action": "text"}, "A goal without a day is a wish."),
    Check("target-equals-baseline", "breach", {"action": "text", "value": "number"}, "The action changes nothing."),
    Check(
        "target-against-direction",
        "breach",
        {"action": "text", "baseline": "number", "target": "number", "direction": "code"},
        "The target is worse than, or already behind, today's value.",
    ),
    Check(
        "target-impossible", "breach", {"action": "text", "target": "number", "lowest": "number", "highest": "code"},
        "No share lies outside 0 to 100, and no count below 0.",
    ),
    Check(
        "target-beyond-seen",
        "warning",
        {"action": "text", "target": "number", "seen": "number"},
        "Nowhere in the administration has the indicator been so good.",
    ),
    Check("no-measure-owner", "breach", {"action": "text"}, "Nobody answers for the figure."),
)  # fmt: skip
"""In the order in which they are told."""
DOCUMENT = "document"
"""The source of what no data set counts: a paper shows it."""
_SHARE = re.compile(r"%|\bper ?cent\b|\bpercent\b|\bshare\b", re.I)
_POINTS = re.compile(r"points?\b", re.I)
_SIGNED = ("coefficient",)
_SAME = 1e-9
_DAYS_A_MONTH = 365.25 / 12


def judge_measurability(
    plan: pd.DataFrame, as_of: date, data_sets: Collection[str], indicators: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Judge whether progress on a plan can be told from figures.

    Args:
        plan: columns of ``plan_table``, any of them absent; ``row`` int, of the file that it came from, may be there. Actions
            without a place, dropped and stopped ones are not judged.
        as_of: the day on which the plan was made.
        data_sets: ids of the data sets there are.
        indicators: table of ``compute_indicators``; its lowest and highest unit are the range in which a target is believed. None,
            or an indicator without a range: that is not judged.

    Returns:
        Table of ``findings_table``, with the checks of ``MEASURABILITY`` in their order.
    """
    table = typed_plan(plan)
    rows = list(plan["row"]) if "row" in plan else [None] * len(table)
    seen = {} if indicators is None else _ranges(indicators)
    found: list[Found] = []
    for cells, row in zip(table.to_dict("records"), rows, strict=True):
        if not cells["scheduled"] or cells["decision"] == "drop" or cells["status"] == "stopped":
            continue
        place = None if row is None or pd.isna(row) else int(row)
        for check, facts in _judged(cells, as_of, data_sets, seen):
            shown = next((facts[name] for name in ("target", "baseline", "data", "day", "value") if name in facts), "")
            found.append(Found(check, {"action": cells["action"], **facts}, cells["action"], place, found=shown))
    return findings_table(found, MEASURABILITY)


Judged = Iterator[tuple[str, dict]]


def _judged(cells: dict, as_of: date, data_sets: Collection[str], seen: Mapping[str, tuple[float, float]]) -> Judged:
    if not cells["owner"]:
        yield "no-measure-owner", {}
    if not cells["indicator"]:
        yield "no-indicator", {}
        return  # without an indicator nothing else can be asked
    if not cells["formula"]:
        yield "no-formula", {}
    if not cells["unit"] and not _is_rating(cells):
        yield "no-unit", {}
    if not cells["data"]:
        yield "no-source", {}
    elif cells["data"] not in data_sets and cells["data"] != DOCUMENT:
        yield "unknown-source", {"data": cells["data"]}
    if not cells["direction"]:
        yield "no-direction", {}
    yield from _baseline(cells, as_of)
    yield from _target(cells)
    yield from _reach(cells, seen)


def _is_rating(cells: dict) -> bool:
    """Whether the indicator is a rating of the questionnaire, which has no unit."""
    return cells["data"] == "responses"


def _baseline(cells: dict, as_of: date) -> Judged:
    value, told = cells["baseline_value"], cells["baseline"]
    if math.isnan(value) and told in ("", NOT_MEASURED):
        yield "no-baseline", {}
        return
    if math.isnan(value):
        yield "baseline-not-a-number", {"baseline": told}
    if not cells["baseline_on"]:
        yield "baseline-undated", {}
        return
    day, most = date.fromisoformat(cells["baseline_on"]), load_planning_figures().measurability.baseline_age.value
    months = (as_of - day).days / _DAYS_A_MONTH
    if months > most + 1 / _DAYS_A_MONTH:
        yield "baseline-old", {"day": day, "months": int(months), "most": int(most)}
    if day > as_of:
        yield "baseline-later", {"day": day, "as_of": as_of}


def _target(cells: dict) -> Judged:
    value, told = cells["target_value"], cells["target"]
    if math.isnan(value) and not told:
        yield "no-target", {}
        return
    if math.isnan(value):
        yield "target-not-a-number", {"target": told}
    if not cells["target_on"]:
        yield "target-undated", {}


def _reach(cells: dict, seen: Mapping[str, tuple[float, float]]) -> Judged:
    baseline, target, direction = cells["baseline_value"], cells["target_value"], cells["direction"]
    if math.isnan(target):
        return
    if abs(target - baseline) < _SAME:  # false where there is no baseline
        yield "target-equals-baseline", {"value": target}
    elif (direction == "up" and target < baseline) or (direction == "down" and target > baseline):
        yield "target-against-direction", {"baseline": baseline, "target": target, "direction": direction}
    lowest, highest = possible(cells["unit"])
    if not lowest <= target <= highest:
        yield "target-impossible", {"target": target, "lowest": lowest, "highest": "none" if math.isinf(highest) else "share"}
        return
    low, high = seen.get(_key(cells["indicator"]), (math.nan, math.nan))
    if (direction == "up" and target > high) or (direction == "down" and target < low):
        yield "target-beyond-seen", {"target": target, "seen": high if direction == "up" else low}


def possible(unit: str) -> tuple[float, float]:
    """The lowest and the highest value that an indicator can have: shares 0 to 100, counts and times from 0, others any."""
    if _SHARE.search(unit) and not _POINTS.search(unit):
        return 0.0, 100.0
    return (-math.inf, math.inf) if not unit or unit in _SIGNED else (0.0, math.inf)


def with_computed_baselines(plan: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """The plan with baselines that were computed from data, where there are any.

    Args:
        plan: ``plan_table``.
        indicators: table of ``compute_indicators``.

    Returns:
        The plan with baseline, baseline_value, baseline_on and data of every action whose indicator has a value. An action that has a
        number for its baseline keeps it: it was measured before, or by somebody who knew better.
    """
    known = indicators[indicators["value"].notna()]
    values = {_key(name): row for row in known.to_dict("records") for name in _names(row)}
    rows = plan.to_dict("records")
    for row in rows:
        computed = values.get(_key(row["indicator"]))
        if computed and math.isnan(row["baseline_value"]):
            shown = f"{round(computed['value'], 1):g} {computed['unit']}".strip()
            row |= {"baseline": shown, "baseline_value": computed["value"], "baseline_on": computed["as_of"], "data": computed["data"]}
    return typed_plan(pd.DataFrame(rows, columns=plan.columns))


def _ranges(indicators: pd.DataFrame) -> dict[str, tuple[float, float]]:
    known = indicators[indicators["lowest"].notna() & indicators["highest"].notna()]
    return {_key(name): (row["lowest"], row["highest"]) for row in known.to_dict("records") for name in _names(row)}


def _names(row: Mapping[str, str]) -> tuple[str, ...]:
    return (row["name"], *str(row["measures"]).split("\n"))


def _key(name: str) -> str:
    return " ".join(name.casefold().split())

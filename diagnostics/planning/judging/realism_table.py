"""What checks of a plan found, as a table: one row a finding, with the facts of its sentence."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from diagnostics.planning.judging.realism_checks import Check

COLUMNS = ("check", "severity", "action", "row", "month", "resource", "found", "allowed", "params")
Fact = str | int | float | date


@dataclass(frozen=True)
class Found:
    """One finding.

    Attributes:
        check: id of the check.
        facts: what its sentence says.
        action: the action concerned; empty where it is the plan as a whole.
        row: of the file that the plan came from.
        month, resource: where the finding is about the load.
        found, allowed: what stands there and what may stand there, in plain figures or ISO dates.
    """

    check: str
    facts: Mapping[str, Fact]
    action: str = ""
    row: int | None = None
    month: str = ""
    resource: str = ""
    found: Fact = ""
    allowed: Fact = ""


def findings_table(found: Iterable[Found], checks: Mapping[str, Check]) -> pd.DataFrame:
    """The findings in the order of their checks.

    Args:
        found: findings; the facts of each are those that its check names.
        checks: by id, in the order in which they are told.

    Returns:
        One row a finding: check str | severity str, breach, warning or note | action str, empty = the plan as a whole | row Int64, of
        the file that the plan came from | month str, ``2027-01`` | resource str | found, allowed str | params str, the sentence's
        facts as JSON.
    """
    place = {check: number for number, check in enumerate(checks)}
    rows = [
        (
            one.check,
            checks[one.check].severity,
            one.action,
            one.row,
            one.month,
            one.resource,
            _plain(one.found),
            _plain(one.allowed),
            _json(one),
        )
        for one in sorted(found, key=lambda one: place[one.check])
    ]
    texts = {name: "str" for name in COLUMNS if name != "row"}
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype({"row": "Int64", **texts})


def facts_of(params: str) -> dict[str, str | int | float]:
    """The facts of a finding's sentence; dates as ISO text."""
    return json.loads(params)


def _plain(fact: Fact) -> str:
    return f"{round(fact, 2):g}" if isinstance(fact, float) else str(fact)


def _json(one: Found) -> str:
    facts = {name: fact.isoformat() if isinstance(fact, date) else fact for name, fact in one.facts.items()}
    return json.dumps(facts, ensure_ascii=False)

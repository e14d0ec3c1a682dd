"""Every check of whether a plan is realistic: how grave it is, which facts its sentence takes, and why it is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Grade = Literal["breach", "warning", "note"]
Kind = Literal["number", "percent", "count", "money", "date", "month", "quarter", "role", "list", "text", "code"]
"""How a fact is written: ``code`` chooses between wordings and is not shown, ``list`` holds ids with blanks between them, ``money`` is in
the currency that stands beside it as ``currency``, where one is known."""


@dataclass(frozen=True)
class Check:
    """One thing that is looked at.

    Attributes:
        id: stable short name.
        severity: ``breach``: the plan cannot be kept so; ``warning``: it is likely to fail there; ``note``: what could not be judged,
            or is worth a look.
        facts: name → kind, of what its sentence says.
        why: the reason for the check, in one line.
    """

    id: str
    severity: Grade
    facts: Mapping[str, Kind]
    why: str


def checks_of(*checks: Check) -> Mapping[str, Check]:
    """The checks by their ids, in their order."""
    return MappingProxyType({check.id: check for check in checks})


REALISM = checks_of(
    Check("no-start", "breach", {"action": "text"}, "What has no start is done by nobody."),
    Check("no-finish", "breach", {"action": "text"}, "Without an end, nothing is ever late."),
    Check(
        "finish-before-start", "breach", {"action": "text", "start": "date", "finish": "date"}, "A slip of the pen hides its length."
    ),
    Check("before-plan", "breach", {"action": "text", "start": "date", "first": "date"}, "Neither people nor money are there yet."),
    Check("after-plan", "breach", {"action": "text", "finish": "date", "last": "date"}, "Nobody has promised anything for then."),
    Check(
        "longer-than-plan", "breach", {"action": "text", "days": "number", "horizon": "number"}, "It cannot be finished whenever it starts."
    ),
    Check("before-approval", "breach", {"action": "text", "start": "date", "approved": "date"}, "What is not approved may cost nothing."),
    Check("in-the-past", "breach", {"action": "text", "start": "date", "day": "date"}, "New work cannot begin before the plan was made."),
    Check(
        "no-working-day", "breach", {"action": "text", "start": "date", "finish": "date"},
        "Holidays, weekends and blackout periods leave no day to work on.",
    ),
    Check(
        "blackout", "warning", {"action": "text", "day": "date", "edge": "code", "reason": "text"},
        "A day on which nobody works was probably not chosen knowingly.",
    ),
    Check("too-early", "breach", {"action": "text", "start": "date", "day": "date"}, "It was postponed to a later day."),
    Check("too-late", "breach", {"action": "text", "finish": "date", "day": "date"}, "It misses its own deadline."),
    Check("not-as-fixed", "breach", {"action": "text", "start": "date", "day": "date"}, "A start that was fixed by decision is not kept."),
    Check(
        "shorter-than-estimate", "warning", {"action": "text", "days": "number", "least": "number"},
        "It has less time than even the optimistic estimate.",
    ),
    Check(
        "too-short", "breach", {"action": "text", "resource": "role", "days": "number", "available": "number"},
        "The people there are cannot do the work in that time, even with nothing else to do.",
    ),
    Check("no-effort", "warning", {"action": "text"}, "Work that is not counted falls on people who are planned elsewhere."),
    Check("no-effort-by-role", "note", {"count": "count"}, "Without roles the load can be judged for all together alone."),
    Check("unknown-role", "breach", {"action": "text", "role": "text"}, "Nobody is planned for it; often a slip of the pen."),
    Check("unknown-owner", "note", {"action": "text", "role": "text"}, "Whether such an office exists cannot be judged."),
    Check(
        "no-capacity", "note", {"resource": "role", "count": "count", "days": "number"},
        "A role of which no people are named is unknown, not absent.",
    ),
    Check(
        "overload", "breach", {"resource": "role", "month": "month", "days": "number", "capacity": "number", "actions": "list"},
        "More work than people and working days.",
    ),
    Check(
        "nearly-full", "warning", {"resource": "role", "month": "month", "days": "number", "capacity": "number", "share": "percent"},
        "One sick person moves the plan.",
    ),
    Check("no-owner", "breach", {"action": "text"}, "What nobody answers for is not done."),
    Check(
        "busy-owner", "note", {"owner": "role", "count": "count", "day": "date", "most": "count", "actions": "list"},
        "Who answers for everything at once answers for nothing.",
    ),
    Check("unknown-predecessor", "breach", {"action": "text", "other": "text"}, "It waits for something that the plan does not hold."),
    Check("unplanned-predecessor", "breach", {"action": "text", "other": "text"}, "It waits for something that has no place in the plan."),
    Check("circle", "breach", {"chain": "text"}, "Actions that wait for each other never start."),
    Check(
        "before-predecessor", "breach", {"action": "text", "start": "date", "other": "text", "finish": "date"},
        "It starts before what it builds on is there.",
    ),
    Check("duplicate-id", "breach", {"action": "text", "count": "count"}, "Whoever waits for the id does not know for which action."),
    Check("duplicate-title", "warning", {"action": "text", "other": "text"}, "One piece of work is probably counted twice."),
    Check("unfunded", "warning", {"action": "text", "amount": "money"}, "Money that nobody has promised."),
    Check("no-amount", "warning", {"action": "text", "cost": "code"}, "It costs something, and nobody has said how much."),
    Check(
        "over-budget", "breach", {"year": "text", "amount": "money", "budget": "money", "actions": "list"},
        "The actions that start in the year cost more than it has.",
    ),
    Check(
        "back-loaded", "warning", {"quarter": "quarter", "share": "percent", "count": "count", "total": "count"},
        "What falls due together is late together.",
    ),
    Check("no-slack", "warning", {"count": "count", "finish": "date"}, "Any delay of anything delays the end."),
)  # fmt: skip
"""In the order in which they are told."""

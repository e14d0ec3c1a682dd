"""What checks of a plan found, said in the language of the reader: grouped by check, the gravest first, with what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from diagnostics.definitions.plan_settings import ALL_ROLES
from diagnostics.definitions.remedy import load_roles
from diagnostics.planning.judging.measurability import MEASURABILITY
from diagnostics.planning.judging.realism_checks import REALISM, Check, Kind
from diagnostics.planning.judging.realism_table import facts_of
from diagnostics.reporting.speaker import Speaker

SHOWN = 5
"""Findings of one check that are told one by one."""
SEVERITIES = ("breach", "warning", "note")
_PREFIX = {**{check: f"realism-{check}" for check in REALISM}, **{check: f"measure-{check}" for check in MEASURABILITY}}
_CHECKS: Mapping[str, Check] = {**REALISM, **MEASURABILITY}


@dataclass(frozen=True)
class Group:
    """All findings of one check.

    Attributes:
        check, severity: of the check.
        label: the severity in words.
        sentences: the first findings, one each.
        more: how many are not among them; ``and_more`` says so, empty where there are none.
        advice: what to do.
    """

    check: str
    severity: str
    label: str
    sentences: tuple[str, ...]
    more: int
    and_more: str
    advice: str


def realism_sentences(say: Speaker, table: pd.DataFrame, roles: Mapping[str, str] | None = None, most: int = SHOWN) -> tuple[Group, ...]:
    """Say what was found.

    Args:
        say: the language.
        table: of ``judge_realism`` or ``judge_measurability``.
        roles: role id → its name in that language; a role that is not among them is said as it stands.
        most: findings of one check that are told one by one.

    Returns:
        A group for each check that found something: breaches, then warnings, then notes; within these in the order of the checks.
    """
    groups = []
    for check, rows in table.groupby("check", sort=False):
        sentences = [_sentence(say, str(check), params, roles or {}) for params in _worst_first(rows)["params"].iloc[:most]]
        more = len(rows) - len(sentences)
        severity = _CHECKS[str(check)].severity
        label, advice = say(f"realism-severity-{severity}"), finding_advice(say, str(check))
        groups.append(Group(str(check), severity, label, tuple(sentences), more, say("realism-more", count=more) if more else "", advice))
    return tuple(sorted(groups, key=lambda group: SEVERITIES.index(group.severity)))


def _worst_first(rows: pd.DataFrame) -> pd.DataFrame:
    """Months with the most work too much come first; other findings stay in their order."""
    if (rows["month"] == "").all():
        return rows
    excess = pd.to_numeric(rows["found"]) - pd.to_numeric(rows["allowed"])
    return rows.loc[excess.sort_values(ascending=False, kind="stable").index]


def finding_sentences(say: Speaker, table: pd.DataFrame, roles: Mapping[str, str] | None = None) -> list[str]:
    """The sentence of each finding, in the order of the table."""
    return [_sentence(say, check, params, roles or {}) for check, params in zip(table["check"], table["params"], strict=True)]


def finding_advice(say: Speaker, check: str) -> str:
    """What to do about the findings of a check."""
    return say(f"{_PREFIX[check]}-do")


def role_names(say: Speaker) -> dict[str, str]:
    """Role id → its name in the language."""
    return {role: say.content(name) for role, name in load_roles().items()}


def messages_of_checks() -> dict[str, set[str]]:
    """Every message that is said by the id of a check, with the names of its facts."""
    said = {_PREFIX[name]: set(check.facts) for name, check in _CHECKS.items()}
    said |= {f"{message}-do": set() for message in list(said)}
    return said | {f"realism-severity-{severity}": set() for severity in SEVERITIES}


def _sentence(say: Speaker, check: str, params: str, roles: Mapping[str, str]) -> str:
    facts, kinds = facts_of(params), _CHECKS[check].facts
    currency = str(facts.get("currency", ""))
    return say(_PREFIX[check], **{name: _said(say, facts[name], kind, roles, currency) for name, kind in kinds.items()})


def _said(say: Speaker, fact: str | float, kind: Kind, roles: Mapping[str, str], currency: str) -> str | int:
    ways: Mapping[str, Callable[[], str | int]] = {
        "number": lambda: say.brief(fact),
        "percent": lambda: say.percent(fact),
        "count": lambda: int(fact),
        "money": lambda: _amount_words(say, float(fact), currency),
        "role": lambda: role_words(say, str(fact), roles),
        "list": lambda: say.listed(str(fact).split()),
        "date": lambda: say.date(date.fromisoformat(str(fact))),
        "month": lambda: say.month(str(fact)),
        "quarter": lambda: say.quarter(str(fact)),
    }
    return ways.get(kind, lambda: str(fact))()


def _amount_words(say: Speaker, amount: float, currency: str) -> str:
    return say.money(amount, currency) if currency else say.brief(amount, 0)


def role_words(say: Speaker, role: str, roles: Mapping[str, str]) -> str:
    """A resource as it is said: all roles together, a role, or a role in a unit."""
    if role == ALL_ROLES:
        return say("realism-all-roles")
    name, _, unit = role.partition("@")
    known = roles.get(name, name)
    return say("realism-role-in-unit", role=known, unit=unit) if unit else known


def counted(table: pd.DataFrame) -> dict[str, int]:
    """Severity → how many findings."""
    found: Iterable[str] = table["severity"]
    return {severity: sum(one == severity for one in found) for severity in SEVERITIES}

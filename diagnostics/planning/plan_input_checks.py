"""What no plan could mend in decisions and own actions: unknown ids and roles, circles, dates outside the plan, contradictions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import pandas as pd

from diagnostics.definitions.base import nearest
from diagnostics.definitions.decisions import Decision, Decisions
from diagnostics.definitions.mission import Mission
from diagnostics.definitions.problems import Problem
from diagnostics.definitions.remedy import Remedy, prerequisites
from diagnostics.planning.mission_project import duration_of
from diagnostics.planning.plan_table import roles_of
from diagnostics.planning.scheduling.network import waiting_circles
from diagnostics.planning.working_days import first_of_month, last_of_month, plan_span, working_days


def settings_problems(mission: Mission, roles: Iterable[str], file: str) -> list[Problem]:
    """What is wrong with the people and the dates of ``mission.yaml`` itself.

    Args:
        mission: its ``plan`` and its dates.
        roles: known role ids.
        file: what to call the file.
    """
    known, settings = list(roles), mission.plan
    problems = [
        Problem(
            file,
            f"No such role is known.{_meant(one.role, known)} Correct it, or add it to questionnaires/remedies/roles.yaml.",
            "unknown-role", column="plan.people", found=one.role, allowed=", ".join(known),
        )
        for one in settings.people
        if one.role not in known
    ]  # fmt: skip
    first, last = plan_span(settings)
    if first <= mission.dates.end:
        advice = "The plan starts before the mission ends. Let it start in a later quarter."
        problems.append(
            Problem(file, advice, "plan-before-mission", column="plan.start", found=settings.start, allowed=f"after {mission.dates.end}")
        )
    if settings.approved_on and settings.approved_on > last:
        advice = "The plan is over before it is approved. Correct the day, or give the plan more quarters."
        problems.append(
            Problem(file, advice, "approved-too-late", column="plan.approved_on", found=str(settings.approved_on), allowed=f"up to {last}")
        )
    return problems


def decision_problems(decisions: Decisions, own: pd.DataFrame, remedies: tuple[Remedy, ...], mission: Mission, file: str) -> list[Problem]:
    """Decisions about actions that do not exist, with dates that cannot be kept, or that contradict each other.

    Args:
        decisions: what was decided.
        own: actions that the administration adds, ``plan_table``.
        remedies: those bundled for the standard.
        mission: the plan's start, length and approval.
        file: what to call the file of decisions.
    """
    months = {remedy.id: float(remedy.months) for remedy in remedies} | dict(zip(own["action"], own["months"], strict=True))
    problems = []
    for one in decisions.decisions:
        if one.action not in months:
            advice = f"No action has this id.{_meant(one.action, list(months))} Take the id from the work plan."
            problems.append(Problem(file, advice, "unknown-action", column="action", found=one.action))
            continue
        problems += _date_problems(one, months[one.action], mission, file)
    return problems + list(_contradictions(decisions, own, remedies, file))


def own_action_problems(
    own: pd.DataFrame, remedies: tuple[Remedy, ...], mission: Mission, roles: Iterable[str], file: str
) -> list[Problem]:
    """Own actions without a duration, with unknown roles or predecessors, with an id that is taken, longer than the plan, in a circle.

    Args:
        own: ``plan_table`` with ``row``, the row as the spreadsheet shows it (or the place in the list).
        remedies: those bundled for the standard.
        mission: the plan's start and length.
        roles: known role ids.
        file: what to call the file.
    """
    known_roles, taken = list(roles), {remedy.id for remedy in remedies}
    known = [*own["action"], *taken]
    problems = []
    for row in own.to_dict("records"):
        if row["action"] in taken:
            advice = "A remedy of the kit has this id. Give the action an id of its own."
            problems.append(Problem(file, advice, "id-taken", row=int(row["row"]), column="action", found=row["action"]))
        problems += _duration_problems(row, mission, file)
        problems += _unknown_roles(row, known_roles, file)
        problems += _unknown_predecessors(row, known, file)
    after = dict(zip(own["action"], (cell.split() for cell in own["after"]), strict=True))
    for circle in waiting_circles({**{name: list(one) for name, one in prerequisites(remedies).items()}, **after}):
        chain = " after ".join([*circle, circle[0]])
        problems.append(
            Problem(file, f"Actions wait for each other in a circle: {chain}. Take one of them out of 'after'.", "circle", column="after")
        )
    return problems


def _duration_problems(row: Mapping[str, object], mission: Mission, file: str) -> Iterator[Problem]:
    at = {"row": int(row["row"]), "column": "months"}
    if pd.isna(row["months"]):
        yield Problem(file, "An own action needs its duration.", "missing-duration", **at, allowed="months, above 0")
    elif duration_of(row["months"]) > working_days(mission.plan).horizon:
        allowed = f"up to {mission.plan.quarters * 3} months"
        yield Problem(file, "The action is longer than the plan.", "longer-than-plan", **at, found=f"{row['months']:g}", allowed=allowed)


def _unknown_predecessors(row: Mapping[str, object], known: list[str], file: str) -> Iterator[Problem]:
    for other in str(row["after"]).split():
        if other not in known:
            advice = f"No action has this id.{_meant(other, known)} Correct it, or take it out."
            yield Problem(file, advice, "unknown-predecessor", row=int(row["row"]), column="after", found=other)


def _meant(word: str, known: Iterable[str]) -> str:
    near = nearest(word, known)
    return f" Did you mean '{near}'?" if near else ""


def _unknown_roles(row: Mapping[str, object], known: list[str], file: str) -> Iterator[Problem]:
    for role in roles_of(str(row["person_days_by_role"])):
        name = role.partition("@")[0]
        if name not in known:
            advice = f"No such role is known.{_meant(name, known)} Correct it, or add it to questionnaires/remedies/roles.yaml."
            yield Problem(
                file, advice, "unknown-role", row=int(row["row"]), column="person_days_by_role", found=role, allowed=", ".join(known)
            )


def _date_problems(one: Decision, months: float, mission: Mission, file: str) -> Iterator[Problem]:
    first, last = plan_span(mission.plan)
    approved = mission.plan.approved_on
    for column in ("starts", "not_before", "by"):
        month = getattr(one, column)
        if month and not first <= (last_of_month if column == "by" else first_of_month)(month) <= last:
            allowed = f"{first:%Y-%m} to {last:%Y-%m}"
            yield Problem(
                file,
                f"This month of '{one.action}' lies outside the plan.",
                "date-outside-plan",
                column=column,
                found=month,
                allowed=allowed,
            )
    if one.starts and approved and first_of_month(one.starts) < approved:
        advice = f"'{one.action}' would start before the plan is approved. Move the one or the other."
        yield Problem(file, advice, "start-before-approval", column="starts", found=one.starts, allowed=f"from {approved} on")
    if one.by and not pd.isna(months):
        earliest = _earliest_end(one, months, mission)
        if earliest > last_of_month(one.by):
            advice = f"'{one.action}' takes {months:g} months and cannot be finished by then. Move the date."
            yield Problem(file, advice, "date-too-early", column="by", found=one.by, allowed=f"{earliest:%Y-%m} or later")


def _earliest_end(one: Decision, months: float, mission: Mission) -> date:
    calendar = working_days(mission.plan)
    days = [mission.plan.approved_on, *(first_of_month(month) for month in (one.starts, one.not_before) if month)]
    first = max((calendar.on_or_after(day) for day in days if day), default=0)
    return calendar.day(first + duration_of(months) - 1)


def _contradictions(decisions: Decisions, own: pd.DataFrame, remedies: tuple[Remedy, ...], file: str) -> Iterator[Problem]:
    """A pinned or own action that waits for a dropped one."""
    before = {name: list(after) for name, after in prerequisites(remedies).items()}
    before |= dict(zip(own["action"], (cell.split() for cell in own["after"]), strict=True))
    dropped = {one.action for one in decisions.decisions if one.decision == "drop"}
    must = [one.action for one in decisions.decisions if one.decision == "pin"] + list(own["action"])
    for name in must:
        for other in before.get(name, []):
            if other in dropped:
                advice = f"'{name}' is to be in the plan and waits for '{other}', which is dropped. Take one of the two back."
                yield Problem(file, advice, "contradiction", column="action", found=other)

"""From findings and decisions to a work plan: what, by whom, when, with which people and money, measured by what."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from diagnostics.definitions.decisions import Decisions
from diagnostics.definitions.mission import Mission
from diagnostics.definitions.problems import BadInput
from diagnostics.definitions.remedy import Remedy
from diagnostics.definitions.standard import Standard
from diagnostics.intake.progress.progress_sheet import progress_table
from diagnostics.planning.actions import remedy_actions
from diagnostics.planning.decided import decision_costs, with_decisions, with_own_actions
from diagnostics.planning.following.carried import carry_forward
from diagnostics.planning.load import load_by_month, load_by_quarter, money_by_year
from diagnostics.planning.no_plan import told_no_plan
from diagnostics.planning.placing import Placed, place_actions
from diagnostics.planning.plan_table import plan_table
from diagnostics.planning.scheduling.schedule import NoPlan


def _no_actions() -> pd.DataFrame:
    return plan_table([])


@dataclass(frozen=True)
class Brought:
    """What a mission brought for its plan.

    Attributes:
        decisions: about single actions; None = none were taken.
        own_actions: those that the administration adds, ``plan_table``.
        adopted: ``plan_table`` of the plan that was adopted before this one; empty where there is none.
        progress: what was reported of it, as ``progress_history`` gives it.
    """

    decisions: Decisions | None = None
    own_actions: pd.DataFrame = field(default_factory=_no_actions)
    adopted: pd.DataFrame = field(default_factory=_no_actions)
    progress: pd.DataFrame = field(default_factory=progress_table)


@dataclass(frozen=True)
class WorkPlan:
    """A work plan and what follows from it.

    Attributes:
        plan: ``plan_table``, in the order of the starts, what has no place last.
        load: table of ``load_by_month``; ``capacity``: of ``load_by_quarter``; ``budget``: of ``money_by_year``.
        decisions: table of ``decision_costs``.
        placed: how good the plan is proven to be.
    """

    plan: pd.DataFrame
    load: pd.DataFrame
    capacity: pd.DataFrame
    budget: pd.DataFrame
    decisions: pd.DataFrame
    placed: Placed


def plan_work(
    findings: pd.DataFrame,
    scores: pd.DataFrame,
    standard: Standard,
    remedies: tuple[Remedy, ...],
    mission: Mission,
    brought: Brought | None = None,
    indicators: pd.DataFrame | None = None,
) -> WorkPlan:
    """Plan the remedies of all findings, as the people concerned have decided.

    Args:
        findings, scores, standard, remedies, mission: as ``remedy_actions`` takes them; ``mission.plan`` holds people, days and money.
        brought: decisions and own actions, free of problems.
        indicators: table of ``compute_indicators``: baselines that the mission's data give.

    Raises:
        BadInput: what was decided does not fit with the people, days and money there are; with the smallest change that helps.
    """
    brought = brought or Brought()

    def actions_with(decisions: Decisions | None, own: pd.DataFrame) -> pd.DataFrame:
        also = [one.action for one in decisions.decisions if one.decision == "pin"] if decisions else []
        actions = remedy_actions(findings, scores, standard, remedies, mission, also, indicators)
        actions = carry_forward(with_own_actions(actions, own), brought.adopted, brought.progress)
        return with_decisions(actions, decisions)

    actions = actions_with(brought.decisions, brought.own_actions)
    try:
        placed = place_actions(actions, mission.plan)
    except NoPlan as none:
        wanted = actions[actions["decision"] != "drop"].reset_index(drop=True)
        raise BadInput(told_no_plan(wanted, mission.plan, none.proven)) from None
    costs = decision_costs(placed.plan, brought.decisions, brought.own_actions, mission.plan, actions_with)
    load = load_by_month(placed.plan, mission.plan)
    return WorkPlan(placed.plan, load, load_by_quarter(load), money_by_year(placed.plan, mission.plan), costs, placed)

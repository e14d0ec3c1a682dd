"""What a follow-up report reads. ``runs`` fills it; the sections take it and open no file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from diagnostics.definitions.mission import Mission
from diagnostics.definitions.outline import outline
from diagnostics.definitions.plan_file import PlanFile
from diagnostics.definitions.plan_settings import last_of_quarter
from diagnostics.definitions.standard import Standard
from diagnostics.planning.following.forecast import Outlook, milestones, outlook
from diagnostics.planning.following.variance import Totals, reasons_told, totals
from diagnostics.reporting.speaker import Speaker, speaker
from diagnostics.scoring.comparing.comparison import ComparedNode, ComparedPair, Comparison


@dataclass(frozen=True)
class FollowUpMaterial:
    """Everything that a follow-up report says.

    Attributes:
        mission: the mission's settings; its language is the report's.
        standard: without what is out of scope.
        plan: the adopted plan.
        quarter: at whose end things are told.
        variance: table of ``variance``; ``forecast``: table of ``forecast``.
        targets: node → target level, of the diagnostic that is reported beside.
        comparison: the diagnostic before and this one; None where there is only one.
    """

    mission: Mission
    standard: Standard
    plan: PlanFile
    quarter: str
    variance: pd.DataFrame
    forecast: pd.DataFrame
    targets: Mapping[str, float]
    comparison: Comparison | None = None

    @cached_property
    def say(self) -> Speaker:
        """The report's language."""
        return speaker(self.mission.language)

    @cached_property
    def totals(self) -> Totals:
        """The plan's whole."""
        return totals(self.variance)

    @cached_property
    def outlook(self) -> Outlook:
        """When the whole will be finished."""
        return outlook(self.forecast, self.plan.settings)

    @cached_property
    def milestones(self) -> pd.DataFrame:
        """When each process will be finished."""
        return milestones(self.forecast, self.plan.settings)

    @cached_property
    def reasons(self) -> pd.DataFrame:
        """Why actions deviate."""
        return reasons_told(self.variance)

    @cached_property
    def actions(self) -> pd.DataFrame:
        """``variance`` with ``forecast_start``, ``forecast_finish``, ``days_later`` and ``waits_for``."""
        wanted = ["action", "forecast_start", "forecast_finish", "days_later", "waits_for"]
        return self.variance.merge(self.forecast[wanted], on="action", how="left", validate="one_to_one")

    @property
    def last_day(self) -> date:
        """Of the quarter."""
        return last_of_quarter(self.quarter)

    @property
    def currency(self) -> str:
        """Of the plan's money; empty where it has no budget."""
        return self.plan.settings.budget.currency if self.plan.settings.budget else ""

    def owner(self, role: str) -> str:
        """A role's name in the report's language."""
        return self.say.content(self.plan.roles.get(role) or role.replace("-", " "))

    def process_name(self, process: str) -> str:
        """A process by its id and name."""
        node = outline(self.standard).nodes.get(process)
        return f"{process} {self.say.content(node.name)}" if node is not None and node.name else process

    def gate_names(self, ids: Iterable[str]) -> list[str]:
        """Gates as they are named within a sentence."""
        names = {gate.id: gate.name for gate in self.standard.gates}
        return [self.say.content(names.get(one) or one).lower() for one in ids]

    @property
    def pair(self) -> ComparedPair | None:
        """The assessment in focus, before and now."""
        pairs = self.comparison.pairs if self.comparison else ()
        return next((pair for pair in pairs if pair.b == self.mission.focus), None)

    @cached_property
    def changes(self) -> tuple[ComparedNode, ...]:
        """Every process that both diagnostics rated, in the order of the standard."""
        wanted = {node.id for node in outline(self.standard).processes}
        return tuple(node for node in self.pair.nodes if node.node_b in wanted and node.difference == node.difference) if self.pair else ()

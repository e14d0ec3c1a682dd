"""What a report reads. ``runs`` fills it from a mission's results; the sections take it and open no file."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

import pandas as pd

from diagnostics.definitions.document_list import DocumentList
from diagnostics.definitions.mission import Mission
from diagnostics.definitions.outline import Outline, is_survey_standard, outline
from diagnostics.definitions.problems import Problem
from diagnostics.definitions.remedy import Remedy
from diagnostics.definitions.standard import Node, Standard
from diagnostics.reporting.speaker import Speaker, speaker
from diagnostics.scoring.small_groups import told_scores

Kind = Literal["maturity", "survey", "comparison"]
"""What a report is about: levels of maturity, a staff survey over its waves, or administrations compared."""


def _no_table() -> pd.DataFrame:
    return pd.DataFrame()


@dataclass(frozen=True)
class Material:
    """Everything that a report says, as tables. A table that a mission does not have is empty.

    Attributes:
        mission: the mission's settings.
        standard: the standard, without what is out of scope.
        answers: ANSWERS: assessment, item, answer, respondent, evidence …
        scores: SCORES of every node and assessment, with the counts of answered, dont_know, not_applicable, blank, insufficient. Sections
            show ``told_scores`` and ``scores_of``, which are without the figures of too few people.
        targets: node, target of every node.
        findings, workplan: as planning makes them.
        capacity: person-days by quarter: quarter, person_days, capacity.
        load: person-days by month and resource: month, resource, person_days, capacity.
        budget: money by year: year, amount, budget, unknown.
        decisions: what each decision on the plan costs, table of ``decision_costs``.
        realism, measurability: what the checks of the plan found, tables of ``findings_table``.
        delay_risk: when the plan will be finished, table of ``delay_risk``.
        remedies: those bundled for the standard; empty where there are none.
        roles: role id → its name.
        quality: one row per data set: data_set, file, status, rows, columns, cells, empty_cells, errors, warnings.
        problems: what validation found.
        interviews_summary: process, group, positive, negative, neutral, interviews.
        survey_summary: one row per statement: item, text, process_id, reverse, answered, dont_know, blank, positive, neutral, negative.
        process_survey: process, items, answered, percent_positive with lower and upper of its 95 % interval, respondents.
        documents: title, type, status, approved_on, reviewed_on, process_id, listed_as.
        workforce: figure, value, unit, n.
        document_list: the documents that the standard asks for; none where no list is bundled for it.
        provenance: ``inputs`` file → SHA-256, ``versions``, and any other mapping to be printed (``settings``, ``parameters``).
    """

    mission: Mission
    standard: Standard
    answers: pd.DataFrame
    scores: pd.DataFrame
    targets: pd.DataFrame = field(default_factory=_no_table)
    findings: pd.DataFrame = field(default_factory=_no_table)
    workplan: pd.DataFrame = field(default_factory=_no_table)
    capacity: pd.DataFrame = field(default_factory=_no_table)
    remedies: tuple[Remedy, ...] = ()
    roles: Mapping[str, str] = field(default_factory=dict)
    quality: pd.DataFrame = field(default_factory=_no_table)
    problems: tuple[Problem, ...] = ()
    interviews_summary: pd.DataFrame = field(default_factory=_no_table)
    survey_summary: pd.DataFrame = field(default_factory=_no_table)
    process_survey: pd.DataFrame = field(default_factory=_no_table)
    documents: pd.DataFrame = field(default_factory=_no_table)
    workforce: pd.DataFrame = field(default_factory=_no_table)
    document_list: DocumentList | None = None
    provenance: Mapping[str, Any] = field(default_factory=dict)
    load: pd.DataFrame = field(default_factory=_no_table)
    budget: pd.DataFrame = field(default_factory=_no_table)
    decisions: pd.DataFrame = field(default_factory=_no_table)
    realism: pd.DataFrame = field(default_factory=_no_table)
    delay_risk: pd.DataFrame = field(default_factory=_no_table)
    measurability: pd.DataFrame = field(default_factory=_no_table)

    @property
    def say(self) -> Speaker:
        """What speaks the mission's language."""
        return speaker(self.mission.language)

    @property
    def kind(self) -> Kind:
        """What the report is about: the standard says it."""
        if self.standard.levels:
            return "maturity"
        return "survey" if is_survey_standard(self.standard) else "comparison"

    @cached_property
    def tree(self) -> Outline:
        """The standard laid out for look-ups."""
        return outline(self.standard)

    @property
    def rated(self) -> list[tuple[Node, str]]:
        """What is rated, with its process: the criteria, or the items of a standard that has none."""
        return [(node, self.tree.process_of(node.id)) for node in self.tree.rated]

    @property
    def processes(self) -> tuple[Node, ...]:
        """The parents of what is rated, in the order of the standard."""
        return self.tree.processes

    def target(self, node: str) -> float:
        """The target of a node; empty where it has none."""
        found = self.targets.loc[self.targets["node"] == node, "target"] if len(self.targets) else self.targets
        return float(found.iloc[0]) if len(found) else math.nan

    @property
    def beside(self) -> str | None:
        """The assessment shown beside the focus, if any."""
        return self.mission.beside[0] if self.mission.beside else None

    def name_of(self, assessment: str) -> str:
        """What an assessment is called in prose."""
        names = self.mission.comparison.names if self.mission.comparison else {}
        usual = {"expert": self.say("assessment-expert"), "self": self.say("assessment-self")}
        return names.get(assessment) or usual.get(assessment, assessment)

    def node_name(self, node: Node) -> str:
        """A node's name in the mission's language; its id where it has none."""
        return self.say.content(node.name) if node.name else node.id

    def gate_names(self, ids: Iterable[str]) -> list[str]:
        """Gates as they are named within a sentence."""
        names = {gate.id: gate.name for gate in self.standard.gates}
        return [self.say.content(names.get(one) or one).lower() for one in ids]

    def data_name(self, data_set: str) -> str:
        """What a data set is called in prose."""
        return self.say.content(data_set.replace("_", " "))

    def role(self, role_id: str) -> str:
        """A role's name; with its unit for ``role@unit``."""
        role, _, unit = role_id.partition("@")
        name = self.say.content(self.roles.get(role) or role.replace("-", " "))
        return f"{name} ({unit})" if unit else name

    @cached_property
    def told_scores(self) -> pd.DataFrame:
        """The scores as they may be shown: without survey figures of fewer people than the threshold and what gives them away."""
        return told_scores(self.scores, self.standard, self.mission.thresholds.disclosure)

    def scores_of(self, assessment: str | None) -> pd.DataFrame:
        """The scores of one assessment by node, as they may be shown; empty where there is no such assessment."""
        return self.told_scores[self.told_scores["assessment"] == assessment].set_index("node")

"""How a handed-over work plan names its columns, states and roles, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping

from diagnostics.definitions.plan_file import PlannedAction
from diagnostics.intake.plans.plan_sheet import TRANSLATED_FIELDS
from diagnostics.planning.told import GATE_FORMULA, GATE_INDICATOR, read_back
from diagnostics.reporting.sections.plan_words import target_words
from diagnostics.reporting.speaker import Speaker


def headings(say: Speaker) -> dict[str, str]:
    """Field → its heading. Fields that no sheet shows are left out."""
    return {
        "action": say("handover-action"),
        "title": say("handover-title"),
        "objective": say("handover-objective"),
        "deliverable": say("handover-deliverable"),
        "indicator": say("handover-indicator"),
        "unit": say("handover-unit"),
        "baseline_value": say("handover-baseline"),
        "baseline_on": say("handover-baseline-on"),
        "target_value": say("handover-target"),
        "target_on": say("handover-target-on"),
        "owner": say("handover-owner"),
        "partners": say("handover-partners"),
        "start_on": say("handover-start"),
        "finish_on": say("handover-finish"),
        "person_days": say("handover-person-days"),
        "amount": say("handover-amount"),
        "funding": say("handover-funding"),
        "risk": say("handover-risk"),
        "after": say("handover-after"),
        "criterion": say("handover-criterion"),
        "evidence": say("handover-evidence"),
        "critical": say("handover-critical"),
        "quick_win": say("handover-quick-win"),
        "progress": say("handover-progress"),
        "status": say("handover-status"),
        "deviation": say("handover-deviation"),
        "next_milestone": say("handover-next-milestone"),
        "expected_on": say("handover-expected-on"),
        "=finish_quarter": say("handover-finish-quarter"),
        "=working_days": say("handover-working-days"),
        "=days_late": say("handover-days-late"),
    }


def statuses(say: Speaker) -> dict[str, str]:
    """Status → its word."""
    return {
        "not started": say("handover-not-started"),
        "in progress": say("handover-in-progress"),
        "done": say("handover-done"),
        "stopped": say("handover-stopped"),
    }


def role_name(role: str, names: Mapping[str, str], say: Speaker) -> str:
    """A role's name; with its unit for ``role@unit``. What is no role id stays as it is."""
    name, _, unit = role.partition("@")
    shown = say.content(names[name]) if name in names else name
    return f"{shown}, {unit}" if unit else shown


def spoken(action: PlannedAction, say: Speaker) -> PlannedAction:
    """The same action with its texts in the reader's language, where they are translated."""
    texts = {name: say.content(text) for name in TRANSLATED_FIELDS if (text := getattr(action, name))}
    if gate := read_back(GATE_INDICATOR, action.indicator):
        texts["indicator"] = say("measure-gate", criterion=say.content(gate["criterion"]), gate=_gate(gate["gate"], say))
    if gate := read_back(GATE_FORMULA, action.formula):
        texts["formula"] = say("measure-gate-formula", gate=_gate(gate["gate"], say))
    texts["target"] = target_words(say, action.target)
    return action.model_copy(update=texts | {"steps": tuple(say.content(step) for step in action.steps)})


def _gate(gate: str, say: Speaker) -> str:
    """A gate as it is named within a sentence."""
    return say.content(gate.capitalize()).lower()


def process_name(process: str, processes: Mapping[str, str], say: Speaker) -> str:
    """A process with its name where it is known; actions without a process are the administration's own."""
    if not process:
        return say("handover-own-actions")
    return f"{process} {say.content(processes[process])}" if process in processes else process

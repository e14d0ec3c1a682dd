"""Decisions and own actions as definitions: each action once."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from diagnostics.definitions.decisions import Decisions, OwnActions

DROP = {"action": "P4-1-R3", "decision": "drop", "reason": "because"}


def test_an_action_is_decided_upon_once():
    with pytest.raises(ValidationError, match="decided upon twice: P4-1-R3"):
        Decisions.model_validate({"decided_by": "committee", "decided_on": "2026-11-20", "decisions": [DROP, DROP]})


def test_an_own_action_stands_once():
    with pytest.raises(ValidationError, match="stand twice: OWN-1"):
        OwnActions.model_validate({"added_by": "committee", "actions": [{"action": "OWN-1", "title": "Do it"}] * 2})

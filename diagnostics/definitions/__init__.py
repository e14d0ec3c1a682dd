"""Frozen models of everything in ``questionnaires/`` and of ``mission.yaml``, and how they are read."""

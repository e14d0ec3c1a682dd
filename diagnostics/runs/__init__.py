"""Runs missions: opens their folders, runs stage notebooks with typed parameters, skips what is unchanged, keeps the trail."""

from diagnostics.runs.mission_folder import OpenMission, open_mission, write_problems

__all__ = ["OpenMission", "open_mission", "write_problems"]

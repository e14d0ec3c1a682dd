"""Gives wrong cells back to be corrected, and takes the corrections over cell by cell."""

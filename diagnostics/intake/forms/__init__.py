"""Writes collection forms, and reads a form that somebody else wrote."""

"""Reads work plans: the kit's own, MS Project's, and a ministry's spreadsheet."""

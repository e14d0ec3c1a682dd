"""The HRM Diagnostic Review Kit: from an administration's answers to its work plan."""

__version__ = "0.1.0"

"""Reads progress forms that came back."""

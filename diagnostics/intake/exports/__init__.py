"""Exports of the programs that answers are collected with, read to the long response table."""

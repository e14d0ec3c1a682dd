"""The commands of ``hrm-review``, a file for each part of the work. ``cli`` puts them together."""

"""Judges a mission's inputs against their definitions, and says what is wrong to the person who can correct it."""

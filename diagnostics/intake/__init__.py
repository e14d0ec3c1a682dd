"""Readers: from the files that an administration brought to tidy tables that know the row each value came from."""

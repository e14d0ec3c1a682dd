"""A client's own columns and codes as those of a data set."""

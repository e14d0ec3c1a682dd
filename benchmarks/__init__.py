"""Paired timings of the scoring engine and of surveys against other ways of computing the same figures. See README.md."""

"""Documents beside the report: forms on paper, the standard to read and to comment on."""

"""The scoring engine: one engine, several published rules, each declared in the standard. Pure: it opens no file."""

from diagnostics.scoring.checks import check_answers
from diagnostics.scoring.scores import COLUMNS, STATE_COLUMNS, score_answers

__all__ = ["COLUMNS", "STATE_COLUMNS", "check_answers", "score_answers"]

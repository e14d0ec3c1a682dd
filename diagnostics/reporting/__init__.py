"""From a mission's results to its report: blocks first, then the same blocks as HTML and as PDF."""

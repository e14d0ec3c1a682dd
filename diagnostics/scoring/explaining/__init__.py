"""Why this score: the path from a number down to the answers."""

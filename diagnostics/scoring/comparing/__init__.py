"""Two waves or administrations: what changed, and why."""

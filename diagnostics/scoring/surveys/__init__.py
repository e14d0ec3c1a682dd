"""Survey figures: shares, indices, intervals, weights, groups."""

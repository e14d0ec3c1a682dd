"""Puts tasks into periods: who waits for whom, dates, capacities and money; proven, or with a bound."""

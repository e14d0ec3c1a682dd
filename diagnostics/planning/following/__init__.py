"""Follows an adopted plan up: what was reported, plan against actual, forecast, and what is carried on."""

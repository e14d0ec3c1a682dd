"""Interviews with four groups: findings by criterion, more often positive where the practice is better."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from synthetic.draw import Draw

COLUMNS = ("id", "group", "unit", "criterion_id", "finding", "polarity")
LEAST, MOST = 0.06, 0.92  # even the best practice meets doubt, and the worst has a friend

Row = tuple[object, ...]
Story = dict[str, Any]


def make_interviews(criteria: Story, people: Story, draw: Draw) -> list[Row]:
    """About 270 findings of 28 interviews. No interview speaks of one criterion twice."""
    asked = [name for name, story in criteria.items() if "NA" not in story["expert"]]
    owed = {name: float(draw.share(1)[0]) for name in asked}
    rows: list[Row] = []
    number = 0
    for group in people["interview_groups"]:
        for place in range(group["interviews"]):
            number += 1
            unit = group["units"][place % len(group["units"])]
            chosen = draw.some_of(asked, draw.whole(*people["findings_each"]))
            findings = _findings(chosen, group, criteria, people, owed, draw)
            rows += [(f"INT-{number:02}", group["id"], unit, name, text, polarity) for name, text, polarity in findings]
    return rows


def _findings(
    chosen: list[str], group: Story, criteria: Story, people: Story, owed: dict[str, float], draw: Draw
) -> Iterator[tuple[str, str, str]]:
    """Criterion, text and polarity of each finding.

    ``owed`` counts the positive findings still due to a criterion: with three findings each, plain chance would often
    hide the story.
    """
    for name in chosen:
        story = criteria[name]
        if draw.happens(people["neutral"]):
            yield name, draw.one_of(people["neutral_findings"]), "neutral"
            continue
        owed[name] += max(LEAST, min(MOST, (level_of(story) - 1) / 3 + group["lean"]))
        polarity = "positive" if owed[name] >= 1 else "negative"
        owed[name] -= polarity == "positive"
        text = story["good" if polarity == "positive" else "bad"]
        yield name, f"{text} {draw.one_of(people['closings'][polarity])}", polarity


def level_of(story: Story) -> int:
    """The expert's level of a criterion: its lowest gate; 1 where nothing supports it."""
    gates = [gate for gate in story["expert"] if isinstance(gate, int)]
    return min(gates) if story["evidence"] else 1

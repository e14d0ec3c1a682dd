"""The questionnaire: what the working group (part self) and the expert (part expert) answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from synthetic.draw import Draw

COLUMNS = ("criterion_id", "rater", "role", "part", "existence", "coverage", "effect", "na", "evidence_id", "comment", "date")
SELF_FROM = date(2026, 9, 7)  # the Monday on which the group began; three weeks of working days
EXPERT_FROM = date(2026, 10, 12)  # the first day on site
LOWEST, HIGHEST = 1, 5
SEEN_FROM = {"hq": 1, "both": 0, "field": -1}  # levels by which a rater's view of a disputed criterion differs

Row = tuple[object, ...]
Story = dict[str, Any]


def make_responses(criteria: Story, people: Story, draw: Draw) -> list[Row]:
    """A row for each rater and criterion: 16 raters of the working group, then the expert."""
    sides = {name: [1 if draw.happens(0.5) else -1 for _ in range(3)] for name in criteria}
    return [*_self_rows(criteria, people, sides, draw), *_expert_rows(criteria)]


def _self_rows(criteria: Story, people: Story, sides: dict[str, list[int]], draw: Draw) -> Iterator[Row]:
    answering = people["answering"]
    for rater in people["raters"]:
        for place, (name, story) in enumerate(criteria.items()):
            gates = [_answer(gate, side, story, rater, answering, draw) for gate, side in zip(story["self"], sides[name], strict=True)]
            cites = draw.happens(answering["cites"]) or rater is people["raters"][0]
            evidence = story.get("cited", story["evidence"]) if cites and _claims(gates) else ""
            comment = draw.one_of(people["comments"]) if draw.happens(answering["comments"]) else ""
            day = _working_day(SELF_FROM, place * 15 // len(criteria))
            yield (name, rater["id"], rater["role"], "self", *_cells(gates), evidence, comment, day)


def _expert_rows(criteria: Story) -> Iterator[Row]:
    for place, (name, story) in enumerate(criteria.items()):
        day = _working_day(EXPERT_FROM, place * 5 // len(criteria))
        yield (name, "EXP-1", "expert", "expert", *_cells(story["expert"]), story["evidence"], story.get("remark", ""), day)


def _answer(gate: object, side: int, story: Story, rater: Story, answering: Story, draw: Draw) -> object:
    """One rater's answer to one gate. Chance is drawn in any case, so that a change of one answer leaves the rest."""
    strays, unknown, blank = (draw.happens(answering[key]) for key in ("strays", "dont_know", "blank"))
    if not isinstance(gate, int):
        return gate
    if blank or unknown:
        return "" if blank else "DK"
    if story.get("disputed"):
        return _within(gate + SEEN_FROM[rater["place"]])
    return _within(gate + side) if strays else gate


def _within(level: int) -> int:
    return max(LOWEST, min(HIGHEST, level))


def _claims(gates: list[object]) -> bool:
    return any(isinstance(gate, int) and gate > LOWEST for gate in gates)


def _cells(gates: list[object]) -> tuple[object, ...]:
    """The three gates and ``na``: a criterion that does not apply has no levels."""
    return ("", "", "", "yes") if "NA" in gates else (*gates, "no")


def _working_day(first: date, count: int) -> date:
    """The working day ``count`` working days after a Monday."""
    weeks, days = divmod(count, 5)
    return first + timedelta(weeks=weeks, days=days)

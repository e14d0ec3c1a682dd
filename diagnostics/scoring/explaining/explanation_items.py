"""How an item's value follows from the answers to it, in words and with the numbers that give it."""

from __future__ import annotations

from itertools import pairwise

from diagnostics.definitions.scale import Points
from diagnostics.definitions.standard import Node
from diagnostics.scoring.comparing.sides import STATE_WORDS, Side, known
from diagnostics.scoring.given_answers import AnswerCount, GivenAnswers
from diagnostics.scoring.wording import counted, exact, listed

MOST_ANSWERS = 12


def item_sentences(leaf: Node, given: GivenAnswers, side: Side) -> tuple[str, ...]:
    """Why an item has its value; what is told of its evidence and its mark comes last."""
    state = side.state(leaf.id)
    if state != "answered":
        return (*_answer_lines(given), _silent(leaf, state, side), *_evidence(leaf, given, side))
    lines = [*_answer_lines(given), *_value_lines(leaf, given, side)]
    return (*lines, *_marks(leaf, given, side), *_evidence(leaf, given, side))


def _answer_lines(given: GivenAnswers) -> list[str]:
    """The answers as they were given."""
    counts = given.counts
    if not counts:
        return []
    others = f" {counted(given.others, 'other answer')} {'does' if given.others == 1 else 'do'} not count." if given.others else ""
    if len(counts) == 1 and counts[0].people == 1:
        return [f"{'Consensus' if given.from_consensus else 'Answer'}: {_answer(counts[0])}.{others}"]
    if all(count.people is None for count in counts):
        codes = listed([_answer(count) for count in counts[:MOST_ANSWERS]])
        return [f"Answers: {codes}; how often each was given is withheld: too few people.{others}"]
    told = [_times(count, given.is_weighted) for count in counts[:MOST_ANSWERS]]
    if len(counts) > MOST_ANSWERS:
        told.append(f"{len(counts) - MOST_ANSWERS} different answers more")
    return [f"Answers: {'; '.join(told)}.{others}"]


def _answer(count: AnswerCount) -> str:
    if count.state == "blank":
        return "not answered"
    if count.state != "answered":
        return f"{count.code} ({STATE_WORDS[count.state]})"
    read = f", read as {count.read_as}" if count.read_as else ""
    return f"{count.code}{read}" + (f" ({count.label})" if count.label else "")


def _times(count: AnswerCount, is_weighted: bool) -> str:
    if count.people is None or count.weight is None:
        return f"{_answer(count)}, how often is withheld"
    weight = f", weight {exact(count.weight)}" if is_weighted and count.state == "answered" else ""
    return f"{count.people:,} × {_answer(count)}{weight}"


def _value_lines(leaf: Node, given: GivenAnswers, side: Side) -> list[str]:
    """From the answers to the value, and on to points."""
    value, several = given.claimed, sum(count.people or 2 for count in given.valid()) > 1
    weighted = "weighted " if given.is_weighted else ""
    lines = []
    if leaf.respondents == "percent-positive":
        lines.append(f"Share of positive answers ({', '.join(leaf.positive)}) among {_valid(given)}: {exact(value)} %.")
    elif leaf.respondents == "index-0-100":
        lines.append(f"Mean of {_valid(given)}, with the scale stretched from 0 to 100: {exact(value)}.")
    elif several and leaf.respondents in ("median", "consensus-or-median"):
        lines.append(f"{f'{weighted}median'.capitalize()} of {_valid(given)}: {exact(value)}.")
    elif several:
        lines.append(f"{f'{weighted}mean'.capitalize()} of {_valid(given)}: {_mean_terms(given)}{exact(value)}.")
    elif leaf.points is None and not side.rows[leaf.id].counts["insufficient"] and given.valid()[0].code != exact(value):
        lines.append(f"It counts as {exact(value)}.")
    if leaf.points is not None:
        lines.append(points_sentence(leaf.points, value, leaf.max_points))
    return lines


def _valid(given: GivenAnswers) -> str:
    return "the valid answers" if given.people is None else counted(given.people, "valid answer")


def _mean_terms(given: GivenAnswers) -> str:
    """The sum that gives a mean, where every count in it may be told."""
    weights = [count.weight for count in given.valid() if count.weight is not None]
    if len(weights) < len(given.valid()) or len(weights) > MOST_ANSWERS:
        return ""
    terms = [f"{exact(weight)} × {exact(count.value)}" for weight, count in zip(weights, given.valid(), strict=True)]
    return f"({' + '.join(terms)}) ÷ {exact(sum(weights))} = "


def points_sentence(points: Points, value: float, most: float | None) -> str:
    """The band, or the line between two points, that a value falls on."""
    of = f" of {exact(most)}" if most else ""
    lower: float | None = None
    for band in points.bands:
        if band.below is None or value < band.below:
            ends = [f"from {exact(lower)}" if lower is not None else "", f"below {exact(band.below)}" if band.below is not None else ""]
            where = " ".join(end for end in ends if end) or "any value"
            return f"Points: {exact(value)} lies in the band {where}, which earns {exact(band.points)}{of}."
        lower = band.below
    knots = points.linear
    for (x, y), (next_x, next_y) in pairwise(knots):
        if x <= value <= next_x:
            earned = y + (next_y - y) * (value - x) / (next_x - x)
            sum_ = f"{exact(y)} + ({exact(next_y)} - {exact(y)}) × ({exact(value)} - {exact(x)}) ÷ ({exact(next_x)} - {exact(x)})"
            line = f"the line from {exact(x)} ({exact(y)} points) to {exact(next_x)} ({exact(next_y)} points)"
            return f"Points: {exact(value)} lies on {line}: {sum_} = {exact(earned)}{of}."
    end, earned, side = (*knots[0], "below") if value < knots[0][0] else (*knots[-1], "above")
    return f"Points: {exact(value)} lies {side} {exact(end)}, where {exact(earned)}{of} are earned."


def _silent(leaf: Node, state: str, side: Side) -> str:
    """What an item without an answer counts as."""
    score = side.scores[leaf.id]
    if state in ("not_applicable", "not_used"):
        why = "Not applicable" if state == "not_applicable" else "Not used: as if it were absent"
        return f"{why}; it is left out."
    words = "Nobody answered, and somebody does not know" if state == "dont_know" else "Nobody answered"
    if not known(score):
        return f"{words}; it is left out."
    rule = side.standard.scale_of(leaf).unanswered
    return f"{words}; it counts as {'the lowest answer' if rule == 'lowest' else 'the standard says'}: {exact(score)}."


def _marks(leaf: Node, given: GivenAnswers, side: Side) -> list[str]:
    row = side.rows[leaf.id]
    marked = side.standard.scale_of(leaf).same_as
    aliases = sorted({f"{count.code} is read as {count.read_as}" for count in given.valid() if count.code in marked})
    lines = [f"* {', '.join(aliases)}."] if aliases else []
    if row.counts["insufficient"]:
        claimed = "" if row.highest == row.score else f": {exact(row.highest)} was claimed, {exact(row.score)} counts"
        lines.append(f"* No evidence is named{claimed}.")
    return lines


def _evidence(leaf: Node, given: GivenAnswers, side: Side) -> list[str]:
    if given.evidence:
        return [f"Evidence: {', '.join(given.evidence)}."]
    if given.has_evidence:
        return ["Evidence is named, in words that are not repeated here."]
    return ["Evidence: none named."] if side.standard.scale_of(leaf).without_evidence and given.counts else []

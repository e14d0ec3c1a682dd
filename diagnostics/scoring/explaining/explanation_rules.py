"""How a node's score follows from its children, in words and with the numbers that give it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from diagnostics.definitions.scale import Scale
from diagnostics.definitions.standard import Node, value_scale
from diagnostics.scoring.additive import points_earned, points_maximum
from diagnostics.scoring.comparing.sides import STATE_WORDS, Side, known
from diagnostics.scoring.rules import CLOSE
from diagnostics.scoring.wording import counted, exact, listed

MOST_TERMS = 8


@dataclass(frozen=True)
class Reason:
    """Why a node has its score.

    Attributes:
        sentences: the rule in words, then its numbers.
        decides: the children that the score hangs on alone, under rules where that is so.
    """

    sentences: tuple[str, ...]
    decides: frozenset[str] = frozenset()


def reason_of(node: Node, side: Side) -> Reason:
    """Why a node that is no item has its score."""
    known_children = [child for child in node.children if known(side.scores[child.id])]
    left_out = [child.id for child in node.children if not known(side.scores[child.id])]
    if node.aggregate != "staged" and not known_children:
        return Reason(("None of its children counts, so that there is no score.",))
    reason = _RULES[node.aggregate or ""](node, known_children, side)
    if left_out and node.aggregate != "staged":
        verb = "does" if len(left_out) == 1 else "do"
        return Reason((*reason.sentences, f"{listed(left_out)} {verb} not count here."), reason.decides)
    return reason


def rule_in_words(node: Node) -> str:
    """The rule alone, without numbers."""
    return _WORDS[node.aggregate or ""]


def _mean(node: Node, children: list[Node], side: Side) -> Reason:
    weights = [child.weight for child in children]
    scores = [side.scores[child.id] for child in children]
    total = sum(weights)
    if not total > 0:
        return Reason(("All its children that count have the weight 0, so that there is no score.",))
    same = all(weight == 1 for weight in weights)
    terms = [exact(score) if same else f"{exact(weight)} × {exact(score)}" for weight, score in zip(weights, scores, strict=True)]
    result = exact(side.scores[node.id])
    words = "Mean of the children that count" if same else "Weighted mean of the children that count"
    if len(terms) > MOST_TERMS:
        together = exact(sum(weight * score for weight, score in zip(weights, scores, strict=True)))
        sums = f"{len(children)} scores add up to {together}" if same else f"weight × score adds up to {together}"
        return Reason((f"{words}: {sums}{'' if same else f', the weights to {exact(total)}'}; {together} ÷ {exact(total)} = {result}.",))
    return Reason((f"{words}: ({' + '.join(terms)}) ÷ {exact(total)} = {result}.",))


def _sum(node: Node, children: list[Node], side: Side) -> Reason:
    terms = [_term(child.weight, side.scores[child.id]) for child in children]
    return Reason((f"Sum of the children that count: {' + '.join(terms)} = {exact(side.scores[node.id])}.",))


def _term(weight: float, score: float) -> str:
    return exact(score) if weight == 1 else f"{exact(weight)} × {exact(score)}"


def _minimum(node: Node, children: list[Node], side: Side) -> Reason:
    lowest = [child.id for child in children if side.scores[child.id] <= side.scores[node.id]]
    return Reason((f"The lowest child that counts decides: {listed(lowest)} with {exact(side.scores[node.id])}.",), frozenset(lowest))


def _weakest_link(node: Node, children: list[Node], side: Side) -> Reason:
    letters = _letters(children, side)
    worst = min(place for place, _, _ in letters.values())
    lowest = [child for child, (place, _, _) in letters.items() if place == worst]
    letter = letters[lowest[0]][1]
    label = side.rows[node.id].label
    if any(place > worst for place, _, _ in letters.values()):
        text = f"Weakest link (PEFA's M1): the lowest letter is {letter} ({listed(lowest)}); another is higher, which adds a +: {label}."
    else:
        text = f"Weakest link (PEFA's M1): every letter is {letter}, so the result is {label}."
    return Reason((text, *_read_down(letters)), frozenset(lowest))


def _average_table(node: Node, children: list[Node], side: Side) -> Reason:
    letters = _letters(children, side)
    row = " ".join(letter for _, letter, _ in sorted(letters.values()))
    label = side.rows[node.id].label
    if len(children) == 1:
        text = f"Conversion table (PEFA's M2): a dimension that stands alone is the result: {label}."
    else:
        text = f"Conversion table (PEFA's M2) for {len(children)} dimensions: {row} (worst first) gives {label}."
    return Reason((text, *_read_down(letters)))


def _letters(children: list[Node], side: Side) -> dict[str, tuple[int, str, str]]:
    """For each child the place of its letter, the letter, and its score where that lies between two letters."""
    found = {}
    for child in children:
        options, score = list(_scale(child, side).values().items()), side.scores[child.id]
        place = max((place for place, (_, value) in enumerate(options) if value <= score + CLOSE), default=0)
        between = "" if abs(options[place][1] - score) <= CLOSE else exact(score)
        found[child.id] = (place, options[place][0], between)
    return found


def _read_down(letters: dict[str, tuple[int, str, str]]) -> tuple[str, ...]:
    """What is said of averages of several people that lie between two letters."""
    return tuple(
        f"{child} has {between}, between two letters: it is read as the lower one, {letter}."
        for child, (_, letter, between) in letters.items()
        if between
    )


def _staged(node: Node, _: list[Node], side: Side) -> Reason:
    if not known(side.scores[node.id]):
        return Reason(("None of its children applies, so that no level is reached or missed.",))
    level, top = round(side.scores[node.id]), max(child.stage or 1 for child in node.children)
    codes = dict.fromkeys(code for child in node.children for code in _scale(child, side).reached)
    reach = "A level is reached where, over all children up to it, none that applies is missed and at least one is reached"
    words = f"{reach}; what reaches: {', '.join(codes)}."
    if level == top:
        return Reason((words, f"Every level up to {top} is reached."))
    upto = [child for child in node.children if (child.stage or 1) <= level + 1]
    missed = [child for child in upto if _applies(child, side) and not _is_reached(child, side)]
    first = f"Level {level} is reached; level" if level else "Level"
    told = listed([f"{child.id} ({_given(child, side)})" for child in missed])
    why = f"{told} {'is' if len(missed) == 1 else 'are'} missed" if missed else "none of its children applies"
    return Reason((words, f"{first} {level + 1} of {top} is not: {why}."), frozenset(child.id for child in missed))


def _scale(child: Node, side: Side) -> Scale:
    return side.standard.scales[value_scale(child, side.standard.scales) or ""]


def _given(child: Node, side: Side) -> str:
    """What a child has, in a word."""
    if child.is_leaf and side.state(child.id) != "answered":
        return STATE_WORDS[side.state(child.id)]
    row = side.rows[child.id]
    return row.label or exact(row.score)


def _applies(child: Node, side: Side) -> bool:
    counts = side.rows[child.id].counts
    return counts["answered"] + counts["dont_know"] + counts["blank"] > 0 and not (
        child.is_leaf and side.state(child.id) in ("not_applicable", "not_used")
    )


def _is_reached(child: Node, side: Side) -> bool:
    scale = _scale(child, side)
    threshold = min(scale.values()[code] for code in scale.reached)
    counts = side.rows[child.id].counts
    missing = side.state(child.id) in ("dont_know", "blank") if child.is_leaf else counts["dont_know"] + counts["blank"] > 0
    return not missing and side.scores[child.id] >= threshold - CLOSE


def _points(node: Node, children: list[Node], side: Side) -> Reason:
    earned = [points_earned(child, side.scores) for child in children]
    maxima = [points_maximum(child, side.scores) for child in children]
    got, most = (sum(child.weight * value for child, value in zip(children, values, strict=True)) for values in (earned, maxima))
    if not most > 0 or math.isnan(side.scores[node.id]):
        return Reason(("Nothing that counts here can earn points, so that there is no score.",))
    tops, bottoms = (
        " + ".join(_term(child.weight, value) for child, value in zip(children, values, strict=True)) for values in (earned, maxima)
    )
    if len(children) > MOST_TERMS:
        tops, bottoms = exact(got), exact(most)
    tops, bottoms = (f"({sum_})" if " " in sum_ else sum_ for sum_ in (tops, bottoms))
    words = f"Points earned ÷ the most that could be earned × 100, over {counted(len(children), 'child', 'children')}"
    return Reason((f"{words}: {tops} ÷ {bottoms} × 100 = {exact(side.scores[node.id])}.",))


_RULES: dict[str, Callable[[Node, list[Node], Side], Reason]] = {
    "mean": _mean,
    "sum": _sum,
    "minimum": _minimum,
    "weakest-link": _weakest_link,
    "average-table": _average_table,
    "staged": _staged,
    "points": _points,
}
_WORDS = {
    "mean": "Mean of the children that count.",
    "sum": "Sum of the children that count.",
    "minimum": "The lowest child that counts.",
    "weakest-link": "Weakest link (PEFA's M1): the lowest letter, with a + where another is higher.",
    "average-table": "PEFA's conversion table (M2).",
    "staged": "The highest level that is reached with all below it.",
    "points": "Points earned ÷ the most that could be earned × 100.",
}

"""What each aggregation rule asks of the children it is applied to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from diagnostics.definitions.scale import Points, Scale, points_range
from diagnostics.definitions.scale_checks import Faults
from diagnostics.definitions.standard import LETTER_RULES, ON_SCALE, value_scale

if TYPE_CHECKING:
    from diagnostics.definitions.standard_checks import NodeView

TABLE_LETTERS = 4
TABLE_CHILDREN = 4
AVERAGES = ("mean", "sum", "points")
BEST_LETTERS_LAST = ("D", "C", "B", "A")


def check_rule(node: NodeView, scales: dict[str, Scale | None], faults: Faults) -> None:
    """Note every fault in how a node's rule and its children fit together."""
    if node.aggregate in LETTER_RULES:
        _check_letters(node, scales, faults)
    elif node.aggregate == "staged":
        _check_staged(node, scales, faults)
    elif node.aggregate in AVERAGES:
        _check_average(node, faults)
    if node.aggregate == "points":
        for child in node.children:
            _check_points(child, scales, faults)


def _check_letters(node: NodeView, scales: dict[str, Scale | None], faults: Faults) -> None:
    shared = {value_scale(child, scales) for child in node.children}
    name = shared.pop() if len(shared) == 1 else None
    scale = scales.get(name) if name else None
    if any(one in scales and scales[one] is None for one in (name, *(child.scale for child in node.children))):
        return  # the scale itself is at fault, which is reported elsewhere
    if scale is None or not scale.options:
        advice = f"Under '{node.aggregate}' all children are answered on the same scale of letters. Give them one scale with options."
        faults.add(node.place, "letters-needed", advice, found=node.id)
    elif len(set(scale.values().values())) < len(scale.options):
        faults.add(("scales", name or ""), "letters-alike", f"Under '{node.aggregate}' each option needs a value of its own.")
    elif node.aggregate == "average-table" and len(scale.options) != TABLE_LETTERS:
        faults.add(("scales", name or ""), "letters-number", "The conversion table is for four letters. Give the scale four options.")
    else:
        _check_order(node, name or "", scale, faults)
    if node.aggregate == "average-table" and len(node.children) > TABLE_CHILDREN:
        advice = f"The conversion table goes up to {TABLE_CHILDREN} dimensions. Remove children, or choose another rule."
        faults.add((*node.place, "children"), "too-many-dimensions", advice, found=str(len(node.children)))


def _check_order(node: NodeView, name: str, scale: Scale, faults: Faults) -> None:
    """Letters mean the same everywhere; codes of any other kind are ordered by their values."""
    rising = list(scale.values())
    if set(rising) <= set(BEST_LETTERS_LAST) and rising != [letter for letter in BEST_LETTERS_LAST if letter in rising]:
        worst, best = [letter for letter in BEST_LETTERS_LAST if letter in rising][:: len(rising) - 1]
        advice = f"Under '{node.aggregate}' the worst is {worst}: values must rise from {worst} to {best}."
        faults.add(("scales", name, "options"), "letters-order", advice, found=", ".join(rising))


def _check_average(node: NodeView, faults: Faults) -> None:
    """Letters have an order but no distances, so that their average means nothing."""
    lettered = [child.id for child in node.children if _gives_letters(child)]
    if lettered:
        advice = f"Node '{node.id}' averages letters, which have no average. Leave the indicators as separate roots."
        faults.add((*node.place, "aggregate"), "letters-averaged", advice, found=f"{node.aggregate} of {', '.join(lettered)}")


def _gives_letters(node: NodeView) -> bool:
    return node.aggregate in LETTER_RULES or (node.aggregate == "minimum" and any(_gives_letters(child) for child in node.children))


def _check_staged(node: NodeView, scales: dict[str, Scale | None], faults: Faults) -> None:
    for child in node.children:
        if child.stage is None:
            faults.add(
                child.place, "stage-missing", "A child of a staged node says which stage it belongs to. Add 'stage'.", found=child.id
            )
        name = value_scale(child, scales)
        scale = scales.get(name) if name else None
        if name is None and (child.scale is None or child.scale in scales):
            advice = "Under 'staged' a child is an item whose answer is reached or not. Give it a scale with 'reached'."
            faults.add(child.place, "staged-child", advice, found=child.id)
        elif scale is not None and not scale.reached:
            advice = "This scale is used under 'staged'. List the options that count as reached under 'reached'."
            faults.add(("scales", name or ""), "reached-missing", advice)


def _check_points(child: NodeView, scales: dict[str, Scale | None], faults: Faults) -> None:
    if child.aggregate == "points":
        return
    if child.aggregate is None and child.points is None and child.max_points is None:
        advice = "A child of a points node says what its answer is worth. Add 'points' and 'max_points'."
        faults.add(child.place, "points-missing", advice, found=child.id)
    elif child.max_points is None:
        faults.add(child.place, "max-points-missing", "Say how many points are the maximum: add 'max_points'.", found=child.id)
    elif child.aggregate is None:
        best = _best_points(child, scales)
        if best is not None and isinstance(child.max_points, int | float) and best > child.max_points + 1e-9:
            advice = "More points can be earned than 'max_points' allows. Correct one of the two."
            faults.add((*child.place, "max_points"), "points-above-maximum", advice, found=f"{best:g}")


def _best_points(child: NodeView, scales: dict[str, Scale | None]) -> float | None:
    """The most that can be earned; None where the scale or the points are at fault themselves."""
    scale = scales.get(child.scale or "")
    if scale is None or (not scale.options and (scale.min is None or scale.max is None)):
        return None
    try:
        points = Points.model_validate(child.points) if child.points is not None else None
    except ValidationError:
        return None
    return points_range(points, scale if child.respondents in ON_SCALE else Scale(min=0, max=100))[1]

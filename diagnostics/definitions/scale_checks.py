"""What a scale may not say: codes with two meanings, references to codes that do not exist, and the like."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from diagnostics.definitions.base import Definition
from diagnostics.definitions.problems import Problem
from diagnostics.definitions.scale import Option, Scale
from diagnostics.definitions.yaml_reader import Place, YamlDocument


class Faults:
    """Gathers the problems of one document, each with its line."""

    def __init__(self, document: YamlDocument) -> None:
        self.document = document
        self.problems: list[Problem] = []

    def add(self, place: Place, kind: str, advice: str, found: str | None = None, allowed: str | None = None) -> None:
        """Note one fault at ``place``."""
        file, row = self.document.file_of(place), self.document.line_of(place)
        column = ".".join(str(part) for part in place) or None
        self.problems.append(Problem(file, advice, kind, row=row, column=column, found=found, allowed=allowed))

    def line_of(self, place: Place) -> int:
        """The line of a value."""
        return self.document.line_of(place)


def readable_scales(data: dict[str, Any]) -> dict[str, Scale | None]:
    """The scales of a document by name, as far as they can be read; None for one that is no scale at all."""
    declared = data.get("scales")
    scales = declared if isinstance(declared, dict) else {}
    return {name: _readable(raw) if isinstance(raw, dict) else None for name, raw in scales.items()}


def whole_scales(data: dict[str, Any], scales: dict[str, Scale | None]) -> dict[str, Scale | None]:
    """The scales without those of which an option cannot be read: what is built on them would look wrong for that reason alone."""
    return {name: scale if scale is not None and _is_whole(data["scales"][name], scale) else None for name, scale in scales.items()}


def _is_whole(raw: dict[str, Any], scale: Scale) -> bool:
    options = raw.get("options") or []
    return isinstance(options, list) and len(options) == len(scale.options)


def _readable(raw: dict[str, Any]) -> Scale:
    """What can be read of a scale: its model reports the rest."""
    options = raw.get("options")
    sound = [option for option in options if _fits(Option, option)] if isinstance(options, list) else []
    others = {key: value for key, value in raw.items() if key != "options" and _fits(Scale, {key: value})}
    return Scale.model_validate({"options": sound, **others})


def _fits(model: type[Definition], raw: Any) -> bool:
    try:
        model.model_validate(raw)
    except ValidationError:
        return False
    return True


def check_scales(data: dict[str, Any], scales: dict[str, Scale | None], faults: Faults) -> None:
    """Note every fault of the scales."""
    for name, scale in scales.items():
        if scale is not None:
            raw, place = data["scales"][name], ("scales", name)
            _check_kind(raw, scale, place, faults)
            _check_codes(raw, scale, place, faults)
            if _is_whole(raw, scale):
                _check_same_as(scale, place, faults)
                _check_reached(scale, place, faults)


def _check_kind(raw: dict[str, Any], scale: Scale, place: Place, faults: Faults) -> None:
    bounds = (raw.get("min"), raw.get("max"))
    if raw.get("options") and bounds != (None, None):
        faults.add(place, "scale-of-two-kinds", "A scale has either options or min and max. Remove one of the two.")
    elif not raw.get("options") and None in bounds:
        advice = "The scale has no options. List its options, worst first, or give min and max for a number."
        faults.add(place, "scale-without-options", advice)
    elif scale.min is not None and scale.max is not None and scale.min >= scale.max:
        faults.add((*place, "max"), "empty-scale", "The highest number must lie above the lowest.", found=f"{scale.max:g}")


def _check_codes(raw: dict[str, Any], scale: Scale, place: Place, faults: Faults) -> None:
    """Each code has one meaning."""
    options = raw.get("options")
    codes = [option.get("code") if isinstance(option, dict) else None for option in options] if isinstance(options, list) else []
    meanings: list[tuple[str, Place]] = [
        (str(getattr(code, "written", code)), (*place, "options", index, "code"))
        for index, code in enumerate(codes)
        if isinstance(code, str | int | float) and not isinstance(code, bool)
    ]
    meanings += [(code, (*place, "same_as", code)) for code in scale.same_as]
    for key in ("not_applicable", "not_used", "dont_know"):
        meanings += [(code, (*place, key, index)) for index, code in enumerate(getattr(scale, key) or ())]
    first: dict[str, Place] = {}
    for code, where in meanings:
        if code in first:
            advice = f"This code has a meaning already on line {faults.line_of(first[code])}. Give it one meaning."
            faults.add(where, "duplicate-code", advice, found=code)
        first.setdefault(code, where)


def _check_same_as(scale: Scale, place: Place, faults: Faults) -> None:
    """Each alias leads, in one step or several, to an answer that exists."""
    for alias in scale.same_as:
        where = (*place, "same_as", alias)
        target = scale.read_as(alias)
        if target in scale.same_as:
            advice = "These codes are declared the same as each other in a circle. Let one of them stand for an option."
            faults.add(where, "alias-cycle", advice, found=scale.same_as[alias])
        elif target not in scale.special_codes() and not scale.is_answer(target):
            faults.add(where, "dangling-code", "This code is not in the scale. Correct it.", found=target, allowed=scale.allowed())


def _check_reached(scale: Scale, place: Place, faults: Faults) -> None:
    """What counts as reached are the best options: a better answer never undoes a level."""
    values = scale.values()
    for index, code in enumerate(scale.reached):
        if code not in values:
            where = (*place, "reached", index)
            faults.add(
                where, "dangling-code", "This code is not an option of the scale. Correct it.", found=code, allowed=", ".join(values)
            )
    reached = [values[code] for code in scale.reached if code in values]
    better = [code for code, value in values.items() if reached and value >= min(reached) and code not in scale.reached]
    if better:
        advice = "An option that is worth as much counts as reached too. Add it to reached, or correct the values."
        faults.add((*place, "reached"), "reached-not-best", advice, found=", ".join(better))

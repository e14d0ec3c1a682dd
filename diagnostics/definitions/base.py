"""What every definition has in common: frozen, closed to unknown keys, and read with all its faults at once."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from diagnostics.definitions.look_alikes import as_latin
from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.definitions.yaml_reader import Place, YamlDocument, number_cut_at_comma, read_yaml

KNOWLEDGE = Path(__file__).resolve().parents[2] / "questionnaires"
"""Where the kit's knowledge lies."""


def text_as_written(value: Any) -> Any:
    """A number that stands where a text belongs, as it stands in the file; refuses what YAML takes for something else."""
    if value is None:
        raise ValueError("A text is missing here; a code such as null or ~ needs quotes around it")
    if isinstance(value, bool):
        word = str(value).lower()
        raise ValueError(f"YAML reads this as a truth value, not as a text. Put quotes around it: '{word}'")
    return getattr(value, "written", str(value)) if isinstance(value, int | float) else value


def _no_truth_value(value: Any) -> Any:
    if isinstance(value, bool):
        raise ValueError("YAML reads this as a truth value; a number belongs here")
    return value


Text = Annotated[str, BeforeValidator(text_as_written, json_schema_input_type=str | int | float), Field(min_length=1)]
"""A text, a code or an id: ``5`` and ``2.0`` are taken as they stand in the file."""

LARGEST = 1e15
"""No number of ours comes near; sums of larger ones would lose their digits or overflow."""

Number = Annotated[float, BeforeValidator(_no_truth_value), Field(allow_inf_nan=False, ge=-LARGEST, le=LARGEST)]
"""A finite number."""


class Definition(BaseModel):
    """Something declared in YAML. Nothing is changed after it is made; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False, str_strip_whitespace=True)


PLAIN_WORDS = {"float_parsing": "Write a number with a decimal point", "int_parsing": "Write a whole number, without a decimal point"}
"""What pydantic says in words of its own, by its type of error."""

AnyDefinition = TypeVar("AnyDefinition", bound=Definition)


def read_definition(model: type[AnyDefinition], path: Path, name: str | None = None) -> AnyDefinition:
    """Read one YAML file as ``model``. Raises ``BadInput`` with every fault and its line."""
    return as_definition(model, read_yaml(path, name))


def as_definition(model: type[AnyDefinition], document: YamlDocument) -> AnyDefinition:
    """Take a document that is read already as ``model``. Raises as ``read_definition``."""
    problems = definition_problems(model, document)
    if problems:
        raise BadInput(problems)
    return model.model_validate(document.data)


def definition_problems(model: type[Definition], document: YamlDocument) -> list[Problem]:
    """Every way in which a document is not a ``model``; an empty list where it is one."""
    if not isinstance(document.data, dict):
        return [Problem(document.file, "The file does not hold keys and values. Compare it with the documented format.", "not-a-mapping")]
    try:
        model.model_validate(document.data)
    except ValidationError as error:
        return [_problem(document, model, details) for details in error.errors(include_url=False) if not _follows_on(details)]
    return []


def _follows_on(details: ErrorDetails) -> bool:
    """Whether a list is called too short only because its faulty members, which are reported themselves, were taken out."""
    found = details["input"]
    return details["type"] == "too_short" and isinstance(found, list | tuple) and len(found) >= details["ctx"]["min_length"]


def _problem(document: YamlDocument, model: type[Definition], details: ErrorDetails) -> Problem:
    place: Place = _place_in(document.data, details["loc"])
    column = ".".join(str(part) for part in place) or None
    file, row = document.file_of(place), document.line_of(place)
    if details["type"] == "missing":
        return Problem(file, "This key is missing. Add it.", "missing-key", row=row, column=column)
    if details["type"] == "extra_forbidden":
        number = number_cut_at_comma(_value_at(document.data, place[:-1]), str(place[-1]))
        if number:
            return Problem(file, f"A comma ends the value here: write a decimal point, {number}.", "unknown-key", row=row, column=column)
        near = nearest(str(place[-1]), _keys(model))
        advice = f"No such key is known. Did you mean '{near}'?" if near else "No such key is known. Remove it."
        return Problem(file, advice, "unknown-key", row=row, column=column)
    message = PLAIN_WORDS.get(details["type"], details["msg"]).removeprefix("Value error, ").rstrip(".") + "."
    return Problem(file, message[0].upper() + message[1:], "bad-value", row=row, column=column, found=_shown(details["input"]))


def _value_at(data: Any, place: Place) -> Any:
    for part in place:
        data = data[part]
    return data


def _shown(found: Any) -> str | None:
    if found is None or isinstance(found, dict | list | tuple | BaseModel):
        return None
    return str(found).lower() if isinstance(found, bool) else str(getattr(found, "written", found))


def _place_in(data: Any, location: Iterable[str | int]) -> Place:
    """pydantic's location without the names of union members, which do not stand in the file."""
    place: list[str | int] = []
    parts = list(location)
    for number, part in enumerate(parts):
        if isinstance(data, dict):
            # Only the last part may be missing in the file; another one that is missing names a member of a union.
            if part not in data and number < len(parts) - 1:
                continue
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            continue
        place.append(part)
    return tuple(place)


def _keys(model: type[BaseModel], seen: frozenset[type] = frozenset()) -> set[str]:
    """Every key that a model or a model within it knows, to suggest the nearest one."""
    keys: set[str] = set()
    for name, info in model.model_fields.items():
        keys.add(info.alias or name)
        for inner in _models_in(info.annotation):
            if inner not in seen and inner is not model:
                keys |= _keys(inner, seen | {model})
    return keys


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [found for part in getattr(annotation, "__args__", ()) for found in _models_in(part)]


def repeated(words: Iterable[str]) -> list[str]:
    """The words that stand there more than once, each once and sorted; empty where every word stands once."""
    return sorted(word for word, times in Counter(words).items() if times > 1)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that a mistyped one probably stands for.

    First one that differs only by case, by zeros before a number, or by letters that only look Latin.
    """
    words = sorted(known)
    alike = next((one for one in words if _folded(one) == _folded(word)), None)
    return alike or next(iter(difflib.get_close_matches(word, words, n=1, cutoff=0.6)), None)


def _folded(word: str) -> str:
    folded = as_latin(word.strip()).casefold()
    return re.sub(r"(?<!\d)0+(?=\d)", "", folded) if re.search("[^\\W\\d_]", folded) else folded

"""Standards of other people, put into the kit's format from their published files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from diagnostics.definitions.standard import Standard
from diagnostics.definitions.standard_loading import parse_standard

HEAD = {"version": "1", "source": "published cases"}
QUARTER_VALUES = (0, 0.25, 0.5, 1)


def standard_of(name: str, scales: dict[str, Any], nodes: list[dict[str, Any]]) -> Standard:
    """A standard from plain data, through the same door as a file."""
    return parse_standard(json.dumps(HEAD | {"standard": name, "title": name, "scales": scales, "nodes": nodes}))


def samm_standard(model_file: Path) -> Standard:
    """The whole of OWASP SAMM 2: 90 questions in 45 levels of 15 practices of 5 functions; ids such as D-SA-B-1."""
    model = json.loads(model_file.read_text(encoding="utf-8"))
    # The published file reads the answer "No" as false.
    codes = {entry["id"]: [str(value["text"] or "No") for value in entry["values"]] for entry in model["answer_sets"]}
    scales = {
        key: {
            "unanswered": "lowest",
            "options": [{"code": code, "value": value} for code, value in zip(texts, QUARTER_VALUES, strict=True)],
        }
        for key, texts in codes.items()
    }
    questions: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
    for question in model["questions"]:
        function, practice, level, stream = Path(question["_file"]).stem.split("-")
        leaf = {"id": f"{function}-{practice}-{stream}-{level}", "scale": question["answerSet"]}
        questions.setdefault((function, practice, level), []).append(leaf)
    functions: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for (function, practice, level), leaves in sorted(questions.items()):
        node = {"id": f"{practice}-{level}", "aggregate": "mean", "children": sorted(leaves, key=lambda leaf: leaf["id"])}
        functions.setdefault(function, {}).setdefault(practice, []).append(node)
    branches = [
        {
            "id": f"function-{function}",
            "aggregate": "mean",
            "children": [{"id": practice, "aggregate": "sum", "children": levels} for practice, levels in practices.items()],
        }
        for function, practices in functions.items()
    ]
    return standard_of("samm-2", scales, [{"id": "overall", "aggregate": "mean", "children": branches}])

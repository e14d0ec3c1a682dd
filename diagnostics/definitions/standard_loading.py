"""Reading a standard: a bundled one by its id, or any by the path of its YAML file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from diagnostics.definitions.base import KNOWLEDGE, nearest
from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.definitions.process_file import take_in_processes
from diagnostics.definitions.standard import Standard
from diagnostics.definitions.standard_checks import standard_problems
from diagnostics.definitions.yaml_reader import YamlDocument, parse_yaml, read_yaml

FOLDER = KNOWLEDGE / "standards"
FILE = "standard.yaml"


def bundled_standards() -> tuple[str, ...]:
    """The ids of the standards that come with the kit."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob(f"*/{FILE}")))


def load_standard(id_or_path: str | Path) -> Standard:
    """Read a standard.

    Args:
        id_or_path: the id of a bundled standard, or the path of a YAML file.

    Raises:
        BadInput: not found, or with faults: every one of them, each with its file and line.
    """
    if str(id_or_path) in bundled_standards():
        return _bundled(str(id_or_path))
    path = Path(id_or_path)
    if not path.is_file() and path.suffix not in (".yaml", ".yml"):
        raise BadInput([_unknown(str(id_or_path))])
    return _standard(read_yaml(path), path.parent)


def parse_standard(text: str, name: str = "standard.yaml", folder: Path = Path()) -> Standard:
    """Read a standard from the text of its YAML file. Raises as ``load_standard``."""
    return _standard(parse_yaml(text, name), folder)


@cache
def _bundled(standard_id: str) -> Standard:
    path = FOLDER / standard_id / FILE
    return _standard(read_yaml(path, f"{standard_id}/{FILE}"), path.parent)


def _standard(document: YamlDocument, folder: Path) -> Standard:
    document, problems = take_in_processes(document, folder)
    problems = [*problems, *standard_problems(document, complete=not problems)]
    if problems:
        raise BadInput(problems)
    return Standard.model_validate(document.data)


def _unknown(found: str) -> Problem:
    known = bundled_standards()
    near = nearest(found, known)
    advice = f"Did you mean '{near}'?" if near else "Name a bundled standard, or give the path of a YAML file."
    return Problem(Path(found).name, f"No bundled standard has this id. {advice}", "unknown-standard", allowed=", ".join(known))

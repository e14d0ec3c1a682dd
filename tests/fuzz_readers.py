"""Feeds the readers damaged bytes, guided by coverage: ``python -m tests.fuzz_readers csv`` (or answers, json, yaml).

Further arguments are libFuzzer's, such as ``-runs=100000``, ``-max_total_time=600`` or a folder that keeps what was found. A reader may
give a table, or ``BadInput`` with its problems; anything else ends the run, and libFuzzer writes the bytes that did it to a file.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["diagnostics.intake", "diagnostics.definitions.yaml_reader"]):
    from diagnostics.definitions.base import as_definition
    from diagnostics.definitions.dataset import load_dataset
    from diagnostics.definitions.mission import Mission
    from diagnostics.definitions.problems import BadInput
    from diagnostics.definitions.yaml_reader import read_yaml
    from diagnostics.intake.answer_files import read_answers
    from diagnostics.intake.exports.surveyjs import load_results
    from diagnostics.intake.tables import read_table

BASE = Path(__file__).parent / "bad_inputs" / "base"
STAFF = load_dataset("staff")
PLACE = Path(tempfile.mkdtemp(prefix="fuzz-"))
RESULTS = b'[{"id": 1, "CL-01": 4, "matrix": {"row": "a"}, "panel": [{"x": 1}], "box": ["a", "b"]}]'


def _file(content: bytes, name: str) -> Path:
    path = PLACE / name
    path.write_bytes(content)
    return path


def _csv(content: bytes) -> None:
    raw = read_table(_file(content, "staff.csv"), STAFF, "staff.csv")
    if len(raw.table) == 0 and not raw.problems:
        raise AssertionError("nothing was read, and nothing said")


def _answers(content: bytes) -> None:
    read_answers(_file(content, "answers.csv"))


def _json(content: bytes) -> None:
    load_results(_file(content, "results.json"), "results.json")


def _yaml(content: bytes) -> None:
    as_definition(Mission, read_yaml(_file(content, "mission.yaml")))


TARGETS: dict[str, tuple[Callable[[bytes], None], tuple[bytes, ...]]] = {
    "csv": (_csv, ((BASE / "inputs" / "staff.csv").read_bytes(), b"sep=;\nstaff_id;unit\n\"a;b\";x\n")),
    "answers": (_answers, (b"assessment,item,answer\nx,CL-01,4\n", b"item;answer\nCL-01;\"4,5\"\n")),
    "json": (_json, (RESULTS, b"9", b'{"a": "\\ud800", "b": 1e999, "c": [[1], {}], "\\u0000": null}')),
    "yaml": (_yaml, ((BASE / "mission.yaml").read_bytes(), b"a: &x [1, {b: *x}]\n? [k]\n: No\n")),
}  # fmt: skip


def fuzz(name: str, arguments: list[str]) -> None:
    """Run one target until libFuzzer's arguments end it."""
    read, seeds = TARGETS[name]
    corpus = PLACE / "seeds"
    corpus.mkdir()
    for number, seed in enumerate(seeds):
        (corpus / f"seed-{number}").write_bytes(seed)

    def once(content: bytes) -> None:
        try:
            read(content)
        except BadInput as bad:
            if not bad.problems:
                raise AssertionError("refused without a reason") from bad

    atheris.Setup([sys.argv[0], *arguments, str(corpus)], once)
    atheris.Fuzz()


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(f"Name what to feed: {', '.join(TARGETS)}. Further arguments are libFuzzer's.")
    fuzz(sys.argv[1], sys.argv[2:])

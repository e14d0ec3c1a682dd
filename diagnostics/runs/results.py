"""A mission's results on disk. Each file is written beside its place and moved into it, so none is ever half there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.intake.written_files import moved_into_place


def write_table(path: Path, table: pd.DataFrame) -> None:
    """Write a table as Parquet. Equal tables give equal bytes."""
    with moved_into_place(path) as temporary:
        table.to_parquet(temporary, index=False, engine="pyarrow")


def read_table(path: Path) -> pd.DataFrame:
    """Read a table that an earlier stage wrote. Raises ``BadInput`` where it is not there."""
    if not path.is_file():
        raise BadInput([missing_table(path.stem)])
    return pd.read_parquet(path, engine="pyarrow")


def missing_table(name: str) -> Problem:
    """The message for a table that no stage has made yet."""
    advice = "An earlier stage makes this file. Run the whole mission first: hrm-review run DIR"
    return Problem(f"results/{name}.parquet", advice, "missing-result")


def write_text(path: Path, text: str) -> None:
    """Write a text file as UTF-8 with Unix line ends."""
    with moved_into_place(path) as temporary:
        temporary.write_text(text, encoding="utf-8", newline="\n")


def write_json(path: Path, data: Any) -> None:
    """Write JSON with sorted keys, so that equal data gives equal bytes."""
    write_text(path, json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n")


def read_json(path: Path, default: Any = None) -> Any:
    """Read JSON; ``default`` where the file is not there."""
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else default


def digest_file(path: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def digest_files(paths: Iterable[Path], root: Path) -> dict[str, str]:
    """Path below ``root`` → SHA-256, sorted by path. A file that is not there has the digest ``absent``."""
    return {path.relative_to(root).as_posix(): digest_file(path) if path.is_file() else "absent" for path in sorted(set(paths))}


def digest_data(data: Any) -> str:
    """SHA-256 of plain data, independent of the order of its keys."""
    return hashlib.sha256(json.dumps(data, sort_keys=True, default=str).encode()).hexdigest()

"""Files that the kit hands out: never half written, and with no cell that a spreadsheet would take for a formula."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd

_FORMULA = re.compile(r"\s*[=+\-@\t\r\x00]")
_PLAIN_NUMBER = re.compile(r"\s*[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?\s*$")


@contextmanager
def moved_into_place(path: Path, mode: int = 0o644) -> Iterator[Path]:
    """A temporary path beside ``path`` to write to; moved onto ``path`` when the block ends well, removed otherwise.

    Args:
        path: where the file shall stand in the end.
        mode: who may read it. A result is meant to be passed on; what holds personal data keeps the rights of its source.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=path.suffix, dir=path.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        temporary.chmod(mode)  # mkstemp makes files that only their owner can read
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def neutralised(text: str) -> str:
    """A text that no spreadsheet takes for a formula; a plain number stays as it is."""
    return "'" + text if _FORMULA.match(text) and not _PLAIN_NUMBER.match(text) else text


def neutralised_table(table: pd.DataFrame) -> pd.DataFrame:
    """The same table with every text, and every heading, neutralised."""
    safe = table.rename(columns=lambda name: neutralised(str(name)))
    for position, name in enumerate(table.columns):
        column = table.iloc[:, position]
        if not (pd.api.types.is_numeric_dtype(column) or pd.api.types.is_bool_dtype(column)):
            changed = {text: neutralised(text) for text in column.dropna().unique() if isinstance(text, str) and neutralised(text) != text}
            if changed:
                safe[neutralised(str(name))] = column.replace(changed)
    return safe

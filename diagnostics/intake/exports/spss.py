"""SPSS files (``.sav``): values, what they mean, and the longer names of columns."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.intake.exports.sheets import ExportSheet, Loaded
from diagnostics.intake.grid import Place, stripped
from diagnostics.intake.limits import MAX_TABLE, refuse_size
from diagnostics.intake.workbooks import cell_text

MAX_CELLS = 50_000_000


def load_spss(path: Path, name: str) -> Loaded:
    """Load one SPSS file. Raises ``BadInput`` when it is not there, too large or damaged."""
    refuse_size(path, name, MAX_TABLE)
    import pyreadstat

    try:
        _, facts = pyreadstat.read_sav(str(path), metadataonly=True)
        count = (facts.number_rows or 0) * facts.number_columns
        if count > MAX_CELLS:
            advice = "Export fewer columns or rows."
            raise BadInput([Problem(name, advice, "table-too-large", found=f"{count:,} cells", allowed=f"up to {MAX_CELLS:,} cells")])
        table, facts = pyreadstat.read_sav(str(path), user_missing=True)
    except (pyreadstat.ReadstatError, OSError, ValueError, UnicodeError):
        raise BadInput([Problem(name, "This is not an SPSS file, or it was cut off. Export it again.", "damaged-spss")]) from None
    texts = {position: _texts(table.iloc[:, position]) for position in range(table.shape[1])}
    columns = list(table.columns)
    named = facts.column_names_to_labels
    labels = {position: named[each] for position, each in enumerate(columns) if named.get(each)}
    meanings = {
        columns.index(each): {cell_text(value): label for value, label in values.items()}
        for each, values in facts.variable_value_labels.items()
        if each in columns
    }
    cells = stripped(pd.DataFrame(texts, index=range(len(table))))
    return Loaded((ExportSheet(Place(name, row=None), tuple(columns), cells, np.arange(len(table)) + 1, labels=labels, meanings=meanings),))


def _texts(column: pd.Series) -> pd.Series:
    meaning = {value: cell_text(value.item() if isinstance(value, np.generic) else value) for value in column.dropna().unique()}
    return column.map(meaning).astype("str")

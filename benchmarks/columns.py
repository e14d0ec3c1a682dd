"""Seeded columns of texts for the inputs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa


def text_column(texts: Sequence[str], places: np.ndarray) -> pa.Array:
    """The text at each place; empty where the place is -1."""
    codes = pa.array(places.astype(np.int32), mask=places < 0)
    return pa.DictionaryArray.from_arrays(codes, pa.array(texts, pa.string())).cast(pa.string())

"""Where the first wave lies. Importing this makes its generator, ``synthetic``, importable."""

from __future__ import annotations

import sys
from pathlib import Path

FIRST = Path(__file__).resolve().parents[1] / "example"
sys.path.insert(0, str(FIRST))

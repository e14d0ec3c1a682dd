"""What all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
TRUTH = PROJECT.parent / "shared" / "truth"


@pytest.fixture(scope="session")
def truth() -> Path:
    """The folder of public cases with their published results, beside the project. Never absent in CI."""
    if not TRUTH.is_dir():
        if os.environ.get("CI"):
            pytest.fail("The public cases must lie in ../shared/truth when CI runs.")
        pytest.skip("The public cases do not lie in ../shared/truth on this machine.")
    return TRUTH

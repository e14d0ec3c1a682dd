"""What a result rests on: the inputs' digests and the versions of what computed it."""

from __future__ import annotations

import platform
from importlib import metadata
from typing import Any

import diagnostics
from diagnostics.runs.mission_folder import OpenMission
from diagnostics.runs.results import digest_files

PACKAGES = ("pandas", "numpy", "pyarrow", "great-expectations", "papermill", "nbconvert", "matplotlib", "seaborn", "typst")


def versions() -> dict[str, str]:
    """Name → version of the kit, of Python and of the packages that touch a number or a page."""
    return {
        "hrm-diagnostic-review": diagnostics.__version__,
        "python": platform.python_version(),
        **{name: metadata.version(name) for name in PACKAGES},
    }


def provenance(review: OpenMission) -> dict[str, Any]:
    """What the report prints of its own origin. Holds no time of day and no path, so equal inputs give equal reports.

    Returns:
        ``inputs``: file → SHA-256; ``versions``; ``standard`` and its version; ``settings``: the mission's settings.
    """
    files = [review.inputs / file for file in review.mission.files_brought()]
    return {
        "inputs": digest_files(files, review.inputs),
        "versions": versions(),
        "standard": {"id": review.standard.standard, "version": review.standard.version},
        "settings": review.mission.model_dump(mode="json"),
    }

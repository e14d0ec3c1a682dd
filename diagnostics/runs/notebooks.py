"""Runs one stage notebook through papermill and keeps it, executed, as the audit trail."""

from __future__ import annotations

import functools
import logging
import os
import re
import sys
import tempfile
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
from traitlets.config import Config

from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.intake.written_files import moved_into_place
from diagnostics.runs.mission_folder import PROJECT, OpenMission


class StageFailed(Exception):
    """A stage ended with an error that is not the input's: a fault of the kit."""


def run_notebook(notebook: str, review: OpenMission, parameters: Mapping[str, Any], keep_as: str = "") -> Path:
    """Execute ``notebooks/<notebook>`` for a mission and keep it below the mission's ``notebooks/``.

    Args:
        parameters: typed values; those that are None keep the notebook's own default.
        keep_as: file name of the executed notebook; by default that of the notebook.

    Returns:
        The executed notebook. It names the mission by a relative path and holds no path of the machine.

    Raises:
        BadInput: a stage refused its input.
        StageFailed: anything else; the notebook with its trace is kept beside as ``….failed.ipynb``.
    """
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    # papermill announces parameters that a notebook does not know; ours are checked before.
    logging.getLogger("papermill").setLevel(logging.ERROR)
    import papermill
    from jupyter_client.kernelspec import NoSuchKernel
    from papermill.exceptions import PapermillExecutionError

    folder, name = _as_seen_from(review.folder)
    values = {key: value for key, value in parameters.items() if value is not None} | {"mission": name}
    kept = review.notebooks / (keep_as or notebook)
    with moved_into_place(kept) as temporary, tempfile.TemporaryDirectory(prefix="hrm-") as private:
        try:
            papermill.execute_notebook(
                str(PROJECT / "notebooks" / notebook),
                str(temporary),
                values,
                kernel_name="python3",
                cwd=str(folder),
                progress_bar=False,
                config=_kernel_settings(Path(private)),
            )
        except PapermillExecutionError as error:
            _keep_failed(temporary, kept)
            raise _reason(error, notebook, kept) from None
        except (NoSuchKernel, RuntimeError, TimeoutError) as error:
            raise StageFailed(f"{notebook}: the Jupyter kernel 'python3' did not run: {error}") from None
        _anonymise(temporary)
    _failed(kept).unlink(missing_ok=True)
    return kept


def _kernel_settings(private: Path) -> Config:
    """Kernels talk through sockets in a private folder, each run in its own; Windows has none, so there it is the local network."""
    # A kernel's own log goes to the terminal and says nothing to a consultant; errors reach us as messages.
    settings = Config(NotebookClient={"extra_arguments": ["--IPKernelApp.log_level=50"]})
    if os.name != "nt":
        settings.KernelManager.transport = "ipc"
        settings.KernelManager.ip = str(private / "kernel")
    return settings


def _as_seen_from(folder: Path) -> tuple[Path, str]:
    """A folder to run in, and the mission's relative path from there: no absolute path enters the notebook."""
    folder = folder.resolve()
    if folder.is_relative_to(PROJECT):
        return PROJECT, folder.relative_to(PROJECT).as_posix()
    return folder.parent, folder.name


def _anonymise(path: Path) -> None:
    """Take the machine's paths out of an executed notebook."""
    notebook = nbformat.read(path, as_version=4)
    trail = notebook.metadata.get("papermill", {})
    for key in ("input_path", "output_path"):
        trail.pop(key, None)
    path.write_text(nbformat.writes(_without_places(notebook)), encoding="utf-8", newline="\n")


def _without_places(value: Any) -> Any:
    """The same notebook, each of its texts without the folders of this machine."""
    if isinstance(value, str):
        for place, word in _places():
            value = place.sub(word, value)
        return value
    if isinstance(value, dict):
        return type(value)({key: _without_places(one) for key, one in value.items()})
    return [_without_places(one) for one in value] if isinstance(value, list) else value


@functools.cache
def _places() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Folders to leave out, the innermost first, as whole names; a folder at the root says nothing of anybody."""
    folders = {str(Path(sys.prefix)): "<environment>", str(PROJECT): ".", str(Path.home()): "~"}
    told = sorted((folder for folder in folders if len(Path(folder).parts) > 1), key=len, reverse=True)
    return tuple((re.compile(re.escape(folder) + r"(?![\w-])"), folders[folder]) for folder in told)


def _keep_failed(executed: Path, kept: Path) -> None:
    if executed.stat().st_size:
        _anonymise(executed)
        with moved_into_place(_failed(kept)) as place:
            place.write_bytes(executed.read_bytes())


def _failed(kept: Path) -> Path:
    """Where the notebook of a run that failed stays, until a run succeeds."""
    return kept.with_suffix(".failed.ipynb")


def _reason(error: Any, notebook: str, kept: Path) -> Exception:
    if error.ename == "BadInput":
        return BadInput([Problem(notebook, str(error.evalue), "refused")])
    return StageFailed(
        f"{notebook} ended with {error.ename}: {error.evalue}\nIts trace stands in notebooks/{_failed(kept).name} of the mission."
    )

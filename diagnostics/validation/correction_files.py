"""The correction workbooks of a mission, in ``corrections/``: one a data set. What somebody filled in is never written over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from diagnostics.definitions.dataset import load_datasets
from diagnostics.definitions.mission import Mission
from diagnostics.definitions.problems import BadInput
from diagnostics.intake.corrections.correction_reading import ReturnedWorkbook, read_correction_workbook
from diagnostics.intake.corrections.correction_sheet import CorrectionSheet
from diagnostics.intake.corrections.correction_workbook import write_correction_workbook
from diagnostics.validation.corrections import correction_sheet
from diagnostics.validation.inputs import INPUTS, Checked

FOLDER = "corrections"


def write_corrections(checked: Checked, mission: Mission, folder: Path, language: str) -> list[str]:
    """Write a correction workbook for every data set with errors, and clear away those that are not needed any more.

    Args:
        checked: what the checks found.
        mission: its settings.
        folder: the mission's folder.
        language: the respondents'.

    Returns:
        What was written and what to do with it, a line each.
    """
    datasets = {dataset.id: dataset for dataset in load_datasets()}
    lines: list[str] = []
    for name, judged in checked.judged.items():
        source = folder / INPUTS / mission.input_files()[name]
        sheet = correction_sheet(judged, datasets, source, language)
        lines += _put(folder / FOLDER / f"{name}.xlsx", sheet, source, language)
    return lines


def _put(path: Path, sheet: CorrectionSheet | None, source: Path, language: str) -> Iterator[str]:
    if path.is_file():
        known = _read(path)
        is_filled = known is None or bool(known.changes())
        if known and is_filled and sheet and known.sha256 == sheet.sha256:
            yield f"{path} holds corrections that were not taken over yet. Do so with: hrm-review correct DIR {path}"
            return
        if is_filled:
            aside = _aside(path, known)
            path.rename(aside)
            yield f"{aside} is an earlier workbook that somebody filled in; it was set aside."
        elif sheet is None:
            path.unlink()
    if sheet is None:
        return
    write_correction_workbook(sheet, path, language, source.stat().st_mode & 0o777)
    if sheet.open_cells:
        cells = sum(cell.mark == "wrong" for cell in sheet.open_cells)
        what = f"{_counted(cells, 'cell')} to correct in {_counted(len(sheet.rows), 'row')}"
        yield f"{path} holds {what}. Send it to whoever filled the form in; then: hrm-review correct DIR {path.name}"
    else:
        yield f"{path} says what is wrong with {sheet.file}; no single cell of it can be corrected."


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _read(path: Path) -> ReturnedWorkbook | None:
    try:
        return read_correction_workbook(path)
    except BadInput:
        return None  # somebody's own workbook, or a damaged one


def _aside(path: Path, known: ReturnedWorkbook | None) -> Path:
    stem = f"{path.stem}.{known.sha256[:8]}" if known else f"{path.stem}.earlier"
    wanted, number = path.with_name(f"{stem}.xlsx"), 1
    while wanted.exists():
        number += 1
        wanted = path.with_name(f"{stem}-{number}.xlsx")
    return wanted

"""An export of any supported program to the long response table. Start here.

A file is one export. A folder is one as well: hundreds of filled-in forms, or the CSV files of one export that belong together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd

from diagnostics.definitions.form import Form
from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.intake.exports import own_form, surveyjs
from diagnostics.intake.exports.account import Reading
from diagnostics.intake.exports.assembling import merged, read_loaded
from diagnostics.intake.exports.matching import QuestionIndex, index_questions
from diagnostics.intake.exports.recognise import Recognised, recognise
from diagnostics.intake.exports.sheets import TEXT_ENDINGS, WORKBOOK_ENDINGS, Loaded, load_sheets

JSON_ENDINGS = (".json", ".jsonl", ".ndjson")
_READ = (*TEXT_ENDINGS, *WORKBOOK_ENDINGS, ".zip", ".parquet", ".sav", *JSON_ENDINGS)
_OF_PROGRAMS = ("~$", ".")  # what spreadsheet programs and systems leave behind
_AGAIN = "One respondent's code stands in {files} files of the folder. All are kept: take out the files that do not count."


def read_export(form: Form, path: Path, name: str | None = None, times: int = 1) -> Reading:
    """Read one export: a file, or a folder of filled-in forms or of one export's CSV files.

    Args:
        form: what was asked.
        path: the export.
        name: what to call it in messages; its own name by default.
        times: how many times the ordinary size a single workbook may have.

    Returns:
        The answers and the account. Its problems say whether the answers may be used: see ``refuse_errors``.

    Raises:
        BadInput: the export cannot be read at all, or no column of it belongs to the form.
    """
    name = name or path.name
    if path.is_dir():
        return _read_folder(form, path, name)
    return _one_file(form, index_questions(form), path, name, times=times)


def _read_folder(form: Form, folder: Path, name: str) -> Reading:
    """Read every export in a folder as one. Returns and raises as ``read_export``; problems of all files are raised together."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith(_OF_PROGRAMS))
    known = [path for path in files if path.suffix.lower() in _READ]
    if not known:
        advice = "No export lies in the folder. Put the files in it that came back."
        raise BadInput([Problem(name, advice, "empty-folder", allowed=", ".join(_READ))])
    advice = "The file is no export and is ignored."
    ignored = [
        Problem(f"{name}/{path.name}", advice, "file-ignored", found=path.suffix or "no ending", severity="warning")
        for path in files
        if path not in known
    ]
    index = index_questions(form)
    if len(known) > 1 and all(path.suffix.lower() in TEXT_ENDINGS for path in known):
        return _one_export(form, index, known, name, ignored)
    readings, problems = [], []
    for number, path in enumerate(known, start=1):
        try:
            readings.append(_placed(_one_file(form, index, path, f"{name}/{path.name}", number), path.name))
        except BadInput as bad:
            problems += bad.problems
    if problems:
        raise BadInput([*problems, *(problem for each in readings for problem in each.problems)])
    return _told(merged(readings, ignored), len(readings), name)


def _one_export(form: Form, index: QuestionIndex, files: Sequence[Path], name: str, ignored: list[Problem]) -> Reading:
    """CSV files as sheets of one export, as Briefcase writes repeated parts beside the rest."""
    loaded = [load_sheets(path, f"{name}/{path.name}", index.known()) for path in files]
    sheets = tuple(
        replace(sheet, place=replace(sheet.place, sheet=path.name))
        for path, each in zip(files, loaded, strict=True)
        for sheet in each.sheets
    )
    problems = (*ignored, *(problem for each in loaded for problem in each.problems))
    return read_loaded(form, index, Loaded(sheets, problems), recognise(sheets), name)


def _one_file(form: Form, index: QuestionIndex, path: Path, name: str, number: int = 1, times: int = 1) -> Reading:
    if path.suffix.lower() in JSON_ENDINGS:
        seen = Recognised(surveyjs.LAYOUT, surveyjs.RECOGNISED)
        return read_loaded(form, index, surveyjs.load_results(path, name), seen, name)
    loaded = load_sheets(path, name, index.known(), times)
    seen = recognise(loaded.sheets)
    if seen.layout is own_form.LAYOUT:
        long = own_form.as_long_sheets(loaded.sheets, form, f"form-{number}")
        loaded = Loaded(long.sheets, (*loaded.problems, *long.problems))
    return read_loaded(form, index, loaded, seen, name)


def _placed(read: Reading, file: str) -> Reading:
    """The same with the file named before the sheet, so that an answer can be found again."""
    sheets = read.answers["sheet"].astype("str")
    named = pd.Series([file], dtype="str").repeat(len(sheets)).to_numpy()
    return replace(read, answers=read.answers.assign(sheet=pd.Series(named, dtype="str") + ": " + sheets.reset_index(drop=True)))


def _told(read: Reading, files: int, name: str) -> Reading:
    reason = f"{read.reason} {files} files were read from the folder {name}."
    codes = read.answers.groupby("respondent", sort=False)["sheet"].agg(lambda places: len({place.split(": ")[0] for place in places}))
    again = [Problem(name, _AGAIN.format(files=count), "submitted-again", severity="warning") for count in codes[codes > 1]]
    return replace(read, reason=reason, problems=(*read.problems, *again))

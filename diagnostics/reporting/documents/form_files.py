"""Forms as files: for a questionnaire's name, the kind of form and a language."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from diagnostics.definitions.form import Form
from diagnostics.definitions.pack import load_pack, pack_ids
from diagnostics.definitions.problems import WrongCall
from diagnostics.definitions.translations import ENGLISH, LANGUAGES
from diagnostics.intake.forms.form_building import STANDARD, load_form

SUFFIXES = {"xlsform": ".xlsx", "xlsx": ".xlsx", "docx": ".docx"}
NEXT = {
    "xlsform": "Next: upload it to KoboToolbox, ODK Central or another server for XLSForms; export the answers as CSV or XLSX with codes.",
    "xlsx": "Next: send it to those who answer, and put the files that come back into one folder.",
    "docx": "Next: print it or send it; type the answers that come back into the form that --to xlsx makes.",
}


def write_form(
    questionnaire: str, kind: str, out: Path | None, language: str | None, *, standard: str = STANDARD, force: bool = False
) -> list[str]:
    """Write a form.

    Args:
        questionnaire: a bundled questionnaire's or pack's id, or a YAML file. Of a pack its page is written, and its forms are named.
        kind: ``xlsform``, ``xlsx`` or ``docx``.
        out: the file to write; by default ``<id>-form.xlsx`` or ``.docx`` in the current folder.
        language: one of the form's languages; by default English. An XLSForm carries all of them.
        standard: whose criteria the form of a data set names.
        force: write over a file that is there already.

    Returns:
        What was written and what to do next, a line each.

    Raises:
        WrongCall: a language that the form is not to be had in, a file that is there already, or one of another kind.
        BadInput: no such questionnaire, or one with faults.
    """
    if questionnaire in pack_ids():
        return _write_pack(questionnaire, kind, out, language or ENGLISH, force)
    form = load_form(questionnaire, standard)
    spoken = _language(form, kind, language)
    path = _path(form.id, kind, out, force)
    _writer(kind)(form, path, spoken)
    shown = form.languages if kind == "xlsform" else (spoken,)
    asked = sum(question.type != "note" for question in form.questions())
    told = f"{form.id} {form.version}, {asked} questions, in {', '.join(LANGUAGES[each] for each in shown)}"
    return [f"{told}: written to {path}", NEXT[kind]]


def _path(form_id: str, kind: str, out: Path | None, force: bool) -> Path:
    path = out or Path(f"{form_id}-form{SUFFIXES[kind]}")
    if path.suffix.lower() != SUFFIXES[kind]:
        raise WrongCall(f"--out {path}: --to {kind} writes {SUFFIXES[kind]} files. Let its name end so.")
    if path.exists() and not force:
        raise WrongCall(f"{path} is there already. Name another file with --out, or add --force to write over it.")
    return path


def _write_pack(pack_id: str, kind: str, out: Path | None, language: str, force: bool) -> list[str]:
    """The page of a pack; its forms go out in the kind that suits who answers them, so each is written by a call of its own."""
    from diagnostics.reporting.documents.pack_document import write_pack_document

    pack = load_pack(pack_id)
    if kind != "docx":
        raise WrongCall(f"--to {kind}: '{pack_id}' is a page to print (--to docx). Its forms are: {', '.join(pack.contents)}.")
    if language not in LANGUAGES:
        raise WrongCall(f"--language {language}: available are {', '.join(LANGUAGES)}.")
    path = _path(pack_id, kind, out, force)
    write_pack_document(pack, path, language)
    told = f"{pack.id} {pack.version}, {len(pack.steps)} steps: written to {path}"
    return [told, *(f"Belongs to it: hrm-review form {name} --to xlsx" for name in pack.contents)]


def _language(form: Form, kind: str, language: str | None) -> str:
    if language is None:
        return ENGLISH
    if language not in form.languages:
        available = ", ".join(form.languages)
        raise WrongCall(f"--language {language}: the form '{form.id}' is not to be had in it. Available: {available}.")
    if kind == "xlsform":
        raise WrongCall("--language: an xlsform carries all its languages, and who answers chooses. Leave --language out.")
    return language


def _writer(kind: str) -> Callable[[Form, Path, str], None]:
    if kind == "docx":
        from diagnostics.reporting.documents.form_document import write_form_document

        return write_form_document
    if kind == "xlsx":
        from diagnostics.intake.forms.form_workbook import write_form_workbook

        return write_form_workbook
    from diagnostics.intake.forms.form_xlsform import write_xlsform

    return lambda form, path, language: write_xlsform(form, path)

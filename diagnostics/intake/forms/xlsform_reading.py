"""A client's own XLSForm (``.xls``, ``.xlsx`` or ``.csv``) as a form, so that its exports can be read.

pyxform reads the sheets, knows every old and new spelling and adds the question behind "or specify other"; what it says is wrong
with a form is passed on in its own words. Questions that the device answers by itself, such as its number, are no questions here.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from diagnostics.definitions.form import Form, FormGroup, FormOption, FormQuestion
from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.definitions.translations import ENGLISH
from diagnostics.intake.encodings import recognise_encoding
from diagnostics.intake.forms.xlsform_rules import limits_of, shown_where
from diagnostics.intake.forms.xlsform_words import language_of, words_in
from diagnostics.intake.limits import MAX_WORKBOOK, inspect_workbook, refuse_size

XLSFORM_ENDINGS = (".xls", ".xlsx", ".xlsm", ".csv")
RESPONDENT_NAMES = ("respondent", "respondent_code", "respondent_id", "rater")
"""Names of a question that says who answers by a code."""

_TYPES = {
    "select one": "select_one",
    "select one external": "select_one",
    "select all that apply": "select_multiple",
    "integer": "integer",
    "int": "integer",
    "decimal": "decimal",
    "text": "text",
    "string": "text",
    "date": "date",
    "datetime": "datetime",
    "dateTime": "datetime",
    "note": "note",
}
_BY_THE_DEVICE = {
    "audit", "background-audio", "deviceid", "email", "end", "phonenumber", "simserial", "start", "start-geopoint", "subscriberid", "today",
    "username", "xml-external", "csv-external", "entity",
}  # fmt: skip
_BY_THE_CONVERTER = ("generated_table_list_label_", "reserved_name_for_field_list_labels_")


@dataclass(frozen=True)
class _Group:
    """Where a question stands: the names above it, the innermost label, and whether something above it repeats."""

    path: tuple[str, ...] = ()
    label: Any = None
    repeats: bool = False


def read_xlsform(path: Path, name: str | None = None) -> Form:
    """Read one XLSForm.

    Args:
        path: the file.
        name: what to call it in messages; its own name by default.

    Returns:
        The form. Texts that have no language stand under English, as do those of a form without English. A question's ``item`` is its
        name; where two groups use one name, it is the path such as ``father/age``.

    Raises:
        BadInput: not there, too large, not to be parsed, or not an XLSForm.
    """
    from pyxform.errors import PyXFormError
    from pyxform.xls2json import workbook_to_json

    name = name or path.name
    try:
        workbook = _workbook(path, name)
        tree = workbook_to_json(workbook, fallback_form_name=path.stem, warnings=[])
    except PyXFormError as error:
        raise BadInput([Problem(name, f"This is not an XLSForm as it should be: {error}", "bad-xlsform")]) from None
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):  # what a parser stumbles over in a sheet of another kind
        raise BadInput([Problem(name, "This cannot be read as an XLSForm. Check it with the XLSForm validator.", "bad-xlsform")]) from None
    return _form(tree, _external_choices(workbook), path)


def _workbook(path: Path, name: str):
    from pyxform.xls2json_backends import get_xlsform

    ending = path.suffix.lower()
    if ending == ".csv":
        refuse_size(path, name, MAX_WORKBOOK)
        content = path.read_bytes()
        text = content.decode(recognise_encoding(content).name, errors="replace")
        return get_xlsform(io.BytesIO(text.encode("utf-8")), file_type=".csv")
    if ending == ".xls":
        refuse_size(path, name, MAX_WORKBOOK)
    else:
        inspect_workbook(path, name)
    return get_xlsform(path)


def _external_choices(workbook) -> dict[str, list[dict]]:
    """Options of ``select_one_external`` by the name of their list."""
    lists: dict[str, list[dict]] = {}
    for row in workbook.external_choices or ():
        cells = {key.strip().lower().replace(" ", "_"): cell for key, cell in row.items()}
        lists.setdefault(cells.get("list_name", ""), []).append(cells)
    return lists


def _form(tree: Mapping[str, Any], external: dict[str, list[dict]], path: Path) -> Form:
    default = tree.get("default_language", "default")
    placed = list(_questions(tree.get("children", ()), _Group()))
    names = [node["name"] for _, node in placed]
    groups: list[FormGroup] = []
    gathered: list[FormQuestion] = []
    for position, (group, node) in enumerate(placed):
        gathered.append(_question(node, group, names.count(node["name"]) > 1, external, path))
        if position + 1 == len(placed) or placed[position + 1][0].path != group.path:
            label = words_in(group.label, default) or {ENGLISH: group.path[-1] if group.path else ""}
            groups.append(FormGroup("/".join(group.path), label, tuple(gathered), group.repeats))
            gathered = []
    asked = [question for group in groups for question in group.questions]
    return Form(
        id=str(tree.get("id_string") or path.stem),
        version=str(tree.get("version", "")),
        title={ENGLISH: str(tree.get("title") or path.stem)},
        introduction={ENGLISH: ""},
        groups=tuple(groups),
        languages=_languages(asked, default),
        respondent=next((question.name for question in asked if question.name.lower() in RESPONDENT_NAMES), None),
    )


def _questions(nodes, group: _Group) -> Iterator[tuple[_Group, Mapping[str, Any]]]:
    """Every question with the group it stands in, loops unrolled, in order."""
    for node in nodes:
        kind, name = node.get("type"), node.get("name", "")
        if kind in ("group", "repeat"):
            if name != "meta":
                inner = _Group((*group.path, name), node.get("label"), group.repeats or kind == "repeat")
                yield from _questions(node.get("children", ()), inner)
        elif kind == "loop":
            for column in node.get("columns", ()):
                inner = _Group((*group.path, name, column["name"]), column.get("label"), group.repeats)
                yield from ((place, _named_in_loop(each, column)) for place, each in _questions(node.get("children", ()), inner))
        elif not _without_answer(kind, name):
            yield group, node


def _named_in_loop(node: Mapping[str, Any], column: Mapping[str, Any]) -> Mapping[str, Any]:
    """A question of a loop with the option that it is asked for in place of ``%(label)s``."""
    label, option = words_in(node.get("label")), words_in(column.get("label"))
    filled = {language: text.replace("%(label)s", option.get(language, column["name"])) for language, text in label.items()}
    return {**node, "label": filled}


def _without_answer(kind: str | None, name: str) -> bool:
    return kind in _BY_THE_DEVICE or (kind or "").startswith("uri:") or name.startswith(_BY_THE_CONVERTER)


def _question(node: Mapping[str, Any], group: _Group, twice: bool, external: dict[str, list[dict]], path: Path) -> FormQuestion:
    rules = node.get("bind") or {}
    kind = _TYPES.get(node["type"], "other")
    low, high = limits_of(rules.get("constraint", ""), whole=kind == "integer") if kind in ("integer", "decimal") else (None, None)
    whole = (*group.path, node["name"])
    name = "_".join(whole) if twice else node["name"]
    return FormQuestion(
        name=name,
        item="/".join(whole) if twice else name,
        type=kind,
        label=words_in(node.get("label")) or {ENGLISH: node["name"]},
        hint=words_in(node.get("hint")) or None,
        options=_options(node, external, path) if kind.startswith("select") else (),
        list_name=str(node.get("list_name") or node.get("itemset") or ""),
        required=str(rules.get("required", "")).lower() in ("yes", "true", "true()"),
        relevant=shown_where(rules.get("relevant", "")),
        minimum=low,
        maximum=high,
    )


def _options(node: Mapping[str, Any], external: dict[str, list[dict]], path: Path) -> tuple[FormOption, ...]:
    """What may be chosen; empty where the options are made during the interview or lie in a file that is not there."""
    choices = node.get("choices") or external.get(str(node.get("itemset"))) or _choices_of_file(str(node.get("itemset", "")), path)
    options: dict[str, FormOption] = {}
    for choice in choices:
        code = str(choice["name"])
        label = choice.get("label") or {key[7:]: text for key, text in choice.items() if key.startswith("label::")}
        options.setdefault(code, FormOption(code, words_in(label) or {ENGLISH: code}))  # cascades may list a code under several
    return tuple(options.values())


def _choices_of_file(itemset: str, path: Path) -> list[dict]:
    """The options of ``select_one_from_file``, where a CSV file of that name lies beside the form."""
    beside = path.parent / Path(itemset).name
    if not itemset.endswith(".csv") or not beside.is_file():
        return []
    from diagnostics.intake.text_files import read_text_file

    cells = read_text_file(beside, beside.name, ("name", "label")).cells.fillna("")
    table = cells.iloc[1:].set_axis(cells.iloc[0].str.strip().str.lower(), axis=1)
    return table[table["name"] != ""].to_dict("records") if "name" in table else []


def _languages(questions: list[FormQuestion], default: str) -> tuple[str, ...]:
    """Every language that a label has, the default one first."""
    first = language_of(default)
    texts = [words for question in questions for words in (question.label, *(option.label for option in question.options))]
    found = dict.fromkeys(language for words in texts for language in words)
    return tuple(sorted(found, key=lambda language: language != first)) or (ENGLISH,)

"""``hrm-review template``: a data set's workbook, empty to fill in, or filled with what the kit itself knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from diagnostics.definitions.dataset import Dataset
from diagnostics.definitions.instrument import load_instruments
from diagnostics.definitions.outline import outline
from diagnostics.definitions.problems import WrongCall
from diagnostics.definitions.standard import Standard
from diagnostics.definitions.standard_loading import load_standard
from diagnostics.definitions.table_form import form_of_dataset
from diagnostics.definitions.translations import ENGLISH
from diagnostics.intake.forms.form_workbook import write_form_workbook

Row = dict[str, str]


def write_template_file(out: Path, dataset: Dataset, standard_id: str) -> None:
    """Write a data set's workbook.

    Args:
        out: XLSX file; nothing must be there.
        dataset: what is written. Data sets of direction ``output`` come filled.
        standard_id: the standard whose criteria and reference documents are named.

    Raises:
        WrongCall: ``out`` is there already or is no XLSX file's name.
        BadInput: no such standard.
    """
    if out.suffix.lower() != ".xlsx":
        raise WrongCall(f"--out {out.name}: a template is a workbook; end its name in .xlsx.")
    if out.exists():
        raise WrongCall(f"{out} is there already and may be filled in. Name another file, or delete it yourself.")
    standard = load_standard(standard_id)
    rows = FILLED[dataset.id](standard) if dataset.id in FILLED else []
    filled = {name: [row.get(name, "") for row in rows] for name in dataset.names} if rows else {}
    write_form_workbook(form_of_dataset(dataset, standard), out, ENGLISH, filled)


def criterion_rows(standard: Standard) -> list[Row]:
    """The data set ``criteria``: one row a criterion of a standard."""
    plan = outline(standard)
    rows = []
    for node in standard.criteria():
        levels = {f"level_{number}": text for number, text in enumerate(node.descriptors or (), start=1)}
        told = {"id": node.id, "process_id": plan.process_of(node.id) or "", "text": node.question or node.name or "", **levels}
        rows.append({**told, "weight": f"{node.weight:g}", "source": _source(node.source)})
    return rows


def _source(source: object) -> str:
    if isinstance(source, Mapping):
        return "; ".join(str(part) for part in source.values())
    return str(source or "")


def survey_item_rows(_: Standard) -> list[Row]:
    """The data set ``survey_items``: one row a statement of each bundled survey."""
    return [
        {
            "instrument": instrument.id,
            "item": item.id,
            "process_id": item.process,
            "rad_factor": str(item.rad_factor or ""),
            "reverse": "yes" if item.reverse else "no",
            "text": item.text,
        }
        for instrument in load_instruments()
        for item in instrument.items
    ]


FILLED: dict[str, Callable[[Standard], list[Row]]] = {"criteria": criterion_rows, "survey_items": survey_item_rows}
"""Data sets that the kit writes itself → their rows."""

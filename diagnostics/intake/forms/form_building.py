"""From the name of a questionnaire to its form: a standard's, a survey's or a data set's, bundled or in a YAML file of one's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from diagnostics.definitions import dataset as datasets
from diagnostics.definitions import instrument as instruments
from diagnostics.definitions.base import as_definition, nearest
from diagnostics.definitions.dataset import Dataset, load_dataset
from diagnostics.definitions.form import Form
from diagnostics.definitions.guide_form import form_of_guides
from diagnostics.definitions.instrument import Instrument, load_instrument
from diagnostics.definitions.interview_guide import load_guides
from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.definitions.standard_form import form_of_standard
from diagnostics.definitions.standard_loading import bundled_standards, load_standard
from diagnostics.definitions.table_form import form_of_dataset, form_of_instrument
from diagnostics.definitions.yaml_reader import read_yaml

STANDARD = "wco-hrm"
"""The standard whose criteria the forms of data sets name, unless another is given; the interview guides ask about it."""
INTERVIEWS = "interviews"


def questionnaires() -> tuple[str, ...]:
    """The names of all bundled questionnaires: surveys, standards, data sets and the guide of each group of interviews.

    A survey stands before the standard that scores it.
    """
    folders = (instruments.FOLDER, datasets.FOLDER)
    surveys, tables = (sorted(path.stem for path in folder.glob("*.yaml")) for folder in folders)
    guides = [f"{INTERVIEWS}-{guide.group}" for guide in load_guides()]
    return tuple(dict.fromkeys([*surveys, *bundled_standards(), *tables, *guides]))


def load_form(questionnaire: str, standard: str = STANDARD) -> Form:
    """The form of a questionnaire.

    Args:
        questionnaire: the id of a bundled standard, survey or data set, or the path of a YAML file that defines one of the three.
        standard: id or path of the standard whose criteria a data set's form names.

    Raises:
        BadInput: no such questionnaire, or one with faults: every one of them, each with its line.
    """
    path = Path(questionnaire)
    if questionnaire in questionnaires():
        return _bundled(questionnaire, standard)
    if path.suffix in (".yaml", ".yml"):
        return _own(path, standard)
    near = nearest(questionnaire, questionnaires())
    advice = f"Did you mean '{near}'?" if near else "Name one of these, or give the path of a YAML file."
    allowed = ", ".join(questionnaires())
    raise BadInput([Problem(path.name, f"No questionnaire has this name. {advice}", "unknown-questionnaire", allowed=allowed)])


def _bundled(questionnaire: str, standard: str) -> Form:
    if (instruments.FOLDER / f"{questionnaire}.yaml").is_file():
        return form_of_instrument(load_instrument(questionnaire), load_dataset("survey"))
    if questionnaire in bundled_standards():
        return form_of_standard(load_standard(questionnaire))
    asked = [guide for guide in load_guides() if questionnaire in (INTERVIEWS, f"{INTERVIEWS}-{guide.group}")]
    if asked and standard == STANDARD:
        return form_of_guides(asked, load_dataset(INTERVIEWS), load_standard(standard))
    # The guides ask about the kit's own model; for another standard its criteria are the questions.
    return form_of_dataset(load_dataset(INTERVIEWS if asked else questionnaire), load_standard(standard))


def _own(path: Path, standard: str) -> Form:
    document = read_yaml(path)
    made: dict[str, Callable[[], Form]] = {
        "standard": lambda: form_of_standard(load_standard(path)),
        "themes": lambda: form_of_instrument(as_definition(Instrument, document), load_dataset("survey")),
        "columns": lambda: form_of_dataset(as_definition(Dataset, document), load_standard(standard)),
    }
    keys = document.data if isinstance(document.data, dict) else {}
    for key, make in made.items():
        if key in keys:
            return make()
    advice = "This is no questionnaire: a standard has the key 'standard', a survey 'themes' and 'items', a data set 'columns'."
    raise BadInput([Problem(path.name, advice, "unknown-questionnaire", allowed=", ".join(made))])

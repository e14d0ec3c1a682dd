"""What a correction workbook says to whoever filled in a file, in that person's language."""

from __future__ import annotations

import pytest

from diagnostics.definitions.correction_texts import load_correction_texts, said_in, say_correction
from diagnostics.definitions.dataset import load_datasets
from diagnostics.definitions.problems import Problem
from diagnostics.definitions.translations import LANGUAGES, catalogue
from diagnostics.intake.values import DATE_FORM, INTEGER_FORM, MONTH_FORM, NUMBER_FORM
from diagnostics.validation.expectations import EXPECTED


def _texts(value) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [text for each in (value.values() if isinstance(value, dict) else value) for text in _texts(each)]


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_a_workbook_speaks_every_language_whole(language: str):
    texts = _texts(load_correction_texts().model_dump())
    assert [text for text in texts if text not in catalogue(language)] == []


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_what_the_data_sets_advise_and_allow_is_said_in_every_language(language: str):
    texts = {DATE_FORM, INTEGER_FORM, MONTH_FORM, NUMBER_FORM}
    for dataset in load_datasets():
        texts |= {dataset.key.advice, *(column.advice for column in dataset.columns if column.advice)}
        texts |= {text for rule in dataset.rules for text in (rule.advice, rule.allowed()) if text}
    assert len(texts) > 90
    assert [text for text in sorted(texts) if said_in(text, language) is None] == []


def test_every_sort_of_cell_has_words():
    kinds = {kind for kind, _, _ in EXPECTED.values()} | {"missing-value", "not-a-number", "number-outside-limits", "not-a-date"}
    kinds |= {"date-in-future", "code-outside-scale", "wrong-form", "unknown-reference", "duplicate-key", "formula-error"}
    assert kinds - load_correction_texts().kinds.keys() == set()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "This is not one of the possible answers. Found: y. Allowed: 1, 2 (scale 'two'). Did you mean '1'? Correct the cell."),
        ("fr", "Cela ne fait pas partie des réponses possibles. Trouvé\u00a0: y. Admis\u00a0: 1, 2 (échelle «\u00a0two\u00a0»). "
               "Vouliez-vous dire «\u00a01\u00a0»\u202f? Corrigez la cellule."),
        ("sr-Latn", "Ovo nije jedan od mogućih odgovora. Nađeno: y. Dozvoljeno: 1, 2 (skala „two“). "
                    "Da li ste mislili na „1“? Ispravite ćeliju."),
        ("sr-Cyrl", "Ово није један од могућих одговора. Нађено: y. Дозвољено: 1, 2 (скала „two“). "
                    "Да ли сте мислили на „1“? Исправите ћелију."),
    ],
)  # fmt: skip
def test_a_note_is_said_in_the_respondents_language(language: str, said: str):
    problem = Problem("f.csv", "Did you mean '1'? Correct the cell.", "code-outside-scale", 3, "c", "y", "1, 2 (scale 'two')")
    assert say_correction(problem, language) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It overlaps with row 5. Correct the cell.", "Elle chevauche la ligne 5. Corrigez la cellule."),
        ("Rows 3 → 4 → 3 form a circle. Correct the cell.", "Les lignes 3 → 4 → 3 forment un cercle. Corrigez la cellule."),
        ("Rows 3 → 4 and 2 more form a circle. Correct the cell.", "Les lignes 3 → 4 et 2 de plus forment un cercle. Corrigez la cellule."),
        ("Row 3 refers to itself. Correct the cell.", "La ligne 3 renvoie à elle-même. Corrigez la cellule."),
        ("About part self. Fill in the cell.", "À propos de part self. Remplissez la cellule."),
        ("up to the highest 'level' there is for it", "au plus la valeur la plus élevée de «\u00a0level\u00a0» pour cet élément"),
        ("up to 2026-03-31", "jusqu’au 2026-03-31"),
    ],
)  # fmt: skip
def test_a_sentence_that_the_checks_put_together_is_said_whole(text: str, said: str):
    assert said_in(text, "fr") == said


def test_advice_without_a_translation_stands_in_english_only_where_nothing_else_is_said():
    known = Problem("f.csv", "Ask the archive about it.", "missing-value")
    unknown = Problem("f.csv", "Ask the archive about it.", "a-kind-of-tomorrow")
    assert say_correction(known, "fr") == "La cellule est vide et doit être remplie."
    assert say_correction(unknown, "fr") == "Ask the archive about it."

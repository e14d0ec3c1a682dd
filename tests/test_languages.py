"""The report speaks every language of the kit: complete, in the language's own numbers, cases and plurals, in every form."""

from __future__ import annotations

import datetime
import io
import re

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagnostics.definitions.base import KNOWLEDGE
from diagnostics.definitions.mission import Mission
from diagnostics.definitions.translations import LANGUAGES, TRANSLATED
from diagnostics.definitions.transliteration import to_cyrillic
from diagnostics.planning import told
from diagnostics.reporting.blocks import Figure, Table
from diagnostics.reporting.exporters import FORMS, export_blocks
from diagnostics.reporting.html import render_html
from diagnostics.reporting.pdf import render_pdf
from diagnostics.reporting.sections import report_blocks
from diagnostics.reporting.sections.arithmetic import told as arithmetic_told
from diagnostics.reporting.sections.plan_words import reason_words, target_words
from diagnostics.reporting.speaker import UnknownMessage, messages, speaker
from diagnostics.runs.stages import STAGES, _knowledge, stages_for
from diagnostics.scoring.explaining.explanation import Step, explain_score
from tests.language_material import CONTENT, comparison_in, example_in, example_material, in_language, own_words, texts, whole
from tests.report_material import comparison_material
from tests.translation_check import message_faults

FRENCH, LATIN, CYRILLIC, ENGLISH = (speaker(language) for language in ("fr", "sr-Latn", "sr-Cyrl", "en"))
# Words that no French or Serbian sentence holds; "on", "or", "in" and the like exist there too.
ENGLISH_WORDS = re.compile(
    r"\b(the|of|and|with|is|are|which|that|from|below|above|every|their|its|than|not|has|have|was|were|for|by|at|this|where|shown)\b", re.I
)


def test_every_message_is_there_in_every_language_and_uses_the_facts_that_it_is_given():
    assert message_faults() == []


def test_an_unknown_message_or_a_missing_fact_is_an_error():
    with pytest.raises(UnknownMessage, match="no such message"):
        ENGLISH("no-such-message")
    with pytest.raises(UnknownMessage, match="quarter"):
        FRENCH("plan-first-quarter-caption")


def test_the_languages_of_a_mission_are_those_of_the_kit():
    allowed = Mission.model_json_schema()["properties"]["language"]["enum"]
    assert allowed == list(LANGUAGES)


@pytest.mark.parametrize("language", ["fr", "sr-Latn"])
@pytest.mark.parametrize("material", [example_in, comparison_in])
def test_no_english_is_left_over(language, material):
    text = own_words(material(language))
    assert CONTENT in text and len(text) > 3000
    assert {line for line in text.split("\n") if ENGLISH_WORDS.search(line)} == set()


@pytest.mark.parametrize("material", [example_in, comparison_in])
def test_the_cyrillic_report_holds_no_latin_letters_but_codes(material):
    text = own_words(material("sr-Cyrl"))
    # Ids of nodes, actions, standards and missions; the letters of the example's evidence.
    kept = re.compile(r"\b(?:[PS]\d+[\w-]*|HRM|[A-E](?=\))|D-1|wco-hrm|sigma-2021|(?:report|comparison)-test)\b")
    assert set(re.findall(r"[A-Za-zčćžšđČĆŽŠĐ]+", kept.sub("", text))) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_its_language_and_its_own_words(language):
    page = render_html(whole(language))
    assert f'<html lang="{language}">' in page
    say = speaker(language)
    assert f'<a class="skip" href="#report">{say("skip-to-report")}</a>' in page
    assert f'aria-label="{say("contents")}"' in page


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_the_pdf_is_made_to_pdf_ua_in_the_language(language):
    with pikepdf.open(io.BytesIO(render_pdf(whole(language)))) as pdf:
        assert str(pdf.Root.Lang).split("-")[0].lower() == language.split("-")[0]
        assert pdf.Root.MarkInfo.Marked


def test_figures_and_tables_are_numbered_in_the_language():
    labels = {
        language: {part.number.split()[0] for part in whole(language).body if isinstance(part.block, Figure | Table)}
        for language in LANGUAGES
    }
    assert labels == {
        "en": {"Figure", "Table"},
        "fr": {"Figure", "Tableau"},
        "sr-Latn": {"Slika", "Tabela"},
        "sr-Cyrl": {"Слика", "Табела"},
    }


def test_numbers_take_the_signs_of_the_language_and_never_other_digits():
    assert [say.fixed(-2.675) for say in (ENGLISH, FRENCH, LATIN, CYRILLIC)] == ["−2.68", "−2,68", "−2,68", "−2,68"]
    assert [say.count(1234567) for say in (ENGLISH, FRENCH, LATIN)] == ["1\u202f234\u202f567", "1\u202f234\u202f567", "1.234.567"]
    assert [say.percent(12.5, 1) for say in (ENGLISH, FRENCH, LATIN)] == ["12.5\u00a0%", "12,5\u202f%", "12,5%"]
    assert [say.brief(9102.55) for say in (ENGLISH, FRENCH, LATIN)] == ["9\u202f102.6", "9\u202f102,6", "9.102,6"]
    assert [say.published(61.11) for say in (ENGLISH, FRENCH, LATIN)] == ["61.11", "61,11", "61,11"]


@given(st.floats(min_value=-1e6, max_value=1e6, allow_nan=False), st.integers(0, 3))
def test_a_number_is_rounded_the_same_in_every_language(value, decimals):
    plain = {say.fixed(value, decimals).replace(say.decimal, ".") for say in (ENGLISH, FRENCH, LATIN)}
    assert len(plain) == 1


def test_dates_lists_and_quarters_are_those_of_the_language():
    day = datetime.date(2026, 10, 16)
    assert [say.date(day) for say in (ENGLISH, FRENCH, LATIN, CYRILLIC)] == [
        "16 October 2026", "16 octobre 2026", "16. oktobar 2026.", "16. октобар 2026.",
    ]  # fmt: skip
    assert FRENCH.date(datetime.date(2026, 3, 1)) == "1er mars 2026"
    assert [say.listed(["a", "b", "c"]) for say in (ENGLISH, FRENCH, LATIN)] == ["a, b and c", "a, b et c", "a, b i c"]
    assert CYRILLIC.listed(["а", "б"]) == "а и б"
    assert [say.quarter("2027-Q1") for say in (ENGLISH, FRENCH, LATIN)] == ["2027-Q1", "T1\u00a02027", "K1\u00a02027"]


@pytest.mark.parametrize(
    ("number", "english", "french", "serbian"),
    [
        (1, "One criterion is not assessed.", "1 critère n’a pas été évalué.", "1 kriterijum nije ocenjen."),
        (2, "Two criteria are not assessed.", "2 critères n’ont pas été évalués.", "2 kriterijuma nisu ocenjena."),
        (5, "Five criteria are not assessed.", "5 critères n’ont pas été évalués.", "5 kriterijuma nije ocenjeno."),
        (21, "21 criteria are not assessed.", "21 critères n’ont pas été évalués.", "21 kriterijum nije ocenjen."),
    ],
)
def test_nouns_and_verbs_follow_the_number(number, english, french, serbian):
    said = [say("process-not-assessed", count=number) for say in (ENGLISH, FRENCH, LATIN, CYRILLIC)]
    assert said == [english, french, serbian, to_cyrillic(serbian)]


def test_names_and_numbers_put_into_a_cyrillic_message_stay_as_they_are():
    assert CYRILLIC("criteria-caption", process="Jobs & Ljubljana") == "Jobs & Ljubljana: нивои критеријума"


def test_french_is_set_with_its_own_spaces():
    for path in sorted((KNOWLEDGE / "i18n" / "fr").glob("report-*.ftl")):
        words = [line for line in path.read_text(encoding="utf-8").split("\n") if not line.startswith("#")]
        assert [line for line in words if re.search(r" [;:!?%»]|« |[a-zé]'[a-zé]", line)] == [], path.name


def test_a_long_list_may_be_put_into_a_message():
    assert len(FRENCH("gantt-alt", rows="x" * 9000)) > 9000


@pytest.mark.parametrize("material", [example_material, comparison_material])
def test_the_arithmetic_in_english_is_that_of_the_explanation(material):
    """Two ways to the same sentence: the message files, and what ``hrm-review explain`` prints."""
    own = material()
    roots = [explain_score(own.scores, own.answers, own.standard, own.mission.focus, root.id).step for root in own.standard.roots]
    steps = [step for root in roots for step in _all(root) if step.rule in ("mean", "minimum") and step.children]
    assert len(steps) > 3
    assert [arithmetic_told(ENGLISH, step) for step in steps] == [step.sentences for step in steps]


def _all(step: Step) -> list[Step]:
    return [step, *(below for child in step.children for below in _all(child))]


@pytest.mark.parametrize(
    "pattern", [told.WAITS, told.TOO_MUCH, told.TOO_LONG, told.TOO_DEAR, told.NO_ROOM, told.DROPPED, told.GATE_FORMULA, told.GATE_INDICATOR]
)
def test_what_planning_writes_is_read_back(pattern):
    facts = {name: f"P4-{place}-R2" for place, name in enumerate(re.findall(r"\{(\w+)\}", pattern))}
    assert told.read_back(pattern, pattern.format(**facts)) == facts
    assert told.read_back(pattern, "something else") is None


def test_the_reason_of_an_action_without_a_place_is_told_in_the_language():
    much = told.TOO_MUCH.format(need="2.5", resource="hr-officer@CH-03", capacity="2")
    written = (told.WAITS.format(others="P4-1-R2"), told.NO_ROOM.format(months=36), told.TOO_LONG.format(months="18"))
    english, french, latin = (in_language(example_material(), language) for language in ("en", "fr", "sr-Latn"))
    assert [reason_words(english, reason) for reason in written] == list(written)
    assert reason_words(english, much) == "needs 2.5 people at a time of HR officer (CH-03); there are never more than 2"
    assert not any(ENGLISH_WORDS.search(reason_words(other, reason)) for other in (french, latin) for reason in (*written, much))
    assert reason_words(french, much).startswith("demande 2,5 personnes à la fois (Agent RH (CH-03))")
    assert reason_words(latin, told.WAITS.format(others="P4-1 and P4-2")) == "čeka na P4-1 i P4-2, a te aktivnosti nemaju mesta u planu"
    assert reason_words(french, "people") != "people" and reason_words(english, told.DROPPED.format(reason="too late")).endswith("too late")
    assert target_words(FRENCH, "≥12.5 %") == "≥12,5\u00a0%"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_work_plan_ends_with_a_place_for_signatures(language):
    say = speaker(language)
    table = next(
        part.block for part in whole(language).body if isinstance(part.block, Table) and part.block.caption == say("approval-caption")
    )
    assert [column.label for column in table.columns][-1] == say("approval-signature") and len(table.rows) == 3
    assert all(cell.text == "" for row in table.rows for cell in row[1:])


def test_a_report_in_another_language_is_written_beside_the_missions_own(tmp_path):
    blocks = report_blocks(comparison_in("fr"))
    written = export_blocks(blocks, tmp_path, "fr")
    assert [path.name for path in written] == ["report.fr.html", "report.fr.pdf", "report.fr.docx"]
    assert "Synthèse" in written[0].read_text(encoding="utf-8")
    assert [file.rpartition("/")[2] for file in stages_for("fr")[-1].writes] == [path.name for path in written]
    assert stages_for("") == STAGES and [file.rpartition("/")[2] for file in STAGES[-1].writes] == list(FORMS)
    assert (stages_for("fr")[-1].record, STAGES[-1].record) == ("report.fr", "report")


def test_a_report_is_made_again_when_a_translation_changes():
    assert "i18n" in STAGES[-1].knowledge
    files = {path.name for path in _knowledge("i18n")}
    assert {"report-words.ftl", "forms.po"} <= files


def test_every_language_has_the_same_tables_and_figures():
    shapes = {
        language: [
            (type(part.block).__name__, len(part.block.rows) if isinstance(part.block, Table) else 0) for part in whole(language).body
        ]
        for language in LANGUAGES
    }
    assert all(shape == shapes["en"] for shape in shapes.values())
    assert all(any(text.strip() for text in texts((part.block,))) for part in whole("fr").body if isinstance(part.block, Figure))


def test_no_message_file_is_left_out():
    assert all(len(messages(language)) > 250 for language in TRANSLATED)

"""The follow-up report: four pages, the same in every form and language, and nothing in it that somebody typed into a form."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pandas as pd
import pypdf
import pytest

from diagnostics.intake.progress.progress_sheet import progress_table
from diagnostics.planning.following.forecast import forecast
from diagnostics.planning.following.variance import variance
from diagnostics.reporting.blocks import BulletList, Callout, Figure, Heading, Paragraph, ScoreCards, Table, plain
from diagnostics.reporting.document import document
from diagnostics.reporting.docx import render_docx
from diagnostics.reporting.follow_up_material import FollowUpMaterial
from diagnostics.reporting.html import render_html
from diagnostics.reporting.pdf import render_pdf
from diagnostics.reporting.sections.follow_up import follow_up_blocks
from tests.follow_up_samples import SECOND, sample_follow_up, sample_progress
from tests.plan_samples import sample_plan


def words(material: FollowUpMaterial) -> str:
    """Everything that the report says, a text a line."""
    said = []
    for block in follow_up_blocks(material):
        match block:
            case Heading() | Paragraph():
                said.append(plain(block.text))
            case BulletList():
                said += [plain(item) for item in block.items]
            case Callout():
                said += [block.title, *(plain(text) for text in block.text)]
            case ScoreCards():
                said += [f"{card.label}: {card.value}; {card.note}" for card in block.cards]
            case Figure():
                said += [block.title, block.alt, block.caption]
            case Table():
                said += [block.caption, *(" | ".join(plain(cell.text) for cell in row) for row in block.rows), block.note]
    return "\n".join(said).replace("\u00a0", " ").replace("\u202f", " ")


def reported(history: pd.DataFrame, **changes: object) -> FollowUpMaterial:
    """The sample's report with another history."""
    plan, settings = sample_plan()
    tables = {"variance": variance(plan, history, SECOND, settings), "forecast": forecast(plan, history, SECOND, settings)}
    return replace(sample_follow_up(repeated=False), **tables, **changes)


@pytest.mark.parametrize("repeated", [True, False])
@pytest.mark.parametrize("language", ["en", "fr", "sr-Latn", "sr-Cyrl"])
def test_it_has_four_pages(language: str, repeated: bool):
    pages = pypdf.PdfReader(io.BytesIO(render_pdf(document(follow_up_blocks(sample_follow_up(language, repeated)))))).pages
    assert len(pages) == 4
    assert [page.extract_text().count("Valdoria") > 0 for page in pages] == [True] * 4


def test_its_title_stands_above_the_first_page_in_every_form():
    numbered = document(follow_up_blocks(sample_follow_up()))
    first = pypdf.PdfReader(io.BytesIO(render_pdf(numbered))).pages[0].extract_text()
    assert "Follow-up of the work plan" in first and "Where things stand" in first and "Contents" not in first
    word = docx.Document(io.BytesIO(render_docx(numbered)))
    breaks = [one.paragraph_format.page_break_before for one in word.paragraphs if one.style.name == "Heading 1"]
    assert breaks == [False, True, True, True]
    assert "Follow-up of the work plan" in render_html(numbered)


def test_it_says_where_things_stand():
    said = words(sample_follow_up())
    for text in (
        "By 30 June 2027, 34 % of the planned work was done; the plan wanted 50 %.",
        "Of every 100 person-days that should have been done by now, 68 were done. The plan is behind.",
        "What was done took 153 person-days where 131 were planned for it.",
        "Actions done: 3;", "Late, not done: 2;", "Stopped: 1;", "Begun by plan, not reported: 1;",
        "Two actions are late, by up to 59 working days.",
        "One action is reported done without a document that shows it.",
        "A post that it depends on is vacant | 1 | 59",
        "P8-3-R2 Train managers to give feedback | Trainer | 5 April 2027 | 25 % | 107 | 20 September 2027 | A post that it depends on",
        "Head of administration | 2 February 2027 | 20 % | – | no date | stopped: The money was not there in time",
        "P8-3-R2 Share measured by P8-3-R2: baseline 20, now 15, target 60",
        "One process of 2 has risen, one has fallen",
        "+0.25 P4-3 Job description template and coverage (2 → 3)",
    ):  # fmt: skip
        assert text in said, text


def test_what_is_reported_done_and_not_confirmed_is_named():
    material = sample_follow_up()
    levels = {"P12-2-R2": {"criterion": "P5-6", "to_level": 3}, "P1-4-R3": {"criterion": "P4-3", "to_level": 3}}
    actions = tuple(one.model_copy(update=levels.get(one.action, {})) for one in material.plan.actions)
    said = words(replace(material, plan=material.plan.model_copy(update={"actions": actions})))
    callout = said[said.index("Reported done, level not confirmed") :]
    assert "P12-2-R2 Compare register and payroll every month" in callout and "P1-4-R3" not in callout
    assert "level not confirmed" not in words(material)


def test_before_a_second_diagnostic_it_says_what_comes_next():
    said = words(sample_follow_up(repeated=False))
    assert "Three actions are due in 2027-Q3." in said and "Maturity before and after" not in said
    assert "OWN-1 Move the HR unit to the main building was stopped: take it up again, change it or drop it." in said
    assert "P8-3-R2 Train managers to give feedback is 107 working days late" in said


def test_a_plan_that_goes_as_planned_is_called_so():
    plan, settings = sample_plan()
    now = "2027-06-30"
    done = plan[plan["finish_on"] <= now]
    rows = [{"action": row.action, "status": "done", "finished_on": row.finish_on, "evidence": "D1"} for row in done.itertuples()]
    under_way = variance(plan, progress_table(), SECOND, settings)
    under_way = under_way[(under_way["planned_start"] <= now) & (under_way["planned_finish"] > now)]
    rows += [
        {"action": row.action, "status": "in progress", "progress": row.progress_planned, "started_on": row.planned_start}
        for row in under_way.itertuples()
    ]
    said = words(reported(progress_table([{"quarter": SECOND} | row for row in rows])))
    assert "What should have been done by now was done." in said and "No action is late." in said
    assert "No action is late, stopped or unreported." in said and "No decision is needed" in said
    assert "No reason for a deviation was told." in said


def test_before_anything_is_reported_it_still_has_four_pages():
    material = reported(progress_table())
    assert "Nobody reported how many person-days were spent." in words(material)
    assert len(pypdf.PdfReader(io.BytesIO(render_pdf(document(follow_up_blocks(material))))).pages) == 4


def test_no_text_that_was_typed_into_a_form_stands_in_it():
    named = sample_progress().assign(evidence="N. N. has it")
    assert "N. N." not in words(reported(named))


def test_another_language_says_no_english():
    said = words(sample_follow_up("fr"))
    english = ("working days", "not reported", "Follow-up", "baseline", "actions are", "Late", "process of")
    assert [text for text in english if text in said] == []
    assert "Un poste dont elle dépend est vacant" in said

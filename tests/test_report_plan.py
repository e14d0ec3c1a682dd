"""The report's pages about the work plan say what the plan's tables say, in every language, and admit what is not known."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date

import docx
import pandas as pd
import pytest

from diagnostics.planning import told
from diagnostics.planning.judging.measurability import judge_measurability
from diagnostics.planning.judging.realism import judge_realism
from diagnostics.reporting.blocks import Blocks, Figure, Heading, Paragraph, ScoreCards, Table, plain, section
from diagnostics.reporting.document import document
from diagnostics.reporting.docx import render_docx
from diagnostics.reporting.html import render_html
from diagnostics.reporting.material import Material
from diagnostics.reporting.pdf import render_pdf
from diagnostics.reporting.sections import cover, work_plan
from diagnostics.reporting.sections.annexes import actions_in_detail
from diagnostics.reporting.sections.plan_checks import share_words
from diagnostics.reporting.speaker import speaker
from tests.language_material import in_language, own_words
from tests.plan_chart_material import sample_material
from tests.test_languages import ENGLISH_WORDS

ENGLISH = speaker("en")


def with_checks() -> Material:
    """The sample with everything that is told of a plan: decisions, risk, realism, measurability and an action without a place."""
    material = sample_material()
    plan, own, as_of = material.workplan.copy(), material.mission.plan, material.mission.dates.as_of
    last = plan["action"] == "P12-2-R2"
    plan.loc[last, ["scheduled", "reason", "start_on", "finish_on", "start", "finish"]] = [
        False, told.TOO_MUCH.format(need="2.5", resource="hr-officer", capacity="2"), "", "", "", "",
    ]  # fmt: skip
    found = {
        "realism": judge_realism(plan, own, as_of, set(material.roles)),
        "measurability": judge_measurability(plan, as_of, ["training"]),
    }
    return replace(material, workplan=plan, **found)


def rows(blocks: Blocks, caption: str) -> list[list[str]]:
    table = next(block for block in blocks if isinstance(block, Table) and block.caption == caption)
    return [[plain(cell.text) for cell in row] for row in table.rows]


def cards(material: Material) -> dict[str, tuple[str, str, str]]:
    (shown,) = [block for block in work_plan(material) if isinstance(block, ScoreCards)]
    return {card.label: (card.value, card.unit, card.note) for card in shown.cards}


def paragraphs(material: Material) -> list[str]:
    return [plain(block.text) for block in work_plan(material) if isinstance(block, Paragraph)]


def test_the_pages_come_in_their_order():
    headings = [block.anchor for block in work_plan(with_checks()) if isinstance(block, Heading)]
    assert headings == [
        "work-plan", "people", "money", "effort-and-effect", "decisions", "not-scheduled", "realism", "measurability", "first-quarter",
        "all-actions", "approval",
    ]  # fmt: skip


def test_the_cards_say_how_much_until_when_for_how_much_and_how_surely():
    shown = cards(sample_material())
    assert shown["Actions"] == ("12", "", "three quick wins among them")
    assert shown["Person-days"][0] == "384"
    assert shown["End of the plan"] == ("Q2", "2028", "22 May 2028")
    assert shown["Thousand EUR"] == ("115", "", "one action has no amount")
    risk = sample_material().delay_risk.set_index("milestone")
    assert shown["Ends on time"][0] == share_words(ENGLISH, risk.at["plan", "on_time"])


@pytest.mark.parametrize(("share", "expected"), [(0.0, "<1\u00a0%"), (0.004, "<1\u00a0%"), (0.5, "50\u00a0%"), (0.999, ">99\u00a0%")])
def test_a_probability_claims_no_more_than_the_draws_can_tell(share, expected):
    assert share_words(ENGLISH, share) == expected


@pytest.mark.parametrize(
    ("factor", "label", "value"), [(0.01, "Money, EUR", "1\u202f150"), (1, "Thousand EUR", "115"), (300, "Million EUR", "34.5")]
)
def test_large_amounts_fit_on_their_card(factor, label, value):
    plan = sample_material().workplan
    assert cards(replace(sample_material(), workplan=plan.assign(amount=plan["amount"] * factor)))[label][0] == value


def test_without_budget_or_people_the_pages_say_so_and_show_no_chart():
    material = sample_material()
    bare = material.mission.plan.model_copy(update={"budget": None, "people": ()})
    everybody = material.load[material.load["resource"] == "all roles"]
    poor = replace(material, mission=material.mission.model_copy(update={"plan": bare}), load=everybody)
    said = paragraphs(poor)
    assert any("No budget is given for the plan" in text for text in said)
    assert any("names no people by role" in text for text in said)
    assert len([block for block in work_plan(poor) if isinstance(block, Figure)]) == 3
    assert len([block for block in work_plan(material) if isinstance(block, Figure)]) == 5
    assert "Thousand EUR" not in cards(poor) and "EUR" not in " ".join(said)


def test_a_year_without_money_and_limit_is_not_drawn():
    budget = pd.DataFrame({"year": [2027, 2030], "amount": [5000.0, 0.0], "budget": [None, None], "unknown": [0, 0]}).astype(
        {"budget": float}
    )
    figure = next(
        block for block in work_plan(replace(sample_material(), budget=budget)) if isinstance(block, Figure) and "commits" in block.title
    )
    assert "2027" in figure.alt and "2030" not in figure.alt


def test_the_table_of_decisions_says_what_each_one_costs():
    table = rows(work_plan(sample_material()), "Decisions about single actions and what follows from each")
    assert [row[0].split(":")[0] for row in table] == ["In the plan", "Later", "Not in the plan", "Added"]
    assert table[0][2] == "Nothing: the plan is the same without it."
    assert table[1][2].split("\n") == [
        "The whole plan ends 12 working days later.",
        "Actions start 3.4 working days later on average, weighted by priority.",
        "Without a place because of it: P7-1-R3.",
        "In all: −40 person-days and effect −6.",
    ]
    assert "With a place because of it: P5-3-R2 and P5-3-R3." in table[2][2] and "EUR\u00a010\u202f000 less" in table[2][2]
    assert table[3][2] == "In all: +5 person-days."
    assert not any(
        isinstance(block, Heading) and block.anchor == "decisions"
        for block in work_plan(replace(sample_material(), decisions=pd.DataFrame()))
    )


def test_an_action_without_a_place_says_why():
    table = rows(work_plan(with_checks()), "Actions without a place in the plan")
    assert [row[0].split("\n")[0] for row in table] == ["P12-2-R2"]
    assert table[0][3] == "needs 2.5 people at a time of HR officer; there are never more than 2"


def test_actions_stand_under_their_process_with_dates_and_measure():
    table = rows(work_plan(sample_material()), "All scheduled actions by process")
    heads = [row[0] for row in table if not any(row[1:])]
    assert heads[:2] == ["P4 Jobs", "P5 Competencies"] and heads[-1] == "Actions added by the administration"
    assert len(table) == len(heads) + 12
    row = next(row for row in table if row[0].startswith("P4-3-R4"))
    assert row[1:] == ["HR manager", "7 Jul 2027\nto 17 Mar 2028", "70", "P4-3-R3", "Share measured by P4-3-R4: 35 % → 80 %"]
    assert table[-1][-1] == "no indicator"


def test_the_annex_tells_partners_dates_slack_and_money():
    first = {
        row[0].split("\n")[0]: row
        for row in rows(actions_in_detail(sample_material()), "Steps, results, measurement and risks of every action")
    }
    assert first["P4-3-R3"][0].split("\n")[2:] == [
        "With: HR officer and Line manager (CH-03)", "4 Jan 2027 to 6 Jul 2027", "Critical: no slack", "EUR\u00a010\u202f000, own budget",
    ]  # fmt: skip
    assert "Slack: 42 working days" in first["P4-3-R4"][0] and "EUR" not in first["OWN-1"][0]
    assert "Baseline" not in first["OWN-1"][2]


def test_the_risk_of_delay_names_days_that_can_be_promised():
    material = sample_material()
    whole = material.delay_risk.set_index("milestone").loc["plan"]
    (text,) = [text for text in paragraphs(material) if "probability" in text]
    assert all(ENGLISH.date(date.fromisoformat(whole[name])) in text for name in ("planned_on", "p80_on", "p95_on"))
    table = rows(work_plan(material), "By when the plan and each process will be finished")
    assert table[0][0] == "The whole plan" and [row[0] for row in table[1:3]] == ["P4 Jobs", "P5 Competencies"]
    assert any("What most often decides when the plan ends: P4-3-R3" in text for text in paragraphs(material))


def test_what_the_checks_found_is_told_and_that_they_found_nothing_too():
    table = rows(work_plan(with_checks()), "What the checks of people, money, dates and order found")
    assert any("over" in row[1] or "of" in row[1] for row in table) and all(row[2] for row in table)
    assert any("found nothing: the plan fits what there is" in text for text in paragraphs(sample_material()))
    nothing = replace(sample_material(), delay_risk=pd.DataFrame())
    assert not any(isinstance(block, Heading) and block.anchor == "realism" for block in work_plan(nothing))


def test_the_summary_of_measurability_counts_and_names_what_is_missing():
    table = {row[0]: row[1:] for row in rows(work_plan(sample_material()), "What the actions have to be measured by")}
    assert table["Baseline as a number, with its day"] == ["11 of 12", "OWN-1"]
    assert table["Owner who answers for it"] == ["12 of 12", "–"]
    assert "Eleven of twelve actions have all that it takes to tell progress from figures." in paragraphs(sample_material())
    many = sample_material().workplan.assign(indicator="")
    cell = dict(
        (row[0], row[2]) for row in rows(work_plan(replace(sample_material(), workplan=many)), "What the actions have to be measured by")
    )
    assert cell["Indicator with its formula"].endswith("and 4 more")


@pytest.mark.parametrize("language", ["fr", "sr-Latn"])
def test_no_english_is_left_over_in_the_plan(language):
    text = own_words(in_language(with_checks(), language))
    assert {line for line in text.split("\n") if ENGLISH_WORDS.search(line)} == set()


def test_the_cyrillic_plan_holds_no_latin_letters_but_codes():
    text = own_words(in_language(with_checks(), "sr-Cyrl"))
    kept = re.compile(r"\b(?:[PS]\d+[\w-]*|OWN-1|CH-03|EUR|HRM|[A-E](?=\))|D-1|wco-hrm|report-test|job_descriptions)\b")
    assert set(re.findall(r"[A-Za-zčćžšđČĆŽŠĐ]+", kept.sub("", text))) == set()


@pytest.mark.parametrize("language", ["en", "fr", "sr-Cyrl"])
def test_every_form_of_the_report_holds_the_plan(language):
    material = in_language(with_checks(), language)
    made = document(section(cover(material), work_plan(material), actions_in_detail(material)))
    figures = [part.block for part in made.body if isinstance(part.block, Figure)]
    page, word = render_html(made), docx.Document(io.BytesIO(render_docx(made)))
    assert render_pdf(made).startswith(b"%PDF") and len(word.inline_shapes) == len(figures) == 5
    assert all(figure.title.replace("&", "&amp;") in page for figure in figures)
    assert not any(re.search(r"\bnan\b|None|<NA>|NaT", figure.alt + figure.title + figure.caption + figure.svg) for figure in figures)

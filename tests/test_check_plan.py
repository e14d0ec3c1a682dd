"""``check-plan`` from the file to the last line, and its findings said in every language."""

from __future__ import annotations

import json
import re
from datetime import date

import pandas as pd
import pytest

from diagnostics.cli import main
from diagnostics.definitions.remedy import load_roles
from diagnostics.definitions.translations import LANGUAGES
from diagnostics.planning.judging.measurability import MEASURABILITY, judge_measurability
from diagnostics.planning.judging.realism import judge_realism
from diagnostics.planning.judging.realism_checks import REALISM
from diagnostics.planning.judging.realism_table import Found, findings_table
from diagnostics.reporting.plan_findings import (
    SHOWN,
    counted,
    finding_sentences,
    messages_of_checks,
    realism_sentences,
    role_names,
    role_words,
)
from diagnostics.reporting.speaker import messages, speaker
from diagnostics.runs.plan_checking import check_plan_file
from tests.conftest import PROJECT
from tests.plan_samples import sample_file, sample_plan

AS_OF = date(2026, 10, 16)
# A ministry's own table: quarters, an owner by its own name, a target that is today's value, waiting for what is not there.
MINISTRY = """\
No.;Action;Responsible;Start;End;Person-days;Cost;Indicator;Baseline;Target;Depends on
1;Describe all posts;HR department;Q1 2027;Q3 2027;30;5000;Posts with an approved job description;35;80;
2;List overdue rotations;;Q2 2027;Q2 2027;10;;Rotation overdue;31;31;1
3;Train managers;HR department;Q4 2027;Q4 2027;;12000;;;;2 9
"""


@pytest.fixture(scope="module")
def plan_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("plan") / "plan.json"
    path.write_text(sample_file().model_dump_json(by_alias=True), encoding="utf-8")
    return path


@pytest.fixture
def ministry(tmp_path):
    path = tmp_path / "ministry.csv"
    path.write_text(MINISTRY, encoding="utf-8")
    return path


def test_the_kit_s_own_plan_is_judged_against_its_own_settings(plan_file, capsys):
    assert main(["check-plan", str(plan_file)]) == 0
    out = capsys.readouterr().out
    assert "12 actions, judged against what the plan itself says, as of 2026-10-16." in out
    assert "Trainer, March 2027: 11 person-days of work, 0 available. Most of it: P8-3-R2." in out
    assert re.search(r"  plan +2028-05-22  2028-[0-9-]{5}  2028-[0-9-]{5}  2028-[0-9-]{5} +[0-9]+%", out)
    assert out.rstrip().rpartition("\n")[2] == "realistic: 5 breaches, 0 warnings, 3 notes; measurable: 1 breach, 0 warnings, 0 notes"


def test_findings_are_the_result_and_an_error_only_where_asked(plan_file, capsys):
    assert main(["check-plan", str(plan_file), "--strict"]) == 3
    assert capsys.readouterr().out.endswith("measurable: 1 breach, 0 warnings, 0 notes\n")


def test_a_ministry_s_table_is_judged_by_what_it_says(ministry, capsys):
    assert main(["check-plan", str(ministry)]) == 0
    out = capsys.readouterr().out
    for told in (
        "2 has no owner.",
        "3 waits for 9, which is not in the plan.",
        "2 starts on 1 April 2027, but 1, which comes first, ends on 30 September 2027.",
        "All roles together: 2 actions need 40 person-days; how many people there are is not given.",
        "2: target and starting value are both 31.",
        "3 has no indicator.",
    ):
        assert told in out
    assert "HR department" not in out  # an office of theirs is no unknown role of ours


def test_a_ministry_s_table_is_judged_against_a_mission(ministry, capsys):
    assert main(["check-plan", str(ministry), "--mission", str(PROJECT / "missions" / "example")]) == 0
    out = capsys.readouterr().out
    assert "judged against the people, money and data of example, as of 2026-10-16." in out
    assert "1 is owned by “HR department”, which is none of the known roles." in out


def test_json_holds_every_finding_and_date(plan_file, capsys):
    assert main(["check-plan", str(plan_file), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["counts"] == {"realistic": {"breach": 5, "warning": 0, "note": 3}, "measurable": {"breach": 1, "warning": 0, "note": 0}}
    assert len(told["findings"]) == 9 and told["findings"][0]["check"] == "too-short" and told["findings"][0]["row"] == 8
    assert [row["milestone"] for row in told["finish"]][:3] == ["plan", "P1", "P2"]


def test_every_finding_is_written_as_a_table(plan_file, tmp_path, capsys):
    out = tmp_path / "found.csv"
    assert main(["check-plan", str(plan_file), "--out", str(out)]) == 0
    table = pd.read_csv(out)
    assert list(table) == ["question", "check", "severity", "action", "row", "month", "resource", "found", "allowed", "sentence", "advice"]
    assert len(table) == 9 and table["sentence"].str.endswith(".").all() and table["advice"].notna().all()
    first = out.read_bytes()
    main(["check-plan", str(plan_file), "--out", str(out)])
    assert out.read_bytes() == first


def test_a_cell_of_the_plan_is_no_formula_in_the_table(ministry, tmp_path):
    ministry.write_text(MINISTRY.replace("\n2;", "\n=2+2;"), encoding="utf-8")
    assert main(["check-plan", str(ministry), "--out", str(tmp_path / "found.csv")]) == 0
    assert not re.search(r"(^|,)\"?=2", (tmp_path / "found.csv").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["nothing.json"], 3, "The file is not there"),
        (["{plan}", "--start", "spring"], 2, "--start: found 'spring'; allowed: a quarter such as 2027-Q1"),
        (["{plan}", "--out", "found.xlsx"], 2, "end the name of 'found.xlsx' in .csv"),
        (["{plan}", "--mission", "missions/none"], 3, ""),
    ],
)
def test_what_cannot_be_read_or_done_is_said(plan_file, capsys, arguments, code, message):
    assert main(["check-plan", *(one.replace("{plan}", str(plan_file)) for one in arguments)]) == code
    assert message in capsys.readouterr().err


def test_another_first_quarter_moves_the_plan_s_span(plan_file):
    later = check_plan_file(plan_file, start="2027-Q2")
    assert set(later.realism.loc[later.realism["check"] == "before-plan", "action"]) >= {"P1-4-R3", "P8-3-R2"}
    assert "before-plan" not in set(check_plan_file(plan_file).realism["check"])


def _one_of_each() -> list[tuple[dict, pd.DataFrame]]:
    """A finding of every check, with a fact of each kind."""
    facts = {
        "number": 12.5, "percent": 91.4, "count": 3, "money": 12500.0, "date": date(2027, 3, 1), "month": "2027-03", "quarter": "2027-Q2",
        "role": "hr-officer@CH-03", "list": "P1 P2 P3", "text": "T1", "code": "up",
    }  # fmt: skip
    found = []
    for checks in (REALISM, MEASURABILITY):
        table = [
            Found(check.id, {name: facts[kind] for name, kind in check.facts.items()} | {"currency": "EUR"}) for check in checks.values()
        ]
        found.append((checks, findings_table(table, checks)))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_is_said_in_every_language(language):
    say = speaker(language)
    for checks, table in _one_of_each():
        sentences = finding_sentences(say, table, role_names(say))
        assert len(sentences) == len(checks)
        assert all(sentence.endswith(".") and ".." not in sentence for sentence in sentences)
        assert not any(re.search(r"\{|\}|\bnan\b", sentence) for sentence in sentences)
        assert len(set(sentences)) == len(sentences)
    assert all(say(message).endswith(".") for message in messages_of_checks() if message.endswith("-do"))


def test_every_message_of_a_check_is_there_in_every_language():
    for language in ("en", "fr", "sr-Latn"):
        assert set(messages_of_checks()) <= set(messages(language))


def test_numbers_dates_and_roles_are_those_of_the_language():
    found = [Found("overload", {"resource": "hr-officer@CH-03", "month": "2027-03", "days": 1250.5, "capacity": 40.0, "actions": "A B"})]
    table = findings_table(found, REALISM)
    said = [finding_sentences(speaker(one), table, role_names(speaker(one)))[0] for one in ("en", "fr", "sr-Latn", "sr-Cyrl")]
    assert said == [
        "HR officer (CH-03), March 2027: 1\u202f250.5 person-days of work, 40 available. Most of it: A and B.",
        "Agent RH (CH-03), mars 2027\u202f: 1\u202f250,5 jours-personnes de travail, 40 disponibles. L’essentiel\u202f: A et B.",
        "Službenik za ljudske resurse (CH-03), mart 2027.: potrebno čovek-dana 1.250,5, raspoloživo 40. Najviše traže: A i B.",
        "Службеник за људске ресурсе (CH-03), март 2027.: потребно човек-дана 1.250,5, расположиво 40. Највише траже: A и B.",
    ]
    assert role_words(speaker("en"), "all roles", {}) == "All roles together"
    assert role_words(speaker("en"), "Department 4", {}) == "Department 4"


def test_groups_come_gravest_first_and_say_how_many_more_there_are():
    plan, settings = sample_plan()
    blank = plan.assign(owner="", formula="")
    groups = realism_sentences(speaker("en"), judge_realism(blank, settings, AS_OF, load_roles()))
    assert [group.severity for group in groups] == sorted((group.severity for group in groups), key=["breach", "warning", "note"].index)
    owners = next(group for group in groups if group.check == "no-owner")
    assert (len(owners.sentences), owners.more, owners.and_more) == (SHOWN, 7, "and 7 more")
    formulas = realism_sentences(speaker("en"), judge_measurability(blank, AS_OF, {"job_descriptions"}), most=1)
    assert [(group.check, group.more) for group in formulas if group.check == "no-formula"] == [("no-formula", 10)]


def test_the_worst_months_are_told_first():
    plan, settings = sample_plan()
    group = next(one for one in realism_sentences(speaker("en"), judge_realism(plan, settings, AS_OF), most=1) if one.check == "overload")
    assert group.sentences[0].startswith("trainer, March 2027: 11 person-days")


def test_findings_are_counted_by_severity():
    assert counted(judge_realism(*sample_plan(), AS_OF)) == {"breach": 5, "warning": 0, "note": 3}

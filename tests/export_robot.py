"""A seeded robot that fills in a form, and writes what it answered as each program would export it.

Formats follow the programs themselves: formpack (KoboToolbox), central-backend and Briefcase (ODK), LimeSurvey's Writer, SurveyJS.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import dataclass, field

from diagnostics.definitions.form import Form, FormGroup, FormOption, FormQuestion
from diagnostics.definitions.translations import say
from tests.export_writers import Sheets

YES_NO = (FormOption("yes", {"en": "Yes", "fr": "Oui"}), FormOption("no", {"en": "No", "fr": "Non"}))
LEVELS = tuple(
    FormOption(code, {"en": english, "fr": french})
    for code, english, french in (
        ("1", "None", "Aucun"),
        ("2", "Half", "Moitié"),
        ("3", "All of them", "Tous"),
        ("DK", "I do not know", "?"),
    )
)
TOPICS = tuple(
    FormOption(code, {"en": english, "fr": french})
    for code, english, french in (("law", "Law", "Droit"), ("it", "Computers", "Informatique"), ("misc", "Other", "Autre"))
)


def sample_form() -> Form:
    """A form with every type of question, two languages, and a repeated part."""
    about = FormQuestion("respondent", "respondent", "text", {"en": "Your code", "fr": "Votre code"}, pattern="[A-Z]+-[0-9]+")
    asked = (
        FormQuestion("P4_1_existence", "P4-1.existence", "select_one", {"en": "Is it there?", "fr": "Existe-t-il ?"}, options=LEVELS),
        FormQuestion("P4_1_na", "P4-1.na", "select_one", {"en": "Not applicable?", "fr": "Sans objet ?"}, options=YES_NO),
        FormQuestion("topics", "topics", "select_multiple", {"en": "Which topics?", "fr": "Quels sujets ?"}, options=TOPICS),
        FormQuestion("topics_other", "topics_other", "text", {"en": "Which other?", "fr": "Quel autre ?"}),
        FormQuestion("staff", "staff", "integer", {"en": "How many?", "fr": "Combien ?"}, minimum=0),
        FormQuestion("share", "share", "decimal", {"en": "What share?", "fr": "Quelle part ?"}),
        FormQuestion("since", "since", "date", {"en": "Since when?", "fr": "Depuis quand ?"}),
        FormQuestion("remark", "remark", "text", {"en": "Remarks", "fr": "Remarques"}),
        FormQuestion("thanks", "thanks", "note", {"en": "Thank you", "fr": "Merci"}),
    )
    repeated = (
        FormQuestion("course", "course", "text", {"en": "Course", "fr": "Cours"}),
        FormQuestion("useful", "useful", "select_one", {"en": "Was it useful?", "fr": "Utile ?"}, options=YES_NO),
    )
    groups = (
        FormGroup("about", {"en": "About you", "fr": "Vous"}, (about,)),
        FormGroup("practice", {"en": "Practice", "fr": "Pratique"}, asked),
        FormGroup("courses", {"en": "Courses", "fr": "Formations"}, repeated, repeats=True),
    )
    return Form("sample", "2", {"en": "Sample", "fr": "Exemple"}, {"en": ""}, groups, ("en", "fr"), "respondent")


@dataclass(frozen=True)
class Filled:
    """One submission: codes by question name, several of a multiple choice as a tuple; repeated parts as a list of the same."""

    number: int
    respondent: str
    answers: dict[str, str | tuple[str, ...]]
    repeats: list[dict[str, str]] = field(default_factory=list)

    @property
    def submitted(self) -> str:
        return f"2026-03-{self.number % 27 + 1:02}T09:30:00"

    @property
    def key(self) -> str:
        return f"uuid:{self.number:08}"


def filled_in(form: Form, people: int, seed: int) -> list[Filled]:
    """What a robot answers; about every fifth question is left out."""
    draw = random.Random(seed)
    return [
        Filled(
            number,
            f"WG-{number:02}",
            _answers([group for group in form.groups if not group.repeats], form, draw),
            [_answers(repeats, form, draw) for _ in range(draw.randrange(3))] if (repeats := [g for g in form.groups if g.repeats]) else [],
        )
        for number in range(1, people + 1)
    ]


def _answers(groups: list[FormGroup], form: Form, draw: random.Random) -> dict:
    questions = [question for group in groups for question in group.questions]
    asked = [question for question in questions if question.type != "note" and question.name != form.respondent]
    drawn = {question.name: _answer(question, draw) for question in asked if draw.random() > 0.2}
    return {name: answer for name, answer in drawn.items() if answer}


def _answer(question: FormQuestion, draw: random.Random) -> str | tuple[str, ...]:
    if question.type == "select_multiple":
        return tuple(code for code in question.codes() if draw.random() < 0.5)
    if question.options:
        return draw.choice(question.codes())
    made = {"integer": str(draw.randrange(500)), "decimal": f"{draw.randrange(100)}.5", "date": f"2026-01-{draw.randrange(1, 29):02}"}
    return made.get(question.type, draw.choice(['šta; je "ovo"', "=1+1", "deux\nlignes", "plain, text", "ћирилица"]))


def expected(form: Form, filled: list[Filled]) -> Counter:
    """Every answer as it must come out: respondent, item, answer."""
    items = {question.name: question.item for question in form.questions()}
    return Counter(
        (each.respondent, items[name], code)
        for each in filled
        for answers in (each.answers, *each.repeats)
        for name, answer in answers.items()
        for code in (answer if isinstance(answer, tuple) else (answer,))
    )


def found(reading) -> Counter:
    """The same from a reading."""
    return Counter(zip(*(reading.answers[name].astype(str) for name in ("respondent", "item", "answer")), strict=True))


def label_of(question: FormQuestion, code: str, language: str) -> str:
    return next(say(option.label, language) for option in question.options if option.code == code)


def _shown(question: FormQuestion, answer, language: str | None, between: str = " ") -> str:
    codes = answer if isinstance(answer, tuple) else (answer,)
    if not question.options or not language:
        return between.join(codes)
    return between.join(label_of(question, code, language) for code in codes)


def _single(form: Form, repeats: bool = False) -> list[tuple[str, FormQuestion]]:
    return [(group.name, question) for group in form.groups if group.repeats == repeats for question in group.questions]


def kobo(form: Form, filled: list[Filled], language: str | None = None, multiple: str = "both", tags: bool = False) -> Sheets:
    """Sheets of a KoboToolbox export: ``language`` none gives names and codes; ``multiple`` is summary, details or both."""
    columns = [(group, question, option) for group, question in _single(form) for option in _kobo_parts(question, multiple)]
    head = ["start", "end", *(_kobo_heading(*column, language) for column in columns), "_practice/gps_latitude"]
    own = ["__version__", "_id", "_uuid", "_submission_time", "_validation_status", "_submitted_by", "_index"]
    rows = [head + own] + (
        [["", "", *("#org +code" if q.name == "respondent" else "" for _, q, _ in columns), "#geo+lat", *[""] * 7]] if tags else []
    )
    for index, each in enumerate(filled, start=1):
        given = {**each.answers, form.respondent: each.respondent}
        cells = [_kobo_cell(question, option, given.get(question.name), language) for _, question, option in columns]
        last = ["v2", str(100 + index), each.key, each.submitted, "", "someone@example.org", str(index)]
        rows.append(["2026-01-01", "2026-01-01", *cells, "44.8", *last])
    sheets = {form.id: rows}
    below = _single(form, repeats=True)
    if below:
        head = [
            *(_kobo_heading(group, question, None, language) for group, question in below),
            "_index",
            "_parent_table_name",
            "_parent_index",
        ]
        lines = [(index, entry) for index, each in enumerate(filled, start=1) for entry in each.repeats]
        sheets["courses"] = [head] + [
            [*(_shown(q, entry[q.name], language) if q.name in entry else "" for _, q in below), str(number), form.id, str(index)]
            for number, (index, entry) in enumerate(lines, start=1)
        ]
    return sheets


def _kobo_parts(question: FormQuestion, multiple: str) -> list[str | None]:
    if question.type != "select_multiple":
        return [None]
    return ([None] if multiple != "details" else []) + (list(question.codes()) if multiple != "summary" else [])


def _kobo_heading(group: str, question: FormQuestion, option: str | None, language: str | None) -> str:
    if language:
        return say(question.label, language) + (f"/{label_of(question, option, language)}" if option else "")
    return f"{group}/{question.name}" + (f"/{option}" if option else "")


def _kobo_cell(question: FormQuestion, option: str | None, answer, language: str | None) -> str:
    if answer is None:
        return ""
    return str(int(option in answer)) if option else _shown(question, answer, language)


def odk(form: Form, filled: list[Filled], split: bool = True) -> Sheets:
    """The CSV files of ODK Central's archive."""
    columns = [(group, q, option) for group, q in _single(form) for option in _kobo_parts(q, "both" if split else "summary")]
    head = [f"{group}-{question.name}" + (f"/{option}" if option else "") for group, question, option in columns]
    own = ["meta-instanceID", "KEY", "SubmitterID", "SubmitterName", "AttachmentsPresent", "Status", "DeviceID", "Edits", "FormVersion"]
    rows = [["SubmissionDate", *head, *own]]
    for each in filled:
        given = {**each.answers, form.respondent: each.respondent}
        cells = [_kobo_cell(question, option, given.get(question.name), None) for _, question, option in columns]
        rows.append([f"{each.submitted}.000Z", *cells, each.key, each.key, "5", "Ana", "0", "", "dev", "0", "2"])
    below = _single(form, repeats=True)
    lines = [["-".join(["courses", q.name]) for _, q in below] + ["PARENT_KEY", "KEY"]]
    for each in filled:
        for number, entry in enumerate(each.repeats, start=1):
            lines.append([*(entry.get(q.name, "") for _, q in below), each.key, f"{each.key}/courses[{number}]"])
    return {f"{form.id}.csv": rows, f"{form.id}-courses.csv": lines}


def limesurvey(form: Form, filled: list[Filled], headings: str = "code", language: str | None = None) -> list[list[str]]:
    """LimeSurvey's CSV: headings are code, text or both; answers are codes, or the full answers of one language."""
    columns = [
        (question, option) for _, question in _single(form) if question.type != "note" for option in _kobo_parts(question, "details")
    ]
    meta = {
        "code": ["id", "submitdate", "lastpage", "startlanguage", "seed"],
        "full": ["Response ID", "Date submitted", "Last page", "Start language", "Seed"],
    }
    meta["both"] = [f"{code}. {text}" for code, text in zip(meta["code"], meta["full"], strict=True)]
    rows = [meta[headings] + [_lime_heading(question, option, headings, language or "en") for question, option in columns]]
    for each in filled:
        given = {**each.answers, form.respondent: each.respondent}
        cells = [_lime_cell(question, option, given.get(question.name), language) for question, option in columns]
        rows.append([str(each.number), each.submitted.replace("T", " "), "3", "en", "123456", *cells])
    return rows


def _lime_heading(question: FormQuestion, option: str | None, headings: str, language: str) -> str:
    code = "topics[other]" if question.name == "topics_other" else re.sub(r"[^A-Za-z0-9]", "", question.name)
    code += f"[{option}]" if option else ""
    text = question.label[language] + (f" [{label_of(question, option, language)}]" if option else "")
    return {"code": code, "full": text, "both": f"{code}. {text}"}[headings]


def _lime_cell(question: FormQuestion, option: str | None, answer, language: str | None) -> str:
    if answer is None:
        return "N/A" if language else ""
    if option:
        chosen = option in answer
        return ("Yes" if chosen else "No") if language else ("Y" if chosen else "")
    return _shown(question, answer, language)


def surveyjs(form: Form, filled: list[Filled]) -> list[dict]:
    """Results of SurveyJS: gates in a matrix, a checkbox, its other text, and a dynamic panel."""
    results = []
    for each in filled:
        plain = {name: list(answer) if isinstance(answer, tuple) else answer for name, answer in each.answers.items()}
        result = {"respondent": each.respondent, "createdAt": each.submitted, "id": each.key}
        matrix = {name.rpartition("_")[2]: plain.pop(name) for name in ("P4_1_existence", "P4_1_na") if name in plain}
        if matrix:
            result["matrix"] = {"P4-1": matrix}
        if "topics_other" in plain:
            result["topics-Comment"] = plain.pop("topics_other")
        if "staff" in plain:
            plain["staff"] = int(plain["staff"])
        results.append(result | plain | ({"courses": each.repeats} if each.repeats else {}))
    return results


def wide(form: Form, filled: list[Filled], language: str | None = None) -> list[list[str]]:
    """A plain table with a row a respondent."""
    questions = [question for _, question in _single(form) if question.type != "note"]
    rows = [[question.label[language] if language else question.item for question in questions]]
    for each in filled:
        given = {**each.answers, form.respondent: each.respondent}
        rows.append([_shown(q, given[q.name], language, "; ") if q.name in given else "" for q in questions])
    return rows

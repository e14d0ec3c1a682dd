"""Measure 3: reading and checking. A staff register of 100,000 people with 30 columns, and a survey of 50,000 respondents with 120 items.

The survey is read as CSV and as a workbook, which the kit opens at this size only where a person calls it large (see
``diagnostics.intake.limits``). Ours reads any of four delimiters and many encodings, judges by Great Expectations and can name every
row; the other is what a programmer would write with pandas for the very same checks. Libraries are imported where they are used, so
that one side's memory is not another's.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.sides import Line, Side

FULL = 100_000
STAFF, SURVEY, WORKBOOK, MAP, STANDARD = "staff.csv", "survey.csv", "survey.xlsx", "survey.map.yaml", "standard.yaml"
AS_OF = date(2026, 10, 16)
ITEMS = tuple(f"Q{number:03}" for number in range(1, 121))
CODES = ("1", "2", "3", "4", "5", "DK")
SEXES, REASONS = ("f", "m", "x"), ("retirement", "resignation", "dismissal", "end-of-contract", "transfer", "death", "other")
KNOWN = ("staff_id", "sex", "birth_year", "grade", "unit", "position_id", "manager_id", "hired_on", "left_on", "exit_reason", "fte")
OTHER_COLUMNS = tuple(f"field_{number}" for number in range(1, 20))  # which the register has and the kit ignores
FAULTS = 50  # planted in each of three columns
LINES = (
    Line("intake: staff register, 30 columns, CSV: pandas with the same checks", "intake", "ours staff", ("pandas staff",)),
    Line("intake: survey, 120 items, CSV, made long: pandas with the same checks, wide", "intake", "ours survey", ("pandas survey",)),
    Line("intake: survey, 120 items, XLSX, made long: pandas with calamine, wide", "intake", "ours workbook", ("pandas workbook",)),
)  # fmt: skip


def make_inputs(folder: Path, people: int, _: int) -> None:
    """Write a staff register, a survey of half as many respondents, its map and its standard."""
    import numpy as np
    import pandas as pd

    random = np.random.default_rng(30)
    number = np.arange(people)
    hired = np.datetime64("1986-01-01") + random.integers(0, 14_000, people)
    has_left = random.random(people) < 0.1
    left = np.where(has_left, (hired + random.integers(30, 800, people)).astype(str), "")
    staff = pd.DataFrame(
        {
            "staff_id": [f"S{each:06}" for each in number],
            "sex": np.array(SEXES)[random.integers(0, 3, people)],
            "birth_year": random.integers(1960, 2004, people).astype(str),
            "grade": np.char.add("G", random.integers(1, 11, people).astype(str)),
            "unit": np.char.add("U", random.integers(1, 60, people).astype(str)),
            "position_id": [f"PO{each:06}" for each in number],
            "manager_id": [f"S{each:06}" if place else "" for place, each in enumerate((number - 1) // 8)],
            "hired_on": hired.astype(str),
            "left_on": left,
            "exit_reason": np.where(has_left, np.array(REASONS)[random.integers(0, 7, people)], ""),
            "fte": np.where(random.random(people) < 0.05, "0.5", "1"),
        }
    )
    for column, wrong in (("sex", "woman"), ("hired_on", "31/12/2010"), ("manager_id", "S999999")):
        staff.loc[random.choice(people, min(FAULTS, people // 4), replace=False), column] = wrong
    staff = staff.assign(**{name: random.integers(0, 1000, people).astype(str) for name in OTHER_COLUMNS})
    staff.to_csv(folder / STAFF, index=False)
    _make_survey(folder, max(people // 2, 1), random)


def _make_survey(folder: Path, respondents: int, random: Any) -> None:
    import numpy as np
    import pandas as pd

    answers = np.array([*CODES, ""])[random.choice(7, (respondents, len(ITEMS)), p=[0.1, 0.15, 0.2, 0.3, 0.18, 0.03, 0.04])]
    survey = pd.DataFrame(answers, columns=ITEMS)
    for place in random.choice(respondents, min(FAULTS, respondents // 4), replace=False):
        survey.iat[place, place % len(ITEMS)] = "9"
    survey.insert(0, "respondent", [f"R{each:06}" for each in range(respondents)])
    survey.insert(0, "wave", "2026")
    survey.to_csv(folder / SURVEY, index=False)
    _write_workbook(survey, folder / WORKBOOK)
    items = "".join(f"    {item}: {item}\n" for item in ITEMS)
    columns = "columns:\n  assessment: {from: wave}\n  respondent: {from: respondent}\n"
    (folder / MAP).write_text(f"confirmed: true\nto: answers\n{columns}items:\n  item: item\n  value: answer\n  columns:\n{items}", "utf-8")
    options = ", ".join(f'{{code: "{code}", value: {code}}}' for code in CODES[:-1])
    head = f"standard: bench\nversion: '1'\ntitle: Bench\nsource: {{where: made up}}\nscales: {{five: {{options: [{options}]}}}}\n"
    leaves = "".join(f"      - {{id: {item}, scale: five}}\n" for item in ITEMS)
    (folder / STANDARD).write_text(f"{head}nodes:\n  - id: N\n    aggregate: mean\n    children:\n{leaves}", "utf-8")


def _write_workbook(survey: Any, path: Path) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("data")
        for number, row in enumerate([list(survey.columns), *survey.to_numpy().tolist()]):
            for place, text in enumerate(row):
                if text.isdigit():
                    sheet.write_number(number, place, int(text))
                elif text:
                    sheet.write_string(number, place, text)


def check(folder: Path) -> list[str]:
    """Whether both sides find the same number of faults, and any at all."""
    found = {name: SIDES[name].work(folder) for name in SIDES}
    pairs = (("ours staff", "pandas staff"), ("ours survey", "pandas survey"), ("ours workbook", "pandas workbook"))
    return [
        f"{ours} finds {found[ours]}, {other} {found[other]}" for ours, other in pairs if found[ours] != found[other] or not found[ours]
    ]


def _ours_staff(folder: Path) -> int:
    from diagnostics.definitions.dataset import load_datasets
    from diagnostics.definitions.standard_loading import load_standard
    from diagnostics.intake.tables import read_table
    from diagnostics.validation.judgement import judge_datasets
    from diagnostics.validation.vocabulary import vocabulary_of

    datasets = {dataset.id: dataset for dataset in load_datasets()}
    raw = {"staff": read_table(folder / STAFF, datasets["staff"], STAFF)}
    vocabulary = vocabulary_of(load_standard(str(folder / STANDARD)), AS_OF, raw, datasets)
    return judge_datasets(raw, datasets, vocabulary)["staff"].errors


def _ours_survey(folder: Path) -> int:
    from diagnostics.definitions.dataset import load_datasets
    from diagnostics.definitions.standard_loading import load_standard
    from diagnostics.intake.maps.mapped_tables import read_mapped_table
    from diagnostics.validation.judgement import judge_datasets
    from diagnostics.validation.vocabulary import vocabulary_of

    datasets = {dataset.id: dataset for dataset in load_datasets()}
    raw = {"answers": read_mapped_table(folder / SURVEY, folder / MAP, datasets["answers"], SURVEY)}
    vocabulary = vocabulary_of(load_standard(str(folder / STANDARD)), AS_OF, raw, datasets)
    return judge_datasets(raw, datasets, vocabulary)["answers"].errors


def _ours_workbook(folder: Path) -> int:
    from diagnostics.definitions.problems import errors
    from diagnostics.intake.exports.reading import read_export
    from diagnostics.intake.forms.form_building import load_form

    problems = errors(read_export(load_form(str(folder / STANDARD)), folder / WORKBOOK, times=10).problems)
    return len({problem.column for problem in problems})  # equal faults of a column are told once, with their rows


def _pandas_staff(folder: Path) -> int:
    import pandas as pd

    staff = pd.read_csv(folder / STAFF, dtype=str, keep_default_na=False).apply(lambda column: column.str.strip())
    found = int(staff[["staff_id", "unit"]].eq("").sum().sum()) + int(staff["staff_id"].duplicated().sum())
    found += int((~staff["sex"].isin([*SEXES, ""])).sum()) + int((~staff["exit_reason"].isin([*REASONS, ""])).sum())
    for column, low, high in (("birth_year", 1930, 2012), ("fte", 0, 1)):
        found += int((~pd.to_numeric(staff.loc[staff[column] != "", column], errors="coerce").between(low, high)).sum())
    days = {name: pd.to_datetime(staff[name].replace("", None), format="%Y-%m-%d", errors="coerce") for name in ("hired_on", "left_on")}
    for name, day in days.items():
        found += int((day.isna() & (staff[name] != "")).sum()) + int((day > pd.Timestamp(AS_OF)).sum())
    found += int((days["left_on"] < days["hired_on"]).sum()) + int(((staff["exit_reason"] != "") & (staff["left_on"] == "")).sum())
    managers = staff.loc[staff["manager_id"] != "", "manager_id"]
    found += int((~managers.isin(staff["staff_id"])).sum()) + _in_circles(staff)
    return found + int((staff["hired_on"] == "").sum())


def _in_circles(staff: Any) -> int:
    """Circles of managers, by following everybody up until nobody moves any more."""
    manager = dict(zip(staff["staff_id"], staff["manager_id"], strict=True))
    above = set(manager.values()) & manager.keys()
    for _ in range(64):
        above = {manager[each] for each in above} & manager.keys()
        if not above:
            return 0
    return len(above)


def _pandas_survey(folder: Path) -> int:
    import pandas as pd

    survey = pd.read_csv(folder / SURVEY, dtype=str, keep_default_na=False)
    allowed = {*CODES, "NA", ""}
    wrong = sum(int((~survey[item].isin(allowed)).sum()) for item in ITEMS)
    return wrong + int(survey.duplicated(["wave", "respondent"]).sum()) + int(survey["wave"].eq("").sum())


def _pandas_workbook(folder: Path) -> int:
    import pandas as pd

    survey = pd.read_excel(folder / WORKBOOK, dtype=str, keep_default_na=False, engine="calamine")
    return sum(bool((~survey[item].isin({*CODES, "NA", ""})).any()) for item in ITEMS) + int(survey["respondent"].duplicated().sum())


def _as_it_is(folder: Path) -> Path:
    return folder


SIDES = {
    "ours staff": Side(_as_it_is, _ours_staff),
    "ours survey": Side(_as_it_is, _ours_survey),
    "pandas staff": Side(_as_it_is, _pandas_staff),
    "pandas survey": Side(_as_it_is, _pandas_survey),
    "ours workbook": Side(_as_it_is, _ours_workbook),
    "pandas workbook": Side(_as_it_is, _pandas_workbook),
}

"""Counts of the data sets that stand beside the answers. They open no file and read no clock.

A table that was not brought gives a table without rows, never zeros.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import numpy as np
import pandas as pd

from diagnostics.definitions.dataset import load_dataset
from diagnostics.definitions.instrument import Instrument, load_instrument
from diagnostics.definitions.mission import Mission
from diagnostics.definitions.outline import outline
from diagnostics.definitions.standard import Standard
from diagnostics.scoring.ratings import LongTable
from diagnostics.scoring.surveys.survey_codes import SurveyScale
from diagnostics.scoring.surveys.survey_figures import Index, index_scores
from diagnostics.scoring.surveys.survey_reading import Layout, code_survey

INTERVIEWS = {"process": "str", "group": "str", "positive": "int64", "negative": "int64", "neutral": "int64", "interviews": "int64"}
SURVEY = {
    "item": "str", "text": "str", "process_id": "str", "reverse": "bool", "answered": "int64", "dont_know": "int64", "blank": "int64",
    "positive": "int64", "neutral": "int64", "negative": "int64",
}  # fmt: skip
PROCESS_SURVEY = {
    "process": "str", "items": "int64", "answered": "int64", "percent_positive": "float64", "lower": "float64", "upper": "float64",
    "respondents": "int64",
}  # fmt: skip
WORKFORCE = {"figure": "str", "value": "float64", "unit": "str", "n": "int64"}
OPTIONAL_STAFF = ("age", "years_of_service", "has_left", "fte", "hired_on")
"""Columns of the staff register that a file may leave out."""
Figure = tuple[str, float, str, int]
LONG = LongTable("respondent", "item", "value")
DOCUMENTS = ("doc_id", "type", "title", "status", "approved_on", "reviewed_on", "process_id", "listed_as")


def summarise(tables: Mapping[str, pd.DataFrame], standard: Standard, mission: Mission) -> dict[str, pd.DataFrame]:
    """All the summaries, under the names of their files in ``results/``.

    Args:
        tables: ``Checked.tables``.
        standard: what the mission is about.
        mission: for its day and its disclosure threshold.
    """
    climate = load_instrument("climate")
    survey = tables.get("survey")
    return {
        "interviews_summary": summarise_interviews(tables.get("interviews"), standard),
        "survey_summary": summarise_survey(survey, climate),
        "process_survey": summarise_survey_by_process(survey, climate),
        "documents": list_documents(tables.get("reference_documents")),
        "workforce": summarise_workforce(tables.get("staff"), mission.dates.as_of, mission.thresholds.disclosure),
    }


def summarise_interviews(interviews: pd.DataFrame | None, standard: Standard) -> pd.DataFrame:
    """Count what was said about each process, by group of people.

    Args:
        interviews: the typed data set: one row a finding, with id, group, criterion_id, polarity.
        standard: says which process a criterion belongs to; findings about criteria out of scope are left out.

    Returns:
        One row a process and group, in the order of the standard and of the data set's definition:
            process     str  id
            group       str  code of the group
            positive, negative, neutral  int  findings
            interviews  int  interviews in which at least one of these findings was made
    """
    if interviews is None:
        return _empty(INTERVIEWS)
    plan = outline(standard)
    criteria = [node.id for node in standard.criteria()]
    inside = interviews[interviews["criterion_id"].isin(criteria)]
    found = inside.assign(process=inside["criterion_id"].map(plan.process_of))
    by = found.groupby(["process", "group"], sort=False)
    counts = pd.DataFrame(
        {each: by["polarity"].agg(lambda said, each=each: int((said == each).sum())) for each in ("positive", "negative", "neutral")}
    )
    table = counts.assign(interviews=by["id"].nunique()).reset_index()
    groups = [code.code for code in load_dataset("interviews").column("group").codes]
    order = {name: number for number, name in enumerate([*(process.id for process in plan.processes), *groups])}
    return (
        table.sort_values(["process", "group"], key=lambda names: names.map(order))[list(INTERVIEWS)]
        .astype(INTERVIEWS)
        .reset_index(drop=True)
    )


def summarise_survey(survey: pd.DataFrame | None, instrument: Instrument) -> pd.DataFrame:
    """Count the answers to each statement, turned so that positive is always good news.

    Args:
        survey: the typed data set: one row a respondent and item, with respondent, item, value.
        instrument: its items, in order; agreement with a reversed item counts as negative.

    Returns:
        One row a statement, in the instrument's order:
            item, text, process_id  str
            reverse    bool
            answered   int  respondents with an answer on the scale
            dont_know  int  respondents who chose "don't know"
            blank      int  respondents of the survey who left it out, or whose row is missing
            positive, neutral, negative  int  of those who answered
    """
    if survey is None:
        return _empty(SURVEY)
    respondents = survey["respondent"].nunique()
    counts = survey.groupby(["item", "value"]).size()
    rows = []
    for item in instrument.items:
        answers: dict[str, int] = counts[item.id].to_dict() if item.id in counts.index.get_level_values(0) else {}
        agree = sum(answers.get(code, 0) for code in instrument.scale.positive)
        disagree = sum(answers.get(code, 0) for code in instrument.scale.negative)
        dont_know = answers.get(instrument.scale.dont_know, 0)
        answered = sum(answers.values()) - dont_know
        positive, negative = (disagree, agree) if item.reverse else (agree, disagree)
        blank = respondents - answered - dont_know
        neutral = answered - agree - disagree
        rows.append((item.id, item.text, item.process, item.reverse, answered, dont_know, blank, positive, neutral, negative))
    return pd.DataFrame(rows, columns=list(SURVEY)).astype(SURVEY)


def summarise_survey_by_process(survey: pd.DataFrame | None, instrument: Instrument) -> pd.DataFrame:
    """The share of positive answers for each process: the plain mean of its statements' shares (ours).

    Args:
        survey: as in ``summarise_survey``.
        instrument: its items.

    Returns:
        One row a process, in the instrument's order:
            process           str    id
            items             int    statements
            answered          int    answers on the scale, over all its statements
            percent_positive  float  0-100, unrounded; empty where nobody answered
            lower, upper      float  its 95 % interval (see ``index_scores``); empty where fewer than two answered
            respondents       int    people who answered at least one of its statements
    """
    if survey is None:
        return _empty(PROCESS_SURVEY)
    items = list(instrument.item_ids())
    reverse = [item.id for item in instrument.items if item.reverse]
    given = survey[survey["item"].isin(items)]
    coded = code_survey(given, SurveyScale.of(instrument.scale), items, Layout(long=LONG), reverse)
    of_process: dict[str, list[str]] = {}
    for item in instrument.items:
        of_process.setdefault(item.process, []).append(item.id)
    scores = index_scores(coded, [Index(process, tuple(members)) for process, members in of_process.items()])
    counts = summarise_survey(survey, instrument).groupby("process_id", sort=False)["answered"].sum()
    names = {"index": "process", "answered": "respondents", "score": "percent_positive", "score_lower": "lower", "score_upper": "upper"}
    table = scores.rename(columns=names).assign(answered=counts.reindex(scores["index"]).to_numpy())
    return table[list(PROCESS_SURVEY)].astype(PROCESS_SURVEY)


def list_documents(documents: pd.DataFrame | None) -> pd.DataFrame:
    """The reference documents as they were listed: doc_id, type, title, status, approved_on, reviewed_on, process_id, listed_as."""
    if documents is None:
        return pd.DataFrame(columns=list(DOCUMENTS)).astype({"approved_on": "datetime64[us]", "reviewed_on": "datetime64[us]"})
    return documents[list(DOCUMENTS)].reset_index(drop=True)


def summarise_workforce(staff: pd.DataFrame | None, as_of: date, disclosure: int) -> pd.DataFrame:
    """Figures of the staff register on one day and in the twelve months before it.

    Args:
        staff: the typed data set: staff_id, sex, birth_year, age, manager_id, hired_on, years_of_service, left_on, has_left, fte.
            Who has left on an unknown day counts as gone; what needs the days of hiring and leaving is then left empty.
        as_of: the day.
        disclosure: people; a figure that rests on fewer, or a share of which either side is fewer, is left empty.

    Returns:
        One row a figure, in the order shown:
            figure  str    its name, with its formula where a name does not say it
            value   float  unrounded; empty where it must not be shown or cannot be known
            unit    str    people, full-time equivalents, %, years, people per manager
            n       int    people that it rests on; 0 where it is empty
    """
    if staff is None:
        return _empty(WORKFORCE)
    staff = staff.reindex(columns=staff.columns.union([*OPTIONAL_STAFF], sort=False))
    day = pd.Timestamp(as_of)
    # The same day one year before, so that the period holds each day of the year once; for 29 February the 28th.
    year_before = day - pd.DateOffset(years=1)
    now, then = _employed(staff, day), _employed(staff, year_before)
    # The last day of work still counts as employment, so headcount now = headcount then + hires - leavers.
    leavers = staff["left_on"].ge(year_before) & staff["left_on"].lt(day)
    hires = staff["hired_on"].gt(year_before) & staff["hired_on"].le(day)
    average = (int(now.sum()) + int(then.sum())) / 2
    here = staff[now]
    undated = staff["left_on"].isna() & (staff["has_left"] == "yes")
    is_dated = bool(staff["hired_on"].notna().all() and not undated.any())
    full_time = here["fte"].sum() if here["fte"].notna().all() else np.nan
    rows = [
        _count("headcount", len(here), "people", disclosure),
        _known("full-time equivalents", full_time, "full-time equivalents", len(here), disclosure),
        *_composition(here, as_of, disclosure),
        _known("hired in twelve months", hires.sum() if is_dated else np.nan, "people", int(hires.sum()), disclosure),
        _known("left in twelve months", leavers.sum() if is_dated else np.nan, "people", int(leavers.sum()), disclosure),
        _known(
            "turnover (leavers / average headcount)",
            _percent(int(leavers.sum()), average) if is_dated else np.nan,
            "%",
            int(leavers.sum()),
            disclosure,
        ),
        *([_count("left, last day not known", int(undated.sum()), "people", disclosure)] if undated.any() else []),
        *_spans(here, disclosure),
    ]
    return pd.DataFrame(rows, columns=list(WORKFORCE)).astype(WORKFORCE)


def _composition(here: pd.DataFrame, as_of: date, disclosure: int) -> list[Figure]:
    known_sex = here["sex"].dropna()
    ages = (as_of.year - here["birth_year"].astype("Float64")).fillna(here["age"].astype("Float64")).dropna().astype("int64")
    service = ((pd.Timestamp(as_of) - here["hired_on"]).dt.days / 365.25).fillna(here["years_of_service"].astype("float64")).dropna()
    return [
        _share("women among staff whose sex is recorded", int((known_sex == "f").sum()), len(known_sex), disclosure),
        _figure("median age in years reached this year", ages.median(), "years", len(ages), disclosure),
        _share("staff aged 55 and over", int((ages >= 55).sum()), len(ages), disclosure),
        _figure("median length of service", service.median(), "years", len(service), disclosure),
    ]


def _spans(here: pd.DataFrame, disclosure: int) -> list[Figure]:
    reports = here["manager_id"].value_counts()
    return [
        _count("managers with direct reports", len(reports), "people", disclosure),
        _figure("mean span of control (direct reports / managers)", reports.mean(), "people per manager", len(reports), disclosure),
    ]


def _employed(staff: pd.DataFrame, day: pd.Timestamp) -> pd.Series:
    """Who works on a day; the day of leaving is the last one of work. Whose first day is not known had begun before."""
    has_begun = staff["hired_on"].le(day) | staff["hired_on"].isna()
    has_left = staff["left_on"].lt(day) | (staff["left_on"].isna() & (staff["has_left"] == "yes"))
    return has_begun & ~has_left


def _count(name: str, people: int, unit: str, disclosure: int) -> Figure:
    return _figure(name, people, unit, people, disclosure)


def _share(name: str, part: int, whole: int, disclosure: int) -> Figure:
    """A share; the smaller side decides, as one side tells the other."""
    name, value, unit, _ = _figure(name, _percent(part, whole), "%", min(part, whole - part), disclosure)
    return name, value, unit, 0 if np.isnan(value) else whole


def _figure(name: str, value: float, unit: str, people: int, disclosure: int) -> Figure:
    return (name, float(value), unit, people) if people >= disclosure else (name, np.nan, unit, 0)


def _known(name: str, value: float, unit: str, people: int, disclosure: int) -> Figure:
    """A figure that may not be known."""
    return (name, np.nan, unit, 0) if np.isnan(value) else _figure(name, value, unit, people, disclosure)


def _percent(part: float, whole: float) -> float:
    return 100 * part / whole if whole else np.nan


def _empty(types: Mapping[str, str]) -> pd.DataFrame:
    return pd.DataFrame(columns=list(types)).astype(dict(types))

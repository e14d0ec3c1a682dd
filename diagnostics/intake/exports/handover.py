"""From the long response table to the tables that other commands take: a mission's data sets, and the ANSWERS of ``hrm-review score``."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from diagnostics.definitions.dataset import load_dataset
from diagnostics.definitions.form import Form, FormGroup, FormQuestion
from diagnostics.definitions.problems import BadInput, Problem
from diagnostics.intake.exports import own_form, plain
from diagnostics.intake.exports.account import Reading

CRITERION_PARTS = {"na": "na", "evidence": "evidence_id", "comment": "comment"}
"""What a maturity form asks of a criterion beside its gates, and the column of the data set ``responses`` that takes it."""
_CHOSEN = ("select_one", "select_multiple", "integer", "decimal")


def with_column(form: Form, heading: str) -> Form:
    """The same form, which also reads a column of the export that it does not ask for, such as the year of the survey."""
    if any(heading in (question.item, question.name) for question in form.questions()):
        return form
    words = {language: heading for language in form.languages} | {"en": heading}
    question = FormQuestion(heading, heading, "text", words)
    return replace(form, groups=(*form.groups, FormGroup("", {"en": ""}, (question,))))


def submissions(reading: Reading) -> pd.Series:
    """One number for all answers that were sent in together, by answer: those of one row, or of one filled-in workbook."""
    answers = reading.answers
    if reading.kind == own_form.LAYOUT.kind:
        together = answers["sheet"].astype("str").str.rpartition(": ")[0]
    elif reading.kind == plain.LONG.kind:
        together = answers["respondent"].astype("str")
    else:
        return answers.groupby(["sheet", "row"], sort=False, observed=True).ngroup()
    return pd.Series(pd.factorize(together)[0], index=answers.index)


def to_responses(reading: Reading, form: Form) -> pd.DataFrame:
    """The data set ``responses``: one row a submission and criterion in which something was answered.

    Raises:
        BadInput: the form is no maturity questionnaire, or a submission does not say whose assessment it is.
    """
    gates = _gates(form)
    if not gates:
        raise BadInput([_wrong_kind(reading, form, "responses", "a standard with criteria, such as wco-hrm")])
    answers = reading.answers.assign(submission=submissions(reading))
    split = answers["item"].astype("str").str.rpartition(".")
    columns = {gate: gate for gate in gates} | CRITERION_PARTS
    is_part = split[2].isin(list(columns)) & (split[0] != "")
    kept = answers[is_part].assign(criterion_id=split[0][is_part], column=split[2][is_part].map(columns))
    wide = _wide(kept, ["submission", "criterion_id"], "column")
    who = answers.drop_duplicates("submission").set_index("submission")
    said = _wide(answers[answers["item"].isin(["role", "part"])], ["submission"], "item").set_index("submission")
    table = wide.assign(
        rater=wide["submission"].map(who["respondent"].astype("str")),
        role=wide["submission"].map(said["role"]) if "role" in said else None,
        part=wide["submission"].map(said["part"]) if "part" in said else None,
        date=wide["submission"].map(who["submitted_at"].astype("str").str[:10]),
    )
    _refuse_without_part(reading, table, who)
    return table.reindex(columns=list(load_dataset("responses").names))


def _gates(form: Form) -> tuple[str, ...]:
    """The gates of the criteria, such as existence, in the order asked."""
    chosen = (question for question in form.questions() if question.about and question.type == "select_one" and question.options)
    endings = dict.fromkeys(question.item.rpartition(".")[2] for question in chosen)
    return tuple(ending for ending in endings if ending not in CRITERION_PARTS)


def _wide(answers: pd.DataFrame, keys: list[str], column: str) -> pd.DataFrame:
    texts = answers.assign(answer=answers["answer"].astype("str"), **{column: answers[column].astype("str")})
    first = texts.drop_duplicates([*keys, column])
    return first.pivot(index=keys, columns=column, values="answer").reset_index().rename_axis(columns=None)


def _refuse_without_part(reading: Reading, table: pd.DataFrame, who: pd.DataFrame) -> None:
    missing = table.loc[table["part"].isna(), "submission"].unique()
    if len(missing):
        advice = "This submission does not say whose assessment it is. Answer the question 'part' with self or expert."
        places = zip(who.loc[missing, "row"], who.loc[missing, "sheet"], strict=True)
        raise BadInput(Problem(_file(reading), advice, "no-part", row=int(row), sheet=str(sheet) or None) for row, sheet in places)


def to_survey(reading: Reading, form: Form) -> pd.DataFrame:
    """The data set ``survey``: one row a submission and item asked, ``value`` empty where it was left out."""
    about = _about(form)
    names = load_dataset("survey").names
    grid = _grid(reading, form, about)
    said = _wide(reading.answers.assign(submission=submissions(reading)).loc[lambda each: each["item"].isin(about)], ["submission"], "item")
    told = grid.merge(said, on="submission", how="left") if len(said) else grid
    if not len(grid) or _gates(form):
        raise BadInput([_wrong_kind(reading, form, "survey", "a survey, such as climate")])
    return told.rename(columns={"answer": "value"}).reindex(columns=list(names))


def to_answers(reading: Reading, form: Form, assessment: str, by: str | None = None) -> pd.DataFrame:
    """The ANSWERS of the contract: assessment, item, answer (empty = left out), respondent, evidence, comment.

    Args:
        reading: the export.
        form: what was asked.
        assessment: the name of the assessment.
        by: an item whose answers tell several assessments apart, such as the year; its answer becomes their name.

    Raises:
        BadInput: a submission has no answer to ``by``.
    """
    grid = _grid(reading, form, {*_about(form), *([by] if by else [])})
    answers = reading.answers.assign(submission=submissions(reading))
    if by:
        named = answers[answers["item"] == by].drop_duplicates("submission").set_index("submission")["answer"].astype("str")
        grid = grid.assign(assessment=grid["submission"].map(named))
        if grid["assessment"].isna().any():
            advice = "Some rows say nothing in this column, so nobody can tell which assessment they belong to. Fill it in."
            raise BadInput([Problem(_file(reading), advice, "no-assessment", column=by, found="")])
    else:
        grid = grid.assign(assessment=assessment)
    gates = _gates(form)
    return _with_criteria(grid, answers) if gates else grid[["assessment", "item", "answer", "respondent"]]


def _with_criteria(grid: pd.DataFrame, answers: pd.DataFrame) -> pd.DataFrame:
    """Evidence and comment of a criterion beside its gates; gates of a criterion that does not apply are ``NA``."""
    split = answers["item"].astype("str").str.rpartition(".")
    parts = answers.assign(criterion=split[0], part=split[2])[split[2].isin(list(CRITERION_PARTS))]
    said = _wide(parts, ["submission", "criterion"], "part").reindex(columns=["submission", "criterion", *CRITERION_PARTS])
    gates = grid[~grid["item"].str.rpartition(".")[2].isin(list(CRITERION_PARTS))]
    joined = gates.assign(criterion=gates["item"].str.rpartition(".")[0]).merge(said, on=["submission", "criterion"], how="left")
    answer = joined["answer"].mask((joined["na"] == "yes") & joined["answer"].isna(), "NA")
    return joined.assign(answer=answer)[["assessment", "item", "answer", "respondent", "evidence", "comment"]]


def _about(form: Form) -> set[str]:
    """Items of the group in which the respondent says who they are."""
    groups = [group for group in form.groups if any(question.name == form.respondent for question in group.questions)]
    return {question.item for group in groups for question in group.questions}


def _grid(reading: Reading, form: Form, without: set[str]) -> pd.DataFrame:
    """Every submission with every item that the export asks for and that has a code or a number, answered or not.

    Returns:
        Columns submission, respondent, item, answer (null = left out), in the order of submissions and questions.
    """
    asked = [
        question.item
        for question in form.questions()
        if question.type in _CHOSEN and question.item not in reading.unasked and question.item not in without
    ]
    answers = reading.answers.assign(submission=submissions(reading), item=reading.answers["item"].astype("str"))
    who = answers.drop_duplicates("submission")
    empty = pd.DataFrame(
        {
            "submission": np.repeat(who["submission"].to_numpy(), len(asked)),
            "respondent": np.repeat(who["respondent"].astype("str").to_numpy(), len(asked)),
            "item": np.tile(np.array(asked, dtype=object), len(who)),
        }
    ).astype({"item": "str"})
    given = answers.loc[answers["item"].isin(asked), ["submission", "item", "answer"]].astype({"answer": "str"})
    return empty.merge(given, on=["submission", "item"], how="left")


def _wrong_kind(reading: Reading, form: Form, wanted: str, what: str) -> Problem:
    advice = f"The form '{form.id}' does not give the data set '{wanted}', which belongs to {what}."
    return Problem(_file(reading), advice, "another-data-set", allowed="responses, survey, answers")


def _file(reading: Reading) -> str:
    return reading.rows[0].file if reading.rows else ""

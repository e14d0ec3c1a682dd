"""From the questionnaire, or from scored answers, to the one table that is scored."""

from __future__ import annotations

import pandas as pd

from diagnostics.definitions.problems import Problem
from diagnostics.definitions.scale import Scale
from diagnostics.definitions.standard import Standard
from diagnostics.intake.grid import Place
from diagnostics.intake.tables import RawTable
from diagnostics.intake.values import map_distinct, number_text, parse_number
from diagnostics.validation.lines import known_evidence
from diagnostics.validation.vocabulary import Vocabulary

COLUMNS = {
    "assessment": "str", "item": "str", "answer": "str", "respondent": "str",
    "weight": "float64", "evidence": "str", "file": "str", "row": "int64",
}  # fmt: skip
Answers = tuple[pd.DataFrame, list[Problem]]
"""The answers, and warnings about what of the input does not become an answer."""

GATES = ("existence", "coverage", "effect")
NOT_APPLICABLE = "NA"


def no_answers() -> pd.DataFrame:
    """The table without a row."""
    return pd.DataFrame(columns=list(COLUMNS)).astype(COLUMNS)


def answers_from_responses(typed: pd.DataFrame, raw: RawTable, standard: Standard, vocabulary: Vocabulary) -> Answers:
    """Take the questionnaire apart into one row a rater, criterion and gate.

    Args:
        typed: the data set ``responses`` with its types and pseudonyms.
        raw: where it came from.
        standard: says which gates a criterion has.
        vocabulary: says which documents exist.

    Returns:
        The answers: assessment str (self, expert) · item str (``P4-1.existence``) · answer str (1–5, DK, NA; null = blank) ·
        respondent str, pseudonym · weight float, 1 · evidence str, ids of documents that exist (null = none) · file str · row int.
        And warnings: levels for a gate that a criterion does not have, rows out of scope.
    """
    evidence = known_evidence(typed["evidence_id"], vocabulary)
    parts = []
    for gate in GATES:
        answer = typed[gate].mask(typed["na"] == "yes", NOT_APPLICABLE)
        columns = {"assessment": typed["part"], "item": typed["criterion_id"] + f".{gate}", "answer": answer, "respondent": typed["rater"]}
        parts.append(pd.DataFrame({**columns, "weight": 1.0, "evidence": evidence, "row": typed["row"], "level": typed[gate]}))
    # Row by row and gate by gate, as the questionnaire is read.
    long = pd.concat(parts).sort_index(kind="stable")
    items = {leaf.id for leaf in standard.leaves()}
    out_of_scope = long["item"].isin(standard.out_of_scope)
    foreign = long[~long["item"].isin(items) & ~out_of_scope & long["level"].notna()]
    problems = _about_gates(foreign, raw) + _about_scope(long.loc[out_of_scope, "row"], raw)
    return _in_form(long[long["item"].isin(items)], raw), problems


def answers_as_brought(typed: pd.DataFrame, raw: RawTable, standard: Standard, vocabulary: Vocabulary) -> Answers:
    """Bring scored answers into the form that ``answers_from_responses`` describes.

    Numbers are written with a decimal point; a missing weight is 1.
    """
    out_of_scope = typed["item"].isin(standard.out_of_scope)
    inside = typed[~out_of_scope]
    scales = inside["item"].map(dict(vocabulary.item_scales))
    answer = inside["answer"].copy()
    for scale_id in scales.dropna().unique():
        scale = vocabulary.scales[scale_id]
        if not scale.options:
            own = scales == scale_id
            answer[own] = map_distinct(answer[own], lambda text, scale=scale: _plain_number(text, scale))
    evidence = known_evidence(inside["evidence"], vocabulary)
    table = inside.assign(answer=answer, weight=inside["weight"].fillna(1.0), evidence=evidence)
    return _in_form(table, raw), _about_scope(typed.loc[out_of_scope, "row"], raw)


def _plain_number(text: str, scale: Scale) -> str:
    number = None if text in (*scale.special_codes(), *scale.same_as) else parse_number(text)
    return text if number is None else number_text(number)


def _in_form(table: pd.DataFrame, raw: RawTable) -> pd.DataFrame:
    return table.assign(file=raw.file)[list(COLUMNS)].astype(COLUMNS).reset_index(drop=True)


def _about_gates(foreign: pd.DataFrame, raw: RawTable) -> list[Problem]:
    """A level for a gate that the standard does not ask for: stated, and not counted."""
    problems = []
    for item, part in foreign.groupby("item", sort=False):
        criterion, _, gate = str(item).rpartition(".")
        advice = f"The criterion {criterion} has no gate '{gate}', so the level is not counted ({len(part)} cells). Empty the cell."
        place = Place(raw.file, raw.sheet, int(part["row"].min()))
        problems.append(place.problem("gate-not-asked", advice, gate, severity="warning"))
    return problems


def _about_scope(rows: pd.Series, raw: RawTable) -> list[Problem]:
    if rows.empty:
        return []
    advice = f"Rows about parts that the mission leaves out of scope were set aside: {rows.nunique()}, the first is row {rows.min()}."
    return [Place(raw.file, raw.sheet).problem("out-of-scope", advice, severity="warning")]

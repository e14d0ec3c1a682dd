"""What a survey says of groups of people: each item's and each index's figure with its interval; figures of few people are withheld."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from diagnostics.definitions.problems import WrongCall
from diagnostics.definitions.standard import Node, Standard
from diagnostics.scoring.comparing.sides import is_survey
from diagnostics.scoring.ratings import LongTable
from diagnostics.scoring.small_groups import EVERYBODY, THRESHOLD, withheld_figures
from diagnostics.scoring.surveys.survey_codes import Layout, Survey, SurveyScale
from diagnostics.scoring.surveys.survey_figures import Index, code_survey, index_scores, item_shares

COLUMNS = ("assessment", "group", "node", "name", "measure", "value", "lower", "upper", "answered", "withheld")
LONG = LongTable("respondent", "item", "answer")
_OF_ITEMS = {"item": "node", "positive": "value", "positive_lower": "lower", "positive_upper": "upper"}
_OF_INDICES = {"index": "node", "score": "value", "score_lower": "lower", "score_upper": "upper"}
_FIGURES = ["value", "lower", "upper", "answered"]


def survey_figures(
    answers: pd.DataFrame, standard: Standard, by: str | None = None, threshold: int = THRESHOLD, file: str = "answers"
) -> pd.DataFrame:
    """Figures of everybody and of each group, with 95 % intervals.

    Args:
        answers: one row an answer: assessment, item, answer, respondent, perhaps weight, and the column ``by``. Checked already.
        standard: its items ``percent-positive`` and ``index-0-100`` are counted; so are nodes that are plain means of such items.
        by: the column of the groups; None for everybody alone.
        threshold: people; figures of fewer are withheld, and what would give them away.
        file: what to call the answers in messages.

    Returns:
        One row an assessment, group and node, in the order of the file, of the groups' texts and of the tree:
            assessment   str
            group        str    ``(all)`` for everybody, ``not stated`` for people whose cell is empty
            node, name   str
            measure      str    percent-positive, index-0-100, or mean of what lies below
            value        float  0-100, unrounded; empty where nobody gave an opinion, and where it is withheld
            lower, upper float  Wilson's interval for the share of an item, a bootstrap's percentiles for all else
            answered     Int64  people who gave an opinion; empty where withheld
            withheld     bool

    Raises:
        WrongCall: the standard has no survey items, or not all on one scale.
    """
    leaves, scale, reverse = _survey_items(standard)
    known = answers[answers["item"].astype("str").str.strip().isin([leaf.id for leaf in leaves])]
    layout = Layout(LONG, "weight" if "weight" in answers else None, (by,) if by else ())
    tables = []
    for assessment, rows in known.groupby(known["assessment"].astype("str").str.strip(), sort=False):
        cleaned = rows.assign(item=rows["item"].astype("str").str.strip(), answer=_plain_codes(rows["answer"], standard, leaves[0]))
        survey = code_survey(cleaned, scale, [leaf.id for leaf in leaves], layout, reverse, file)
        tables.append(_told(_figures(survey, standard, by), standard, threshold).assign(assessment=assessment))
    if not tables:
        raise WrongCall(f"'{file}' holds no answer to a survey item of '{standard.id}'.")
    return pd.concat(tables, ignore_index=True)[list(COLUMNS)]


def _survey_items(standard: Standard) -> tuple[list[Node], SurveyScale, list[str]]:
    """The items that people answer, the scale of all of them, and which are worded the other way round."""
    leaves = [leaf for leaf in standard.leaves() if is_survey(leaf) and not leaf.points]
    if not leaves:
        raise WrongCall(f"The standard '{standard.id}' has no survey items: none says 'respondents: percent-positive' or 'index-0-100'.")
    definition = standard.scale_of(leaves[0])
    codes = tuple(definition.values())
    positive = next((tuple(leaf.positive) for leaf in leaves if leaf.positive), codes[-1:])
    negative = tuple(code for place, code in enumerate(codes) if codes[len(codes) - 1 - place] in positive)
    ways = [set(leaf.positive) for leaf in leaves if leaf.respondents == "percent-positive"]
    if len({leaf.scale for leaf in leaves}) > 1 or len(codes) < 2 or any(way not in (set(positive), set(negative)) for way in ways):
        raise WrongCall(
            f"The survey items of '{standard.id}' do not share one scale of codes with the same positive end: score them instead."
        )
    values = np.array(list(definition.values().values()))
    points = tuple((values - values.min()) / (values.max() - values.min()) * 100)
    special = definition.special_codes()
    dont_know = tuple(code for code, state in special.items() if state == "dont-know")
    scale = SurveyScale(codes, positive, negative, points, dont_know, tuple(code for code in special if code not in dont_know))
    reverse = [
        leaf.id for leaf in leaves if leaf.respondents == "percent-positive" and set(leaf.positive) == set(negative) != set(positive)
    ]
    return leaves, scale, reverse


def _plain_codes(answers: pd.Series, standard: Standard, leaf: Node) -> pd.Series:
    """Codes as the scale writes them: 5 for 5.0, and what is read as another code as that one."""
    scale = standard.scale_of(leaf)
    texts = answers.astype("str").str.strip()
    different = {text: text for text in texts.dropna().unique()}
    meant = {text: scale.read_as(text if text in scale.same_as else text.removesuffix(".0")) for text in different}
    return texts.map(meant).fillna("")


def _figures(survey: Survey, standard: Standard, by: str | None) -> pd.DataFrame:
    """Every figure of everybody and of each group, withheld or not."""
    indices = list(_indices(standard, survey))
    tables = []
    for columns in ((), (by,)) if by else ((),):
        shares = item_shares(survey, columns).rename(columns=_OF_ITEMS)
        scored = index_scores(survey, indices, columns).rename(columns=_OF_INDICES)
        # A share of one item has Wilson's interval, which is exact where a bootstrap of few people is not.
        shares = shares[shares["node"].isin([leaf.id for leaf in standard.leaves() if leaf.respondents == "percent-positive"])]
        both = pd.concat([shares, scored[~scored["node"].isin(shares["node"])]], ignore_index=True)
        tables.append(both.assign(group=both[by] if columns else EVERYBODY)[["group", "node", *_FIGURES]])
    order = {placed.node.id: place for place, placed in enumerate(standard.nodes())}
    whole = pd.concat(tables, ignore_index=True)
    groups = {name: place for place, name in enumerate(dict.fromkeys(whole["group"]))}
    place = whole["group"].map(groups) * len(order) + whole["node"].map(order)
    return whole.iloc[np.argsort(place.to_numpy(), kind="stable")].reset_index(drop=True)


def _indices(standard: Standard, survey: Survey) -> Iterator[Index]:
    """Every item and every node that is a plain mean of survey items alone."""
    made: dict[str, Index] = {}
    for placed in reversed(standard.nodes()):  # children before their parents
        node = placed.node
        if node.id in survey.items and is_survey(node):
            measure = "index-0-100" if node.respondents == "index-0-100" else "percent-positive"
            made[node.id] = Index(node.id, (node.id,), measure)
        elif node.aggregate == "mean" and all(child.id in made for child in node.children) and len({c.weight for c in node.children}) == 1:
            made[node.id] = Index(node.id, tuple(made[child.id] for child in node.children))
    yield from reversed(made.values())


def _told(figures: pd.DataFrame, standard: Standard, threshold: int) -> pd.DataFrame:
    """The figures that may be told, with the nodes' names; nothing stands in the cells of the others."""
    people = {str(group): dict(zip(rows["node"], rows["answered"], strict=True)) for group, rows in figures.groupby("group", sort=False)}
    hidden = withheld_figures(standard, people, threshold)
    nodes = {placed.node.id: placed.node for placed in standard.nodes()}
    withheld = [node in hidden[str(group)] for group, node in zip(figures["group"], figures["node"], strict=True)]
    table = figures.astype({"answered": "Int64"}).assign(withheld=withheld)
    table[_FIGURES] = table[_FIGURES].mask(table["withheld"])
    measures = [nodes[node].respondents if nodes[node].is_leaf else "mean" for node in table["node"]]
    return table.assign(name=[nodes[node].name or "" for node in table["node"]], measure=measures)

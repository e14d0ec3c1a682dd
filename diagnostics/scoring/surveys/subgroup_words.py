"""Survey figures as plain text for the terminal, and as JSON for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pandas as pd

from diagnostics.scoring.wording import counted, named, plain_data, shown

_DECIMALS = 1
NO_OPINION = "no opinion"
WITHHELD = "withheld"


def figures_text(figures: pd.DataFrame, title: str, threshold: int) -> list[str]:
    """What the terminal shows: for each assessment and group every figure with its interval and the people behind it.

    Args:
        figures: as ``survey_figures`` returns them.
        title: what was asked.
        threshold: people; figures of fewer were withheld.
    """
    lines = [f"{title}: percent positive, or an index from 0 to 100, with a 95 % interval and the people who gave an opinion."]
    hidden = int(figures["withheld"].sum())
    if hidden:
        lines.append(
            f"{counted(hidden, 'figure')} withheld: fewer than {threshold} people, or others' figures would follow from it by subtraction."
        )
    width = max(len(named(node, name)) for node, name in zip(figures["node"], figures["name"], strict=True))
    for (assessment, group), rows in figures.groupby(["assessment", "group"], sort=False):
        told = ["all figures are withheld"] if rows["withheld"].all() else _rows(rows, width)
        lines += ["", f"{assessment}, {group}", *(f"  {line}" for line in told)]
    return lines


def _rows(rows: pd.DataFrame, width: int) -> Iterator[str]:
    for row in rows.itertuples():
        head = named(row.node, row.name).ljust(width)
        if row.withheld:
            yield f"{head}  {WITHHELD}"
        elif pd.isna(row.value):
            yield f"{head}  {NO_OPINION}"
        else:
            limits = "" if pd.isna(row.lower) else f"{shown(row.lower, _DECIMALS)} to {shown(row.upper, _DECIMALS)}"
            yield f"{head}  {shown(row.value, _DECIMALS):>5}  {limits:<14}  {row.answered:,}"


def figures_json(figures: pd.DataFrame) -> str:
    """The figures as a JSON list, every number unrounded; what is not known or withheld is null."""
    rows = figures.astype(object).where(figures.notna(), None).to_dict(orient="records")
    return json.dumps(plain_data(rows), ensure_ascii=False, indent=2, allow_nan=False)

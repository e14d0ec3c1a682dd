"""Plain sentences written from tables: titles that say the message, alt texts, summaries. No number is typed into prose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from diagnostics.reporting.numbers import NOT_ASSESSED, known
from diagnostics.reporting.speaker import Speaker

_SAME = 1e-9


def sentence(text: str) -> str:
    """A text that starts with a capital and ends with a full stop."""
    text = text.strip()
    return (text[:1].upper() + text[1:]).rstrip(".") + "."


def lower(text: str) -> str:
    """A text that goes on after a colon; names and abbreviations in capitals stay."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def capital(text: str) -> str:
    """A name as a label: capital first, the rest as it is."""
    return text[:1].upper() + text[1:]


def unrated(say: Speaker, row: Any, column: str = "unrated") -> str:
    """What is said of a row without a value: that it does not apply, or that it was not assessed."""
    return say.unrated(str(getattr(row, column, NOT_ASSESSED)))


def below_target(processes: pd.DataFrame) -> pd.DataFrame:
    """Rows that are assessed and below their target."""
    return processes[processes["score"].notna() & (processes["target"] - processes["score"] > _SAME)]


def target_title(say: Speaker, processes: pd.DataFrame) -> str:
    """How many processes are below target."""
    rated = processes[processes["score"].notna() & processes["target"].notna()]
    if rated.empty:
        return say("target-none")
    low = len(below_target(rated))
    if not low:
        return say("target-all-reached", count=len(rated))
    if low == len(rated):
        return say("target-all-below", count=len(rated))
    return say("target-some-below", count=low, total=len(rated))


def target_alt(say: Speaker, processes: pd.DataFrame) -> str:
    """Every process's score, range and target."""
    parts = []
    for row in processes.itertuples():
        if not known(row.score):
            parts.append(say("target-alt-unrated", name=row.name, why=unrated(say, row)))
            continue
        is_wide = known(row.lowest) and row.highest - row.lowest > _SAME
        parts.append(
            say(
                "target-alt-row",
                name=row.name,
                score=say.fixed(row.score),
                range="wide" if is_wide else "point",
                lowest=say.fixed(row.lowest),
                highest=say.fixed(row.highest),
                goal="given" if known(row.target) else "none",
                target=say.level(row.target),
                minimum=say.level(row.minimum),
            )
        )
    return say("target-alt", rows=say.series(parts))


def extremes(table: pd.DataFrame, column: str) -> tuple[list[str], list[str]]:
    """Names of the rows with the highest and with the lowest value; all of them where several are equal."""
    values = table[column].dropna()
    if values.empty:
        return [], []
    top, bottom = values.max(), values.min()
    names = table.set_index(table.index)["name"]
    return list(names[values.index[values >= top - _SAME]]), list(names[values.index[values <= bottom + _SAME]])


def heat_map_title(say: Speaker, processes: pd.DataFrame) -> str:
    """The strongest and the weakest process."""
    strong, weak = extremes(processes, "score")
    if not strong:
        return say("heat-none")
    if len(strong) + len(weak) > len(processes):
        return say("heat-same", names=say.listed(strong), count=len(strong))
    return say("heat-extremes", strong=say.listed(strong), strong_count=len(strong), weak=say.listed(weak), weak_count=len(weak))


def heat_map_alt(say: Speaker, levels: pd.DataFrame, processes: pd.DataFrame) -> str:
    """The level of every criterion, process by process."""
    parts = []
    for row in processes.itertuples():
        cells = levels[levels["process"] == row.node]
        rating = say("heat-alt-score", score=say.fixed(row.score)) if known(row.score) else unrated(say, row)
        told = ", ".join(_criterion_told(say, one) for one in cells.itertuples())
        parts.append(say("heat-alt-process", name=row.name, rating=rating, criteria=told))
    return say("heat-alt", rows=say.series(parts))


def _criterion_told(say: Speaker, row: Any) -> str:
    reached = say.level(row.level, unrated(say, row))
    if row.marked:
        return say("heat-alt-criterion-marked", name=row.name, level=reached)
    return say("heat-alt-criterion", name=row.name, level=reached)


def divergence_title(say: Speaker, criteria: pd.DataFrame, process: str, names: Sequence[str]) -> str:
    """How the second assessment differs from the first."""
    both = criteria.dropna(subset=["level", "self_level"])
    own, other = names
    if both.empty:
        return say("divergence-one-only", process=process)
    apart = both["self_level"] - both["level"]
    higher, lower_ones = int((apart > _SAME).sum()), int((apart < -_SAME).sum())
    if len(both) == 1 and higher + lower_ones:
        return say("divergence-single", own=own, other=other, direction="higher" if higher else "lower")
    if not higher and not lower_ones:
        return say("divergence-agree", own=own, other=other, process=process)
    if not lower_ones:
        return say("divergence-higher", own=own, other=other, count=higher, total=len(both))
    if not higher:
        return say("divergence-lower", own=own, other=other, count=lower_ones, total=len(both))
    return say("divergence-both", own=own, other=other, higher=higher, lower=lower_ones, total=len(both))


def divergence_alt(say: Speaker, criteria: pd.DataFrame, process: str, names: Sequence[str]) -> str:
    """Both levels of every criterion."""
    own, other = names
    told = say.series(
        say(
            "divergence-alt-row",
            name=row.name,
            own=own,
            own_level=say.level(row.level, unrated(say, row)),
            other=other,
            other_level=say.level(row.self_level, unrated(say, row, "self_unrated")),
        )
        for row in criteria.itertuples()
    )
    return say("divergence-alt", process=process, rows=told)


def climate_title(say: Speaker, shares: pd.DataFrame) -> str:
    """Where the staff are most and least content."""
    best, worst = extremes(shares, "percent_positive")
    if not best:
        return say("climate-none")
    if len(best) + len(worst) > int(shares["percent_positive"].notna().sum()):
        return say("climate-alike", names=say.listed(best))
    return say("climate-extremes", best=say.listed(best), worst=say.listed(worst))


def climate_alt(say: Speaker, shares: pd.DataFrame) -> str:
    """Every share."""
    return say("climate-alt", rows=say.series(_share_told(say, row) for row in shares.itertuples()))


def _share_told(say: Speaker, row: Any) -> str:
    share = say.percent(row.percent_positive, unknown=say("not-shown"))
    if not known(row.percent_positive) or not known(row.lower):
        return say("climate-alt-row", name=row.name, share=share)
    low, high = say.fixed(row.lower, 1), say.fixed(row.upper, 1)
    return say("climate-alt-row-interval", name=row.name, share=share, lower=low, upper=high)


def comparison_title(say: Speaker, values: pd.DataFrame, columns: Mapping[str, str], focus: str) -> str:
    """On how many of the items that differ the focus has the highest value, and the lowest."""
    rated = values[values[focus].notna()]
    others = [column for column in columns if column not in (focus, "average")]
    # Where all are equal, everybody would be the highest and the lowest at once.
    apart = rated[rated[[focus, *others]].max(axis=1) - rated[[focus, *others]].min(axis=1) > _SAME]
    if apart.empty:
        return say("comparison-title-equal", name=columns[focus])
    best = int((apart[focus] >= apart[others].max(axis=1) - _SAME).sum())
    worst = int((apart[focus] <= apart[others].min(axis=1) + _SAME).sum())
    return say("comparison-title", name=columns[focus], best=best, worst=worst, total=len(apart))


def comparison_alt(say: Speaker, values: pd.DataFrame, columns: Mapping[str, str], focus: str) -> str:
    """The focus's values; the table beside the chart holds all the others."""
    told = say.series(f"{name} {say.published(value)}" for name, value in zip(values["name"], values[focus], strict=True))
    return say("comparison-alt", names=say.listed(columns.values()), focus=columns[focus], rows=told)


def indicator_title(say: Speaker, values: pd.DataFrame, name: str, focus: str) -> str:
    """Above and below the average."""
    both = values.dropna(subset=[focus, "average"])
    apart = both[focus] - both["average"]
    above, below = int((apart > _SAME).sum()), int((apart < -_SAME).sum())
    return say("indicator-title", name=name, above=above, below=below, equal=len(both) - above - below, total=len(both))


def indicator_alt(say: Speaker, values: pd.DataFrame, columns: Mapping[str, str], focus: str, group: str) -> str:
    """The focus and the average on every item."""
    told = say.series(
        say(
            "indicator-alt-row",
            name=row["name"],
            focus=columns[focus],
            value=say.published(row[focus]),
            average=say.fixed(row["average"], unknown=say.no_data),
            difference=say.signed(row[focus] - row["average"], unknown=say.no_data),
        )
        for _, row in values.iterrows()
    )
    return say("indicator-alt", group=group, rows=told)

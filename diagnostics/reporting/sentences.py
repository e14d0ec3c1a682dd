"""Plain sentences written from tables: titles that say the message, alt texts, summaries. No number is typed into prose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from diagnostics.reporting.numbers import NOT_ASSESSED, days, fixed, in_words, known, level, percent, published, signed, unlike

_SAME = 1e-9


def listed(words: Iterable[str]) -> str:
    """Words as English lists them: a, b and c."""
    words = list(words)
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def counted(number: int, one: str, many: str | None = None) -> str:
    """A count with its noun: one action, three actions."""
    return f"{in_words(number)} {one if number == 1 else many or one + 's'}"


def sentence(text: str) -> str:
    """A text that starts with a capital and ends with a full stop."""
    text = text.strip()
    return (text[:1].upper() + text[1:]).rstrip(".") + "."


def lower(text: str) -> str:
    """A text that goes on after a colon; names and abbreviations in capitals stay."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def title(text: str) -> str:
    """A message as a chart's title: capital first, no full stop."""
    return sentence(text)[:-1]


def unrated(row: Any, column: str = "unrated") -> str:
    """What is said of a row without a value: that it does not apply, or that it was not assessed."""
    return str(getattr(row, column, NOT_ASSESSED))


def all_of(number: int, one: str, many: str) -> str:
    """The whole of a count: the process, both processes, all three processes."""
    return f"the {one}" if number == 1 else f"both {many}" if number == 2 else f"all {in_words(number)} {many}"


def below_target(processes: pd.DataFrame) -> pd.DataFrame:
    """Rows that are assessed and below their target."""
    return processes[processes["score"].notna() & (processes["target"] - processes["score"] > _SAME)]


def target_title(processes: pd.DataFrame) -> str:
    """How many processes are below target."""
    rated = processes[processes["score"].notna() & processes["target"].notna()]
    if rated.empty:
        return "No process could be held against a target"
    low = len(below_target(rated))
    whole, several = all_of(len(rated), "process", "processes"), len(rated) > 1
    if not low:
        return title(f"{whole} {'have reached their' if several else 'has reached its'} target")
    if low == len(rated):
        return title(f"{whole} {'are below their' if several else 'is below its'} target")
    return title(f"{in_words(low)} of {counted(len(rated), 'process', 'processes')} {'is' if low == 1 else 'are'} below target")


def target_alt(processes: pd.DataFrame) -> str:
    """Every process's score, range and target."""
    parts = []
    for row in processes.itertuples():
        if not known(row.score):
            parts.append(f"{row.name} is {unrated(row)}")
            continue
        span = f", possibly {fixed(row.lowest)} to {fixed(row.highest)}" if known(row.lowest) and row.highest - row.lowest > _SAME else ""
        goal = f", target {level(row.target)}" if known(row.target) else ""
        parts.append(f"{row.name}: score {fixed(row.score)}{span}{goal}, lowest criterion {level(row.minimum)}")
    return sentence("Score against target by process. " + "; ".join(parts))


def extremes(table: pd.DataFrame, column: str) -> tuple[list[str], list[str]]:
    """Names of the rows with the highest and with the lowest value; all of them where several are equal."""
    values = table[column].dropna()
    if values.empty:
        return [], []
    top, bottom = values.max(), values.min()
    names = table.set_index(table.index)["name"]
    return list(names[values.index[values >= top - _SAME]]), list(names[values.index[values <= bottom + _SAME]])


def heat_map_title(processes: pd.DataFrame) -> str:
    """The strongest and the weakest process."""
    strong, weak = extremes(processes, "score")
    if not strong:
        return "No process has been assessed"
    if len(strong) + len(weak) > len(processes):
        return title(f"{listed(strong)} {'stand' if len(strong) > 1 else 'stands'} at the same level")
    return title(f"{listed(strong)} {_verb(strong, 'is', 'are')} strongest, {listed(weak)} {_verb(weak, 'is', 'are')} weakest")


def heat_map_alt(levels: pd.DataFrame, processes: pd.DataFrame) -> str:
    """The level of every criterion, process by process."""
    parts = []
    for row in processes.itertuples():
        cells = levels[levels["process"] == row.node]
        told = ", ".join(
            f"{one.name} {level(one.level, unrated(one))}{' (no evidence)' if one.marked else ''}" for one in cells.itertuples()
        )
        parts.append(f"{row.name}, {f'score {fixed(row.score)}' if known(row.score) else unrated(row)}: {told}")
    return sentence("Levels of the criteria by process. " + "; ".join(parts))


def divergence_title(criteria: pd.DataFrame, process: str, names: Sequence[str]) -> str:
    """How the second assessment differs from the first."""
    both = criteria.dropna(subset=["level", "self_level"])
    if both.empty:
        return title(f"{process}: only one of the two assessments is there")
    apart = both["self_level"] - both["level"]
    higher, lower = int((apart > _SAME).sum()), int((apart < -_SAME).sum())
    if len(both) == 1 and higher + lower:
        return title(f"the {names[1]} is {'higher' if higher else 'lower'} than the {names[0]} on the one criterion that both rated")
    of = f"of {counted(len(both), 'criterion', 'criteria')}"
    if not higher and not lower:
        return title(f"the {names[1]} agrees with the {names[0]} on all criteria of {process}")
    if not lower:
        return title(f"the {names[1]} is higher than the {names[0]} on {in_words(higher)} {of}")
    if not higher:
        return title(f"the {names[1]} is lower than the {names[0]} on {in_words(lower)} {of}")
    return title(f"the {names[1]} is higher than the {names[0]} on {in_words(higher)} {of}, lower on {in_words(lower)}")


def divergence_alt(criteria: pd.DataFrame, process: str, names: Sequence[str]) -> str:
    """Both levels of every criterion."""
    told = "; ".join(
        f"{row.name}: {names[0]} {level(row.level, unrated(row))}, {names[1]} {level(row.self_level, unrated(row, 'self_unrated'))}"
        for row in criteria.itertuples()
    )
    return sentence(f"Levels of {process} by two assessments. {told}")


def climate_title(shares: pd.DataFrame) -> str:
    """Where the staff are most and least content."""
    best, worst = extremes(shares, "percent_positive")
    if not best:
        return "Too few answers to show what staff say"
    if len(best) + len(worst) > int(shares["percent_positive"].notna().sum()):
        return title(f"staff judge {listed(best)} alike")
    return title(f"staff are most favourable on “{listed(best)}” and least on “{listed(worst)}”")


def climate_alt(shares: pd.DataFrame) -> str:
    """Every share."""
    told = "; ".join(f"{row.name}: {percent(row.percent_positive, unknown='not shown')}{_interval(row)}" for row in shares.itertuples())
    return sentence(f"Share of favourable answers in the staff survey, with 95 % intervals. {told}")


def _interval(row: Any) -> str:
    if not known(row.percent_positive) or not known(row.lower):
        return ""
    return f" ({fixed(row.lower, 1)} to {fixed(row.upper, 1)})"


def gantt_title(plan: pd.DataFrame, part: tuple[int, int]) -> str:
    """When this part of the plan begins and ends."""
    first, last = plan["start"].min(), plan["finish"].max()
    of = f" (part {part[0]} of {part[1]})" if part[1] > 1 else ""
    return title(f"{counted(len(plan), 'action')} from {first} to {last}{of}")


def gantt_alt(plan: pd.DataFrame) -> str:
    """Every action with owner and quarters."""
    told = "; ".join(f"{row.title} ({row.owner}): {span(row.start, row.finish)}" for row in plan.itertuples())
    return sentence(f"Calendar of the work plan. {told}")


def span(start: str, finish: str) -> str:
    """Quarters from and to, once where they are the same."""
    return start if start == finish else f"{start} to {finish}"


def load_title(load: pd.DataFrame) -> str:
    """The busiest quarter, against the capacity."""
    if not load["person_days"].max() > 0:
        return "The plan takes no person-days"
    peak = load.loc[load["person_days"].idxmax()]
    taken = unlike(peak["person_days"], peak["capacity"])
    return title(f"the busiest quarter is {peak['quarter']}, with {taken} of {days(peak['capacity'])} person-days taken")


def load_alt(load: pd.DataFrame) -> str:
    """Every quarter's person-days."""
    told = "; ".join(f"{row.quarter}: {unlike(row.person_days, row.capacity)}" for row in load.itertuples())
    return sentence(f"Person-days of the work plan by quarter, against a capacity of {days(load['capacity'].iloc[0])}. {told}")


def comparison_title(values: pd.DataFrame, columns: Mapping[str, str], focus: str) -> str:
    """On how many of the items that differ the focus has the highest value, and the lowest."""
    rated = values[values[focus].notna()]
    others = [column for column in columns if column not in (focus, "average")]
    # Where all are equal, everybody would be the highest and the lowest at once.
    apart = rated[rated[[focus, *others]].max(axis=1) - rated[[focus, *others]].min(axis=1) > _SAME]
    if apart.empty:
        return title(f"{columns[focus]} differs from the others on no sub-indicator")
    best = int((apart[focus] >= apart[others].max(axis=1) - _SAME).sum())
    worst = int((apart[focus] <= apart[others].min(axis=1) + _SAME).sum())
    return title(
        f"{columns[focus]} has the highest score, alone or shared, on {in_words(best)} and the lowest, alone or shared, on "
        f"{in_words(worst)} of the {counted(len(apart), 'sub-indicator')} on which scores differ"
    )


def comparison_alt(values: pd.DataFrame, columns: Mapping[str, str], focus: str) -> str:
    """The focus's values; the table beside the chart holds all the others."""
    told = "; ".join(f"{name} {published(value)}" for name, value in zip(values["name"], values[focus], strict=True))
    return sentence(
        f"Scores by sub-indicator of {listed(columns.values())}; the tables of the next chapter hold every value. {columns[focus]}: {told}"
    )


def indicator_title(values: pd.DataFrame, name: str, focus: str) -> str:
    """Above and below the average."""
    both = values.dropna(subset=[focus, "average"])
    apart = both[focus] - both["average"]
    above, below = int((apart > _SAME).sum()), int((apart < -_SAME).sum())
    equal = len(both) - above - below
    rest = f", {in_words(equal)} equal to it" if equal else ""
    return title(
        f"{name} is above the average on {in_words(above)} of {counted(len(both), 'sub-indicator')}, below on {in_words(below)}{rest}"
    )


def indicator_alt(values: pd.DataFrame, columns: Mapping[str, str], focus: str, group: str) -> str:
    """The focus and the average on every item."""
    told = "; ".join(
        f"{row['name']}: {columns[focus]} {published(row[focus])}, average {fixed(row['average'], unknown='no data')}, difference "
        f"{signed(row[focus] - row['average'], unknown='no data')}"
        for _, row in values.iterrows()
    )
    return sentence(f"{group}. {told}")


def _verb(names: Sequence[str], one: str, many: str) -> str:
    return many if len(names) > 1 else one


def day(date) -> str:
    """A day as it is written: 1 November 2026."""
    return f"{date.day} {date.strftime('%B')} {date.year}"

"""Charts of one administration's maturity. Each takes a tidy table and gives a figure block: title, SVG, alt text, caption."""

from __future__ import annotations

import numpy as np
import pandas as pd
import seaborn
from matplotlib.axes import Axes
from matplotlib.colors import BoundaryNorm, ListedColormap
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from diagnostics.reporting import sentences
from diagnostics.reporting.blocks import Figure
from diagnostics.reporting.figures.chart_frame import NORMAL, SMALL, drawn, legend, sheet, wrapped
from diagnostics.reporting.numbers import NOT_APPLICABLE, NOT_ASSESSED, known
from diagnostics.reporting.speaker import Speaker
from diagnostics.reporting.theme import theme

_NAMED_COLUMNS = 6  # beyond this many processes a criterion's name no longer fits into its cell
_ROW = 0.26  # inches a row in lists of processes and criteria
_CLOSE_ROW = 0.14  # the same where a whole process has to fit on one page
_TWO_LINES = 0.24  # ... and a criterion's name takes two lines


def maturity_heat_map(say: Speaker, levels: pd.DataFrame, processes: pd.DataFrame) -> Figure:
    """Every criterion's level, one column a process.

    Args:
        say: the report's language.
        levels: one row per criterion, in order. Columns: node str | process str | name str | level float, empty = not assessed |
            marked bool, a claim without evidence counted as level 1 | unrated str, why a level is empty; may be left out.
        processes: one row per process, in order. Columns: node str | name str | score float, empty = not assessed | target float.
    """
    columns = list(processes["node"])
    place = levels.groupby("process").cumcount()
    grid = levels.assign(place=place).pivot(index="place", columns="process", values="level")[columns].astype("float64")
    named = len(columns) <= _NAMED_COLUMNS
    step = 0.52 if named else 0.3
    height = step * len(grid) + 0.62
    with sheet(height, left=0.0, right=1.0, top=1 - 0.58 / height, bottom=0.0) as axes:
        colours = ListedColormap(theme().levels)
        norm = BoundaryNorm([0.5, 1.5, 2.5, 3.5, 4.5, 5.5], colours.N)
        seaborn.heatmap(np.floor(grid + 1e-9), ax=axes, cmap=colours, norm=norm, cbar=False, linewidths=2.5, linecolor=theme().paper)
        axes.set(xlabel="", ylabel="", xticks=[], yticks=[])
        for row in levels.assign(place=place).itertuples():
            _heat_cell(say, axes, columns.index(row.process), row.place, row, named)
        for position, row in enumerate(processes.itertuples()):
            _column_head(say, axes, position, row, named)
        svg = drawn(axes)
    caption = [say("heat-caption")]
    if levels["marked"].any():
        caption.append(say("marked-note"))
    if any(_is_outside(row) for row in levels[levels["level"].isna()].itertuples()):
        caption.append(say("heat-not-applicable-note"))
    return Figure(sentences.heat_map_title(say, processes), svg, sentences.heat_map_alt(say, levels, processes), " ".join(caption))


def _heat_cell(say: Speaker, axes: Axes, x: int, y: int, row, named: bool) -> None:
    is_known = known(row.level)
    number = min(max(int(row.level + 1e-9), 1), 5) if is_known else 0
    colour = theme().level_text[number - 1] if number else theme().muted
    shown = (say.level(row.level) + ("\u2009*" if row.marked else "")) if is_known else _unrated(say, row)
    if not number:
        axes.add_patch(
            Rectangle((x + 0.03, y + 0.05), 0.94, 0.9, fill=False, edgecolor=theme().muted, linewidth=0.6, linestyle=(0, (2, 2)))
        )
    if not named:
        axes.text(x + 0.5, y + 0.5, shown, ha="center", va="center", color=colour, size=NORMAL if number else 6.6, weight=700)
        return
    axes.text(x + 0.07, y + 0.5, wrapped(row.name, 17), ha="left", va="center", color=colour, size=6.6, linespacing=1.15)
    axes.text(x + 0.93, y + 0.5, shown, ha="right", va="center", color=colour, size=10.5 if number else SMALL, weight=700)


def _unrated(say: Speaker, row) -> str:
    """What stands in a cell without a level."""
    return say("not-applicable-short") if _is_outside(row) else "–"


def _is_outside(row) -> bool:
    return getattr(row, "unrated", NOT_ASSESSED) == NOT_APPLICABLE


def _column_head(say: Speaker, axes: Axes, x: int, row, named: bool) -> None:
    head = row.name if named else row.node
    axes.annotate(
        wrapped(head, 18, 2),
        (x + 0.03, 0),
        xytext=(0, 20),
        textcoords="offset points",
        va="bottom",
        size=NORMAL,
        weight=700,
        linespacing=1.1,
    )
    score = say.fixed(row.score) if known(row.score) else _unrated(say, row)
    label = f"{row.node}  ·  {score}" if named else score
    axes.annotate(label, (x + 0.03, 0), xytext=(0, 7), textcoords="offset points", va="bottom", size=SMALL, color=theme().muted)


def target_chart(say: Speaker, processes: pd.DataFrame) -> Figure:
    """Score against target, process by process, with the range in which the score could lie.

    Args:
        say: the report's language.
        processes: one row per process. Columns: node, name str | score, target, lowest, highest, minimum float, empty = unknown.
    """
    height = _ROW * len(processes) + 0.6
    with sheet(height, left=0.32, right=0.975, top=1 - 0.32 / height, bottom=0.22 / height) as axes:
        for place, row in enumerate(processes.itertuples()):
            _target_row(say, axes, place, row)
        _level_axis(say, axes, len(processes), [wrapped(f"{row.name}  {row.node}", 34, 2) for row in processes.itertuples()])
        handles = [
            Line2D([], [], marker="o", linestyle="", markersize=7, color=theme().deep, label=say("target-label-score")),
            Line2D(
                [],
                [],
                marker="D",
                linestyle="",
                markersize=6,
                markerfacecolor="white",
                color=theme().accent,
                label=say("target-label-target"),
            ),
            Line2D([], [], linewidth=6, solid_capstyle="butt", color=theme().levels[1], label=say("target-label-range")),
            Line2D(
                [], [], marker="|", linestyle="", markersize=9, markeredgewidth=1.4, color=theme().muted, label=say("target-label-lowest")
            ),
        ]
        legend(axes, handles)
        svg = drawn(axes)
    return Figure(sentences.target_title(say, processes), svg, sentences.target_alt(say, processes), say("target-caption"))


def _target_row(say: Speaker, axes: Axes, y: int, row) -> None:
    if known(row.lowest) and known(row.highest) and row.highest - row.lowest > 1e-9:
        axes.plot([row.lowest, row.highest], [y, y], color=theme().levels[1], linewidth=9, solid_capstyle="butt", zorder=1)
    if known(row.score) and known(row.target) and row.score < row.target:
        axes.plot([row.score, row.target], [y, y], color=theme().accent, linewidth=1.3, zorder=2)
    if known(row.minimum):
        axes.plot([row.minimum], [y], marker="|", markersize=10, markeredgewidth=1.4, color=theme().muted, zorder=2)
    if known(row.target):
        axes.plot([row.target], [y], marker="D", markersize=6, markerfacecolor="white", color=theme().accent, zorder=3)
    if known(row.score):
        axes.plot([row.score], [y], marker="o", markersize=7.5, color=theme().deep, zorder=4)
        axes.annotate(
            say.fixed(row.score), (row.score, y), xytext=(0, 6.5), textcoords="offset points", ha="center", size=SMALL, weight=700
        )
    else:
        axes.text(1, y, sentences.unrated(say, row), va="center", size=SMALL, color=theme().muted, style="italic")


def self_against_expert(say: Speaker, criteria: pd.DataFrame, process: str, names: tuple[str, str]) -> Figure:
    """The levels that two assessments give to each criterion of a process.

    Args:
        say: the report's language.
        criteria: one row per criterion. Columns: node, name str | level float (focus) | self_level float (beside), empty = not assessed.
        process: the process's name.
        names: what the two assessments are called, focus first.
    """
    labels = [wrapped(f"{row.name}  {row.node}", 48, 2) for row in criteria.itertuples()]
    height = (_TWO_LINES if any("\n" in label for label in labels) else _CLOSE_ROW) * len(criteria) + 0.48
    look = theme()
    with sheet(height, left=0.43, right=0.975, top=1 - 0.27 / height, bottom=0.2 / height) as axes:
        for place, row in enumerate(criteria.itertuples()):
            both = known(row.level) and known(row.self_level)
            # Two equal levels lie side by side, so that neither hides the other.
            aside = 0.11 if both and abs(row.level - row.self_level) < 0.2 else 0.0
            if both and not aside:
                axes.plot([row.level, row.self_level], [place, place], color=look.line, linewidth=2.5, zorder=1)
            if known(row.self_level):
                axes.plot(
                    [row.self_level], [place + aside], marker="s", markersize=5.5, markerfacecolor="white", color=look.beside, zorder=2
                )
            if known(row.level):
                axes.plot([row.level], [place - aside], marker="o", markersize=7, color=look.deep, zorder=3)
            elif not known(row.self_level):
                axes.text(1, place, sentences.unrated(say, row), va="center", size=SMALL, color=look.muted, style="italic")
        _level_axis(say, axes, len(criteria), labels)
        handles = [
            Line2D([], [], marker="o", linestyle="", markersize=7, color=look.deep, label=sentences.capital(names[0])),
            Line2D(
                [],
                [],
                marker="s",
                linestyle="",
                markersize=5.5,
                markerfacecolor="white",
                color=look.beside,
                label=sentences.capital(names[1]),
            ),
        ]
        legend(axes, handles)
        svg = drawn(axes)
    title, alt = sentences.divergence_title(say, criteria, process, names), sentences.divergence_alt(say, criteria, process, names)
    return Figure(title, svg, alt)


def climate_bars(say: Speaker, shares: pd.DataFrame, threshold: int) -> Figure:
    """Share of favourable answers in the staff survey.

    Args:
        say: the report's language.
        shares: one row per process or statement. Columns: name str | percent_positive float 0-100, empty = too few answers | answered int |
            lower, upper float, its 95 % interval; empty = none.
        threshold: people; fewer are not shown.
    """
    height = _ROW * len(shares) + 0.45
    with sheet(height, left=0.40, right=0.94, top=1 - 0.06 / height, bottom=0.22 / height) as axes:
        table = shares.assign(label=[wrapped(name, 46, 2) for name in shares["name"]], place=range(len(shares)))
        seaborn.barplot(
            table, x="percent_positive", y="label", orient="h", ax=axes, color=theme().levels[3], width=0.55, saturation=1, errorbar=None
        )
        for row in table.itertuples():
            text = say.percent(row.percent_positive, unknown=say("climate-too-few"))
            end = row.percent_positive if known(row.percent_positive) else 0
            if known(row.percent_positive) and known(row.lower):
                axes.plot([row.lower, row.upper], [row.place] * 2, color=theme().ink, linewidth=1.2, solid_capstyle="butt")
                end = max(end, row.upper)
            axes.annotate(text, (end, row.place), xytext=(4, 0), textcoords="offset points", va="center", size=SMALL, weight=700)
        axes.set(xlim=(0, 100), ylim=(len(shares) - 0.5, -0.5), xlabel="", ylabel="")
        axes.set(xticks=[0, 25, 50, 75, 100], xticklabels=["0", "25", "50", "75", say.percent(100)])
        axes.axvline(50, color=theme().ink, linewidth=0.6, linestyle=(0, (2, 2)), zorder=3)
        axes.xaxis.grid(True)
        svg = drawn(axes)
    caption = say("climate-caption", threshold=threshold)
    return Figure(sentences.climate_title(say, shares), svg, sentences.climate_alt(say, shares), caption)


def _level_axis(say: Speaker, axes: Axes, rows: int, labels: list[str]) -> None:
    axes.set(xlim=(0.85, 5.15), ylim=(rows - 0.4, -0.6), xticks=[1, 2, 3, 4, 5], yticks=range(rows), yticklabels=labels)
    axes.set_xticklabels([say("axis-level", level=number) for number in range(1, 6)])
    for label in axes.get_yticklabels():
        label.set_linespacing(0.95)
    axes.xaxis.grid(True)
    for place in range(rows - 1):
        axes.axhline(place + 0.5, color=theme().line, linewidth=0.3, zorder=0)

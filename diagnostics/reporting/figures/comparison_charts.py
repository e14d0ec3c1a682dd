"""Charts of several administrations side by side."""

from __future__ import annotations

from typing import Any

import pandas as pd
import seaborn
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from diagnostics.reporting import sentences
from diagnostics.reporting.blocks import Figure
from diagnostics.reporting.figures.chart_frame import drawn, legend, ramp, sheet, wrapped
from diagnostics.reporting.numbers import known
from diagnostics.reporting.speaker import Speaker
from diagnostics.reporting.theme import readable_on, theme

_STEP = 0.196  # inches a row: so that 34 rows fit on one page with their heading
_HEAD = 0.42  # inches above a heat map for the names of its columns


def comparison_heat_map(say: Speaker, values: pd.DataFrame, columns: dict[str, str], focus: str, note: str) -> Figure:
    """Every item's value in every administration.

    Args:
        say: the report's language.
        values: one row per item, in order. Columns: name str | group str, the indicator it belongs to | one float column per
            administration, empty = no data.
        columns: administration id → its name, in the order shown.
        focus: the administration in focus; it is framed.
        note: where the figures come from.
    """
    height = _STEP * len(values) + _HEAD
    with sheet(height, left=0.405, right=0.998, top=1 - _HEAD / height, bottom=0.005) as axes:
        grid = values[list(columns)].astype("float64")
        seaborn.heatmap(grid, ax=axes, cmap=ramp(), vmin=0, vmax=100, cbar=False, linewidths=1.2, linecolor=theme().paper)
        axes.set(xlabel="", ylabel="", xticks=[], yticks=[])
        for y, (_, row) in enumerate(values.iterrows()):
            _row_name(axes, y, row["name"])
            for x, column in enumerate(columns):
                _value_cell(say, axes, x, y, row[column], is_mean=column == "average")
        for y in [place for place in range(1, len(values)) if values["group"].iloc[place] != values["group"].iloc[place - 1]]:
            axes.plot([-0.02, len(columns)], [y, y], color=theme().ink, linewidth=1.1, zorder=6, clip_on=False)
        for x, (column, name) in enumerate(columns.items()):
            _column_name(axes, x, name, bold=column == focus)
            if column == focus:
                _frame(axes, x, len(values))
        svg = drawn(axes)
    title, alt = sentences.comparison_title(say, values, columns, focus), sentences.comparison_alt(say, values, columns, focus)
    return Figure(title, svg, alt, say("comparison-caption", note=note).strip())


def _frame(axes: Axes, x: int, rows: int) -> None:
    look = {"fill": False, "edgecolor": theme().accent, "linewidth": 1.4, "clip_on": False, "zorder": 5}
    axes.add_patch(Rectangle((x + 0.01, 0.02), 0.98, rows - 0.04, **look))


def _row_name(axes: Axes, y: int, name: str) -> None:
    place = {"xytext": (-5, 0), "textcoords": "offset points", "ha": "right", "va": "center", "annotation_clip": False}
    axes.annotate(wrapped(name, 52, 1), (0, y + 0.5), size=6.5, **place)


def _column_name(axes: Axes, x: int, name: str, bold: bool) -> None:
    place = {"xytext": (0, 4), "textcoords": "offset points", "ha": "center", "annotation_clip": False}
    axes.annotate(wrapped(name, 13, 2), (x + 0.5, 0), size=6.6, weight=700 if bold else 400, **place)


def _value_cell(say: Speaker, axes: Axes, x: int, y: int, value: float, is_mean: bool) -> None:
    if known(value):
        red, green, blue, _ = ramp()(value / 100)
        colour = readable_on(f"#{round(red * 255):02x}{round(green * 255):02x}{round(blue * 255):02x}")
        axes.text(
            x + 0.5, y + 0.52, say.fixed(value) if is_mean else say.published(value), ha="center", va="center", size=6.3, color=colour
        )
    else:
        axes.text(x + 0.5, y + 0.52, say.no_data, ha="center", va="center", size=5.8, color=theme().muted, style="italic")


def comparison_dots(say: Speaker, values: pd.DataFrame, columns: dict[str, str], focus: str, group: str) -> Figure:
    """The items of one indicator: the focus, the average, and the others as a field of dots.

    Args:
        say: the report's language.
        values: one row per item. Columns: name str | average float | one float column per administration, empty = no data.
        columns: administration id → its name.
        focus: the administration in focus.
        group: the indicator's name.
    """
    height = 0.25 * len(values) + 0.6
    with sheet(height, left=0.42, right=0.97, top=1 - 0.3 / height, bottom=0.22 / height) as axes:
        for y, (_, row) in enumerate(values.iterrows()):
            _dots(axes, y, row, [column for column in columns if column != focus], focus)
        labels = [wrapped(name, 44, 2) for name in values["name"]]
        axes.set(xlim=(-3, 103), ylim=(len(values) - 0.4, -0.6), xticks=[0, 25, 50, 75, 100], yticks=range(len(values)), yticklabels=labels)
        axes.xaxis.grid(True)
        handles = [
            Line2D([], [], **_look("focus"), label=columns[focus]),
            Line2D([], [], **_look("average"), label=say("indicator-label-average")),
            Line2D([], [], **_look("others"), label=say("indicator-label-others")),
        ]
        legend(axes, handles)
        svg = drawn(axes)
    title, alt = sentences.indicator_title(say, values, columns[focus], focus), sentences.indicator_alt(say, values, columns, focus, group)
    return Figure(title, svg, alt, say("indicator-caption"))


def _dots(axes: Axes, y: int, row: pd.Series, others: list[str], focus: str) -> None:
    axes.plot([0, 100], [y, y], color=theme().line, linewidth=0.5, zorder=0)
    spots = [row[column] for column in others if known(row[column])]
    axes.plot(spots, [y] * len(spots), **_look("others"), zorder=1)
    if known(row["average"]):
        axes.plot([row["average"]], [y], **_look("average"), zorder=2)
    if known(row[focus]):
        axes.plot([row[focus]], [y], **_look("focus"), zorder=3)


def _look(of: str) -> dict[str, Any]:
    """How a mark is drawn, in the chart and in its legend."""
    marks = {
        "focus": {"marker": "o", "markersize": 7.5, "color": theme().deep},
        "average": {"marker": "|", "markersize": 12, "markeredgewidth": 1.6, "color": theme().accent},
        "others": {"marker": "o", "markersize": 6.5, "markeredgewidth": 0, "color": theme().muted, "alpha": 0.35},
    }
    return {"linestyle": "", **marks[of]}

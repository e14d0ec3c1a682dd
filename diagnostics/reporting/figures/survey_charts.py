"""The chart of a survey's index over its waves."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from matplotlib.lines import Line2D

from diagnostics.reporting.blocks import Figure
from diagnostics.reporting.figures.chart_frame import drawn, sheet, wrapped
from diagnostics.reporting.numbers import known
from diagnostics.reporting.speaker import Speaker
from diagnostics.reporting.theme import theme

_ROW, _HEAD = 0.52, 0.35  # inches a line of the chart, and above them for the names of the waves
_LABEL = 30  # letters of a name before it wraps


def index_chart(say: Speaker, values: pd.DataFrame, names: Mapping[str, str], waves: Mapping[str, str]) -> Figure:
    """A row an index with one dot a wave, the last filled, on a scale from 0 to 100.

    Args:
        say: the report's language.
        values: one row an index, its id as label; one float column a wave, in order; empty = not shown.
        names: index id → its name.
        waves: wave → its name.
    """
    height = _HEAD + _ROW * len(values) + 0.3
    with sheet(height, left=0.3, right=0.97, top=1 - _HEAD / height, bottom=0.3 / height) as axes:
        for y, (_, row) in enumerate(values.iterrows()):
            shown = row.dropna()
            if len(shown) > 1:
                axes.plot([shown.min(), shown.max()], [y, y], color=theme().line, linewidth=2, zorder=1)
            for place, wave in enumerate(values.columns):
                if known(row[wave]):
                    is_last = place == len(values.columns) - 1
                    axes.plot(
                        row[wave], y, "o", ms=7, mec=theme().deep, mfc=theme().deep if is_last else _shade(place, len(values.columns))
                    )
        last = values.columns[-1]
        for y, value in enumerate(values[last]):
            if known(value):
                axes.annotate(say.fixed(value, 1), (value, y), xytext=(0, 7), textcoords="offset points", ha="center", fontweight="bold")
        axes.set(xlim=(0, 100), ylim=(len(values) - 0.5, -0.6), yticks=range(len(values)), xticks=range(0, 101, 25))
        axes.set_yticklabels([wrapped(names[node], _LABEL) for node in values.index])
        axes.grid(axis="x")
        handles = [
            Line2D(
                [],
                [],
                marker="o",
                ls="",
                mec=theme().deep,
                mfc=theme().deep if wave == last else _shade(place, len(values.columns)),
                label=waves[wave],
            )
            for place, wave in enumerate(values.columns)
        ]
        axes.legend(handles=handles, ncols=len(handles), loc="lower right", bbox_to_anchor=(1, 1.0), borderaxespad=0.2)
        svg = drawn(axes)
    return Figure(_title(say, values, names, waves), svg, _alt(say, values, names, waves), say("surveyed-chart-note"))


def _shade(place: int, waves: int) -> str:
    return theme().levels[min(place * 3 // max(waves, 1), 2)]


def _title(say: Speaker, values: pd.DataFrame, names: Mapping[str, str], waves: Mapping[str, str]) -> str:
    line, first, last = values.iloc[0], values.columns[0], values.columns[-1]
    index = names[values.index[0]]
    if len(values.columns) == 1 or not (known(line[first]) and known(line[last])):
        return say("surveyed-title-one", index=index, value=say.fixed(line[last], 1, unknown=say("not-shown")), wave=waves[last])
    facts = {"index": index, "from": say.fixed(line[first], 1), "to": say.fixed(line[last], 1), "first": waves[first], "last": waves[last]}
    return say("surveyed-title-change", **facts)


def _alt(say: Speaker, values: pd.DataFrame, names: Mapping[str, str], waves: Mapping[str, str]) -> str:
    told = [
        say(
            "surveyed-alt-line",
            index=names[node],
            values=say.listed(f"{waves[wave]} {say.fixed(value, 1, unknown=say('not-shown'))}" for wave, value in row.items()),
        )
        for node, row in values.iterrows()
    ]
    return say("surveyed-alt", lines="; ".join(told))

"""Charts of the people whom the work plan takes: all roles by quarter, and each role by month against its capacity."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.transforms import ScaledTranslation

from diagnostics.reporting import plan_sentences
from diagnostics.reporting.blocks import Figure
from diagnostics.reporting.figures.chart_frame import SMALL, WIDTH, drawn, sheet
from diagnostics.reporting.figures.chart_labels import fitted, width_of
from diagnostics.reporting.numbers import known
from diagnostics.reporting.plan_sentences import over_capacity
from diagnostics.reporting.speaker import Speaker
from diagnostics.reporting.theme import theme

PANELS = 12
"""How many roles are drawn; those with the least to do are told in the caption."""
_COLUMNS, _PANEL, _PANEL_HEAD, _PANEL_FOOT = 3, 1.06, 0.34, 0.17  # panels a line; inches
_NUMBER = 6.4  # size of the figures on bars
_HEADROOM = 1.2


def load_chart(say: Speaker, load: pd.DataFrame) -> Figure:
    """Person-days in each quarter against what the administration can give.

    Args:
        say: the report's language.
        load: one row per quarter. Columns: quarter str | person_days float | capacity float, empty = not limited.
    """
    with sheet(1.6, left=0.005, right=0.995, top=0.9, bottom=0.2) as axes:
        highest = max(1.0, float(load[["person_days", "capacity"]].max().max()))
        axes.set(xlim=(-0.5, len(load) - 0.5), ylim=(0, highest * _HEADROOM), yticks=[])
        _bars(axes, load, 0.62, lift=13)
        _quarter_names(say, axes, load)
        room = WIDTH * 0.99 * 72 / len(load) - 2
        for place, row in enumerate(load.itertuples()):
            text = say.unlike(row.person_days, row.capacity) if known(row.capacity) else say.fixed(row.person_days, 0)
            if row.person_days > 0 and width_of(text, _NUMBER) <= room:
                is_over = known(row.capacity) and row.person_days > row.capacity
                above = -8 if row.person_days > highest * 0.14 and not is_over else 3
                at = {"xytext": (0, above), "textcoords": "offset points", "ha": "center", "size": _NUMBER, "zorder": 5}
                axes.annotate(text, (place, row.person_days), **at)
        limit = load["capacity"].dropna()
        if len(limit):
            end = {"xytext": (0, 3), "textcoords": "offset points", "ha": "right", "size": SMALL}
            text = say("load-capacity", capacity=say.fixed(limit.iloc[-1], 0))
            axes.annotate(text, (limit.index[-1] - load.index[0] + 0.5, limit.iloc[-1]), **end)
        svg = drawn(axes)
    return Figure(plan_sentences.load_title(say, load), svg, plan_sentences.load_alt(say, load), say("load-caption"))


def _bars(axes: Axes, load: pd.DataFrame, width: float, lift: float) -> None:
    """A bar a period, and the capacity as a line. What lies above it is framed, and the most has a mark, ``lift`` points over it."""
    look, places = theme(), np.arange(len(load))
    days, limit = load["person_days"].to_numpy(float), load["capacity"].to_numpy(float)
    over = over_capacity(load).to_numpy(bool)
    axes.bar(places, np.where(over, limit, days), width=width, color=look.levels[2], linewidth=0)
    if over.any():
        high = places[over]
        axes.bar(
            high, (days - limit)[over], bottom=limit[over], width=width, facecolor=look.accent_wash, edgecolor=look.accent, linewidth=0.7
        )
        worst = int(np.argmax(np.where(over, days - limit, -np.inf)))
        mark = {"markersize": 4.2, "color": look.accent, "markeredgewidth": 0, "zorder": 4, "clip_on": False}
        axes.plot(
            [worst], [days[worst]], "v", transform=axes.transData + ScaledTranslation(0, lift / 72, axes.figure.dpi_scale_trans), **mark
        )
    # One step a period, so that a month with holidays or a closing is seen as one.
    axes.stairs(limit, np.arange(len(load) + 1) - 0.5, baseline=None, color=look.ink, linewidth=0.8, zorder=3)


def _quarter_names(say: Speaker, axes: Axes, load: pd.DataFrame) -> None:
    names = [say("quarter-short", number=quarter[-1]) for quarter in load["quarter"]]
    is_narrow = WIDTH * 72 / len(load) < width_of(names[0], SMALL) + 3
    years = [quarter[:4] if place == 0 or quarter[-1] == "1" else "" for place, quarter in enumerate(load["quarter"])]
    shown = years if is_narrow else [f"{name}\n{year}" for name, year in zip(names, years, strict=True)]
    axes.set_xticks(range(len(load)))
    axes.set_xticklabels(shown)


def role_load(say: Speaker, load: pd.DataFrame, names: Mapping[str, str]) -> Figure:
    """Person-days of each role by month against its capacity, a small chart a role, the tightest role first.

    Args:
        say: the report's language.
        load: one row a month and resource. Columns: month str, ``2027-01`` | resource str | person_days float | capacity float, empty =
            not limited.
        names: resource → what it is called; those that are not named are left out.
    """
    order = plan_sentences.resources_in_order(load[load["resource"].isin(list(names))])
    shown = order[:PANELS]
    months = sorted(load["month"].unique())
    lines = -(-len(shown) // _COLUMNS)
    height = lines * _PANEL
    with sheet(height, left=0, right=1, top=1, bottom=0) as whole:
        whole.set_axis_off()
        for place, resource in enumerate(shown):
            panel = load[load["resource"] == resource].set_index("month").reindex(months)
            panel["person_days"] = panel["person_days"].fillna(0.0)
            _panel(say, whole, (place, lines), panel, names[resource])
        svg = drawn(whole)
    title = plan_sentences.role_title(say, load, order, names)
    alt = plan_sentences.role_alt(say, load, order, names)
    return Figure(title, svg, alt, plan_sentences.role_caption(say, load, order[PANELS:], names))


def _panel(say: Speaker, whole: Axes, at: tuple[int, int], panel: pd.DataFrame, name: str) -> None:
    look, (place, lines) = theme(), at
    line, column = divmod(place, _COLUMNS)
    width, gap = 1 / _COLUMNS, 0.018
    bottom = 1 - (line + 1) / lines + _PANEL_FOOT / (_PANEL * lines)
    plot = (_PANEL - _PANEL_HEAD - _PANEL_FOOT) / (_PANEL * lines)
    axes = whole.figure.add_axes((column * width + gap / 2, bottom, width - gap, plot))
    highest = max(1.0, float(panel[["person_days", "capacity"]].max().max()))
    axes.set(xlim=(-0.5, len(panel) - 0.5), ylim=(0, highest * 1.1), yticks=[])
    _bars(axes, panel, 0.8, lift=4)
    januaries = [number for number, month in enumerate(panel.index) if month.endswith("-01") or number == 0]
    axes.set_xticks([number - 0.5 for number in januaries])
    axes.set_xticklabels([panel.index[number][:4] for number in januaries], size=_NUMBER, ha="left")
    for number in januaries[1:]:
        axes.axvline(number - 0.5, color=look.line, linewidth=0.5, zorder=0)
    room = (width - gap) * WIDTH * 72
    above: dict[str, Any] = {"xycoords": "axes fraction", "textcoords": "offset points", "annotation_clip": False, "va": "bottom"}
    axes.annotate(fitted(name, SMALL, room / 1.06, 1), (0, 1), xytext=(0, 11), size=SMALL, weight=700, **above)
    told, is_over = plan_sentences.panel_note(say, panel)
    axes.annotate(
        fitted(told, _NUMBER, room, 1), (0, 1), xytext=(0, 3), size=_NUMBER, color=look.accent if is_over else look.muted, **above
    )

"""Charts of the follow-up report."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from diagnostics.reporting.blocks import Figure
from diagnostics.reporting.figures.chart_frame import SMALL, WIDTH, drawn, legend, sheet
from diagnostics.reporting.figures.chart_labels import fitted
from diagnostics.reporting.numbers import known
from diagnostics.reporting.speaker import Speaker
from diagnostics.reporting.theme import theme
from diagnostics.scoring.comparing.comparison import ComparedNode

_POINTS = 72 * WIDTH
_LABELS = 0.36  # share of the width for the names of rows
_NAMES = 6.4  # points
_OFF = (-0.25, 1.25)  # beyond which a value is drawn at the edge


def progress_bars(say: Speaker, table: pd.DataFrame, today: date, counts: tuple[int, int, int]) -> Figure:
    """Each action as planned and as it went or will go.

    Args:
        say: the report's language.
        table: rows of ``FollowUpMaterial.actions`` in the order drawn.
        today: the last day of the quarter.
        counts: of all current actions, those not drawn too: how many, how many are late or unreported, and how many more will be late.
    """
    height = 0.21 * len(table) + 0.68
    with sheet(height, left=_LABELS, right=0.995, top=1 - 0.6 / height, bottom=0.03 / height) as axes:
        first, last = _span(table, today)
        axes.set(xlim=(first.toordinal(), last.toordinal()), ylim=(len(table) - 0.4, -0.6), xticks=[], yticks=[])
        axes.spines["bottom"].set_visible(False)
        _quarter_lines(say, axes, first, last)
        for place, row in enumerate(table.itertuples()):
            if place % 2 == 0:
                axes.axhspan(place - 0.5, place + 0.5, color=theme().wash, zorder=-1, linewidth=0)
            _row(say, axes, place, row, today)
        axes.axvline(today.toordinal(), color=theme().accent, linewidth=0.9, zorder=5)
        _bar_key(say, axes, 1 + 0.36 / (height - 0.63))
        svg = drawn(axes)
    total, late, later = counts
    title = say("followup-bars-title", count=late, later=later, all=say.count(total))
    rows = say.series(_bar_words(say, row) for row in table.itertuples())
    return Figure(title, svg, say("followup-bars-alt", rows=rows), say("followup-bars-caption", left=total - len(table)))


def _bar_key(say: Speaker, axes: Axes, top: float) -> None:
    """What the colours mean, in a line above the names of the quarters."""
    look = theme()
    colours = {
        say("followup-key-planned"): {"color": look.line},
        say("followup-key-done"): {"color": look.deep},
        say("followup-key-rest"): {"color": look.levels[2], "alpha": 0.45},
        say("followup-key-late"): {"color": look.accent, "alpha": 0.45},
    }
    handles = [Patch(linewidth=0, label=word, **colour) for word, colour in colours.items()]
    handles.append(Line2D([], [], linestyle="", marker="x", markersize=4.5, color=look.accent, label=say("followup-key-stopped")))
    place = {"loc": "lower right", "bbox_to_anchor": (1.0, top), "borderaxespad": 0.0, "handlelength": 1.1, "handleheight": 0.6}
    axes.legend(handles=handles, ncols=len(handles), handletextpad=0.5, columnspacing=1.3, fontsize=6.4, **place)


def _span(table: pd.DataFrame, today: date) -> tuple[date, date]:
    starts = [day for name in ("planned_start", "forecast_start") for day in table[name] if day]
    ends = [day for name in ("planned_finish", "forecast_finish") for day in table[name] if day]
    first, last = date.fromisoformat(min(starts)), max(date.fromisoformat(max(ends)), today)
    return date(first.year, 3 * ((first.month - 1) // 3) + 1, 1), last + timedelta(days=12)


def _quarter_lines(say: Speaker, axes: Axes, first: date, last: date) -> None:
    day = first
    while day <= last:
        is_year = day.month == 1 or day == first
        axes.axvline(day.toordinal(), color=theme().line, linewidth=0.9 if is_year else 0.4, zorder=0)
        place = {"textcoords": "offset points", "annotation_clip": False}
        name = say("quarter-short", number=str((day.month + 2) // 3))
        axes.annotate(name, (day.toordinal(), -0.6), xytext=(2, 3), size=5.8, color=theme().muted, **place)
        if is_year:
            axes.annotate(str(day.year), (day.toordinal(), -0.6), xytext=(2, 12), size=SMALL, weight=700, **place)
        day = date(day.year + day.month // 10, (day.month + 2) % 12 + 1, 1)


def _row(say: Speaker, axes: Axes, place: int, row, today: date) -> None:
    look = theme()
    name = {"textcoords": ("axes fraction", "data"), "va": "center", "annotation_clip": False}
    label = fitted(f"{row.action} {say.content(row.title)}", _NAMES, _POINTS * (_LABELS - 0.02), 1)
    axes.annotate(label, (0, place), xytext=(-_LABELS / (0.995 - _LABELS), place), size=_NAMES, **name)
    start, finish = date.fromisoformat(row.planned_start).toordinal(), date.fromisoformat(row.planned_finish).toordinal() + 1
    axes.barh(place - 0.2, finish - start, left=start, height=0.24, color=look.line, linewidth=0, zorder=2)
    if row.standing == "stopped":
        axes.plot([min(today.toordinal(), finish)], [place + 0.14], marker="x", markersize=4.5, color=look.accent, zorder=4)
        return
    if not row.forecast_finish:
        return
    begins = date.fromisoformat(row.forecast_start or row.forecast_finish).toordinal()
    ends = date.fromisoformat(row.forecast_finish).toordinal() + 1
    late = row.standing in ("late", "not reported")
    rest = look.accent if late else look.levels[2]
    axes.barh(place + 0.14, ends - begins, left=begins, height=0.34, color=rest, alpha=0.45, linewidth=0, zorder=3)
    done = 1.0 if row.standing == "done" else (row.progress if known(row.progress) else 0.0)
    if done:
        axes.barh(place + 0.14, (ends - begins) * done, left=begins, height=0.34, color=look.deep, linewidth=0, zorder=4)


def _bar_words(say: Speaker, row) -> str:
    if row.standing == "stopped" or not row.forecast_finish:
        outcome = say("followup-outcome-none")
    elif row.standing == "done":
        outcome = say("followup-outcome-done", day=_told(say, row.forecast_finish))
    else:
        outcome = say("followup-outcome-forecast", day=_told(say, row.forecast_finish))
    days = {"start": _told(say, row.planned_start), "finish": _told(say, row.planned_finish)}
    return say("followup-bars-alt-row", action=row.action, outcome=outcome, **days)


def _told(say: Speaker, day: str) -> str:
    return say.date(date.fromisoformat(day))


def indicator_ways(say: Speaker, table: pd.DataFrame, total: int, reached: int) -> Figure:
    """How far each indicator is on its way from baseline to target.

    Args:
        say: the report's language.
        table: rows of ``measured_indicators`` in the order drawn.
        total: how many there are in all, those not drawn too.
        reached: how many of all have reached their target.
    """
    height = 0.27 * len(table) + 0.2
    with sheet(height, left=0.47, right=0.97, top=1 - 0.1 / height, bottom=0.06 / height) as axes:
        axes.set(xlim=(-0.42, 1.42), ylim=(len(table) - 0.4, -0.6), xticks=[], yticks=[])
        axes.spines["bottom"].set_visible(False)
        for x in (0, 1):
            axes.axvline(x, color=theme().line, linewidth=0.6, zorder=0)
        for place, row in enumerate(table.to_dict("records")):
            _way(say, axes, place, row)
        svg = drawn(axes)
    rows = [
        say("followup-indicators-alt-row", name=row["name"], baseline=_value(say, row, "baseline"),
            value=_value(say, row, "indicator_value"), target=_value(say, row, "target"))
        for row in table.to_dict("records")
    ]  # fmt: skip
    title = say("followup-indicators-title", count=reached, all=total)
    caption = say("followup-indicators-caption", left=total - len(table))
    return Figure(title, svg, say("followup-indicators-alt", rows=say.series(rows)), caption)


def _value(say: Speaker, row: Mapping, column: str) -> str:
    return say.brief(row[column], 2)


def _way(say: Speaker, axes: Axes, place: int, row: Mapping) -> None:
    look = theme()
    if place % 2 == 0:
        axes.axhspan(place - 0.5, place + 0.5, color=look.wash, zorder=-1, linewidth=0)
    name = {"textcoords": ("axes fraction", "data"), "va": "center", "annotation_clip": False, "size": _NAMES}
    room = _POINTS * 0.46
    axes.annotate(fitted(row["name"], _NAMES, room, 2), (0, place), xytext=(-0.47 / 0.5, place), linespacing=1.0, **name)
    axes.plot([0, 1], [place, place], color=look.muted, linewidth=0.7, zorder=1)
    at = min(max(row["way"], _OFF[0]), _OFF[1])
    colour = look.deep if row["way"] >= 1 else look.levels[3] if row["way"] > 0 else look.accent if row["way"] < 0 else look.muted
    axes.plot([0, at], [place, place], color=colour, linewidth=2.4, zorder=2, solid_capstyle="butt")
    axes.plot([at], [place], marker="o", markersize=4.5, color=colour, zorder=3)
    ends = {"va": "center", "size": 6, "color": look.muted}
    left = "right" if at >= -0.02 else "left"
    axes.text(-0.05 if at >= -0.02 else 0.05, place, _value(say, row, "baseline"), ha=left, **ends)
    unit = f" {say.content(row['unit'])}" if row["unit"] else ""
    axes.text(max(1.06, at + 0.06), place, fitted(_value(say, row, "target") + unit, 6, 70, 1), ha="left", **ends)
    label = {"ha": "center", "va": "bottom", "size": 6, "weight": 700, "color": colour}
    axes.text(at, place - 0.14, _value(say, row, "indicator_value"), **label)


def maturity_dumbbells(
    say: Speaker, changes: Sequence[ComparedNode], names: Mapping[str, str], targets: Mapping[str, float], comparability: str
) -> Figure:
    """Each process before and after.

    Args:
        say: the report's language.
        changes: the processes, in order.
        names: node → its name.
        targets: node → target level; none where it is not there.
        comparability: how much of the two diagnostics compares, as text.
    """
    height = 0.2 * len(changes) + 0.52
    with sheet(height, left=_LABELS, right=0.97, top=1 - 0.26 / height, bottom=0.2 / height) as axes:
        axes.set(xlim=(0.85, 5.1), ylim=(len(changes) - 0.4, -0.6), xticks=[1, 2, 3, 4, 5], yticks=[])
        axes.xaxis.grid(True)
        for place, node in enumerate(changes):
            _dumbbell(axes, place, node, names[node.id], targets.get(node.node_b, math.nan))
        words = {
            "before": say("followup-maturity-before"),
            "after": say("followup-maturity-after"),
            "target": say("followup-maturity-target"),
        }
        legend(axes, [Line2D([], [], linestyle="", label=word, **_mark(mark)) for mark, word in words.items()])
        svg = drawn(axes)
    up, down = (sum(sign * node.difference > 1e-9 for node in changes) for sign in (1, -1))
    rows = [
        say("followup-maturity-alt-row", name=names[node.id], before=say.fixed(node.score_a), after=say.fixed(node.score_b))
        for node in changes
    ]
    title = say("followup-maturity-title", up=up, down=down, all=say.count(len(changes)))
    alt = say("followup-maturity-alt", rows=say.series(rows))
    return Figure(title, svg, alt, say("followup-maturity-caption", comparability=comparability))


def _mark(of: str) -> dict:
    look = theme()
    marks = {
        "before": {"marker": "o", "markersize": 5.5, "markerfacecolor": look.paper, "markeredgecolor": look.muted},
        "after": {"marker": "o", "markersize": 5.5, "color": look.deep},
        "target": {"marker": "|", "markersize": 9, "markeredgewidth": 1.4, "color": look.accent},
    }
    return marks[of]


def _dumbbell(axes: Axes, place: int, node: ComparedNode, name: str, target: float) -> None:
    look = theme()
    label = {"textcoords": ("axes fraction", "data"), "va": "center", "annotation_clip": False, "size": 6.8}
    axes.annotate(fitted(name, 6.8, _POINTS * (_LABELS - 0.02), 1), (0, place), xytext=(-_LABELS / (0.97 - _LABELS), place), **label)
    colour = look.accent if node.difference < -1e-9 else look.deep
    axes.plot([node.score_a, node.score_b], [place, place], color=colour, linewidth=1.6, zorder=1)
    axes.plot([node.score_a], [place], linestyle="", zorder=2, **_mark("before"))
    axes.plot([node.score_b], [place], linestyle="", zorder=3, **(_mark("after") | {"color": colour}))
    if known(target):
        axes.plot([target], [place], linestyle="", zorder=0, **_mark("target"))

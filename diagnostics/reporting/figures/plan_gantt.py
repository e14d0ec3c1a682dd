"""The calendar of the work plan: bars on real dates, the critical path, slack, milestones and what waits for what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch, Patch, Rectangle
from matplotlib.transforms import blended_transform_factory

from diagnostics.reporting import plan_sentences
from diagnostics.reporting.blocks import Figure
from diagnostics.reporting.figures.chart_frame import SMALL, WIDTH, drawn, sheet
from diagnostics.reporting.figures.chart_labels import fitted, width_of
from diagnostics.reporting.numbers import known
from diagnostics.reporting.speaker import Speaker
from diagnostics.reporting.theme import theme

ROWS_A_CHART = 32  # what fits on one page
ROWS_BELOW_HEADING = 20  # what fits below the chapter's heading and cards
_ROW, _HEAD, _LEGEND_LINE = 0.245, 0.4, 0.15  # inches
_LEFT, _RIGHT = 0.5, 0.945  # shares of the width: ids, titles and owners stand left of the bars, names of milestones may reach beyond
_ID, _OWNER, _GAP = 0.62, 0.84, 0.07  # inches of the columns, an id's at most; and between two
_TITLE_SIZE, _BESIDE_SIZE = 6.6, 6.1
_HANDLE, _SPACING = 1.8, 1.6  # of the legend, in sizes of its letters
_POINTS = 72
_BAR = 0.52  # height of a bar, in rows
_DASHED = (0, (2.2, 1.6))
_THIN, _SHORT = 0.5, 30.0  # points: the line of the slack; a slack that what stands behind a bar would hide


@dataclass(frozen=True)
class _Scale:
    """The days that the chart shows. ``first`` and ``last`` are both shown in full."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def day(self) -> float:
        """How wide a day is, in points."""
        return WIDTH * (_RIGHT - _LEFT) * _POINTS / self.days

    def x(self, day: date) -> float:
        """Where a day begins."""
        return float((day - self.first).days)


def gantt(say: Speaker, plan: pd.DataFrame, rows: range | None = None) -> Figure:
    """Actions over the quarters of the plan. No action stands above one that it waits for.

    Args:
        say: the report's language.
        plan: the whole plan, one row a scheduled action in the order of its start. Columns: action, title, owner, after str | months
            float | start_day, finish_day date, first and last working day | slack_day date, where the action ends if all its slack is
            used; empty = no slack | quick_win, critical bool | follows str, the critical action whose people a critical one takes over;
            empty = none | progress float 0-1, empty = unknown | carried bool, from an earlier plan | starts, not_before, by date, fixed
            by a decision; empty = none | milestone str, the process that reaches its targets when the action is done; empty = none.
        rows: which actions this chart shows, where the plan is drawn on several pages; all charts have the same scale.
    """
    rows = range(len(plan)) if rows is None else rows
    shown = plan.iloc[rows.start : rows.stop]
    scale = _Scale(_quarter_start(plan["start_day"].min()), _quarter_end(max([*plan["finish_day"], *plan["slack_day"].dropna()])))
    handles = _legend(say, shown)
    columns = _columns(handles)
    lines = -(-len(handles) // columns)
    height = _ROW * len(shown) + _HEAD + _LEGEND_LINE * lines + 0.18
    with sheet(height, left=_LEFT, right=_RIGHT, top=1 - _HEAD / height, bottom=(_LEGEND_LINE * lines + 0.18) / height) as axes:
        axes.set(xlim=(0, scale.days), ylim=(len(shown) - 0.5, -0.5), xticks=[], yticks=[])
        axes.spines["bottom"].set_visible(False)
        _quarters(say, axes, scale, len(shown))
        _heads(say, axes)
        ids = min(_ID, max(width_of(action, _BESIDE_SIZE) for action in shown["action"]) / _POINTS)
        for place, row in enumerate(shown.itertuples()):
            _words(axes, place, row, ids)
            _bar(say, axes, scale, place, row)
        _arrows(axes, scale, shown)
        axes.figure.legend(
            handles=handles, ncols=columns, loc="lower left", bbox_to_anchor=(0, 0.08 / height), borderaxespad=0, borderpad=0,
            fontsize=_BESIDE_SIZE, handlelength=_HANDLE, handleheight=0.8, columnspacing=_SPACING, labelspacing=0.45,
        )  # fmt: skip
        svg = drawn(axes)
    return Figure(plan_sentences.gantt_title(say, plan, rows), svg, plan_sentences.gantt_alt(say, shown), say("gantt-caption"))


def _quarter_start(day: date) -> date:
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def _next_quarter(start: date) -> date:
    return date(start.year + (start.month == 10), (start.month + 2) % 12 + 1, 1)


def _quarter_end(day: date) -> date:
    return _next_quarter(_quarter_start(day)) - timedelta(days=1)


def _quarters(say: Speaker, axes: Axes, scale: _Scale, rows: int) -> None:
    look, start = theme(), scale.first
    above = {"textcoords": "offset points", "annotation_clip": False}
    while start <= scale.last:
        after = _next_quarter(start)
        name, x = say("quarter-short", number=str((start.month + 2) // 3)), scale.x(start)
        is_new_year = start.month == 1 or start == scale.first
        axes.axvline(x, color=look.line, linewidth=1.2 if is_new_year else 0.5, zorder=0)
        if (after - start).days * scale.day > width_of(name, _BESIDE_SIZE) + 3:
            axes.annotate(name, (x, -0.5), xytext=(2, 3), size=_BESIDE_SIZE, color=look.muted, **above)
        if start.month == 1 or (is_new_year and (date(start.year + 1, 1, 1) - start).days * scale.day > 20):
            axes.annotate(str(start.year), (x, -0.5), xytext=(2, 13), size=SMALL, weight=700, **above)
        start = after
    for place in range(0, rows, 2):
        stripe = {"transform": _beside(axes), "color": look.wash, "linewidth": 0, "zorder": -1, "clip_on": False}
        axes.add_patch(Rectangle((0, place - 0.5), WIDTH, 1, **stripe))


def _beside(axes: Axes) -> Any:
    """Places left of the plot: inches from the sheet's left edge, and rows."""
    return blended_transform_factory(axes.figure.dpi_scale_trans, axes.transData)


def _heads(say: Speaker, axes: Axes) -> None:
    look, right = theme(), _LEFT * WIDTH - _GAP
    style = {"size": _BESIDE_SIZE, "color": look.muted, "weight": 700, "clip_on": False, "va": "bottom", "transform": _beside(axes)}
    axes.text(_GAP / 2, -0.68, say("column-action"), **style)
    axes.text(right - _OWNER, -0.68, say("column-owner"), **style)


def _words(axes: Axes, place: int, row: Any, ids: float) -> None:
    look, right = theme(), _LEFT * WIDTH - _GAP
    style = {"va": "center", "linespacing": 1.02, "clip_on": False, "transform": _beside(axes)}
    name = fitted(row.action, _BESIDE_SIZE, ids * _POINTS, 2)
    axes.text(_GAP / 2, place, name, size=_BESIDE_SIZE, color=look.muted, **style)
    left = _GAP / 2 + ids + _GAP
    room = (right - _OWNER - _GAP - left) * _POINTS
    axes.text(left, place, fitted(row.title, _TITLE_SIZE, room, 2), size=_TITLE_SIZE, **style)
    axes.text(right - _OWNER, place, fitted(row.owner, _BESIDE_SIZE, _OWNER * _POINTS, 2), size=_BESIDE_SIZE, color=look.muted, **style)


def _bar(say: Speaker, axes: Axes, scale: _Scale, place: int, row: Any) -> None:
    look = theme()
    start, end = scale.x(row.start_day), scale.x(row.finish_day) + 1
    length = max(end - start, 2.5 / scale.day)
    top = place - _BAR / 2
    if row.critical:
        shape = Rectangle((start, top), length, _BAR, facecolor=look.levels[2], edgecolor=look.accent, linewidth=1.3, zorder=3)
    else:
        rounding = min(1.6 / scale.day, length / 2)
        aspect = (_ROW * _POINTS) ** -1 * scale.day
        style = f"round,pad=0,rounding_size={rounding:.4f}"
        shape = FancyBboxPatch((start, top), length, _BAR, boxstyle=style, mutation_aspect=aspect, color=look.levels[2], lw=0, zorder=3)
    axes.add_patch(shape)
    done = row.progress if known(row.progress) else 0.0
    if done > 0:
        axes.add_patch(Rectangle((start, place - _BAR / 4), length * done, _BAR / 2, color=look.deep, linewidth=0, zorder=3.5))
    elif known(row.months):
        text = say("gantt-months", months=say.brief(row.months))
        taken = 3.0 if row.milestone else 0.0  # by half a diamond
        if length * scale.day > width_of(text, 5.8) + 5 + taken:
            axes.text(start + (length - taken / scale.day) / 2, place, text, ha="center", va="center_baseline", size=5.8, zorder=4)
    if row.slack_day is not None:
        until = scale.x(row.slack_day) + 1
        axes.plot([start + length, until], [place, place], color=look.muted, linewidth=_THIN, zorder=2)
        axes.plot([until], [place], marker="|", markersize=3.5, markeredgewidth=_THIN, color=look.muted, zorder=2)
    _marks(axes, scale, place, row, start + length)


def _marks(axes: Axes, scale: _Scale, place: int, row: Any, end: float) -> None:
    """What stands at a bar: its fixed dates, that it was carried over, and what is reached at its end."""
    look, style = theme(), {"linestyle": "", "clip_on": False, "zorder": 5}
    top = place - _BAR / 2 - 0.04
    for day, face in ((row.starts, look.ink), (row.not_before, look.paper)):
        if day is not None:
            axes.plot([scale.x(day)], [top], marker="v", markersize=3.6, color=look.ink, markerfacecolor=face, markeredgewidth=0.7, **style)
    if row.by is not None:
        axes.plot([scale.x(row.by) + 1] * 2, [place - 0.42, place + 0.42], color=look.ink, linewidth=1.6, zorder=5, clip_on=False)
    if row.carried:
        axes.plot([scale.x(row.start_day)], [place], marker="<", markersize=4.6, color=look.beside, markeredgewidth=0, **style)
    beside = 3.0
    if row.slack_day is not None and (slack := (scale.x(row.slack_day) + 1 - end) * scale.day) < _SHORT:
        beside += slack  # so that its end is not hidden
    if row.milestone:
        axes.plot([end], [place], marker="D", markersize=4.6, color=look.ink, markeredgecolor=look.paper, markeredgewidth=0.5, **style)
        beside += 2.5
        # On the row's own ground, so that the line of the slack does not strike it through.
        ground = {"facecolor": look.paper if place % 2 else look.wash, "linewidth": 0, "pad": 0.6}
        label = {"size": _BESIDE_SIZE, "weight": 700, "va": "center_baseline", "annotation_clip": False, "zorder": 4.5}
        axes.annotate(row.milestone, (end, place), xytext=(beside, 0), textcoords="offset points", bbox=ground, **label)
        beside += width_of(row.milestone, _BESIDE_SIZE, bold=True) + 2
    if row.quick_win:
        at = (end * scale.day + beside + 2) / scale.day
        axes.plot([at], [place], marker="*", markersize=6.6, color=look.ink, markeredgecolor=look.paper, markeredgewidth=0.6, **style)


def _arrows(axes: Axes, scale: _Scale, shown: pd.DataFrame) -> None:
    """From the end of a bar down to the start of one that waits for it; along the critical path in its colour, above the others."""
    look, rows = theme(), list(shown.itertuples())
    places = {row.action: place for place, row in enumerate(rows)}
    for place, row in enumerate(rows):
        waits = [(other, "-") for other in str(row.after).split()]
        for other, dashes in [*waits, (row.follows, _DASHED)]:
            if other not in places:
                continue
            above = rows[places[other]]
            end, start = scale.x(above.finish_day) + 1, scale.x(row.start_day)
            turn = end if start >= end else start
            is_path = bool(row.critical and above.critical)
            colour, width, order = (look.accent, 0.9, 2.7) if is_path else (look.deep, 0.6, 2.5)
            line = {"color": colour, "linewidth": width, "linestyle": dashes, "zorder": order}
            axes.plot([turn, turn, start], [places[other] + _BAR / 2, place, place], **line)


def _columns(handles: list[Any]) -> int:
    """How many entries of the legend fit beside each other. A legend is filled column by column."""
    widths = [width_of(handle.get_label(), _BESIDE_SIZE) + (_HANDLE + 0.8 + _SPACING) * _BESIDE_SIZE for handle in handles]
    for lines in range(1, len(widths) + 1):
        columns = [max(widths[place : place + lines]) for place in range(0, len(widths), lines)]
        if sum(columns) <= WIDTH * _POINTS:
            return len(columns)
    return 1


def _legend(say: Speaker, shown: pd.DataFrame) -> list[Any]:
    """Only what the chart shows."""
    look = theme()

    def mark(marker: str, label: str, **more: Any) -> Line2D:
        return Line2D([], [], linestyle="", **({"marker": marker, "markersize": 4.6, "color": look.ink, "label": label} | more))

    waits = {one for cell in shown["after"] for one in str(cell).split()} & set(shown["action"])
    follows = (shown["follows"] != "") & shown["follows"].isin(shown["action"])
    found = [
        (True, Patch(facecolor=look.levels[2], label=say("gantt-label-action"))),
        (shown["critical"].any(), Patch(facecolor=look.levels[2], edgecolor=look.accent, lw=1.3, label=say("gantt-label-critical"))),
        (shown["slack_day"].notna().any(), Line2D([], [], color=look.muted, linewidth=_THIN, label=say("gantt-label-slack"))),
        (bool(waits), Line2D([], [], color=look.deep, linewidth=0.6, label=say("gantt-label-waits"))),
        (follows.any(), Line2D([], [], color=look.accent, linewidth=0.9, linestyle=_DASHED, label=say("gantt-label-follows"))),
        ((shown["milestone"] != "").any(), mark("D", say("gantt-label-milestone"))),
        (shown["quick_win"].any(), mark("*", say("gantt-label-quick-win"), markersize=6)),
        ((shown["progress"] > 0).any(), Line2D([], [], color=look.deep, linewidth=2.6, label=say("gantt-label-progress"))),
        (shown["carried"].any(), mark("<", say("gantt-label-carried"), color=look.beside)),
        (shown["starts"].notna().any(), mark("v", say("gantt-label-starts"), markersize=3.6)),
        (shown["not_before"].notna().any(), mark("v", say("gantt-label-not-before"), markersize=3.6, markerfacecolor=look.paper)),
        (shown["by"].notna().any(), mark("|", say("gantt-label-by"), markersize=7, markeredgewidth=1.6)),
    ]
    return [handle for is_there, handle in found if is_there]

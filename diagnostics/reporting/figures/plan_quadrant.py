"""Effort and effect of the work plan's actions in one picture: what to do first, and what to plan with care."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from diagnostics.reporting import plan_sentences
from diagnostics.reporting.blocks import Figure
from diagnostics.reporting.figures.chart_frame import SMALL, WIDTH, drawn, sheet
from diagnostics.reporting.figures.chart_labels import Box, Label, fitted, placed, width_of
from diagnostics.reporting.plan_sentences import effect_split
from diagnostics.reporting.speaker import Speaker
from diagnostics.reporting.theme import theme

LABELLED = 10
"""How many actions have their names beside them, where there is room."""
_HEIGHT, _BELOW, _LEFT, _TOP = 3.05, 0.34, 0.4, 0.24  # inches: the sheet, below the plot, beside it, above it
_LOWEST, _HIGHEST = 0.13, 0.86  # shares of the plot's height; above and below stand the names of the fields
_DOT, _STAR = 4.6, 7.0  # points across
_TEXT, _CORNER = 6.4, 7.4  # sizes
_ROOM = 104  # points that a line of a name may take
_EFFORTS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
_EFFECTS = (0, 1, 2, 4, 8, 16, 24, 32, 64, 125)


@dataclass(frozen=True)
class _Scales:
    """Where efforts and effects lie on the plot, in points."""

    plot: Box
    least: float
    most: float
    highest: float

    def x(self, days: Any) -> Any:
        """Efforts on a scale of ratios."""
        return np.log(np.asarray(days, dtype=float) / self.least) / math.log(self.most / self.least) * self.plot.right

    def y(self, priority: Any) -> Any:
        """Priorities spread over a wide range with most of them low: the logarithm of one more keeps zero on the scale."""
        share = np.log1p(np.asarray(priority, dtype=float)) / math.log1p(self.highest)
        return (_LOWEST + (_HIGHEST - _LOWEST) * share) * self.plot.top


def quadrant_chart(say: Speaker, plan: pd.DataFrame, effort_split: float) -> Figure:
    """A dot an action: person-days across, and the priority of what it closes upwards.

    Args:
        say: the report's language.
        plan: one row an action. Columns: action, title str | person_days, priority float | quick_win bool. Actions whose person-days
            are not known are left out; there is one at least whose are.
        effort_split: person-days up to which an action is little effort.
    """
    table = plan[plan["person_days"] > 0].sort_values(["priority", "person_days", "action"], ascending=[False, True, True])
    efforts = [*table["person_days"], effort_split]
    left, right = _LEFT / WIDTH, 0.998
    plot = Box(0, 0, (right - left) * WIDTH * 72, (_HEIGHT - _BELOW - _TOP) * 72)
    scales = _Scales(plot, min(efforts) / 1.25, max(efforts) * 1.25, max(1.0, table["priority"].max()))
    with sheet(_HEIGHT, left=left, right=right, top=1 - _TOP / _HEIGHT, bottom=_BELOW / _HEIGHT) as axes:
        axes.set(xlim=(0, plot.right), ylim=(0, plot.top))
        lines = _cross(axes, plot, (float(scales.x(effort_split)), _split_height(table, scales)))
        _axes(say, axes, scales)
        corners = _corners(say, axes, plot)
        _names(axes, table, _dots(axes, table, scales), [*corners, *lines], plot)
        svg = drawn(axes)
    title = plan_sentences.quadrant_title(say, table, effort_split)
    alt = plan_sentences.quadrant_alt(say, table, effort_split, LABELLED)
    facts = {"days": say.published(effort_split), "split": say.brief(effect_split(table))}
    return Figure(title, svg, alt, say("plan-chart-quadrant-caption", **facts))


def _dots(axes: Axes, table: pd.DataFrame, scales: _Scales) -> list[Box]:
    """Draw a mark an action; the room that each takes."""
    look, x, y = theme(), scales.x(table["person_days"]), scales.y(table["priority"])
    y = _aside(x, y, _split_height(table, scales))
    boxes = []
    for across, up, is_quick in zip(x, y, table["quick_win"], strict=True):
        marker, size, colour = ("*", _STAR * 1.2, look.accent) if is_quick else ("o", _DOT, look.levels[3])
        axes.plot([across], [up], marker, markersize=size, color=colour, markeredgecolor=look.paper, markeredgewidth=0.4, zorder=3)
        half = (_STAR if is_quick else _DOT) / 2
        boxes.append(Box(across - half, up - half, across + half, up + half))
    return boxes


def _aside(x: np.ndarray, y: np.ndarray, split: float) -> np.ndarray:
    """Heights at which no dot hides another of the same effect, and none crosses the line that parts much effect from little."""
    lanes = [0.0] + [side * step * (_DOT + 0.4) for step in range(1, 5) for side in (-1, 1)]
    heights = y.copy()
    done: list[tuple[float, float]] = []
    for place in np.argsort(x, kind="stable"):
        own = [
            y[place] + lane
            for lane in lanes
            if (y[place] + lane - split) * (y[place] - split) > 0 and abs(y[place] + lane - split) > _DOT / 2
        ]
        free = (height for height in own if all(math.hypot(x[place] - a, height - b) >= _DOT for a, b in done))
        heights[place] = next(free, y[place])
        done.append((x[place], heights[place]))
    return heights


def _split_height(table: pd.DataFrame, scales: _Scales) -> float:
    """Halfway between the highest priority that is little effect and the lowest that is much: no dot lies on the line."""
    split = effect_split(table)
    above = table.loc[table["priority"] > split, "priority"].min()
    return float(np.mean(scales.y([one for one in (split, above) if not math.isnan(one)])))


def _cross(axes: Axes, plot: Box, at: tuple[float, float]) -> list[Box]:
    """The lines that part the fields, and the room that they take."""
    look, (x, y) = theme(), at
    axes.axhspan(y, plot.top, xmax=x / plot.right, color=look.wash, linewidth=0, zorder=0)
    axes.axvline(x, color=look.muted, linewidth=0.6, linestyle=(0, (3, 3)), zorder=1)
    axes.axhline(y, color=look.muted, linewidth=0.6, linestyle=(0, (3, 3)), zorder=1)
    return [Box(x - 1, 0, x + 1, plot.top), Box(0, y - 1, plot.right, y + 1)]


def _axes(say: Speaker, axes: Axes, scales: _Scales) -> None:
    look = theme()
    efforts = [tick for tick in _EFFORTS if scales.least <= tick <= scales.most]
    effects = [tick for tick in _EFFECTS if tick <= scales.highest]
    axes.set_xticks(scales.x(efforts), [say.count(tick) for tick in efforts])
    axes.set_yticks(scales.y(effects), [say.count(tick) for tick in effects], size=SMALL, color=look.muted)
    axes.spines["left"].set_visible(True)
    axes.set_xlabel(say("plan-chart-effort"), size=SMALL, labelpad=1, loc="right")
    style = {"xycoords": "axes fraction", "textcoords": "offset points", "size": SMALL, "annotation_clip": False}
    axes.annotate(say("plan-chart-effect"), (0, 1), xytext=(-20, 4), **style)
    named = (("o", _DOT, look.levels[3], say("gantt-label-action")), ("*", 8, look.accent, say("gantt-label-quick-win")))
    handles = [
        Line2D([], [], linestyle="", marker=marker, markersize=size, markeredgewidth=0, color=colour, label=label)
        for marker, size, colour, label in named
    ]
    place = {"loc": "lower right", "bbox_to_anchor": (1, 1), "borderaxespad": 0.1, "borderpad": 0}
    axes.legend(handles=handles, ncols=2, handlelength=1, handletextpad=0.4, columnspacing=1.4, **place)


def _corners(say: Speaker, axes: Axes, plot: Box) -> list[Box]:
    """The names of the four fields, in the corners, and the room that they take."""
    names = (
        (say("plan-chart-do-first"), 0, 1), (say("plan-chart-plan-carefully"), 1, 1),
        (say("plan-chart-fit-in"), 0, 0), (say("plan-chart-weigh-again"), 1, 0),
    )  # fmt: skip
    boxes = []
    for name, right, top in names:
        width, height = width_of(name, _CORNER, bold=True), _CORNER * 1.3
        left = plot.right - width - 4 if right else 4.0
        low = plot.top - height - 3 if top else 2.0
        axes.text(left, low + height / 2, name, size=_CORNER, weight=700, color=theme().muted, va="center", zorder=4)
        boxes.append(Box(left, low, left + width, low + height))
    return boxes


def _names(axes: Axes, table: pd.DataFrame, dots: list[Box], taken: list[Box], plot: Box) -> None:
    """The names of the most important actions: id and title where there is room, else the id alone, else none."""
    ids = list(table["action"].head(LABELLED))
    full = [fitted(f"{row.action} {row.title}", _TEXT, _ROOM, 2) for row in table.head(LABELLED).itertuples()]
    busy = [*dots, *taken]
    for texts in (full, ids):
        rest = [place for place, text in enumerate(texts) if text]
        labels = [Label(texts[place], dots[place], _TEXT, may_be_far=texts is full) for place in rest]
        for place, label, box in zip(rest, labels, placed(labels, busy, plot), strict=True):
            if box:
                _name(axes, label, box)
                busy, ids[place] = [*busy, box], ""


def _name(axes: Axes, label: Label, box: Box) -> None:
    axes.text(box.left, (box.bottom + box.top) / 2, label.text, size=_TEXT, va="center", linespacing=1.08, zorder=5)
    if line := label.line(box):
        axes.plot(*zip(*line, strict=True), color=theme().muted, linewidth=0.4, zorder=2)

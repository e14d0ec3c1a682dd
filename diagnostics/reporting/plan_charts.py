"""Charts of the work plan."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch

from diagnostics.reporting import sentences
from diagnostics.reporting.blocks import Figure
from diagnostics.reporting.chart_frame import SMALL, drawn, sheet, wrapped
from diagnostics.reporting.speaker import Speaker
from diagnostics.reporting.theme import readable_on, theme

ROWS_A_CHART = 30  # what fits on one page
ROWS_BELOW_HEADING = 16  # what fits below the chapter's heading and cards
_MONTHS_IN_QUARTER = 3


def gantt(say: Speaker, plan: pd.DataFrame, quarters: list[str], part: tuple[int, int] = (1, 1)) -> Figure:
    """Scheduled actions over the quarters of the plan. No action stands above one that it waits for.

    Args:
        say: the report's language.
        plan: one row per scheduled action, sorted by start. Columns: action, title, owner, after str | start_month, finish_month int,
            finish exclusive | quick_win bool.
        quarters: every quarter of the plan, in order.
        part: which of how many charts this is, where the plan is drawn on several pages.
    """
    first, last = int(plan["start_month"].min()) // _MONTHS_IN_QUARTER, -(-int(plan["finish_month"].max()) // _MONTHS_IN_QUARTER)
    height = 0.235 * len(plan) + 0.42
    with sheet(height, left=0.5, right=0.998, top=1 - 0.36 / height, bottom=0.04 / height) as axes:
        _quarters(say, axes, quarters, (first, last), len(plan))
        places = {action: place for place, action in enumerate(plan["action"])}
        for place, row in enumerate(plan.itertuples()):
            _bar(say, axes, place, row)
            for other in str(row.after).split():
                if other in places:
                    _arrow(axes, places[other], int(plan.iloc[places[other]]["finish_month"]), place, int(row.start_month))
        svg = drawn(axes)
    return Figure(sentences.gantt_title(say, plan, part), svg, sentences.gantt_alt(say, plan), say("gantt-caption"))


def _bar(say: Speaker, axes: Axes, place: int, row) -> None:
    look = theme()
    colour = look.deep if row.quick_win else look.levels[2]
    length = row.finish_month - row.start_month
    shape = {"boxstyle": "round,pad=0,rounding_size=0.12", "mutation_aspect": 0.5}
    axes.add_patch(FancyBboxPatch((row.start_month + 0.12, place - 0.3), length - 0.24, 0.6, color=colour, linewidth=0, zorder=3, **shape))
    if length > 2:
        axes.text(
            row.start_month + length / 2,
            place,
            say("gantt-months", months=int(length)),
            ha="center",
            va="center",
            size=5.6,
            color=readable_on(colour),
            zorder=4,
        )
    beside = {"textcoords": ("axes fraction", "data"), "va": "center", "annotation_clip": False}
    axes.annotate(wrapped(row.title, 52, 2), (0, place), xytext=(-1.004, place), size=6.3, linespacing=1.0, **beside)
    owner = {"ha": "right", "size": 5.8, "color": look.muted, "linespacing": 1.0, **beside}
    axes.annotate(wrapped(row.owner, 22, 2), (0, place), xytext=(-0.012, place), **owner)


def _arrow(axes: Axes, above: int, finish: int, below: int, start: int) -> None:
    """From the end of one bar down to the start of the bar that waits for it."""
    turn = finish - 0.12 if start >= finish else start
    axes.plot([turn, turn, start + 0.12], [above + 0.3, below, below], color=theme().accent, linewidth=0.5, zorder=2, alpha=0.75)


def _quarters(say: Speaker, axes: Axes, quarters: list[str], shown: tuple[int, int], rows: int) -> None:
    look = theme()
    axes.set(xlim=tuple(place * _MONTHS_IN_QUARTER for place in shown), ylim=(rows - 0.4, -0.6), xticks=[], yticks=[])
    axes.spines["bottom"].set_visible(False)
    for place in range(*shown):
        quarter = quarters[place]
        year, number = quarter.split("-Q")
        name = say("quarter-short", number=number)
        x = place * _MONTHS_IN_QUARTER
        new_year = place == shown[0] or quarters[place - 1][:4] != year
        axes.axvline(x, color=look.line, linewidth=0.9 if new_year else 0.4, zorder=0)
        axes.annotate(name, (x, -0.6), xytext=(2, 3), textcoords="offset points", size=5.8, color=look.muted, annotation_clip=False)
        if new_year:
            axes.annotate(year, (x, -0.6), xytext=(2, 12), textcoords="offset points", size=SMALL, weight=700, annotation_clip=False)
    for place in range(0, rows, 2):
        axes.axhspan(place - 0.5, place + 0.5, color=look.wash, zorder=-1, linewidth=0)


def load_chart(say: Speaker, load: pd.DataFrame) -> Figure:
    """Person-days in each quarter against what the administration can give.

    Args:
        say: the report's language.
        load: one row per quarter. Columns: quarter str | person_days float | capacity float.
    """
    look = theme()
    capacity = float(load["capacity"].iloc[0])
    with sheet(1.75, left=0.01, right=0.99, top=0.9, bottom=0.2) as axes:
        axes.bar(range(len(load)), load["person_days"], width=0.62, color=look.levels[2])
        axes.axhline(capacity, color=look.accent, linewidth=0.9)
        end = {"xytext": (0, 3), "textcoords": "offset points", "ha": "right"}
        axes.annotate(
            say("load-capacity", capacity=say.fixed(capacity, 0)), (len(load) - 0.5, capacity), size=SMALL, color=look.accent, **end
        )
        for place, value in enumerate(load["person_days"]):
            above = -8 if value > capacity * 0.12 else 3
            axes.annotate(say.unlike(value, capacity), (place, value), xytext=(0, above), textcoords="offset points", ha="center", size=6.4)
        top = max(capacity, load["person_days"].max()) * 1.18
        axes.set(xlim=(-0.5, len(load) - 0.5), ylim=(0, top), yticks=[], xticks=range(len(load)))
        axes.set_xticklabels([f"{quarter[:4]}\n{say('quarter-short', number=quarter[-1])}" for quarter in load["quarter"]])
        svg = drawn(axes)
    return Figure(sentences.load_title(say, load), svg, sentences.load_alt(say, load), say("load-caption"))

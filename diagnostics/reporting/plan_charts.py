"""Charts of the work plan."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch

from diagnostics.reporting import sentences
from diagnostics.reporting.blocks import Figure
from diagnostics.reporting.chart_frame import SMALL, drawn, sheet, wrapped
from diagnostics.reporting.numbers import fixed, unlike
from diagnostics.reporting.theme import readable_on, theme

ROWS_A_CHART = 30  # what fits on one page under a heading
_MONTHS_IN_QUARTER = 3


def gantt(plan: pd.DataFrame, quarters: list[str], part: tuple[int, int] = (1, 1)) -> Figure:
    """Scheduled actions over the quarters of the plan. No action stands above one that it waits for.

    Args:
        plan: one row per scheduled action, sorted by start. Columns: action, title, owner, after str | start_month, finish_month int,
            finish exclusive | quick_win bool.
        quarters: every quarter of the plan, in order.
        part: which of how many charts this is, where the plan is drawn on several pages.
    """
    height = 0.235 * len(plan) + 0.42
    with sheet(height, left=0.5, right=0.998, top=1 - 0.36 / height, bottom=0.04 / height) as axes:
        _quarters(axes, quarters, len(plan))
        places = {action: place for place, action in enumerate(plan["action"])}
        for place, row in enumerate(plan.itertuples()):
            _bar(axes, place, row)
            for other in str(row.after).split():
                if other in places:
                    _arrow(axes, places[other], int(plan.iloc[places[other]]["finish_month"]), place, int(row.start_month))
        svg = drawn(axes)
    caption = (
        "Actions in the order of their start; a red line leads from an action to one that waits for it. "
        "The darker bars are quick wins. The owner stands in grey."
    )
    return Figure(sentences.gantt_title(plan, part), svg, sentences.gantt_alt(plan), caption)


def _bar(axes: Axes, place: int, row) -> None:
    look = theme()
    colour = look.deep if row.quick_win else look.levels[2]
    length = row.finish_month - row.start_month
    shape = {"boxstyle": "round,pad=0,rounding_size=0.12", "mutation_aspect": 0.5}
    axes.add_patch(FancyBboxPatch((row.start_month + 0.12, place - 0.3), length - 0.24, 0.6, color=colour, linewidth=0, zorder=3, **shape))
    if length > 2:
        axes.text(
            row.start_month + length / 2,
            place,
            f"{int(length)} mo",
            ha="center",
            va="center",
            size=5.6,
            color=readable_on(colour),
            zorder=4,
        )
    beside = {"textcoords": ("axes fraction", "data"), "va": "center", "annotation_clip": False}
    axes.annotate(wrapped(row.title, 50, 1), (0, place), xytext=(-1.004, place), size=6.6, **beside)
    axes.annotate(wrapped(row.owner, 24, 1), (0, place), xytext=(-0.012, place), ha="right", size=5.8, color=look.muted, **beside)


def _arrow(axes: Axes, above: int, finish: int, below: int, start: int) -> None:
    """From the end of one bar down to the start of the bar that waits for it."""
    turn = finish - 0.12 if start >= finish else start
    axes.plot([turn, turn, start + 0.12], [above + 0.3, below, below], color=theme().accent, linewidth=0.5, zorder=2, alpha=0.75)


def _quarters(axes: Axes, quarters: list[str], rows: int) -> None:
    look = theme()
    axes.set(xlim=(0, len(quarters) * _MONTHS_IN_QUARTER), ylim=(rows - 0.4, -0.6), xticks=[], yticks=[])
    axes.spines["bottom"].set_visible(False)
    for place, quarter in enumerate(quarters):
        year, name = quarter.split("-")
        x = place * _MONTHS_IN_QUARTER
        new_year = place == 0 or quarters[place - 1][:4] != year
        axes.axvline(x, color=look.line, linewidth=0.9 if new_year else 0.4, zorder=0)
        axes.annotate(name, (x, -0.6), xytext=(2, 3), textcoords="offset points", size=5.8, color=look.muted, annotation_clip=False)
        if new_year:
            axes.annotate(year, (x, -0.6), xytext=(2, 12), textcoords="offset points", size=SMALL, weight=700, annotation_clip=False)
    for place in range(0, rows, 2):
        axes.axhspan(place - 0.5, place + 0.5, color=look.wash, zorder=-1, linewidth=0)


def load_chart(load: pd.DataFrame) -> Figure:
    """Person-days in each quarter against what the administration can give.

    Args:
        load: one row per quarter. Columns: quarter str | person_days float | capacity float.
    """
    look = theme()
    capacity = float(load["capacity"].iloc[0])
    with sheet(1.75, left=0.01, right=0.99, top=0.9, bottom=0.2) as axes:
        axes.bar(range(len(load)), load["person_days"], width=0.62, color=look.levels[2])
        axes.axhline(capacity, color=look.accent, linewidth=0.9)
        end = {"xytext": (0, 3), "textcoords": "offset points", "ha": "right"}
        axes.annotate(f"capacity {fixed(capacity, 0)}", (len(load) - 0.5, capacity), size=SMALL, color=look.accent, **end)
        for place, value in enumerate(load["person_days"]):
            above = -8 if value > capacity * 0.12 else 3
            axes.annotate(unlike(value, capacity), (place, value), xytext=(0, above), textcoords="offset points", ha="center", size=6.4)
        top = max(capacity, load["person_days"].max()) * 1.18
        axes.set(xlim=(-0.5, len(load) - 0.5), ylim=(0, top), yticks=[], xticks=range(len(load)))
        axes.set_xticklabels([quarter.replace("-", "\n") for quarter in load["quarter"]])
        svg = drawn(axes)
    caption = "Person-days of all roles together, spread evenly over the months of each action."
    return Figure(sentences.load_title(load), svg, sentences.load_alt(load), caption)

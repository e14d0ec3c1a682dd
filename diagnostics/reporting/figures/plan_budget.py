"""The chart of the work plan's money: what is committed in each year against its budget."""

from __future__ import annotations

import pandas as pd
from matplotlib.lines import Line2D

from diagnostics.reporting import plan_sentences
from diagnostics.reporting.blocks import Figure
from diagnostics.reporting.figures.chart_frame import NORMAL, SMALL, drawn, sheet
from diagnostics.reporting.numbers import known
from diagnostics.reporting.plan_sentences import over_budget
from diagnostics.reporting.speaker import Speaker
from diagnostics.reporting.theme import theme

_ROW = 0.27  # inches a year


def budget_chart(say: Speaker, budget: pd.DataFrame, currency: str) -> Figure:
    """A bar a year with the money that the actions starting in it commit, and a mark where the year's budget ends.

    Args:
        say: the report's language.
        budget: one row a year. Columns: year int | amount float, committed | budget float, empty = not limited.
        currency: ISO code.
    """
    look = theme()
    height = _ROW * len(budget) + 0.3
    highest = max(1.0, float(budget[["amount", "budget"]].max().max()))
    over = over_budget(budget)
    with sheet(height, left=0.075, right=0.69, top=1 - 0.26 / height, bottom=0.02 / height) as axes:
        axes.set(xlim=(0, highest * 1.01), ylim=(len(budget) - 0.5, -0.5), xticks=[], yticks=range(len(budget)))
        axes.set_yticklabels([str(year) for year in budget["year"]], weight=700)
        axes.spines["bottom"].set_visible(False)
        for place, row in enumerate(budget.itertuples()):
            is_over = bool(over.iloc[place])
            within = row.budget if is_over else row.amount
            axes.barh(place, within, height=0.5, color=look.levels[2], linewidth=0)
            if is_over:
                rest = row.amount - row.budget
                axes.barh(place, rest, left=row.budget, height=0.5, facecolor=look.accent_wash, edgecolor=look.accent, linewidth=0.7)
            if known(row.budget):
                axes.plot([row.budget] * 2, [place - 0.4, place + 0.4], color=look.accent, linewidth=1.6, zorder=3)
            told = plan_sentences.year_note(say, row, currency)
            weight = 700 if is_over else 400
            end = {"textcoords": ("axes fraction", "data"), "annotation_clip": False, "va": "center", "size": NORMAL, "weight": weight}
            axes.annotate(told, (1, place), xytext=(1.025, place), **end)
        handles = [
            Line2D([], [], linewidth=6, solid_capstyle="butt", color=look.levels[2], label=say("plan-chart-committed")),
            Line2D([], [], linestyle="", marker="|", markersize=9, markeredgewidth=1.6, color=look.accent, label=say("plan-chart-budget")),
        ]
        place = {"loc": "lower left", "bbox_to_anchor": (0, 1), "borderaxespad": 0.1, "fontsize": SMALL}
        axes.legend(handles=handles, ncols=2, handlelength=1.4, handletextpad=0.5, columnspacing=1.6, borderpad=0, **place)
        svg = drawn(axes)
    title = plan_sentences.budget_title(say, budget, currency)
    return Figure(title, svg, plan_sentences.budget_alt(say, budget, currency), say("plan-chart-budget-caption"))

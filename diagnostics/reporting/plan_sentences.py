"""What the charts of the work plan say: titles that tell the finding, alt texts, notes. No number is typed into prose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from diagnostics.reporting.numbers import known
from diagnostics.reporting.speaker import Speaker

_SAME = 1e-6


def gantt_title(say: Speaker, plan: pd.DataFrame, rows: range) -> str:
    """How many actions decide when the plan ends; on later pages which actions these are."""
    critical = int(plan["critical"].sum())
    end = say.date(plan["finish_day"].max())
    if rows.start > 0:
        here = int(plan["critical"].iloc[rows.start : rows.stop].sum())
        return say("gantt-title-part", first=rows.start + 1, last=rows.stop, total=len(plan), critical=here)
    if critical:
        title = say("gantt-title-critical", critical=critical, count=len(plan), last=end)
    else:
        title = say("gantt-title", count=len(plan), first=say.date(plan["start_day"].min()), last=end)
    return title if rows.stop >= len(plan) else say("gantt-title-first", title=title, last=rows.stop)


def gantt_alt(say: Speaker, plan: pd.DataFrame) -> str:
    """Every action with owner, dates and what is marked."""
    return say("gantt-alt", rows=say.series(_action_told(say, row) for row in plan.itertuples()))


def _action_told(say: Speaker, row: Any) -> str:
    marks = [
        say("gantt-alt-critical") if row.critical else "",
        say("gantt-alt-slack", day=say.date(row.slack_day)) if row.slack_day is not None else "",
        say("gantt-label-quick-win") if row.quick_win else "",
        say("gantt-alt-milestone", process=row.milestone) if row.milestone else "",
        say("gantt-alt-progress", share=say.percent(100 * row.progress)) if known(row.progress) and row.progress > 0 else "",
        say("gantt-label-carried") if row.carried else "",
        say("gantt-label-starts") if row.starts is not None else "",
        say("gantt-alt-not-before", day=say.date(row.not_before)) if row.not_before is not None else "",
        say("gantt-alt-by", day=say.date(row.by)) if row.by is not None else "",
    ]
    told = [say("dates-from-to", start=say.date(row.start_day), finish=say.date(row.finish_day)), *filter(None, marks)]
    return say("gantt-alt-row", title=row.title, owner=row.owner, when=", ".join(told))


def over_capacity(load: pd.DataFrame) -> pd.Series:
    """Which periods take more than there is. A period without a limit takes no more than that."""
    return load["person_days"] > load["capacity"].fillna(float("inf")) + _SAME


def load_title(say: Speaker, load: pd.DataFrame) -> str:
    """The quarters above their capacity; where there is none, the busiest one."""
    if not load["person_days"].max() > 0:
        return say("load-none")
    over = load[over_capacity(load)]
    if len(over):
        worst = over.loc[(over["person_days"] - over["capacity"]).idxmax()]
        facts = {"taken": say.unlike(worst["person_days"], worst["capacity"]), "capacity": say.brief(worst["capacity"], 0)}
        return say("load-title-over", count=len(over), quarter=say.quarter(worst["quarter"]), **facts)
    peak = load.loc[load["person_days"].idxmax()]
    if not known(peak["capacity"]):
        return say("load-title-free", quarter=say.quarter(peak["quarter"]), taken=say.fixed(peak["person_days"], 0))
    taken = say.unlike(peak["person_days"], peak["capacity"])
    return say("load-title", quarter=say.quarter(peak["quarter"]), taken=taken, capacity=say.brief(peak["capacity"], 0))


def load_alt(say: Speaker, load: pd.DataFrame) -> str:
    """Every quarter's person-days and capacity."""
    return say("load-alt", rows=say.series(_quarter_told(say, row) for row in load.itertuples()))


def _quarter_told(say: Speaker, row: Any) -> str:
    if not known(row.capacity):
        return say("load-alt-row-free", quarter=say.quarter(row.quarter), days=say.fixed(row.person_days, 0))
    days = say.unlike(row.person_days, row.capacity)
    return say("load-alt-row", quarter=say.quarter(row.quarter), days=days, capacity=say.fixed(row.capacity, 0))


def resources_in_order(load: pd.DataFrame) -> list[str]:
    """Resources that the plan takes: those whose fullest month is the fullest first, then those without a limit by their days."""
    taken = load[load["person_days"] > 0]
    fullest = (taken["person_days"] / taken["capacity"].where(taken["capacity"] > 0, _SAME)).where(taken["capacity"].notna())
    table = pd.DataFrame({"fullest": fullest.groupby(taken["resource"]).max(), "days": taken.groupby("resource")["person_days"].sum()})
    keys = table.reset_index().sort_values(["fullest", "days", "resource"], ascending=[False, False, True], na_position="last")
    return keys["resource"].tolist()


def _tightest(load: pd.DataFrame, resource: str) -> pd.Series | None:
    """A resource's fullest month; None where it has no limit."""
    own = load[(load["resource"] == resource) & (load["person_days"] > 0) & load["capacity"].notna()]
    if own.empty:
        return None
    return own.loc[(own["person_days"] / own["capacity"].where(own["capacity"] > 0, _SAME)).idxmax()]


def role_title(say: Speaker, load: pd.DataFrame, order: Sequence[str], names: Mapping[str, str]) -> str:
    """Which roles the plan asks too much of; where none, the role with the least room."""
    if not order:
        return say("load-none")
    over = [one for one in order if over_capacity(load[load["resource"] == one]).any()]
    if over:
        return say("plan-chart-roles-over", count=len(over), names=say.listed(names[one] for one in over[:3]), more=max(0, len(over) - 3))
    tight = _tightest(load, order[0])
    if tight is None:
        days = load.loc[load["resource"] == order[0], "person_days"].sum()
        return say("plan-chart-roles-free", name=names[order[0]], days=say.fixed(days, 0))
    return say("plan-chart-roles", name=names[order[0]], month=say.month(tight["month"]), **_of(say, tight))


def _of(say: Speaker, row: Any) -> dict[str, str]:
    return {"taken": _near(say, row["person_days"], row["capacity"]), "capacity": say.brief(row["capacity"])}


def _near(say: Speaker, days: float, limit: float) -> str:
    """Person-days of a month: one decimal, so that a small role's are not rounded to nothing."""
    text = say.brief(days)
    return say.brief(days, 2) if text == say.brief(limit) and abs(days - limit) > _SAME else text


def role_alt(say: Speaker, load: pd.DataFrame, order: Sequence[str], names: Mapping[str, str]) -> str:
    """Every role's person-days, its fullest month, and how many months are above its capacity."""
    told = []
    for resource in order:
        own = load[load["resource"] == resource]
        busy = own.loc[own["person_days"] > 0, "month"]
        facts = {"name": names[resource], "days": say.fixed(own["person_days"].sum(), 0)}
        facts |= {"first": say.month(busy.min()), "last": say.month(busy.max()), "note": panel_note(say, own.set_index("month"))[0]}
        told.append(say("plan-chart-roles-alt-row", **facts))
    return say("plan-chart-roles-alt", rows=say.series(told))


def role_caption(say: Speaker, load: pd.DataFrame, rest: Sequence[str], names: Mapping[str, str]) -> str:
    """How to read the small charts, and which roles are not among them."""
    if not rest:
        return say("plan-chart-roles-caption")
    days = say.fixed(load.loc[load["resource"].isin(list(rest)), "person_days"].sum(), 0)
    return say("plan-chart-roles-caption") + " " + say("plan-chart-roles-rest", names=say.listed(names[one] for one in rest), days=days)


def panel_note(say: Speaker, panel: pd.DataFrame) -> tuple[str, bool]:
    """The fullest month of a role against its capacity, and whether it is above it in any month."""
    over = panel[over_capacity(panel)]
    if len(over):
        worst = over.loc[(over["person_days"] - over["capacity"]).idxmax()]
        return say("plan-chart-panel-over", count=len(over), month=say.month(str(worst.name), brief=True), **_of(say, worst)), True
    limited = panel[(panel["person_days"] > 0) & panel["capacity"].notna()]
    if limited.empty:
        return say("plan-chart-panel-free", days=say.brief(panel["person_days"].max())), False
    fullest = limited.loc[(limited["person_days"] / limited["capacity"].where(limited["capacity"] > 0, _SAME)).idxmax()]
    return say("plan-chart-panel", month=say.month(str(fullest.name), brief=True), **_of(say, fullest)), False


def over_budget(budget: pd.DataFrame) -> pd.Series:
    """Which years commit more than their budget."""
    return budget["amount"] > budget["budget"].fillna(float("inf")) + _SAME


def budget_title(say: Speaker, budget: pd.DataFrame, currency: str) -> str:
    """The years above their budget; where there is none, the year that comes closest."""
    over = budget[over_budget(budget)]
    if len(over):
        worst = over.loc[(over["amount"] - over["budget"]).idxmax()]
        excess = say.money(worst["amount"] - worst["budget"], currency)
        return say("plan-chart-budget-over", count=len(over), year=str(int(worst["year"])), excess=excess)
    limited = budget[budget["budget"] > 0]
    if limited.empty:
        return say("plan-chart-budget-none", amount=say.money(budget["amount"].sum(), currency))
    near = limited.loc[(limited["amount"] / limited["budget"]).idxmax()]
    facts = {"amount": say.money(near["amount"], currency), "budget": say.money(near["budget"], currency)}
    return say("plan-chart-budget-kept", year=str(int(near["year"])), **facts)


def budget_alt(say: Speaker, budget: pd.DataFrame, currency: str) -> str:
    """Every year's amounts."""
    told = (say("plan-chart-budget-alt-row", year=str(row.year), note=_year_told(say, row, currency)) for row in budget.itertuples())
    return say("plan-chart-budget-alt", rows=say.series(told))


def _year_told(say: Speaker, row: Any, currency: str) -> str:
    if known(row.budget) and row.amount > row.budget + _SAME:
        return say("plan-chart-year-over", note=year_note(say, row, currency), excess=say.money(row.amount - row.budget, currency))
    return year_note(say, row, currency)


def year_note(say: Speaker, row: Any, currency: str) -> str:
    """What stands beside a year's bar."""
    amount = say.money(row.amount, currency)
    if not known(row.budget):
        return say("plan-chart-year-free", amount=amount)
    return say("plan-chart-year", amount=amount, budget=say.brief(row.budget, 0))


def effect_split(plan: pd.DataFrame) -> float:
    """The priority above which an action has much effect: that which parts those that close a gap most evenly."""
    own = plan.loc[plan["priority"] > 0, "priority"]
    return min((float(one) for one in own.unique()), key=lambda one: (abs(2 * int((own > one).sum()) - len(own)), one), default=0.0)


def _fields(plan: pd.DataFrame, effort_split: float) -> dict[str, pd.DataFrame]:
    """The actions of each field of the picture."""
    little, much = plan["person_days"] <= effort_split, plan["priority"] > effect_split(plan)
    return {"first": plan[little & much], "plan": plan[~little & much], "fit": plan[little & ~much], "weigh": plan[~little & ~much]}


def quadrant_title(say: Speaker, plan: pd.DataFrame, effort_split: float) -> str:
    """How many actions have much effect for little effort."""
    first = _fields(plan, effort_split)["first"]
    if first.empty:
        return say("plan-chart-quadrant-none")
    return say("plan-chart-quadrant", count=len(first), total=len(plan))


def quadrant_alt(say: Speaker, plan: pd.DataFrame, effort_split: float, most: int) -> str:
    """How many actions lie in each field, and the most important ones with their figures."""
    fields = _fields(plan, effort_split)
    rows = []
    for row in plan.head(most).itertuples():
        figures = {"days": say.days(row.person_days), "effect": say.brief(row.priority)}
        rows.append(say("plan-chart-quadrant-alt-row", action=row.action, title=row.title, **figures))
    counts = {name: len(table) for name, table in fields.items()}
    quick = say.listed(plan.loc[plan["quick_win"], "action"]) or say("plan-chart-none")
    return say("plan-chart-quadrant-alt", rows=say.series(rows), quick=quick, **counts)

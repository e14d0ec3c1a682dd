"""What the work plan takes: people and money; and what is had for it."""

from __future__ import annotations

import pandas as pd

from diagnostics.definitions.plan_settings import ALL_ROLES
from diagnostics.definitions.planning_figures import load_planning_figures
from diagnostics.reporting.blocks import Blocks, Heading, Paragraph, section
from diagnostics.reporting.figures.plan_budget import budget_chart
from diagnostics.reporting.figures.plan_load import load_chart, role_load
from diagnostics.reporting.figures.plan_quadrant import quadrant_chart
from diagnostics.reporting.material import Material


def people(material: Material) -> Blocks:
    """The load of all roles by quarter, and of each role of which people were named by month."""
    say, load = material.say, material.load
    names = {one: material.role(one) for one in dict.fromkeys(load["resource"]) if one != ALL_ROLES} if len(load) else {}
    taken = {one for one in names if load.loc[load["resource"] == one, "person_days"].sum() > 0}
    return section(
        Heading(say("plan-people-heading"), 2, "people"),
        load_chart(say, material.capacity),
        role_load(say, load, {one: name for one, name in names.items() if one in taken}) if taken else Paragraph(say("plan-no-people")),
    )


def money(material: Material) -> Blocks:
    """What each year commits against its budget; where no budget is given, so in words."""
    say, budget = material.say, material.mission.plan.budget
    if budget is None or material.budget.empty:
        return section(Heading(say("plan-money-heading"), 2, "money"), Paragraph(say("plan-no-budget")))
    unknown = int(material.budget["unknown"].sum())
    # A year that costs nothing and has no limit says nothing.
    years = material.budget[(material.budget["amount"] > 0) | material.budget["budget"].notna()].reset_index(drop=True)
    if years.empty:
        return section(Heading(say("plan-money-heading"), 2, "money"), Paragraph(say("plan-no-amounts")))
    return section(
        Heading(say("plan-money-heading"), 2, "money"),
        budget_chart(say, years, budget.currency),
        Paragraph(say("plan-money-unknown", count=unknown), "note") if unknown else None,
    )


def effort_and_effect(material: Material, planned: pd.DataFrame) -> Blocks | None:
    """The actions by effort and effect; nothing where nobody has told an effort."""
    if not (planned["person_days"] > 0).any():
        return None
    say = material.say
    told = planned.assign(title=[say.content(title) for title in planned["title"]])
    return section(
        Heading(say("plan-effect-heading"), 2, "effort-and-effect"),
        quadrant_chart(say, told, load_planning_figures().quick_win.person_days),
    )

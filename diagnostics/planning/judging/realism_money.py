"""Whether there is money for a plan. An action's amount is committed in the year in which it starts."""

from __future__ import annotations

import math
from collections.abc import Iterator

from diagnostics.planning.judging.realism_table import Found
from diagnostics.planning.judging.realism_time import PlanInTime

_EXACT = 0.005  # half of a hundredth of the currency
_MOST_NAMED = 5


def money_findings(plan: PlanInTime) -> Iterator[Found]:
    """Amounts without funding, costs without an amount, and years that cost more than they have."""
    budget = plan.settings.budget.by_year if plan.settings.budget else {}
    currency = plan.settings.budget.currency if plan.settings.budget else ""
    committed: dict[int, dict[str, float]] = {}
    for one in plan.actions:
        amount = one.cells["amount"]
        if math.isnan(amount):
            if one.cells["cost"]:
                yield Found("no-amount", {"action": one.action, "cost": one.cells["cost"]}, one.action, one.row, found=one.cells["cost"])
            continue
        year = one.first.year if one.first else None
        # A year with a budget pays for what starts in it, whatever the plan says.
        if amount > 0 and not one.cells["funding"] and year not in budget:
            yield Found("unfunded", {"action": one.action, "amount": amount, "currency": currency}, one.action, one.row, found=amount)
        if year is not None and not one.under_way:
            of_year = committed.setdefault(year, {})
            of_year[one.action] = of_year.get(one.action, 0.0) + amount
    for year, amounts in sorted(committed.items()):
        total = sum(amounts.values())
        if year in budget and total > budget[year] + _EXACT:
            named = " ".join(sorted(amounts, key=lambda name: -amounts[name])[:_MOST_NAMED])
            facts = {"year": str(year), "amount": total, "budget": budget[year], "actions": named, "currency": currency}
            yield Found("over-budget", facts, found=total, allowed=budget[year])

"""What is free of each resource in each period, and the first place where a task fits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

Free = tuple[tuple[int, int], ...]
"""Units free of one resource: (period, units from it up to the next entry's period), the last one for ever."""


@dataclass(frozen=True)
class Stretch:
    """Periods in which the capacity of a resource stays the same.

    Attributes:
        start, finish: first period, and the first one after it; None = for ever.
        units: capacity, in the project's whole units.
        row: of RESOURCES, as the spreadsheet shows it; None between rows, where nothing is available.
    """

    start: int
    finish: int | None
    units: int
    row: int | None


def calendar(rows: pd.DataFrame, scale: int) -> tuple[Stretch, ...]:
    """All stretches of one resource, without gaps, from period 0 on.

    Args:
        rows: its rows of RESOURCES, which do not overlap: ``capacity``, ``from``, ``to`` and ``row``.
        scale: whole units of the project in one unit of ``capacity``.
    """
    stretches: list[Stretch] = []
    at = 0
    for capacity, start, finish, row in rows.sort_values("from")[["capacity", "from", "to", "row"]].itertuples(index=False, name=None):
        if start > at:
            stretches.append(Stretch(at, int(start), 0, None))
        stretches.append(Stretch(int(start), None if pd.isna(finish) else int(finish), round(capacity * scale), int(row)))
        if pd.isna(finish):
            return tuple(stretches)
        at = int(finish)
    return (*stretches, Stretch(at, None, 0, None))


def free_units(stretches: Sequence[Stretch]) -> Free:
    """What is free while nothing is planned."""
    return tuple((stretch.start, stretch.units) for stretch in stretches)


def first_fit(free: Mapping[str, Free], needs: Mapping[str, int], start: int, duration: int) -> int | None:
    """The first period from ``start`` on from which all needs are free for ``duration`` periods; None where there is none."""
    if not duration:
        return start
    moved: int | None = start
    while moved is not None:
        start = moved
        for resource, units in needs.items():
            moved = _first_run(free[resource], units, start, duration)
            if moved != start:
                break
        else:
            return start
    return None


def taken(free: Free, start: int, finish: int, units: int) -> Free:
    """What stays free where a task takes ``units`` from ``start`` up to ``finish``."""
    known = dict(free)
    for edge in (start, finish):
        known.setdefault(edge, next(value for period, value in reversed(free) if period <= edge))
    return tuple((period, known[period] - units if start <= period < finish else known[period]) for period in sorted(known))


def _first_run(free: Free, units: int, start: int, duration: int) -> int | None:
    """The first period from ``start`` on with a run of periods of enough free units."""
    begin = start
    for number, (_, value) in enumerate(free):
        end = free[number + 1][0] if number + 1 < len(free) else None
        if end is not None and end <= begin:
            continue
        if value < units:
            if end is None:
                return None
            begin = end
        elif end is None or end - begin >= duration:
            return begin
    return None
